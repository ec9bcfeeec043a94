"""Places to sign (签字处): whether somebody wrote there, told by ink that is no print."""

import re
from collections.abc import Sequence

import numpy as np

from pipeline.reading.draft import Box
from pipeline.reading.scan.pixels import Pixels
from pipeline.reading.scan.runs import Drawn, Run
from schemas.document import MarkKind

# 法定代表人（签字）：, 负责人签名：, 签字（盖章）; not 签字确认后 in a sentence.
_PLACE = re.compile(r"(?P<sign>签字|签名|签章|签署)(?:或?盖章)?(?:[（(](?:或?盖?章)[)）])?[)）]?[:：]?[_＿\s]*$")
_CLOSED = re.compile(
    r"(?P<sign>签字|签名|签章|签署)(?:或?盖章)?(?:[（(](?:或?盖?章)[)）])?(?:[)）][:：]?|[:：])[_＿]*(?P<rest>[^_＿]*)"
)
_SENTENCE = re.compile(r"[，。；,;]")
_NEXT_LABEL = re.compile(r"^(?:日期|时间|联系|电话|年|\d{4}\s*年|（?盖章|单位|职务)")
_LONGEST_LABEL = 34
_REACH = 11.0  # heights of the line to the right that a name is written in
_LEAST_ROOM = 1.6  # heights: less is no place to sign
_ABOVE, _BELOW = 0.55, 0.45  # heights that handwriting goes beyond its line
_PRINTED = 0.72  # confidence above which what stands there was recognised as print
_WRITTEN = (10.0, 9.0, 6.0)  # square points of ink, points of width and of height of a name
_BARE = 2.5  # square points of ink that may be dust


def mark_signatures(runs: Sequence[Run], ink: Pixels, rules: Pixels, scale: float) -> None:
    """Marks the words 签字 (签名, 签章) of each place to sign SIGNED or UNSIGNED; no mark where it cannot be told.

    A name in print is left to the readers of the text.
    """
    import cv2

    bare = cv2.subtract(ink, cv2.dilate(rules, np.ones((5, 5), np.uint8)))
    for run in runs:
        text = "".join(char.text for char in run.chars)
        match = _PLACE.search(text) or _CLOSED.search(text)
        if match is None or len(text) > _LONGEST_LABEL or _SENTENCE.search(text):
            continue
        index = match.start("sign")
        drawn = _judged(run, match, runs, np.asarray(bare, np.uint8), scale)
        if drawn is not None and index not in run.marks:
            run.marks[index] = Drawn(drawn[0], drawn[1], 2)


def _judged(
    run: Run, match: re.Match[str], runs: Sequence[Run], bare: Pixels, scale: float
) -> tuple[MarkKind, Box] | None:
    rest = match.groupdict().get("rest") or ""
    if rest and not _NEXT_LABEL.match(rest):
        first = match.start("rest")
        sure = float(np.mean([char.confidence for char in run.chars[first:]]))
        box = (run.middle(first), run.top, run.x1, run.bottom)
        return (MarkKind.SIGNED, box) if sure < _PRINTED else None
    last = match.start("rest") - 1 if rest else len(run.chars) - 1
    start = run.middle(last) + 0.4 * run.height
    end = run.middle(last + 1) - 0.5 * run.height if rest else start + _REACH * run.height
    after = [one for one in runs if one is not run and _beside(run, one) and one.x0 > start - run.height]
    for one in sorted(after, key=lambda other: other.x0):
        if one.x0 >= end:
            break
        if one.confidence < _PRINTED:
            return MarkKind.SIGNED, (one.x0, one.top, one.x1, one.bottom)
        if not _NEXT_LABEL.match("".join(char.text for char in one.chars)):
            return None  # a name in print
        end = one.x0
    return _by_ink(run, start, min(end, bare.shape[1] - 1), runs, bare, scale)


def _beside(run: Run, other: Run) -> bool:
    shared = min(run.bottom, other.bottom) - max(run.top, other.top)
    return shared > 0.4 * min(run.height, other.height)


def _by_ink(
    run: Run, start: float, end: float, runs: Sequence[Run], bare: Pixels, scale: float
) -> tuple[MarkKind, Box] | None:
    import cv2

    if end - start < _LEAST_ROOM * run.height:
        return None
    x0, x1 = max(round(start), 0), round(end)
    top, bottom = max(round(run.top - _ABOVE * run.height), 0), round(run.bottom + _BELOW * run.height)
    part = bare[top:bottom, x0:x1].copy()
    for one in runs:  # the words of the lines above and below
        part[max(round(one.top) - top, 0) : max(round(one.bottom) - top, 0), _within(one, x0)] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    strokes = [one for one in stats[1:] if one[cv2.CC_STAT_AREA] > 0.6 * scale * scale]
    area = sum(float(one[cv2.CC_STAT_AREA]) for one in strokes) / scale**2
    if area < _BARE:
        return MarkKind.UNSIGNED, (x0, run.top, x1, run.bottom)
    left, right = min(one[0] for one in strokes), max(one[0] + one[2] for one in strokes)
    high, low = min(one[1] for one in strokes), max(one[1] + one[3] for one in strokes)
    if area >= _WRITTEN[0] and right - left >= _WRITTEN[1] * scale and low - high >= _WRITTEN[2] * scale:
        return MarkKind.SIGNED, (float(x0 + left), float(top + high), float(x0 + right), float(top + low))
    return None


def _within(run: Run, x0: int) -> slice:
    return slice(max(round(run.x0) - x0, 0), max(round(run.x1) - x0, 0))
