"""Directions written by code (J2026-04, 方向4) and name: a code before another's name, two in one field."""

import re
from collections.abc import Iterator

from extractors.values.han_numerals import han_value
from pipeline.screening.application.labels import alike
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import value_text
from schemas.evidence import Evidence
from schemas.notice import Direction, Notice
from schemas.outline import Role
from schemas.submission import Submission

# J2026-04, JB-03, 2026JB05; letters with digits, or numbers joined by dashes
_CODE = (
    r"(?<![A-Za-z\d])(?:[A-Za-z]{1,6}[-—]?\d{1,8}(?:[-—–]\d{1,4})*|20\d{2,6}[A-Za-z]{0,4}(?:[-—–]\d{1,4})+"
    r"|20\d\d[A-Za-z]{1,4}\d{1,4})(?!\d)"
)
_CODED = re.compile(rf"(?P<code>{_CODE})\s*[、，,：:）)\s“\"《]*(?P<name>[^，。；;\n”\"》]{{4,60}})")
_THING = "(?:方向|榜单|任务|课题|题目|需求|榜题|选题|难题)"
_COUNT = r"(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})"
_THEN = r"(?!\d)\s*[、，,：:）)\s“\"《]*(?P<name>[^，。；;\n□☐”\"》]{4,60})"
_ORDERED = (
    re.compile(rf"{_THING}\s?{_COUNT}{_THEN}"),
    re.compile(rf"第{_COUNT}(?:道?题|榜|项(?:任务|课题|需求)?|个?方向){_THEN}"),
)
# 序号3：…, and 3 …, under a label that asks for it: the number of the notice's list
# not 2.1 …, the number of a paragraph of the notice
_COUNTED = (
    re.compile(rf"^(?:序号|题号|编号)\s?{_COUNT}(?![.．]\d){_THEN}"),
    re.compile(rf"^{_COUNT}(?![.．]\d)[、.．：:]?{_THEN}"),
    re.compile(rf"^[（(]{_COUNT}(?=[)）]){_THEN}"),
)
_PADDED = re.compile(r"0[1-9](?![\d.．])")
_ASKS_COUNT = re.compile(r"序号|题号|编号")
_LABEL = re.compile(r"榜单|方向|编号|揭榜任务|任务名称|题目|课题|榜题")
# 所揭榜题：榜题四 某某, 我公司揭榜“方向3 某某”: a line at the head, or of the letter, that says what is chosen
_CHOSEN_LINE = re.compile(
    r"^[\s（(]{0,4}(?:所|拟|现|本次)?(?:[揭选应报申]|揭榜|申报|申请|选择|响应|对应|承担|攻关)?(?:的)?(?:榜单|方向|任务|课题|题目|榜题|选题|难题|需求)[^，。；:：]{0,10}[:：]"
    r"|(?:揭榜|申报|申请|应榜|承担|参加|选择|揭[榜下取]?了?|承诺就)[^，。；]{0,12}?[“《（(]?(?:第|方向|榜单|任务|课题|题目|需求|榜题|选题|难题|[A-Z]{1,6}[-—]?\d)"
    r"|^[\s（(“]{0,4}(?:方向|榜单|榜题|课题|难题|需求|选题|赛题)第?[\d一二三四五六七八九十]"
)
_HEAD, _LONGEST_LINE = 12, 160  # passages; characters of such a line
_MOST_PIECES = 40
_SAME, _LEAD = 0.8, 0.2
_WHOLE = 4  # characters of a name
# What parts two that are chosen in one field, and what leads to the second; 同时 alone may begin a name.
_APART = re.compile(r"[；;、，,\n/／＋+&]|(?<!以)及(?!其)|和|与")
_ALSO = re.compile(r"^(?:同时|并|另|以及|一并|兼|再|及|和|与){0,2}(?:兼报|申报|揭榜|选报|加报|报名?)?[:：]?")
_NUMBERED = re.compile(
    r"^(?:(?:方向|榜单|任务|课题|题目|榜题|需求)第?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[、.．：:]?|\d{1,2}[、.．：:])"
)
_BOTH = re.compile(r"兼报|兼揭|一并|同时|择一|均[申报揭]|都[申报揭]|[两二三]个")
_CLASSED = re.compile(
    r"(?:归类|(?:技术|所属)(?:技术)?(?:类别|门类|方向|领域)|归属|归入|属于?)(?:上)?(?:[：:]|[为是属]于?)?(?P<said>[^。；;\n]{4,80})"
)
_EQUAL = re.compile(
    r"并重|不分(?:主次|先后)|(?:[两二三双多]|多)[类个种](?:技术|方向|皆|都|均|并|兼)|兼[属有跨备]|横跨|同时属|[均都皆]属|各占"
)
_JOINED_ONLY = re.compile(r"[、和与及/／兼+＋（）()类技术方向]{1,12}")
_ONE_ONLY = re.compile(r"[不非未]|仅|只|为主|结合|融合|交叉|借鉴|衔接|区别")
_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
# 甲（兼报：乙）: brackets that choose a second one are opened
_CHOOSES = re.compile(
    r"[（(](?=(?:同时|另|并|一并|也|还){0,2}(?:兼[报揭]|[加选另]报|申报|揭榜))(?P<second>[^（）()]*)[)）]"
)
# 方向四（甲）, 兼报榜题B: the number alone, which the name follows in brackets or not at all
_ALONE = re.compile(
    r"(?:揭榜|申报)?(?P<head>(?:方向|榜单|任务|课题|题目|榜题|赛题|选题)第?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Z]))"
)
# BL-03＋BL-02（跨方向组合）, 方向三为主，同时申报方向二的…, 方向2、4: the codes or numbers, and what joins two of them
_HEADED = re.compile(
    rf"(?P<code>{_CODE})|{_THING}第?(?P<head>\d{{1,2}}|[一二三四五六七八九十]{{1,3}}|[A-Z](?![A-Za-z\d]))(?P<more>(?:[、和及/／＋+&](?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?=[、和及/／＋+&）)方]|$))*)(?![\d.．%％])"
)
_JOINED = re.compile(
    r"[^；;。]{0,40}?(?:[、，,；;/／＋+&]|以及|和|与|(?<!以)及|兼|同时|并|另)(?:同时|并|另|兼|也|还|一并|组合)*(?:兼?[报揭顾]|申报|揭榜|[选加填]报|涵盖|覆盖)?[了“《]?"
)
# 并揭方向四中的钙镁去除部分, 另承担方向3的部分内容, 加揭方向二一项指标
_NOT_TOO = re.compile(r"不(?:另|再)?(?:申报|选|报|揭|含|包括|涉及|承担)|衔接|区别|调整|改为|变更|对接")
_PART_TOO = re.compile(
    r"(?:并|另|兼|同时|还|也|加|外加|附带|一并)(?:兼|同时|另|还)?(?:揭|报|申报|揭榜|承担|选报|完成|做|攻关)了?(?P<what>[^，。；（()）]{2,40})"
)
# 不申报方向2, 与方向2衔接, 由方向1调整而来: named, and not chosen
_NOT_CHOSEN = re.compile(r"不(?:申报|选|报|含|包括|涉及|同于)|衔接|区别|配套|支撑|调整|改为|变更|原|除")


