"""One work under two names: cover, text or letter call it otherwise than the form does."""

import re
from collections.abc import Iterator
from itertools import takewhile

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.labels import alike, bare_label, canonical
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import is_placeholder
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.claims.metrics import bigrams
from schemas.evidence import Evidence
from schemas.facts import FormField, Passage
from schemas.outline import Role

_LABEL = re.compile(r"(?:项目|课题|任务|内容|产品|成果|作品)名称$")
_NOISE = re.compile(
    r"[（(][^（）()]*[)）]|[\W_]|的|与|及|和|关键技术|研[制究发]|开发|攻关|产业化|(?:推广|示范|规模)?应用|示范|推广|V\d(?:\.\d)?"
)
_POINTS = re.compile(r"^[（(]?(?:详?见|同)|[□☐☑☒■√✓]")  # 同封面, 见任务书, ☑专题2
_HAN, _SHORTEST = re.compile(r"[\u4e00-\u9fff]"), 6  # characters of a name
# 任务名称：某某系统研制。
_IN_TEXT = re.compile(
    r"(?:^|[。；\n])[ \t\u3000]{0,8}(?:揭榜)?(?:项目|课题|任务|内容|产品)名称\s{0,4}(?:为|是|[:：])\s{0,4}"
    r"[“\"]?(?P<name>(?:“[^”\n]{1,12}”)?[^“”\"。；，\n:：]{4,60})"
)
# 我单位申报某某揭榜挂帅项目“某某装置研制”: the work, and no document (《…通知》) or motto (“揭榜挂帅”)
_QUOTED = re.compile(
    r"(?:申报|申请|承担|承接|提交|参加|参与|参评|揭榜|应榜|报名)[^。；“”\n]{0,40}“(?P<name>[^“”\n]{6,60})”"
    r"(?![^，。；\n]{0,6}(?:揭榜挂帅|专项|计划|行动|榜单|赛道))"  # “人工智能+制造”揭榜挂帅项目: the call
)
_MOTTO = re.compile(r"揭榜挂帅|赛马|十[三四五]五|计划$|专项$|行动$|办法|通知|指南|公告")
# A section that holds nothing but the name: 1.揭榜任务名称, and below it 某某系统（具身智能）.
_NAME_SECTION = re.compile(r"(?:揭榜)?(?:项目|课题|任务|内容|产品)的?名称")
_FIRST = re.compile(r"(?:[\u4e00-\u9fff]{0,6}[:：])?\s*(?P<name>[^。；，\n:：（(]{6,60})")
_POINTED = re.compile(r"^(?:详?见|同|与|如)|一致|相同|封面|申报[书表]")  # 与申报书封面所填名称一致
_NAME_ONLY = 90  # characters of such a section at most
_GENERAL = re.compile(r"(?:任务|项目|内容|课题|产品)$")
_THING = re.compile(r"(?:系统|平台|装置|设备|装备|芯片|模型|软件|机器人|工具|数据集|算法|终端|中枢|底座|引擎)$")
_CALL = re.compile(r"20\d\d|揭榜|专项|申报|年度|贵|本[次项批]|指南|通知")  # the call, not the work
_SPOKEN_OF = 0.7  # of the pairs of characters of the letter's work: what so many of are in the text is this work
_NEAR = 0.5  # a name less alike is that of another thing
_SURE = 0.7
_A_WORD = 2  # characters
_SLIP = 3  # characters of a name that another of the same length may have otherwise: a slip of the pen, one work or not
_LONG, _ALIKE = 8, 0.4  # characters of a name whose words can be counted, and the share of them that one work has


def work_clashes(case: Case) -> Iterator[Clash]:
    """The first name of the work in the form that the cover, the text or the letter words otherwise.

    Neither is a part of the other, and the one in text or letter is near enough to be meant for it.
    """
    names = [f for f in case.submission.form_fields if f.role is not Role.COMMITMENT and _is_name(f)]
    form = [f for f in names if f.role is not Role.COVER] or names  # on the cover alone
    values: dict[str, set[str]] = {}
    for field in form:
        values.setdefault(canonical(bare_label(field)), set()).add(value_text(field).strip())
    for field in form:
        if len(values[canonical(bare_label(field))]) > 1:  # a list of works
            continue
        for place, name, found in _elsewhere(case, field):
            slip = not case.submission.recognised and _is_slip(value_text(field), name)
            if slip or _differ(value_text(field), name):
                yield _clash(field, place, name, found)
                return


def pledged_for_another(case: Case) -> str | None:
    """The work that the letter is for, where the application outside it names neither that nor a direction like it.

    Where the form has a field for the name, that is what the letter is compared with.
    """
    subject = _GENERAL.sub("", (case.letter.subject or "").strip('“”"《》'))
    if len(_HAN.findall(subject)) < _SHORTEST or _THING.search(subject) is None or _CALL.search(subject):
        return None
    if any(_is_name(field) for field in case.submission.form_fields if field.role is not Role.COMMITMENT):
        return None
    own = [direction.name for direction in case.notice.directions]
    own += [match["name"] for passage in _outside(case) for match in _IN_TEXT.finditer(passage.text)]
    if any(alike(name, subject) >= _NEAR or subject in name for name in own):
        return None
    said = bigrams("".join(passage.text for passage in _outside(case)))
    pairs = bigrams(subject)
    return subject if len(pairs & said) <= _SPOKEN_OF * len(pairs) else None


