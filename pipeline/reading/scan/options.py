"""Boxes to tick, told by what is drawn: they take the place of what the recogniser made of them."""

from collections.abc import Sequence

from pipeline.reading.marks import EMPTY_BOXES, EMPTY_SIGNS, TICKED_BOXES, TICKED_SIGNS
from pipeline.reading.scan.engine import Char
from pipeline.reading.scan.pixels import Pixels, ink_of
from pipeline.reading.scan.runs import Drawn, Run
from pipeline.reading.scan.spelling import is_han
from pipeline.reading.scan.squares import Square, find_squares
from schemas.document import MarkKind

EMPTY, TICKED, FILLED = "□", "☑", "■"
_BOXES = frozenset(f"{EMPTY_BOXES}{TICKED_BOXES}{FILLED}")
_EMPTY_SIGNS = frozenset(EMPTY_BOXES + EMPTY_SIGNS)
_TICKED_SIGNS = frozenset(TICKED_BOXES + TICKED_SIGNS)
# What the recogniser makes of a box, and what a frame may be a part of when it is no box.
_ALIKE = frozenset("口日曰田目回因囚团图国四固区凶园圆困围叵巨臣")
_OUTER = frozenset("口囗")
# 口径, 口腔, 人口, 出口: here 口 is a character.
_BEHIND = frozenset("径腔语令号述供服罩碑岸味算子袋吃部粮感诵技型译")
_BEFORE = frozenset("人出进入接窗端港路关户缺井喷门山河海风渡道插切焊破伤裂坡隘借胃可夸住虎三两")
_DOUBTFUL = 0.8  # confidence below which a character with a frame may be a box
_REACH = 0.6  # of a square's side: how far its middle may be from the character that it replaces
_ALIKE_SIDES = 0.2  # share by which the squares of one page differ
_SURE = 0.9
_FILLED = 0.16  # share of the inside of a recognised box that is ink where something is ticked


def mark_options(runs: list[Run], level: Pixels, scale: float) -> None:
    """Puts □ and ☑ where squares are drawn on an ``evened`` page, with their marks; squares apart from all text
    become runs."""
    squares = find_squares(level, scale)
    placed = [(square, _place(square, runs)) for square in squares]
    sure = [square.side for square, (run, index) in placed if run is not None and _is_plainly_box(square, run, index)]
    for square, (run, index) in sorted(placed, key=lambda item: -item[0].x0):
        if run is None:
            if square.legless and _like(square, sure) and sure:
                runs.append(_alone(square))
        elif _is_box(square, run, index, sure):
            _put(square, run, index)
    ink = ink_of(level)
    for run in runs:
        _mark_signs(run, ink)


def _place(square: Square, runs: Sequence[Run]) -> tuple[Run | None, int | None]:
    """The run that a square stands in or beside, and the character that it takes the place of (None: none)."""
    x, y = square.middle
    for run in runs:
        inside = run.top <= y <= run.bottom and run.x0 - 0.7 * square.side <= x <= run.x1 + 0.7 * square.side
        if inside and square.side < 1.2 * run.height:
            near = min(range(len(run.chars)), key=lambda i: abs(run.middle(i) - x), default=None)
            if near is not None and abs(run.middle(near) - x) <= _REACH * square.side:
                return run, near
            return run, None
    return None, None


def _reads_box(run: Run, index: int | None) -> bool:
    return index is not None and run.chars[index].text in _EMPTY_SIGNS | _TICKED_SIGNS


def _is_plainly_box(square: Square, run: Run, index: int | None) -> bool:
    """Recognised as a box, or as 口 where that makes no word."""
    if index is None or _reads_box(run, index):
        return index is not None
    return run.chars[index].text in _OUTER and square.legless and not _makes_word(run, index)


def _makes_word(run: Run, index: int) -> bool:
    before = run.chars[index - 1].text if index else ""
    after = run.chars[index + 1].text if index + 1 < len(run.chars) else ""
    return bool((after and after in _BEHIND) or (before and before in _BEFORE))


