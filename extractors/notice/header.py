"""The head of a notice: title, 发文字号, issuers, and the date of the signature (GB/T 9704-2012, 7.2 and 7.3)."""

import re
from dataclasses import dataclass

from extractors.notice.posting import POSTED, TOOLS, are_particulars, is_posting
from extractors.notice.signature import closing_date, closing_issuer, find_signature, is_issuer, iso_date
from extractors.text.notice_words import alternation
from extractors.text.spans import squeezed
from schemas.outline import Outline, Role
from schemas.text import Block, Text

# 沪经信智〔2025〕234号; brackets as people type them. Not 2025年第3号 (a serial), not XH-202628 (a topic's number).
NUMBER = re.compile(
    r"[\u4e00-\u9fff]{2,14}\s*[〔\[【（(﹝]\s*\d{4}\s*[〕\]】）)﹞]\s*(?:[\u4e00-\u9fff]{1,2}字)?第?\s*\d{1,5}\s*号"
)
# 便函〔2026〕147 without its 号, which only a line of its own tells from a reference
_BARE_NUMBER = r"[\u4e00-\u9fff]{2,14}\s?[〔\[]\s?\d{4}\s?[〕\]]\s?\d{1,5}"
_NUMBER_LINE = re.compile(
    rf"(?:(?:发文字号|发文文号|文\s*号|文件编号)\s*[:：]\s*)?({NUMBER.pattern}|{_BARE_NUMBER})(?:\s+签发人.*)?"
)
# 索引号：A-1　文号：云数〔2026〕12号, the line of labels of a page
_LABELLED_NUMBER = re.compile(rf"(?<![\u4e00-\u9fff])(?:发文字号|发文文号|文\s*号)\s*[:：]\s*({NUMBER.pattern})")
_ATTACHMENT = re.compile(r"附\s*件\s*[0-9一二三四五六七八九十]{0,3}\s*[:：]?")
_LABEL = re.compile(r"[\u4e00-\u9fffA-Za-z ]{2,8}\s*[:：]\s*\S")
# 各市经信委，有关单位：, which may be the first line of a copy; no label (索引号：) and no title.
_ADDRESSED = re.compile(
    r"(?=.*(?:各|有关|相关|全[体市省区县校]|广大|尊敬|[、，]))[^。；]{2,160}(?<!通知)(?<!公告)[:：]"
)
# 某某局关于征集需求的通知日期：2026-07-18来源：…, the first lines of a page run into one.
_RUN_ON = re.compile(
    r"(?P<title>[^，。；：:\s]{0,30}关于[^。；：:\n]{4,80}?的(?:通知|公告|通告))"
    r"(?=\s?(?:(?:(?:发布|更新|成文|发文)?(?:日期|时间)|(?:信息|文章)?来源|作者)\s?[:：]"
    # …的通知2026-08-28云数〔2026〕23号各单位：
    rf"|(?P<day>20\d\d[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?)?\s?(?P<number>{NUMBER.pattern})|(?:各|有关)[^。；：:\n]{{2,40}}[:：]))"
)
# A notice's title on a line of its own, or on two put together.
NOTICE_TITLE = re.compile(r"[^。；：:《》]{0,40}关于[^。；：:《》]{4,80}的(?:通知|公告|通告)")
_LABEL_ALONE = re.compile(r"[•·\s]*[\u4e00-\u9fff]{2,6}\s*[:：]")  # • 发布部门 :, its value on the next line
_DATE_LINE = re.compile(r"[（(]?\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?[^\u4e00-\u9fff]*")
_ENDS = re.compile(rf"{alternation('title_ends')}(?:[（(][^（）()]{{1,12}}[）)])?$")
# 政策文件, 首页, 通知公告: where in a site the page stands, copied above its title.
_NAVIGATION = re.compile(
    r"(?:(?:政策|新闻|通知|公告|公示|信息|资讯|动态|文件|法规|要闻|热点|工作|业务|政务|公开|申报|项目|服务|中心|专栏|频道|栏目|目录|列表|快讯|具体|条件|原文|正文|详情|集团|公司|企业|行业"
    r"|学校|学院|医院|学会|协会|概况|简介|机构|设置|办事|指南|下载|专区|校园|文化|党建|党群|招生|就业|人才|招聘|合作|交流|科学|科研|教学|学生|师资|队伍|规章|制度|联系|我们|关于|校务|院务|重要|最新|更多"
    r"|网站|站点|地图|智能|问答|无障碍|阅读|浏览|版本|长者|关怀|模式|部门|导航|相关|链接|友情|搜索|登录|注册|用户|返回|列表页){2,4}"
    r"|(?:网站)?首页.{0,20}|[^，。；]{2,8}(?:专栏|频道|栏目)|主页|正文|繁體(?:中文)?|繁体|English|登录|注册|[当前目的您你现所在]{2,5}位置.*)"
)
_PLACE = re.compile(r"(?:[当前目的您你现所在]{2,5}位置|网站首页)\s?[是:：]")
# 标题：某局关于…的通知, among the particulars that a collector or a site sets above the text
_TITLE_LABEL = re.compile(r"(?:文件|信息|公文)?(?:标\s{0,4}题|题\s{0,4}名|名\s{0,4}称)\s?[:：]\s?(?P<title>\S.{5,120})")
_RED_HEAD = re.compile(r"(.{4,60}?)\s*文\s*件")
# 发榜单位 as a section of its own (contests); its text names the issuer.
_ISSUER_SECTION = re.compile(r"(?:发榜|发布|主办|组织|出题|命题)(?:单位|方|机构)")
# 命题单位：某局; 发榜日期：… 发榜机构：某办公室
_ISSUER_IN_LINE = re.compile(
    r"(?:发榜|发布|主办|命题|出题|张榜|发文|制发)(?:单位|机构|机关|部门|方)\s*[:：]\s*(?P<name>[^\s：:，。；]{4,40})"
)
# （某某研究院，2026年5月） under a title
_DATED = re.compile(
    r"(?:发榜|张榜|印发|成文|发文|制发)(?:日期|时间)\s*[:：]\s*(?P<year>20\d\d)\s?[年.-]\s?(?P<month>\d{1,2})\s?[月.-]\s?(?P<day>\d{1,2})"
)
_DAY_BELOW_TITLE = re.compile(
    r"[（(][^（）()，,\s]{4,40}?[，,\s]*(?P<year>20\d\d)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日[)）]"
)
_BELOW_TITLE = re.compile(r"[（(](?P<name>[^（）()，\s]{4,40}?)[，,\s]*20\d\d\s?年[^（）()]{0,12}[)）]")
_ISSUER_LABEL = re.compile(r"(?:(?:企业|单位|发榜单位|机构|主办单位)(?:名称)?\s*[:：]\s*)?(.{4,50})")
_ABOUT = re.compile(r"(?!转发|印发)(.{4,60}?)(?:转发|印发|关于).+")  # A局转发B厅关于…: A issues it
# 某某院关于举行 / …的通知, under the page's own title
_LEADS = re.compile(r"(?!转发|印发)(?P<name>[^，。；：:《》]{4,40})关于(?:[\u4e00-\u9fff]{2,4})?")
_LED = re.compile(r"(.{4,40}?)20\d\d\s?年.+")  # 某某集团有限公司2026年度揭榜项目公告
_MOST_ROWS = 12  # of a box of particulars


