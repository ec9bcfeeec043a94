"""The report's pictures: coverage by direction, gaps by kind, claims against required values."""

from collections import Counter, defaultdict

from markupsafe import Markup

from pipeline.comparison import attainment, claim_of
from pipeline.reports.model import GapReport, ReportEntry
from pipeline.reports.svg import Bar, Dot, Strip, bars, strips
from pipeline.reports.wording import KINDS, STATUSES, VERDICTS, amount, direction_name
from schemas.facts import Target
from schemas.finding import GAP_STATUSES

MOST_STRIPS = 24
SIGNS = {">=": "≥", ">": "＞", "<=": "≤", "<": "＜", "=": "＝", "~": "约", "range": ""}


def coverage(report: GapReport) -> Markup:
    """Applications per direction of the notice, those without any included, stacked by verdict."""
    found: dict[int | None, Counter[str]] = defaultdict(Counter)
    names = {direction.number: direction.name for direction in report.notice.directions}
    for entry in report.entries:
        chosen = entry.screening.direction
        found[chosen.number if chosen else None][entry.screening.verdict] += 1
        if chosen and chosen.number is not None:
            names.setdefault(chosen.number, chosen.name or "")
    numbers: list[int | None] = [*names, *([None] if None in found else [])]
    rows = [
        Bar(
            direction_name(number, names.get(number) if number is not None else None).removeprefix("方向 "),
            tuple((verdict, name, found[number][verdict]) for verdict, name in VERDICTS.items()),
        )
        for number in numbers
    ]
    return bars("各方向申报情况", rows)


def gaps_by_kind(report: GapReport) -> Markup:
    """Gaps (each cause once an application) by kind of obligation, stacked by status, most first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in report.entries:
        for finding in entry.gaps:
            counts[finding.kind][finding.status] += 1
    order = sorted(counts, key=lambda kind: -counts[kind].total())
    statuses = [(status, name) for status, name in STATUSES.items() if status in GAP_STATUSES]
    rows = [
        Bar(KINDS[kind], tuple((status, name, counts[kind][status]) for status, name in statuses)) for kind in order
    ]
    return bars("缺项按类别", rows)


def claims(report: GapReport, entries: tuple[ReportEntry, ...] | None = None) -> Markup | None:
    """Claims as a part of the required values, one row a target of the notice; None where nothing can be compared."""
    targets = {each.id: each.target for each in report.notice.obligations if each.target is not None}
    dots: dict[str, list[Dot]] = defaultdict(list)
    for entry in report.entries if entries is None else entries:
        for finding in entry.screening.findings:
            if finding.status == "unverifiable":
                continue  # which figure is the promise a person has to say
            target = targets.get(finding.obligation_id)
            claim = claim_of(finding, entry.submission)
            ratio = attainment(target, claim) if target and claim else None
            # high enough, and yet not enough by its words or its time: that is on no scale
            otherwise = ratio is not None and ratio >= 1 and finding.status != "met"
            if ratio is not None and claim is not None and not otherwise:
                dots[finding.obligation_id].append(
                    Dot(ratio, finding.status == "met", f"{entry.applicant}　{claim.evidence.text}")
                )
    rows = [
        Strip(target.metric, requirement(target), tuple(dots[key])) for key, target in targets.items() if key in dots
    ]
    return strips("承诺指标与要求之比", rows[:MOST_STRIPS]) if rows else None


def requirement(target: Target) -> str:
    """``≥ 200个``; a range with both ends."""
    if target.comparator == "range" and target.value_max is not None:
        return f"{amount(target.value, None)}–{amount(target.value_max, target.unit)}"
    return f"{SIGNS[target.comparator]} {amount(target.value, target.unit)}".strip()
