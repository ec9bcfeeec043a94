"""Where a figure starts from (起点): 由20MHz提升到100MHz, 82%→95%, 2行 / 一次收4行."""

import re

from extractors.values.quantities import Quantity

_NEAR = 16  # characters before a figure that are looked at
_FROM = re.compile(
    r"[由从自](?:(?:目前|现有|现状|原来|当前|现在|上一?代|前一?代|[一旧老]代|原型|首代|初代|(?:改造|升级|实施)前)?(?:产品|样机|机型|水平)?的?"
    r"|(?!主|行)[\u4e00-\u9fff]{2,6}的)(?:不足|不到|约|近)?(?:每(?:分钟|小时|秒|[天日年月吨台]))?$"
)
# 稳定在86%以上，高于目前的76%
_THAN_NOW = re.compile(r"(?:[高低优大小]于|超过|[较比])(?:目前|现有|当前|现在|原有|现行)(?:水平|方法|工艺)?的?$")
_TO = re.compile(r"\s?(?:左右)?[\u4e00-\u9fff]{0,4}?(?:到|至|为)")
# 4.6%/不超过2.5%, 82%→95%: before the mark what is, behind it what is to be.
_WAS = re.compile(
    r"(?<![\d.,≤≥<>＜＞于过])(?<![≤≥]\s)\d[\d.,]{0,12}\s?[^\s\d，。；：:/、→（）()]{0,8}\s?"
    r"(?:[/／]\s?(?=[^\d，。；/\n]{0,4}(?:不[超低少大小高]|[≥≤]))|(?:→|⟶|⇒|->|—>|➔)\s?(?=[^\d，。；/\n]{0,8}\d))"
)
# 作业行数：2行 / 一次收4行, 准确率：无此功能 / 92%: the same, in a line with its label.
_WAS_IN_LINE = re.compile(
    r"(?<=[:：])\s?(?:\d[\d.,]{0,12}\s?(?P<unit>[^\s\d，。；：:/、→（）()]{1,8})\s?[/／]\s?(?=[\u4e00-\u9fff]{1,9}\d[\d.,]*\s?(?P=unit))"
    r"|(?:无|尚?未|没有?)[\u4e00-\u9fff]{0,5}\s?[/／](?=[^\d，。；：:/、\n]{0,9}\d))"
)
# 附着力（现状8.1 MPa）：≥12 MPa: a bracket between a label and its colon.
_STATE = re.compile(r"[（(](?:现状|现[为有]|目前|当前|基[线准]|起点|原有?)[^（）()\n]{1,24}[)）](?=\s?[:：])")


def without_state(words: str) -> str:
    """附着力：≥12MPa for 附着力（现状8.1MPa）：≥12MPa."""
    return _STATE.sub("", words)


def without_what_was(stretch: str) -> str:
    """The stretch with blanks, one for each character, where it says what was before what is to be (82%→95%)."""
    stretch = _STATE.sub(lambda state: " " * len(state.group()), stretch)
    for before in (_WAS, _WAS_IN_LINE):
        stretch = before.sub(
            lambda was: was.group() if "/" in _name_of(was.string, was) else " " * len(was.group()), stretch
        )
    return stretch


def _name_of(stretch: str, was: re.Match[str]) -> str:
    """What stands before the figure in its clause: 上行/下行速率 names two."""
    begin = max(stretch.rfind(mark, 0, was.start()) for mark in "，。；;\n") + 1
    return stretch[begin : was.start()]


def is_baseline(stretch: str, quantity: Quantity) -> bool:
    """由20MHz提升到100MHz: the first figure is where it starts from; 高于目前的76% tells what there is."""
    return (
        _FROM.search(stretch, max(0, quantity.start - _NEAR), quantity.start) is not None
        and _TO.match(stretch, quantity.outer_end) is not None
    ) or _is_what_there_is(stretch, quantity)


def _is_what_there_is(stretch: str, quantity: Quantity) -> bool:
    """稳定在86%以上，高于目前的76%: behind a figure of the same unit in the sentence; no multiple of what there is."""
    if _THAN_NOW.search(stretch, max(0, quantity.start - _NEAR), quantity.start) is None or quantity.unit in (
        None,
        "倍",
    ):
        return False
    begin = max(stretch.rfind(mark, 0, quantity.start) for mark in "。；;\n") + 1
    return re.search(rf"\d\s?{re.escape(quantity.unit)}", stretch[begin : quantity.start]) is not None
