"""证明材料."""

import re
from collections.abc import Iterator, Sequence

from pipeline.screening.application.mentions import LISTS, LONGEST_ITEM, listed, written_out
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, conclude, last_year, page_of
from pipeline.screening.causes import PROOFS
from pipeline.screening.conditions.applies import applies, names_direction
from pipeline.screening.dates import in_words
from pipeline.screening.proofs.asked_years import (
    asked_years,
    months_in,
    months_of_payment,
    noted,
    standing_in,
    too_few_months,
)
from pipeline.screening.proofs.entries import in_full
from pipeline.screening.proofs.expired import ends_early, expired, parts_expired
from pipeline.screening.proofs.expired_inside import expired_inside
from pipeline.screening.proofs.how_many import asked_count, counted, too_few_since
from pipeline.screening.proofs.paper_says import paper_says
from pipeline.screening.proofs.paper_text import is_title, paper_text
from pipeline.screening.proofs.proof_amounts import too_little
from pipeline.screening.proofs.proof_assignment import assign
from pipeline.screening.proofs.proof_content import holds_others_only
from pipeline.screening.proofs.proof_files import made_before, of_file, open_place, years_of
from pipeline.screening.proofs.proof_names import covered, joined, likeness, names_several, says_nothing, subject
from pipeline.screening.proofs.slides import lacks_slides
from pipeline.screening.proofs.unsigned import why_unsigned
from pipeline.screening.proofs.withheld import is_withheld, withheld
from pipeline.screening.proofs.works import lacks_work, works_due
from pipeline.screening.proofs.wrong_papers import not_the_paper
from schemas.evidence import Evidence
from schemas.finding import Finding, Status
from schemas.notice import Material, Obligation
from schemas.submission import Attachment

LONGEST_ENTRY = 160  # characters of an item that is listed apart
_READ = 3000  # characters of an entry and its file
NEAR = 0.2  # attachments whose likeness is this close to that of the one given are of its kind
UNSEEN = 0.45  # how surely a proof is wanting where no list is seen: a person has to look
UNSURE = 0.55  # how surely such a one will not do by its own words
MENTIONED = 0.4  # how surely a proof is there that is listed outside the list of proofs
# Asked of those who apply together.
_AGREEMENT = re.compile(r"(?:联合|合作|产学研)[\u4e00-\u9fff]{0,8}(?:协议|合同)")
_IF_ANY = re.compile(r"(?:如|若)有|如(?:涉及|适用)|如有[^，。；]{0,4}")
_HAND_IN = re.compile(r"(?<=的)(?:须|应|需)?(?:提供|提交|报送|附上?|出具)$")  # 企业牵头的提供
_NOTE = re.compile(r"(?:另附|另)?(?:说明|备注|注)[：:]")  # a line below the list, and no paper
_NONE = re.compile(r"[：:](?:暂?无|没有)$")
_WHATEVER = re.compile(r"其[他它](?!.*(?:承诺|申请|申报)[书表]).*(?:材料|资料|文件|证明|附件)")
# 企业法人营业执照, 企业或高校… name no one alone
_OF_COMPANIES = re.compile(r"(?:申报|揭榜|牵头)?(?:企业|公司)(?!法人|营业|名称|简介|情况|或|、|及|和)(?=.{3})")
# Asked for among the proofs, but a text of its own: where the application holds one, nobody can say it is missing.
WRITTEN = re.compile(
    r"可行性(?:研究|分析)?报告|可研报告|实施方案|建设方案|技术方案|攻关方案|任务书|申报书|申请书|计划书|(?:技术|商务|报价)文件|报价(?:明细|清单)?表|[揭应申]\w?函|[揭应]榜意向书"
)
# 项目实施报告（按附件2提纲编写）: its chapters are judged one by one.
_BY_OUTLINE = re.compile(r"[按依][^，。；（()）]{0,14}(?:提纲|大纲|模板|格式)(?:要求)?(?:编写|编制|撰写)")

Items = Sequence[tuple[str, Evidence]]


