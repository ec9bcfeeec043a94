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
_HOW_MANY = (
    r"(?:以下|如下|下列|这)?(?:[一二两三四五六七八几\d]{1,2}\s?[件点项条个方层句样款种类]面?)?的?"
    r"(?:意思|含义|意见|要点|要素|话|事项?|内容|承诺(?:事项|内容)?)?(?:[，,]?即)?"
)
# 写明四层意思：, 讲清这几点：, 须有三句话，即：
_SAYS = (
    r"(?:写明|载明|注明|写清楚?|明确|列明|包[括含]|承诺|[说表讲]明|[说讲]清楚?|交[代待]清楚?|表达|体现|[应须需要]当?有|含有?)"
    + _HOW_MANY
)
_LISTS = re.compile(rf"[^；;。]{{0,80}}?(?:承诺|声明|保证|{_SAYS})[:：]\s*(?=\S)")
# 承诺书应当写明四件事：材料真实；不重复申报；…: the call's own words for a letter without a template
_IN_WORDS = re.compile(
    rf"承诺[书函](?:[一1壹]?[份页张])?[^。；;：:\n]{{0,24}}?{_SAYS}[:：]\s*(?P<list>[^。：:]{{6,500}})(?=。|$)"
)
# 承诺书内容至少包括材料真实、不转包、保密四点，由…签字: the same in one breath
_IN_BREATH = re.compile(
    r"承诺[书函](?:[一1壹]?[份页张])?[，,]?[^，。；;：:\n]{0,12}?(?:内容)?(?:至少|应当?|须|需|要|主要)*(?:写明|载明|注明|写清楚?|明确|包[括含]|承诺|保证|声明)"
    r"(?P<list>[^，。；;：:、\n]{2,30}(?:、[^，。；;：:、\n]{2,40}){1,9})"
)
_COUNT_BEHIND = re.compile(
    r"(?:等|这|共)?(?:[一二三四五六七八九\d]{1,2}\s?[点项条件个]|等)(?:内容|事项|方面|承诺)?$|等(?:内容|事项|方面)?$"
)
_PROMISED = re.compile(
    r"真实|属实|真的?$|不|没有|未|无|保密|秘密|遵守|负责|履行|承担|按[期时]|配合|完成|专用|退[回还]|诚[信实]|合法|独立|接受|同意|自愿|知情"
)
_UNNUMBERED = re.compile(
    r"(?:我|本)(?:单位|公司|企业|院|所|校|方)(?:将|承诺|保证|同意|自愿|愿意?(?!对|承担)|确保|一定|还|并)"
)
_PARAGRAPH = 24  # characters of such a promise
_SHORTEST = 3  # characters of a promise: 不转包
_FEWEST = 2  # promises in such a list
_SIGNING = re.compile(r"[:：]|签字|盖章|公章|年\s*月|日期")


def find_letters(text: Text, outline: Outline) -> list[CommitmentLetter]:
    """The letters in order, their sentences where no list is numbered; without any what the text asks of a letter."""
    templates = [_letter(text, division) for division in outline.divisions if division.role is Role.COMMITMENT]
    return templates if any(one.promises for one in templates) else templates + _in_words(text)


def _in_words(text: Text) -> list[CommitmentLetter]:
    """The promises that the one sentence lists which says what the letter has to hold."""
    found = []
    for match in _IN_WORDS.finditer(text.clean):
        pieces = [trimmed(text.clean, *span, "。；;") for span in _pieces(match.start("list"), match["list"])]
        promises = [words for one in pieces if len(words := squeezed(one.of(text.clean))) >= _SHORTEST]
        if len(promises) >= _FEWEST and any(map(_PROMISED.search, promises)):  # 附下列材料：…；… is no such list
            found.append(_of_words(text, match, promises))
    if found:
        return found if len(found) == 1 else []
    for match in _IN_BREATH.finditer(text.clean):
        promises = [squeezed(words) for words in _COUNT_BEHIND.sub("", match["list"]).split("、")]
        if all(_PROMISED.search(words) or len(words) < _SHORTEST for words in promises):
            found.append(_of_words(text, match, [words for words in promises if len(words) >= _SHORTEST]))
    return found if len(found) == 1 and found[0].promises else []


def _of_words(text: Text, match: re.Match[str], promises: Sequence[str]) -> CommitmentLetter:
    evidence = text.evidence(match.start("list"), match.end("list"))
    return CommitmentLetter(title="承诺书", promises=tuple(promises), blanks=(), evidence=evidence)


def _pieces(start: int, words: str) -> list[tuple[int, int]]:
    """The stretches between the semicolons of a list that begins at ``start``."""
    marks = [match.start() for match in re.finditer("[；;]", words)]
    return list(
        zip(
            [start, *(start + at + 1 for at in marks)], [*(start + at for at in marks), start + len(words)], strict=True
        )
    )


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
        found += [(span, True) for span in _below(text, items[-1].end, division.end)]
    else:
        found = _parts(text, sentences(text.clean, division.title_end, division.end))
    return [span for span, listed in found if _is_promise(span.of(text.clean), numbered=listed)]


def _below(text: Text, start: int, end: int) -> list[Span]:
    """我单位将根据工作方案要求…，全力完成任务: what is promised without a number below the list, before the signing."""
    found = []
    for span in sentences(text.clean, start, end):
        bare = _bare(text, span)
        words = bare.of(text.clean).strip()
        if _SIGNING.search(words):
            break
        if len(words) >= _PARAGRAPH and _UNNUMBERED.match(words):
            found.append(bare)
    return found


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
