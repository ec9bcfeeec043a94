"""The words around a claim: its sentence, or its row of a table, with what stands before and behind its figure."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from extractors.values.quantities import find_quantities
from pipeline.screening.case import Case
from schemas.facts import Passage, Target

_FAR = 160  # characters behind the figure
_ENDS, _CELL_ENDS = re.compile(r"[。\n]"), re.compile(r"\t|；[^；：，。]{1,8}：")
_CELL_HEAD = re.compile(r"；\s?(?P<label>[^：；，。\n]{2,24})：")
# 96%；7%，大浪时放宽至12%: the next cell of a row that tells no heads
_VALUE_CELL = re.compile(
    r"；\s?(?:约|不[超低高少大小][于过]|[≥≤><＞＜])?\s?(?!20\d\d)\d{1,9}(?:\.\d{1,4})?\s?[^\s\d，；。：（）()]{0,6}(?=[，；（(]|$)"
)
_CLAUSES = re.compile(r"[，。；;\n\t]")
# 五个领域各至少1个, 每个县不少于2台, 单条线3套: of each of several, not of the whole
_OF_EACH = re.compile(
    r"(?:各(?:(?:自|有|设|配|建|布|为|需|须|将|安排|部署)[^，,。；;、\d共总合]{0,12})?|分别[^，,。；;、\d共总合]{0,12}"
    r"|(?:每|单个|任一)[^，,。；;、\d]{1,16}|[人户台站点区县线组]均)"
    r"(?:不[少低]于|不小于|至少|[≥>＞]|最少|超过|达到?|约|\s)*$"
)


def is_of_each(sentence: str, claim: Target) -> bool:
    """五个领域各至少1个: the claim's figure, wherever the sentence has it, is that of each of several things."""
    figures = [one for one in find_quantities(sentence) if (one.value, one.unit) == (claim.value, claim.unit)]
    return bool(figures) and all(_OF_EACH.search(sentence[: one.start]) for one in figures)


@dataclass(frozen=True, slots=True)
class Around:
    """``sentence`` up to its full stop or line end on both sides; the claim's own words in it, half open."""

    sentence: str
    start: int
    end: int

    @property
    def behind(self) -> str:
        """What follows the claim's words."""
        return self.sentence[self.end : self.end + _FAR]

    @property
    def in_cell(self) -> str:
        """The same, in the claim's own cell of a row."""
        stop = _CELL_ENDS.search(self.behind)
        return self.behind[: stop.start()] if stop is not None else self.behind

    @property
    def before(self) -> str:
        """The words of the claim's clause before its figure."""
        said = self.sentence[self.start : self.end]
        figure = re.search(r"\d", said)
        own = said[: figure.start()] if figure is not None else ""
        return _CLAUSES.split(self.sentence[: self.start])[-1] + own


def around(case: Case, claim: Target) -> Around | None:
    """None where no passage holds the claim's words in one piece."""
    for passage in case.submission.passages:
        said = _said_in(passage.text, claim.evidence.text) if passage.evidence.overlaps(claim.evidence) else None
        if said is not None:
            at = _place(passage, claim, said)
            begin = max((end.end() for end in _ENDS.finditer(passage.text, 0, at)), default=0)
            stop = _ENDS.search(passage.text, at + len(said))
            sentence = passage.text[begin : stop.start() if stop is not None else len(passage.text)]
            return Around(sentence, at - begin, at - begin + len(said))
    return None


def within_own(told: Around, others: Collection[str]) -> Around:
    """The same without the cells behind that are of ``others``: 剥离检出率：92%；误报率：潮湿段放宽至12%.

    A table whose heads are the metrics tells each in a cell of its own; a row's remark is of the row's own metric.
    """
    heads = _CELL_HEAD.finditer(told.sentence, told.end)
    stops = [head.start() for head in heads if re.sub(r"\s", "", head["label"]) in others][:1]
    stops += [cell.start() for cell in [_VALUE_CELL.search(told.sentence, told.end)] if cell is not None]
    return replace(told, sentence=told.sentence[: min(stops)]) if stops else told


def _said_in(text: str, words: str) -> str | None:
    """The words as the text has them: a blank or a line's end of the source (2. 系统) may be gone there."""
    ways = (words, re.sub(r"\s*\n\s*", "", words))
    for way in ways:
        if way in text:
            return way
    spaced = re.search(r"\s?".join(map(re.escape, re.sub(r"\s", "", words))), text)
    return spaced.group() if spaced is not None else None


def _place(passage: Passage, claim: Target, said: str) -> int:
    """Where the claim's own words stand: of ≥14天 | 14天（25℃条件下） the second, where that is the claim."""
    whole = passage.evidence
    before = whole.text[: max(claim.evidence.start - whole.start, 0)].count(said)
    at = passage.text.index(said)
    for _ in range(before):
        later = passage.text.find(said, at + len(said))
        at = later if later >= 0 else at
    return at
