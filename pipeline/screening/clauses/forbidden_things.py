"""Things that a clause forbids one by one (不得使用盐酸、硝酸等无机强酸), and the work takes one of them."""

import re
from collections.abc import Sequence

from pipeline.screening.clauses.asides import HOW_THINGS_ARE, OF_OTHERS, SUPPOSED

_FORBIDS = re.compile(
    r"(?:不得|禁止|严禁|不允许|不应)(?:再|另)?(?:使用|采用|选用|添加|加入|掺入|含有?|用)(?P<things>[^，,。；;：:]{4,40})"
)
_LISTED = re.compile(r"[、及和或]|以及")
_REST = re.compile(r"等.*$|^(?:任何|各类|一切)")
# 进口的芯片、操作系统, 未经检定的仪器、量具: what is forbidden of the first is so of the others, not the things
_OF_ALL = re.compile(
    r"[\u4e00-\u9fff]的[\u4e00-\u9fff]|^(?:进口|国外|境外|外国|外购|非|未|虚假|过期|失效|淘汰|劣质|不合格|二手|来源不明)"
)
# 不得依靠外加食品添加剂实现稳定: what the result must not rest on, one thing and no list
_RELIES = re.compile(
    r"不(?:得|可|能|应|再)?(?:依靠|依赖|借助)于?(?:外加|外添|添加|投加|使用)?(?P<thing>[\u4e00-\u9fff]{3,12}?)"
    r"[来而即就]?(?:实现|获得|达到|保持|维持|保证|提[高升]|完成|解决)"
)
_LEAST, _SHORTEST = 2, 2  # things of a list, characters of one
_TAKES = r"(?:(?<![不勿禁未])(?:使用|采用|选用|改用|添加|投加|加入|掺入|(?<![作费应公通实常专利可])用|以))"
# 用0.3%的稀盐酸, 加入少量盐酸; 用耐盐酸的衬里 takes none
_OF_A_KIND = (
    r"(?:了|约)?(?:\d[\d.~～—-]{0,8}\s?(?:[%％]|[a-zA-Z/]{1,6})(?:左右)?的?)?"
    r"(?:少量|适量|一定量|部分)?的?(?:稀|浓|工业级?|食品级|医用)?"
)
_NOT = re.compile(
    r"[不未勿]|无[需须]?|没有|避免|防止|禁止|取消|替代|取代|代替|杜绝|停用|摒弃|减少|区别于|相比|对[照比]"
)
# 用盐酸标准溶液滴定, 管道用稀硝酸清洗, 用卫星导航评估误差: beside the work itself
_BESIDE = re.compile(
    r"检[测验]|评[估价]|比对|校[准验]|真值|误差|滴定|测定|分析|化验|标[定样准]|清洗|冲洗|酸洗|废水|废液|污水|中和|再生|试剂|样品|尾气"
)
_MOST = 20  # things of a clause
_PIECE = re.compile(r"[，,；;：:]")


def forbidden_thing(clause: str, sentences: Sequence[str]) -> str | None:
    """The piece that takes a thing of the list, where no piece of the work says that it does without it."""
    for thing in _things(clause):
        pieces = [
            (said, piece) for said in sentences if thing in said for piece in _PIECE.split(said) if thing in piece
        ]
        takes = re.compile(rf"{_TAKES}{_OF_A_KIND}{re.escape(thing)}(?![\u4e00-\u9fff]?(?:盐|酯|酐|根))")
        taken = [piece for said, piece in pieces if takes.search(piece) and not _aside(said, piece)]
        if taken and not any(_NOT.search(piece) for _, piece in pieces):
            return taken[0]
    return None


def _things(clause: str) -> list[str]:
    """盐酸, 硝酸 of 不得使用盐酸、硝酸等无机强酸; where they are no list, what nothing may rest on alone."""
    found = [relied["thing"] for relied in _RELIES.finditer(clause)]
    for forbidden in _FORBIDS.finditer(clause):
        things = [_REST.sub("", one) for one in _LISTED.split(forbidden["things"])]
        listed = len(things) >= _LEAST and all(len(one) >= _SHORTEST for one in things)
        kinds = [_OF_ALL.search(one) is not None for one in things]
        found += things if listed and (all(kinds) or not kinds[0]) else []
    return list(dict.fromkeys(found))[:_MOST]


def _aside(said: str, piece: str) -> bool:
    """Of others, of a case, of how things are, or beside the work itself."""
    before = said[: said.index(piece)]
    told = any(pattern.search(words) for pattern in (OF_OTHERS, SUPPOSED, HOW_THINGS_ARE) for words in (before, piece))
    return told or _BESIDE.search(piece) is not None
