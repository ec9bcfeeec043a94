"""Copies (份数): 一式三份, 一式2份, 5份, and for what they are asked."""

import re
from dataclasses import dataclass

from extractors.text.marks import NUMBERED
from extractors.text.spans import Span, sentences, squeezed
from schemas.text import Text

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {
    "两": 2,
    "贰": 2,
    "叁": 3,
    "壹": 1,
    "肆": 4,
    "伍": 5,
    "陆": 6,
}
_COUNT = r"(?P<{0}>\d{{1,2}}|[一二两三四五六七八九十壹贰叁肆伍陆]{{1,2}})\s*份"
_SET = re.compile(r"[一1]\s*式\s*" + _COUNT.format("n"))
# 另须提交承诺书一份, 一份方案书写一个方向: one letter, and how much one of them tells
_NO_COPIES = re.compile(
    r"(?![^。；]*式)[^。；]*(?:(?:承诺[书函]|声明)[一1]份|[一1]\s?份(?:[^，。；、]{0,8}的)?[^，。；、]{0,6}?(?:承诺[书函]|声明)|[一1每]份[^，。；]{2,8}?[只仅限]?(?:写|填|报|对应|选)[一1])"
)
# 正本1份、副本4份: five in all.
_ORIGINAL = re.compile(
    r"(?:正本|(?<=料)原件)\s*" + _COUNT.format("a") + r"[^。；]{0,8}(?:副本|复印件)\s*" + _COUNT.format("b")
)
# 一正三副; in brackets (1正4副) it explains the number before.
_ORIGINAL_SHORT = re.compile(
    r"(?<![（(])(?P<a>\d{1,2}|[一二两三四五六七八九十])\s?[份本]?正\s?(?P<b>\d{1,2}|[一二两三四五六七八九十])\s?[份本]?副"
)
# 将《揭榜意向书》（附件）一式四份送至…
_TITLED = re.compile(r"《([^《》]{2,30})》(?:[（(][^（）()]{0,20}[）)])?[ ]?$")
# 填写“申报书”（见附件1），纸质版一式一份
_FILLED = re.compile(
    r"(?:填写|填报|填好)[“\"《]?([\u4e00-\u9fff]{3,40}?[书表])[”\"》]?(?:[（(][^（）()]{0,20}[）)])?[，,；]?\s?(?:打印)?纸质(?:版|件|稿|文档)?\s?$"
)
# 报送推荐函及推荐项目汇总表（附件3）一式1份
_LISTED = re.compile(
    r"(?:报送|提交|寄送|递交|填报|[将把的和及])([\u4e00-\u9fff]{2,14}?(?:汇总表|一览表|推荐表|推荐函))(?:[（(][^（）()]{0,20}[）)])?\s?$"
)
# …一式两份，项目申报书（含证明）一式伍份
_NEXT_PAPER = re.compile(
    r"[，,、；]?[和及与]?([\u4e00-\u9fff]{2,14}(?:书|表|报告|方案|函|材料|清单|名单))(?:[（(][^（）()]{0,30}[）)])?\s?"
)
_LIST_OF_EACH = re.compile(
    r"(?:^|[，；：将]|报送|提交)(?P<list>(?:[^，。；：、（()）]|[（(][^（）()]{0,20}[）)]|、){4,80}?)[（(]?各\s?"
    + _COUNT.format("n")
)
_JOINT = re.compile(r"[、和及与]")
_NAMED_PAPER = re.compile(r"^[\u4e00-\u9fff“”+＋\d]{1,40}(?:表|书|函|报告|清单|文件|材料|证明|复印件|意见)$")
_ON_PAPER = re.compile(r"(?:纸质|书面|纸介质)版?$")  # 申报书纸质版
_BARE_PAPER = re.compile(r"(?:纸质|书面|纸件|纸介质)(?:版|件)?|盖章(?:版|件|原件)|原件")
_TITLE_BEFORE = re.compile(
    r"(?:报送|提交|寄送|递交)?(?P<name>(?:(?![将把的及和与])[\u4e00-\u9fff]){2,14}(?:表|书|函|报告|方案|文件))(?:[（(][^（）()]{0,20}[）)])?$"
)
_SUBJECT = re.compile(r"^(?:[\d.．]+\s*)?([\u4e00-\u9fff]{1,8}?(?:文件|材料|资料|书|表|报告))")
_OWN = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,10}?(?:书|表|报告|方案))[^；。、：:]{0,16}$")
# 专利项目6份，其他项目均为2份: a number behind what it is for; not 第2份, 每份, 3份额.
_EACH = re.compile(r"(?P<what>[\u4e00-\u9fff]{2,14}?)(?:均)?(?:为|各|共)?\s*" + _COUNT.format("m") + r"(?![额有])")
# 1份经审核通过的报名表: a number before what it counts.
_OF = re.compile(
    r"(?<!\d)(?<!最高的)(?<!最好的)(?<!前)"
    + _COUNT.format("k")
    + r"(?:《(?P<titled>[^《》\n]{2,40})》"
    + r"|(?:[^，。；、]{0,24}的)?(?P<doc>[\u4e00-\u9fff]{2,10}(?:表|书|报告|材料|证明)))"
)
_PAPER = re.compile(
    r"(?:纸质|书面)[\u4e00-\u9fff]{2,6}(?:报告|方案|作品|论文|文档)|(?:(?:申报|申请|揭榜|应榜|承榜|接榜|投标|响应|参赛|项目)(?:材料|资料|书|文件|表|报告"
    r"|方案))?(?:盖章版?|加盖公章的?)?(?:纸质|书面|纸件|纸介质)(?:版)?(?:的)?(?:申报|申请|推荐|参赛|报名|证明|复审|认定|评审|评选|验收|备案)?(?:材料|资料|文件|方案|书|申报书|申请书|版|件)?"
    r"|原件(?!一致|相符|备查|核[对验])|(?:签字)?盖章(?:版|件|原件)|(?:以上|上述|下列|以下|全部|全套|所有)(?:材料|资料)"
    r"|(?:揭榜|项目|课题|任务)?(?:申报|申请|揭榜|应榜|承榜|接榜|响应|参赛|报名|项目)(?:材料|资料|书|文件|表|报告)"
)
# 申请书须附电子版光盘2张: the whole so many times, as 录像光盘2张 is not
_DISCS = re.compile(r"电子(?:版|文档|材料)(?:光盘|U盘)\s?(?P<n>\d{1,2}|[一二两三四五六七八九十])\s?[张个]")
# 填写《甲表》、《乙表》（各一式15份，附电子版）
_TITLES_EACH = re.compile(
    r"(?P<list>《[^《》\n]{4,60}》(?:[（(][^（）()]{0,20}[)）])?(?:[、和及与]{0,2}《[^《》\n]{4,60}》(?:[（(]附[^（）()]{0,20}[)）])?){1,8})"
    r"[（(，,]?\s?各\s?(?:[一1]\s?式\s?)?" + _COUNT.format("n")
)
# 《推荐表》纸质版两份, 纸质《申报书》2份
_TITLE_ON_PAPER = re.compile(
    r"(?:(?P<on>纸质|书面)(?:版的?)?)?《(?P<name>[^《》\n]{2,40})》(?:[（(][^（）()]{0,20}[)）])?(?(on)|(?:的?(?:纸质|书面)(?:版|件|材料)?))\s?"
    + _COUNT.format("n")
)
# 材料用A4纸胶装，一式五份
_BOUND = re.compile(r"(?:材料|资料)[^。；]{0,12}(?:A4|装订|胶装|打印|盖章)|(?:材料|资料)$")
_WHOLE = re.compile(r"(?:^|[、\s将把])([\u4e00-\u9fff]{2,8}(?:材料|资料))$")  # 2、有关附件材料一式3份
_SENT = re.compile(r"公章|盖章|寄[送至]")
# 结项材料：…各一式两份: of the work when it is done.
_LATER = re.compile(
    rf"(?:{NUMBERED}\s?)?(?:项目|课题)?(?:结项|结题|验收|中期(?:检查|评估)?)(?:时|的)?(?:材料|资料|文件)?[:：，,]"
)
# 申请表，及相关证明材料复印件1份: so many of the proofs, not of the form
_ALL_PROOFS = re.compile(r"(?:相关|有关|其他)(?:证明|佐证|支撑)材料(?:复印件)?$")
_TOPIC = re.compile(r"份数|纸质|书面|材料|资料|装订|打印")


