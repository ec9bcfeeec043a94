"""Web pages: encodings, tables in tables, boxes, hostile markup, pages saved in one file."""

import pytest
from reading_files import cells, check_offsets, page, read_as

from pipeline.reading.encoding import decode
from schemas.document import MarkKind
from schemas.errors import Reason, UnreadableFile

PROSE = "各有关单位：现将揭榜挂帅工作的有关事项通知如下，请于本月底前报送申报材料，并说明项目的进度和经费。"
TRADITIONAL = "各有關單位：請於本年度內報送申請書，並說明項目進度與經費的使用情況，過期不再受理，特此通知。"


def html(text: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body><p>{text}</p></body></html>"


META, EQUIV = '<meta charset="{}">', "<meta http-equiv=Content-Type content='text/html; charset={}'>"
# (what it shows, the page, its real encoding)
ENCODINGS = [
    ("meta", html(PROSE, META.format("gbk")), "gb18030"),
    ("http-equiv", html(PROSE, EQUIV.format("GB2312")), "gb18030"),
    ("declaration of XML", '<?xml version="1.0" encoding="gb2312"?>' + html(PROSE), "gb18030"),
    ("nothing said", html(PROSE), "gb18030"),
    ("nothing said, UTF-8", html(PROSE), "utf-8"),
    ("byte order mark against the meta", html(PROSE, META.format("gbk")), "utf-8-sig"),
    ("UTF-16 with a mark", html(PROSE), "utf-16"),
    ("UTF-16 without a mark", html(PROSE), "utf-16-le"),
    ("says UTF-8, is GBK", html(PROSE, META.format("utf-8")), "gb18030"),
    ("says GBK, is UTF-8", html(PROSE, META.format("gbk")), "utf-8"),
    ("says an encoding that is none", html(PROSE, META.format("x-own")), "gb18030"),
    *((f"says {name}", html(PROSE, META.format(name)), "gb18030") for name in ("undefined", "hex", "idna", "punycode")),
    ("said far behind", html(PROSE, "<style>" + "a{}" * 2000 + "</style>" + META.format("gbk")), "gb18030"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "encoding"), [case[1:] for case in ENCODINGS], ids=[case[0] for case in ENCODINGS])
def test_encodings(text: str, encoding: str) -> None:
    assert read_as(text.encode(encoding), "a.html").text == f"{PROSE}\n"


def test_big5_said_and_not_said() -> None:
    for head in (META.format("big5"), ""):
        assert read_as(html(TRADITIONAL, head).encode("big5"), "a.html").text == f"{TRADITIONAL}\n"


def test_a_broken_byte_spoils_one_character() -> None:
    for encoding in ("utf-8", "gb18030"):
        data = html(PROSE * 9, META.format("gbk")).encode(encoding)
        text = read_as(data[:-200] + b"\xff" + data[-200:], "a.html").text
        assert text.count("揭榜挂帅") >= 8
        assert "\ufffd" in text


def test_what_is_said_wins_where_both_read_well() -> None:
    text = "申報書"
    assert decode(f'<meta charset="big5">{text}'.encode("big5"), markup=True)[0].endswith(text)


SPACES = "&nbsp; " * 6
# (what it shows, HTML inside the body, what a reader sees)
SEEN = [
    ("a power", "<p>10<sup>3</sup>m<sup>2</sup></p>", "10³m²\n"),
    ("a note's mark", "<p>见<sup>[1]</sup></p>", "见[1]\n"),
    ("transparent", '<p>有<span style="opacity:0">无</span><span style="opacity:0.5">二</span></p>', "有二\n"),
    ("template", "<p>有</p><template><p>无</p></template>", "有\n"),
    ("struck out by class", "<style>.d{text-decoration:line-through}</style><p>有<b class=d>无</b></p>", "有\n"),
    ("hidden row", "<table><tr><td>甲<td>1</tr><tr style='display:none'><td>乙<td>2</tr></table>", "甲\t1\n"),
    ("hidden cell", "<table><tr><td>甲<td hidden>无<td>1</tr></table>", "甲\t1\n"),
    ("hidden in hidden", "<p>有</p><div hidden><s>无</s><div style='display:none'>无</div></div>", "有\n"),
    ("hidden item of a list", "<ol><li>甲<li hidden>无<li>乙</ol>", "1. 甲\n2. 乙\n"),
    ("a picture in a line", "<p>附件：<img src=i.gif>榜单</p>", "附件：榜单\n"),
    ("lines of a text field", "<p>简介：<textarea>一\n二</textarea></p>", "简介：一\n二\n"),
    ("value with a line break", '<p><input value="一\n二"></p>', "一\n二\n"),
    ("a line drawn behind a label", f"<p>单位名称<u><span>{SPACES}</span><b>{SPACES}</b></u></p>", "单位名称______\n"),
    ("drawn by the style", f"<p>单位：<span style='text-decoration: underline'>{SPACES}</span></p>", "单位：______\n"),
    ("the rest of a line with its answer", f"<p>单位：<u>甲厂</u><u>{SPACES}</u></p>", "单位：甲厂\n"),
    ("underlined words, and few spaces", "<p><u>甲 厂</u>于<u>  </u>年</p>", "甲 厂于 年\n"),
    ("a line with nothing before it", f"<p><u>{SPACES}</u></p><p>完</p>", "完\n"),
    ("a comment never closed in the style", "<style>/* .x{display:none}</style><p class=x>有</p>", "有\n"),
    ("selectors that are none", "<style>.1{display:none} .x{display:none}</style><p>有</p><p class=x>无</p>", "有\n"),
]


@pytest.mark.parametrize(("markup", "text"), [case[1:] for case in SEEN], ids=[case[0] for case in SEEN])
def test_what_a_reader_sees(markup: str, text: str) -> None:
    document = page(f"<html><body>{markup}</body></html>")
    assert document.text == text
    check_offsets(document)


def test_a_table_in_a_ruled_cell_is_part_of_the_grid() -> None:
    inner = "<table border=1><tr><td>姓名<td>职务<tr><td>方舟<td>主任</table>"
    document = page(f"<p>申报表</p><table border=1><tr><td>单位<td>甲厂<tr><td>成员<td>{inner}</table>")
    assert cells(document) == [
        (0, 0, 1, 1, "单位"),
        (0, 1, 1, 2, "甲厂"),
        (1, 0, 2, 1, "成员"),
        (1, 1, 1, 1, "姓名"),
        (1, 2, 1, 1, "职务"),
        (2, 1, 1, 1, "方舟"),
        (2, 2, 1, 1, "主任"),
    ]
    check_offsets(document)


def test_boxes_are_marked() -> None:
    document = page(
        "<p><input type=checkbox checked>是 <input type=radio>否</p><table><tr><td>甲<td>□乙 ☑丙</tr></table>"
        '<p><font face="Wingdings 2">R</font>丁</p><p>（√）戊 （ ）己</p><p>● 一般条目</p>'
    )
    found = [(mark.kind, document.text[mark.start : mark.end]) for mark in document.marks]
    ticked, empty = MarkKind.TICKED, MarkKind.EMPTY
    assert found == [
        (ticked, "☑"), (empty, "□"), (empty, "□"), (ticked, "☑"), (ticked, "☑"), (ticked, "（√）"), (empty, "（ ）"),
    ]  # fmt: skip


def test_a_seal_inside_the_page_is_looked_at() -> None:
    import base64
    import io

    from PIL import Image

    target = io.BytesIO()
    Image.new("RGB", (60, 60), "white").save(target, "PNG")
    source = "data:image/png;base64," + base64.b64encode(target.getvalue()).decode()
    document = page(
        f'<p>文</p><img src="{source}"><img src="http://127.0.0.1:9/a.png"><img src="data:image/png;base64,x">'
    )
    assert [picture.is_seal for picture in document.pictures] == [False, None, None]


MANY = 30_000
# (what it is, the page): read, with the words of the article
LARGE = [
    ("line breaks", f"<p>{PROSE}</p>" + "<br>" * MANY * 10),
    ("lines", f"<p>{PROSE}</p>" + "文<br>" * MANY),
    ("an attribute", f"<p title='{'x' * 10**6}' class='{'nav ' * MANY}'>{PROSE}</p>"),
    ("elements in one another", "<div>" * 2500 + f"<p>{PROSE}</p>"),
    ("lists in one another", f"<p>{PROSE}</p>" + "<ul><li>文" * 1500),
    ("tables in one another", f"<p>{PROSE}</p>" + "<table border=1><tr><td>一<td>" * 500),
    ("items", f"<p>{PROSE}</p><ol>" + "<li>文" * MANY + "</ol>"),
    ("wide cells", f"<p>{PROSE}</p><table>" + "<tr><td rowspan=65000 colspan=1000>文<td>二" * 300 + "</table>"),
    ("marks of the server", f"<p>{PROSE}</p>" + "<%" * MANY),
    ("comments in the style", "<style>" + "/*" * MANY + f"</style><p>{PROSE}</p>"),
    ("titles", "<div class=title>关于某项工作的通知</div>" * 5000 + f"<div><p>{PROSE * 2000}</p></div>"),
    ("furniture", f"<p>{PROSE}</p>" + "<div class='nav share'><a href=x>一</a></div>" * MANY),
]  # fmt: skip


@pytest.mark.parametrize("markup", [case[1] for case in LARGE], ids=[case[0] for case in LARGE])
def test_large_pages_cost_no_more_than_their_size(markup: str) -> None:
    document = page(f"<html><body>{markup}")
    assert PROSE in document.text
    check_offsets(document)


@pytest.mark.parametrize("tag", ["<div>", "<span>", "<table><tr><td>", "<b>"])
def test_elements_deeper_than_any_page_has_them(tag: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        page("<body>" + tag * 100_000 + PROSE)
    assert caught.value.reason == Reason.DAMAGED


def test_more_elements_than_any_page_has() -> None:
    with pytest.raises(UnreadableFile) as caught:
        page("<p>文</p>" + "<br>" * 1_000_001)
    assert caught.value.reason == Reason.TOO_LARGE


def archive(charset: str = "gb2312", coding: str = "quoted-printable") -> bytes:
    """A page saved in one file as a browser writes it."""
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message.set_content("x")
    message.clear_content()
    message["Content-Type"] = 'multipart/related; type="text/html"'
    part = EmailMessage()
    part.set_content(html(PROSE), subtype="html", charset=charset, cte=coding)
    picture = EmailMessage()
    picture.set_content(b"GIF89a", maintype="image", subtype="gif")
    message.attach(part)
    message.attach(picture)
    return message.as_bytes()


@pytest.mark.parametrize("coding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["gb2312", "utf-8"])
def test_a_page_saved_in_one_file(charset: str, coding: str) -> None:
    document = read_as(archive(charset, coding), "a.mht")
    assert document.text == f"{PROSE}\n"
    assert document.source.parser == "mhtml"
    check_offsets(document)


def test_an_archive_cut_anywhere_is_read_or_refused() -> None:
    data = archive()
    for cut in range(60, len(data), len(data) // 20):
        try:
            check_offsets(read_as(data[:cut], "a.mht"))
        except UnreadableFile as failure:
            outcome = failure.reason
            assert outcome in (Reason.DAMAGED, Reason.EMPTY)
