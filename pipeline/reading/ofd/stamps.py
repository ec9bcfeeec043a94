"""What is laid over the pages: annotations (stamps, notes) and the stamps of electronic signatures.

A signature's stamp is found by its place; whether the signature is valid is not checked.
"""

from dataclasses import dataclass, field

from pipeline.reading.draft import Box
from pipeline.reading.ofd.body import ROOT, Body
from pipeline.reading.ofd.numbers import box_of
from pipeline.reading.ofd.package import Element, Package, words

_WATERMARK = "watermark"


@dataclass(slots=True)
class Overlay:
    """What lies over one page: appearances to be drawn, notes (author, words), stamps of signatures (millimetres)."""

    appearances: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    stamps: list[Box] = field(default_factory=list)


def overlays_of(package: Package, body: Body) -> dict[str, Overlay]:
    """What lies over the pages of a document, by the pages' ids; watermarks are left out."""
    found: dict[str, Overlay] = {}
    root = package.xml(body.annotations)
    for page in root.iter("Page") if root is not None else ():
        overlay = found.setdefault(page.get("PageID", ""), Overlay())
        part = package.located(str(body.annotations), words(page, "FileLoc"))
        _annotate(overlay, package.xml(part))
    for page_id, box in _signed(package, body):
        found.setdefault(page_id, Overlay()).stamps.append(box)
    return found


def _annotate(overlay: Overlay, root: Element | None) -> None:
    for annotation in root.iter("Annot") if root is not None else ():
        if annotation.get("Visible") == "false" or _is_watermark(annotation):
            continue
        appearance = annotation.find("Appearance")
        if appearance is not None:
            overlay.appearances.append(appearance)
        if remark := words(annotation, "Remark"):
            overlay.notes.append((annotation.get("Creator") or "", remark))


def _is_watermark(annotation: Element) -> bool:
    return _WATERMARK in f"{annotation.get('Type')} {annotation.get('Subtype')}".lower()


def _signed(package: Package, body: Body) -> list[tuple[str, Box]]:
    """(page id, place in millimetres) of each stamp that a signature puts on a page."""
    found = []
    root = package.xml(body.signatures)
    for entry in root.iter("Signature") if root is not None else ():
        part = package.located(str(body.signatures), entry.get("BaseLoc")) or package.located(
            ROOT, entry.get("BaseLoc")
        )
        signature = package.xml(part)
        for stamp in signature.iter("StampAnnot") if signature is not None else ():
            try:
                box, clip = box_of(stamp.get("Boundary")), box_of(stamp.get("Clip"))
            except (ValueError, TypeError):
                continue
            found.append((stamp.get("PageRef", ""), _clipped(box, clip)))
    return found


def _clipped(box: Box, clip: Box) -> Box:
    """A stamp over the edges of several pages shows a strip on each: ``clip`` within the box."""
    if clip[2] <= clip[0] or clip[3] <= clip[1]:
        return box
    x, y = box[:2]
    return x + clip[0], y + clip[1], x + clip[2], y + clip[3]
