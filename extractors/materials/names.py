"""The name, kind and condition of an item of a list of materials."""

import re
from typing import Literal

from extractors.text.marks import COUNT
from extractors.text.spans import Span, split_outside_brackets, trimmed, without_brackets

MaterialKind = Literal["form", "proof", "commitment", "paper_copy", "other"]

# 如企业为高新技术企业…, 联合申报的提供, 仅限…提供, 涉及…的: when the item is asked for.
_HAND_IN = r"(?:还|另|则|并)?(?:需要?|须|应|请)?(?:当|另行|同时)?(?:提交|提供|出具|附上?|上传)"
_MUST = r"(?:还|另)?(?:需要?|须|应|请)(?:另行)?"
_OF_PAPER = "报告|执照|证书|证明|合同|协议|(?<!新)材料|资料|复印件|[书表函][、，（(]"
_IF = re.compile(
    r"^((?:如|若|如果|涉及|属于|对于?)[^，。；]{2,60}?"
    rf"|[^，。；：、（）()]{{2,24}}?(?=的[，,]\s*(?:{_HAND_IN}|{_MUST}))"
    # 联合申报的，联合申报协议: what follows is the paper
    rf"|(?:[^，。；：、（）()]{{0,8}}(?:申报|牵头|承担|合作|联合|企业|单位|高校|院所|团队|机构|个人|涉及|属于)[^，。；：、（）()]{{0,8}}?)(?=的[，,][^，。；：]{{2,40}}(?:{_OF_PAPER}|[书表函证]|明细|意见))"
    # 出国前已有职称，出国后进修、访学的，须提供…: several words, none of them a paper's
    rf"|(?:(?!{_OF_PAPER})(?:[^。；：:（(]|[（(][^（）()]{{0,40}}[)）])){{4,100}}?(?=的[，,]\s*{_HAND_IN}))(?:的)?[，,]\s*(?:{_HAND_IN}|{_MUST})?"
    # 联合揭榜的另交…, 有分包的还须再附…
    r"|^(?P<who>[^，。；：、（）()]{2,16}?)的(?=[还另再加须应需要])(?:还|另外?|再|加)?(?:须|应|需要?|要)?(?:另行?|再|加)?(?:附上?|[交带]上?|提供|提交|出具)(?=.{2})"
)
# 申报方向2的单位须提供…, 方向1：提供…
_FOR_DIRECTION = re.compile(
    rf"^((?:申报|选报|选择)?(?:揭榜)?方向\s?{COUNT}(?:[、和及](?:方向)?{COUNT})*)(?:的(?:单位)?)?[，,：:]?\s*{_HAND_IN}"
)
# （联合申报必备）, （委托代理人签署时提供）; who makes the paper (由所在单位提供) is no condition.
_IN_BRACKETS = re.compile(r"[（(]((?!(?:由|至少|不少于)(?![^（）()]*时))[^（）()]{2,40})[)）]")
# 牵头和合作单位都要提供, not 联合申报的各方均须提供 nor 企业均须提供
_SOME = (
    r"[^，。；]{0,14}?(?:联合|涉及|属于|代理|委托|[的时][^，。；]{0,6}[都均])|[如若]|(?:企业|高校|院[校所]|个人)[都均]"
)
_ALWAYS = re.compile(
    rf"(?:(?!{_SOME})[^，。；]{{0,16}}[都均](?:须|需要?|要|应)|必须|务必|[均须应需]{{1,2}})(?:提供|提交|填写|出具)|必[备交需填]"
)  # no condition at all
_SINCE = re.compile(r"20\d\d年[\d月日]*份?(?:以|之)?[前后来起内]")  # 2025年1月1日以后出具: when it was made
_CONDITION_END = re.compile(
    r"(?:提供|提交|适用|需要|出具|必备|必交|必需|填写|免提供|[不无免勿][用需须必]?[交附带]"
    r"|的[才再另须需应请]{0,2}(?:[附带交]上?|勾选|打[勾钩]))$"
    r"|^[如若]?有(?:的话|的|就|则)?请?(?:交|附上?|带上?)$|^(?:如有|若有|如涉及|若涉及|如适用|选填)|^(?:如|若|仅限|限).*的$|^(?:联合|合作|委托|涉及|属于|有|为)[^，。；]{1,16}(?:的|(?<![及同届临])时)$"
)
# 码头经营人出具: who makes the paper; not 联合申报时出具, and who hands it in (区外企业提供) is a case
_BY_WHOM = re.compile(r"[^，。；时如若的]{1,16}(?:[局所院部厅方会]|人|机构|单位|公司|中心|银行)(?:开具|出具)")
_VERB = re.compile(
    r"^(?!证明(?:文件|材料|书|函|单))(?:(?:申报|揭榜|申请|应征)?(?:材料|资料|文件)(?:应|须)?(?:由|包括|包含)(?=[《\u4e00-\u9fff]{2})"
    # 申请书及样章须附电子版光盘2张
    r"|[^，。；：:《》]{2,24}[须需应](?:另|同时)?附[上送带]?(?=(?:电子版?)?(?:光盘|U盘))"
    # 申报单位按附件格式编制《申报书》
    r"|[^，。；：]{2,10}按照?[^，。；：]{1,8}(?:格式|模板|要求|样式)(?:编制|编写|填写|提交)(?=[《\u4e00-\u9fff])|(?:需|须|应|请)?(?:[线网]上|在线)?(?:提供|提交|填写|填报|报送|上传|附(?!件)上?|出具|证明)(?:(?=企业)|(?=[\u4e00-\u9fff《]))|经[^，。；：]{2,40}?(?:鉴证|审计|审核|评审|认定|盖章|备案|公证)的(?=.{4})|按照?(?=[\u4e00-\u9fff/]{2,40}[书表](?:[（(]|格式|模板|要求)))"
)
# Where the name ends: what follows says how, with what, or in which form.
_STOP = re.compile(
    # 申报材料统一用A4纸按…顺序装订
    r"[，,。；;：:]|(?<=[材资]料)(?:统一|一律|均)?(?:采?用A4|按(?=[^，。；]{2,60}顺序))|(?<=[表书告单函件])请(?=[按于在将对])|(?<=》)[用由请须应需按]|不[超少]|一\s*式"
    r"|各?(?:\d+|[一二两三四五六七八九十]{1,2})\s*份|(?<![-~～—至到\d])\d{1,2}\s?[张册](?=[，,。；;（(]|$)|[（(]"
)
_TITLED = re.compile(r"《[^《》]{2,60}》")
_REFERS = re.compile(r"(?:详?见)?附件|见附|如有|若有")
_HOW_BEHIND = re.compile(r"(?<=[）)])[用由请须应需按]")  # 《申请书》（2026年版）用计算机填写
_TOLD = re.compile(r"[（(][^（）()]{2,60}、[^（）()]{2,80}[)）]")
# Names that stand for the whole, and items that are steps rather than papers.
_GENERIC = re.compile(
    r"(?:其|并|还|另|须|需|应|准备|提供|提交|上传|下列|以下|上述|作品|相关|各种|所有|有关|要求的|其他|本|全部)*(?:附件|附证|文件|文档|申报|申请|证明|佐证)?(?:材料|资料|数据|信息)"
    r"|文件|(?:[并还另须需应]?(?:提供|提交|附上?))?(?:以下|下列|如下)证明|(?:相关|有关|其他)?附件|(?:相关|有关)?(?:证明|佐证|支撑|附件)材料(?:[及与和]其?)?(?:清单|目录)|其(?:清单|目录)"
    r"|(?:证明|佐证|支撑|备查)附?件(?:清单|目录)?"
    # 证明材料清单及复印件, 证明文件目录与附件: the papers that are listed elsewhere one by one
    r"|(?:相关|有关)?(?:证明|佐证|支撑|附件)(?:材料|文件)(?:清单|目录)[及与和并](?:其|各项|相关|有关|全部|对应的?)?(?:附件|材料|证明材料|(?:材料)?(?:复印|扫描|原)件)"
    # 个人材料, 入住人员申请材料: all that one of them hands in; not 研发人员材料, 企业资料
    r"|(?:个人|申[请报]人)的?(?:申[请报])?(?:材料|资料)|(?:企业|单位|[\u4e00-\u9fff]{0,4}人员)的?申[请报](?:材料|资料)"
    r"|附件\s?[一二三四五六七八九十\d]{1,2}所列(?:的)?(?:证明|佐证|申报)?材料"
)
_STEP = re.compile(
    r"(?:方式|报送|要求|时间|程序|流程|地址|邮箱|账号|系统|官网|公章|地点|前)$|登录|登陆|^\d{1,2}\s?月(?:\d{1,2}\s?日|底|[上中下]旬)?|www|http|上传至|^将|^请|^在(?![孵岗职校读库]|有效期|(?:许可|证书|使用)?期限内|[^，。；]{2,30}的(?:记录|证明|清单|流水)$)|为\d{4}年|联系人|不得|应当"
    r"|日前(?:完成|公布|公示|组织)|[须应需](?:密封|加盖|装订|签字|盖章|打印|胶装)|限\s?\d|不(?:得)?超过\s?\d"
)
_FORM = re.compile(
    r"(?:[揭应承接]榜|响应|申报|申请|报名|登记|备案|信息|汇总|推荐|明细|任务|登记|情况|(?:项目|立项)建议)(?:评审)?(?:表|书)|(?:表|活页)$|清单$"
)
_COMMITMENT = re.compile(r"承诺书|承诺函|军令状|声明|保证书|诚信书|承诺$")
# 近三年无重大事故声明: it tells a fact, and promises nothing
_OF_A_FACT = re.compile(
    r"(?:^|近.{1,2}年|以来)(?:无|未(?:发生|被|受到|出现))[\u4e00-\u9fff]{2,20}(?:的)?(?:声明|情况说明)$"
)
_PAPER = re.compile(r"纸质|书面材料|纸件|装订成册|胶装成册")
_PROOF = re.compile(
    r"(?<!论)证|报告|协议|合同|发票|截图|凭证|材料|文件|成果|报表|决议|制度|说明|复印件|扫描件|名单|照片|意见|账|资质|(?<!会议)记录$"
)
# 纸质版：申报书（附件3）及相关材料…: on what it is handed in, before what it is.
_MEDIUM = re.compile(r"(?:纸质|书面|电子)(?:版|件|档|文档|材料|资料)?\s?[:：]\s?")
_MEDIUM_OF = re.compile(r"(?:[书表]|报告|材料|资料|文件|方案|证明)(?:(?:及|和|与)[^及和与]{2,12})?$")


