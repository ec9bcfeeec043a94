"""OFD: parts that refer to one another (templates, resources, versions, stamps)."""

from pathlib import Path

import pytest
from ofd_files import (
    FONTS,
    NS,
    document,
    media,
    package,
    page,
    parts_of,
    picture_of,
    resources,
    root,
    seal_picture,
    text,
)
from reading_files import check_offsets, read_as

from schemas.document import Document, EmbeddedFile

BODY = text(20, 20, "申报书正文内容")
POINT = 72 / 25.4


def read(parts: dict[str, str | bytes]) -> Document:
    found = read_as(package(parts), "a.ofd")
    check_offsets(found)
    return found


# (what a page says of its template, where the template's words stand among the page's)
TEMPLATES = [
    ('<ofd:Template TemplateID="2" ZOrder="Background"/>', "表头\n申报书正文内容\n"),
    ('<ofd:Template TemplateID="2" ZOrder="Foreground"/>', "表头\n申报书正文内容\n"),
    ('<ofd:Template TemplateID="2"/>', "表头\n申报书正文内容\n"),
    ('<ofd:Template TemplateID="3"/>', "申报书正文内容\n"),
    ('<ofd:Template TemplateID="2"/><ofd:Template TemplateID="4"/>', "表头\n申报书正文内容\n表尾\n"),
]


@pytest.mark.parametrize(("head", "seen"), TEMPLATES)
def test_templates(head: str, seen: str) -> None:
    common = (
        '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml" ZOrder="Background"/>'
        '<ofd:TemplatePage ID="4" BaseLoc="/Doc_0/Tpls/Tpl_1/Content.xml"/>'
    )
    parts = parts_of([page(BODY, head=head)], common)
    parts["Doc_0/Tpls/Tpl_0/Content.xml"] = page(text(20, 10, "表头"))
    parts["Doc_0/Tpls/Tpl_1/Content.xml"] = page(text(20, 90, "表尾"))
    assert read(parts).text == seen


def test_a_template_that_names_itself() -> None:
    common = '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Content.xml"/>'
    itself = '<ofd:Template TemplateID="2"/>'
    parts = parts_of([page(BODY, head=itself)], common)
    parts["Doc_0/Tpls/Content.xml"] = page(text(20, 10, "表头"), head=itself)
    assert read(parts).text == "表头\n申报书正文内容\n"


def test_resources_of_a_page() -> None:
    """A font and a picture that only this page declares, found from its own folder."""
    symbols = text(20, 30, "R", Font="51")
    parts = parts_of([page(BODY, symbols, picture_of("52"), head="<ofd:PageRes>PageRes.xml</ofd:PageRes>")])
    fonts = '<ofd:Fonts><ofd:Font ID="51" FontName="Wingdings 2"/></ofd:Fonts>'
    parts["Doc_0/Pages/Page_0/PageRes.xml"] = resources(fonts + media("52", "seal.png"), "Res")
    parts["Doc_0/Pages/Page_0/Res/seal.png"] = seal_picture()
    found = read(parts)
    assert found.text == "申报书正文内容\n☑\n"
    assert [picture.is_seal for picture in found.pictures] == [True]


# (the base of a resource file in Doc_0, what it names, where the picture lies)
PLACES = [
    ("Res", "seal.png", "Doc_0/Res/seal.png"),
    ("./Res/", "./seal.png", "Doc_0/Res/seal.png"),
    ("/Doc_0/Res", "seal.png", "Doc_0/Res/seal.png"),
    ("Res", "/Media/seal.png", "Media/seal.png"),
    ("../Media", "seal.png", "Media/seal.png"),
    ("Res", "../Media/seal.png", "Doc_0/Media/seal.png"),
    ("", "Res/seal.png", "Doc_0/Res/seal.png"),
    ("Res", "Res/seal.png", "Doc_0/Res/seal.png"),
    ("Doc_0/Res", "Doc_0/Res/seal.png", "Doc_0/Res/seal.png"),
    ("Res", "SEAL.PNG", "Doc_0/Res/seal.png"),
    ("../../../..", "../../seal.png", "seal.png"),
    ("Res", "\\Doc_0\\Res\\seal.png", "Doc_0/Res/seal.png"),
]


