"""读取提示: what a person is told of how a file was read."""

from dataclasses import replace

import pytest

from pipeline.reading.notes import reading_notes
from schemas.document import Comment, Document, EmbeddedFile, Line, Page, SourceFile

TEXT = "申报单位：甲厂\n看不见的一行\n"
SOURCE = SourceFile(path="a.pdf", sha256="0" * 64, media_type="application/pdf", pages=3, parser="pdf")
PLAIN = Document(SOURCE, TEXT, lines=(Line(0, 7, 1), Line(8, 14, 3)))


def recognised(*confidences: float) -> tuple[Page, ...]:
    return tuple(Page(number, 595, 842, "rapidocr", sure) for number, sure in enumerate(confidences, start=1))


# (what is different from a plain document, what is told of it)
NOTES: list[tuple[dict[str, object], list[str]]] = [
    ({}, []),
    ({"pages": (Page(1, 595, 842, "pdfium"),)}, []),
    ({"pages": recognised(0.98, 0.97, 0.99)}, ["第 1至3 页由图像识别而来"]),
    (
        {"pages": (*recognised(0.98, 0.7), Page(3, 595, 842, "pdfium"), Page(4, 595, 842, "rapidocr", 0.95))},
        ["第 1至2、4 页由图像识别而来，其中第 2 页识别把握不足 90%，请对照原件核对"],
    ),
    ({"hidden": frozenset({1})}, ["有 1 行看不见的文字（第 3 页），未计入正文"]),
    ({"hidden": frozenset({0}), "lines": (Line(0, 7),)}, ["有 1 行看不见的文字，未计入正文"]),
    ({"embedded": (EmbeddedFile("清单.xlsx"),)}, ["文件内嵌有 1 个文件，未打开：清单.xlsx"]),
    (
        {"embedded": tuple(EmbeddedFile(f"{n}.pdf") for n in range(7))},
        ["文件内嵌有 7 个文件，未打开：0.pdf、1.pdf、2.pdf、3.pdf、4.pdf等"],
    ),
    ({"comments": (Comment("审阅人", "请补充"),)}, ["有 1 条批注，未计入正文"]),
    ({"warnings": ("隐藏的工作表未读：密",)}, ["隐藏的工作表未读：密"]),
    ({"text": TEXT.replace("甲", "\ufffd")}, ["有 1 个字符无法识别，文中以 \ufffd 表示"]),
]


@pytest.mark.parametrize(("changes", "expected"), NOTES)
def test_notes(changes: dict[str, object], expected: list[str]) -> None:
    assert list(reading_notes(replace(PLAIN, **changes))) == expected  # type: ignore[arg-type]