@dataclass(frozen=True, slots=True)
class Copies:
    """How many copies of what; ``scope`` whom it is for where the text distinguishes, offsets into ``clean``.

    ``each``: one of several papers in a list, each in as many copies (申报书、承诺书各1份).
    """

    name: str
    count: int
    scope: str | None
    span: Span
    each: bool = False


def count_of(words: str) -> int | None:
    """The copies that an item asks for (一式五份, 3份), or None."""
    match = _SET.search(words)
    if match:
        return _number(match.group("n"))
    whole = _ORIGINAL.search(words) or _ORIGINAL_SHORT.search(words)
    if whole:
        return _number(whole["a"]) + _number(whole["b"])
    if (discs := _DISCS.search(words)) is not None:
        return _number(discs["n"])
    lone = re.search(r"(?<![第每\d])(\d{1,2}|[一二两三四五六七八九十])\s*份(?![额有])", words)
    return _number(lone.group(1)) if lone else None


def find_copies(text: Text, start: int, end: int) -> list[Copies]:
    """The sentences of a stretch that ask for paper copies."""
    found = []
    for sentence in sentences(text.clean, start, end):
        words = sentence.of(text.clean)
        if not (_LATER.match(words) or _NO_COPIES.match(words)):
            found += _in_sentence(sentence, words)
    return found


