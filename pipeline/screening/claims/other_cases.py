"""Beside a figure that is high enough, a poorer one for a case that counts as well.

空载不高于15毫秒，忙时不高于40毫秒; 外侧断丝98.6%以上，内侧断丝80%以上; 平均0.08%，其中四分之一在0.12%至0.18%之间.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isclose

from extractors.values.quantities import Quantity, find_quantities
from pipeline.screening.claims.around_claims import Around
from pipeline.screening.claims.compare import canonical_pair, is_counted, reaches
from pipeline.screening.claims.metrics import measures_another, measures_other_thing, share
from pipeline.screening.claims.named_values import as_claim
from schemas.facts import Target

# 指标：年漂移；本项目承诺值：…, ● 检测速度：…: the label of a row's cell or of a line
_LABEL = re.compile(r"(?:^|；|\t)\s?[^；：，。\n\t]{1,30}：|\t")
_NAMED = 0.8  # the share of the metric's pairs of characters before the cell
_LONGEST = 240  # characters of a cell, and of the words behind a claim that are looked at
_PIECE = re.compile(r"[，,；;]")
_BRACKETS = re.compile(r"[（(][^（）()]{0,80}[)）]")
_BOUND = re.compile(
    r"(?:则|也|还|均|都|只有?|仅|约|大约|为|是|在|[可能]?达?到?|不?(?:高|低|大|小|多|少|超)[于过]|[控保维]?[制持]在|降[到至为]|[≥≤<>＜＞=～~\s])$"
)
_BEHIND = re.compile(r"^(?:以[上内下]|左右|上下|之[间内上]|不等|之?多|[\s。）)])*$")
# what counts as well, at the end of its words or by its sense
_MARK = re.compile(
    r"(?:时|时段|期间|状态|工况|条件|环境|模式|场[景合]|[下后侧段区端处])$|^(?:其中|个别|部分|少数|多数)|最[差坏低高大不恶劣]|全部|合计|其余|其他|余下|单独|整[体机套台]|全[流过年部体程温]"
    r"|[夜雨雪雾冬夏忙满空轻重高低冷热]|不(?:准许|批准|同意|获批|具备|满足|采)|未(?:获批|批准|到位)|否则"
)
# What there was or is, others, what is asked, a step on the way, how it is measured, what is hoped: no case of it.
_ASIDE = re.compile(
    r"现[状有]|目前|当前|原(?!料|位|水|地|野|煤|油)|基[线准]|国[内外家标]|行业|同类|竞品|传统|进口|对[比照标]|参[照比考]|空白|要求|榜单|通知|规定|标准|中期|阶段|20\d\d|年[底末初]"
    r"|[由从]|提[升高]|降低|下降|减少|节[约省]|较|相?比(?!例)|优于|改造前|实施前|处理前|试验前|未经?(?:处理|改性|保护|补偿)|以[往前]|去年|上年|过去|文献|报道|此前"
    r"|连续|持续|累计|间隔|每|力争|争取|希望|远期|二期|余量|裕[量度]|误差|容差|偏差|含税|相当于|折|即|检测|试验|测试|抽|采样|量程|报警|触发|停机|判[定为]|超过|低于[^\d]|剔除|另|除外|投[资入]|加价|承担|贡献"
)
# 不计在内, 与换产无关, 放在机房不上绳: what is said right behind of another thing
NOT_OURS = re.compile(
    r"不[计算列]|[不未]含|不包|无关|不属于|不在(?:内|此列)|(?:仅|只)(?:作|供|为|用于|看)|参考|另[计算行列]|除外|不[考评]核|不上|不影响|另[重有]"
    r"|不(?:作|做|当|充当|用作)[^，。；;]{0,8}(?:之用|用途?|依据)$|不用[于来作]|不参[与加]|不承担"
)
# 配套锚链全套120千克, 运输箱整体重90千克: what goes with the thing
_WITH_IT = re.compile(r"^\s*(?:配套|随[机附]|备用|运输|包装)")
_TO_PLACE = re.compile(r"距[\u4e00-\u9fff]{1,3}$")  # 航线最远端距岸
_SHARED = re.compile(r"占[\u4e00-\u9fff]{0,12}$")  # 夏季占全年数据量的: a share of another whole
# in brackets or a piece of their own
_ADDED = re.compile(r"[\s（(]*(?:附注?|另附|备注|注|参考值?|供参考)[：:]")
_FOR_INFORMATION = re.compile(
    r"^[\s（(]*(?:列此|此[数值]|该[数值]|仅|只|谨|作为?){0,3}(?:供|作)[\u4e00-\u9fff]{0,8}(?:参考|了解|之用)[\s）)。]*$"
)
# 另配千兆网口供维修人员看图，该口只有5帧/秒: of what comes besides
_BESIDES = re.compile(r"\s*(?:另|还|附|额?外|此外|同时)[外行带]?[配设带装置留有送加]")
_THAT = re.compile(r"\s*(?:该|此|这|那|其)[\u4e00-\u9fff]")
_LEFT_OUT = re.compile(r"(?:不[含计]|不包[含括]|未[含计])(?P<thing>[\u4e00-\u9fff]{2,12})")
# 误报率2%, 单价3万元: the piece names a measure of its own
_MEASURE = re.compile(
    r"(?:率|度|量|值|比|误差|时间|时长|时延|周期|成本|价格?|费用?|投资|重|耗|尺寸|[长宽高厚]|径|距离?|面积|体积|容积|数|次|额|幅|偏差|寿命|力|压|流|速|温|功率|频|电流|波动|变化|漂移|偏移|位移|残余|影响|衰减|变形|损失|差|占比?|浓度|间距)$"
)
# 个别一次: a case, no number of times
_ONE_TIME = re.compile(r"(?:个别|少数|部分|任何?|某|单|最[差低少])[^，。；]{0,4}次$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LEAST, _MOST = 2, 22  # characters of the words that tell a case
_FAR_OFF = 50.0  # times
_HUNDRED = 100.0  # per cent
_ENDING = 2  # characters at a metric's end that tell what is measured


@dataclass(frozen=True, slots=True)
class Cell:
    """The words in which the claim's figure stands under its metric's name; ``named`` where a label says that name."""

    words: str
    named: bool


def cell_of(required: Target, told: Around) -> Cell:
    """Its cell of a row or what its line says behind the label; else what follows the claim in its sentence."""
    end = told.end + len(told.in_cell)
    start = max((label.end() for label in _LABEL.finditer(told.sentence, 0, told.end)), default=0)
    named = start > 0 and end - start <= _LONGEST and share(required.metric, told.sentence[:start]) >= _NAMED
    words = told.sentence[start:end] if named else told.in_cell
    return Cell(_BRACKETS.sub("", words[:_LONGEST]), named)


def other_case(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """The piece of the cell that says the poorer figure; in running text only the one right behind, of a like case."""
    if is_counted(claim) or required.comparator not in ("<=", "<", ">=", ">"):
        return
    cell, own, asked = cell_of(required, told), _case(told.before), required.metric + required.evidence.text
    if len(own) >= _LEAST and share(own, asked) >= 1 and own not in required.metric[-len(own) :]:
        return  # 忙时不高于15毫秒，闲时不高于25毫秒 where 忙时时延 is asked
    pieces = _PIECE.split(cell.words)
    if not cell.named:
        pieces = pieces[1:3] if not pieces[0].strip() and own and _MARK.search(own) else []
    for case, _, piece in _poorer(required, claim, pieces):
        if cell.named or _MARK.search(case):
            yield piece


def poorer_pieces(required: Target, claim: Target, words: str) -> Iterator[tuple[str, Quantity]]:
    """The pieces of a cell that say a poorer figure for a case of their own, with that figure."""
    for _, said, piece in _poorer(required, claim, _PIECE.split(_BRACKETS.sub("", words[:_LONGEST]))):
        yield piece, said


def _poorer(required: Target, claim: Target, pieces: Sequence[str]) -> Iterator[tuple[str, Quantity, str]]:
    if make_up_whole(claim, pieces):
        return
    for at, (piece, behind) in enumerate(zip(pieces, [*pieces[1:], ""], strict=False)):
        found = _short_case(required, claim, piece)
        of_another = _THAT.match(piece) is not None and any(_BESIDES.match(one) for one in pieces[:at])
        if found is not None and not of_another and not NOT_OURS.search(behind):
            yield *found, piece.strip()


def make_up_whole(claim: Target, pieces: Sequence[str]) -> bool:
    """96%，其中北斗60%，4G36%; 96%，余下4%丢弃: the other figures are what the claim's, or a hundred, is made of."""
    told = [one.value for piece in pieces for one in find_quantities(piece) if one.unit == claim.unit]
    own = [at for at, value in enumerate(told) if value == claim.value]
    rest = [value for at, value in enumerate(told) if at not in own[:1]]
    whole = (claim.value, _HUNDRED - claim.value) if claim.canonical_unit == "%" else (claim.value,)
    return any(isclose(sum(rest), one, abs_tol=1e-6) for one in whole if rest)


