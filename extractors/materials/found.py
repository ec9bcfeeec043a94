"""A thing to hand in, as the lists and sentences of a notice yield it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.materials.copies import count_of
from extractors.materials.names import MaterialKind, condition_of, kind_of, name_span
from extractors.text.spans import Span, squeezed
from schemas.text import Text


@dataclass(frozen=True, slots=True)
class FoundMaterial:
    """One thing to hand in; ``span`` is its evidence, offsets into ``Text.clean``; ``remark``, beside its name."""

    name: str
    kind: MaterialKind
    copies: int | None
    condition: str | None
    span: Span
    remark: str | None = None


_WITH_LETTER = re.compile(
    r"(?P<paper>[\u4e00-\u9fff]{2,16}?(?:报告|方案|[书表函]|证明|材料))[和及与](?P<letter>[\u4e00-\u9fff]{0,8}承诺[书函])"
)
# 负责人履历和近三个月缴费证明; not 资质证书和荣誉证书等, 甲方和乙方的协议
_CERTIFIES = r"(?:履历|简历|执照|证明|审计报告|检测报告|凭证|决议)"
_TWO_PAPERS = re.compile(
    rf"(?P<paper>[\u4e00-\u9fff\d]{{0,14}}?{_CERTIFIES})(?:以及|和|及|与)(?P<letter>(?!其|相关|有关|相应|复印)[^和及与或、，（()）等]{{2,16}}{_CERTIFIES})"
)


def parted(one: FoundMaterial) -> list[FoundMaterial]:
    """可行性报告和承诺书, the last of a list: the paper and the letter; 履历和缴费证明: two papers."""
    joined = _WITH_LETTER.fullmatch(one.name) or _TWO_PAPERS.fullmatch(one.name)
    names = [joined["paper"], joined["letter"]] if joined is not None else []
    return [replace(one, name=name, kind=kind_of(name, name)) for name in names] or [one]


def named_by(text: Text, piece: Span, counted: str = "", kind: MaterialKind | None = None) -> FoundMaterial | None:
    """The thing that a piece of a list names; ``counted`` are words behind it that say how many."""
    name, words = name_span(text.clean, piece.start, piece.end), piece.of(text.clean)
    if name is None:
        return None
    named = squeezed(name.of(text.clean))
    return FoundMaterial(named, kind or kind_of(named, words), count_of(words + counted), condition_of(words), piece)


def is_within(span: Span, stretches: Sequence[Span]) -> bool:
    """3.2 进度计划 under 申报文件内容: what is written in the document, no paper beside it."""
    return any(span.start < one.end and one.start < span.end for one in stretches)


def lists_below(text: Text, said: Span, found: Sequence[FoundMaterial]) -> bool:
    """一并提交的证明材料有：执照；审计报告: listed one by one in the same paragraph, or below it as a heading."""
    own = text.block_at(said.start)
    heads = own is not None and not text.clean[said.end : text.blocks[own].end].strip("：:？? ")
    behind = [text.block_at(one.span.start) for one in found if one.kind == "proof" and one.span.start > said.start]
    return own in behind or (heads and own is not None and own + 1 in behind)
