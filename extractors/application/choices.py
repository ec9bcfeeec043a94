"""The directions an applicant chose (揭榜方向): boxes ticked, or a name in words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.forms.labels.words import is_known_label
from extractors.text.notice_words import alternation
from extractors.text.spans import bare, squeezed
from extractors.text.ticks import Option, find_options
from extractors.values.han_numerals import han_value
from schemas.facts import FormField
from schemas.outline import Outline, Role
from schemas.submission import TickedDirection
from schemas.text import Text

_FORMS = frozenset({Role.COVER, Role.FORM, Role.OTHER, Role.BODY, Role.TASK_BOOK})
_WORDS = alternation("direction_words")
# 方向3：…, 方向三…, 任务2、…, 榜单一：…, 赛题4…; a number of its own (3.…) counts only among boxes.
_NUMBERED = re.compile(
    rf"(?:(?:揭榜|申报|攻关|重点)?(?:{_WORDS}|任务|领域|项目|题目|场景|难题|需求|类型|榜)\s*)(?P<number>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})"
    r"\s*(?:[:：、.．]|\s|(?=[“《]))?\s*(?P<name>.*)",
    re.DOTALL,
)
_BARE_NUMBER = re.compile(r"(?P<number>\d{1,2})\s*[.．、:：]\s*(?P<name>\D.*)", re.DOTALL)
# □1智能芯片: without a mark the number counts only where all options are numbered so, 1, 2, 3, …
_MARKLESS = re.compile(r"(?P<number>\d{1,2})\s?(?P<name>[\u4e00-\u9fff].*)", re.DOTALL)
_LABEL = re.compile(
    r"方向|榜单(?!位)|[榜赛选命]题|(?:揭榜|申报|攻关|重点)领域|揭榜任务|专题|任务类别|项目类别|申报类别|(?:试点|支持|申报)类型|榜号|任务名称|(?:项目|任务|课题|题目|榜题)(?:编号[及和与、]名称|名称[及和与、]编号)"
)
_OFFERED = re.compile(
    r"(?:揭榜|攻关|拟揭榜)(?:项目|任务|课题|内容|题目|场景|难题|需求)"
)  # with boxes behind: the call's list
# 申报项目（请选择一项）, on a line above its boxes
_TO_CHOOSE = re.compile(
    r"(?:申报|申请|受理|资助|扶持|揭榜)(?:的)?(?:项目|类别|专题|类型|任务|内容)\s?[（(](?:请|限|只能|可)?[^（()）\n]{0,6}(?:选择?|勾选|打[√勾])[^（()）\n]{0,10}[)）][:：]?$"
)
_DIRECTION = re.compile(r"方向|榜单(?!位)|[榜赛选命]题|(?:揭榜|攻关)(?:项目|任务|课题|内容|题目|场景|难题|需求)")
_TO_TICK = re.compile(r"[（(](?:单选|多选|限选|任选|请?勾选|选一|打[√勾]|请?选择)[^（()）\n]{0,10}[)）]")
_LONGEST_LABEL = 20
_NAMES_WORK = re.compile(
    r"单位|(?<![及和与、+＋/])编号(?!及|和|与|、|[+＋/])|编码|内容名称|项目名称|产品名称|成果名称|行业"
)
_CODE_LABEL = re.compile(rf"(?:揭榜)?(?:{_WORDS}|任务|题目|需求|[难榜课]题)(?:编号|序号|代码)")
_CODE = re.compile(r"(?:[A-Za-z]{1,6}(?:[-—]?20\d\d(?=[-—]))?\s*[-—]?\s*)?0*(?P<number>[1-9]\d?)")  # JB-02
# JB-02 某某系统, 感知器件—2 某某传感器: the list's number and the name in one answer.
_CODED = re.compile(
    r"(?:[A-Za-z]{1,6}(?:[-—]?20\d\d)?|[\u4e00-\u9fff]{2,8})\s*[-—]\s*0*(?P<number>[1-9]\d?)\s*(?P<name>[\u4e00-\u9fff“《].{3,})",
    re.DOTALL,
)
# 某某典型应用（方向12）
_BEHIND = re.compile(r"(?P<name>[^（(]{4,})[（(](?:揭榜|申报)?(?:方向|任务|榜题|榜单|课题)\s*(?P<number>[1-9]\d?)[)）]")
_WRITTEN = re.compile(
    rf"(?:{_WORDS}|任务|课题)\s?(?P<number>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?!\d)[\s：:、]*(?P<name>[^\n]{{0,40}})"
)
_SAME = 4
_OPENING = 800
_PAIR, _LONGEST_CHOICE, _LONGEST_PAIR = re.compile(r"兼[报揭]"), 60, 120  # 方向三（…），同时兼报方向五（…）
_SAID = re.compile(
    # 决定揭榜“任务一 井下有轨电机车无人驾驶系统”
    r"(?:揭榜|应榜|申报|申请)[“《]?(?:榜题|榜单|方向|任务|课题)(?P<counted>\d{1,2}"
    r"|[一二三四五六七八九十]{1,3})[\s：:、]*[“《]?(?P<called>[^”》，。；\n]{4,40})[”》]"
    r"|"
    r"(?:揭榜|申报|应榜|申请)[^。；\n\d]{0,16}?第?[ ]?(?P<number>\d{1,2}|(?<=第)[一二三四五六七八九十]{1,3}"
    r"|[一二三四五六七八九十]{1,3}(?=号))\s?号?(?:榜题|榜单|方向|任务|课题)"
    r"(?:[“《](?P<name>[^”》\n]{2,40})[”》])?"
)


def find_choices(text: Text, outline: Outline, fields: Sequence[FormField]) -> list[TickedDirection]:
    """The directions chosen, boxes first: ``ticked`` False where the applicant named one in words."""
    offered, found = [], []
    boxes = list(_boxes(text, outline))
    said = [squeezed(text.clean[option.label_start : option.label_end]) for option, _ in boxes]
    in_order = len(boxes) > 1 and all(of_directions for _, of_directions in boxes)
    for (option, _), (number, name) in zip(boxes, _numbered(said, in_order), strict=True):
        offered.append((number, name))
        if option.ticked:
            evidence = text.evidence(option.start, option.label_end)
            found.append(TickedDirection(number=number, name=name, ticked=True, evidence=evidence))
    found = _behind_kinds(text, [option for option, _ in boxes]) or found or list(_in_cells(fields))
    numbers = {bare(name): number for number, name in offered}
    found += _named(fields, numbers)
    return found if found or offered else list(_in_words(text))


def _behind_kinds(text: Text, boxes: Sequence[Option]) -> list[TickedDirection]:
    """☐感知器件 ☑整机系统 / 方向5 某某机器人: the boxes are of kinds, and the direction is written behind them."""
    if not boxes or any(_NUMBERED.match(text.clean, one.label_start, one.label_end) for one in boxes):
        return []
    at = boxes[-1].label_end
    block = next((one for one in text.blocks_in(at - 1, at) if one.table is not None), None)
    said = _WRITTEN.search(text.clean, at, block.end) if block is not None else None
    number = _number(said["number"]) if said is not None else None
    if said is None or number is None:
        return []
    evidence = text.evidence(said.start(), said.end())
    return [TickedDirection(number=number, name=said["name"].strip() or said.group(), ticked=True, evidence=evidence)]


def _in_cells(fields: Iterable[FormField]) -> Iterator[TickedDirection]:
    """难题编号 | □CM-07 | √CM-08: boxes in cells of their own, which only their row shows to be boxes."""
    for field in fields:
        if (
            field.role not in _FORMS
            or len(field.options) < 2
            or field.value is None
            or field.value_evidence is None
            or not _asks(field.label)
        ):
            continue
        said = field.value if isinstance(field.value, tuple) else (field.value,)
        for (number, name), option in zip(_numbered(list(field.options), False), field.options, strict=True):
            if option in said:
                yield TickedDirection(number=number, name=name, ticked=True, evidence=field.value_evidence)


def _in_words(text: Text) -> Iterator[TickedDirection]:
    """我单位拟揭榜第三号榜题“…”: in the opening of an application that has no form."""
    match = _SAID.search(text.clean, 0, _OPENING)
    number = _number(match["number"] or match["counted"]) if match else None
    if match is not None and number is not None:
        evidence = text.evidence(match.start(), match.end())
        name = match["name"] or match["called"] or match.group()
        yield TickedDirection(number=number, name=name, ticked=False, evidence=evidence)


def _numbered(options: list[str], in_order: bool) -> list[tuple[int | None, str]]:
    """Number and name of each option; ``in_order``: where none prints a number it is the place in the list."""
    found = [split_number(words, boxed=True) for words in options]
    codes = [code for words in options if (code := _CODE.fullmatch(words)) is not None]
    series = {code.group()[: code.start("number") - code.start()].rstrip("0") for code in codes}
    if len(options) > 1 and len(codes) == len(options) and len(series) == 1:  # of A-1 and B-1 the number says nothing
        return [(int(code["number"]), code.group()) for code in codes]
    coded = [_CODED.fullmatch(words) for words in options]
    told = [
        (words[: m.start("number")].rstrip("0"), int(m["number"]), m["name"])
        for m, words in zip(coded, options, strict=True)
        if m
    ]
    if len(options) > 1 and len(told) == len(options) and len({series for series, _, _ in told}) == 1:
        return [(number, name) for _, number, name in told]
    plain = [_MARKLESS.fullmatch(words) for words in options]
    if len(options) > 1 and all(plain) and all(number is None for number, _ in found):
        numbers = [int(match.group("number")) for match in plain if match is not None]
        if numbers == list(range(1, len(numbers) + 1)):
            return [(int(m.group("number")), m.group("name")) for m in plain if m is not None]
    if in_order and all(number is None for number, _ in found) and len(set(options)) == len(options):
        return [(index, name) for index, (_, name) in enumerate(found, start=1)]
    return found


def selected(choices: Iterable[TickedDirection]) -> tuple[int, ...]:
    """The numbers chosen: the boxes win over the words."""
    ticked = [c.number for c in choices if c.ticked and c.number is not None]
    named = [c.number for c in choices if not c.ticked and c.number is not None]
    return tuple(dict.fromkeys(ticked or named))


def split_number(words: str, *, boxed: bool = False) -> tuple[int | None, str]:
    """方向3：高质量数据集 -> 3 and 高质量数据集; the number is None where none is printed."""
    if boxed and "①" <= words[:1] <= "⑳" and len(words) > 1:
        return ord(words[0]) - ord("①") + 1, words[1:].strip()
    match = _NUMBERED.fullmatch(words) or (_BARE_NUMBER.fullmatch(words) if boxed else None)
    if match is None:
        return None, words
    return _number(match.group("number")), match.group("name").strip() or words


def _number(words: str) -> int | None:
    value = han_value(words)
    return None if value is None else int(value)


def _boxes(text: Text, outline: Outline) -> Iterator[tuple[Option, bool]]:
    """The boxes with a direction's number, or under a label that asks for a direction or a kind.

    With each whether the label asks for a direction, so that its options are the call's list.
    """
    asked, label, led, column = False, "", "", -1
    for block in text.blocks:
        if outline.division_at(block.start).role not in _FORMS:
            continue
        words = text.clean[block.start : block.end]
        options = find_options(text.clean, block.start, block.end)
        lead = text.clean[block.start : options[0].start] if options else ""
        # 专题方向：□（一）… with √（二）… on a line of its own below
        lead = led if options and not lead.strip() else lead
        led = lead
        for option in options:
            if (
                asked
                or _asks(lead)
                or _OFFERED.search(lead)
                or _NUMBERED.match(text.clean, option.label_start, option.label_end)
            ):
                yield option, _DIRECTION.search(lead or label) is not None
        if not options and block.table is None and (_TO_CHOOSE.search(words) or _is_asking_label(words)):
            asked, label, column = True, words, -1
        elif is_known_label(words) or (not options and block.table is not None and _names_choice(words)):
            asked, label = _asks(words) or _OFFERED.fullmatch(words.strip("：: ")) is not None, words
            column = block.column if block.table is not None else -1
        elif not options and block.table is not None and block.column == column:
            asked, label = _asks(words), words  # 是否联合体, in the labels' column: the next question
        elif not options:
            asked = asked and len(words) <= 12


def _names_choice(words: str) -> bool:
    """所揭榜单（单选）, a cell in words that no list of labels has."""
    return len(words) <= _LONGEST_LABEL and _TO_TICK.search(words) is not None and _asks(words)


def _is_asking_label(words: str) -> bool:
    """所揭榜题：, 1、拟揭榜单（单选） on a line of its own, in words that no list of labels has."""
    ends = words.rstrip().endswith(("：", ":")) or _TO_TICK.search(words) is not None
    return len(words) <= _LONGEST_LABEL and ends and _asks(words)


def _asks(words: str) -> bool:
    if _CODE_LABEL.fullmatch(words.strip("：: ")) is not None:
        return True  # 难题编号 with boxes: □CM-07 √CM-08
    return _LABEL.search(words) is not None and _NAMES_WORK.search(words) is None


def _named(fields: Iterable[FormField], numbers: dict[str, int | None]) -> Iterator[TickedDirection]:
    """What the cover or a field without boxes names; the boxes' list gives it its number."""
    fields = list(fields)
    code = next((number for field in fields if (number := _code(field)) is not None), None)
    for field in fields:
        if field.options or not isinstance(field.value, str) or field.value_evidence is None or not _asks(field.label):
            continue
        if len(field.value) > (_LONGEST_PAIR if _PAIR.search(field.value) else _LONGEST_CHOICE):
            continue
        number, name = split_number(squeezed(field.value), boxed=_DIRECTION.search(field.label) is not None)
        coded = (_CODED.fullmatch(name) or _BEHIND.fullmatch(name)) if number is None else None
        if coded is not None:
            number, name = int(coded["number"]), coded["name"]
        if number is None:
            number = _like(bare(name), numbers) or code
        yield TickedDirection(number=number, name=name, ticked=False, evidence=field.value_evidence)


def _code(field: FormField) -> int | None:
    """榜单编号 JB-02 -> 2."""
    if not isinstance(field.value, str) or _CODE_LABEL.fullmatch(field.label) is None:
        return None
    match = _CODE.fullmatch(field.value.strip())
    return int(match["number"]) if match else None


def _like(name: str, numbers: dict[str, int | None]) -> int | None:
    """The number of the one option that these words are, or are a part of."""
    if name in numbers:
        return numbers[name]
    if len(name) < _SAME:
        return None
    close = [
        number for option, number in numbers.items() if len(option) >= _SAME and (option in name or name in option)
    ]
    return close[0] if len(close) == 1 else None
