"""Re-flow: which printed lines go on in the next one. Judged for each document by its line width."""

import re
from dataclasses import dataclass
from itertools import pairwise

from extractors.notice.posting import is_posting
from extractors.notice.signature import is_issuer
from extractors.text.blanks import RULED
from extractors.text.marks import COUNT, FRAMED
from pipeline.structure.characters import width
from pipeline.structure.page.line_widths import CLOSED, PROSE, is_pasted, looks_wrapped, measure, usual_width
from pipeline.structure.page.pieces import Piece
from pipeline.structure.page.text_columns import parted_by_columns
from pipeline.structure.titles.titles import title_role
from pipeline.structure.titles.within import ORNAMENTS

_FULL = 0.93  # of the widest usual line: one Chinese character and a mark may be missing at the right edge
_ENDS = "。！？"
_ENGLISH_STOP = re.compile(r"[\u4e00-\u9fff）)”》]\.$")  # half-width full stops behind Chinese words
_OPEN = "，、,（(《“"
# …，本项目不对算子: words behind a comma or a full stop, with no mark of their own at the end
_MIDDLE = re.compile(r"[，。；][\u4e00-\u9fffA-Za-z0-9]{1,30}$|[，、]$")
# A title, and whom it addresses: two paragraphs, however long the title's line is.
_TITLE_END = re.compile(r"(?:通知|公告|通告|公示|启事|榜单|指南|函)$")
# 转发《关于…的通知》, on a line of its own: the whole title
_PASSED_ON = re.compile(r"(?:关于)?(?:转发|印发)《[^《》。；]{8,100}(?:通知|公告|通告)》")
_ADDRESSEES = re.compile(r"(?:各|有关|全[省市国区]|社会|广大|相关)[^。；]*[:：]")
# At the right edge, of the signature or of a cover: 2026年7月8日, 2026年7月, 签署日期：2026.07.08
_DAY = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6}\s*[:：]\s*)?20\d\d\s*(?:年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|[.\-/]\s*\d{1,2}\s*[.\-/]\s*\d{1,2})"
)
# 包件二 异形行李自动识别与导入: the next part's name, in larger letters than the text
_COUNTED, _COUNTED_FILL = (
    re.compile(r"[\u4e00-\u9fff]{1,4}[一二三四五六七八九十\d]{1,2}[ \u3000]+[^，。；：:]{4,40}"),
    0.8,
)
# 年　月　日 to fill in below those who sign: nothing goes on behind it
_BLANK_DAY = re.compile(r"(?:日期\s*[:：]\s*)?(?:二[〇○零]|20)?[\s_＿]*年[\s_＿]*月[\s_＿]*日")
_ATTACHED_ALONE = re.compile(r"附\s?[件录]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[A-J])\s?[:：]?")
_GOES_ON = re.compile(r"[，。、；：）)%％≥≤＜＞<>±]|[\u4e00-\u9fff](?:[\u4e00-\u9fff]{0,2}[，。、；]|$)")
_NO_BEGINNING = re.compile(r"[，。、；）)%％≥≤]")  # 捕集率 / ≥80%: no paragraph begins so
_VALUE = re.compile(r"[≥≤＜＞<>\d]")  # values one under the other
# What no line's end parts: a Latin word or a figure with the mark behind it, one Chinese character with its mark.
_FIRST_WORD = re.compile(r"(?:[A-Za-z0-9.≥≤<>±/%^·+\-]{1,40}|.)[，。、；：）)]?")
_UNBREAKABLE = re.compile(r"[A-Za-z0-9≥≤]")
_BEGUN = re.compile(r"[；。][^；。：:\s]{1,6}$")  # 8米；示 / 范桥梁2座: the line holds a clause's first words
_SENTENCE_BEGUN = re.compile(r"[\u4e00-\u9fff]。[\u4e00-\u9fff]{1,12}$")
_LIST_BEGUN = re.compile(r"(?:下列|以下|包括|提供|提交|附上|报送)[\u4e00-\u9fff]{0,4}$")  # 和下列佐 / 证材料：
_CUT_LABEL = re.compile(r"[\u4e00-\u9fff]{1,8}[:：](?!//)")
# 10分 / 钟
_HALF_UNIT = re.compile(r"\d\s?(?:分|小|公|毫|微|平|立|千|兆|个工作|工作)$"), re.compile(r"[钟时里斤秒米克升方瓦日]")
# 一 / 申报范围: a page for telephones sets the number of a heading on a line of its own.
_LONE_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]{1,2}|[（(][一二三四五六七八九十]{1,2}[)）]|0[1-9])$")
_CRUMBS = re.compile(
    r"(?:您|你)?(?:现在|当前|目前|所在|的)*位置\s?[是:：]|(?:网站)?首页\s?[:：>]"
)  # where a page stands
# 1月15日以前 / 申请人完成初稿…。: a day and what is due by it, cells of a table that the copy has lost.
_LONE_DAY = re.compile(
    r"^\d{1,2}月\d{1,2}日(?:\s?[-—–~至]\s?(?:\d{1,2}月)?\d{1,2}日)?(?:以前|之前|前|上午|下午|起|开始)?$"
)
# 不低于20 / TFLOPS，: a figure with its bound, and its unit on the next line
_BOUND_CUT = re.compile(r"(?:[于到至达过]|[≥≤<>])\s?\d[\d.,]*$")
_UNIT_CUT = re.compile(
    r"(?:[KMGTPEkm]?(?:FLOPS|OPS|B/s|bps|Hz|Wh|W|Pa|eV|B|V|A|N|J)|[nμmck]?m|ms|kg|mg|dB|℃|m/s|L/min|rpm)[，。；、）以]"
)
# What a line's end has surely cut: 电话：0991- and the number on the next, a bracket that the next line closes,
# 某某科技有限 and 公司.
_CUTS = (
    (_LONE_DAY, re.compile(r".{9,}[。；;]$")),
    (_LONE_NUMBER, re.compile(r"[\u4e00-\u9fff“”、（）()]{3,20}$")),
    (re.compile(r"(?<!\d)0\d{2,3}[-－]$"), re.compile(r"\d{7,8}(?!\d)")),
    (re.compile(r"(?<!\d)0\d{2,3}[-－]\d{1,6}$"), re.compile(r"\d{1,7}(?![\d.、．年月])")),
    (re.compile(r"[（(][^（）()]{0,40}$"), re.compile(r"[^（）()。；]{0,12}[）)]")),
    (re.compile(r"\d月\d{1,2}日$"), re.compile(r"(?:[01]?\d|2[0-4])[:：][0-5]\d(?!\d)")),  # 5月15日 / 16:30前
    # 渔政局于2026年 / 9月 / 13日 / 发布了…, 二O / 二六年: a copy that sets every figure of a date on a line of its own
    (re.compile(r"[\u4e00-\u9fff]\s?20\d\d年$"), re.compile(r"\d{1,2}月(?:\d{1,2}日.{0,20})?$")),
    (re.compile(r"^\d{1,2}月$"), re.compile(r"\d{1,2}日[之以]?前?(?:$|[\u4e00-\u9fff，])")),
    (re.compile(r"^\d{1,2}日$"), re.compile(r"[\u4e00-\u9fff]{1,3}了[\u4e00-\u9fff《]")),
    (re.compile(r"^\d{1,2}日[之以]?前$"), re.compile(r"(?:报送|提交|报至?|送[至交]|完成|上报)[\u4e00-\u9fff]")),
    (re.compile(r"^二[O〇○零]$"), re.compile(r"[一二三四五六七八九〇○零O]{2}年[一二三四五六七八九十]{1,2}月")),
    (re.compile(r".{20}(?:邮箱|邮件)[:：]$"), re.compile(r"[\w.+-]{2,40}[@＠]", re.ASCII)),
    (re.compile(r"[\w.+-]{2,40}[@＠]$", re.ASCII), re.compile(r"[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}(?!\w)", re.ASCII)),
    (
        re.compile(r"[\w.+-]{2,40}[@＠][\w.-]{1,40}[-.]$", re.ASCII),
        re.compile(r"[a-z\d-]{1,40}(?:\.[a-z\d-]{1,20}){1,4}(?!\w)", re.ASCII),
    ),
    (re.compile(r"[\u4e00-\u9fff]{2}有限(?:责任)?$"), re.compile(r"(?:责任)?公司")),
)
# 发文字号 on a line of its own stands above the title.
_NUMBERED = re.compile(r"[\u4e00-\u9fff]{2,12}\s?[〔\[【（(]\s?20\d\d\s?[〕\]】）)]\s?第?\s?\d{1,5}\s?号")
_ITEM = re.compile(
    r"(?P<lead>附|附证|证明?|佐证)?(?P<number>\d{1,2})(?:[-—](?P<part>\d{1,2}))?[ \u3000]{1,3}"
    r"(?=[\u4e00-\u9fff“《A-Z]{2}|20\d\d年)"
)
# 材料四 高新技术企业证书, 备查文件3：…: papers of a list, one below the other; not 见附件1 broken at its end.
_PAPER = re.compile(
    rf"[\u4e00-\u9fff]{{0,2}}(?:附件|材料|文件|附录)\s?{COUNT}"
    r"(?:[（(][^（）()]{1,12}[）)])?(?:[:：]\s?|[ \u3000]\s?(?![种项份个件套类页条款以中的]))\S"
)
# 其一，某某证明 and 其二，某某证明, 甲、审计报告: items by such words, each on a line of its own
_ORDINAL = re.compile(r"(?:其[一二三四五六七八九十][，,、:：]|[甲乙丙丁戊己庚辛][、.．:：])\S")
# 榜题四（XF-04）排水抢险车 below a full line that ends its sentence
_TITLED_ITEM = re.compile(
    rf"(?:揭榜|攻关)?(?:[榜赛课难]题|榜单|方向|任务|需求|项目|专题)\s?{COUNT}"
    r"(?:[（(\[【][^（）()]{1,20}[)）\]】]|[:：、]|\s)\s?[^。；，]{2,40}"
)
# A  营业执照复印件………第1页: the entry of a list ends with its page
_LEADER = re.compile(
    r"(?:[…·.]{1,60}\s?第\s?\d{1,3}(?:[-—–~至]\d{1,3})?页|[…·]{4,60}\s?\d{1,3}(?:\s?[-—–~至]\s?\d{1,3})?)$"
)
# 任务编号____ 任务名称____: a line of labels before lines to write on, or with what was written there
_WRITTEN = re.compile(r"(?:[_＿]|…{3})\s?(?:[百千]?[万亿]?元|[人名项件个台年月日%])?$")
_TO_WRITE = re.compile(r"[\u4e00-\u9fff][^_＿…。，；]{1,24}(?:[_＿]{2}|…{3})")
_FRAMED = re.compile(rf"\s*{FRAMED}\s*")
_LABEL_ALONE = re.compile(r"[【〔〖［\[][\u4e00-\u9fff]{2,12}[】〕〗］\]]")  # 〔项目摘要〕 over its text
# 〔附件之2〕 任务书目次, 附录B 提纲
_ATTACHED = re.compile(
    r"[〔【\[]?附\s?[件录]\s?(?:之\s?)?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[A-J])[〕】\]]?[\s:：]"
)
_POINTS = re.compile(r"[见和及与、，,按照（(《“在至]$")
# 联合揭榜单位及分工：无, （联系人）: a form's line, whatever the long one above it ends with
_LABELLED = re.compile(r"[\u4e00-\u9fff/]{2,14}[：:]|[（(【][\u4e00-\u9fff，：]{2,14}[)）】]$")
# 揭榜单位　　　　　　　　所在港区: labels far apart, with the room to write behind each
_NARROWEST = 8
_LONG = 60  # columns: a line of prose, not a title or a cell


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document's lines are broken.

    ``wrapped``: a full line goes on in the next. ``indents``: paragraphs open with an indent. ``spaced``: an
    empty line stands behind nearly every line, so it says nothing. ``indent``: a paragraph's indent that the lines
    have lost, as a share of the width (0 where boxes show the edge itself).
    """

    wrapped: bool
    indents: bool
    spaced: bool
    indent: float = 0.0


def layout_of(pieces: list[Piece], hard_wrapped: bool | None) -> Layout:
    """Measures the lines and sets each piece's ``fill`` (and, where boxes are known, ``indented``)."""
    measure(pieces)
    usual = usual_width([p.columns for p in pieces])
    boxed = [p for p in pieces if p.box is not None]
    by_boxes = len(boxed) > len(pieces) / 2
    if by_boxes:
        _fill_by_boxes(boxed)
    else:
        for piece in pieces:
            piece.fill = piece.columns / usual if usual else 0.0
    wrapped = looks_wrapped(pieces) if hard_wrapped is None else hard_wrapped or is_pasted(pieces)
    prose = [p for p in pieces if p.columns >= PROSE]
    indents = sum(p.indented for p in pieces) >= 0.15 * len(pieces) and len(prose) > 0
    indent = 0.0 if by_boxes or any(p.indented for p in prose) else 4.0 / max(usual, 40)
    gaps = sum(p.gap > 0 for p in pieces[1:])
    return Layout(wrapped, indents, gaps > 0.6 * max(len(pieces) - 1, 1), indent)


