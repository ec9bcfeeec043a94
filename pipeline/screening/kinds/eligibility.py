"""申报条件."""

import re
from collections.abc import Iterator

from pipeline.screening.case import Case, conclude, page_of
from pipeline.screening.causes import LETTER
from pipeline.screening.completion import CAUSE as TOO_LATE
from pipeline.screening.completion import overrun, told_as_deadline
from pipeline.screening.conditions import (
    also_filed,
    contract_dates,
    dated_rows,
    declared,
    direction_limit,
    misdeeds,
    numeric,
    references,
    registered,
    rights,
    sums_compared,
    validity,
    work_time,
)
from pipeline.screening.conditions.applicants import admitted_kinds, is_for_organisations, meant_for
from pipeline.screening.conditions.applies import applies
from pipeline.screening.conditions.awards import judge_awards
from pipeline.screening.conditions.founded import born, born_after, closing_day, founded, required_by
from pipeline.screening.conditions.legal_person import LEGAL_PERSON
from pipeline.screening.conditions.legal_person import judge as legal_person
from pipeline.screening.conditions.offers import over_the_limit
from pipeline.screening.conditions.places import required_place
from pipeline.screening.conditions.secrets import judge_secrets
from pipeline.screening.team import employed, licensed, projects_in_hand, students, titles, under_way, young
from schemas.finding import Finding
from schemas.notice import Obligation

PROMISED = re.compile(r"知识产权|真实性负责|真实性承担|承诺")
IN_TIME = re.compile(r"(期限|限期|按期|按时|按计划)[^，。；]{0,12}完成|完成[^，。；]{0,12}(期限|任务)")
# What the letter to an applicant calls the kinds of organisation that a name shows; of others nothing follows.
KINDS = {
    "company": "企业",
    "school": "高等学校",
    "hospital": "医疗机构",
    "institute": "科研院所",
    "association": "社会组织",
}


def check(case: Case) -> Iterator[Finding]:
    """Whether the applicant is one who may apply.

    依据：通知“申报条件”“申报主体”等处，及填报须知对申报主体的要求。
    判定：注册地按单位地址及统一社会信用代码中的行政区划码核对，正文写明注册在别处的为错误；法人资格按代码的机构类别和单位名称核对，合伙企业、个人独资企业（民法典第102条）和分支机构没有，正文写明是分公司、不具有法人资格的为错误；限定单位类型
    （限企业申报、须为高校或科研院所）的按单位名称和代码核对；注册（成立）时间、年龄和其他有数值的条件与申报表所填数据比较；
    限选方向的按勾选的方向核对，写明还申报了本批另一方向的为错误；业绩项数按业绩表核对；限全日制在校学生的、须有多少青年成员的按成员名单核对；须有多少人持有效证件的按所写姓名和有效期核对；何时开工、建成的按进度安排核对；何时购置、销售的按表中所列日期核对；证照有效期须到何日的按所写有效期核对；自筹不得低于申请经费等两项金额的比较按经费预算核对；联合体家数按所填单位核对（未写明是否含牵头单位而刚好到上限的，请人工核对）；
    须拥有知识产权而正文写明产权归他人、申报单位仅获许可，或权属正在诉讼的为错误；负责人须在职、全职而写明外聘、兼职、任职于他处的，未发生事故、未失信而写明发生过、被列入的，不得涉密而写明含涉密内容的，不得有同一专项在研项目而写明正在主持的，均为错误；在研项目数按所填、所写的项数核对；须由承诺书承诺的事项看承诺书；须声明有无违法违规记录的，看全文有无说明；分档奖励各档都提出的条件，按所申请的奖励核对；其余条件本文件不能证明的，列为无法核实。
    补救：不符合条件的不予受理；资料不足的补充证明。
    """
    for obligation in case.of("eligibility"):
        yield _judge(case, obligation)
    yield from judge_awards(case)
    yield from judge_secrets(case)


def _judge(case: Case, obligation: Obligation) -> Finding:
    words = obligation.eligibility.text if obligation.eligibility is not None else obligation.name
    if (for_others := _for_other_directions(case, obligation) or _for_others(case, obligation)) is not None:
        return for_others
    certain = (
        _too_young(case, obligation)
        or _birth(case, obligation)
        or _other_kind(case, obligation)
        or _offer(case, obligation)
    )
    if certain is not None:
        return certain
    place = required_place(obligation.name, case.notice.issuers) or (
        None if LEGAL_PERSON.search(obligation.name) else required_place(words, case.notice.issuers)
    )
    if place is not None:
        there = registered.judge(case, obligation, *place)
        both = there.status == "met" and LEGAL_PERSON.search(obligation.name)
        legal = legal_person(case, obligation) if both else None
        return legal if legal is not None and legal.status == "invalid" else there
    if LEGAL_PERSON.search(obligation.name):
        return legal_person(case, obligation)
    since = founded(case)
    if since is not None and required_by(obligation.name, closing_day(case)) is not None:
        text = f"申报单位成立（注册）时间为{since[1]}{page_of(since[2], '申报材料')}，符合条件。"
        return conclude(obligation, "met", text, found=since[2], confidence=0.8)
    for judge in (
        also_filed.judge,
        direction_limit.judge,
        work_time.judge,
        dated_rows.judge,
        contract_dates.judge,
        validity.judge,
        references.judge,
        titles.judge,
        young.judge,
        licensed.judge,
        students.judge,
        employed.judge,
        misdeeds.judge,
        under_way.judge,
        projects_in_hand.judge,
        declared.judge,
        rights.judge,
        sums_compared.judge,
    ):
        if (told := judge(case, obligation)) is not None:
            return told
    if obligation.target is not None:
        return numeric.judge(case, obligation, obligation.target)
    if PROMISED.search(obligation.name):
        return _promised(case, obligation)
    return conclude(
        obligation, "unverifiable", f"“{_brief(obligation)}”无法从申报材料判断，需另行核实。", confidence=0.7
    )


