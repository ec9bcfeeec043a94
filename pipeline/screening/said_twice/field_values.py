"""A measure of the form (示范面积（亩）：120) that a sentence names with another value."""

import re
from collections.abc import Iterator
from math import isclose

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from schemas.evidence import Evidence
from schemas.facts import FormField, Passage
from schemas.outline import Role

# Measures only: of counts (人, 台) and money other checks tell, which know whose they are.
_UNITS = "亩|公顷|平方米|平米|㎡|立方米|公里|米|吨|千瓦|兆瓦"
_LABEL = re.compile(rf"(?:其中[:：])?(?P<name>[\u4e00-\u9fff]{{4,12}})[（(](?P<unit>{_UNITS})[）)]")
_VALUE = re.compile(rf"(?P<number>\d[\d,]{{0,12}}(?:\.\d{{1,6}})?)\s?(?:{_UNITS})?")
# A stage, a part, another's, or what there is already: other than the whole that the form tells.
_ANOTHER = re.compile(
    r"年|月|季|阶段|批|期|第[一二三四五\d]|其中|新增|已|现有|原有|目前|累计|余|每|户|另|处(?![理于置])|之一|其[他它]"
)
_ALREADY = re.compile(r"基础(?!信息|数据|设施)|条件|现状")  # chapters on what there is
_OF_PROJECT = re.compile(r"[\W\d]{0,8}(?:本?项目|$)")  # how a sentence on the project begins
_CLAUSE_END = re.compile(r"[，。；\n]")
_SURE, _SAME = 0.65, 0.005


def field_clashes(case: Case) -> Iterator[Clash]:
    """The first sentence for each measure of the form that opens a clause with its name and gives another value."""
    for field in case.submission.form_fields:
        label = _LABEL.fullmatch(re.sub(r"\s", "", field.label or field.name))
        value = _VALUE.fullmatch(value_text(field).strip())
        if label is not None and value is not None and field.group is None:
            yield from _said(case, field, label["name"], label["unit"], _number(value))


def _said(case: Case, field: FormField, name: str, unit: str, value: float) -> Iterator[Clash]:
    pattern = re.compile(
        rf"(?:^|(?<=[，。；：、]))(?:本?项目)?{name}(?:共|计|为|是|约|达到?){{0,2}}\s?"
        rf"(?P<number>\d[\d,]{{0,12}}(?:\.\d{{1,6}})?)\s?{unit}"
    )
    said = [(passage, match) for passage in _passages(case) for match in pattern.finditer(passage.text)]
    confirmed = any(_is_same(match, value) for _, match in said)
    for passage, match in said:
        before, behind = _around(match)
        about = _OF_PROJECT.match(before) is not None or not confirmed
        if about and not _is_same(match, value) and _ANOTHER.search(f"{before}\n{behind}") is None:
            yield _clash(field, name, narrow(passage.evidence, match.group()))
            return


def _passages(case: Case) -> Iterator[Passage]:
    """Those on what is planned."""
    for passage in case.submission.passages:
        apart = passage.role in (Role.PROOFS, Role.COMMITMENT)
        if not apart and not any(_ALREADY.search(title) for title in passage.path):
            yield passage


def _around(match: re.Match[str]) -> tuple[str, str]:
    """The words of its sentence before the match, and those of its clause behind it."""
    text = match.string
    start = max(text.rfind(mark, 0, match.start()) for mark in "。；\n") + 1
    behind = _CLAUSE_END.search(text, match.end())
    return text[start : match.start()], text[match.end() : behind.start() if behind else len(text)]


def _is_same(match: re.Match[str], value: float) -> bool:
    return isclose(_number(match), value, rel_tol=_SAME)


def _clash(field: FormField, name: str, found: Evidence) -> Clash:
    text = (
        f"{name}前后不一致：申报表写“{field.label or field.name}：{value_text(field).strip()}”"
        f"{page_of(field.value_evidence, '申报材料')}，正文写“{found.text}”{page_of(found, '申报材料')}。"
    )
    return Clash(name, text, found, _SURE)


def _number(match: re.Match[str]) -> float:
    return float(match["number"].replace(",", ""))
