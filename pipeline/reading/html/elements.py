"""What single elements of HTML say of themselves: links to files, labels, fonts, bold print, form controls."""

import re

from pipeline.reading.html.tree import Node

_ATTACHMENTS = (".doc", ".docx", ".wps", ".pdf", ".ofd", ".xls", ".xlsx", ".et", ".rtf", ".zip", ".rar", ".7z", ".ppt")
_MOST_PARAMETERS = 50
_UNDERLINED = re.compile(r"text-decoration(?:-line)?\s*:\s*underline", re.I)
_LEAST_BLANK = 8  # spaces; fewer part the words of a title that is underlined
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)


def is_attachment(target: str, words: str, is_download: bool) -> bool:
    """Whether a link leads to a file: by its address (a parameter of it too), by its words, or as it says itself."""
    if not target or target.startswith(("#", "javascript:", "mailto:", "tel:")):
        return False
    path, _, query = target.lower().partition("#")[0].partition("?")
    named = [path, *(part.partition("=")[2] for part in query.split("&", _MOST_PARAMETERS)), words.strip().lower()]
    return is_download or any(name.endswith(_ATTACHMENTS) for name in named) or words.strip().startswith("附件")


def is_label(node: Node) -> bool:
    """<dt>申报日期：</dt><dd>…</dd>: a label and its value, one line as in the form printed on paper."""
    if node.tag != "dt" or not (node.text() or "").rstrip().endswith(("：", ":")):
        return False
    after = node.next
    while after is not None and after.tag == "-text" and not (after.text_content or "").strip():
        after = after.next
    return after is not None and after.tag == "dd"


def symbol_font(node: Node) -> str:
    """The symbol font that an inline element sets, as Word writes it: face or style; "" for any other."""
    attributes = node.attributes
    name = f"{attributes.get('face') or ''} {attributes.get('style') or ''}"
    return name if "dings" in name.lower() else ""


def control_text(node: Node) -> str:
    """What a form control shows: a box for a checkbox or radio button, else its value."""
    attributes = node.attributes
    if node.tag == "select":
        chosen = node.css_first("option[selected]")
        return (chosen.text() or "").strip() if chosen is not None else ""
    if node.tag == "textarea":
        return node.text() or ""
    kind = (attributes.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return "☑" if "checked" in attributes else "□"
    return (attributes.get("value") or "") if kind in ("text", "number", "date", "tel", "email") else ""


def is_bold(node: Node) -> bool:
    """Whether an inline element prints its words bold."""
    return node.tag in ("b", "strong") or _BOLD.search(node.attributes.get("style") or "") is not None


def is_underlined(node: Node) -> bool:
    """Whether an inline element draws a line below its words."""
    return node.tag == "u" or _UNDERLINED.search(node.attributes.get("style") or "") is not None


def is_ruled_blank(words: str) -> bool:
    """Underlined spaces: the line that a form in print has for an answer."""
    return len(words) >= _LEAST_BLANK and not words.strip()
