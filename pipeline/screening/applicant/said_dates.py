"""When the applicant was founded and the leader born, said with two dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pipeline.screening.answers.labels import plain
from pipeline.screening.answers.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.figures.people_and_money import Clash
from schemas.evidence import Evidence

_DAY = r"(?P<year>(?:19|20)\d\d)\s*年\s*(?:(?P<month>\d{1,2})\s*月\s*)?(?:\d{1,2}\s*日\s*)?"
_FOUNDED = re.compile(r"(?:单位|企业|公司|牵头单位)?(?:注册)?(?:成立|注册|设立|登记)(?:时间|日期|年月|年份)")
_BORN = re.compile(r"(?:.{0,6}负责人)?出生(?:年月日?|日期|时间)")
_VALUE = re.compile(r"(?P<year>(?:19|20)\d\d)\s*[年./-]\s*(?:(?P<month>\d{1,2})(?!\d))?")
# 公司成立于2018年3月, 本单位于2018年3月注册成立, 自2016年公司成立以来
_UNIT = r"(?:公司|单位|企业|我[院校所厂]|本[院校所厂])"
_FOUNDED_IN = (
    re.compile(rf"^[^，。；]{{0,30}}?(?:注册成立|成立|创立|设立)于\s*{_DAY}"),
    re.compile(
        rf"^[^，。；]{{0,30}}?{_UNIT}\s*(?:于|自)?\s*{_DAY}[^，。；]{{0,12}}?(?:注册成立|成立|创立|设立)(?=[，。；]|以来|$)"
    ),
    re.compile(rf"^(?:自)?{_DAY}\s*{_UNIT}?(?:注册)?(?:成立|创立|设立)(?=[，。；]|以来|$)"),
)
_BORN_IN = (re.compile(rf"负责人[^。；]{{0,20}}?{_DAY}\s*(?:出生|生)(?=[，。；、）)]|$)"),)
_ANOTHER = re.compile(
    r"联系|子公司|分公司|旗下|合作|联合|参与|实验室|中心|团队|部门|前身|改制|股份|更名|集团|总公司|母公司|上市|建厂|事业部|研究院|基地|工作站|联盟"
)
_SURE = 0.65


@dataclass(frozen=True, slots=True)
class _Said:
    year: int
    month: int | None
    words: str
    evidence: Evidence | None


def date_clashes(case: Case) -> Iterator[Clash]:
    """The first date of each kind that is of another year, or another month, than the one said first."""
    for name, label, patterns in (("成立时间", _FOUNDED, _FOUNDED_IN), ("出生年月", _BORN, _BORN_IN)):
        form = islice(_in_form(case, label), 1 if label is _BORN else None)  # further ones are of other people
        said = [*form, *_in_text(case, patterns)]
        other = next((one for one in said[1:] if _differ(said[0], one)), None)
        if other is not None:
            text = (
                f"{name}前后不一致：一处为“{said[0].words}”{page_of(said[0].evidence, '申报材料')}，"
                f"另一处为“{other.words}”{page_of(other.evidence, '申报材料')}，请核实。"
            )
            yield Clash(name, text, other.evidence, _SURE)


def _in_form(case: Case, label: re.Pattern[str]) -> Iterator[_Said]:
    """The field outside any partner's group."""
    for field in case.submission.form_fields:
        value = value_text(field).strip()
        match = _VALUE.match(value) if label.fullmatch(plain(field.label or field.name)) else None
        if match is not None and not _ANOTHER.search(field.group or ""):
            yield _said(match, value, field.value_evidence)


def _in_text(case: Case, patterns: tuple[re.Pattern[str], ...]) -> Iterator[_Said]:
    for passage in case.submission.passages:
        for sentence in re.split(r"[。；;\n\t]|(?<=简介)：", passage.text) if "年" in passage.text else ():
            found = next((match for pattern in patterns if (match := pattern.search(sentence.strip()))), None)
            if found is not None and not _ANOTHER.search(_of_whom(case, found)):
                yield _said(found, found.group(), narrow(passage.evidence, found.group()))


def _of_whom(case: Case, match: re.Match[str]) -> str:
    """The words around the date without the applicant's own name (某某股份有限公司)."""
    return match.group().replace(case.submission.applicant.name or "\n", "")


def _said(match: re.Match[str], words: str, evidence: Evidence | None) -> _Said:
    month = match.groupdict().get("month")
    return _Said(int(match["year"]), int(month) if month else None, words, evidence)


def _differ(one: _Said, other: _Said) -> bool:
    months = one.month is not None and other.month is not None and one.month != other.month
    return one.year != other.year or months
