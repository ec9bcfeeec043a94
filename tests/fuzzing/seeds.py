"""The whole files that are mutated: one row a file; a new format is a row more."""

import functools
import gzip
import io
import sys
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "pipeline" / "reading"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from fuzzing.mutations import packed
from reading_files import docx, grid, p, pdf, tc

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "data" / "samples"
LARGEST_SAMPLE = 400_000  # bytes; larger files teach no more and take longer


@dataclass(frozen=True)
class Seed:
    """A file to mutate: its name, what makes it, and how often it is taken (1 is usual; slow readers less)."""

    name: str
    make: Callable[[], bytes]
    share: float = 1.0


def _page(canvas, page: int) -> None:
    canvas.bookmarkPage("a")
    canvas.setFillColorRGB(0.8, 0.1, 0.1)
    canvas.circle(400, 300, 40)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(60, 760, "附件1 揭榜挂帅项目申报表")
    canvas.drawString(60, 740, "申报单位：示例科技有限公司 □方向一 ☑方向二")
    grid(canvas, [["单位名称", "示例科技有限公司"], ["联系电话", "000-00000000"]], 700, [120, 240])


def _form(canvas, page: int) -> None:
    _page(canvas, page)
    canvas.acroForm.textfield(name="unit", value="abc", x=60, y=500, width=200, height=20)
    canvas.acroForm.checkbox(name="agree", checked=True, x=60, y=460, size=16)
    canvas.linkURL("https://example.org/a.doc", (60, 730, 200, 760))


def _word() -> bytes:
    span, merged = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    rows = f"<w:tr>{tc('单位名称')}{tc('示例', span)}</w:tr><w:tr>{tc('甲', merged)}{tc('乙')}</w:tr>"
    table = f"<w:tbl>{rows}</w:tbl>"
    numbered = p("一级", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    revised = "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = '<w:style w:styleId="1" w:type="paragraph"><w:name w:val="heading 1"/></w:style>'
    heading = p("项目任务书", properties='<w:pStyle w:val="1"/>')
    body = heading + numbered + p("申报单位：", revised, symbol) + table
    return docx(body, numbering=numbering, styles=styles, header1=p("页眉"), footnotes="", comments="")


_PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>通知</title><style>p{}</style></head><body>
<div class="nav"><a href="/">首页</a> &gt; <a href="/t">通知</a></div><div class="article"><h1>关于申报的通知</h1>
<p>各有关单位：<br>现将有关事项通知如下。<s>旧</s><span style="display:none">隐</span></p>
<table border="1"><tr><td rowspan="2">方向</td><td colspan="2">目标</td></tr><tr><td>甲</td><td>≥90%</td></tr></table>
<p><input type="checkbox" checked>方向一 <input type="checkbox">方向二</p>
<p><a href="附件1.doc">附件1</a></p></div><div class="footer">版权所有</div></body></html>"""
_MARKDOWN = (
    "# 通知\n\n一、**条件**\n\n- [x] 方向一\n- [ ] 方向二\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n<p>段</p>\n\n> 引\n"
)
_TEXT = "关于申报工作的通知\n\n各有关单位：\n一、申报条件\n（一）申报单位须具有独立法人资格。\n单位名称：\t示例\n" * 5


def _zip() -> bytes:
    return packed({"甲厂/申报表.docx": docx(p("申报表")), "甲厂/说明.txt": _TEXT.encode()})


def _tar() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        info = tarfile.TarInfo("说明.txt")
        info.size = len(_TEXT.encode())
        archive.addfile(info, io.BytesIO(_TEXT.encode()))
    return gzip.compress(target.getvalue(), mtime=0)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1500)
_OWN: tuple[Seed, ...] = (
    Seed("a.pdf", lambda: pdf(_page, 2, pageCompression=0), 2),
    Seed("form.pdf", lambda: pdf(_form, pageCompression=0)),
    Seed("packed.pdf", lambda: pdf(_page, pageCompression=1), 0.5),
    Seed("a.docx", _word, 3),
    Seed("a.html", _PAGE.encode, 2),
    Seed("gbk.html", lambda: _PAGE.replace("utf-8", "gbk").encode("gb18030")),
    Seed("a.md", _MARKDOWN.encode, 2),
    Seed("a.txt", _TEXT.encode),
    Seed("gbk.txt", lambda: _TEXT.encode("gb18030")),
    Seed("utf16.txt", lambda: _TEXT.encode("utf-16")),
    Seed("a.zip", _zip),
    Seed("a.tar.gz", _tar, 0.3),
    Seed("a.doc", lambda: _OLE, 0.1),
    Seed("encrypted.docx", lambda: _OLE + "EncryptedPackage".encode("utf-16-le"), 0.1),
)


@functools.cache
def seeds() -> tuple[Seed, ...]:
    """All of them, the samples too."""
    samples = [
        Seed(f"sample_{path.name}", functools.cache(path.read_bytes), 0.3)
        for path in sorted(SAMPLES.rglob("*.*"))
        if path.suffix not in (".py", ".md") and path.stat().st_size <= LARGEST_SAMPLE
    ]
    own = [Seed(one.name, functools.cache(functools.partial(_steady, one.make)), one.share) for one in _OWN]
    return (*own, *samples)


def _steady(make: Callable[[], bytes]) -> bytes:
    """What is made, without the time at which it was packed."""
    data = make()
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})
