"""Content controls: which of them only prompt, and what the others hold."""

import re
from collections.abc import Callable

from pipeline.reading.docx.package import MC, W14, W, is_on, value
from pipeline.reading.ooxml import Element
from schemas.document import FormValue

# 单击或点击此处输入文字。 选择一项。: what Word and WPS put into every control that nobody has filled in.
_STANDARD_PROMPT = re.compile(
    r"(?:单击|点击|轻触|按)[^。\n]{0,12}(?:此处|这里|以)?[^。\n]{0,6}(?:输入|选择|添加|键入)[^。\n]{0,12}[。.]?"
    r"|(?:请)?(?:选择|输入|填写)(?:一项|一个|项目|日期|文字|内容|文本)[^。\n]{0,6}[。.]?"
    r"|(?:click|tap)\b.{0,40}(?:enter|add)\b.{0,40}|choose an item\.?|select a date\.?",
    re.IGNORECASE,
)
_KINDS = ("text", "dropDownList", "comboBox", "date", "richText")
_NO_FORM = ("docPartObj", "docPartList", "group", "picture", "citation", "bibliography", "equation")
_CONTENTS = "Table of Contents"


def is_prompt(control: Element) -> bool:
    """Whether a ``w:sdt`` shows nothing but a standard prompt.

    A prompt that the form's author wrote (不超过500字) says what is asked for: it stays in the text, though it is
    no value.
    """
    if not is_on(control.find(W + "sdtPr"), "showingPlcHdr"):
        return False
    words = "".join(node.text or "" for node in control.iter(W + "t")).strip()
    return not words or _STANDARD_PROMPT.fullmatch(words) is not None


def is_contents(control: Element) -> bool:
    """Whether a ``w:sdt`` holds an automatic table of contents."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(W + "val") == _CONTENTS


def control_values(root: Element, words_of: Callable[[Element], str]) -> list[FormValue]:
    """The name and value of every content control of a form below ``root``, in order; "" where it is empty.

    ``words_of`` gives what a control shows. A control that only holds other controls has no value of its own.
    """
    found = []
    for control in root.iter(W + "sdt"):
        properties = control.find(W + "sdtPr")
        if properties is None or not _is_of_form(control, properties):
            continue
        name = value(properties, "alias") or value(properties, "tag") or ""
        box = properties.find(W14 + "checkbox")
        if box is not None:
            state = box.find(W14 + "checked")
            shown = "☑" if state is not None and state.get(W14 + "val") in ("1", "true") else "□"
        else:
            shown = "" if is_on(properties, "showingPlcHdr") else words_of(control).strip()
        found.append(FormValue(name, shown))
    return found


def _is_of_form(control: Element, properties: Element) -> bool:
    if any(properties.find(W + kind) is not None for kind in _NO_FORM):
        return False
    if any(control.iterancestors(MC + "Fallback", W + "del", W + "moveFrom")):
        return False
    if properties.find(W14 + "checkbox") is not None:
        return True
    kinds = any(properties.find(W + kind) is not None for kind in _KINDS)
    named = value(properties, "alias") is not None or value(properties, "tag") is not None
    outer = next(control.iterdescendants(W + "sdt", W + "tbl"), None) is not None
    return (kinds or named) and not outer
