"""What a limit is of, as a name: without numbers, leads and what its heading asks (揭榜方案怎么写, 首页之后附摘要)."""

import re

from extractors.text.marks import HAN_DIGITS

CHAPTER_NUMBER = re.compile(
    r"^(?:(?:第[一二三四五六七八九十\d]{1,3}(?:部分|[章节篇])|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ][、.．]?)\s*(?=[\u4e00-\u9fff]{2})"
    r"|(?:[一二三四五六七八九十]{1,3}、|\d{1,2}(?:[.．\-－]\d{1,2}){0,2})\s*(?=[\u4e00-\u9fff]{3}))"
    r"(?![万亿千百个项条种年月日号倍位分支名份家人台页次款类期])"
)
# 表5项目摘要, 表2-5项目摘要, 表B.5项目摘要, A19项目摘要
_PART_NUMBER = re.compile(
    r"^(?:附?表\s?(?:[A-Z][-—.．]?)?\d{1,2}(?:[-—.．]\d{1,2})?|附?表[一二三四五六七八九十]{1,2}|[A-Z]\d{1,2})\s?(?=[\u4e00-\u9fff]{2})"
)
_ARTICLE = re.compile(rf"^第[{HAN_DIGITS}百\d]{{1,4}}条\s*(?![件款例目码形])(?=\S{{2}})")
# 任务书“二、海况分析”: the chapter that is called by its name
_QUOTED = re.compile(
    rf"^[\u4e00-\u9fff]{{0,8}}[“「『](?:[{HAN_DIGITS}\d]{{1,3}}[、.．]\s?)?(?P<title>[^“”「」『』]{{2,20}})[”」』]?(?:部分|一?章|一?节)?$"
)
# 封面之后是摘要, 首页之后附摘要, 正文前另附简介: where it stands
_PLACED = re.compile(
    r"^(?:(?:封面|首页|扉页|目录|正文|文)(?:之?[后前]|后面|前面)|(?:最后|开头|文前|文末|篇首))"
    r"(?:[应须要需]当?)?(?:先|再|另|还)?(?:另?附[上有]?|是|为|[写放置有])(?:[一1][页段份篇])?(?=[\u4e00-\u9fff]{2})"
)
# 揭榜方案怎么写, 申报文件内容: the heading over what the document holds; not 研究内容
_ASKED = re.compile(
    r"(?<=[案书件料表告])(?:怎[么样]写|如何(?:编?写|编制)|写(?:什么|哪些|啥)|的?(?:主要|正文|编写|编制)?(?:内容|写法|体例)(?:[与和及]要求)?|的?编[写制]要求)$"
)
# 第十条 字数限制：…
_LABEL = re.compile(
    rf"^\s*(?:第[{HAN_DIGITS}\d]{{1,4}}条\s*)?(?:字数|篇幅|页数|长度)(?:限制|要求|规定|上限|控制)?\s?[:：]\s?(?=\S)"
)
# 叁 要交什么, 需要提交哪些材料？: the heading over all that is handed in, whose one length is that of the text
_HANDED_IN = re.compile(
    r"(?:[一-鿿]{0,4}?[要需应该])?(?:提|递|上)?(?:交|报|准备|提供|报送)(?:些什么|什么|啥|哪些)(?:[一-鿿]{0,2}(?:材料|资料|文件|东西))?[？?]?"
)
_LENGTH = re.compile(r"(?:字数|篇幅|页数)(?:限制|要求|规定|上限|控制)")  # 字数限制：全文不超过9000字


def without_limit_label(sentence: str) -> str:
    """海况分析不超过 of 字数限制：海况分析不超过."""
    return _LABEL.sub("", sentence)


def plain_scope(scope: str) -> str:
    """2技术路线, 第一部分立项背景, 第9章预期效益编写说明: a chapter's number, and what its text is, are no name."""
    scope = _ARTICLE.sub("", scope)
    quoted = _QUOTED.match(scope)
    scope = quoted["title"] if quoted is not None else _ASKED.sub("", _PLACED.sub("", scope))
    scope = re.sub(r"(?<=.{2})本(?:[章节]|部分)$", "", scope).rstrip("—–-")  # 第七章 报价明细——本章不超过两页
    scope = re.sub(r"(?<=.{2})(?:编写|填写|撰写)说明$", "", _PART_NUMBER.sub("", scope))
    scope = CHAPTER_NUMBER.sub("", scope)
    return "正文" if _LENGTH.fullmatch(scope) or _HANDED_IN.fullmatch(scope) else scope
