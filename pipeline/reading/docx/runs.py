"""The words of DOCX paragraphs as they are shown: deleted and struck-out ones left out, hidden ones apart."""

from collections.abc import Callable, Iterator, Sequence

from pipeline.reading.docx.controls import is_prompt
from pipeline.reading.docx.fields import OpenField, box_of, chosen_of, form_value
from pipeline.reading.docx.formula import M, linear
from pipeline.reading.docx.package import MC, W14, W, has_change, number, toggle, value
from pipeline.reading.docx.story import Shown, Story
from pipeline.reading.docx.styles import Style
from pipeline.reading.ooxml import Element, R
from pipeline.reading.symbols import shown_as, superscript

_A_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_V = "{urn:schemas-microsoft-com:vml}"
_PLAIN = {
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "br": "\n",
}
_GONE = frozenset(
    W + name for name in ("del", "moveFrom", "delText", "delInstrText", "rPr", "pPr", "rt", "sdtPr", "sdtEndPr")
)
_SMALLEST = 2  # half points; smaller letters are there to be found by machines
_WHITE = frozenset(("FFFFFF", "ffffff", "FEFEFE", "fefefe"))


def shown(paragraphs: Sequence[Element], story: Story) -> Shown:
    """Read a ``w:p``, or several that deleted paragraph marks have joined."""
    result = Shown(story)
    for node in paragraphs:
        properties = node.find(W + "pPr")
        result.white_hides = story.white_hides and not has_change(properties, "shd", "framePr")
        _children(node, result)
    story.fields.new_paragraph()
    return result


def _children(node: Element, result: Shown) -> None:
    for child in node:
        if isinstance(child.tag, str) and child.tag not in _GONE:
            _HANDLERS.get(child.tag, _children)(child, result)


def _run(node: Element, result: Shown) -> None:
    properties = node.find(W + "rPr")
    style = result.story.styles.get(value(properties, "rStyle") or "", Style())
    if any(_is_set(properties, name, style.struck) for name in ("strike", "dstrike")):
        return
    if _is_set(properties, "vanish", style.hidden) or _is_unseen(properties, result):
        before, links = result.length, len(result.links)
        _children(node, result)
        words = result.taken(before)
        result.hidden += [words] if words.strip() else []
        del result.links[links:]
        return
    start = result.length
    _children(node, result)
    if value(properties, "vertAlign") == "superscript":
        result.write(superscript(result.taken(start)))


def _is_set(properties: Element | None, name: str, usual: bool) -> bool:
    said = toggle(properties, name)
    return usual if said is None else said


def _is_unseen(properties: Element | None, result: Shown) -> bool:
    """White letters on white paper, or letters of less than a point."""
    if properties is None:
        return False
    if number(value(properties, "sz"), 99) <= _SMALLEST:
        return True
    white = value(properties, "color") in _WHITE
    return white and result.white_hides and not has_change(properties, "shd", "highlight")


def _text(node: Element, result: Shown) -> None:
    if result.story.fields.hides:
        return
    run = node.getparent()
    fonts = run.find(f"{W}rPr/{W}rFonts") if run is not None else None
    text = (node.text or "").replace("\n", " ")
    if fonts is not None:
        text = shown_as(text, fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "")
    result.write(text)


def _symbol(node: Element, result: Shown) -> None:
    try:
        char = chr(int(node.get(W + "char", ""), 16))
    except (ValueError, OverflowError):
        return
    known = shown_as(char, node.get(W + "font") or "")
    result.write("\ufffd" if "\ue000" <= known <= "\uf8ff" or "\ud800" <= known <= "\udfff" else known)


def _field_char(node: Element, result: Shown) -> None:
    fields, kind = result.story.fields, node.get(W + "fldCharType")
    if kind == "begin":
        data = node.find(W + "ffData")
        fields.begin(data)
        box = box_of(data)
        if box is not None:
            result.write(box)
            result.values += [found for found in (form_value(data, box),) if found is not None]
    elif kind == "separate":
        fields.separate(result.length)
    elif kind == "end" and (ended := fields.end()) is not None:
        _end_field(ended, result)


