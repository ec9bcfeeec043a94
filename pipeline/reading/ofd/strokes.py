"""Path data to straight strokes: ``M 0 0 L 10 0 L 10 5 C`` to segments, curves passed over."""

from collections.abc import Iterator

from pipeline.reading.ofd.numbers import number

Point = tuple[float, float]
Segment = tuple[Point, Point]

# The operators and how many numbers follow; the last two are where the pen then stands.
_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}


def subpaths(data: str) -> Iterator[list[Segment]]:
    """The straight segments of each subpath, as they are drawn; raises ValueError for what is no path data."""
    segments: list[Segment] = []
    start = at = (0.0, 0.0)
    for operator, to in _steps(data.split()):
        if operator in "SM":
            if segments:
                yield segments
            segments, start = [], to
        elif operator == "C":
            to = start
        if operator in "LC" and to != at:
            segments.append((at, to))
        at = to
    if segments:
        yield segments


def _steps(parts: list[str]) -> Iterator[tuple[str, Point]]:
    at, operator, last = 0, "", (0.0, 0.0)
    while at < len(parts):
        if parts[at] in _OPERANDS:
            operator = parts[at]
            at += 1
        elif not operator or operator == "C":
            raise ValueError("numbers without an operator")
        count = _OPERANDS[operator]
        if at + count > len(parts):
            raise ValueError("a path that breaks off")
        if count:
            last = number(parts[at + count - 2]), number(parts[at + count - 1])
        yield operator, last
        at += count
