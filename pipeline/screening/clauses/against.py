"""What goes against a clause in its own words: a way it forbids, another place than it names, an act given up."""

import re
from collections.abc import Iterator, Sequence

from pipeline.matching.lexicon import words
from pipeline.screening.clauses.asides import HOW_THINGS_ARE, OF_OTHERS, SUPPOSED
from pipeline.screening.clauses.clause_words import is_half_said, words_of
from pipeline.screening.clauses.forbidden_things import forbidden_thing
from pipeline.screening.clauses.kept_out import refusal

_HERE = r"[^，,。；;]"  # within a part of a sentence
_FORBIDS = re.compile(
    rf"(?:不得|禁止|严禁|不允许|不应|杜绝)(?:再|另)?(?:采[用取]|使用|设置|设|实行|建设|选用)(?P<ways>{_HERE}{{4,40}})"
)
_OR = re.compile(r"[或和与及、]|以及|或者")
_KIND = re.compile(r"^(?:任何|一切|其[他它])?|(?:等)?的?(?:方式|形式|方法|办法|措施|手段|做法|模式)*$")
_WAY, _PLACE = 4, 5  # characters of a way, of a place at least
# 划出两条专用车道: a plan; not 设备, 设计
_PLANS = (
    r"(?:划[出定设]|设(?:置|立|有|为|成|[一二两三四])|修?建(?:设|成|立|[一二两三四])?|开辟|采[用取]|使用|改[用为]|选用"
    r"|实[行施]|铺设|布置|[加增]设|配置)"
)
_NOT = re.compile(
    r"[不未勿]|无[需须法]|没有|免[设去]|并非|避免|防止|禁止|取消|拆除|替代|取代|杜绝|[替代]换|停用|摒弃|减少|优于|有别于|区别于|相比|对[照比]"
)
# 应在甲公司二号线完成带料试车
_AT_A_PLACE = re.compile(
    rf"[在于到](?P<place>{_HERE}{{{_PLACE},24}}?)(?:上|内|中|处)?(?:进行|完成|开展|实施|实现|通过)(?P<act>{_HERE}{{2,16}})$"
)
_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
_LEFT = r"(?:不再?|无需|不必|不用)(?:另)?(?:占用|借用|使用|利用|前往|进入|[到赴去进上在])"
_SHARE = 0.6  # of the words of the act
# 不再从其他羊群吸收任何个体: given up; not 不再凭经验识别, where only the manner is
_FROM = ("从", "向", "对")
# 不再采集数据，由浮标自动测量: done by other means
_INSTEAD, _BY_ITSELF = re.compile(r"由|改|代替|自动"), re.compile(r"自动")
_LEAD = re.compile(r"^(?:并|且|应当?|须|需要?|要|能够?|可|实现|支持|进行|开展)+")
_VERB = re.compile(r"[\u4e00-\u9fff]{2}")
_OBJECT = 2  # words of the clause besides its verb
_PIECE = re.compile(r"[，,；;：:]")
# 讲清模型失准后怎么处置, and 模型不准了如何处置，本方案暂不涉及
_HOW = re.compile(r"(?:怎么|如何|怎样|怎)(?P<act>[\u4e00-\u9fff]{2})")


def against(clause: str, sentences: Sequence[str]) -> str | None:
    """The words of the application, without white space, that go against the clause; None where none do."""
    asked = re.sub(r"\s", "", clause)
    for judge in (_forbidden_way, forbidden_thing, _another_place, _given_up, _question_left):
        if (said := judge(asked, sentences)) is not None:
            return said
    return None


def _ways(clause: str) -> Iterator[str]:
    """封闭隔离 and 专用车道 of 不得采用封闭隔离或专用车道方式."""
    for forbidden in _FORBIDS.finditer(clause):
        for one in _OR.split(forbidden["ways"]):
            way = _KIND.sub("", one)
            if len(way) >= _WAY:
                yield way