@pytest.mark.parametrize(("base", "file", "place"), PLACES)
def test_places(base: str, file: str, place: str) -> None:
    parts = parts_of([page(BODY, picture_of("5"))])
    parts["Doc_0/PublicRes.xml"] = resources(FONTS + media("5", file), base)
    parts[place] = seal_picture()
    found = read(parts)
    assert [picture.is_seal for picture in found.pictures] == [True]
    box = found.pictures[0].box
    assert box is not None
    assert [round(side / POINT) for side in box] == [100, 200, 142, 242]


def test_blocks_and_composite_units() -> None:
    unit = '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="6" Width="50" Height="10"><ofd:Content>'
    units = f"{unit}{text(5, 5, '组合')}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    block = f'<ofd:PageBlock ID="1"><ofd:PageBlock ID="2">{text(20, 30, "块")}</ofd:PageBlock></ofd:PageBlock>'
    used = '<ofd:CompositeObject ID="3" Boundary="20 40 50 10" CTM="2 0 0 2 0 0" ResourceID="6"/>'
    parts = parts_of([page(BODY, block, used)])
    parts["Doc_0/PublicRes.xml"] = resources(FONTS + units)
    found = read(parts)
    assert found.text == "申报书正文内容\n块\n组合\n"
    box = found.lines[2].box
    assert box is not None
    assert [round(value / POINT, 1) for value in (box[0], box[2])] == [30, 46]  # 20 + 2 * 5, two letters of 8


def test_attachments_are_listed() -> None:
    after = "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>"
    listed = (
        '<ofd:Attachment ID="1" Name="预算表.xlsx"><ofd:FileLoc>预算表.xlsx</ofd:FileLoc></ofd:Attachment>'
        '<ofd:Attachment ID="2" Name="不在.pdf"><ofd:FileLoc>no.pdf</ofd:FileLoc></ofd:Attachment>'
    )
    parts = parts_of([page(BODY)], after=after)
    parts["Doc_0/Attachs/Attachments.xml"] = f"<ofd:Attachments {NS}>{listed}</ofd:Attachments>"
    parts["Doc_0/Attachs/预算表.xlsx"] = b"1234567"
    assert read(parts).embedded == (EmbeddedFile("预算表.xlsx", 7), EmbeddedFile("不在.pdf", None))


def annotation(kind: str, inner: str, more: str = "") -> str:
    return (
        f'<ofd:Annot ID="1" Type="{kind}" Creator="审核员" {more}><ofd:Remark>请补充材料</ofd:Remark>'
        f'<ofd:Appearance Boundary="10 100 90 20">{inner}</ofd:Appearance></ofd:Annot>'
    )


@pytest.mark.parametrize(
    ("kind", "more", "seen", "notes"),
    [
        ("Stamp", "", "申报书正文内容\n受理\n", 1),
        ("Stamp", 'Visible="false"', "申报书正文内容\n", 0),
        ("Watermark", "", "申报书正文内容\n", 0),
    ],
)
def test_annotations(kind: str, more: str, seen: str, notes: int) -> None:
    parts = parts_of([page(BODY)], after="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>")
    listed = '<ofd:Page PageID="100"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page>'
    parts["Doc_0/Annots/Annotations.xml"] = f"<ofd:Annotations {NS}>{listed}</ofd:Annotations>"
    content = annotation(kind, text(5, 5, "受理"), more)
    parts["Doc_0/Annots/Page_0/Annotation.xml"] = f"<ofd:PageAnnot {NS}>{content}</ofd:PageAnnot>"
    found = read(parts)
    assert found.text == seen
    assert [(one.author, one.text, one.page) for one in found.comments] == [("审核员", "请补充材料", 1)] * notes


