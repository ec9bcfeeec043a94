"""Labels with a colon in a line (揭榜单位：某某 职务：经理), and what stands behind each."""

import re
from collections.abc import Iterator, Sequence

from extractors.forms.labels.signed import is_place_to_sign, names_filling_day
from extractors.forms.labels.words import (
    ASKS_TEXT,
    could_be_label,
    has_label_shape,
    is_group_label,
    is_known_label,
    is_shared_label,
)
from extractors.text.marks import COUNT
from extractors.text.spans import Span, trimmed

# A label with a colon, at a line's start, behind a gap or ；, behind a person's colon (负责人：姓名：某某), or behind a
# number where the blank got lost; a bracket behind the label belongs to it.
_LABELLED = re.compile(
    r"(?:^|(?<=[\s）)_；;：:】］\]])"
    r"|(?<=[\dA-Z]{8})(?=(?:单位|企业)?(?:名称|类型|住所|法定代表人|注册资本|成立日期)[：:])"
    r"|(?<=[\da-zA-Z])(?=(?:电子)?邮箱|(?:联系)?电话|手机|传真|邮编|邮政编码|联系人|微信|地址)"
    r"|(?<=[，,])(?=(?:20\d\d年度?)?(?:截[至止]20\d\d年\d{1,2}月(?:\d{1,2}日)?)?[\u4e00-\u9fff]{2,12}(?:[（(][^（）()]{1,8}[)）])?\s?[:：])"
    r"|(?<=[\u4e00-\u9fffa-zA-Z\d])(?=\d{1,2}[.．、][\u4e00-\u9fff]{2,12}[:：]))"
    r"(?:\d{1,2}\s?[.．、]|[（(]\d{1,2}[)）]|[一二三四五六七八九十]{1,3}、|[A-Z]-?\d{1,2}[.．、]?\s"
    r"|[（(][一二三四五六七八九十]{1,3}[)）]"
    # 101 任务代码：, 2-1 手机：, 4)专利号：, at a line's start only
    r"|(?<![^\n])(?:[A-Z]{0,2}-?\d{1,4}(?:[-－.]\d{1,2}){0,2}[)）\]】]?\s(?=[\u4e00-\u9fff])|\d{1,2}[)）\]］]|[①-⑳]))?\s?(?:其中\s?[:：]\s?)?"
    r"(?P<label>(?:20\d\d年度?(?=[\u4e00-\u9fff]{3}))?[^\s。；;，,！？：:（()）【】〔〕\]、“”《》…\d][^\s。；;，,！？：:（(“”《》…]{0,18}[^\s。；;，,！？：:（(“”《》….．](?:\s?[（(][^（）()\n]{1,14}[）)]|\s?[（(][^（）()\n。]{15,60}[）)](?=\s*[:：]))?)"
    # a colon, or dots as far as the value; those of a table of contents lead to a page, those behind a label with its
    # unit (研发人员数（人）....6) or to a sum with one (营业收入..4,307万元) to a figure
    # 单位名称 —— 某某, 单位名称｜某某
    r"\s*(?:[:：]|[—─]{2}(?![—─])|[｜|](?![｜|])|(?:…{2}|[.．…·]{3})[.．…·]{0,17}+(?!\s?\d{1,3}\s*(?:\n|\Z))"
    r"|(?:(?<=[（(][人名家个项件年月%][）)])|(?<=[（(]万元[）)]))[.．…·]{3,20}+"
    # 2024年营业收入… 4,307万元
    r"|(?<=[\u4e00-\u9fff])(?:[.．]{2}(?=\d[\d,，.]{0,15}\s?[万亿]?元)|…(?=\s?\d[\d,，.]{0,15}\s?[万亿]?元)))"
)
_COLON = re.compile(r"[:：｜|]|[—─]{2}|…{2}|[.．…·]{3}|[.．]{2}(?=\d)|…(?=\s?\d)")
# 揭榜方向\t某某: a gap in place of the colon, which is not kept before figures (填报日期2026年4月28日).
_GAP = re.compile(r"(?P<label>[^\s。；;，,：:]{2,24}?)(?:[ \t\u3000]+|(?=20\d\d\s?[年./-]))(?P<value>\S[^\n]{0,80})\s*")
_FRAMED = re.compile(
    r"[【［\[〔〖](?P<label>(?:20\d\d年度?)?[\u4e00-\u9fff][^【】\[\]［］〔〕〖〗（）()\s]{1,15}(?:[（(][^【】\[\]［］〔〕〖〗（）()\n]{1,30}[）)])?)"
    r"[】］\]〕〗][ ]?[:：]?"
)
# 揭榜方向： 方向4：节能曳引系统, whose value begins with a number of its own
_NUMBERED = re.compile(rf"(?:揭榜|申报)?(?:方向|课题|任务|[榜专赛]题|榜单)\s?{COUNT}")
_SEALED = re.compile(r"签字|签名|签章|盖章|公章|^(?:附|注|说明|附件|备注说明)\d*$|承诺如下|如下$")
_BLANK = re.compile(r"[_＿]{2}")
_ADDRESS = re.compile(r"地址|住所")
_LEAST_LINES, _MOST_OF_LINES = 8, 0.5
_SHORT = 30  # characters of an answer
UNIT_BEHIND = re.compile(r"[（(](?:[十百千]?[万亿]?元|人|名|[%％]|平方米|㎡|个|项|件|家|台|套|艘|亩|年|月|天)[）)]$")


