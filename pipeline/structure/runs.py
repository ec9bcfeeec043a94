"""Paragraphs that a copy of a web page ran together in one line: where each of them begins."""

import re

from pipeline.structure.numbering import HAN_DIGITS, value_of

_SHORTEST = 120  # characters: a shorter line with 一、 and 二、 in it is a sentence
# The title of a chapter that every call has; not the head of a longer one (申报条件和程序).
_USUAL = (
    r"(?:(?:申报|申请|认定|报名|参赛|揭榜|推荐|奖励|补助|支持|受理|报送)(?:对象|条件|范围|类型|类别|材料|资料|程序|流程|时间|方式|要求|标准|内容|期限)"
    r"|(?:工作|有关|其他|其它|相关)(?:要求|事项)|联系方式)(?=[\u4e00-\u9fff（(\d])(?![及和与或的为是等])"
)
# A chapter's number behind a sentence or a blank, behind a comma before such a title; behind a ；it numbers the parts
# of a sentence.
_CHAPTER = re.compile(
    rf"(?:^|(?<=[。：:!！?？|\s])|(?<=[，,])(?=.{{1,3}}、(?:{_USUAL})))([{HAN_DIGITS}]{{1,3}})[、.．]\s?(?=[\u4e00-\u9fff“《（(])"
)
_PART = re.compile(rf"(?<=[。：:；;\s)）])[（(]([{HAN_DIGITS}]{{1,3}})[)）](?=\s?[\u4e00-\u9fff“《])")
_ITEM = re.compile(r"(?<=[。：:；;，,\s])(\d{1,2})(?:[、．]|\.(?!\d))(?=\s?[\u4e00-\u9fff“《])")
# 一、复审范围 我市认定的企业: a blank ends the title, or it is one that every call has.
_TITLE = re.compile(rf"[^\s。；;，,：:]{{2,20}}\s(?=\S)|{_USUAL}")
# The title before whom it addresses, and what follows whom it addresses.
_ADDRESSED = re.compile(r"(?:通知|公告|通告|公示|指南|启事|函)\s+(?=[^\s。；]{2,100}[:：])")
_OPENS = re.compile(r"^[^。；]{0,120}?(?:各|有关|相关)[^。；:：]{0,120}[:：]\s?(?=[\u4e00-\u9fff])")
# What stands below the text: attachments, whom to ask, the day.
_FOOT = re.compile(
    r"(?<=[。）)，,\s])(?=附\s?件\s?(?:[:：]|\d{1,2}\s?[.．、:：])|联\s?系\s?(?:人|方\s?式|电\s?话)\s?[:：]"
    r"|(?:20\d\d|二[〇○零][〇○零一二三四五六七八九十]{2})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[\s|]*$)"
)


def paragraph_starts(line: str) -> list[int]:
    """The offsets in ``line`` at which a paragraph begins, the first left out; [] for a line that is one paragraph.

    A line is several paragraphs where it is long and holds chapters in their order (一、…。二、…).
    """
    if len(line) < _SHORTEST or not ("一" in line and "二" in line):
        return []
    chapters = _in_order(list(_CHAPTER.finditer(line)))
    if len(chapters) < 2:
        return []
    starts = {mark.start() for mark in chapters}
    for mark in chapters:
        title = _TITLE.match(line, mark.end())
        starts |= {title.end()} if title else set()
    for pattern in (_PART, _ITEM):
        starts |= {mark.start() for mark in _series(list(pattern.finditer(line)))}
    starts |= {match.end() for match in (_ADDRESSED.search(line, 0, chapters[0].start()), _OPENS.match(line)) if match}
    starts |= {match.start() for match in _FOOT.finditer(line, chapters[-1].end())}
    return sorted(starts - {0})


def _in_order(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks from the first 一、 on whose numbers rise; a copy may have lost some between."""
    found: list[re.Match[str]] = []
    for mark in marks:
        value = value_of(mark[1])
        if value == 1 if not found else value > value_of(found[-1][1]):
            found.append(mark)
    return found


def _series(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks that open a series or go on in it: 1, 2, 3, 1, 2."""
    found: list[re.Match[str]] = []
    for at, mark in enumerate(marks):
        value = value_of(mark[1])
        after = value_of(marks[at + 1][1]) if at + 1 < len(marks) else 0
        if (value == 1 and after == 2) or (found and value == value_of(found[-1][1]) + 1):
            found.append(mark)
    return found
