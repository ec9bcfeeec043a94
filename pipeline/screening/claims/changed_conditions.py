"""A figure measured otherwise than asked (改了测量口径): at 15 m where 5 m is asked, 500次 for 1000次, 空载 for 满载.

Only what is easier counts, or what may be either (at half the load); a harder condition is the applicant's to choose.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.values.han_numerals import han_value
from extractors.values.quantities import find_quantities
from pipeline.screening.claims.around_claims import Around
from pipeline.screening.claims.eased_conditions import AT, ENDURES, RANGE, is_easier
from schemas.facts import Target

_NUMBER = r"(?P<size>\d{1,6}(?:\.\d{1,3})?|[一二两三四五六七八九十百千]{1,4})"
_METRES = r"\s?(?P<unit>km|公里|千米|mm|毫米|cm|厘米|m(?![A-Za-z/²³])|米(?![/每粉线]))"
_TO_METRES = {"km": 1e3, "公里": 1e3, "千米": 1e3, "mm": 1e-3, "毫米": 1e-3, "cm": 1e-2, "厘米": 1e-2}
_TO_HOURS = {"分钟": 1 / 60, "min": 1 / 60, "天": 24.0, "d": 24.0, "日": 24.0, "周": 168.0}
_TO_HOURS |= {"个月": 730.0, "月": 730.0, "年": 8760.0}
_DEGREES = frozenset({"℃", "°C", "摄氏度"})
_USUAL, _HOT = re.compile(r"常温|室温"), 45
_BRACKET = re.compile(r"\s?[（(](?P<said>[^（）()]{2,30})[）)]")
_CELLS = re.compile(r"[；;\t\n]")
_PIECE = re.compile(r"[，,。；;（）()]")
# of these what is farther off is less
_FADES = re.compile(
    r"噪[声音]|声[压级]|浓度|增量|振动|震动|辐射|场强|扬尘|粉尘|悬浮|温升|异味|臭气|冲击|照射|剂量|泄漏"
)
# of these what is nearer is easier
_CARRIES = re.compile(
    r"识别|检[测出]|探测|发现|通信|信号|照度|分辨|成像|读取|接收|定位|传输|测距|喷|射程|投送|拍摄|抓拍|感应|唤醒"
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of condition: how it is told, in what it is counted, and whether more of it is harder.

    ``more_is_harder`` is None where either may be the easier one.
    """

    told: re.Pattern[str]
    factors: dict[str, float]
    more_is_harder: bool | None


@dataclass(frozen=True, slots=True)
class _Size:
    """How much of a condition, in which words; ``unit`` where units of its kind are not to be compared."""

    value: float
    words: str
    unit: str


