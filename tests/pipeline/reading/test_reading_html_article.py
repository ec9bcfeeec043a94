"""Web pages: the words of the article that stand in parts named like the site, and what is not shown of them."""

import pytest
from reading_files import cells, check_offsets, page

from pipeline.reading.html.hidden import style_rules

SENTENCE = "申报单位应当在本市注册，具有独立法人资格，近三年内没有失信记录。"
LINES = "".join(f"<p>{index}．{SENTENCE}</p>" for index in range(1, 13))
RULED = "<table border=1 id=info><tr><td>批次<td>截止日期<tr><td>第一批<td>7月8日</table>"


def article(inner: str) -> str:
    """A page with menus and a footer around an article."""
    return (
        '<div class="top"><a href=/>首页</a>今天是6月3日</div><div class="nav"><a href=/a>政务</a></div>'
        f'<div class="box"><h1>关于储能揭榜的通知</h1><div class="detail">{inner}</div></div>'
        '<div class="foot">主办：某市科技局 承办：信息中心 京ICP备00000000号</div>'
    )


# A box of the page's own above the article, which is the site's but for the number.
BOX = (
    '<table class="info"><tr><td>索引号：</td><td>0001/2026-7</td></tr>'
    "<tr><td>文　号：</td><td>海工信〔2026〕7号</td></tr></table>"
)


def test_the_number_in_a_box_above_the_article() -> None:
    read = page(f'{BOX}<h1>关于储能揭榜的通知</h1><div class="content">{LINES}</div>')
    assert "海工信〔2026〕7号" in read.text
    assert "索引号" not in read.text
    line = '<p class="sub">索引号：0001　文号：海工信〔2026〕7号　发文日期：2026年3月2日</p>'
    assert "海工信〔2026〕7号" in page(f'<h1>关于储能揭榜的通知</h1>{line}<div class="content">{LINES}</div>').text
    bars = '<div class="sub">海工信〔2026〕7号 | 2026-05-06 | 阅读：32</div>'
    assert "海工信〔2026〕7号" in page(f'<h1>关于储能揭榜的通知</h1>{bars}<div class="content">{LINES}</div>').text
    said = page(f'{BOX}<h1>关于储能揭榜的通知</h1><div class="content"><p>海工信〔2026〕7号</p>{LINES}</div>')
    assert said.text.count("海工信〔2026〕7号") == 1


MENUS = (
    "<ul><li>首页</li><li>技改补贴</li></ul>"
    "<table><tr><td>某某企业服务</td><td>服务热线：0599-0000000</td></tr></table>"
)
END = "<div>上一个： 关于兑现奖励的公示</div><p>版权所有</p><p>联系人：柴先生</p><p>电话：0599-0000000</p>"


def test_a_page_without_names_for_its_parts() -> None:
    posted = "<h3>机器人专项申报条件及要求</h3><p>发布时间：2026-05-19 15:24</p>"
    read = page(f"{MENUS}{posted}{LINES}{END}")
    assert read.text.startswith("机器人专项申报条件及要求")
    assert read.title == "机器人专项申报条件及要求"
    assert "热线" not in read.text
    assert "柴先生" not in read.text
    filled = page(f"<p>揭榜意向书</p><p>揭榜单位：某某技术学院</p><p>日期：2026年11月16日</p>{LINES}")
    assert filled.text.startswith("揭榜意向书")
    kept = page(f"{LINES}<p>版权所有，侵权必究的承诺书须上传。</p>{LINES}")
    assert kept.text.count("申报单位应当") == 24


# (what it shows, the inside of the article, words that must be read)
KEPT = [
    ("contacts", f'{LINES}<div class="contact-info">联系人：方舟 电话：010-55500001</div>', "联系人：方舟"),
    ("time", f'{LINES}<div class="info">申报时间：7月8日前报送</div>{LINES}', "申报时间：7月8日"),
    ("position", f'{LINES}<div class="position">岗位：首席科学家一名</div>{LINES}', "岗位：首席"),
    ("a ruled table", f"{LINES}{RULED}", "第一批\t7月8日"),
    (
        "an annex beside the editor's node",
        f'<div class="TRS_Editor">{LINES}</div><div><p>附件1 申报书格式要求</p>{LINES}</div>',
        "附件1 申报书格式要求",
    ),
    (
        "a short annex beside it",
        f'<div class="TRS_Editor">{LINES}</div><div><p>附件1 申报书格式要求</p>{LINES[: len(LINES) // 2]}</div>',
        "附件1 申报书格式要求",
    ),
    ("organizers", f"{LINES}<p>主办单位：甲部　承办单位：乙厅</p>{LINES}", "主办单位：甲部"),
    ("a source", f"{LINES}<p>来源：国家重点研发计划</p>{LINES}", "来源：国家"),
    ("a mark of the site", f"{LINES}<p>网站须有ICP备案号</p>{LINES}", "ICP备案号"),
]


