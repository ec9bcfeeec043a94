"""What a list of directions asks of each of them (共性考核要求), in lines of its own."""

import re

from extractors.directions.labels.parts import FORM_ROLES
from extractors.text.marks import NUMBERED
from extractors.text.spans import Span
from schemas.outline import Outline, Role
from schemas.text import Text

# 共性考核要求, 三、绩效要求: what the work has to yield whichever direction it is for
_NAME = (
    r"(?:(?:共性|共同)(?:的)?(?:考核|验收|任务)?|(?:通用|统一)(?:的)?(?:考核|验收)|(?:项目|共性|总体)?绩效|通用(?=指标|目标))"
    r"(?:指标|目标|要求)(?:要求)?"
)
_TITLE = rf"(?:{NUMBERED}\s?)?{_NAME}(?:[（(][^（）()\n]{{1,20}}[)）])?"
_ALONE = re.compile(rf"{_TITLE}\s*[:：]?")
_RUN_IN = re.compile(rf"{_TITLE}\s*[:：](?=\s*\S)")
# 除表中所列指标外，每个项目还应申请发明专利不少于5件
_EACH = re.compile(
    r"(?:除[^，。；\n]{2,24}[外上]，)?(?:每[个项]|各|所有|全部)(?:榜单|项目|任务|课题|方向|榜题)(?:任务|项目)?(?:还|均|都|同时){0,2}[应须需]当?"
    r"(?:牵头|联合|参与)?(?:申请|取得|形成|发表|制定|制修订|获得|培养|产出|新增)[^。；\n]{4,120}"
)


def common_requirements(text: Text, outline: Outline) -> list[Span]:
    """The stretches, each from its title to the next heading or the end of its part of the call, in order.

    So is what a sentence of the call asks of every project.
    """
    found = []
    for block in text.blocks:
        role = outline.division_at(block.start).role
        if block.table is not None or role in FORM_ROLES or role is Role.RECOMMENDATION:
            continue
        words = text.clean[block.start : block.end].strip()
        if _ALONE.fullmatch(words):
            found.append(Span(block.start, _end(outline, block.start, block.end)))
        elif _RUN_IN.match(words):
            found.append(Span(block.start, block.end))
        elif role is Role.BODY and (each := _EACH.search(text.clean, block.start, block.end)) is not None:
            found.append(Span(each.start(), each.end()))
    return found


def _end(outline: Outline, start: int, below: int) -> int:
    """The next heading behind the title, else the end of the division."""
    headings = (section.start for section in outline.sections if section.start >= below)
    return min(outline.division_at(start).end, next(headings, outline.division_at(start).end))
