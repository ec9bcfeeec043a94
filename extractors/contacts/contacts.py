"""Contacts (联系方式): persons, organisations and mailboxes to ask, out of lines, sentences and tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.contacts.pairs import numbers_of
from extractors.contacts.tables import rows_of_contacts
from extractors.contacts.tokens import Token, tokens_of_line
from extractors.values.organisations import kind_of
from schemas.facts import Contact
from schemas.outline import Outline, Role
from schemas.text import Text

# Words before a colon that announce a contact on the next line.
_CONTACT_ROLE = re.compile(r"咨询|支持|受理|联系|服务|监督|专家|团队|办理|报名|报送|提交|接收")
# 报名时间：, 报送材料：: other things than whom to ask.
_NO_CONTACT_ROLE = re.compile(r"(?:时间|日期|期限|材料|要求|条件|流程|程序|对象|范围)$")
# 监督电话 on a line below a person's number is another's.
_OFFICE = re.compile(r"监督|投诉|举报|纪检|技术|系统|客服")
# 版权声明：以上信息来源于网络…
_FOOT = re.compile(r"\s*(?:(?:版权|免责)声明\s?[:：]|(?:.{2,20}\s)?版权所有|Copyright\b|©)", re.I)
# What a consultancy that copied the notice offers of its own.
# Not 未委托任何机构代办: what an office warns of.
_OFFER = re.compile(
    r"免费评估|加微信|不成功不|专业(?:代办|代理|辅导)|(?:可|提供|承接|欢迎)[^，。；]{0,6}(?:代办|代理申报)"
)
# …0599-5000234；系统运维 0599-5000678: other words behind a semicolon, and no label of the same person's.
_PARTED = re.compile(
    r"[；;]\s*(?!(?:联系|办公|移动|单位|固定)?(?:电话|手机|座机|传真|邮箱|电子|微信))[\u4e00-\u9fff]{3,12}\s?[:：]?\s?$"
)
# 发布人：某某 at a page's head: who put the page up.
_POSTED = re.compile(r"\s*(?:发布[人者]|作者|(?:责任)?编辑|责编|[供撰]稿(?:人|单位)?)\s?[:：]")
# 各市工信局，某市发展局，有关单位：: whom the call is sent to
_ADDRESSED = re.compile(r"\s*各[^。；：:\d]{2,160}(?:单位|[局委厅办院校]|部门|企业|公司)\s?[:：]\s*")
# Digits enough for a telephone, or a mailbox; the lines before and behind it that may belong to it.
_REACHABLE = re.compile(r"\d{3}|\d{2}[ -]\d|[@＠]")
_FAR = 24  # characters between a line's opening words and whom they would announce
_BARE = re.compile(r"[\d\s()（）-]+")
_PROSE = 40  # characters: a line of running text
_LINES_BEFORE, _LINES_BEHIND = 10, 3
_SKIPPED = frozenset({Role.COVER, Role.INSTRUCTIONS, Role.FORM, Role.TASK_BOOK, Role.PROOFS, Role.COMMITMENT})


@dataclass(slots=True)
class _Draft:
    """A contact being put together; ``line`` is the index of the line of its last piece, ``named_behind`` tells that
    its name stands behind its number, so that the next number is another's."""

    organization: str | None = None
    role: str | None = None
    persons: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    phone_ends: dict[str, int] = field(default_factory=dict)
    emails: list[str] = field(default_factory=list)
    address: str | None = None
    start: int | None = None
    end: int = 0
    line: int = 0
    named_behind: bool = False

    @property
    def reachable(self) -> bool:
        return bool(self.phones or self.emails)

    @property
    def empty(self) -> bool:
        return not (self.reachable or self.persons or self.organization or self.role or self.address)