def _forbidden_way(clause: str, sentences: Sequence[str]) -> str | None:
    """A piece that plans the way, where no piece of the work says that it is not gone."""
    for way in _ways(clause):
        pieces = [(said, piece) for said in sentences if way in said for piece in _PIECE.split(said) if way in piece]
        planned = re.compile(rf"{_PLANS}{_HERE}{{0,12}}{re.escape(way)}")
        plans = [
            piece
            for said, piece in pieces
            if planned.search(piece) and not _aside(said[: said.index(piece)]) and not _aside(piece)
        ]
        if plans and not any(_NOT.search(piece) for _, piece in pieces):
            return plans[0]
    return None


def _aside(said: str) -> bool:
    """Of others, of how things are, of a case."""
    return any(pattern.search(said) for pattern in (HOW_THINGS_ARE, OF_OTHERS, SUPPOSED))


def _another_place(clause: str, sentences: Sequence[str]) -> str | None:
    """带料试车在自有装置上进行，不再占用二号线: the act without the place, in one sentence, and nowhere with it."""
    asked = _AT_A_PLACE.search(_BRACKETS.sub("", clause))
    if asked is None:
        return None
    place, act = asked["place"], words_of(asked["act"])
    left = re.compile(rf"{_LEFT}{re.escape(place)}(?:上|内|中|去)?(?:进行|完成|开展|做|试验|试车)?(?![\u4e00-\u9fff])")
    gone = [said for said in sentences if place in said and left.search(said) and place not in left.sub("", said)]
    gone = [said for said in gone if SUPPOSED.search(said) is None]
    of_act = [said for said in gone if act and sum(word in said for word in act) >= _SHARE * len(act)]
    kept = any(place in said and any(word in said for word in act) for said in sentences if said not in gone)
    found = left.search(of_act[0]) if of_act and not kept else None
    return found.group() if found is not None else None


def _given_up(clause: str, sentences: Sequence[str]) -> str | None:
    """不再从其他羊群吸收任何个体, where a piece of the clause begins with 吸收 and has the most of these words."""
    for piece in _PIECE.split(clause):
        core = _LEAD.sub("", piece)
        verb = _VERB.match(core)
        own = [word for word in words_of(core) if verb is not None and word != verb.group()]
        if verb is None or len(own) < _OBJECT or words_of(verb.group()) != [verb.group()]:
            continue
        ends = re.compile(rf"不再(?P<how>{_HERE}{{0,16}}?){verb.group()}(?![的了]){_HERE}*")
        for said in sentences:
            ended = ends.search(said)
            before = said[: ended.start()] if ended is not None else ""
            if ended is None or SUPPOSED.search(before) or _aside(_PIECE.split(before)[-1]):
                continue
            if ended["how"] and not ended["how"].startswith(_FROM):
                continue
            if (_BY_ITSELF if ended["how"] else _INSTEAD).search(said, ended.end()):
                continue
            shared = [word for word in own if is_half_said(word, ended.group())]
            others = (_PIECE.split(one) for one in sentences if one != said)
            kept = any(verb.group() in part and shared[0] in part for parts in others for part in parts if shared)
            if len(shared) >= _OBJECT and not kept:
                return ended.group()
    return None


def _question_left(clause: str, sentences: Sequence[str]) -> str | None:
    """模型不准了如何处置，本方案暂不涉及: the same question on the same thing, left open, and answered nowhere else."""
    for piece in _PIECE.split(clause):
        asked = _HOW.search(piece)
        things = [word for word in words(piece[: asked.start()]) if len(word) > 1] if asked is not None else []
        for said in sentences if asked is not None else ():
            put = re.search(rf"(?:怎么|如何|怎样|怎){asked['act']}(?:的?问题|的?事)?[，,]", said) if asked else None
            shared = [word for word in things if put is not None and word in said[: put.start()]]
            if put is None or asked is None or not shared or SUPPOSED.search(said):
                continue
            left = next((one for one in _PIECE.split(said[put.end() :]) if refusal(one)), None)
            told = any(asked["act"] in one and shared[0] in one for one in sentences if one != said)
            if left is not None and not told:
                start = max(said.rfind(mark, 0, put.start()) for mark in "，,；：:") + 1
                return said[start : said.index(left, put.end()) + len(left)]
    return None
