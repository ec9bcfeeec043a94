"""Letters of commitment in a call's templates (承诺书): what they promise, one by one, and their blanks."""

import re
from collections.abc import Sequence

from extractors.text.blanks import find_blanks
from extractors.text.items import find_items
from extractors.text.spans import Span, sentences, squeezed, trimmed
from schemas.outline import Division, Outline, Role
from schemas.provisions import CommitmentLetter
from schemas.text import Text

_PROMISES = re.compile(
    r"承诺|保证|负责|不(?:得|存在|弄虚|违反|涉及)|遵守|严格|如有|愿意|承担|真实|按照|配合|未(?:涉|被|以)|无(?:违|不良)|确认"
)
_LEAD = re.compile(r"(?:如下|承诺|声明|保证)\s*[:：]?$")
_LISTS = re.compile(r"[^；;。]{0,80}?(?:承诺|声明|保证)[:：]\s*(?=\S)")
_SIGNING = re.compile(r"[:：]|签字|盖章|公章|年\s*月|日期")


def find_letters(text: Text, outline: Outline) -> list[CommitmentLetter]:
    """The letters in order; without a numbered list their sentences are the promises."""
    return [_letter(text, division) for division in outline.divisions if division.role is Role.COMMITMENT]


def _letter(text: Text, division: Division) -> CommitmentLetter:
    title = trimmed(text.clean, division.start, max(division.title_end, division.start + 1))
    return CommitmentLetter(
        title=squeezed(title.of(text.clean).splitlines()[-1]) if title.of(text.clean) else "承诺书",
        promises=tuple(squeezed(span.of(text.clean)) for span in _promises(text, division)),
        blanks=find_blanks(text.clean[division.title_end : division.end]),
        evidence=text.evidence(title.start, title.end),
    )


def _promises(text: Text, division: Division) -> list[Span]:
    items = [Span(item.body, item.end) for item in find_items(text, division.title_end, division.end)]
    if items:
        found = [(_bare(text, span), True) for span in items]
    else:
        found = _parts(text, sentences(text.clean, division.title_end, division.end))
    return [span for span, listed in found if _is_promise(span.of(text.clean), numbered=listed)]


def _parts(text: Text, spans: Sequence[Span]) -> list[tuple[Span, bool]]:
    """The parts of sentences, and whether one lists them: 郑重承诺：材料真实；按期完成；不重复申报。"""
    found, listed = [], False
    for span in spans:
        bare = _bare(text, span)
        if (lead := _LISTS.match(bare.of(text.clean))) is not None:
            listed, bare = True, Span(bare.start + lead.end(), bare.end)
        found.append((bare, listed and not _is_signing(bare.of(text.clean))))
        listed = listed and text.clean[bare.end : bare.end + 1] in ("；", ";")
    return found


def _bare(text: Text, span: Span) -> Span:
    return trimmed(text.clean, span.start, span.end, "。；;")


def _is_promise(words: str, *, numbered: bool) -> bool:
    if len(words) < 6 or _LEAD.search(words):
        return False
    return numbered or (_PROMISES.search(words) is not None and not _is_signing(words))


def _is_signing(words: str) -> bool:
    return _SIGNING.search(words) is not None and len(words) < 40