def _own(before: str) -> str | None:
    """预算说明书单独装订，一式2份: what the clause speaks of; behind 将 in 申报人需将建议书一式3份."""
    match = _OWN.search(before[max(before.rfind("将"), before.rfind("把")) + 1 :])
    return match[1] if match else None


def _with_title(words: str, name: str | None) -> str | None:
    """推荐汇总表（附件3）纸质版 -> 推荐汇总表纸质版: what is on paper stands before it."""
    if name is None or _BARE_PAPER.fullmatch(name) is None:
        return name
    match = _TITLE_BEFORE.search(words[: words.find(name)])
    return match["name"] + name if match else name


def _in_sentence(sentence: Span, words: str) -> list[Copies]:
    if titles := _of_titles(sentence, words) or _of_titles_on_paper(sentence, words):
        return titles
    each_of = _of_each(sentence, words)
    first = _SET.search(words)
    if first is not None and (filled := _FILLED.search(words[: first.start()])) is not None:
        at = sentence.start + filled.start(1)
        return [Copies(filled[1], _number(first["n"]), None, Span(at, sentence.start + first.end()), each=True)]
    if first is not None:
        name = _name_of_set(words, words[: first.start()])
        span = _part(sentence, first) if each_of else sentence
        more = _further_sets(sentence, words, first)
        return ([Copies(name, _number(first["n"]), None, span)] if name else []) + each_of + more
    if each_of:
        return each_of
    whole = _ORIGINAL.search(words) or _ORIGINAL_SHORT.search(words)
    if whole:
        named = _SUBJECT.search(words[: whole.start()])
        before = words[: whole.start()]
        name = (
            _with_title(before, _paper_name(before))
            or (named[1] if named else None)
            or _paper_name(words)
            or "书面材料"
        )
        return [Copies(name, _number(whole["a"]) + _number(whole["b"]), None, sentence)]
    of = _OF.search(words)
    if of:
        return [Copies(of["titled"] or of["doc"], _number(of.group("k")), None, sentence)]
    each = [m for m in _EACH.finditer(words) if _ALL_PROOFS.search(m["what"]) is None]
    near = _paper_name(each[0].group("what")) if len(each) == 1 else None
    if not (_TOPIC.search(words) or (near and _SENT.search(words))):
        return []
    name = near or _paper_name(words) or "书面材料"
    papers = [re.sub(r"^.*[将把前]", "", m["what"]) for m in each]
    if len(each) >= 2 and all(_NAMED_PAPER.match(paper) for paper in papers):  # 将申请书2份、一览表6份报送
        counted = zip(papers, each, strict=True)
        return [Copies(paper, _number(m["m"]), None, _part(sentence, m), each=True) for paper, m in counted]
    if len(each) >= 2:
        return [Copies("书面材料", _number(m.group("m")), squeezed(m.group("what")), _part(sentence, m)) for m in each]
    return [Copies(name, _number(each[0].group("m")), None, sentence)] if each else []


