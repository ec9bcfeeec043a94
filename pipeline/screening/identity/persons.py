"""One person under two names, one telephone under two numbers: cover and letter against the form, the form against
the text."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.application.claims import Mode, mode_of
from extractors.values.person_names import is_name
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.labels import bare_label, canonical
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import is_placeholder
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.causes import SIGNER
from pipeline.screening.identity.leader_told import leaders_told
from schemas.evidence import Evidence
from schemas.facts import FormField, Passage
from schemas.outline import Role

_CONTACT = re.compile(r"联系|联络")
# Nobody's but the work's: 单位负责人 and 科技管理部门负责人 are others.
_LEADER = re.compile(r"(?:揭榜|项目|任务|课题|申报|攻关){0,2}总?(?:负责人|主持人|牵头人|带头人)|榜帅|挂帅人|领[衔题]人")
_NAMED, _PHONE, _LEGAL = "姓名", re.compile(r"电话|手机|联系方式"), re.compile(r"法定代表人|法人代表")
_OUTSIDE = frozenset({Role.COVER, Role.COMMITMENT})
# On a line of its own (blanks left out): 联系人：某某, 联系人：某某联系电话：…
_CONTACT_LINE = re.compile(
    r"(?:^|[；;，,。\d）)])(?:申报|项目|单位)?联系人[:：](?P<name>[\u4e00-\u9fff·]{2,4}?)(?=联系|电话|手机|传真|$|[^\u4e00-\u9fff])"
)
_PHONE_LINE = re.compile(r"(?:联系电话|电话|手机)(?:号码)?[:：](?P<phone>[\d\-—–]{7,20})")
_NEXT_PERSON = re.compile(r"人(?:姓名)?[:：]")
# 揭榜负责人某某，博士…; 项目负责人某某从事…, at the head of its sentence: elsewhere it is of earlier works
_SAYS = r"男|女|博士|硕士|本科|教授|副教授|研究员|高级|正高|工程师|从事|长期|现任|担任|曾|主持|毕业|在职|全职|首席|总工"
_IN_TEXT = (
    r"(?:^|(?<=[。；;\n]))(?:[（(]?\d{{1,2}}[)）.、．]\s?)?(?:本|该)?(?:项目)?(?:{whose})总?负责人(?:为|是|由|[:：])?(?P<name>(?![任兼由系])[\u4e00-\u9fff·]{{2,4}}?)"
    rf"(?=(?:同志|先生|女士)?(?:(?:[，,、（(]\s?|为|系|是)[\u4e00-\u9fff]{{{{0,10}}}}?)?(?:{_SAYS}))"
)
# 揭榜负责人。某某，…; 由某某任总负责人
_HEADED = (
    r"(?:{whose})负责人。(?P<name>[\u4e00-\u9fff·]{{2,4}}?)(?=[，,、（(])"
    r"|由(?P<by>[\u4e00-\u9fff·]{{2,4}}?)担?任(?:项目|揭榜|本?任务)?总负责人"
)
_AHEAD = r"(?:(?<![\u4e00-\u9fff])|(?<=[由的])|(?<=公司)|(?<=大学)|(?<=学院)|(?<=研究[院所]))"
# 项目由某某教授任项目负责人, at the head of its sentence
_LED_BY = (
    r"(?:^|(?<=[。；;\n]))(?:[（(]?\d{{1,2}}[)）.、．]\s?)?(?:[本该此]?(?:项目|课题|任务)|攻关)由(?P<name>[\u4e00-\u9fff·]{{2,4}}?)"
    r"(?:同志|教授|博士|研究员|院士|先生|女士|(?:正?高级|总)?工程师)?[出担]?任(?:[本该]?(?:{whose}))?总?负责人"
)
_OFFICES = (
    r"(?:常务)?副?总(?:经理|工程师|工|裁)|首席[\u4e00-\u9fff]{{2,3}}|[正副]?(?:董事长|院长|所长|主任|厂长)"
    r"|(?:正?高级|教授级高级)工程师|副?研究员|副?教授"
)
# 本项目由公司总工程师某某担任项目负责人: who leads it, by the office held; no 曾由…
_LED_BY_OFFICE = (
    r"(?:^|(?<=[。；;，,\n]))(?:[（(]?\d{{1,2}}[)）.、．]\s?)?[本该此](?:{whose}|课题)(?:攻关|实施)?由(?:[本我]?(?:公司|单位|校|院|所|司|中心|企业)的?)?"
    rf"(?:{_OFFICES})(?P<name>[\u4e00-\u9fff·]{{{{2,4}}}}?)(?:同志|先生|女士|博士)?(?:担任|出任|任|作为|为)(?:[本该]?(?:{{whose}}))?总?负责人"
)
# 某公司的某某任总负责人; 揭榜负责人某某全面统筹, wherever in the sentence: of no earlier work
_DOES = (
    rf"{_AHEAD}(?P<name>[\u4e00-\u9fff]{{{{2,3}}}})(?:同志|教授|博士|研究员|院士|先生|女士)?[出担]?任(?:本?(?:{{whose}}|攻关))?总负责人"
    r"|(?:{whose})负责人(?P<by>[\u4e00-\u9fff]{{2,3}})(?:同志|教授|博士|先生|女士)?(?:全面|总体|统一|全程|具体|亲自)?"
    r"(?:负责|承担|统筹|牵头|主抓|总揽)"
)
# 本项目的项目负责人为公司总工程师某某，: the office before the name, at the head of its sentence
_OFFICE = (
    r"(?:^|(?<=[。；;\n]))(?:[（(]?\d{{1,2}}[)）.、．]\s?)?(?:[本该]?(?:项目|任务|课题)的?)?(?:本|该)?(?:{whose})总?负责人(?:为|是|由)"
    r"(?:[本我]?(?:公司|单位|校|院|所|司|中心)的?)?"
    rf"(?:{_OFFICES})"
    r"(?!担?[任兼]|负责|牵头|主持)(?P<name>[\u4e00-\u9fff·]{{2,4}}?)(?:同志|先生|女士|博士)?(?=[，,。；;（(]|担任|$)"
)
# 项目负责人 某某 某公司 总体协调, a row of the team's list
_IN_ROW = (
    r"^(?:\d{{1,2}}[\s；、.]{{1,3}})?(?:{whose})总?负责人[ \t\u3000；：|]{{1,8}}(?P<name>[\u4e00-\u9fff·]{{2,4}})"
    r"(?=[ \t\u3000；|]{{1,8}}\S{{2}})"
)
# 项目负责人：某某（某公司，高级工程师）, a line of its own; no column of a list of earlier works
_LABELLED = (
    r"^(?:[（(]?\d{{1,2}}[)）.、．]\s?)?(?:本|该)?(?:{whose})总?负责人\s?[:：]\s?(?P<name>[\u4e00-\u9fff·]{{2,4}})"
    r"(?=\s?(?:[（(，,。]|$))"
)
_SENTENCES = (_IN_TEXT, _OFFICE, _HEADED, _LED_BY, _LED_BY_OFFICE, _DOES, _IN_ROW)
# 项目负责人，总体方案与进度, what a member of the team's table does
_LEADS = re.compile(r"(?:本|该)?(?:揭榜)?(?:项目|揭榜)总?负责人(?=[，,、；;。（(]|$)")
_OF_OTHERS = re.compile(r"联合|合作|参[与加]|协作|子[项任课]")
# 李博士, 王工, and 董事长 alone: who it is stands elsewhere
_TITLED = re.compile(
    r".(?:博士|院士|教授|老师|主任|经理|所长|院长|总师|先生|女士|研究员|工|总)|.?(?:董事长|总裁|书记|主席|校长|厂长)"
)
# In the letter, where no place for a signature was read: 法定代表人：某某（亲笔签字）, 法定代表人（签字）：某某
_LEGAL_LINE = re.compile(
    r"(?:^|[\s；;，,。）)])(?:法定代表人|法人代表)(?:[（(][^（）()]{0,10}[)）])?(?:签[字名章])?[:：]\s?"
    r"(?P<name>[\u4e00-\u9fff](?:[ \u3000]?[\u4e00-\u9fff·]){1,4}?)(?=\s*(?:[（(【\[，,。；;]|年|\d|[日签][期字]|$))"
)
# 性质 企业 法定代表人 某某, a row of the form without lines: its labels and answers stand behind one another
_LEGAL_CELL = re.compile(
    r"(?:^|[\s；])(?:法定代表人|法人代表)(?:姓名)?[ \u3000\t]{1,4}(?P<name>[\u4e00-\u9fff·]{2,4})(?=[\s；]|$)",
    re.MULTILINE,
)
_PROXY = re.compile(
    r"(?:或|及其|／|/)[^（()）：:]{0,4}(?:授权|委托)(?:代表|代理人?|人)"
)  # 法定代表人或授权代表（签字）
_MANY = re.compile(r"[、/；;]|和|等")
_PARTS = re.compile(r"[，,、；;（(]")
_APART = _WORD = 2  # characters
_MOBILE = 11  # digits
_SURE = 0.65


def person_clashes(case: Case) -> Iterator[Clash]:
    """The first contradiction for the contact's name, the contact's number, the leader's and the signer's name."""
    for found in (_contact(case), _number(case), _leader(case), _legal(case)):
        yield from found


def leader(case: Case) -> tuple[str, Evidence | None] | None:
    """The leader's name in the form; None where it has none, or several."""
    return _own_name(case, _LEADER)


