"""Small SVG drawings without a library: stacked bars, and claims on a scale of ratios. All words are escaped."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

ROW = 26  # height of a row, in SVG units, which are CSS pixels at full size
LABEL = 190  # width kept for the labels of bars
STRIP_LABEL = 330  # width kept for the labels of strips, which have notes
WIDTH = 620
WIDE = 940  # of a drawing that takes the page's whole width
VALUE = 44  # width kept for the number behind a bar
LOW, HIGH = 0.25, 4.0  # ends of the scale of ratios; what lies outside stands at the end


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of stacked parts: ``(class, words for the tooltip, number)`` each, drawn in order."""

    label: str
    parts: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A claim: its ratio to the requirement (1 just reaches it), whether that is enough, words for the tooltip."""

    ratio: float
    enough: bool
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A row of dots; ``note`` stands in small print behind the label."""

    label: str
    note: str
    dots: tuple[Dot, ...]


def bars(title: str, rows: Sequence[Bar]) -> Markup:
    """Horizontal stacked bars, one row each, on a common scale from 0."""
    most = max((sum(part[2] for part in row.parts) for row in rows), default=0) or 1
    scale = (WIDTH - LABEL - VALUE) / most
    body = Markup("")
    for index, row in enumerate(rows):
        top = index * ROW
        body += _label(row.label, top, LABEL)
        left = float(LABEL)
        for name, words, number in row.parts:
            if number:
                width = number * scale
                body += _rect(left, top + 5, width, f"bar {name}", f"{row.label}　{words} {number}")
                left += width
        total = sum(part[2] for part in row.parts)
        body += _text(left + 6, top + 17, "number" if total else "number none", str(total))
    return _svg(title, WIDTH, len(rows) * ROW, body)


def strips(title: str, rows: Sequence[Strip]) -> Markup:
    """Dots on a logarithmic scale of ratios from a quarter to four times, with a line at 1."""
    height = len(rows) * ROW + 22
    body = Markup("")
    for ratio, words in ((0.25, "¼"), (0.5, "½"), (1, "达到要求"), (2, "2倍"), (4, "4倍")):
        x = _place(ratio)
        body += Markup('<line class="{}" x1="{:.1f}" x2="{:.1f}" y1="18" y2="{}"/>').format(
            "limit" if ratio == 1 else "grid", x, x, height
        )
        body += _text(x, 12, "tick", words)
    for index, row in enumerate(rows):
        top = index * ROW + 20
        body += _label(row.label, top, STRIP_LABEL, row.note)
        for dot in row.dots:
            name = "dot enough" if dot.enough else "dot short"
            body += _dot(_place(dot.ratio), top + 13, name, dot.words)
    return _svg(title, WIDE, height, body)


def _place(ratio: float) -> float:
    """Where a ratio stands, in SVG units from the left."""
    share = (math.log(min(max(ratio, LOW), HIGH)) - math.log(LOW)) / (math.log(HIGH) - math.log(LOW))
    return STRIP_LABEL + 24 + share * (WIDE - STRIP_LABEL - 48)


def _svg(title: str, width: int, height: int, body: Markup) -> Markup:
    frame = '<svg role="img" viewBox="0 0 {} {}" xmlns="http://www.w3.org/2000/svg"><title>{}</title>{}</svg>'
    return Markup(frame).format(width, height, title, body)


def _label(words: str, top: int, right: int, note: str = "") -> Markup:
    tip = f"{words}　{note}" if note else words
    label = Markup('<text class="label" x="{}" y="{}"><title>{}</title>{}').format(
        right - 8, top + 17, tip, _cut(words, 14)
    )
    if note:
        label += Markup('<tspan class="note" dx="6">{}</tspan>').format(_cut(note, 12))
    return label + Markup("</text>")


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def _rect(left: float, top: int, width: float, name: str, tip: str) -> Markup:
    shape = '<rect class="{}" x="{:.1f}" y="{}" width="{:.1f}" height="{}"><title>{}</title></rect>'
    return Markup(shape).format(name, left, top, max(width, 1.5), ROW - 10, tip)


def _dot(x: float, y: int, name: str, tip: str) -> Markup:
    return Markup('<circle class="{}" cx="{:.1f}" cy="{}" r="5"><title>{}</title></circle>').format(name, x, y, tip)


def _text(x: float, y: int, name: str, words: str) -> Markup:
    return Markup('<text class="{}" x="{:.1f}" y="{}">{}</text>').format(name, x, y, escape(words))
