"""What an obligation demands, in one phrase for an applicant: 必填, 不低于60kW, 不超过300字, 一式三份."""

from collections.abc import Callable

from pipeline.reports.charts import requirement
from pipeline.screening.chapters.asks import asked_for
from pipeline.screening.completion import spoken_duration
from pipeline.screening.dates import spoken_day
from pipeline.screening.proofs.asked_years import asked_years
from schemas.notice import Deadline, FindingKind, Notice, Obligation


def demand(obligation: Obligation, notice: Notice) -> str:
    """The demand in words; empty where the obligation's name says it all."""
    return _DEMANDS.get(obligation.kind, _nothing)(obligation, notice)


def _nothing(obligation: Obligation, notice: Notice) -> str:
    del obligation, notice
    return ""


def _direction(obligation: Obligation, notice: Notice) -> str:
    del obligation
    return "选择：" + "；".join(f"方向{d.number} {d.name}" for d in notice.directions)


def _field(obligation: Obligation, notice: Notice) -> str:
    del notice
    field = obligation.field
    if field is None:
        return ""
    must = "必填" if field.required else f"选填（{obligation.condition}）" if obligation.condition else "选填"
    parts = [must, f"勾选：{'、'.join(field.options)}" if field.options else "", field.guidance or ""]
    return "；".join(part for part in parts if part and part != f"选填（{field.guidance}）")


def _section(obligation: Obligation, notice: Notice) -> str:
    del notice
    section = obligation.section
    if section is None:
        return ""
    asks = "、".join(ask.name for ask in asked_for(obligation.name, section.guidance))
    return "；".join(part for part in (f"应写明：{asks}" if asks else "", section.guidance or "") if part)


def _limit(obligation: Obligation, notice: Notice) -> str:
    del notice
    limit = obligation.limit
    if limit is None:
        return ""
    return f"不超过{limit.max_chars:,}字" if limit.max_chars is not None else f"不超过{limit.max_pages}页"


def _target(obligation: Obligation, notice: Notice) -> str:
    del notice
    target = obligation.target
    if target is None:
        return ""
    return requirement(target) + (f"，到{spoken_day(target.due)}" if target.due else "")


def _proof(obligation: Obligation, notice: Notice) -> str:
    material = obligation.material
    if material is None:
        return ""
    condition = obligation.condition or material.condition
    year = notice.issued_on[:4] if notice.issued_on else ""
    period = max(asked_years(obligation, int(year) - 1), default=None) if year.isdigit() else None
    parts = [
        f"仅“{condition}”时提供" if condition else "",
        f"应为{period}年度" if period is not None and str(period) not in obligation.name else "",
        f"{material.copies}份" if material.copies else "",
    ]
    return "；".join(part for part in parts if part)


def _commitment(obligation: Obligation, notice: Notice) -> str:
    del notice
    blanks = f"填写{'、'.join(obligation.blanks)}；" if obligation.blanks else ""
    return f"按模板出具，{blanks}签字、盖章并注明日期"


def _seal(obligation: Obligation, notice: Notice) -> str:
    del notice
    return "" if obligation.seal is None else "签字" if obligation.seal.kind == "signature" else "盖章"


def _condition(obligation: Obligation, notice: Notice) -> str:
    del notice
    return "" if obligation.target is None else f"{obligation.target.metric} {requirement(obligation.target)}"


def _deadline(obligation: Obligation, notice: Notice) -> str:
    del notice
    return "" if obligation.deadline is None else spoken_deadline(obligation.deadline)


def _shape(obligation: Obligation, notice: Notice) -> str:
    del notice
    name = obligation.name
    known = (
        (("代码", "合一码"), "18位，校验位按GB 32100"),
        (("手机",), "11位手机号码"),
        (("邮箱", "邮件"), "完整邮箱地址"),
        (("邮编", "邮政编码"), "6位数字"),
    )
    return next((words for marks, words in known if any(mark in name for mark in marks)), "号码格式正确")


def _same(obligation: Obligation, notice: Notice) -> str:
    del obligation, notice
    return "全文各处一致"


_DEMANDS: dict[FindingKind, Callable[[Obligation, Notice], str]] = {
    "direction": _direction,
    "form_field": _field,
    "section": _section,
    "word_limit": _limit,
    "numeric_target": _target,
    "proof_material": _proof,
    "commitment": _commitment,
    "seal_signature": _seal,
    "eligibility": _condition,
    "deadline": _deadline,
    "identifier": _shape,
    "consistency": _same,
}


def spoken_deadline(deadline: Deadline) -> str:
    """When: the date with its time, or the duration and what it counts from."""
    at = f" {deadline.at}" if deadline.at else ""
    if deadline.on:
        return spoken_day(deadline.on) + at + ("（年份为推断）" if deadline.inferred else "")
    if deadline.month_day:
        return spoken_day(f"0-{deadline.month_day}").removeprefix("0年") + at
    if deadline.duration is None:
        return "未写明日期"
    return f"{deadline.after or '申报'}后{spoken_duration(deadline.duration)}内"
