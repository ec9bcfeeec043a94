"""Telephones and e-mails (电话、邮箱) as printed: mobiles, landlines with extensions, 400 numbers, lists."""

import re
from dataclasses import dataclass

# No part of a longer number, of a code or of a file's name.
_LEFT, _RIGHT = r"(?<![\dA-Za-z_.@])(?<![^\d]/)", r"(?![\dA-Za-z@]|\.\d|日)"
_DASH = r"[ ]?[-－—–‐][ ]?"
# 转8021, 转605、606, ext. 12, -8021 behind a landline with its area code
_EXTENSION = (
    r"(?:[ ]?(?:转|转分机|分机|ext\.?|EXT\.?|x)[ :：]?\d{1,6}(?:[、/或]\d{3,6}(?![\d-]))*|[-－–—]\d{3,6}(?!\d)"
    r"|/\d{2,4}(?![\d/\-－年.]|[ ]\d))?"  # 0599-8000 2301/2302: the last digits of a second line
)
_MOBILE = r"(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}"
_AREA = rf"(?:[（(][ ]?0\d{{2,3}}[ ]?[)）][ ]?|(?:\+?86[- ]?0?|0)\d{{2,3}}(?:{_DASH}|[ ]))"
_LANDLINE = rf"{_AREA}(?:\d{{3,4}}[ ]?\d{{4}}|\d{{4}}[ ]\d{{3}}(?!\d)){_EXTENSION}"  # 0599-5500 213
# 02087684368: an area code without a dash
_JOINED = rf"0(?:10|2\d|[3-9]\d{{2}})[2-8]\d{{6,7}}{_EXTENSION}"
_SERVICE = (
    rf"(?:(?:400|800)\d{_DASH}\d{{3}}{_DASH}\d{{3}}|(?:400|800){_DASH}?\d{{3,4}}{_DASH}?\d{{3,4}}|400\d{{7}}"
    r"|400 \d{3} \d{4}|400 \d{4} \d{3})"
    r"(?:[ ]?(?:转|转分机|分机)[ :：]?\d{1,6})?"
)
# 23112716: without an area code; only where a label or a list of numbers says that it is a telephone.
_SHORT = (
    r"(?!20\d\d )[2-9]\d{3}[ ]\d{4}(?!\d)"
    r"|(?<=短号)\d{3,6}|(?<=短号[:：])\d{3,6}"
    rf"|(?!20\d\d[-－]20)[2-9]\d{{3}}[-－]\d{{4}}(?![\d-])|[2-9]\d{{6,7}}{_EXTENSION}|1[012]\d{{3}}"
)
_PHONE = re.compile(rf"{_LEFT}(?:{_MOBILE}|{_SERVICE}|{_LANDLINE}|{_JOINED}){_RIGHT}")
_ANY_PHONE = re.compile(rf"{_LEFT}(?:{_MOBILE}|{_SERVICE}|{_LANDLINE}|{_JOINED}|{_SHORT}){_RIGHT}")
_LABELLED = re.compile(
    r"(?:电\s*话|短\s*号|手\s*机|热\s*线|传\s*真|联系方式|号\s*码|座\s*机|咨\s*询|拨\s*打|Tel|TEL|tel|(?<![A-Za-z])[TF](?=\s?[:：]))[^\d，。；\n]{0,8}$"
)
# 王老师 23112716: a person's name stands before it; 某某（老图书馆315）23112716: with the room in brackets.
_NAMED = re.compile(
    r"(?:(?:老师|先生|女士|同志|工程师|工|主任|科长|处长|经理|博士|教授)[（(][^（）()]{1,12}[）)]|[\u4e00-\u9fff]"
    r"|[\u4e00-\u9fff][（(][^（）()\d]{0,10}[楼馆室厅座厦栋幢层][A-Z]?\d{0,4}室?[）)])"
    r"[ \t:：，,（(]{0,3}$"
)
_LISTED = re.compile(r"\s?(?:[（(][^（）()]{1,12}[）)]\s?)?(?:[、，,/；;或和及]|\s)\s?$")
_NO_PHONE = re.compile(
    r"(?:编码|代码|账号|帐号|编号|邮编|证号|QQ|群号|Ｑ|文号|第(?![^，。；\n]{0,5}[)）])|股票|金额|[￥¥$])[^，。；\n]{0,6}$"
)
# The second part of an address broken by a line's end is digits before more digits: 188130707 72@163.com.
_EMAIL = re.compile(
    r"(?:(?<![\w.])\d{4,} (?=\d+@))?(?<![\w.+-])[A-Za-z0-9_][\w.+-]{0,63}\s?[@＠]\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}",
    re.ASCII,
)

# Cheap tests before the patterns: most lines hold neither.
_DIGIT, _AT = re.compile(r"\d{3}"), re.compile("[@＠]")


@dataclass(frozen=True, slots=True)
class Found:
    """A telephone or an address: half-open offsets, and the value without blanks."""

    start: int
    end: int
    value: str


def find_phones(text: str, start: int = 0, end: int | None = None) -> list[Found]:
    """The telephones of ``text[start:end]`` in order.

    A number without an area code counts behind a label (电话：), behind a name, or in a list of telephones. A fax
    is a telephone here.
    """
    stop = len(text) if end is None else end
    if _DIGIT.search(text, start, stop) is None:
        return []
    mails = find_emails(text, start, stop)
    found: list[Found] = []
    for match in _ANY_PHONE.finditer(text, start, stop):
        if any(mail.start <= match.start() < mail.end for mail in mails):
            continue
        before = text[max(start, match.start() - 16) : match.start()]
        if _NO_PHONE.search(before):
            continue
        if _PHONE.fullmatch(match.group()) or _is_labelled(text, before, match, found):
            found.append(Found(match.start(), match.end(), re.sub(r"\s", "", match.group())))
    return found


def find_emails(text: str, start: int = 0, end: int | None = None) -> list[Found]:
    """The e-mail addresses of ``text[start:end]`` in order, blanks taken out."""
    stop = len(text) if end is None else end
    if _AT.search(text, start, stop) is None:
        return []
    return [
        Found(match.start(), match.end(), re.sub(r"\s", "", match.group()).replace("＠", "@"))
        for match in _EMAIL.finditer(text, start, stop)
    ]


def _is_labelled(text: str, before: str, match: re.Match[str], found: list[Found]) -> bool:
    if _LABELLED.search(before) or (
        len(match.group()) >= 7 and match.group()[4] not in "-－" and _NAMED.search(before)
    ):
        return True
    return bool(found) and _LISTED.fullmatch(text[found[-1].end : match.start()]) is not None
