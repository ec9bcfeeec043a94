"""Spreadsheets built part by part: strings, headers, bounds, hostile and damaged files."""

import pytest
from ooxml_files import packed, relations
from reading_files import read_as

from pipeline.reading import Limits, ReadingOptions
from pipeline.reading.loading import read_bytes
from schemas.errors import Reason, UnreadableFile

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BOTH = f'{MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TEXT = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'


def book_of(sheet: str, main: str = "xl/workbook.xml", replaced: dict[str, str] | None = None, **more: str) -> bytes:
    """A workbook of one sheet with this XML; ``more`` are further parts of the folder xl."""
    folder, _, last = main.rpartition("/")
    parts = {
        "[Content_Types].xml": '<Types><Override ContentType="x.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": relations(("r", "officeDocument", main)),
        main: f'<workbook {BOTH}><sheets><sheet name="Sheet1" r:id="s"/></sheets></workbook>',
        f"{folder}/_rels/{last}.rels": relations(
            ("s", "worksheet", "sheet.xml"), ("t", "sharedStrings", "strings.xml")
        ),
        f"{folder}/sheet.xml": f"<worksheet {BOTH}>{sheet}</worksheet>",
    }
    return packed(parts | {f"{folder}/{name}.xml": content for name, content in more.items()} | (replaced or {}))


ROW = f'<row r="1">{TEXT.format("A1", "甲")}{TEXT.format("B1", "乙")}</row>'


def test_strings_with_runs_and_reading_aids() -> None:
    strings = (
        f"<sst {MAIN}><si><r><t>10</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>3</t></r></si>"
        "<si><r><rPr><strike/></rPr><t>旧</t></r><r><t>新_x000D_</t></r><rPh><t>xin</t></rPh></si></sst>"
    )
    sheet = '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>99</v></c></row></sheetData>'
    assert read_as(book_of(sheet, strings=strings), "a.xlsx").text == "10³\t新\n"


def test_a_workbook_under_another_name_and_its_printed_header() -> None:
    sheet = f"<sheetData>{ROW}</sheetData><headerFooter><oddHeader>&amp;C&amp;14内部</oddHeader></headerFooter>"
    document = read_as(book_of(sheet, main="data/book1.xml"), "a.xlsx")
    assert document.text == "甲\t乙\n内部\n"
    assert sorted(document.margins) == [2]


MANY = "".join(f'<row r="{i}">{TEXT.format(f"A{i}", "甲")}{TEXT.format(f"B{i}", "乙")}</row>' for i in range(1, 60))
DIAGONAL = '<row r="{0}"><c r="{1}{0}" t="str"><v>甲</v></c></row>'
# (what is too much, the sheet)
TOO_LARGE = [
    ("cells", f"<sheetData>{MANY}</sheetData>"),
    ("places between few cells", "<sheetData>"
     + "".join(DIAGONAL.format(i + 1, f"A{chr(65 + i)}") for i in range(26)) + "</sheetData>"),
    ("places of many tables", "<sheetData>" + "".join(
        DIAGONAL.format(3 * i + 1, "A") + DIAGONAL.format(3 * i + 2, chr(66 + i % 9)) for i in range(12)
     ) + "</sheetData>"),
]  # fmt: skip


