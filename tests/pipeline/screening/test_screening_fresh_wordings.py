"""Wordings that new applications brought: figures left out, conditions in two clauses, limits of a chapter."""

from collections.abc import Callable
from pathlib import Path

import pytest
from written_case import statuses

from pipeline.screening.amounts.money import mentions
from pipeline.screening.application.substance import is_empty_talk
from pipeline.screening.claims.best_claims import is_bound_otherwise
from pipeline.screening.claims.metrics import contained, head_of_name
from pipeline.screening.proofs.proof_names import _of_kind
from pipeline.screening.wordings import wordings
from schemas.evidence import Evidence
from schemas.facts import Target
from schemas.finding import Finding

Found = Callable[..., dict[tuple[str, str], Finding]]
RESOLUTION = "力反馈分辨率达到0.08N，用标准测力计测试"


@pytest.mark.parametrize(
    ("metric", "words", "status"),
    [
        ("典型门诊试点不少于5家", "选取若干典型门诊试点开展验证", "missing"),
        ("典型门诊试点不少于5家", "选取典型门诊试点6家", "met"),
        ("典型门诊试点不少于5家", "典型门诊试点：待样机定型后再与用户商定具体数值", "missing"),
        ("典型门诊试点不少于5家", "典型门诊试点：6家，名单待样机定型后再商定", "met"),
        ("示范线年检测能力不低于2万包", "示范线年检测能力：2.4万包（两台工作站）", "met"),
        ("示范线年检测能力不低于2万包", "示范线年检测能力：1.4万包（两台工作站）", "insufficient"),
        ("吨产品碳排放下降40%以上", "与老工艺相比，吨产品碳排放明显下降", "missing"),
        ("木质纤维素糖化得率不低于85%", "玉米秸秆的糖化得率（以总糖计）稳定在86%以上，高于目前的76%", "met"),
        ("故障预报提前量不少于72小时", "严重故障至少提前4天报出", "met"),
        ("单次充电连续作业时间不低于4小时", "单列作业时间控制在0.6小时以内，充满电后可连续作业不低于5小时", "met"),
    ],
)
def test_targets_in_fresh_words(found: Found, metric: str, words: str, status: str) -> None:
    findings = found((RESOLUTION, f"{RESOLUTION}；{words}"), metric=metric)
    (finding,) = [f for (kind, name), f in findings.items() if kind == "numeric_target" and name[:3] in metric]
    assert finding.status == status
    if status == "missing":
        assert finding.found is not None
        assert finding.found.text in words


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("拿出一批标定与校准方法，供各船使用", "拿出一批标定与校准方法"),
        ("形成若干标定、校准方法", "形成若干标定、校准方法"),
        ("拿出一批标定与校准方法，覆盖12类探头", "拿出一批标定与校准方法"),  # a figure of another thing
        ("拿出一批标定与校准方法，包括电学的6种", None),  # a figure of them
        ("拿出一批标定与校准装置", None),  # another thing
        ("按标定与校准方法编制一批报告", None),
        ("目前已有一批标定与校准方法", None),
    ],
)
def test_so_many_of_what_is_counted(found: Found, words: str, quoted: str | None) -> None:
    findings = found((RESOLUTION, f"{RESOLUTION}；{words}"), metric="面向弱光海域的标定、校准方法≥10种")
    (finding,) = [f for (kind, name), f in findings.items() if kind == "numeric_target" and "标定" in name]
    assert finding.status == "missing"
    assert (finding.found.text if finding.found is not None else None) == quoted
    assert quoted is None or f"申报材料只写“{quoted}”" in finding.explanation


def test_a_size_in_a_name_is_no_figure_that_falls_short(found: Found) -> None:
    findings = found((RESOLUTION, f"{RESOLUTION}；建设千卡级训练集群"), metric="训练集群规模达到1024卡")
    (finding,) = [f for (kind, name), f in findings.items() if kind == "numeric_target" and "集群" in name]
    assert finding.status in ("unverifiable", "met")


@pytest.mark.parametrize(
    ("title", "status"), [("高级工程师", "met"), ("工程师", "insufficient"), ("正高级工程师", "met")]
)
def test_a_condition_whose_subject_is_in_the_clause_before(title: str, status: str, tmp_path: Path) -> None:
    call = (
        "一、揭榜条件\n（一）项目负责人应为揭榜方在职人员，具有高级专业技术职务。\n附件1\n揭榜申报表\n"
        "单位名称\n项目负责人\n专业技术职务\n"
    )
    form = f"揭榜申报表\n单位名称：海岚公司\n项目负责人：辛白杨　专业技术职务：{title}\n"
    assert statuses(tmp_path, call, form)["具有高级专业技术职务"] == status


