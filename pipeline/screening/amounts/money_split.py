"""Public and own money of the form (申请市级资金 750, 自筹 1,930) told in the text with another split."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.screening.amounts.money import AMOUNT, amount
from pipeline.screening.amounts.people_and_money import OWN, TOTAL, Clash, amount_of, is_called, is_same
from pipeline.screening.amounts.sums import source_of
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.wordings import wordings
from schemas.facts import FormField, Passage
from schemas.outline import Role

# Of another time, work, stage or body; or what a part is spent on.
_OTHER = re.compile(
    r"其中|授信|银行|贷款|20\d\d\s?年|[一二三首]期|第[一二三四]|阶段|批|每|年均|曾|已|以往|近|累计|到位|首付|其余|另|参[与加]|合作|联合|乙方|甲方|用于|设备|人员|拨付|单价|课题[一二三\d]|子"
)
_FORM_OTHER = re.compile(r"年(?!限)|以往|近|已|收入|股东|到位|累计|首期")
_PLAIN = re.compile(r"[约近]\s?$|不[超低高少]|[以之][上下内]")
# 本项目拟申请市级财政资金800万元, at the head of its clause
_ASKS = re.compile(r"^\W*(?:本?(?:项目|任务|课题)|[我本](?:单位|公司|院|校))?(?:拟|计划|共|合计|总共)*申请")
_WORDS = re.compile(r"[\u4e00-\u9fff]{1,16}$")
# 经费（万元）：总额/联盟资助/企业自筹 asks for them in one cell: 总额220，其中联盟资助70，企业自筹150
_OF_MONEY = re.compile(r"(?:项目|任务|课题)?(?:经费|资金|预算|投资|投入)(?:预算|安排|构成|来源)?(?:[:：].*)?")
_HINT = re.compile(r"[（(][^（）()]*[)）]")
_CELL_PARTS = re.compile(r"[，、；;/／\s]+|,(?!\d{3})")
_CELL_PART = re.compile(
    r"(?:其中)?[:：]?(?P<who>[\u4e00-\u9fff]{2,10}?)[:：为]?(?P<number>\d[\d,]{0,12}(?:\.\d{1,4})?)(?P<unit>万?元)?"
)
_CELL_WHOLE = re.compile(r"总额|合计|总计|总经费|经费总额|总投[入资]")
_IN_MYRIADS, _MYRIAD = "万元", 1e4
_ASIDE = frozenset({Role.PROOFS, Role.COMMITMENT, Role.INSTRUCTIONS})
SURE = 0.7
# 项目申请省级补助180万元: the work itself, at the head of the sentence
_OF_WORK = re.compile(r"\W*(?:本项目|本课题|本任务|项目|课题|[我本](?:单位|公司|院|校))(?!负责|组|建设|团队)")


@dataclass(frozen=True, slots=True)
class FormMoney:
    """What the form says: the field and the yuan of each side, and all of it."""

    fields: dict[str, FormField]
    sums: dict[str, float]
    whole: float

    @property
    def told(self) -> list[FormField]:
        """The fields of both sides, each once: one cell may tell both."""
        return list({id(field): field for field in self.fields.values()}.values())


def split_clashes(case: Case) -> Iterator[Clash]:
    """The first sentence that parts the form's whole otherwise, or that asks for another sum than the form."""
    form = money_of_form(case)
    for passage in case.with_amounts if form is not None else ():
        if form is None or passage.role in _ASIDE:
            continue
        for sentence in re.split(r"[。；;\n]", passage.text):
            clash = _told(form, passage, sentence, aside=_OTHER.search(sentence) is not None)
            if clash is not None:
                yield clash
                return


def _of_whole_work(form: FormMoney, sentence: str, said: dict[str, tuple[float, str]]) -> bool:
    """项目申请省级补助180万元，公司自筹300万元，…: both sides and no other sum, one of them as the form has it.

    A year's or a part's money is told by other sums on both sides.
    """
    sums = [*AMOUNT.finditer(sentence)]
    head = sentence[: sums[-1].end()] if sums else ""
    own = len(sums) == len(said) == len(form.sums) and _OF_WORK.match(sentence) is not None
    return own and _OTHER.search(head) is None


