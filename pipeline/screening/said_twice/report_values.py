"""What a test report says of the product against what the text claims for it (能耗0.8毫焦; 报告结论为能耗1.8毫焦)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose

from extractors.values.quantities import Quantity, find_quantities
from extractors.values.units import canonical
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of
from pipeline.screening.identity.papers import is_of_paper, paper_above
from pipeline.screening.said_twice.repeats import sentence_of
from schemas.evidence import Evidence
from schemas.facts import Target

_REPORT = re.compile(r"检[测验]|测试|试验|测评|评测|鉴定|查新|认定|结论|校准|计量")
# 为, 达到, 实测, 平均…: between the name and its figure
_LINK = re.compile(r"(?:为|是|达到?|实测|测得|平均|均值|约|[:：｜|=\s]|值为|结果为)+$")
_LEAD = re.compile(
    r"^.*(?:[:：]|结论为|结论是|结果为|显示|表明|测得|实测|载明|其中|证明|[的、和及])(?=[\u4e00-\u9fffA-Za-z]{3})"
)
_NOW = re.compile(
    r"^(?:现有|目前|当前|现|本)(?:[\u4e00-\u9fff]{0,4}?(?:系统|产品|样机|模型|平台|设备|装置|软件|版本|技术水平))?的?"
)
# Of another time, thing or test than what the report was made on; what was aimed at
_OTHER = re.compile(
    r"国[内外际]|先进|同类|竞品|传统|进口|上一代|[旧老]款|由[^，。；]{0,8}\d|从[^，。；]{0,8}\d|较|相比|提[升高]|下?降|自[测评]|内部|仿真|理论|预计|预期|目标|要求|标准|限值|应|不[低高少大小超]|以[上内下]"
    r"|[≥≤＞＜><]|约|近|[一二三]期|条件|工况|分别|[高低常]温|[空满轻重]载|某|个别|单[点次](?=\S{0,4}(?:最|测))|最[高低大小好差]|峰值"
)
_REACHED = re.compile(r"达到?\s?$")
_OTHERS = re.compile(r"(?:合作|参与|联合)(?:单位|方)|[乙丙]方|竞品|对照|参比")
_CLAUSE = re.compile(r"[，,。；;、\n（()）]")
_MARKS = re.compile(r"[\W_]+")
_SHORTEST, _SHORTEST_SAME, _SURE = 5, 3, 0.65
_ABOVE = 8  # passages of a report above one


@dataclass(frozen=True, slots=True)
class _Tested:
    name: str
    unit: str | None
    value: float
    words: str
    evidence: Evidence
    beside: tuple[float, ...]  # all values of the unit there


def report_clashes(case: Case) -> Iterator[Clash]:
    """The first figure of each metric that no report which names the metric has."""
    tested = [*_tested(case)]
    told: set[str] = set()
    claimed = [
        (figure, _metric(figure.metric)) for figure in case.submission.figures if tested and _is_now(case, figure)
    ]
    for figure, name in claimed:
        same = [one for one in tested if _is_same(one, name, figure.canonical_unit)]
        values = [
            f.canonical_value or 0.0
            for f, other in claimed
            if any(_is_same(one, other, f.canonical_unit) for one in same)
        ]
        apart = same and not any(_agree(v, told) for one in same for told in one.beside for v in values)
        if apart and same[0].name not in told and figure.canonical_value is not None:
            told.add(same[0].name)
            text = (
                f"「{same[0].name}」前后不一致：正文写“{figure.evidence.text}”{page_of(figure.evidence, '申报材料')}，"
                f"检测（测试）报告写“{same[0].words}”{page_of(same[0].evidence, '申报材料')}，请核实。"
            )
            yield Clash(same[0].name, text, same[0].evidence, _SURE)


def _tested(case: Case) -> Iterator[_Tested]:
    """The values in the applicant's reports, each with the metric right before it."""
    for index, passage in enumerate(case.submission.passages):
        if not (is_of_paper(passage) and any(map(str.isdigit, passage.text))):
            continue
        file = passage.evidence.file or ""
        if not _REPORT.search(passage.text + file + (paper_above(case, index, _ABOVE) if file else "")):
            continue
        quantities = find_quantities(passage.text)
        for quantity in quantities:
            clause = _CLAUSE.split(passage.text[: quantity.start])[-1]
            name = _metric(_LINK.sub("", clause))
            if _is_result(passage.text, quantity, clause) and len(name) >= _SHORTEST_SAME:
                value, unit = canonical(quantity.value, quantity.unit)
                words = f"{clause}{passage.text[quantity.start : quantity.end]}".strip()
                beside = tuple(one.value for one in quantities if one.unit == quantity.unit)
                yield _Tested(name, unit, value, words, narrow(passage.evidence, words), (value, *beside))


def _is_result(text: str, quantity: Quantity, clause: str) -> bool:
    """A plain value, of no other body's product, under no condition of its own."""
    reached = quantity.comparator == ">=" and _REACHED.search(text[: quantity.start]) is not None
    plain = (quantity.comparator == "=" or reached) and quantity.value_max is None and quantity.change is None
    before = re.split(r"[。；;\n]", text[: quantity.start])[-1]
    return plain and not _OTHER.search(clause + text[quantity.end : quantity.end + 2]) and not _OTHERS.search(before)


def _is_now(case: Case, figure: Target) -> bool:
    """A figure of the product as it is, told outside the papers."""
    passage = next((p for p in case.submission.passages if p.evidence.overlaps(figure.evidence)), None)
    if figure.stage != "existing" or figure.comparator != "=" or passage is None or is_of_paper(passage):
        return False
    clause = _CLAUSE.split(sentence_of(case, figure)[: -len(figure.evidence.text)] or "")[-1] + figure.evidence.text
    return (
        _OTHER.search(_NOW.sub("", clause)) is None
        and re.search(r"自测|内部测试|仿真", sentence_of(case, figure)) is None
    )


def _metric(words: str) -> str:
    """普通话识别字错率 of 现有技术水平：普通话识别字错率."""
    return _NOW.sub("", _MARKS.sub("", _LEAD.sub("", words.strip())))


def _is_same(one: _Tested, name: str, unit: str | None) -> bool:
    """The same unit, and one name the end of the other."""
    short, long = sorted((one.name, name), key=len)
    return one.unit == unit and long.endswith(short) and (len(short) >= _SHORTEST or short == long)


def _agree(claimed: float, measured: float) -> bool:
    """The same value, or the measured one rounded to the digits of the claimed one."""
    digits = len(f"{claimed:g}".partition(".")[2])
    return isclose(claimed, measured, rel_tol=2e-3) or isclose(round(measured, digits), claimed, rel_tol=1e-9)
