"""Days that answer a question of time: 几号截止？ 答：2027年6月18日（星期五）中午12点."""

import re

from schemas.text import Block, Text

_WHEN = re.compile(
    r"(?:什么|啥)(?:时候|时间|日子)|[何几]时|几号|几月|哪[天日]|多[久晚]|到何时|(?:截止|结束|完成)(?:时间|日期)?(?:是|呢)?[？?]?$"
)
_ANSWER = re.compile(r"\s*(?:[【〖\[]?(?:解?答复?|回答|A)\d{0,2}[】〗\]]?\s*[:：.．、]?)?\s*(?:就?是|到|至|为|在)?\s*")
_TERM = re.compile(r"[\u4e00-\u9fff]{2,8}(?:截止|结束|完成|开始|启动|时间|日期|期限|时限)")  # 报名截止, 完成时限
_LONGEST = 12  # characters of what opens an answer
# （星期五）, 周五, 中午12点, 17:30: the rest of the day's own words
_REST = re.compile(
    r"\s*(?:[（(][^（）()\n]{1,10}[）)])?\s*(?:周[一二三四五六日天]|星期[一二三四五六日天])?\s*(?:早上|上午|中午|下午|晚上?|傍晚|夜里)?"
    r"\s*(?:\d{1,2}(?:[:：]\d\d|\s?[时点](?:半|整|\d{1,2}分)?))?\s*(?:以?前|为?止|截止)?"
    r"\s*(?:[，,]\s?(?:过时|过期|逾期|超时)[^，。；\n]{0,8})?[。；]?"
)


def answers_when(heading: str, before: str, behind: str) -> bool:
    """The heading asks when, and the clause says nothing but the day."""
    opens = len(before) <= _LONGEST and _ANSWER.fullmatch(before) is not None
    return opens and _WHEN.search(heading) is not None and _REST.fullmatch(behind[:40]) is not None


def label_above(text: Text, block: Block, before: str, behind: str) -> str | None:
    """报名截止 on the line above a day that stands alone, as in a list of terms; None where no such line does."""
    index = text.block_at(block.start) if not before.strip() and block.table is None else None
    if not index or _REST.fullmatch(behind[:40]) is None:
        return None
    above = text.blocks[index - 1]
    words = text.clean[above.start : above.end].strip().rstrip("：:")
    return words if above.table is None and _TERM.fullmatch(words) is not None else None
