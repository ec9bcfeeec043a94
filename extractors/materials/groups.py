"""Lists in groups: （一）某专题材料 above 1., 2.; ◆专项材料（按事项提供） above them all; whom a group is asked of."""

import re
from collections.abc import Sequence

from extractors.materials.lists import is_thing
from extractors.materials.names import condition_of
from extractors.text.items import Item
from extractors.text.marks import COUNT

_RANK = ("named", "han", "han_paren", "arabic", "dotted", "paren", "half", "letter", "circled", "bullet", "coded")
_LONGEST_HEAD = 40  # characters
_WHOLE = re.compile(r"(?:材料|资料|文件)(?:\s?[（(][^（）()]{1,30}[)）])?[：:]?$")  # ◆基础材料（必要）
# 冷链仓库（事项2）: those who apply for the second of what is offered
_OF_CHOICE = re.compile(
    rf"[（(](?P<which>(?:事项|方向|专题|赛道|类别)\s?{COUNT}(?:\s?[、和及]\s?{COUNT}){{0,9}})[)）][：:]?$"
)


def holds_list(items: Sequence[Item], index: int, clean: str) -> bool:
    """An item of a higher style whose items follow: （一）某专题申报资料 above 1., 2., 3.; ◆专项材料 above 1., 2.."""
    if index + 1 >= len(items) or items[index].style == items[index + 1].style:
        return False
    words = _words(items[index], clean)
    if len(words) > _LONGEST_HEAD:
        return False
    above, below = items[index].style, items[index + 1].style
    if "bullet" in (above, below):
        # 3. the last item below ◆, and ◆ the next group: a mark that came before the numbers counts for more
        first = next(item.style for item in items if item.style in (above, below))
        names = above == "bullet" and is_thing(words) and _WHOLE.search(words) is None
        return first == above and not names
    return _RANK.index(above) < _RANK.index(below)


def conditions_of_groups(items: Sequence[Item], clean: str) -> list[str | None]:
    """For each item the words of the group around it that make it conditional: 事项2, 根据具体事项提供; else None."""
    found: list[str | None] = []
    around: list[tuple[str, str | None]] = []
    for index, item in enumerate(items):
        styles = [style for style, _ in around]
        if item.style in styles:
            del around[styles.index(item.style) :]
        found.append(next((words for _, words in reversed(around) if words), None))
        if holds_list(items, index, clean):
            around.append((item.style, _asked_of(_words(item, clean))))
    return found


def _asked_of(head: str) -> str | None:
    chosen = _OF_CHOICE.search(head)
    return chosen["which"] if chosen is not None else condition_of(head)


def _words(item: Item, clean: str) -> str:
    return clean[item.body : item.end].rstrip("。；; ")
