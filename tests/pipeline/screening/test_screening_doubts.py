"""Doubts before an alarm: another figure for the metric, chapters of one's own, clauses with no word of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from written_case import findings_of, statuses

from pipeline.screening.claims.left_over import is_aside, opposed, tells_apart
from pipeline.screening.clauses.clause_words import says_nothing_own
from pipeline.screening.clauses.enumerations import the_one_left_out
from schemas.facts import Target
from schemas.finding import Finding

Found = Callable[..., dict[tuple[str, str], Finding]]
RESOLUTION = "力反馈分辨率达到0.08N，用标准测力计测试"
BOOK = (
    "附件1\n揭榜任务书\n一、任务价值\n说明价值。\n二、工作基础\n说明基础。\n三、实施计划\n说明时间进度。\n"
    "四、组织保障\n说明团队。\n五、风险与对策\n说明风险及应对措施。\n"
)
ANSWERS = {
    "一、任务价值": "建成后每年为港口减少停工损失约两百万元，带动三家配套企业。",
    "二、工作基础": "课题组在海岚港连续观测六年，掌握浮标标定和数据质控方法。",
    "三、实施计划": "2026年6月完成样机，2026年12月完成海试，2027年6月验收。",
    "四、组织保障": "由总工程师牵头，设结构、电气、软件三个小组，每周例会一次。",
    "五、风险与对策": "一是台风，提前回收浮标并改期；二是器件断供，备两家供应商。",
}


@pytest.fixture
def found(tmp_path: Path) -> Found:
    return findings_of(tmp_path / "申报书.txt")


@pytest.mark.parametrize(
    ("metric", "words", "status"),
    [
        ("整机噪声不超过45dB", "整机噪声为52dB，交付线：41dB", "unverifiable"),
        ("整机噪声不超过45dB", "整机噪声为52dB，榜单要求：45dB", "insufficient"),
        ("整机噪声不超过45dB", "整机噪声为52dB，冲刺值41dB", "insufficient"),
        ("整机噪声不超过45dB", "整机噪声为52dB，国外同类产品41dB", "insufficient"),
        ("垃圾处理能力每小时不低于10吨", "垃圾处理能力为每小时6吨，垃圾处理能力即每日60吨", "insufficient"),
        ("漏检率不超过3%", "漏检率4.1%，误检率2.2%", "insufficient"),
        ("示范医院不少于10家", "示范医院8家，培训医生12名", "insufficient"),
    ],
)
def test_a_figure_that_would_do_beside_one_that_is_too_low(found: Found, metric: str, words: str, status: str) -> None:
    findings = found((RESOLUTION, f"{RESOLUTION}；{words}"), metric=metric)
    (finding,) = [f for (kind, name), f in findings.items() if kind == "numeric_target" and name[:3] in metric]
    assert finding.status == status


def _book(*titles: str) -> str:
    return "揭榜任务书\n" + "".join(
        f"{mark}、{title}\n{2 * text}\n"
        for mark, title, text in zip("一二三四五", titles, ANSWERS.values(), strict=False)
    )


@pytest.mark.parametrize(
    ("titles", "missing", "doubtful"),
    [
        (("任务价值", "工作基础", "实施计划", "组织保障", "风险与对策"), 0, 0),
        (("任务价值", "工作基础", "实施计划", "组织保障"), 1, 0),
        (("任务价值", "工作基础", "甲子与海", "乙丑有潮"), 0, 3),
    ],
)
def test_chapters_of_ones_own_may_be_what_is_missed(
    titles: tuple[str, ...], missing: int, doubtful: int, tmp_path: Path
) -> None:
    book = _book(*titles)
    found = statuses(tmp_path, BOOK, f"揭榜单位：海岚公司\n{book}")
    sections = [found[name] for name in ("任务价值", "工作基础", "实施计划", "组织保障", "风险与对策")]
    assert (sections.count("missing"), sections.count("unverifiable")) == (missing, doubtful)


LIST = "攻关多智能体系统与优化决策技术、无人集群系统技术、群智软件技术和群智联邦学习技术等关键技术"


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("多智能体系统协同与优化决策，无人集群编队技术，异构设备接入", "群智软件技术、群智联邦学习技术"),
        ("多智能体系统协同与优化决策，无人集群编队技术，群智应用商店", None),
        ("编队与避碰，异构设备接入", None),
    ],
)
def test_two_parts_of_one_kind_are_left_out(text: str, left_out: str | None) -> None:
    assert the_one_left_out(LIST, text, lambda _: 0.0) == left_out


def test_a_part_in_other_words_is_not_left_out() -> None:
    assert the_one_left_out(LIST, "多智能体系统协同与优化决策，无人集群编队技术，异构设备接入", lambda _: 0.9) is None


def test_a_clause_without_a_word_of_its_own() -> None:
    name = "面向工业制造领域的典型应用"
    assert says_nothing_own("推进人工智能技术和产品在工业制造领域的深度融合应用", f"{name}人工智能创新任务")
    assert not says_nothing_own("工业大模型应完成开源", "工业大模型研发与应用")
    assert not says_nothing_own("提升高端制造装备精度及其保持性", f"{name}人工智能创新任务")


def test_what_tells_two_metrics_apart() -> None:
    assert tells_apart("结构化稀疏后FP16算力", "单芯片FP16", "单芯片FP16峰值（2:4稀疏）")
    assert not tells_apart("结构化稀疏后FP16算力", "单芯片FP16", "单芯片FP16峰值（密集）")
    assert not tells_apart("通气时间", "通气阻力", "响应时间")


@pytest.mark.parametrize(
    ("words", "aside"),
    [
        ("用分析仪配合90GHz探测器标定", True),
        ("采用0.05%FS压力传感器比对", True),
        ("由0.2nm光谱分析仪检测", True),
        ("用模体在离轴5厘米处测", True),
        ("舱体宽5厘米", False),
        ("研制精度0.05%FS压力传感器", False),  # the work's own
        ("开发帧率240fps高速相机", False),
        ("形成分辨率0.2nm光谱分析仪样机", False),
        ("应用于深海的精度0.05%FS压力传感器", False),
    ],
)
def test_what_is_measured_with(words: str, aside: bool) -> None:
    assert is_aside(words) is aside


def test_bounds_on_the_other_side() -> None:
    least = Target.model_validate(
        {"metric": "载荷", "comparator": ">=", "value": 1.0, "evidence": {"text": "载荷", "start": 0, "end": 2}}
    )
    most = least.model_copy(update={"comparator": "<="})
    assert opposed(least, most)
    assert opposed(most, least)
    assert not opposed(least, least.model_copy(update={"comparator": "="}))


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("工程师、工学硕士", "insufficient"),
        ("工程师、工学博士", "met"),
        ("工程师、博士在读", "insufficient"),
        ("工程师、在读博士", "insufficient"),
        ("教授（博士生导师）", "met"),
        ("高级工程师、工学硕士", "met"),
        ("工程师", "unverifiable"),
    ],
)
def test_a_degree_beside_the_title(title: str, status: str, tmp_path: Path) -> None:
    call = (
        "一、申报条件\n（一）项目负责人具有副高级以上职称或博士学位。\n附件1\n申报表\n单位名称：\n项目负责人姓名：\n"
        "项目负责人职称学位：\n"
    )
    form = f"申报表\n单位名称：海岚公司\n项目负责人姓名：辛白杨\n项目负责人职称学位：{title}\n"
    assert statuses(tmp_path, call, form)["项目负责人具有副高级以上职称或博士学位"] == status


def test_people_are_no_partners(tmp_path: Path) -> None:
    call = "一、申报条件\n（一）联合申报的，单位总数不超过4家。\n附件1\n申报表\n单位名称：\n职工总数（人）：\n"
    form = "申报表\n单位名称：海岚公司\n职工总数（人）：163\n"
    found = statuses(tmp_path, call, form)
    assert next(status for name, status in found.items() if "单位总数" in name) == "unverifiable"


@pytest.mark.parametrize(
    ("words", "contradicts"),
    [
        ("人员投入：公司现有研发人员118人，其中博士9人。", True),
        ("人员投入：公司现有研发人员126人，其中博士9人。", False),
        ("本项目投入研发人员18人。", False),
    ],
)
def test_the_applicants_people_under_a_label_of_what_is_put_in(words: str, contradicts: bool, tmp_path: Path) -> None:
    call = "附件1\n申报表\n单位名称：\n研发人员人数：\n揭榜任务书\n一、工作基础\n说明基础。\n二、实施计划\n说明进度。\n"
    text = f"申报表\n单位名称：海岚公司\n研发人员人数：126\n揭榜任务书\n一、工作基础\n{words}\n二、计划\n完成。\n"
    assert (statuses(tmp_path, call, text).get("研发人员人数") == "invalid") is contradicts
