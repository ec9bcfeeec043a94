"""Small counts in the text (在两套装置上应用) that no figure says: they answer a requirement of a count.

So do lengths of time beside what is to last (连续运行四个月) a requirement of one (不少于三个月的连续运行).
"""

import re
from collections.abc import Iterator

from extractors.values.han_numerals import han_value
from extractors.values.units import units
from pipeline.matching.lexicon import words
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.claims.metrics import in_any_words
from pipeline.screening.claims.unread_promises import is_told, promising_passages, reports
from schemas.facts import Passage, Target

_HAN = "一二两三四五六七八九十百千万零"
# 六, 一百二十, 6, 1,200; the whole number and no ordinal
_COUNT = rf"(?P<count>(?<![{_HAN}\d第])[{_HAN}]{{1,8}}|(?<![\d.,，第])(?:\d{{1,3}}(?:[,，]\d{{3}})+|\d{{1,7}}))"
_NAME = 4  # characters of a name that is one thing's alone
# 接入算力中心 and 现有安全系统 count 算力中心 and 安全系统
_THERE = re.compile(r"现有|既有|已有|在用|主流")
_LEAD = re.compile(rf"^(?:接入|联通|纳管|覆盖|支持|适配|整合|集成|新增|{_THERE.pattern})(?=[\u4e00-\u9fff]{{2}})")
_LOOSE = "个项种款类套门大"  # measure words that stand for one another before one name
_HEAD = 2  # characters of what is counted
_KINDS = re.compile(r"的?(?:种类|类型|类别|品种)$")  # 可检测病原种类: of 病原 eight kinds
# 第一年制定团体标准一项；第二年再制定两项: shares of the whole; not 第二年累计制定三项
_STAGE = re.compile(r"^(?!.*(?:累计|共计?)).*(?:第[一二三四五\d]年|第[一二三四五\d]阶段|首年|次年)")
_LAST = 4  # characters of what lasts
_SAMPLED = re.compile(r"随机|任[选意]|抽[取查测检选]|指定")  # 随机指定两门语言验证
_MARGIN = re.compile(r"的?(?:余量|裕量|裕度|富余|冗余|缓冲)")  # 预留了两个病种的余量
_ARTICLE = 3  # 新增一种语言时 is no count where more than so many are asked
# No date and no ordinal: 2027年, 6月30日, 第三年.
_TIME = (
    r"(?<![\d.第月一二三四五六七八九十])(?P<{0}count>[一二两三四五六七八九十]{{1,3}}|\d{{1,5}}(?!(?<=\d{{4}})\s?年))"
    r"\s?(?P<{0}unit>个月|小时|年|周|天|日)"
)
_HOURS = {"年": 8760.0, "个月": 730.0, "月": 730.0, "周": 168.0, "天": 24.0, "日": 24.0, "小时": 1.0}


def spelled_claims(case: Case, required: Target) -> Iterator[Target]:
    """Claims of the same count of the same thing, written as words, in the order of the text."""
    unit = required.unit or ""
    if unit in _HOURS:
        thing = re.escape(required.metric[-_LAST:])
        lasting = rf"{_TIME.format('')}以?上?的?[\u4e00-\u9fff]{{0,6}}?{thing}"
        pattern = re.compile(rf"{lasting}|{thing}[^，。；;\n\d]{{0,6}}?{_TIME.format('x')}")
    elif unit in units() and units()[unit].counts:
        kinds = _KINDS.sub("", required.metric)
        things = {required.metric[:_HEAD], *([kinds[-_HEAD:]] if kinds != required.metric else [])}
        thing = f"(?:{'|'.join(map(re.escape, sorted(things)))})"
        measure = f"[{unit}个种类]" if kinds != required.metric else re.escape(unit)
        pattern = re.compile(f"{_COUNT}{measure}[\u4e00-\u9fff]{{0,6}}?{thing}")
    else:
        return
    yield from _promised(case, required, pattern)


def counted_by_name(case: Case, required: Target) -> Iterator[Target]:
    """Counts right before the whole name of what is counted: 四类现有安全系统, 六个重点语种."""
    thing = _LEAD.sub("", required.metric)
    there = "(?:现有|既有|已有|在用|主流)?" if _THERE.match(required.metric) else ""
    of = "[\u4e00-\u9fff]{0,4}?" if thing != required.metric and len(thing) < _NAME else ""  # 18款机器人机型
    name = in_any_words(thing)
    if required.unit == "种" and len(thing) == _HEAD and thing.endswith("种"):
        name = f"(?:{name}|[\u4e00-\u9fff]{{0,2}}?{re.escape(thing[0])})"  # 14种疾病 of 病种, 26种语言 of 语种
    return _counted(case, required, f"{_COUNT}{{measure}}(?:以上的?)?{there}{of}{name}", thing)