def _like(square: Square, sides: Sequence[float]) -> bool:
    return not sides or any(abs(square.side - side) <= _ALIKE_SIDES * side for side in sides)


def _is_box(square: Square, run: Run, index: int | None, sure: Sequence[float]) -> bool:
    if _is_plainly_box(square, run, index):
        return True
    if not square.legless or not _like(square, sure):
        return False
    if index is None:  # the recogniser passed over it
        return bool(sure) or not square.ticked
    char = run.chars[index]
    before = run.chars[index - 1].text if index else ""
    after = run.chars[index + 1].text if index + 1 < len(run.chars) else ""
    if char.text in _ALIKE - _OUTER:
        return char.confidence < _DOUBTFUL and (not before or not is_han(before) or bool(sure))
    if is_han(char.text) or char.confidence >= _SURE:
        return False
    return bool(sure) and (not char.text.isalnum() or not (before + after).isascii())


def _put(square: Square, run: Run, index: int | None) -> None:
    width = max(run.x1 - run.x0, 1.0)
    x, _ = square.middle
    read = run.chars[index] if index is not None else None
    ticked = square.ticked or (read is not None and read.text in _TICKED_SIGNS and read.confidence > _SURE)
    text = FILLED if square.solid else TICKED if ticked else EMPTY
    char = Char(text, (x - run.x0) / width, read.confidence if read else 1.0)
    box = (square.x0, square.top, square.x1, square.bottom)
    if index is None:
        index = sum(run.middle(i) < x for i in range(len(run.chars)))
        run.chars.insert(index, char)
        run.marks = {(i if i < index else i + 1): mark for i, mark in run.marks.items()}
    else:
        run.chars[index] = char
    _widen(run, square)
    run.marks[index] = Drawn(MarkKind.TICKED if ticked else MarkKind.EMPTY, box)


def _widen(run: Run, square: Square) -> None:
    """The run reaches over the square; the characters stay where they are."""
    x0, x1 = min(run.x0, square.x0), max(run.x1, square.x1)
    if (x0, x1) != (run.x0, run.x1):
        middles = [run.middle(i) for i in range(len(run.chars))]
        run.x0, run.x1 = x0, x1
        run.chars[:] = [
            Char(char.text, (middle - x0) / (x1 - x0), char.confidence)
            for char, middle in zip(run.chars, middles, strict=True)
        ]


def _alone(square: Square) -> Run:
    spare = 0.2 * square.side
    kind, text = (MarkKind.TICKED, TICKED) if square.ticked else (MarkKind.EMPTY, EMPTY)
    box = (square.x0, square.top, square.x1, square.bottom)
    return Run(
        square.x0, square.top - spare, square.x1, square.bottom + spare, [Char(text, 0.5, 1.0)], {0: Drawn(kind, box)}
    )


def _mark_signs(run: Run, ink: Pixels) -> None:
    """Marks for the boxes that were recognised and whose frame was not found: broken, rounded, ticked by hand."""
    for index, char in enumerate(run.chars):
        if index in run.marks or char.text not in _BOXES:
            continue
        half = 0.36 * run.height
        x, y = run.middle(index), (run.top + run.bottom) / 2
        box = (x - half, y - half, x + half, y + half)
        ticked = char.text in _TICKED_SIGNS or _inked(ink, box) > _FILLED
        run.chars[index] = Char(TICKED if ticked and char.text in _EMPTY_SIGNS else char.text, char.at, char.confidence)
        run.marks[index] = Drawn(MarkKind.TICKED if ticked else MarkKind.EMPTY, box)


def _inked(ink: Pixels, box: tuple[float, float, float, float]) -> float:
    x0, top, x1, bottom = box
    third = (x1 - x0) / 3.2
    part = ink[max(round(top + third), 0) : round(bottom - third), max(round(x0 + third), 0) : round(x1 - third)]
    return float((part > 0).mean()) if part.size else 0.0