@dataclass(frozen=True, slots=True)
class Header:
    """What stands at the head and the foot of a notice; ``issued_on`` is an ISO date."""

    title: str | None
    document_number: str | None
    issued_on: str | None
    issuers: tuple[str, ...]


def find_header(text: Text, outline: Outline) -> Header:
    """The header; a web page's time of posting is no date of issue, a number in running text no number."""
    lines = preamble(text, outline)
    title = _title(text, lines)
    signature = find_signature(text, outline)
    number = next((m.group(1) for line in lines if (m := _number(_words(text, line)))), None) or _run_on_number(text)
    issuers = (signature.issuers if signature else ()) or _issuers(text, outline, lines, title)
    date = signature.date if signature else closing_date(text, outline)
    issuers = issuers or closing_issuer(text, outline)
    date = date or next((found for line in lines if (found := _dated_at_head(_words(text, line)))), None)
    return Header(
        title=title,
        document_number=squeezed(number) if number else None,
        issued_on=date,
        issuers=issuers,
    )


def _number(words: str) -> re.Match[str] | None:
    return _NUMBER_LINE.fullmatch(words) or _LABELLED_NUMBER.search(words)


def _dated_at_head(words: str) -> str | None:
    """发榜日期：2026年5月6日, （某某联盟，2026年7月1日）, of the document itself; 发布时间 is a web page's."""
    match = _DATED.search(words) or _DAY_BELOW_TITLE.fullmatch(words)
    return iso_date(match["year"], match["month"], match["day"]) if match else None


