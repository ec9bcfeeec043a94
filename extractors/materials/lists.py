"""Materials behind a lead without numbers: 应附：甲；乙；丙。, 须提供：甲、乙及丙。; letters named under 附件：."""

import re

from extractors.materials.names import MaterialKind
from extractors.text.items import find_items, number_at
from extractors.text.spans import Span, sentences, split_outside_brackets, without_brackets
from schemas.outline import Section
from schemas.text import Text

# A paragraph that announces a list: 附件包括以下材料：, 需提交以下申请资料：, 报送内容包括：, 揭榜书应附：.
LEAD = re.compile(
    r"(?:材料|资料|附件|文件|清单|(?:报送|提交|申报|申请|递交|上传|装订)(?:的)?内容)(?:(?!时间|日期|期限|地点|邮箱|通知|事[宜项])[^。；\n]){0,12}(?:包括|包含|如下|以下|为)[^。；\n]{0,10}[:：]"
    r"|(?:材料|资料|文件)(?:应|须)?由[^，。；：\n]{1,8}(?:组成|构成)[:：]"
    # 证明材料作为附件，包括：, 证明材料按以下顺序装订，有：
    r"|(?:证明|佐证|支撑|附件)(?:性)?(?:材料|文件)[^，。；：:\n]{0,14}[，,](?:主要|具体|分别|应|须)*(?:包括|包含|有|为)[^，。；：:\n]{0,8}[:：]"
    # 证明材料有：, 佐证材料是以下几样：, 证明文件一览：, 把下面这些证明放在后面：
    r"|(?:证明|佐证|支撑|附件)(?:性)?(?:材料|文件|资料)(?:主要|具体|分别|共)?(?:有|是|一览)[^，。；：:\n]{0,10}[:：]"
    r"|(?:所需|须附|需附|应附|要附)的?(?:证明|佐证|证件)[:：]"
    r"|[把将](?:这些|以下|下列|下面|如下)[^，。；：:\n]{0,4}(?:证明|佐证|材料|证件|证照|凭证)[^，。；：:\n]{0,10}[:：]"
    # 最后附证明材料六样：, 并交佐证文件5项：
    r"|(?:[附交带]|提[供交]|报送)(?:上|有|带|齐)?(?:下列|以下|有关|相关)?的?(?:证明|佐证|支撑)(?:材料|文件)(?:如下)?(?:共|计)?"
    r"[一二两三四五六七八九十\d]{1,2}\s?[样项种类件个][^，。；：:\n]{0,4}[:：]"
    r"|(?:作品|提交物)(?:应|须|需|必须)?(?:包括|包含|含)[^，。；：:\n]{0,6}[:：]"
    r"|(?<![^\n。；])附件[:：](?=[^\n。；：:、\d]{2,30}、[^\n。；：:]{0,120}(?:证[书照]|执照|复印件|证明|协议|合同))"
    r"|[书表](?:后|须|应)?附上?[:：]"
    # …，附下列材料：, 并附佐证：, 另须附证明文件：
    r"|(?:[，,]\s?|(?<![^\n。；，,])(?=[并另还同随须应需]))(?:并|另外?|还|同时|随文|须|应当?|需)*附(?:上|有|带|送|具|以)?"
    r"(?:以下|下列|如下|相关|有关)?的?(?:佐证|证明|支撑|备查|凭证)?性?(?:材料|文件|资料|件)?[:：]"
    r"|(?:材料|资料|文件)的?(?:组成|构成|目录)[:：]"
    r"|(?:部分|分册|卷|申[报请]书|文件|方案|揭榜书|应榜书|标书)(?:应|须|需)?(?:至少)?(?:包括|包含|含|由)[^，。；：:\n]{0,8}[:：]"
    r"|(?:以下(?![简统]?称)|下列|如下)[^。；\n（(]{0,10}(?:材料|资料|文件|附件)[^。；\n]{0,80}[:：]|装订[^。；\n]{0,14}[:：]"
    r"|(?:应|须|需|请|同时|一并)(?:另行|同时|一并)?(?:附上?|提供|提交|报送|递交|上传|出具)[^，。；：:\n]{0,8}[:：]"
)
# What a name of something to hand in ends with, and how many of it.
THING = re.compile(
    r"(?:[书表证件]|[书告]初稿|报告|材料|证明|协议|合同|清单|名单|声明|承诺|函|方案|说明|总结|概述|简历|介绍信|关键页|首页|照片|图片|截图|视频|光盘|U盘|代码|资料)》?"
    r"(?:[一二两三四五六七八九十\d]{1,2}\s?[份式本套个])?$",
    re.I,
)
_STOP = re.compile("。")
_SEMICOLON = re.compile("[；;]")
_COMMA = re.compile("[、]")
_HALT, _SHARE = re.compile("[，,]"), re.compile(r"(?:[一1]式|各)?\s?[一二两三四五六七八九十\d]{1,2}[份套篇]$")
_ASIDE = re.compile(r"\s{0,4}[（(][^（）()]{1,20}[）)]$")
# 证明材料：营业执照、审计报告等: what the papers are of.
_TOLD = re.compile(r"^([^，。；：:]{0,8}(?:材料|资料|证明|文件))[：:][^。；：:]{4,120}$")
# What ends the name of a paper.
_PAPER = re.compile(
    r"(?:[表书证单据件函]|合同|协议|材料|证明|报告|发票|执照|文件|制度|记录|结构图|照片|意见|决议|承诺|清单|名单|名册|方案|说明|批复|凭证|代表作|论文|[原专]著|[译书原]稿"
    r"|样[章刊书]|[正副]本)(?:不[少超][于过].{1,6}|[一二三四五六七八九十\d]{1,2}份.{0,6})?$"
)
_JOINED = re.compile(r"(?:以及|(?<![涉普])及|和)(?=[^以及和（()）]{4,30}$)")
_CONTAINS = re.compile(
    # 另附营业执照、审计报告, 报名时请一并交来…
    r"(?:[^，。；：:、（）()]{0,12}(?:请|须|应|需|还|另|并)|随[^，。；：:、（）()]{1,6}?)?(?:当|一并|一起|同时|另行|分别|一次性)?"
    r"(?:(?:交|带|附)[来上]|另附|后附|随附|附送|携带|出示|提[交供]|上传|递交)(?:以下|下列)?(?!的)[:：]?(?=[\u4e00-\u9fff《]{2})"
    r"|(?:主要|应|须)?(?:包括|包含)[:：]?|(?:申报|申请|揭榜)?(?:材料|资料|文件)(?:应|须|依次)*由"
)  # under 申报材料
_GUIDANCE = re.compile(r"\s*[\[［（(【][^\n：:]{0,40}[:：](?P<list>[^\n]{6,400}?)[。；;]?\s*[\]］）)】]\s*$", re.M)
_LETTER = re.compile(r"(?:承诺书|承诺函|军令状|保证书|诚信声明|责任书)(?:[（(].{1,12}[)）])?$")
_FEWEST, _MOST = 2, 10  # characters that say what is filled in
_FILLED = re.compile(rf"(?:填写|填报|填好)(?P<what>[\u4e00-\u9fff]{{{_FEWEST},{_MOST}}}?)信息")
_ATTACHMENTS = re.compile(r"附\s*件\s*\d{0,2}\s*[:：]")
_NUMBER = re.compile(r"\s*(?:附\s*件\s*)?(?:\d{1,2}\s*[.．、:：-]|[（(]\d{1,2}[）)])?\s*")
# 附件：1.申报表 2.任务书3.承诺书, in one line
_INNER = re.compile(r"(?<=[书表单函件告证料明录）》])\s{0,4}(?=\d{1,2}[.．、]\s?[\u4e00-\u9fff《])")
_COUNT = re.compile(r"(\d{1,2})\s{0,4}(?=[\u4e00-\u9fff《])")
_LONGEST, _LONGEST_BETWEEN = 60, 20
_LABEL = re.compile(r"(?:[-•·▪●◆]\s?)?(?P<name>[^，。；：:、\n]{2,20})[：:]")
# 航行总结。总结以见闻为主，…: a paper's name, and how it is to be made
_HEADED = re.compile(r"(?P<name>[^，。；：:、\n《》]{2,20})。(?=[^\n]{6})")
_CLAUSE = re.compile(r"[，,。；;：:]")
_ASKS = re.compile("填写|提交|提供|报送|上传|撰写|附上|要求")
_TELLS = re.compile(rf"[须应需请将把按见]|{_ASKS.pattern}")  # says what to do, and names no paper
# 身份证明；委托他人办理的，另附授权委托书: what is asked for besides, in a case
_IN_CASE = re.compile(
    r"[；;](?:[^。；;，,]{2,20}的[，,])?(?:还|另|并|同时)?(?:须|需|应)?(?:另行?)?(?:附上?|提[交供])[^。；;]{2,30}$"
)
_NO_ITEM = re.compile(r"[。；;：:]|不超过|以内|[前后]将|应当|必须")