def check(case: Case) -> Iterator[Finding]:
    """Whether each proof asked for is among the attachments.

    依据：通知正文的材料清单，模板中“相关证明材料”列出的各项。
    判定：在证明材料清单和随附文件中按含义寻找，名称不同但内容相同的视为已提供；找不到为缺失；年度不符、份数不足、出具过早、自筹资金证明的金额少于所填自筹数额、
    应签字盖章而该处空白的，是草稿、申请凭证或未经审计、已过有效期、有效期早于所要求的日期、某日以后的份数不足、属于他人（如控股股东的审计报告、依托单位为高校的实验室）、说的是其他产品、只到年度一部分、只是受理或送检凭证的，应由第三方出具而自行出具的，所列各件都不能说明所要求内容的（以营业执照作科研资质），或申报材料自己写明暂未报送的，为不完整。附有条件的（如联合申报的
    提供）和纸质份数、装订要求，本文件不能证明的，列为无法核实。
    补救：补交该项证明材料并列入清单。
    """
    obligations = case.of("proof_material")
    wanted = [o for o in obligations if o.material is None or o.material.kind not in ("paper_copy", "commitment")]
    chosen = assign(case, wanted)
    items = (*written_out(case), *(() if chosen else listed(case)))
    lacking = withheld(case, wanted)
    works = works_due(case)
    for obligation in obligations:
        awaited = _asked_now(case, obligation) and obligation.id not in chosen
        if obligation.id in lacking:
            yield _withheld(obligation, lacking[obligation.id])
        elif awaited and lacks_slides(case, obligation, chosen):
            text = f"报送的文件中没有“{obligation.name}”，申报材料也没有提及，请补交。"
            yield conclude(obligation, "missing", text, confidence=0.65)
        elif awaited and lacks_work(case, obligation, works, chosen):
            text = f"报送的其他成果都已列出，没有“{obligation.name}”{page_of(obligation.evidence, '通知')}，请补交。"
            yield conclude(obligation, "missing", text, confidence=0.62)
        elif obligation in wanted:
            yield _judge(case, obligation, chosen.get(obligation.id), items)
        else:
            what = "文件命名" if obligation.name.startswith("文件命名") else "纸质材料"
            text = f"“{obligation.name}”属于{what}要求，无法从本文件判断。"
            yield conclude(obligation, "unverifiable", text)


def _asked_now(case: Case, obligation: Obligation) -> bool:
    """Without a condition (如有), or with one that holds."""
    condition = _condition(obligation)
    return condition is None or _holds(case, obligation, condition) is True


def _withheld(obligation: Obligation, said: Evidence) -> Finding:
    text = f"申报材料写明“{said.text.strip()[:40]}”{page_of(said, '申报材料')}，“{obligation.name}”不完整，请补交。"
    return conclude(obligation, "insufficient", text, found=said, confidence=0.7)


def _judge(case: Case, obligation: Obligation, attachment: Attachment | None, items: Items) -> Finding:
    """``items`` are chapters that are papers, and what else may be listed where no list of proofs answers anything."""
    name = f"“{obligation.name}”"
    if attachment is not None:
        return _given(case, obligation, attachment)
    if _is_for_others(case, obligation):
        return conclude(obligation, "unverifiable", f"{name}只要求企业提供，本申报单位不属此类。", confidence=0.7)
    if says_nothing(obligation.name):
        status: Status = "met" if case.submission.attachments else "unverifiable"
        text = f"{name}为泛指，申报材料{'已附' if status == 'met' else '没有'}证明材料清单或附件。"
        return conclude(obligation, status, text, confidence=0.6)
    condition = _condition(obligation)
    holds = _holds(case, obligation, condition) if condition else True
    if holds is False:
        text = f"{name}仅在“{condition}”时需要，本申报材料不属此情形。"
        return conclude(obligation, "met", text, confidence=0.7)
    if holds is None:
        text = f"{name}仅在“{condition}”时需要，申报材料中没有，是否适用请核对。"
        return conclude(obligation, "unverifiable", text, confidence=0.6)
    if not _expected_here(case, obligation.material):
        return conclude(obligation, "unverifiable", f"{name}是否随附，无法从本文件判断。", confidence=0.6)
    mention = _mention(case, obligation, items)
    if mention is not None and (against := _against(case, obligation, mention)) is not None:
        text = f"{name}在申报材料中另行列出{page_of(mention, '申报材料')}，{against}，请补交或更换。"
        return conclude(obligation, "insufficient", text, found=mention, confidence=UNSURE)
    if mention is not None:
        text = f"{name}在申报材料中另行列出{page_of(mention, '申报材料')}：{mention.text.strip()[:40]}。"
        return conclude(obligation, "met", text, found=mention, confidence=MENTIONED)
    if not case.submission.attachments and not items:
        return _without_list(case, obligation)
    text = f"证明材料清单及附件中没有{name}{page_of(obligation.evidence, '通知')}，请补交。"
    return conclude(obligation, "missing", text, confidence=0.85)


