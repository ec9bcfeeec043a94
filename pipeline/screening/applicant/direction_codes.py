"""The code of a direction (J2026-04, 方向4) that an application writes before the name of another one."""

import re
from collections.abc import Iterator

from extractors.values.han_numerals import han_value
from pipeline.screening.answers.labels import alike
from pipeline.screening.answers.substance import squeeze
from pipeline.screening.case import value_text
from schemas.evidence import Evidence
from schemas.notice import Direction, Notice
from schemas.submission import Submission

# J2026-04, JB-03, 2026JB05; letters with digits, or numbers joined by dashes
_CODE = (
    r"(?<![A-Za-z\d])(?:[A-Za-z]{1,6}[-—]?\d{1,8}(?:[-—–]\d{1,4})*|20\d{2,6}[A-Za-z]{0,4}(?:[-—–]\d{1,4})+"
    r"|20\d\d[A-Za-z]{1,4}\d{1,4})(?!\d)"
)
_CODED = re.compile(rf"(?P<code>{_CODE})\s*[、，,：:）)\s“\"《]*(?P<name>[^，。；;\n”\"》]{{4,60}})")
_ORDERED = re.compile(
    r"(?:方向|榜单|任务|课题|题目|需求)\s?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?!\d)\s*[、，,：:）)\s“\"《]*(?P<name>[^，。；;\n□☐”\"》]{4,60})"
)
_LABEL = re.compile(r"榜单|方向|编号|任务名称|题目|课题|榜题")
_SAME, _LEAD = 0.8, 0.2


def mismatch(notice: Notice, submission: Submission) -> tuple[str, Direction, Direction, Evidence | None] | None:
    """The code as written, the direction it belongs to, the one whose name stands behind it, and where."""
    directions = notice.directions
    if len(directions) < 2:
        return None
    for words, evidence in _written(submission):
        for match in _CODED.finditer(words):
            own, named = _of_code(directions, match["code"]), _named(directions, match["name"])
            if own is not None and named is not None and own.number != named.number:
                return match["code"], own, named, evidence
        for match in _ORDERED.finditer(words):
            number = han_value(match["number"])
            own = next((d for d in directions if d.number == number and _prints(d, match["number"])), None)
            named = _named(directions, match["name"])
            if own is not None and named is not None and own.number != named.number:
                return match.group()[: match.start("name") - match.start()].strip(" ：:、，,"), own, named, evidence
    return None


def _written(submission: Submission) -> Iterator[tuple[str, Evidence | None]]:
    """What the choice and the fields for it say; the boxes of a list are the form's own words."""
    for field in submission.form_fields:
        if not field.options and _LABEL.search(field.label or field.name):
            yield value_text(field), field.value_evidence
    for choice in submission.direction_choices:
        yield choice.evidence.text, choice.evidence


def _of_code(directions: tuple[Direction, ...], code: str) -> Direction | None:
    """The one direction under which the notice prints the code."""
    pattern = re.compile(re.escape(squeeze(code)) + r"(?!\d)")
    found = [d for d in directions if pattern.search(squeeze(d.evidence.text))]
    return found[0] if len(found) == 1 else None


def _named(directions: tuple[Direction, ...], words: str) -> Direction | None:
    """The one direction whose name these words are, with a clear lead."""
    ranked = sorted(((alike(words, d.name), d) for d in directions), key=lambda pair: -pair[0])
    return ranked[0][1] if ranked[0][0] >= _SAME and ranked[0][0] - ranked[1][0] > _LEAD else None


def _prints(direction: Direction, number: str) -> bool:
    """The notice itself prints this number before the direction's name: no place in a list."""
    head = squeeze(direction.evidence.text).partition(squeeze(direction.name))[0]
    return re.search(rf"(?:方向|榜单|任务|课题|题目|需求)(?:{number}|{direction.number})(?!\d)", head) is not None
