"""What stands in a place where nobody expects it is not missing; what only looks like it still is."""

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.screening.rules import Rules
from schemas.evidence import Evidence
from schemas.facts import Passage
from schemas.finding import Screening
from schemas.notice import Notice
from schemas.outline import Role
from schemas.submission import Submission

Lines = tuple[tuple[str, ...], Role, str]
TARGET = ("numeric_target", "节水率", "missing")
LOW = ("numeric_target", "节水率", "insufficient")
FORM, BOOK = Role.FORM, Role.TASK_BOOK

# (words in an unexpected place, the gap that is left of an application that has lost the expected ones)
TARGETS: list[tuple[Lines, Any]] = [
    (((), BOOK, "我公司承诺节水率不低于32%"), None),
    (((), BOOK, "指标：节水率；目标：≥32%；方法：第三方测试"), None),
    (((), BOOK, "节水率只有12%，单产不变"), LOW),
    (((), BOOK, "目前节水率为32%"), TARGET),
    (((), BOOK, "指标：节水率；当前值：32%；承诺：保持"), TARGET),
    ((("现有基础",), BOOK, "节水率32%"), TARGET),
    (((), BOOK, "节水率将明显提高"), TARGET),
    (((), BOOK, "节水率试验占地32亩"), TARGET),
    (((), BOOK, "通知要求节水率超过25%"), TARGET),
    (((), BOOK, "节水率方面，我们承诺不低于32%"), None),
    (((), BOOK, "节水率由20%提高到32%"), None),
    (((), BOOK, "节水率较传统方式提高到32%"), None),
    (((), BOOK, "节水率将明显提高，灌溉成本下降35%"), TARGET),
    (((), BOOK, "节水率显著提高。设备成本降低40%以上"), TARGET),
    (((), BOOK, "节水率\n灌溉均匀度不低于95%"), TARGET),
    (((), BOOK, "节水率按规范计算，取样误差不超过5%"), TARGET),
    (((), BOOK, "传统滴灌的节水率为32%"), TARGET),
    (((), BOOK, "行业平均节水率32%，本项目将有所提高"), TARGET),
    (((), BOOK, "难以保证节水率达到30%"), TARGET),
]
# (words, the field that the form has lost, what is found of it)
FIELDS: list[tuple[Lines, str, str]] = [
    (((), Role.OTHER, "7．单位人数：86人 8．研发人员人数：40人"), "单位人数", "met"),
    (((), FORM, "项目负责人：姓名：甲某；手机：13900001234"), "负责人手机", "met"),
    ((("单位人数",), FORM, "八十六人，含劳务派遣"), "单位人数", "met"),
    (((), FORM, "单位人数：研发人员人数：40"), "单位人数", "unverifiable"),
    (((), FORM, "联系人：手机：13900005678"), "负责人手机", "unverifiable"),
    (((), Role.INSTRUCTIONS, "单位人数：填写上年末在册人数"), "单位人数", "unverifiable"),
    (((), FORM, "单位人数"), "单位人数", "unverifiable"),
    (((), FORM, "单位人数：____"), "单位人数", "missing"),
    (((), FORM, "单位人数：□□"), "单位人数", "missing"),
    ((("单位人数",), FORM, "（此处填写单位人数）"), "单位人数", "unverifiable"),
    (((), FORM, "核对了营业收入，单位人数，信息属实"), "单位人数", "unverifiable"),
    (((), FORM, "项目负责人\n姓名\t手机\t性别"), "负责人手机", "unverifiable"),
]
PROOFS = {"研发投入证明材料", "相关荣誉证明材料"}
# (what the application lists where no list of proofs is known, what is asked and not answered by it)
LISTS: list[tuple[Lines, set[str]]] = [
    (((), Role.OTHER, "附件：研发投入专项审计报告、高新技术企业等荣誉证书"), set()),
    ((("随申报书提交的材料",), BOOK, "1. 研发投入专项审计报告；2. 荣誉证书"), set()),
    (((), Role.OTHER, "1. 研发投入专项审计报告"), {"相关荣誉证明材料"}),
    (((), Role.OTHER, "附件：股权结构说明"), PROOFS),
    (((), Role.OTHER, "研发投入证明材料待补，荣誉证明材料另议"), PROOFS),
    (((), BOOK, "公司研发投入逐年增长，曾获多项荣誉"), PROOFS),
    (((), BOOK, "经第三方检测证明，性能优异，研发投入占比达8%，获荣誉称号"), PROOFS),
    (((), BOOK, "（2）研发投入持续增长"), PROOFS),
    (((), BOOK, "研发投入证明材料将在评审前提交"), PROOFS),
    (((), BOOK, "研发投入证明材料：无；荣誉证明材料：无"), PROOFS),
    (((), Role.COMMITMENT, "我单位承诺所附研发投入证明材料、荣誉证明材料真实有效"), PROOFS),
    (((), BOOK, "附件：应用单位提供的研发投入证明材料、荣誉证书"), set()),
]


