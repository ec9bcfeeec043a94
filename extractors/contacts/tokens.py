"""The pieces of a contact in a line: labels, persons, telephones, e-mails, organisations, addresses, with offsets."""

import re
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal

from extractors.contacts.asides import handed_to, is_aside, is_done, is_room, office_apart
from extractors.contacts.labels import LABEL
from extractors.text.marks import CIRCLED, NUMBERED
from extractors.values.organisations import is_organisation, organisation_in_charge, organisation_named
from extractors.values.person_names import is_name, name_at_end
from extractors.values.phones import find_emails, find_phones

TokenKind = Literal["organization", "person", "phone", "email", "address", "role", "item"]
_NUMBERING = re.compile(rf"\s*(?:{NUMBERED}(?!\d)|{CIRCLED})\s*")
_HEAD = re.compile(r"(?P<head>[^：:，。；\n\t]{2,40}?)\s*[：:]")
_IN_BRACKETS = re.compile(r"^(?P<name>.+?)[（(](?P<role>[^（）()]{2,16})[）)]$")
_MARKS = " \t\u3000，,。；;：:、（）()【】[]/-—"
_SENT_TO = re.compile(
    r"(?:邮寄至|寄送至|寄至|送达至?|报送至|送至|交至|地址[为是在]?)(?P<place>[^，。；：:\n]{0,6}(?:省|市|区|县)[^，。；：:（\n]{4,40})"
)
_ASK = re.compile(
    r"[^，。；：:]{0,16}?(?:请|可)(?:直接)?(?:与|联系|咨询|致电)(?P<who>[^，。；：:（）()]{2,24}?)(?:联系|接洽)"
)
_RECEIVED = re.compile(r"(?P<to>[^，。；：:]{2,40}?)\s?(?:[（(](?:同志)?收[）)]|(?:同志)?收)")
_TO = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,6}?)(?:同志)?收")
_PLACED = re.compile(
    r"(?:[^\s，。；：:]{0,12}[寄送交][至到])?(?P<place>[^\s，。；：:]{0,16}(?:[路街道巷]"
    r"|大街)\d{1,5}(?:[-－]\d{1,4})?号(?:[^\s，。；：:]{0,10}[楼室座层栋幢厦])?+)\s*(?P<who>[^\s，。；：:].{2,40})"
)
_POSTCODE = re.compile(r"(?<=[\u4e00-\u9fff])\d{6}$")
# （工作日9:00—17:30）: when it is answered, of which no colon opens anything
_HOURS = r"[（(][^（）()]{0,12}\d{1,2}[:：]\d{2}[^（）()]{0,24}[）)]"
_WHEN = re.compile(_HOURS)
_PIECE, _PARTS = re.compile(rf"{_HOURS}|(?:(?!{_HOURS})[^，,；;。\t\n：:])+[：:]?"), re.compile(r"[\s（）()、]+")
_NO_ROLE = re.compile(r"^(?:联系|办公)$|[请至到将与打]|发送|微信|注明|^以|或$")
# 科技处    白音查干    0471-…: in a line set in columns the words between office and number are a name.
_NO_PERSON = re.compile(
    r"咨询|办公|值班|座机|投诉|监督|传真|受理|业务|收件|前台|窗口|总机|电话|技术|支持|申报|平台|系统"
)
# 规上工业企业以及部分中小企业, 为贯彻落实国务院…: kinds of them, and why the call is made; nobody to ask
_NO_ONE = re.compile(
    r"^为(?:深入|全面|认真)?(?:贯彻|落实|加快|推动|促进|进一步)|^[省市区县]内(?:外|各|所有|有关|相关|的|规模|重点|企业|中小)|以上|以及部分|^各类|^搜索|中小微?企业$"
)
# 可以直接联系项目负责人左岸: whom a sentence names with what he is
_REACHED = re.compile(
    r"[^，。；：:]{0,12}联系(?P<role>PI|[\u4e00-\u9fff]{0,8}(?:负责人|组长|导师|秘书|主任))(?P<who>[\u4e00-\u9fff]{2,3})"
)
# 尼玛次仁：13900000000: who stands right before a mobile's number is a person, whatever the family name.
_MOBILE = re.compile(r"(?:\+?86[- ]?)?1[3-9]\d{9}")
_OWNER = re.compile(
    r"(?:^|[，,；;、。\s（(])(?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{2,8})[\s：:，,（(]*$"
)
_NO_OWNER = re.compile(r"报名|会务|参赛|赛事|对接|答疑|手机|移动|号$|群$|端$|方$|人$|员$|[工研]作")
# 夜间, 周末 between two numbers: when the second is answered.
_NO_SECOND = re.compile(r"[日夜晚午周时期间转或和及]|内线|分机|电脑")
_DIALLING = re.compile(r"^(?:.*(?:请打|拨打|请?致电)|打(?![印假包造磨]))(?=[\u4e00-\u9fff]{2})")  # 请打咨询电话
_PREFIX = re.compile(r"[\u4e00-\u9fffA-Za-z]{0,16}$")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece: half-open offsets into the text, its kind, its value, and the role that its label names."""

    kind: TokenKind
    start: int
    end: int
    value: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str
    words: str


def tokens_of_line(text: str, start: int, end: int) -> list[Token]:
    """The pieces of the line ``text[start:end]`` in order; prose yields what it names beside a telephone or mailbox."""
    found: list[Token] = []
    at = start
    numbering = _NUMBERING.match(text, start, end)
    if numbering:
        found.append(Token("item", numbering.start(), numbering.end(), ""))
        at = numbering.end()
    marks = _marks(text, at, end)
    label: _Mark | None = None
    for mark in [*marks, _Mark(end, end, "end", "")]:
        if text[at : at + 1] in tuple("；;"):
            label = None  # 联系人：… 0599-5000234；系统支持：…
        before = _between(text, at, mark.start, label)
        if mark.kind == "person" and before and before[-1].kind == "person" and before[-1].end == mark.start:
            before[-1] = replace(before[-1], kind="role")  # 商务联系人：the words fused to the label are no name
        if mark.kind == "phone_value" and _MOBILE.fullmatch(re.sub(r"[- ]", "", mark.words)):
            before = _with_owner(text, at, mark.start, before)
        if mark.kind == "phone_value" and not before and (label is None or label.kind == "phone"):
            before = _second(text, at, mark.start, found)
        found += before
        if mark.kind in ("phone_value", "email_value"):
            kind: TokenKind = "phone" if mark.kind == "phone_value" else "email"
            found.append(Token(kind, mark.start, mark.end, mark.words, _role_of(text, start, label)))
        else:
            label = mark
        at = mark.end
    return found


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    marks = [_Mark(p.start, p.end, "phone_value", p.value) for p in find_phones(text, start, end)]
    marks += [_Mark(m.start, m.end, "email_value", m.value) for m in find_emails(text, start, end)]
    taken = list(marks)
    for match in LABEL.finditer(text, start, end):
        kind = (match.lastgroup or "").rstrip("0123456789")
        if any(mark.start < match.end() and match.start() < mark.end for mark in taken):
            continue
        behind = text[match.end() : match.end() + 1]
        if kind in ("person", "address", "organization") and behind not in "：: \t】":
            continue  # 联系人及联系方式, 地址见附件: no label
        marks.append(_Mark(match.start(), match.end(), kind, re.sub(r"\s", "", match.group())))
    return sorted(marks, key=lambda mark: mark.start)


def _between(text: str, start: int, end: int, label: _Mark | None) -> list[Token]:
    """What stands between two marks, read under the label before it."""
    span = _trimmed(text, start, end)
    words = text[span[0] : span[1]]
    if not words:
        return []
    if label is not None and label.kind == "person":
        return _persons(text, span, None if label.words == "姓名" else label.words)
    if label is not None and label.kind == "address":
        return [_address(text, span), *_free(text, _sentence_end(text, span), end)]
    if label is not None and label.kind == "organization":
        return [Token("organization", *span, words)]
    if label is not None and label.kind == "phone" and "人" in label.words:
        return _persons(text, span, "联系人")
    return _free(text, start, end)


def _with_owner(text: str, start: int, end: int, before: list[Token]) -> list[Token]:
    """The pieces before a mobile's number, where nothing else but a role was seen: the name right before it."""
    if before and before[-1].kind != "role":
        return before
    match = _OWNER.search(text[max(start, end - 24) : end])
    if match is None or not is_name(match["name"], labelled=True):
        return before
    if _NO_PERSON.search(match["name"]) or _NO_OWNER.search(match["name"]) or is_organisation(match["name"]):
        return before
    at = max(start, end - 24) + match.start("name")
    kept = [token for token in before if token.end <= at]
    return [*kept, Token("person", at, at + len(match["name"]), match["name"])]