def mismatch(notice: Notice, submission: Submission) -> tuple[str, Direction, Direction, Evidence | None] | None:
    """The code as written, the direction it belongs to, the one whose name stands behind it, and where."""
    directions = notice.directions
    if len(directions) < 2:
        return None
    for words, evidence in _written(submission):
        for match in _CODED.finditer(words):
            own, named = _of_code(directions, match["code"]), _named(directions, match["name"])
            if own is not None and named is not None and own.number != named.number:
                return match["code"], own, named, evidence
        for match in (found for pattern in _ORDERED for found in pattern.finditer(words)):
            number = han_value(match["number"])
            own = next((d for d in directions if d.number == number and _prints(d, match["number"])), None)
            named = _named(directions, match["name"])
            if own is not None and named is not None and own.number != named.number:
                return _before_name(match), own, named, evidence
    return _miscounted(directions, submission)


def _miscounted(
    directions: tuple[Direction, ...], submission: Submission
) -> tuple[str, Direction, Direction, Evidence | None] | None:
    """序号3：某某 in a field that asks for the list's number, which is another one's there."""
    for field in submission.form_fields:
        label = field.label or field.name
        value = value_text(field)
        coded = _PADDED.match(value) is not None  # 05 某某, which is no place in a list of one's own
        if field.options or not _LABEL.search(label) or not (coded or _ASKS_COUNT.search(label)):
            continue
        if any(squeeze(value) == squeeze(d.name) for d in directions):
            continue  # 3D打印装备
        match = next((found for pattern in _COUNTED if (found := pattern.match(value))), None)
        number = han_value(match["number"]) if match is not None else None
        own = next((d for d in directions if d.number == number), None)
        named = _named(directions, match["name"]) if match is not None else None
        if match is not None and own is not None and named is not None and own.number != named.number:
            return _before_name(match), own, named, field.value_evidence
    return None


