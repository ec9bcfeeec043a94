"""签字盖章."""

import re
from collections.abc import Iterator, Sequence

from extractors.values.organisations import kind_of
from extractors.values.person_names import is_name
from pipeline.screening.application.labels import alike
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, conclude, implied, page_of, value_text
from pipeline.screening.causes import LETTER, SEAL, SIGNER
from pipeline.screening.fields.own_form import hook
from pipeline.screening.identity.persons import are_two_persons, leader
from pipeline.screening.kinds.commitment import PLEDGE, listed_letter
from pipeline.screening.signing.all_members import absent_members
from pipeline.screening.signing.contact_signs import heads_of_unit, instead_of_head
from pipeline.screening.signing.in_cells import in_cell, open_lines
from pipeline.screening.signing.other_seals import anothers_seal, recommends_as_asked
from pipeline.screening.signing.seals_below import open_at_name, open_below, with_print
from pipeline.screening.signing.signing_words import said_open, written_at, wrong_seal
from pipeline.screening.signing.standing_in import IN_BRACKETS, by_deputy, signed_name, signs_for
from pipeline.screening.signing.unsealed import (
    OF_OTHERS,
    is_empty_bracket,
    is_open_row,
    lead_unsigned,
    left_unsealed,
)
from schemas.facts import Passage, SealPlace
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

_LEGAL = re.compile(r"法定代表人|法人代表")
_LEGAL_ALONE = re.compile(r"(?:法定代表人|法人代表)(?:签[字名章]+)?$")
_BARE_SIGN = re.compile(r"(?:签字|签名|签署)(?:人|处)?[:：]?")
_OF_LEADER = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6}承诺书?|申报表|封面)?(?:项目|揭榜|任务|课题|攻关)?负责人(?:签[字名章]+)?(?:[（(][^（）()]*[)）])?"
)
_WHOSE = re.compile(r"(?:项目|揭榜|任务|课题|攻关)负责人")  # 负责人 alone may be a partner's or a department's
_OR_ANOTHER = re.compile(r"授权|委托|或|负责人|、|/")
# 未办授权手续, 受辛总口头委托
_UNAUTHORISED = re.compile(
    r"(?:未|没有?|无)[^，。；（）()授]{0,4}(?:授权|委托)[^，。；（）()]{0,6}|(?:口头|电话|微信|短信)[^，。；（）()]{0,4}(?:授权|委托)"
)
_OTHERS = re.compile(r"需求|发榜|出题|合作|联合|推荐|参[与加]|成员|[甲乙丙]方|用户")  # whose own representative signs
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_SIGNED = re.compile(r"[（(【［\[][^（）()【】［］]*[签笔][^（）()【】［］]*[)）】］\]]")  # 某某某（亲笔签字）
_DUTY = re.compile(r"人$|人员$|同事$|代表$")  # 由经办人代签, whose name stands at the place
_SAYS = re.compile(r"[签章见附手]|同意|扫描|电子|后补|略")  # 已签字, 见扫描件
_AUTHORISED = re.compile(r"授权(?:委托)?书|签字授权")
# 法定代表人：某某（校长）, in the form or the text: no place to sign
_NAMES_LEGAL = re.compile(r"法定代表人(?:姓名)?[:：](?P<name>[\u4e00-\u9fff]{2,4})(?:[（(][^（）()签章代]{1,12}[)）])?")
_TITLE = 12  # characters
_ABOVE = 6  # lines above such a line that may say whose representative it names
_PIECE = re.compile("[；;，,。]")
_OWN_BODY = re.compile(r"(?:揭榜|申[报请]|牵头|承担|主持|本)(?:单位|企业|公司|机构|[方人])")
_NAME_ONLY = re.compile(r"(?:(?:单位|企业|公司|机构)?(?:名称|全称))?")  # of whom the title above says
_OF_BODY = re.compile(rf"{_OTHERS.pattern}|[子母分]公司|应用|协作|股东")
_NOT_TOLD = frozenset({Role.COMMITMENT, Role.INSTRUCTIONS, Role.PROOFS})
_COVER, _LEGALLY = "封面", "法定代表人"
SAME_NAME = 0.95
_OF_PLEDGE = re.compile(r"[\u4e00-\u9fff]{0,8}(?:承诺|声明)(?![书函])")  # 真实性承诺公章
_OF_WHOLE = re.compile(r"(?:(?:书面|纸质|申[报请]|揭榜)(?:书|表|材料|文件)|封面)")
_LETTER = 1200  # characters of a letter
SAME_PLACE = 0.35  # within one division and one kind, names of places are short and worded freely


