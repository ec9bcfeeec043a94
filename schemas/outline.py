"""Outline (提纲): parts, divisions and numbered headings of a document."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Role(StrEnum):
    """What a division of a notice, a template or an application is for."""

    BODY = "body"  # 通知正文
    TASK_LIST = "task_list"  # 榜单
    RECOMMENDATION = "recommendation"  # 推荐表、汇总表
    COVER = "cover"  # 封面
    INSTRUCTIONS = "instructions"  # 填报须知
    FORM = "form"  # 申报表
    TASK_BOOK = "task_book"  # 任务书、申报书正文、可行性报告
    PROOFS = "proofs"  # 证明材料清单
    COMMITMENT = "commitment"  # 承诺书
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Division:
    """A stretch of a document with one purpose: 正文, 附件 1, and inside them 封面, 申报表, 任务书, 承诺书.

    ``attachment`` is the number of the attachment it belongs to (0 for a lone 附件 without a number,
    None for the body). Offsets into ``Text.clean``; ``title_end`` ends the title's line(s).
    """

    role: Role
    title: str
    attachment: int | None
    start: int
    title_end: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what it governs, up to the next heading of its own or a higher level.

    ``number`` as printed without the mark behind it (一, （一）, 1, 1.1; None for an unnumbered heading of
    the format); ``level`` from 1 at the top of its division; ``parent`` index of the section above or None;
    offsets into ``Text.clean``: heading ``start:heading_end``, own text up to the first child
    ``heading_end:own_end``, everything ``start:end``. A heading that runs on in its line (一、…。文字) has
    ``heading_end`` behind the title.
    """

    number: str | None
    title: str
    level: int
    division: int
    parent: int | None
    start: int
    heading_end: int
    own_end: int
    end: int


@dataclass(frozen=True)
class Outline:
    """Divisions cover the text without gaps, in order; sections are in order of their start."""

    divisions: tuple[Division, ...]
    sections: tuple[Section, ...]

    def division_at(self, offset: int) -> Division:
        """The division that holds this offset of ``Text.clean``; the last one behind the text's end."""
        index = bisect_right(self._division_starts, offset) - 1
        return self.divisions[max(index, 0)]

    def section_at(self, offset: int) -> int | None:
        """The index of the deepest section that holds this offset, or None."""
        index: int | None = bisect_right(self._section_starts, offset) - 1
        if index is not None and index < 0:
            return None
        while index is not None and offset >= self.sections[index].end:
            index = self.sections[index].parent
        return index

    def sections_in(self, start: int, end: int) -> tuple[Section, ...]:
        """The sections whose headings begin in ``start:end``, in order."""
        first = bisect_left(self._section_starts, start)
        return self.sections[first : bisect_left(self._section_starts, end, first)]

    def path(self, index: int | None) -> tuple[str, ...]:
        """The titles from the top down to this section."""
        titles: list[str] = []
        while index is not None:
            section = self.sections[index]
            titles.append(section.title)
            index = section.parent
        return tuple(reversed(titles))

    @cached_property
    def _division_starts(self) -> tuple[int, ...]:
        return tuple(division.start for division in self.divisions)

    @cached_property
    def _section_starts(self) -> tuple[int, ...]:
        return tuple(section.start for section in self.sections)