def _before_name(match: re.Match[str]) -> str:
    return match.group()[: match.start("name") - match.start()].strip(" ：:、，,")


def also_named(notice: Notice, words: str) -> list[int]:
    """The numbers of all directions that the words of one choice name side by side, each by its whole name.

    With its code or number before it or alone (QN-03 甲；兼报QN-04 乙). None where one is named only to tell it apart,
    nor where all are that the notice has: then they are its own list, unless the words choose them.
    """
    bare = (re.escape(_BRACKETS.sub("", name)) for d in notice.directions for name in (d.name, _own_name(d)))
    names = re.compile("|".join(bare) or "(?!)")
    if _NOT_CHOSEN.search(names.sub("", words)) is not None:
        return []
    chosen = _BRACKETS.sub("", _CHOOSES.sub(r"；\g<second>；", words))
    parts = [_ALSO.sub("", piece.strip()).strip() for piece in _APART.split(chosen)[:_MOST_PIECES]]
    alone = [match["head"] for part in parts if (match := _ALONE.fullmatch(squeeze(part))) is not None]
    pieces = [_bare(part) for part in parts]
    named = [
        d
        for d in notice.directions
        if (len(d.name) >= _WHOLE and _stands_in(pieces, d)) or any(_is_numbered(d, head) for head in alone)
    ]
    several = [d.number for d in named if not any(d.name != other.name and d.name in other.name for other in named)]
    joined = _joined(notice.directions, squeeze(words)) if len(several) < 2 else []
    several = joined if len(joined) > 1 else several
    return several if len(several) < len(notice.directions) or _BOTH.search(words) is not None else []


def part_of_another(notice: Notice, words: str) -> list[int]:
    """（并揭方向四中的钙镁去除部分）: the first direction named, and those of which a part is taken besides."""
    said = words.strip()  # with its blanks: 方向二 90米级浮标
    if _NOT_TOO.search(said) is not None:
        return []
    first = _HEADED.search(said)
    besides = [number for more in _PART_TOO.finditer(said) for number in _in_words(notice.directions, more["what"])]
    own = _headed(notice.directions, first) if first is not None and besides else []
    return [*own, *(number for number in dict.fromkeys(besides) if number not in own)] if own else []


def _in_words(directions: tuple[Direction, ...], words: str) -> list[int]:
    return [number for match in _HEADED.finditer(words) for number in _headed(directions, match)]


def _joined(directions: tuple[Direction, ...], words: str) -> list[int]:
    """The directions whose codes or numbers stand side by side, each joined to the one before it."""
    found: list[int] = []
    end: int | None = None
    for match in _HEADED.finditer(words):
        named = _headed(directions, match)
        if named and (end is None or _JOINED.fullmatch(words, end, match.start()) is not None):
            found += [number for number in named if number not in found]
            end = match.end()
    return found


def _headed(directions: tuple[Direction, ...], match: re.Match[str]) -> list[int]:
    """方向2、4 are two of the list; a code is that of the direction under which the notice prints it."""
    if match["code"] is not None:
        coded = _of_code(directions, match["code"])
        return [coded.number] if coded is not None else []
    heads = [match["head"], *re.findall(r"\d{1,2}|[一二三四五六七八九十]{1,3}", match["more"] or "")]
    word = match.group()[: match.start("head") - match.start()].removesuffix("第")
    return [d.number for head in heads for d in directions if _is_numbered(d, f"{word}{head}")]


