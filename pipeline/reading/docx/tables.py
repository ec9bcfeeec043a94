"""Tables of a DOCX: cells with their places and spans, frames looked through."""

from collections.abc import Callable, Iterator, Sequence

from pipeline.reading.docx.blocks import Block, OtherFile, ParagraphBlock, TableBlock, inside
from pipeline.reading.docx.package import W, has_change, is_on, number, value
from pipeline.reading.draft import DraftCell, Piece
from pipeline.reading.nesting import NestingCell, Part, unnested
from pipeline.reading.ooxml import Element

_MAX_SPAN = 200

CellWithBlocks = tuple[NestingCell, list[Block]]


def table_blocks(node: Element, blocks_of: Callable[[Element], list[Block]]) -> list[Block]:
    """The table as one block; what a frame holds where the table only frames other things.

    ``blocks_of`` reads the content of a cell and is called once for each, in order.
    """
    found = list(_cells(node, blocks_of))
    if _is_frame(found):
        return [block for _, blocks in found for block in blocks]
    hidden: list[str] = []
    for cell, blocks in found:
        cell.parts, unseen = _parts(blocks)
        hidden += unseen
    return [TableBlock(unnested([cell for cell, _ in found]), hidden)] if found else []


def _is_frame(found: Sequence[CellWithBlocks]) -> bool:
    """One cell; or cells one below the other, or empty but for one, around real tables."""
    if len(found) == 1:
        return True
    if not any(isinstance(block, TableBlock) for _, blocks in found for block in blocks):
        return False
    filled = [blocks for _, blocks in found if any(_has_words(block) for block in blocks)]
    return len(filled) == 1 or len({cell.column for cell, _ in found}) == 1


def _has_words(block: Block) -> bool:
    if isinstance(block, TableBlock):
        return any(cell.text.strip() for cell in block.cells)
    return isinstance(block, ParagraphBlock) and bool(block.pieces)


def _cells(node: Element, blocks_of: Callable[[Element], list[Block]]) -> Iterator[CellWithBlocks]:
    """The cells of a table, merged ones once with their spans."""
    open_cells: dict[int, NestingCell] = {}
    rows = [row for row in inside(node, W + "tr") if not _is_gone(row)]
    for row, element in enumerate(rows):
        column = min(max(number(value(element.find(W + "trPr"), "gridBefore")), 0), _MAX_SPAN)
        last: NestingCell | None = None
        for cell in inside(element, W + "tc"):
            properties = cell.find(W + "tcPr")
            if has_change(properties, "cellDel"):
                continue
            width = min(max(number(value(properties, "gridSpan"), 1), 1), _MAX_SPAN)
            above = open_cells.get(column)
            if last is not None and _goes_on(properties, "hMerge"):
                last.column_span += width
            elif _goes_on(properties, "vMerge") and above is not None and _is_right_above(above, row, width):
                above.row_span += 1
                last = None
            else:
                last = NestingCell(row, column, 1, width)
                open_cells.pop(column, None)
                if properties is not None and properties.find(W + "vMerge") is not None:
                    open_cells[column] = last
                yield last, blocks_of(cell)
            column += width


def _is_gone(row: Element) -> bool:
    properties = row.find(W + "trPr")
    return has_change(properties, "del") or is_on(properties, "hidden")


def _goes_on(properties: Element | None, kind: str) -> bool:
    """Whether a cell goes on the one before it (hMerge) or above it (vMerge)."""
    merge = properties.find(W + kind) if properties is not None else None
    return merge is not None and merge.get(W + "val") != "restart"


def _is_right_above(above: NestingCell, row: int, width: int) -> bool:
    return above.row + above.row_span == row and above.column_span == width


def _parts(blocks: list[Block]) -> tuple[list[Part], list[str]]:
    """The lines and inner tables of a cell, and the words hidden in it."""
    parts: list[Part] = []
    hidden: list[str] = []
    loose: list[str] = []
    for block in blocks:
        if isinstance(block, OtherFile):
            continue
        hidden += block.hidden
        if isinstance(block, TableBlock):
            parts.append(list[DraftCell](block.cells))
        else:
            parts.append(list[Piece](block.pieces))
            loose += block.anchors
    if loose:  # a picture in an otherwise empty paragraph hangs on the last line, or on an empty one
        lines = [part for part in parts if part and isinstance(part[0], Piece)]
        target: list[Piece] = lines[-1] if lines else []
        last = target.pop() if target else Piece("")
        held = last.anchors + tuple((len(last.text), name) for name in loose)
        target.append(Piece(last.text, links=last.links, anchors=held))
        if not lines:
            parts.append(target)
    return parts, hidden
