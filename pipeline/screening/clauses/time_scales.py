"""A clause that asks for a scale of time (分钟级断点续训) and an answer that takes longer (约3小时恢复), or none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.values.quantities import find_quantities
from extractors.values.units import canonical
from pipeline.matching.lexicon import words
from pipeline.screening.wordings import wordings

# Seconds from which on a time is of the next scale: 60 seconds are no 秒级 any more, 3 hours no 分钟级.
_LIMITS = {"微秒": 1e-3, "毫秒": 1.0, "秒": 60.0, "分钟": 3600.0, "小时": 86400.0}
_SCALE = re.compile(rf"(?P<unit>{'|'.join(_LIMITS)})级")
_SENTENCE = re.compile(r"[。；;\n]")
# What there was before, or is elsewhere; in the time's own clause how long a test or a run takes, how far ahead a
# warning is. 恢复时长缩短到2小时以内，测试方式为…: the test is another clause.
_BEFORE = re.compile(r"现有|目前|传统|人工|以往|过去|国[内外]")
_NOW = re.compile(r"现[有状在]|如今|今[日天]|当前|实测|基[线准]")  # heads of a row's cell that is no promise
_ANOTHER = re.compile(r"连续|测试|试验|考核|无故障|寿命|提前|周期|每|采集|保存|轮换")
_CLAUSE = re.compile(r"[，,]")
_PIECE = re.compile(r"[，,、]")
_ABLE = re.compile(r"(?:的?(?:能力|功能|性能|水平|服务))+$")
_SHORTEST, _LONGEST = 3, 12  # characters of the name of what has to be so fast
# 续训时间尽量缩短, 具体时长不作承诺, 恢复时间视故障情况而定: the time is left open
_LEFT_OPEN = re.compile(
    r"(?:时间|时长|耗时|用时|时延|速度)[^，,。；;、\d]{0,6}?(?:(?:尽量|尽可能|力求|逐步|努力|争取)(?:地)?(?:缩短|压缩|减少|降低|加快|提高|改善)"
    r"|(?:不|暂不|未|不再)(?:作|做|予|设)?(?:出|具体|任何|明确)?(?:承诺|保证|规定|限定)|(?:待定|另定|未定|视[^，。；]{2,12}而定|(?:尚|暂)?(?:不|未)(?:能)?确定))"
)
_ROW = re.compile(
    r"[^：；。\n]{0,6}(?:指标|考核[项点]|项目?|名称|检查点|参数|能力项|内容|序号|编号)[^：；。\n]{0,4}：[^；。\n]{1,40}；[^：；。\n]{1,20}：[^；。\n]{1,60}；[^。\n]*"
)  # 考核项：续训；现状：约半天；承诺：2小时


@dataclass(frozen=True, slots=True)
class Longer:
    """``words`` of the time, in a sentence of ``passage`` (an index); ``scale``: what the clause asks for (分钟级).

    ``left_open`` where the words promise no time at all.
    """

    words: str
    passage: int
    scale: str
    left_open: bool = False


def longer(clause: str, passages: Iterable[str]) -> Longer | None:
    """The time of a larger scale in a sentence on what the clause asks; None where none is.

    On what it asks is a sentence (a row of a table) with half of its own words (those that not any clause uses), or
    with all of those behind the scale (断点续训). Where one of them names a time within the scale, or the scale itself,
    that is the answer.
    """
    asked = _SCALE.search(clause)
    if asked is None:
        return None
    own, named = _own(clause) - {asked["unit"]}, _own(clause[asked.end() :])
    name = _ABLE.sub("", clause[asked.end() :].strip("的 "))
    found: list[Longer] = []
    for index, passage in enumerate(passages):
        for sentence in [passage] if _ROW.fullmatch(passage.rstrip("。")) else _SENTENCE.split(passage):
            found += [Longer(said, index, asked.group(), left_open=True) for said in _left_open(sentence, name)]
            on_it = _half(own, sentence) or (len(named) > 1 and all(word in sentence for word in named))
            if not on_it and not (len(name) >= _SHORTEST and name in sentence):
                continue
            times = _told(sentence)
            if (on_it and _SCALE.search(sentence)) or any(seconds < _LIMITS[asked["unit"]] for seconds in times):
                return None
            found += [Longer(said, index, asked.group()) for said in times.values() if on_it]
    return found[0] if found else None


def _left_open(sentence: str, name: str) -> list[str]:
    """The piece of the sentence that leaves the time of what is named open, in it or right behind it."""
    if not _SHORTEST <= len(name) <= _LONGEST or name not in sentence:
        return []
    pieces = _PIECE.split(sentence)
    pairs = zip(["", *pieces], pieces, strict=False)
    own = [piece for before, piece in pairs if name in piece or name in before]
    return [piece.strip() for piece in own if _LEFT_OPEN.search(piece) and not _NOW.search(piece)]


def _own(clause: str) -> set[str]:
    return {word for word in words(clause) if len(word) > 1 and word not in wordings().common}


def _half(own: set[str], sentence: str) -> bool:
    return bool(own) and 2 * sum(word in sentence for word in own) >= len(own)


def _told(sentence: str) -> dict[float, str]:
    """The times of a sentence but those of what there was; of a row those of the cells that promise."""
    if _ROW.fullmatch(sentence.rstrip("。")) is not None:
        cells = [cell for cell in sentence.split("；") if not (_NOW.search(cell) or _BEFORE.search(cell))]
        return {seconds: words for cell in cells for seconds, words in _times(cell).items()}
    return _times(sentence)


def _times(sentence: str) -> dict[float, str]:
    """The times that a sentence names, in seconds, with their words; none on what there was, or right behind that."""
    found = {}
    clauses = _CLAUSE.split(sentence)
    for before, clause in zip(["", *clauses], clauses, strict=False):
        other = _ANOTHER.search(clause) is not None or _BEFORE.search(f"{before}，{clause}") is not None
        for quantity in find_quantities(clause) if not other else ():
            seconds, unit = canonical(quantity.value, quantity.unit)
            if unit == "s":
                found[seconds] = clause[quantity.start : quantity.end]
    return found