def check(case: Case) -> Iterator[Finding]:
    """Whether each place that asks for a seal or a signature has one.

    依据：封面、申报表、承诺书中“（盖章）”“（签字）”“加盖单位公章”等处。
    判定：签字处空白，或注明待签、待盖、用印审批中的为缺失；盖的是专用章、部门章或他单位公章，要求法定代表人或项目负责人签字而由他人代签、
    未附授权的，为错误；要求全体成员签字的，对照成员名单，少签的为不完整；有页面图像而该处没有印章为缺失；
    纯文字文件不能显示印章，列为无法核实，其他盖章处写明已盖（［某公司公章］）而独此处空白的，签字、盖章栏各行中独缺一行的，为缺失。没有承诺书的，承诺书上的签字盖章随之缺失。
    补救：补签、补盖后重新提交该页扫描件。
    """
    asked = [obligation.seal for obligation in case.of("seal_signature") if obligation.seal is not None]
    places = _places(case, asked)
    found: list[Finding] = []
    for obligation in case.of("seal_signature"):
        if obligation.seal is not None:
            found.append(_judge(case, obligation, obligation.seal, places.get(id(obligation.seal))))
    yield from found
    matched = {id(place) for place in places.values()}
    beyond = [*_beyond(case, [place for place in case.submission.seals if id(place) not in matched], found)]
    yield from (*beyond, *open_lines(case, [*found, *beyond]))


def _beyond(case: Case, places: Sequence[SealPlace], told: Sequence[Finding]) -> Iterator[Finding]:
    """Places of the applicant's own form that the call's templates do not have, and that say what is wrong with them.

    The print of a form may hold the place where the call's has only a label: 申报单位审核意见.
    """
    due = hook(case)
    spots = [finding.found for finding in told if finding.found is not None]
    for place in places:
        own = place.role is not Role.PROOFS and (not OF_OTHERS.search(place.name) or recommends_as_asked(case, place))
        if due is None or any(spot.overlaps(place.evidence) for spot in spots):
            continue
        wanted = implied("seal_signature", place.name, due)
        finding = _told_there(case, wanted, place, place) if own else None
        if finding is None and own and _in_letter(case, place) and left_unsealed(case, place):
            finding = _unsealed(wanted, place, LETTER)
        if finding is None and own and lead_unsigned(case, place):
            finding = _unsigned(wanted, place)
        if finding is None and is_open_row(case, place):
            finding = _row_left_open(wanted, place)
        if finding is not None and finding.found not in spots:
            yield finding


def _unsigned(wanted: Obligation, place: SealPlace) -> Finding:
    text = f"“{place.name}”处为空白，承诺书的其他签字处已签{page_of(place.evidence, '申报材料')}，请补签。"
    return conclude(wanted, "missing", text, found=place.evidence, confidence=0.7, cause=LETTER)


def _row_left_open(wanted: Obligation, place: SealPlace) -> Finding:
    done, due = ("已签字", "补签") if place.kind == "signature" else ("已盖章", "补盖")
    where = page_of(place.evidence, "申报材料")
    text = f"“{place.name}”处为空白，同栏其他各行{done}{where}，请{due}。"
    return conclude(wanted, "missing", text, found=place.evidence, confidence=0.65)


