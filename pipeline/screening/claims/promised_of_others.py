"""A figure that is another's, of another thing, or for a shorter time than the metric's own name says."""

import re
from collections.abc import Iterator
from math import isclose

from extractors.values.quantities import find_quantities
from pipeline.screening.application.substance import squeeze
from pipeline.screening.claims.around_claims import Around
from pipeline.screening.claims.compare import canonical_pair
from pipeline.screening.claims.named_values import as_claim
from pipeline.screening.claims.other_cases import cell_of
from schemas.facts import Target

# 96%（仅对大型目标；小型目标不作承诺）: nobody is held to what is asked
_DISCLAIMED = re.compile(
    r"(?:^|[，,；;。（(、])\s?(?:对于?|针对|但|而|其中)*(?P<thing>[\u4e00-\u9fff]{2,12}?)(?:时|的|方面|情况下)?(?:暂|均|则|也|本期)?"
    r"不(?:再|作|做|予|另)?(?:任何|具体)?(?:承诺|保证|考核)(?=[，,；;。）)]|$)"
)
_ALL = frozenset({"指标", "本项", "该项", "此项", "数值", "项目", "本单位", "我方"})  # that a value is for all of these
# 年漂移, 年衰减率: of a year, by the metric's own name
_OF_YEAR = re.compile(r"^(?:每年|年度?)(?!龄|限|产|均)")
_OFTENER = re.compile(r"每(?:个)?(?P<unit>季度?|月|周|星期|日|天|小时)")
_TIMES = {"季": 4, "月": 12, "周": 52, "星": 52, "日": 365, "天": 365, "小": 8760}
_ENDS = re.compile(r"[。；;]")
_NEAR = re.compile(
    r"(?:接近|逼近|趋近于?|靠近|贴近)(?:于|到)?\s?[≤≥]?\d[\d.,]*\s?[^\s\d，。；、）)]{0,6}"
    r"|[向朝]\s?\d[\d.,]*\s?[^\s\d，。；、）)]{0,6}?(?:靠拢|看齐|靠近|迈进|努力)"
)
# 据文献，德国同类芯体已做到≤0.04%FS; 外省企业同类墙板公开数据为93%: what others reach
_OF_OTHERS = re.compile(
    r"(?:国外|境外|海外|进口|外[省市地]|[德美英法韩]国|日本|瑞士|欧洲|同类|同行|同档|竞品|友商|对手|他人|别[人家]|人家|某(?:厂|公司|企业|单位|品牌|研究[所院]|大学|高校|家)|(?:头部|龙头|兄弟|其他|另一家?)(?:企业|单位|厂家?|公司)|文献|(?:公开|厂家|供应商)(?:的)?(?:数据|资料|报道)(?!格式|集|接口|平台)|论文)"
    r"[^。；;]{0,24}?(?:已(?:经)?(?:可|能)?(?:做到|达到?|实现|为)|(?:数据|资料|实测|报道|记载|样本|手册|水平|结果)[的为是：:]{0,2}|(?:标称|宣称|号称|声称|自称|公布|披露|发布|标注|给出|报出|曾报)(?:的?(?:值|数值|数据|数字|指标))?[为是：:]?)(?:约|[≤≥<>]|不[超低高][于过]|达到?)?\s?$"
)
_NAMES_OTHERS = re.compile(r"同[类行档]|对[手外]")
# 优于…已达到的0.05%, 与进口产品一致: only compared with
_COMPARED = re.compile(r"[优高低]于|超[过出]|[较与同比对]|相当|一致|替代|不[低高]于|赶超|看齐|持平|达到(?=国|进口|同)")


def of_others(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """The words of the claim's cell up to its figure, where they say that others reach it and no figure is its own."""
    cell = cell_of(required, told)
    figures = find_quantities(cell.words) if cell.named else ()
    figures = tuple(one for one in figures if canonical_pair(required, as_claim(one, required, claim.evidence)))
    if len(figures) != 1 or figures[0].value != claim.value:
        return
    lead = _ENDS.split(cell.words[: figures[0].start])[-1]
    said = _OF_OTHERS.search(lead)
    if said is not None and not _COMPARED.search(_NAMES_OTHERS.sub("", lead)):
        yield lead.strip("，, ") + cell.words[figures[0].start : figures[0].end]


def approached(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """希望接近28MPa, 向28MPa靠拢: what is asked is come near to, not reached."""
    pair = canonical_pair(required, claim)
    if pair is None or not isclose(*pair) or _NEAR.search(required.evidence.text) or told.end < 1:
        return
    said = _NEAR.search(told.sentence[max(0, told.start - 8) : told.end + 8])
    if said is not None:
        yield said.group()


def disclaimed(required: Target, _claim: Target, told: Around) -> Iterator[str]:
    """What is said in the claim's own cell of the very thing that the metric names."""
    metric = squeeze(required.metric)
    for said in _DISCLAIMED.finditer(told.in_cell):
        if said["thing"] in metric and said["thing"] not in _ALL:
            yield said.group().strip("，,；;（(、。 ")


def oftener(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """每月漂移不超过0.1% where 年漂移不超过0.1% is asked: twelve times as much may come in a year."""
    if required.comparator not in ("<=", "<") or _OF_YEAR.match(required.metric) is None:
        return
    words = told.before + told.in_cell[:1]
    often = _OFTENER.search(words)
    if often is None or "年" in words[often.end() :] or claim.unit != required.unit:
        return
    if claim.value * _TIMES[often["unit"][0]] > required.value:
        yield words[often.start() :].strip("，,；;。（() ")
