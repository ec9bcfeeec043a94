"""A thing that a clause asks to make, at the head of a sentence that refuses it (至于…平台，…，不再搭建)."""

import re
from collections.abc import Iterator, Sequence

from pipeline.screening.clauses.asides import SUPPOSED
from pipeline.screening.clauses.clause_words import asked_pieces
from pipeline.screening.clauses.listed_parts import listed_parts
from pipeline.screening.clauses.subjects import Told

_MAKES = r"(?:研[究发制]|开发|攻关|攻克|突破|建设|建立|建成|打造|搭建|构建|设计|制造|试制|自主|自研|自制)"
_ASKED = re.compile(_MAKES)
_THING = re.compile(
    r"(?:研[发制]|开发|建设|建立|建成|打造|搭建|构建|形成)(?:一[批套个种])?(?P<thing>[^，,；;、和与及的等]{4,14})$"
)
_KIND = re.compile(r"(?:平台|系统|技术|工具|中心|装置|设备|模块)$")
_LEAST = 4  # characters of a name without its kind
# 至于电池, 整机供电用的电池: the thing that the piece is on, and not 电池管理系统, 电池的老化试验
_LEAD = r"^(?:\d{1,2}[.、])?(?:至于|关于|对于|其中|而|鉴于)?(?P<of>[^，,；;：:、不非无]{0,8}?)"
_BEHIND = (
    r"(?:[组包类]|部分|部件|模块|平台|系统|技术|装置|设备|工作)?(?:这?一[项块类个部分]{1,2}|方面|环节)?(?:的?(?:研[究发制]|攻关|开发|建设|自研|搭建))?"
    r"(?=$|直接|均|则|[也就暂先拟只仅]|采用|选用|沿用|采购|外购|购|租用|借用|利用|依托|使用|由|委托|不|没|无|免|除外|因|已|成熟|市[场售里面]|国内|行业|属|考虑|以|用)"
)
_WHO = (
    r"(?:[本该此](?:项目|任务|课题|方案|期|次|单位|公司|院)|我(?:们|方|单位|公司|院|所|校|司)|项目组|课题组|团队|这次)?"
)
_SO = r"(?:[故就也均都暂先则便拟将]|因此|因而|所以|所需?|时|目前|本期|原则上)*"
_OUT = (
    r"(?:任务|项目|课题|本期|期内|榜单|的|之|内|中|研[究发制]|攻关|研发|建设|开发|交付|考核|力量|经费|资金|工作|内容|范围|对象|事项"
    r"|平台|专门|具体|投入)"
)
# what refuses without naming it again, up to the end of the piece
_REFUSES = re.compile(
    rf"(?:{_WHO}{_SO}(?:(?:对[其此它该]{{1,2}})?不(?:再|予|作|做|会|拟|打算|准备)?(?:对[其此它]|另行|另外|单独|专门|重复|自行|自己)*"
    r"(?:(?:列入|纳入|计入|列为|作为|属于|进入|开展|安排|投入|涉及|考虑|承担|进行|研[究发制]|开发|攻关|立项|自建|自研|新?建设?|搭建|做|上马?))"
    rf"[本该此]?{_OUT}*|不在[本该此]?{_OUT}{{1,6}}(?:之列)?"
    rf"|{_SO}(?:没有|无)(?:重复|再|另行)?{_MAKES}的?必要|{_SO}没有?必要(?:再|重复|另行|自己)*{_MAKES}"
    rf"|无[须需](?:再|重复|另行|自行)*{_MAKES}|免建|除外|以[^，,；;]{{2,12}}(?:代替|替代)))$"
)
_BUT_FOR = re.compile(r"^除(?!外|了?[^，,；;]{0,8}还)(?P<what>[^，,；;]*?)(?:之|以)?外$")
_REFUSED_THERE = re.compile(r"不(?:再|予|作|做)?(?:列入|纳入|攻关|研[究发制]|开发|自研|自建|建设)|外购|采购|市售")
# what stands between has no thing of its own: 行业内已有检测中心, 直接采用市售产品
_BETWEEN = re.compile(
    r"(?:直接|拟|也|均|可|因|由于|考虑到|鉴于|受|已|现|采[用购]|选用|沿用|外购|购|租|借|利用|依托|使用|由|委托|需|成熟|[我本该省市县区]|国内|国家|社会|行业"
    r"|市[场面]|目前|投[资入]|技术|周期|难度|成本|费用)"
)
_DONE = re.compile(
    rf"(?<![不未])(?<!不再)(?<!不再自行)(?<!不另行)(?:自主{_MAKES}|自研|自制|自行{_MAKES}|自建(?!平台)|建成|建在|建于|共建|联合{_MAKES}|攻关到)"
)
_MADE = re.compile(rf"(?<![不未无])(?<!不再)(?<!另行)(?<!自行)(?<!不作)(?<!不做){_MAKES}")
_NOT = re.compile(r"不|未|无|没|免|除")
_OF_OTHERS = re.compile(r"同类|同行|竞品|友商|国外(?:产品|企业)|以往|过去|[现原]有的?产品")
_UNIT, _PIECE = re.compile(r"[；;]"), re.compile(r"[，,：:]")
_LABEL = re.compile(r"^[\u4e00-\u9fff]{2,8}：")  # 部件：电池, of a row
_NUMBER = re.compile(r"^[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]?")
_LONGEST = 60  # characters of a refusal
_FAR = 2  # pieces behind the one that names the thing


