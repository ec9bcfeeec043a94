"""In how many places the work will run (在某县12所学校部署), told twice with two numbers for one district or verb."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.application.claims import Mode, mode_of
from extractors.values.han_numerals import han_value
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of
from schemas.evidence import Evidence
from schemas.facts import Passage
from schemas.outline import Role

_NUMBER = r"(?P<number>\d{1,4}|[一二两三四五六七八九十]{1,3})\s?"
_THING = (
    r"(?P<unit>[所家座处条间户个])(?P<thing>学校|教室|医院|企业|工厂|车间|矿井|煤矿|社区|村庄|乡镇|行政村|教学点|站点|场站|泵站|水厂|电站|变电站"
    r"|码头|港口|园区|基地|农场|牧场|合作社|门店|路口|隧道|桥梁|工地|产线|生产线|工作面|示范点|监测点|试点)"
)
_HEAD = r"(?:^|(?<=[在于对为向至到、，,。；;：:（(先])|(?<=覆盖)|(?<=面向)|(?<=选[取定择]))"
# 青棠县12所学校
_IN_PLACE = re.compile(
    rf"{_HEAD}(?P<place>[\u4e00-\u9fff]{{1,7}}?(?:省|市|县|区|镇|乡|州|旗|矿区|园区))的?{_NUMBER}{_THING}"
)
# 在12所学校安装使用
_WITH_VERB = re.compile(
    rf"(?:在|于|选[取定择]){_NUMBER}{_THING}(?:的?[\u4e00-\u9fff\d]{{0,8}}?)(?P<place>安装|部署|试用|试运行|示范应用|示范运行|工业试验|布设)"
)
# Another time, a share of them, more of them, what there is or was, what comes behind
_OTHER = re.compile(
    r"已|现有|曾|目前|当前|累计|其中|另|其[余他它]|再|新增|追加|扩[大展]|推广[到至]|[首前后末][批期年]|第[一二三四五\d]|[一二三四]期|每|各|分别|或|至少|不少|不低|超过?|逐|近|约|至今|以来|备选|候选|后续|远期|届时|达产"
)
_ABOUT = re.compile(r"\s?(?:以[上内下]|左右|余|多)")
_CLAUSE, _YEAR = re.compile(r"[。；;\n]"), re.compile(r"20\d\d(?=\s?年)")
_ASIDE = frozenset({Role.PROOFS, Role.COMMITMENT, Role.INSTRUCTIONS})
_SURE, _SHORTEST, _NEAR = 0.6, 2, 24  # characters of a place, and before it


@dataclass(frozen=True, slots=True)
class _Said:
    number: float
    years: frozenset[str]
    words: str
    evidence: Evidence


def place_clashes(case: Case) -> Iterator[Clash]:
    """The first district, or verb, for which one kind of place is counted twice and otherwise."""
    first: dict[tuple[str, str], _Said] = {}
    told: set[str] = set()
    for passage in case.with_figures:
        if passage.role in _ASIDE or mode_of(passage.path) is Mode.EXISTING:
            continue
        for key, said in _mentions(passage):
            other = first.setdefault(key, said)
            name = f"{key[1]}数量"
            one_time = not (said.years and other.years) or bool(said.years & other.years)
            if other.number != said.number and one_time and name not in told:
                told.add(name)
                text = (
                    f"{name}前后不一致：一处写“{other.words}”{page_of(other.evidence, '申报材料')}，"
                    f"另一处写“{said.words}”{page_of(said.evidence, '申报材料')}，请核实。"
                )
                yield Clash(name, text, said.evidence, _SURE)


def _mentions(passage: Passage) -> Iterator[tuple[tuple[str, str], _Said]]:
    for match in (*_IN_PLACE.finditer(passage.text), *_WITH_VERB.finditer(passage.text)):
        sentence = _CLAUSE.split(passage.text[: match.start()])[-1]
        before = re.split(r"[，,]", sentence)[-1][-_NEAR:]
        number = _number(match["number"])
        behind = passage.text[match.end("unit") :]
        if number is None or _OTHER.search(before + match.group()) or _ABOUT.match(behind):
            continue
        place = re.split("[在于对为向至到先取定择盖]", match["place"])[-1]
        if len(place) < _SHORTEST:
            continue
        years = frozenset(_YEAR.findall(sentence + passage.text[: match.start()][-_NEAR:]))
        found = narrow(passage.evidence, match.group())
        yield (place, match["thing"]), _Said(number, years, match.group(), found)


def _number(words: str) -> float | None:
    value = float(words) if words.isascii() else han_value(words)
    return float(value) if value is not None else None
