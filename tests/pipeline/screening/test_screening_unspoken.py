"""Clauses of which an application uses no word of their own, and years that a proof is asked for."""

from pathlib import Path

import pytest
from written_case import APPLICATION, NOTICE

from pipeline.matching import Matcher
from pipeline.reading import ReadingOptions, read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.screening import screen
from pipeline.screening.answers.asked_years import asked_years, months_in, too_old, years_in
from pipeline.screening.answers.unspoken import (
    asked_pieces,
    means_said,
    mostly_said,
    nowhere,
    only_talk,
    said_together,
    unspoken,
)
from pipeline.structure import structure
from schemas.evidence import Evidence
from schemas.notice import Obligation
from schemas.outline import Outline
from schemas.text import Text

TEXT = "项目研制岸基雷达整机，开发目标识别软件，在两处岸站安装运行，数据接入海事部门的监管网络。"
BESIDE = ("岸基雷达装备", "研制岸基雷达整机")


@pytest.mark.parametrize(
    ("clause", "piece"),
    [
        ("形成雷达校准规程", "形成雷达校准规程"),  # neither 校准 nor 规程; 雷达 is the direction's
        ("开发目标识别软件，形成校准规程", "形成校准规程"),
        ("开发目标识别软件", None),
        ("建立港口数据溯源体系", "建立港口数据溯源体系"),  # what is made is not named
        ("建立港口数据溯源管理体系", "建立港口数据溯源管理体系"),
        ("建立海上浮标的监管平台", None),  # it is, though 浮标 is not
        ("研制雷达装备", None),  # nothing of its own
        ("开发目标识别软件，并实现对外开放", "并实现对外开放"),  # a short piece, one compound
        ("开发目标识别软件，并实现网络开放", None),  # 网络 is said: 网络开放 may be meant otherwise
        ("实现对外开放", None),
        ("形成规程", None),  # one word alone may be said otherwise
        ("与海事监管网络及港口调度联动", None),  # half of it is spoken of
        ("提高目标样本的识别性", None),  # 目标样本: both halves are, and 识别
        ("面向远洋渔场巡护等场景，开发目标识别软件", None),  # what it is for
        ("软件数据接入船舶自动识别网络（AIS）", "软件数据接入船舶自动识别网络（AIS）"),  # neither AIS nor 船舶
        ("软件数据接入海事监管网络（HSJG）", None),  # said without the abbreviation
        ("软件与港口TOS及监管网络对接", "软件与港口TOS及监管网络对接"),  # neither TOS nor 对接
        ("开发雷达资料同化与目标软件", None),  # two of four are spoken of, and none is a name
    ],
)
def test_unspoken(clause: str, piece: str | None) -> None:
    assert unspoken(clause, BESIDE, TEXT) == piece


@pytest.mark.parametrize(
    ("clause", "piece"),
    [
        ("研究故障诊断与风险预警方法", "研究故障诊断与风险预警方法"),
        ("研究故障诊断与目标识别", None),  # one compound of two
        ("研制柔性抓取末端执行器", "研制柔性抓取末端执行器"),
        ("研制柔性浮标", None),  # two words alone may be said otherwise
    ],
)
def test_pieces_that_are_nowhere(clause: str, piece: str | None) -> None:
    assert nowhere(clause, BESIDE, TEXT) == piece


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("围绕海况特点，突破岸基雷达整机、目标识别软件等核心技术", True),  # three words of it in one passage
        ("通过岸站等方式满足监管需求", True),  # the way
        ("通过浮标等方式满足监管需求", False),
        ("通过技术等手段提升监管水平", False),
        ("研究故障诊断与风险预警方法", False),
    ],
)
def test_words_that_stand_together(clause: str, said: bool) -> None:
    assert (said_together(clause, [TEXT]) or means_said(clause, TEXT)) is said


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


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("审计报告（2023年、2024年）", [2023, 2024]),
        ("2023-2025年财务报表", [2023, 2024, 2025]),
        ("审计报告20250402", []),
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
    ],
)
def test_a_proof_made_too_early(asked: str, given: str, old: bool) -> None:
    assert (too_old(asked, given) is not None) is old


@pytest.mark.parametrize(("more", "status"), [("", "insufficient"), ("新一代脉搏腕带年内定型。", "met")])
def test_one_piece_of_a_clause_that_is_else_answered(tmp_path: Path, more: str, status: str) -> None:
    """利用…，以…替代…，打造…腕带: much is said of the first pieces, nothing of the last, which is judged by itself."""
    path = tmp_path / "document.txt"

    def read_text(words: str) -> tuple[Text, Outline]:
        path.write_text(words, encoding="utf-8")
        return structure(read(path, options=ReadingOptions(isolate=False, cache=False)))

    task = "利用超声成像技术，以智能测量算法替代人工测量，打造新一代脉搏腕带。"
    notice = build_notice(*read_text(NOTICE.replace("{more}", "").replace("研制便携式彩超整机。", task)))
    work = f"利用超声成像技术，开发智能测量算法，替代人工测量，测量时间由十分钟缩短到一分钟。{more}\n"
    words = APPLICATION.replace("（二）进度安排\n", work + "（二）进度安排\n")
    found = screen(notice, build_submission(*read_text(words)), Matcher(notice)).findings
    clause = next(one for one in found if one.kind == "task_requirement" and "腕带" in one.name)
    assert clause.status == status
    assert status == "met" or "打造新一代脉搏腕带" in clause.explanation


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


def test_most_of_the_words_somewhere() -> None:
    assert mostly_said("整机与识别软件在岸站互联", TEXT)
    assert not mostly_said("建立海上浮标标定规程", TEXT)
