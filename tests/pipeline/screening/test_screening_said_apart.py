"""Fields that are answered under another label or below the table, and measures that are said with two values."""

from collections.abc import Callable

import pytest

from schemas.finding import Finding

Found = Callable[..., dict[tuple[str, str], Finding]]
FORM = """三、场地信息表
示范面积（亩）\t{area}\t场地来源\t{source}
建设条件说明\t{more}\t交通情况\t{roads}
"""
MORE = "附件3\n云屿市揭榜挂帅项目场地信息表\n" + FORM.format(area="", source="", more="", roads="")
LIST = "附件清单\n"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("示范面积162亩全部接入同一平台。", "invalid"),
        ("项目示范面积为126亩，沿街布置。", None),
        ("2027年6月，示范面积80亩。", None),  # a stage
        ("其中，示范面积80亩由合作单位提供。", None),
        ("二期示范面积200亩。", None),
        ("合作社另有基地，示范面积300亩。", None),
        ("公司建有两座园区，示范面积80亩的一处用于整机装配。", None),
        ("园区沿街布置，示范面积126亩。合作社场地宽敞，示范面积300亩。", None),  # the form's value is said too
        ("园区沿街布置，示范面积300亩。", "invalid"),
        ("项目沿街布置，示范面积126亩。项目沿河布置，示范面积300亩。", "invalid"),
        ("1.现有条件\n示范面积300亩。", None),
    ],
)
def test_a_measure_of_the_form_said_otherwise(found: Found, said: str, status: str | None) -> None:
    form = FORM.format(area="126", source="自有", more="水电齐备", roads="临街")
    findings = found((LIST, form + LIST), ("（二）进度安排\n", f"（二）进度安排\n{said}\n"), more=MORE)
    finding = findings.get(("consistency", "示范面积"))
    assert (finding.status if finding is not None else None) == status


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("设备维护费（小写）：36万元\n设备维护费（大写）：叁拾捌万元整", "invalid"),
        ("设备维护费（小写）：36万元\n设备维护费（大写）：叁拾陆万元整", None),
        ("设备维护费36.5万元（大写：叁拾陆万伍仟元整）。", None),
        ("设备维护费36.5万元（大写：叁拾伍万陆仟元整）。", "invalid"),
        ("设备维护费人民币（大写）叁拾陆万元整（小写：￥360,000）。", None),
        ("设备维护费人民币（大写）叁拾陆万元整（小写：￥366,000）。", "invalid"),
        ("设备维护费（大写）：    佰  拾  万元（小写：36万元）", None),
        ("总费用壹佰万元整（小写：1,000,000元），其中设备维护费伍拾万元整（￥500,000）。", None),
        ("总费用壹佰万元整（小写：1,000,000元），其中设备维护费伍拾万元整（￥550,000）。", "invalid"),
        ("设备维护费叁拾陆万元整（366,000元）。", "invalid"),
        ("设备维护费（万元）：小写36\n设备维护费（万元）：大写人民币叁拾捌万元整", "invalid"),
        ("总价（大写）：贰佰万元整\n总价（小写）：2,000,000元\n设备维护费（大写）：壹拾万元整", None),
        ("总价（小写）：2,000,000元\n设备维护费（大写）：壹拾万元整", None),  # of another name
        ("总价（小写）：20万元，设备维护费（小写）：10万元\n设备维护费（大写）：壹拾贰万元整", "invalid"),
    ],
)
def test_a_sum_in_capitals(found: Found, said: str, status: str | None) -> None:
    findings = found((LIST, f"{said}\n{LIST}"))
    clashes = {name: f.status for (kind, name), f in findings.items() if kind == "consistency" and f.status != "met"}
    assert clashes == ({"设备维护费": status} if status else {})


@pytest.mark.parametrize(
    ("below", "status"),
    [
        ("建设条件说明\n厂区南侧有两条市政道路，供水、供电、供气均由园区统一接入，并预留了扩建用地。", "met"),
        ("建设条件\n见现场。", "unverifiable"),
    ],
)
def test_a_long_answer_below_the_table(found: Found, below: str, status: str) -> None:
    rows = "示范面积（亩）\t126\t场地来源\t自有\n交通情况\t临街\t权属\t国有\n"
    form = f"三、场地信息表\n{rows}\n{below}\n"
    findings = found((LIST, form + LIST), more=MORE)
    assert findings["form_field", "建设条件说明"].status == status


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("榜单编号：YY-01 便携式彩色超声诊断设备\n", "met"),
        ("榜单编号：YY-01\n", "unverifiable"),
    ],
)
def test_the_name_of_the_direction_beside_its_number(found: Found, line: str, status: str) -> None:
    more = "附件3\n云屿市揭榜挂帅项目信息表\n榜单编号\t\t榜单名称\t\n"
    findings = found(("揭榜单位：云", f"{line}揭榜单位：云"), more=more)
    assert findings["form_field", "榜单名称"].status == status


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ("项目负责人\t柳某\t电子邮箱\tliu@shengtong.example.cn\n", "met"),
        ("项目负责人\t柳某\t电子邮箱\t待补充\n", "missing"),
        ("项目负责人\t柳某\t电子邮箱\tliu@shengtong.example.cn\n联系人\t甲某\t电子邮箱\t\n", "missing"),
    ],
)
def test_the_one_field_of_a_label(found: Found, rows: str, status: str) -> None:
    more = "附件3\n云屿市揭榜挂帅项目联络信息表\n联系人\t\t电子邮箱\t\n"
    findings = found((LIST, f"三、联络信息表\n{rows}{LIST}"), more=more)
    assert findings["form_field", "联系人电子邮箱"].status == status
