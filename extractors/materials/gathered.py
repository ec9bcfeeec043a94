"""The things to hand in that were found so far, which know those of a name or a place without a look at each."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import replace

from extractors.materials.copies import Copies
from extractors.materials.found import FoundMaterial
from extractors.materials.names import MaterialKind, kind_of
from extractors.text.spans import Span, bare

_LONGEST_ITEM = 2000  # characters that an item may begin before the copies it asks for


class Gathered:
    """Materials in the order in which they were added; ``items`` are read from outside, never changed there."""

    def __init__(self, items: Iterable[FoundMaterial] = ()) -> None:
        self.items: list[FoundMaterial] = []
        self._places: dict[str, list[int]] = {}  # by the bare name, indices into items
        self._papers: set[str] = set()  # the bare names of all but copies of the whole
        self._lengths: set[int] = set()
        self._joined = "\n"
        self._starts: list[tuple[int, int]] = []  # where each begins, and its index
        self.add(items)

    def add(self, items: Iterable[FoundMaterial]) -> None:
        """Adds what a reader found, all of it read before the first is added."""
        for one in list(items):
            insort(self._starts, (one.span.start, len(self.items)))
            self.items.append(one)
            self._register(one, len(self.items) - 1)

    def _register(self, one: FoundMaterial, at: int) -> None:
        key = bare(one.name)
        self._places.setdefault(key, []).append(at)
        if one.kind != "paper_copy" and key not in self._papers:
            self._papers.add(key)
            self._lengths.add(len(key))
            self._joined += key + "\n"

    def add_named(self, one: FoundMaterial) -> None:
        """What a sentence names, unless it is known; the copies that the sentence asks of it are its own."""
        if self.knows(one.name) or self.has(one.name):
            return
        counted = self._copies_of(one)
        if counted is None:
            self.add([one])
        else:
            self.items[counted] = replace(self.items[counted], name=one.name, kind=one.kind)
            self._register(one, counted)

    def _copies_of(self, one: FoundMaterial) -> int | None:
        """各学院收齐重点项目申报书初稿一式3份: the entry of 项目申报书, which the fuller name holds."""
        first = bisect_left(self._starts, (one.span.start - _LONGEST_ITEM, 0))
        last = bisect_left(self._starts, (one.span.start + 1, 0))
        for _, at in self._starts[first:last]:
            copies = self.items[at]
            around = copies.kind == "paper_copy" and one.span.end <= copies.span.end
            if around and copies.condition is None and bare(copies.name) in bare(one.name):
                return at
        return None

    def knows(self, name: str) -> bool:
        """Is a paper of this name, or of one that holds it, among them? Copies of the whole do not count."""
        key = bare(name)
        return (bool(self._papers) and key in self._joined) or any(
            key[at : at + length] in self._papers for length in self._lengths for at in range(len(key) - length + 1)
        )

    def has(self, name: str) -> bool:
        """Is anything of just this name among them, copies of the whole too?"""
        return bare(name) in self._places

    def add_copies(self, copies: Copies) -> None:
        """Paper copies as an entry of their own, unless an item of the list has them or is one of those of each."""
        if copies.each:
            self._add_each(copies)
        elif not (self._around(copies.span) or self._within(copies) or self._said(copies)):
            kind: MaterialKind = "form" if re.search(r"报名表|申报表|申请表", copies.name) else "paper_copy"
            self.add([FoundMaterial(copies.name, kind, copies.count, copies.scope, copies.span)])

    def _add_each(self, copies: Copies) -> None:
        same = self._places.get(bare(copies.name), ())
        for at in same:
            if self.items[at].copies is None:
                self.items[at] = replace(self.items[at], copies=copies.count)
        if not same:
            kind = kind_of(copies.name, copies.name)
            self.add([FoundMaterial(copies.name, kind, copies.count, None, copies.span)])

    def _between(self, start: int, end: int) -> list[FoundMaterial]:
        """Those that begin in ``start:end``."""
        first, last = bisect_left(self._starts, (start, 0)), bisect_left(self._starts, (end, 0))
        return [self.items[at] for _, at in self._starts[first:last]]

    def _around(self, span: Span) -> bool:
        """An item that says its copies holds these."""
        before = self._between(span.start - _LONGEST_ITEM, span.start + 1)
        return any(one.copies and span.end <= one.span.end for one in before)

    def _within(self, copies: Copies) -> bool:
        """响应文件含：①响应书（正本一份，副本六份）: the sentence speaks of its item."""
        return any(one.copies == copies.count for one in self._between(copies.span.start, copies.span.end))

    def _said(self, copies: Copies) -> bool:
        same = (self.items[at] for at in self._places.get(bare(copies.name), ()))
        return any((m.name, m.copies, m.condition) == (copies.name, copies.count, copies.scope) for m in same)
