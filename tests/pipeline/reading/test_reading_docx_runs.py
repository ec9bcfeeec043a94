"""Words of Word documents: what is shown, what is hidden, formulas, fields, forms, marks."""

import pytest
from ooxml_files import control, field, form_field, packed, run, word, word_parts
from reading_files import check_offsets, docx, p, read_as

from schemas.document import Document, MarkKind


def read(body: str, **parts: str) -> Document:
    document = read_as(packed(word_parts(body) | {f"word/{n}.xml": word(n, x) for n, x in parts.items()}), "a.docx")
    check_offsets(document)
    return document


def hidden(document: Document) -> list[str]:
    lines = (document.lines[index] for index in sorted(document.hidden))
    return [document.text[line.start : line.end] for line in lines]


FRACTION = (
    "<m:oMath><m:f><m:num><m:r><m:t>{}</m:t></m:r></m:num><m:den><m:r><m:t>{}</m:t></m:r></m:den></m:f></m:oMath>"
)
POWER = "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>{}</m:t></m:r></m:sup></m:sSup></m:oMath>"
ROOT = "<m:oMath><m:rad><m:deg/><m:e><m:r><m:t>2</m:t></m:r></m:e></m:rad></m:oMath>"
BRACKETS = "<m:oMath><m:d><m:e><m:r><m:t>a+b</m:t></m:r></m:e></m:d></m:oMath>"
SUM = (
    '<m:oMath><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub>'
    "<m:sup><m:r><m:t>n</m:t></m:r></m:sup><m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary></m:oMath>"
)
RUBY = f"<w:r><w:ruby><w:rt>{run('zhu')}</w:rt><w:rubyBase>{run('筑')}</w:rubyBase></w:ruby></w:r>"
UP = '<w:vertAlign w:val="superscript"/>'
# { IF { MERGEFIELD kind } = "1" … }, which shows 甲
NESTED = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
    f"{field('MERGEFIELD kind', run('1'))}"
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("甲")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def overlaid(code: str) -> str:
    """A field that shows signs one over the other and holds no result."""
    code = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{code}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


ENTRIES = '<w:listEntry w:val="甲"/><w:listEntry w:val="乙"/>'

