"""Materials that a sentence names: 填写《…申报表》, 提交甲、乙以及丙, 应包括甲、乙、丙三项."""

import re
from dataclasses import replace

from extractors.materials.copies import count_of
from extractors.materials.designs import designs
from extractors.materials.lists import THING
from extractors.materials.named import HAND_IN, Named, is_no_paper
from extractors.materials.names import MaterialKind, is_generic, kind_of
from extractors.materials.singles import attached, besides, in_cases, plain, titled, wholes, works
from extractors.text.spans import Span, sentences, split_outside_brackets, squeezed, trimmed, without_brackets
from schemas.text import Text

# 作品应包括仿真程序、数据、说明书三项; 提交…的程序、手册，以及对应的视频.
_LIST = re.compile(
    rf"(?:作品|材料|成果|方案)?(?:须|需|应|必须)?(?:(?:包含|包括)(?:但不限于)?|(?<=[料件])含|(?<=证明材料|佐证材料|支撑材料|附件材料|证明文件|佐证文件)有(?=[^。；：:]*、)|(?:^|[，并])附(?![件录表上])"
    rf"|(?:应|须|需)当?(?:编制|编写|撰写)|{HAND_IN}(?:[^，。；、]{{0,16}}的)?)(?P<list>[^。；：:]+)"
)
# 将模型、源代码和演示视频（不超过3分钟）打包
_PACK = re.compile(r"将(?P<list>(?:[^。；：:，（()）]|[（(][^（）()]{0,40}[）)]){6,120}?)(?:统一)?(?:打包|压缩)")
_THING = re.compile(
    r"(?:代码|源码|模型|权重|报告|文档|脚本|框架|PPT|视频|软件|程序|数据|材料|手册|说明书|复印件|扫描件|照片|证书|(?:合格|许可|资格|资质|职称|身份|登记|法人)证|授权书|执照|批件|许可证"
    r"|证明|文件|(?:代表性|佐证)?成果|代表作|(?:推荐|评审|单位)意见|意向书|揭榜书|应榜书|协议|合同|承诺书|函"
    r"|申报书|申请书|计划书|委托书|方案书?|简历|活页|[登报申意]\w{0,3}表|汇总表|一览表|声明)》?$",
    re.I,
)
# A name in Latin letters alone (SDK, Demo) is a thing where most of its list are.
_LATIN = re.compile(r"[A-Za-z][A-Za-z/+ .-]{2,}")
_BETWEEN = re.compile(r"[、，,]|以及(?:对应的)?|(?<![涉以普])及其?|和")
_ITEMS = re.compile("[、，,]")
_COPIES = re.compile(
    r"[将把](?P<list>[^。；：:，]{6,100}\d\s?份)(?:[和及与][^，。；、]{0,4}电子[版件档文]{1,2})?(?:一并|一起|统一|同时)?(?:报送|报|送|交|寄)"
)
_BRACKETED = re.compile(r"(?:附件|证明|佐证|支撑|相关)材料[（(](?:包括|如|含)?[：:]?(?P<list>[^（）()]{8,100})[）)]")
_LISTED_THING = re.compile(
    r"(?:表|书|证|证明|清单|报告|协议|合同|执照|文件|名单|凭证|发票|复印件|照片|成果|专利|批件|票据)$"
)
_LAST_BRACKET = re.compile(r"\s{0,4}[（(][^（）()]*[）)]\s*$")
_IN_BRACKETS = re.compile(r"[（(][^（）()]*[）)]|《[^《》]*》")
_LEAD_IN = re.compile(
    r".*(?:还|也|另)?[应须需](?:提供|提交|附上?|出具)(?=.{2})|.*并附(?![件录表])(?=.{2})|.*的(?=.{2})"
)
# 按申报书、承诺书的顺序装订 names them as 提交申报书 does
_VERB = re.compile(r"(?:按照?|撰写|编写|编制|提交|提供|填写|准备|附上?(?![件录表上]))(?=.{3})")
_COUNTED = re.compile(
    r"(?:[一二三四五六七八九十\d]{1,4}(?:个)?(?:部分|项|方面|类)|(?<=[议书证告照表单同])等(?:相关|有关)?(?:证明|佐证)材料|等(?:其他)?(?:内容|材料|文件|资料)?(?:的(?:纸[件质]版?|电子版))?"
    r"|(?:[一1]式|各)?[一二两三四五六七八九十\d]{1,4}份|(?:不少于)?[一二三四五六七八九十\d]{1,4}(?:[至到~—-][一二三四五六七八九十\d]{1,4})?张)$"
)
_CERTIFICATE = re.compile(
    r"执照|证书?$|意向书|(?:推荐|评审|单位)意见|(?:复印|扫描)件$|证明|协议|合同|审计报告|授权书|委托书|批件"
)
# Not 将…连同意见报送: what follows has to be things.
_WITH = re.compile(
    r"[将把](?P<first>[^，。；、]{2,30}?)连同(?P<rest>[^。；]{2,80}?)(?P<copies>各?\s?[一二两三四五六七八九十\d]{1,3}\s?份)?"
    r"(?:一并|一起|一同)?(?=送|寄|交|报|提交|装订|[，,]|$)"
)
# 将甲、乙、丙合并为一个PDF文件: what is put together is handed in.
_MERGED = re.compile(r"[将把](?P<list>[^。；]{4,120}?)(?:合并|合订|装订|汇编|制作|扫描)[^，。；、]{0,4}[为成]")
# 加盖公章的申报书, 经所在单位审核的推荐表: what was done with it before
_MADE_VALID = re.compile(
    r"^(?:加盖|盖有|盖好|签字|签署|签章|盖章|经[^，。；、]{2,16}(?:审核|签字|盖章|同意))[^，。；、的]{0,12}的(?=.{2})"
)
# 将申报书和承诺书转报我委（一式三份）: of all of them
_OF_EVERY = re.compile(
    r"[（(，,]\s?(?:均|各|纸质[版件]?(?:材料)?){0,2}\s?(?:[一1]\s?式|各)\s?[一二两三四五六七八九十\d]{1,2}\s?份[)）]?$"
)
_OUTLINE = re.compile(r"(?:申报|申请|推荐)(?:大纲|提纲|要点)$")
# 应征文件由应征函、实施方案、经费测算表组成.
_MADE_OF = re.compile(
    r"(?:文件|材料|资料|[申揭应]\w书)(?:应|须|需)?由(?P<list>[^。；]{4,160}?)(?:[一二两三四五六七八九十\d]{1,2}(?:个)?(?:部分|项|类))?(?:共同)?(?:组成|构成)"
)
# 推荐函、登记表和光盘，请于5月8日前报送至某处: what goes there, named first.
_BY_THEN = re.compile(
    r"^(?P<list>(?!.*[将把])[^，。；：]{6,160})[，,]?(?:请|须|应|需)?于[^，。；\n]{4,30}?(?:报送|寄送|送达|提交|邮寄|送交)[至到]"
)
# 将揭榜申请书、资质证明、业绩合同报送至某处: what goes to a place.
_SENT = re.compile(
    r"(?:[将把]|收齐)(?P<list>(?:(?!连同|(?<=[，,])同?时?[将把])[^。；]){4,160}?)(?:一并|一起|一同|以.{2,16}方式)?(?:转报|上报|呈报|呈送|报送|提交|发送|寄送|邮寄|送达|递交|上传|送|交|报|发|寄)(?:(?:至|到|给)"
    r"|(?<=报送|提交|转报|上报|呈报|呈送)(?=[省市区县国我校院科])|(?<=报)(?=我[委局厅司部会校院处办]))"
)
# 按封面、信息表、任务书的顺序装订成册: what is bound together
_IN_ORDER = re.compile(
    r"按照?(?P<list>[^。；，：]{4,120}?)的?(?:先后)?(?:顺序|次序)(?:依次|左侧)?(?:装订|胶装|合订|装册|合并)"
)
_OF_DIRECTION = re.compile(r"\s*(?P<which>(?:方向|专题|赛道|类别|榜单)\s?[一二三四五六七八九十\d]{1,2})\s*[:：]")
_LATER = re.compile(
    r"中期(?:检查|评估|考核)时|(?:项目|课题|研究|任务)完成后|(?:合同|任务书|协议)(?:签订|签署)[之以]?后|(?:签订|签署)(?:合同|任务书|协议)[之以]?后|立项[之以]?后|立项项目|中[榜标选](?:单位|企业|方|者|人)[须应需]|签约后|到期后|结题"
)
# Who else acts: the recommending unit, the district, the organiser.
_OTHERS = re.compile(
    r"^(?:\d{1,2}[.、．]\s?)?我[局委厅部司会院校处办](?:将(?!申报|推荐)|拟)|^(?:各)?(?:镇|街|区县|地市|地级|各?地|县|推荐单位|主管部门|审核结果|专家|主办方|出题方|发榜|组委会|中介)"
    r"|(?:系统|平台|网站)(?:中|上|内)?(?:将|已|会)?提供|汇总表|不得携带|评估|打分|不予(?!受理)|将提供|奖金|获奖|比赛结束|相结合|方式进行"
)
# 本次申报不需要提交纸质版的申请书: what nobody asks for
_NOT_ASKED = re.compile(
    rf"(?:不(?:需要?|须|必|用|再|另)|无[需须]|毋需|免于?)(?:另行|同时|额外|再)?(?:{HAND_IN}|寄|交|附)[^，。；]{{0,60}}"
)
# 3.申报企业请于…报送推荐汇总表: the applicant, whatever the paper is called.
_APPLICANT = re.compile(r"(?:\d{1,2}[.、．]\s?)?(?:申报|申请|揭榜|参赛)(?:企业|单位|人|主体|团队)(?:请|须|应|需|可|于)")


