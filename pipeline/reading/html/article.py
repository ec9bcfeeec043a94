"""The article of a web page: found by where its words are, freed of menus, footers and buttons."""

import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline.reading.html.blocks import is_layout, is_ruled
from pipeline.reading.html.tree import Node, Weights, ids, weigh

# Class and id names that sites give to what surrounds an article; a whole word of the name must agree.
_SURE_FURNITURE = re.compile(
    r"(?:^|[\s_\-])(?:nav|navbar|navbox|menu|submenu|crumbs?|breadcrumbs?|foot|footer|copyright|sidebar|share|"
    r"bdsharebuttonbox|bshare)(?:$|[\s_\-\d])",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:^|[\s_\-])(?:bread|position|location|weizhi|dqwz|wz|side|aside|hot|hots|rank|related|recommend|"
    r"prevnext|pagenav|pn|toolbar|tools|topbar|top|login|search|friend|friendlinks|qrcode|ewm|erweima|banner|"
    r"info|source|laiyuan|fontsize|print|gongneng)(?:$|[\s_\-\d])",
    re.IGNORECASE,
)
_FURNITURE_TAGS = ("nav", "footer", "aside", "button")
_FURNITURE_SHARE = 0.2  # of the page's words: what is more than that is the article, whatever its name
_SURE_FURNITURE_SHARE = 0.5
_DOMINANT_SHARE = 0.8
_DESCEND = frozenset(("body", "div", "section", "article", "main", "center", "form", "table", "tbody", "tr", "td"))
_TITLE_NAME = re.compile(r"(?:^|[\s_\-])(?:title|tit|bt|biaoti|headline|arttitle|articletitle)(?:$|[\s_\-\d])", re.I)
# 关于…的通知 standing by itself: how notices are titled where the page marks no title.
_TITLE_WORDS = re.compile(r".{4,100}(?:通知|公告|通告|指南|榜单|方案|办法|细则|的函)(?:[（(].{1,12}[)）])?")
_TITLE_BEGUN = re.compile(r"[^，。；：:]{0,30}关于")
# Lines that a site writes around the article; each must start the line, and the line must be short.
_FURNITURE_LINE = re.compile(
    r"(?:发布(?:时间|日期|人|机构)|(?:信息)?来源|浏览(?:次数|量)|点击(?:数|量|次数)|阅读(?:次数|量)?|访问量|字号|字体|作者|责任编辑|编辑|"
    r"更新时间|【?字体)\s*[：:【]"
    r"|[上下]一(?:篇|个|条|页)\s*[：:]?|分享(?:到|至|[:：])|扫一扫|返回(?:顶部|首页|列表)"
    r"|[【\[〖(（]\s?(?:打印|关闭)|打印(?:本页|此页|文章|\s*(?:关闭.{0,10})?$)|关闭(?:窗口|本页|\s*$)"
    r"|相关(?:阅读|链接|文章|文档|新闻|信息|报道|推荐|解读)\s*[:：]?$|(?:您(?:现在|当前)?的|当前)位置|版权所有|Copyright"
    r"|大\s?中\s?小$"
    # 2025-06-01 来源：市科技局 【字号：大 中 小】
    r"|20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s*\S{0,12}(?:来源|字号|字体|浏览|阅读|作者|点击)"
)
# Names that content systems give to the article itself: TRS, 大汉, WeChat, and what many others write.
_CONTENT = (
    ".TRS_Editor, .trs_editor_view, .TRS_UEDITOR, .Custom_UnionStyle, #zoom, #Zoom, #zoomcon, #js_content,"
    " .pages_content, .article-content, .article_content, .articleContent, .article-con, #articleContent,"
    " .news_content, .con_text, .xxgk_content, .bt-content, #UCAP-CONTENT, .v_news_content,"
    " .wp_articlecontent, .content_body"
)
_CONTENT_SHARE = 0.5  # of the core's words outside links
_LEFT_SHARE = 0.1  # of the core's words that may stand beside the node that is named like an article
_LEAST_CONTENT = 30
_MOST_NAMED = 20  # nodes with such a name that are tried, from the last one on
# What sites write below everything, anywhere in the line.
_SITE_MARK = re.compile(r"网站标识码|ICP备|公网安备|^\s*主办(?:单位)?\s*[：:].{0,40}承办")
_FURNITURE_LINE_LENGTH = 120
_LEAST_TITLE, _MOST_TITLE = 6, 120
_NUMBER = re.compile(
    r"(?:(?:发文字号|发文文号|文号|文件编号)[:：])?([\u4e00-\u9fff]{2,14}[〔\[【（(]20\d\d[〕\]】）)]第?\d{1,5}号)"
)
_LABELLED = re.compile(
    r"(?:发文字号|发文文号|(?<!发)文号)[:：]([\u4e00-\u9fff]{2,14}[〔\[【（(]20\d\d[〕\]】）)]第?\d{1,5}号)"
)
_BARS = re.compile(r"\s*[|｜]\s*")  # 海工信〔2026〕7号 | 2026-05-06 | 阅读：322
_LONGEST_NUMBER, _LONGEST_LABELS = 40, 120
_LONGEST_NAME = 200


