"""The way in which a clause wants its thing made (结合众包机制开发…), and the work makes it without (不搞众包)."""

import re
from collections.abc import Iterator, Sequence

from pipeline.matching.lexicon import words
from pipeline.screening.clauses.asides import HOW_THINGS_ARE, SUPPOSED
from pipeline.screening.clauses.clause_words import is_half_said

_HERE = r"[^，,。；;：:]"
_KIND = r"(?:机制|方式|模式|方法|手段|技术|路线|工艺|架构|功能|环节|入口|模块|任务)"
_WAY = re.compile(
    rf"(?:^|[，,])(?:并|且)?(?:结合|采用|采取|通过|利用|运用|引入|借助|以|按照?)(?P<way>[\u4e00-\u9fffA-Za-z]{{2,10}}?){_KIND}?"
    rf"(?:来|进行)?(?:研[发制]|开发|建设|构建|制备|开展|形成|训练|生产|建立|完成|加工)(?P<thing>{_HERE}{{3,24}})"
)
_TAKES = (
    r"(?:采用|采取|搞|引入|使用|用|走|实行|推行|做|开发|研发|设[立置]?|建立|安排|组织|开展|提供|支持|考虑|涉及|配备"
    r"|实现|上)"
)
_NO = rf"(?:暂时?|均|都|也|先|就|并|拟|本期|目前)*不(?:再|予|作|做|另|拟|打算|准备)?{_TAKES}"
_LATER = r"(?:留[待到]|另行立项|推迟|以后再|今后再|二期再|下一?[期步]再|往后)"
_GIVEN_UP = r"(?:取消|放弃|免去|省去|停用|舍弃|弃用|没有|无)"
_OWN = re.compile(
    r"[本该此这其](?:项目|任务|课题|方案|期|次|工具|平台|系统|产品)?的?|我(?:们|方|单位|公司)|项目组|公司|单位|团队|工具|平台|系统|产品|软件|因此|所以|故"
)
_PIECE, _UNIT = re.compile(r"[，,：:]"), re.compile(r"[；;]")
_NEGATED = re.compile(r"不|未|无|没|暂|取消|放弃|留待|另行|推迟")


def way_refused(clause: str, sentences: Sequence[str]) -> str | None:
    """The words, without white space, that refuse the way; None where none do, or another sentence has it taken."""
    asked = re.sub(r"\s", "", clause)
    for named in _WAY.finditer(asked):
        thing = [word for word in words(named["thing"]) if len(word) > 1]
        told = [one for one in sentences if named["way"] in one and any(is_half_said(word, one) for word in thing)]
        found = next((said for one in told for said in _refusals(named["way"], asked, one)), None)
        if found is not None and all(found in one or _NEGATED.search(one) for one in told):
            return found
    return None


def _refusals(way: str, clause: str, sentence: str) -> Iterator[str]:
    name = re.escape(way)
    verb_first = re.compile(rf"^(?P<of>{_HERE}{{0,14}}?)(?:{_NO}|{_GIVEN_UP})(?:任何)?{_HERE}{{0,4}}?{name}")
    way_first = re.compile(rf"^(?P<of>{_HERE}{{0,8}}?){name}{_KIND}*{_HERE}{{0,10}}?(?:{_NO}$|{_LATER})")
    left_open = re.compile(rf"^(?P<of>{_HERE}{{0,14}}?){_NO}$")
    if SUPPOSED.search(sentence) or HOW_THINGS_ARE.search(sentence):
        return
    for unit in _UNIT.split(sentence):
        pieces = _PIECE.split(unit)
        for at, piece in enumerate(pieces):
            said = verb_first.match(piece) or way_first.match(piece)
            if said is None and at and way in pieces[at - 1][: len(way) + 2]:
                said = left_open.match(piece)
            if said is not None and _is_own(said["of"], clause):
                yield piece


def _is_own(subject: str, clause: str) -> bool:
    """敏感数据不纳入众包 is of some data alone: the subject is the work itself, or a thing of the clause."""
    left = [word for word in words(_OWN.sub("，", subject)) if len(word) > 1]
    return all(is_half_said(word, clause) for word in left)
