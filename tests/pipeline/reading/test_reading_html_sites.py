"""Pages in the manner of government sites: the article whole, nothing of the site around it."""

import pytest
from reading_files import check_offsets, read_as

TITLE = "关于组织储能技术揭榜挂帅的通知"
LINES = [
    "各有关单位：",
    "为贯彻落实创新驱动战略，现组织开展2025年度储能技术揭榜挂帅工作，有关事项通知如下。",
    "一、申报条件",
    "（一）申报单位应为本市注册的独立法人。",
    "二、申报时间",
    "打印申报书一式三份，申报截止时间为2025年7月15日17:00。",
    "某市科学技术局",
    "2025年6月1日",
]
ARTICLE = "".join(f"<p>&nbsp;&nbsp;&nbsp;&nbsp;{line}</p>" for line in LINES)
SOUP = "<br>\n".join(f"　　{line}" for line in LINES)

# TRS: a view in an editor's class, related documents and a code to scan behind it
TRS = f"""<html><head><meta name="ArticleTitle" content="{TITLE}"><title>{TITLE}-某市科学技术局</title></head><body>
<div class="header"><ul class="nav"><li><a href=/>首页</a></li><li><a href=/zwgk>政务公开</a></li></ul>
<form><input type=text value="请输入关键字"><input type=submit value=搜索></form></div>
<div class="BreadcrumbNav">您的位置：<a href=/>首页</a> &gt; <a href=/zw>政务公开</a> &gt; 通知公告</div>
<div class="main"><h1 class="title">{TITLE}</h1>
<div class="ly"><span>发布日期：2025-06-01 09:00</span><span>来源：市科技局</span><span>字体：【大 中 小】</span></div>
<div class="view TRS_UEDITOR trs_web">{ARTICLE}<p>附件：<a href="./P020250601.docx">申报书模板</a></p></div>
<div class="ewm2"><img src=q.png><p>扫一扫在手机打开当前页</p></div>
<div class="xgwd"><h3>相关文档</h3><ul><li><a href=1>关于开展2024年度申报的通知</a></li></ul></div></div>
<div class="footer"><p>主办单位：某市科学技术局　承办：信息中心</p><p>联系电话：010-55500009</p>
<p>京ICP备05000000号 京公网安备 11010102000000号 网站标识码1101000000</p></div></body></html>"""

# 大汉: an article laid out by a table, the body in #zoom, buttons in brackets, files behind a script of the server
HANWEB = f"""<html><head><title>某市科学技术局 通知公告 {TITLE}</title></head><body><div id="wrap">
<div class="dqwz">当前位置：首页 > 通知公告</div><table width=900>
<tr><td class="title" align=center>{TITLE}</td></tr>
<tr><td align=center>发布时间：2025-06-01　　浏览次数：<span>33</span>　　字号：[ <a>大</a> <a>小</a> ]</td></tr>
<tr><td><div id="zoom"><!--ZJEG_RSS.content.begin-->{ARTICLE}<!--ZJEG_RSS.content.end--></div></td></tr>
<tr><td>附件：<a href="/module/download/downfile.jsp?classid=0&filename=abc.docx">申报书模板</a></td></tr>
<tr><td align=right>[<a href="javascript:print()">打印本页</a>] [<a href="javascript:close()">关闭窗口</a>]</td></tr>
</table></div><div class=bottom>版权所有：某市科学技术局　地址：某市某路1号<br>技术支持：某公司</div></body></html>"""

# A page of the 2000s: tables in tables, font tags, br soup
OLD = f"""<html><head><title>科技局</title><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>
<body bgcolor=#fff><table width=780><tr><td colspan=2><img src=b.gif></td></tr><tr><td width=160 valign=top>
<table><tr><td><a href=1>机构概况</a></td></tr><tr><td><a href=2>政策法规</a></td></tr></table></td><td valign=top>
<table width=100%><tr><td><font size=2>您现在的位置：<a href=/>首页</a> &gt;&gt; 通知</font></td></tr>
<tr><td align=center><b><font size=4>{TITLE}</font></b></td></tr>
<tr><td align=center>作者：佚名　来源：本站　点击数：12　更新时间：2008-6-1</td></tr>
<tr><td class=content><font size=3>{SOUP}<br><br>附件：<a href="up/a.doc">申报书模板</a></font></td></tr>
<tr><td>上一篇：<a href=a>没有了</a><br>下一篇：<a href=b>关于年检的通知</a></td></tr></table></td></tr>
<tr><td colspan=2>Copyright &copy; 2008 某市科技局　ICP备000号<br>地址：某路1号</td></tr></table></body></html>"""

