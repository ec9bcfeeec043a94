"""A direction's code and its name in two fields of the form (榜单编号 | JB-05, 榜单名称 | 某某) that do not agree."""

import re
from collections.abc import Iterator

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import value_text
from pipeline.screening.fields.direction_codes import mismatch
from schemas.evidence import Evidence
from schemas.notice import Direction, Notice
from schemas.submission import Submission

# 榜单编号, 揭榜任务编号, 所揭榜单编号, 拟揭榜题代号
_ONE = r"(?:所|拟)?(?:[揭选应承]榜?|申报|揭榜|响应)?的?(?:榜单|揭榜|榜题|选题|任务|题目|方向|需求|赛题)(?:任务|方向)?"
_OF_CODE = re.compile(_ONE + r"(?:编号|代码|代号|号)")
_OF_NAME = re.compile(_ONE + "名称")
# 揭榜榜单：JB-04, which holds nothing but the code
_OF_THING = re.compile(r"(?:所?[揭选申]报?|揭榜|申报)?(?:榜单|榜题|选题|任务|题目|方向|需求|赛题)")
_CODE = re.compile(r"[A-Za-z]{1,6}[-—–]?\d{1,8}(?:[-—–]\d{1,4})*")
_MOST_DIGITS = 2
_LEAST = 4  # characters of a name
_HEAD = 20  # characters of a direction, where its code would stand

Mismatch = tuple[str, Direction, Direction, Evidence | None]


def disagreeing(notice: Notice, submission: Submission) -> Mismatch | None:
    """The code as written, whose it is, whose the name is, and where: in one field, or in two that ask for one each."""
    return mismatch(notice, submission) or next(_apart(notice, submission), None)


def _apart(notice: Notice, submission: Submission) -> Iterator[Mismatch]:
    fields = [(squeeze(f.label or f.name), squeeze(value_text(f)), f) for f in submission.form_fields]
    codes = [(value, f.value_evidence) for label, value, f in fields if _asks_code(label, value)]
    names = {value for label, value, _ in fields if _OF_NAME.fullmatch(label) and len(value) >= _LEAST}
    if len(codes) != 1 or len(names) != 1 or _CODE.fullmatch(codes[0][0]) is None:
        return
    (code, place), name = codes[0], names.pop()
    pattern = re.compile(rf"(?<![A-Za-z\d]){re.escape(code)}(?!\d)")
    own = [d for d in notice.directions if pattern.search(squeeze(d.evidence.text))]
    if not own and not any(_CODE.search(squeeze(d.evidence.text)[:_HEAD]) for d in notice.directions):
        count = re.split(r"\D", code)[-1]  # JB-05 is the fifth, where the notice prints no codes; XQ0002 is a portal's
        own = [d for d in notice.directions if len(count) <= _MOST_DIGITS and d.number == int(count)]
    named = [d for d in notice.directions if squeeze(d.name) == name]
    if len(own) == 1 and len(named) == 1 and own[0].number != named[0].number:
        yield code, own[0], named[0], place


def _asks_code(label: str, value: str) -> bool:
    coded = _OF_THING.fullmatch(label) is not None and _CODE.fullmatch(value) is not None
    return coded or _OF_CODE.fullmatch(label) is not None