def _short_case(required: Target, claim: Target, piece: str) -> tuple[str, Quantity] | None:
    """The words that tell the case and its figure, where the piece holds nothing else but a figure that falls short."""
    said = [one for one in find_quantities(piece) if canonical_pair(required, as_claim(one, required, claim.evidence))]
    if not said or not _BEHIND.match(piece[said[-1].outer_end :]):
        return None
    case = _case(piece[: said[0].outer_start])
    if not _tells_case(case, required):
        return None
    short = next((one for one in said if _falls_short(required, claim, one)), None)
    return (case, short) if short is not None else None


def pieces_of(words: str) -> Iterator[str]:
    """Those of a bracket that are not said to be of another thing, nor name what it says is left out.

    （含电池，不含地面站；地面站另重18千克，放在机房）, （每季的大保养约3小时，与换产无关）
    """
    pieces = re.split(r"[，,；;、]", words)
    for piece, behind in zip(pieces, [*pieces[1:], ""], strict=False):
        if not _is_not_ours(piece, behind, words):
            yield piece.strip()


def is_of_another_thing(piece: str, behind: str, cell: str, required: Target) -> bool:
    """误码率2%, 锚链另重180千克: a piece of a cell whose figure is none of the metric's; ``behind`` is the next one."""
    said = find_quantities(piece)
    own = (one for one in said if canonical_pair(required, as_claim(one, required, required.evidence)) is not None)
    first = next(own, None) or next(iter(said), None)  # 水温15℃以下≥93%: the temperature is when, not what
    case = _case(piece[: first.outer_start] if first is not None else piece)
    other = is_other_measure(case, required) or measures_other_thing(piece, required.metric)
    return other or _is_not_ours(piece, behind, cell)


