"""Interactive forms, files inside a PDF, passwords, and files that mean harm."""

import pytest
from pdf_files import LETTERS, chinese, raw_pdf, shown, stream
from reading_files import check_offsets, pdf, read_as
from reportlab.pdfgen.canvas import Canvas

from pipeline.reading import Limits, ReadingOptions
from pipeline.reading.loading import read_bytes
from pipeline.reading.pdf import drawing
from schemas.document import Document, EmbeddedFile, FormValue
from schemas.errors import Reason, UnreadableFile

WORDS = "这一页上有一行足够长的文字"


def form(canvas: Canvas, page: int) -> None:
    canvas.drawString(60, 700, "单位名称：")
    canvas.drawString(60, 670, "单位类型：")
    fields = canvas.acroForm
    fields.textfield(name="unit", value="Jia Works", x=130, y=696, width=200, height=16)
    fields.choice(name="kind", value="firm", options=["firm", "school"], x=130, y=664, width=100, height=18)
    for index, checked in enumerate((True, False)):
        canvas.drawString(80, 640 - 20 * index, f"方向{index + 1}：储能系统的研制")
        fields.checkbox(name=f"direction{index}", checked=checked, x=62, y=638 - 20 * index, size=14)
    for index, value in enumerate(("yes", "no")):
        canvas.drawString(80 + 100 * index, 580, value)
        fields.radio(name="joint", value=value, selected=value == "no", x=62 + 100 * index, y=578, size=14)


@pytest.mark.parametrize("reader", ["auto", "pdfplumber"])
def test_fields_stand_in_the_text_and_in_the_list(reader: str) -> None:
    document = read_bytes(pdf(form), "a.pdf", ReadingOptions(pdf=reader))  # type: ignore[arg-type]
    assert "".join(document.text.split()) == (
        "单位名称：JiaWorks单位类型：firm☑方向1：储能系统的研制□方向2：储能系统的研制□yes☑no"
    )
    assert [(value.name, value.value) for value in document.form_values] == [
        ("unit", "Jia Works"),
        ("kind", "firm"),
        ("direction0", "☑"),
        ("direction1", "□"),
        ("joint", "□"),
        ("joint", "☑"),
    ]
    assert document.form_values[0].box == pytest.approx((130, 130, 330, 146), abs=2)
    assert len(document.marks) == 4
    check_offsets(document)


def acroform(*fields: str, catalog: str = "") -> Document:
    """A file with these fields (objects from 10 on) on its one page."""
    numbers = " ".join(f"{10 + index} 0 R" for index in range(len(fields)))
    roots = " ".join(f"{10 + index} 0 R" for index, field in enumerate(fields) if "/Parent" not in field)
    return read_as(
        raw_pdf(
            shown(WORDS), chinese(), fields, f"/Annots [{numbers}]", f"/AcroForm << /Fields [{roots}] {catalog} >> "
        ),
        "a.pdf",
    )


BOX = "/Type /Annot /Subtype /Widget /Rect [60 500 300 {top}]"


def test_a_field_within_another_has_its_full_name_and_the_value_above_it() -> None:
    document = acroform(
        f"<< /FT /Tx /T (applicant) /V (Jia) /Kids [11 0 R] {BOX.format(top=516)} >>",
        f"<< /T (name) /Parent 10 0 R {BOX.format(top=516)} >>",
    )
    assert FormValue("applicant.name", "Jia", 1, (60, 326, 300, 342)) in document.form_values


def test_lines_of_a_field_stay_lines() -> None:
    document = acroform(f"<< /FT /Tx /Ff 4096 /T (a) /V (first line\\nsecond line) {BOX.format(top=560)} >>")
    assert document.text == f"{WORDS}\nfirst line\nsecond line\n"


def test_what_is_empty_secret_or_hidden_is_not_in_the_text() -> None:
    document = acroform(
        f"<< /FT /Tx /T (empty) {BOX.format(top=516)} >>",
        f"<< /FT /Tx /Ff 8192 /T (secret) /V (12345) {BOX.format(top=516)} >>",
        f"<< /FT /Tx /T (hidden) /F 2 /V (not seen) {BOX.format(top=516)} >>",
        f"<< /FT /Btn /Ff 65536 /T (button) {BOX.format(top=516)} >>",
    )
    assert document.text == f"{WORDS}\n"
    assert [(value.name, value.value) for value in document.form_values] == [("empty", ""), ("secret", "")]


