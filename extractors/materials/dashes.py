"""What a dash behind a paper's name says of it: 营业执照副本——复印件加盖单位印章."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.materials.found import FoundMaterial, named_by
from extractors.materials.lists import is_thing
from extractors.materials.names import MaterialKind, condition_of
from extractors.text.spans import Span, squeezed, trimmed
from schemas.text import Block, Text

_DASH = re.compile(r"\s{0,4}[—–―─]{1,12}\s{0,4}(?=[\u4e00-\u9fff])")
_CLAUSE = re.compile(r"[，,。；;]")
_END = "。；;，, "
_FEWEST, _MOST, _LONGEST = 2, 2 / 3, 60  # lines, their share, characters of one
_OF_IT = re.compile(r"(?:加盖[^，。；]{2,6}的?)?(?:复印|扫描|原|影印)件|由|近|[须应需如若]")  # 营业执照——复印件


def named_before_dash(
    text: Text, piece: Span, kind: MaterialKind | None = None, *, counted: str = ""
) -> FoundMaterial | None:
    """The paper that a piece of a list names before its dash, with what stands behind it: its case and its remark."""
    named, aside = named_by(text, before_dash(text.clean, piece), counted, kind), behind_dash(text.clean, piece)
    if named is None or aside is None:
        return named
    return replace(named, condition=named.condition or condition_of(f"（{aside}）"), remark=aside)


def before_dash(clean: str, span: Span) -> Span:
    """The paper's name before the dash; all of ``span`` where none stands there, or a second name (申报书—预算书)."""
    dash = _DASH.search(clean, span.start, span.end)
    if dash is None or not is_thing(clean[span.start : dash.start()]):
        return span
    first = _CLAUSE.split(clean[dash.end() : span.end], maxsplit=1)[0]  # ——论文任选，合成一个文件
    second = is_thing(first) and _OF_IT.match(clean, dash.end(), span.end) is None
    return span if second else Span(span.start, dash.start())


def dashed_lines(text: Text, blocks: Sequence[Block]) -> list[Span]:
    """The lines, where most of them name a paper before a dash (法人证书————必附) and none is a sentence; else []."""
    lines = [trimmed(text.clean, block.start, block.end, _END) for block in blocks]
    named = [line for line in lines if before_dash(text.clean, line).end < line.end]
    short = all(line.end - line.start <= _LONGEST and "。" not in line.of(text.clean) for line in lines)
    return lines if short and len(named) >= _FEWEST and len(named) >= _MOST * len(lines) else []


def behind_dash(clean: str, span: Span) -> str | None:
    """What is said behind the dash; None where ``before_dash`` leaves the span whole."""
    named = before_dash(clean, span)
    said = trimmed(clean, named.end, span.end, _END + "—–―─").of(clean)
    return squeezed(said) or None if named.end < span.end else None
