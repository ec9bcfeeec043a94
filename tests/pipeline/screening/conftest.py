"""A clean notice and a clean application, made by hand; the tests plant one gap at a time."""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

import numpy as np
import pytest
from written_case import findings_of

from pipeline.matching.nearness import Nearness
from pipeline.screening import Rules, screen
from schemas.document import SourceFile
from schemas.evidence import Evidence
from schemas.facts import FormField, Passage, SealPlace, SectionRecord, Target
from schemas.finding import GAP_STATUSES, Finding, Screening
from schemas.match import ClauseMatch, DirectionScore, PassageScore
from schemas.notice import Clause, Deadline, Direction, Eligibility, Limit, Material, Notice, Obligation
from schemas.outline import Role
from schemas.submission import Applicant, Attachment, Commitment, Submission, TickedDirection

APPLICANT = "云州青禾智能科技有限公司"
CODE = "91310104MA1FR6E70E"  # made up; its check character is right
OPTIONS = ("方向1：智慧灌溉", "方向2：农田巡检机器人")


def words(text: str, page: int | None = 2) -> Evidence:
    return Evidence(text=text, page=page, start=0, end=len(text))


class LexicalMatcher:
    """Characters in common instead of meaning; enough for the logic of the checks."""

    def __init__(self, notice: Notice) -> None:
        self.notice = notice

    def rank_submission(self, submission: Submission) -> Sequence[DirectionScore]:
        text = "".join(passage.text for passage in submission.passages)
        hits = {d.number: 1 + sum(text.count(d.name[i : i + 2]) for i in range(len(d.name))) for d in self.directions()}
        total = sum(hits.values())
        scores = [DirectionScore(number=d.number, name=d.name, score=hits[d.number] / total) for d in self.directions()]
        return sorted(scores, key=lambda score: -score.score)

    def directions(self) -> tuple[Direction, ...]:
        return self.notice.directions

    def match_clauses(self, obligations: Sequence[Obligation], submission: Submission) -> Sequence[ClauseMatch]:
        made = []
        for o in obligations:
            likeness = [(self.similarity(o.name, p.text), at) for at, p in enumerate(submission.passages)]
            best = sorted(likeness, key=lambda pair: (-pair[0], pair[1]))[:3]
            near = tuple(PassageScore(passage=at, score=score) for score, at in best)
            made.append(ClauseMatch(obligation_id=o.id, probability=max(likeness, default=(0.0, 0))[0], passages=near))
        return made

    def align_sections(
        self, template_titles: Sequence[str], titles_found: Sequence[str], guidance: Sequence[str | None] = ()
    ) -> Sequence[tuple[int | None, float]]:
        answer: list[tuple[int | None, float]] = []
        for wanted in template_titles:
            scores = [SequenceMatcher(None, wanted, title, autojunk=False).ratio() for title in titles_found]
            best = max(range(len(scores)), key=lambda i: scores[i], default=None)
            good = best is not None and scores[best] >= 0.6
            answer.append((best, scores[best]) if good and best is not None else (None, 0.0))
        return answer

    def nearness(self, sentences: Sequence[str], clauses: Sequence[str]) -> Nearness:
        near = np.array([[self.similarity(c, s) for c in clauses] for s in sentences], np.float32)
        return Nearness(near, near, near)

    def similarity(self, a: str, b: str) -> float:
        pairs = {a[i : i + 2] for i in range(len(a) - 1)}
        return sum(pair in b for pair in pairs) / len(pairs) if pairs else 0.0


FIELDS: tuple[tuple[str, str | None, Role, str], ...] = (
    ("揭榜方向", None, Role.COVER, "智慧灌溉"),
    ("揭榜单位", None, Role.COVER, APPLICANT + "（加盖单位公章）"),
    ("申报日期", None, Role.COVER, "2025年6月10日"),
    ("单位名称", None, Role.FORM, APPLICANT),
    ("统一社会信用代码", None, Role.FORM, CODE),
    ("单位地址", None, Role.FORM, "上海市徐汇区青禾路8号"),
    ("姓名", "负责人", Role.FORM, "甲某"),
    ("手机", "负责人", Role.FORM, "13900001234"),
    ("邮箱", "负责人", Role.FORM, "a@qinghe.example.cn"),
    ("姓名", "联系人", Role.FORM, "乙某"),
    ("手机", "联系人", Role.FORM, "13900005678"),
    ("传真", "联系人", Role.FORM, "无"),
    ("邮政编码", None, Role.FORM, "200030"),
    ("研发投入（万元）", None, Role.FORM, "1,250"),
    ("单位人数", None, Role.FORM, "86"),
    ("研发人员人数", None, Role.FORM, "40"),
    ("单位简介", None, Role.FORM, "公司成立于2018年，主营灌溉控制器与土壤传感器，产品用于大田和设施农业。"),
)
SECTIONS: tuple[tuple[str, str | None, str], ...] = (
    ("任务名称", "写明任务名称。", "智慧灌溉决策控制系统。"),
    (
        "预期目标",
        "主要指标的数值、含义及测试方法。",
        "到2027年，灌溉决策准确率不低于95%，节水率达到30%以上，由第三方机构在示范田测试。",
    ),
    (
        "攻关计划",
        "时间进度、阶段性任务、细化目标等。",
        "2025年9月至2026年6月完成样机；2026年7月至2027年5月完成示范与验收。",
    ),
    (
        "组织保障",
        "攻关团队、组织方式、协调机制等。",
        "由总工程师牵头，下设算法、硬件、示范三个小组，每月召开一次调度会，项目总投入800万元，其中设备300万元、人员500万元。",
    ),
    ("风险与应对", None, "传感器供货周期较长时启用第二供应商；现场网络不稳定时改用本地缓存并定时补传。"),
    ("其他事项说明", None, "无。"),
)


