"""A notice, submissions and screenings made by hand, for tests of the store and the reports."""

from datetime import UTC, datetime

from schemas.document import SourceFile
from schemas.evidence import Evidence
from schemas.facts import Contact, FormField, Passage, SealPlace, SectionRecord, Target
from schemas.finding import ChosenDirection, Failure, Finding, Screening
from schemas.match import ClauseMatch, DirectionScore, PassageScore
from schemas.notice import (
    Clause,
    Deadline,
    Direction,
    Eligibility,
    Limit,
    Material,
    Notice,
    Obligation,
)
from schemas.outline import Role
from schemas.submission import Applicant, Attachment, Commitment, Submission, TickedDirection

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

NOTICE_TEXT = (
    "关于开展海洋观测装备揭榜挂帅的通知\n"
    "方向一 深海观测网。研制长期值守的观测节点，支持断电后自动续传。"
    "到2027年，节点数量不少于200个，定位误差不超过5米。\n"
    "方向二 岸基雷达。探测距离达到300公里以上。\n"
    "申报单位应当为独立法人。提交营业执照复印件，承诺书须加盖公章。请于2026年9月30日前报送，联系人：林工，电话：0571-00000000。\n"
)


def words(text: str, quote: str, page: int | None = 1) -> Evidence:
    """The evidence for the first time the quote stands in the text."""
    start = text.index(quote)
    boxes = ((page, 70.0, 100.0, 500.0, 114.0),) if page else ()
    return Evidence(text=quote, page=page, start=start, end=start + len(quote), boxes=boxes)


def source(path: str, digit: str, pages: int | None = 2) -> SourceFile:
    """A file whose sha256 is this digit, repeated."""
    sha256 = (digit * 64)[:64]
    return SourceFile(path=path, sha256=sha256, media_type="application/pdf", pages=pages, parser="pdf")


def _target(quote: str, metric: str, comparator: str, value: float, unit: str, direction: int) -> Target:
    return Target.model_validate(
        {
            "metric": metric,
            "comparator": comparator,
            "value": value,
            "unit": unit,
            "canonical_value": value,
            "canonical_unit": unit,
            "direction": direction,
            "due": "2027",
            "evidence": words(NOTICE_TEXT, quote),
        }
    )


NODES = _target("节点数量不少于200个", "节点数量", ">=", 200, "个", 1)
ERROR = _target("定位误差不超过5米", "定位误差", "<=", 5, "米", 1)
RANGE = _target("探测距离达到300公里以上", "探测距离", ">=", 300, "公里", 2)
RESUME = Clause(text="支持断电后自动续传", kind="task", evidence=words(NOTICE_TEXT, "支持断电后自动续传"))
FIELD = FormField(name="单位名称", label="单位名称", evidence=words(NOTICE_TEXT, "申报单位"))
LICENCE = Material(name="营业执照复印件", kind="proof", copies=1, evidence=words(NOTICE_TEXT, "营业执照复印件"))
CLOSES = Deadline(kind="application_closes", on="2026-09-30", evidence=words(NOTICE_TEXT, "2026年9月30日前"))
PERSON = Contact(person="林工", phones=("0571-00000000",), evidence=words(NOTICE_TEXT, "联系人：林工"))


def _obligation(kind: str, name: str, quote: str, **more: object) -> Obligation:
    fields = {"id": f"{kind}-{abs(hash_of(name)):08x}", "kind": kind, "name": name} | more
    return Obligation.model_validate(fields | {"evidence": words(NOTICE_TEXT, quote)})


def hash_of(name: str) -> int:
    """The same number for the same words in every process."""
    return sum(ord(character) * 31**index for index, character in enumerate(name)) % 16**8


OBLIGATIONS = (
    _obligation("direction", "揭榜方向", "揭榜挂帅"),
    _obligation("form_field", "单位名称", "申报单位", field=FIELD),
    _obligation("task_requirement", "支持断电后自动续传", "支持断电后自动续传", direction=1, clause=RESUME),
    _obligation("numeric_target", "节点数量", "节点数量不少于200个", direction=1, target=NODES),
    _obligation("numeric_target", "定位误差", "定位误差不超过5米", direction=1, target=ERROR),
    _obligation("numeric_target", "探测距离", "探测距离达到300公里以上", direction=2, target=RANGE),
    _obligation("proof_material", "营业执照复印件", "营业执照复印件", material=LICENCE),
    _obligation("commitment", "承诺书", "承诺书须加盖公章"),
    _obligation("deadline", "application_closes", "2026年9月30日前", deadline=CLOSES),
)