WECHAT = f"""<html><head><meta property="og:title" content="{TITLE}"><title></title></head><body><div id="js_article">
<div id="page-content"><div id="img-content"><h1 class="rich_media_title"> {TITLE} </h1>
<div class="rich_media_meta_list"><span>某市科技局</span> <em id="publish_time">2025-06-01</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;"><section>
<section>{ARTICLE}</section>
<section><p>附件：<a href="https://a.example/x.docx">申报书模板</a></p></section></section></div></div></div>
<div id="js_pc_qr_code" style="display:none">微信扫一扫关注该公众号</div>
<div class="rich_media_tool"><a>阅读原文</a> 阅读 <span>100</span> 赞 在看</div></div>
<script>var a="关于"</script></body></html>"""

MOBILE = f"""<html><head><title>{TITLE}_某市人民政府移动版</title></head><body>
<header><a href=/>某市人民政府</a><span>菜单</span></header>
<main><article><h2>{TITLE}</h2><p class="time">2025-06-01 来源：市科技局 <a>【字号：大 中 小】</a></p>
<div class="article-content">{ARTICLE}<p>附件：<a href="/a/1" download>申报书模板</a></p></div></article>
<div class="share-box">分享：<a>微信</a><a>微博</a></div></main><footer>主办：某市人民政府</footer></body></html>"""

ASP = f"""<%@ Language=VBScript %><HTML><BODY><P align=center class="p_title">{TITLE}</P>
<DIV class=Custom_UnionStyle>{ARTICLE}<p>附件：<a href="../../u/a.wps">申报书模板</a></p></DIV>
<DIV class=rel><B>相关新闻</B><UL><LI><A href=1>新闻一：某市召开会议部署揭榜挂帅工作</A></LI></UL></DIV>
<P>【<A href="javascript:window.print()">打印</A>】【<A href="javascript:window.close()">关闭</A>】</P></BODY></HTML>"""

SITES = {"trs": TRS, "hanweb": HANWEB, "old": OLD, "wechat": WECHAT, "mobile": MOBILE, "asp": ASP}


@pytest.mark.parametrize("name", SITES)
def test_the_article_and_nothing_else(name: str) -> None:
    document = read_as(SITES[name].encode("gb18030" if name == "old" else "utf-8"), f"{name}.html")
    assert document.text.split("\n")[:-1] == [TITLE, *LINES, "附件：申报书模板"]
    assert document.title == TITLE
    assert [document.text[link.start : link.end] for link in document.links] == ["申报书模板"]
    assert document.hard_wrapped is False
    check_offsets(document)


def test_a_line_of_the_article_that_begins_like_a_button_stays() -> None:
    for line in ("打印申报书一式三份。", "关闭机组后方可检修。", "分享经验，形成机制。"):
        assert line in read_as(f"<body>{ARTICLE}<p>{line}</p></body>".encode(), "a.html").text


def test_a_title_in_two_headings_and_no_name_that_a_program_left_open() -> None:
    page = (
        "<html><head><title>${pageTitle}</title></head><body><div><h3>关于组织申报2026年</h3><h4>潮汐创新项目的通知</h4>"
        f"<h4>作者：某人 点击数量：12</h4></div><div class='con'>{ARTICLE}</div></body></html>"
    )
    document = read_as(page.encode(), "a.html")
    assert document.text.split("\n")[:2] == ["关于组织申报2026年", "潮汐创新项目的通知"]
    assert "$" not in (document.title or "")


def test_a_title_in_a_small_heading() -> None:
    page = (
        "<html><body><h4>关于开展2026年潮汐观测活动的通知</h4><h5>来源：海洋站 日期：2026-06-10</h5>"
        f"<div class='detail_detail'>{ARTICLE}</div></body></html>"
    )
    assert read_as(page.encode(), "a.html").text.split("\n")[0] == "关于开展2026年潮汐观测活动的通知"


LINKS = [
    ("f1.docx", "申报表", True),
    ("/down.jsp?file=a.pdf&x=1", "申报表", True),
    ("/attach/123", "附件1：申报表", True),
    ("/attach/123", "申报表.xlsx", True),
    ("/attach/123", "申报表", False),
    ("#附件1", "附件1", False),
    ("javascript:void(0)", "附件1.doc", False),
    ("http://a.example/", "某市科技局", False),
]


@pytest.mark.parametrize(("target", "words", "kept"), LINKS)
def test_links_to_files(target: str, words: str, kept: bool) -> None:
    document = read_as(f'<body>{ARTICLE}<p>见<a href="{target}">{words}</a>。</p></body>'.encode(), "a.html")
    assert f"见{words}。" in document.text
    assert [link.target for link in document.links] == ([target] if kept else [])
    check_offsets(document)