def field_of(label: str, group: str | None, role: Role, value: str | None) -> FormField:
    name = (group or "") + label
    if role is Role.COVER:
        name = "封面" + label
    evidence = words(value) if value else None
    return FormField(
        name=name, label=label, group=group, role=role, value=value, evidence=words(label), value_evidence=evidence
    )


def section_of(title: str, guidance: str | None, text: str) -> SectionRecord:
    return SectionRecord(
        number="一",
        title=title,
        level=1,
        chars=len(text),
        guidance=guidance,
        text=text,
        role=Role.TASK_BOOK,
        evidence=words(title, 4),
    )


def target_of(metric: str, comparator: str, value: float, unit: str, text: str) -> Target:
    return Target.model_validate(
        {
            "direction": 1,
            "metric": metric,
            "comparator": comparator,
            "value": value,
            "unit": unit,
            "canonical_value": value,
            "canonical_unit": unit,
            "evidence": words(text, 4),
        }
    )


def seal_of(name: str, kind: str, role: Role, filled: bool | None) -> SealPlace:
    return SealPlace.model_validate(
        {"name": name, "kind": kind, "role": role, "filled": filled, "evidence": words(name, 6)}
    )


def obligation(kind: str, name: str, **parts: object) -> Obligation:
    id_ = f"{kind}-{name}-{parts.get('direction', '')}"
    return Obligation.model_validate({"id": id_, "kind": kind, "name": name, "evidence": words(name, 1)} | parts)


def make_notice() -> Notice:
    source = SourceFile(path="notice.txt", sha256="0", media_type="text/plain", parser="test")
    obligations = [
        obligation("direction", "揭榜方向"),
        *(obligation("form_field", f.name, field=f) for f in (field_of(la, g, r, None) for la, g, r, _ in FIELDS)),
        *(obligation("section", t, section=section_of(t, g, "")) for t, g, _ in SECTIONS),
        obligation("word_limit", "单位简介", limit=Limit(scope="单位简介", max_chars=50, evidence=words("不超过50字"))),
        obligation("word_limit", "任务书", limit=Limit(scope="任务书", max_chars=600, evidence=words("不超过600字"))),
        obligation(
            "numeric_target",
            "灌溉决策准确率",
            direction=1,
            target=target_of("灌溉决策准确率", ">=", 95, "%", "准确率不低于95%"),
        ),
        obligation("numeric_target", "节水率", direction=1, target=target_of("节水率", ">", 25, "%", "节水率超过25%")),
        obligation("numeric_target", "巡检速度", direction=2, target=target_of("巡检速度", ">=", 1, "m/s", "1m/s")),
        obligation(
            "task_requirement",
            "支持断网运行",
            direction=1,
            clause=Clause(text="支持断网运行", kind="task", evidence=words("支持断网运行")),
        ),
        obligation(
            "proof_material",
            "研发投入证明材料",
            evidence=words("上一财年研发投入证明材料", 1),
            material=Material(name="研发投入证明材料", kind="proof", evidence=words("研发投入证明材料")),
        ),
        obligation(
            "proof_material",
            "相关荣誉证明材料",
            material=Material(name="相关荣誉证明材料", kind="proof", evidence=words("荣誉")),
        ),
        obligation(
            "proof_material",
            "纸质申报材料（一式三份）",
            material=Material(name="纸质申报材料", kind="paper_copy", copies=3, evidence=words("一式三份")),
        ),
        obligation(
            "proof_material",
            "联合攻关协议",
            condition="联合申报的",
            material=Material(name="联合攻关协议", kind="proof", condition="联合申报的", evidence=words("协议")),
        ),
        obligation("commitment", "承诺书"),
        obligation(
            "seal_signature", "封面揭榜单位公章", seal=seal_of("揭榜单位（加盖单位公章）", "seal", Role.COVER, None)
        ),
        obligation(
            "seal_signature",
            "承诺书法定代表人签字",
            seal=seal_of("法定代表人（签字）", "signature", Role.COMMITMENT, None),
        ),
        *(
            obligation("eligibility", text, eligibility=Eligibility(text=text, evidence=words(text)))
            for text in ("在上海市注册", "具有独立法人资格的企事业单位", "拥有知识产权", "信用记录良好")
        ),
        obligation(
            "deadline",
            "application_opens",
            deadline=Deadline(kind="application_opens", on="2025-06-01", evidence=words("6月1日")),
        ),
        obligation(
            "deadline",
            "application_closes",
            deadline=Deadline(kind="application_closes", on="2025-06-20", evidence=words("6月20日")),
        ),
        obligation(
            "deadline",
            "completion",
            deadline=Deadline(kind="completion", duration="P2Y", after="揭榜", evidence=words("2年内完成")),
        ),
    ]
    directions = (
        Direction(number=1, name="智慧灌溉", evidence=words("智慧灌溉")),
        Direction(number=2, name="农田巡检机器人", evidence=words("农田巡检机器人")),
    )
    deadlines = tuple(o.deadline for o in obligations if o.deadline is not None)
    return Notice(
        source=source,
        title="揭榜通知",
        issued_on="2025-05-20",
        issuers=("上海市某委员会",),
        directions=directions,
        deadlines=deadlines,
        obligations=tuple(obligations),
    )