def counted_behind(case: Case, required: Target) -> Iterator[Target]:
    """Counts in words right behind what is counted, its first and last words in one clause: 制定团体标准一项."""
    head, tail = in_any_words(required.metric[:_HEAD]), in_any_words(required.metric[-_HEAD:])
    thing = _LEAD.sub("", required.metric)
    named = in_any_words(thing) if thing != required.metric else rf"{head}[^，。；;\n]{{0,30}}?{tail}"
    behind = rf"{named}[》”）)]*(?:[一总]?共计?|合计|达到?|为|[：:])?"
    return _counted(case, required, f"{behind}{_COUNT}{{measure}}", thing)


def counted_under_label(case: Case, required: Target) -> Iterator[Target]:
    """The first count in a line that the name heads: 重点语种：汉语、英语、法语等6种的错误率低于…."""
    name = re.escape(required.metric)
    lead = r"(?:^|(?<=[\n；;]))[ \t\u3000]{0,4}(?:[（(]?\d{1,2}[)）.、．]\s?)?"
    form = rf"{lead}{name}\s?[：:][^。；;\n：:]{{0,80}}?{_COUNT}{{measure}}"
    yield from _counted(case, required, form, required.metric, headed=True)


def counted_by_end(case: Case, required: Target) -> Iterator[Target]:
    """Counts before the last words of a name, which no other metric has: 三个测评数据集 of 安全风险测评数据集."""
    named = words(required.metric)
    at = next((at for at in range(len(named) - 2, 0, -1) if len("".join(named[at:])) >= _NAME), 0)
    end = "".join(named[at:])
    others = (o.target.metric for o in case.of("numeric_target") if o.target is not None and o.target is not required)
    if at and not any(end in other for other in others):
        yield from _counted(case, required, f"{_COUNT}{{measure}}{in_any_words(end)}", end)


def _counted(case: Case, required: Target, form: str, thing: str, *, headed: bool = False) -> Iterator[Target]:
    unit = required.unit or ""
    named = len(thing) >= _NAME or thing != required.metric
    if unit not in units() or not units()[unit].counts or not named:
        return
    form = form.replace("{measure}", f"[{_LOOSE}]" if unit in _LOOSE else re.escape(unit))
    yield from _promised(case, required, form, headed=headed)


def _promised(case: Case, required: Target, form: str | re.Pattern[str], *, headed: bool = False) -> Iterator[Target]:
    """``headed``: the label before the count says of what it is, whatever else the sentence compares it with."""
    pattern = re.compile(form)
    staged: list[Target] = []
    for passage in promising_passages(case):
        for claim, stage in _of_passage(passage, pattern, required, headed=headed):
            if is_told(case, claim.evidence) or _names_another(case, required, claim):
                continue
            if stage:
                staged.append(claim)
            yield claim
    if len(staged) > 1:
        update = {name: sum(getattr(claim, name) for claim in staged) for name in ("value", "canonical_value")}
        yield staged[-1].model_copy(update=update)


def _names_another(case: Case, required: Target, claim: Target) -> bool:
    """5个以上重点语种 is of the notice's 重点语种, and no number of its 覆盖语种."""
    others = (o.target.metric for o in case.of("numeric_target") if o.target is not None and o.target is not required)
    return any(len(other) > len(required.metric) - _HEAD and other in claim.evidence.text for other in others)


def _of_passage(
    passage: Passage, pattern: re.Pattern[str], required: Target, *, headed: bool
) -> Iterator[tuple[Target, bool]]:
    """The claims, each with whether it is a stage's own share of the count (第一年制定团体标准一项)."""
    for sentence in re.finditer(r"[^。；;\n]+", passage.text):
        stage = _STAGE.search(sentence.group()) is not None
        for match in pattern.finditer(sentence.group()) if headed or not reports(sentence.group()) else ():
            if headed and reports(match.group()):
                continue
            value = _value(match, required.unit or "")
            tested = _SAMPLED.search(sentence.group()[max(0, match.start() - _LAST) : match.start()]) is not None
            tested = tested or _MARGIN.match(sentence.group(), match.end()) is not None
            if value is not None and not tested and not (value == 1 and required.value > _ARTICLE):
                update = {
                    "comparator": "=",
                    "value": value,
                    "canonical_value": value * _canonical_factor(required),
                    "due": None,
                    "evidence": narrow(passage.evidence, match.group()),
                }
                yield required.model_copy(update=update), stage


def _canonical_factor(required: Target) -> float:
    return (required.canonical_value or required.value) / required.value if required.value else 1.0


def _value(match: re.Match[str], unit: str) -> float | None:
    """The number, a time in the unit that is asked for."""
    said = match.groupdict()
    count = said["count"] or said.get("xcount") or ""
    number = han_value(re.sub("[,，]", "", count))
    own = said.get("unit") or said.get("xunit")
    return float(number) * (_HOURS[own] / _HOURS[unit] if own else 1.0) if number is not None else None
