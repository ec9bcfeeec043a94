"""前后一致."""

import re
from collections.abc import Callable, Iterable, Iterator

from extractors.forms.labels.words import is_known_label
from extractors.values.organisations import is_organisation
from pipeline.screening.amounts import people_and_money
from pipeline.screening.amounts.audited import audit_clashes
from pipeline.screening.amounts.bodies_parts import body_part_clashes
from pipeline.screening.amounts.budget_sides import side_clashes
from pipeline.screening.amounts.capitals import capital_clashes
from pipeline.screening.amounts.counts import count_clashes
from pipeline.screening.amounts.fund_sources import source_clashes
from pipeline.screening.amounts.funds_in_papers import paper_fund_clashes
from pipeline.screening.amounts.list_totals import list_clashes
from pipeline.screening.amounts.money_split import split_clashes
from pipeline.screening.amounts.parts_over import parts_over
from pipeline.screening.amounts.people_in_papers import paper_people_clashes
from pipeline.screening.amounts.people_parts import people_clashes
from pipeline.screening.amounts.percentages import share_clashes
from pipeline.screening.amounts.prose_budgets import prose_budget_clashes
from pipeline.screening.amounts.public_column import public_column_clashes
from pipeline.screening.amounts.shares_of_form import form_share_clashes
from pipeline.screening.amounts.shares_told import share_sum_clashes
from pipeline.screening.amounts.sums_across import across_clashes
from pipeline.screening.amounts.told_budgets import told_budget_clashes
from pipeline.screening.amounts.years_told import year_sum_clashes
from pipeline.screening.application.labels import alike, bare_label, canonical
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import is_placeholder
from pipeline.screening.case import Case, conclude, implied, page_of, value_text
from pipeline.screening.causes import SEAL
from pipeline.screening.identity.agreement_parties import agreement_clashes
from pipeline.screening.identity.body_names import clean_name, same_name
from pipeline.screening.identity.call_codes import call_code_clashes
from pipeline.screening.identity.leader_titles import title_clashes
from pipeline.screening.identity.licence_names import licence_names
from pipeline.screening.identity.one_site import site_clashes
from pipeline.screening.identity.own_facts import own_fact_clashes
from pipeline.screening.identity.periods import period_clashes
from pipeline.screening.identity.person_rows import person_row_clashes
from pipeline.screening.identity.persons import person_clashes
from pipeline.screening.identity.said_dates import date_clashes
from pipeline.screening.identity.told_periods import told_period_clashes
from pipeline.screening.identity.unlisted import unlisted_partners
from pipeline.screening.kinds.direction import CAUSE as WRONG_DIRECTION
from pipeline.screening.kinds.direction import DIRECTION_LABEL, contradiction, pledged_instead
from pipeline.screening.said_twice.counted_devices import device_clashes
from pipeline.screening.said_twice.counted_places import place_clashes
from pipeline.screening.said_twice.field_values import field_clashes
from pipeline.screening.said_twice.fractions import fraction_clashes
from pipeline.screening.said_twice.metric_mentions import mention_clashes
from pipeline.screening.said_twice.overview_values import overview_clashes
from pipeline.screening.said_twice.planned_outcomes import outcome_clashes
from pipeline.screening.said_twice.repeats import repeated
from pipeline.screening.said_twice.report_values import report_clashes
from pipeline.screening.said_twice.rows_and_words import row_clashes
from pipeline.screening.said_twice.short_of_promise import short_clashes
from pipeline.screening.said_twice.stops_short import stop_clashes
from pipeline.screening.said_twice.swapped_digits import yearly_clashes
from pipeline.screening.said_twice.team_sizes import team_clashes
from pipeline.screening.said_twice.work_names import named_in_text, quoted_in_letter, work_clashes
from pipeline.screening.said_twice.worked_out import worked_out_clashes
from pipeline.screening.signing.other_seals import anothers_seals
from pipeline.screening.signing.signing_words import open_in
from schemas.evidence import Evidence
from schemas.facts import FormField
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

