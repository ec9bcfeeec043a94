"""证明材料."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import reduce

from pipeline.screening.case import Case, conclude, last_year, page_of, value_text
from pipeline.screening.mentions import listed
from pipeline.screening.substance import is_nothing, is_placeholder, squeeze
from pipeline.screening.wordings import wordings
from schemas.evidence import Evidence
from schemas.finding import Finding, Status
from schemas.notice import Material, Obligation
from schemas.submission import Attachment

_BRACKETS = re.compile(r"[（(]([^（()）]*)[）)]")
_MARKS = re.compile(r"[\W_]+")
_YEAR = re.compile(r"(19|20)\d\d年?度?|^[\d０-９]+[.、．)）]?")
LAST_YEAR = re.compile(r"上一?个?(?:财|会计)?年度?|上一财年|上一个财年")
YEARS = re.compile(r"20\d\d(?=年)")
_KIND = re.compile(r"(?<=的)[\u4e00-\u9fff]{4,12}$")
OF_KIND = 0.7
GROUP_NAMES = 3  # how many words of a group in wordings.toml name the whole of it
CAUSE = "proofs"
MENTIONED = 0.4  # how surely a proof is there that is listed outside the list of proofs
# Asked of those who apply together.
_AGREEMENT = re.compile(r"(?:联合|合作|产学研)[\u4e00-\u9fff]{0,8}(?:协议|合同)")
_WHATEVER = re.compile(r"其[他它](?!.*(?:承诺|申请|申报)[书表]).*(?:材料|资料|文件|证明|附件)")
_JOINT = re.compile(r"联合|合作|联合体")
_PARTNER = re.compile(r"^(?:主要)?(?:联合|合作|参与|成员|参加)(?:申报|揭榜|体|攻关)?(?:成员)?单位(?:名称)?")
# 企业法人营业执照, 企业或高校… name no one alone
_OF_COMPANIES = re.compile(r"(?:申报|揭榜|牵头)?(?:企业|公司)(?!法人|营业|名称|简介|情况|或|、|及|和)(?=.{3})")
_NOISE = (
    "附件",
    "证明材料",
    "佐证材料",
    "支撑材料",
    "证明文件",
    "材料",
    "文件",
    "证明",
    "相关",
    "有关",
    "其他",
    "其它",
    "等",
    "各类",
)
_OR = re.compile(r"或者?(?!有)|(?<=[书证告件明照])/")
# 职称证书及社保缴纳证明: two proofs under one number; 审计报告及附注, 论文和专利 are one.
_AND = re.compile(r"(?<=[书证明照告表单录议同])(?:复印件|扫描件)?(?:以及|及|和|、)(?!相关|有关|其他|其它|附)")
_IS_PROOF = re.compile(r".{2,}(?:[书证照单议同]|证明|报告|记录|复印件|扫描件)$")
# Asked for among the proofs, but a text of its own: where the application holds one, nobody can say it is missing.
WRITTEN = re.compile(
    r"可行性(?:研究|分析)?报告|可研报告|实施方案|建设方案|技术方案|攻关方案|任务书|申报书|申请书|计划书"
)

Items = Sequence[tuple[str, Evidence]]


@dataclass(frozen=True, slots=True)
class Pair:
    """How likely an attachment is the proof asked for."""

    score: float
    obligation: int
    attachment: int


def check(case: Case) -> Iterator[Finding]:
    """Whether each proof asked for is among the attachments.

    依据：通知正文的材料清单，模板中“相关证明材料”列出的各项。
    判定：在证明材料清单和随附文件中按含义寻找，名称不同但内容相同的视为已提供；找不到为缺失。附有条件的（如联合申报的
    提供）和纸质份数、装订要求，本文件不能证明的，列为无法核实。
    补救：补交该项证明材料并列入清单。
    """
    obligations = case.of("proof_material")
    wanted = [o for o in obligations if o.material is None or o.material.kind not in ("paper_copy", "commitment")]
    chosen = assign(case, wanted)
    items = () if chosen else tuple(listed(case))
    for obligation in obligations:
        if obligation in wanted:
            yield _judge(case, obligation, chosen.get(obligation.id), items)
        else:
            what = "文件命名" if obligation.name.startswith("文件命名") else "纸质材料"
            text = f"“{obligation.name}”属于{what}要求，无法从本文件判断。"
            yield conclude(obligation, "unverifiable", text)


def _judge(case: Case, obligation: Obligation, attachment: Attachment | None, items: Items) -> Finding:
    """``items`` are what else may be listed, where nothing of the list of proofs answers anything."""
    name = f"“{obligation.name}”"
    if attachment is not None:
        wrong = _wrong_year(case, obligation, attachment)
        if wrong:
            text = f"{name}应为{wrong}年度的材料，清单所列为“{attachment.name.strip()[:40]}”，请更换。"
            return conclude(obligation, "insufficient", text, found=attachment.evidence, confidence=0.7)
        if not attachment.evidence.text:  # a picture or scan, known by its file's name only
            text = f"{name}有文件“{attachment.name.strip()[:40]}”，但文件内容未能读取，请人工核对。"
            return conclude(obligation, "met", text, confidence=0.6)
        lacking = next((part for part in _joined(obligation) if not _is_there(case, part)), None)
        if lacking is not None:
            text = f"{name}中的“{lacking.name}”未见于证明材料清单及附件，请补交。"
            return conclude(obligation, "insufficient", text, found=attachment.evidence, confidence=0.7)
        text = f"{name}已列入证明材料{page_of(attachment.evidence, '申报材料')}：{attachment.name.strip()[:40]}。"
        return conclude(obligation, "met", text, found=attachment.evidence)
    if _is_for_others(case, obligation):
        return conclude(obligation, "unverifiable", f"{name}只要求企业提供，本申报单位不属此类。", confidence=0.7)
    if _says_nothing(obligation.name):
        status: Status = "met" if case.submission.attachments else "unverifiable"
        text = f"{name}为泛指，申报材料{'已附' if status == 'met' else '没有'}证明材料清单或附件。"
        return conclude(obligation, status, text, confidence=0.6)
    condition = _condition(obligation)
    if condition and not (_JOINT.search(condition) and _is_joint(case)):
        text = f"{name}仅在“{condition}”时需要，申报材料中没有，是否适用请核对。"
        return conclude(obligation, "unverifiable", text, confidence=0.6)
    if not _expected_here(case, obligation.material):
        return conclude(obligation, "unverifiable", f"{name}是否随附，无法从本文件判断。", confidence=0.6)
    mention = _mention(case, obligation, items)
    if mention is not None:
        text = f"{name}在申报材料中另行列出{page_of(mention, '申报材料')}：{mention.text.strip()[:40]}。"
        return conclude(obligation, "met", text, found=mention, confidence=MENTIONED)
    if not case.submission.attachments and not items:
        text = f"申报材料没有证明材料清单或附件，缺少{name}。"
        return conclude(obligation, "missing", text, confidence=0.75, cause=CAUSE)
    text = f"证明材料清单及附件中没有{name}{page_of(obligation.evidence, '通知')}，请补交。"
    return conclude(obligation, "missing", text, confidence=0.85)


def _mention(case: Case, obligation: Obligation, items: Items) -> Evidence | None:
    """Where the application lists the proof in a place that did not read as its list of proofs."""
    found = [(likeness(case, obligation, words), evidence) for words, evidence in items]
    best = max(found, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] >= case.settings.proof_alike else None


def _joined(obligation: Obligation) -> list[Obligation]:
    """An obligation for each of the proofs that the name joins (职称证书及社保缴纳证明); [] where it names one."""
    parts = _AND.split(_BRACKETS.sub("", obligation.name))
    if len(parts) < 2 or not all(_IS_PROOF.fullmatch(part) for part in parts):
        return []
    return [obligation.model_copy(update={"name": part}) for part in parts]


def _is_there(case: Case, obligation: Obligation) -> bool:
    return any(likeness(case, obligation, a.name) >= case.settings.proof_alike for a in case.submission.attachments)


def _is_for_others(case: Case, obligation: Obligation) -> bool:
    """企业上年度审计报告 is asked of enterprises: a university has none to show."""
    kind = case.submission.applicant.kind
    return _OF_COMPANIES.match(squeeze(obligation.name)) is not None and kind not in (None, "company", "other")


def _says_nothing(name: str) -> bool:
    """相关证明材料: whatever is attached."""
    return not _MARKS.sub("", reduce(lambda words, noise: words.replace(noise, ""), _NOISE, squeeze(name)))


def _condition(obligation: Obligation) -> str | None:
    """When the proof is asked for: an agreement of partners where there are some, 其他材料 where there is any."""
    said = obligation.condition or (obligation.material.condition if obligation.material else None)
    if said is None and _WHATEVER.match(squeeze(obligation.name)):
        return "有其他材料"
    return said or ("联合申报" if _AGREEMENT.match(squeeze(obligation.name)) else None)


def _is_joint(case: Case) -> bool:
    """The form names a partner."""
    return any(
        _PARTNER.search(field.label or field.name)
        and value_text(field)
        and not is_nothing(value_text(field))
        and not is_placeholder(value_text(field))
        for field in case.submission.form_fields
    )


def _wrong_year(case: Case, obligation: Obligation, attachment: Attachment) -> int | None:
    """The year asked for (2024年度, 上一财年) where the attachment names other years only."""
    named = {int(year) for year in YEARS.findall(attachment.name)}
    asked = asked_year(obligation, last_year(case))
    return asked if asked is not None and named and asked not in named else None


def asked_year(obligation: Obligation, last: int | None) -> int | None:
    """The year that a proof is asked for: named (2024年度), or ``last`` for 上一财年; None where none is meant."""
    named = [int(year) for year in YEARS.findall(obligation.name)]
    if named:
        return min(named)
    return last if LAST_YEAR.search(obligation.evidence.text) else None


def _expected_here(case: Case, material: Material | None) -> bool:
    """A form is the application itself, a work handed in apart cannot be seen: only proofs are expected."""
    written = material is not None and WRITTEN.search(material.name) is not None
    if material is None or (material.kind == "proof" and not written):
        return True
    return (written or material.kind == "form") and not (case.submission.form_fields or case.submission.sections)


def assign(case: Case, obligations: list[Obligation]) -> dict[str, Attachment]:
    """The attachment for each obligation's id: best pairs first and each attachment once, then shared ones.

    An attachment may serve a second obligation when it names that one's subject too (审计报告 for income and for R&D).
    """
    attachments = case.submission.attachments
    pairs = [
        Pair(score, i, j)
        for i, obligation in enumerate(obligations)
        for j, attachment in enumerate(attachments)
        if (score := likeness(case, obligation, attachment.name)) >= case.settings.proof_alike
    ]
    answer: dict[str, Attachment] = {}
    used: set[int] = set()
    for pair in sorted(pairs, key=lambda p: -p.score):
        id_ = obligations[pair.obligation].id
        if id_ not in answer and pair.attachment not in used:
            answer[id_] = attachments[pair.attachment]
            used.add(pair.attachment)
    for pair in sorted(pairs, key=lambda p: -p.score):
        if pair.score >= 0.8:
            answer.setdefault(obligations[pair.obligation].id, attachments[pair.attachment])
    return answer


def likeness(case: Case, obligation: Obligation, attachment: str) -> float:
    """How likely the attachment is the proof, 0 to 1: the subject's words, the examples in brackets, the meaning.

    Of alternatives (注册证或者型式检验报告) one is enough, and of proofs joined in one name each is a part of it. The
    leader's proof is not the legal representative's; a list that names the person says nothing of the office.
    """
    parts = [part for part in _OR.split(_BRACKETS.sub("", obligation.name)) if len(part) >= 3]
    if len(parts) > 1:
        return max(likeness(case, obligation.model_copy(update={"name": part}), attachment) for part in parts)
    if joined := _joined(obligation):
        return max(likeness(case, one, attachment) for one in joined)
    if _whose(obligation.name) not in (None, _whose(attachment)) and _whose(attachment) is not None:
        return 0.0
    wanted, given = subject(obligation.name), _with_held(squeeze(attachment))
    lexical = max(covered(wanted, given), _of_kind(obligation.name, given))
    whole = _BRACKETS.sub("", squeeze(obligation.name))
    groups = max((_group_share(group, whole, given) for group in wordings().proof_groups), default=0.0)
    examples = _examples(obligation)
    hits = sum(word in given for word in examples)
    example = max(0.6, 0.55 * hits / len(examples) + 0.2) if hits else 0.0
    meaning = case.matcher.similarity(obligation.name, attachment)
    mixed = 0.6 * max(lexical, example, groups) + 0.4 * meaning if lexical or example else 0.0
    return max(lexical, groups, example, mixed)


def _with_held(given: str) -> str:
    """审计报告 holds the 财务报表 as well."""
    return given + "".join("、".join(held[1:]) for held in wordings().proof_holders if held[0] in given)


def _of_kind(name: str, given: str) -> float:
    """场景所有方出具的合作意向书: by whom or for what is said with 的 before it, the paper is a 合作意向书."""
    kind = _KIND.search(_BRACKETS.sub("", squeeze(name)))
    return OF_KIND if kind is not None and kind.group() in given and subject(kind.group()) == kind.group() else 0.0


def subject(name: str) -> str:
    """What the proof is about: brackets, years, the person's office and the words that say nothing left out."""
    text = _YEAR.sub("", _BRACKETS.sub("", squeeze(name)))
    persons = (person for group in wordings().proof_persons for person in group)
    for noise in (*persons, *wordings().proof_noise):
        text = text.replace(noise, "")
    return _MARKS.sub("", text) or _MARKS.sub("", squeeze(name))