def goes_on(before: Piece, after: Piece, layout: Layout, *, first: bool) -> bool:
    """Is ``after`` the same paragraph as ``before``? ``first``: ``before`` opens its paragraph, so that an indent
    of two characters may have been cut from its left.
    """
    ends = before.heading is not None or _CRUMBS.match(before.text) is not None or _NUMBERED.fullmatch(before.text)
    cut = not ends and layout.wrapped and (_is_cut_label(before, after) or _is_cut_unit(before, after))
    if ends or (after.starts and not cut) or (before.indented and _DAY.fullmatch(before.text)):
        return False
    if _is_title_above(before.text, after.text) or _is_next_item(before.text, after.text) or _is_title(after):
        return False
    if cut or any(end.search(before.text) and start.match(after.text) for end, start in _CUTS):
        return True
    last = before.text[-1]
    if not layout.wrapped:
        if after.gap and is_issuer(after.text):
            return False  # the signature
        ended = last in CLOSED or last == "）" or _ENGLISH_STOP.search(before.text) is not None
        apart = _LABELLED.match(after.text) is not None
        broken = last in _OPEN or (before.columns >= _LONG and not ended and not apart)
        return broken and not after.indented and (after.gap > 0 or after.after_mark) and before.columns >= 20
    if layout.indents and after.indented and not _is_set_in(before):
        return False
    if after.gap and not layout.spaced and not after.after_mark:
        return False
    most = _COUNTED_FILL if _COUNTED.fullmatch(after.text) else 0.5
    if last in _ENDS and after.fill < most and after.text[-1] not in _ENDS:
        return False  # a sentence that ends at the margin, and a label or title under it
    indent = layout.indent if first else 0.0
    continues = _NO_BEGINNING.match(after.text) is not None and last not in CLOSED
    if continues or before.fill + indent >= _FULL or (last in _OPEN and before.fill >= 0.6):
        return True
    # Prose that breaks off without a mark: Latin words and unbreakable figures leave a ragged edge.
    marked = "，" in before.text or ("；" in before.text and _UNBREAKABLE.match(after.text) is not None)
    return before.fill >= 0.8 and last not in CLOSED + "）)" and marked and not _LABEL_ALONE.fullmatch(after.text)