def preamble(text: Text, outline: Outline) -> list[Block]:
    """The lines above the addressee, the first sentence, or the first numbered heading."""
    first = min((s.start for s in outline.sections if s.number is not None), default=len(text.clean))
    found: list[Block] = []
    blocks = text.blocks[:25]
    for index, block in enumerate(blocks):
        words = _words(text, block)
        if block.table is not None and _is_site_line(text, block.table, above=not found):
            found.clear()  # what stands over a site's menu is the site's own
            continue
        if (
            block.start >= first
            or (block.table is not None and not _is_box(text, block.table))
            or _ADDRESSED.fullmatch(words)
        ):
            break
        if words.endswith(("：", ":")) and found and not _LABEL_ALONE.fullmatch(words):
            break
        called = words.endswith(("！", "!")) and is_posting(_words(text, blocks[min(index + 1, len(blocks) - 1)]))
        if re.search(r"[。；！？～]|，.*，", words.rstrip("！") if called else words) or len(words) > 120:
            break
        if words:
            found.append(block)
    return found


def _is_site_line(text: Text, table: int, *, above: bool) -> bool:
    """首页 | 新闻 | 通知: one row above the title is a site's own; below a line only where it is a menu."""
    rows = text.rows_of(table)
    return len(rows) == 1 and (above or all(_NAVIGATION.fullmatch(_words(text, cell)) for cell in rows[0]))


def _is_box(text: Text, table: int) -> bool:
    """The box of 索引号, 发文机构 and 成文日期 above a title."""
    rows = text.rows_of(table)
    return len(rows) <= _MOST_ROWS and are_particulars([_words(text, cell) for row in rows.values() for cell in row])


def _words(text: Text, block: Block) -> str:
    return text.clean[block.start : block.end].strip()


def _title(text: Text, lines: list[Block]) -> str | None:
    marked = [line for line in lines if line.heading_level == 1]
    # The issuers' names may be set like the title that follows them.
    named = [line for line in marked if not all(map(is_issuer, _words(text, line).split()))]
    marked = named or [line for line in lines if marked and line.heading_level == 2] or marked
    if marked:
        return _joined([_words(text, line) for line in _adjacent(lines, marked)])
    if labelled := _labelled_title(text, lines):
        return labelled
    below = _below_number(text, lines)
    places = [i for i, line in enumerate(below) if not _is_furniture(_words(text, line))]
    places = [i for i in places if _NAVIGATION.fullmatch(_words(text, below[i])) is None] or places
    names = [_words(text, below[place]) for place in places]
    if not names:
        return _run_on(text) or _passed_on(text) or text.document.title or _division_title(text, lines)
    levels = [below[place].heading_level for place in places[:2]]  # 参赛资讯 over 参赛对象, its first chapter
    unended = min(len(names), 2 if len(set(levels)) == 1 else 1) - 1
    last = max((i for i, name in enumerate(names) if _ENDS.search(name)), default=unended)
    first = last
    while first > 0 and _leads_in(names[first - 1], names[first]) and (last - first) < 3:
        if places[first] - places[first - 1] > 1:
            break  # a topic's number between them: the contest's name and the title
        first -= 1
    return _joined(names[first : last + 1])


def _labelled_title(text: Text, lines: list[Block]) -> str | None:
    """What stands behind 标题： in one of the lines, where it ends as a title does."""
    said = (match["title"] for line in lines if (match := _TITLE_LABEL.fullmatch(_words(text, line))))
    return next((squeezed(title) for title in said if _ENDS.search(title)), None)


def _run_on_head(text: Text) -> re.Match[str] | None:
    """The head of a text whose copy has lost its line breaks: it opens with the title."""
    first = text.blocks[0] if text.blocks else None
    return _RUN_ON.match(text.clean, first.start, first.end) if first is not None else None


def _run_on(text: Text) -> str | None:
    match = _run_on_head(text)
    return squeezed(match["title"]) if match else None


def _run_on_number(text: Text) -> str | None:
    match = _run_on_head(text)
    return match["number"] if match else None


def _passed_on(text: Text) -> str | None:
    """The title of the notice that a note to one's own people carries below itself, above whom it addresses."""
    blocks = [block for block in text.blocks if block.table is None]
    for index in range(1, len(blocks) - 1):
        if _ADDRESSED.fullmatch(_words(text, blocks[index + 1])) is None:
            continue
        lines = [_words(text, block) for block in blocks[max(0, index - 1) : index + 1]]
        if NOTICE_TITLE.fullmatch(lines[-1]):
            return _joined(lines[-1:])
        if len(lines) > 1 and NOTICE_TITLE.fullmatch("".join(lines)):
            return _joined(lines)
    return None


