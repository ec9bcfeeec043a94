"""A DOCX template: its placeholders checked, its text filled; everything else of it stays as the office made it."""

import copy
import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.reading.filetypes import FileType
from pipeline.reading.ooxml import Package
from pipeline.reading.payload import Payload
from schemas.errors import UnreadableFile, UsageError

PLACEHOLDERS: Mapping[str, str] = {
    "申报单位": "the applicant",
    "项目名称": "the project",
    "材料编号": "the application's id in the database",
    "揭榜方向": "the direction it was screened for",
    "通知名称": "the notice's title",
    "发文字号": "the notice's number",
    "发文机关": "who issued the notice",
    "问题": "what has to be mended; its paragraph is repeated for each",
    "序号": "the number of each, from 1, in that paragraph only",
    "问题数": "how many there are",
    "补正期限": "the day by which corrections are due",
    "联系单位": "the office to turn to, as the notice names it",
    "联系人": "its person",
    "联系电话": "its telephones",
    "电子邮箱": "its mailboxes",
    "日期": "the letter's date",
}
"""What a template may say in ``{{ }}``. What stands in ``[[ ]]`` is left out where a placeholder in it has no value."""

ITEM, NUMBER = "问题", "序号"
NEEDED = (ITEM, "申报单位")
BLANK = "＿＿＿＿＿＿"  # for a value that nobody knows, to be filled by hand
FOLDER = Path(__file__).resolve().parent / "template"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
FILLED_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
PLAIN_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_relations.xml",
    "word/_rels/document.xml.rels": "document_relations.xml",
    "word/document.xml": "document.xml",
    "word/styles.xml": "styles.xml",
    "word/footer1.xml": "footer.xml",
}


def default_template() -> bytes:
    """The template that comes with the program, as a DOCX."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, file in PLAIN_PARTS.items():
            data = (FOLDER / file).read_bytes()
            archive.writestr(zipfile.ZipInfo(part, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def fill_template(data: bytes, name: str, values: Mapping[str, str], items: Sequence[str]) -> bytes:
    """The letter as a DOCX. ``name`` is what errors call the template; ``items`` are the sentences of the list.

    A placeholder without a value becomes a blank line to write on. Raises UsageError for what is no template.
    """
    from lxml import etree

    payload = Payload(name, data, hashlib.sha256(data).hexdigest(), FileType.DOCX)
    try:
        package = Package(payload)
        roots = {part: package.part(part) for part in package.parts() if FILLED_PARTS.fullmatch(part)}
        others = {part: package.data(part) or b"" for part in _names(package) if part.lower() not in roots}
    except UnreadableFile as error:
        raise UsageError(f"{name} is no DOCX template: {error.message} {error.remedy}") from error
    if roots.get("word/document.xml") is None:
        raise UsageError(f"{name} is no DOCX template: it has no document in it. Save it as .docx.")
    _check(name, [root for root in roots.values() if root is not None])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in others.items():
            archive.writestr(part, content)
        for part, root in roots.items():
            _fill(root, values, items)
            archive.writestr(part, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    return out.getvalue()


def _names(package: Package) -> Iterable[str]:
    """The parts' names as the package writes them: the list of contents has a capital letter."""
    return [info.filename for info in package.names.values() if not info.is_dir()]


def _check(name: str, roots: Iterable[Any]) -> None:
    """Raises UsageError that says all that is wrong with the placeholders."""
    texts = [_text(paragraph) for root in roots for paragraph in root.iter(f"{W}p")]
    wrong: list[str] = []
    found: list[str] = []
    for text in texts:
        names = PLACEHOLDER.findall(text)
        found += names
        wrong += [f"{{{{{each}}}}} is none of its placeholders" for each in names if each not in PLACEHOLDERS]
        rest = PLACEHOLDER.sub("", text)
        wrong += [f"{mark} stands alone in {text[:40]!r}" for mark in ("{{", "}}") if mark in rest]
        if text.count("[[") != text.count("]]"):
            wrong.append(f"[[ and ]] are no pair in {text[:40]!r}")
        if NUMBER in names and ITEM not in names:
            wrong.append(f"{{{{{NUMBER}}}}} stands in a paragraph without {{{{{ITEM}}}}}")
    wrong += [f"{{{{{each}}}}} is missing" for each in NEEDED if each not in found]
    if found.count(ITEM) > 1:
        wrong.append(f"{{{{{ITEM}}}}} stands in it more than once")
    if wrong:
        known = "、".join(PLACEHOLDERS)
        raise UsageError(f"{name}: {'; '.join(dict.fromkeys(wrong))}. There are {known} (docs/review.md).")


def _fill(root: Any, values: Mapping[str, str], items: Sequence[str]) -> None:
    for paragraph in list(root.iter(f"{W}p")):
        text = _text(paragraph)
        if ITEM in PLACEHOLDER.findall(text):
            for number, item in enumerate(items, start=1):
                repeated = copy.deepcopy(paragraph)
                paragraph.addprevious(repeated)
                _fill_paragraph(repeated, {**values, ITEM: item, NUMBER: str(number)})
            paragraph.getparent().remove(paragraph)
        elif "{{" in text or "[[" in text:
            _fill_paragraph(paragraph, values)
            if not _text(paragraph).strip() and not _holds_layout(paragraph):
                paragraph.getparent().remove(paragraph)


def _holds_layout(paragraph: Any) -> bool:
    """A cell needs a paragraph, and a section's layout hangs on its last one."""
    return paragraph.getparent().tag == f"{W}tc" or paragraph.find(f"{W}pPr/{W}sectPr") is not None


def _fill_paragraph(paragraph: Any, values: Mapping[str, str]) -> None:
    nodes = list(_words_of(paragraph))
    text = "".join(node.text or "" for node in nodes)
    changes = [(m.start(), m.end(), values.get(m[1]) or BLANK) for m in PLACEHOLDER.finditer(text)]
    for match in OPTIONAL.finditer(text):
        start, end = match.span()
        if all(values.get(each) for each in PLACEHOLDER.findall(match[1])):
            changes += [(start, start + 2, ""), (end - 2, end, "")]
        else:
            changes = [each for each in changes if not start <= each[0] < end] + [(start, end, "")]
    for start, end, words in sorted(changes, reverse=True):
        _replace(nodes, start, end, UNPRINTABLE.sub("", words))


def _replace(nodes: Sequence[Any], start: int, end: int, words: str) -> None:
    """Puts the words where the text of all nodes together has ``[start, end)``; they look as its first letter did."""
    at = 0
    for node in nodes:
        text = node.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            node.text = text[:first] + words + text[last:]
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            words = ""
        at += len(text)


def _words_of(paragraph: Any) -> Iterable[Any]:
    """The text nodes of this paragraph, without those of a text box that hangs on it."""
    return (node for node in paragraph.iter(f"{W}t") if next(node.iterancestors(f"{W}p")) is paragraph)


def _text(paragraph: Any) -> str:
    return "".join(node.text or "" for node in _words_of(paragraph))