def _whose(name: str) -> int | None:
    """Whose proof it is by the name, as an index into ``proof_persons``; None where the name says nothing."""
    groups = enumerate(wordings().proof_persons)
    return next((i for i, group in groups if any(person in name for person in group)), None)


def covered(wanted: str, given: str) -> float:
    """The share of ``wanted`` that stands in ``given`` in runs of two characters and more, in order."""
    if not wanted:
        return 0.0
    blocks = SequenceMatcher(None, wanted, given, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= 2) / len(wanted)


def _examples(obligation: Obligation) -> list[str]:
    """The examples that the notice gives in brackets: （高新技术企业、重点实验室等）."""
    inside = " ".join(_BRACKETS.findall(squeeze(obligation.evidence.text)))
    words = [re.sub(r"^如|等.*$|相关证明材料|证明材料|材料$", "", w) for w in re.split(r"[、，,；;或 ]", inside)]
    return [word for word in words if len(word) >= 2]


def _group_share(group: tuple[str, ...], wanted: str, given: str) -> float:
    """Both sides use words of one group.

    The first words name the whole group (荣誉) and are answered by any of its words; a particular one (高新技术企业)
    is answered by itself or by the group's name only.
    """
    asked = [word for word in group if word in wanted]
    if not asked:
        return 0.0
    whole = any(word in group[:GROUP_NAMES] for word in asked)
    answers = group if whole else (*asked, *group[:GROUP_NAMES])
    hits = [word for word in answers if word in given]
    return 0.0 if not hits else 0.5 + 0.1 * min(len(hits), 3)