@pytest.mark.parametrize(("own", "status"), [("200", "insufficient"), ("260", "met")])
def test_own_money_against_the_money_of_the_list(own: str, status: str, tmp_path: Path) -> None:
    call = (
        "一、揭榜条件\n（一）自筹资金不低于所报方向榜额的50%。\n"
        "附件1\n揭榜申报表\n单位名称\n申请榜额（万元）\n自筹资金（万元）\n"
    )
    form = f"揭榜申报表\n单位名称：海岚公司\n申请榜额（万元）：480\n自筹资金（万元）：{own}\n"
    assert statuses(tmp_path, call, form)["自筹资金不低于所报方向榜额的50%"] == status


@pytest.mark.parametrize(
    ("address", "status"), [("海州市港前路168号，315000", "met"), ("海州市港前路168号，31500", "invalid")]
)
def test_a_postcode_beside_the_address(address: str, status: str, tmp_path: Path) -> None:
    call = "一、申报材料\n揭榜申报表。\n附件1\n揭榜申报表\n单位名称\n通信地址及邮政编码\n"
    form = f"揭榜申报表\n单位名称：海岚公司\n通信地址及邮政编码：{address}\n"
    assert statuses(tmp_path, call, form)["通信地址及邮政编码"] == status


@pytest.mark.parametrize(("length", "status"), [(90, "met"), (130, "insufficient")])
def test_the_limit_of_a_chapter_by_its_number(length: int, status: str, tmp_path: Path) -> None:
    call = (
        "附件1\n项目申报书\n填报说明\n1. 正文第一章不超过100字，正文合计不超过5000字。\n"
        "正文\n第一章 立项背景\n说明背景。\n第二章 技术方案\n第一节 关键技术\n说明技术。\n第二节 技术路线\n说明路线。\n"
    )
    rest = "第二章 技术方案\n第一节 关键技术\n浮标。\n第二节 技术路线\n雷达。\n"
    book = f"项目申报书正文\n第一章 立项背景\n{'海况观测' * (length // 4)}。\n{rest}"
    assert statuses(tmp_path, call, book)["正文第一章"] == status


@pytest.mark.parametrize(
    ("talk", "empty"),
    [
        ("按国家有关规定执行，具体事项届时另行商定。", True),
        ("到2027年，系统整体达到国内一流、国际先进，得到客户广泛认可。具体考核要求待立项后与主管部门商定。", True),
        ("成果归牵头单位所有，海州大学享有免费使用权。", False),
    ],
)
def test_what_the_rules_say_is_no_answer(talk: str, empty: bool) -> None:
    assert is_empty_talk(talk) is empty


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("单位产品取水量", "每吨布取水", 0.9, 1.0),
        ("线密度变异系数", "线密度CV值", 0.9, 1.0),
        ("片间互联带宽", "单颗对外互联", 0.5, 1.0),
        ("故障预报提前量", "严重故障报出提前量", 0.5, 1.0),
        ("单位产品取水量", "年取水许可", 0.0, 0.5),
    ],
)
def test_metrics_in_the_words_of_the_trade(one: str, other: str, least: float, most: float) -> None:
    assert least <= contained(one, other) <= most + 1e-9


@pytest.mark.parametrize(
    ("metric", "head"),
    [("玉米秸秆的糖化得率（以总糖计）", "糖化得率"), ("糖化得率", ""), ("系统的时延", "")],
)
def test_the_end_of_a_name(metric: str, head: str) -> None:
    assert head_of_name(metric) == head