NOTICE = Notice(
    source=source("calls/ocean.pdf", "a"),
    title="关于开展海洋观测装备揭榜挂帅的通知",
    document_number="海装〔2026〕7号",
    issued_on="2026-02-10",
    issuers=("海洋装备办公室", "示范区管委会"),
    directions=(
        Direction(
            number=1,
            name="深海观测网",
            task="研制长期值守的观测节点，支持断电后自动续传。",
            clauses=(RESUME,),
            evidence=words(NOTICE_TEXT, "方向一 深海观测网"),
        ),
        Direction(number=2, name="岸基雷达", evidence=words(NOTICE_TEXT, "方向二 岸基雷达")),
    ),
    targets=(NODES, ERROR, RANGE),
    deadlines=(CLOSES,),
    contacts=(PERSON,),
    eligibility=(Eligibility(text="独立法人", evidence=words(NOTICE_TEXT, "独立法人")),),
    materials=(LICENCE,),
    limits=(Limit(scope="项目简介", max_chars=500, evidence=words(NOTICE_TEXT, "方向一")),),
    form_fields=(FIELD,),
    sections=(SectionRecord(number="一", title="方向一", level=1, chars=40, evidence=words(NOTICE_TEXT, "方向一")),),
    seals=(SealPlace(name="公章", kind="seal", role=Role.COMMITMENT, evidence=words(NOTICE_TEXT, "公章")),),
    obligations=OBLIGATIONS,
)


def submission_text(name: str, nodes: int) -> str:
    """The words of an application."""
    return (
        f"单位名称：{name}\n揭榜方向：☑ 深海观测网\n"
        f"本项目将研制观测节点，到2027年节点数量达到{nodes}个，覆盖三个海区。\n"
        "断电恢复后，节点从断点继续传输数据。\n附件：营业执照复印件\n"
    )


def submission(name: str, digit: str, nodes: int = 240, path: str | None = None) -> Submission:
    """An application for direction 1 that promises so many nodes."""
    text = submission_text(name, nodes)
    claim = NODES.model_copy(
        update={
            "value": float(nodes),
            "canonical_value": float(nodes),
            "comparator": ">=",
            "evidence": words(text, f"节点数量达到{nodes}个"),
        }
    )
    earlier = claim.model_copy(update={"stage": "milestone", "evidence": words(text, "三个海区")})
    passage = Passage(
        text="断电恢复后，节点从断点继续传输数据。", evidence=words(text, "断电恢复后，节点从断点继续传输数据。")
    )
    return Submission(
        source=source(path or f"applications/{name}.pdf", digit),
        title="申报书",
        project="深海观测网建设",
        filed_on="2026-02-20",
        applicant=Applicant(name=name, credit_code="91330000000000000X", evidence=words(text, name)),
        direction_choices=(TickedDirection(number=1, name="深海观测网", evidence=words(text, "深海观测网")),),
        directions_selected=(1,),
        form_fields=(
            FIELD.model_copy(update={"value": name, "value_evidence": words(text, name)}),
            FormField(name="所属领域", value=("电子", "海洋"), evidence=words(text, "单位名称")),
        ),
        targets=(claim,),
        figures=(earlier,),
        attachments=(Attachment(name="营业执照复印件", evidence=words(text, "营业执照复印件")),),
        commitment=Commitment(present=False),
        passages=(passage,),
    )


def screening(of: Submission) -> Screening:
    """One finding of each status."""
    text = submission_text(of.applicant.name or "", int(of.targets[0].value))
    nodes = of.targets[0].value
    enough = nodes >= NODES.value
    findings = (
        _finding(0, "met", "已选择“深海观测网”一个方向。", words(text, "☑ 深海观测网")),
        _finding(1, "met", "单位名称已填写。", words(text, of.applicant.name or "")),
        _finding(2, "met", "申报书说明了断点续传。", words(text, "断电恢复后，节点从断点继续传输数据")),
        _finding(
            3,
            "met" if enough else "insufficient",
            f"承诺节点数量{nodes:g}个，要求不少于200个。",
            words(text, f"节点数量达到{nodes:g}个"),
        ),
        _finding(4, "missing", "未见定位误差的承诺值，要求不超过5米。", None),
        _finding(6, "met", "已列出营业执照复印件。", words(text, "营业执照复印件")),
        _finding(7, "missing", "未附承诺书。", None),
        _finding(8, "unverifiable", "材料本身不能说明报送时间。", None),
        Finding(
            obligation_id="identifier-00000001",
            kind="identifier",
            name="统一社会信用代码",
            status="invalid",
            explanation="统一社会信用代码校验位不正确。",
            found=words(text, "单位名称"),
            confidence=1.0,
        ),
    )
    return Screening(
        source=of.source,
        applicant=of.applicant.name,
        direction=ChosenDirection(number=1, name="深海观测网", score=0.91, declared=True),
        verdict="incomplete",
        findings=findings,
        direction_scores=(
            DirectionScore(number=1, name="深海观测网", score=0.91, passages=(0,)),
            DirectionScore(number=2, name="岸基雷达", score=0.12),
        ),
        clause_matches=(
            ClauseMatch(
                obligation_id=OBLIGATIONS[2].id, probability=0.88, passages=(PassageScore(passage=0, score=0.8),)
            ),
        ),
    )


def _finding(index: int, status: str, explanation: str, found: Evidence | None) -> Finding:
    obligation = OBLIGATIONS[index]
    return Finding.model_validate(
        {
            "obligation_id": obligation.id,
            "kind": obligation.kind,
            "name": obligation.name,
            "status": status,
            "explanation": explanation,
            "required": obligation.evidence,
            "found": found,
            "confidence": 0.9,
        }
    )


FAILURE = Failure(path="applications/damaged.pdf", error="文件已损坏，无法打开。请重新导出后提交。", reason="damaged")
