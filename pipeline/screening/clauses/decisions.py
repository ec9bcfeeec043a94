"""Pieces of sentences that may refuse a part of the work, put it off, or hand it on (这一次不做, 由茶厂自己去送)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pipeline.screening.application.evasive import evasiveness
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.clauses.asides import is_aside
from pipeline.screening.clauses.false_cues import without_false_cues
from pipeline.screening.clauses.kept_out import refusal
from pipeline.screening.clauses.work import tells_of_work

_SENTENCE, _PIECE = re.compile(r"[^。！？\n；;]+"), re.compile(r"[，,：:]")
_HERE = r"[^，,。；;]"
_NOT = (
    r"不(?:再|予|作|做|另|拟|会|打算|准备|预备|想|需要?|必|能)?(?:另行|另外|单独|专门)?(?:做|开展|研究|研[发制]|开发|安排|考虑|列(?!出)|纳入|计入|涉及"
    r"|承担|提供|支持|建设|建(?!议)|实现|攻关|解决|编写|编制|提出|设|配(?!合)|区分|分(?!别|散)|记录|交换|融合|共享|开放|组织"
    r"|参与|介入|负责|管|采集|接入|对接|包[括含]|覆盖|属于|作|进行|实施|立项|投入|申报|出具|编|试|测|验证|检|设计|自行|收录|留存|保存|对外|向外|公开|开源|上传|回传|单列|另列|安装|装)"
    r"|不在[^，。]{0,12}(?:之?内|范围|之列)|与本(?:项目|任务|课题)无关|放弃|取消|没有[^，。]{0,8}(?:计划|打算|安排|内容|任务)"
    r"|(?:都|均|一概|一律)不|不[^，。]{0,4}(?:承诺|保证|考核|要求)|不清楚|免去|略去|省去|删[去除]"
)
_LATER = (
    r"留(?:给|待|到|作)|后续(?:项目|研究|再|课题|版本|另)|下一?[期步轮阶版]|二期|以后|今后|将来|日后|(?:待|等)[^，。]{1,24}(?:后|时|建好|再|才)"
    r"|再(?:行|去|着手|作|做)?(?:立题|立项|研究|考虑|议|说|定|启动|安排|开发|补|谈|看|商)|另行|推迟|暂[不缓且]|才(?:谈得上|能|可)|择机"
    r"|条件(?:成熟|具备)|远期|20\d\d年[^，。]{0,8}以后|验收以?后|结题以?后"
)
_OTHERS = (
    rf"(?:由|请|让|靠|交[由给]|委托|推给){_HERE}{{2,20}}?(?:自行|自己|自备|自去|自主|另行|另外|负责(?!人)|解决|开发|完成|琢磨|承担|安装|处理|判断|配备|购买)"
    r"|自行(?:解决|完成|配备|处理|开发|采购|适配)|外购|采购|购买|购置|购入|租用|买(?!方)|市售|现成|成品|进口|外包|别家|他人|别人|其他单位"
)
_CASES = (
    r"(?:如|若|倘若|假如|只要|一旦)[^，。]{2,30}|视[^，。]{2,24}(?:而定|情况|再|决定)|取决于|前提|同意|批准|到位|获批|答复|批下|意愿|着落"
    r"|看[^，。]{2,14}(?:意思|情况|而定|脸色)|能否|是否|愿意"
)
_AS_BEFORE = (
    r"(?:仍|继续|依旧|照旧|还是|还要|沿用|维持|改回|照搬|保持|依靠|靠)[^，。]{0,18}(?:人工|手工|手动|手写|手填|纸质|肉眼|[原现]有|原来|老|全天|传统|经验|停|进口|翻|人眼|目测)"
    r"|人工|手工|手动|肉眼|目测|纸质|凭经验|手写|手填"
)
_UNSURE = (
    r"尚[未不无]|还没|没有(?:找到|想到|着落|联系|准备)|听其自然|不明|未(?:定|落实|考虑|安排|列入|联系|涉及|开展|确定)"
    r"|无法|不能|难以|不了了之|免谈"
)
_INSTEAD = r"改[由为用成作]|代替|替代(?!进口)|取代|从简|够用|即可|就行|足矣|混[在作]|清除|随意|可改写"
_CUES = tuple(map(re.compile, (_NOT, _LATER, _OTHERS, _CASES, _AS_BEFORE, _UNSURE)))
_ANY = re.compile("|".join((_NOT, _LATER, _OTHERS, _CASES, _AS_BEFORE, _UNSURE, _INSTEAD)))
_PLAIN = re.compile(
    r"不(?:作|做|予|再)?(?:研究|列入|纳入|安排|考虑|开展|涉及|承担|开发|研[发制]|解决|承诺|提出|支持|编写)|不在[^，。]{0,12}(?:内|范围|列)"
    r"|不打算|都不做|不属于|无关|留[给待]|下一?期|后续项目|另行|自行|自己|取消|放弃|不[区分]分|不做"
)
_OWN_WORK = re.compile(
    r"[本该此]次?(?:项目|任务|课题|期|方案|机|产品|系统|平台)|我[方们公司院所校]|项目组|课题组|项目期|这一次|双方|公司|本院|团队"
)
# 改由浮标自动观测, 不再凭经验: what is not done, or not done any more, is done otherwise
_TURNED = re.compile(
    r"改[由为用]|[，,](?:而是?|均?由|全部由|默认|直接由|统一由)|自动|本(?:项目|任务|方案|平台|系统|机|套件)[^，。]{0,10}(?:改|采用|选用|配备|研制|开发|建立|设置|用)"
    r"|复[检核查验]|月份?以?后(?:再)?(?:进行|开展|实施)|[春夏秋冬汛雨旱淡旺台][季期汛风节][^，。]{0,8}暂不"
    r"|不影响|照常|仍(?:按|能|可)|每[日天月年]|不再(?:沿用|由|靠|凭|使用|采用|依[赖靠])|的情形"
)
# 国外公司的软件不接入国产控制系统: what others do
_BY_OTHERS = re.compile(r"国[内外](?:公司|企业|同行|厂商|厂家|产品|单位|机构|品牌)|同行|竞品|市面上")
# 研究现状, 痛点: chapters that tell of what others do and what is wanted, in the words of people who have it not yet
_OF_NEED = re.compile(
    r"现状|背景|痛点|需求|意义|必要性|依据|问题|难点|理解|认识|缘由|概[况述要]|简介|为什么|基础|登记|申报表"
)
_BY = 16  # characters of the piece that may turn it
_LONGEST, _LEAST, _MOST = 300, 5, 200
_SEVERAL, _MOST_PLAIN = 2, 3
_AHEAD = 4  # pieces
_EVADES = 7.0  # from which a sentence is read twice whatever its words: three in a thousand of those in order
_TOLD, _DIGITS = 14, 6  # characters of a sentence that says something; digits of one that is no row of figures
_IN_ORDER = -5.0  # below which a sentence hardly evades
_FAR_FROM_IT, _SURELY = -20.0, 15.0  # beyond which more say no more


@dataclass(frozen=True, slots=True)
class Decision:
    """A piece of a sentence, between commas, without white space.

    ``ahead`` is what the sentence says before it, up to four pieces, ``before`` the piece before it, ``around``
    heading, sentence and neighbours, ``title`` the heading; ``cued`` where it stands for words that may refuse, and
    not for how much the sentence evades alone; ``own`` where the sentence names the own work, ``refuses`` where
    :func:`kept_out.refusal` knows the piece, ``plain`` how many plain refusals the sentence has, ``ways`` and
    ``next_ways`` in how many of six ways the sentence and the next one may refuse, ``dense`` how much of the
    passage does so, 0 to 1; ``evades``, ``evades_here`` and ``evades_next`` how much the sentence, the piece and
    the next sentence evade, -20 to 15; ``beside`` the other sentences of the passage that do not evade.
    """

    passage: int
    sentence: str
    ahead: str
    before: str
    piece: str
    around: str
    title: str
    cued: bool
    own: bool
    refuses: bool
    plain: int
    ways: int
    next_ways: int
    dense: float
    evades: float
    evades_here: float
    evades_next: float
    beside: tuple[str, ...]


def decisions(case: Case) -> Sequence[Decision]:
    """Those of an application that a person would read twice, in order, at most two hundred."""
    return case.once("decisions on the work", lambda: [*islice(_found(case), _MOST)])


def _found(case: Case) -> Iterator[Decision]:
    for at, passage in enumerate(case.submission.passages):
        if tells_of_work(passage):
            told = [squeeze(one.group()) for one in _SENTENCE.finditer(passage.text)]
            title = squeeze("，".join(passage.path[-1:]))
            above = squeeze("，".join(passage.path))
            yield from _in_passage(at, told, title, _OF_NEED.search(above) is None)


def _in_passage(at: int, told: Sequence[str], title: str, of_work: bool) -> Iterator[Decision]:
    split = [_PIECE.split(sentence) if len(sentence) >= _LEAST else [] for sentence in told]
    dense = sum(_may_refuse(piece) for pieces in split for piece in pieces) / (2 * max(len(told), 1))
    for index, (sentence, pieces) in enumerate(zip(told, split, strict=True)):
        behind = told[index + 1] if index + 1 < len(told) else ""
        above = told[index - 1] if index else ""
        said, ways, plain = sentence[:_LONGEST], _ways(sentence), len(_PLAIN.findall(without_false_cues(sentence)))
        several = bool(plain) or ways >= _SEVERAL
        may_evade = of_work and len(sentence) >= _TOLD and sum(map(str.isdigit, sentence)) <= _DIGITS
        for place, cued in _pieces(sentence, pieces, may_evade=may_evade, several=several):
            piece = pieces[place]
            yield Decision(
                passage=at,
                sentence=said,
                ahead="，".join(pieces[max(place - _AHEAD, 0) : place]),
                before=pieces[place - 1] if place else _PIECE.split(above)[-1],
                piece=piece[:_LONGEST],
                around=title + above[:_LONGEST] + said + behind[:_LONGEST],
                title=title,
                cued=cued,
                own=_OWN_WORK.search(said) is not None,
                refuses=_may_refuse(piece) and refusal(piece) is not None,
                plain=min(plain, _MOST_PLAIN),
                ways=ways,
                next_ways=_ways(behind),
                dense=min(dense, 1.0),
                evades=_held(evasiveness(sentence)),
                evades_here=_held(evasiveness(piece)),
                evades_next=_held(evasiveness(behind)) if behind else _FAR_FROM_IT,
                beside=tuple(one for one in told if one != sentence and evasiveness(one) < _IN_ORDER),
            )


def _pieces(sentence: str, pieces: Sequence[str], *, may_evade: bool, several: bool) -> Iterator[tuple[int, bool]]:
    """Where pieces stand that may refuse; of a sentence that evades in no known words the piece that does so most.

    With each whether known words say so.
    """
    if not pieces or _BY_OTHERS.search(sentence):
        return
    found = False
    for place, piece in enumerate(pieces):
        may = _may_refuse(piece) and (several or refusal(piece) is not None)
        if may and not _is_turned(piece, pieces[place + 1 :]) and not is_aside(sentence, piece):
            found = True
            yield place, True
    if not found and may_evade and evasiveness(sentence) >= _EVADES:
        most = max(range(len(pieces)), key=lambda place: evasiveness(pieces[place]))
        if not (is_aside(sentence, pieces[most]) or _is_turned(pieces[most], pieces[most + 1 :])):
            yield most, False


def _held(odds: float) -> float:
    return max(min(odds, _SURELY), _FAR_FROM_IT)


def _may_refuse(piece: str) -> bool:
    return _ANY.search(piece) is not None and _ANY.search(without_false_cues(piece)) is not None


def _ways(sentence: str) -> int:
    if _ANY.search(sentence) is None:
        return 0
    bare = without_false_cues(sentence)
    return sum(cue.search(bare) is not None for cue in _CUES)


def _is_turned(piece: str, behind: Sequence[str]) -> bool:
    return _TURNED.search("，".join([piece[-_BY:], *behind])[:_LONGEST]) is not None
