"""Ruling lines to the cells of tables, by pdfplumber's geometry."""

from collections.abc import Sequence
from typing import Any

from pipeline.reading.draft import Box

_SNAP, _JOIN, _MEET = 3.0, 3.0, 4.0  # points: as for the pages of a PDF
_SHORTEST = 3.0  # points
_MOST = 20_000  # strokes; a page with more is a drawing, no form
_CROSSINGS = 6_000  # level times upright lines: the same


def cells_of(rules: Sequence[Box]) -> list[list[Box]]:
    """The cells (x0, top, x1, bottom) of each table that level and upright strokes rule."""
    from pdfplumber import table as geometry

    if len(rules) > _MOST:
        return []
    edges = geometry.merge_edges([_edge(rule) for rule in dict.fromkeys(rules)], _SNAP, _SNAP, _JOIN, _JOIN)
    edges = [edge for edge in edges if max(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]) >= _SHORTEST]
    level = sum(edge["orientation"] == "h" for edge in edges)
    if level < 2 or len(edges) - level < 2 or level * (len(edges) - level) > _CROSSINGS:
        return []
    cells = geometry.intersections_to_cells(geometry.edges_to_intersections(edges, _MEET, _MEET))
    return [list(table) for table in geometry.cells_to_tables(cells)] if cells else []


def _edge(rule: Box) -> dict[str, Any]:
    x0, top, x1, bottom = rule
    level = x1 - x0 >= bottom - top
    return {
        "object_type": "line",
        "orientation": "h" if level else "v",
        "x0": x0,
        "x1": x1 if level else x0,
        "top": top,
        "bottom": top if level else bottom,
        "doctop": top,
        "width": x1 - x0,
        "height": bottom - top,
    }