def named_in_sentences(text: Text, start: int, end: int) -> list[Named]:
    """The materials that the sentences of a stretch ask the applicant for.

    方向1：提供…: the sentence's materials are asked for in that direction alone.
    """
    found: list[Named] = []
    for sentence in sentences(text.clean, start, end):
        words = sentence.of(text.clean)
        denied = _NOT_ASKED.search(words)
        if denied is not None and not re.search(HAND_IN, words[: denied.start()] + words[denied.end() :]):
            continue
        if _others_act(words):
            found += titled(sentence, words, filled=True)  # 团队填写《申请表》，由学校汇总
            found += _counted(text.clean, sentence, words)  # 各地将汇总表一式2份、申报书一式5份报送
            continue
        only = _OF_DIRECTION.match(words)
        named = _named(text.clean, sentence, words)
        found += [replace(one, condition=one.condition or only["which"]) for one in named] if only else named
    return found


def _named(clean: str, sentence: Span, words: str) -> list[Named]:
    found = attached(sentence, words) + in_cases(sentence, words) + works(sentence, words) + wholes(sentence, words)
    found += designs(sentence, words)
    for pattern in (_MERGED, _MADE_OF, _SENT, _BY_THEN, _IN_ORDER):
        found += _merged(clean, sentence, words, pattern)
    if re.search(
        HAND_IN + r"|[发送交报寄][至到]|打包|压缩"
        r"|必须包[含括]|应包[含括]|(?:附件|材料|资料)(?:应|须|需)?(?:包[含括]|含)|(?:证明|佐证|支撑)文件(?:应|须|需)?包[含括]|(?:证明|佐证|支撑|附件)(?:材料|文件)有|^附(?![件录表])|连同",
        words,
    ):
        found += _together(clean, sentence, words)
        found += _counted(clean, sentence, words)
        found += _bracketed(clean, sentence, words) + besides(sentence, words)
        found += titled(sentence, words) + plain(sentence, words) + _enumerated(clean, sentence, words)
    return found


