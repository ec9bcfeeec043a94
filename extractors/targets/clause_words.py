"""Where the words of a figure stand: its clause, its sentence, the label before its colon."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from extractors.values.quantities import Quantity

_CLAUSE_END = re.compile(r"[，。；;：:\n\t！？]|,(?!(?<=\d,)\d{3}(?!\d))")  # not the comma of 1,536
_SENTENCE_END = re.compile(r"[。；;\n\t！？]")
_OPEN_BRACKETS = re.compile(r"[（(][^（）()]*$")
# 蠕变率（70℃，300MPa）小于0.5%: what a bracket says between metric and figure parts them not.
_BRACKET_BEFORE = re.compile(r"[（(][^（）()\n]{1,60}[）)](?:[：:]\s?)?[^（）()，,。；;：:\n\t]{0,40}$")
_ITEM_LABEL = re.compile(
    r"[\s·•▪●◆\-]*+(?:(?:指标|目标)[一二三四五六七八九十\d]{1,2}[\s、.:：]{1,3}|其[一二三四五六七八九十][，,、]|[（(]?(?:\d{1,2}|[一二三四五六七八九十a-z①-⑳])?[）).、．]?)\s*"
    r"(?P<label>[\u4e00-\u9fffA-Za-z]{2,24})[:：。]"
)
# 完成时不超过16天, 本公司现在22天: when, and of nobody but the applicant, of the item's label
WHEN_ALONE = re.compile(
    r"时|目|(?:[本我](?:公司|单位|厂|院|所|方|们)?)?(?:现[状有为值在]?(?:累计|水平)?|目前|当前)|到期|届时|(?:目标|承诺)值?"
    r"|(?:到?项目|任务|攻关|课题)?(?:完成|结束|结题|验收|到期|建成|投产)[时后]"
)
# 抗压强度：在1.0～2.5MPa之间, 车速：应达到80米/分钟: between a label and its figure
_BETWEEN = re.compile(r"\s*(?:(?:应当?|须|需)?(?:保持|控制|稳定)?(?:在|为|达到?|介于)|应|须)?\s*")
_FARTHEST = 120
_HEADING = re.compile(r"(?:目标|指标|要求|任务|内容|如下|包括|条件|方面|阶段|其中|情况|成果|效益)$")


@dataclass(frozen=True, slots=True)
class ClauseMarks:
    """Where clauses and sentences of a stretch end, in order: found once, since every figure asks for them."""

    clauses: list[int]
    sentences: list[int]

    @classmethod
    def of(cls, stretch: str) -> "ClauseMarks":
        """The marks of a stretch."""
        clauses = [match.start() for match in _CLAUSE_END.finditer(stretch)]
        return cls(clauses, [match.start() for match in _SENTENCE_END.finditer(stretch)])

    def clause_start(self, before: int) -> int:
        """Behind the last mark before an offset; 0 where there is none."""
        index = bisect_left(self.clauses, before)
        return self.clauses[index - 1] + 1 if index else 0


def clause_start(stretch: str, quantity: Quantity, previous: int, marks: ClauseMarks) -> int:
    """Where the words of a figure begin: behind the last mark, or behind the figure before in a list with 、."""
    at = quantity.outer_start
    aside = _BRACKET_BEFORE.search(stretch, max(0, at - _FARTHEST), at)
    if aside is not None and previous > max(stretch.rfind(mark, aside.start(), at) for mark in "）)"):
        aside = None  # 3.0 g/(L·h)、糖转化率…: the bracket is the figure's before
    upto = aside.start() if aside else at
    previous = previous if previous <= upto else 0
    start = max(previous, marks.clause_start(upto))
    start = _label_start(stretch, start, at, previous, marks)
    bracket = _OPEN_BRACKETS.search(stretch, start, at)
    if bracket is not None and (not quantity.compared or stretch[bracket.start() + 1 : at].strip()):
        return bracket.start() + 1  # （≥2000次） is measured by what stands before the bracket
    joints = " 、和及与）)" if start == previous > 0 else " 、）)"  # 与标准方法偏差 begins with its own 与
    while start < at and stretch[start] in joints:
        start += 1
    return start


def item_label(stretch: str, before: int) -> str:
    """算力 in (2) 算力：FP16稠密，合计0.62 EFLOPS: the label of the item, of whose figure nothing else is said.

    Of the sentence, else of the line: 其四，算力。目前0.1 EFLOPS，到期0.6 EFLOPS.
    """
    for marks in ("\n。；;", "\n"):
        begin = max(stretch.rfind(mark, 0, before) for mark in marks) + 1
        label = _ITEM_LABEL.match(stretch, begin, before)
        if label is not None and _HEADING.search(label["label"]) is None:
            return label["label"]
    return ""


def named_by(stretch: str, words: str, before: int) -> str:
    """The words of a figure's clause, or its item's label where they only say when."""
    return item_label(stretch, before) if WHEN_ALONE.fullmatch(re.sub(r"\s", "", words)) else words


def _label_start(stretch: str, start: int, at: int, previous: int, marks: ClauseMarks) -> int:
    """漏检率：≤0.1%: with nothing behind the colon the label is the metric, unless it is a heading (考核指标：).

    So it is where a narrow cell breaks the line before the sign: 丙烯选择性 / ≥91%.
    """
    broken = stretch[start - 1 : start] == "\n" and stretch[at : at + 1] in tuple("≥≤＞＜><")
    if start == 0 or not _BETWEEN.fullmatch(stretch, start, at) or not (broken or stretch[start - 1] in "：:"):
        return start
    begin = max(previous, marks.clause_start(start - 1))
    label = stretch[begin : start - 1].strip()
    return begin if 2 <= len(label) <= 24 and _HEADING.search(label) is None else start


def sentence_of(stretch: str, quantity: Quantity, marks: ClauseMarks) -> tuple[int, int]:
    """The half-open offsets of the sentence that holds a figure."""
    first = bisect_left(marks.sentences, quantity.start)
    last = bisect_left(marks.sentences, quantity.end)
    start = marks.sentences[first - 1] + 1 if first else 0
    return start, marks.sentences[last] if last < len(marks.sentences) else len(stretch)
