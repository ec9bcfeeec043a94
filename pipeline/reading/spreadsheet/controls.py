"""Check boxes that lie on a sheet (form controls): the cell that each stands in, its state and its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.reading.ooxml import Element, Package, R
from pipeline.reading.spreadsheet.grid import Grid, Value
from pipeline.reading.spreadsheet.styles import S

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
MOST_CONTROLS = 1000
_MOST_AREAS = 20_000  # that are searched for a box
_HALF_BOX = 110_000  # English metric units (360 000 to the centimetre): half the usual height of a box


@dataclass(frozen=True, slots=True)
class Control:
    """A form control as the sheet lists it: row and column from 0, offset in the column, relation, shape."""

    row: int
    column: int
    across: int
    relation: str
    shape: str


def control_of(node: Element) -> Control | None:
    """The ``control`` of a sheet's XML; None where it does not say where it lies."""
    start, end = (node.find(f"{S}controlPr/{S}anchor/{S}{name}") for name in ("from", "to"))
    if start is None or end is None:
        return None
    row, below = _number(start, "row"), _number(end, "row")
    if below == row + 1 and _number(end, "rowOff") > _HALF_BOX:
        row = below
    return Control(
        row, _number(start, "col"), _number(start, "colOff"), node.get(R + "id") or "", node.get("shapeId") or ""
    )


def put_boxes(
    package: Package, part: str, grid: Grid, controls: list[Control], shapes: list[tuple[str, str]]
) -> set[str]:
    """Writes ☑ or □ and the words of each check box behind what its cell shows; gives back the shapes written.

    ``shapes`` are the numbers and words of those drawn on the sheet.
    """
    words: dict[str, str] = {}
    for shape, paragraph in shapes:
        words[shape] = f"{words[shape]} {paragraph}" if shape in words else paragraph
    relations, written = package.relations(part) if controls else {}, set[str]()
    for control in sorted(controls, key=lambda one: (one.row, one.column, one.across)):
        relation = relations.get(control.relation)
        root = package.part(relation.target) if relation is not None and not relation.external else None
        if root is None or root.get("objectType") != "CheckBox" or not control.shape or control.shape in written:
            continue
        box = f"{'☑' if root.get('checked') == 'Checked' else '□'}{words.get(control.shape, '')}"
        row, column = _corner(grid, control.row, control.column)
        old = grid.rows.setdefault(row, {}).get(column, Value())
        grid.rows[row][column] = Value(f"{old.text} {box}".strip(), old.bordered, old.anchors)
        written.add(control.shape)
    return written


def words_of_shapes(root: Element) -> Iterator[tuple[str, str]]:
    """Number and words of every shape of a drawing, one paragraph each, in order."""
    for paragraph in root.iter(A + "p"):
        shape = next(paragraph.iterancestors(_XDR + "sp"), None)
        named = shape.find(f"{_XDR}nvSpPr/{_XDR}cNvPr") if shape is not None else None
        words = "".join(node.text or "" for node in paragraph.iter(A + "t")).strip()
        if words:
            yield (named.get("id") or "" if named is not None else ""), words


def _corner(grid: Grid, row: int, column: int) -> tuple[int, int]:
    """The first place of the merged area that a place is in."""
    for top, left, bottom, right in grid.merged[:_MOST_AREAS]:
        if top <= row <= bottom and left <= column <= right:
            return top, left
    return row, column


def _number(place: Element, name: str) -> int:
    words = (place.findtext(_XDR + name) or "").strip()
    return int(words) if words.isascii() and words.isdigit() and len(words) < 10 else 0