def _judge(case: Case, obligation: Obligation, template: SealPlace, place: SealPlace | None) -> Finding:
    what = "签字" if template.kind == "signature" else "印章"
    letter = template.role is Role.COMMITMENT
    listed = any(listed_letter(case, wanted) is not None for wanted in case.of("commitment"))
    if letter and not case.letter.present and not listed:
        text = f"没有承诺书，“{obligation.name}”一并缺失。"
        return conclude(obligation, "missing", text, cause=LETTER)
    written = in_cell(case, template) or written_at(case, template, place)
    if written is not None and (told := _told_there(case, obligation, template, written)) is not None:
        return told
    here = place is not None and (written is place or is_empty_bracket(case, place))
    if place is not None and here and left_unsealed(case, place):
        return _unsealed(obligation, place, LETTER if letter else _of_pledge(case, obligation, place))
    if place is None and (named := open_at_name(case, template)) is not None:
        text = f"“{obligation.name}”处写明“{named.text.strip()}”{page_of(named, '申报材料')}，请补盖。"
        return conclude(obligation, "missing", text, found=named, confidence=0.8, cause=LETTER)
    if place is None or place.filled is None:
        text = f"“{obligation.name}”处是否有{what}，无法从本文件判断。"
        return conclude(obligation, "unverifiable", text, found=place.evidence if place else None)
    where = page_of(place.evidence, "申报材料")
    if absent := absent_members(case, obligation, place):
        text = f"“{obligation.name}”要求全体成员签字，{'、'.join(absent)}未签{where}，请补签。"
        return conclude(obligation, "insufficient", text, found=place.evidence, confidence=0.75)
    if place.filled:
        return conclude(obligation, "met", f"“{obligation.name}”处已有{what}{where}。", found=place.evidence)
    return conclude(
        obligation,
        "missing",
        f"“{obligation.name}”处没有{what}{where}，请补{'签' if what == '签字' else '盖'}。",
        found=place.evidence,
        confidence=0.85 if what == "签字" else 0.75,
        cause=LETTER if letter else _of_pledge(case, obligation, place),
    )


def _unsealed(obligation: Obligation, place: SealPlace, cause: str | None) -> Finding:
    at = page_of(place.evidence, "申报材料")
    text = f"“{obligation.name}”处为空白，其他盖章处写明已盖章{at}，请补盖。"
    return conclude(obligation, "missing", text, found=place.evidence, confidence=0.6, cause=cause)


def _told_there(case: Case, obligation: Obligation, template: SealPlace, place: SealPlace) -> Finding | None:
    """What the words at the place say against it: it is open, it bears another seal, another has signed."""
    where = page_of(place.evidence, "申报材料")
    if (open_ := said_open(place)) is not None:
        text = f"“{obligation.name}”处写明“{open_}”{where}，请补{'签' if place.kind == 'signature' else '盖'}。"
        in_pledge = _of_pledge(case, obligation, place)
        cause = LETTER if template.role is Role.COMMITMENT else in_pledge
        return conclude(obligation, "missing", text, found=place.evidence, confidence=0.8, cause=cause)
    if (below := open_below(case, place)) is not None:
        said = below.text.strip()
        text = f"“{obligation.name}”处写明“{said}”{page_of(below, '申报材料')}，请补盖。"
        return conclude(obligation, "missing", text, found=below, confidence=0.8)
    if (other := wrong_seal(template, with_print(case, place))) is not None:
        text = f"“{obligation.name}”处为“{other}”{where}，不是单位公章，请加盖公章。"
        return conclude(obligation, "invalid", text, found=place.evidence, confidence=0.7)
    if (body := anothers_seal(case, place)) is not None:
        due = "推荐单位的公章，请由推荐单位加盖" if OF_OTHERS.search(place.name) else "申报单位的公章，请加盖本单位公章"
        text = f"“{obligation.name}”处所盖为“{body}”的印章{where}，不是{due}。"
        return conclude(obligation, "invalid", text, found=place.evidence, confidence=0.75, cause=SEAL)
    if absent_members(case, obligation, place) or any(_AUTHORISED.search(a.name) for a in case.submission.attachments):
        return None
    if (signer := _another_signer(case, obligation, place)) is None:
        return None
    who, due = signer
    text = f"“{obligation.name}”处落款为{who}{where}，不是{due}本人，请由{due}签字或补交授权委托书。"
    cause = SIGNER if due == _LEGALLY else None
    return conclude(obligation, "invalid", text, found=place.evidence, confidence=0.65, cause=cause)


