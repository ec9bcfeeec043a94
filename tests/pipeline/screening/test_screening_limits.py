"""Limits of length: two ways of counting, and parts that a call without a form names only to limit them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from documents import document
from written_case import APPLICATION, findings

from pipeline.matching import Matcher
from pipeline.reading import read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.screening import Rules, screen
from pipeline.structure import structure
from schemas.finding import GAP_STATUSES, Screening
from schemas.submission import Submission

CALL = """云屿市科学技术局
关于发布2026年度医疗器械揭榜挂帅榜单的通知
各有关单位：
一、申报材料
（1）项目申报书，其中单位简介不超过400字，项目摘要不超过800字；
（2）营业执照。
二、申报时间
揭榜单位于2026年5月6日至2026年6月5日提交申报材料。
云屿市科学技术局
2026年4月28日
"""
PROFILE = "公司从事便携式超声设备的研制与生产，现有员工八十人，产品用于社区医院。"


def test_only_one_way_of_counting_is_over(
    submission: Submission, screened: Callable[[Submission, Rules], Screening]
) -> None:
    """Figures and Latin words count as one in an office program: a person decides."""
    text = "型号 " + "A1B2C3D4E5F6 " * 5  # 50 characters are allowed
    fields = tuple(
        one.model_copy(update={"value": text}) if one.label == "单位简介" else one for one in submission.form_fields
    )
    found = screened(submission.model_copy(update={"form_fields": fields}), Rules()).findings
    limit = next(one for one in found if (one.kind, one.name) == ("word_limit", "单位简介"))
    assert limit.status == "met"
    assert limit.confidence < 0.5
    assert "人工核对" in limit.explanation


@pytest.mark.parametrize(
    ("profile", "abstract", "gaps"),
    [
        (PROFILE, "研制便携式彩超整机，" * 9, set()),
        ("", "研制便携式彩超整机，" * 9, {("form_field", "单位简介", "missing")}),
        (PROFILE, "详见可行性研究报告。", {("section", "项目摘要", "insufficient")}),
        (PROFILE, "（另行补充）", {("section", "项目摘要", "missing")}),
        (PROFILE, "（不超过800字）", {("section", "项目摘要", "missing")}),
    ],
)
def test_what_is_limited_has_to_be_there(profile: str, abstract: str, gaps: set[tuple[str, str, str]]) -> None:
    notice = build_notice(*structure(document(CALL, hard_wrapped=False)))
    words = APPLICATION.replace("出生年月\t1989年1月\t", f"单位简介\t{profile}\t")
    words = words.replace("二、项目方案\n", f"二、项目摘要\n{abstract}\n三、项目方案\n")
    submission = build_submission(*structure(document(words, hard_wrapped=False)))
    found = screen(notice, submission, Matcher(notice)).findings
    limited = {(f.kind, f.name, f.status) for f in found if f.name in ("单位简介", "项目摘要") and f.counts}
    assert limited == gaps


@pytest.mark.parametrize(("sentences", "status"), [(12, "met"), (40, "insufficient")])
def test_a_label_on_a_line_of_its_own_heads_what_is_limited(sentences: int, status: str) -> None:
    notice = build_notice(*structure(document(CALL, hard_wrapped=False)))
    words = APPLICATION.replace(
        "二、项目方案\n",
        f"表2 需求响应\n单位简介：\n{'公司研制便携式超声整机，设备用于社区医院。' * sentences}\n二、项目方案\n",
    )
    submission = build_submission(*structure(document(words, hard_wrapped=False)))
    found = screen(notice, submission, Matcher(notice)).findings
    assert next(f.status for f in found if (f.kind, f.name) == ("word_limit", "单位简介")) == status


@pytest.mark.parametrize(("sentences", "status"), [(20, "met"), (50, "insufficient")])
@pytest.mark.parametrize(
    "heading", ["<h3>B 项目摘要（不超过800字）</h3>", "<p>项目摘要</p>", "<p>项目摘要（800字以内）</p>"]
)
def test_what_is_limited_may_stand_outside_the_task_book(
    heading: str, sentences: int, status: str, tmp_path: Path
) -> None:
    notice = build_notice(*structure(document(CALL, hard_wrapped=False)))
    abstract = "研制便携式彩超整机，设备用于社区医院。" * sentences
    page = tmp_path / "申报书.html"
    page.write_text(
        "<html><body><h1>医疗器械揭榜挂帅项目申报书</h1><h3>A 单位信息</h3>"
        "<table><tr><td>单位名称</td><td>云屿声瞳医疗科技有限公司</td></tr></table>"
        f"{heading}<p>{abstract}</p><h2>可行性研究报告</h2><h3>1 技术路线</h3><p>分三步研制。</p></body></html>",
        encoding="utf-8",
    )
    found = screen(notice, build_submission(*structure(read(page))), Matcher(notice)).findings
    assert next(f.status for f in found if (f.kind, f.name) == ("word_limit", "项目摘要")) == status


@pytest.mark.parametrize(
    ("label", "sentences", "status"),
    [
        ("提要：", 60, "insufficient"),
        ("内容提要：", 60, "insufficient"),
        ("项目提要: ", 60, "insufficient"),
        ("成果提要：", 60, "insufficient"),
        ("全文提要：", 60, "insufficient"),
        ("内容提要：", 20, "met"),
        ("论文提要：", 60, "unverifiable"),
        ("本书提要，", 60, "unverifiable"),
    ],
)
def test_a_label_says_of_what_it_is_a_short_text(label: str, sentences: int, status: str) -> None:
    notice = build_notice(*structure(document(CALL.replace("项目摘要", "提要"), hard_wrapped=False)))
    words = APPLICATION.replace(
        "二、项目方案\n", f"{label}{'研制便携式彩超整机，设备用于社区医院。' * sentences}\n二、项目方案\n"
    )
    submission = build_submission(*structure(document(words, hard_wrapped=False)))
    found = screen(notice, submission, Matcher(notice)).findings
    assert next(f.status for f in found if (f.kind, f.name) == ("word_limit", "提要")) == status


@pytest.mark.parametrize(
    ("scope", "status"), [("技术方案", "unverifiable"), ("揭榜书", "insufficient"), ("揭榜方案", "insufficient")]
)
def test_only_what_is_all_of_the_text_is_measured_over_all_of_it(scope: str, status: str) -> None:
    notice = build_notice(
        *structure(document(CALL.replace("单位简介不超过400字", f"{scope}不超过50字"), hard_wrapped=False))
    )
    submission = build_submission(*structure(document(APPLICATION, hard_wrapped=False)))
    found = screen(notice, submission, Matcher(notice)).findings
    assert next(f.status for f in found if (f.kind, f.name) == ("word_limit", scope)) == status


@pytest.mark.parametrize(
    ("lines", "gaps"),
    [
        (f"甲、单位简介\n{PROFILE}\n乙、项目摘要\n研制便携式彩超整机。\n", set()),
        (f"甲、单位简介\n{PROFILE * 20}\n乙、项目摘要\n研制便携式彩超整机。\n", {"单位简介"}),
        (f"单位简介：\n{PROFILE}\n项目摘要：\n研制便携式彩超整机。\n", set()),
        ("单位简介：\n项目摘要：\n研制便携式彩超整机。\n", {"单位简介"}),
        (f"二、揭榜方简介\n{PROFILE * 20}\n三、方案\n研制便携式彩超整机。\n", {"单位简介"}),
        (f"二、合作方简介\n{PROFILE * 20}\n三、方案\n研制便携式彩超整机。\n", set()),
        ("项目摘要：研制便携式彩超整机。\n单位简介：\n一、方案\n研制便携式彩超整机。\n", {"单位简介"}),
    ],
)
def test_a_label_over_its_paragraph(lines: str, gaps: set[str]) -> None:
    notice = build_notice(*structure(document(CALL, hard_wrapped=False)))
    words = f"申报书\n申报单位：云屿声瞳医疗科技有限公司\n{lines}附件清单\n1. 营业执照\n"
    submission = build_submission(*structure(document(words, hard_wrapped=False)))
    found = screen(notice, submission, Matcher(notice)).findings
    assert {f.name for f in found if f.name in ("单位简介", "项目摘要") and f.counts} == gaps


@pytest.mark.parametrize(("sentences", "status"), [(4, "met"), (40, "insufficient")])
def test_a_field_of_a_kindred_name_is_not_the_chapter_that_is_limited(sentences: int, status: str) -> None:
    """项目简介 of the form is short; what the limit speaks of is the chapter 项目概述."""
    call = CALL.replace("其中单位简介不超过400字，项目摘要", "项目概述")
    words = APPLICATION.replace("出生年月\t1989年1月\t", "项目简介\t研制便携式彩超整机。\t")
    words = words.replace(
        "（一）考核指标",
        f"（一）项目概述\n{'公司研制便携式超声整机，用于社区医院的日常诊断。' * sentences}\n（二）考核指标",
    )
    words = words.replace("（二）进度安排", "（三）进度安排")
    notice = build_notice(*structure(document(call, hard_wrapped=False)))
    found = screen(notice, build_submission(*structure(document(words, hard_wrapped=False))), Matcher(notice)).findings
    assert [f.status for f in found if (f.kind, f.name) == ("word_limit", "项目概述")] == [status]


WRITTEN = (
    "海州市科学技术局\n关于发布海洋装备揭榜榜单的通知\n一、申报材料\n证明材料：1.营业执照复印件。\n海州市科学技术局\n2026年3月2日\n"
    "附件1\n海洋装备揭榜榜单\n方向1：浮标平台\n主要任务：研制长期值守的锚泊浮标。\n"
    "附件2\n海洋装备揭榜任务书\n一、技术路线\n{}\n二、进度安排\n写明各阶段任务。\n"
)
ROUTE = "研制三点锚泊的浮标，缆索分段连接，舱体分三层布置，电源与仪器分舱。"


@pytest.mark.parametrize(
    ("guidance", "times", "short"),
    [
        ("说明做法和关键环节。本节不少于200字", 3, True),
        ("说明做法和关键环节，字数不得少于二百字", 3, True),
        ("说明做法和关键环节（200字以上）", 3, True),
        ("说明做法和关键环节，至少200字", 3, True),
        ("说明做法和关键环节。篇幅不低于200字", 3, True),
        ("说明做法和关键环节。本节不少于200字", 8, False),
        ("说明做法和关键环节。本节不少于200字", 0, False),  # a section's gap
        ("说明做法，其中摘要不少于200字", 3, False),
        ("说明做法，附图不少于20字节", 3, False),
        ("说明做法和关键环节，不超过200字", 3, False),
    ],
)
def test_the_least_length_of_a_section(guidance: str, times: int, short: bool, tmp_path: Path) -> None:
    words = f"海洋装备揭榜任务书\n一、技术路线\n{ROUTE * times}\n二、进度安排\n2026年5月完成设计，2027年5月布放。\n"
    found = findings(tmp_path, WRITTEN.format(guidance), words)
    told = [one for one in found if one.kind == "word_limit" and one.status in GAP_STATUSES]
    assert [one.name for one in told] == (["技术路线（不少于200字）"] if short else [])