# 申报材料包括, 揭榜方应提交, 揭榜材料由四部分组成, 申报表各栏均须填写: what the list is, or how a form is filled in;
# 证明材料须列出清单: that the papers are to be listed
_NO_NAME = re.compile(
    r"(?:包括|包含|(?:(?:材料|资料|文件|内容|部分)|由[^，。；]{1,8})(?:组成|构成)|如下)$|[应须需]当?(?:提交|提供|报送|递交|准备|附上)$|[各每]?栏目?[均都应须需逐必]{1,3}|[均都](?:应|须|需|必须|不得)(?:如实|逐项|完整)?[填写]"
    r"|[应须需]当?(?:逐[一项])?(?:列[出明]|编制|附上?)(?:清单|目录)$"
)
# 单位提供执照，团队提供身份证; 软件类成果应提供…, not 小微型企业提供的…
_FOR_SOME = re.compile(
    r"^((?:自然人)?团队|个人|自然人|企业|单位|高校|事业单位"
    r"|(?![各此该其这]|所有|以上)[\u4e00-\u9fff]{1,8}[类型](?:成果|项目|作品|产品|课题|企业|单位|团队))"
    rf"(?:申报的?)?{_HAND_IN}(?!的)"
)

# 属于租港组的单位请提交：某某证书
_OF_THOSE = re.compile(
    r"^((?:满足|符合|属于|具备|选择)[^，。；：、（）()]{1,20}的(?:企业|单位|机构|人员|个人|申[请报]人|团队|项目|高校))"
    r"(?:请|须|应当?|需要?|还|另|同时|一并){1,3}(?:提交|提供|出具|附上|上传)[：:]?\s?(?=.{2})"
)