def unnumbered(text: Text, start: int, end: int) -> list[Span]:
    """The pieces of the sentence at ``start`` where it is a list without numbers; [] for any other sentence."""
    at = text.block_at(max(start - 1, 0))
    stop = min(end, text.blocks[at].end) if at is not None else end
    if find_items(text, start, stop):
        return []
    whole = split_outside_brackets(text.clean, start, stop, _STOP)
    if not whole:
        return []
    first = whole[0]
    pieces = split_outside_brackets(text.clean, first.start, first.end, _SEMICOLON)
    if len(pieces) < 2:
        pieces = split_outside_brackets(text.clean, first.start, first.end, _COMMA)
        last = len(pieces) - 1
        pieces = [part for at, piece in enumerate(pieces) for part in _parted(text.clean, piece, last=at == last)]
    fits = len(pieces) >= 2 and all(piece.end - piece.start <= _LONGEST for piece in pieces)
    return pieces if fits else []


def paragraphs_below(text: Text, start: int, end: int) -> list[Span]:
    """The short paragraphs under a lead that ends its own: a list whose marks the format does not keep."""
    at = text.block_at(max(start - 1, 0))
    if at is None or text.clean[start : text.blocks[at].end].strip():
        return []
    found = []
    for block in (text.blocks[index] for index in range(at + 1, len(text.blocks))):
        words = text.clean[block.start : block.end].rstrip("。；; ")
        own = _IN_CASE.sub("", words)
        words = _TOLD.sub(r"\1", own)
        plain = block.table is None and block.heading_level is None and block.end <= end
        headed = _HEADED.match(text.clean, block.start, block.end) if plain else None
        if headed is not None and is_thing(headed["name"]) and _TELLS.search(headed["name"]) is None:
            found.append(Span(headed.start("name"), headed.end("name")))
            continue
        if plain and found and words.startswith("《"):
            continue  # 《甲表》（一般项目填写）或《乙书》（重点项目填写）: what sentences name by their titles
        if (
            not plain
            or len(words) > _LONGEST
            or _NO_ITEM.search(without_brackets(words))
            or number_at(text.clean, block.start, block.end)[0]
        ):
            break
        found.append(Span(block.start, block.start + len(own)))
    return _without_count(text.clean, found) if len(found) >= 2 else []


