"""The pure parts: labels, substance, numbers, places, dates, money, shapes."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.screening.answers.labels import align_fields, alike
from pipeline.screening.answers.order import by_merging, by_place
from pipeline.screening.answers.parts import narrow
from pipeline.screening.answers.proof_names import covered, subject
from pipeline.screening.answers.substance import is_copied, is_empty_talk, is_nothing, is_placeholder, points_elsewhere
from pipeline.screening.applicant.places import lies_in, required_place
from pipeline.screening.applicant.shapes import (
    wrong_code,
    wrong_email,
    wrong_mobile,
    wrong_phone,
    wrong_postcode,
)
from pipeline.screening.dates import add_duration, counted_months, last_day, months_of, times, whole_months
from pipeline.screening.figures.compare import number, reaches, spoken
from pipeline.screening.figures.money import mentions, yuan
from schemas.evidence import Evidence
from schemas.facts import FormField, Target
from schemas.outline import Role


def spot(text: str) -> Evidence:
    return Evidence(text=text, start=10, end=10 + len(text))


def field(label: str, group: str | None = None, role: Role = Role.FORM) -> FormField:
    return FormField(name=(group or "") + label, label=label, group=group, role=role, evidence=spot(label))


def target(
    comparator: str,
    value: float,
    unit: str = "个",
    value_max: float | None = None,
    metric: str = "数量",
    words: str = "x",
) -> Target:
    data: dict[str, Any] = {"metric": metric, "comparator": comparator, "value": value, "value_max": value_max}
    data |= {"unit": unit, "canonical_value": value, "canonical_unit": unit, "evidence": spot(words)}
    return Target.model_validate(data)


@pytest.mark.parametrize(
    ("a", "b", "least", "most"),
    [
        ("整体业务收入（万元）", "上年度整体业务收入（万元）", 1.0, 1.0),
        ("研发投入", "2024年度研发投入", 1.0, 1.0),
        ("组织机构代码/三证合一码", "统一社会信用代码", 0.9, 1.0),
        ("手机", "手机号码", 0.9, 1.0),
        ("单位名称", "企业全称", 0.9, 1.0),
        ("揭榜负责人", "项目主持人", 0.9, 1.0),
        ("申报联系人", "项目联络人", 0.9, 1.0),
        ("研发投入（万元）", "2024年度研究开发费用（万元）", 0.9, 1.0),
        ("单位名称", "合作单位名称", 0.0, 0.9),
        ("揭榜负责人", "单位负责人", 0.0, 0.9),
        ("揭榜负责人", "财务负责人", 0.0, 0.9),
        ("单位性质", "公司性质", 0.9, 1.0),
        ("单位地址", "通讯地址", 0.0, 0.6),
        ("单位人数", "研发人员人数", 0.0, 0.6),
        ("邮箱", "传真", 0.0, 0.3),
    ],
)
def test_labels(a: str, b: str, least: float, most: float) -> None:
    assert least <= alike(a, b) <= most
    assert alike(a, b) == alike(b, a)


def test_fields_are_aligned_by_group_and_division() -> None:
    template = [field("姓名", "负责人"), field("姓名", "联系人"), field("揭榜单位", role=Role.COVER), field("单位名称")]
    filled = [
        field("申报单位名称"),
        field("申报单位", role=Role.COVER),
        field("姓名", "项目联系人"),
        field("姓名", "项目负责人"),
    ]
    assert align_fields(template, filled, 0.62) == [3, 2, 1, 0]


def test_a_person_without_parts_holds_the_name() -> None:
    template = [field("手机", "揭榜负责人"), field("姓名", "揭榜负责人")]
    assert align_fields(template, [field("揭榜负责人"), field("手机", "揭榜负责人")], 0.62) == [1, 0]
    assert align_fields(template, [field("项目负责人"), field("手机")], 0.62) == [1, 0]
    assert align_fields([field("联系人")], [field("手机", "联系人"), field("姓名", "联系人")], 0.62) == [1]


def test_a_field_on_the_cover_answers_one_of_the_form_where_nothing_nearer_does() -> None:
    template = [field("单位名称"), field("揭榜方向", role=Role.COVER)]
    filled = [field("申报单位", role=Role.COVER), field("揭榜方向")]
    assert align_fields(template, filled, 0.62) == [0, 1]


@pytest.mark.parametrize("value", ["", "  ", "XXX", "____", "如实填写", "（请填写）", "待补充", "某某公司"])
def test_placeholders(value: str) -> None:
    assert is_placeholder(value)


@pytest.mark.parametrize("value", ["无", "0", "否", "张某", "12人", "上海", "—号楼 3 层", "民营企业"])
def test_no_placeholders(value: str) -> None:
    assert not is_placeholder(value)


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("项目实施过程中可能会遇到一些困难，公司将高度重视，加强管理，积极采取有效措施予以解决。", True),
        ("我单位将认真落实各项要求，确保按期完成任务。", True),
        ("数据安全风险：患者信息敏感，采用脱敏和分级授权，训练在专网内完成。", False),
        ("设专职质量工程师，设备出厂前全部老化试验。", False),
        ("公司将加强管理，采购双源供货，确保按期完成。", False),
    ],
)
def test_empty_talk(text: str, empty: bool) -> None:
    assert is_empty_talk(text) is empty


@pytest.mark.parametrize("text", ["详见附件2", "具体内容见可行性研究报告", "同上", "详见公司管理制度。", "略"])
def test_points_elsewhere(text: str) -> None:
    assert points_elsewhere(text)


@pytest.mark.parametrize(
    "text", ["由总工程师牵头，分工详见附件2，每月召开例会并形成纪要，按季度考核。", "见效快、成本低，适合推广。"]
)
def test_says_something_itself(text: str) -> None:
    assert not points_elsewhere(text)


def test_nothing_and_copies() -> None:
    assert is_nothing("无。")
    assert not is_nothing("无人机巡检")
    assert is_copied("时间进度、阶段性任务、细化目标等。", "时间进度、阶段性任务、细化目标等。")
    assert not is_copied("2025年完成样机，2026年完成示范。", "时间进度、阶段性任务、细化目标等。")


@pytest.mark.parametrize(
    ("required", "claim", "expected"),
    [
        (target(">=", 30), target("=", 30), True),
        (target(">", 30), target("=", 30), False),
        (target(">", 30), target(">", 30), True),
        (target(">", 30), target(">=", 31), True),
        (target("<=", 5), target("<=", 5), True),
        (target("<", 5), target("<=", 5), False),
        (target("<=", 5), target("<", 4), True),
        (target("<=", 5), target("range", 3, value_max=6), False),
        (target("=", 3), target(">=", 5), True),
        (target("=", 3, metric="定位误差"), target("=", 2), True),
        (target("range", -40, value_max=150), target("range", -45, value_max=155), True),
        (target("range", -40, value_max=150), target("range", -20, value_max=150), False),
        (target(">=", 1, "毫米", metric="变形测量精度", words="精度不低于1毫米"), target("=", 0.8, "毫米"), True),
        (target(">=", 1, "毫米", metric="变形测量精度", words="精度不低于1毫米"), target("=", 1.2, "毫米"), False),
        (target(">=", 95, "%", metric="测量精度", words="精度不低于95%"), target("=", 94, "%"), False),
        (target(">=", 10, "TB"), target(">=", 10, "%"), None),
        (target(">=", 3, "吨/小时"), target("=", 3.5, "t/h"), True),
        (target(">=", 3, "吨/小时"), target("=", 40, "kg/min"), False),
        (target(">=", 3, "吨/小时"), target("=", 4, "吨/公里"), None),
        (target(">=", 3, "吨", words="不低于每小时3吨"), target("=", 3.5, "t/h"), True),
        (target(">=", 3, "吨", words="不低于每小时3吨"), target("=", 40, "kg/min"), False),
    ],
)
def test_reaches(required: Target, claim: Target, expected: bool | None) -> None:
    assert reaches(required, claim) is expected


@pytest.mark.parametrize(
    ("value", "text"),
    [(12800, "12,800"), (1.25, "1.25"), (1e8, "1亿"), (200000, "20万"), (0.05, "0.05"), (1024, "1,024")],
)
def test_numbers_in_words(value: float, text: str) -> None:
    assert number(value) == text


def test_requirements_in_words() -> None:
    assert spoken(target(">=", 300, "GB/s")) == "不低于300GB/s"
    assert spoken(target("range", -40, "℃", 150)) == "-40至150℃"


@pytest.mark.parametrize(
    ("condition", "place"),
    [
        ("申报单位须为在上海市注册、具有独立法人资格的企事业单位", "上海市"),
        ("在望澄市行政区域内注册", "望澄市"),
        ("在临湖省境内依法注册的企业", "临湖省"),
        ("东莞市内注册的企业", "东莞市"),
        ("注册地须在我市", "甲州市"),
        ("我市注册的规模以上企业", "甲州市"),
        ("申报单位为临湖省内登记注册的独立法人", "临湖省"),
        ("揭榜单位须为省内注册的科研院所", None),
        ("外地申报主体须承诺中榜后三个月内在甲州市设立服务机构", None),
        ("在中国境内注册", "中国"),
        ("在望澄市注册，并承诺中榜后设立研发中心", "望澄市"),
        ("在专利服务机构工作两年以上", None),
        ("注册时间须在2024年6月30日之前", None),
        ("在有关部门登记注册", None),
    ],
)
def test_required_place(condition: str, place: str | None) -> None:
    found = required_place(condition, ["甲州市工业和信息化局"])
    assert (found[0] if found else None) == place


def test_a_part_left_out() -> None:
    assert required_place("在广东省内（不含深圳）注册", []) == ("广东省", "深圳")


@pytest.mark.parametrize(
    ("place", "address", "code", "expected"),
    [
        ("上海市", "上海市徐汇区某路1号", None, True),
        ("上海市", "江苏省苏州市某路1号", "91310104MA1FR6E70E", False),
        ("上海市", "浦东新区某路1号", "91310104MA1FR6E70E", True),
        ("上海市", None, "91320594MA26Q9YU4B", False),
        ("上海市", "江苏省苏州市上海路1号", None, False),
        ("东莞市", "广东省东莞市某路1号", None, True),
        ("东莞市", "广州市天河区某路1号", None, False),
        ("广东省", "广州市天河区某路1号", None, True),
        ("望澄市", "望澄市云台区某路1号", None, True),
        ("望澄市", "某省别州市某路1号", None, False),
        ("望澄市", None, None, None),
        ("上海市", None, None, None),
        ("中国", "北京市某路1号", None, True),
    ],
)
def test_lies_in(place: str, address: str | None, code: str | None, expected: bool | None) -> None:
    assert lies_in(place, address, code) is expected


@pytest.mark.parametrize(
    ("text", "last", "exact"),
    [
        ("2025年6月至12月完成设计", date(2025, 12, 31), True),
        ("2025年7月至2026年3月", date(2026, 3, 31), True),
        ("2028年6月30日前提交", date(2028, 6, 30), True),
        ("2023年第四季度", date(2023, 12, 31), True),
        ("2024年上半年", date(2024, 6, 30), True),
        ("2026年底前", date(2026, 12, 31), True),
        ("2026.03—2027.02", date(2027, 2, 28), True),
        ("到2027年", date(2027, 12, 31), False),
        ("2025年1-3季度", date(2025, 9, 30), True),
    ],
)
def test_times(text: str, last: date, exact: bool) -> None:
    found = list(times(text))
    assert max(span.last for span in found) == last
    assert found[-1].exact is exact


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("签约后第1—6个月，设计；第7—15个月，试制；第23-27月，验收", [6, 15, 27]),
        ("1～6个月：设计；T+18：验收；M19—M24：推广", [6, 18, 24]),
        ("第3个月", [3]),
        ("2026年3月—6月，设计；3-6月，试制；培训6个月；T5型；第3季度", []),
    ],
)
def test_counted_months(text: str, months: list[int]) -> None:
    assert [month for month, _ in counted_months(text)] == months


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("自签约之日起12个月，其中研制6个月", 12),
        ("总工期为9个月。", 9),
        ("质保期24个月，培训1个月", None),
    ],
)
def test_the_whole_plan_in_one_number(text: str, months: int | None) -> None:
    found = whole_months(text)
    assert (found[0] if found else None) == months


@pytest.mark.parametrize(("duration", "months"), [("P2Y", 24), ("P1Y6M", 18), ("P18M", 18), ("P3W", None), ("P", None)])
def test_durations_in_months(duration: str, months: int | None) -> None:
    assert months_of(duration) == months


@pytest.mark.parametrize("text", ["GB/T 2020", "2000套设备", "提高2025.5倍", "2025年13月"])
def test_no_months(text: str) -> None:
    assert not [span for span in times(text) if span.exact]


@given(st.text(alphabet="20年月日至0123456789-—./第一季度上半底 ", max_size=30))
def test_times_never_fail(text: str) -> None:
    assert all(span.first <= span.last or span.exact for span in times(text))


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        (date(2025, 5, 13), "P2Y", date(2027, 5, 13)),
        (date(2025, 8, 31), "P6M", date(2026, 2, 28)),
        (date(2025, 12, 30), "P5D", date(2026, 1, 4)),
        (date(2025, 1, 1), "2年", None),
    ],
)
def test_durations(start: date, duration: str, end: date | None) -> None:
    assert add_duration(start, duration) == end


@pytest.mark.parametrize(
    ("on", "end"),
    [("2026-11", date(2026, 11, 30)), ("2026", date(2026, 12, 31)), ("2026-02-30", date(2026, 2, 28)), ("x", None)],
)
def test_last_day(on: str, end: date | None) -> None:
    assert last_day(on) == end


@pytest.mark.parametrize(
    ("value", "label", "expected"),
    [
        ("3,860", "研发投入（万元）", 3.86e7),
        ("1.2亿元", "研发投入（万元）", 1.2e8),
        ("约三千", "研发投入（万元）", None),
        ("3860", "单位人数", None),
    ],
)
def test_yuan(value: str, label: str, expected: float | None) -> None:
    assert yuan(value, label) == expected


@pytest.mark.parametrize(
    ("text", "annual", "values"),
    [
        ("2024年度公司研发投入1,250万元", True, [(2024, 1.25e7)]),
        ("2024年智能方向研发投入300万元", True, []),
        ("近三年累计研发投入5000万元", True, []),
        ("研发投入为600万元", False, [(None, 6e6)]),
        ("合作研发投入为600万元", False, []),
    ],
)
def test_mentions(text: str, annual: bool, values: list[tuple[int | None, float]]) -> None:
    assert [(m.year, m.yuan) for m in mentions(text, "研发投入", annual)] == values


@pytest.mark.parametrize(
    ("shape", "value", "wrong"),
    [
        (wrong_mobile, "13900001234", False),
        (wrong_mobile, "+86 139-0000-1234", False),
        (wrong_mobile, "1390000123", True),
        (wrong_mobile, "12900001234", True),
        (wrong_mobile, "021-50001234", True),
        (wrong_phone, "021-50001234", False),
        (wrong_phone, "0593-8862417转8021", False),
        (wrong_phone, "13900001234", False),
        (wrong_phone, "400-800-1234", False),
        (wrong_phone, "021-500012", True),
        (wrong_phone, "0593-886241", True),
        (wrong_phone, "010-88624170", False),
        (wrong_phone, "010-8862417", True),
        (wrong_email, "a.b-c@mail.example.com.cn", False),
        (wrong_email, "a@example", True),
        (wrong_email, "a.example.cn", True),
        (wrong_email, "@example.cn", True),
        (wrong_email, "a@@example.cn", True),
        (wrong_postcode, "200030", False),
        (wrong_postcode, "20003", True),
        (wrong_code, "91310104MA1FR6E70E", False),
        (wrong_code, "91310104MA1FR6E70F", True),
        (wrong_code, "91310104MA1FR6E7", True),
        (wrong_code, "91310104MA1FR6E7OE", True),
    ],
)
def test_shapes(shape: Any, value: str, wrong: bool) -> None:
    assert (shape(value) is not None) is wrong


def test_organisation_code() -> None:
    assert wrong_code("D2143569-X") is None  # the standard's own example
    assert wrong_code("D2143569-1") is not None


def test_narrow_evidence_holds_its_words() -> None:
    whole = spot("负责人从事\n灌溉研究")
    part = narrow(whole, "从事灌溉")
    assert part.text == "从事\n灌溉"
    assert whole.text[part.start - whole.start : part.end - whole.start] == part.text
    assert narrow(whole, "没有的话") == whole


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("揭榜单位上一财年研发投入证明材料", "研发投入"),
        ("相关荣誉证明材料。（获奖等）", "荣誉"),
        ("营业执照复印件", "营业执照"),
        ("项目负责人社保缴纳证明", "社保缴纳"),
    ],
)
def test_subject_of_a_proof(name: str, about: str) -> None:
    assert subject(name) == about
    assert covered(about, f"（1）{about}等") == 1.0


@pytest.mark.parametrize(
    ("chosen", "open_", "expected"),
    [
        ([0, None, 2], [0, 1, 2], [0, 1, 2]),  # the one unknown heading between two known ones
        ([0, None, 1], [0, 1], [0, None, 1]),  # nothing stands there
        ([0, None, 3], [0, 1, 2, 3], [0, None, 3]),  # two stand there for one
        ([0, None, None, 3], [0, 1, 2, 3], [0, 1, 2, 3]),
        ([None, 1], [0, 1], [0, 1]),  # before the first
        ([0, None], [0, 1], [0, 1]),  # behind the last
        ([0, None], [0, 1, 2], [0, None]),
        ([None, None], [0, 1], [None, None]),  # nothing is known at all
        ([2, None, 0], [0, 1, 2], [2, None, 0]),  # another order
    ],
)
def test_headings_known_by_their_place(chosen: list[int | None], open_: list[int], expected: list[int | None]) -> None:
    assert by_place(chosen, open_, [2, 2, 2, 2]) == expected


def test_a_heading_of_another_level_is_not_known_by_its_place() -> None:
    assert by_place([0, None, 2], [0, 1, 2], [2, 1, 2]) == [0, None, 2]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["家底与进展", "组织保障"], [0, 0, 1]),
        (["相关进展", "组织保障"], [None, 0, 1]),
        (["进展与组织保障", "组织保障"], [None, 0, 1]),  # the other part is asked for elsewhere
        (["进展与成果", "组织保障"], [None, 0, 1]),  # the other part says more of the same thing
    ],
)
def test_a_heading_that_names_two_things(titles: list[str], expected: list[int | None]) -> None:
    asked = [("基础", "现有基础"), ("基础", "相关进展"), ("计划", "组织保障机制")]
    assert by_merging([None, 0, 1], asked, titles) == expected
