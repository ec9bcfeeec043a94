"""Cells and lists of a form's tables, and how far one has been read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.forms.labels.layout import RawField
from extractors.text.spans import Span
from schemas.outline import Role
from schemas.text import Block


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell with its words without white space."""

    block: Block
    words: str

    @property
    def span(self) -> Span:
        """Where the cell stands in ``Text.clean``."""
        return Span(self.block.start, self.block.end)


@dataclass(frozen=True, slots=True)
class RawList:
    """A list: what it is of, in words (empty where nothing says it), its heads, and its rows of as many cells."""

    name: str
    heads: tuple[FormCell, ...]
    rows: tuple[tuple[FormCell, ...], ...]


@dataclass(slots=True)
class GridState:
    """How far a table has been read; ``listing`` rows still belong to a list."""

    role: Role
    fields: list[RawField] = field(default_factory=list)
    group: str | None = None
    group_words: str = ""
    person: str | None = None
    persons: tuple[FormCell, ...] = ()  # 负责人 | 联系人, side by side above their parts
    parts_of: str | None = None  # 负责人 | 姓名 | 职务 without room beside: whose the parts in the next row are
    columns: tuple[FormCell, ...] = ()  # 项目 | 牵头单位 | 参加单位 above what each of them is
    caption: FormCell | None = None
    listing: int = 0
    over: int = 0  # rows of labels over their values,
    next_over: int = -1  # the row that stands below the last of them,
    whose: str | None = None  # and the person they are of
    paired: bool = False  # two columns, labels at the left and their answers at the right
    stacked: bool = False  # a row above has its answers below the labels in their cells
    lists: list[RawList] = field(default_factory=list)

    def take_list(self, name: str, heads: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> None:
        """Keeps a list; the rows are those cells that stand under its heads."""
        first = heads[0].block.column
        rows = (tuple(cell for cell in cells if cell.block.column >= first) for cells in below)
        self.lists.append(RawList(name, tuple(heads), tuple(row for row in rows if len(row) == len(heads))))