def _contact(case: Case) -> Iterator[Clash]:
    own = _own_name(case, _CONTACT)
    said = [(match["name"], narrow(found, match["name"])) for _, match, found in _contact_lines(case)]
    others = [one for one in said if not _TITLED.fullmatch(one[0])]
    if own is None or not others or any(name == own[0] for name, _ in said):
        return
    if are_two_persons(case, own[0], others[0][0]):
        yield _clash("联系人", own, *others[0])


def _number(case: Case) -> Iterator[Clash]:
    """The mobile number right behind the contact's own name; the unit has several others."""
    own = _own_name(case, _CONTACT)
    mobiles = [
        (digits, field.value_evidence)
        for field in _form(case)
        if _PHONE.search(bare_label(field)) and _CONTACT.search(field.group or bare_label(field))
        for digits in _mobiles(value_text(field))
    ]
    said = []
    for words, match, found in _contact_lines(case) if own is not None and mobiles else ():
        if own is not None and match["name"] == own[0]:
            behind = _NEXT_PERSON.split(words[match.end() :])[0]
            said += [(number, found) for phone in _PHONE_LINE.finditer(behind) for number in _mobiles(phone["phone"])]
    if said and not any(number in dict(mobiles) for number, _ in said):
        yield _clash("联系电话", mobiles[0], *said[0])


