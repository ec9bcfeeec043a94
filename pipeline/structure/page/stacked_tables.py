"""Tables copied with one cell a line: 序号 / 类别 / 联系人 / 1 / 污染防治 / 陶某 / 2 / …."""

import re
from collections.abc import Sequence

_HEAD = re.compile(r"[\u4e00-\u9fffA-Za-z（）()/、]{1,16}")
_FEWEST, _MOST = 3, 10  # columns
_LONGEST = 200  # characters of a cell


def stacked_tables(lines: Sequence[str]) -> dict[int, list[tuple[int, ...]]]:
    """The tables by the index of their first line, each row as the indices of the lines that are its cells.

    A head opens with 序号 and ends where a line says 1; the rows open with 1, 2, 3. Empty lines count for nothing.
    """
    filled = [index for index, line in enumerate(lines) if line.strip()]
    found: dict[int, list[tuple[int, ...]]] = {}
    at = 0
    while at < len(filled):
        rows = _rows(lines, filled, at) if lines[filled[at]].strip() == "序号" else []
        if rows:
            found[filled[at]] = rows
            at += len(rows) * len(rows[0]) - 1
        at += 1
    return found


def _rows(lines: Sequence[str], filled: list[int], at: int) -> list[tuple[int, ...]]:
    """The head and the rows of the table whose head opens at ``filled[at]``; [] where there is none."""
    words = [lines[index].strip() for index in filled[at : at + _MOST + 1]]
    columns = next((n for n, word in enumerate(words) if word == "1"), 0)
    if columns < _FEWEST or not all(_HEAD.fullmatch(word) for word in words[:columns]):
        return []
    rows = [tuple(filled[at : at + columns])]
    for number in range(1, len(filled) // columns + 1):
        row = tuple(filled[at + number * columns : at + (number + 1) * columns])
        opens = len(row) == columns and lines[row[0]].strip() == str(number)
        if not opens or any(len(lines[index]) > _LONGEST for index in row):
            break
        rows.append(row)
    return rows if len(rows) > 1 else []