def _second(text: str, start: int, end: int, found: list[Token]) -> list[Token]:
    """闻仲秋85140001 楼外柳85140002: what stands alone between one's number and the next is the next one's name."""
    begin, stop = _trimmed(text, start, end)
    words = text[begin:stop]
    listed = [token.kind for token in found[-2:]] == ["person", "phone"] and found[-1].end == start
    person = listed and re.fullmatch(r"[\u4e00-\u9fff]{2,3}", words) is not None and is_name(words, labelled=True)
    other = (pattern.search(words) for pattern in (_NO_PERSON, _NO_OWNER, _NO_SECOND))
    return [Token("person", begin, stop, words)] if person and not any(other) else []


def _persons(text: str, span: tuple[int, int], role: str | None) -> list[Token]:
    """Names behind a person's label, with 、 or blanks between them; what is no name is read as free words."""
    found: list[Token] = []
    for match in re.finditer(r"[^、，,；;。/\t（）()]+", text[span[0] : span[1]]):
        begin = span[0] + match.start()
        for start, end in _split_names(text, begin, begin + len(match.group())):
            words = text[start:end]
            if is_name(words, labelled=text[start - 1] not in "（("):
                found.append(Token("person", start, end, words.replace(" ", ""), role))
            else:
                found += _free(text, start, end)
    return found


