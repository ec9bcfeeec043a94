"""Paragraphs that a copy of a web page ran together in one line: where each of them begins."""

import re
from itertools import pairwise

from extractors.text.marks import HAN_DIGITS
from pipeline.structure.titles.numbering import value_of

_LOST = 5  # numbers of a series that a copy may have dropped at one place, one more
_SHORTEST = 120  # characters: a shorter line with 一、 and 二、 in it is a sentence
# The title of a chapter that every call has; not the head of a longer one (申报条件和程序).
_USUAL = (
    r"(?:(?:申报|申请|认定|报名|参赛|揭榜|推荐|奖励|补助|支持|受理|报送|项目|遴选)(?:对象|条件|范围|类型|类别|材料|资料|程序|流程|时间|方式|要求|标准|内容|期限|原则)"
    r"|(?:工作|有关|其他|其它|相关)(?:要求|事项)|联系方式)(?=[\u4e00-\u9fff（(\d])(?![及和与或的为是等])"
)
# A chapter's number behind a sentence or a blank; behind a ；it numbers the parts of a sentence.
_CHAPTER = re.compile(
    rf"(?:^|(?<=[。：:!！?？|\s，,]))([{HAN_DIGITS}]{{1,3}})[、.．]\s?(?=[\u4e00-\u9fff“《（(]|20\d\d年)"
)
# Behind a comma a chapter has to have such a title, or to stand this far from the one before.
_USUAL_TITLE, _APART = re.compile(_USUAL), 40
_PART = re.compile(rf"(?<=[。：:；;\s)）])[（(]([{HAN_DIGITS}]{{1,3}})[)）](?=\s?[\u4e00-\u9fff“《])")
_ITEM = re.compile(
    r"(?<=[。：:；;，,\s])(\d{1,2})(?:[、．]|\.(?!\d{1,2}[^\d年]))(?=\s?(?:[\u4e00-\u9fff“《]|20\d\d年))"
)
# 一、复审范围 我市认定的企业: a blank ends the title, or it is one that every call has.
# So does the first part: 一、申报的有关事项（一）申报条件….
_TITLE = re.compile(
    rf"[^\s。；;，,：:]{{2,20}}\s(?=\S)|{_USUAL}|[^\s。；;，,：:（(]{{2,20}}(?=[（(][{HAN_DIGITS}][)）])"
)
# The title before whom it addresses, and what follows whom it addresses.
_ADDRESSED = re.compile(r"(?:通知|公告|通告|公示|指南|启事|函)\s+(?=[^\s。；]{2,100}[:：])")
_OPENS = re.compile(r"^[^。；]{0,120}?(?:各|有关|相关)[^。；:：]{0,120}[:：]\s?(?=[\u4e00-\u9fff])")
# 海岚市农业农村局2026年9月22日: who signs, behind the name of the last attachment.
_SIGNED = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[表书单法案函文式]))[\u4e00-\u9fff]{2,3}(?:省|市|县|区|州)[\u4e00-\u9fff]{2,24}?"
    r"(?:局|厅|委员会|办公室|政府)20\d\d年\d{1,2}月\d{1,2}日(?=[（(。\s|]|$)"
)
# What stands below the text: attachments, whom to ask, the day.
_FOOT = re.compile(
    r"(?<=[。）)，,\s])(?=附\s?件\s?(?:[:：]|\d{1,2}\s?[.．、:：])|联\s?系\s?(?:人|方\s?式|电\s?话)\s?[:：]"
    r"|(?:20\d\d|二[〇○零][〇○零一二三四五六七八九十]{2})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[\s|]*$)"
)

# 3.1 总体方案 3.2 技术路线 3.3 进度安排: titles of one chapter, with nothing but blanks and brackets between.
_DOTTED = re.compile(r"(?:^|(?<=[\s）)]))(\d{1,2})[.．](\d{1,2})(?![.．]?\d)\s{0,3}(?=[\u4e00-\u9fff])")
_NUMBER_AT_END = re.compile(r"(?<=\s)\d{1,2}[.．]\d{1,2}\s*$")  # whose title is on the next line
_NO_TITLES = re.compile(r"[。；;，,！？：:]")
_FEWEST, _LONGEST_TITLE = 3, 40


def title_starts(line: str) -> list[int]:
    """The offsets at which the titles of a chapter's outline begin that were printed in one line, 0 left out."""
    if ("." not in line and "．" not in line) or _NO_TITLES.search(line):
        return []
    marks = list(_DOTTED.finditer(line))
    numbers = [(int(mark[1]), int(mark[2])) for mark in marks]
    in_order = all(a[0] == b[0] and a[1] + 1 == b[1] for a, b in pairwise(numbers))
    edges = [*(mark.start() for mark in marks), len(line)]
    if len(marks) < _FEWEST or not in_order or any(b - a > _LONGEST_TITLE for a, b in pairwise(edges)):
        return []
    cut = _NUMBER_AT_END.search(line, marks[-1].end())
    return [at for at in (*edges[:-1], *((cut.start(),) if cut else ())) if at > 0]


def paragraph_starts(line: str) -> list[int]:
    """The offsets in ``line`` at which a paragraph begins, the first left out; [] for a line that is one paragraph.

    A line is several paragraphs where it is long and holds chapters in their order (一、…。二、…).
    """
    if len(line) < _SHORTEST or ("、" not in line and "." not in line and "．" not in line):
        return []
    chapters = _in_order(list(_CHAPTER.finditer(line)))
    if len(chapters) < 2 or all(_behind_comma(line, mark) for mark in chapters):
        return []
    starts = {mark.start() for mark in chapters}
    for mark in chapters:
        title = _TITLE.match(line, mark.end())
        starts |= {title.end()} if title else set()
    for pattern in (_PART, _ITEM):
        starts |= {mark.start() for mark in _series(list(pattern.finditer(line)))}
    starts |= {match.end() for match in (_ADDRESSED.search(line, 0, chapters[0].start()), _OPENS.match(line)) if match}
    starts |= {match.start() for match in _FOOT.finditer(line, chapters[-1].end())}
    if signed := _SIGNED.search(line, chapters[-1].end()):
        starts |= {signed.start(), signed.end()}
    return sorted(starts - {0})


def _behind_comma(line: str, mark: re.Match[str]) -> bool:
    comma = mark.start() > 0 and line[mark.start() - 1] in "，,"
    return comma and _USUAL_TITLE.match(line, mark.end()) is None


def _in_order(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks from the first 一、 or 二、 on whose numbers rise; a copy may have lost some between, or the first."""
    found: list[re.Match[str]] = []
    for mark in marks:
        value = value_of(mark[1])
        if _behind_comma(mark.string, mark) and mark.start() - (found[-1].end() if found else 0) < _APART:
            continue
        if value in (1, 2) if not found else value > value_of(found[-1][1]):
            found.append(mark)
    return found


def _series(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks that open a series or go on in it: 1, 2, 3, 1, 2; a copy may have lost some between (1, 6, 7)."""
    found: list[re.Match[str]] = []
    for at, mark in enumerate(marks):
        value = value_of(mark[1])
        after = value_of(marks[at + 1][1]) if at + 1 < len(marks) else 0
        goes_on = found and value_of(found[-1][1]) < value <= value_of(found[-1][1]) + _LOST
        if (value <= (1 if found else 2) and value < after <= value + _LOST) or goes_on:
            found.append(mark)
    return found