def told(submission: Submission, lines: Lines, **update: Any) -> Submission:
    path, role, words = lines
    passage = Passage(text=words, path=path, role=role, evidence=Evidence(text=words, start=0, end=len(words)))
    return submission.model_copy(update={**update, "passages": (*submission.passages, passage)})


@pytest.mark.parametrize(("lines", "gap"), TARGETS, ids=[lines[2] for lines, _ in TARGETS])
def test_a_value_beside_its_metric(submission: Submission, gaps_of: Callable[..., Any], lines: Lines, gap: Any) -> None:
    silent = submission.model_copy(update={"passages": tuple(p for p in submission.passages if "节水率" not in p.text)})
    rest = tuple(t for t in submission.targets if t.metric != "节水率")
    assert gaps_of(told(silent, lines, targets=rest)) == ({gap} if gap else set())


@pytest.mark.parametrize(
    ("said", "gap"),
    [
        ("面积节水率不低于32%", False),
        ("单位面积节水率方案已定，全市平均节水率32%", True),
        ("节水率不低于32%", True),
        ("单位面积产量提高32%", True),
    ],
)
def test_the_end_of_a_long_metric_names_it(
    notice: Notice, submission: Submission, gaps_of: Callable[..., Any], said: str, gap: bool
) -> None:
    long = "单位面积节水率"
    asked = tuple(
        o.model_copy(update={"name": long, "target": o.target.model_copy(update={"metric": long})})
        if o.target is not None and o.name == "节水率"
        else o
        for o in notice.obligations
    )
    silent = submission.model_copy(update={"passages": tuple(p for p in submission.passages if "节水率" not in p.text)})
    rest = tuple(t for t in submission.targets if t.metric != "节水率")
    found = gaps_of(told(silent, ((), BOOK, said), targets=rest), notice.model_copy(update={"obligations": asked}))
    assert (("numeric_target", long, "missing") in found) is gap


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("建成后年处理废菌棒120万棒", None),
        ("建成后年处理废菌棒由80万棒提高到120万棒", None),
        ("建成后年处理废菌棒由60万棒提高到80万棒", "insufficient"),
        ("建成后年处理其他菌渣120万吨", "missing"),
    ],
)
def test_a_number_of_what_no_lexicon_counts(
    notice: Notice, submission: Submission, gaps_of: Callable[..., Any], said: str, status: str | None
) -> None:
    metric = "年处理废菌棒"
    update = {"metric": metric, "unit": None, "canonical_unit": None, "value": 1e6, "canonical_value": 1e6}
    asked = tuple(
        o.model_copy(update={"name": metric, "target": o.target.model_copy(update=update)})
        if o.target is not None and o.name == "节水率"
        else o
        for o in notice.obligations
    )
    silent = submission.model_copy(update={"passages": tuple(p for p in submission.passages if "节水率" not in p.text)})
    rest = tuple(t for t in submission.targets if t.metric != "节水率")
    found = gaps_of(told(silent, ((), BOOK, said), targets=rest), notice.model_copy(update={"obligations": asked}))
    assert {gap[2] for gap in found if gap[1] == metric} == ({status} if status else set())


@pytest.mark.parametrize(("lines", "field", "status"), FIELDS, ids=[lines[2] for lines, _, _ in FIELDS])
def test_a_label_in_a_running_line(
    submission: Submission, screened: Callable[..., Screening], lines: Lines, field: str, status: str
) -> None:
    rest = tuple(f for f in submission.form_fields if f.name != field)
    findings = screened(told(submission, lines, form_fields=rest), Rules()).findings
    assert [f.status for f in findings if (f.kind, f.name) == ("form_field", field)] == [status]
    assert not [f for f in findings if f.counts and f.name != field]