def _leads_in(above: str, below: str) -> bool:
    """Does the line above belong to the title? Offices alone do only where 关于… follows them.

    A browser's title (某某通知-某某网) says the line below again.
    """
    if _NAVIGATION.fullmatch(above) or above.startswith(below):
        return False
    offices = all(map(is_issuer, above.split())) and not below.startswith("关于")
    return _ENDS.search(above) is None and not offices


def _below_number(text: Text, lines: list[Block]) -> list[Block]:
    """The lines below the 发文字号, where any of them can be the title: above it stands the red head."""
    last = max((i for i, line in enumerate(lines) if _NUMBER_LINE.fullmatch(_words(text, line))), default=-1)
    below = lines[last + 1 :]
    return below if any(not _is_furniture(_words(text, line)) for line in below) else lines


def _division_title(text: Text, lines: list[Block]) -> str | None:
    said = (_words(text, line) for line in lines)
    return next((words for words in said if not (TOOLS.search(words) or _NUMBER_LINE.fullmatch(words))), None)


def _adjacent(lines: list[Block], marked: list[Block]) -> list[Block]:
    """The first run of marked lines that follow one another: a title in two lines is two headings."""
    run = [marked[0]]
    for line in marked[1:]:
        if lines.index(line) != lines.index(run[-1]) + 1:
            break
        run.append(line)
    return run


def _is_furniture(words: str) -> bool:
    """A line of the head that is no part of the title."""
    return (
        _ATTACHMENT.fullmatch(words) is not None
        or _BELOW_TITLE.fullmatch(words) is not None
        or NUMBER.search(words) is not None
        or _RED_HEAD.fullmatch(words) is not None
        or (_LABEL.match(words) is not None and _ENDS.search(words) is None)
        or TOOLS.search(words) is not None
        or _LABEL_ALONE.fullmatch(words) is not None
        or _PLACE.match(words) is not None
        or _DATE_LINE.fullmatch(words) is not None
        or POSTED.fullmatch(words) is not None
        or len(words) < 2
        or re.search(r"[>»|]|[题榜]目?编号\s*[:：]", words) is not None
    )


def _joined(parts: list[str]) -> str:
    return squeezed("".join(parts))


def _issuers(text: Text, outline: Outline, lines: list[Block], title: str | None) -> tuple[str, ...]:
    for line in lines:
        red = _RED_HEAD.fullmatch(_words(text, line))
        if red and is_issuer(re.split(r"\s+", red.group(1))[-1]):
            return tuple(part for part in re.split(r"\s+", red.group(1)) if is_issuer(part))
    about = _ABOUT.fullmatch(title or "") or _LED.fullmatch(title or "")
    names = tuple(n for n in re.split(r"[\s、]+", about.group(1)) if is_issuer(n)) if about else ()
    named = _named_at_head([_words(text, line) for line in lines])
    if named and not (len(named) == len(names) == 1 and names[0].endswith(named[0])):
        return named  # not 区工信局, where the title says 海岚区工信局
    if names:
        return names
    leading = (_LEADS.fullmatch(_words(text, line)) for line in lines)
    if lead := next((m["name"] for m in leading if m is not None and is_issuer(m["name"])), None):
        return (lead,)
    for section in outline.sections:
        if _ISSUER_SECTION.fullmatch(section.title) and outline.divisions[section.division].role is Role.BODY:
            return _named_in(text, section.heading_end, section.own_end)
    return ()


def _named_at_head(lines: list[str]) -> tuple[str, ...]:
    """A line of several offices, or one behind 命题单位： or in brackets with the month."""
    for line in lines:
        names = tuple(re.split(r"\s+", line))
        if len(names) > 1 and all(map(is_issuer, names)):
            return names
    for line in lines:
        labelled = _ISSUER_IN_LINE.search(line) or _BELOW_TITLE.fullmatch(line)
        if labelled and is_issuer(labelled["name"]):
            return (labelled["name"],)
    return ()


def _named_in(text: Text, start: int, end: int) -> tuple[str, ...]:
    for line in text.clean[start:end].split("\n"):
        match = _ISSUER_LABEL.fullmatch(line.strip())
        if match and is_issuer(match.group(1)):
            return (match.group(1).strip(),)
    return ()
