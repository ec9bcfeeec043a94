"""What the recogniser gets wrong with system, put right one character for one.

It sees a line scaled to one height and cannot tell the width of a mark, nor a dash from the character 一.
"""

import re

_WIDE = str.maketrans(",;:!?()", "，；：！？（）")
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
# A narrow mark beside a Chinese character; 3,860, 10:30 and FP16(BF16) keep theirs.
_NARROW = re.compile(rf"(?<={_HAN})[,;:!?()]|[,;:!?()](?={_HAN})|(?<=[）】》”])[,;:]")
# The mate of a bracket that was widened.
_MATE = re.compile(r"（([^（）()\n]*)\)|\(([^（）()\n]*)）")
# 10月一2024年, 2023年一2025年: a dash between dates; 三月一日 has no figure behind it.
_DASH = re.compile(r"(?<=[年月日\d])\s?(一)\s?(?=\d)")
# 1·任务名称: the dot behind a number at the line's start stands on the line.
_DOT = re.compile(rf"^(\s*\d{{1,2}})[·•・](?=\s?{_HAN})")
# ·3、创新能力: a speck before a number.
_SPECK = re.compile(r"^[·•・.](?=\d{1,2}[、.．])")
_ZERO = re.compile(r"(?<=[二一])[oO0○◯](?=[〇oO0○◯一二三四五六七八九])|(?<=二[〇oO0○◯])[oO0○◯](?=[一二三四五六七八九])")


def respelt(text: str) -> str:
    """The text with as many characters, each one right where the mistake is known."""
    for _ in range(2):  # a mark behind a bracket that is widened itself
        text = _NARROW.sub(lambda match: match.group().translate(_WIDE), text)
    text = _MATE.sub(lambda match: f"（{match.group(1) if match.group(1) is not None else match.group(2)}）", text)
    text = _DASH.sub(lambda match: match.group().replace("一", "—"), text)
    text = _SPECK.sub(" ", text)
    text = _DOT.sub(r"\1.", text)
    return _ZERO.sub("〇", text)


def is_han(char: str) -> bool:
    """A Chinese character."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"