def _is_set_in(before: Piece) -> bool:
    """A full line, itself set in, that ends in the middle of a sentence: all lines of its paragraph are set in."""
    return before.indented and before.fill >= _FULL and _MIDDLE.search(before.text) is not None


def _is_cut_label(before: Piece, after: Piece) -> bool:
    """…估算。主要原材料与元器 / 件要求：…: a full line ends in a sentence's first words; no label begins below."""
    plain = after.heading is None and not after.marked and not after.indented
    return (
        plain
        and before.fill >= _FULL
        and (_SENTENCE_BEGUN.search(before.text) or _LIST_BEGUN.search(before.text)) is not None
        and _CUT_LABEL.match(after.text) is not None
    )


def _is_cut_unit(before: Piece, after: Piece) -> bool:
    return _BOUND_CUT.search(before.text) is not None and _UNIT_CUT.match(after.text) is not None


def _is_next_item(before: str, after: str) -> bool:
    """1 营业执照 and 2 审计报告, one below the other; 3-2 and 4 or 4-1, 3-1 and 3-2 as well.

    Any line and 材料四 …; any line that ends with the paper's page and the next one; lines of labels far apart.
    """
    if (_PAPER.match(after) and not _POINTS.search(before)) or _LEADER.search(before):
        return True
    if RULED.fullmatch(before) or RULED.fullmatch(after) or (_WRITTEN.search(before) and _TO_WRITE.match(after)):
        return True  # a ruled line is full and says nothing: what stands below it is the next label
    if before[-1:] == "。" and _TITLED_ITEM.fullmatch(after):
        return True
    if _ORDINAL.match(before) and _ORDINAL.match(after) and before[-1:] not in "，,、；;":
        return True
    one, other = _ITEM.match(before), _ITEM.match(after)
    if one is None or other is None or one["lead"] != other["lead"]:
        return False
    (above, part), (number, later) = ((int(m["number"]), int(m["part"] or 0)) for m in (one, other))
    return (number == above + 1 and later <= 1) or (later > 0 and (number, later) == (above, part + 1))


