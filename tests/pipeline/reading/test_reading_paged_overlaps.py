"""Cells that are drawn over one another (found by fuzzing): every place has one cell, and no word is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reading.draft import DraftCell, Piece
from pipeline.reading.paged.tables import _apart, _places

# (row, column, row span, column span)
places = st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(1, 5), st.integers(1, 5))


@settings(max_examples=300, deadline=None)
@given(st.lists(places, max_size=12))
def test_no_place_has_two_cells(found: list[tuple[int, int, int, int]]) -> None:
    cells = [DraftCell(row, column, [Piece(str(i))], *spans) for i, (row, column, *spans) in enumerate(found)]
    apart = _apart(cells)
    covered = [place for cell in apart for place in _places(cell)]
    assert len(covered) == len(set(covered))
    words = [piece.text for cell in apart for piece in cell.pieces]
    assert sorted(words) == sorted(str(i) for i in range(len(found)))


# (cells, what becomes of them): row, column, row span, column span
CASES = [
    ([(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)], [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)]),
    ([(0, 1, 3, 2), (1, 1, 1, 1)], [(0, 1, 1, 2), (1, 1, 1, 1)]),
    ([(0, 0, 1, 3), (0, 2, 1, 1)], [(0, 0, 1, 2), (0, 2, 1, 1)]),
    ([(0, 1, 3, 1), (1, 0, 1, 3)], [(0, 1, 3, 1), (1, 0, 1, 1)]),
    ([(0, 0, 1, 1), (0, 0, 2, 2)], [(0, 0, 1, 1)]),
]


def test_each_ends_where_the_next_begins() -> None:
    for found, expected in CASES:
        apart = _apart([DraftCell(row, column, [], *spans) for row, column, *spans in found])
        assert [(each.row, each.column, each.row_span, each.column_span) for each in apart] == expected
