"""Packages of Word documents: parts under other names, other makes, broken directories, hostile parts."""

import io
import zipfile

import pytest
from ooxml_files import packed, relations, word, word_parts
from reading_files import W, check_offsets, docx, p, read_as

from pipeline.reading import Limits, ReadingOptions
from pipeline.reading.loading import read_bytes
from schemas.document import Document
from schemas.errors import Reason, UnreadableFile


def lines(document: Document, indices: frozenset[int]) -> list[str]:
    return [document.text[document.lines[i].start : document.lines[i].end] for i in sorted(indices)]


def strict(xml: str) -> str:
    return xml.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )


PLAIN = word_parts(p("正文"))
# (what it is, the file)
READ_ALL_THE_SAME = [
    ("usual", packed(PLAIN)),
    ("a main part of another name", packed(word_parts(p("正文"), main="word/document2.xml"))),
    ("a main part in another folder", packed(word_parts(p("正文"), main="story/text.xml"))),
    ("strict", packed({name: strict(str(part)) for name, part in PLAIN.items()})),
    ("names with backslashes", packed({name.replace("/", "\\"): part for name, part in PLAIN.items()})),
    ("names in capitals", packed({name.replace("word/", "Word/"): part for name, part in PLAIN.items()})),
    ("not compressed", packed(PLAIN, zipfile.ZIP_STORED)),
    ("with a byte order mark", packed(PLAIN | {"word/document.xml": "\ufeff" + str(PLAIN["word/document.xml"])})),
    ("in UTF-16", packed(PLAIN | {"word/document.xml": str(PLAIN["word/document.xml"]).encode("utf-16")})),
    ("without relations", packed({"word/document.xml": PLAIN["word/document.xml"]})),
    ("without its directory", packed(PLAIN)[:-30]),
    ("junk before it", b"junk" * 5 + packed(PLAIN)),
]


@pytest.mark.parametrize("data", [case[1] for case in READ_ALL_THE_SAME], ids=[case[0] for case in READ_ALL_THE_SAME])
def test_packages_of_all_makes(data: bytes) -> None:
    document = read_as(data, "a.docx")
    assert document.text == "正文\n"
    check_offsets(document)


def test_a_broken_directory_is_told() -> None:
    assert "目录" in read_as(packed(PLAIN)[:-30], "a.docx").warnings[0]


def test_written_as_a_stream_without_sizes() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

        def seek(self, *_: object) -> int:
            raise OSError

    target = Pipe()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PLAIN.items():
            archive.writestr(name, content)
    data = target.getvalue()
    assert read_as(data, "a.docx").text == "正文\n"
    assert read_as(data[:-30], "a.docx").text == "正文\n"


def test_headers_and_notes_by_their_relations() -> None:
    parts = word_parts(
        p("正文"),
        header_r1=("kopf.xml", word("hdr", p("页眉"))),
        footer_r2=("fuss.xml", word("ftr", p("第1页"))),
        footnotes_r3=("notes7.xml", word("footnotes", f'<w:footnote w:id="2">{p("注")}</w:footnote>')),
    )
    document = read_as(packed(parts), "a.docx")
    assert document.text == "正文\n注\n页眉\n第1页\n"
    assert lines(document, document.margins) == ["页眉", "第1页"]


def test_embedded_files_are_listed() -> None:
    chunk = '<w:altChunk r:id="c1"/>'
    parts = word_parts(
        p("正文") + chunk,
        aFChunk_c1=("part.html", b"<p>x</p>"),
        package_e1=("embeddings/table.xlsx", b"12345"),
    ) | {"word/embeddings/oleObject1.bin": b"123"}
    document = read_as(packed(parts), "a.docx")
    found = {(file.name, file.size) for file in document.embedded}
    assert found == {("part.html", 8), ("table.xlsx", 5), ("oleobject1.bin", 3)}
    assert "part.html" in " ".join(document.warnings)


