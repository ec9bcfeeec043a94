"""Parts of a sum told one after the other, stage by stage or giver by giver, and what is said of them all."""

import re
from collections.abc import Iterator
from math import isclose

from extractors.values.han_numerals import han_value
from pipeline.screening.amounts.money import AMOUNT, amount
from pipeline.screening.amounts.money_split import money_of_form
from pipeline.screening.amounts.people_and_money import OWN, Clash
from pipeline.screening.application.labels import bare_label
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, page_of, value_text
from schemas.evidence import Evidence
from schemas.outline import Role

_MONEY = r"\d[\d,]{0,12}(?:\.\d{1,6})?(?:百万|千万|万|亿|千)?元"
_SPENT = r"(?:投入|安排|支出|使用|预算|经费|资金|费用)(?:经费|资金)?(?:为|约|[:：])?"
# 三个阶段合计投入7,000万元, 两期共安排900万元
_ALL = re.compile(
    rf"(?P<many>[两二三四五六])(?:个|大)?(?:阶段|期|步|年度?)[^。；，\d]{{0,6}}?(?:合计|共计|总计|累计|共|总)[^。；，\d]{{0,6}}?(?P<total>{_MONEY})"
)
_STAGE = re.compile(r"第[一二三四五六1-6](?:阶段|期|步|年度?)")
_PART = re.compile(rf"{_SPENT}{_MONEY}")
# 自筹资金由甲公司承担420万元、乙公司承担50万元; 自筹230万元，其中甲院安排150万元，乙公司出资80万元
_BODY = r"(?:单位|公司|企业|大学|学院|学校|研究院|研究所|[院所校厂]|集团|中心|医院|合作社|[甲乙丙丁]方|我[方司])"
_GIVES = rf"[^。；，、,;\d]{{2,24}}?(?:承担|出资|负担|筹集|投入|安排|解决|提供|支付|拿出){_MONEY}"
_BRINGS = (
    rf"[^。；，、,;：:（）()\d]{{0,24}}?{_BODY}(?:[（(][^（）()\d]{{1,16}}[)）])?"
    rf"(?:自筹|配套|承担|出资|负担|筹集|投入|安排|提供|支付|解决|拿出|资金|经费|为)*{_MONEY}"
)
_GIVEN = re.compile(
    rf"(?<!申请)(?P<what>自筹|自有|自备)(?:资金|经费|部分)?(?P<whole>{_MONEY})?(?:[，,]?其中[:：]?|分别|[，,])?由?"
    rf"(?P<list>{_BRINGS}(?:[，、；,;和及](?:{_BRINGS}|{_GIVES})){{1,5}})"
)
_OWN_MONEY = re.compile(rf"(?<!其中)(?:自筹|自有|自备)(?:资金|经费)?(?:合计|共|为|[:：])?(?P<sum>{_MONEY})")
# 经费4200万元：本单位3000万元、东溟大学400万元, 其中甲公司出资300万元: the whole, and every body that brings a part
_OF_BODIES = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:项目|任务|课题|本项目|共需|计划)?(?:研发|攻关|建设|实施)?(?:总|所需)?(?:经费|资金|投入|投资|预算)"
    rf"(?:总额|合计|共计?|为|约|[:：])*(?P<whole>{_MONEY})[，,：:；;（(]?(?:其中|由|分别由?)?[:：，,]?"
    rf"(?P<list>{_BRINGS}(?:[，、；,;和及]{_BRINGS}){{1,5}})(?=[。；;，,）)\n]|$)"
)
# what is there by now, and what bodies are paid
_ASIDE_FROM = re.compile(r"已|到位|首[期批]|曾|前期|支付(?!\d)|委托|拨[付给]|采购|购[买置]|外协|外包|租")
_WE = re.compile(r"[本我](?:公司|单位|集团|企业|[院校所厂司方])|(?:申报|牵头|揭榜|承担)(?:单位|企业|方)")
_MORE = re.compile(rf"[^。；;\n]{{0,40}}?{_MONEY}")  # another sum behind the list: a giver of another kind
_YEAR, _OPEN = re.compile(r"20\d\d年|第[一二三四五六1-6]|首[年期]|贷款"), re.compile(r"约|其余|余下|等|不足")
_ASIDE = frozenset({Role.COMMITMENT, Role.INSTRUCTIONS})
_NAME, _SMALL, _SURE = "经费预算合计", 0.005, 0.7


def share_sum_clashes(case: Case) -> Iterator[Clash]:
    """The first section whose stages do not make up their total, and the first list of givers."""
    yield from _of_stages(case)
    yield from _of_givers(case)
    yield from _of_bodies(case)


