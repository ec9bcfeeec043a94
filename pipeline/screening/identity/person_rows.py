"""One person's data (出生年月, 手机, 职称) in the form and in rows of tables (姓名：某某；…), told with two values."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractors.values.person_names import is_name
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.labels import bare_label
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.identity.leader_titles import titles_differ
from pipeline.screening.identity.persons import leader
from schemas.evidence import Evidence
from schemas.outline import Role

_WHO = re.compile(
    r"(?:揭榜|项目|任务|课题|申报|攻关)?(?:总?(?:负责人|主持人|牵头人|带头人)|榜帅|挂帅人|领[衔题]人)(?:信息|情况|基本情况)?"
)
_NAME, _CELL = re.compile(r"(?:成员|人员)?姓名"), re.compile(r"(?P<label>[^：；]{1,20})：(?P<value>[^：；]{1,60})")
_NOTE = re.compile(r"[（(][^（）()]*[)）]|\s")
_DATE = re.compile(r"(?P<year>(?:19|20)\d\d)\s*[年./-]\s*(?:(?P<month>\d{1,2})(?!\d))?")
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_LEVELS = (("博士", "博士"), ("硕士", "硕士"), ("本科", "本科"), ("学士", "本科"), ("专科", "专科"), ("大专", "专科"))
_YEARS = re.compile(r"(?P<age>\d{2})\s?(?:周?岁)?")
_BIRTH = "出生年月"
_ASIDE = frozenset({Role.INSTRUCTIONS, Role.COMMITMENT})
_SURE = 0.65


@dataclass(frozen=True, slots=True)
class _Fact:
    """What one place says of a person: the kind of fact, the label and the words there."""

    person: str
    kind: str
    label: str
    words: str
    evidence: Evidence | None


def person_row_clashes(case: Case) -> Iterator[Clash]:
    """The first fact of each kind that another place tells otherwise of the same person."""
    first: dict[tuple[str, str], _Fact] = {}
    told: set[tuple[str, str]] = set()
    named = leader(case)
    for fact in (*_in_form(case, named[0] if named is not None else None), *_in_rows(case)):
        key = (fact.person, fact.kind)
        other = first.setdefault(key, fact)
        differ = next(differ for kind, _, differ in _KINDS if kind == fact.kind)
        if key not in told and differ(other.words, fact.words):
            told.add(key)
            yield _clash(other, fact, of_leader=named is not None and named[0] == fact.person)
    yield from _ages(case, first)


def _ages(case: Case, first: dict[tuple[str, str], _Fact]) -> Iterator[Clash]:
    """年龄 45 beside 出生年月 1989年4月 of the same person."""
    filed = int(case.submission.filed_on[:4]) if case.submission.filed_on else None
    for (person, kind), fact in first.items():
        birth, age = first.get((person, _BIRTH)), _YEARS.fullmatch(fact.words)
        born = _DATE.match(birth.words) if birth is not None else None
        if kind != "年龄" or not filed or birth is None or born is None or age is None:
            continue
        if abs(filed - int(born["year"]) - int(age["age"])) > 1:  # counted before the birthday, or by another year
            yield _clash(birth, fact, of_leader=False)


def _clash(one: _Fact, other: _Fact, *, of_leader: bool) -> Clash:
    name = f"{'项目负责人' if of_leader else ''}{other.kind}"
    text = (
        f"{name}前后不一致：{one.person}的{one.label}一处为“{one.words}”{page_of(one.evidence, '申报材料')}，"
        f"另一处{other.label}为“{other.words}”{page_of(other.evidence, '申报材料')}，请核实。"
    )
    return Clash(name, text, other.evidence, _SURE)


def _in_form(case: Case, person: str | None) -> Iterator[_Fact]:
    """The leader's own fields, by their group or label."""
    for field in case.submission.form_fields if person is not None else ():
        label, group = bare_label(field), re.sub(r"\s", "", field.group or "")
        own = _WHO.fullmatch(group) if group else _WHO.match(label)
        kind = _kind_of(label if group else _WHO.sub("", label, count=1)) if own is not None else None
        value = value_text(field).strip()
        if person is not None and kind is not None and value:
            yield _Fact(person, kind, label, value, field.value_evidence)


def _in_rows(case: Case) -> Iterator[_Fact]:
    for passage in case.submission.passages:
        if passage.role in _ASIDE or "姓名：" not in passage.text:
            continue
        cells = [(m["label"].strip(), m["value"].strip()) for m in _CELL.finditer(passage.text)]
        names = [_NOTE.sub("", value) for label, value in cells if _NAME.fullmatch(label)]
        if len(names) != 1 or not is_name(names[0], labelled=True):
            continue
        for label, value in cells:
            kind = _kind_of(label)
            if kind is not None:
                yield _Fact(names[0], kind, label, value, narrow(passage.evidence, value))


def _kind_of(label: str) -> str | None:
    return next((kind for kind, pattern, _ in _KINDS if pattern.fullmatch(label)), None)


def _births_differ(one: str, other: str) -> bool:
    a, b = _DATE.match(one), _DATE.match(other)
    if a is None or b is None:
        return False
    months = a["month"] and b["month"] and int(a["month"]) != int(b["month"])
    return a["year"] != b["year"] or bool(months)


def _phones_differ(one: str, other: str) -> bool:
    a, b = (set(_MOBILE.findall(re.sub(r"[\s-]", "", words))) for words in (one, other))
    return bool(a and b) and not a & b


def _levels_differ(one: str, other: str) -> bool:
    a, b = ({level for word, level in _LEVELS if word in words} for words in (one, other))
    return len(a) == len(b) == 1 and a != b and "在读" not in one + other


def _sexes_differ(one: str, other: str) -> bool:
    return {one, other} == {"男", "女"}


def _ages_differ(one: str, other: str) -> bool:
    """Compared with the birth alone: two places may be of two years."""
    return "" in (one, other)


_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str, str], bool]], ...] = (
    (_BIRTH, re.compile(r"出生(?:年月日?|日期|时间|年份)?"), _births_differ),
    ("手机", re.compile(r"手机(?:号码?)?|移动电话|联系(?:电话|方式)|电话"), _phones_differ),
    ("职称", re.compile(r"(?:专业)?(?:技术)?(?:职务|职称)(?:[及和与、/／]?(?:职务|职称))?"), titles_differ),
    ("学历", re.compile(r"(?:最高)?学历"), _levels_differ),
    ("学位", re.compile(r"(?:最高)?学位"), _levels_differ),
    ("性别", re.compile(r"性别"), _sexes_differ),
    ("年龄", re.compile(r"年龄(?:[（(]岁[)）])?"), _ages_differ),
)