NAME_LABEL = "单位名称"
WORK_LABEL = "项目名称"
_LONGEST_NAME = 60
_LEADS, _NOT_NAMED = re.compile(r"牵头"), frozenset({"无", "/", "本单位"})
ANOTHER_WORK = 0.5  # two names less alike than this are not two wordings of one
_WORK = re.compile(
    r"(?:(?:^|\n)\s{0,8}(?:项目|课题)名称\s*[:：]\s*(?P<name>[^\s_＿（(][^\n，。；]{3,80})"
    r"|[（(，,；;]\s?(?:项目|课题)名称\s*[:：]\s*(?P<noted>[^\s_＿（(][^\n，。；）)]{3,80})[)），,；;])"
)
_CALLED = re.compile(r"(?:项目|课题|任务|榜单|榜题|题目|方向|产品|成果|作品|技术)名称$|榜题$|题目$")
_WORKS, _TASKS = re.compile(r"(?:项目|课题|内容)名称$"), re.compile(r"(?:任务|产品|成果|作品)名称$")
# 某省2026年度重点产业链: what is applied under; 城市内涝救援系统 is a work
_CALL = re.compile(
    r"揭榜挂帅|20\d\d|^[\u4e00-\u9fff]{1,6}(?:省|(?<![城都])市(?![场政域民])|县(?!域)|自治州|(?<![社园矿灾山库街城牧林校小])区(?![域块间别]))|[贵某]"
    r"|“[^”]*$|^[^“]*”"
)
SHORTEST_WORK = 6  # characters of a name in a sentence
TRUTH = re.compile(r"真实|一致|属实")
_STAMP = re.compile(
    r"[\W_]*(?:加盖)?(?:单位|企业)?(?:公章|盖章|印章|签章|印鉴?|章)?[\W_]*"
)  # ［公章］, 【印】, where the name would stand


# Each names the contradictions of its kind; the first to name a thing is told.
_CLASHES: tuple[Callable[[Case], Iterable[people_and_money.Clash]], ...] = (
    capital_clashes,
    audit_clashes,
    count_clashes,
    paper_people_clashes,
    field_clashes,
    repeated,
    overview_clashes,
    mention_clashes,
    report_clashes,
    worked_out_clashes,
    stop_clashes,
    short_clashes,
    outcome_clashes,
    place_clashes,
    device_clashes,
    row_clashes,
    list_clashes,
    work_clashes,
    source_clashes,
    paper_fund_clashes,
    split_clashes,
    yearly_clashes,
    across_clashes,
    year_sum_clashes,
    share_clashes,
    form_share_clashes,
    parts_over,
    people_clashes,
    team_clashes,
    fraction_clashes,
    person_clashes,
    own_fact_clashes,
    call_code_clashes,
    site_clashes,
    title_clashes,
    unlisted_partners,
    agreement_clashes,
    date_clashes,
    person_row_clashes,
    period_clashes,
    told_period_clashes,
)


def check(case: Case) -> Iterator[Finding]:
    """Whether the application contradicts itself: names, direction, amounts of money.

    依据：填报须知和承诺书中对报送资料真实性负责的要求；同一事项在封面、申报表、任务书、承诺书中应当一致。
    判定：单位名称逐字比较（简称除外）；承诺书（含引号内）所写的项目名称与申报表明显不同或仅差几个字的、封面与申报表所写不同的为错误；揭榜方向比较封面、勾选与承诺书；金额换算后比较同一项目、同一年度的数值（含数字颠倒），申请资金与自筹资金的分配，以及部分与总计、预算各项与合计、各年、各阶段、各出资方（各单位分配）之和与总计、各项占比与百分之百及申报表数字、小写与大写；
    唯一的示范点、申报表所填的实施地点只能在一处；
    人数、专利（软件著作权、论文）数（已有的和计划申请的）、申报表所填的面积等和同一指标的承诺值（含几分之一、几倍，进度安排所写，按测算得出的，风险等部分又说只能达到的）前后各只能有一个，同一地方的示范场所数量应当相同，所列各类人员之和应与总数相符，攻关团队人数前后应当一致且不多于单位人数；
    联系人及其手机、项目负责人、法定代表人在各处应为同一人、同一号码，负责人的职务职称应当一致；单位成立时间、注册资本（含中文大写）、法定代表人、注册地址、负责人出生年月、统一社会信用代码在申报表、正文和营业执照等证明材料中应当一致（增资、变更登记等已说明的除外），同一人在申报表与人员表中的出生年月、手机、职称学历应当相同，项目起止时间（或实施期限）应与进度安排、任务书所写相符，任务分工中、写明参与本任务的和团队成员的单位应在申报表的参与单位之内（填写“无”的不得另有参与单位），承诺书所写的榜题编号应与申报表相同，联合揭榜协议的签订方应为申报材料写明参与的单位；
    正文所写的结果与表中同一项的数值、方案所写的设备数量与经费预算所列应当相同，进度安排不得在达到承诺值之前停止，申报表所填的数量与清单的合计、营业收入、研发投入与审计报告、财务报表和辅助账所载、单位和研发人员人数与参保证明和名册、自筹资金与其来源证明、产品现有性能与检测（测试）报告的结论应当相同。
    补救：核实后统一，并说明更正之处。
    """
    yield from _names(case)
    yield from _works(case)
    yield from _directions(case)
    amounts = tuple(people_and_money.clashes(case))
    # one side of the money that differs is told once, not again as the two sides of the whole
    told_apart = any(clash.name in (people_and_money.OWN, people_and_money.TOTAL) for clash in amounts)
    shares = (*share_sum_clashes(case), *body_part_clashes(case))
    sides = () if told_apart else tuple(side_clashes(case))
    said_twice = (
        *(clash for clashes in _CLASHES for clash in clashes(case)),
        *sides,
        *(() if told_apart or sides else public_column_clashes(case)),
        *(one for one in prose_budget_clashes(case) if not told_apart),
        *(one for one in told_budget_clashes(case) if all(one.name != other.name for other in amounts)),
        *(one for one in shares if not told_apart or one.name != people_and_money.OWN),
    )
    told: set[str] = set()
    for clash in (*amounts, *said_twice):
        obligation = obligation_for(case, clash.name) if clash.name not in told else None
        told.add(clash.name)
        if obligation is not None:
            yield conclude(
                obligation, "invalid", clash.text, found=clash.found, confidence=clash.confidence, cause=clash.cause
            )


