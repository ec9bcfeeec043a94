"""Office Open XML packages built by hand, for the tests of their readers."""

import io
import zipfile

from reading_files import MORE, W

TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def packed(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP with these members, in order."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def relations(*found: tuple[str, str, str] | tuple[str, str, str, str]) -> str:
    """A part of relations, each (id, kind, target) or (id, kind, target, mode)."""
    rows = "".join(
        f'<Relationship Id="{row[0]}" Type="{TYPES}{row[1]}" Target="{row[2]}"'
        + (f' TargetMode="{row[3]}"' if len(row) == 4 else "")
        + "/>"
        for row in found
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def word(name: str, content: str) -> str:
    """A part of Word with this root element."""
    return f"<w:{name} {W} {MORE} {MATH} {DRAWING}>{content}</w:{name}>"


def word_parts(
    body: str, main: str = "word/document.xml", **related: tuple[str, str | bytes]
) -> dict[str, str | bytes]:
    """The parts of a Word file; ``related`` are kind_id=(target, content), each a relation of the main part."""
    folder, _, last = main.rpartition("/")
    rows = [(name.split("_")[-1], name.split("_")[0], target) for name, (target, _) in related.items()]
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types><Override ContentType="x.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": relations(("rId1", "officeDocument", main)),
        main: word("document", f"<w:body>{body}</w:body>"),
        f"{folder}/_rels/{last}.rels": relations(*rows),
    }
    return parts | {f"{folder}/{target}": content for target, content in related.values()}


def run(text: str, properties: str = "") -> str:
    """A ``w:r``."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def control(content: str, properties: str = "") -> str:
    """A ``w:sdt``."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def form_field(data: str, result: str, name: str = "f1") -> str:
    """A legacy form field: begin, code, separate, result, end."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/>{data}</w:ffData></w:fldChar></w:r>'
        "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def field(code: str, result: str, end: bool = True) -> str:
    """A complex field with this code; without ``end`` it goes on in the next paragraph."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        + ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' if end else "")
    )