def _is_title(piece: Piece) -> bool:
    """揭榜承诺书, 【联系人】, ★资金预算 below an empty line, however full the line above is."""
    titled = (
        piece.text[0] in ORNAMENTS
        or title_role(piece.text) is not None
        or _FRAMED.fullmatch(piece.text)
        or _ATTACHED.match(piece.text)
    )
    return piece.gap > 0 and bool(titled)


def _is_title_above(before: str, after: str) -> bool:
    """A title above whom it addresses, a line of posting, a browser's title (某某通知-某某网), a day to fill in."""
    if _TITLE_END.search(before) and _ADDRESSEES.fullmatch(after):
        return True
    if _PASSED_ON.fullmatch(before) or _BLANK_DAY.fullmatch(before) or is_posting(before) or is_posting(after):
        return True
    if _ATTACHED_ALONE.fullmatch(after) and before[-1] in "日）)。；":
        return True  # 附录4 on a line of its own, behind a sentence or a signature
    return len(after) >= _NARROWEST and before.startswith(after)


def stands_alone(words: str) -> bool:
    """A number or a day that the copy set on a line of its own, before what it numbers or dates."""
    return _LONE_NUMBER.match(words) is not None or _LONE_DAY.match(words) is not None


def is_cut(before: Piece, after: Piece, widest: int) -> bool:
    """Is a short line of a table's cell cut by the cell's edge, ``widest`` columns away?

    What follows begins as no paragraph does (，AUC…, ≥85%…, 例，28天…), or its first word would not have fitted.
    """
    stacked = _VALUE.match(before.text) is not None and _VALUE.match(after.text) is not None
    if after.starts or before.text[-1] in CLOSED or stacked:
        return False
    if (
        _BEGUN.search(before.text)
        or before.text[-1] in _OPEN
        or (_HALF_UNIT[0].search(before.text) and _HALF_UNIT[1].match(after.text))
    ):
        return True
    word = _FIRST_WORD.match(after.text)
    return _GOES_ON.match(after.text) is not None or (
        word is not None and widest >= _NARROWEST and before.columns + width(word.group()) > widest
    )


