"""Labels of forms: which field of a filled form is which field of the template."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from extractors.forms.labels.words import is_group_label
from pipeline.screening.wordings import Wordings, wordings
from schemas.facts import FormField
from schemas.outline import Role

_BRACKETS = re.compile(r"[（(\[【][^（()）\]】]*[）)\]】]")
_MARKS = re.compile(r"[\W_]+")
_YEAR = re.compile(r"(19|20)\d\d年?度?")
OTHER_GROUP = 0.3  # what is left of a label's likeness when the groups differ (负责人/姓名 and 联系人/姓名)
SAME_GROUP = 0.05  # what a group that agrees adds
_NAMES = ("姓名", "单位名称")
SAME_PERSON = 0.6  # 揭榜负责人 and 项目负责人, 负责人
ROLE_APART = 0.15  # taken off where one stands on the cover and the other in the form: only like labels answer
SAME_FIELD = 0.95  # how alike two labels of one field are


def bare_label(field: FormField) -> str:
    """The field's label as printed, without white space."""
    return re.sub(r"\s", "", field.label or field.name)


def plain(label: str) -> str:
    """A label without white space, brackets, marks, years and the words that say nothing (上年度, 其中)."""
    return _plain(label, wordings())


@lru_cache(maxsize=4096)
def _plain(label: str, words: Wordings) -> str:
    text = re.sub(r"\s+", "", label)
    text = _BRACKETS.sub("", text) or text
    text = _MARKS.sub("", _YEAR.sub("", text)).lower()
    for noise in words.label_noise:
        text = text.removeprefix(noise)
    return text


def canonical(label: str) -> str:
    """The first spelling of the label's group in ``wordings.toml``, or the plain label."""
    return _canon(plain(label), wordings())


@lru_cache(maxsize=4096)
def _canon(text: str, words: Wordings) -> str:
    if text in words.label_canon:
        return words.label_canon[text]
    return next((name for name, pattern in words.label_patterns if pattern.fullmatch(text)), text)


def alike(a: str, b: str) -> float:
    """How alike two labels are, 0 to 1: equal up to wording, contained, or sharing characters."""
    return _alike(a, b, wordings())


@lru_cache(maxsize=65536)
def _alike(a: str, b: str, words: Wordings) -> float:
    x, y = _plain(a, words), _plain(b, words)
    if not x or not y:
        return 0.0
    if x == y:
        return 1.0
    if _canon(x, words) == _canon(y, words):
        return 0.95
    short, long = sorted((x, y), key=len)
    if len(short) >= 2 and short in long:
        return 0.6 + 0.35 * len(short) / len(long)
    return 0.9 * SequenceMatcher(None, x, y, autojunk=False).ratio()


def _own_label(field: FormField) -> str:
    return field.label or field.name


def field_alike(template: FormField, filled: FormField) -> float:
    """How surely a filled field answers the template's, 0 to 1."""
    score = alike(_own_label(template), _own_label(filled))
    if (named := _names_person(template, filled)) is not None:
        score = named
    elif template.group or filled.group:
        both = bool(template.group and filled.group)
        group = alike(template.group or "", filled.group or "") if both else 0.0
        whole = alike(template.name, filled.name)
        score = min(1.0, score * (OTHER_GROUP + (1 - OTHER_GROUP) * group) + SAME_GROUP * group)
        score = score if both else max(score, whole)
    on_cover = (template.role is Role.COVER, filled.role is Role.COVER)
    return score - ROLE_APART if on_cover[0] != on_cover[1] else score


def _names_person(template: FormField, filled: FormField) -> float | None:
    """揭榜负责人 without parts holds the name: it answers 揭榜负责人 | 姓名 and no other part; None for other pairs."""
    for whole, part in ((template, filled), (filled, template)):
        if part.group and not whole.group and is_group_label(_own_label(whole)):
            same = alike(_own_label(whole), part.group)
            if same >= SAME_PERSON:
                return same - SAME_GROUP if canonical(_own_label(part)) in _NAMES else 0.0
    return None


def align_fields(template: Sequence[FormField], filled: Sequence[FormField], least: float) -> list[int | None]:
    """For each field of the template the index of the filled field that answers it, each used once.

    The best pairs are taken first; equals in the order in which they stand; pairs below ``least`` not at all.
    """
    pairs = [
        (-score, abs(i / len(template) - j / len(filled)), i, j)
        for i, wanted in enumerate(template)
        for j, given in enumerate(filled)
        if (score := field_alike(wanted, given)) >= least
    ]
    answer: list[int | None] = [None] * len(template)
    used: set[int] = set()
    for _, _, i, j in sorted(pairs):
        if answer[i] is None and j not in used:
            answer[i] = j
            used.add(j)
    return answer