def classed_as(notice: Notice, words: str) -> list[int]:
    """The directions that a sentence on the work's class names as equal: 技术归类：群体智能与类脑智能并重."""
    for match in _CLASSED.finditer(words):
        said = squeeze(match["said"])
        named = [d for d in notice.directions if len(d.name) >= _WHOLE and squeeze(_own_name(d)) in said]
        several = [d for d in named if not any(d.name != one.name and d.name in one.name for one in named)]
        rest = said
        for one in several:
            rest = rest.replace(squeeze(_own_name(one)), "")
        equal = _EQUAL.search(rest) is not None or _JOINED_ONLY.fullmatch(rest) is not None
        if 1 < len(several) < len(notice.directions) and equal and not _ONE_ONLY.search(_EQUAL.sub("", rest)):
            return [d.number for d in several]
    return []


def _is_numbered(direction: Direction, head: str) -> bool:
    """方向四, 榜题B: as the notice prints it before the name, else as it counts."""
    letter = head[-1].isascii() and head[-1].isalpha()
    if letter:
        return re.match(rf"{re.escape(head)}(?![A-Za-z\d])", squeeze(direction.evidence.text)) is not None
    return han_value(head.partition("第")[2] or head[2:]) == direction.number


def _bare(said: str) -> str:
    """The piece from the direction's name on, without code or number."""
    code = re.match(rf"{_CODE}\s*[：:）)“\"《]*", said)  # with its blanks: QN-2026-04 90兆帕压缩机
    return squeeze(said[code.end() :] if code is not None else _NUMBERED.sub("", said))


def _own_name(direction: Direction) -> str:
    """The name without the number that the notice's list prints before it: 方向二杀青机组."""
    return _NUMBERED.sub("", direction.name) or direction.name


def _stands_in(pieces: list[str], direction: Direction) -> bool:
    """The name is some pieces in a row, for it may have such marks of its own; 智能制造领域 is another."""
    name = "".join(_APART.split(_BRACKETS.sub("", squeeze(_own_name(direction)))))
    return any("".join(pieces[at:to]) == name for at in range(len(pieces)) for to in range(at + 1, len(pieces) + 1))


def _written(submission: Submission) -> Iterator[tuple[str, Evidence | None]]:
    """What the choice and the fields for it say; the boxes of a list are the form's own words."""
    for field in submission.form_fields:
        if not field.options and _LABEL.search(field.label or field.name):
            yield value_text(field), field.value_evidence
    for choice in submission.direction_choices:
        yield choice.evidence.text, choice.evidence
    for at, passage in enumerate(submission.passages):
        head = at < _HEAD or passage.role in (Role.COVER, Role.COMMITMENT)
        if head and len(passage.text) <= _LONGEST_LINE and _CHOSEN_LINE.search(passage.text):
            yield passage.text, passage.evidence


def _of_code(directions: tuple[Direction, ...], code: str) -> Direction | None:
    """The one direction under which the notice prints the code."""
    pattern = re.compile(re.escape(squeeze(code)) + r"(?!\d)")
    found = [d for d in directions if pattern.search(squeeze(d.evidence.text))]
    return found[0] if len(found) == 1 else None


def _named(directions: tuple[Direction, ...], words: str) -> Direction | None:
    """The one direction whose name these words are, with a clear lead."""
    ranked = sorted(((alike(words, d.name), d) for d in directions), key=lambda pair: -pair[0])
    return ranked[0][1] if ranked[0][0] >= _SAME and ranked[0][0] - ranked[1][0] > _LEAD else None


def _prints(direction: Direction, number: str) -> bool:
    """The notice itself prints this number before the direction's name: no place in a list."""
    head = squeeze(direction.evidence.text).partition(squeeze(direction.name))[0]
    either = rf"(?:{number}|{direction.number})"
    return re.search(rf"{_THING}{either}(?!\d)|第{either}(?:道?题|榜|项|个?方向)", head) is not None
