"""A call and an application made by hand, for the tests of the matching."""

from schemas.document import SourceFile
from schemas.evidence import Evidence
from schemas.facts import FormField, Passage, SectionRecord, Target
from schemas.notice import Clause, Direction, Notice, Obligation
from schemas.outline import Role
from schemas.submission import Submission

SOURCE = SourceFile(path="made.txt", sha256="0" * 64, media_type="text/plain", parser="text")


def quote(text: str) -> Evidence:
    """Evidence that stands at the start of a text of its own."""
    return Evidence(text=text, start=0, end=len(text))


DIRECTIONS = (
    (
        "港口无人集卡调度系统",
        "研制集装箱码头无人集卡的编队调度与远程接管系统，与岸桥、堆场设备协同作业。",
        "在不少于2个码头应用，作业效率提高20%以上。",
    ),
    (
        "牙科影像辅助诊断软件",
        "研究口腔全景片的病灶检出与分级方法，为基层诊所提供阅片建议，生成结构化报告。",
        "病灶检出率不低于95%。",
    ),
    (
        "古籍文字识别与校勘平台",
        "攻克异体字识别、破损版面还原等难题，建设古籍语料库，实现断句和校勘。",
        "识别准确率达到98%。",
    ),
    (
        "冷链果蔬保鲜传感器",
        "研制可印刷的乙烯与温湿度传感标签，满足冷库和运输车的低功耗监测。",
        "单个标签成本不高于1元。",
    ),
)

NOTICE = Notice(
    source=SOURCE,
    title="应用示范揭榜挂帅通知",
    directions=tuple(
        Direction(number=number, name=name, task=task, goal=goal, evidence=quote(name))
        for number, (name, task, goal) in enumerate(DIRECTIONS, 1)
    ),
    form_fields=(
        FormField(
            name="揭榜方向",
            options=tuple(name for name, _, _ in DIRECTIONS),
            guidance="请按照通知所列方向勾选一项，不得多选。",
            evidence=quote("揭榜方向"),
        ),
    ),
    sections=(
        SectionRecord(
            number="一",
            title="攻关计划",
            level=1,
            chars=0,
            guidance="时间进度、阶段任务和细化目标等。",
            evidence=quote("攻关计划"),
        ),
    ),
)


def obligation(text: str, kind: str = "task_requirement") -> Obligation:
    """An obligation of the first direction in these words."""
    parts: dict[str, object] = {"id": f"{kind}-{len(text):08x}", "kind": kind, "name": text, "evidence": quote(text)}
    if kind == "task_requirement":
        parts["clause"] = Clause(text=text, kind="task", evidence=quote(text))
    if kind == "numeric_target":
        parts["target"] = Target(metric=text, comparator=">=", value=1, evidence=quote(text))
    return Obligation.model_validate(parts)


def passage(text: str, role: Role = Role.TASK_BOOK, *path: str) -> Passage:
    """A passage with the headings above it."""
    return Passage(text=text, role=role, path=path, evidence=quote(text))


OPTIONS = "□方向1：港口无人集卡调度系统 ☑方向2：牙科影像辅助诊断软件 □方向3：古籍文字识别与校勘平台"

SUBMISSION = Submission(
    source=SOURCE,
    project="无人集卡车队的编组与岸桥协同",
    passages=(
        passage("应用示范项目申报书 揭榜方向：牙科影像辅助诊断软件", Role.COVER),
        passage("请按照通知所列方向勾选一项，不得多选。", Role.INSTRUCTIONS),
        passage(OPTIONS, Role.FORM, "揭榜方向"),
        passage("本单位简介：公司成立于2011年，主营起重机械，员工三百人，拥有口腔门诊部一处。", Role.FORM, "单位简介"),
        passage(
            "车队由中心统一派单，前车带后车编组行驶，遇到拥堵时自动换道，岸桥吊装与车辆到位误差在三厘米内。",
            Role.TASK_BOOK,
            "技术方案",
        ),
        passage(
            "驾驶员在控制室用模拟舱接管异常车辆，一人可看护八台，接管时延低于一百毫秒。", Role.TASK_BOOK, "技术方案"
        ),
        passage("2027年上半年完成样车改装，下半年在两个集装箱码头试运行。", Role.TASK_BOOK, "攻关计划"),
        passage("时间进度、阶段任务和细化目标等。", Role.TASK_BOOK, "攻关计划"),
        passage("我单位承诺与堆场设备协同作业，所报材料真实。", Role.COMMITMENT),
    ),
)
