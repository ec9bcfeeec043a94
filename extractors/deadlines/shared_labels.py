"""One label for several days (上下半年分期): 报送截止时间：上半年6月26日；下半年11月27日."""

import re

# 报送截止时间：, 申报时间为, and then nothing but whose day each one is
_SHARED = re.compile(
    r"(?P<label>[^。；;:：\n]{0,30}(?:截止|申报|报送|提交|受理|征集|报名|推荐|收[稿件]|[投交]稿)[^。；;:：，,\n]{0,6}"
    r"(?:时间|日期|期限|时限)(?:分别|统一)?\s?[:：为是]{1,2}\s?)(?P<parts>[^。\n]{1,160})"
)
_DAY = (
    r"(?:20\d\d\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日(?:\s?\d{1,2}[:：时点]\d{0,2})?"
    r"(?:[（(][^（）()]{1,8}[)）])?(?:[之以]?前|截?止)?"
)
# 上半年, 第一期, 高校, 秋季学期: whose day it is; what is done on it (评审, 召开) stands elsewhere
_WHOSE = r"(?:第?\d{1,2}[批次期轮]|[^\d，。；;：:、\n]{1,10})(?<![前后])(?:截止到?|截至|[为是于到至：:])?\s?"
_PARTS = re.compile(rf"\s?(?:(?:{_WHOSE})?{_DAY}\s?[；;，,、]\s?){{0,6}}{_WHOSE}")
_DONE = re.compile(
    r"公[布示告]|召开|举[行办]|开[展始放通]|启动|评[审选议]|答辩|路演|完成|验收|发布|起$|成立|注册|出生|自$|从$"
)
_LONGEST = 200  # characters before the day that are looked at


def shared_label(clean: str, start: int, at: int) -> str | None:
    """The label that the day at ``at`` shares with others of its sentence, None where more is said of the day."""
    begin = max(start, clean.rfind("。", start, at) + 1)
    match = _SHARED.fullmatch(clean, max(begin, at - _LONGEST), at)
    if match is None or _PARTS.fullmatch(match["parts"]) is None or _DONE.search(match["parts"]):
        return None
    return match["label"]
