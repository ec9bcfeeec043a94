"""Automatic numbering and headings of Word documents."""

import pytest
from reading_files import cells, check_offsets, docx, p, read_as

from pipeline.reading.docx.numerals import spelled


def lvl(index: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, nums: str = "", more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{more}'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}'
    )


def numbered(level: int | None, text: str, number: int = 1, style: str = "") -> str:
    at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return p(text, properties=f'{style}<w:numPr>{at}<w:numId w:val="{number}"/></w:numPr>')


def styled(style: str, text: str, more: str = "") -> str:
    return p(text, properties=f'<w:pStyle w:val="{style}"/>{more}')


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    document = read_as(docx(body, numbering=numbering, styles=styles), "a.docx")
    check_offsets(document)
    return document.text.splitlines()


# (format of Word, number, what is printed)
SPELLED = [
    ("chineseCounting", 12, "十二"),
    ("chineseCounting", 105, "一〇五"),
    ("chineseCountingThousand", 105, "一百零五"),
    ("chineseLegalSimplified", 21, "贰拾壹"),
    ("ideographTraditional", 3, "丙"),
    ("ideographZodiac", 1, "子"),
    ("decimalEnclosedCircle", 2, "②"),
    ("decimalEnclosedCircle", 21, "㉑"),
    ("decimalEnclosedCircleChinese", 20, "⑳"),
    ("decimalEnclosedParen", 4, "⑷"),
    ("decimalEnclosedFullstop", 5, "⒌"),
    ("decimalFullWidth", 10, "１０"),
    ("decimalZero", 7, "07"),
    ("upperLetter", 28, "BB"),
    ("lowerRoman", 14, "xiv"),
    ("ordinal", 12, "12th"),
    ("ideographDigital", 2025, "二〇二五"),
    ("nobody knows", 3, "3"),
    ("upperRoman", 10**9, "1000000000"),
]


@pytest.mark.parametrize(("kind", "number", "printed"), SPELLED)
def test_numbers_as_word_writes_them(kind: str, number: int, printed: str) -> None:
    assert spelled(number, kind) == printed


def test_what_parts_the_number_from_the_words() -> None:
    levels = [lvl(i, "decimal", f"%{i + 1}.", f'<w:suff w:val="{gap}"/>') for i, gap in enumerate(("tab", "space"))]
    levels.append(lvl(2, "decimal", "%3.", '<w:suff w:val="nothing"/>'))
    body = numbered(0, "甲") + numbered(1, "乙") + numbered(2, "丙")
    assert lines(body, lists(*levels)) == ["1. 甲", "1. 乙", "1.丙"]


def test_chinese_numbers_of_upper_levels_become_digits() -> None:
    levels = [lvl(0, "chineseCounting", "第%1章"), lvl(1, "decimal", "%1.%2", "<w:isLgl/>")]
    assert lines(numbered(0, "总则") + numbered(1, "目的"), lists(*levels)) == ["第一章 总则", "1.1 目的"]


HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
# (what stands between 甲 and 乙, the lines)
UNWRITTEN = [
    ("an empty paragraph", numbered(0, ""), ["1. 甲", "2.", "3. 乙"]),
    ("a hidden one", p("", properties=f'<w:numPr><w:numId w:val="1"/></w:numPr>{HIDDEN}'), ["1. 甲", "2. 乙"]),
    ("one with hidden words", p('<w:r><w:rPr><w:vanish/></w:rPr><w:t>无</w:t></w:r>',
     properties='<w:numPr><w:numId w:val="1"/></w:numPr>'), ["1. 甲", "无", "2. 乙"]),
    ("one without number", numbered(0, "", 0), ["1. 甲", "2. 乙"]),
]  # fmt: skip


@pytest.mark.parametrize(("between", "found"), [case[1:] for case in UNWRITTEN], ids=[case[0] for case in UNWRITTEN])
def test_numbers_of_paragraphs_without_words(between: str, found: list[str]) -> None:
    assert lines(numbered(0, "甲") + between + numbered(0, "乙"), lists(lvl(0, "decimal", "%1."))) == found


def test_a_column_of_numbers_without_words() -> None:
    row = f"<w:tr><w:tc>{numbered(0, '')}</w:tc><w:tc>{p('甲')}</w:tc></w:tr>"
    document = read_as(docx(f"<w:tbl>{row * 3}</w:tbl>", numbering=lists(lvl(0, "decimal", "%1"))), "a.docx")
    assert [row[4] for row in cells(document)] == ["1", "甲", "2", "甲", "3", "甲"]


