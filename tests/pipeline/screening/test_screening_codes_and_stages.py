"""Codes of directions, days that no calendar has, stages in disorder, and partners whom only the text names."""

from pathlib import Path

import pytest
from written_case import HEAD, statuses

from pipeline.matching import Matcher
from pipeline.reading import ReadingOptions, read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.screening import screen
from pipeline.screening.fields.direction_codes import also_named, part_of_another
from pipeline.structure import structure
from schemas.outline import Outline
from schemas.text import Text

CALL = (
    "一、申报条件\n1. 申报单位须具有独立法人资格。\n2. 参与单位不超过3家。\n二、申报材料\n申报书、营业执照复印件。\n"
    "三、实施期限\n攻关任务须于2028年6月30日前完成。\n四、申报时间\n申报截止时间为2026年6月30日。\n"
    "附件\n海上平台揭榜挂帅申报书\n填报日期：  年  月  日\n单位名称\t\t参与单位\t\n成立时间\t\t联系电话\t\n"
    "项目方案\n（一）现有基础\n（二）进度安排\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n填报日期：{filed}\n单位名称\t海岚深潜装备有限公司\t参与单位\t{partners}\n"
    "成立时间\t{born}\t联系电话\t0599-5000123\n项目方案\n（一）现有基础\n{basis}\n（二）进度安排\n{plan}\n"
)
WORDS = {
    "filed": "2026年5月6日",
    "partners": "无",
    "born": "2015年3月1日",
    "basis": "公司设有湿热试验室。",
    "plan": "2026年7月至2027年6月研制；2027年7月至2028年5月验收。",
}
GAPS = ("invalid", "insufficient", "missing")
STAGES = "第一阶段：2026年7月至2026年12月设计。\n第二阶段：{second}研制。\n第三阶段：{third}验收。"
CASES = [
    ("filed", "2026年2月30日", "填报日期", True),
    ("born", "2015年2月31日", "成立时间", True),
    ("born", "2015年13月1日", "成立时间", True),
    ("born", "2016年2月29日", "成立时间", False),
    ("plan", "2026年7月至2027年6月31日研制；2027年7月至2028年5月验收。", "日期", True),
    ("basis", "型号为V2.30，湿热试验按2025.13版执行。", "日期", False),
    ("plan", STAGES.format(second="2027年1月至2027年9月", third="2027年10月至2028年5月"), "completion", False),
    ("plan", STAGES.format(second="2027年1月至2027年9月", third="2027年9月至2028年5月"), "completion", False),
    ("plan", STAGES.format(second="2027年1月至2027年9月", third="2027年3月至2028年5月"), "completion", True),
    ("plan", STAGES.format(second="2027年7月至2028年1月", third="2027年1月至2028年5月"), "completion", True),
    (
        "plan",
        STAGES.format(second="2027年1月至2027年9月", third="2027年3月至2028年5月与上一阶段并行开展"),
        "completion",
        False,
    ),
    ("plan", "2027年：1月至12月研制。\n2028年：1月至12月试验，12月31日结题。", "completion", True),
    ("plan", "2027年：1月至12月研制。\n2028年：1月至5月试验，5月31日结题。", "completion", False),
    ("plan", WORDS["plan"] + "\n（三）成果推广与知识产权安排\n2029年底前装机30台。", "completion", False),
    ("plan", WORDS["plan"] + "\n（三）后续工作计划\n2029年底前完成攻关。", "completion", True),
    ("partners", "海岚大学、东溟厂、蓝湾公司", "参与单位不超过3家", False),
    ("partners", "海岚大学、东溟厂、蓝湾公司、云川测控所", "参与单位不超过3家", True),
    (
        "basis",
        "参与单位海岚大学、东溟研究院、蓝湾软件有限公司、昆山甲公司分别承担试验。",
        "参与单位不超过3家",
        True,
    ),
    (
        "basis",
        "由海岚深潜装备有限公司牵头，与海岚大学、东溟厂、蓝湾公司、丁研究所组成联合体。",
        "参与单位不超过3家",
        True,
    ),
    ("basis", "参与单位海岚大学、东溟研究院分别承担试验。", "参与单位不超过3家", False),
]