@pytest.mark.parametrize("place", ["/Doc_0/Signs/Sign_0/Signature.xml", "Sign_0/Signature.xml"])
def test_the_stamp_of_a_signature_is_a_seal(place: str) -> None:
    parts = parts_of([page(BODY), page(text(20, 20, "第二页的内容"))])
    parts["OFD.xml"] = root(inner="<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>")
    parts["Doc_0/Signs/Signatures.xml"] = (
        f'<ofd:Signatures {NS}><ofd:MaxSignId>1</ofd:MaxSignId><ofd:Signature ID="1" Type="Seal" BaseLoc="{place}"/>'
        "</ofd:Signatures>"
    )
    stamps = (
        '<ofd:StampAnnot ID="1" PageRef="101" Boundary="100 200 42 42"/>'
        '<ofd:StampAnnot ID="2" PageRef="100" Boundary="190 100 40 40" Clip="0 0 20 40"/>'
        '<ofd:StampAnnot ID="3" PageRef="101" Boundary="broken"/>'
    )
    parts["Doc_0/Signs/Sign_0/Signature.xml"] = (
        f"<ofd:Signature {NS}><ofd:SignedInfo>{stamps}</ofd:SignedInfo></ofd:Signature>"
    )
    found = [(one.page, one.is_seal, one.box) for one in read(parts).pictures]
    assert [(number, seal, [round(side / POINT) for side in box or ()]) for number, seal, box in found] == [
        (1, True, [190, 100, 210, 140]),
        (2, True, [100, 200, 142, 242]),
    ]


def test_several_documents_in_one_package() -> None:
    parts = parts_of([page(BODY)]) | parts_of([page(text(20, 20, "附件的内容"))], folder="Doc_1")
    parts["OFD.xml"] = root(("Doc_0", "Doc_1"))
    found = read(parts)
    assert found.text == "申报书正文内容\n附件的内容\n"
    assert [line.page for line in found.lines] == [1, 2]


def test_the_current_version_is_read() -> None:
    versions = (
        '<ofd:Versions><ofd:Version ID="v1" Index="1" Current="false" BaseLoc="Doc_0/V1.xml"/>'
        '<ofd:Version ID="v2" Index="2" Current="true" BaseLoc="Doc_0/V2.xml"/></ofd:Versions>'
    )
    parts = parts_of([page(BODY)])
    parts["OFD.xml"] = root(inner=versions)
    parts["Doc_0/V2.xml"] = f"<ofd:DocVersion {NS}><ofd:DocRoot>Document_2.xml</ofd:DocRoot></ofd:DocVersion>"
    parts["Doc_0/Document_2.xml"] = document(1).replace("Page_0", "Page_new")
    parts["Doc_0/Pages/Page_new/Content.xml"] = page(text(20, 20, "改过的内容"))
    assert read(parts).text == "改过的内容\n"


@pytest.mark.parametrize("prefix", ["", "o:"])
def test_any_prefix_of_the_namespace(prefix: str) -> None:
    declared = 'xmlns:o="http://www.ofdspec.org/2016"' if prefix else 'xmlns="http://www.ofdspec.org/2016"'
    parts = {
        name: part.replace(NS, declared).replace("ofd:", prefix) if isinstance(part, str) else part
        for name, part in parts_of([page(BODY)]).items()
    }
    assert read(parts).text == "申报书正文内容\n"


def test_a_page_of_another_size_and_origin() -> None:
    head = "<ofd:Area><ofd:PhysicalBox>10 10 420 297</ofd:PhysicalBox></ofd:Area>"
    found = read(parts_of([page(text(30, 30, "横向的一页"), head=head)]))
    assert (found.pages[0].width, found.pages[0].height) == (1190.55, 841.89)
    box = found.lines[0].box
    assert box is not None
    assert round(box[0] / POINT) == 20


def test_a_file_on_disk(tmp_path: Path) -> None:
    from pipeline.reading import read as read_file

    (tmp_path / "a.ofd").write_bytes(package(parts_of([page(BODY)])))
    assert read_file(tmp_path / "a.ofd").source.media_type == "application/ofd"