def _fill_by_boxes(pieces: list[Piece]) -> None:
    """Edges page by page, since landscape and portrait mix; the usual edge where a page has few lines."""
    by_page: dict[int | None, list[Piece]] = {}
    for piece in pieces:
        by_page.setdefault(piece.page, []).append(piece)
    usual_left, usual_right = _edges(pieces)
    for page in by_page.values():
        stretches = parted_by_columns(page)
        for stretch in stretches:
            left, right = _edges(stretch) if len(stretch) >= 8 else (usual_left, usual_right)
            if right < 0.75 * usual_right and len(stretches) == 1:  # a page of short lines does not show its margin
                left, right = usual_left, usual_right
            _fill_to(stretch, left, right)


def _fill_to(pieces: list[Piece], left: float, right: float) -> None:
    """Sets how far the lines reach between these margins."""
    for piece in pieces:
        if piece.box is not None:
            x0, top, x1, bottom = piece.box
            size = max(bottom - top, 6.0)
            piece.fill = 1.0 if x1 >= right - 1.6 * size else min(x1 / right, 0.9)
            piece.indented = x0 > left + 1.2 * size
    for piece, below in pairwise(pieces):
        if piece.indented and below.indented and _are_flush_right(piece, below, left + (right - left) / 4):
            piece.fill = _reach(piece, left, right)


def _are_flush_right(piece: Piece, below: Piece, beyond: float) -> bool:
    """法定代表人：（签字）某某 above 某某公司（盖章）: lines that end, and do not begin, one below the other.

    A paragraph that is set far in begins its lines at one edge, but for the two characters of its first line.
    """
    if piece.box is None or below.box is None or piece.box[0] < beyond:
        return False
    (x0, top, x1, bottom), (other_x0, _, other_x1, _) = piece.box, below.box
    return abs(x1 - other_x1) <= 3 and abs(x0 - other_x0) > 2.5 * (bottom - top)


def _reach(piece: Piece, left: float, right: float) -> float:
    """How far the words would reach from the left edge."""
    return (piece.box[2] - piece.box[0]) / max(right - left, 1.0) if piece.box else 0.0


def _edges(pieces: list[Piece]) -> tuple[float, float]:
    """The left and the right margin: the outermost edges that at least two lines come near (6 points).

    Where more than a fifth of the lines stand out beyond such a right edge, two lines in the middle made it: then
    the line that reaches farthest shows the margin.
    """
    lefts = sorted(p.box[0] for p in pieces if p.box)
    rights = sorted((p.box[2] for p in pieces if p.box), reverse=True)
    left = next((a for a, b in pairwise(lefts) if b - a <= 6), lefts[0] if lefts else 0.0)
    right = next((a for a, b in pairwise(rights) if a - b <= 6), rights[0] if rights else 1.0)
    if sum(edge > right for edge in rights) > 0.2 * len(rights):
        right = rights[0]
    return left, right
