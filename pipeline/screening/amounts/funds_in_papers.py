"""The project's own money (自筹资金) in a paper that proves it, against what form and plan say."""

import re
from collections.abc import Iterator

from pipeline.screening.amounts.money import AMOUNT, amount
from pipeline.screening.amounts.people_and_money import OWN, Clash, amount_of, is_called, is_same
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.identity.papers import is_of_paper
from pipeline.screening.identity.subjects import is_anothers
from pipeline.screening.wordings import wordings
from schemas.facts import Passage
from schemas.outline import Role

_SUM = AMOUNT.pattern.replace("?P<value>", "").replace("?P<unit>", "")
_OWN = r"(?:自筹|自有|配套|匹配)(?:配套)?(?:资金|经费|部分)"
_TOLD = (
    # 划出260万元作为榜题三的全部自筹资金, 安排310万元用于本项目自筹资金
    re.compile(
        rf"(?P<sum>{_SUM})(?:整)?[，,]?(?:全部|专项)?(?:作为|用作|用于|列为|充作|计入)[^，。；\n]{{0,20}}?{_OWN}"
    ),
    # 本项目自筹资金总额为260万元, 承诺投入自筹资金260万元
    re.compile(
        rf"(?:(?:本|该)?(?:项目|任务|榜题)的?|承诺|保证|同意|落实|投入|提供|筹集|安排|全部|所需|企业|公司|单位|[：:，,。\s]|^){_OWN}"
        rf"(?:总额|合计|共计?|金额|人民币|为|[:：])*(?P<sum>{_SUM})"
    ),
)
# A part, another time or another body's; what an account holds
_ASIDE = re.compile(
    r"其中|首期|首批|第[一二三四]|20\d\d年(?!\d{1,2}月)|已到位|已投入|余额|贷款|授信|每年|分期|[子分]公司|剩余|部分由|其余|不低于|不少于|以上"
)
_NAMED = re.compile(rf"{_OWN}(?:总额|合计|共计?|为|投入|[:：])*(?P<sum>{_SUM})")
_SHORT = re.compile(
    rf"(?:^|[，,。；;：:\n（(])(?:企业|单位|公司)?自筹(?:合计|共计?|为)?(?P<sum>{_SUM})(?=[，,。；;）)]|$)"
)
_SENTENCE = re.compile(r"[。；;\n]")
_SURE = 0.7


def paper_fund_clashes(case: Case) -> Iterator[Clash]:
    """The first paper that says another sum than the form (else the text), one that is told nowhere else."""
    given = _given(case)
    elsewhere: list[float] | None = None
    for index, passage in enumerate(case.submission.passages if given is not None else ()):
        for match in _in_paper(passage):
            said = AMOUNT.search(match["sum"])
            sentence = _SENTENCE.split(passage.text[: match.start()])[-1] + match.group()
            if given is None or said is None or is_same(amount(said), given[0]) or _ASIDE.search(sentence):
                continue
            elsewhere = elsewhere if elsewhere is not None else _elsewhere(case)
            told = any(is_same(amount(said), one) for one in elsewhere)
            if told or is_anothers(case, index, match.start("sum")):
                continue
            found = narrow(passage.evidence, match.group())
            where = page_of(found, "申报材料")
            text = f"{OWN}前后不一致：{given[1]}，证明材料写“{match.group().strip()}”{where}，请核实。"
            yield Clash(OWN, text, found, _SURE)
            return


def _in_paper(passage: Passage) -> list[re.Match[str]]:
    if not is_of_paper(passage) or "元" not in passage.text:
        return []
    return [match for pattern in _TOLD for match in pattern.finditer(passage.text)]


def _given(case: Case) -> tuple[float, str] | None:
    """The form's own money and how it says so, else that of the text where it tells one sum alone."""
    one = next(each for each in wordings().amounts if each.name == OWN)
    for field in case.submission.form_fields:
        value = amount_of(case, field, one) if is_called(field, one) else None
        if value is not None:
            return value, f"申报表写“{field.label or field.name}：{value_text(field).strip()}”"
    said = [
        match
        for passage in case.with_amounts
        if not is_of_paper(passage) and passage.role is not Role.COMMITMENT
        for match in _NAMED.finditer(passage.text)
        if not _ASIDE.search(_SENTENCE.split(passage.text[: match.start()])[-1])
    ]
    said += [
        match for passage in case.with_amounts if not is_of_paper(passage) for match in _SHORT.finditer(passage.text)
    ]
    sums = {amount(sum_): match.group() for match in said if (sum_ := AMOUNT.search(match["sum"])) is not None}
    return (next(iter(sums)), f"正文写“{next(iter(sums.values()))}”") if len(sums) == 1 else None


def _elsewhere(case: Case) -> list[float]:
    """All sums outside the papers, of tables and fields too."""
    told = [
        amount(match)
        for passage in case.with_amounts
        if not is_of_paper(passage)
        for match in AMOUNT.finditer(passage.text)
    ]
    return [*told, *(item.amount for item in case.submission.funds)]
