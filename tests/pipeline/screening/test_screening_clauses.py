"""Clauses, their words and what an application says of them, and years that a proof is asked for."""

from datetime import date
from pathlib import Path

import pytest
from written_case import APPLICATION, NOTICE

from pipeline.matching import Matcher
from pipeline.reading import ReadingOptions, read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.screening import screen
from pipeline.screening.clauses.clause_words import asked_pieces, half_said_in, is_half_said, is_said, only_talk
from pipeline.screening.kinds.task_requirement import _HEADS_TASK
from pipeline.screening.proofs.asked_years import asked_years, months_in, noted, too_old, years_in
from pipeline.structure import structure
from schemas.evidence import Evidence
from schemas.notice import Material, Obligation
from schemas.outline import Outline
from schemas.text import Text

TEXT = "用scan扫描，项目研制岸基雷达整机，开发目标识别软件，在两处岸站安装运行，数据接入海事部门的监管网络。"


@pytest.mark.parametrize(
    ("word", "said", "half"),
    [
        ("目标识别", True, True),
        ("装备精度", False, False),
        ("识别精度", False, True),  # 识别 of it
        ("精细化", False, False),
        ("网络化", True, True),  # 网络
        ("中英文", False, False),
        ("浮标", False, False),
        ("scada", False, False),
    ],
)
def test_words_said_and_half_said(word: str, said: bool, half: bool) -> None:
    assert (is_said(word, TEXT), is_half_said(word, TEXT)) == (said, half)


def test_the_share_of_a_clause_that_one_text_half_says() -> None:
    clause = "建立海上浮标标定规程"
    assert half_said_in(clause, [TEXT]) < half_said_in(clause, [TEXT, "按规程完成海上浮标的标定。"]) == 1
    assert half_said_in("建立系统", [TEXT]) == 1  # no word that says what


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        ("监管报告的自动生成同样受到公司高度重视，今后将不断加强、持续完善。", True),
        ("监管报告的自动生成同样受到公司高度重视；报告按模板由大模型自动生成，含处置建议。", False),
        ("监管报告由大模型按模板自动生成，含处置建议。", False),
        ("项目研制岸基雷达整机。", False),
    ],
)
def test_a_clause_of_which_nothing_is_said_but_that_it_matters(text: str, talk: bool) -> None:
    assert (only_talk("能自动生成专业级别的监管报告", text) is not None) is talk


@pytest.mark.parametrize(
    ("name", "evidence", "last", "years"),
    [
        ("2024年度审计报告", "2024年度审计报告", 2025, {2024}),
        ("2024年度、2025年度审计报告", "2024年度、2025年度审计报告", None, {2024, 2025}),
        ("财务报表", "财务报表（2023—2025年）", 2025, {2023, 2024, 2025}),
        ("近三年财务报表", "近三年财务报表", 2025, {2023, 2024, 2025}),
        ("审计报告", "上年度审计报告", 2025, {2025}),
        ("审计报告", "审计报告；须于2026年3月1日前提交", 2025, set()),
        ("近三年无违法记录证明", "近三年无违法记录证明", 2025, set()),
        ("审计报告", "上年度审计报告", None, set()),
    ],
)
def test_years_asked_for(name: str, evidence: str, last: int | None, years: set[int]) -> None:
    where = Evidence(text=evidence, start=0, end=len(evidence))
    assert asked_years(Obligation(id="p", kind="proof_material", name=name, evidence=where), last) == years


def test_years_of_the_column_of_requirements() -> None:
    where = Evidence(text="审计报告", start=0, end=4)
    paper = Material(name="审计报告", kind="proof", remark="近两年，会计师事务所出具", evidence=where)
    proof = Obligation(id="p", kind="proof_material", name="审计报告", material=paper, evidence=where)
    assert asked_years(proof, 2025) == {2024, 2025}
    late = paper.model_copy(update={"remark": "2026年1月1日以后出具"})
    assert too_old("审计报告" + noted(proof.model_copy(update={"material": late})), "2025年3月2日") is not None


@pytest.mark.parametrize(
    ("asked", "given", "old"),
    [
        ("信用报告，出具日期不早于2026年4月1日；", "信用报告，生成日期2025年12月9日", True),
        ("信用报告，出具日期不早于2026年4月1日；", "信用报告，生成日期2026年4月9日", False),
        ("信用报告，开具时间应在2026年4月1日以后", "信用报告（2026年3月30日）", True),
        ("信用报告，须含出资人信息", "信用报告（2025年3月30日）", False),
    ],
)
def test_when_a_paper_must_be_made_behind_its_name(asked: str, given: str, old: bool) -> None:
    where = Evidence(text=asked, start=0, end=len(asked))
    paper = Obligation(id="p", kind="proof_material", name="信用报告", evidence=where)
    assert (too_old(paper.name + noted(paper), given) is not None) == old
    assert not asked_years(paper, 2025)
    assert not months_in(noted(paper))


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("审计报告（2023年、2024年）", [2023, 2024]),
        ("2023-2025年财务报表", [2023, 2024, 2025]),
        ("审计报告20250402", []),
        ("2023年度，某会审〔2024〕17号", [2023]),
        ("2025年4月2日出具的报告", []),
    ],
)
def test_years_named(words: str, years: list[int]) -> None:
    assert sorted(set(years_in(words))) == years


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("2025年12月职工社会保险缴纳证明", {(2025, 12)}),
        ("2026年4月1日以后出具的信用报告", set()),
        ("2026年4月以后出具的信用报告", set()),
        ("2025年度审计报告", set()),
        ("社保缴纳证明（2025年11月至2026年1月）", {(2025, 11), (2025, 12), (2026, 1)}),
        ("社保缴纳证明，须包含2026年1月至3月", {(2026, 1), (2026, 2), (2026, 3)}),
        ("2024年5月20日至6月2日的检测报告", set()),
    ],
)
def test_months_named(words: str, months: set[tuple[int, int]]) -> None:
    assert months_in(words) == months


