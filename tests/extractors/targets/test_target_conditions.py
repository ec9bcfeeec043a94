"""Figures that bind the applicant, not the work."""

import pytest
from extracted import targets


def test_two_bounds_of_one_metric() -> None:
    found = targets("每个团队的成员不少于3人,不多于15人(含负责人)。", role="eligibility")
    assert [(t.metric, t.comparator, t.value) for t in found] == [
        ("每个团队的成员", ">=", 3),
        ("每个团队的成员", "<=", 15),
    ]


def test_penalties_and_the_time_for_the_work_are_no_conditions() -> None:
    assert targets("放弃项目的，其指导教师三年内不得参与指导工作。", role="eligibility") == []
    assert targets("实施期原则上不超过一年。", role="eligibility") == []
    [found] = targets("或是具备本行业5年以上工作经历的企业导师。", role="eligibility")
    assert (found.metric, found.value) == ("工作经历", 5)
    [found] = targets("须组织辖区内3家以上高新技术企业同时申请设立分站。", role="eligibility")
    assert (found.metric, found.value) == ("高新技术企业", 3)


def test_beds_of_a_hospital_and_what_the_winners_get() -> None:
    [found] = targets("牵头医院应是开放床位不少于300张的县级医院。", role="eligibility")
    assert (found.metric.endswith("开放床位"), found.value) == (True, 300)
    assert targets("一等奖队伍可直接与命题单位签订不低于30万元的合同。", role="eligibility") == []


def test_as_a_rule_is_no_part_of_what_is_measured() -> None:
    [found] = targets("主持人年龄原则上不超过55周岁。", role="eligibility")
    assert (found.metric, found.comparator, found.value) == ("主持人年龄", "<=", 55)


def test_how_long_a_film_is_is_no_condition() -> None:
    assert targets("必须提供项目相关视频证明材料（5-10分钟）。", role="eligibility") == []


def test_quotas_are_no_conditions() -> None:
    assert targets("每个县区不超过5个项目。", role="eligibility") == []
    assert targets("附图不少于3张，像素不低于800万。", role="eligibility") == []
    assert [t.value for t in targets("每个团队不超过10人。", role="eligibility")] == [10]


def test_shares_of_a_quota_are_no_conditions() -> None:
    assert targets("推荐名额中，校级领导不得超过20%，同一学校推荐人数不超过3名。", role="eligibility") == []
    assert targets("同一学院推荐人数不超过3名。", role="eligibility") == []


def test_a_bound_without_words_measures_what_the_clause_before_counts() -> None:
    found = targets("每组人数以2～4人为宜，不可超过4人。", role="eligibility")
    assert [(t.metric, t.comparator, t.value) for t in found] == [("每组人数", "range", 2), ("每组人数", "<=", 4)]


def test_conditions_of_the_applicant() -> None:
    assert targets("需求方应在6个月内与揭榜方签订合同。", role="eligibility") == []
    found = targets("企业成立时间在2021年1月1日之后，且不超过5年。每个单位最高资助50万元。", role="eligibility")
    assert [(t.metric, t.comparator, t.value) for t in found] == [("企业成立时间", "<=", 5)]


def test_eligibility_keeps_periods_and_staff() -> None:
    found = targets("注册时间一年以上，科研人员不少于10人。", role="eligibility")
    assert [(t.value, t.unit, t.role) for t in found] == [(1, "年", "eligibility"), (10, "人", "eligibility")]


def test_for_whom_a_share_holds() -> None:
    words = "研发费用占营业收入的比例不低于5%；营业收入超过2亿元的企业，该比例不低于3%。"
    found = targets(words, role="eligibility")
    assert [(t.comparator, t.value, t.evidence.text) for t in found] == [
        (">=", 5, "研发费用占营业收入的比例不低于5%"),
        (">=", 3, "营业收入超过2亿元的企业，该比例不低于3%"),
    ]
    found = targets("须为注册资本不低于500万元的企业，营业收入不低于1000万元。", role="eligibility")
    assert [t.value for t in found] == [5_000_000, 10_000_000]


