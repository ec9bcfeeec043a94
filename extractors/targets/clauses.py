"""Clauses (条款): a direction's task and goal cut into pieces that each ask for one thing."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.text.marks import BULLET
from extractors.text.spans import Span, split_outside_brackets, trimmed

_COMMA = re.compile(r"[，,]")
# A newline inside a cell or from a hard wrap ends nothing; one before the number of an item does.
_SENTENCE_END = re.compile(r"[。；;！？]")
# 1.2.1 能由皮卡车运载, ◆须完成试用
_MARK = (
    rf"(?:\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}}[.．、]?[ \u3000]+(?=[\u4e00-\u9fff])|{BULLET}[ \u3000]*"
    r"|[-–—]{1,2}[ \u3000]*(?=[\u4e00-\u9fff]))"
)
# （1）不得损伤网衣 （2）图像可回放, ①不得损伤网衣②图像可回放
_INLINE = (
    r"(?<=\S)[ \u3000]{1,4}(?=(?:[（(]\d{1,2}[)）]|[②-⑳])\s?[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff])(?=[②-⑳][\u4e00-\u9fff])"
)
_ITEM_BREAK = re.compile(rf"\n(?=\s*(?:[（(]?\d{{1,2}}[)）.、．](?!\d)|[①-⑳]|{_MARK}))|(?<=[。；;：:])\n|{_INLINE}")
# What opens a piece that says for what, from what or by what means; what is asked for comes behind the comma.
_FRAME = re.compile(
    r"(?:探索|尝试)?(?:围绕|面向|针对|通过|利用|结合|基于|以|对标|为了?|在|依托|聚焦|按照|根据|借助|采用|从|对|将|运用|到\d|针对性|于|当|如|包括|配合|立足|瞄准|其中|与|随着|功能上|训练端|推理端|发挥(?=[^，,。；]{2,16}(?:优势|作用)$))"
)
# 断电或控制失效时，关节要保持支撑: in which case; 同时, 及时 and 小时 end no case.
_CASE = re.compile(
    r"[^，,。；;]{2,24}(?:(?<![同及小定按准随实临即暂届工学课耗延平适])时|情况下|条件下|过程中|状态下|前提下|(?<![售事背])后)"
    r"|(?:凡|[如若确]需?|涉及|属于?|发生|出现)[^，,。；;]{2,24}的"  # 涉及工艺变更的，先按规定备案
)
_FORBIDS = re.compile(r"(?:且|并且?|也|仍|而)?(?:不得|不能|不应|不可|不允许)")
# 以及 and 以人为本 do not frame; a frame that already holds its verb (在…开展部署应用) is a piece of its own.
_NO_FRAME = re.compile(r"以及|对外|从而|将其|为主|与此同时")
_VERB = (
    r"(?:研究|研发|研制|开发|建设|构建|建立|打造|突破|攻克|攻关|实现|提升|提高|提出|形成|完成|支持|支撑|具备|满足|加强|推动|推进|探索|开展|"
    r"解决|达到|识别|覆盖|训练|优化|创新|整合|掌握|搭建|部署|应用|适配|设计|缩短|降低|减少|拓展|促进|挖掘|利用|通过|汇聚|补齐|赋能|融合|打通|制定|组织|扩展|替代|产出|改善|增强|保障|确保|验证"
    r"|引导|培育|集成|进行)"
)
_HOLDS_VERB = re.compile(
    rf"(?:领域|行业|方面|场景|基础上|单位|企业|环境|平台|条件|中英文|全链条)[\u4e00-\u9fff]{{0,4}}{_VERB}"
)
# A piece that only goes on with what the piece before asks for.
_GOES_ON = re.compile(
    r"(?:并|且|从而|以|使|进而|同时|以便|能够?|可|实现|做到|支撑|赋能|助力|促进|提升|提高|增强|改善|缩短|降低|服务|创新|替代)"
)
_STAND_ALONE = re.compile(r"(?:并且?|且)?(?:与|和).{2,20}(?:集成|兼容|适配|对接|融合)")
_DUE = re.compile(r"(?:到|至|截至)?\s*20\d{2}\s*年(?:\s*\d{1,2}\s*月)?(?:底|末|前|年底)?\s*[，,]?\s*")
_NUMBERING = re.compile(
    rf"(?:{_MARK}|[（(]?\d{{1,2}}[)）.、．]|[①-⑳]|[（(]?[a-h][)）]|[a-h][.．、](?=[\u4e00-\u9fff])|[一二三四五六七八九十]是(?!否|不是)|其[一二三四五六七八九十][，,：:是])\s*"
)
# 具体要求：（1）查明…: the label inside a task's text
_ASKS = re.compile(
    r"(?:另外?|此外|同时)?[，,]?还?有(?:[一二两三四五六七八九十几\d]{1,2})[点条项](?:[\u4e00-\u9fff]{0,3}(?:讲究|要求|规矩|约定|条件))[:：]\s*"
    # 另外，方案书要回答：…
    r"|(?:(?:另外?|此外|同时)[，,]\s?)?(?:申报|揭榜|应榜|申请)?(?:方案书?|书|文件|材料)[中里内]?(?:还|另)?(?:应当?|必须|须|需要?|要)"
    r"(?:逐条)?(?:回答|讲清楚?|说清楚?|交代清?楚?|说明|写明|答复|回应)(?:以下|下列)?(?:几?个?问题)?[:：]\s*"
    r"|(?:(?:具体|主要|任务|技术|有关|相关)?要求|(?:建设|主要|具体|攻关|研究)任务)(?:包括|如下|为)?[:：]\s*"
)
# 赋能行业发展, 助力人民生活消费体验升级: nothing to check in them.
_VAGUE = re.compile(
    r"(?:赋能|助力|促进|推动|服务)(?:[\u4e00-\u9fff]{2,14})(?:发展|升级|进步|繁荣)$"
    r"|(?:拓展|推动|推进|加快|促进)[\u4e00-\u9fff]{0,12}(?:典型|重点|多元|各类)场景[下中]?的?(?:规模化|示范|推广|落地)?应用$"
)
# 到2028年6月，应达到以下要求：
_LEADS_IN = re.compile(
    r"(?:均|都)?(?:应当?|须|需|要)?(?:达到|满足|符合|实现|完成|包括)?(?:以下|下列|如下)[\u4e00-\u9fff]{0,6}(?:要求|指标|目标|条件|任务|内容)[：:]?"
    r"|[\u4e00-\u9fff]{2,16}(?:如下|为)[：:]"
)
# 另有三件事必须落实: how many asks follow
_HOW_MANY = (
    r"(?:此外|另外?|同时|除此之外|其中|最后)?[，,]?(?:还|另|并|也|尚|仍)?(?:[揭应]榜(?:方|人|者|单位|团队))?(?:必?须|应当?|需要?|务必|要|请)?(?:同时|一并|逐[条项]|分别)?"
    r"(?:有|做[到好]|满足|落实好?|注意|回答|遵守|达到|具备|解决|说明|响应|完成|办好|考虑)?(?:以下|下列|如下|这)?"
    r"(?:[一二两三四五六七八九十几]|\d{1,2})(?:件事情?|[点条款](?:基本|硬性|附加|具体|特殊)?(?:要求|规矩|约定|意见|事项)?|[项个](?:基本|硬性|附加|具体|特殊)?(?:要求|问题|要点|事项|条件|方面|前提))"
    r"(?:[，,]?(?:揭榜[方人者]|各单位|请)?(?:均|都|也)?(?:必?须|应当?|需要?|务必|要|不可|不能)?(?:同时|一并|逐[条项]|分别|全部)?"
    r"(?:做[到好]|满足|落实(?:到位)?|注意|回答|遵守|达到|具备|解决|说明|写明|讲清楚?|响应|完成|办好|考虑|回应|缺一不可))?"
)
_SO_MANY, _SO_MANY_LEAD = re.compile(f"{_HOW_MANY}[:：]?"), re.compile(rf"{_HOW_MANY}[:：]\s*")
# 名单为某路、某桥和某路: which ones are meant, not what is to be done
_WHICH_ONES = re.compile(
    r"(?:具体)?(?:[\u4e00-\u9fff]{0,6}(?:名单|清单|点位|地点|站点|路段)(?:如下|依次|分别|具体)?(?:[为是]|包括|[:：])|分别(?:是|包括)|依次[为是])[:：]?"
    r"[^，,。；;、]{2,16}(?:、[^，,。；;、]{2,16}){1,20}(?:等[\u4e00-\u9fff\d]{0,6})?"
)
_AWARD = re.compile(r"(?:榜|赏|奖)(?:额|金)[^，。；\d]{0,6}\d[\d,.]*\s?[万亿]?元[^，。；]{0,6}")  # 榜额900万元
_SHORT = 14
# 以上考核指标均为项目完成时应达到的数值: how figures are meant
_OF_FIGURES = re.compile(
    r"(?:以上|上述|所列|前述)(?:各项)?(?:考核|技术|性能)?(?:指标|数值)(?:要求)?(?:均|都|应|须|为|是|由|以).{2,90}"
)
_NOTHING = (_VAGUE, _LEADS_IN, _SO_MANY, _WHICH_ONES, _AWARD, _OF_FIGURES)
_SHORTEST = 5  # 不得出网: too short to say what it is about
_REQUIRES = re.compile(rf"(?:现|具体)?(?:(?:要求|需要|须|拟)(?!方|求)|[亟急]?需(?={_VERB}))")
# 做这道榜的，…: whoever takes it
_WHOEVER = r"(?:做|揭|接|领)(?:这|本|该|此)[道个张份条]?(?:榜|题|活儿?|令)的?[，,]"
_TAKER = re.compile(_WHOEVER)
# 揭榜方应研制…, 盼有一台…: what is asked, behind a sentence of its own that tells how things are
_CALLS_FOR = re.compile(
    r"(?:揭榜|承担|中榜|应榜)(?:方|人|者|单位|团队|企业)(?:应当?|必?须|需要?|要|拟|研[制究发]|开发|建[成设立]|攻[克关]|提[供出])|(?:本|该)(?:课题|项目|榜题|任务|方向|难题)(?:拟|旨在|应|须|需|要|寻[找求]|研[制究发]|开发|攻克)"
    rf"|(?:我们|我[会院局厂司所校])?(?:期?盼[有望能]?|希望|期望|寻求)|{_WHOEVER}"
)
_STATE = re.compile(
    r"现有|目前|当前|现状|偏[高低大小多]|较[高低大小差多]|不足|困难|难以|瓶颈|代价|痛点|(?<!不)(?<!免)依赖|尚未|缺乏|居高不下|短板|薄弱|制约|赶不上|跟不上|(?:严重|频繁|滞后|损失大|费时|费力)(?=[，,。；]|$)"
)

# 不中断现有系统, 兼容现有设备: what is asked of the work with what there is
_OPENS_ASKING = re.compile(
    r"[^\u4e00-\u9fff]{0,6}(?:不得|不能|不[可应]|不[改影中增破降占干借](?=[\u4e00-\u9fff])(?!能)|须|应当|兼容|适[配应用]于?|沿用|接入|对接|保留|符合|能够?(?=[与由在把将对用])|可(?=[与由在把将对用]))"
)
_MUST = re.compile(r"(?<![适供相反响对效])应(?![用急对变力激])|须(?!知)|不得|能够")  # 机组应设置泄漏监测
# （2）结果与现有工单系统对接: joined, used or changed
_ITEM_WITH = re.compile(
    r"\s*(?:[（(]?\d{1,2}[)）.、．]|[①-⑳])\s*[\u4e00-\u9fffA-Za-z]{1,16}[与和同在对向从由按用集取入容通造换接合]现有[\u4e00-\u9fff]{2}"
)
_DOES = re.compile(rf"(?:^|[，,、；]|[并应须需]){_VERB}")


@dataclass(frozen=True, slots=True)
class FoundClause:
    """A clause, offsets into ``Text.clean``; ``numeric``: a target covers it."""

    start: int
    end: int
    numeric: bool


def find_clauses(clean: str, span: Span, targets: Sequence[Span] = ()) -> list[FoundClause]:
    """The clauses of a task or a goal, in order; ``targets`` are the targets' spans.

    Cut at sentence marks, then at commas where the piece before already says what is asked for. Pieces with a
    target are clauses of their own (``numeric``); vague ones (赋能行业发展) are left out.
    """
    found: list[FoundClause] = []
    for sentence in _without_background(clean, _sentences(clean, span)):
        for piece in _groups(clean, _pieces(clean, sentence), targets):
            found += piece
    return [clause for clause in found if _is_worth(clean, clause)]


def asking_from(clean: str, span: Span) -> int:
    """Where a task goes over from how things are to what is wanted (揭榜团队要研制…); else its start."""
    sentences = _sentences(clean, span)
    asks = (one.start for at, one in enumerate(sentences) if at and _calls_for(clean, sentences, at))
    return next(asks, span.start)


def _sentences(clean: str, span: Span) -> list[Span]:
    breaks = [match.start() for match in _ITEM_BREAK.finditer(clean, span.start, span.end)]
    edges = [span.start, *breaks, span.end]
    found = []
    for start, end in itertools.pairwise(edges):
        found += split_outside_brackets(clean, start, end, _SENTENCE_END)
    return found


def _without_background(clean: str, sentences: list[Span]) -> list[Span]:
    """The sentences from 要求研制… on, where those before only say how things are (管道大部分建成超过20年)."""
    asking = next((at for at, one in enumerate(sentences) if _asks(clean, sentences, at)), 0)
    first = next((at for at, one in enumerate(sentences) if not _only_tells(one.of(clean))), 0)
    asking = asking or first
    return [one for at, one in enumerate(sentences) if at >= asking or not _is_state(one.of(clean))]


def _asks(clean: str, sentences: list[Span], at: int) -> bool:
    """要求研制…; 揭榜方应研制… behind 。, where items of a list are parted by ；."""
    return _REQUIRES.match(sentences[at].of(clean)) is not None or _calls_for(clean, sentences, at)


def _calls_for(clean: str, sentences: list[Span], at: int) -> bool:
    full = at > 0 and clean[sentences[at - 1].end : sentences[at].start].lstrip()[:1] == "。"
    return full and _CALLS_FOR.match(sentences[at].of(clean)) is not None


def _only_tells(words: str) -> bool:
    """我省竹材资源丰富，但磨浆电耗居高不下: how things are, and nothing to be done."""
    if _OPENS_ASKING.match(words) or _with_what_there_is(words):
        return False
    return _STATE.search(words) is not None and _DOES.search(words) is None


def _with_what_there_is(words: str) -> bool:
    """试验台应布置在集团现有厂房内: 现有 behind what must be is where and with what, no state of things.

    So it is within an item of a list: （1）只读采集现有系统数据；（2）结果与现有工单系统对接.
    """
    if _ITEM_WITH.match(words) and all(one.group() == "现有" for one in _STATE.finditer(words)):
        return True
    must = _MUST.search(words)
    return must is not None and not any(
        one.group() != "现有" or one.start() < must.start() for one in _STATE.finditer(words)
    )


def only_tells(words: str) -> bool:
    """虫蛀、水渍、异体字多，人工录入慢。: nothing is to be done, nothing has to be."""
    return not (_OPENS_ASKING.match(words) or _DOES.search(words) or _MUST.search(words))


def _is_state(words: str) -> bool:
    """路面塌陷时有发生, 误报频繁: how things are, or nothing that is to be done."""
    if _OPENS_ASKING.match(words) or _with_what_there_is(words):
        return False
    return _STATE.search(words) is not None or (_DOES.search(words) is None and _MUST.search(words) is None)


def _pieces(clean: str, sentence: Span) -> list[Span]:
    """The comma pieces of a sentence, without its number and 到2025年."""
    start = sentence.start
    for pattern in (_ASKS, _SO_MANY_LEAD, _NUMBERING, _DUE, _TAKER):
        match = pattern.match(clean, start, sentence.end)
        if match:
            start = match.end()
    return split_outside_brackets(clean, start, sentence.end, _COMMA)


def _groups(clean: str, pieces: list[Span], targets: Sequence[Span]) -> list[list[FoundClause]]:
    """Neighbouring pieces put together to clauses."""
    found: list[list[FoundClause]] = []
    run: list[Span] = []
    for piece in pieces:
        if _holds(piece, targets):
            pending = run if run and _only_frames(clean, run) else []
            if run and not pending:
                found.append([_clause(clean, run)])
            found.append(_around_target(clean, Span((pending or [piece])[0].start, piece.end), piece, targets))
            run = []
        elif run and not _joins(clean, run, piece):
            found.append([_clause(clean, run)])
            run = [piece]
        else:
            run.append(piece)
    if run:
        found.append([_clause(clean, run)])
    return found


def _joins(clean: str, run: list[Span], piece: Span) -> bool:
    words = piece.of(clean)
    if _only_frames(clean, run):
        return True
    if _STAND_ALONE.match(words):
        return False
    forbids = _FORBIDS.match(words)
    if forbids and (len(words.strip()) <= _SHORTEST or _CASE.fullmatch(run[0].of(clean).strip())):
        return True  # 数据在内网处理，不得出网; in that case as well
    return _GOES_ON.match(words) is not None and len(run) < 3


def _only_frames(clean: str, run: list[Span]) -> bool:
    return all(_is_frame(span.of(clean)) for span in run)


def _is_frame(words: str) -> bool:
    if _CASE.fullmatch(words.strip()) and _MUST.search(words) is None:
        return True
    if _FRAME.match(words) is None or _NO_FRAME.match(words):
        return False
    return (
        _HOLDS_VERB.search(words) is None
        or re.match(r"(?:探索|尝试)?(?:通过|利用|基于|面向|围绕|为|结合|针对|依托|聚焦|对标)", words) is not None
    )


def _around_target(clean: str, whole: Span, piece: Span, targets: Sequence[Span]) -> list[FoundClause]:
    """The piece with its target; what stands before 等不少于 5 项 is a clause of its own when it is long."""
    found = [FoundClause(whole.start, whole.end, True)]
    first = min(target.start for target in targets if target.start < piece.end and target.end > piece.start)
    listing = re.search(r"等(?=[^等]{0,8}$)", clean[piece.start : first])
    if listing and listing.start() > _SHORT:
        found.insert(0, FoundClause(whole.start, piece.start + listing.start(), False))
    return found


def _holds(piece: Span, targets: Sequence[Span]) -> bool:
    return any(target.start < piece.end and target.end > piece.start for target in targets)


def _clause(clean: str, run: list[Span]) -> FoundClause:
    """The run without what it ends in that cannot be checked: …训练数据资源，赋能行业发展."""
    while len(run) > 1 and _VAGUE.fullmatch(run[-1].of(clean).strip()):
        run = run[:-1]
    return FoundClause(run[0].start, run[-1].end, False)


def _is_worth(clean: str, clause: FoundClause) -> bool:
    span = trimmed(clean, clause.start, clause.end)
    words = span.of(clean)
    said = all(nothing.fullmatch(words) is None for nothing in _NOTHING)
    return clause.numeric or (len(words) >= _SHORTEST and said)
