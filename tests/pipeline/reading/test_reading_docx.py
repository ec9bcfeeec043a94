"""Word documents."""

import pytest
from reading_files import cells, check_offsets, docx, p, read_as, tc

R = "<w:r><w:t>{}</w:t></w:r>"
WINGDINGS = '<w:r><w:sym w:font="Wingdings" w:char="{}"/></w:r>'
CHECKBOX = (
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>"
)
LEGACY = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{}</w:checkBox></w:ffData></w:fldChar></w:r>'
TEXT_BOX = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('框内')}</w:txbxContent></v:textbox></w:pict></w:r>"

# (what it shows, the paragraph's XML, what a reader sees)
SEEN = [
    ("runs are joined", p("揭", "榜"), "揭榜\n"),
    ("symbol box ticked", p(WINGDINGS.format("F0FE"), "是"), "☑是\n"),
    ("symbol box empty", p(WINGDINGS.format("F0A8"), "否"), "□否\n"),
    ("symbol without the private use offset", p(WINGDINGS.format("FE"), "是"), "☑是\n"),
    (
        "a letter in a symbol font",
        p('<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>R</w:t></w:r>', "是"),
        "☑是\n",
    ),
    ("content control ticked", p(CHECKBOX.format("1", "\uf052"), "是"), "☑是\n"),
    ("content control empty", p(CHECKBOX.format("0", "☐"), "否"), "□否\n"),
    ("legacy box ticked", p(LEGACY.format("<w:checked/>"), "是"), "☑是\n"),
    ("legacy box empty", p(LEGACY.format('<w:default w:val="0"/>'), "否"), "□否\n"),
    ("typed tick", p("☑是 □否"), "☑是 □否\n"),
    ("deleted left out", p("共", "<w:del><w:r><w:delText>3</w:delText></w:r></w:del>", "项"), "共项\n"),
    ("inserted kept", p("共", f"<w:ins>{R.format('5')}</w:ins>", "项"), "共5项\n"),
    ("moved away left out", p(f"<w:moveFrom>{R.format('旧')}</w:moveFrom>", "新"), "新\n"),
    ("struck out", p("<w:r><w:rPr><w:strike/></w:rPr><w:t>旧</w:t></w:r>", "新"), "新\n"),
    ("strike switched off", p('<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>有</w:t></w:r>'), "有\n"),
    ("forced line break", p("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r>"), "一\n二\n"),
    ("page break", p('<w:r><w:t>一</w:t><w:br w:type="page"/></w:r>'), "一\n"),
    ("tab", p("<w:r><w:t>姓名</w:t><w:tab/><w:t>甲</w:t></w:r>"), "姓名\t甲\n"),
    ("field code", p("<w:r><w:instrText>PAGE</w:instrText></w:r>", "5"), "5\n"),
    ("text box", p("外", TEXT_BOX), "外\n框内\n"),
    (
        "text box in two versions",
        p("外", f"<w:r><mc:AlternateContent><mc:Choice>{TEXT_BOX}</mc:Choice><mc:Fallback>{TEXT_BOX}</mc:Fallback>"
          "</mc:AlternateContent></w:r>"),
        "外\n框内\n",
    ),
    ("content control of a block", f"<w:sdt><w:sdtContent>{p('内')}</w:sdtContent></w:sdt>", "内\n"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), [case[1:] for case in SEEN], ids=[case[0] for case in SEEN])
def test_what_a_reader_sees(body: str, text: str) -> None:
    document = read_as(docx(body), "a.docx")
    assert document.text == text
    assert document.hard_wrapped is False
    check_offsets(document)