def _without_list(case: Case, obligation: Obligation) -> Finding:
    """No list and no file: missing where the template has a place for the list, else the list may lie apart."""
    name = f"“{obligation.name}”"
    if any(LISTS.search(section.name) for section in case.of("section")):
        text = f"申报材料没有证明材料清单或附件，缺少{name}。"
        return conclude(obligation, "missing", text, confidence=0.75, cause=PROOFS)
    text = f"申报材料中没有能识别的证明材料清单或附件，是否另行提交{name}请核对。"
    return conclude(obligation, "unverifiable", text, confidence=UNSEEN)


def _given(case: Case, obligation: Obligation, attachment: Attachment) -> Finding:
    name = f"“{obligation.name}”"
    if is_withheld(listed := in_full(case, attachment), obligation.name):
        text = f"{name}尚未提供，清单所列为“{listed.strip()[:60]}”，请补交。"
        return conclude(obligation, "missing", text, found=attachment.evidence, confidence=0.7)
    if (open_ := why_unsigned(case, attachment, obligation.name, listed)) is not None:
        text = f"{name}写明“{open_.strip()[:40]}”{page_of(attachment.evidence, '申报材料')}，尚未签署，请签署后补交。"
        return conclude(obligation, "insufficient", text, found=attachment.evidence, confidence=0.7)
    if _NONE.search(squeeze(attachment.name)) and not (_condition(obligation) or "如有" in obligation.evidence.text):
        text = f"{name}在清单中写为“无”，请补交。"
        return conclude(obligation, "missing", text, found=attachment.evidence, confidence=0.65)
    if (wrong := _wrong_paper(case, obligation, attachment)) is not None:
        text, found, sure = wrong
        return conclude(obligation, "insufficient", text, found=found, confidence=sure)
    if not attachment.evidence.text:  # a picture or scan, known by its file's name only
        text = f"{name}有文件“{attachment.name.strip()[:40]}”，但文件内容未能读取，请人工核对。"
        return conclude(obligation, "met", text, confidence=0.6)
    inside = [words for words in of_file(case, attachment) if len(words) <= LONGEST_ITEM]  # 证件合订.pdf
    lacking = next((part for part in joined(obligation) if not _is_there(case, part, inside)), None)
    if lacking is not None and names_several(attachment.name):
        text = f"{name}已列入证明材料：{attachment.name.strip()[:40]}，其中是否含“{lacking.name}”请核对。"
        return conclude(obligation, "met", text, found=attachment.evidence, confidence=0.5)
    if lacking is not None:
        text = f"{name}中的“{lacking.name}”未见于证明材料清单及附件，请补交。"
        return conclude(obligation, "insufficient", text, found=attachment.evidence, confidence=0.7)
    text = f"{name}已列入证明材料{page_of(attachment.evidence, '申报材料')}：{attachment.name.strip()[:40]}。"
    return conclude(obligation, "met", text, found=attachment.evidence)