def _without_count(clean: str, lines: list[Span]) -> list[Span]:
    """1 营业执照 above 2 审计报告: the numbers 1, 2, 3… without a mark; the lines as they are else."""
    counts = [_COUNT.match(clean, line.start, line.end) for line in lines]
    told = [int(count[1]) if count is not None else 0 for count in counts]
    ends = [count.end() if count is not None else 0 for count in counts]
    counted = told == list(range(1, len(lines) + 1))
    return [Span(end, line.end) for end, line in zip(ends, lines, strict=True)] if counted else lines


def bare_list(text: Text, start: int, end: int) -> list[Span]:
    """The names right under a heading: 申报书、审计报告、承诺书。 or lines of them; [] where most are no papers."""
    run_in = next((b for b in text.blocks_in(start, end) if b.start < start < b.end - 1), None)
    block = run_in or next((b for b in text.blocks_in(start, end) if b.start >= start), None)
    if block is None or block.table is not None:
        return []
    first = max(start, block.start)
    lead = _CONTAINS.match(text.clean, first, block.end)
    first = lead.end() if lead else first
    sentence = text.clean[first : block.end].split("。")[0]
    readings = [] if run_in else [paragraphs_below(text, start, end)]
    if not re.search(r"[:：将把]|包[含括]", sentence):
        readings.append(run_on(text, first, min(end, block.end)))
    readings += [] if run_in else [_labels_below(text, start, end)]
    found = ((pieces, papers) for pieces in readings if (papers := papers_among(text, pieces)))
    pieces, papers = next(found, ([], []))
    return _with_neighbours(text, pieces, papers)


