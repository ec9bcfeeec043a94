"""Seals in pictures (印章图像): which place for a seal each of them fills."""

from collections.abc import Sequence

from schemas.document import Picture
from schemas.facts import SealPlace
from schemas.outline import Role
from schemas.text import Text

_FAR = 40  # characters: the place's own line, or the one above or below it
_FAR_ALONE = 150  # the same where no other place is so near
_REACH_ALONE = 260.0  # points: below a cover's table, where the page has no other place
_REACH = 120.0  # points: a seal stands on its line or a little beside it
_SAME_LINE = 12.0  # points
_SEVERAL = 2  # seals of a page, of which each has its own place
_PAGE, _MARGINS = 842.0, 144.0  # points: the height of a page of A4, and both margins at a page's break


def stamped(text: Text, places: list[SealPlace]) -> list[SealPlace]:
    """Each picture of a seal fills the place nearest to it on its page, or in the text.

    Where the document shows seals at all, the other places for seals are empty; without one it cannot be told.
    """
    drawn = [p for p in text.document.pictures if p.is_seal]
    seals = [p for p in drawn if p.page is not None and p.box is not None]
    taken, placed = _anchored(text, places, [p for p in drawn if p.page is None])
    if not seals and not taken:
        return places
    paired = _in_order(seals, places)
    taken |= set(paired.values())
    for seal in (one for at, one in enumerate(seals) if at not in paired):
        able = [(i, place) for i, place in enumerate(places) if _can_take(seal, place, i, taken)]
        near = [
            (_distance(seal, place) + (_aside(seal, place) if _has_neighbour(place, able) else 0.0), i)
            for i, place in able
            if _distance(seal, place) < _REACH
        ]
        if near:
            taken.add(min(near)[1])
        elif len(able) == 1 and _is_alone(able[0][1], places) and _distance(seal, able[0][1]) < _REACH_ALONE:
            taken.add(able[0][0])
        elif (before := _at_the_end_before(seal, places, taken)) is not None:
            taken.add(before)
    told = [i for i, p in enumerate(places) if p.kind == "seal" and p.role is not Role.RECOMMENDATION]
    told = told if placed else [i for i in told if i in taken]
    return [p.model_copy(update={"filled": i in taken}) if i in told else p for i, p in enumerate(places)]


def _in_order(seals: Sequence[Picture], places: Sequence[SealPlace]) -> dict[int, int]:
    """For the number of each seal its place, where its page has as many places, one below the other."""
    found: dict[int, int] = {}
    for page in sorted({seal.page for seal in seals if seal.box is not None and seal.page is not None}):
        here = sorted((seal.box[1], at) for at, seal in enumerate(seals) if seal.page == page and seal.box is not None)
        open_ = [(i, place) for i, place in enumerate(places) if place.kind == "seal" and place.evidence.page == page]
        foot = None
        if len(here) == len(open_) + 1:  # the row of the form that the page cut: its seal is the first of this page
            own = {seal.page for seal in seals if seal.page == page - 1}
            foot = _at_the_end_before(seals[here[0][1]], places, set(found.values())) if not own else None
        below = here[1:] if foot is not None else here
        if len(open_) != len(below) or len(here) < _SEVERAL or not all(place.evidence.boxes for _, place in open_):
            continue
        if any(_has_neighbour(place, open_) for _, place in open_):
            continue
        down = sorted(open_, key=lambda pair: pair[1].evidence.boxes[0][2])
        pairs = [(at, index) for (_, at), (index, _) in zip(below, down, strict=True)]
        if all(_distance(seals[at], places[index]) < _REACH for at, index in pairs):
            found.update(pairs)
            found.update({here[0][1]: foot} if foot is not None else {})
    return found


def _at_the_end_before(seal: Picture, places: Sequence[SealPlace], taken: set[int]) -> int | None:
    """The last open place at the foot of the page before, for a seal at the head of its own."""
    if seal.box is None or seal.page is None:
        return None
    feet = (
        i
        for i, place in enumerate(places)
        if place.kind == "seal" and i not in taken and place.evidence.page == seal.page - 1 and place.evidence.boxes
        if _PAGE - place.evidence.boxes[-1][4] + seal.box[1] < _REACH + _MARGINS
    )
    return max(feet, default=None)


def _anchored(text: Text, places: Sequence[SealPlace], seals: Sequence[Picture]) -> tuple[set[int], bool]:
    """The places that seals in a text without pages stand in or beside, and whether each seal has found one.

    A sheet's pictures have no anchor in its cells: where one finds no place, the others are not empty for that.
    """
    taken: set[int] = set()
    for seal in seals:
        open_ = [i for i, place in enumerate(places) if place.kind == "seal" and i not in taken]
        lines, characters, index = min((*_apart(text, seal, places[i]), i) for i in open_) if open_ else (1, _FAR, 0)
        near = sum(p.kind == "seal" and _apart(text, seal, p)[1] < _FAR_ALONE for p in places)
        alone = near == 1 and characters < _FAR_ALONE
        if lines == 0 or characters < _FAR or alone:
            taken.add(index)
    return taken, len(taken) == len(seals)


def _apart(text: Text, seal: Picture, place: SealPlace) -> tuple[int, int]:
    """Line ends and characters between the anchor of a picture and the place's words."""
    first, last = sorted(
        (seal.offset, place.evidence.start if seal.offset < place.evidence.start else place.evidence.end)
    )
    return text.document.text.count("\n", first, last), last - first


def _can_take(seal: Picture, place: SealPlace, index: int, taken: set[int]) -> bool:
    return (
        index not in taken and place.kind == "seal" and place.evidence.page == seal.page and bool(place.evidence.boxes)
    )


def _is_alone(place: SealPlace, places: Sequence[SealPlace]) -> bool:
    """Its page has no other place for a seal, open or not."""
    return sum(p.kind == "seal" and p.evidence.page == place.evidence.page for p in places) == 1


def _has_neighbour(place: SealPlace, able: Sequence[tuple[int, SealPlace]]) -> bool:
    """Another place stands beside this one, on a line of the same height."""
    tops = [box[2] for box in place.evidence.boxes]
    others = (box[2] for _, other in able if other is not place for box in other.evidence.boxes)
    return any(abs(top - other) < _SAME_LINE for other in others for top in tops)


def _aside(seal: Picture, place: SealPlace) -> float:
    """Points between the picture and the place's nearest line from left to right; 0 where it stands above or below.

    Of two places side by side (院系意见 | 学校意见) the one below the picture has it.
    """
    if seal.box is None:
        return _REACH
    left, right = seal.box[0], seal.box[2]
    return min(max(x0 - right, left - x1, 0.0) for _, x0, _, x1, _ in place.evidence.boxes)


def _distance(seal: Picture, place: SealPlace) -> float:
    """Points between the middle of the picture and the nearer of the place's lines."""
    if seal.box is None:
        return _REACH
    middle = (seal.box[1] + seal.box[3]) / 2
    return min(abs((top + bottom) / 2 - middle) for _, _, top, _, bottom in place.evidence.boxes)