def test_a_form_that_a_program_draws_is_said() -> None:
    with pytest.raises(UnreadableFile, match="XFA") as caught:
        read_as(
            raw_pdf(
                "BT /F1 12 Tf 60 700 Td (Please wait... If this message is not eventually replaced) Tj ET",
                objects=[stream("<xdp/>")],
                catalog="/NeedsRendering true /AcroForm << /Fields [] /XFA 10 0 R >>",
            ),
            "a.pdf",
        )
    assert caught.value.reason == Reason.UNSUPPORTED
    assert "print" in caught.value.remedy


def test_an_xfa_form_that_has_its_pages_is_read() -> None:
    assert acroform(f"<< /FT /Tx /T (a) /V (filled in) {BOX.format(top=516)} >>", catalog="/XFA (x)").text == (
        f"{WORDS}\nfilled in\n"
    )


def test_files_inside_are_listed_and_not_opened() -> None:
    attached = [
        "<< /Type /Filespec /F (budget.xlsx) /UF (budget.xlsx) /EF << /F 11 0 R >> >>",
        stream("never read", "/Type /EmbeddedFile"),
        "<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /Type /Filespec /F (plan.docx) "
        "/UF (plan.docx) /EF << /F 11 0 R >> >> >>",
    ]
    document = read_as(
        raw_pdf(
            shown(WORDS),
            chinese(),
            attached,
            "/Annots [12 0 R]",
            "/Names << /EmbeddedFiles << /Names [(budget.xlsx) 10 0 R] >> >>",
        ),
        "a.pdf",
    )
    assert document.embedded == (EmbeddedFile("budget.xlsx"), EmbeddedFile("plan.docx"))
    assert document.text == f"{WORDS}\n"


def test_too_many_pages_and_characters() -> None:
    for limits, word in ((Limits(pages=2), "3 pages"), (Limits(characters=20), "characters")):
        with pytest.raises(UnreadableFile, match=word) as caught:
            read_bytes(raw_pdf([shown(WORDS)] * 3, chinese()), "a.pdf", ReadingOptions(limits=limits))
        assert caught.value.reason == Reason.TOO_LARGE


def test_a_drawing_of_too_many_strokes_is_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    cells = "".join(f"{x} {y} 20 20 re S " for x in range(60, 160, 20) for y in range(300, 400, 20))
    data = raw_pdf(cells + shown(WORDS, x=65, y=305, size=4), chinese())
    assert len(read_as(data, "a.pdf").tables) == 1
    monkeypatch.setattr(drawing, "_MOST_POINTS", 50)
    assert read_as(data, "a.pdf").text == f"{WORDS}\n"


def test_forms_that_hold_themselves_end() -> None:
    form_object = stream(
        "q 1 0 0 1 1 1 cm /X Do Q 10 10 20 20 re S",
        f"/Type /XObject /Subtype /Form /BBox [0 0 500 500] "
        f"/Resources << /XObject << /X 10 0 R >> /Font << {LETTERS} >> >>",
    )
    assert read_as(raw_pdf(f"/X Do {shown(WORDS)}", chinese(), [form_object]), "a.pdf").text == f"{WORDS}\n"


def test_a_page_without_content_or_resources() -> None:
    data = raw_pdf([shown(WORDS), ""], chinese())
    assert read_as(data, "a.pdf").source.pages == 2


@pytest.mark.parametrize("share", [0.1, 0.6, 0.95])
def test_a_file_that_breaks_off_is_refused(share: float) -> None:
    data = raw_pdf([shown(WORDS)] * 5, chinese())
    with pytest.raises(UnreadableFile, match="damaged"):
        read_as(data[: int(len(data) * share)], "a.pdf")


def test_a_file_whose_table_of_objects_is_wrong_is_read() -> None:
    data = raw_pdf([shown(WORDS)] * 5, chinese()).replace(b"startxref\n", b"startxref\n9")
    assert read_as(data, "a.pdf").text == f"{WORDS}\n" * 5