@pytest.mark.parametrize(("inner", "words"), [case[1:] for case in KEPT], ids=[case[0] for case in KEPT])
def test_running_text_of_the_article_is_kept(inner: str, words: str) -> None:
    document = page(article(inner))
    assert words in document.text
    for furniture in ("首页", "今天是", "政务", "承办：信息中心"):
        assert furniture not in document.text
    check_offsets(document)


def test_contacts_of_a_page_without_a_site() -> None:
    document = page(f'<body>{LINES}<div class="info">联系人：方舟</div></body>')
    assert document.text.endswith("联系人：方舟\n")


# (what it shows, what stands in or beside the article and is not read)
LEFT_OUT = [
    ("links in the article", f'{LINES}<div class="hot">热<a href=1>储能项目的进展</a></div>{LINES}', "储能项目"),
    ("a search in it", f'<div class="search">站内<input type=text value="关键字"></div>{LINES}', "关键字"),
    ("sharing in it", f'{LINES}<div class="share">分享到微信</div>', "微信"),
    ("lines of the site at its edges", f"<p>来源：某局 字号：大 中 小</p>{LINES}<p>主办：甲 承办：乙</p>", "主办"),
    (
        "around the editor's node",
        f'<p>发布时间：6月1日</p><div class="TRS_Editor">{LINES}</div><div>扫一扫在手机打开</div>',
        "扫一扫",
    ),
]


@pytest.mark.parametrize(("inner", "words"), [case[1:] for case in LEFT_OUT], ids=[case[0] for case in LEFT_OUT])
def test_the_site_is_left_out(inner: str, words: str) -> None:
    document = page(article(inner))
    assert words not in document.text
    assert "发布时间" not in document.text
    assert document.text.count(SENTENCE) in (12, 24)


BIG = "font-size:16px"
# (what it shows, HTML, what a reader sees)
HIDDEN = [
    ("words set back", f'<p style="font-size:0">无<span style="{BIG}">截止<b>日期</b></span>无</p>', "截止日期"),
    ("visible again", '<p style="visibility:hidden">无<b style="visibility:visible">有</b></p>', "有"),
    ("set back by a tag", '<p style="font-size:0px">无<font size=3>有</font></p>', "有"),
    ("not set back", '<p style="font-size:0">无<b style="font-size:2em">无</b></p>', ""),
    ("set back of something else", f'<p style="visibility:hidden">无<b style="{BIG}">无</b></p>', ""),
    ("nothing shows in what is not displayed", f'<p style="display:none">无<b style="{BIG}">无</b></p>', ""),
    ("nor in what is transparent", f'<p style="opacity:0">无<b style="{BIG}">无</b></p>', ""),
    ("hidden again", f'<p style="font-size:0"><b style="{BIG}">有<i style="font-size:0">无</i></b></p>', "有"),
    (
        "by a style sheet",
        "<style>.l{font-size:0} .l span{font-size:14px}</style><p class=l>无<span>有</span>无</p>",
        "有",
    ),
]


@pytest.mark.parametrize(("html", "text"), [case[1:] for case in HIDDEN], ids=[case[0] for case in HIDDEN])
def test_hidden_words_and_those_set_back(html: str, text: str) -> None:
    document = page(f"<body><p>{SENTENCE}</p>{html}</body>")
    assert document.text == "".join(f"{line}\n" for line in (SENTENCE, text) if line)


def test_most_of_the_page_set_back() -> None:
    shown = f'<div style="font-size:0">无<p style="{BIG}">{SENTENCE}</p>无</div>'
    assert page(shown).text == f"{SENTENCE}\n"
    assert page(f'<div style="font-size:0">{SENTENCE}<b style="{BIG}">有</b></div>').text == f"{SENTENCE}有\n"


INDENTED = "\n" + "    .a { color: red }\n" * 9
IN_A_BLOCK = f"@media (x) {{{INDENTED}@keyframes k {{ from {{a:b}} to {{c:d}} }}}}"
# (what it shows, a style sheet, its rules)
SHEETS = [
    ("a block in a block", IN_A_BLOCK + ".x{e:f}", [(".x", "e:f")]),
    ("a block never closed", f"@media (x) {{{INDENTED}", []),
    ("a block without rules", '@charset "utf-8"; .x{a:b}', [(".x", "a:b")]),
    ("braces in a string", ".x:before{content:'}{'} .y{a:b}", [(".x:before", "content:'}{'"), (".y", "a:b")]),
    ("a brace too many", "} .x{a:b}", [(".x", "a:b")]),
    ("a comment", ".x{a:/* } */b}", [(".x", "a:b")]),
    ("nested rules", ".x{a:b; &:hover{c:d}} .y{a:b}", [(".y", "a:b")]),
]  # fmt: skip