def _further_sets(sentence: Span, words: str, first: re.Match[str]) -> list[Copies]:
    """《申请表》一式3份，《论证活页》一式11份: what is named behind the first with copies of its own."""
    found, at = [], first.end()
    for match in _SET.finditer(words, first.end()):
        between = words[at : match.start()]
        titled = _TITLED.search(between) or _NEXT_PAPER.fullmatch(between)
        if titled is not None:
            span = Span(sentence.start + at + titled.start(), sentence.start + match.end())
            found.append(Copies(titled[1], _number(match["n"]), None, span, each=True))
        at = match.end()
    return found


def _of_each(sentence: Span, words: str) -> list[Copies]:
    """推荐公函和《汇总表》（附件2）各1份: the copies of every name in the list."""
    found = []
    for match in _LIST_OF_EACH.finditer(words):
        names = [
            _ON_PAPER.sub("", re.sub(r"[（(][^（）()]*[）)]", "", name).strip("《》 "))
            for name in _JOINT.split(re.sub(r"^.*[将把]", "", match["list"]))
        ]
        if len(names) > 1 and all(_NAMED_PAPER.search(name) for name in names):
            places = [sentence.start + words.index(name, match.start("list")) for name in names]
            spans = [Span(at, at + len(name)) for at, name in zip(places, names, strict=True)]
            found += [
                Copies(n, _number(match["n"]), None, span, each=True) for n, span in zip(names, spans, strict=True)
            ]
    return found


def _of_titles(sentence: Span, words: str) -> list[Copies]:
    """The copies of each paper in a list of titles, whatever stands in a title (《甲、乙推荐表》)."""
    match = _TITLES_EACH.search(words)
    if match is None:
        return []
    titles = re.finditer(r"《[^《》\n]{4,60}》", match["list"])
    at = sentence.start + match.start("list")
    return [
        Copies(one.group(), _number(match["n"]), None, Span(at + one.start(), at + one.end()), each=True)
        for one in titles
    ]


def _of_titles_on_paper(sentence: Span, words: str) -> list[Copies]:
    """The copies of a paper by its title, where the sentence counts no set."""
    found = _TITLE_ON_PAPER.finditer(words) if _SET.search(words) is None else ()
    return [Copies(m["name"], _number(m["n"]), None, _part(sentence, m), each=True) for m in found]


def _name_of_set(words: str, before: str) -> str | None:
    """What 一式三份 is said of, the nearest name first; ``before`` are the words in front of it."""
    before = before.rstrip("（( ")  # 申报材料（一式一份）
    named = _TITLED.search(before) or _LISTED.search(before)
    if named is not None:
        return named[1]
    name = _adjacent(before) or _paper_name(before) or _own(before) or _paper_name(words)
    whole = _WHOLE.search(before)
    return _with_title(words, name) or (whole[1] if whole else "书面材料" if _BOUND.search(before) else None)


def _part(sentence: Span, match: re.Match[str]) -> Span:
    return Span(sentence.start + match.start(), sentence.start + match.end())


def _paper_name(words: str) -> str | None:
    names = [m.group() for m in _PAPER.finditer(words) if len(m.group()) >= 3 or m.group() == "原件"]
    return max(names, key=len) if names else None


def _adjacent(before: str) -> str | None:
    """The paper named right before 一式三份; 纸质 alone means the whole on paper."""
    before = re.sub(r"\s*[（(][^（）()]{1,20}[）)]\s*$", "", before).rstrip()
    last = next((m.group() for m in _PAPER.finditer(before) if m.end() == len(before)), None)
    return "纸质材料" if last in ("纸质", "书面", "纸件") else last


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    if len(words) == 2:
        return 10 + _DIGITS.get(words[1], 0)
    return _DIGITS.get(words, 1)