def _wrong_paper(case: Case, obligation: Obligation, attachment: Attachment) -> tuple[str, Evidence, float] | None:
    """Why the paper that is listed will not do, the place, and how sure that is."""
    name, said, at = f"“{obligation.name}”", f"“{attachment.name.strip()[:40]}”", attachment.evidence
    if years := _lacking_years(case, obligation, attachment):
        wanted = "、".join(f"{year}年度" for year in years)
        return f"{name}应有{wanted}的材料，清单所列为{said}，请更换或补齐。", at, 0.7
    if (other := _wrong_months(case, obligation, attachment)) is not None:
        return other, at, 0.7
    if holds_others_only(obligation, attachment.name):
        return f"清单所列{said}不能说明{name}所要求的内容，请更换或补齐。", at, 0.65
    if (why := not_the_paper(case, obligation, in_full(case, attachment))) is not None and not _right_one(
        case, obligation, attachment
    ):
        return f"清单所列{said}{why}，不能作为{name}，请更换。", at, 0.65
    if (why := paper_says(case, obligation, attachment)) is not None:
        return f"清单所列{said}{why}，不能作为{name}，请更换。", at, 0.65
    if (few := _too_few(case, obligation, attachment)) is not None:
        return f"{name}应不少于{few[0]}份，清单所列为{few[1]}份（{said}），请补齐。", at, 0.7
    if (sums := too_little(case, obligation, attachment)) is not None:
        own, told = (f"{one / 1e4:,.6g}万元" for one in sums)
        return f"{name}的金额为{told}，少于申报材料所填自筹的{own}（清单所列为{said}），请更换。", at, 0.7
    if (days := _wrong_days(case, obligation, attachment)) is not None:
        return days[0], at, days[1]
    if (open_ := open_place(case, obligation, attachment)) is not None:
        what = "签字" if open_.kind == "signature" else "印章"
        where = f"“{open_.evidence.text.strip('：: ')}”处没有{what}{page_of(open_.evidence, '申报材料')}"
        return f"{name}中{where}，请补齐后重新提交。", open_.evidence, 0.7
    return None


def _wrong_months(case: Case, obligation: Obligation, attachment: Attachment) -> str | None:
    """What speaks against the months that the paper that is listed names, or against their number."""
    name, said = f"“{obligation.name}”", f"“{attachment.name.strip()[:40]}”"
    months, told = months_in(obligation.name + noted(obligation)), months_in(attachment.name)
    if months and told and not months & told:
        wanted = "、".join(f"{year}年{month}月" for year, month in sorted(months))
        return f"{name}应为{wanted}的材料，清单所列为{said}，请更换。"
    if paid := months_of_payment(obligation, in_full(case, attachment)):
        wanted = "、".join(f"{year}年{month}月" for year, month in sorted(paid))
        return f"{name}应有{wanted}的缴纳证明，清单所列为{said}，请更换。"
    whole = f"{in_full(case, attachment)}；{paper_text(case, attachment)}"
    if (short := too_few_months(obligation, whole)) is not None:
        return f"{name}应有{short[0]}个月的缴纳证明，清单所列只有{short[1]}个月（{said}），请补齐。"
    return None


def _wrong_days(case: Case, obligation: Obligation, attachment: Attachment) -> tuple[str, float] | None:
    """What speaks against the days of the paper that is listed, and how sure that is."""
    name, said = f"“{obligation.name}”", f"“{attachment.name.strip()[:40]}”"
    if (short := too_few_since(case, obligation, attachment)) is not None:
        since = in_words(short[0])
        return f"{name}应有{since}以后的不少于{short[1]}份，清单所列中只有{short[2]}份，请补齐。", 0.7
    if (ended := expired(case, in_full(case, attachment)) or parts_expired(case, attachment)) is not None:
        return f"{name}（清单所列为{said}）的有效期于{in_words(ended[0])}届满，早于{ended[1]}，请更换。", 0.65
    if (inside := expired_inside(case, attachment)) is not None:
        return f"{name}所附文件中的“{inside[0]}”{inside[1]}，请更换。", 0.6
    if (early := ends_early(obligation, in_full(case, attachment))) is not None:
        until, least = (in_words(day) for day in early)
        return f"{name}（清单所列为{said}）的有效期至{until}，早于所要求的{least}，请更换。", 0.7
    if (days := made_before(case, obligation, attachment, paper_text(case, attachment))) is not None:
        return f"{name}应为{in_words(days[0])}以后的材料，清单所列日期为{in_words(days[1])}，请更换。", 0.75
    return None


def _right_one(case: Case, obligation: Obligation, given: Attachment) -> bool:
    """Another entry that is the paper as much as this one, and nothing speaks against it."""
    papers = (one for one in case.submission.attachments if not (_NOTE.match(squeeze(one.name)) or is_title(one.name)))
    least = max(case.settings.proof_alike, likeness(case, obligation, given.name) - NEAR)
    names = (in_full(case, one) for one in papers if likeness(case, obligation, one.name) >= least)
    return any(not_the_paper(case, obligation, name) is None and not is_withheld(name) for name in names)


def _mention(case: Case, obligation: Obligation, items: Items) -> Evidence | None:
    """Where the application lists the proof in a place that did not read as its list of proofs."""
    found = [(likeness(case, obligation, words), evidence) for words, evidence in items]
    best = max(found, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] >= case.settings.proof_alike else None