@pytest.mark.parametrize(
    ("row", "below", "status"),
    [
        ("单位人数", "研发人员情况：40人", "missing"),
        ("成立时间：2017年5月 单位人数：", "研发人员情况；40人", "missing"),
        ("（乙）单位人数", "研发人员情况：40人", "unverifiable"),  # the head of what stands below
        ("单位人数", "研发人员情况另见附表。", "unverifiable"),  # may be the answer
        ("单位人数", "八十六人", "unverifiable"),
    ],
)
def test_a_label_alone_over_the_next_row(
    submission: Submission, screened: Callable[..., Screening], row: str, below: str, status: str
) -> None:
    rest = tuple(f for f in submission.form_fields if f.name != "单位人数")
    both = told(told(submission, ((), FORM, row), form_fields=rest), ((), FORM, below))
    findings = screened(both, Rules()).findings
    assert [f.status for f in findings if (f.kind, f.name) == ("form_field", "单位人数")] == [status]


@pytest.mark.parametrize(("lines", "open_"), LISTS, ids=[lines[2] for lines, _ in LISTS])
def test_a_list_that_does_not_read_as_one(
    submission: Submission, screened: Callable[..., Screening], lines: Lines, open_: set[str]
) -> None:
    """Several proofs not found where no list is known are left to a person, a lone one is missing."""
    findings = screened(told(submission, lines, attachments=()), Rules()).findings
    found = {f.name: f.status for f in findings if f.kind == "proof_material" and f.name in PROOFS}
    assert {name for name, status in found.items() if status != "met"} == open_
    assert {found[name] for name in open_} <= {"missing" if len(open_) == 1 else "unverifiable"}


def test_a_list_that_is_known_is_believed(submission: Submission, gaps_of: Callable[..., Any]) -> None:
    only = submission.attachments[:1]
    lines = ((), Role.OTHER, "附件：高新技术企业等荣誉证书")
    assert gaps_of(told(submission, lines, attachments=only)) == {("proof_material", "相关荣誉证明材料", "missing")}


@pytest.mark.parametrize(("signs", "missing"), [("授权代表", True), ("法定代表人", False)])
def test_the_proxy_shows_a_warrant(
    notice: Notice, submission: Submission, gaps_of: Callable[..., Any], signs: str, missing: bool
) -> None:
    asked = next(o for o in notice.obligations if o.name == "联合攻关协议")
    warrant = asked.model_copy(
        update={"id": "proof-new", "name": "授权委托书", "condition": "由授权代表签字", "material": None}
    )
    changed = notice.model_copy(update={"obligations": (*notice.obligations, warrant)})
    seals = tuple(s.model_copy(update={"name": signs}) if s.kind == "signature" else s for s in submission.seals)
    found = gaps_of(submission.model_copy(update={"seals": seals}), changed)
    assert (("proof_material", "授权委托书", "missing") in found) is missing


@pytest.mark.parametrize(("month", "wrong"), [("2024年12月", True), ("2025年12月", False)])
def test_a_proof_of_another_month(
    notice: Notice, submission: Submission, gaps_of: Callable[..., Any], month: str, wrong: bool
) -> None:
    asked = next(o for o in notice.obligations if o.name == "研发投入证明材料")
    insured = asked.model_copy(update={"id": "proof-new", "name": "2025年12月社会保险缴纳证明", "material": None})
    changed = notice.model_copy(update={"obligations": (*notice.obligations, insured)})
    name = f"{month}社会保险缴纳证明"
    given = submission.attachments[0].model_copy(update={"name": name})
    found = gaps_of(submission.model_copy(update={"attachments": (*submission.attachments, given)}), changed)
    assert (("proof_material", insured.name, "insufficient") in found) is wrong


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("2025年度审计报告（事业单位可提供部门决算报表）", "2025年度部门决算报表"),
        ("营业执照（或事业单位法人证书）", "事业单位法人证书"),
        ("参赛单位登记证照复印件", "单位证照"),
        ("2026年1月1日以后出具的科技查新报告", "科技查新报告（省情报院，2026年6月18日出具）"),
    ],
)
def test_what_stands_for_a_proof(
    notice: Notice, submission: Submission, gaps_of: Callable[..., Any], words: str, given: str
) -> None:
    asked = next(o for o in notice.obligations if o.name == "研发投入证明材料")
    where = Evidence(text=words, start=0, end=len(words))
    name = words.partition("（")[0]
    more = asked.model_copy(update={"id": "proof-new", "name": name, "material": None, "evidence": where})
    changed = notice.model_copy(update={"obligations": (*notice.obligations, more)})
    attachment = submission.attachments[0].model_copy(update={"name": given})
    assert name in {gap for _, gap, _ in gaps_of(submission, changed)}
    both = (*submission.attachments, attachment)
    assert gaps_of(submission.model_copy(update={"attachments": both}), changed) == set()


