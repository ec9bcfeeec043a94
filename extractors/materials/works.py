"""What a contest asks of each work, counted in a line: 效果图两张，…; 说明书1份（…） below 参赛作品要求."""

import re

from extractors.materials.found import FoundMaterial
from extractors.materials.lists import is_thing
from extractors.materials.names import kind_of
from extractors.text.items import number_at
from extractors.text.spans import Span, squeezed
from schemas.outline import Outline, Role
from schemas.text import Text

_TITLE = re.compile(
    r"(?:参赛|参评|应征|征集|投稿|设计|参展)?作品(?:的)?(?:要求|规格|规范|提交|报送|格式|形式)(?:要求|规范|标准|内容)?(?:[（(][^（）()]{1,16}[）)])?"
)
_COUNTED = re.compile(
    r"(?P<name>(?![^，。；]{0,16}(?:不得|不超过|每|限))[\u4e00-\u9fffA-Za-z]{2,16}?)\s?(?:[一两二三四五六七八九十]|\d{1,2})(?:[-—～~至到](?:[一两二三四五六七八九十]|\d{1,2}))?"
    r"\s?(?:张|幅|份|套|册|段|件|个)(?=[，。；（(、]|$)"
)
# 效果图, 展板, 模型: what is made of a design; other papers end as :func:`is_thing` knows
_MADE = re.compile(r"(?:图|图纸|展板|版面|模型|样品|样机|实物|视频|短片|音频|文案|说明|作品)$")
_ROLES = (Role.BODY, Role.OTHER)


def counted_works(text: Text, outline: Outline) -> list[FoundMaterial]:
    """The things that the lines below such a heading begin with and count."""
    found = []
    for section in outline.sections:
        if outline.divisions[section.division].role not in _ROLES or _TITLE.fullmatch(section.title) is None:
            continue
        for block in text.blocks_in(section.heading_end, section.end):
            if block.table is not None or block.start < section.heading_end:
                continue
            match = _COUNTED.match(text.clean, number_at(text.clean, block.start, block.end)[1], block.end)
            if match is not None and (_MADE.search(match["name"]) or is_thing(match["name"])):
                name = squeezed(match["name"])
                span = Span(match.start("name"), match.end())
                found.append(FoundMaterial(name, kind_of(name, name), None, None, span))
    return found