def name_span(clean: str, start: int, end: int) -> Span | None:
    """The noun phrase that names the item, without 如…的, 提供 before it and 一式三份, brackets behind it."""
    span = trimmed(clean, start, end, "。；;，,")
    condition = _lead(clean[span.start : span.end])
    at = span.start + (condition.end() if condition else 0)
    verb = _VERB.match(clean[at : span.end])
    at += verb.end() if verb else 0
    stop = _stop(clean, at, span.end)
    found = trimmed(clean, at, stop, "，,。；;：:")
    if found.end - found.start > 100:
        first = split_outside_brackets(clean, found.start, found.end, re.compile("、"))[0]
        found = trimmed(clean, first.start, first.end)
    words = found.of(clean)
    if words.endswith("的") and clean[found.end : found.end + 1] in ("，", ","):  # 加盖公章的，营业执照复印件
        return name_span(clean, found.end + 1, end)
    told = _TOLD.match(clean, found.end, span.end) is not None  # 佐证材料（专利、营业执照等）
    whole = is_generic(words) and not told
    other = whole or _STEP.search(words) or _NO_NAME.search(words)
    return found if 2 <= len(words) <= 100 and not other else None


def _lead(words: str) -> re.Match[str] | None:
    """The condition that opens an item, with the verb behind it."""
    return _IF.match(words) or _FOR_DIRECTION.match(words) or lead_of_some(words) or _OF_THOSE.match(words)