_DISTANCE = re.compile(
    rf"(?:[距离](?![心子])[\u4e00-\u9fff]{{0,8}}?|相距|下游|上游|周边|外侧?)\s?{_NUMBER}{_METRES}"
    rf"|{_NUMBER.replace('size', 'size_b')}{_METRES.replace('unit', 'unit_b')}"
    r"(?:处|半径|远(?!程)|距离|断面|开外|之?外|圈|范围外)"
)
_ENDS_AS_SIZE = re.compile(rf"^\s?{_NUMBER}{_METRES}\s?处?$")
_AGAIN = "循环|充放电?|弯折|插拔|启闭|开合|往复|洗涤|水洗|冻融|摩擦|高压灭菌"
_KINDS = (
    _Kind(
        re.compile(
            r"(?P<size>\d{1,3}(?:\.\d)?)\s?(?P<unit>[%％])\s?(?:的)?(?:额定|标称|设计|满)?(?:负[荷载]|载荷|功率下|出力|负载率)"
        ),
        {},
        None,
    ),
    _Kind(
        re.compile(
            rf"(?:连续|持续|累计|不间断|盐雾|老化|浸泡|存放|存储|储存|曝晒|暴露|振动|湿热|试验|运行|工作|测试|考核)(?:(?!不)[\u4e00-\u9fff]){{0,4}}?\s?{_NUMBER}"
            r"\s?(?P<unit>小时|h(?![a-zA-Z])|天|d(?![a-zA-Z])|日|个?月|年|分钟|min|周)"
            rf"|{_NUMBER.replace('size', 'size_b')}\s?(?P<unit_b>小时|h(?![a-zA-Z])|天|d(?![a-zA-Z])|日|个月|年)"
            r"(?:连续|持续|盐雾|老化|试验|浸泡|运行|后)"
        ),
        _TO_HOURS,
        True,
    ),
    _Kind(
        re.compile(
            rf"(?<![\d.])(?P<size>\d{{1,6}}(?:\.\d)?)\s?(?P<unit>[万千百]?)(?:个|次|周)?(?:{_AGAIN})"
            rf"|(?:{_AGAIN})\s?(?P<size_b>\d{{1,6}}(?:\.\d)?)\s?(?P<unit_b>[万千百]?)[次周]"
        ),
        {"万": 1e4, "千": 1e3, "百": 100.0},
        True,
    ),
    _Kind(
        re.compile(
            r"(?P<size>\d{1,6})\s?(?P<unit>[例份张幅])(?:[\u4e00-\u9fff]{0,4}(?:样[本品]|病例|受试者|患者|测试集))?"
        ),
        {},
        True,
    ),
    _Kind(
        re.compile(
            r"(?P<size>\d{1,7})\s?(?P<unit>[路户]|个?用户|终端|线程|万)?\s?(?:同时)?(?:并发|在线|接入|同时)|并发[\u4e00-\u9fff]{0,3}\s?(?P<size_b>\d{1,7})\s?(?P<unit_b>[路户]?)"
        ),
        {"万": 1e4},
        True,
    ),
    _Kind(
        re.compile(rf"{_NUMBER}\s?(?P<unit>级)(?:大?风|海况|浪|地震|烈度|横风|阵风)"),
        {},
        True,
    ),
)
# 满载 asked, 空载 told
_FULL = re.compile(r"满[载荷负](?!重)|满负荷|额定负[载荷]|全负荷|重载|最大负[载荷]|满功率")
_EASY_LOAD = re.compile(r"空载|空转|轻载|半载|低负荷|待机|怠速|部分负荷|不带载")
_MOVING, _STILL = re.compile(r"动态|运动中?|行驶|行进|航行|飞行"), re.compile(r"静态|静止|停[车机泊]状态|驻停|悬停")
_WINDY, _CALM = re.compile(r"级\s?(?:大?风|横风|阵风)|大风"), re.compile(r"静风|无风|微风")
_SIDES = ((_FULL, _EASY_LOAD), (_MOVING, _STILL), (_WINDY, _CALM))
_EACH = re.compile(r"(?:每[隔满]?|间隔[为约]?)\s?$")
_ASIDE = re.compile(r"背景[点值]?|另[在设外]|对照|水深|水下|水面|离地|高度?|深度?$|埋深|排距|误差|其中|首[次个]")
_FAR_OFF = 1e3  # times: another thing than the condition asked


def changed(clause: str, required: Target, told: Around) -> Iterator[tuple[str, str]]:
    """The condition told with the claim (in its cell, in the row's name, in how it is measured), and the one asked.

    What is asked stands in the metric's name, before it in the call's ``clause`` or in a bracket behind the figure.
    """
    lead, _, rest_of_it = clause.partition(required.evidence.text)
    behind = _BRACKET.match(rest_of_it)
    asked_in = _PIECE.split(lead)[-1] + _without_figure(required)
    asks = "，".join((required.metric, asked_in, behind["said"] if behind is not None else ""))
    own, rest = _without_others(_own(told), required), (_row_name(told), *_methods(told))
    for kind in (_distance(required), *_KINDS):
        if kind is not None and (asked := next(_sizes(kind, asks), None)) is not None:
            yield from ((words, asked.words) for words in _easier(kind, asked, own, rest))
    for hard, easy in _SIDES:
        wanted = hard.search(asks)
        if wanted is not None and not any(hard.search(place) for place in (own, *rest)):
            found = (easy.search(place) for place in (own, rest[0]))
            yield from ((one.group(), wanted.group()) for one in found if one is not None)
    yield from _at_usual_heat(asks, own, rest[0])


def _without_figure(required: Target) -> str:
    """无故障运行 of 无故障运行不少于180天: the call's words before the figure that it asks."""
    words = required.evidence.text
    own = (one for one in find_quantities(words) if one.value == required.value)
    return words[: next((one.outer_start for one in own), len(words))]


def _at_usual_heat(asks: str, own: str, name: str) -> Iterator[tuple[str, str]]:
    """常温, or 120℃ in the row's name or the cell's bracket, where 150℃ is asked of what has to hold out."""
    found = next(_degrees(asks), None)
    if found is None or not ENDURES.search(asks.replace(found.group(), "")):
        return
    least = -float(found["value"]) if found["minus"] else float(found["value"])
    told = next(filter(None, ([*_degrees(place)] for place in (own, name))), [])
    sizes = [-float(one["value"]) if one["minus"] else float(one["value"]) for one in told]
    if sizes and all(is_easier(size, least, "℃") for size in sizes):
        yield told[0].group().strip(), found.group().strip()
    elif not sizes and (usual := _USUAL.search(own) or _USUAL.search(name)) is not None and not 0 < least < _HOT:
        yield usual.group(), found.group().strip()


