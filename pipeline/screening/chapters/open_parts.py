"""Parts of a section that are there by name alone: a column without an answer, a label without a figure behind it."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.screening.application.substance import is_nothing, is_placeholder, squeeze
from pipeline.screening.chapters.evasions import evades

_EMPTY = re.compile(r"[\W_]*|略|(?:尚|有)?待[定补]充?|同上")
_FEWEST_ROWS, _SHORTEST_HEAD, _LONGEST_CELL = 2, 4, 30
_KIND = 2  # characters at a head's end that say what it is (依据, 方法)
# 主要原材料、关键元器件等的指标要求: of these things figures are asked
_FIGURES_OF = re.compile(r"(?P<what>[\u4e00-\u9fff、和及与]{2,24}?)等?的?(?:技术|性能)?(?:指标|参数)要求")
_GENERAL = re.compile(r"主要|关键|核心|重要|所需|有关|相关|各类|等")
_PARTS = re.compile(r"[、和及与/／]")
_NOTE = re.compile(r"[（(][^（）()]*[)）]")
_LABELLED = re.compile(
    r"(?:^|(?<=[\n。；]))[ \t\u3000]{0,8}(?P<label>[^：:，。；\n\t]{2,24})[：:](?P<said>[^\n\t]{1,160})(?=\n|$)"
)
_FIGURE = re.compile(r"\d|[A-Za-z]{2}|[一二三四五六七八九十百千两]{1,4}(?:级|倍|成|个|项|兆|度|毫|微|纳|米|克)")
_OF_IT = re.compile(r"等?的?(?:技术|性能)?(?:指标|参数)?(?:要求)?$")  # 关键元器件的要求; not 关键元器件国产化
_NONE_NEEDED = re.compile(r"不(?:涉及|需要?|使用|采用|含)|无(?:需|特殊|此)|没有特殊")
_TOLD_BELOW = re.compile(r"[下附]表|如下|见|[：:]$")


def open_part(guidance: str, text: str) -> str:
    """What is open, in words for a letter; empty where nothing is."""
    column = next(_empty_columns(guidance, text), None)
    if column is not None:
        return f"表中“{column}”一栏没有填写"
    label = next(_without_figure(guidance, text), None)
    return f"“{label}”没有写明指标" if label is not None else ""


def _empty_columns(guidance: str, text: str) -> Iterator[str]:
    """Heads, asked for by the guidance, over nothing but dashes and promises, where no prose tells it either."""
    asked = squeeze(guidance)
    prose = "\n".join(line for line in text.split("\n") if "\t" not in line)
    for rows in tables_of(text):
        for at, head in enumerate(map(squeeze, rows[0])):
            cells = [squeeze(row[at]) for row in rows[1:]]
            named = _NOTE.sub("", head)
            told = len(cells) < _FEWEST_ROWS or len(named) < _SHORTEST_HEAD
            told = told or not all(part in asked for part in _PARTS.split(named))
            if not told and named[-_KIND:] not in prose and all(map(_says_none, cells)):
                yield head


def tables_of(text: str) -> Iterator[Sequence[list[str]]]:
    """Lines of as many cells each that follow one another."""
    lines = [line.split("\t") for line in text.split("\n")]
    for width, rows in groupby(lines, key=len):
        if width > 1:
            yield list(rows)


def _says_none(cell: str) -> bool:
    return _EMPTY.fullmatch(cell) is not None or is_placeholder(cell) or evades(cell, _LONGEST_CELL)


def _without_figure(guidance: str, text: str) -> Iterator[str]:
    """主要原材料要求：选用口碑好的品牌，质量过硬, where their figures are asked."""
    asked = {
        thing
        for said in _FIGURES_OF.finditer(guidance)
        for part in _PARTS.split(said["what"])
        if len(thing := _GENERAL.sub("", part)) > 1
    }
    for line in _LABELLED.finditer(text) if asked else ():
        said, below = line["said"], text[line.end() + 1 :].partition("\n")[0]
        elsewhere = "\t" in below or _TOLD_BELOW.search(said) is not None or is_nothing(said)
        elsewhere = elsewhere or _FIGURE.search(below) is not None
        bare = _FIGURE.search(said) is None and _NONE_NEEDED.search(said) is None
        if bare and not elsewhere and _OF_IT.sub("", line["label"]).endswith(tuple(asked)):
            yield line["label"]
