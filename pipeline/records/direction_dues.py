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
        if last is None or last.due is None or any(on.startswith(last.due) or last.due.startswith(on) for on in known):
            continue
        evidence = _words(direction.evidence, last.due) or last.evidence
        on = f"{last.due}-12" if len(last.due) == 4 else last.due
        yield Obligation(
            id=obligation_id("deadline", "completion", f"{direction.number}\n{last.due}"),
            kind="deadline",
            name="completion",
            direction=direction.number,
            deadline=Deadline(kind="completion", on=on, evidence=evidence),
            evidence=evidence,
        )


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
