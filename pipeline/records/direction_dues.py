"""A direction's own time of completion (完成时限): what its targets are due by, where the call's own says otherwise."""

import re
from collections.abc import Iterator, Sequence

from extractors.targets.dues import due_in
from pipeline.records.obligation_ids import obligation_id
from schemas.evidence import Evidence
from schemas.facts import Target
from schemas.notice import Deadline, Direction, Obligation

# 时间节点：立项后24个月内完成… on a line of its own under a direction's text.
_LABELLED = re.compile(
    r"\s*[（(]?\d{0,2}[)）.、]?\s*(?:时间节点|(?:期望)?(?:完成|交付|实施|攻关)时间|(?:完成|实施|执行|攻关|项目|任务)?(?:时限|期限|周期|工期|执行期|实施期))\s*[:：]"
)
_NEAR = 40
_OPENS = re.compile(
    r"\W{0,4}(?:力争|确保|计划|拟|争取)?(?:到|至|截至|截止|在|于)\s?"
    r"(?P<date>20\d\d\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?|[上下]半年|第?[一二三四]季度)?)(?:\s?年?[底末])?(?:之?前)?\s?[，,]"
)
_DATE = re.compile(r"20\d\d\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?|[上下]半年|第?[一二三四]季度)?(?:\s?年?[底末])?")


def due_obligations(
    directions: Sequence[Direction], targets: Sequence[Target], deadlines: Sequence[Deadline]
) -> Iterator[Obligation]:
    """One for each direction whose latest target is due at another time than the call's completion."""
    stated = [(owner_of(d, directions), d.on) for d in deadlines if d.kind == "completion" and d.on]
    for direction in directions:
        own = [t for t in targets if t.direction == direction.number and t.role == "result" and t.due]
        last = max(own, key=lambda t: t.due or "", default=None)
        known = [on for owner, on in stated if owner in (None, direction.number)]
        due = last.due if last is not None else _of_goal(direction)
        if due is None or any(on.startswith(due) or due.startswith(on) for on in known):
            continue
        evidence = _words(direction.evidence, due) or (last.evidence if last is not None else direction.evidence)
        on = f"{due}-12" if len(due) == 4 else due
        yield Obligation(
            id=obligation_id("deadline", "completion", f"{direction.number}\n{due}"),
            kind="deadline",
            name="completion",
            direction=direction.number,
            deadline=Deadline(kind="completion", on=on, evidence=evidence),
            evidence=evidence,
        )


def _of_goal(direction: Direction) -> str | None:
    """到2025年，形成…方案: the time that opens a goal without a figure; not 到2025年产业规模…, what is hoped for."""
    opens = _OPENS.match(direction.goal or "")
    return due_in(re.sub(r"\s", "", opens["date"])) if opens is not None else None


def owner_of(deadline: Deadline, directions: Sequence[Direction]) -> int | None:
    """The direction whose text or row holds a time of completion, which binds it alone; None where it binds all."""
    if deadline.kind != "completion":
        return None
    at = deadline.evidence
    holding = [
        d.number
        for d in directions
        if d.evidence.file == at.file and d.evidence.start <= at.start and at.end <= d.evidence.end
    ]
    if holding or _LABELLED.match(at.text) is None:
        return holding[0] if len(holding) == 1 else None
    above = [d for d in directions if d.evidence.file == at.file and d.evidence.end <= at.start]
    last = max(above, key=lambda d: d.evidence.end, default=None)
    close = last is not None and (at.start - last.evidence.end <= _NEAR or len(above) < len(directions))
    return last.number if last is not None and close else None


def _words(whole: Evidence, due: str) -> Evidence | None:
    """Where the direction's text or row names the date."""
    for match in _DATE.finditer(whole.text):
        if due_in(re.sub(r"\s", "", match.group())) == due:
            start = whole.start + match.start()
            return whole.model_copy(update={"text": match.group(), "start": start, "end": start + len(match.group())})
    return None