@pytest.mark.parametrize(
    ("asked", "given", "old"),
    [
        ("2026年5月1日以后出具的企业信用报告", "企业信用报告（出具日期2026年3月18日）", True),
        ("2026年5月1日以后出具的企业信用报告", "企业信用报告（2026年5月6日）", False),
        ("2026年5月1日以后出具的企业信用报告", "企业信用报告（信报〔2026〕3号）", False),
        ("2026年5月1日前出具的企业信用报告", "企业信用报告（2026年3月18日）", False),
        ("2025年度审计报告", "审计报告（2026年3月18日）", False),
        ("检测报告（2025年1月1日以后出具）", "检测报告（2023年6月8日）", True),
        ("信用报告（网站下载，出具日期在2026年3月1日（含）以后）", "信用报告，出具日期2025年11月18日", True),
        ("信用报告（网站下载，出具日期在2026年3月1日（含）以后）", "信用报告，2026年3月1日下载", False),
        ("信用报告（本通知发布之日（2026年4月8日）以后下载）", "信用报告（2025年10月6日下载）", True),
        ("信用报告（本通知发布之日（2026年4月8日）以后下载）", "信用报告（2026年5月6日下载）", False),
        ("信用报告（网站下载，出具日期不早于2026年8月1日）", "信用报告，出具日期2025年11月6日", True),
        ("信用报告（网站下载，出具日期不早于2026年8月1日）", "信用报告，出具日期2026年8月6日", False),
        ("信用报告（申报截止日前30日内下载）", "信用报告，2026年2月6日下载", True),
        ("信用报告（申报截止日前30日内下载）", "信用报告，2026年6月6日下载", False),
        ("信用报告（近三个月内出具）", "信用报告，2025年12月1日出具", True),
        ("存款证明（出具日期应在申报截止前1个月内）", "存款证明，2026年3月2日开具", True),
        ("近6个月社保缴纳证明", "社保缴纳证明（2025年12月）", False),
        ("近三个月内社保缴纳证明", "社保缴纳证明（2025年12月）", False),
    ],
)
def test_a_proof_made_too_early(asked: str, given: str, old: bool) -> None:
    assert (too_old(asked, given, date(2026, 6, 20)) is not None) is old


RULES, ACCESS = "编制超声探头校准规程，经三家计量机构试行后定稿。", "检查数据接入区域影像云平台，供下级医院调阅。"


@pytest.mark.parametrize(
    ("work", "rules", "access"),
    [
        (RULES, "met", "missing"),
        (RULES + ACCESS, "met", "met"),
    ],
)
def test_clauses_and_what_is_said_of_them(work: str, rules: str, access: str, tmp_path: Path) -> None:
    path = tmp_path / "document.txt"

    def read_text(words: str) -> tuple[Text, Outline]:
        path.write_text(words, encoding="utf-8")
        return structure(read(path, options=ReadingOptions(isolate=False, cache=False)))

    task = "编制超声探头校准规程，接入区域影像云平台。"
    notice = build_notice(*read_text(NOTICE.replace("{more}", "").replace("研制便携式彩超整机。", task)))
    words = APPLICATION.replace("（二）进度安排\n", work + "\n（二）进度安排\n")
    found = screen(notice, build_submission(*read_text(words)), Matcher(notice)).findings
    told = {one.name: one for one in found if one.kind == "task_requirement"}
    one, other = told["编制超声探头校准规程"], told["接入区域影像云平台"]
    assert (one.status, other.status) == (rules, access)
    assert one.confidence > 0.9


@pytest.mark.parametrize(
    ("clause", "pieces"),
    [
        ("面向远洋渔场等场景，开发目标识别软件", ["开发目标识别软件"]),
        ("提升巡检水平，实现老旧浮标改造", ["提升巡检水平", "实现老旧浮标改造"]),
        ("面向远洋渔场的识别软件", ["面向远洋渔场的识别软件"]),
    ],
)
def test_pieces_that_are_asked(clause: str, pieces: list[str]) -> None:
    assert asked_pieces(clause) == pieces


@pytest.mark.parametrize(
    ("clause", "heads"),
    [
        ("揭榜团队要建成一套可以在值班室日常使用的海况预报系统", True),
        ("揭榜方应研制一台适用于礁区的布放机器人", True),
        ("承担单位须开发一个面向渔港的调度平台", True),
        ("揭榜人要形成一套低温采样成套装备", True),
        ("中榜企业拟打造一套海缆巡检软件", True),
        ("针对浅水信号衰减的问题，建设中继网", True),
        ("揭榜方应建立一套面向渔民的培训制度", False),
        ("揭榜方须提供一套备件", False),
        ("揭榜方应开发三个数据接口", False),
        ("揭榜团队要利用已有的雷达数据", False),
        ("开发一个面向渔港的调度平台", False),
    ],
)
def test_what_sums_up_a_task(clause: str, heads: bool) -> None:
    assert (_HEADS_TASK.match(clause) is not None) is heads
