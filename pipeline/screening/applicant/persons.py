"""One person under two names, one telephone under two numbers: cover and letter against the form, the form against
the text."""

import re
from collections.abc import Iterator

from extractors.values.person_names import is_name
from pipeline.screening.answers.labels import canonical
from pipeline.screening.answers.parts import narrow
from pipeline.screening.answers.substance import is_placeholder
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.figures.people_and_money import Clash
from schemas.evidence import Evidence
from schemas.facts import FormField
from schemas.outline import Role

_CONTACT, _LEADER = re.compile(r"联系|联络"), re.compile(r"(?<!技术)(?<!财务)(?<!课题)负责人|主持人|牵头人|带头人")
_NAMED, _PHONE = "姓名", re.compile(r"电话|手机|联系方式")
_OUTSIDE = frozenset({Role.COVER, Role.COMMITMENT})
# On a line of its own (blanks left out): 联系人：某某, 联系人：某某联系电话：…
_CONTACT_LINE = re.compile(
    r"(?:^|[；;，,。\d）)])(?:申报|项目|单位)?联系人[:：](?P<name>[\u4e00-\u9fff·]{2,4}?)(?=联系|电话|手机|传真|$|[^\u4e00-\u9fff])"
)
_PHONE_LINE = re.compile(r"(?:联系电话|电话|手机)(?:号码)?[:：](?P<phone>[\d\-—–()（）]{7,20})")
# 揭榜负责人某某，博士…; 项目负责人某某从事…
_IN_TEXT = re.compile(
    r"(?:^|(?<=[。；;\n，,]))(?:揭榜|项目|任务)(?:总)?负责人(?:为|是|[:：])?(?P<name>(?![任兼由系])[\u4e00-\u9fff·]{2,4}?)"
    r"(?=[，,、（(]|从事|长期|担任|现任|曾|系|为|是|博士|硕士|教授|高级|正高|研究员|副|主持|$)"
)
_OF_OTHERS = re.compile(r"联合|合作|参[与加]|协作|子[项任课]")
_LEGAL = re.compile(r"法定代表人|法人代表")
_MANY = re.compile(r"[、/；;]|和|等")
_APART = 2  # characters
_MOBILE = 11  # digits
_SURE = 0.65


def person_clashes(case: Case) -> Iterator[Clash]:
    """The first contradiction for the contact's name, the contact's number and the leader's name."""
    for found in (_contact(case), _number(case), _leader(case), _legal(case)):
        yield from found


def _contact(case: Case) -> Iterator[Clash]:
    own = _own_name(case, _CONTACT)
    said = ((name, found) for name, found in _outside(case, _CONTACT_LINE, "name")) if own is not None else ()
    for name, found in said:
        if own is not None and are_two_persons(case, own[0], name):
            yield _clash("联系人", own, name, found)
            return


def _number(case: Case) -> Iterator[Clash]:
    """The contact's mobile number; the unit has several others."""
    own = _own_name(case, _CONTACT)
    mobiles = [
        (digits, field.value_evidence)
        for field in _form(case)
        if _PHONE.search(_label(field)) and _CONTACT.search(field.group or _label(field))
        for digits in _mobiles(value_text(field))
    ]
    same = own is not None and any(name == own[0] for name, _ in _outside(case, _CONTACT_LINE, "name"))
    for said, found in _outside(case, _PHONE_LINE, "phone") if same and mobiles else ():
        if any(digits not in dict(mobiles) for digits in _mobiles(said)):
            yield _clash("联系电话", mobiles[0], said, found)
            return


def _leader(case: Case) -> Iterator[Clash]:
    own = _own_name(case, _LEADER)
    if own is None or _MANY.search(own[0]):
        return
    for passage in case.submission.passages:
        for match in _IN_TEXT.finditer(passage.text) if passage.role is not Role.PROOFS else ():
            before = re.split(r"[。；;\n]", passage.text[: match.start()])[-1]
            another = _OF_OTHERS.search(before) is not None
            if not another and is_name(match["name"]) and are_two_persons(case, own[0], match["name"]):
                yield _clash("项目负责人", own, match["name"], narrow(passage.evidence, match["name"]))
                return


def _legal(case: Case) -> Iterator[Clash]:
    """Who signs as legal representative, where no place that the notice asks for tells it already."""
    own = re.sub(r"\s", "", case.submission.applicant.legal_representative or "")
    asked = any(_LEGAL.search(obligation.name) for obligation in case.of("seal_signature"))
    places = [one for one in case.submission.seals if one.kind == "signature" and _LEGAL.search(one.name)]
    if asked or len(places) != 1 or not is_name(own, labelled=True):
        return
    said = re.sub(r"\s|[（(].*", "", places[0].content or "")
    if is_name(said) and are_two_persons(case, own, said):
        yield _clash("法定代表人", (own, case.submission.applicant.evidence), said, places[0].evidence)


def _form(case: Case) -> Iterator[FormField]:
    return (field for field in case.submission.form_fields if field.role not in _OUTSIDE)


def _own_name(case: Case, whose: re.Pattern[str]) -> tuple[str, Evidence | None] | None:
    """The name in the form, under a group of theirs (联系人 | 姓名) or by a label of its own; None for several."""
    names = []
    for field in _form(case):
        label, value = canonical(_label(field)), re.sub(r"\s", "", value_text(field))
        named = label == _NAMED if field.group else label.removesuffix(_NAMED).endswith(("人",))
        if named and whose.search(field.group or label) and is_name(value, labelled=True) and not is_placeholder(value):
            names.append((value, field.value_evidence))
    return names[0] if len({name for name, _ in names}) == 1 else None


def _outside(case: Case, line: re.Pattern[str], group: str) -> Iterator[tuple[str, Evidence]]:
    """What the cover and the letter say, with where."""
    for passage in case.submission.passages:
        words = re.sub(r"\s", "", passage.text) if passage.role in _OUTSIDE else ""
        for match in line.finditer(words):
            yield match[group], narrow(passage.evidence, match[group])


def _mobiles(words: str) -> list[str]:
    digits = (re.sub(r"\D", "", number) for number in re.findall(r"[\d\-—– ]{11,16}", words))
    return [number for number in digits if len(number) == _MOBILE and number.startswith("1")]


def are_two_persons(case: Case, one: str, other: str) -> bool:
    """Two names, of which neither holds the other; in a scan one character may be misread."""
    apart = min(_APART if case.submission.recognised else 1, len(one))
    return one not in other and other not in one and len(set(one) - set(other)) >= apart


def _label(field: FormField) -> str:
    return re.sub(r"\s", "", field.label or field.name)


def _clash(what: str, own: tuple[str, Evidence | None], said: str, found: Evidence) -> Clash:
    text = (
        f"{what}前后不一致：申报表为“{own[0]}”{page_of(own[1], '申报材料')}，"
        f"另一处为“{said}”{page_of(found, '申报材料')}，请核实。"
    )
    return Clash(what, text, found, _SURE)