@pytest.mark.parametrize(("css", "rules"), [case[1:] for case in SHEETS], ids=[case[0] for case in SHEETS])
def test_rules_of_a_style_sheet(css: str, rules: list[tuple[str, str]]) -> None:
    assert list(style_rules(css)) == rules


# Style sheets over which a search that goes back and forth takes minutes.
@pytest.mark.parametrize("css", [IN_A_BLOCK * 5000, "a" * 10**6, "@media x{" * 10**5, "{'\"" * 10**5])
def test_style_sheets_cost_no_more_than_their_size(css: str) -> None:
    assert page(f"<style>{css}</style><p>{SENTENCE}</p>").text == f"{SENTENCE}\n"


@pytest.mark.parametrize("selector", ["1px.foo", "9#x", "1.a, .b"])
def test_selectors_that_no_browser_knows(selector: str) -> None:
    assert page(f"<style>{selector}{{display:none}}</style><p class=foo>文</p>").text == "文\n"


# (what it shows, a list, what a reader sees)
LISTS = [
    ("loose items", "<ol><li><p>甲</p><p>乙</p></li><li>\n<div>丙</div></li></ol>", "1. 甲\n乙\n2. 丙\n"),
    ("an empty paragraph first", "<ol><li><p></p><p>甲</p></ol>", "1. 甲\n"),
    ("a space first", "<ol><li> 甲</ol>", "1. 甲\n"),
    ("an empty item", "<ol><li></li><li>甲</ol>", "1.\n2. 甲\n"),
    ("a table first", "<ol><li><table border=1><tr><td>甲<td>乙</table></ol>", "1.\n甲\t乙\n"),
    ("no numbers", '<ol style="list-style-type:none"><li>（一）甲</ol>', "（一）甲\n"),
    ("no numbers, in short", '<ol style="padding:0; list-style: none inside"><li>甲</ol>', "甲\n"),
    ("letters", "<ol type=a start=26><li>甲<li>乙</ol>", "z. 甲\naa. 乙\n"),
    ("Roman numbers", "<ol type=I><li value=9>甲<li>乙</ol>", "IX. 甲\nX. 乙\n"),
    ("by style", '<ol style="list-style-type:upper-alpha"><li>甲<li>乙</ol>', "A. 甲\nB. 乙\n"),
    ("one item by itself", "<ol><li>甲<li type=i>乙<li style='list-style:none'>丙</ol>", "1. 甲\nii. 乙\n丙\n"),
    ("from a number on", "<ol start=-1><li>甲<li value=7>乙<li value=x>丙</ol>", "-1. 甲\n7. 乙\n8. 丙\n"),
    ("in one another", "<ol><li>甲<ol type=a><li><p>乙</p></ol><li>丙</ol>", "1. 甲\na. 乙\n2. 丙\n"),
    ("a list whose type is none", "<ol type=x><li>甲</ol>", "1. 甲\n"),
]


@pytest.mark.parametrize(("html", "text"), [case[1:] for case in LISTS], ids=[case[0] for case in LISTS])
def test_numbers_of_lists(html: str, text: str) -> None:
    document = page(f"<body>{html}</body>")
    assert document.text == text
    check_offsets(document)


def test_boxes_in_a_table_in_a_cell_are_marked() -> None:
    options = "<table><tr><td>☑攻关类<td>□应用类<td>○其他</table>"
    document = page(f"<table border=1><tr><td>类别<td>{options}<tr><td>名称<td>甲</table>")
    assert cells(document)[1][4] == "☑攻关类\t□应用类\t○其他"
    assert [document.text[mark.start : mark.end] for mark in document.marks] == ["☑", "□", "○"]


def test_a_line_of_many_parts() -> None:
    document = page(f"<p>{SENTENCE}</p><p>" + "<b>项 </b>" * 30_000 + "<a href=a.doc>附件 </a> </p>")
    assert document.lines[1].end - document.lines[1].start == 60_002
    assert [document.text[link.start : link.end] for link in document.links] == ["附件"]


def test_a_first_heading_at_the_foot_is_who_signs() -> None:
    inner = (
        f'<h2 class="title">校级重点课题申报启事</h2><div class="conTxt">{LINES}<h1>信息处</h1><p>2026.3.31</p></div>'
    )
    read = page(f'<div class="mHd"><h3>信息处</h3></div><div class="mBd">{inner}</div>')
    assert read.title == "校级重点课题申报启事"
    assert read.text.startswith("校级重点课题申报启事")
    own = page(f'<h2 class="title">科研处网站</h2><div class="conTxt"><h1>校级重点课题申报启事</h1>{LINES}</div>')
    assert own.title == "校级重点课题申报启事"