def _degrees(place: str) -> Iterator[re.Match[str]]:
    found = (one for one in AT.finditer(place) if one["unit"] in _DEGREES)
    return (one for one in found if not RANGE.match(place, one.end("unit")))


def _easier(kind: _Kind, asked: _Size, own: str, rest: tuple[str, ...]) -> Iterator[str]:
    """In the own cell, else in how it is measured, else in the row's name, where none there is the one asked."""
    in_cell = [*_sizes(kind, own, bare=kind.told is _DISTANCE)]
    if in_cell:
        if all(_is_easier(kind, one, asked) for one in in_cell):
            yield in_cell[0].words
        return
    name, *methods = rest
    if any(_tells(place, asked) for place in methods):
        return
    measured = [one for place in methods for one in _sizes(kind, place)]
    others = measured or [*_sizes(kind, name)]
    if others and all(_is_easier(kind, one, asked) for one in others):
        yield others[0].words


def _tells(place: str, asked: _Size) -> bool:
    """浸泡5天、15天、30天各测一次: the one asked stands there, whatever is told beside it."""
    figure = re.search(r"\d[\d.]*\s?[^\d\s]", asked.words)
    said = re.sub(r"\s", "", figure.group()) if figure is not None else ""
    return bool(said) and re.search(rf"(?<![\d.]){re.escape(said)}", re.sub(r"\s", "", place)) is not None


def _is_easier(kind: _Kind, told: _Size, asked: _Size) -> bool:
    size, least = told.value, asked.value
    if size == least or told.unit != asked.unit or not 1 / _FAR_OFF < size / least < _FAR_OFF:
        return False
    return kind.more_is_harder is None or (size < least) is kind.more_is_harder


def _distance(required: Target) -> _Kind | None:
    """Which way is the easier one depends on what is measured; None where that is not known."""
    if required.comparator in ("<=", "<") and _FADES.search(required.metric):
        return _Kind(_DISTANCE, _TO_METRES, False)
    if required.comparator in (">=", ">") and _CARRIES.search(required.metric):
        return _Kind(_DISTANCE, _TO_METRES, True)
    return None


def _sizes(kind: _Kind, words: str, *, bare: bool = False) -> Iterator[_Size]:
    """Each size of the kind with its words; ``bare`` takes （15 m） as well, a piece that says nothing else."""
    for said in kind.told.finditer(words):
        before = _PIECE.split(words[: said.start()])[-1][-6:]
        if not (_ASIDE.search(before + said.group()[:4]) or _EACH.search(before)):
            groups = said.groupdict()
            size, unit = groups["size"] or groups.get("size_b"), groups["unit"] or groups.get("unit_b") or ""
            if (value := _value(size or "")) > 0:
                yield _Size(value * kind.factors.get(unit, 1.0), said.group().strip(), "" if kind.factors else unit)
    for piece in _PIECE.split(words) if bare else ():
        if (only := _ENDS_AS_SIZE.match(piece)) is not None and not kind.told.search(piece):
            yield _Size(_value(only["size"]) * _TO_METRES.get(only["unit"], 1.0), piece.strip(), "")


def _value(size: str) -> float:
    if size[:1].isdigit():
        return float(size)
    return float(han_value(size) or 0)


def _own(told: Around) -> str:
    """The claim's own cell, from the mark before it on."""
    start = max((end.end() for end in _CELLS.finditer(told.sentence, 0, told.start)), default=0)
    return told.sentence[start : told.end] + _CELLS.split(told.in_cell)[0]


def _without_others(cell: str, required: Target) -> str:
    """Without the pieces that tell a second figure in the metric's unit: 50%负载时≥94.5% behind ≥95%."""
    pieces = re.split(r"[，,；;]", cell)
    has = [any(one.unit == required.unit and one.compared for one in find_quantities(piece)) for piece in pieces]
    first = has.index(True) if True in has else 0
    return "，".join(piece for at, piece in enumerate(pieces) if at == first or not has[at])


def _row_name(told: Around) -> str:
    """The row's name: its first cell."""
    cells = [cell.rpartition("：")[2] for cell in _CELLS.split(told.sentence)]
    named = (cell for cell in cells if re.search(r"[\u4e00-\u9fff]{2}", cell) is not None)
    return next(named, "") if len(cells) > 1 else ""


def _methods(told: Around) -> Iterator[str]:
    """How it is measured, in a cell behind the claim's own."""
    for cell in _CELLS.split(told.behind)[1:]:
        if re.match(r"\s?(?:测试|检测|考核|测量|验证|检验|验收|评价|试验)[\u4e00-\u9fff]{0,4}：", cell):
            yield cell