def test_an_empty_heading_with_a_number_is_none() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style>'
    body = numbered(0, "", style='<w:pStyle w:val="a"/>') + numbered(0, "甲", style='<w:pStyle w:val="a"/>')
    document = read_as(docx(body, numbering=lists(lvl(0, "decimal", "%1.")), styles=styles), "a.docx")
    assert [document.text[mark.start : mark.end] for mark in document.headings] == ["2. 甲"]


def test_a_level_that_never_starts_anew() -> None:
    levels = [lvl(0, "decimal", "%1."), lvl(1, "decimal", "（%2）", '<w:lvlRestart w:val="0"/>')]
    body = numbered(0, "甲") + numbered(1, "乙") + numbered(0, "丙") + numbered(1, "丁")
    assert lines(body, lists(*levels)) == ["1. 甲", "（1）乙", "2. 丙", "（2）丁"]


def test_two_lists_of_one_make_count_on() -> None:
    nums = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    body = numbered(0, "甲") + numbered(0, "乙", 2)
    assert lines(body, lists(lvl(0, "decimal", "%1."), nums=nums)) == ["1. 甲", "2. 乙"]


def test_a_list_that_overrides_a_level() -> None:
    nums = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{lvl(0, 'upperLetter', '%1．')}</w:lvlOverride></w:num>"
    )
    body = numbered(0, "甲") + numbered(0, "乙", 2) + numbered(0, "丙", 2) + numbered(0, "丁")
    assert lines(body, lists(lvl(0, "decimal", "%1."), nums=nums)) == ["1. 甲", "A．乙", "B．丙", "2. 丁"]


def test_a_list_that_begins_with_five() -> None:
    nums = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = numbered(0, "甲", 2) + numbered(0, "乙", 2)
    assert lines(body, lists(lvl(0, "decimal", "%1."), nums=nums)) == ["5. 甲", "6. 乙"]


def test_numbers_of_styles() -> None:
    levels = [
        lvl(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>'),
        lvl(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>'),
    ]
    styles = (
        '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:basedOn w:val="h1"/></w:style>'
    )
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = styled("h1", "任务") + styled("h2", "背景") + styled("h1", "不编号", none) + styled("h1", "基础")
    assert lines(body, lists(*levels), styles) == ["一、任务", "（一）背景", "不编号", "二、基础"]


def test_list_whose_levels_stand_in_a_style() -> None:
    more = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
    nums = '<w:num w:numId="6"><w:abstractNumId w:val="5"/></w:num>'
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    found = lines(numbered(0, "甲", 6), lists(lvl(0, "chineseCounting", "%1、"), more=more, nums=nums), styles)
    assert found == ["一、甲"]


@pytest.mark.parametrize(
    ("text", "font", "shown"), [("\uf0a8", "Wingdings", "□甲"), ("R", "Wingdings 2", "☑甲"), ("•", "", "甲")]
)
def test_bullets_that_are_boxes(text: str, font: str, shown: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    found = lines(numbered(0, "甲"), lists(lvl(0, "bullet", text, fonts)))
    assert [line.replace(" ", "") for line in found] == [shown]


def test_a_number_in_word_2010s_own_format_has_a_way_out() -> None:
    own = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        '<w:numFmt w:val="custom" w:format="001"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{own}<w:lvlText w:val="%1."/></w:lvl>'
    assert lines(numbered(0, "甲"), lists(level))[0].endswith("1. 甲")


@pytest.mark.parametrize("start", ["x", "", "99999999999999999999", "-4"])
def test_numbers_that_are_none(start: str) -> None:
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    )
    assert lines(numbered(0, "甲"), lists(level))[0].endswith("甲")


def test_headings_by_name_by_base_and_by_level() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="标题 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="own"/><w:basedOn w:val="c"/></w:style>'
        '<w:style w:styleId="c"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="d"><w:name w:val="d"/><w:basedOn w:val="d"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="标题"/></w:style>'
    )
    body = (
        styled("t", "申报书") + styled("a", "甲") + styled("b", "乙") + styled("d", "丙")
        + styled("a", "正文", '<w:outlineLvl w:val="9"/>')
    )  # fmt: skip
    document = read_as(docx(body, styles=styles), "a.docx")
    assert [(mark.level, document.text[mark.start : mark.end]) for mark in document.headings] == [(2, "甲"), (3, "乙")]
    assert document.title == "申报书"