def _against(case: Case, obligation: Obligation, mention: Evidence) -> str | None:
    """What speaks against a paper that is listed in such a place, by all of its item."""
    around = (one.text for one in case.submission.passages if mention.overlaps(one.evidence))
    own = (text for text in around if mention.text in text)
    entry = next((text for text in own if len(text) <= LONGEST_ENTRY), "")
    if is_withheld(entry, obligation.name):
        return "尚未提供"
    why = not_the_paper(case, obligation, entry) if entry else None
    return f"所列{why}" if why is not None else None


def _is_there(case: Case, obligation: Obligation, inside: Sequence[str]) -> bool:
    names = (attachment.name for attachment in case.submission.attachments)
    return any(_serves(case, obligation, name) for name in (*names, *inside))


def _is_for_others(case: Case, obligation: Obligation) -> bool:
    """企业上年度审计报告 is asked of enterprises: a university has none to show."""
    kind = case.submission.applicant.kind
    return _OF_COMPANIES.match(squeeze(obligation.name)) is not None and kind not in (None, "company", "other")


def _condition(obligation: Obligation) -> str | None:
    """When the proof is asked for: an agreement of partners where there are some, 其他材料 where there is any."""
    said = obligation.condition or (obligation.material.condition if obligation.material else None)
    if said is not None and _IF_ANY.fullmatch(said) and _AGREEMENT.match(squeeze(obligation.name)):
        return "联合申报"
    if said is None and _WHATEVER.match(squeeze(obligation.name)):
        return "有其他材料"
    said = _HAND_IN.sub("", said) if said is not None else None
    return said or ("联合申报" if _AGREEMENT.match(squeeze(obligation.name)) else None)


def _holds(case: Case, obligation: Obligation, condition: str) -> bool | None:
    """Whether the condition holds; 方向1 within the list of one direction is a part of that one, which nobody ticks."""
    return None if obligation.direction is not None and names_direction(condition) else applies(case, condition)


def _lacking_years(case: Case, obligation: Obligation, given: Attachment) -> list[int]:
    """The years asked for (2024年度, 上一财年, 2023—2025年) that no attachment of the kind names, where one is.

    Where the one given names the very subject (主营业务收入：2021年度审计报告), those of other subjects say nothing.
    """
    asked = asked_years(obligation, last_year(case))
    serving = [a for a in case.submission.attachments if asked and _serves(case, obligation, a.name)]
    told = "；".join((in_full(case, given), *of_file(case, given))) if asked else ""
    stand_in = standing_in(told[:_READ])
    if stand_in is not None and stand_in not in asked:
        own = of_file(case, given)  # the file itself is an entry, too
        beside = (years_of(case, one) for one in serving if one is not given and of_file(case, one) != (own or None))
        return sorted(asked - {year for years in beside for year in years})
    about = subject(obligation.name)
    if covered(about, squeeze(given.name)) == 1 and years_of(case, given):
        serving = [a for a in serving if covered(about, squeeze(a.name)) == 1]
    named = {year for attachment in serving for year in years_of(case, attachment)}
    return sorted(asked - named) if named else []


def _too_few(case: Case, obligation: Obligation, attachment: Attachment) -> tuple[int, int] | None:
    """How many are asked for and how many are listed, where these are fewer and the list counts all that are alike."""
    least_number = asked_count(obligation)
    if least_number is None:
        return None
    asked, unit = least_number
    least = likeness(case, obligation, attachment.name) - NEAR
    alike = (a.name for a in case.submission.attachments if likeness(case, obligation, a.name) >= least)
    listed = counted(alike, unit)
    return (asked, listed) if listed is not None and listed < asked else None


def _serves(case: Case, obligation: Obligation, attachment: str) -> bool:
    return likeness(case, obligation, attachment) >= case.settings.proof_alike


def _expected_here(case: Case, material: Material | None) -> bool:
    """A form is the application itself, a work handed in apart cannot be seen: only proofs are expected."""
    written = material is not None and (
        WRITTEN.search(material.name) is not None or _BY_OUTLINE.search(material.evidence.text) is not None
    )
    if material is None or (material.kind == "proof" and not written):
        return True
    return (written or material.kind == "form") and not (case.submission.form_fields or case.submission.sections)
