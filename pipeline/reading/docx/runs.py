"""The words of one DOCX paragraph as they are shown: deleted, hidden and struck-out ones left out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pipeline.reading.docx.package import MC, W14, Element, R, W, is_on
from pipeline.reading.symbols import shown_as

_A_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_V_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_PLAIN = {W + "noBreakHyphen": "-", W + "softHyphen": "", W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n"}
_GONE = frozenset(
    W + name for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "rt", "sdtPr", "sdtEndPr")
)


@dataclass
class Shown:
    """What a paragraph shows: its text, links within it, text boxes anchored in it, the ids of its pictures.

    ``relations`` maps the ids of links to their targets.
    """

    relations: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    links: list[tuple[int, int, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


def shown(paragraph: Element, relations: Mapping[str, str]) -> Shown:
    """Read a ``w:p``."""
    result = Shown(relations)
    _children(paragraph, result)
    return result


def _children(node: Element, result: Shown) -> None:
    for child in node:
        if isinstance(child.tag, str) and child.tag not in _GONE:
            _HANDLERS.get(child.tag, _children)(child, result)


def _run(node: Element, result: Shown) -> None:
    properties = node.find(W + "rPr")
    if any(is_on(properties, name) for name in ("vanish", "strike", "dstrike")):
        return
    _children(node, result)


def _text(node: Element, result: Shown) -> None:
    run = node.getparent()
    fonts = run.find(f"{W}rPr/{W}rFonts") if run is not None else None
    text = (node.text or "").replace("\n", " ")
    result.text += shown_as(text, fonts.get(W + "ascii") or "") if fonts is not None else text


def _symbol(node: Element, result: Shown) -> None:
    try:
        char = chr(int(node.get(W + "char", ""), 16))
    except (ValueError, OverflowError):
        return
    known = shown_as(char, node.get(W + "font") or "")
    result.text += "\ufffd" if "\ue000" <= known <= "\uf8ff" else known


def _break(node: Element, result: Shown) -> None:
    if node.get(W + "type") not in ("page", "column"):
        result.text += "\n"


def _form_field(node: Element, result: Shown) -> None:
    """A legacy check box: the field that begins here shows a box that no text holds."""
    box = node.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        state = "checked" if box.find(W + "checked") is not None else "default"
        result.text += "☑" if is_on(box, state) else "□"


def _content_control(node: Element, result: Shown) -> None:
    """A content control; a check box among them that shows nothing gets the box of its state."""
    before = len(result.text)
    _children(node, result)
    state = node.find(f"{W}sdtPr/{W14}checkbox/{W14}checked")
    if node.find(f"{W}sdtPr/{W14}checkbox") is None:
        return
    ticked = state is not None and state.get(W14 + "val") in ("1", "true")
    result.text = result.text[:before] + ("☑" if ticked else "□")


def _link(node: Element, result: Shown) -> None:
    start = len(result.text)
    _children(node, result)
    target = result.relations.get(node.get(R + "id") or "")
    if target and len(result.text) > start:
        result.links.append((start, len(result.text), target))


def _alternatives(node: Element, result: Shown) -> None:
    chosen = node.find(MC + "Choice")
    chosen = node.find(MC + "Fallback") if chosen is None else chosen
    if chosen is not None:
        _children(chosen, result)


def _drawing(node: Element, result: Shown) -> None:
    pictures = node.iter(_A_BLIP, _V_IMAGE)
    result.pictures += [picture.get(R + "embed") or picture.get(R + "id") or "" for picture in pictures]
    result.boxes += list(node.iter(W + "txbxContent"))


def _literal(node: Element, result: Shown) -> None:
    result.text += _PLAIN[node.tag]


def _formula(node: Element, result: Shown) -> None:
    result.text += node.text or ""


_HANDLERS: dict[str, Callable[[Element, Shown], None]] = {
    W + "r": _run,
    W + "t": _text,
    W + "sym": _symbol,
    W + "br": _break,
    W + "fldChar": _form_field,
    W + "sdt": _content_control,
    W + "hyperlink": _link,
    W + "drawing": _drawing,
    W + "pict": _drawing,
    W + "object": _drawing,
    MC + "AlternateContent": _alternatives,
    _MATH_TEXT: _formula,
    **dict.fromkeys(_PLAIN, _literal),
}
