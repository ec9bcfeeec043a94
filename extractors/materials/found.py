"""A thing to hand in, as the lists and sentences of a notice yield it, and what joins those that are said twice."""

import re
from dataclasses import dataclass, replace

from extractors.materials.copies import Copies, count_of
from extractors.materials.names import MaterialKind, condition_of, kind_of, name_span
from extractors.text.spans import Span, bare, squeezed
from schemas.text import Text


@dataclass(frozen=True, slots=True)
class FoundMaterial:
    """One thing to hand in; ``span`` is its evidence, offsets into ``Text.clean``."""

    name: str
    kind: MaterialKind
    copies: int | None
    condition: str | None
    span: Span


def named_by(text: Text, piece: Span, counted: str = "", kind: MaterialKind | None = None) -> FoundMaterial | None:
    """The thing that a piece of a list names; ``counted`` are words behind it that say how many."""
    name, words = name_span(text.clean, piece.start, piece.end), piece.of(text.clean)
    if name is None:
        return None
    named = squeezed(name.of(text.clean))
    return FoundMaterial(named, kind or kind_of(named, words), count_of(words + counted), condition_of(words), piece)


def add_copies(found: list[FoundMaterial], copies: Copies) -> None:
    """Paper copies as an entry of their own, unless an item of the list has them or is one of those of each."""
    if copies.each:
        _add_each(found, copies)
        return
    if any(m.span.start <= copies.span.start and copies.span.end <= m.span.end and m.copies for m in found):
        return
    if any(copies.span.start <= m.span.start < copies.span.end and m.copies == copies.count for m in found):
        return  # 响应文件含：①响应书（正本一份，副本六份）; the sentence speaks of its item
    kind: MaterialKind = "form" if re.search(r"报名表|申报表|申请表", copies.name) else "paper_copy"
    if any(m.name == copies.name and m.copies == copies.count and m.condition == copies.scope for m in found):
        return
    found.append(FoundMaterial(copies.name, kind, copies.count, copies.scope, copies.span))


def _add_each(found: list[FoundMaterial], copies: Copies) -> None:
    same = [at for at, m in enumerate(found) if bare(m.name) == bare(copies.name)]
    for at in same:
        found[at] = replace(found[at], copies=found[at].copies or copies.count)
    if not same:
        kind = kind_of(copies.name, copies.name)
        found.append(FoundMaterial(copies.name, kind, copies.count, None, copies.span))


def known(found: list[FoundMaterial], name: str) -> bool:
    """Is a paper of this name, or of one that holds it, among those found? Copies of the whole do not count."""
    key = bare(name)
    return any(key in bare(m.name) or bare(m.name) in key for m in found if m.kind != "paper_copy")