def find_contacts(text: Text, outline: Outline) -> list[Contact]:
    """The contacts of a notice in order: one a person, or an organisation or mailbox without a person.

    Blank templates and forms yield none: without a telephone or an e-mail there is no contact. Two names with two
    numbers that nothing parts are one contact with both numbers (the names joined by 、).
    """
    found: list[Contact] = []
    draft = _Draft()
    lines = list(_lines(text, outline))
    chapters = {section.start for section in outline.sections if section.level == 1}
    for index in _around_reachable(text.clean, lines):
        tokens = tokens_of_line(text.clean, *lines[index])
        if tokens and draft.line and index - draft.line > 2:
            found += _finished(text, draft)
            draft = _Draft()
        # What a sentence named announces nobody, nor what stands above a chapter.
        if (tokens and _idle_role(draft)) or (lines[index][0] in chapters and _was_prose(lines, draft)):
            draft = _Draft()
        for place, token in enumerate(tokens):
            if draft.reachable and _belongs(text.clean, draft, token, tokens[place + 1 :], index):
                draft.named_behind = True
            elif not _own_unit(text.clean, draft, token, index) and _closes(text.clean, draft, token, index):
                found += _finished(text, draft)
                draft = _next(draft, token)
            _take(draft, token, index)
    found += _finished(text, draft)
    found += rows_of_contacts(text, outline, _SKIPPED)
    return _distinct(found)