@pytest.mark.parametrize(("part", "words", "name", "gap"), CASES)
def test_what_is_written(tmp_path: Path, part: str, words: str, name: str, gap: bool) -> None:
    found = statuses(tmp_path, CALL, PART.format(**{**WORDS, part: words}))
    assert (found.get(name) in GAPS) is gap


DIRECTIONS = (
    "一、揭榜方向\n方向1：水下清洗装置\n任务：研制水下清洗装置。\n方向2：浮标监测平台\n任务：研制浮标监测平台。\n"
    "二、申报材料\n申报书、营业执照复印件。\n附件\n海上平台揭榜挂帅申报书\n单位名称\t\t项目名称\t\n"
    "揭榜方向\t□方向1：水下清洗装置 □方向2：浮标监测平台\n项目方案\n（一）现有基础\n"
)
BOXES = "□方向1：水下清洗装置 □方向2：浮标监测平台"


@pytest.mark.parametrize(
    ("chosen", "status"),
    [
        (BOXES.replace("□", "☑", 1), "met"),
        ("方向2：浮标监测平台", "met"),
        ("方向1：浮标监测平台", "invalid"),  # the number is another's
        (BOXES + " ☑3其他：海缆巡检", "invalid"),  # added by hand
        (BOXES, "missing"),
        ("方向2：浮标监测平台；兼报方向1：水下清洗装置", "invalid"),
        ("方向2：浮标监测平台（与方向1：水下清洗装置衔接）", "met"),
        ("方向2（浮标监测平台），同时兼报方向1（水下清洗装置）", "invalid"),
        ("浮标监测平台（兼报：水下清洗装置）", "invalid"),
        ("方向2（浮标监测平台）", "met"),
    ],
)
def test_numbers_and_names_of_directions(tmp_path: Path, chosen: str, status: str) -> None:
    part = (
        "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t项目名称\t水下装置\n"
        f"揭榜方向\t{chosen}\n项目方案\n（一）现有基础\n公司设有湿热试验室。\n"
    )
    call = build_notice(*_read(tmp_path / "通知.txt", HEAD + DIRECTIONS))
    found = screen(call, build_submission(*_read(tmp_path / "申报书.txt", part)), Matcher(call)).findings
    assert [finding.status for finding in found if finding.kind == "direction"] == [status]


TASKS = (
    "一、揭榜题目\n本次张榜两道题。\n1.1 第一题：水下清洗装置\n需研制水下清洗装置。\n指标：清洗率不低于90%。\n"
    "1.2 第二题：浮标监测平台\n需研制浮标监测平台。\n指标：在位率不低于95%。\n二、申报材料\n申报书、营业执照复印件。\n"
    "附件\n海上平台揭榜挂帅申报书\n单位名称\t\t项目名称\t\n揭榜题目（题号和题名）\t\n项目方案\n（一）现有基础\n"
)


@pytest.mark.parametrize(
    ("chosen", "status"),
    [
        ("第二题　浮标监测平台", "met"),
        ("第一题　浮标监测平台", "invalid"),
        ("序号1：浮标监测平台", "invalid"),
        ("序号2：浮标监测平台", "met"),
        ("1 浮标监测平台", "invalid"),
        ("2 浮标监测平台", "met"),
        ("浮标监测平台", "met"),
    ],
)
def test_the_number_of_a_list(tmp_path: Path, chosen: str, status: str) -> None:
    part = (
        "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t项目名称\t水下装置\n"
        f"揭榜题目（题号和题名）\t{chosen}\n项目方案\n（一）现有基础\n公司设有湿热试验室。\n"
    )
    call = build_notice(*_read(tmp_path / "通知.txt", HEAD + TASKS))
    found = screen(call, build_submission(*_read(tmp_path / "申报书.txt", part)), Matcher(call)).findings
    assert [finding.status for finding in found if finding.kind == "direction"] == [status]