def _is_only_one(case: Case, place: SealPlace) -> bool:
    """签字：某某（副总经理）, without whose it is, and no other signature in the letter: that of whom the call asks."""
    beside = [one for one in case.submission.seals if one.kind == "signature" and one.role is place.role]
    bare = _BARE_SIGN.fullmatch(squeeze(place.evidence.text)) is not None
    return bare and place.role is Role.COMMITMENT and len(beside) == 1


def _another_signer(case: Case, obligation: Obligation, place: SealPlace) -> tuple[str, str] | None:
    """Who signed where the legal representative or the leader alone should have, and which of the two.

    One who says 代签, or bears another name than both. Not where the file has several such places, as with a partner's
    letter beside the own one.
    """
    asked = (obligation.name, place.name.rpartition("意见/")[2])  # a cell in two lines
    legally = all(_LEGAL.search(name) and not _OR_ANOTHER.search(name) for name in asked)
    legally = legally or (_LEGAL_ALONE.search(obligation.name) is not None and _is_only_one(case, place))
    content = _UNAUTHORISED.sub("", squeeze(place.content or ""))
    whose = _in_pledge(case, place) or all(map(_WHOSE.search, asked))
    led_by = all(map(_OF_LEADER.fullmatch, asked)) and (whose or instead_of_head(case, obligation, content))
    due = _LEGALLY if legally else ("项目负责人" if whose else "负责人") if led_by else None
    others = _OTHERS.search(obligation.name + place.name) is not None
    again = sum(one.kind == "signature" and one.name == place.name for one in case.submission.seals) > 1
    shown = place.filled or _SIGNED.search(content) is not None
    if (
        due is None
        or others
        or again
        or not shown
        or place.kind != "signature"
        or _OR_ANOTHER.search(_WHOSE.sub("", content))
    ):
        return None
    name, legal = signed_name(content), _legal(case, content)
    led = leader(case) if not legally else None
    due_one = squeeze(led[0]) if led is not None else legal
    if due_one and content == due_one:
        return None  # 张时代 has signed himself
    if (instead := signs_for(content)) is not None:
        himself = not instead or instead == due_one or _DUTY.search(instead) is not None
        signer = name.removesuffix("代") if himself else instead
        return signer if _is_name(signer) and signer != due_one else "他人", due
    if legally and by_deputy(content) and not (due_one and due_one in content):
        return name, due
    own = [one for one in (squeeze(led[0]) if led is not None else "", legal) if one]
    own = own if legally or led is not None else []
    if own and not legally and _WHOSE.search(place.name) is None:
        own += filter(_is_name, heads_of_unit(case))  # 负责人签字 of a unit's pledge may be its own head's
    named = own != [] and all(map(_is_name, (name, *own))) and _SAYS.search(name) is None
    return (name, due) if named and all(are_two_persons(case, name, one) for one in own) else None


def _legal(case: Case, signed: str) -> str:
    """The legal representative; where only the signature says so, whom a line of the text names (法定代表人：某某)."""
    known = squeeze(case.submission.applicant.legal_representative or "")
    in_form = any(_LEGAL.search(f.label or f.name) and squeeze(value_text(f)) for f in case.submission.form_fields)
    if known and (in_form or known != IN_BRACKETS.sub("", signed)):
        return known
    told: set[str] = set()
    above: list[Passage] = []  # the lines right above, in the same chapter
    for passage in case.submission.passages:
        line = _NAMES_LEGAL.fullmatch(squeeze(passage.text)) if passage.role not in _NOT_TOLD else None
        above = [one for one in above[-_ABOVE:] if one.path == passage.path]
        if line is not None and not _is_of_another(case, [*passage.path[-1:], *(one.text for one in above)]):
            told.add(line["name"])
        above.append(passage)
    return told.pop() if len(told) == 1 else known


