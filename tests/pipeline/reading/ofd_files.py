"""OFD files by the standard (GB/T 33190-2016), built for the tests; lengths in millimetres, as there."""

import io
import zipfile
from collections.abc import Mapping, Sequence

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
A4 = "0 0 210 297"
SIZE = 4.0


def text(x: float, y: float, words: str, size: float = SIZE, inner: str = "", **attributes: str) -> str:
    """A TextObject whose first baseline is at (x, y), Chinese set solid and other letters half as wide."""
    steps = " ".join(f"{size if ord(char) > 0x2000 else size / 2:g}" for char in words[:-1])
    code = f'<ofd:TextCode X="0" Y="{size}" DeltaX="{steps}">{words}</ofd:TextCode>'
    return raw_text(f"{x:g} {y - size:g} 200 {size * 1.2:g}", inner + code, size, **attributes)


def raw_text(boundary: str, inner: str, size: float = SIZE, **attributes: str) -> str:
    """A TextObject with this inside."""
    more = "".join(f' {name}="{value}"' for name, value in {"Font": "1", **attributes}.items())
    return f'<ofd:TextObject ID="9" Boundary="{boundary}" Size="{size:g}"{more}>{inner}</ofd:TextObject>'


def path(boundary: str, data: str, inner: str = "", **attributes: str) -> str:
    """A PathObject."""
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return (
        f'<ofd:PathObject ID="9" Boundary="{boundary}" LineWidth="0.25"{more}>{inner}'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def grid(rows: Sequence[Sequence[str]], widths: Sequence[float], x: float, y: float, height: float = 10) -> str:
    """A ruled table with its upper left corner at (x, y); a cell that is "<" belongs to the cell on its left."""
    parts = []
    for number, row in enumerate(rows):
        top, left = y + number * height, x
        for column, (words, width) in enumerate(zip(row, widths, strict=True)):
            span = width + sum(
                widths[i] for i in range(column + 1, len(row)) if all(c == "<" for c in row[column + 1 : i + 1])
            )
            if words != "<":
                box = f"M 0 0 L {span:g} 0 L {span:g} {height:g} L 0 {height:g} C"
                parts.append(path(f"{left:g} {top:g} {span:g} {height:g}", box))
                parts += [text(left + 1, top + 6 + 5 * i, line) for i, line in enumerate(words.split("\n")) if line]
            left += width
    return "".join(parts)


def page(*objects: str, head: str = "", layers: str = "") -> str:
    """A page's (or template's) part; ``head`` stands before the content: Area, Template, PageRes."""
    body = f'<ofd:Layer ID="8" Type="Body">{"".join(objects)}</ofd:Layer>{layers}'
    return f"<ofd:Page {NS}>{head}<ofd:Content>{body}</ofd:Content></ofd:Page>"


def resources(inner: str, base: str = "Res") -> str:
    """A resource file."""
    return f'<ofd:Res {NS} BaseLoc="{base}">{inner}</ofd:Res>'


FONTS = '<ofd:Fonts><ofd:Font ID="1" FontName="宋体"/><ofd:Font ID="2" FontName="Wingdings 2"/></ofd:Fonts>'


def document(pages: int, common: str = "", after: str = "") -> str:
    """A Document.xml with so many pages."""
    listed = "".join(f'<ofd:Page ID="{100 + n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(pages))
    return (
        f"<ofd:Document {NS}><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID>"
        f"<ofd:PageArea><ofd:PhysicalBox>{A4}</ofd:PhysicalBox></ofd:PageArea>"
        f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{common}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages>{after}</ofd:Document>"
    )


def root(bodies: Sequence[str] = ("Doc_0",), title: str = "", inner: str = "") -> str:
    """The OFD.xml of a package with documents in these folders."""
    listed = "".join(
        f"<ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID><ofd:Title>{title}</ofd:Title></ofd:DocInfo>"
        f"<ofd:DocRoot>{body}/Document.xml</ofd:DocRoot>{inner}</ofd:DocBody>"
        for body in bodies
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><ofd:OFD {NS} Version="1.0" DocType="OFD">{listed}</ofd:OFD>'


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """The ZIP of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def parts_of(
    pages: Sequence[str], common: str = "", after: str = "", folder: str = "Doc_0", title: str = ""
) -> dict[str, str | bytes]:
    """The parts of a package with one document, to be changed or added to."""
    return {
        "OFD.xml": root((folder,), title),
        f"{folder}/Document.xml": document(len(pages), common, after),
        f"{folder}/PublicRes.xml": resources(FONTS),
        **{f"{folder}/Pages/Page_{number}/Content.xml": content for number, content in enumerate(pages)},
    }


def ofd(*pages: str, **more: str) -> bytes:
    """A package with these pages and nothing unusual."""
    return package(parts_of(pages, **more))


def seal_picture(side: int = 300) -> bytes:
    """A PNG of a round red seal: a ring with a star-like blot in its middle."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGBA", (side, side), (255, 255, 255, 0))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((8, 8, side - 8, side - 8), outline=(220, 20, 20, 255), width=12)
    pen.regular_polygon((side / 2, side / 2, side / 6), 5, fill=(220, 20, 20, 255))
    target = io.BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def picture_of(name: str, boundary: str = "100 200 42 42", ctm: str = "42 0 0 42 0 0") -> str:
    """An ImageObject."""
    return f'<ofd:ImageObject ID="7" Boundary="{boundary}" CTM="{ctm}" ResourceID="{name}"/>'


def media(ids: str, file: str) -> str:
    """The resource that names this file of a picture."""
    return (
        f'<ofd:MultiMedias><ofd:MultiMedia ID="{ids}" Type="Image" Format="PNG"><ofd:MediaFile>{file}</ofd:MediaFile>'
        "</ofd:MultiMedia></ofd:MultiMedias>"
    )


def grey(width: int = 620, height: int = 877) -> bytes:
    """A PNG all in grey."""
    from PIL import Image

    target = io.BytesIO()
    Image.new("RGB", (width, height), (200, 200, 200)).save(target, "PNG")
    return target.getvalue()