def _end_field(ended: OpenField, result: Shown) -> None:
    """What a form's field holds, where a link leads, what a field shows though no text says so."""
    start = result.length if ended.start is None else min(ended.start, result.length)
    if ended.data is None:
        if ended.target:
            result.link(start, ended.target)
        elif start == result.length and not result.story.fields.in_code:
            result.write(ended.drawn)
    elif box_of(ended.data) is None:
        words = result.taken(start)
        words = words if words.strip() else chosen_of(ended.data) or words
        result.write(words)
        found = form_value(ended.data, words)
        result.values += [found] if found is not None else []


def _instruction(node: Element, result: Shown) -> None:
    result.story.fields.write_code(node.text or "")
    result.points_on = result.points_on or "PAGEREF" in (node.text or "")


def _content_control(node: Element, result: Shown) -> None:
    """A content control: nothing where it only prompts; a check box shows the box of its state."""
    if is_prompt(node):
        return
    before = result.length
    _children(node, result)
    if node.find(f"{W}sdtPr/{W14}checkbox") is not None:
        state = node.find(f"{W}sdtPr/{W14}checkbox/{W14}checked")
        ticked = state is not None and state.get(W14 + "val") in ("1", "true")
        result.taken(before)
        result.write("☑" if ticked else "□")


def _link(node: Element, result: Shown) -> None:
    start = result.length
    _children(node, result)
    relation = result.story.relations.get(node.get(R + "id") or "")
    if relation is not None and relation.target:
        result.link(start, relation.target)
    result.points_on = result.points_on or node.get(W + "anchor") is not None


def _comment(node: Element, result: Shown) -> None:
    result.anchors.append((result.length, f"comment {node.get(W + 'id')}"))


def _alternatives(node: Element, result: Shown) -> None:
    """The newer form of a thing; the older one where nothing can be read in it."""
    before = result.length, len(result.boxes), len(result.anchors), len(result.hidden)
    for kind in ("Choice", "Fallback"):
        chosen = node.find(MC + kind)
        if chosen is not None:
            _children(chosen, result)
            if before != (result.length, len(result.boxes), len(result.anchors), len(result.hidden)):
                return


def _drawing(node: Element, result: Shown) -> None:
    for found in _drawn(node):
        if found.tag == W + "txbxContent":
            result.boxes.append(found)
        elif found.tag == _V + "textpath":
            words = (found.get("string") or "").strip()
            result.write(f"\n{words}\n" if words else "")
        else:
            relation = found.get(R + "embed") or found.get(R + "id") or found.get(R + "link") or ""
            result.anchors.append((result.length, f"picture {relation}"))


def _drawn(node: Element) -> Iterator[Element]:
    """Text boxes, pictures and ornamental writing of a drawing; what is inside a text box is not looked at."""
    for child in node:
        if child.tag in (W + "txbxContent", _A_BLIP, _V + "imagedata", _V + "textpath"):
            yield child
        elif child.tag == MC + "AlternateContent":
            found: list[Element] = []
            for kind in ("Choice", "Fallback"):
                alternative = child.find(MC + kind)
                found = found or (list(_drawn(alternative)) if alternative is not None else [])
            yield from found
        elif isinstance(child.tag, str):
            yield from _drawn(child)


def _literal(node: Element, result: Shown) -> None:
    if not result.story.fields.hides:
        result.write(_PLAIN[node.tag])


def _formula(node: Element, result: Shown) -> None:
    result.write(linear(node))


_HANDLERS: dict[str, Callable[[Element, Shown], None]] = {
    W + "r": _run,
    W + "t": _text,
    W + "sym": _symbol,
    W + "fldChar": _field_char,
    W + "instrText": _instruction,
    W + "sdt": _content_control,
    W + "hyperlink": _link,
    W + "commentReference": _comment,
    W + "drawing": _drawing,
    W + "pict": _drawing,
    W + "object": _drawing,
    MC + "AlternateContent": _alternatives,
    M + "oMath": _formula,
    **dict.fromkeys(_PLAIN, _literal),
}
