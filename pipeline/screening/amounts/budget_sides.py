"""The budget's own total of public and own money (合计 930, of it 省拨 300 and 自筹 630) against the form's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.screening.amounts.money_split import SURE, FormMoney, money_of_form
from pipeline.screening.amounts.people_and_money import OWN, TOTAL, Clash, is_called, is_same
from pipeline.screening.amounts.sums import source_of
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.wordings import wordings
from schemas.evidence import Evidence
from schemas.outline import Role
from schemas.undertaking import FundItem

_TOTAL = re.compile(r"(?:经费|预算|资金)?(?:合计|总计|小计|共计)(?:[（(]?万?元[）)]?)?")
_NUMBER = r"(?P<{0}>\d[\d,]{{0,12}}(?:\.\d{{1,4}})?)\s?(?:万元)?"
_WHO = r"(?P<{0}>[\u4e00-\u9fff]{{2,10}}?)\s?[:：]?\s?"
# 合计 460（财政160，自筹300）, a line of its own
_LINE = re.compile(
    rf"^{_TOTAL.pattern}\s?[:：]?\s*{_NUMBER.format('whole')}\s?[（(](?:其中)?[:：]?{_WHO.format('one')}{_NUMBER.format('first')}"
    rf"\s?[，,、；;]\s?{_WHO.format('other')}{_NUMBER.format('second')}[）)]",
    re.MULTILINE,
)
_BESIDE = 40  # characters between the sums of one row
_NEAR = 600  # characters between the sources' rows and the total's
_ASIDE = frozenset({Role.PROOFS, Role.COMMITMENT, Role.INSTRUCTIONS, Role.FORM, Role.COVER})
_MYRIAD = 1e4


@dataclass(frozen=True, slots=True)
class _Told:
    """The two sides of the whole, which they make up, and where it stands."""

    public: float
    own: float
    words: str
    evidence: Evidence

    @property
    def whole(self) -> float:
        return self.public + self.own


def side_clashes(case: Case) -> Iterator[Clash]:
    """The first total of the budget that is another than the form's, where no other of its totals is the form's.

    Both have to be right in themselves: each is the sum of its public and its own money. Totals that differ
    or make up the form's are of the partners, each of its own.
    """
    form = money_of_form(case)
    if form is None:
        return
    told = [*_in_rows(case), *_in_columns(case), *_in_lines(case)]
    if not told or any(_agrees(form, one) for one in told) or _are_parts(form, told):
        return
    one = told[0]
    name = _own_name(form) or (OWN if is_same(form.whole, one.whole) else _public_alone(form, one) or TOTAL)
    fields = dict.fromkeys(f"{f.label or f.name}：{value_text(f).strip()}" for f in form.told)
    where = page_of(form.told[0].value_evidence, "申报材料")
    text = (
        f"经费前后不一致：申报表写“{'、'.join(fields)}”{where}，"
        f"经费预算写“{one.words}”{page_of(one.evidence, '申报材料')}，请核实。"
    )
    yield Clash(name, text, one.evidence, SURE)


def _own_name(form: FormMoney) -> str | None:
    """经费（万元）, the one cell that tells all, where it is not called the total anyway."""
    total = next(amount for amount in wordings().amounts if amount.name == TOTAL)
    if len(form.told) != 1 or is_called(form.told[0], total):
        return None
    return form.told[0].label or form.told[0].name


def _public_alone(form: FormMoney, told: _Told) -> str | None:
    """申请省财政资金, where the own money is the same in both and what is applied for is not."""
    public = form.fields["public"]
    return (public.label or public.name) if is_same(form.sums["own"], told.own) else None


def _agrees(form: FormMoney, told: _Told) -> bool:
    return is_same(form.sums["own"], told.own) and is_same(form.whole, told.whole)


def _are_parts(form: FormMoney, told: list[_Told]) -> bool:
    """牵头单位 300 and 合作单位 630 of the form's 930, or at least two budgets that are not one."""
    if any(not (is_same(one.public, told[0].public) and is_same(one.own, told[0].own)) for one in told):
        return True
    public, own = sum(one.public for one in told), sum(one.own for one in told)
    return is_same(form.sums["public"], public) and is_same(form.sums["own"], own)


