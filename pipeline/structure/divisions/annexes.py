"""Documents that call their attachments otherwise than 附件1: 附表1 登记表, 附甲 登记表, 附：一、登记表."""

import re
from collections.abc import Sequence

from extractors.text.marks import HAN_DIGITS
from pipeline.structure.divisions.attachments import role_of_attached
from pipeline.structure.titles.numbering import value_of
from schemas.outline import Role

_CALLED = "附件"
_WORDS = r"附[件录表页文单卷篇本册纸]?|样[表式张本]|格式|模板|范[本文]|表样"
# Whatever counts from one on; 附A and 附Ⅰ too.
_SERIES = ("甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未", "ABCDEFGHIJ", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", "①②③④⑤⑥⑦⑧⑨⑩")
_CAPITALS = "壹贰叁肆伍陆柒捌玖拾"
_COUNT = rf"\d{{1,2}}|[{HAN_DIGITS}]{{1,2}}|[{_CAPITALS}]|[{''.join(_SERIES)}](?![A-Za-z])"
# 附：一、报名单, 附·甲 报名单, 附（一）报名单, 附之一 报名单, 〔附甲〕报名单
_MARK = re.compile(
    rf"[〔【\[［]?\s?(?P<word>{_WORDS})(?P<between>\s?[:：·・之第—–-]?\s?[（(〔【\[]?\s?)(?P<number>{_COUNT})"
    r"(?P<behind>[ \u3000\t:：.、．·・,，）)〕】\]］—–-]*)(?P<title>[^\s\d:：.、．；;。][^；;。]*)?"
)
# What :func:`attachment_at` reads as it stands.
_OTHERWISE = re.compile(
    rf"附\s?[件录]\s?(?:\d|[{HAN_DIGITS}A-J]|\s*$)|附\s?[{HAN_DIGITS}\d]{{1,2}}(?:[\s:：]|$)|附\s?[:：]\s?\d\s*$"
)
_LEADS = re.compile(rf"(?:{_WORDS})\s?[:：]\s*$")
_PARTS = frozenset({Role.FORM, Role.TASK_BOOK, Role.PROOFS, Role.COMMITMENT})
# 附一 ◆ 登记表, 附件2｜任务书, 附录A—承诺书: a sign that parts the number from the title. Not 附件1-2, nor 附一/附二
_PARTED = re.compile(
    rf"(?P<mark>附\s?[件录表]?\s?(?:之\s?)?[（(]?(?:\d{{1,2}}|[{HAN_DIGITS}]{{1,2}}|[A-J])[）)]?)\s?"
    r"[^\w\s、，。；：:！？!?,;.．·（）()《》〈〉“”‘’「」『』【】〔〕\[\]{}<>／/~～+＋&]{1,3}\s?(?=[\u4e00-\u9fff《“])(?!附)"
)
_LONGEST = 60  # characters of a line that names one
_LEAST, _DECISIVE = 2, 3  # uses that a document has for them; so many say it whatever the others are called


def called_attachments(lines: Sequence[str]) -> list[str]:
    """The lines, with 附件 and a figure for the words and counts by which the document calls its attachments.

    They are counted 1, 2, 3 in whatever way, and the titles of most say what they are for: a form, an outline, a
    letter, proofs. A table in a text is captioned 附表1 too; its title says nothing of the kind. What has an 附件1
    calls them so.
    """
    lines = [_PARTED.sub(r"\g<mark> ", line, count=1) if _PARTED.match(line) else line for line in lines]
    marks = [_MARK.fullmatch(line) if len(line) <= _LONGEST else None for line in lines]
    found: dict[str, dict[int, Role | None]] = {}
    for index, mark in enumerate(marks):
        if mark is None:
            continue
        titled = mark["title"] or (lines[index + 1] if index + 1 < len(lines) else "")
        roles = found.setdefault(mark["word"], {})
        number = _value(mark["number"])
        roles[number] = roles.get(number) or role_of_attached(titled.strip())
    words = {word for word, roles in found.items() if _are_attachments(roles)}
    if not words or any(map(_OTHERWISE.match, lines)):
        return list(lines)
    return [_renamed(line, mark, words) for line, mark in zip(lines, marks, strict=True)]


def _value(count: str) -> int:
    """2 for 2, 二, 贰, 乙, B, Ⅱ."""
    return next((series.index(count) + 1 for series in _SERIES if count in series), 0) or value_of(count)


def _are_attachments(roles: dict[int, Role | None]) -> bool:
    told = [role for role in roles.values() if role in _PARTS]
    uses = len(set(told))
    most = 2 * len(told) >= len(roles) or uses >= _DECISIVE
    return set(roles) == set(range(1, len(roles) + 1)) and uses >= _LEAST and most


def _renamed(line: str, mark: re.Match[str] | None, words: set[str]) -> str:
    if mark is not None and mark["word"] in words:
        return f"{_CALLED}{_value(mark['number'])} {mark['title'] or ''}".rstrip()
    return _CALLED + line[2:] if line[:2] in words and _LEADS.match(line) else line
