"""The code of the task applied for (榜题编号): in the form, and another one in the letter."""

import re
from collections.abc import Iterator

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.labels import bare_label
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from schemas.evidence import Evidence
from schemas.facts import FormField
from schemas.outline import Role

_OF_TASK = r"(?:榜[单题]?|揭榜|课题|任务|方向|题目|选题|需求|难题|指南|技术需求)"
_LABEL = re.compile(rf"{_OF_TASK}(?:方向|任务|项目|榜题|榜单)?(?:的)?(?:编号|序号|代码|代号|号)")
_SHAPE = r"[A-Z]{1,6}\s?[-－—_]?\s?\d{1,4}(?![\dA-Za-z])"
_CODE = re.compile(rf"(?<![A-Za-z\d]){_SHAPE}")
# 榜题编号：WN-01, WN-01号榜题
_TOLD = re.compile(
    rf"{_OF_TASK}(?:方向|任务|项目)?(?:的)?(?:编号|序号|代码|代号|号)?(?:及名称)?\s?(?:为|是|[:：（(“])?\s?(?P<code>(?<![A-Za-z\d]){_SHAPE})"
    rf"|(?P<ahead>(?<![A-Za-z\d]){_SHAPE})\s?[号”）)]?\s?(?:号)?{_OF_TASK}"
)
_PLAIN = re.compile(r"[\s－—_-]")
_LETTERS = re.compile(r"[A-Z]+")
_SURE = 0.75


def call_code_clashes(case: Case) -> Iterator[Clash]:
    """The letter's code is another than the form's, of the same series; a letter that names the form's too is right."""
    form = next(_in_form(case), None)
    told = list(_in_letter(case)) if form is not None else []
    if form is None or not told or any(_bare(code) == _bare(form[1]) for code, _ in told):
        return
    field, own = form
    code, found = next(((c, e) for c, e in told if _series(c) == _series(own)), (None, None))
    if code is None or found is None or _is_told_as_direction(case, field, code):
        return
    name = "榜题编号" if "榜" in bare_label(field) else bare_label(field)
    said = f"申报表为“{own}”{page_of(field.value_evidence, '申报材料')}，承诺书写“{code}”{page_of(found, '申报材料')}"
    yield Clash(name, f"{name}前后不一致：{said}，请核实。", found, _SURE)


def _in_form(case: Case) -> Iterator[tuple[FormField, str]]:
    for field in case.submission.form_fields:
        if field.role is not Role.COMMITMENT and _LABEL.search(bare_label(field)):
            codes = dict.fromkeys(_CODE.findall(value_text(field)))
            if len(codes) == 1:
                yield field, next(iter(codes))


def _in_letter(case: Case) -> Iterator[tuple[str, Evidence]]:
    for passage in case.submission.passages:
        for match in _TOLD.finditer(passage.text) if passage.role is Role.COMMITMENT else ():
            code = match["code"] or match["ahead"]
            yield code, narrow(passage.evidence, code)


def _is_told_as_direction(case: Case, field: FormField, code: str) -> bool:
    """WN-03 beside the name of WN-04, which the letter is for: the form's code is wrong, told at the direction."""
    value = re.sub(r"\s", "", value_text(field))
    beside = (d for d in case.notice.directions if re.sub(r"\s", "", d.name) in value)
    return any(_bare(code) in _bare(d.evidence.text) for d in beside)


def _bare(code: str) -> str:
    return _PLAIN.sub("", code)


def _series(code: str) -> str:
    letters = _LETTERS.match(code)
    return letters.group() if letters is not None else ""