def _in_rows(case: Case) -> Iterator[_Told]:
    """省拨 | … | 300, 自筹 | … | 630, 合计 | … | 930: rows of one table outside the form's fields."""
    fields = [f.value_evidence for f in case.submission.form_fields if f.value_evidence is not None]
    funds = [f for f in case.submission.funds if not any(f.evidence.overlaps(field) for field in fields)]
    for total in funds:
        if total.source is not None or total.year is not None or not _TOTAL.fullmatch(total.name):
            continue
        sources = [f for f in funds if f.kind == "source" and f.year is None and _is_near(f, total)]
        last = max((f.evidence.start for f in sources), default=0)
        above = [f for f in funds if _TOTAL.fullmatch(f.name) and f.evidence.start < last and _is_near(f, total)]
        ended = max((f.evidence.start for f in above), default=-1)  # the table before, of another partner
        near = [f for f in sources if f.evidence.start > ended]
        sides: dict[str | None, list[FundItem]] = {}
        for one in near:
            sides.setdefault(source_of(one.source or one.name), []).append(one)
        if set(sides) == {"public", "own"} and all(len(items) == 1 for items in sides.values()):
            public, own = sides["public"][0], sides["own"][0]
            if is_same(public.amount + own.amount, total.amount):
                words = "、".join(f"{one.name}{one.amount / _MYRIAD:,.6g}万元" for one in (public, own, total))
                yield _Told(public.amount, own.amount, words, total.evidence)


def _in_columns(case: Case) -> Iterator[_Told]:
    """合计 | 80 | 140 | 220 under 联盟资助 | 企业自筹 | 合计: the last row, in the budget's two columns of sources."""
    fields = [f.value_evidence for f in case.submission.form_fields if f.value_evidence is not None]
    totals = [f for f in case.submission.funds if f.year is None and _TOTAL.fullmatch(f.name)]
    totals = [f for f in totals if not any(f.evidence.overlaps(field) for field in fields)]
    for whole in (one for one in totals if one.source is None):
        beside = [one for one in totals if one.source is not None and _in_one_row(one, whole)]
        sides = {source_of(one.source or ""): one for one in beside}
        if len(beside) == len(sides) and set(sides) == {"public", "own"}:
            public, own = sides["public"], sides["own"]
            if is_same(public.amount + own.amount, whole.amount):
                said = ((public.source, public), (own.source, own), (whole.name, whole))
                words = "、".join(f"{name}{one.amount / _MYRIAD:,.6g}万元" for name, one in said)
                yield _Told(public.amount, own.amount, words, whole.evidence)


def _in_one_row(one: FundItem, whole: FundItem) -> bool:
    return one.evidence.file == whole.evidence.file and abs(one.evidence.start - whole.evidence.start) <= _BESIDE


def _is_near(one: FundItem, total: FundItem) -> bool:
    return one.evidence.file == total.evidence.file and 0 < total.evidence.start - one.evidence.start < _NEAR


def _in_lines(case: Case) -> Iterator[_Told]:
    for passage in case.submission.passages:
        for line in _LINE.finditer(passage.text) if passage.role not in _ASIDE else ():
            said = {
                source_of(line[who]): _MYRIAD * float(line[sum_].replace(",", ""))
                for who, sum_ in (("one", "first"), ("other", "second"))
            }
            whole = _MYRIAD * float(line["whole"].replace(",", ""))
            if set(said) == {"public", "own"} and is_same(sum(said.values()), whole):
                yield _Told(said["public"], said["own"], re.sub(r"\s+", "", line.group()), passage.evidence)