def _is_not_ours(piece: str, behind: str, words: str) -> bool:
    left = tuple(one["thing"] for one in _LEFT_OUT.finditer(words))
    aside = NOT_OURS.search(piece) or NOT_OURS.search(behind) or _WITH_IT.search(piece)
    return aside is not None or piece.strip().startswith(left)


def is_set_aside(told: Around | None) -> bool:
    """；附：DN400约13 min，供排产参考: told beside the figure that it is none of the promise."""
    if told is None:
        return False
    before = re.split(r"[；;。\t]", told.sentence[: told.end])[-1]
    behind = _PIECE.split(told.in_cell)
    return _ADDED.match(before) is not None or any(_FOR_INFORMATION.search(piece) for piece in behind[:2])


def is_other_measure(case: str, required: Target) -> bool:
    """误码率, 锚链长度: the words name a measure of their own, whose end is not the metric's."""
    if _ONE_TIME.search(case):
        return False
    of_place = _TO_PLACE.search(case) or _SHARED.search(case)
    return of_place is not None or (_MEASURE.search(case) is not None and required.metric[-_ENDING:] not in case)


def _case(words: str) -> str:
    """忙时 of ，忙时不高于: the words before a figure without those of its bound."""
    case = re.sub(r"\s", "", words).rpartition("：")[2]
    while (bound := _BOUND.search(case)) is not None and bound.group():
        case = case[: bound.start()]
    return case


def _tells_case(case: str, required: Target) -> bool:
    if not _LEAST <= len(case) <= _MOST or not _HAN.search(case) or re.search(r"\d", case):
        return False
    aside = any(one.search(case) for one in (_ASIDE, NOT_OURS, _WITH_IT))
    apart = measures_other_thing(case, required.metric) or measures_another(required.metric, case)
    return not (aside or apart or is_other_measure(case, required))


def _falls_short(required: Target, claim: Target, said: Quantity) -> bool:
    own = as_claim(said, required, claim.evidence)
    same = said.value == claim.value and said.unit == claim.unit
    wanted, told = canonical_pair(required, own) or (0.0, 0.0)
    near = wanted <= 0 or told <= 0 or 1 / _FAR_OFF < told / wanted < _FAR_OFF  # else another thing: 零点0.2% of 300%
    return near and not same and reaches(required, own) is False
