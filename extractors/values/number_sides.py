"""What stands beside a number: its unit, the comparing words before it and behind it."""

import re

from extractors.values.compound_units import compound_end, count_end
from extractors.values.lexical import Marks

# 不低于每天2公里
_FILLER = re.compile(r"[的为至到在值有了]?[:：]?\s?|提前|每(?:[天日月年班台套亩人吨户]|小时|分钟|秒)")
# What a bracket says between a figure and its bound.
_ASIDE = re.compile(r"[（(][^（）()\n]{2,16}[）)](?=及?以[上下内])")
# One blank; a line's end only before a Latin unit: 1↵PFLOPS, 90↵W/(m·K).
_GAP = re.compile(r"[ ]|\s{1,3}(?=[A-Za-zμΩ]{2}|[gmsLlNWVAJKΩ][/·•][A-Za-z(（]|[℃‰])")
# 3单元 is no order, 5列入 no trains.
_NO_UNIT_BEFORE = {
    "单": frozenset("位元独片机晶芯价向点体个一"),
    "所": frozenset("示述列需"),
    "条": frozenset("件例约"),
    "代": frozenset("码表替理价谢人产际号工领孕偿"),
    "列": frozenset("入为出举示于表"),
    "剂": frozenset("量型"),
    "行": frozenset("业动为政程驶人走列星李长距车使权规驾径"),
    "垄": frozenset("断"),
    "排": frozenset("放名查出水气除列序期班练量污产风"),
    "束": frozenset("缚手"),
    "芯": frozenset("片粒体"),
    "档": frozenset("案次位期"),
    "段": frozenset("落位时差距子数式论"),
    "欧": frozenset("洲盟元阳式美标版"),
    "每小时": frozenset("检处生产加可能完"),
}
_STROKE = re.compile(r"[ ]?[/每][ ]?")  # 件/分钟, 毫克每升


def unit_at(text: str, at: int, lexicon: Marks) -> tuple[int, str | None]:
    """The longest unit at ``at`` (one blank allowed before a Latin one); money takes its multiplier with it."""
    gap = _GAP.match(text, at)
    start = gap.end() if gap else at
    end, name = lexicon.units.get(start, (at, None))
    compound = compound_end(text, start)
    if compound is not None and compound > end:
        end, name = compound, text[start:compound].replace("每", "/")  # Mcps每平方毫米
    elif (
        name is not None
        and name[-1:].isascii()
        and name[-1:].isalpha()
        and text[end : end + 1].isascii()
        and text[end : end + 1].isalpha()
    ):
        return at, None  # B in BERT is no byte
    if name in _NO_UNIT_BEFORE and text[end : end + 1] in _NO_UNIT_BEFORE[name]:
        return at, None
    stroke = _STROKE.match(text, end) if name is not None and "/" not in name else None
    if stroke is None:
        return end, name
    below = lexicon.units.get(stroke.end(), (count_end(text, stroke.end()), None))[0]
    if below is not None and text[stroke.end() : below] == name:
        return end, name  # 5人，每人3万元
    return (below, re.sub(r"\s", "", text[start:below])) if below is not None else (end, name)  # 件/分钟, 元/吨


def before_number(text: str, at: int, lexicon: Marks) -> tuple[int, str | None]:
    """Start and kind of the comparing word before ``at``; 的, 为, 至 or a blank may stand between."""
    for gap in (0, 1, 2, 3):
        if gap and not _FILLER.fullmatch(text[at - gap : at]):
            continue
        if at - gap in lexicon.before:
            start, kind = lexicon.before[at - gap]
            # 达到不少于3个: the stricter word is the nearer one; both belong to the span.
            wider = lexicon.before.get(start)
            if kind == "=" and wider is not None:  # 最多为5
                return wider
            return (wider[0] if wider and wider[1] in (">=", "=") else start), kind
    return at, None


def behind_number(text: str, at: int, lexicon: Marks) -> tuple[int, str | None]:
    """End and kind of the comparing word behind a number that ends at ``at``; a bracket may stand between."""
    start = at + 1 if text[at : at + 1] == " " else at
    aside = _ASIDE.match(text, start)  # 3000万元(农产品1000万元)以上
    end, kind = lexicon.behind.get(aside.end() if aside else start, (at, None))
    if kind == "~" and text[end : end + 1] in tuple("文游级料层载架"):
        return at, None  # 128K上下文
    if text[start:end] == "内" and text[end : end + 1] in tuple("窥镜置部容存核燃生陆蒙外衬嵌科需销涵网壁腔"):
        return at, None  # 方向2 内窥镜
    return end, kind
