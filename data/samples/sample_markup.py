"""The small markup of the texts in ``source/``.

``# title``, ``## smaller title``, ``== heading``, ``-- sub-heading``, ``. line without indent``, ``> line at the
right``, ``~~~`` a new page (``~~~ name`` a new member of the archive), ``| cell | cell`` a row of a table, where
``<`` is merged with the cell before, ``^`` with the cell above and ``//`` is a line break; all else is a paragraph.
"""

from dataclasses import dataclass

_KINDS = (
    ("# ", "title"),
    ("## ", "subtitle"),
    ("== ", "heading"),
    ("-- ", "subheading"),
    (". ", "line"),
    ("> ", "right"),
)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a sample: ``rows`` for a table, ``text`` for everything else."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def blocks_of(text: str) -> list[Block]:
    """The blocks of one document."""
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    for line in text.splitlines():
        if line.startswith("|"):
            rows.append(tuple(cell.strip().replace("//", "\n") for cell in line.removeprefix("|").split("|")))
            continue
        if rows:
            blocks.append(Block("table", rows=_even(rows)))
            rows = []
        if line.strip():
            blocks.append(_block(line))
    return [*blocks, Block("table", rows=_even(rows))] if rows else blocks


def members_of(text: str) -> list[tuple[str, list[Block]]]:
    """(file name, blocks) of a text that makes several files."""
    parts = [part.split("\n", 1) for part in text.split("~~~ ") if part.strip()]
    return [(name.strip(), blocks_of(rest)) for name, rest in parts]


def _block(line: str) -> Block:
    if line.startswith("~~~"):
        return Block("page")
    for mark, kind in _KINDS:
        if line.startswith(mark):
            return Block(kind, line.removeprefix(mark))
    return Block("paragraph", line)


def _even(rows: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Rows of one length; what the markup leaves out at a row's end is empty."""
    width = max(len(row) for row in rows)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def spans(rows: tuple[tuple[str, ...], ...]) -> list[tuple[int, int, int, int]]:
    """(row, column, last row, last column) of every cell that stands for itself."""
    found = []
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell in ("<", "^"):
                continue
            last_column, last_row = column, row
            while last_column + 1 < len(cells) and cells[last_column + 1] == "<":
                last_column += 1
            while last_row + 1 < len(rows) and rows[last_row + 1][column] == "^":
                last_row += 1
            found.append((row, column, last_row, last_column))
    return found