def _of_stages(case: Case) -> Iterator[Clash]:
    for section in case.submission.sections:
        text = squeeze(section.text or "") if section.role not in _ASIDE else ""
        said = _ALL.search(text) if "阶段" in text or "期" in text or "年" in text else None
        if said is None:
            continue
        before = text[: said.start()]
        first = _STAGE.search(before)
        parts = [part.group() for part in _PART.finditer(before, first.start())] if first is not None else []
        sums = [amount(one) for part in parts if (one := AMOUNT.search(part)) is not None]
        many, total = han_value(said["many"]), AMOUNT.search(said["total"])
        if total is None or not len(sums) == len({*_STAGE.findall(before)}) == many or _OPEN.search(said.group()):
            continue
        if not isclose(sum(sums), amount(total), rel_tol=_SMALL):
            passage = next((p for p in case.submission.passages if said["total"] in squeeze(p.text)), None)
            found = narrow(passage.evidence if passage is not None else section.evidence, said.group())
            made = f"各阶段之和为{sum(sums) / 1e4:,.6g}万元，与所写合计{amount(total) / 1e4:,.6g}万元不符"
            yield Clash(_NAME, f"“{said.group()}”，{made}{page_of(found, '申报材料')}，请核实。", found, _SURE)
            return


def _of_givers(case: Case) -> Iterator[Clash]:
    for passage in case.with_amounts:
        text = squeeze(passage.text)
        for said in _GIVEN.finditer(text) if passage.role not in _ASIDE and "自" in text else ():
            stated = AMOUNT.search(said["whole"] or "")
            whole = amount(stated) if stated is not None else _own_money(case)
            made = sum(map(amount, AMOUNT.finditer(said["list"])))
            behind = text[said.end() : said.end() + 3]
            if whole is None or _YEAR.search(said.group()) or _OPEN.search(said.group() + behind):
                continue
            if not isclose(made, whole, rel_tol=_SMALL):
                found = narrow(passage.evidence, said.group())
                sums = f"各方之和为{made / 1e4:,.6g}万元，与自筹总数{whole / 1e4:,.6g}万元不符"
                yield Clash(OWN, f"“{said.group()}”，{sums}{page_of(found, '申报材料')}，请核实。", found, _SURE)
                return


def _of_bodies(case: Case) -> Iterator[Clash]:
    """The first whole that the bodies named behind it, with nobody left out, do not bring together."""
    for text, evidence in _told(case):
        for said in _OF_BODIES.finditer(text):
            stated, behind = AMOUNT.search(said["whole"]), text[said.end() : said.end() + 3]
            made = sum(map(amount, AMOUNT.finditer(said["list"])))
            more = _MORE.match(text, said.end()) is not None or _ASIDE_FROM.search(said["list"]) is not None
            part = made < amount(stated) if stated is not None else False
            more = more or (part and "其中" in said.group() and not _names_lead(case, said["list"]))
            if stated is None or more or _YEAR.search(said.group()) or _OPEN.search(said.group() + behind):
                continue
            if not isclose(made, amount(stated), rel_tol=_SMALL):
                found = narrow(evidence, said.group())
                sums = f"各方之和为{made / 1e4:,.6g}万元，与总数{amount(stated) / 1e4:,.6g}万元不符"
                yield Clash(_NAME, f"“{said.group()}”，{sums}{page_of(found, '申报材料')}，请核实。", found, _SURE)
                return


def _names_lead(case: Case, bodies: str) -> bool:
    """我公司投入…, or a piece of the applicant's name; 其中甲大学120万元、乙中心60万元 leaves the rest to the lead."""
    name = squeeze(case.submission.applicant.name or "")
    if _WE.search(bodies) is not None:
        return True
    pieces = (piece.removeprefix("由") for piece in re.split("[，、；,;和及]", bodies))
    kinds = ((piece[:2], re.findall(_BODY, piece)) for piece in pieces)
    return any(head in name and any(kind in name for kind in kind_words) for head, kind_words in kinds)


def _told(case: Case) -> Iterator[tuple[str, Evidence]]:
    """The text with sums, and the cells of the form behind their labels, without blanks."""
    for passage in case.with_amounts:
        if passage.role not in _ASIDE:
            yield squeeze(passage.text), passage.evidence
    for field in case.submission.form_fields:
        value = value_text(field)
        if "元" in value and field.value_evidence is not None:
            yield squeeze(f"{bare_label(field)}{'' if value[:1].isdigit() else '：'}{value}"), field.value_evidence


def _own_money(case: Case) -> float | None:
    """The form's own money, else what the text says that it is, wherever it does; None where it tells several sums."""
    form, told = money_of_form(case), set()
    if form is not None:
        return form.sums["own"]
    for passage in case.with_amounts:
        text = squeeze(passage.text) if passage.role not in _ASIDE else ""
        for said in _OWN_MONEY.finditer(text):
            if (one := AMOUNT.search(said["sum"])) is not None and not _YEAR.search(text[: said.start()][-20:]):
                told.add(round(amount(one)))
    return float(told.pop()) if len(told) == 1 else None
