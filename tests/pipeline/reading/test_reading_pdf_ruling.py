"""Cells out of ruling strokes: the same as pdfplumber's own geometry finds."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges
from pdfplumber.utils import filter_edges

from pipeline.reading.draft import Box
from pipeline.reading.pdf.closing import Ends, open_ends
from pipeline.reading.pdf.ruling import JOIN, MEET, SNAP, Stroke, tables_ruled_by


def reference(across: list[Stroke], down: list[Stroke]) -> list[list[Box]]:
    edges = [edge("h", x0, y, x1, y) for y, x0, x1 in across] + [edge("v", x, top, x, foot) for x, top, foot in down]
    edges = filter_edges(edges, min_length=1)
    merged = filter_edges(merge_edges(edges, SNAP, SNAP, JOIN, JOIN), min_length=3)
    return [
        sorted(table) for table in cells_to_tables(intersections_to_cells(edges_to_intersections(merged, MEET, MEET)))
    ]


def edge(orientation: str, x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    return {
        "object_type": "line",
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "width": x1 - x0,
        "height": bottom - top,
    }


_PLACE = st.builds(
    lambda step, off: 100.0 + 20.0 * step + off, st.integers(0, 8), st.sampled_from([0, 0, 0, 1, 2, -2, 3.5])
)
_STROKES = st.lists(
    st.tuples(_PLACE, _PLACE, _PLACE).map(lambda one: (one[0], min(one[1:]), max(one[1:]))), max_size=24
)


@settings(max_examples=300, deadline=None)
@given(across=_STROKES, down=_STROKES)
def test_random_strokes(across: list[Stroke], down: list[Stroke]) -> None:
    ours, theirs = tables_ruled_by(across, down), reference(across, down)
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        assert one == [pytest.approx(cell) for cell in other]


# (what is drawn, strokes across, strokes down, cells of each table)
DRAWINGS: list[tuple[str, list[Stroke], list[Stroke], list[int]]] = [
    ("nothing", [], [], []),
    ("one box", [(100, 0, 50), (150, 0, 50)], [(0, 100, 150), (50, 100, 150)], []),
    ("two cells", [(100, 0, 90), (150, 0, 90)], [(0, 100, 150), (40, 100, 150), (90, 100, 150)], [2]),
    (
        "a stroke that ends 3 points too early",
        [(100, 0, 90), (150, 3, 87)],
        [(0, 100, 150), (40, 100, 150), (90, 100, 150)],
        [2],
    ),
    (
        "a stroke that ends 9 points too early",
        [(100, 0, 90), (150, 9, 90)],
        [(0, 100, 150), (40, 100, 150), (90, 100, 150)],
        [],
    ),
    (
        "two tables",
        [(100, 0, 90), (150, 0, 90), (300, 0, 90), (350, 0, 90)],
        [(x, top, top + 50) for x in (0, 40, 90) for top in (100, 300)],
        [2, 2],
    ),
]


@pytest.mark.parametrize(
    ("across", "down", "cells"), [case[1:] for case in DRAWINGS], ids=[case[0] for case in DRAWINGS]
)
def test_drawings(across: list[Stroke], down: list[Stroke], cells: list[int]) -> None:
    assert [len(table) for table in tables_ruled_by(across, down)] == cells


OPEN: list[tuple[str, list[Stroke], list[Stroke], list[float], list[float]]] = [
    ("closed", [(100, 0, 90), (150, 0, 90)], [(0, 100, 150), (40, 100, 150), (90, 100, 150)], [], []),
    ("open below", [(100, 0, 90), (150, 0, 90)], [(0, 100, 190), (40, 100, 190), (90, 100, 190)], [], [190]),
    ("open above", [(100, 0, 90), (150, 0, 90)], [(0, 60, 150), (40, 60, 150), (90, 60, 150)], [60], []),
    ("a little beyond", [(100, 0, 90), (150, 0, 90)], [(0, 98, 153), (40, 98, 153), (90, 98, 153)], [], []),
    ("lines beside a text", [], [(0, 100, 190), (90, 100, 190)], [], []),
    (
        "strokes drawn as thin boxes",
        [(100, 0, 90), (150, 0, 90), (190, 0, 0.7), (190, 90, 90.7)],
        [(0, 100, 190), (0.7, 100, 190), (90, 100, 190), (90.7, 100, 190)],
        [],
        [190],
    ),
]


@pytest.mark.parametrize(("across", "down", "heads", "feet"), [case[1:] for case in OPEN], ids=[c[0] for c in OPEN])
def test_tables_that_the_pages_end_cuts(
    across: list[Stroke], down: list[Stroke], heads: list[float], feet: list[float]
) -> None:
    ends = open_ends(across, down)
    assert ([y for y, _, _ in ends.heads], [y for y, _, _ in ends.feet]) == (heads, feet)


def test_a_drawing_of_many_strokes_has_no_open_tables() -> None:
    across = [(20.0 * step, 0.0, 100.0) for step in range(3000)]
    down = [(x, 20.0 * step, 20.0 * step + 9) for step in range(3000) for x in (0.0, 50.0, 100.0)]
    assert open_ends(across, down) == Ends()
    assert open_ends(across[:3], down[:9]) != Ends()