def _leader(case: Case) -> Iterator[Clash]:
    own = leader(case)
    if own is None or _MANY.search(own[0]):
        return
    on_cover = ((field, re.sub(r"\s", "", value_text(field))) for field in case.submission.form_fields)
    for field, name in on_cover:
        on_front = field.role is Role.COVER and _LEADER.fullmatch(bare_label(field)) is not None
        if on_front and is_name(name) and are_two_persons(case, own[0], name) and field.value_evidence is not None:
            yield _clash("项目负责人", own, name, field.value_evidence)
            return
    labels = "".join(bare_label(field) + (field.group or "") for field in _form(case))
    whose = "揭榜|项目|任务" if "任务负责人" in labels else "揭榜|项目"
    patterns = [re.compile(pattern.format(whose=whose)) for pattern in _SENTENCES]
    labelled = re.compile(_LABELLED.format(whose=whose), re.MULTILINE)
    before: Passage | None = None
    for passage in case.submission.passages:
        if "负责人" not in passage.text:  # as all of the patterns have it
            before = passage
            continue
        found = [match for pattern in patterns for match in pattern.finditer(passage.text)]
        lines = labelled.finditer(passage.text) if mode_of(passage.path) is not Mode.EXISTING else ()
        found += [match for match in lines if not _is_of_others(passage, match, before)]
        before = passage
        for match in found if passage.role is not Role.PROOFS else ():
            name = match["name"] or match.groupdict().get("by") or ""
            word = len(name) == _WORD and not set(name) & set(own[0])  # 常年, 方面 begin like names
            named = is_name(name) and _TITLED.fullmatch(name) is None and not word
            if named and are_two_persons(case, own[0], name):
                yield _clash("项目负责人", own, name, narrow(passage.evidence, name))
                return
    told = ((passage, name) for passage in case.submission.passages for name in leaders_told(passage))
    other = next(((passage, name) for passage, name in told if are_two_persons(case, own[0], name)), None)
    if other is None:
        yield from _leader_of_team(case, own)
    else:
        yield _clash("项目负责人", own, other[1], narrow(other[0].evidence, other[1]))


def _is_of_others(passage: Passage, line: re.Match[str], before: Passage | None) -> bool:
    """Whether a partner's part is told there (合作单位分工): by a heading above, or by the line right above."""
    above = passage.text[: line.start()].strip()
    if not above and before is not None and before.path == passage.path:
        above = before.text.strip()
    return any(_OF_OTHERS.search(words) for words in (*passage.path, above.rpartition("\n")[2]))


def _leader_of_team(case: Case, own: tuple[str, Evidence | None]) -> Iterator[Clash]:
    """The one member whose part in the team's table is the leader's, where the form's own leader has none such."""
    parts = [
        member
        for member in case.submission.team
        if "\t" in member.evidence.text  # of earlier works the text tells as well
        and any(_LEADS.match(re.sub(r"\s", "", words or "")) for words in (member.duty, member.role))
    ]
    if len({member.name for member in parts}) == 1 and is_name(parts[0].name, labelled=True):
        name = re.sub(r"\s", "", parts[0].name)
        if are_two_persons(case, own[0], name):
            yield _clash("项目负责人", own, name, parts[0].evidence)