def _outside(case: Case) -> list[Passage]:
    """The passages outside the letter."""
    return [passage for passage in case.submission.passages if passage.role is not Role.COMMITMENT]


def _elsewhere(case: Case, field: FormField) -> Iterator[tuple[str, str, Evidence | None]]:
    """Where else the work is named: the place, the name, the evidence."""
    yield from _on_cover(case, field)
    own = value_text(field)
    for section in case.submission.sections:
        if _NAME_SECTION.fullmatch(section.title) and section.chars <= _NAME_ONLY:
            named = _FIRST.match(section.text.strip())
            if named is not None and _POINTED.search(named["name"]) is None:
                yield "任务书", named["name"], narrow(section.evidence, named["name"])
    for passage in case.submission.passages:
        for match in _IN_TEXT.finditer(passage.text) if passage.role is Role.TASK_BOOK else ():
            if alike(own, match["name"]) >= _NEAR:
                yield "任务书", match["name"], narrow(passage.evidence, match["name"])
        subject = case.letter.subject or "" if passage.role is Role.COMMITMENT else ""
        if len(subject) >= _SHORTEST and subject in passage.text and alike(own, subject) >= _NEAR:
            yield "承诺书", subject, narrow(passage.evidence, subject)
    yield from (("承诺书", name, found) for name, found in quoted_in_letter(case) if alike(own, name) >= _NEAR)


def _on_cover(case: Case, field: FormField) -> Iterator[tuple[str, str, Evidence | None]]:
    """The fields of the same label on the cover of the same file: another file's may be that of a contract."""
    label = canonical(bare_label(field))
    for one in case.submission.form_fields:
        same = one.role is Role.COVER and _file(one) == _file(field) and canonical(bare_label(one)) == label
        if same and _is_name(one):
            yield "封面", value_text(one).strip(), one.value_evidence


def quoted_in_letter(case: Case) -> Iterator[tuple[str, Evidence]]:
    """The works that the letter names in quotation marks as what is applied for; no direction of the call's."""
    own = [direction.name for direction in case.notice.directions]
    for passage in case.submission.passages:
        for match in _QUOTED.finditer(passage.text) if passage.role is Role.COMMITMENT else ():
            name = match["name"]
            if (
                not is_placeholder(name)
                and not _MOTTO.search(name)
                and not any(alike(name, one) >= _NEAR for one in own)
            ):
                yield name, narrow(passage.evidence, name)


def named_in_text(case: Case) -> Iterator[tuple[str, Evidence]]:
    """The work's name where a sentence outside the letter says it (任务名称为…)."""
    for passage in _outside(case):
        for match in _IN_TEXT.finditer(passage.text):
            if not is_placeholder(match["name"]) and _POINTED.search(match["name"]) is None:
                yield match["name"], narrow(passage.evidence, match["name"])


def _file(field: FormField) -> str | None:
    return field.value_evidence.file if field.value_evidence is not None else None


def _is_name(field: FormField) -> bool:
    named = field.group is None and _LABEL.search(bare_label(field)) is not None
    value = value_text(field)
    told = _POINTS.search(value) is None and len(_HAN.findall(value)) >= _SHORTEST
    return named and not is_placeholder(value) and told


def _differ(form: str, cover: str) -> bool:
    """Between what both begin and end with stand other words: not a word more, not a slip of one character."""
    one, other = (_NOISE.sub("", words.replace("人工智能", "AI")) for words in (form, cover))
    if min(len(one), len(other)) >= _LONG and _shared(one, other) < _ALIKE:
        return True
    one, other = _without_head(one, other)
    one, other = _without_head(one[::-1], other[::-1])
    shared = len(set(one) & set(other))
    return min(len(one), len(other)) >= _A_WORD and 2 * shared < min(len(set(one)), len(set(other)))


def _is_slip(one: str, other: str) -> bool:
    """Of one length, with a few other characters: 巡检机器人 and 巡捡机器人, 年产5万吨 and 年产3万吨."""
    one, other = (_NOISE.sub("", words.upper()) for words in (one, other))
    apart = sum(map(str.__ne__, one, other))
    return len(one) == len(other) >= _LONG and 0 < apart <= _SLIP


def _shared(one: str, other: str) -> float:
    """The share of the shorter name's pairs of characters that both have."""
    a, b = bigrams(one), bigrams(other)
    return len(a & b) / max(min(len(a), len(b)), 1)


def _without_head(one: str, other: str) -> tuple[str, str]:
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one[same:], other[same:]


def _clash(field: FormField, place: str, name: str, found: Evidence | None) -> Clash:
    own = f"申报表为“{value_text(field).strip()}”{page_of(field.value_evidence, '申报材料')}"
    text = f"{bare_label(field)}前后不一致：{own}，{place}为“{name}”{page_of(found, '申报材料')}。"
    return Clash(bare_label(field), text, found or field.value_evidence, _SURE)
