"""People by degree, title or group that do not make up their whole: 研发人员156人，其中博士21人、硕士80人、其他45人."""

import re
from collections.abc import Iterator, Sequence

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of

_ITEM = r"(?P<name>[\u4e00-\u9fffA-Za-z]{1,12}?)\s?(?P<number>\d{1,5})\s?[人名]"
_PLAIN_ITEM = r"[\u4e00-\u9fffA-Za-z]{1,12}?\s?\d{1,5}\s?[人名]"
_SOME = r"其中|包括"  # and others, unless the last is the rest
_ALL = r"[下分]设|分为|分成|分(?![别管布])|由(?=[^，。；\d]{1,12}\d)"  # nobody is left out
_WHOLE = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,12}?)(?:共|共有|总数|有|为|计|[:：])?\s?(?P<whole>\d{1,6})\s?[人名](?:[，,（(：:]\s?|(?=分))"
    rf"(?:(?P<some>{_SOME})|(?P<all>{_ALL}))[:：]?"
    rf"(?P<list>{_PLAIN_ITEM}(?:[、，,；;和及]\s?{_PLAIN_ITEM}){{1,9}})(?=组成|[。；;，,）)\s]|$)"
)
_LEADS = re.compile(rf"{_SOME}|[下分]设|分[为成]?|由")
_PART = re.compile(_ITEM)
_LEVEL = r"(?:研究生|生|学历|学位|人员)?"
# What parts people without counting one twice: degrees, or titles, or groups, or what they do, or whose they are.
# 博士后 and 导师 have degrees as well, 技术人员 do research.
_SORTS = (
    re.compile(rf"(?:博士|硕士|本科|学士|大专|专科|中专){_LEVEL}"),
    re.compile(r"(?:正高级?|副高级?|高级|中级|初级)(?:职称|工程师|人员)?"),
    re.compile(r"[\u4e00-\u9fff]{1,8}组"),
    re.compile(r"(?:研发|管理|行政|生产|销售|市场|营销|财务|后勤|辅助)(?:人员)?"),
    re.compile(r"(?:牵头|申报|参[与加]|联合|合作|协作)(?:单位|方)|[\u4e00-\u9fff]{2,10}(?:公司|大学|学院|研究[院所])"),
    re.compile(r"(?:专职|兼职|全职|固定|流动)(?:成员|人员)?"),
)
_REST = re.compile(
    rf"(?:(?:本科|大专|专科|中级|初级){_LEVEL}(?:职称)?(?:及|和)?以下(?:学历|职称|人员)?)|其[他它余](?:人员)?"
)
_LEAST = 2
_SURE = 0.65
_NAMES = (("研发人员人数", re.compile(r"研发|科研|技术|科技")), ("单位人数", re.compile(r"员工|职工|人员|从业")))
_TEAM, _OF_TEAM = "团队人数", re.compile(r"团队|攻关|项目|小组|课题|专班|固定成员")


def people_clashes(case: Case) -> Iterator[Clash]:
    """The first whole whose parts, told right behind it, make up more, or less where nobody is left out."""
    for passage in case.with_figures:
        for match in _WHOLE.finditer(passage.text) if _LEADS.search(passage.text) else ():
            parts = [(part["name"], int(part["number"])) for part in _PART.finditer(match["list"])]
            total, whole = sum(number for _, number in parts), int(match["whole"])
            names = [name for name, _ in parts]
            if len(parts) < _LEAST or not _is_wrong(names, total, whole, of_all=match["all"] is not None):
                continue
            named = _NAMES if not _OF_TEAM.search(match["what"]) else ()
            name = next((name for name, words in named if words.search(match["what"])), _TEAM)
            where = page_of(passage.evidence, "申报材料")
            text = f"{name}写“{match.group().strip('。；')}”，所列各类合计{total}人，与{whole}人不符{where}，请核实。"
            yield Clash(name, text, narrow(passage.evidence, match.group()), _SURE)
            return


def _is_wrong(names: Sequence[str], total: int, whole: int, *, of_all: bool) -> bool:
    closed = _REST.fullmatch(names[-1]) is not None
    parted = names[:-1] if closed else names
    apart = any(all(sort.fullmatch(name) for name in parted) for sort in _SORTS)
    return apart and (total != whole if closed or of_all else total > whole)