def obligation_for(case: Case, name: str) -> Obligation | None:
    """The notice's obligation of that name, else one that hangs at the field or the promise of truth.

    The total and the offer are told under the names that the form has for them (总经费, 揭榜报价).
    """
    if name == people_and_money.OFFER and (offer := _offer_asked(case)) is not None:
        return implied("consistency", offer.name, offer.evidence)
    if name == people_and_money.TOTAL:
        totals = (
            o for o in case.of("consistency") if o.field is not None and canonical(o.field.label or o.name) == name
        )
        if (total := next(totals, None)) is not None:
            return total
    own = max(case.of("consistency"), key=lambda o: alike(name, o.name), default=None)
    if own is not None and alike(name, own.name) >= 0.9:
        return own
    evidence = _hook(case, name)
    return implied("consistency", name, evidence) if evidence is not None else own


def _offer_asked(case: Case) -> Obligation | None:
    """The form's one field for what the applicant offers to do the work for."""
    asked = [o for o in case.of("form_field") if o.field is not None and people_and_money.is_offer(o.field)]
    return asked[0] if len(asked) == 1 else None


def _hook(case: Case, name: str) -> Evidence | None:
    fields = [o for o in case.of("form_field") if canonical(o.field.label if o.field else o.name) == canonical(name)]
    truth = [o for o in case.obligations if TRUTH.search(o.name + o.evidence.text)]
    letters = case.of("commitment")
    return next((o.evidence for o in (*fields, *truth, *letters, *case.obligations)), None)


def _names(case: Case) -> Iterator[Finding]:
    """The applicant's name in the form, on the cover and under the letter."""
    named = _named(case)
    obligation = obligation_for(case, NAME_LABEL)
    if len(named) < 2 or obligation is None:
        return
    where, first, _ = named[0]
    for place, other, evidence in named[1:]:
        if not same_name(first, other):
            text = f"单位名称前后不一致：{where}为“{first}”，{place}为“{other}”{page_of(evidence, '申报材料')}。"
            sealed = any(clean_name(seal) in clean_name(other) for seal in anothers_seals(case))
            cause = SEAL if sealed else None
            yield conclude(obligation, "invalid", text, found=evidence, confidence=0.85, cause=cause)
            return
    yield conclude(obligation, "met", f"{len(named)}处单位名称一致。", found=named[0][2])


def _works(case: Case) -> Iterator[Finding]:
    """The work's name in the letter is that of the form, or the task's: one unlike both is another project's."""
    fields = case.submission.form_fields
    filled = [f for f in fields if not is_placeholder(value_text(f))]
    titled = next((t for kind in (_WORKS, _TASKS) if (t := [f for f in filled if kind.search(bare_label(f))])), [])
    given = [value_text(f) for f in titled] or [name for name, _ in named_in_text(case)]
    called = [*given, *(value_text(f) for f in fields if _CALLED.search(f.label or f.name))]
    label = bare_label(titled[0]) if titled else WORK_LABEL
    obligation = obligation_for(case, label)
    if not given or obligation is None:
        return
    said = _in_letter(case)
    if said is not None and all(alike(said[0], name) < ANOTHER_WORK for name in called if name):
        found = narrow(said[1], said[0])
        own = f"{'申报表' if titled else '正文'}为“{given[0]}”"
        text = f"{label}前后不一致：{own}，承诺书为“{found.text}”{page_of(found, '申报材料')}。"
        yield conclude(obligation, "invalid", text, found=found, confidence=0.75)


