"""The parts of reading a picture, without the recogniser: skew, sheets, rules, squares, options, spelling."""

import numpy as np
import pytest
from PIL import Image, ImageDraw
from scan_pages import SCALE, Sheet, drawn, form, note, scanned

from pipeline.reading.scan.engine import Char
from pipeline.reading.scan.grids import find_tables
from pipeline.reading.scan.options import mark_options
from pipeline.reading.scan.pixels import evened, ink_of
from pipeline.reading.scan.rulings import find_rulings
from pipeline.reading.scan.runs import Drawn, Run, with_words, written
from pipeline.reading.scan.signing import mark_signatures
from pipeline.reading.scan.spelling import respelt
from pipeline.reading.scan.squares import find_squares
from pipeline.reading.scan.straighten import straightened
from schemas.document import MarkKind

SPELLINGS = [
    ("单位名称:甲公司", "单位名称：甲公司"),
    ("注册资本(万元)", "注册资本（万元）"),
    ("精度(FP16)的", "精度（FP16）的"),
    ("其他(请注明):", "其他（请注明）："),
    ("3,860.5 at 10:30", "3,860.5 at 10:30"),
    ("2023年10月一2024年4月", "2023年10月—2024年4月"),
    ("三月一日", "三月一日"),
    ("二O二三年", "二〇二三年"),
    ("1·任务名称和简介", "1.任务名称和简介"),
    ("列夫·托尔斯泰", "列夫·托尔斯泰"),
    ("·3、创新能力证明", " 3、创新能力证明"),
    ("二0二0年", "二〇二0年"),
    ("CO2 排放", "CO2 排放"),
    ("", ""),
]


@pytest.mark.parametrize(("read", "right"), SPELLINGS)
def test_spelling(read: str, right: str) -> None:
    assert respelt(read) == right
    assert len(read) == len(right)


@pytest.mark.parametrize("angle", [-3.0, -0.7, 0.0, 1.9, 4.0])
def test_skew(angle: float) -> None:
    page = straightened(scanned(drawn(form).image, angle=angle))
    measured = np.degrees(np.arctan2(page.back[1, 0], page.back[0, 0]))
    assert measured == pytest.approx(-angle, abs=0.12)


def test_a_photographed_sheet() -> None:
    """A sheet on a dark table, seen from one side: squared, and its corners are found again."""
    paper = np.asarray(drawn(form).image.resize((620, 877)))
    corners = [(120, 90), (700, 60), (760, 960), (90, 930)]
    import cv2

    forth = cv2.getPerspectiveTransform(
        np.array([(0, 0), (620, 0), (620, 877), (0, 877)], np.float32), np.array(corners, np.float32)
    )
    photo = cv2.warpPerspective(paper, forth, (850, 1020), borderMode=cv2.BORDER_CONSTANT, borderValue=(70, 60, 50))
    page = straightened(np.asarray(photo, np.uint8))
    height, width = page.pixels.shape[:2]
    assert 0.6 < width / height < 0.8
    x0, top, x1, bottom = page.given((0, 0, width, height))
    assert (x0, top, x1, bottom) == pytest.approx((90, 60, 760, 960), abs=14)
    level = evened(page.pixels)
    assert [len(cells) for cells in find_tables(find_rulings(level, height / 842))] == [16]


def test_a_dark_page_is_no_sheet() -> None:
    pixels = np.full((500, 400, 3), 60, np.uint8)
    assert straightened(pixels).pixels is pixels


def rules(*lines: tuple[float, float, float, float], width: int = 2) -> list[list[tuple[float, ...]]]:
    """The cells, in points, of rules drawn on grey paper with noise."""
    sheet = Sheet((900, 700))
    for line in lines:
        sheet.rule(*line, width=width)
    level = evened(scanned(sheet.image, paper=200, noise=7))
    tables = find_tables(find_rulings(level, SCALE))
    return [[tuple(round(value / SCALE) for value in box) for box in table] for table in tables]