def _around_reachable(clean: str, lines: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The lines near one that may hold a telephone or a mailbox: the others name nobody to reach."""
    last = -1
    for index, (start, end) in enumerate(lines):
        if _REACHABLE.search(clean, start, end):
            first = max(index - _LINES_BEFORE, last + 1)
            last = min(index + _LINES_BEHIND, len(lines) - 1)
            yield from range(first, last + 1)


def _lines(text: Text, outline: Outline) -> Iterator[tuple[int, int]]:
    """The lines of the paragraphs; tables are read by their heads, a bare number above the chapters is the page's.

    Below what a site says of itself (版权声明：…) and behind the last chapter stands nobody of the notice.
    """
    numbered = [section.start for section in outline.sections if section.number is not None]
    first = numbered[0] if numbered else 0
    last = numbered[-1] if numbered else 0
    for block in text.blocks:
        if block.start > last and _FOOT.match(text.clean, block.start, block.end):
            return
        if outline.division_at(block.start).role not in _SKIPPED and block.table is None:
            at = block.start
            for line in text.clean[block.start : block.end].split("\n"):
                nobody = _OFFER.search(line) or _POSTED.match(line) or _ADDRESSED.fullmatch(line)
                if not nobody and not (at < first and _BARE.fullmatch(line)):
                    yield at, at + len(line)
                at += len(line) + 1


def _closes(clean: str, draft: _Draft, token: Token, line: int) -> bool:
    """Does this piece begin another contact?"""
    if token.kind == "item":
        return draft.reachable
    if token.kind == "organization":
        return draft.reachable or bool(draft.persons)
    if token.kind in ("role", "person"):
        return draft.reachable
    return token.kind in ("phone", "email") and _reaches_another(clean, draft, token, line)


def _reaches_another(clean: str, draft: _Draft, token: Token, line: int) -> bool:
    """Is this number or mailbox another contact's: behind one that is complete, of another role, a hotline's below?"""
    if draft.named_behind and token.kind == "phone":
        return True
    if not draft.reachable:
        return False
    if draft.role and token.role and token.role != draft.role:
        return True
    if draft.line == line:
        return token.kind == "phone" and _PARTED.search(clean, draft.end, token.start) is not None
    # A mailbox in a line under a hotline is not the hotline's.
    lone = not (draft.persons or draft.organization or draft.emails) and token.kind == "email"
    return _OFFICE.search(token.role or "") is not None or (lone and _OFFICE.search(draft.role or "") is not None)


def _own_unit(clean: str, draft: _Draft, token: Token, line: int) -> bool:
    """殷某（某某公司），电话：…: whose unit stands in brackets behind the name."""
    named = bool(draft.persons) and not draft.reachable and draft.line == line
    return named and token.kind == "organization" and clean[token.start - 1] in "（("


def _belongs(clean: str, draft: _Draft, token: Token, rest: Sequence[Token], line: int) -> bool:
    """0592-5051234（周工）, 0592-5051234（规划处）: who stands behind the number in its line, in brackets or last."""
    if draft.line != line:
        return False
    bracketed = clean[token.start - 1] in "（("
    if token.kind == "organization":
        named = [other.kind for other in rest] == ["person"] and not draft.persons  # …联系人：科技处 辛工
        return (bracketed or named) and draft.organization is None
    if token.kind == "person" and draft.named_behind and clean[token.start - 1] in "、，,":
        within = clean.rfind("（", draft.start, token.start) > clean.rfind("）", draft.start, token.start)
        return within or all(other.kind not in ("phone", "email") for other in rest)
    lone = bracketed or all(other.kind not in ("phone", "email") for other in rest)
    return token.kind == "person" and not draft.persons and lone


def _idle_role(draft: _Draft) -> bool:
    """A line's opening words that announced no contact: 各有关单位：, 通知如下："""
    lone = not (draft.reachable or draft.persons or draft.organization or draft.address)
    if not lone or draft.role is None:
        return False
    return _is_idle(draft.role)


def _is_idle(role: str) -> bool:
    return _CONTACT_ROLE.search(role) is None or _NO_CONTACT_ROLE.search(role) is not None


def _was_prose(lines: Sequence[tuple[int, int]], draft: _Draft) -> bool:
    """What was named without a number stood in a line of running text."""
    start, end = lines[draft.line]
    return not draft.reachable and end - start > _PROSE


def _next(draft: _Draft, token: Token) -> _Draft:
    """The contact that follows; a second person of the same list keeps the organisation above."""
    fresh = _Draft()
    if token.kind == "person" and draft.persons:
        fresh.organization = draft.organization
        fresh.line = draft.line
    return fresh


def _take(draft: _Draft, token: Token, line: int) -> None:
    if token.kind == "item":
        return
    draft.line = line
    if draft.role and _is_idle(draft.role) and not draft.reachable and token.start - draft.end > _FAR:
        draft.role, draft.start = None, draft.start if draft.persons or draft.organization else None
    draft.start = token.start if draft.start is None else draft.start
    draft.end = max(draft.end, token.end)
    if token.kind == "organization":
        several = draft.organization is not None and len(draft.persons) > 1 and not draft.reachable
        draft.organization = f"{draft.organization}、{token.value}" if several else token.value
    elif token.kind == "person":
        draft.persons.append(token.value)
    elif token.kind == "address":
        draft.address = token.value
    elif token.kind == "role":
        draft.role = token.value
    else:
        values = draft.phones if token.kind == "phone" else draft.emails
        values += [] if token.value in values else [token.value]
        if token.kind == "phone":
            draft.phone_ends.setdefault(token.value, token.end)
    if token.role and token.kind != "role" and (draft.role is None or token.kind == "person"):
        draft.role = token.role


def _finished(text: Text, draft: _Draft) -> list[Contact]:
    if not draft.reachable or draft.start is None:
        return []
    several = len(draft.persons) > 1 and len(draft.phones) > 1
    paired = numbers_of(text.clean, draft.persons, draft.phone_ends) if several else None
    shares = paired or {"、".join(draft.persons): tuple(draft.phones)}
    return [
        Contact(
            organization=draft.organization,
            organization_kind=kind_of(draft.organization),
            person=person or None,
            role=draft.role,
            phones=phones,
            emails=tuple(draft.emails),
            address=draft.address,
            evidence=text.evidence(draft.start, draft.end),
        )
        for person, phones in shares.items()
    ]


def _distinct(found: list[Contact]) -> list[Contact]:
    """Each once: the same person and numbers said again are left out, and a mailbox alone that somebody has."""
    kept: dict[tuple[object, ...], Contact] = {}
    for contact in found:
        kept.setdefault((contact.person, contact.phones, contact.emails), contact)
    owned = {mail for contact in kept.values() if contact.person or contact.phones for mail in contact.emails}
    return [c for c in kept.values() if c.person or c.phones or not set(c.emails) <= owned]