def labelled(clean: str, start: int, end: int, anywhere: bool) -> list[tuple[Span, Span]]:
    """The labels with a colon in a line, and what stands behind each; ``anywhere``: unlisted labels too."""
    found: list[tuple[Span, Span]] = []
    framed = _framed(clean, start, end)
    if framed:
        return framed
    matches = _matches(clean, start, end, anywhere)
    if not matches or not _opens(clean, start, matches):
        return []
    for index, match in enumerate(matches):
        stop = matches[index + 1].start() if index + 1 < len(matches) else end
        between, several = stop < end, len(matches) > 1
        marks = "；;，," if between else "。" if several else ""
        found.append((Span(match.start("label"), match.end("label")), trimmed(clean, match.end(), stop, marks)))
    return found


def in_cell(clean: str, start: int, end: int, anywhere: bool) -> list[tuple[Span, Span]]:
    """The same for a cell of a table, where 负责人：职务 asks for the office and answers nothing."""
    pairs = labelled(clean, start, end, anywhere)
    asks = len(pairs) == 1 and is_group_label(pairs[0][0].of(clean)) and is_shared_label(pairs[0][1].of(clean))
    return [] if asks else pairs


def _opens(clean: str, start: int, matches: Sequence[re.Match[str]]) -> bool:
    """No words stand before the first label, which would be a sentence; a seal may, before 填报日期：____."""
    before = clean[start : matches[0].start()].strip(" _")
    return not before or (is_place_to_sign(before) and all(names_filling_day(match["label"]) for match in matches))


def are_labelled(clean: str, spans: Sequence[Span]) -> bool:
    """A form in lines: most of them open with a label of the lexicon and its colon, so that others may too."""
    found = sum(bool(pairs) and is_known_label(pairs[0][0].of(clean)) for pairs in _pairs_of(clean, spans))
    return found >= max(_LEAST_LINES, _MOST_OF_LINES * len(spans))


def _pairs_of(clean: str, spans: Sequence[Span]) -> Iterator[list[tuple[Span, Span]]]:
    return (labelled(clean, span.start, span.end, anywhere=False) for span in spans)


def are_gapped(clean: str, spans: Sequence[Span]) -> bool:
    """A form in lines most of which have a gap behind a label of the lexicon, so that others may too."""
    found = sum(bool(behind_gap(clean, span)) for span in spans)
    return found >= max(_LEAST_LINES, _MOST_OF_LINES * len(spans))


def behind_gap(clean: str, span: Span, *, anywhere: bool = False) -> list[tuple[Span, Span]]:
    """A label of the lexicon and its value in one line with a gap between them; [] where the line is none.

    ``anywhere``: what could be one as well.
    """
    match = _GAP.fullmatch(clean, span.start, span.end)
    if match is None or not (is_known_label(match.group("label")) or (anywhere and could_be_label(match["label"]))):
        return []
    return [(Span(*match.span("label")), trimmed(clean, *match.span("value")))]


def _matches(clean: str, start: int, end: int, anywhere: bool) -> list[re.Match[str]]:
    """The labels of a line; one right behind a colon only where it asks for a part of the person before it."""
    found: list[re.Match[str]] = []
    at = start if _COLON.search(clean, start, end) is not None else end  # most lines have none
    while (match := _LABELLED.search(clean, at, end)) is not None:
        behind = match.start() > start and clean[match.start() - 1] in "：:"
        if behind and not (found and _nested(found[-1], match)):
            at = match.start() + 1
            continue
        if match.start() > start and clean[match.start() - 1] in "，," and not _goes_on(clean, found, match):
            at = match.start() + 1
            continue
        answers = bool(found) and not clean[found[-1].end() : match.start()].strip(" _")
        if _is_line_label(match["label"], anywhere) and not (answers and _NUMBERED.fullmatch(match["label"])):
            found.append(match)
        at = match.end()
    return found


def _goes_on(clean: str, found: list[re.Match[str]], match: re.Match[str]) -> bool:
    """企业名称：____，信用代码：____: a known label behind a short answer or a blank; a text has such words too."""
    answer = clean[found[-1].end() : match.start() - 1] if found else "。"
    blank = _BLANK.search(answer) is not None
    before = found[-1]["label"] if found else ""
    if not found or (ASKS_TEXT.search(before) and _ADDRESS.search(before) is None):
        return False
    if blank:
        return re.search(r"[。；;]", answer) is None
    return len(answer) <= _SHORT and re.search(r"[。；;，,]", answer) is None and is_known_label(match["label"])


def _nested(before: re.Match[str], match: re.Match[str]) -> bool:
    """姓名 right behind 项目负责人： asks for a part of this person."""
    return before.end() == match.start() and is_group_label(before["label"]) and is_shared_label(match["label"])


def _framed(clean: str, start: int, end: int) -> list[tuple[Span, Span]]:
    """【单位全称】某某公司 【职务】经理: labels in brackets that open the line, and what stands behind each.

    【负责人】姓名：某某 手机：1…: a person's is the head of the labels behind it.
    """
    matches = list(_FRAMED.finditer(clean, start, end))
    if not matches or matches[0].start() > start or not could_be_label(matches[0]["label"]):
        return []
    stops = [match.start() for match in matches[1:]] + [end]
    found: list[tuple[Span, Span]] = []
    for match, stop in zip(matches, stops, strict=True):
        label, value = Span(*match.span("label")), trimmed(clean, match.end(), stop)
        inside = labelled(clean, value.start, value.end, False) if is_group_label(match["label"]) else []
        parts = inside and inside[0][0].start == value.start and is_shared_label(inside[0][0].of(clean))
        found += [(label, Span(value.start, value.start)), *inside] if parts else [(label, value)]
    return found


def _is_line_label(words: str, anywhere: bool) -> bool:
    if _SEALED.search(words) and not re.search(r"单位\s*[（(]", words):
        return False
    if is_known_label(words) or has_label_shape(words):
        return True
    return (anywhere or UNIT_BEHIND.search(words) is not None) and could_be_label(words)