@pytest.mark.parametrize("sheet", [case[1] for case in TOO_LARGE], ids=[case[0] for case in TOO_LARGE])
def test_bounds(sheet: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(book_of(sheet), "a.xlsx", ReadingOptions(limits=Limits(cells=100)))
    assert caught.value.reason == Reason.TOO_LARGE


def test_a_million_formatted_rows_and_merges_of_everything_cost_nothing() -> None:
    blank = "".join(f'<row r="{i}" s="1" customFormat="1"/>' for i in range(2, 3000))
    merges = '<mergeCells><mergeCell ref="A2:XFD1048576"/><mergeCell ref="A1:A1"/><mergeCell ref="x"/></mergeCells>'
    sheet = f'<dimension ref="A1:XFD1048576"/><sheetData>{ROW}{blank}</sheetData>{merges}'
    assert read_as(book_of(sheet), "a.xlsx").text == "甲\t乙\n"


def test_hidden_columns_without_end() -> None:
    hidden = '<col min="{}" max="{}" hidden="1"/>'
    columns = (
        hidden.format(2, 99999999) * 20_000 + hidden.format(9, 1) + hidden.format(0, "x") + hidden.format(3, 10**9)
    )
    document = read_as(book_of(f"<cols>{columns}</cols><sheetData>{ROW}</sheetData>"), "a.xlsx")
    assert document.text == "甲\n"


XDR = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
DRAWN = f'{XDR} xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def placed(shape: int, column: int, row: int, relation: str, off: int = 0) -> str:
    """A form control that lies between two rows, ``off`` deep in the second."""
    place = "<{0}><xdr:col>{1}</xdr:col><xdr:row>{2}</xdr:row><xdr:rowOff>{3}</xdr:rowOff></{0}>"
    ends = place.format("from", column, row, 0) + place.format("to", column, row + 1, off)
    return (
        f'<control shapeId="{shape}" r:id="{relation}"><controlPr><anchor {XDR}>{ends}</anchor></controlPr></control>'
    )


def test_check_boxes_that_lie_on_cells() -> None:
    words = "<xdr:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></xdr:txBody>"
    shape = f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{{}}"/></xdr:nvSpPr>{words}</xdr:sp>'
    drawing = (
        f"<xdr:wsDr {DRAWN}>{shape.format(1, '国有')}{shape.format(2, '民营')}{shape.format(9, '框内')}</xdr:wsDr>"
    )
    control = '<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="{}"{}/>'
    more = {
        "xl/_rels/sheet.xml.rels": relations(
            ("d", "drawing", "drawing.xml"), *((f"c{i}", "ctrlProp", f"ctrl{i}.xml") for i in (1, 2, 3))
        ),
        "xl/drawing.xml": drawing,
        "xl/ctrl1.xml": control.format("CheckBox", ' checked="Checked"'),
        "xl/ctrl2.xml": control.format("CheckBox", ""),
        "xl/ctrl3.xml": control.format("Button", ""),
    }
    controls = placed(1, 2, 0, "c1") + placed(2, 1, 0, "c2", 190_000) + placed(3, 0, 0, "c3") + placed(4, 0, 0, "none")
    second = f'<row r="2">{TEXT.format("A2", "丙")}{TEXT.format("B2", "丁")}</row>'
    sheet = f"<sheetData>{ROW}{second}</sheetData><controls>{controls}<control shapeId='1' r:id='c1'/></controls>"
    document = read_as(book_of(sheet, replaced=more), "a.xlsx")
    assert document.text == "甲\t乙\t☑国有\n丙\t丁 □民营\t\n框内\n"
    assert [document.text[mark.start] for mark in document.marks] == ["☑", "□"]


BOMB = '<!DOCTYPE x [<!ENTITY a "文文文文"><!ENTITY b "&a;&a;&a;&a;">]>'
# (what is wrong, the file, the reason)
FAULTS = [
    ("no workbook", packed({"xl/workbook.xml": "<x"}), Reason.DAMAGED),
    ("no XML", book_of("<sheetData><row>"), Reason.DAMAGED),
    ("nothing in it", book_of("<sheetData/>"), Reason.EMPTY),
    ("binary", packed({"xl/workbook.bin": b"\x83\x01\x00"}), Reason.UNSUPPORTED),
    ("cut", book_of(f"<sheetData>{MANY * 20}</sheetData>")[:900], Reason.DAMAGED),
]


@pytest.mark.parametrize(("data", "reason"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_faults(data: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_as(data, "a.xlsx")
    assert caught.value.reason == reason


def test_entities_are_refused() -> None:
    for part in ("strings", "sheet"):
        content = f"{BOMB}<worksheet {MAIN}><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"
        with pytest.raises(UnreadableFile) as caught:
            read_as(book_of(f"<sheetData>{ROW}</sheetData>", replaced={f"xl/{part}.xml": content}), "a.xlsx")
        assert caught.value.reason == Reason.DAMAGED
