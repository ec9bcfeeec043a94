"""Whom to ask, in an applicant's sentences: 联系人陶一帆，电话0599-5000123, 请与陶一帆联系（手机…）.

Numbers and addresses are kept as they are written, wrong ones too: whether they are well formed is for a check.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.values.person_names import is_name
from schemas.facts import Contact
from schemas.outline import Outline, Role
from schemas.text import Text

_ROLES = frozenset({Role.BODY, Role.TASK_BOOK, Role.OTHER, Role.COVER, Role.FORM})
_NAME = r"(?P<name>[\u4e00-\u9fff·]{2,5}?)"
_END = r"(?=[\s，,、；;。（(）)]|的?(?:联系)?(?:电话|手机|方式)|$)"
_PERSON = re.compile(
    rf"(?P<role>(?:项目|申报|业务|技术|财务|课题|日常|本项目|本单位)?(?:联系人|联络人|经办人))(?:姓名)?\s?(?:为|是|系|[:：])?\s?{_NAME}{_END}"
    rf"|与{_NAME.replace('name', 'asked')}(?:同志|老师|先生|女士|经理)?联系"
)
_PHONE = re.compile(
    r"(?:电话|手机|座机|联系方式)(?:号码)?\s?(?:为|是|[:：])?\s?"
    r"(?P<said>\+?[\d（(][\d（）()\-—－– ]{4,20}\d)(?![\dA-Za-z@])"
)
_MAIL = re.compile(
    r"(?:邮箱|邮件|[Ee]-?[Mm]ail)(?:地址)?\s?(?:为|是|[:：])?\s?(?P<said>[^\s，,。；;、（）()\u4e00-\u9fff:：]{4,64})"
)
# A partner's, a customer's or the office's person is not the applicant's.
_OTHERS = re.compile(
    r"(?:联合|合作|参与|参加|协作|推荐|用户|应用|受托|检测|主管|发榜|受理)(?:单位|方|企业|机构|部门)|导师|证明人"
)
_LEAD, _REACH = 60, 120  # characters before a name that say whose it is, and behind it that say how to reach it
_SHORTEST = 6  # digits


def find_stated_people(text: Text, outline: Outline) -> list[Contact]:
    """The applicant's people that sentences name with a telephone or a mail address, in order."""
    return [
        contact
        for block in text.blocks
        if block.table is None and outline.division_at(block.start).role in _ROLES
        for contact in _in_block(text, block.start, block.end)
    ]


def unknown(stated: Sequence[Contact], known: Sequence[Contact]) -> list[Contact]:
    """Those of whom the form says nothing: another person, or one of whom it gives no number and no address."""
    people = {one.person for one in known if one.person and (one.phones or one.emails)}
    reached = {re.sub(r"\D", "", phone) for one in known for phone in one.phones} | {m for o in known for m in o.emails}
    return [
        one
        for one in stated
        if one.person not in people and not reached & {*(re.sub(r"\D", "", phone) for phone in one.phones), *one.emails}
    ]


def _in_block(text: Text, start: int, end: int) -> Iterator[Contact]:
    found = list(_PERSON.finditer(text.clean, start, end))
    for place, match in enumerate(found):
        name = match["name"] or match["asked"]
        lead = re.split(r"[。；;\n]", text.clean[max(start, match.start() - _LEAD) : match.start()])[-1]
        if not is_name(name, labelled=True) or _OTHERS.search(lead):
            continue
        stop = min(found[place + 1].start() if place + 1 < len(found) else end, match.end() + _REACH)
        phones = [m for m in _PHONE.finditer(text.clean, match.end(), stop) if _digits(m["said"]) >= _SHORTEST]
        mails = list(_MAIL.finditer(text.clean, match.end(), stop))
        if phones or mails:
            yield Contact(
                person=name,
                role=match["role"] or "联系人",
                phones=tuple(dict.fromkeys(m["said"].strip() for m in phones)),
                emails=tuple(dict.fromkeys(m["said"] for m in mails)),
                evidence=text.evidence(match.start(), max(m.end() for m in (*phones, *mails))),
            )


def _digits(words: str) -> int:
    return sum(character.isdigit() for character in words)