def test_merged_cells_once() -> None:
    two_wide = tc("一\n二", '<w:gridSpan w:val="2"/>')
    restart, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = (
        f"<w:tbl><w:tr>{tc('负责人', restart)}{tc('姓名')}{tc('甲')}</w:tr>"
        f"<w:tr>{tc('', go_on)}{tc('电话')}{tc('')}</w:tr>"
        f"<w:tr>{tc('简介')}{two_wide}</w:tr></w:tbl>"
    )
    document = read_as(docx(p("前") + table + p("后")), "a.docx")
    assert document.text == "前\n负责人\t姓名\t甲\n电话\t\n简介\t一\n二\n后\n"
    assert cells(document) == [
        (0, 0, 2, 1, "负责人"),
        (0, 1, 1, 1, "姓名"),
        (0, 2, 1, 1, "甲"),
        (1, 1, 1, 1, "电话"),
        (1, 2, 1, 1, ""),
        (2, 0, 1, 1, "简介"),
        (2, 1, 1, 2, "一\n二"),
    ]
    check_offsets(document)


def test_frame_of_one_cell_is_no_table() -> None:
    frame = tc("一\n二")
    document = read_as(docx(f"<w:tbl><w:tr>{frame}</w:tr></w:tbl>"), "a.docx")
    assert (document.text, document.tables) == ("一\n二\n", ())


def test_deleted_row() -> None:
    table = f"<w:tbl><w:tr>{tc('甲')}{tc('1')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{tc('乙')}{tc('2')}</w:tr></w:tbl>"
    assert read_as(docx(table), "a.docx").text == "甲\t1\n"


def test_footnotes_stand_behind_the_text() -> None:
    notes = f'<w:footnote w:type="separator">{p("线")}</w:footnote><w:footnote w:id="2">{p("注释")}</w:footnote>'
    assert read_as(docx(p("正文"), footnotes=notes), "a.docx").text == "正文\n注释\n"


def numbered(level: int, text: str, number: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


LEVELS = "".join(
    f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for index, (kind, text) in enumerate(
        [
            ("chineseCountingThousand", "%1、"),
            ("chineseCountingThousand", "（%2）"),
            ("decimal", "%3."),
            ("decimal", "%3.%4"),
        ]
    )
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def test_automatic_numbers_are_part_of_the_text() -> None:
    body = (
        numbered(0, "任务") + numbered(1, "背景") + numbered(1, "内容") + numbered(2, "甲") + numbered(3, "子")
        + numbered(0, "基础") + numbered(1, "团队") + numbered(0, "重新开始", 2) + p("不编号")
    )  # fmt: skip
    document = read_as(docx(body, numbering=NUMBERING), "a.docx")
    assert document.text.splitlines() == [
        "一、任务", "（一）背景", "（二）内容", "1. 甲", "1.1 子", "二、基础", "（一）团队", "一、重新开始", "不编号",
    ]  # fmt: skip


def test_headings_of_styles_and_outline_levels() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
    )
    body = (
        p("申报书", properties='<w:pStyle w:val="t"/>')
        + p("一、任务", properties='<w:pStyle w:val="x"/>')
        + p("（一）背景", properties='<w:outlineLvl w:val="1"/>')
        + p("正文")
    )
    document = read_as(docx(body, styles=styles), "a.docx")
    marks = [(mark.level, document.text[mark.start : mark.end]) for mark in document.headings]
    assert marks == [(1, "一、任务"), (2, "（一）背景")]
    assert document.title == "申报书"


def test_each_document_is_read_by_its_own_styles() -> None:
    """However many were read before, with the same names of styles."""
    body = p("任务", properties='<w:pStyle w:val="x"/>')
    style = '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="{}"/></w:style>'
    levels = (1, 2, 3, 4, 5, 6, 2, 1, 1)
    found = [read_as(docx(body, styles=style.format(f"heading {level}")), "a.docx").headings for level in levels]
    assert [marks[0].level for marks in found] == list(levels)


def test_headers_and_footers_are_margins() -> None:
    document = read_as(docx(p("正文"), hdr1=p("无关")), "a.docx")
    assert document.text == "正文\n"
    from io import BytesIO

    from docx import Document as NewDocument

    made = NewDocument()
    made.add_paragraph("正文")
    made.sections[0].header.paragraphs[0].text = "页眉"
    target = BytesIO()
    made.save(target)
    document = read_as(target.getvalue(), "a.docx")
    margins = [document.text[document.lines[index].start : document.lines[index].end] for index in document.margins]
    assert margins == ["页眉"]
