"""The article of a web page: found by where its words are, freed of menus, footers and buttons."""

import re
from typing import Any

Node = Any  # selectolax.lexbor.LexborNode

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
# Lines that a site writes around the article; each must start the line, and the line must be short.
_FURNITURE_LINE = re.compile(
    r"(?:发布(?:时间|日期|人|机构)|(?:信息)?来源|浏览(?:次数|量)|点击(?:数|量|次数)|阅读(?:次数|量)?|访问量|字号|字体|作者|责任编辑|编辑|"
    r"更新时间|【?字体)\s*[：:【]"
    r"|[上下]一(?:篇|个|条|页)\s*[：:]?|分享到|【?打印|【?关闭|打印本页|关闭窗口|扫一扫|返回(?:顶部|首页|列表)|相关(?:阅读|链接|文章)"
    r"|(?:您(?:现在|当前)?的|当前)位置|版权所有|Copyright"
)
_SITE_MARK = re.compile(r"网站标识码|ICP备|公网安备")  # anywhere in the line
_FURNITURE_LINE_LENGTH = 120


def is_furniture_line(text: str) -> bool:
    """Whether a line of a page belongs to the site and not to the article."""
    if len(text) > _FURNITURE_LINE_LENGTH:
        return False
    return _FURNITURE_LINE.match(text.strip()) is not None or _SITE_MARK.search(text) is not None


def find_article(body: Node) -> tuple[Node, Node | None, list[Node]]:
    """The node that holds the article, its heading where that stands outside, and later nodes with attachments."""
    _drop_furniture(body)
    core = body
    while True:
        child = _dominant_child(core)
        if child is None:
            break
        core = child
    return core, _heading_outside(body, core), _attachments_after(body, core)


def own_weight(node: Node) -> int:
    """The number of visible characters that are not inside links."""
    linked = sum(_length(link) for link in node.css("a"))
    return max(_length(node) - linked, 0)


def _length(node: Node) -> int:
    return len("".join((node.text() or "").split()))


def _drop_furniture(body: Node) -> None:
    total = max(own_weight(body), 1)
    for tag in _FURNITURE_TAGS:
        for node in body.css(tag):
            if own_weight(node) <= total * _SURE_FURNITURE_SHARE:
                node.decompose()
    for node in body.css("div[class], div[id], ul[class], ul[id], section[class], header[class], dl[class], table[id]"):
        name = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        share = _SURE_FURNITURE_SHARE if _SURE_FURNITURE.search(name) else _FURNITURE_SHARE
        named = share == _SURE_FURNITURE_SHARE or _FURNITURE.search(name)
        if named and own_weight(node) <= total * share and node.css_first("h1") is None:
            node.decompose()


def _dominant_child(node: Node) -> Node | None:
    if node.tag not in _DESCEND or (node.tag == "table" and not _only_lays_out(node)):
        return None
    total = own_weight(node)
    for child in node.iter():
        if child.tag in _DESCEND and own_weight(child) >= max(total * _DOMINANT_SHARE, 1):
            return None if child.tag == "table" and not _only_lays_out(child) else child
    return None


def _only_lays_out(table: Node) -> bool:
    return len(table.css("table")) > 1 or len(table.css("p")) > 3 * len(table.css("tr"))


def _heading_outside(body: Node, core: Node) -> Node | None:
    """The nearest heading before the article, unless the article begins with one of its own."""
    if core.css_first("h1") is not None or core.mem_id == body.mem_id:
        return None
    nodes = [node for node in body.css("h1, h2, [class], [id]") if _may_be_title(node) and not _inside(node, core)]
    before = [node for node in nodes if not _inside(core, node) and _precedes(body, node, core)]
    main = [node for node in before if node.tag == "h1"]
    found = (main or before)[-1:] or _titled_by_its_words(body, core)[-1:]
    return found[0] if found else None


def _titled_by_its_words(body: Node, core: Node) -> list[Node]:
    nodes = [
        node
        for node in body.css("td, p, div, strong, b, font, span, h3")
        if 6 <= own_weight(node) == _length(node) and _TITLE_WORDS.fullmatch("".join((node.text() or "").split()))
    ]
    return [
        node for node in nodes if not _inside(core, node) and not _inside(node, core) and _precedes(body, node, core)
    ]


def _may_be_title(node: Node) -> bool:
    if not 6 <= _length(node) <= 120 or own_weight(node) < 6:
        return False
    if node.tag in ("h1", "h2"):
        return True
    name = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return _TITLE_NAME.search(name) is not None and node.css_first("h1, h2") is None


def _inside(node: Node, outer: Node) -> bool:
    at = node
    while at is not None:
        if at.mem_id == outer.mem_id:
            return True
        at = at.parent
    return False


def _precedes(body: Node, first: Node, second: Node) -> bool:
    for node in body.traverse():
        if node.mem_id == first.mem_id:
            return True
        if node.mem_id == second.mem_id:
            return False
    return False


def _attachments_after(body: Node, core: Node) -> list[Node]:
    """Elements behind the article, up to the page's end, whose own words announce attachments."""
    found = []
    at = core
    while at is not None and at.mem_id != body.mem_id:
        after = at.next
        while after is not None:
            if after.tag is not None and after.tag.isalnum() and _announces_attachments(after):
                found.append(after)
            after = after.next
        at = at.parent
    return found


def _announces_attachments(node: Node) -> bool:
    text = (node.text() or "").strip()
    return text.startswith(("附件", "相关附件", "附：")) and node.css_first("a[href]") is not None