def lead_of_some(words: str) -> re.Match[str] | None:
    """软件类成果应提供: of whom alone what follows is asked, its first group; None for any other words."""
    return _FOR_SOME.match(words)


def behind_medium(clean: str, start: int, end: int) -> int:
    """Where the words of 纸质版：申报书（附件3）… begin that name what is handed in on paper; ``start`` for others."""
    medium = _MEDIUM.match(clean, start, end)
    name = name_span(clean, medium.end(), end) if medium else None
    return name.start if name is not None and _MEDIUM_OF.search(name.of(clean)) else start


def is_generic(words: str) -> bool:
    """The words stand for whatever is handed in (相关附件材料), not for one paper."""
    return _GENERIC.fullmatch(words.strip()) is not None


def _stop(clean: str, start: int, end: int) -> int:
    """The end of the name: the first mark outside brackets; brackets inside a name (专利（复印件）证明) stay."""
    index = start
    while index < end:
        match = _STOP.match(clean, index, end)
        titled = _TITLED.match(clean, index, end)
        if match is None or titled is not None:  # 《申报表（事后资助类）》 is one name
            index = titled.end() if titled is not None else index + 1
            continue
        if clean[index] in "（(":
            close = _closing(clean, index, end)
            follows = clean[close + 1 : min(close + 2, end)] if close > 0 else ""
            refers = _REFERS.match(clean, index + 1, end) is not None or _HOW_BEHIND.match(clean, close + 1, end)
            if close > 0 and not refers and re.match(r"[\u4e00-\u9fff、]", follows) and index - start >= 1:
                index = close + 1
                continue
            return index if index > start else end
        if index - start >= 2:
            return index
        index += 1
    return end


def _closing(clean: str, start: int, end: int) -> int:
    """Where the bracket closes that opens at ``start``, behind those inside it; -1 where it does not."""
    depth = 0
    for index in range(start, end):
        depth += (clean[index] in "（(") - (clean[index] in "）)")
        if depth == 0:
            return index
    return -1


def kind_of(name: str, words: str) -> MaterialKind:
    """What sort of paper a name means; ``words`` are the whole item's."""
    plain = without_brackets(name).strip("《》")
    if _OF_A_FACT.search(plain):
        return "proof"
    if _COMMITMENT.search(plain):
        return "commitment"
    if re.search(r"一\s*式|\d\s*份", words) and re.search(r"申报书|申请书|申报材料|申报资料|纸质|书面材料", plain):
        return "paper_copy"
    if re.search(
        r"审计报告|纳税申报表|会计报表|财务报表|意向[书函]|推荐函|(?:同意|确认|支持|接收)[书函]|合同|发票|协议|执照|证书|证明|委托书|授权书|批件|批复|通知书",
        plain,
    ):
        return "proof"
    if _FORM.search(plain):
        return "form"
    if _PAPER.search(plain):
        return "paper_copy"
    if re.search(r"申请报告|可行性|封面|目录|方案|PPT|源代码|源码|模型|视频", plain):
        return "proof" if "可行性" in plain else "other"
    return "proof" if _PROOF.search(plain) else "other"


def condition_of(words: str) -> str | None:
    """The words that make the item conditional, or None."""
    lead = _lead(words)
    if lead:
        return lead.group(1) or lead["who"]
    for match in _IN_BRACKETS.finditer(words):
        first = re.split(r"[，,；;]", match.group(1))[0]
        always = _SINCE.match(first) or _ALWAYS.fullmatch(first) or _BY_WHOM.fullmatch(first)
        if _CONDITION_END.search(first) and not always:
            return first
    return None