def _labels_below(text: Text, start: int, end: int) -> list[Span]:
    """申报书：按附件格式填写。 above 简历：…: the papers that paragraphs name before they tell more of them."""
    found = []
    for block in text.blocks_in(start, end):
        label = _LABEL.match(text.clean, block.start, block.end) if block.table is None else None
        if label is not None and is_thing(label["name"]) and _ASKS.search(label["name"]) is None:
            found.append(Span(label.start("name"), label.end("name")))
    return found


def lone_paper(text: Text, section: Section) -> list[Span]:
    """The one paper that a group's heading (3.工作证明材料) is followed by: 连续六个月的缴费证明，即《…》."""
    below = [b for b in text.blocks_in(section.heading_end, section.own_end) if b.start >= section.heading_end]
    if len(below) != 1 or below[0].table is not None or find_items(text, below[0].start, section.own_end):
        return []
    if not section.title.endswith(("材料", "资料", "证明")):
        return []
    first = split_outside_brackets(text.clean, below[0].start, below[0].end, _CLAUSE)[0]
    words = without_brackets(first.of(text.clean))
    fits = len(words) <= _LONGEST and is_thing(words) and _TELLS.search(words) is None
    return [first] if fits else []


def in_cell(text: Text, start: int, end: int) -> list[Span]:
    """附件清单 | 1.营业执照；2.审计报告: the papers that a template's cell lists; [] where most are none."""
    items = [Span(item.body, item.end) for item in find_items(text, start, end)]
    pieces = items or split_outside_brackets(text.clean, start, end, _SEMICOLON)
    return papers_among(text, [Span(p.start, p.start + len(p.of(text.clean).rstrip("；;。 \n"))) for p in pieces])


def in_guidance(text: Text, start: int, end: int) -> list[Span]:
    """[按顺序附：营业执照；审计报告。]: what the guidance under 证明材料 names; [] where most are no papers."""
    block = next((b for b in text.blocks_in(start, end) if b.start >= start and b.table is None), None)
    match = _GUIDANCE.match(text.clean, block.start, min(block.end, end)) if block is not None else None
    if match is None or find_items(text, match.start("list"), match.end("list")):
        return []
    pieces = split_outside_brackets(text.clean, match.start("list"), match.end("list"), _SEMICOLON)
    if len(pieces) == 1:
        pieces = split_outside_brackets(text.clean, match.start("list"), match.end("list"), _COMMA)
    return papers_among(text, pieces)


def papers_among(text: Text, pieces: list[Span]) -> list[Span]:
    """The papers among the pieces; [] for fewer than two, or where a third is none."""
    things = [piece for piece in pieces if piece.end - piece.start <= _LONGEST and is_thing(piece.of(text.clean))]
    return things if len(things) >= 2 and len(things) * 3 >= len(pieces) * 2 else []