# (sentence, [(metric, value, unit, evidence)])
PERSONS = [
    (
        "至少主持过1项区、县（市）级及以上航运课题，或有2篇及以上的航运类论文（成果）在公开刊物上发表。",
        [
            ("区、县（市）级及以上航运课题", 1, "项", "至少主持过1项区、县（市）级及以上航运课题"),
            ("航运类论文（成果）", 2, "篇", "或有2篇及以上的航运类论文（成果）在公开刊物上发表"),
        ],
    ),
    (
        "近三年有3部以上专著（教材），至少主持过2项市、县（区）级课题（项目）。",
        [
            ("专著（教材）", 3, "部", "近三年有3部以上专著（教材）"),
            ("市、县（区）级课题（项目）", 2, "项", "至少主持过2项市、县（区）级课题（项目）"),
        ],
    ),
    (
        "至少获得1次省（部）级航运进步二等奖、市级一等奖以上奖励者。",
        [("省（部）级航运进步二等奖", 1, "次", "至少获得1次省（部）级航运进步二等奖")],
    ),
    (
        "获市级航运奖三等奖两项以上，或县（市、区）级航运奖二等奖两项以上的主要完成者。",
        [
            ("获市级航运奖三等奖", 2, "项", "获市级航运奖三等奖两项以上"),
            ("县（市、区）级航运奖二等奖", 2, "项", "或县（市、区）级航运奖二等奖两项以上的主要完成者"),
        ],
    ),
    ("获得省级一等奖1次以上奖励者。", [("获得省级一等奖", 1, "次", "获得省级一等奖1次以上奖励者")]),
    ("拥有发明专利5项以上的企业。", [("发明专利", 5, "项", "拥有发明专利5项以上的企业")]),
    ("团队具有5名以上的高级职称人员。", [("高级职称人员", 5, "名", "团队具有5名以上的高级职称人员")]),
    (
        "其中至少2名专家与申报人具有相同研究领域，至少1名专家担任导师。",
        [
            ("专家", 2, "名", "其中至少2名专家与申报人具有相同研究领域"),
            ("专家担任导师", 1, "名", "至少1名专家担任导师"),
        ],
    ),
    (
        "且至少有1门课程曾入选区、县（市）级以上优秀课程。",
        [("课程", 1, "门", "且至少有1门课程曾入选区、县（市）级以上优秀课程")],
    ),
    ("年龄一般不超过55周岁。", [("年龄", 55, "周岁", "年龄一般不超过55周岁")]),
]


@pytest.mark.parametrize(("words", "wanted"), PERSONS)
def test_what_a_person_has_won(words: str, wanted: list[tuple[str, float, str, str]]) -> None:
    found = targets(words, role="eligibility")
    assert [(one.metric, one.value, one.unit, one.evidence.text) for one in found] == wanted


@pytest.mark.parametrize(
    ("words", "metric", "value", "unit"),
    [
        ("申报机组应正常运行至少2个周期，目前仍在运行。", "正常运行", 2, "个周期"),
        ("供汽装置应稳定运行满1个采暖季。", "稳定运行", 1, "个采暖季"),
        ("实训课程应已开设2个学期以上。", "开设", 2, "个学期"),
        ("示范船台须连续使用不少于3个生产季。", "连续使用", 3, "个生产季"),
        ("负责人须任教满1个聘期。", "任教", 1, "个聘期"),
        ("维护周期不少于6个月。", "维护周期", 6, "个月"),
    ],
)
def test_what_has_to_go_round_as_a_whole(words: str, metric: str, value: float, unit: str) -> None:
    [found] = targets(words, role="eligibility")
    assert (found.metric.endswith(metric), found.value, found.unit) == (True, value, unit)
