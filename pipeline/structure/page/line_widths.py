"""How wide a document's lines are, and whether their widths show that a program broke them."""

import re
from collections import Counter

from pipeline.structure.page.pieces import Piece

CLOSED = "。！？!?；;：:”』」"
PROSE = 40  # columns: a line of running text, cut or whole
_FEWEST_CUT, _SURELY_EVEN = 8, 0.8
_SET_APART = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%+]) (?=[\u4e00-\u9fff])")
# 题目编号： XH-1， 题目: blanks that such programs put beside full-width marks, which have room of their own.
_BESIDE_MARK = re.compile(r"(?<=[，。；：、？！（）“”《》]) | (?=[，。；：、？！（）“”《》])")


def measure(pieces: list[Piece]) -> None:
    """Blanks between Chinese and Latin count half (a quarter of a character), those beside full-width marks nothing,
    where the lines come out more even so.

    Programs that take the text out of a PDF put them in; a full line has a different number of them each time.
    """
    tight = [
        p.columns - len(_SET_APART.findall(p.text)) // 2 - len(_BESIDE_MARK.findall(p.text.strip())) for p in pieces
    ]
    if _evenness(tight) > _evenness([p.columns for p in pieces]):
        for piece, columns in zip(pieces, tight, strict=True):
            piece.columns = columns
    counted = [2 * len(p.text) for p in pieces]
    if all(p.box is None for p in pieces) and _cut_by_count(pieces, counted):
        for piece, columns in zip(pieces, counted, strict=True):
            piece.columns = columns


def _cut_by_count(pieces: list[Piece], counted: list[int]) -> bool:
    """A program cut the lines at so many characters, a Latin one counted as a Chinese one.

    Then the lines that break off in their sentence are as many characters long as each other, but for a mark that
    may not begin a line, and not as wide.
    """
    broken = [at for at, p in enumerate(pieces) if counted[at] >= PROSE and p.text[-1] not in CLOSED + "）)"]
    if len(broken) < _FEWEST_CUT:
        return False
    by_count, by_width = [counted[at] for at in broken], [pieces[at].columns for at in broken]
    return _evenness(by_count) >= _SURELY_EVEN and _evenness(by_count) > _evenness(by_width)


def _evenness(columns: list[int]) -> float:
    """The share of the long lines whose width is the usual one, four columns less at most."""
    usual, long = usual_width(columns), [c for c in columns if c >= PROSE]
    return sum(usual - 4 <= c <= usual for c in long) / len(long) if long else 0.0


def usual_width(columns: list[int]) -> int:
    """The width of full lines: of running text the one that most lines come near, else the widest that three do."""
    counts = Counter(columns)
    near = {value: sum(n for c, n in counts.items() if value - 4 <= c <= value) for value in counts}
    often = {value: n for value, n in near.items() if n >= 3}
    prose = {value: n for value, n in often.items() if value >= PROSE}
    if prose:
        return max(prose, key=lambda value: (prose[value], value))
    return max(often, default=max(columns, default=0))


def looks_wrapped(pieces: list[Piece]) -> bool:
    """Most long lines end at one width, or (where Latin words make the edge ragged) end in the midst of a sentence."""
    long = [p.columns for p in pieces if p.columns >= PROSE]
    if len(long) < 3:
        return False
    usual = usual_width(long)
    near = sum(usual - 8 <= c <= usual + 2 for c in long)
    beyond = sum(c > usual + 6 for c in long)
    even = near >= 0.5 * len(long) or (near >= 0.3 * len(long) and _cut(pieces) >= 0.6)
    return even and beyond <= 0.05 * len(long) and usual <= 130


def is_pasted(pieces: list[Piece]) -> bool:
    """In a format of whole paragraphs: lines pasted from a page, each a paragraph that breaks off in its sentence."""
    return sum(p.columns >= PROSE for p in pieces) >= 10 and _cut(pieces) >= 0.7 and looks_wrapped(pieces)


def _cut(pieces: list[Piece]) -> float:
    """The share of the long lines that end in the midst of a sentence."""
    long = [p for p in pieces if p.columns >= PROSE]
    return sum(p.text[-1] not in CLOSED + "）)" for p in long) / max(len(long), 1)
