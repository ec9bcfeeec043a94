"""Materials that a sentence names: 填写《…申报表》, 提交甲、乙以及丙, 应包括甲、乙、丙三项."""

import re
from dataclasses import dataclass

from extractors.copies import count_of
from extractors.material_lists import THING
from extractors.material_names import MaterialKind, is_generic, kind_of
from extractors.spans import Span, sentences, split_outside_brackets, squeezed, trimmed, without_brackets
from schemas.text import Text

_HAND_IN = r"(?:提交|报送|提供|填写|填报|上传|递交|邮寄|寄送|打印|附上)"
_TITLED = re.compile(r"《([^《》]{4,50}(?:表|书|函|报告|清单|回执))》")
_SENDS = re.compile(r"^[^，。；]{0,12}?(?:报送|发送|提交|寄送|送达|[发送交报寄])[至到]")  # 《申报表》发至邮箱
_FORM = re.compile(
    rf"(?:{_HAND_IN}|下载)[^，。；]{{0,30}}?((?:项目|参赛|网上|揭榜|应榜)?(?:申报书|申请书|报名表|申报表|申请表)|相关证明材料|证明材料)"
)
# 填报试验设备清单（见附件2）: what has an attachment of its own is a form.
# 报名表经学校团委盖章后上传
_STAMPED = re.compile(
    r"((?:项目|参赛)?(?:报名表|申报表|申请表|申报书|申请书|推荐表))[^，。；、]{0,20}(?:盖章|签字)[^，。；、]{0,8}(?:上传|提交|报送|寄)"
)
_ATTACHED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,24}?(?:表|清单|书|报告|函))[（(](?:详?见)?附件\s*[0-9一二三四五六七八九十]{0,3}[^（）()]{0,8}[）)]"
)
_LOOKED_AT = re.compile(r"对照|按照|根据|依据|参照")  # 对照任务清单（附件1）
_BEFORE_NAME = re.compile(r"^.*(?:包含|包括|[料件]含|填报|填写|提供|提交|报送|期间|并|的|将|和)(?=.{3})")
# 作品应包括仿真程序、数据、说明书三项; 提交…的程序、手册，以及对应的视频.
_LIST = re.compile(
    rf"(?:作品|材料|成果|方案)?(?:须|需|应|必须)?(?:包含|包括|(?<=[料件])含|(?:^|[，并])附(?![件录表上])|{_HAND_IN}(?:[^，。；、]{{0,16}}的)?)(?P<list>[^。；：:]+)"
)
# 将模型、源代码和演示视频（不超过3分钟）打包
_PACK = re.compile(r"将(?P<list>(?:[^。；：:，（()）]|[（(][^（）()]{0,40}[）)]){6,120}?)(?:统一)?(?:打包|压缩)")
_THING = re.compile(
    r"(?:代码|源码|模型|权重|报告|文档|脚本|框架|PPT|视频|软件|程序|数据|材料|手册|说明书|复印件|扫描件|照片|证书|(?:合格|许可|资格|资质|职称|身份|登记|法人)证|授权书|执照|批件|许可证|证明|文件|意向书|揭榜书|应榜书|协议|合同|承诺书|函"
    r"|申报书|申请书|计划书|委托书|方案|简历|[登报申意]\w{0,3}表|汇总表|一览表|声明)》?$",
    re.I,
)
# A name in Latin letters alone (SDK, Demo) is a thing where most of its list are.
_LATIN = re.compile(r"[A-Za-z][A-Za-z/+ .-]{2,}")
_BETWEEN = re.compile(r"[、，,]|以及(?:对应的)?|及其?|和")
_ITEMS = re.compile("[、，,]")
_COPIES = re.compile(r"[将把](?P<list>[^。；：:，]{6,100}\d\s?份)(?:一并|一起)?(?:报送|报|送|交|寄)")
_BRACKETED = re.compile(r"(?:附件|证明|佐证|支撑|相关)材料[（(](?:包括|如|含)?[：:]?(?P<list>[^（）()]{8,100})[）)]")
_LISTED_THING = re.compile(
    r"(?:表|书|证|证明|清单|报告|协议|合同|执照|文件|名单|凭证|发票|复印件|照片|成果|专利|批件|票据)$"
)
_BESIDES = re.compile(
    r"(?:另|还|并)(?:需|须|应)(?:当|要)?(?:另行|同时)?(?:提供|提交|报送|附上?)(?P<name>[\u4e00-\u9fff]{4,24}?(?:报告|说明|证明|材料|总结|方案|清单|表))(?=$|[（(，,])"
)
_LAST_BRACKET = re.compile(r"\s{0,4}[（(][^（）()]*[）)]\s*$")
_IN_BRACKETS = re.compile(r"[（(][^（）()]*[）)]|《[^《》]*》")
_LEAD_IN = re.compile(
    r".*(?:还|也|另)?[应须需](?:提供|提交|附上?|出具)(?=.{2})|.*并附(?![件录表])(?=.{2})|.*的(?=.{2})"
)
_COUNTED = re.compile(
    r"(?:[一二三四五六七八九十\d]{1,4}(?:个)?(?:部分|项|方面|类)|等(?:内容|材料|文件|资料)?|(?:[一1]式|各)?[一二三四五六七八九十\d]{1,4}份|(?:不少于)?[一二三四五六七八九十\d]{1,4}(?:[至到~—-][一二三四五六七八九十\d]{1,4})?张)$"
)
_CERTIFICATE = re.compile(r"执照|证书?$|(?:复印|扫描)件$|证明|协议|合同|审计报告|授权书|委托书|批件")
_ON_PAPER = re.compile(r"(?:报送|提交|提供)?(?:纸质|书面)(?:材料|资料|件)")  # the whole on paper is told by its copies
# 盖章扫描件: how a paper is sent, and no paper
_HOW = re.compile(r"将?(?:加盖公章|盖章|签字|签章)*(?:后|版)?的?(?:扫描件|复印件|PDF|Word|WORD|电子)(?:版|文件|格式)?")
_PACKED = re.compile(r"^(?:合并|打包|压缩|合成|扫描)[成为]")  # 合并为一个PDF文件
# Not 将…连同意见报送: what follows has to be things.
_WITH = re.compile(
    r"[将把](?P<first>[^，。；、]{2,30}?)连同(?P<rest>[^。；]{2,80}?)(?P<copies>各?\s?[一二两三四五六七八九十\d]{1,3}\s?份)?"
    r"(?:一并|一起|一同)?(?=送|寄|交|报|提交|装订|[，,]|$)"
)
# 将甲、乙、丙合并为一个PDF文件: what is put together is handed in.
_MERGED = re.compile(r"[将把](?P<list>[^。；]{4,120}?)(?:合并|合订|装订|汇编|制作|扫描)[^，。；、]{0,4}[为成]")
# 涉及人体研究的，应提供伦理审查批件; 应签订合作协议并作为附件上传.
_IN_CASE = re.compile(
    r"(?<![^，。；\n])(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,2}[)）])?(?P<case>(?!申报|揭榜|参赛)[^，。；\n]{2,24}的)[，,](?:还|则|均)?(?:应|须|需|请)当?(?:同时|另行|一并|另)?(?:提供|提交|附上?|上传|出具)"
    r"(?P<name>[^，。；（(\n]{3,30})"
)
_SIGNED = re.compile(
    r"(?:应|须|需)当?签[订署](?P<name>[^，。；、\n]{2,20}?(?:协议|合同|承诺书))(?:[，,]|并)[^。；\n]{0,8}(?:附件|上传|提交|提供)"
)
# 应征文件由应征函、实施方案、经费测算表组成.
_MADE_OF = re.compile(
    r"(?:文件|材料|资料|[申揭应]\w书)(?:应|须|需)?由(?P<list>[^。；]{4,160}?)(?:[一二两三四五六七八九十\d]{1,2}(?:个)?(?:部分|项|类))?(?:共同)?(?:组成|构成)"
)
# 须提交联合体协议书原件: one paper, and nothing else asked in the clause.
_SINGLE = re.compile(
    r"(?:应|须|需)当?(?:另行|同时|一并)?(?:提供|提交|附上?|上传|出具)"
    r"(?P<name>[^，。；、（(\n]{2,24}?(?:协议书?|合同|证明|证书|授权书|委托书|许可证|批件|备案表)(?:原件|复印件|扫描件)?)(?=[，。；\n]|$)"
)
# 将揭榜申请书、资质证明、业绩合同报送至某处: what goes to a place.
_SENT = re.compile(
    r"[将把](?P<list>[^。；]{4,160}?)(?:一并|一起|一同|以.{2,16}方式)?(?:报送|提交|发送|寄送|邮寄|送达|递交|上传|送|交|报|发|寄)(?:至|到|给)"
)
_OPINION = re.compile(r"(?:审查|审批|批准|论证|评审|评估|鉴定|核准)(?:意见|结论|决定)$")
_LATER = re.compile(r"(?:合同|任务书|协议)(?:签订|签署)[之以]?后|立项[之以]?后|立项项目|签约后|到期后|结题")
# 揭榜任务书（盖章PDF）请于3月13日前发科研处邮箱: what the sentence sends.
_DISPATCHED = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{2,12}[书表函])(?:[（(][^（）()]{1,24}[)）])?(?:请|须|应)?于[^。；]{2,30}前[^。；]{0,8}(?:[发报送交]|提交|上传|递交)"
)
# Who else acts: the recommending unit, the district, the organiser.
_OTHERS = re.compile(
    r"^(?:各)?(?:镇|街|区县|地市|地级|各?地|县|推荐单位|主管部门|审核结果|专家|主办方|出题方|发榜|组委会|中介)"
    r"|汇总表|不得携带|评估|打分|不予|将提供|奖金|获奖|比赛结束|相结合|方式进行"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A thing to hand in, named in running text."""

    name: str
    kind: MaterialKind
    copies: int | None
    span: Span
    condition: str | None = None


def named_in_sentences(text: Text, start: int, end: int) -> list[Named]:
    """The materials that the sentences of a stretch ask the applicant for."""
    found: list[Named] = []
    for sentence in sentences(text.clean, start, end):
        words = sentence.of(text.clean)
        if _others_act(words):
            continue
        found += _attached(sentence, words) + _in_cases(sentence, words)
        found += _merged(text.clean, sentence, words, _MERGED) + _merged(text.clean, sentence, words, _MADE_OF)
        found += _merged(text.clean, sentence, words, _SENT)
        if re.search(
            _HAND_IN + r"|[发送交报寄][至到]|打包|压缩"
            r"|必须包[含括]|应包[含括]|(?:附件|材料|资料)(?:应|须|需)?(?:包[含括]|含)|^附(?![件录表])|连同",
            words,
        ):
            found += _together(text.clean, sentence, words)
            found += _counted(text.clean, sentence, words)
            found += _bracketed(text.clean, sentence, words) + _besides(sentence, words)
            found += _titled(sentence, words) + _plain(sentence, words) + _enumerated(text.clean, sentence, words)
    return found


def _others_act(words: str) -> bool:
    """Somebody else's papers, or those of a project that has begun (合同签订后6个月内提交阶段报告)."""
    own = re.sub(r"《[^《》]*》", "", words)
    return _OTHERS.search(own) is not None or _LATER.search(own) is not None


def _listed_kind(name: str) -> MaterialKind:
    """A form, a letter, a certificate by its name; the rest of such a list is a contest's work (报告, 模型)."""
    kind = kind_of(name, name)
    return kind if kind in ("form", "commitment") or _CERTIFICATE.search(name) else "other"


def _is_no_paper(name: str) -> bool:
    return (
        is_generic(name)
        or _PACKED.match(name) is not None
        or _HOW.fullmatch(name) is not None
        or _ON_PAPER.fullmatch(name) is not None
    )


def _titled(sentence: Span, words: str) -> list[Named]:
    found = []
    for match in _TITLED.finditer(words):
        behind = without_brackets(words[match.end() : match.end() + 48])
        if re.search(_HAND_IN, words[max(0, match.start() - 40) : match.start()]) or _SENDS.search(behind):
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            found.append(Named(match.group(), kind_of(match.group(1), match.group()), None, span))
    return found


def _attached(sentence: Span, words: str) -> list[Named]:
    found = []
    for match in _ATTACHED.finditer(words):
        name = _BEFORE_NAME.sub("", match.group("name"))
        if _LOOKED_AT.search(words[max(0, match.start() - 6) : match.end("name")]):
            continue
        span = Span(sentence.start + match.end("name") - len(name), sentence.start + match.end())
        found.append(Named(name, kind_of(name, name), None, span))
    return found


def _plain(sentence: Span, words: str) -> list[Named]:
    found = []
    for match in (*_FORM.finditer(words), *_STAMPED.finditer(words)):
        if "《" in match.group():
            continue
        name = squeezed(match.group(1))
        found.append(Named(name, kind_of(name, name), count_of(match.group()), sentence))
    return found


def _together(clean: str, sentence: Span, words: str) -> list[Named]:
    """把《揭榜书》连同证照复印件、成果证明各3份送到…: what goes with the form, in as many copies."""
    match = _WITH.search(without_brackets(words))
    if match is None:
        return []
    copies = count_of(match["copies"]) if match["copies"] else None
    found = []
    for piece in (match["first"], *re.split(r"[、，,]|以及|及|和", match["rest"])):
        name = re.sub(r"^.*的(?=.{2,})", "", piece.strip())
        at = clean.find(name, sentence.start, sentence.end)
        if _THING.search(name) and at >= 0 and not _is_no_paper(name):
            found.append(Named(name, kind_of(name.strip("《》"), name), copies, Span(at, at + len(name))))
    return found


def _in_cases(sentence: Span, words: str) -> list[Named]:
    """One paper that a case asks for, or that has to be signed and handed in."""
    found = []
    for match in (
        *_IN_CASE.finditer(words),
        *_SIGNED.finditer(words),
        *_SINGLE.finditer(words),
        *_DISPATCHED.finditer(words),
    ):
        name, case = match["name"], match.groupdict().get("case")
        if (THING.search(name) or _OPINION.search(name)) and not _is_no_paper(name):
            at = sentence.start + match.start("name")
            kind = kind_of(name, name)
            found.append(Named(name, kind, count_of(name), Span(at, at + len(name)), case))
    return found


def _merged(clean: str, sentence: Span, words: str, pattern: re.Pattern[str]) -> list[Named]:
    """将揭榜方案、职称证明、成果佐证材料合并为一个PDF文件: two or more things put together."""
    match = pattern.search(without_brackets(words))
    names = [piece.strip() for piece in re.split(r"[、，,]|以及|及|和", match["list"])] if match else []
    things = [name for name in names if THING.search(name) and not _is_no_paper(name)]
    places = [(name, clean.find(name, sentence.start, sentence.end)) for name in things]
    kind = _listed_kind if pattern is _SENT else lambda name: kind_of(name, name)
    found = [Named(name, kind(name), None, Span(at, at + len(name))) for name, at in places if at >= 0]
    return found if len(found) > 1 else []


def _enumerated(clean: str, sentence: Span, words: str) -> list[Named]:
    packed = _PACK.search(words)
    match = packed or _LIST.search(words)
    if match is None:
        return []
    begin = sentence.start + match.start("list")
    pieces = split_outside_brackets(clean, begin, sentence.start + match.end("list"), _BETWEEN)
    things = [name for name in (_thing(clean, piece) for piece in pieces) if 2 <= len(_plainly(clean, name)) <= 20]
    if packed and any(is_generic(_plainly(clean, name)) for name in things):
        return []  # 将作品相关材料、源代码打包: what was asked for elsewhere
    if len(things) < 2 or sum(_THING.search(_plainly(clean, name)) is not None for name in things) * 2 < len(things):
        return []
    found = []
    for name in things:
        plain = _plainly(clean, name)
        if (_THING.search(plain) or _LATIN.fullmatch(plain)) and not _is_no_paper(plain):
            found.append(Named(squeezed(name.of(clean)), _listed_kind(plain), None, name))
    return found


def _bracketed(clean: str, sentence: Span, words: str) -> list[Named]:
    """有关附件材料（项目清单、到账证明、共建协议等）: what the materials are."""
    found = []
    for match in _BRACKETED.finditer(words):
        begin = sentence.start + match.start("list")
        pieces = split_outside_brackets(clean, begin, sentence.start + match.end("list"), _ITEMS)
        names = [_thing(clean, piece) for piece in pieces]
        if len(names) >= 3 and all(_LISTED_THING.search(name.of(clean)) for name in names):
            found += [Named(squeezed(n.of(clean)), kind_of(n.of(clean), n.of(clean)), None, n) for n in names]
    return found


def _counted(clean: str, sentence: Span, words: str) -> list[Named]:
    """将申报书一式7份、佐证材料1份、论证意见1份报送…: things with copies of their own."""
    match = _COPIES.search(words)
    if match is None:
        return []
    begin = sentence.start + match.start("list")
    pieces = split_outside_brackets(clean, begin, sentence.start + match.end("list"), _ITEMS)
    counted = [(count_of(piece.of(clean)), _thing(clean, piece)) for piece in pieces]
    names = [(copies, name, squeezed(name.of(clean))) for copies, name in counted if copies is not None]
    return (
        [Named(words, kind_of(words, words), copies, name) for copies, name, words in names] if len(names) > 1 else []
    )


def _besides(sentence: Span, words: str) -> list[Named]:
    """另需提供近三年发展情况报告（3000字以内）: one thing besides the others."""
    match = _BESIDES.search(words)
    if match is None:
        return []
    name = match["name"]
    span = Span(sentence.start + match.start("name"), sentence.start + match.end("name"))
    return [Named(name, kind_of(name, name), None, span)]


def _thing(clean: str, piece: Span) -> Span:
    """The name in a piece of such a list: behind 与单位签订的, 还应提供, before （盖章） and 各一份."""
    words = piece.of(clean)
    behind = _COUNTED.sub("", _LAST_BRACKET.sub("", _COUNTED.sub("", words))).rstrip()
    outside = _IN_BRACKETS.sub(lambda match: "＿" * len(match.group()), behind)
    lead = _LEAD_IN.match(outside)
    return trimmed(clean, piece.start + (lead.end() if lead else 0), piece.start + len(behind))


def _plainly(clean: str, name: Span) -> str:
    return squeezed(without_brackets(name.of(clean)))