# (what it shows, the paragraph's XML, what a reader sees)
SEEN = [
    ("a power", p("10", run("3", UP), "Pa"), "10³Pa"),
    ("a negative power", p("10", run("-6", UP)), "10⁻⁶"),
    ("a note's mark stays as it is", p("见", run("[1]", UP)), "见[1]"),
    ("a fraction", p(FRACTION.format("a", "b+c")), "a/(b+c)"),
    ("a formula's power", p(POWER.format("3")), "10³"),
    ("a formula's longer power", p(POWER.format("k+1")), "10^(k+1)"),
    ("a root", p(ROOT), "√2"),
    ("brackets", p(BRACKETS), "(a+b)"),
    ("a sum", p(SUM), "∑_(i=1)^n x"),
    ("ruby", p(RUBY), "筑"),
    ("a field's result", p("第", field(" PAGE ", run("3")), "页"), "第3页"),
    ("a field inside a field's code", p(NESTED), "甲"),
    ("a simple field", p('<w:fldSimple w:instr="DATE">' + run("6月1日") + "</w:fldSimple>"), "6月1日"),
    ("a field without end hides nothing", p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "文"), "文"),
    ("a tick set in a box", p(overlaid(r"eq \o\ac(□,√)"), "是"), "☑是"),
    ("a cross set in a box", p(overlaid(r" EQ \o \ac(□，×) "), "是"), "☒是"),
    ("a box alone", p(overlaid(r"eq \o\ac(□, )"), "是"), "□是"),
    ("a figure in a circle", p(overlaid(r"eq \o\ac(○,12)"), "项"), "⑫项"),
    ("a character in a triangle", p(overlaid(r"eq \o\al(△,急)")), "急"),
    ("a fraction by a field", p(overlaid(r"eq \f(1,2)"), "文"), "文"),
    ("a tick with a result", p(field(r"eq \o\ac(□,√)", run("☒"))), "☒"),
    ("fields deeper than any program", p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 60,
     '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 60, "文"), "文"),
    ("a page break", p('<w:r><w:t>一</w:t><w:br w:type="page"/><w:t>二</w:t></w:r>'), "一\n二"),
    ("a column break", p('<w:r><w:t>一</w:t><w:br w:type="column"/><w:t>二</w:t></w:r>'), "一\n二"),
    ("a text field", p("单位：", form_field("<w:textInput/>", run("甲厂"))), "单位：甲厂"),
    (
        "a drop-down field",
        p(form_field(f'<w:ddList><w:result w:val="1"/>{ENTRIES}</w:ddList>', "")),
        "乙",
    ),
    ("a standard prompt", p("单位：", control(run("单击或点击此处输入文字。"), "<w:showingPlcHdr/>")), "单位："),
    ("a prompt of WPS", p("日期：", control(run("单击此处输入日期。"), "<w:showingPlcHdr/>")), "日期："),
    ("a prompt to choose", p("类别：", control(run("选择一项。"), "<w:showingPlcHdr/><w:dropDownList/>")), "类别："),
    ("the author's own prompt", p(control(run("不超过500字"), "<w:showingPlcHdr/>")), "不超过500字"),
    ("ornamental writing", p('<w:r><w:pict><v:shape><v:textpath string="申报书"/></v:shape></w:pict></w:r>'), "申报书"),
    ("hidden by the style of the run", p(run("无", '<w:rStyle w:val="h"/>'), "有"), "有\n无"),
    ("shown against its style", p(run("有", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')), "有"),
    ("struck out by its style", p(run("无", '<w:rStyle w:val="s"/>'), "有"), "有"),
    ("moved here", p(f"<w:moveTo>{run('新')}</w:moveTo>"), "新"),
    ("inserted, then deleted", p(f"<w:ins><w:del>{run('无')}</w:del></w:ins>", "有"), "有"),
    ("a symbol nobody knows", p('<w:r><w:sym w:font="Own" w:char="F0FF"/></w:r>', "文"), "\ufffd文"),
    ("a telephone sign", p('<w:r><w:sym w:font="Wingdings" w:char="F028"/></w:r>', "010"), "☎010"),
]  # fmt: skip
STYLES = (
    '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="s"><w:rPr><w:strike/></w:rPr></w:style>'
)


@pytest.mark.parametrize(("body", "text"), [case[1:] for case in SEEN], ids=[case[0] for case in SEEN])
def test_what_a_reader_sees(body: str, text: str) -> None:
    assert read(p("前") + body, styles=STYLES).text == f"前\n{text}\n"


WHITE, TINY = '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'
# (what it shows, the paragraph's XML, the text, the hidden lines)
UNSEEN = [
    ("hidden words", p("有", run("无", "<w:vanish/>"), "二"), "有二\n无\n", ["无"]),
    ("white words", p("有", run("白字", WHITE)), "有\n白字\n", ["白字"]),
    ("words of one point", p("有", run("小字", TINY)), "有\n小字\n", ["小字"]),
    ("white on a coloured ground", p(run("白字", WHITE + '<w:shd w:fill="C00000"/>')), "白字\n", []),
    ("white in a coloured paragraph", p(run("白字", WHITE), properties='<w:shd w:fill="C00000"/>'), "白字\n", []),
    ("white in a cell", f"<w:tbl><w:tr><w:tc>{p(run('白', WHITE))}</w:tc><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>",
     "白\t乙\n", []),
    ("white on a picture", p(run("白字", WHITE), '<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>'),
     "白字\n", []),
    ("hidden words in a cell",
     f"<w:tbl><w:tr><w:tc>{p('甲', run('无', '<w:vanish/>'))}</w:tc><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>",
     "甲\t乙\n无\n", ["无"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text", "lines"), [case[1:] for case in UNSEEN], ids=[case[0] for case in UNSEEN])
def test_what_a_reader_does_not_see(body: str, text: str, lines: list[str]) -> None:
    document = read(body)
    assert (document.text, hidden(document)) == (text, lines)


CHECKED = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
# (the paragraph's XML, the values)
VALUES = [
    (control(run("甲厂"), '<w:alias w:val="单位"/><w:text/>'), [("单位", "甲厂")]),
    (control(run("不超过500字"), '<w:alias w:val="简介"/><w:showingPlcHdr/><w:text/>'), [("简介", "")]),
    (control(run("国有企业"), '<w:tag w:val="kind"/><w:dropDownList/>'), [("kind", "国有企业")]),
    (control(run("☒"), CHECKED), [("", "☑")]),
    (control(run("目录"), "<w:docPartObj/>"), []),
    (control(control(run("内"), "<w:text/>"), '<w:alias w:val="外"/>'), [("", "内")]),
    (form_field("<w:textInput/>", run("\u2002\u2002\u2002")), [("f1", "")]),
    (form_field("<w:textInput/>", run("甲厂")), [("f1", "甲厂")]),
    (form_field("<w:checkBox><w:checked/></w:checkBox>", ""), [("f1", "☑")]),
    (form_field('<w:ddList><w:listEntry w:val="甲"/></w:ddList>', ""), [("f1", "甲")]),
    (form_field('<w:ddList><w:result w:val="9"/><w:listEntry w:val="甲"/></w:ddList>', ""), [("f1", "")]),
]


@pytest.mark.parametrize(("body", "values"), VALUES)
def test_values_of_forms(body: str, values: list[tuple[str, str]]) -> None:
    assert [(found.name, found.value) for found in read(p("栏：", body)).form_values] == values


def test_value_of_a_control_around_paragraphs() -> None:
    document = read(control(p("一") + p("二"), '<w:alias w:val="简介"/>'))
    assert [(found.name, found.value) for found in document.form_values] == [("简介", "一\n二")]
    assert document.text == "一\n二\n"


def test_boxes_are_marked() -> None:
    document = read(p('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', "是 ", "□", "否"))
    found = [(mark.kind, document.text[mark.start : mark.end]) for mark in document.marks]
    assert found == [(MarkKind.TICKED, "☑"), (MarkKind.EMPTY, "□")]


def test_boxes_of_cells_are_marked_at_their_place() -> None:
    cell = "<w:tc>{}</w:tc>"
    document = read(f"<w:tbl><w:tr>{cell.format(p('类别'))}{cell.format(p('□甲 ☑乙'))}</w:tr></w:tbl>")
    assert document.text == "类别\t□甲 ☑乙\n"
    assert [(mark.kind, mark.start) for mark in document.marks] == [(MarkKind.EMPTY, 3), (MarkKind.TICKED, 6)]


def test_paragraph_marks_that_were_deleted_join_paragraphs() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    document = read(p("揭榜", properties=gone) + p("挂", properties=gone) + p("帅") + p("末", properties=gone))
    assert document.text == "揭榜挂帅\n末\n"


def test_an_automatic_table_of_contents_is_no_running_text() -> None:
    link = '<w:hyperlink w:anchor="_Toc1">{}</w:hyperlink>'
    body = (
        p(field(' TOC \\o "1-3" ', link.format(run("一、任务\t1")), end=False))
        + p(link.format(run("二、基础\t2")))
        + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + p("一、任务")
        + p("二、基础")
    )
    document = read(body)
    margins = [document.text[document.lines[i].start : document.lines[i].end] for i in sorted(document.margins)]
    assert margins == ["一、任务\t1", "二、基础\t2"]
    assert document.text.endswith("一、任务\n二、基础\n")


def test_an_open_table_of_contents_swallows_no_text() -> None:
    body = p(field(" TOC ", run("一、任务\t1"), end=False)) + p("正文自此开始。") + p("又一段。")
    assert len(read(body).margins) == 1


def test_contents_in_a_block_of_its_own() -> None:
    block = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    document = read(control(p("目录") + p("一、任务\t1"), block) + p("一、任务"))
    assert sorted(document.margins) == [0, 1]


def test_comments_stand_apart_at_their_place() -> None:
    mark = '<w:r><w:commentReference w:id="{}"/></w:r>'
    note = f'<w:comment w:id="3" w:author="审阅人">{p("请补充")}{p("证明")}</w:comment>'
    cells = f"<w:tbl><w:tr><w:tc>{p('甲')}</w:tc><w:tc>{p('乙', mark.format(3), '丙')}</w:tc></w:tr></w:tbl>"
    document = read(p("前") + cells, comments=note)
    assert document.text == "前\n甲\t乙丙\n"
    assert [(c.author, c.text, c.offset) for c in document.comments] == [("审阅人", "请补充\n证明", 5)]


def test_text_box_with_a_table_is_a_table() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('甲')}</w:tc><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>"
    box = f"<w:r><w:drawing><wps:txbx><w:txbxContent>{p('题')}{table}</w:txbxContent></wps:txbx></w:drawing></w:r>"
    document = read(p("外", box))
    assert document.text == "外\n题\n甲\t乙\n"
    assert len(document.tables) == 1


def test_a_text_box_in_a_text_box_once() -> None:
    def boxed(content: str) -> str:
        inner = f"<w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict>"
        return (
            f"<w:r><mc:AlternateContent><mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )

    assert read(p("外", boxed(p("中", boxed(p("内")))))).text == "外\n中\n内\n"


def test_prompt_of_a_whole_paragraph() -> None:
    prompt = control(p("单击或点击此处输入文字。"), "<w:showingPlcHdr/>")
    assert read_as(docx(p("简介") + prompt), "a.docx").text == "简介\n"


def test_links_by_fields_keep_their_address() -> None:
    code = ' HYPERLINK "https://a.example/x" \\t "_blank" '
    document = read(p("见", field(code, run("官网")), "及", field(' HYPERLINK \\l "_a" ', run("上文")), "。"))
    assert document.text == "见官网及上文。\n"
    assert [(document.text[link.start : link.end], link.target) for link in document.links] == [
        ("官网", "https://a.example/x")
    ]


def test_many_runs_and_what_is_taken_back_of_them() -> None:
    """Words that are hidden, raised, or stand in a box's place are taken back from the end only."""
    hide = run("无", "<w:vanish/>")
    document = read(p("甲", *[run("乙") + hide] * 50, run("2", UP), control(run("☐") + run("x"), CHECKED)))
    assert document.text == f"甲{'乙' * 50}²☑\n" + "无\n" * 50


BOLD, PLAIN = "<w:b/>", '<w:b w:val="0"/>'


@pytest.mark.parametrize(
    ("runs", "bold"),
    [
        ((run("需求", BOLD), run("理解", BOLD)), True),
        ((run("需求", BOLD), run("理解")), False),
        ((run("需求", BOLD), run(" ")), True),
        ((run("需求", PLAIN),), False),
        ((run("需求理解"),), False),
    ],
)
def test_a_paragraph_that_is_bold_as_a_whole(runs: tuple[str, ...], bold: bool) -> None:
    document = read(p("正文") + p(*runs))
    words = [document.text[start:end] for start, end in document.bold]
    assert bool(words) is bold
    assert all(word.strip() == "需求理解"[: len(word.strip())] for word in words)
