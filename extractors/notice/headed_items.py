"""What a limit bounds in a paragraph that a paper's name heads: 航行报告。以见闻为主，…，总字数在7000字以内."""

import re

from extractors.text.items import number_at
from extractors.text.spans import squeezed
from schemas.text import Block, Text

_NAME = re.compile(
    r"(?P<name>[^。；;，,：:（）()\n\t]{2,20}(?:材料|报告|方案|总结|纪实|论文|心得|简介|说明|作品|案例|文稿|脚本))[。：:](?=\s?\S)"
)
# 文字不超过…, 总字数在…以内: nothing but a word for how long it is
_LENGTH_ALONE = re.compile(
    r"(?:^|[，,。；;：:（(、])\s?(?:其?总?|全部|全文)(?:文字|字数|篇幅|页数)(?:应|须|需|请)?(?:控制|限定)?在?$"
)
_NEAR = 24


def headed_subject(text: Text, block: Block, at: int) -> str | None:
    """The paper that heads the paragraph, where the words before the limit name nothing of their own."""
    if block.table is not None or _LENGTH_ALONE.search(text.clean[max(block.start, at - _NEAR) : at]) is None:
        return None
    style, body = number_at(text.clean, block.start, block.end)
    match = _NAME.match(text.clean, body if style else block.start, at)
    return squeezed(match["name"]) if match is not None else None
