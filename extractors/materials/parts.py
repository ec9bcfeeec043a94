"""What a work is made of, where the notice counts it: 作品形式包括甲与乙两部分; 应包括如下两部分内容：甲+乙."""

import re

from extractors.materials.found import FoundMaterial
from extractors.materials.lists import is_thing
from extractors.materials.sentences import is_work, listed_kind
from extractors.text.spans import Span, squeezed, trimmed
from schemas.text import Text

_WHOLE = r"(?:作品|成果|提交物|参赛(?:材料|资料))(?:的?(?:形式|内容|组成))?"
_HOLDS = r"(?:主要|应当?|须|需|必须){0,2}(?:包[含括]|分为|由)"
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}
_COUNT = rf"(?P<count>[{''.join(_NUMBERS)}])\s?(?:个|大)?(?:部分|项)"
_PARTS = (
    re.compile(rf"{_WHOLE}{_HOLDS}(?P<list>[^。；：:，\n]{{4,100}}?)(?:这|等)?{_COUNT}"),
    re.compile(
        rf"{_WHOLE}{_HOLDS}(?:以下|如下|下列)?{_COUNT}(?:内容|材料|文件)?(?:组成|构成)?\s?[：:]\s?"
        # a line's end may cut the list
        r"(?P<list>[^。；：:，\n]{4,100}(?:\n[^。；：:，\n]{2,60}(?=[，。；]))?)"
    ),
)
_BETWEEN = re.compile(r"[、+＋和与]|以及|(?<![涉以普])及")
_NO_PART = re.compile(r"(?:部分|内容|章节?|阶段|环节|情况|说明书?要求)$")
_SHORTEST, _LONGEST = 2, 30  # characters of a part's name


def counted_parts(text: Text, start: int, end: int) -> list[FoundMaterial]:
    """The parts that a stretch names, as many as it says; nothing where the numbers differ."""
    found = []
    for pattern in _PARTS:
        for match in pattern.finditer(text.clean, start, end):
            pieces = _pieces(text.clean, match.start("list"), match.end("list"))
            if len(pieces) == _NUMBERS[match["count"]] and _are_parts([piece.of(text.clean) for piece in pieces]):
                found += [_part(text, piece) for piece in pieces]
    return found


def _pieces(clean: str, start: int, end: int) -> list[Span]:
    edges = [start, *(edge for mark in _BETWEEN.finditer(clean, start, end) for edge in mark.span()), end]
    pieces = (trimmed(clean, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))
    return [piece for piece in pieces if piece.end > piece.start]


def _are_parts(names: list[str]) -> bool:
    """Each may be handed in, and one of them at least bears the name of such a thing."""
    fits = all(_SHORTEST <= len(name) <= _LONGEST and _NO_PART.search(name) is None for name in names)
    return fits and any(is_thing(name) or is_work(name) for name in names)


def _part(text: Text, piece: Span) -> FoundMaterial:
    name = squeezed(piece.of(text.clean))
    return FoundMaterial(name, listed_kind(name), None, None, piece)