def _in_letter(case: Case) -> tuple[str, Evidence] | None:
    """The work that the letter names after a label, or in its sentence where that is no direction and not the call."""
    for passage in case.submission.passages:
        said = _WORK.search(passage.text) if passage.role is Role.COMMITMENT else None
        name = (said["name"] or said["noted"]) if said is not None else ""
        if not is_placeholder(name):
            return name, passage.evidence
    subject = case.letter.subject or ""
    others = [*(direction.name for direction in case.notice.directions), case.notice.title or ""]
    of_call = _CALL.search(subject) or any(alike(subject, other) >= ANOTHER_WORK for other in others)
    if of_call or len(subject) < SHORTEST_WORK:
        return next((one for one in quoted_in_letter(case) if re.sub(r"\s", "", one[0]) not in case.own_words), None)
    for passage in case.submission.passages:
        words = re.sub(r"\s", "", passage.text) if passage.role is Role.COMMITMENT else ""
        before, there, behind = words.partition(subject)
        if there:
            named = before.endswith("承担") or behind.startswith(("揭榜挂帅", "攻关任务", "揭榜任务"))
            return None if named else (subject, passage.evidence)
    return None


def _named(case: Case) -> list[tuple[str, str, Evidence | None]]:
    """Place, name and evidence wherever the applicant is named; the form first, the letter last."""
    found: list[tuple[str, str, Evidence | None]] = []
    for field in case.submission.form_fields:
        value = clean_name(value_text(field))
        own = field.group is None or canonical(field.group) == NAME_LABEL  # 申报单位 | 单位名称
        if own and canonical(field.label or field.name) == NAME_LABEL and _is_name(field, value):
            place = {"cover": "封面", "form": "申报表", "commitment": "承诺书"}.get(field.role.value, "申报材料")
            found.append((place, value, field.value_evidence))
    found.sort(key=lambda item: item[0] != "申报表")
    found += licence_names(case)
    letter = case.letter
    for place, name in (("承诺书", letter.applicant), ("承诺书正文", letter.speaker)):
        told = name and not _STAMP.fullmatch(name) and open_in(clean_name(name)) is None  # 待盖章（用印审批中）
        if letter.present and name and told and letter.evidence is not None:
            found.append((place, clean_name(name), _signature_line(case, name, letter.evidence)))
    return found


def _is_name(field: FormField, value: str) -> bool:
    """牵头单位, which also heads groups of fields and profiles, is answered where that is an organisation."""
    if _LEADS.search(field.label or field.name) and not is_organisation(value):
        return False
    other = value in _NOT_NAMED or is_known_label(value) or is_placeholder(value)
    return 0 < len(value) <= _LONGEST_NAME and not other


def _signature_line(case: Case, name: str, letter: Evidence) -> Evidence:
    for passage in reversed(case.submission.passages):
        if name in passage.text:
            return narrow(passage.evidence, name)
    return narrow(letter, name)


def _directions(case: Case) -> Iterator[Finding]:
    wrong = contradiction(case)
    obligation = obligation_for(case, DIRECTION_LABEL)
    if obligation is None:
        return
    if wrong is None or not wrong.where.startswith("封面"):
        yield from _pledged(case, obligation)
        return
    text = f"揭榜方向前后不一致：勾选方向{wrong.ticked}，封面写“{wrong.meant.name}”{page_of(wrong.found, '申报材料')}。"
    yield conclude(obligation, "invalid", text, found=wrong.found, confidence=wrong.confidence, cause=WRONG_DIRECTION)


def _pledged(case: Case, obligation: Obligation) -> Iterator[Finding]:
    """The letter is for another direction: one left over from another application, or one copied."""
    meant, chosen, subject = pledged_instead(case), case.chosen, case.letter.subject
    if meant is None or chosen is None or subject is None:
        return
    passages = (p.evidence for p in case.submission.passages if p.role is Role.COMMITMENT and subject in p.text)
    found = next((narrow(evidence, subject) for evidence in passages), case.letter.evidence)
    text = (
        f"揭榜方向前后不一致：所选为方向{chosen.number}“{chosen.name}”，承诺书承诺的却是方向{meant.number}“{meant.name}”"
        f"{page_of(found, '申报材料')}。"
    )
    yield conclude(obligation, "invalid", text, found=found, confidence=0.75)
