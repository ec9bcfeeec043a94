"""When the applicant was founded and the leader born, said with two dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.labels import plain
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.identity.persons import leader
from schemas.evidence import Evidence

_DAY = r"(?P<year>(?:19|20)\d\d)\s*年\s*(?:(?P<month>\d{1,2})\s*月\s*)?(?:\d{1,2}\s*日\s*)?"
_VALUE = re.compile(r"(?P<year>(?:19|20)\d\d)\s*[年./-]\s*(?:(?P<month>\d{1,2})(?!\d))?")
_FOUNDED = re.compile(r"(?:单位|企业|公司|牵头单位)?(?:注册)?成立(?:时间|日期|年月|年份)")
_BORN = re.compile(r"(?:.{0,6}负责人)?出生(?:年月日?|日期|时间)?")
_NAME = "\x00"  # stands for the applicant's name, so that the patterns are the same for all
_SUBJECT = rf"(?:{_NAME}(?:[（(][^（）()]{{1,24}}[）)])?|(?:[本我]|牵头)?(?:公司|单位|企业)|[我本][院校所厂])"
_END = r"(?=[，,。；;、]|以来|时(?!代|期)|之初|$)"
_MADE = "(?:注册成立|成立|创立|设立)"
# 公司成立于2018年3月, 本单位于2018年3月注册成立, 自2016年公司成立以来: of nobody but the applicant.
_FOUNDED_IN_TEXT = (
    re.compile(rf"^{_SUBJECT}?{_MADE}于\s*{_DAY}{_END}"),
    re.compile(rf"^{_SUBJECT}\s*(?:于|自)?\s*{_DAY}(?:[在于][\u4e00-\u9fff]{{2,16}}?)?{_MADE}{_END}"),
    re.compile(rf"^自?{_DAY}\s*{_SUBJECT}{_MADE}{_END}"),
)
# 负责人某某，男，1979年4月生: of the leader by name.
_BORN_IN_TEXT = (re.compile(rf"{_NAME}[^。；]{{0,20}}?{_DAY}(?:出生|生){_END}"),)
_SENTENCE = re.compile(r"[。；;\n\t]|(?<=简介)：")
_SURE = 0.65
_LONGEST = 300  # characters of a sentence


@dataclass(frozen=True, slots=True)
class _Said:
    year: int
    month: int | None
    words: str
    evidence: Evidence | None


def date_clashes(case: Case) -> Iterator[Clash]:
    """The first date of each kind that is of another year, or another month, than the one said first."""
    applicant, named = case.submission.applicant.name or "本单位", leader(case)
    kinds = (
        ("成立时间", _FOUNDED, _FOUNDED_IN_TEXT, applicant),
        ("出生年月", _BORN, _BORN_IN_TEXT, named[0] if named is not None else None),
    )
    for name, label, patterns, whose in kinds:
        in_text = _in_text(case, patterns, whose) if whose is not None else ()
        said = [*islice(_in_form(case, label), 1), *in_text]  # further fields are of other people
        other = next((one for one in said[1:] if _differ(said[0], one)), None)
        if other is not None:
            text = (
                f"{name}前后不一致：一处为“{said[0].words}”{page_of(said[0].evidence, '申报材料')}，"
                f"另一处为“{other.words}”{page_of(other.evidence, '申报材料')}，请核实。"
            )
            yield Clash(name, text, other.evidence, _SURE)


def _in_form(case: Case, label: re.Pattern[str]) -> Iterator[_Said]:
    for field in case.submission.form_fields:
        value = value_text(field).strip()
        match = _VALUE.match(value) if label.fullmatch(plain(field.label or field.name)) else None
        if match is not None:
            yield _said(match, value, field.value_evidence)


def _in_text(case: Case, patterns: tuple[re.Pattern[str], ...], whose: str) -> Iterator[_Said]:
    for passage in case.submission.passages:
        for sentence in _SENTENCE.split(passage.text) if "年" in passage.text else ():
            words = sentence.strip()[:_LONGEST].replace(whose, _NAME)
            found = next((match for pattern in patterns if (match := pattern.search(words))), None)
            if found is not None:
                said = found.group().replace(_NAME, whose)
                yield _said(found, said, narrow(passage.evidence, said))


def _said(match: re.Match[str], words: str, evidence: Evidence | None) -> _Said:
    month = int(match["month"] or 0)
    return _Said(int(match["year"]), month if 1 <= month <= 12 else None, words, evidence)


def _differ(one: _Said, other: _Said) -> bool:
    months = one.month is not None and other.month is not None and one.month != other.month
    return one.year != other.year or months
