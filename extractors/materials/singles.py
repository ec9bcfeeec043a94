"""Single papers that a sentence names: 填写《…申报表》, 清单（见附件2）, 涉及…的，应提供…, 另需提供…报告."""

import re

from extractors.materials.copies import count_of
from extractors.materials.lists import THING
from extractors.materials.named import HAND_IN, Named, is_no_paper
from extractors.materials.names import MaterialKind, is_generic, kind_of
from extractors.text.spans import Span, squeezed, without_brackets

_TITLED = re.compile(r"《([^《》]{4,50}(?:表|书|函|报告|清单|回执))》")
# 填写《某项目设计文件》: a title that ends as no form's does, right behind what is done with it
_TITLED_WORK = re.compile(
    r"(?:填写|填报|填好|编写|编制|提交|报送|上传)(?P<name>《[^《》]{4,50}(?:文件|方案|说明书?)》)(?!的?(?:要求|规定|通知|精神))"
)
_FILL = "(?:填写|填报|填好)"
_FILLS = re.compile(rf"{_FILL}$")
# 《申报表》发至邮箱, 《申报书》及附件请于5月8日前提交至某科
_SENDS = re.compile(
    r"^(?:[^，。；]{0,16}[请须应]于[^，。；]{2,18}前|[^，。；]{0,12}?)(?:报送|发送|提交|寄送|送达|[发送交报寄])[至到]"
)
_FORM = re.compile(
    rf"(?:{HAND_IN}|下载|[并另后]附)[^，。；]{{0,30}}?((?:项目|参赛|网上|揭榜|应榜)?(?:申报书|申请书|报名表|申报表|申请表)|(?<!以下)(?<!下列)(?<!以下相关)(?<!下列相关)(?:相关)?(?:证明|佐证)材料(?!外))"
)
# 报名表经学校团委盖章后上传
_STAMPED = re.compile(
    r"((?:项目|参赛)?(?:报名表|申报表|申请表|申报书|申请书|推荐表))[^，。；、]{0,20}(?:盖章|签字)[^，。；、]{0,8}(?:上传|提交|报送|寄)"
)
# 填报试验设备清单（见附件2）: what has an attachment of its own is a form.
_ATTACHED = re.compile(
    r"(?:(?P<titled>《[^《》\n]{4,40}(?:表|[清名]单|书|函)》)|(?P<name>[\u4e00-\u9fff]{2,24}?(?:表|清单|书|报告|函)))”?[（(](?:详?见)?附件\s*[0-9一二三四五六七八九十]{0,3}[^（）()]{0,8}[）)]"
)
_LOOKED_AT = re.compile(r"(?:对照|按照|根据|依据|参照)(?![^，。；]{0,10}要求填[写报])")  # 对照任务清单（附件1）
_BEFORE_NAME = re.compile(
    r"^.*(?:(?<=材料)由|包含|包括|[料件]含|[材资]料[及和与]|填报|填写|提供|提交|报送|期间|并|的|将|和)(?=.{3})"
)
_BESIDES = re.compile(
    r"(?:(?:另|还|并)(?:需|须|应)(?:当|要)?|(?:务必|必须|须|应)[^。；]{2,40}[并且])(?:另行|同时)?(?:提供|提交|报送|附上?)(?:新的|最新|相应的?)?(?P<name>[\u4e00-\u9fff]{2,24}?(?:报告|说明|证明|材料|总结|方案|清单"
    r"|表))(?=$|[（(，,])"
)
# 涉及人体研究的，应提供伦理审查批件; 应签订合作协议并作为附件上传.
_IN_CASE = re.compile(
    r"(?<![^，。；\n])(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,2}[)）])?(?P<case>(?!申报|揭榜|参赛)[^，。；\n]{2,24}的)[，,](?:还|则"
    r"|均)?(?:应|须|需|请)当?(?:同时|另行|一并|另)?(?:提供|提交|附上?|上传|出具)"
    r"(?P<name>[^，。；（(\n]{3,30})"
)
_OPINION = re.compile(r"(?:审查|审批|批准|论证|评审|评估|鉴定|核准|推荐)(?:意见|结论|决定)$")
_SIGNED = re.compile(
    r"(?:应|须|需)当?签[订署](?P<name>[^，。；、\n]{2,20}?(?:协议|合同|承诺书))(?:[，,]|并)[^。；\n]{0,8}(?:附件|上传|提交|提供)"
)
# 须提交联合体协议书原件: one paper, and nothing else asked in the clause.
_SINGLE = re.compile(
    r"(?:应|须|需)当?(?:另行|同时|一并)?(?:提供|提交|附上?|上传|出具)"
    r"(?P<name>[^，。；、（(\n]{2,24}?(?:协议书?|合同|证明|证书|授权书|委托书|许可证|批件|备案表)(?:原件|复印件|扫描件)?)(?=[，。；\n]|$)"
)
# 申报主体须签署承诺书，对材料真实性负责
_PLEDGED = re.compile(r"(?:应|须|需)当?签署(?P<name>[^，。；、（(\n]{0,12}?承诺[书函])(?=[，。；\n（(]|$)")
# 将查新报告附在建议书后
_ADDED = re.compile(r"[将把](?P<name>[^，。；、（(\n]{2,20}?(?:报告|证明|协议|说明|清单|意见|证书|复印件))附(?:在|于)")
# 揭榜任务书（盖章PDF）请于3月13日前发科研处邮箱: what the sentence sends.
_DISPATCHED = re.compile(
    r"^(?:\d{1,2}[.、．]\s?)?(?P<name>[\u4e00-\u9fff]{2,12}(?:[书表函]|[书告]初稿))(?:[（(][^（）()]{1,24}[)）])?"
    r"(?:[及和与](?:相关|有关)?(?:附件|证明|佐证)?材料)?(?:请|须|应)?于[^。；]{2,30}前[^。；]{0,8}(?:[发报送交]|提交|上传"
    r"|递交)"
)