def is_furniture_line(text: str, at_end: bool = False) -> bool:
    """Whether a line at an edge of a page (``at_end``: behind the article) belongs to the site around the article."""
    if len(text) > _FURNITURE_LINE_LENGTH:
        return False
    return _FURNITURE_LINE.match(text.strip()) is not None or (at_end and _SITE_MARK.search(text) is not None)


@dataclass(frozen=True, slots=True)
class Article:
    """Where the article stands: its node, its heading where that stands outside (in two where a site sets its lines
    so), the 发文字号 in a box of the page, later nodes with attachments.

    ``gone`` are the ids of nodes that are not to be read.
    """

    core: Node
    headings: list[Node]
    number: str | None
    attachments: list[Node]
    gone: set[int]


def find_article(body: Node, gone: set[int]) -> Article:
    """Find the article below ``body``; ``gone`` are the nodes that are not shown."""
    whole = weigh(body, gone)
    sure, unsure = _furniture(body, whole)
    outside = gone | sure | ids(unsure)
    weights = weigh(body, outside)
    core = body
    while True:
        child = _dominant_child(core, weights)
        if child is None:
            break
        core = child
    core = _named_content(body, core, weights)
    headings, attachments = _headings_outside(body, core, weights), _attachments_after(body, core, weights)
    if core.mem_id != body.mem_id or any(child.tag == "p" for child in body.iter()):
        outside -= ids(node for node in unsure if whole.inside(node, core) and _has_words(node, whole)) - gone - sure
    return Article(core, headings, _number(body, whole), attachments, outside)


def _furniture(body: Node, weights: Weights) -> tuple[set[int], list[Node]]:
    """The ids of what surrounds an article wherever it stands, and the nodes that may be part of an article."""
    total = max(weights.of(body).own, 1)
    found, unsure = set(), list[Node]()
    for node in body.css(", ".join(_FURNITURE_TAGS)):
        if weights.of(node).own <= total * _SURE_FURNITURE_SHARE:
            found.add(node.mem_id)
    for node in body.css("div[class], div[id], ul[class], ul[id], section[class], header[class], dl[class], table[id]"):
        name = _name(node)
        sure = _SURE_FURNITURE.search(name) is not None
        share = _SURE_FURNITURE_SHARE if sure else _FURNITURE_SHARE
        named = sure or _FURNITURE.search(name) is not None
        if not named or weights.of(node).own > total * share or weights.count(node, "h1"):
            continue
        if node.tag == "table" and is_ruled(node):
            continue
        if sure:
            found.add(node.mem_id)
        else:
            unsure.append(node)
    return found, unsure


def _has_words(node: Node, weights: Weights) -> bool:
    """Whether a node in the article holds words of its own: not links above all, nor controls to search or log in."""
    weight = weights.of(node)
    return weight.own > weight.linked and node.css_first("input, button, select") is None


def _name(node: Node) -> str:
    attributes = node.attributes
    return f"{(attributes.get('class') or '')[:_LONGEST_NAME]} {(attributes.get('id') or '')[:_LONGEST_NAME]}"


def _dominant_child(node: Node, weights: Weights) -> Node | None:
    if node.tag not in _DESCEND or (node.tag == "table" and not _only_lays_out(node, weights)):
        return None
    total = weights.of(node).own
    for child in node.iter():
        if child.tag in _DESCEND and weights.of(child).own >= max(total * _DOMINANT_SHARE, 1):
            return None if child.tag == "table" and not _only_lays_out(child, weights) else child
    return None


def _named_content(body: Node, core: Node, weights: Weights) -> Node:
    """The innermost node in the core that its name says is the article, where the core has no other words to read."""
    total = weights.of(core).own
    for node in body.css(_CONTENT)[: -_MOST_NAMED - 1 : -1]:
        own = weights.of(node).own
        if own < max(total * _CONTENT_SHARE, _LEAST_CONTENT) or not weights.inside(node, core):
            continue
        if _words_beside(node, core, weights) <= total * _LEFT_SHARE:
            return node
    return core


def _words_beside(node: Node, core: Node, weights: Weights) -> int:
    """How many characters of the core stand outside a node in it, those of the site and of headings not counted."""
    count, at = 0, node
    while at.mem_id != core.mem_id:
        for beside in at.parent.iter(include_text=True):
            if beside.mem_id != at.mem_id and not _is_of_site(beside, weights):
                count += weights.of(beside).own if beside.tag != "-text" else len(beside.text_content.strip())
        at = at.parent
    return count


