"""Raw lines of a document outside its tables, with what decides whether they go on in the next one."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.structure.characters import width
from pipeline.structure.page.drawn_tables import EDGES, is_drawn
from pipeline.structure.page.page_numbers import page_numbers
from pipeline.structure.page.runs import paragraph_starts, title_starts
from pipeline.structure.titles.numbering import number_at
from schemas.document import Document, Line
from schemas.text import lines_between

# A page's number on its own line: — 5—, - 3 -, 第 3 页, 第3页 共9页, Page 3; not a table's lone number.
PAGE_MARK = re.compile(
    r"\s*(?:[—–―－-]+\s*\d{1,4}\s*[—–―－-]+|第\s*\d{1,4}\s*页(?:(?:\s*[,，/])?\s*共\s*\d{1,4}\s*页)?"
    r"|[Pp]age\s*\d{1,4}(?:\s*of\s*\d+)?)\s*"
)
TICK = "□☐☑☒■▢√✓✔🗹●○◯◻◼"
# What never goes on from the line before: a box, a bullet, a label such as 揭榜任务：, a note,
# an attachment (附三 守诺函).
_START = re.compile(
    rf"\s*(?:[{TICK}•·▪◆➢]|[（(]\s*(?:[√✓✔]\s*)?[)）]|<input|[-*+]\s|[#>]|"
    r"附\s*件\s*\d*\s*[:：]?|附\s*表|"
    r"附(?:之?[一二三四五六七八九十]{1,2}|[（(][一二三四五六七八九十\d]{1,2}[）)])[ \u3000]{1,4}(?=[\u4e00-\u9fff])|"
    r"附[:：]|注[:：]|[\u4e00-\u9fff]{2,8}(?:[（(][^（）()]{1,10}[）)])?[:：](?!//))"
)
# A signature's lines, the issuer alone, the date alone; and a 发文字号 alone.
_SIGNATURE = re.compile(
    r"[\u4e00-\u9fff]{2,12}\s*[〔\[【（(]\s*20\d\d\s*[〕\]】）)](?:\s*第)?\s*\d{1,5}\s*号|"
    r"[\u4e00-\u9fff（）() ]{3,28}(?:局|厅|委|委员会|办公室|人民政府|科技部|中心|协会|大学|公司)|"
    r"(?:20\d\d|二[〇○零]..)\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
)
# Markdown's marks of a heading or a list in a plain text: they tell where a paragraph begins, and say nothing.
_MARKUP = re.compile(r"(?:(?P<heading>#{1,6})|[-*+])[ \u3000]+(?=[\u4e00-\u9fff“《（(\[【□☐☑☒■√✓✔])")
# ======== 申报表 ========, and a rule of such signs alone
_ORNAMENT = re.compile(
    r"([=＝═*＊#~～☆★◆─━▬-])\1{2,}"
    r"(?:\s{0,8}(?P<title>[^\s=＝═*＊#~～☆★◆─━▬][^=＝═*＊#~～☆★◆─━▬]{1,39}?)\s{0,8}\1{3,})?"
)
# ==== 四、经费预算 ====  (单位：万元): a note behind the second row of signs
_NOTE = re.compile(r"(?<=[=＝═*＊#~～☆★◆─━▬-]{3})\s{0,8}[（(][^（）()]{1,24}[）)]\s*$")
# a title, and perhaps a note behind it: 七 经费预算（单位：万元）
_TITLE = re.compile(r"[^。，；,;：:]{3,26}(?:[（(][^（）()。；]{2,16}[）)])?")
# E1 营业执照, E2 …: items by a letter and a number
_COUNTED = re.compile(r"(?P<letter>[A-Z])[-.—]?(?P<number>\d{1,2})[、.．:：\s]\s{0,3}(?=[\u4e00-\u9fff“《]|20\d\d年)")
# 1  营业执照, 2  2025年度审计报告, 7  “某某”报告: items by a number with blanks behind it; 3 个月 is none
_ITEM = re.compile(
    r"(?P<letter>)(?P<number>\d{1,2})[ \u3000]{1,4}(?=[\u4e00-\u9fff“《]{2}|20\d\d年)"
    r"(?!个|项(?!目)|年(?!度)|月|日(?!常)|次)"
)
# 附1 营业执照, 附2 …
_ATTACHED = re.compile(r"(?P<letter>附)\s?(?P<number>\d{1,2})[、.．:：\s]\s{0,3}(?=[\u4e00-\u9fff“《]|20\d\d年)")
_LEAST_COUNTED = 3


@dataclass(slots=True)
class Piece:
    """A raw line: half-open offsets into ``Document.text``, the blanks at its ends left out.

    ``fill`` is how far it reaches towards the right margin (1.0 = full), ``indented`` whether it starts to the
    right of the text's left edge, ``gap`` how many empty lines stand before it, ``after_mark`` whether a page's
    end does, ``marked`` whether a bullet, a heading's mark or a rule (=====) was left out before it, or it is
    a paragraph of its own in a line that a copy ran together.
    """

    start: int
    end: int
    text: str
    columns: int
    indented: bool
    gap: int = 0
    after_mark: bool = False
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    heading: int | None = None
    fill: float = 0.0
    marked: bool = False

    @property
    def starts(self) -> bool:
        """Does this line open a paragraph whatever stands before it?"""
        if self.marked or self.heading is not None or _START.match(self.text) is not None:
            return True
        if _SIGNATURE.fullmatch(self.text):
            return True
        number = number_at(self.text)
        # A bare number may be a figure that the wrap put at the line's head.
        return number is not None and (
            number.style not in ("bare", "han_bare") or _TITLE.fullmatch(self.text) is not None
        )


def left_out(document: Document) -> list[Line]:
    """The lines that are no part of the running text: margins, page numbers, and what cannot be seen."""
    return [document.lines[i] for i in sorted(document.margins | document.hidden)] + page_numbers(document)


def pieces_between(document: Document, start: int, end: int, without: Sequence[Line]) -> list[Piece]:
    """The non-empty lines of ``document.text[start:end]``, page marks and the lines ``without`` left out."""
    found: list[Piece] = []
    gap, after_mark, ruled, at = 0, False, False, start
    for raw in document.text[start:end].split("\n"):
        body = _words(raw)
        if not body:
            gap += 1
            ruled = ruled or _ORNAMENT.fullmatch(raw.strip().strip("|").strip()) is not None
        elif PAGE_MARK.fullmatch(raw) or lines_between(without, at, at + len(raw)):
            after_mark = True
        else:
            parts = _split(document, at, raw)
            if parts:
                parts[0].gap, parts[0].after_mark = gap, after_mark or _new_page(found, parts[0])
                parts[0].marked |= ruled
                # ======== 四、附件清单 ========: what follows is below the title
                gap, after_mark, ruled = 0, False, _ORNAMENT.fullmatch(raw.strip()) is not None
            found += parts
        at += len(raw) + 1
    _mark_counted(found, _COUNTED)
    _mark_counted(found, _ITEM, first=1)
    _mark_counted(found, _ATTACHED, first=1)
    return found


def _mark_counted(pieces: list[Piece], counted: re.Pattern[str], first: int = 0) -> None:
    """E1 …, E2 …, E3 …: three lines or more that one letter and rising numbers open begin a paragraph each.

    ``first`` is the number of the first one, 0 for any.
    """
    run: list[Piece] = []
    letter, number = "", 0
    for piece in pieces:
        match = counted.match(piece.text)
        if match is None:
            continue
        if (match["letter"], int(match["number"])) != (letter, number + 1):
            run = []
        letter, number = match["letter"], int(match["number"])
        if not run and first not in (0, number):
            continue
        run.append(piece)
        for one in run if len(run) >= _LEAST_COUNTED else ():
            one.marked = True


def _words(raw: str) -> str:
    """The line without white space at its ends, the edge of a cell of a page laid out by tables, and ornaments."""
    if is_drawn(raw):
        return ""
    body = raw.strip().strip(EDGES).strip()
    ornament = _ORNAMENT.fullmatch(body)
    return ornament.group("title") or "" if ornament is not None else body


def _split(document: Document, at: int, raw: str) -> list[Piece]:
    """The line at ``at`` as a piece, or the paragraphs that a copy ran together in it as one each."""
    edges = [0, *(title_starts(raw) or (() if document.hard_wrapped else paragraph_starts(raw))), len(raw)]
    note = _NOTE.search(raw)
    if note is not None and _ORNAMENT.fullmatch(raw[: note.start()].strip()):
        edges = [0, note.start(), len(raw)]
    found = []
    for start, end in pairwise(edges):
        part = raw[start:end]
        if body := _words(part):
            piece = _piece(document, at + start, part, body)
            piece.marked |= start > 0
            found.append(piece)
    return found


def _piece(document: Document, at: int, raw: str, body: str) -> Piece:
    lead = raw.index(body)
    mark = _MARKUP.match(body)
    if mark is not None:
        lead, body = lead + mark.end(), body[mark.end() :]
    start = at + lead
    lines = lines_between(document.lines, start, start + len(body)) if document.lines else []
    line: Line | None = lines[0] if lines else None
    heading = _heading_at(document, start, start + len(body))
    if heading is None and mark is not None and mark.group("heading"):
        heading = len(mark.group("heading"))
    return Piece(
        start=start,
        end=start + len(body),
        text=body,
        columns=width(raw.rstrip()),
        indented=width(raw[:lead].replace("\t", "    ")) >= 2,
        page=line.page if line else None,
        box=line.box if line else None,
        heading=heading,
        marked=mark is not None,
    )


def _heading_at(document: Document, start: int, end: int) -> int | None:
    """The level that the format itself gives these words; headings stand in order and do not overlap."""
    at = bisect_left(document.headings, start, key=lambda heading: heading.end - 1)
    found = document.headings[at] if at < len(document.headings) else None
    return found.level if found is not None and found.start < end else None


def _new_page(found: list[Piece], piece: Piece) -> bool:
    return bool(found) and piece.page is not None and found[-1].page is not None and piece.page != found[-1].page
