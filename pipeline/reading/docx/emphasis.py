"""Paragraphs of a DOCX that are printed bold as a whole: headings that no style marks."""

from collections.abc import Iterable, Mapping

from pipeline.reading.docx.package import W, toggle, value
from pipeline.reading.docx.styles import Style
from pipeline.reading.ooxml import Element


def is_bold(paragraphs: Iterable[Element], style: Style, styles: Mapping[str, Style]) -> bool:
    """Whether every run with words is bold, by itself, by its own style or by the paragraph's ``style``."""
    runs = [run for paragraph in paragraphs for run in paragraph.iter(W + "r") if _has_words(run)]
    return bool(runs) and all(_is_bold(run, style, styles) for run in runs)


def _has_words(run: Element) -> bool:
    return any((text.text or "").strip() for text in run.iter(W + "t"))


def _is_bold(run: Element, style: Style, styles: Mapping[str, Style]) -> bool:
    properties = run.find(W + "rPr")
    said = toggle(properties, "b")
    own = styles.get(value(properties, "rStyle") or "", Style())
    return (own.bold or style.bold) if said is None else said