def _is_of_site(node: Node, weights: Weights) -> bool:
    """Whether an element beside the article is a heading, a list of links or lines of the site."""
    if node.tag in ("h1", "h2") or _may_be_title(node, weights):
        return True
    weight = weights.of(node)
    if weight.own > _FURNITURE_LINE_LENGTH:
        return False
    text = (node.text_content if node.tag == "-text" else node.text()) or ""
    return 0 < weight.own <= weight.linked or is_furniture_line(" ".join(text.split()), at_end=True)


def _only_lays_out(table: Node, weights: Weights) -> bool:
    if weights.count(table, "table") > 1:
        return not is_ruled(table) and is_layout(table)
    return weights.count(table, "p") > 3 * weights.count(table, "tr")


def _headings_outside(body: Node, core: Node, weights: Weights) -> list[Node]:
    """The nearest heading before the article, unless the article begins with one of its own."""
    if core.mem_id == body.mem_id or _begins_with_heading(body, core, weights):
        return []
    nodes = [node for node in body.css("h1, h2, [class], [id]") if _may_be_title(node, weights)]
    before = [node for node in nodes if _stands_before(node, core, weights)]
    main = [node for node in before if node.tag == "h1"]
    found = (main or before)[-1:]
    return found or _in_two_lines(body, core, weights) or _titled_by_its_words(body, core, weights)[-1:]


def _begins_with_heading(body: Node, core: Node, weights: Weights) -> bool:
    """Whether an h1 stands in the article's first half; one below it is who signs, set in large letters."""
    if not weights.count(core, "h1"):
        return False
    first = next((node for node in body.css("h1") if weights.inside(node, core)), None)
    return first is None or _words_before(first, core, weights) * 2 <= weights.of(core).length


def _words_before(node: Node, core: Node, weights: Weights) -> int:
    """How many characters of the core stand before a node in it, in elements beside it and those around it."""
    count, at = 0, node
    while at is not None and at.mem_id != core.mem_id:
        before = at.prev
        while before is not None:
            count += weights.of(before).length
            before = before.prev
        at = at.parent
    return count


def _in_two_lines(body: Node, core: Node, weights: Weights) -> list[Node]:
    """关于组织申报2026年 and 创新项目的通知: two headings, one right below the other, that are the title together."""
    nodes = body.css("h3, h4, h5")
    for above, below in pairwise(nodes):
        words = ["".join((node.text() or "").split()) for node in (above, below)]
        opens = _TITLE_BEGUN.match(words[0]) is not None and not is_title(words[0])
        if opens and is_title("".join(words)) and _stands_before(below, core, weights):
            return [above, below]
    return []


def _number(body: Node, whole: Weights) -> str | None:
    """The 发文字号 that an element of the page has to itself, or behind its label in a line of such labels.

    索引号, 文号 and 成文日期 stand in a box or a line above the article.
    """
    for node in body.css("td, dd, li, p, span, div, em, b"):
        weight = whole.of(node)
        if 0 < weight.own == weight.length <= _LONGEST_LABELS:
            words = _squeezed(node)
            parts = [words, *("".join(part.split()) for part in _BARS.split(node.text() or ""))]
            numbers = (_NUMBER.fullmatch(part) for part in parts if len(part) <= _LONGEST_NUMBER)
            if number := next((n for n in numbers if n), None) or _LABELLED.search(words):
                return number.group(1)
    return None


def _squeezed(node: Node) -> str:
    return "".join((node.text() or "").split())


def _stands_before(node: Node, core: Node, weights: Weights) -> bool:
    return weights.of(node).last < weights.of(core).order


def _titled_by_its_words(body: Node, core: Node, weights: Weights) -> list[Node]:
    return [
        node
        for node in body.css("td, p, div, strong, b, font, span, h3, h4, h5, h6")
        if _LEAST_TITLE <= weights.of(node).own == weights.of(node).length <= _MOST_TITLE
        and _stands_before(node, core, weights)
        and is_title(node.text() or "")
    ]


def is_title(text: str) -> bool:
    """关于…的通知 and its like."""
    return _TITLE_WORDS.fullmatch("".join(text.split())) is not None


def _may_be_title(node: Node, weights: Weights) -> bool:
    weight = weights.of(node)
    if not _LEAST_TITLE <= weight.length <= _MOST_TITLE or weight.own < _LEAST_TITLE:
        return False
    if node.tag in ("h1", "h2"):
        return True
    return _TITLE_NAME.search(_name(node)) is not None and node.css_first("h1, h2") is None


def _attachments_after(body: Node, core: Node, weights: Weights) -> list[Node]:
    """Elements behind the article, up to the page's end, whose own words announce attachments."""
    found = []
    at: Node | None = core
    while at is not None and at.mem_id != body.mem_id:
        after = at.next
        while after is not None:
            if weights.of(after).length and _announces_attachments(after):
                found.append(after)
            after = after.next
        at = at.parent
    return found


def _announces_attachments(node: Node) -> bool:
    text = (node.text() or "").strip()
    return text.startswith(("附件", "相关附件", "附：")) and node.css_first("a[href]") is not None