# 提供两名同行专家推荐意见
_RECOMMENDED = re.compile(
    r"(?:提供|提交|附上?)(?P<name>[一二两三四五\d]\s?[名位封][^，。；、（）()]{2,20}?(?:推荐意见|推荐[信函]))(?=[，。；、（(]|$)"
)
# …及相关证明材料复印件1份: the whole of the proofs, counted
_PROOFS_COUNTED = re.compile(
    r"(?:[及和与]|提[供交]|附上?)(?P<name>(?:相关|有关|其他)(?:证明|佐证|支撑)材料(?:复印件)?)(?P<count>\s?[一二两三四五\d]{1,2}\s?份)"
)
# 向某局提交书面申请材料: the whole on paper, where nothing says how often
_WHOLE_ON_PAPER = re.compile(r"(?:提交|递交|报送|送交)(?P<name>(?:纸质|书面)申[请报]材料)(?=[，。；（(]|$)")
# 并将纸质申请书送至某科
_ON_PAPER = re.compile(
    r"[将把](?P<name>(?:纸质|书面)[\u4e00-\u9fff]{1,8}[书表])[^，。；、]{0,12}?(?:报送|提交|[送交报寄])[至到]"
)
# 参赛作品由作者本人邮寄: what a contest asks for.
_WORK = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<name>(?:参赛|应征|投稿|征集)作品)(?:由|须|应|请|需|可|统一|一律)[^，。；：:]{0,16}"
    r"(?:邮寄|寄[送至到]|报送至?|发送至|提交[至到]|投[至递])"
)


def works(sentence: Span, words: str) -> list[Named]:
    """The work that a contest asks for, where a sentence says how it is sent in."""
    match = _WORK.search(words)
    if match is None:
        return []
    span = Span(sentence.start + match.start("name"), sentence.start + match.end("name"))
    return [Named(match["name"], "other", None, span)]


def titled(sentence: Span, words: str, *, filled: bool = False) -> list[Named]:
    """Papers with their title in 《》 that are handed in; ``filled``: only those that somebody fills in (填写《…》)."""
    found = []
    for match in _TITLED.finditer(words):
        behind = without_brackets(words[match.end() : match.end() + 48])
        lead = words[max(0, match.start() - 40) : match.start()]
        asked = _FILLS.search(lead) if filled else re.search(HAND_IN, lead) or _SENDS.search(behind)
        if asked:
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            found.append(Named(match.group(), kind_of(match.group(1), match.group()), None, span))
    for match in _TITLED_WORK.finditer(words):
        kind: MaterialKind = "form" if re.match(_FILL, match.group()) else "other"
        span = Span(sentence.start + match.start("name"), sentence.start + match.end("name"))
        found.append(Named(match["name"], kind, None, span))
    return found


def attached(sentence: Span, words: str) -> list[Named]:
    """Papers with an attachment of their own: 填报清单（见附件2）."""
    found = []
    for match in _ATTACHED.finditer(words):
        part = "titled" if match["titled"] else "name"
        name = match[part] if match["titled"] else _BEFORE_NAME.sub("", match[part])
        if is_generic(name) or _LOOKED_AT.search(words[max(0, match.start() - 6) : match.end(part)]):
            continue
        span = Span(sentence.start + match.end(part) - len(name), sentence.start + match.end())
        found.append(Named(name, kind_of(name, name), None, span))
    return found


def plain(sentence: Span, words: str) -> list[Named]:
    """Forms and proofs by their common names, where they are handed in or stamped."""
    found = []
    for match in (*_FORM.finditer(words), *_STAMPED.finditer(words)):
        if "《" in match.group():
            continue
        name = squeezed(match.group(1))
        found.append(Named(name, kind_of(name, name), count_of(match.group()), sentence))
    return found


def in_cases(sentence: Span, words: str) -> list[Named]:
    """One paper that a case asks for, or that has to be signed and handed in."""
    found = []
    for match in (
        *_IN_CASE.finditer(words),
        *_SIGNED.finditer(words),
        *_SINGLE.finditer(words),
        *_PLEDGED.finditer(words),
        *_DISPATCHED.finditer(words),
        *_ADDED.finditer(words),
        *_ON_PAPER.finditer(words),
        *_RECOMMENDED.finditer(words),
    ):
        name, case = match["name"], match.groupdict().get("case")
        if (THING.search(name) or _OPINION.search(name)) and not is_no_paper(name):
            at = sentence.start + match.start("name")
            kind = kind_of(name, name)
            found.append(Named(name, kind, count_of(name), Span(at, at + len(name)), case))
    return found


def wholes(sentence: Span, words: str) -> list[Named]:
    """The whole of the proofs or of the application, where it is counted or asked for on paper."""
    found = []
    for match in (*_PROOFS_COUNTED.finditer(words), *_WHOLE_ON_PAPER.finditer(words)):
        span = Span(sentence.start + match.start("name"), sentence.start + match.end())
        count = match.groupdict().get("count")
        found.append(Named(match["name"], "proof" if count else "paper_copy", count_of(count or ""), span))
    return found


def besides(sentence: Span, words: str) -> list[Named]:
    """另需提供近三年发展情况报告（3000字以内）, 务必查新并提交查新报告: one thing besides the others."""
    match = _BESIDES.search(words)
    if match is None or is_no_paper(match["name"]):
        return []
    name = match["name"]
    span = Span(sentence.start + match.start("name"), sentence.start + match.end("name"))
    return [Named(name, kind_of(name, name), None, span)]
