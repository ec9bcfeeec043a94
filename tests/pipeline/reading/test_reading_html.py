"""Web pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_files import cells, check_offsets, page, read_as

BODY = "<p>各有关单位：现就揭榜工作通知如下，请认真组织，按时报送，逾期不予受理，特此通知，请遵照执行。</p>"

# (what it shows, HTML inside the body, what a reader sees)
SEEN = [
    ("line breaks of the source inside Chinese words", "<p>揭榜\n  挂帅</p>", "揭榜挂帅\n"),
    ("between Latin words a space stays", "<p>AI\nAgent</p>", "AI Agent\n"),
    (
        "paragraphs that the source parts by blank lines, shown as they are",
        "<p>各船队：\n\n  现征集方案。\n\n  一、目标\n\n  减少\n油耗。\n \n  二、对象\n\n  各船长。\n</p>",
        "各船队：\n现征集方案。\n一、目标\n减少油耗。\n二、对象\n各船长。\n",
    ),
    ("blank lines inside words", "<p>揭\n\n榜\n\n挂\n\n帅\n\n制。\n\n项</p>", "揭榜挂帅制。项\n"),
    ("fixed spaces stay", "<p>方&nbsp;舟&emsp;主任</p>", "方 舟 主任\n"),
    ("br parts lines", "<p>一<br>二<br/>三</p>", "一\n二\n三\n"),
    ("broken closing br", "一</br>二", "一\n二\n"),
    ("hidden attribute", "<p>有<span hidden>无</span></p>", "有\n"),
    ("hidden style", '<p>有</p><div style="color:red; display : none">无</div>', "有\n"),
    ("hidden by class", "<style>.x, #y{display:none}</style><p>有</p><p class=x>无</p><p id=y>无</p>", "有\n"),
    ("shown: a rule for print only", "<style>@media print{.x{display:none}}</style><p class=x>有</p>", "有\n"),
    ("shown: a rule for hovering", "<style>.x:hover{display:none}</style><p class=x>有</p>", "有\n"),
    ("struck out", "<p>截止<s>7月1日</s><del>7月2日</del><strike>3</strike>7月8日</p>", "截止7月8日\n"),
    ("struck out by style", '<p>共<span style="text-decoration:line-through">3</span>5项</p>', "共5项\n"),
    ("scripts", "<p>有</p><script>document.write('无')</script><noscript>无</noscript>", "有\n"),
    ("boxes", '<p><input type="checkbox" checked>是 <input type=radio>否</p>', "☑是 □否\n"),
    ("values of fields", '<p>名称：<input type="text" value="甲厂"><input type=hidden value=x></p>', "名称：甲厂\n"),
    ("chosen option", "<p><select><option>甲<option selected>乙</select></p>", "乙\n"),
    ("numbered list", '<ol start="3"><li>甲<li>乙</ol>', "3. 甲\n4. 乙\n"),
    (
        "labels with a colon and their values",
        "<dl><dt>日期：</dt>\n<dd>3月9日</dd><dt>单位：</dt><dd>甲厂</dd></dl>",
        "日期：3月9日\n单位：甲厂\n",
    ),
    ("labels without a value", "<dl><dt>日期：</dt><dt>单位：</dt><dd>甲厂</dd></dl>", "日期：\n单位：甲厂\n"),
    ("terms and what they mean", "<dl><dt>浮标</dt><dd>海上平台</dd></dl>", "浮标\n海上平台\n"),
    ("headings", "<h2>一、条件</h2><p>文</p>", "一、条件\n文\n"),
    ("preformatted", "<pre>甲\n  乙</pre>", "甲\n乙\n"),
    (
        "symbol font of Word",
        '<p><font face="Wingdings 2">R</font>是 <span style="font-family:Wingdings">o</span>否</p>',
        "☑是 □否\n",
    ),
    ("private-use box", "<p>\uf0fe是 \uf0a8否</p>", "☑是 □否\n"),
    ("a letter in another font", '<p><font face="Arial">R</font>级</p>', "R级\n"),
    ("JSP", '<%@ page language="java" %><p>有</p><%-- 无 --%>', "有\n"),
]


@pytest.mark.parametrize(("html", "text"), [case[1:] for case in SEEN], ids=[case[0] for case in SEEN])
def test_what_a_reader_sees(html: str, text: str) -> None:
    document = page(f"<html><body>{html}</body></html>")
    assert document.text == text
    check_offsets(document)


def site(article: str) -> str:
    """The article inside a site with everything that a site has."""
    return f"""<html><head><title>关于储能揭榜的通知_通知公告_某市科技局</title></head><body>
    <div class="top"><a href="/">首页</a>今天是2025年6月3日</div>
    <div class="nav"><ul><li><a href="/a">政务公开</a></li><li><a href="/b">办事服务</a></li></ul></div>
    <div class="crumb">当前位置：<a href="/">首页</a>&gt;通知</div>
    <div class="side"><h3>热点排行</h3><ul><li><a href="t1">关于补充申报的通知（12个项目）</a></li></ul></div>
    <div class="box"><h1>关于储能揭榜的通知</h1><div class="info">发布时间：2025-06-01 来源：某处 浏览次数：12</div>
    <div class="txt">{article}</div>
    <div class="share">分享到：<a href="#">微信</a></div><div>上一篇：<a href="x">旧通知</a></div></div>
    <div class="foot">主办单位：某市科技局 电话：010-55500009 京ICP备00000000号</div></body></html>"""


def test_article_without_the_site_around_it() -> None:
    document = page(site(BODY + '<p>附件：<a href="./f1.docx">申报表</a></p>'))
    assert document.text.split("\n")[0] == "关于储能揭榜的通知"
    assert document.text.count("\n") == 3
    for furniture in ("首页", "热点", "发布时间", "分享", "上一篇", "主办单位", "今天是", "浏览"):
        assert furniture not in document.text
    assert document.title == "关于储能揭榜的通知"
    assert [(document.text[link.start : link.end], link.target) for link in document.links] == [("申报表", "./f1.docx")]
    check_offsets(document)


def test_attachments_outside_the_article_are_kept() -> None:
    html = site(BODY * 3).replace('<div class="share">', '<div class="fj">附件：<a href="/d/a.pdf">榜单</a></div><div>')
    assert "附件：榜单" in page(html).text


def test_old_page_laid_out_by_tables() -> None:
    html = (
        "<table><tr><td><a href=1>栏目一</a><br><a href=2>栏目二</a></td><td>"
        "<table><tr><td>关于储能揭榜的通知</td></tr>"
        f"<tr><td>{BODY * 4}<table><tr><td>序号</td><td>名称</td></tr></table></td></tr></table></td></tr></table>"
    )
    document = page(html)
    assert document.text.startswith("关于储能揭榜的通知\n各有关单位")
    assert "栏目" not in document.text
    assert [row[4] for row in cells(document)] == ["序号", "名称"]


def test_article_that_a_script_was_to_show() -> None:
    document = page(f'<h1>关于储能揭榜的通知</h1><div style="visibility: hidden">{BODY * 3}</div>')
    assert document.text.count("各有关单位") == 3


@pytest.mark.parametrize(
    ("line", "bold"),
    [
        ("<p><strong>支持标准</strong></p>", True),
        ("<p><b>支持</b><span style='font-weight: 700'>标准</span> </p>", True),
        ("<p><b>支持标准：</b>给予补助。</p>", False),
        ("<p>支持标准</p>", False),
    ],
)
def test_paragraphs_that_are_bold_as_a_whole(line: str, bold: bool) -> None:
    found = page(BODY + line + BODY)
    assert [found.text[start:end] for start, end in found.bold] == (["支持标准"] if bold else [])


def test_title_without_the_name_of_the_site() -> None:
    assert page("<title>关于储能的通知_公告_某局</title><p>文</p>").title == "关于储能的通知"


def test_merged_cells() -> None:
    html = """<table><tr><td rowspan=2>组</td><td colspan=2>甲</td></tr><tr><td>乙<br>二</td><td></td></tr></table>"""
    document = page(html)
    assert document.text == "组\t甲\n乙\n二\t\n"
    assert cells(document) == [(0, 0, 2, 1, "组"), (0, 1, 1, 2, "甲"), (1, 1, 1, 1, "乙\n二"), (1, 2, 1, 1, "")]


def test_a_form_with_a_list_in_one_of_its_cells() -> None:
    """No line is drawn by the table itself (style sheets do), and one cell holds most of the words."""
    rows = "".join(f"<tr><td>栏目{n}</td><td>内容{n}</td></tr>" for n in "一二三四")
    inner = "<table><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td>水肥机</td></tr></table>"
    plan = f"<tr><td>技术方案</td><td><p>{BODY * 30}</p></td></tr>"
    document = page(f"<h3>申报表</h3><table>{rows}<tr><td>设备清单</td><td>{inner}</td></tr>{plan}</table><p>清单</p>")
    assert len(document.tables) == 1
    assert "栏目一\t内容一" in document.text
    assert "1\t水肥机" in document.text
    assert document.text.endswith("清单\n")


def test_table_that_only_lays_out_the_page() -> None:
    html = "<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table><p>文</p></td></tr></table>"
    document = page(html)
    assert [row[4] for row in cells(document)] == ["甲", "乙"]
    assert document.text == "甲\t乙\n文\n"


@pytest.mark.parametrize(
    "head", ['<meta charset="gb2312">', "<meta http-equiv=Content-Type content='text/html; charset=GBK'>", ""]
)
def test_encoding_of_old_pages(head: str) -> None:
    html = f"<html><head>{head}</head><body><p>各有关单位：现将有关事项通知如下。</p></body></html>"
    assert "有关事项" in read_as(html.encode("gb18030"), "a.htm").text


spans = st.integers(1, 3)
rows = st.lists(
    st.lists(st.tuples(spans, spans, st.sampled_from(["", "甲", "a b", "乙<br>丙"])), max_size=4),
    min_size=1,
    max_size=5,
)


@given(rows)
def test_offsets_of_any_table(table: list[list[tuple[int, int, str]]]) -> None:
    html = "".join(
        "<tr>" + "".join(f"<td rowspan={down} colspan={across}>{text}</td>" for down, across, text in row) + "</tr>"
        for row in table
    )
    document = page(f"<p>表</p><table>{html}</table>")
    at = 0
    for made in document.tables:
        for cell in made.cells:
            assert at <= cell.start <= cell.end
            assert not document.text[max(at, made.start) : cell.start].strip("\t\n")
            at = cell.end
