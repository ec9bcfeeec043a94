"""What stands around conditions and is none: their title's frame, the words that lead in, and those that close."""

import re

from extractors.text.spans import Span, trimmed

# 【揭榜资格】, ■ 申报条件 ■, 贰 揭榜者须具备: the title without what sets it off.
_FRAME = re.compile(
    r"\s*(?:[【〖\[「『■◆●]|[壹贰叁肆伍陆柒捌玖拾][、.\s])?\s*(?P<title>[^【】〖〗\[\]「」『』■◆●]*?)\s*[】〗\]」』■◆●]?\s*"
)
# 揭榜方应当同时做到：…；…, 须同时满足 1)…；2)…, 除此以外，还要符合三点：…;
# not 符合下列条件之一：, of which any will do.
_LEAD_IN = re.compile(
    r"(?:[^，。；：:\n]{0,16}[，,]\s?)?[^，。；：:\n]{0,16}(?:应当?|须|需要?|要|必须|请|同时|都|均)?(?:同时|一并|都|均)?"
    r"(?:具备|满足|符合|做到|达到|具有)(?![^：:\n]{0,16}之一)(?:[^，。；：:\n]{0,14}[:：]\s*(?=[^\s])|\s*(?=[（(]?1[)）]|①))"
)
# 以上共计六条，缺一不可; 就这四条，缺一条都不行: the whole of them, and no further one.
_CLOSES = re.compile(
    r"(?:就|以上|上述|这)[^，。；]{0,8}[一二两三四五六七八九十\d]{1,2}\s?(?:条|项|点|款)(?:条件|要求)?"
    r"(?=$|[，,]\s?(?:缺一|须|应|必须|均|都|同时))|缺一(?:条|项|个)?(?:都|均)?(?:不可|不行)"
    r"|^[^，。；]{2,16}[应须需]当?(?:同时)?(?:具备|满足|符合)的?$"
)
_FEWEST = 4  # characters of a condition


def plain_title(title: str) -> str:
    """The words of a title without its frame, and without the question's mark."""
    framed = _FRAME.fullmatch(title.rstrip("？?"))
    return framed["title"] if framed is not None else title


def behind_lead(clean: str, span: Span) -> Span:
    """The first condition behind 揭榜方应当同时做到：; the span as it is where nothing leads in."""
    lead = _LEAD_IN.match(clean, span.start, span.end)
    if lead is None or span.end - lead.end() < _FEWEST:
        return span
    return trimmed(clean, lead.end(), span.end)


def closes_list(words: str) -> bool:
    """The words count or close the conditions (缺一不可), or only lead in to them."""
    return _CLOSES.search(words) is not None