def _legal(case: Case) -> Iterator[Clash]:
    """Who signs as legal representative; one cause with the place to sign that the notice asks for."""
    own = re.sub(r"\s", "", case.submission.applicant.legal_representative or "")
    own_places = (one for one in case.submission.seals if not _OF_OTHERS.search(one.name))
    places = [one for one in own_places if one.kind == "signature" and _LEGAL.search(one.name)]
    letter = [one for one in places if one.role is Role.COMMITMENT]  # beside the form's, which he signed himself
    beside = letter if any(re.sub(r"\s", "", one.content or "") == own for one in places) else places
    signed = [(re.sub(r"\s|[（(].*", "", one.content or ""), one.evidence) for one in beside] or _signed_in_letter(case)
    by_proxy = any(_PROXY.search(one.name + one.evidence.text) for one in places)
    if len(signed) != 1 or by_proxy or not is_name(own, labelled=True):
        return
    said, found = signed[0]
    own_name = (own, case.submission.applicant.evidence) if own != said else _legal_in_row(case) or (own, None)
    if is_name(said) and are_two_persons(case, own_name[0], said):
        yield replace(_clash("法定代表人", own_name, said, found), cause=SIGNER)


def _legal_in_row(case: Case) -> tuple[str, Evidence] | None:
    """Who the form's rows without lines name, where no field was read; None for several."""
    rows = [passage for passage in case.submission.passages if passage.role is Role.FORM]
    told = [(match["name"], row.evidence) for row in rows for match in _LEGAL_CELL.finditer(row.text)]
    named = {name: narrow(found, name) for name, found in told if is_name(name)}
    return next(iter(named.items())) if len(named) == 1 and len(told) == 1 else None


def _signed_in_letter(case: Case) -> list[tuple[str, Evidence]]:
    """The names behind 法定代表人 in the letter's lines, each once."""
    letter = [passage for passage in case.submission.passages if passage.role is Role.COMMITMENT]
    lines = ((passage, match["name"]) for passage in letter for match in _LEGAL_LINE.finditer(passage.text))
    return list({re.sub(r"\s", "", name): narrow(passage.evidence, name) for passage, name in lines}.items())


def _form(case: Case) -> Iterator[FormField]:
    return (field for field in case.submission.form_fields if field.role not in _OUTSIDE)


def _own_name(case: Case, whose: re.Pattern[str]) -> tuple[str, Evidence | None] | None:
    """The name in the form, under a group of theirs (联系人 | 姓名) or by a label of its own; None for several."""
    names = []
    for field in _form(case):
        label, value = canonical(bare_label(field)), _leading_name(value_text(field))
        grouped = field.group is not None and label == _NAMED  # 人员 | 项目负责人: what stands at the side owns nothing
        owner = re.sub(r"\s", "", field.group or "") if grouped else bare_label(field).removesuffix(_NAMED)
        named = grouped or (
            owner.endswith(("人", "帅")) and (field.group is None or whose.fullmatch(owner) is not None)
        )
        his = whose.search(owner) if whose is _CONTACT else whose.fullmatch(owner)
        if named and his and is_name(value, labelled=True) and not is_placeholder(value):
            names.append((value, field.value_evidence))
    return names[0] if len({name for name, _ in names}) == 1 else None


def _leading_name(value: str) -> str:
    """某某 of 某某，男，1974年10月出生; the whole without white space where another name follows."""
    first, *rest = _PARTS.split(value.strip())
    alone = not rest or not is_name(re.sub(r"\s", "", rest[0]))
    return re.sub(r"\s", "", first if alone else value)


def _contact_lines(case: Case) -> Iterator[tuple[str, re.Match[str], Evidence]]:
    """Where cover and letter name the contact: the words without blanks, with the next line's; the match; where."""
    passages = [passage for passage in case.submission.passages if passage.role in _OUTSIDE]
    for index, passage in enumerate(passages):
        words = re.sub(r"\s", "", passage.text)
        for match in _CONTACT_LINE.finditer(words):
            below = passages[index + 1 : index + 2]
            more = re.sub(r"\s", "", below[0].text) if below and below[0].role is passage.role else ""
            yield f"{words}；{more}", match, passage.evidence


def _mobiles(words: str) -> list[str]:
    digits = (re.sub(r"\D", "", number) for number in re.findall(r"[\d\-—– ]{11,16}", words))
    return [number for number in digits if len(number) == _MOBILE and number.startswith("1")]


def are_two_persons(case: Case, one: str, other: str) -> bool:
    """Two names, of which neither holds the other; in a scan one character may be misread."""
    apart = min(_APART if case.submission.recognised else 1, len(one))
    return one not in other and other not in one and len(set(one) - set(other)) >= apart


def _clash(what: str, own: tuple[str, Evidence | None], said: str, found: Evidence) -> Clash:
    text = (
        f"{what}前后不一致：申报表为“{own[0]}”{page_of(own[1], '申报材料')}，"
        f"另一处为“{said}”{page_of(found, '申报材料')}，请核实。"
    )
    return Clash(what, text, found, _SURE)