def is_work(words: str) -> bool:
    """The words end as the name of a thing does that sentences ask for (源代码, 演示视频, 软件)."""
    return _THING.search(words) is not None


def _others_act(words: str) -> bool:
    """Somebody else's papers, or those of a project that has begun (合同签订后6个月内提交阶段报告)."""
    own = re.sub(r"《[^《》]*》|[（(]附[^（）()]*[）)]", "", words)  # 推荐函（附汇总表）
    if _APPLICANT.match(own):
        return False
    return _OTHERS.search(own) is not None or _LATER.search(own) is not None


def listed_kind(name: str) -> MaterialKind:
    """A form, a letter, a certificate by its name; the rest of a list of work is the contest's own (报告, 模型)."""
    kind = kind_of(name, name)
    return kind if kind in ("form", "commitment") or _CERTIFICATE.search(name) else "other"


def _together(clean: str, sentence: Span, words: str) -> list[Named]:
    """把《揭榜书》连同证照复印件、成果证明各3份送到…: what goes with the form, in as many copies."""
    match = _WITH.search(without_brackets(words))
    if match is None:
        return []
    copies = count_of(match["copies"]) if match["copies"] else None
    found = []
    for piece in (match["first"], *re.split(r"[、，,]|以及|(?<![涉以普])及|和", match["rest"])):
        name = re.sub(r"^.*的(?=.{2,})", "", piece.strip())
        at = clean.find(name, sentence.start, sentence.end)
        if _THING.search(name) and at >= 0 and not is_no_paper(name):
            found.append(Named(name, kind_of(name.strip("《》"), name), copies, Span(at, at + len(name))))
    return found