def _with_neighbours(text: Text, pieces: list[Span], papers: list[Span]) -> list[Span]:
    """The papers, and what one 、 parts from them on both sides, whatever it ends with: 甲证书、乙样本、丙合同."""
    return [
        piece
        for piece in pieces
        if piece in papers
        or (
            2 <= piece.end - piece.start <= _LONGEST_BETWEEN
            and text.clean[piece.start - 1 : piece.start] == "、"
            and text.clean[piece.end : piece.end + 1] == "、"
            and _TELLS.search(piece.of(text.clean)) is None
        )
    ]


def run_on(text: Text, start: int, end: int) -> list[Span]:
    """The pieces of a paragraph of names: 申请表、合同复印件各1份；发票，均为PDF格式。."""
    if find_items(text, start, end):
        return []
    found = []
    for sentence in sentences(text.clean, start, end):
        pieces = split_outside_brackets(text.clean, sentence.start, sentence.end, _COMMA)
        by_comma = split_outside_brackets(text.clean, sentence.start, sentence.end, _HALT)
        pieces = by_comma if len(pieces) == 1 and len(by_comma) >= 3 else pieces
        pieces[-1:] = _parted(text.clean, pieces[-1], last=True) if len(pieces) > 1 else pieces
        found += [_unsaid(text.clean, piece) for piece in pieces]
    return found


def _unsaid(clean: str, piece: Span) -> Span:
    """Without what follows behind a comma (，均为PDF格式上传) and how many of it (各1份)."""
    first = split_outside_brackets(clean, piece.start, piece.end, _HALT)[0]
    words = _ASIDE.sub("", first.of(clean)) if _SHARE.search(_ASIDE.sub("", first.of(clean))) else first.of(clean)
    return Span(first.start, first.start + len(_SHARE.sub("", words).rstrip()))


def is_thing(words: str) -> bool:
    """Whether the words end as the name of a paper does."""
    bare = without_brackets(words).rstrip("。；;，, ")
    return THING.search(bare) is not None or _PAPER.search(bare) is not None


def _parted(clean: str, piece: Span, *, last: bool) -> list[Span]:
    """甲和乙; whole where the list goes on behind 人员的职称证书和劳动合同, which are the two papers of one owner."""
    match = _JOINED.search(clean[piece.start : piece.end])
    if match is None or match.start() < 3 or (not last and "的" in clean[piece.start : piece.start + match.start()]):
        return [piece]
    return [Span(piece.start, piece.start + match.start()), Span(piece.start + match.end(), piece.end)]


def attached_papers(text: Text, start: int, end: int) -> list[tuple[Span, MaterialKind]]:
    """What the applicant is to hand in of the names under 附件：.

    Letters of commitment, and the forms that the text asks to fill in by what they hold (填写项目需求信息).
    """
    asked = {match["what"] for match in _FILLED.finditer(text.clean, start, end)}
    found: list[tuple[Span, MaterialKind]] = []
    for name in _attachments(text, start, end):
        words = name.of(text.clean)
        if _LETTER.search(words):
            found.append((name, "commitment"))
        elif _holds_asked(words, asked):
            found.append((name, "form"))
    return found


def _holds_asked(name: str, asked: set[str]) -> bool:
    """某市揭榜项目需求表 is the form of 项目需求."""
    what = name.removesuffix("表").removesuffix("信息")
    return name.endswith("表") and any(what[-length:] in asked for length in range(_FEWEST, _MOST + 1))


def _attachments(text: Text, start: int, end: int) -> list[Span]:
    """The names that a list of attachments gives (附件：1.…2.…), without their numbers."""
    found, listing = [], False
    for span in sentences(text.clean, start, end):
        lead = _ATTACHMENTS.match(text.clean, span.start, span.end)
        listing = lead is not None or (listing and span.end - span.start <= _LONGEST)
        for piece in split_outside_brackets(text.clean, lead.end() if lead else span.start, span.end, _INNER):
            number = _NUMBER.match(text.clean, piece.start, piece.end)
            name = Span(number.end() if number else piece.start, piece.end)
            if listing and name.end > name.start:
                found.append(name)
    return found