def _is_of_another(case: Case, lines: Sequence[str]) -> bool:
    """The last line that names a body (乙方：海州大学) names another than the applicant."""
    own = squeeze(case.submission.applicant.name or "")
    for line in map(squeeze, reversed(lines)):
        label, _, value = _PIECE.split(line, maxsplit=1)[0].replace(":", "：").rpartition("：")
        if (own and own in line) or _OWN_BODY.match(label or line) is not None:
            return False
        named = kind_of(value) is not None and (own or not label or _NAME_ONLY.fullmatch(label) is None)
        if named or _OF_BODY.search(label or line[:_TITLE]) is not None:
            return True
    return False


def _is_name(words: str) -> bool:
    return _NAME.fullmatch(words) is not None and is_name(words, labelled=True)


def _in_letter(case: Case, place: SealPlace) -> bool:
    """By its division, or right below the letter's title where it is a chapter of another."""
    begins = case.letter.evidence if case.letter.present else None
    below = begins is not None and begins.file == place.evidence.file
    below = below and begins is not None and 0 <= place.evidence.start - begins.start <= _LETTER
    return place.role is Role.COMMITMENT or below


def _of_pledge(case: Case, obligation: Obligation, place: SealPlace) -> str | None:
    """The cause of what the form's own commitment lacks: its places are one gap."""
    named = _OF_PLEDGE.match(obligation.name) is not None
    return PLEDGE if named or _in_pledge(case, place) else None


def _in_pledge(case: Case, place: SealPlace) -> bool:
    """The place stands in the form's own commitment, whose missing date is the same gap."""
    pledge = case.submission.pledge.evidence
    return pledge is not None and pledge.overlaps(place.evidence)


def _area(role: Role) -> Role:
    """Cover, letter and recommendation stand for themselves; form and text differ in how an application is divided."""
    return role if role in (Role.COVER, Role.COMMITMENT, Role.RECOMMENDATION) else Role.FORM


def _places(case: Case, asked: Sequence[SealPlace]) -> dict[int, SealPlace]:
    """By identity of the template's place: that of the application, each once.

    Of the same kind in the same division, with the nearest name; those of the same name before others.
    """
    pairs = [
        (-alike(template.name, place.name), order, index)
        for order, template in enumerate(asked)
        for index, place in enumerate(case.submission.seals)
        if place.kind == template.kind and _area(place.role) is _area(template.role)
    ]
    sure = sorted(pair for pair in pairs if -pair[0] >= SAME_NAME)
    near = sorted((pair for pair in pairs if -pair[0] >= SAME_PLACE), key=lambda pair: (pair[1], pair[0], pair[2]))
    found: dict[int, SealPlace] = {}
    taken: set[int] = set()
    for _, order, index in (*sure, *near):
        if id(asked[order]) not in found and index not in taken:
            taken.add(index)
            found[id(asked[order])] = case.submission.seals[index]
    for template in asked:
        elsewhere = (
            index
            for index, place in enumerate(case.submission.seals)
            if index not in taken and place.kind == template.kind and _is_on_other_side(template, place)
        )
        if id(template) not in found and (at := next(elsewhere, None)) is not None:
            taken.add(at)
            found[id(template)] = case.submission.seals[at]
    return found


def _is_on_other_side(template: SealPlace, place: SealPlace) -> bool:
    """推荐单位公章 of a form without a cover, and 封面推荐单位公章 of the applicant's, or the other way round.

    The seal that a call asks for without saying where (书面材料须加盖公章) stands where the cover has room for it.
    """
    if template.role is Role.OTHER and _OF_WHOLE.match(template.name) is not None and place.role is Role.COVER:
        return not OF_OTHERS.search(template.name) and not OF_OTHERS.search(place.name)
    apart = {template.role, place.role} & {Role.COMMITMENT, Role.RECOMMENDATION}
    return not apart and template.name.removeprefix(_COVER) == place.name.removeprefix(_COVER)
