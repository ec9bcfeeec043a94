"""What is applied for (申请补助 190) in the form against the total of its column (补助 | 合计 180) in the budget."""

from collections.abc import Iterator

from pipeline.screening.amounts.people_and_money import Clash, amount_of, is_same
from pipeline.screening.amounts.sums import source_of
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.wordings import wordings
from schemas.facts import FormField

_SURE, _MYRIAD = 0.75, 1e4
_ANOTHER = ("年", "已", "近", "曾", "到位", "累计", "首期", "收入")


def public_column_clashes(case: Case) -> Iterator[Clash]:
    """The one sum of public money that the form asks for, and the one total under public money's head."""
    asked = dict(_in_form(case))
    fields = [f.value_evidence for f in case.submission.form_fields if f.value_evidence is not None]
    public = [f for f in case.submission.funds if f.year is None and source_of(f.source or "") == "public"]
    public = [f for f in public if not any(f.evidence.overlaps(field) for field in fields)]
    totals = [f for f in public if f.kind == "total"]
    if len(asked) != 1 or len({f.amount for f in totals}) != 1:
        return
    (yuan, field), total = next(iter(asked.items())), totals[0]
    if any(is_same(yuan, f.amount) for f in public):  # a partner's part, beside the whole
        return
    name = field.label or field.name
    text = (
        f"{name}前后不一致：申报表写“{name}：{value_text(field).strip()}”{page_of(field.value_evidence, '申报材料')}，"
        f"经费预算“{total.source}”一栏{total.name}为{total.amount / _MYRIAD:,.6g}万元"
        f"{page_of(total.evidence, '申报材料')}，请核实。"
    )
    yield Clash(name, text, total.evidence, _SURE)


def _in_form(case: Case) -> Iterator[tuple[float, FormField]]:
    whole = next(amount for amount in wordings().amounts if not amount.annual)
    for field in case.submission.form_fields:
        label = field.label or field.name
        if source_of(label) == "public" and not any(word in label for word in _ANOTHER):
            yuan = amount_of(case, field, whole)
            if yuan is not None:
                yield yuan, field