def part_refused(clause: str, told: Sequence[Told]) -> str | None:
    """The words, without white space, that refuse a thing which the clause lists or names; None where none do.

    Nor where another sentence has it made.
    """
    asked = re.sub(r"\s", "", clause)
    for name in _things(asked):
        on_it = [one for one in told if name in one.sentence or name in one.subject]
        found = next(((one, words) for one in on_it for words in _refusals(name, one)), None)
        if found is not None and not any(_is_made(name, one.sentence) for one in on_it if one is not found[0]):
            return found[1]
    return None


def _things(clause: str) -> list[str]:
    """What is to be made, without its kind: 测试评估验证 of 测试评估验证平台."""
    if _ASKED.search(clause) is None:
        return []
    alone = [made["thing"] for piece in asked_pieces(clause) if (made := _THING.search(piece)) is not None]
    names = []
    for thing in [*listed_parts(clause), *alone]:
        bare = _KIND.sub("", thing)
        names.append(bare if len(bare) >= _LEAST else thing)
    return list(dict.fromkeys(names))


def _refusals(name: str, told: Told) -> Iterator[str]:
    on_it = re.compile(f"{_LEAD}{re.escape(name)}{_BEHIND}")
    units = _UNIT.split(told.sentence)
    headed = any(on_it.fullmatch(_NUMBER.sub("", part)) for part in told.subject.split("，"))
    for at, unit in enumerate(units):
        row = any(_LABEL.match(one) is not None and on_it.fullmatch(_LABEL.sub("", one)) for one in units[:at])
        pieces = ["", *_PIECE.split(_LABEL.sub("", unit) if row else unit)] if headed or row else []
        end = _end(pieces, 0, 0) if pieces else None  # 部件：电池；说明：采用市售产品，不列入攻关
        if end is not None and not (SUPPOSED.search(unit) or _OF_OTHERS.search(unit)):
            yield "，".join(pieces[1 : end + 1])
    for unit in units:
        pieces = _PIECE.split(unit) if name in unit else []
        for at, piece in enumerate(pieces):
            but_for = _BUT_FOR.match(piece)
            if but_for is not None and name in but_for["what"] and _REFUSED_THERE.search(piece):
                yield piece
            topic = on_it.match(piece)
            end = _end(pieces, at, topic.end()) if topic is not None else None
            said = "，".join(pieces[: end + 1]) if end is not None else ""
            if end is not None and not (SUPPOSED.search(said) or _OF_OTHERS.search(said)):
                yield "，".join(pieces[at : end + 1])


def _end(pieces: Sequence[str], at: int, behind: int) -> int | None:
    """The piece that refuses what the one ``at`` is on; None where another thing stands between, or it is made."""
    rest = pieces[at][behind:]
    if _DONE.search(pieces[at]) is not None:
        return None
    if any(_REFUSES.match(rest, start) for start in range(max(0, len(rest) - _LONGEST), len(rest))):
        return at
    for place in range(at + 1, min(at + 1 + _FAR + (not pieces[at]), len(pieces))):
        if _REFUSES.match(pieces[place]) is not None:
            return place
        if _BETWEEN.match(pieces[place]) is None or _DONE.search(pieces[place]) is not None:
            return None
    return None


def _is_made(name: str, sentence: str) -> bool:
    pieces = [piece for piece in re.split("[，,；;：:]", sentence) if name in piece]
    return any(_MADE.search(piece) is not None and _NOT.search(piece) is None for piece in pieces)