@pytest.mark.parametrize(("number", "status"), [("方向1", "met"), ("方向2", "invalid")])
def test_a_number_alone_against_the_text(tmp_path: Path, number: str, status: str) -> None:
    plan = "研制水下清洗装置，空化射流清洗船体附着物，清洗装置由履带磁吸在船壳上行走，清洗率不低于92%。"
    part = (
        "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t项目名称\t船体水下清洗装置\n"
        f"揭榜题目（题号和题名）\t{number}\n项目方案\n（一）现有基础\n{plan}\n水下清洗装置已有样机。\n"
    )
    call = build_notice(*_read(tmp_path / "通知.txt", HEAD + TASKS))
    found = screen(call, build_submission(*_read(tmp_path / "申报书.txt", part)), Matcher(call)).findings
    assert [finding.status for finding in found if finding.kind == "direction"] == [status]


def _read(path: Path, words: str) -> tuple[Text, Outline]:
    path.write_text(words, encoding="utf-8")
    return structure(read(path, options=ReadingOptions(isolate=False, cache=False)))


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("HT-01 船体水下清洗装置", [1]),
        ("HT-01 船体水下清洗装置；HT-02 90米级浮标（以评审结果择一）", [1, 2]),
        ("HT-02 90米级浮标，另报HT-03传感、供电与传输一体化海缆", [2, 3]),
        ("HT-03 传感、供电与传输一体化海缆", [3]),  # the marks are its name's own
        ("船体水下清洗装置及90米级浮标", [1, 2]),
        ("HT-01 船体水下清洗装置（主报）；HT-02 90米级浮标（兼报，如主报未入选再补交任务书）", [1, 2]),
        ("方向一（船体水下清洗装置），兼报方向二", [1, 2]),
        ("方向一＋方向二", [1, 2]),
        ("方向二、三", [2, 3]),
        ("方向三为主，同时申报方向一中的清洗内容", [3, 1]),
        ("方向二（跨方向组合，并揭榜方向三）", [2, 3]),
        ("方向一和方向三", [1, 3]),
        ("方向一，参考方向二的成果", [1]),
        ("方向一，20个航次", [1]),
        ("方向一。方向二的浮标可供参考", []),
        ("方向一（与方向二衔接）", []),
        ("船体水下清洗装置（另报90米级浮标）", [1, 2]),
        ("方向一（船体水下清洗装置，由方向二调整而来）", []),
        ("船体水下清洗装置（含90米级浮标）", [1]),  # what it holds
        ("HT-02 90米级浮标，船体水下清洗装置领域", [2]),  # what it is near to
        ("HT-01 船体水下清洗装置（不含HT-02 90米级浮标的内容）", []),
        ("HT-01 船体水下清洗装置\nHT-02 90米级浮标\nHT-03 传感、供电与传输一体化海缆", []),  # the notice's own list
    ],
)
def test_directions_named_side_by_side(tmp_path: Path, words: str, numbers: list[int]) -> None:
    names = ("船体水下清洗装置", "90米级浮标", "传感、供电与传输一体化海缆")
    call = build_notice(*_read(tmp_path / "通知.txt", HEAD + DIRECTIONS))
    own = [call.directions[0].model_copy(update={"number": n, "name": name}) for n, name in enumerate(names, 1)]
    assert also_named(call.model_copy(update={"directions": tuple(own)}), words) == numbers


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("方向一　船体水下清洗装置（并揭方向三中的供电部分）", [1, 3]),
        ("方向二 90米级浮标，另承担方向3的部分内容", [2, 3]),
        ("方向二（加揭方向一的一项指标）", [2, 1]),
        ("方向三，同时做方向二里的锚系一段", [3, 2]),
        ("方向一（兼报方向二的去除附着物一节）", [1, 2]),
        ("方向一　船体水下清洗装置", []),
        ("方向一（不揭方向三的内容）", []),
        ("方向一（并完成海试）", []),
        ("方向一（与方向三衔接，并揭其接口）", []),
        ("方向一（同时完成方向一的全部指标）", [1]),
    ],
)
def test_a_part_of_another_direction(tmp_path: Path, words: str, numbers: list[int]) -> None:
    names = ("船体水下清洗装置", "90米级浮标", "传感、供电与传输一体化海缆")
    call = build_notice(*_read(tmp_path / "通知.txt", HEAD + DIRECTIONS))
    own = [call.directions[0].model_copy(update={"number": n, "name": name}) for n, name in enumerate(names, 1)]
    assert part_of_another(call.model_copy(update={"directions": tuple(own)}), words) == numbers
