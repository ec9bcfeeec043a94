"""OFD files that contradict the standard, or mean harm: read as far as they go, or refused with a reason."""

import pytest
from ofd_files import FONTS, document, ofd, package, page, parts_of, path, raw_text, resources, root, seal_picture, text
from reading_files import check_offsets

from pipeline.reading import Limits, ReadingOptions
from pipeline.reading.loading import read_bytes
from schemas.errors import Reason, UnreadableFile

BODY = text(20, 20, "申报书正文内容")
Parts = dict[str, str | bytes]


def good() -> Parts:
    return parts_of([page(BODY)])


def without(name: str) -> Parts:
    return {key: value for key, value in good().items() if key != name}


def with_part(name: str, content: str | bytes) -> Parts:
    return {**good(), name: content}


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>'


def explosion() -> Parts:
    """Composite units that each draw the one before ten times."""
    made = []
    for n in range(9):
        inner = BODY if n == 0 else f'<ofd:CompositeObject ID="1" Boundary="0 0 9 9" ResourceID="{n - 1}"/>' * 10
        made.append(
            f'<ofd:CompositeGraphicUnit ID="{n}" Width="9" Height="9"><ofd:Content>{inner}</ofd:Content>'
            "</ofd:CompositeGraphicUnit>"
        )
    units = f"<ofd:CompositeGraphicUnits>{''.join(made)}</ofd:CompositeGraphicUnits>"
    parts = parts_of([page('<ofd:CompositeObject ID="1" Boundary="0 0 9 9" ResourceID="8"/>')])
    return {**parts, "Doc_0/PublicRes.xml": resources(FONTS + units)}


def encrypted() -> bytes:
    data = bytearray(package(good()))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def deep(levels: int) -> str:
    return '<ofd:PageBlock ID="1">' * levels + BODY + "</ofd:PageBlock>" * levels


UNKNOWN = raw_text("9 9 9 9", "<ofd:CGTransform/><ofd:TextCode X='0' Y='4'>¤¤¤</ofd:TextCode>")

# (what it is, bytes, reason, a word of the message)
FAULTS = [
    ("breaks off", package(good())[:-40], Reason.DAMAGED, "breaks off"),
    ("no document", package(with_part("OFD.xml", root(()))), Reason.DAMAGED, "no pages"),
    ("root missing", package(without("Doc_0/Document.xml")), Reason.DAMAGED, "no pages"),
    ("root no XML", package(with_part("OFD.xml", "nothing")), Reason.DAMAGED, "OFD.xml is no XML"),
    (
        "page no XML",
        package(with_part("Doc_0/Pages/Page_0/Content.xml", "<ofd:Page")),
        Reason.DAMAGED,
        "Content.xml is no XML",
    ),
    ("page missing", package(without("Doc_0/Pages/Page_0/Content.xml")), Reason.EMPTY, "no text"),
    ("page empty", ofd(page()), Reason.EMPTY, "no text"),
    ("billion laughs", package(with_part("Doc_0/PublicRes.xml", BOMB + "<x>&l9;</x>")), Reason.DAMAGED, "no XML"),
    ("laughs in an attribute", package(with_part("Doc_0/PublicRes.xml", BOMB + '<x y="&l9;"/>')), Reason.DAMAGED, ""),
    ("units that explode", package(explosion()), Reason.TOO_LARGE, "letters and strokes"),
    ("encrypted by GM/T 0099", package(with_part("Encryptions.xml", "<x/>")), Reason.ENCRYPTED, "password"),
    ("encrypted as a ZIP", encrypted(), Reason.ENCRYPTED, "password"),
    ("part that unpacks to a lot", package(with_part("Doc_0/PublicRes.xml", b" " * 2**25)), Reason.TOO_LARGE, "unpack"),
    ("too deep for the parser", ofd(page(deep(300))), Reason.DAMAGED, "no XML"),
    ("letters without characters", ofd(page(UNKNOWN)), Reason.EMPTY, "characters"),
]