def _merged(clean: str, sentence: Span, words: str, pattern: re.Pattern[str]) -> list[Named]:
    """将揭榜方案、职称证明、成果佐证材料合并为一个PDF文件: the first two or more things put together."""
    every = _OF_EVERY.search(words) if pattern is _SENT else None
    copies = count_of(every.group()) if every is not None else None
    kind = listed_kind if pattern in (_SENT, _BY_THEN, _IN_ORDER) else lambda name: kind_of(name, name)
    for match in pattern.finditer(without_brackets(words)):
        pieces = re.split(r"[、，,]|以及|(?<![涉以普])及|和", match["list"])
        names = [_MADE_VALID.sub("", _COUNTED.sub("", _COUNTED.sub("", piece.strip()))) for piece in pieces]
        thing = _LISTED_THING if pattern is _IN_ORDER else THING
        things = [name for name in names if (thing.search(name) or _OUTLINE.search(name)) and not is_no_paper(name)]
        places = [(name, clean.find(name, sentence.start, sentence.end)) for name in things]
        found = [Named(name, kind(name), copies, Span(at, at + len(name))) for name, at in places if at >= 0]
        if len(found) > 1:
            return found
    return []


def _enumerated(clean: str, sentence: Span, words: str) -> list[Named]:
    """The first list of the sentence that is one of papers: 内容包括基本信息、解决方案，并上传意向书、推荐意见."""
    packed = _PACK.search(words)
    lists = [packed] if packed else _LIST.finditer(words)
    return next((found for match in lists if (found := _papers_in(clean, sentence, match, packed is not None))), [])


def _papers_in(clean: str, sentence: Span, match: re.Match[str], packed: bool) -> list[Named]:
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
        if (_THING.search(plain) or _LATIN.fullmatch(plain)) and not is_no_paper(plain):
            found.append(Named(squeezed(name.of(clean)), listed_kind(plain), None, name))
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


def _thing(clean: str, piece: Span) -> Span:
    """The name in a piece of such a list: behind 与单位签订的, 还应提供, before （盖章） and 各一份."""
    words = piece.of(clean)
    behind = _COUNTED.sub("", _LAST_BRACKET.sub("", _COUNTED.sub("", words))).rstrip()
    verb = _VERB.match(behind)
    outside = _IN_BRACKETS.sub(lambda match: "＿" * len(match.group()), behind)
    lead = _LEAD_IN.match(outside) or verb
    return trimmed(clean, piece.start + (lead.end() if lead else 0), piece.start + len(behind))


def _plainly(clean: str, name: Span) -> str:
    return squeezed(without_brackets(name.of(clean)))
