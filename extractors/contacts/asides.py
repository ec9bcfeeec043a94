"""What stands beside a name or a number in a contact's line: a room, another name in brackets, an office apart."""

import re

from extractors.values.organisations import is_organisation
from extractors.values.person_names import is_name, name_at_end

# 老图书馆315: a place in a house, in brackets behind whom one finds there.
_ROOM = re.compile(r"[^（）()\d]{0,12}[楼馆室厅座厦栋幢层](?:[A-Z]?\d{1,4}室?|[A-Z])")
# 技术支持 电话：…: an office set apart from the label of its number.
_OFFICE_APART = re.compile(r"(?:^|[\s，,；;。])(?P<role>[\u4e00-\u9fff]{0,8}(?:支持|运维|客服|监督|投诉|举报))\s{1,4}$")
_DONE = re.compile(r"已[^，。；：:\n]{0,6}$")  # 学校已专门电话咨询某局: nobody to ask any more
# 纸质材料寄至港务局引航科鲁老师: to whom what is sent goes, an office and who sits in it
_HANDED = re.compile(
    r"[^，。；：:]{0,30}?(?:[寄送交报发][到至给]|寄往|送往|[送呈]交|快递[到至]?|邮寄(?![到至给]))(?P<to>[\u4e00-\u9fff（）()·]{4,40}(?:(?:老师|先生|女士|同志|小姐)(?=[处收]?$)|(?=收$)))[处收]?"
)
_PIECE = re.compile(r"[^\s（）()、]{0,24}")
_NEAR = 24  # characters, more than the longest office and the blanks behind it


def is_room(words: str) -> bool:
    """The words name a place in a house, and no role."""
    return _ROOM.fullmatch(words) is not None


def office_apart(before: str) -> str | None:
    """The office that ``before``, the words in front of a label, ends in, with blanks between."""
    match = _OFFICE_APART.search(before[-_NEAR:])
    return match["role"] if match is not None else None


def is_done(before: str) -> bool:
    """What follows these words has been asked or sent already."""
    return _DONE.search(before[-10:]) is not None


def handed_to(words: str) -> tuple[int, str, str] | None:
    """Where in ``words`` whom something is sent to begins, the office with the person as they stand, and the person."""
    match = _HANDED.fullmatch(words)
    person = name_at_end(match["to"]) if match is not None else None
    if match is None or person is None or not is_organisation(match["to"].removesuffix(person)):
        return None
    return match.start("to"), match["to"], person


def is_aside(text: str, start: int, stop: int, end: int) -> bool:
    """登录某某市科技局（知识产权局）官网: another name in brackets inside a sentence, which no person's follows.

    ``start:stop`` are the name's offsets, ``end`` is the end of the words that are read together.
    """
    enclosed = text[start - 1] in "（(" and text[stop : stop + 1] in ("）", ")")
    if not (enclosed and is_organisation(text[start:stop])):
        return False
    behind = _PIECE.match(text, stop + 1, end)
    return behind is not None and len(behind[0]) > 1 and not is_name(behind[0], labelled=True)