def make_submission() -> Submission:
    source = SourceFile(path="app.docx", sha256="1", media_type="application/x", pages=8, parser="test")
    texts = [text for _, _, text in SECTIONS]
    texts += ["系统在断网条件下支持断网运行，智慧灌溉控制器本地决策。2024年度公司研发投入1,250万元。"]
    return Submission(
        source=source,
        filed_on="2025-06-10",
        applicant=Applicant(
            name=APPLICANT, credit_code=CODE, address="上海市徐汇区青禾路8号", evidence=words(APPLICANT)
        ),
        direction_choices=(TickedDirection(number=1, name="智慧灌溉", evidence=words("☑ 方向1：智慧灌溉")),),
        directions_selected=(1,),
        form_fields=tuple(field_of(*one) for one in FIELDS),
        sections=tuple(section_of(title, None, text) for title, _, text in SECTIONS),
        targets=(
            target_of("灌溉决策准确率", ">=", 95, "%", "灌溉决策准确率不低于95%"),
            target_of("节水率", ">=", 30, "%", "节水率达到30%以上"),
        ),
        attachments=(
            Attachment(name="1. 2024年度研发投入专项审计报告", evidence=words("1. 2024年度研发投入专项审计报告")),
            Attachment(name="2. 高新技术企业证书等荣誉证明", evidence=words("2. 高新技术企业证书等荣誉证明")),
        ),
        commitment=Commitment(
            present=True,
            signed=True,
            dated=True,
            date="2025-06-10",
            applicant=APPLICANT,
            evidence=words("承诺书", 7),
        ),
        seals=(
            seal_of("揭榜单位（加盖单位公章）", "seal", Role.COVER, None),
            seal_of("法定代表人（签字）", "signature", Role.COMMITMENT, True),
        ),
        passages=tuple(Passage(text=text, role=Role.TASK_BOOK, evidence=words(text, 4)) for text in texts),
    )


@pytest.fixture(scope="session")
def notice() -> Notice:
    return make_notice()


@pytest.fixture
def submission() -> Submission:
    return make_submission()


Gap = tuple[str, str, str]


@pytest.fixture(scope="session")
def gaps_of(notice: Notice) -> Callable[..., set[Gap]]:
    """The gaps (kind, name, status) that the screening finds, of a changed notice where one is given."""

    def find(submission: Submission, changed: Notice | None = None) -> set[Gap]:
        against = changed or notice
        result = screen(against, submission, LexicalMatcher(against))
        return {(f.kind, f.name, f.status) for f in result.findings if f.status in GAP_STATUSES}

    return find


@pytest.fixture(scope="session")
def screened(notice: Notice) -> Callable[[Submission, Rules], Screening]:
    """The screening of a submission under an office's rules."""
    return lambda submission, rules: screen(notice, submission, LexicalMatcher(notice), None, rules)


@pytest.fixture(scope="package")
def found(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[tuple[str, str], Finding]]:
    """The findings by kind and name, of the written application with some words changed and more in the notice."""
    return findings_of(tmp_path_factory.mktemp("written") / "document.txt")
