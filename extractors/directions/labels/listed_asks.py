"""Lists under 其他要求 whose items are asked of the work, but for some that tell who is to take part."""

import re

from extractors.directions.labels.of_work import other_asks_of_work
from extractors.text.marks import BULLET, CIRCLED, NUMBERED
from extractors.text.spans import Span, split_outside_brackets
from schemas.text import Text

_MARK = rf"(?:{NUMBERED}(?!\d)|{CIRCLED}|{BULLET})"
_BETWEEN = re.compile(rf"\n(?=\s*{_MARK})|[；;。]\s*(?={_MARK})")
_ITEM = re.compile(_MARK)
_LABEL = "其他要求"
_LEAST = 2


def items_of_work(text: Text, span: Span) -> tuple[Span, ...]:
    """1.内置加速单元；2.提供驱动软件；3.须由整车企业参与验证: the first two.

    Most of the items have to be asked of the work: where few are, the list is on those who apply.
    """
    items = split_outside_brackets(text.clean, span.start, span.end, _BETWEEN)
    if len(items) < _LEAST or not all(_ITEM.match(text.clean, item.start) for item in items):
        return ()
    asked = tuple(item for item in items if other_asks_of_work(_LABEL, item.of(text.clean)))
    return asked if 2 * len(asked) > len(items) else ()