BOX = [(50, 50, 350, 50), (50, 110, 350, 110), (50, 50, 50, 110), (350, 50, 350, 110)]
FOOT = [(50, 170, 350, 170), (50, 110, 50, 170), (350, 110, 350, 170)]
# (what, rules, cells: left, top, right, bottom)
GRIDS = [
    ("two columns", [*BOX, (150, 50, 150, 110)], [(50, 50, 150, 110), (150, 50, 350, 110)]),
    (
        "a cell over two rows",
        [*BOX, (150, 50, 150, 110), (150, 80, 350, 80)],
        [(50, 50, 150, 110), (150, 50, 350, 80), (150, 80, 350, 110)],
    ),
    (
        "a broken rule",
        [*BOX, (150, 50, 150, 110), (50, 80, 160, 80), (166, 80, 240, 80), (247, 80, 350, 80)],
        [(50, 50, 150, 80), (150, 50, 350, 80), (50, 80, 150, 110), (150, 80, 350, 110)],
    ),
    (
        "the same column in two rows, not in the one between",
        [*BOX, *FOOT, (50, 80, 350, 80), (150.4, 50, 150.4, 80), (150, 110, 150, 170)],
        [(50, 50, 150, 80), (150, 50, 350, 80), (50, 80, 350, 110), (50, 110, 150, 170), (150, 110, 350, 170)],
    ),
    (
        "short columns that rules of rows cross",
        [*BOX, (50, 65, 350, 65), (50, 80, 350, 80), (50, 95, 350, 95), (150, 50, 150, 95)],
        [
            *((left, top, left + width, top + 15) for top in (50, 65, 80) for left, width in ((50, 100), (150, 200))),
            (50, 95, 350, 110),
        ],
    ),
    (
        "one low row",
        [(50, 50, 350, 50), (50, 62, 350, 62), *((x, 50, x, 62) for x in (50, 150, 250, 350))],
        [(50, 50, 150, 62), (150, 50, 250, 62), (250, 50, 350, 62)],
    ),
    ("a short stroke in a cell", [*BOX, (150, 50, 150, 110), (200, 60, 240, 60), (220, 62, 220, 98)], None),
]


@pytest.mark.parametrize(("drawn_rules", "expected"), [case[1:] for case in GRIDS], ids=[case[0] for case in GRIDS])
def test_grids(drawn_rules: list[tuple[float, ...]], expected: list[tuple[int, ...]] | None) -> None:
    (found,) = rules(*drawn_rules)  # type: ignore[arg-type]
    expected = expected or [(50, 50, 150, 110), (150, 50, 350, 110)]
    assert len(found) == len(expected)
    for cell, there in zip(sorted(found), sorted(expected), strict=True):
        assert cell == pytest.approx(there, abs=2)


@pytest.mark.parametrize("lines", [[], BOX, BOX[:2], [(50, 50, 350, 50), (50, 80, 350, 80), (50, 110, 350, 110)]])
def test_no_tables(lines: list[tuple[float, ...]]) -> None:
    assert rules(*lines) == []  # type: ignore[arg-type]


def boxes(draw: ImageDraw.ImageDraw, x: int, how: str) -> None:
    if how == "filled":
        draw.rectangle((x, 20, x + 20, 40), fill="black")
        return
    draw.rectangle((x, 20, x + 20, 40), outline="black", width=2)
    ticks = {
        "tick": [(x + 4, 30), (x + 9, 36), (x + 17, 24)],
        "tick that leaves": [(x + 4, 30), (x + 9, 44), (x + 30, 10)],
        "cross": [(x + 4, 24), (x + 16, 36), (x + 10, 30), (x + 16, 24), (x + 4, 36)],
    }
    if how in ticks:
        draw.line(ticks[how], fill="black", width=3)


@pytest.mark.parametrize(
    ("how", "ticked"),
    [("", False), ("tick", True), ("tick that leaves", True), ("cross", True), ("filled", True)],
)
def test_squares(how: str, ticked: bool) -> None:
    image = Image.new("RGB", (200, 60), "white")
    boxes(ImageDraw.Draw(image), 30, how)
    level = evened(scanned(image, noise=5, quality=80))
    assert [(square.ticked, square.legless) for square in find_squares(level, 2.0)] == [(ticked, True)]


def test_no_squares_among_words() -> None:
    level = evened(scanned(drawn(note, (900, 320)).image))
    assert [square for square in find_squares(level, SCALE) if square.legless and not square.ticked] == []


def options(read: str, confidence: float, *how: str) -> tuple[str, list[MarkKind]]:
    """What becomes of a run read as ``read``, each character 40 pixels on, where squares are drawn in their order."""
    image = Image.new("RGB", (40 * len(read) + 60, 60), "white")
    draw = ImageDraw.Draw(image)
    for index, one in enumerate(how):
        if one != "nothing":
            boxes(draw, 20 + 40 * index, one)
    width = image.width
    chars = [Char(char, (30 + 40 * index) / width, confidence) for index, char in enumerate(read)]
    runs = [Run(0, 8, width, 52, chars)]
    mark_options(runs, evened(np.asarray(image)), 2.0)
    return "".join(char.text for char in runs[0].chars), [runs[0].marks[i].kind for i in sorted(runs[0].marks)]