def test_pictures_elsewhere_are_never_fetched() -> None:
    blip = '<w:r><w:drawing><a:blip r:link="x"/></w:drawing></w:r>'
    parts = word_parts(p("文", blip))
    parts["word/_rels/document.xml.rels"] = relations(("x", "image", "http://127.0.0.1:9/a.png", "External"))
    assert [picture.is_seal for picture in read_as(packed(parts), "a.docx").pictures] == [None]


def test_links_keep_their_address() -> None:
    parts = word_parts(p(f'<w:hyperlink r:id="l">{"<w:r><w:t>官网</w:t></w:r>"}</w:hyperlink>'))
    parts["word/_rels/document.xml.rels"] = relations(("l", "hyperlink", "https://a.example/x", "External"))
    document = read_as(packed(parts), "a.docx")
    assert [(document.text[link.start : link.end], link.target) for link in document.links] == [
        ("官网", "https://a.example/x")
    ]


BOMB = '<!DOCTYPE x [<!ENTITY a "文文文文文文文文"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE = [
    ("entities", BOMB + word("document", f'<w:body><w:p w:x="&b;">{"<w:r><w:t>文</w:t></w:r>"}</w:p></w:body>')),
    ("a file of the machine", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + word("document", "&a;")),
    ("in UTF-16", (BOMB + word("document", "")).encode("utf-16")),
    ("in UTF-7", b"<?xml version='1.0' encoding='UTF-7'?><a/>"),
    ("in UTF-16 without a mark", word("document", "").encode("utf-16-le")),
]


@pytest.mark.parametrize("part", [case[1] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile_xml_is_refused(part: str | bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_as(packed(PLAIN | {"word/document.xml": part}), "a.docx")
    assert caught.value.reason == Reason.DAMAGED


def test_a_part_that_unpacks_to_too_much() -> None:
    data = docx(p("文" * 600_000))
    for content in (data, data[:-30]):
        with pytest.raises(UnreadableFile) as caught:
            read_bytes(content, "a.docx", ReadingOptions(limits=Limits(archive_ratio=5)))
        assert caught.value.reason == Reason.TOO_LARGE


def test_parts_that_unpack_to_too_much_together() -> None:
    headers = {f"header_h{i}": (f"h{i}.xml", word("hdr", p("页眉" * 900))) for i in range(9)}
    data = packed(word_parts(p("正文"), **headers))
    for content in (data, data[:-30]):
        with pytest.raises(UnreadableFile) as caught:
            read_bytes(content, "a.docx", ReadingOptions(limits=Limits(archive_bytes=20_000)))
        assert caught.value.reason == Reason.TOO_LARGE


def test_a_large_part_of_a_package_without_its_directory() -> None:
    body = "".join(p(f"第{i * 7919 % 10007}段") for i in range(20_000))
    assert read_as(docx(body)[:-30], "a.docx").text == read_as(docx(body), "a.docx").text


def test_elements_deep_in_one_another() -> None:
    deep = "<w:sdt><w:sdtContent>" * 700 + p("底") + "</w:sdtContent></w:sdt>" * 700
    with pytest.raises(UnreadableFile) as caught:
        read_as(docx(deep), "a.docx")
    assert caught.value.reason == Reason.DAMAGED


def test_relations_that_lead_nowhere() -> None:
    parts = dict(PLAIN)
    parts["word/_rels/document.xml.rels"] = relations(("s", "styles", "../../../etc/passwd"), ("h", "header", "no.xml"))
    assert read_as(packed(parts), "a.docx").text == "正文\n"


def test_macros_are_text_never_run() -> None:
    parts = {**PLAIN, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}
    parts["[Content_Types].xml"] = (
        '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    )
    document = read_as(packed(parts), "a.docm")
    assert (document.text, document.source.parser) == ("正文\n", "docx")


def test_encrypted_part() -> None:
    data = bytearray(docx(p("正文")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + offset] |= 1
    with pytest.raises(UnreadableFile) as caught:
        read_as(bytes(data), "a.docx")
    assert caught.value.reason == Reason.ENCRYPTED


def test_root_of_another_kind() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_as(packed(PLAIN | {"word/document.xml": f"<w:other {W}/>"}), "a.docx")
    assert caught.value.reason == Reason.DAMAGED