@pytest.mark.parametrize(
    ("words", "gap"),
    [
        ("附件：母公司2024年度研发投入证明材料", True),
        ("附件：研发投入证明材料（草稿，未盖章）", True),
        ("附件：2024年度研发投入证明材料", False),
    ],
)
def test_a_proof_listed_apart(submission: Submission, gaps_of: Callable[..., Any], words: str, gap: bool) -> None:
    """What its item says against it counts there as well."""
    found = gaps_of(told(submission, ((), BOOK, words), attachments=()))
    assert (("proof_material", "研发投入证明材料", "insufficient") in found) is gap


def test_a_profile_in_fields(notice: Notice, submission: Submission, gaps_of: Callable[..., Any]) -> None:
    asked = next(o for o in notice.obligations if o.kind == "section")
    assert asked.section is not None
    more = [
        asked.model_copy(
            update={"id": title, "name": title, "section": asked.section.model_copy(update={"title": title})}
        )
        for title in ("揭榜单位概况", "市场前景")
    ]
    changed = notice.model_copy(update={"obligations": (*notice.obligations, *more)})
    assert gaps_of(submission, changed) == {("section", "市场前景", "missing")}


LINE = "传感器供货周期较长时启用第二供应商；网络不稳定时改用本地缓存并补传。"


@pytest.mark.parametrize(
    ("passages", "gap"),
    [
        ((((), "风险与应对"), ((), LINE)), False),
        ((((), f"风险与应对：{LINE}"),), False),
        (((("风险与应对",), LINE),), False),
        ((((), "风险与应对"), (("组织保障",), LINE)), True),
        ((((), "风险与应对"), ((), "无")), True),
        ((((), f"本项目风险与应对见上，{LINE}"),), True),
    ],
)
def test_a_chapter_under_a_line(
    submission: Submission, gaps_of: Callable[..., Any], passages: tuple[tuple[tuple[str, ...], str], ...], gap: bool
) -> None:
    rest = tuple(section for section in submission.sections if section.title != "风险与应对")
    kept = tuple(p for p in submission.passages if LINE[:10] not in p.text)
    changed = submission.model_copy(update={"sections": rest, "passages": kept})
    for path, said in passages:
        changed = told(changed, (path, BOOK, said))
    assert gaps_of(changed) == ({("section", "风险与应对", "missing")} if gap else set())


@pytest.mark.parametrize(
    ("title", "text", "gap"),
    [
        ("断网运行", "控制器内置规则库，每小时保存一次决策参数，链路中断后照旧执行。", False),
        ("断网运行", "见下。", True),
        ("低温启动", "控制器内置规则库，每小时保存一次决策参数，链路中断后照旧执行。", True),
    ],
)
def test_a_chapter_headed_by_the_clause(
    submission: Submission, gaps_of: Callable[..., Any], title: str, text: str, gap: bool
) -> None:
    silent = tuple(p for p in submission.passages if "断网" not in p.text)
    last = submission.sections[-1]
    headed = last.model_copy(update={"title": title, "text": text, "chars": len(text)})
    changed = submission.model_copy(update={"passages": silent, "sections": (*submission.sections, headed)})
    found = gaps_of(told(changed, ((), BOOK, text)))
    assert (("task_requirement", "支持断网运行", "missing") in found) is gap