def test_a_kind_of_proof_told_by_its_first_word() -> None:
    assert _of_kind("所用菌种的保藏证明", "真菌菌株与出发菌的保藏证明") > 0.5
    assert _of_kind("项目负责人的证明材料", "企业的证明材料") == 0.0


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("海州群鸥科技合伙企业（有限合伙）", "invalid"),
        ("海州晴川会计师事务所（特殊普通合伙）", "invalid"),
        ("海州晴川设计个人独资企业", "invalid"),
        ("海州合伙人科技有限公司", "met"),
        ("海州晴川科技有限公司（控股股东为海州群鸥（有限合伙））", "unverifiable"),
        ("海州晴川科技有限公司、海州群鸥合伙企业（有限合伙）", "unverifiable"),
    ],
)
def test_a_partnership_is_no_legal_person(name: str, status: str, tmp_path: Path) -> None:
    call = "一、揭榜条件\n（一）揭榜单位须具有独立法人资格。\n附件1\n揭榜申报表\n单位名称\n联系地址\n"
    form = f"揭榜申报表\n单位名称：{name}\n联系地址：海州市港前路168号\n"
    found = statuses(tmp_path, call, form)
    assert next(told for what, told in found.items() if "法人资格" in what) == status


@pytest.mark.parametrize(("offered", "clash"), [("780", True), ("760", False)])
def test_the_price_in_the_letter_against_the_forms(offered: str, clash: bool, tmp_path: Path) -> None:
    call = (
        "一、申报材料\n揭榜申报表、应榜函。\n附件1\n揭榜申报表\n单位名称\n报价（万元）\n"
        "附件2\n应榜函\n我单位愿以人民币____万元的报价承担，并郑重承诺如下。\n"
    )
    form = (
        "揭榜申报表\n单位名称：海岚公司\n报价（万元）：760\n\n"
        f"应榜函\n我单位愿以人民币{offered}万元的报价承担，并郑重承诺如下。\n单位名称：海岚公司\n"
    )
    assert ("invalid" in [v for k, v in statuses(tmp_path, call, form).items() if "报价" in k]) is clash


@pytest.mark.parametrize(
    ("claim", "value", "dropped"),
    [("控制在0.6小时以内", 0.6, True), ("控制在8小时以内", 8.0, False), ("达到8小时", 8.0, False)],
)
def test_a_bound_on_the_other_side_is_of_another_metric(claim: str, value: float, dropped: bool) -> None:
    comparator = "<=" if "以内" in claim else ">="
    required = Target(
        metric="连续作业时间", comparator=">=", value=4.0, unit="小时", evidence=_spot("连续作业时间不低于4小时")
    )
    promised = required.model_copy(update={"comparator": comparator, "value": value, "evidence": _spot(claim)})
    both = [
        one.model_copy(update={"canonical_value": one.value * 3600, "canonical_unit": "s"})
        for one in (required, promised)
    ]
    assert is_bound_otherwise(both[0], both[1]) is dropped


def _spot(words: str) -> Evidence:
    return Evidence(text=words, page=None, start=0, end=len(words))


@pytest.mark.parametrize(
    "words", ["经比选，甲厂的报价300万元最低", "某厂商以300万元的报价供应设备", "设备代理商给出的报价为300万元"]
)
def test_a_dealers_price_is_not_the_offer(words: str) -> None:
    (offer,) = [one for one in wordings().amounts if one.name == "总报价"]
    assert list(mentions(words, offer.pattern, offer.annual)) == []
    ours = "我单位愿以人民币300万元的报价承担"
    assert [mention.yuan for mention in mentions(ours, offer.pattern, offer.annual)] == [3e6]


@pytest.mark.parametrize(
    ("address", "status"), [("xby@haizhou.example.cn", "met"), ("xbyhaizhou.example.cn", "invalid")]
)
def test_a_mail_address_under_its_other_name(address: str, status: str, tmp_path: Path) -> None:
    call = "一、申报材料\n揭榜申报表。\n附件1\n揭榜申报表\n单位名称\n项目负责人\n电子信箱\n"
    form = f"揭榜申报表\n单位名称：海岚公司\n项目负责人：辛白杨\n电子信箱：{address}\n"
    told = statuses(tmp_path, call, form)  # the code's shape comes behind the field itself
    assert [found for name, found in told.items() if name.endswith("电子信箱")] == [status]


def test_an_electronic_address_is_no_place(tmp_path: Path) -> None:
    call = "一、申报材料\n揭榜申报表。\n附件1\n揭榜申报表\n单位名称\n项目负责人\n电子邮件地址\n"
    form = "揭榜申报表\n单位名称：海岚公司\n项目负责人：辛白杨\n电子邮件地址：xby@haizhou.example.cn\n"
    told = statuses(tmp_path, call, form)
    assert [found for name, found in told.items() if name.endswith("邮件地址")] == ["met"]