# (what was read, how sure, what is drawn in its place, what it is, marks)
OPTIONS = [
    ("□是□否", 0.9, ("", "nothing", "tick", "nothing"), "□是☑否", [MarkKind.EMPTY, MarkKind.TICKED]),
    ("口是V否", 0.7, ("", "nothing", "tick", "nothing"), "□是☑否", [MarkKind.EMPTY, MarkKind.TICKED]),
    ("□是日否", 0.6, ("", "nothing", "cross", "nothing"), "□是☑否", [MarkKind.EMPTY, MarkKind.TICKED]),
    ("□是口径", 0.99, ("", "nothing", "", "nothing"), "□是口径", [MarkKind.EMPTY]),
    ("国产", 0.99, ("cross", "nothing"), "国产", []),
    ("95%以上", 0.99, ("nothing", "nothing", "cross"), "95%以上", []),
    ("是否", 0.99, ("nothing", "nothing"), "是否", []),
]


@pytest.mark.parametrize(("read", "sure", "how", "text", "marks"), OPTIONS)
def test_options(read: str, sure: float, how: tuple[str, ...], text: str, marks: list[MarkKind]) -> None:
    assert options(read, sure, *how) == (text, marks)


def test_a_box_that_was_passed_over_is_put_in() -> None:
    image = Image.new("RGB", (300, 60), "white")
    draw = ImageDraw.Draw(image)
    boxes(draw, 20, "")
    boxes(draw, 140, "tick")
    chars = [Char("□", 0.1, 0.9), Char("是", 0.25, 1.0), Char("否", 0.65, 1.0)]
    runs = [Run(0, 8, 300, 52, chars)]
    mark_options(runs, evened(np.asarray(image)), 2.0)
    assert "".join(char.text for char in runs[0].chars) == "□是☑否"
    assert {index: mark.kind for index, mark in runs[0].marks.items()} == {0: MarkKind.EMPTY, 2: MarkKind.TICKED}


def signed(label: str, draw_hand: bool, *more: Run) -> MarkKind | None:
    """The mark at a label of ten characters that ends at x = 250 pixels."""
    sheet = Sheet((900, 120), 2.0)
    if draw_hand:
        sheet.scrawl(150, 28)
    level = evened(sheet.pixels)
    chars = [Char(char, (i + 0.5) / len(label), 0.99) for i, char in enumerate(label)]
    run = Run(10, 40, 250, 75, chars)
    mark_signatures([run, *more], ink_of(level), np.zeros((120, 900), np.uint8), 2.0)
    return next((mark.kind for mark in run.marks.values()), None)


def name(words: str, confidence: float) -> Run:
    return Run(420, 40, 560, 75, [Char(c, (i + 0.5) / len(words), confidence) for i, c in enumerate(words)])


# (label, handwriting drawn, what was read behind it, the mark)
SIGNED = [
    ("法定代表人（签字）：", True, (), MarkKind.SIGNED),
    ("法定代表人（签字）：", False, (), MarkKind.UNSIGNED),
    ("负责人签名：", False, (), MarkKind.UNSIGNED),
    ("法定代表人（签字）：", False, (name("乔怀谷", 0.99),), None),  # print: the words tell
    ("法定代表人（签字）：", False, (name("乔怀谷", 0.5),), MarkKind.SIGNED),  # hardly readable: written by hand
    ("法定代表人（签字）：", False, (name("2025年3月", 0.99),), MarkKind.UNSIGNED),
    ("单位（盖章）：", True, (), None),
    ("本表经签字，盖章后生效", False, (), None),
]


@pytest.mark.parametrize(("label", "hand", "behind", "mark"), SIGNED)
def test_signing(label: str, hand: bool, behind: tuple[Run, ...], mark: MarkKind | None) -> None:
    assert signed(label, hand, *behind) == mark


def test_words_of_a_run() -> None:
    text = "共FP16精度，9套"
    chars = [Char(char, (i + 0.5) / len(text), 0.5 if char == "9" else 1.0) for i, char in enumerate(text)]
    run = Run(100, 50, 300, 80, chars, {0: Drawn(MarkKind.EMPTY, (100, 50, 120, 80))})
    one = written(run, np.full((100, 400), 255, np.uint8), 2.0)
    from pipeline.reading.paged.lines import lines_of

    (piece,) = lines_of([one.glyph], 1)
    piece = with_words(piece, [one])
    words = [(piece.text[start:end], sure) for start, end, _, sure in piece.words]
    assert [word.replace(" ", "") for word, _ in words] == ["共", "FP16", "精度，", "9", "套"]
    assert words[3][1] == 0.5
    assert [box[0] for _, _, box, _ in piece.words] == sorted(box[0] for _, _, box, _ in piece.words)
    assert piece.marks[0][:3] == (MarkKind.EMPTY, 0, 1)
    assert piece.marks[0][3] == (50, 25, 60, 40)
