"""Money parted among the bodies that do the work (省级资金分配为甲公司60万元、乙大学20万元) against the form's sum."""

import re
from collections.abc import Iterator
from math import isclose

from pipeline.screening.amounts.money import AMOUNT, amount
from pipeline.screening.amounts.money_split import FormMoney, money_of_form
from pipeline.screening.amounts.people_and_money import OWN, Clash
from pipeline.screening.amounts.sums import source_of
from pipeline.screening.application.labels import bare_label, canonical
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, page_of, value_text
from schemas.outline import Role

_MONEY = r"\d[\d,]{0,12}(?:\.\d{1,6})?(?:百万|千万|万|亿|千)?元"
_DOES = r"(?:使用|分配|承担|出资|自筹|配套|投入|获得?|安排|留用|支配|列支|负担|筹集|解决|提供|拿出|各?占|分得|为|[:：])"
_ITEM = rf"[^。；，、,;：:（）()\d]{{2,24}}?{_DOES}{{0,2}}(?:其中)?{_MONEY}(?:[（(][^（）()]{{1,16}}[)）])?"
# 自筹资金由甲公司出资60万元、乙大学出资20万元; 省级资金中，甲公司使用60万元，乙大学使用20万元
_PARTED = re.compile(
    rf"(?P<side>(?:申请|拟申请)?(?:[国省市区县]级?)?(?:财政|专项|补助|自筹|自有|[国省市区县][级拨])(?:补助|专项)?(?:资金|经费|款|部分)?)"
    rf"(?:共|合计|总额|为)?(?P<whole>{_MONEY})?(?:的|在各方间|在各单位间|拟|按)?"
    rf"(?:(?:分配|分摊|划分|安排|使用|拨付|分担|构成)(?:方案|情况|计划|比例)?|[之其]?中)?[，,：:；;（(]?(?:其中|分别)?[:：]?(?:(?P<by>由)|如下|为|是|按)?[:：]?"
    rf"(?P<list>{_ITEM}(?:[、，；,;和及](?:其中)?{_ITEM}){{1,5}})(?=[。；;，,）)\n]|$)"
)
_WHO = re.compile(rf"^(?:由|给|向|拨付|分配)?(?P<who>[^\d]{{2,24}}?){_DOES}{{0,2}}(?=\d)")
_GIVES = re.compile(r"(?:承担|出资|自筹|投入|负担|筹集|解决|提供|拿出)\d")
_ENTRIES = re.compile(r"[、，；;和及]|,(?!\d{3})")
_OF_BODY = re.compile(
    r"(?:公司|大学|学院|学校|研究院|研究所|[院所校厂]|集团|医院|合作社|[甲乙丙丁]方|[我本](?:方|单位))$"
)
_LEAD = re.compile(r"[本我](?:公司|单位|集团|企业|[院校所厂方])|(?:申报|牵头|揭榜|承担)(?:单位|企业|方)")
_OF_TIME = re.compile(r"20\d\d年|第[一二三四五六1-6]|首[年期批]|已|到位|年度")
_OPEN = re.compile(r"约|其余|余下|剩余|等|不足|主要|最多|不超")
_ASIDE = frozenset({Role.COMMITMENT, Role.INSTRUCTIONS, Role.PROOFS})
_SHORTEST, _SMALL, _SURE = 2, 0.005, 0.7
_PARTNERS = "参与单位"


def body_part_clashes(case: Case) -> Iterator[Clash]:
    """The first such list for each side of the money whose bodies, the lead among them, do not make up the side."""
    form, names, told = money_of_form(case), _bodies(case), set[str]()
    for passage in case.with_amounts if form is not None and names else ():
        text = squeeze(passage.text) if passage.role not in _ASIDE else ""
        for said in _PARTED.finditer(text):
            side = source_of(said["side"])
            if form is None or side not in form.sums or side in told or not _is_whole(said, text, names):
                continue
            stated = AMOUNT.search(said["whole"] or "")
            whole = amount(stated) if stated is not None else form.sums[side]
            made = sum(map(amount, AMOUNT.finditer(said["list"])))
            if not isclose(made, whole, rel_tol=_SMALL):
                told.add(side)
                found = narrow(passage.evidence, said["list"])
                sums = f"各方之和为{made / 1e4:,.6g}万元，与总数{whole / 1e4:,.6g}万元不符"
                text_of = f"“{said.group()}”，{sums}{page_of(found, '申报材料')}，请核实。"
                yield Clash(_name(form, side), text_of, found, _SURE)


def _name(form: FormMoney, side: str) -> str:
    return OWN if side == "own" else bare_label(form.fields[side])


def _is_whole(said: re.Match[str], text: str, names: list[str]) -> bool:
    """Every part is a body's, the lead's is among them, and nobody is left out."""
    pieces = [piece.removeprefix("其中") for piece in _ENTRIES.split(said["list"])]
    bodies = [one["who"] for piece in pieces if (one := _WHO.match(piece)) is not None]
    given = said["by"] is not None and all(map(_GIVES.search, pieces))  # 由甲公司出资60万元、乙出资20万元
    if len(bodies) < len(pieces) or not (given or all(_is_body(who, names) for who in bodies)):
        return False
    behind, before = text[said.end() : said.end() + 4], re.split("[。；;]", text[: said.start()])[-1]
    lead = any(_LEAD.search(who) or _is_short(who, names[0]) for who in bodies)
    return lead and not _OF_TIME.search(before + said.group()) and not _OPEN.search(before + said.group() + behind)


def _is_body(who: str, names: list[str]) -> bool:
    return _OF_BODY.search(who) is not None or _LEAD.search(who) is not None or any(_is_short(who, n) for n in names)


def _is_short(who: str, name: str) -> bool:
    """远舟, 远舟光模块 and 理工大学 of the full names: its characters, in their order."""
    rest = iter(name)
    return len(who) >= _SHORTEST and all(letter in rest for letter in who)


def _bodies(case: Case) -> list[str]:
    """The applicant's name and the partners', as the form has them."""
    names = [case.submission.applicant.name or ""]
    for field in case.submission.form_fields:
        if _PARTNERS in (canonical(field.label or field.name), canonical(field.group or "")):
            names += re.split(r"[、；;，,\n]", squeeze(value_text(field)))
    return [name for name in names if len(name) >= _SHORTEST] if names[0] else []
