"""The outline in words, and the verb ``show`` on files."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.reading.draft import Draft, Piece
from pipeline.reading.filetypes import FileType
from pipeline.reading.loading import read_bytes
from pipeline.reading.payload import Payload
from pipeline.showing.outline import outline_lines
from schemas.document import Comment, EmbeddedFile, FormValue, MarkKind, Page

SAMPLES = Path(__file__).resolve().parents[3] / "data" / "samples" / "applications"

MARKDOWN = """\
关于组织申报的通知

一、申报条件

申报单位应为企业。

（一）基本条件

| 名称 | 数量 |
| --- | --- |
| 甲 | 1 |
| 乙 | 2 |

二、申报时间

五月三十日前。

附件1

揭榜任务书

一、任务介绍

介绍文字。
"""


def test_divisions_sections_and_tables_in_order() -> None:
    lines = list(outline_lines(read_bytes(MARKDOWN.encode(), "通知.md")))
    assert lines[0].startswith("通知.md  (text/markdown，markdown，")
    assert lines[2:-1] == [
        "【正文】",
        "  一 申报条件（9 字）",
        "    （一） 基本条件（8 字）",
        "      [表 3×2]",
        "  二 申报时间（7 字）",
        "【任务书】 附件1 揭榜任务书",
        "  一 任务介绍（5 字）",
    ]


def test_pages_say_who_read_them_and_the_rest_is_counted() -> None:
    made = Draft(Payload("a.pdf", b"", "0" * 64, FileType.PDF))
    readers = ("pdfium", "pdfium", "pdfplumber", "rapidocr", "rapidocr")
    sure = (None, None, None, 0.97, 0.88)
    made.pages += [
        Page(number, 100, 100, reader, confidence)
        for number, (reader, confidence) in enumerate(zip(readers, sure, strict=True), start=1)
    ]
    made.paragraph([Piece("☑是 □否", 1, marks=((MarkKind.TICKED, 0, 1, None), (MarkKind.EMPTY, 3, 4, None)))])
    made.paragraph([Piece("第 1 页", 1)], margin=True)
    made.paragraph([Piece("白字", 2)], hidden=True)
    made.picture(1, (0, 0, 9, 9), is_seal=True)
    made.form_values += [FormValue("单位", "样例公司"), FormValue("日期", "")]
    made.comments.append(Comment("审", "请补充"))
    made.embedded.append(EmbeddedFile("附.xlsx", 3))
    made.warnings.append("字体不全")
    lines = list(outline_lines(made.document("pdf", pages=5)))
    assert lines[1:5] == [
        "第 1–2 页：pdfium",
        "第 3 页：pdfplumber",
        "第 4 页：rapidocr（置信度 0.97）",
        "第 5 页：rapidocr（置信度 0.88）",
    ]
    assert lines[-6:] == [
        "已勾选 1，未勾选 1，印章 1，页眉页脚行 1，不可见的行 1",
        "表单域 单位：样例公司",
        "表单域 日期：（空）",
        "批注 审：请补充",
        "附带文件 附.xlsx",
        "注意：字体不全",
    ]


def jiebang(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_show_draws_the_pages_of_a_sample(tmp_path: Path) -> None:
    sample = SAMPLES / "storage_and_vehicles" / "2_瞻途智能.pdf"
    result = jiebang("show", sample, "--pages", tmp_path / "out")
    assert result.exit_code == 0
    written = sorted((tmp_path / "out").iterdir())
    assert [path.name for path in written] == [f"2_瞻途智能-p{page:03d}.png" for page in range(1, 7)]
    assert result.stdout.split("\n")[:-1] == [str(path) for path in written]


def test_show_prints_the_outline_alone_or_with_the_pages(tmp_path: Path) -> None:
    sample = SAMPLES / "storage_and_vehicles" / "2_瞻途智能.pdf"
    alone, asked = jiebang("show", sample), jiebang("show", sample, "--text")
    assert alone.stdout == asked.stdout
    assert "  一 单位情况（405 字）  第 2 页\n    [表 11×5]  第 2 页\n" in alone.stdout
    both = jiebang("show", sample, "--text", "--pages", tmp_path)
    assert both.stdout.startswith(alone.stdout)
    assert len(list(tmp_path.iterdir())) == 6


def test_show_of_a_format_without_pages_says_so(tmp_path: Path) -> None:
    result = jiebang("show", SAMPLES / "storage_and_vehicles" / "3_镜域软件.txt", "--pages", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "no pages" in result.stderr
    assert "--text" in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_words_of_a_file_are_no_commands_to_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("一、标题\x1b[31m红\n\n正文的文字。\n", encoding="utf-8")
    result = jiebang("show", file)
    assert "\x1b" not in result.stdout
    assert "标题" in result.stdout


@pytest.mark.parametrize("option", [("--text",), ("--pages", "out")])
def test_options_for_files_need_a_file(option: tuple[str, ...]) -> None:
    result = jiebang("show", "no-such-file.pdf", *option)
    assert "no such file" in str(result.exception)


def test_show_of_an_unreadable_file(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nnothing")
    assert "damaged" in str(jiebang("show", tmp_path / "a.pdf", "--pages", tmp_path / "out").exception)
    assert not (tmp_path / "out").exists()
