"""A page's own lines about a notice (网页信息行): when and by whom it was posted, and what a reader may do with it."""

import re

# 2026年3月2日 10:11 科研处 点击：[123]; [发布日期]2026-05-06; 发布者：教务处　发布时间：…
POSTED = re.compile(
    r"[（(]?20\d\d\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}\s?日?(?:\s{1,8}\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?\s{0,8}"
    r"[^，。；\d]{0,20}(?:(?:点击|浏览|阅读|来源|作者|字号|访问量?|编辑|发布者|发布人|次数|部门)\s?[:：\]】]|(?:点击|浏览|阅读)\s?[（(\[]?\s?\d).{0,60}"
    r"|[\[【](?:发布|更新|成文|发文|信息|文章)?(?:日期|时间|部门|机构|单位|来源|作者|字体|字号)\s?[\]】:：].{0,60}"
    r"|(?:发布|更新|成文|发文|录入|发表)(?:日期|时间|部门|机构|单位|者|人)\s?[:：].{0,80}"
    r"|(?:信息|文章|稿件|新闻)?(?:来源|作者|编辑|供稿)\s?[:：][^，。；]{0,40}(?:时间|日期|点击|浏览|阅读).{0,40}"
)
# 【打印】, 字体：大 中 小, 浏览次数
TOOLS = re.compile(
    r"【\s?(?:打印|关闭|大|收藏|字体)|字号|字体\s?[:：]|我要纠错|^(?:朗读|分享|收藏|打印|关闭|返回|播报)|浏览次数|点击(?:数|次数|率)"
)
# 索引号：…, 发文机构：…, 成文日期：… in the box that a government's page sets above the title
_PARTICULAR = re.compile(
    r"(?:索\s*引\s*号|(?:发文)?(?:文\s*号|字号)|(?:信息|主题|组配)分类|体裁|(?:发文|发布|公开|制发)(?:机构|机关|单位|部门|日期|时间|类别|方式|形式)"
    r"|(?:成文|生效|有效|失效)(?:日期|时间)|(?:效力状态|有效性|是否有效)|名\s*称|标\s*题|主\s*题\s*词|关\s*键\s*词|信息来源)\s{0,4}(?:[:：].*)?"
)
_LEAST_PARTICULARS = 2
_BUTTON = re.compile(r"[【\[]\s?(?:打印|关闭|大|收藏|字体)|字[体号]\s?[:：]")


def are_particulars(cells: list[str]) -> bool:
    """The cells of a table are such a box, and no table of the notice's own."""
    said = [cell for cell in cells if cell]
    named = sum(_PARTICULAR.fullmatch(cell) is not None for cell in said)
    return named >= _LEAST_PARTICULARS and named * 2 >= len(said)


def is_posting(words: str) -> bool:
    """The line tells when a page was posted, or is a page's tool: neither the title nor a part of a sentence."""
    return len(words) <= 120 and (POSTED.fullmatch(words) is not None or _BUTTON.match(words) is not None)
