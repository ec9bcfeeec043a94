"""One applicant twice; one code, telephone, mailbox or contact under two names."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from extractors.text.spans import bare
from pipeline.identity import submission_id
from schemas.notice import Notice
from schemas.peers import PeerFinding
from schemas.submission import Submission

PHONE_LEAST = 7  # digits; less is an extension
MOST_OWNERS = 12  # of one value: what more applications share is the notice's or a form's own
WORDS = {"phone": "联系电话", "email": "电子邮箱", "person": "联系人"}
CONFIDENCE = {"phone": 0.9, "email": 0.9, "person": 0.4}  # people of one name exist
OWNER_PERSON = re.compile(r"联系|经办|负责|法定代表|法人")


def shared_identities(notice: Notice, submissions: Sequence[Submission]) -> Iterator[PeerFinding]:
    """The pairs, each value once: by applicant, by code, by contact. What the notice itself names is nobody's."""
    yield from _same_applicant(submissions)
    yield from _shared_codes(submissions)
    yield from _shared_contacts(notice, submissions)


def _name(submission: Submission) -> str:
    return submission.applicant.name or submission.source.path


def _same(one: Submission, other: Submission) -> bool:
    """One applicant in both: the same name, apart from brackets and white space."""
    return bool(one.applicant.name) and bare(one.applicant.name or "") == bare(other.applicant.name or "")


def _same_applicant(submissions: Sequence[Submission]) -> Iterator[PeerFinding]:
    named: dict[str, list[Submission]] = defaultdict(list)
    for submission in submissions:
        if submission.applicant.name:
            named[bare(submission.applicant.name)].append(submission)
    for group in named.values():
        for one, other in combinations(group[:MOST_OWNERS], 2):
            projects = "、".join(f"“{each.project}”" for each in (one, other) if each.project)
            words = f"「{_name(one)}」提交了两份申报材料{f'（{projects}）' if projects else ''}，请核对是否重复申报。"
            yield _finding("same_applicant", one, other, one.applicant.name, words, 0.95)


def _shared_codes(submissions: Sequence[Submission]) -> Iterator[PeerFinding]:
    by_code: dict[str, list[Submission]] = defaultdict(list)
    for submission in submissions:
        if code := (submission.applicant.credit_code or "").strip().upper():
            by_code[code].append(submission)
    for code, group in by_code.items():
        for one, other in combinations(group[:MOST_OWNERS], 2):
            if not _same(one, other):
                words = f"「{_name(one)}」与「{_name(other)}」填写了同一个统一社会信用代码{code}，请核对申报主体。"
                yield _finding("shared_code", one, other, code, words, 0.95)


def _shared_contacts(notice: Notice, submissions: Sequence[Submission]) -> Iterator[PeerFinding]:
    own = {key for key, _ in _keys(notice)}
    found: dict[tuple[str, str], list[tuple[Submission, str]]] = defaultdict(list)
    for submission in submissions:
        for key, shown in dict(_keys(submission)).items():
            if key not in own:
                found[key].append((submission, shown))
    for (kind, _), group in found.items():
        if len(group) > MOST_OWNERS:
            continue
        for (one, shown), (other, _) in combinations(group, 2):
            if not _same(one, other):
                also = "，也可能是同名，" if kind == "person" else "，"
                words = f"「{_name(one)}」与「{_name(other)}」的{WORDS[kind]}相同（{shown}）{also}请核对两者关系。"
                yield _finding("shared_contact", one, other, shown, words, CONFIDENCE[kind])


def _keys(record: Notice | Submission) -> Iterator[tuple[tuple[str, str], str]]:
    """(kind, folded value) and the value as printed, of every contact."""
    for contact in record.contacts:
        for phone in contact.phones:
            digits = re.sub(r"\D", "", phone)
            if len(digits) >= PHONE_LEAST:
                yield ("phone", digits.removeprefix("86") if len(digits) > 11 else digits), phone
        for email in contact.emails:
            yield ("email", email.strip().lower()), email
        if contact.person and len(bare(contact.person)) > 1 and OWNER_PERSON.search(contact.role or ""):
            yield ("person", bare(contact.person)), contact.person


def _finding(
    kind: str, one: Submission, other: Submission, value: str | None, words: str, confidence: float
) -> PeerFinding:
    return PeerFinding(
        kind=kind,  # type: ignore[arg-type]
        one=submission_id(one),
        other=submission_id(other),
        value=value,
        explanation=words,
        confidence=confidence,
    )