def _split_names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """张三 李四 are two names, 张 三 is one."""
    start, end = _trimmed(text, start, end)
    words = text[start:end]
    if is_name(words, labelled=True):
        return [(start, end)]
    return [(start + match.start(), start + match.end()) for match in re.finditer(r"\S+", words)]


def _address(text: str, span: tuple[int, int]) -> Token:
    end = _sentence_end(text, span)
    start, stop = _trimmed(text, span[0], end)
    return Token("address", start, stop, _POSTCODE.sub("", re.sub(r"\s", "", text[start:stop])))


def _sentence_end(text: str, span: tuple[int, int]) -> int:
    match = re.search(r"[。；;，,]|[）)]$|附\s?件\s?\d{0,2}\s?[:：]", text[span[0] : span[1]])
    return span[0] + match.start() if match else span[1]


def _free(text: str, start: int, end: int) -> list[Token]:
    """Words without a label: organisations, names, roles before a colon, and the addressee of prose."""
    found: list[Token] = []
    for match in _PIECE.finditer(text, start, end):
        begin, stop = _trimmed(text, match.start(), match.end())
        words, opens = text[begin:stop], match.group()[-1:] in "：:"
        if _WHEN.fullmatch(match.group()):
            continue
        if found and found[-1].kind == "organization" and _called(text, found[-1].end, begin, words):
            found.append(Token("person", begin, stop, words))
        elif words:
            found += _piece(text, begin, stop, words, opens)
    return [_as_role(text, token, after) for token, after in zip_longest(found, found[1:])]


def _as_role(text: str, token: Token, after: Token | None) -> Token:
    """高中段：骆老师, which begins like a name: what a colon sets before a person is no other person."""
    named = after is not None and token.kind == after.kind == "person"
    announces = named and after is not None and text[token.end : after.start].strip() in ("：", ":")
    return replace(token, kind="role") if announces else token


def _called(text: str, end: int, begin: int, words: str) -> bool:
    """市工信局中小企业处：刀玉珍，0877-…: what stands alone between an office's colon and a mark is a name."""
    return text[end:begin].strip() in ("：", ":") and is_name(words, labelled=True) and not _NO_PERSON.search(words)


def _piece(text: str, start: int, end: int, words: str, opens: bool) -> list[Token]:
    if (sent := handed_to(words)) is not None:
        return _fused(start + sent[0], start + sent[0] + len(sent[1]), sent[1], sent[2])
    received = _RECEIVED.fullmatch(words) if "收" in words else None
    if received is not None:  # 科技部 魏工收
        return _piece(text, start, start + received.end("to"), received["to"], False)
    placed = _PLACED.fullmatch(words) if "号" in words else None
    if placed is not None:  # 船政路66号某某研究院科技部
        at = start + placed.start("who")
        place = Token("address", start + placed.start("place"), start + placed.end("place"), placed["place"])
        return [place, *_piece(text, at, end, words[at - start :], opens)]
    asked = _ASK.fullmatch(words)
    if asked is not None:  # 技术问题请与科技处左先生联系
        at = start + asked.start("who")
        return _piece(text, at, at + len(asked["who"]), asked["who"], False)
    return _reached(start, end, words) or _named(text, start, end, words, opens)


def _reached(start: int, end: int, words: str) -> list[Token]:
    """The person of 可以直接联系项目负责人左岸, with what he is as the role."""
    match = _REACHED.fullmatch(words) if "联系" in words else None
    if match is None or not is_name(match["who"]):
        return []  # 联系项目负责人确认
    return [Token("person", start + match.start("who"), end, match["who"], match["role"])]


