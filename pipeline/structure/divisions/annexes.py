"""Documents that call their attachments otherwise than 附件: 附表1 登记表 / 附表2 任务书提纲 / 附表3 承诺书."""

import re
from collections.abc import Sequence

from extractors.text.marks import HAN_DIGITS
from pipeline.structure.divisions.attachments import role_of_attached
from pipeline.structure.titles.numbering import value_of
from schemas.outline import Role

_CALLED = "附件"
# As long as 附件, so that what is called so instead keeps its place in the line.
_WORDS = r"附[表页文单卷]|样[表式张本]|格式|模板|范[本文]|表样"
_MARK = re.compile(
    rf"(?P<word>{_WORDS})\s?(?P<number>\d{{1,2}}|[{HAN_DIGITS}]{{1,2}})(?:[\s:：.、．]*(?P<title>[^\s\d:：.、．].*))?"
)
_OTHERWISE = re.compile(rf"附\s?[件录]\s?(?:\d|[{HAN_DIGITS}A-J]|\s*$)|附\s?[{HAN_DIGITS}\d]{{1,2}}(?:[\s:：]|$)")
_LEADS = re.compile(rf"(?:{_WORDS})\s?[:：]")
_PARTS = frozenset({Role.FORM, Role.TASK_BOOK, Role.PROOFS, Role.COMMITMENT})
_LONGEST = 60  # characters of a line that names one
_LEAST = 2  # uses that a document has for them


def called_attachments(lines: Sequence[str]) -> list[str]:
    """The lines, with 附件 for the word by which the document calls its attachments.

    They are numbered 1, 2, 3, and the titles of most say what they are for: a form, an outline, a letter, proofs. A
    table in a text is captioned 附表1 too; its title says nothing of the kind. What has an 附件 calls them so.
    """
    marks = [_MARK.fullmatch(line) if len(line) <= _LONGEST else None for line in lines]
    found: dict[str, dict[int, Role | None]] = {}
    for index, mark in enumerate(marks):
        if mark is None:
            continue
        titled = mark["title"] or (lines[index + 1] if index + 1 < len(lines) else "")
        roles = found.setdefault(mark["word"], {})
        number = value_of(mark["number"])
        roles[number] = roles.get(number) or role_of_attached(titled)
    words = {word for word, roles in found.items() if _are_attachments(roles)}
    if not words or any(map(_OTHERWISE.match, lines)):
        return list(lines)
    return [_renamed(line, words) for line in lines]


def _are_attachments(roles: dict[int, Role | None]) -> bool:
    told = [role for role in roles.values() if role in _PARTS]
    return set(roles) == set(range(1, len(roles) + 1)) and len(set(told)) >= _LEAST and 2 * len(told) > len(roles)


def _renamed(line: str, words: set[str]) -> str:
    opens = line[:2] in words and (_MARK.fullmatch(line) or _LEADS.match(line))
    return _CALLED + line[2:] if opens else line