def _for_other_directions(case: Case, obligation: Obligation) -> Finding | None:
    """Met where the condition is put to who applies for certain directions (方向一、三), and this one does not."""
    which = obligation.condition
    if which is None or applies(case, which) is not False:
        return None
    text = f"“{_brief(obligation)}”只对{which}提出，本申报材料申报的不是这些方向。"
    return conclude(obligation, "met", text, confidence=0.6)


def _for_others(case: Case, obligation: Obligation) -> Finding | None:
    """Met where the condition is put to applicants of another kind; None where it is to this one."""
    found = case.submission.applicant.evidence
    if is_for_organisations(obligation.name) and applies(case, "单位") is False:
        text = f"“{_brief(obligation)}”只对单位提出，本申报方为自然人团队。"
        return conclude(obligation, "met", text, found=found, confidence=0.6)
    others = meant_for(obligation.name)
    if others is None or case.submission.applicant.kind in (None, *others):
        return None
    text = f"“{_brief(obligation)}”只对该类单位提出，本申报单位不属此类。"
    return conclude(obligation, "met", text, found=found, confidence=0.6)


def _too_young(case: Case, obligation: Obligation) -> Finding | None:
    """The applicant was founded later than the condition allows; None where it was not, or nobody can say."""
    by = required_by(obligation.name, closing_day(case))
    since = founded(case) if by is not None else None
    if by is None or since is None or since[0] <= by:
        return None
    text = f"申报单位成立（注册）时间为{since[1]}{page_of(since[2], '申报材料')}，不符合“{_brief(obligation)}”的条件。"
    return conclude(obligation, "invalid", text, found=since[2], confidence=0.8)


def _offer(case: Case, obligation: Obligation) -> Finding | None:
    """The price asked against the most that is paid; None where the condition is another, or nobody can say."""
    sums = over_the_limit(case, obligation)
    if sums is None:
        return None
    offered, allowed, found = sums
    said = f"申报材料报价{offered / 1e4:,.6g}万元{page_of(found, '申报材料')}，"
    if offered <= allowed:
        return conclude(obligation, "met", f"{said}不超过{allowed / 1e4:,.6g}万元。", found=found, confidence=0.8)
    text = f"{said}超过{allowed / 1e4:,.6g}万元，不符合“{_brief(obligation)}”的条件。"
    return conclude(obligation, "insufficient", text, found=found, confidence=0.8)


def _other_kind(case: Case, obligation: Obligation) -> Finding | None:
    """The applicant is of a kind that the condition does not admit; None where it is, or nobody can say.

    Its name says it, and the credit code (91 and 93 are enterprises, GB 32100) does not speak against it.
    """
    applicant = case.submission.applicant
    admitted = admitted_kinds(obligation.name)
    enterprise = (applicant.credit_code or "").startswith(("91", "93"))
    if admitted is None or applicant.kind not in KINDS or applicant.kind in admitted:
        return None
    if applicant.credit_code is not None and enterprise != (applicant.kind == "company"):
        return None
    text = f"申报单位“{applicant.name}”为{KINDS[applicant.kind]}，不符合“{_brief(obligation)}”的条件。"
    return conclude(obligation, "invalid", text, found=applicant.evidence, confidence=0.75)


def _birth(case: Case, obligation: Obligation) -> Finding | None:
    """The leader was born before or after the day that the condition names; None where nobody can say."""
    first = born_after(obligation.name)
    birth = born(case) if first is not None else None
    if first is None or birth is None:
        return None
    said = f"项目负责人出生时间为{birth[1]}{page_of(birth[2], '申报材料')}"
    if birth[0] >= first:
        return conclude(obligation, "met", f"{said}，符合条件。", found=birth[2], confidence=0.8)
    text = f"{said}，不符合“{_brief(obligation)}”的条件。"
    return conclude(obligation, "invalid", text, found=birth[2], confidence=0.8)


def _promised(case: Case, obligation: Obligation) -> Finding:
    letter = case.letter
    timed = IN_TIME.search(obligation.name) is not None
    late = overrun(case) if timed else None
    if late is not None and told_as_deadline(case):
        text = f"攻关计划到{late.words}才完成，“{_brief(obligation)}”请按任务完成期限一项更正后再核对。"
        return conclude(obligation, "unverifiable", text, found=late.found, confidence=late.confidence, cause=TOO_LATE)
    if late is not None:
        text = f"攻关计划到{late.words}才完成，超出规定期限，与“{_brief(obligation)}”的要求不符。"
        return conclude(obligation, "insufficient", text, found=late.found, confidence=late.confidence, cause=TOO_LATE)
    if letter.present:
        text = f"承诺书已就“{_brief(obligation)}”作出承诺{page_of(letter.evidence, '申报材料')}。"
        return conclude(obligation, "met", text, found=letter.evidence, confidence=0.8)
    if "承诺" in obligation.name:
        text = f"没有承诺书，未就“{_brief(obligation)}”作出承诺。"
        return conclude(obligation, "missing", text, confidence=0.75, cause=LETTER)
    text = f"没有承诺书，无法判断是否满足“{_brief(obligation)}”。"
    return conclude(obligation, "unverifiable", text, confidence=0.7, cause=LETTER)


def _brief(obligation: Obligation) -> str:
    return obligation.name if len(obligation.name) <= 40 else obligation.name[:39] + "…"