def _named(text: str, start: int, end: int, words: str, opens: bool) -> list[Token]:
    bracket = _IN_BRACKETS.match(words)
    if bracket is not None and (to := _TO.fullmatch(bracket["role"])) is not None and is_name(to["name"]):
        at = start + bracket.start("role")  # 创新科（辛某收）
        receiver = Token("person", at, at + len(to["name"]), to["name"])
        return [*_piece(text, start, start + len(bracket["name"]), bracket["name"], False), receiver]
    name, role = (bracket["name"], bracket["role"]) if bracket else (words, None)
    if is_organisation(name):
        person = name_at_end(name)
        return [Token("organization", start, end, name, role)] if person is None else _fused(start, end, name, person)
    if is_name(name):
        return _person(start, end, name, role)
    person = name_at_end(name)
    if person is not None and is_organisation(name[: -len(person)]):
        return _fused(start, end, name, person)
    if opens and 2 <= len(words) <= 16:
        return [Token("role", start, end, words)]
    parts = [part for part in _PARTS.split(words) if part]
    if len(parts) > 1 and any(is_organisation(p) or is_name(p) for p in parts) and len(words) <= 60:
        return _parts(text, start, end)
    return [] if is_done(text[max(0, start - 10) : start]) else _prose(start, end, words)


def _person(start: int, end: int, name: str, role: str | None) -> list[Token]:
    """A name with what stands in brackets behind it: a role, or the room (某某（老图书馆315）)."""
    if role is None or not is_room(role):
        return [Token("person", start, end, name.replace(" ", ""), role)]
    at = start + len(name)
    return [Token("person", start, at, name.replace(" ", "")), Token("address", at + 1, end - 1, role)]


def _fused(start: int, end: int, words: str, person: str) -> list[Token]:
    cut = end - len(person)
    name = words[: -len(person)].rstrip()
    return [Token("organization", start, start + len(name), name), Token("person", cut, end, person.strip())]


def _parts(text: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    for match in re.finditer(r"[^\s（）()、]+", text[start:end]):
        words, begin = match.group(), start + match.start()
        if is_aside(text, begin, begin + len(words), end):
            continue
        beside = bool(found) and found[-1].kind == "organization" and not _NO_PERSON.search(words)
        if is_organisation(words):
            found += [] if _NO_ONE.search(words) else [Token("organization", begin, begin + len(words), words)]
        elif _goes_on(text, found, begin) and 2 <= len(words) <= 12:
            found.append(Token("role", begin, begin + len(words), words))
        elif is_name(words, labelled=beside or _joint_name(text, found, begin, words)):
            found.append(Token("person", begin, begin + len(words), words))
        elif 2 <= len(words) <= 12 and _NO_ROLE.search(words) is None:
            found.append(Token("role", begin, begin + len(words), words))
    return found


def _goes_on(text: str, found: list[Token], begin: int) -> bool:
    """务必迫切、真实、有效: what 、 joins to words that are no name is none, though it sounds like one."""
    return bool(found) and found[-1].kind == "role" and found[-1].end == begin - 1 and text[begin - 1] == "、"


def _joint_name(text: str, found: list[Token], begin: int, words: str) -> bool:
    """祁连、海若: what 、 joins to a name is one, whatever the family name."""
    joined = bool(found) and found[-1].kind == "person" and found[-1].end == begin - 1 and text[begin - 1] == "、"
    return joined and len(words) <= 3 and not (_NO_PERSON.search(words) or _NO_OWNER.search(words))


def _prose(start: int, end: int, words: str) -> list[Token]:
    found: list[Token] = []
    named = organisation_in_charge(words) or organisation_named(words)
    if named is not None:
        found.append(Token("organization", start, end, named))
    sent = _SENT_TO.search(words)
    if sent is not None and named is None:
        found.append(Token("address", start + sent.start("place"), start + sent.end("place"), sent["place"]))
    return found


def _role_of(text: str, start: int, label: _Mark | None) -> str | None:
    """申报业务咨询 of 申报业务咨询电话: the words fused to the front of a telephone's or mailbox's label."""
    if label is None or label.kind not in ("phone", "email"):
        return None
    before = text[start : label.start]
    prefix = _PREFIX.search(before)
    role = office_apart(before) or (_DIALLING.sub("", prefix.group()) if prefix else "")
    return role if len(role) >= 2 and _NO_ROLE.search(role) is None else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS and not (text[end - 1] in "）)" and _opened(text[start:end])):
        end -= 1
    return start, end


def _opened(words: str) -> bool:
    return words.count("（") + words.count("(") == words.count("）") + words.count(")")
