"""Work that a clause binds to a place (吊放试验须在某厂进行), done in the shop of the applicant or somewhere else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.matching.lexicon import words
from pipeline.screening.clauses.asides import SUPPOSED

_HERE = r"[^，,。；;：:]"
_MUST = r"(?:均|都|一律|全部)?(?:必须|应当|只能|须|应|需要?|要)"
_DONE = r"(?:进行|完成|开展|实施|实现|做)"
_ACTS = r"(?:部署|存放|存储|存贮|保存|安装|布设|建设|生产|注册|落地|制造|试制)"
_BOUND = (
    # 吊放试验应当在某厂现有的吊机上进行
    re.compile(
        rf"^(?P<act>{_HERE}{{2,16}}?){_MUST}(?:全部|直接)?[在于到](?P<place>{_HERE}{{4,40}}?)[上内中处里]?{_DONE}$"
    ),
    # 应在某厂现有的吊机上完成吊放试验
    re.compile(
        rf"^(?:{_HERE}{{0,10}}?){_MUST}(?:全部|直接)?[在于到](?P<place>{_HERE}{{4,40}}?)[上内中处里]?{_DONE}(?P<act>{_HERE}{{2,16}})$"
    ),
    # 系统须部署在市政务云
    re.compile(rf"^(?P<act>{_HERE}{{2,16}}?{_MUST}{_ACTS})[在于到](?P<place>{_HERE}{{2,40}}?)[上内中处里]?$"),
    # 吊放试验须使用某厂现有的吊机
    re.compile(
        rf"^(?P<act>{_HERE}{{2,16}}?){_MUST}(?:使用|利用|采用|依托)(?P<place>{_HERE}{{4,40}}?)[上内中处里]?(?:{_DONE})?$"
    ),
)
_OWN_PLACE = re.compile(
    r"自[有己建]|自家|本(?:单位|企业|公司)|(?:揭榜|申报|承担|牵头|申请|中榜)(?:单位|方|人|企业|团队)"
)
# nor 境内, 三甲医院, 有资质的检测机构: a kind of place, which many are of
_NO_PLACE = re.compile(
    r"(?:条件|前提|情况|基础|期间|时间|过程|状态|[年月日天周])[下中前后内]?$|不停|不拆"
    r"|^(?:中国|我国)?(?:大陆)?(?:境|国|省|市|县|区)内?$|三[甲级]|医疗机构|资质|资格|(?:检[测验]|测试|专业|认证|专门)机构|第三方|CNAS|CMA|范围内?$|辖区|本[省市区县]|(?:园|开发|示范|高新|保税|新)区内?$"
)
_WITH_MACHINES = re.compile(r"现有|[厂矿站场港]|车间|产线|码头|基地|医院|平台|机台")  # not 须采用国产器件
_WHOSE = re.compile(
    r"集团|公司|所属|下属|现有|现场|设备|装置|机组|车间|产线|生产线|场地|一[条台座处]|以?上|或|和|与|及|真实|实际|同一"
)
# 本公司船坞的试验台, 同类机型, 合作院校的实验室
_ELSEWHERE = re.compile(
    r"[我本](?:们|公司|单位|院|所|校|厂|方|司)|自[有建家备]|公司[^，,；;]{0,6}(?:车间|厂区|基地|产线|机房|总部|园区)|兄弟|合作(?:院校|高校|单位|企业|厂|方)|协作厂"
    r"|外地|邻[县市区]|[他别]厂|别的|别家|其[他它](?:企业|厂|单位|地方)|另(?:一|外一|找)|代工|外协|同[类型等]号?的?[^，,；;]{0,6}(?:机|设备|装置|产线|机组)"
    r"|实验室|试验(?:车间|机|室|台|线|场)|中试|小样机|小试|模拟|仿真|大学|学院|研究[院所]|异地|租[用赁]|公有云|商业云|境外|海外"
)
_PLACED = re.compile(
    r"(?:(?:放|安?排|设|定|改|移|转|选|部署|存放|存储|保存|安装|托管)[在到至于]|(?<![存现正所旨])[在到于]|借用|借助|租用|利用|使用|采用|改用|选用|委托|由(?=[^，,；;]{0,6}自[有建备])|依托|以|[：:])"
)
# 吊放试验用的缆绳, 吊放试验方案: not the act itself
_ITSELF = (
    r"(?:环节|工作|一项|部分|地点|场所|条件|任务|阶段)?(?=$|[，,：:]|放|安?排|设|定|改|移|转|拟|将|均|都|也|则|全部|一律|[在于到]|由|以|借|租|用(?!的)"
    r"|利用|使用|采用|选|委托|依托|因|不|仍|暂|计划)"
)
_OTHER_THING = re.compile(r"研[制发]的|开发的|设计的|编写|提供|记录|负责|牵头|组织|派|主持|起点|参数")
_OF_OTHERS = re.compile(r"国[内外]|同行|以往|过去|目前|竞品|友商")
_KIND = re.compile(r"(?:[厂矿站场港]|矿区|医院|园区|公司|基地|中心|码头|车间|学校)$")
_NAMED = re.compile(
    r"(?P<name>[^的]{2,20}?(?:厂|矿区?|站|场|港|医院|园区|公司|基地|中心|码头|车间|学校))(?:的|现有|现场|内|$)"
)
_NOT = re.compile(r"不(?!少|低|小|断|同|仅|但)|未|无|禁止|避免|而非|并非|代替不")
# 某厂提供参照, 推广到某厂: named, and no place of the work
_BESIDE = re.compile(
    r"参[照考]|观摩|推广|复制|供[^，,；;]{0,10}|送(?:样|给|[^，,；;]{0,4}厂)|紧张|腾不出|任务重|协调|距离|较远|停产|报[^，,；;]{0,8}(?:备案|审)|通报|反馈|培训|验收以?后|以后|日后|不再|不[在到去进上]|没有|难以|无法|不便"
)
_BEFORE_IT = re.compile(r"先|前期|预[试备]|首轮|摸底|前|初步|筛选|比对|对照|验证后|合格后|再[到在进赴]|小试阶段|备用")
_UNIT, _PIECE = re.compile(r"[；;]"), re.compile(r"[，,]")
_NAME = 2  # characters of a word that names the place or the act


@dataclass(frozen=True, slots=True)
class _Bound:
    """The words of the act as a pattern, those of the place, and those of its name alone."""

    act: re.Pattern[str]
    place: Sequence[str]
    name: Sequence[str]


def other_place(clause: str, sentences: Sequence[str]) -> str | None:
    """The words that do it elsewhere, where no sentence does it at the place; None where none do."""
    asked = re.sub(r"\s", "", clause)
    bound = _bound(asked)
    if bound is None:
        return None
    found: str | None = None
    for sentence in sentences:
        if asked in sentence or bound.act.search(sentence) is None:
            continue
        for unit in _UNIT.split(sentence):
            pieces = _PIECE.split(unit)
            if any(_there(bound, piece) for piece in pieces):
                return None
            found = found or next(_elsewhere(bound, pieces), None)
    return found


def _bound(clause: str) -> _Bound | None:
    """What the clause binds to a place; None where it binds nothing."""
    for piece in _PIECE.split(clause):
        said = next((match for form in _BOUND if (match := form.search(piece)) is not None), None)
        if said is None or _OWN_PLACE.search(said["place"]) or _NO_PLACE.search(said["place"]):
            continue
        if said.re is _BOUND[-1] and _WITH_MACHINES.search(said["place"]) is None:
            continue
        place, act = _terms(_WHOSE.sub("，", said["place"])), _terms(re.sub(_MUST, "，", said["act"]))
        named = _NAMED.match(said["place"])
        if place and act:
            name = _terms(_WHOSE.sub("，", named["name"])) if named is not None else []
            name = [one for one in name if _KIND.search(one) is None] or name  # 云碇 of 云碇船厂
            return _Bound(re.compile(".{0,6}?".join(map(re.escape, act)) + _ITSELF), place, name or place)
    return None


def _terms(text: str) -> list[str]:
    """The words of two characters and more; neighbours of one are a word that the language has not (吊放, 云碇)."""
    found: list[str] = []
    alone = ""
    for word in [*words(text), ""]:
        if len(word) == 1 and alone + word in text:
            alone += word
            continue
        found += [alone] if len(alone) >= _NAME else []
        alone = word if len(word) == 1 else ""
        found += [word] if len(word) >= _NAME else []
    return list(dict.fromkeys(found))


def _one(named: Sequence[str], text: str) -> str | None:
    return next((word for word in named if word in text), None)


def _there(bound: _Bound, piece: str) -> bool:
    """The piece does something at the place."""
    named = _one(bound.name, piece) or (_one(bound.place, piece) if _ELSEWHERE.search(piece) is None else None)
    return named is not None and _PLACED.search(piece) is not None and not (_BESIDE.search(piece) or _NOT.search(piece))


def _elsewhere(bound: _Bound, pieces: Sequence[str]) -> Iterator[str]:
    """The act or the piece behind it placed somewhere else, and not only before it goes to the place."""
    for at, piece in enumerate(pieces):
        placed = _PLACED.search(piece)
        on_it = bound.act.search("，".join(pieces[max(0, at - 1) : at + 1])) is not None
        if placed is None or not on_it or _one(bound.name, piece) is not None:
            continue
        told = "，".join(pieces[: at + 1])
        aside = any(pattern.search(told) for pattern in (SUPPOSED, _OF_OTHERS))
        other = any(pattern.search(piece) for pattern in (_BEFORE_IT, _OTHER_THING, _NOT))
        if _ELSEWHERE.search(piece, placed.start()) is not None and not aside and not other:
            yield piece