def money_of_form(case: Case) -> FormMoney | None:
    """Both sides, each in one field; None where the form has more of them, or they do not make up its whole."""
    one = next(amount for amount in wordings().amounts if amount.name == TOTAL)
    filled = [(f, value) for f in case.submission.form_fields if (value := amount_of(case, f, one)) is not None]
    fields: dict[str, FormField] = {}
    sums: dict[str, float] = {}
    for field, value in filled:
        label = field.label or field.name
        side = source_of(label) if not _FORM_OTHER.search(label) else None
        if side is not None and side in sums and sums[side] != value:
            return None
        if side is not None:
            fields[side], sums[side] = field, value
    whole = next((value for field, value in filled if is_called(field, one)), sum(sums.values()))
    both = set(sums) == {"public", "own"} and is_same(sum(sums.values()), whole)
    if both:
        return FormMoney(fields, sums, whole)
    cells = [field for field in case.submission.form_fields if not fields and is_called(field, one)]
    if len(cells) == 1:
        return _in_one_cell(cells[0])
    parted = [told for f in case.submission.form_fields if not fields and (told := _in_parts(f)) is not None]
    return parted[0] if len(parted) == 1 else None


def _in_parts(field: FormField) -> FormMoney | None:
    """经费（万元） | 总额220，其中联盟资助70，企业自筹150: a whole and its two sides, each name with its number."""
    label = field.label or field.name
    if _OF_MONEY.fullmatch(_HINT.sub("", label)) is None:
        return None
    pieces = [_CELL_PART.fullmatch(piece) for piece in _CELL_PARTS.split(value_text(field).strip("。；; \n"))]
    sums: dict[str, float] = {}
    for piece in pieces:
        if piece is None or (piece["unit"] is None and _IN_MYRIADS not in label):
            return None
        yuan = float(piece["number"].replace(",", "")) * (1 if piece["unit"] == "元" else _MYRIAD)
        side = "whole" if _CELL_WHOLE.fullmatch(piece["who"]) else source_of(piece["who"])
        if side is None or side in sums:
            return None
        sums[side] = yuan
    whole = sums.pop("whole", 0.0)
    right = set(sums) == {"public", "own"} and is_same(sum(sums.values()), whole)
    return FormMoney(dict.fromkeys(sums, field), sums, whole) if right else None


def _in_one_cell(field: FormField) -> FormMoney | None:
    """项目总经费 | 960万元，其中：申请省拨经费300万元；自筹经费660万元."""
    value, sums = value_text(field), dict[str, float]()
    first, *parts = AMOUNT.finditer(value) if AMOUNT.match(value.strip()) else (None,)
    for part in parts:
        words = _WORDS.search(value[: part.start()].rstrip(" :：为"))
        side = source_of(words.group()) if words is not None else None
        if side is None or side in sums:
            return None
        sums[side] = amount(part)
    both = first is not None and set(sums) == {"public", "own"} and is_same(sum(sums.values()), amount(first))
    return FormMoney(dict.fromkeys(sums, field), sums, amount(first)) if both and first is not None else None


def _told(form: FormMoney, passage: Passage, sentence: str, *, aside: bool) -> Clash | None:
    """``aside``: the sentence also tells of something else, if only behind its sums."""
    said: dict[str, tuple[float, str]] = {}
    for match in AMOUNT.finditer(sentence):
        words = _WORDS.search(sentence[: match.start()].rstrip())
        side = source_of(words.group()) if words is not None else None
        if words is None or side not in form.sums or _PLAIN.search(sentence[: match.start()] + sentence[match.end() :]):
            continue
        if side in said:  # several of a side: who gives what
            return None
        said[side] = amount(match), words.group() + match.group()
    apart = [side for side, (value, _) in said.items() if not is_same(form.sums[side], value)]
    parted = len(said) == len(form.sums) and is_same(sum(value for value, _ in said.values()), form.whole)
    asked = set(said) == {"public"} and _ASKS.search(sentence) is not None
    one_other = len(apart) == 1 and _of_whole_work(form, sentence, said)
    if not apart or not (one_other or (not aside and (parted or asked))):
        return None
    own = "、".join(
        dict.fromkeys(f"{form.fields[side].label}：{value_text(form.fields[side]).strip()}" for side in apart)
    )
    told = "、".join(said[side][1] for side in apart)
    found = narrow(passage.evidence, said[apart[0]][1])
    name = OWN if "own" in apart else (form.fields["public"].label or form.fields["public"].name)
    where = page_of(form.fields[apart[0]].value_evidence, "申报材料")
    text = f"{name}前后不一致：申报表写“{own}”{where}，正文写“{told}”{page_of(found, '申报材料')}。"
    return Clash(name, text, found, SURE)
