"""What the work that a contest asks for consists of (作品构成): 须提供黑白稿、彩色稿及电子版，并附以设计理念说明."""

import re

from extractors.materials.copies import count_of
from extractors.materials.named import HAND_IN, Named
from extractors.text.spans import Span, split_outside_brackets, squeezed, without_brackets

# not 技术方案应包括结构图, 系统设计应包括…: chapters of a text
_WORK = (
    r"(?:作品|稿件|来稿|投稿|应征(?:者|稿|设计)|(?:设计|创意|应征|征集)方案"
    r"|(?:海报|标[识志]|徽标|LOGO|[会校院]徽|吉祥物|包装|字体|服装|景观|外观|文创|平面)设计|绘画|摄影)"
)
_SAID = r"(?:[^。；\n（(]|[（(][^（）()\n]{0,120}[)）])"
_LIST = re.compile(
    rf"(?<!技术)(?<!系统){_WORK}[^，。；：:\n]{{0,14}}?(?:[须需应请要]|必须)(?:当|同时|一并|分别)?(?:{HAND_IN}|包[括含]|附上?|寄|交)(?P<list>{_SAID}{{4,200}})"
    rf"|{_WORK}[^，。；：:\n]{{0,6}}(?:由|包[括含])(?P<parts>{_SAID}{{4,200}})"
)
_BETWEEN = re.compile(r"[、，,]|以及|(?<![涉以普])及|和|与")
_ALSO = re.compile(r"^(?:[并另还]?(?:须|需|应)?(?:同时|另)?(?:附[以上有带]?|配[以有]|提供|提交)|[并和及与])(?=.{2})")
# A4规格黑白稿, 效果图, 电子版: what is made of a design, and in what it is made
_MADE = re.compile(
    r"(?:(?:黑白|彩色|线|草|手绘|墨|设计|定|原|打印|彩打|印刷|纸质|电子|文字|成|图)稿|(?:效果|设计|平面|立面|剖面|三视|矢量|线描|示意|应用|规范|结构|实景)图"
    r"|电子(?:版|文件|文档)|源文件|矢量文件|展板|小样|样稿|样品|样片|实物|照片|原片|底片)$"
)
_TOLD = re.compile(
    r"(?:设计|创意|创作|作品|理念|内涵|寓意|文字|制作|构思|图案)[^，。；、（）()]{0,10}(?:说明|注释|阐释|释义|简介|介绍|阐述)$"
)
_COUNT = re.compile(
    r"[一二两三四五六七八九十\d]{1,2}\s?[份张幅套]$|(?:等)?(?:[一二两三四五六七八九十\d]{1,2}个?部分)?(?:共同)?(?:组成|构成)$"
)
_FEWEST = 2


def designs(sentence: Span, words: str) -> list[Named]:
    """The parts of the work, where the sentence names two and more of them, one at least by what is made."""
    match = _LIST.search(words)
    if match is None:
        return []
    group = "list" if match["list"] is not None else "parts"
    pieces = split_outside_brackets(words, match.start(group), match.end(group), _BETWEEN)
    named = [one for one in (_part(words, piece) for piece in pieces) if one is not None]
    made = sum(_MADE.search(plain) is not None for _, plain in named)
    if len(named) < _FEWEST or not made:
        return []
    once = {plain: span for span, plain in reversed(named)}
    return [
        Named(plain, "other", count_of(span.of(words)), Span(sentence.start + span.start, sentence.start + span.end))
        for plain, span in reversed(once.items())
    ]


def _part(words: str, piece: Span) -> tuple[Span, str] | None:
    """What one piece of the list names, without what is said of it in brackets."""
    said = piece.of(words)
    lead = _ALSO.match(said)
    at = piece.start + (lead.end() if lead else 0)
    plain = _COUNT.sub("", squeezed(without_brackets(words[at : piece.end])))
    if _MADE.search(plain) is None and _TOLD.search(plain) is None:
        return None
    return Span(at, piece.end), plain
