"""What the codes are called in a report, in the order in which a report shows them."""

from collections import Counter
from collections.abc import Sequence

from schemas.review import Decision, EarlierDecision, GapChange

KINDS = {
    "direction": "揭榜方向",
    "eligibility": "申报条件",
    "form_field": "表格栏目",
    "section": "章节内容",
    "word_limit": "篇幅限制",
    "task_requirement": "任务要求",
    "numeric_target": "量化指标",
    "proof_material": "证明材料",
    "commitment": "承诺书",
    "seal_signature": "签字盖章",
    "deadline": "时间节点",
    "identifier": "号码格式",
    "consistency": "前后一致",
}

STATUSES = {"missing": "缺失", "insufficient": "不足", "invalid": "有误", "unverifiable": "无法核实", "met": "符合"}

MARKS = {"missing": "✕", "insufficient": "△", "invalid": "!", "unverifiable": "?", "met": "✓"}

VERDICTS = {"incomplete": "有缺项", "needs_review": "待人工复核", "complete": "齐备"}

SEVERITIES = {"gap": "计为缺项", "review": "由人判断", "note": "仅提示，不计为缺项"}

PEERS = {
    "copied_passage": "文字雷同",
    "same_applicant": "同一单位多份",
    "shared_code": "同一代码",
    "shared_contact": "同一联系方式",
}

CHANGES = {"closed": "已补正", "new": "新出现", "open": "仍存在"}

DECISIONS = {"confirmed": "确认", "overruled": "推翻"}

DEADLINES = {
    "application_opens": "申报开始",
    "application_closes": "申报截止",
    "materials_due": "材料送达",
    "recommendation_due": "推荐报送",
    "completion": "完成时限",
    "review": "评审时间",
    "announcement": "公布时间",
    "other": "其他时间",
}

REASONS = {
    "not_found": "找不到文件",
    "encrypted": "文件已加密",
    "damaged": "文件已损坏",
    "empty": "没有内容",
    "too_large": "超出上限",
    "timed_out": "处理超时",
    "needs_program": "需要其他程序",
    "unsupported": "格式不支持",
    "crashed": "程序出错",
}


def change_words(changes: Sequence[GapChange]) -> list[str]:
    """Lines on what became of gaps since the version before: how many, then the closed and the new ones."""
    if not changes:
        return []
    counts = Counter[str](each.change for each in changes)
    told = "，".join(f"{name} {counts[change]} 项" for change, name in CHANGES.items())
    head = f"与第{changes[0].before_version}版相比：{told}"
    named = [each for kind in ("closed", "new") for each in changes if each.change == kind]
    lines = [f"{CHANGES[each.change]}：{KINDS[each.kind]}「{obligation_name(each.kind, each.name)}」" for each in named]
    return [head, *lines]


def decision_words(decision: Decision) -> str:
    """``推翻（改判为符合），王敏，2026-03-01：意见``; where the machine judges otherwise now, the report shows both."""
    changed = f"（改判为{STATUSES[decision.status]}）" if decision.ruling == "overruled" else ""
    note = f"：{decision.note}" if decision.note else ""
    return f"{DECISIONS[decision.ruling]}{changed}，{decision.by}，{decision.at.astimezone():%Y-%m-%d}{note}"


def earlier_words(earlier: EarlierDecision) -> str:
    """``第1版曾认定：…``: it does not bind the present version."""
    return f"第{earlier.version}版曾认定（材料已变更，须重新认定）：{decision_words(earlier.decision)}"


def obligation_name(kind: str, name: str) -> str:
    """An obligation's name for a reader: a deadline's kind in Chinese, everything else as it is."""
    return DEADLINES.get(name, name) if kind == "deadline" else name


def direction_name(number: int | None, name: str | None) -> str:
    """``方向 3 深海观测网``; what is known of it."""
    head = f"方向 {number}" if number is not None else ""
    return f"{head} {name or ''}".strip() or "未能判断"


def amount(value: float, unit: str | None) -> str:
    """A number as a reader writes it, then its unit: 500万元, 1.2亿对, 1,000TFLOPS; never with an exponent."""
    if unit and not unit.isascii():
        for size, name in ((1e8, "亿"), (1e4, "万")):
            if abs(value) >= size and round(value / size, 4) * size == value:
                return f"{_number(value / size)}{name}{unit}"
    return f"{_number(value)}{unit or ''}"


def _number(value: float) -> str:
    text = f"{value:,.6f}" if abs(value) >= 1e-4 or not value else f"{value:.12f}"
    return text.rstrip("0").rstrip(".")
