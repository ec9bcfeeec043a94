"""A yearly amount of the form told again without its year: of 上年度, or with two digits the other way round."""

import re
from collections.abc import Iterator

from pipeline.screening.amounts.money import Mention, mentions
from pipeline.screening.amounts.people_and_money import Clash, amount_of, is_called, is_same
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, last_year, page_of, value_text
from pipeline.screening.wordings import Amount, wordings
from schemas.facts import FormField
from schemas.outline import Role

_LAST_YEAR = re.compile(r"上一?(?:个)?(?:年度?|财年|会计年度)(?:[本我]?(?:公司|单位|企业))?(?:全年|实现|总)?$")
_YEAR = re.compile(r"20\d\d")
_ANOTHER = re.compile(
    r"集团|子公司|分公司|母公司|合作|联合|参[与加]|方向|项目|产品|其中|[上下]半年|季度|累计|近|预计|拟"
)
_ASIDE = frozenset({Role.PROOFS, Role.COMMITMENT, Role.INSTRUCTIONS})
_BEFORE, _DIGITS, _SURE = 24, 3, 0.65


def yearly_clashes(case: Case) -> Iterator[Clash]:
    """The first such place for each amount, where the form has one value for the year before."""
    for one in wordings().amounts:
        given = _given(case, one) if one.annual else None
        clash = next(_said(case, one, *given), None) if given is not None else None
        if clash is not None:
            yield clash


def _given(case: Case, one: Amount) -> tuple[FormField, float] | None:
    year, found = last_year(case), []
    for field in case.submission.form_fields:
        value = amount_of(case, field, one) if is_called(field, one) else None
        named = _YEAR.search(field.label or field.name)
        if value is not None and (named is None or int(named.group()) == year):
            found.append((field, value))
    return found[0] if len({value for _, value in found}) == 1 else None


def _said(case: Case, one: Amount, field: FormField, value: float) -> Iterator[Clash]:
    for passage in case.with_amounts:
        for mention in mentions(passage.text, one.pattern, annual=False) if passage.role not in _ASIDE else ():
            before = re.split(r"[。；;\n]", passage.text[: mention.start])[-1][-_BEFORE:]
            last = _LAST_YEAR.search(before) is not None
            if (
                is_same(value, mention.yuan)
                or _ANOTHER.search(before + _behind(passage.text, mention))
                or (_YEAR.search(before) and not last)
            ):
                continue
            if last or _are_swapped(value, mention.yuan):
                found = narrow(passage.evidence, mention.words)
                own = f"申报表写“{field.label or field.name}：{value_text(field).strip()}”"
                where = page_of(field.value_evidence, "申报材料")
                said = f"正文写“{mention.words}”{page_of(found, '申报材料')}"
                yield Clash(one.name, f"{one.name}前后不一致：{own}{where}，{said}。", found, _SURE)


def _behind(text: str, mention: Mention) -> str:
    """The rest of the clause: 5200万元来自超声产品 is a part."""
    return re.split(r"[，,。；;\n]", text[mention.end : mention.end + _BEFORE])[0]


def _are_swapped(one: float, other: float) -> bool:
    """5,270 and 7,250: the same digits, two of them the other way round."""
    a, b = (f"{value / 100:.0f}".rstrip("0") for value in (one, other))
    length = max(len(a), len(b))
    a, b = a.ljust(length, "0"), b.ljust(length, "0")
    apart = sum(map(str.__ne__, a, b))
    return length >= _DIGITS and sorted(a) == sorted(b) and apart == len("ab")