@pytest.mark.parametrize(("data", "reason", "word"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_fault(data: bytes, reason: Reason, word: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, "a.ofd")
    assert caught.value.reason == reason
    assert word in str(caught.value)
    assert "Error while" not in str(caught.value), "an error that the reader did not foresee"
    assert caught.value.remedy.endswith(".")


def test_bounds() -> None:
    for data, limits in (
        (ofd(page(BODY), page(BODY)), Limits(pages=1)),
        (ofd(page(BODY)), Limits(archive_bytes=500)),
        (ofd(page(BODY)), Limits(characters=3)),
    ):
        with pytest.raises(UnreadableFile) as caught:
            read_bytes(data, "a.ofd", ReadingOptions(limits=limits))
        assert caught.value.reason == Reason.TOO_LARGE


def test_no_file_outside_is_read(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    content = entity + page(BODY, raw_text("20 40 50 9", '<ofd:TextCode X="0" Y="4">前&e;后</ofd:TextCode>'))
    found = read_bytes(package(with_part("Doc_0/Pages/Page_0/Content.xml", content)), "a.ofd")
    assert "机密" not in found.text


BROKEN = "不合标准"
# (what it is, an object beside the body, the warning)
ODD = [
    ("a box of three numbers", raw_text("1 2 3", "<ofd:TextCode>字</ofd:TextCode>"), BROKEN),
    ("a box of words", raw_text("a b c d", "<ofd:TextCode>字</ofd:TextCode>"), BROKEN),
    ("no number", raw_text("nan 0 9 9", "<ofd:TextCode>字</ofd:TextCode>"), BROKEN),
    ("an endless one", raw_text("1e999 0 9 9", "<ofd:TextCode>字</ofd:TextCode>"), BROKEN),
    ("a page of kilometres", raw_text("0 0 9 9", "<ofd:TextCode X='1e9'>字</ofd:TextCode>"), BROKEN),
    ("no size", raw_text("0 0 9 9", "<ofd:TextCode>字</ofd:TextCode>", 0), BROKEN),
    ("a repeat that breaks off", raw_text("0 0 9 9", "<ofd:TextCode DeltaX='g 3'>字字</ofd:TextCode>"), BROKEN),
    ("a direction that is none", raw_text("0 0 9 9", "<ofd:TextCode>字</ofd:TextCode>", ReadDirection="x"), BROKEN),
    ("a matrix of five", raw_text("0 0 9 9", "<ofd:TextCode>字</ofd:TextCode>", CTM="1 0 0 1 0"), BROKEN),
    ("a path that breaks off", path("0 0 9 9", "M 0 0 L 9"), BROKEN),
    ("numbers without an operator", path("0 0 9 9", "3 4 L 9 9"), BROKEN),
    ("a path of words", path("0 0 9 9", "M a b"), BROKEN),
    ("too many blocks in one another", deep(60), BROKEN),
    ("no such picture", '<ofd:ImageObject ID="1" Boundary="0 0 9 9" ResourceID="77"/>', "不在文件中"),
    ("no such unit", '<ofd:CompositeObject ID="1" Boundary="0 0 9 9" ResourceID="77"/>', "不在文件中"),
    ("an empty path", path("0 0 9 9", ""), None),
    ("an unknown object", '<ofd:VideoObject ID="1"/>', None),
    ("a text without codes", raw_text("0 0 9 9", ""), None),
    ("an empty code", raw_text("0 0 9 9", "<ofd:TextCode/>"), None),
]


@pytest.mark.parametrize(("odd", "warning"), [case[1:] for case in ODD], ids=[case[0] for case in ODD])
def test_one_odd_object_spoils_no_page(odd: str, warning: str | None) -> None:
    found = read_bytes(ofd(page(BODY, odd)), "a.ofd")
    check_offsets(found)
    assert found.text == "申报书正文内容\n"
    assert [warning in one for one in found.warnings] == ([True] if warning else []), found.warnings


def test_a_broken_picture_spoils_no_page() -> None:
    parts = parts_of([page(BODY, '<ofd:ImageObject ID="7" Boundary="9 99 42 42" ResourceID="5"/>')])
    parts["Doc_0/PublicRes.xml"] = resources(
        '<ofd:MultiMedia ID="5"><ofd:MediaFile>s.png</ofd:MediaFile></ofd:MultiMedia>'
    )
    broken = bytearray(seal_picture())
    broken[35] ^= 1  # the length of the pixels: what follows is no chunk
    parts["Doc_0/Res/s.png"] = bytes(broken)
    found = read_bytes(package(parts), "a.ofd")
    assert (found.text, [one.is_seal for one in found.pictures]) == ("申报书正文内容\n", [None])


def test_a_unit_that_draws_itself() -> None:
    used = '<ofd:CompositeObject ID="3" Boundary="20 40 50 10" ResourceID="6"/>'
    unit = f'<ofd:CompositeGraphicUnit ID="6"><ofd:Content>{text(5, 5, "组合")}{used}</ofd:Content>'
    parts = parts_of([page(BODY, used)])
    parts["Doc_0/PublicRes.xml"] = resources(FONTS + unit + "</ofd:CompositeGraphicUnit>")
    assert read_bytes(package(parts), "a.ofd").text == "申报书正文内容\n组合\n"


def test_a_page_that_is_missing_among_others() -> None:
    parts = good()
    parts["Doc_0/Document.xml"] = document(3)
    found = read_bytes(package(parts), "a.ofd")
    assert found.text == "申报书正文内容\n"
    assert found.warnings == ("文件中没有第 2、3 页的内容",)


def test_a_drawing_of_many_strokes_is_no_table() -> None:
    strokes = "".join(f"M {n % 200} 0 L {n % 200} 200 M 0 {n % 200} L 200 {n % 200} " for n in range(400))
    found = read_bytes(ofd(page(BODY, path("5 50 200 200", strokes))), "a.ofd")
    assert (found.text, found.tables) == ("申报书正文内容\n", ())


def test_any_cut_or_flipped_byte_is_read_or_refused() -> None:
    """A mutated file gives a document or an UnreadableFile that the reader foresaw."""
    whole = ofd(page(BODY))
    unforeseen = []
    for at in range(0, len(whole), 7):
        for data in (whole[:at], whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]):
            try:
                read_bytes(data, "a.ofd")
            except UnreadableFile as failure:
                unforeseen += [failure] if "Error while" in failure.message else []
    assert not unforeseen
