"""Words that stand where an answer should: where to look it up, that it follows, that it is kept back."""

import re

from pipeline.screening.application.substance import is_empty_talk, squeeze

# 详见营业执照, 可登录“信用中国”自行查询
_ELSEWHERE = re.compile(
    r"^[（(]?(?:请|可)?(?:详见|参见|参看|另?见|登录|查阅)[^，。；]{0,24}(?:执照|证书?|简历|材料|附件|网站?|官网|资料|扫描件|原件|表|复印件|身份证|协议|合同|任务书[^，。；]{0,8}|[^，。；]{0,6}(?:部分|[章节页]))[）)。]?$|^[（(]?以[^，。；]{2,20}为准[）)。]?$"
    r"|自行(?:查询|查阅|登录|核对)"
    r"|^(?:内容)?(?:同|沿用|参照)[^，。；]{2,24}(?:申[报请]书|报告|方案|材料)[^，。；]{0,4}(?:章节?|部分|内容|所述)[）)]?$"
)
# 本章由合作单位起草, 新址确定后函告, 企业邮箱正在开通, 选定后报备, 尚无约定
_FOLLOWS = re.compile(
    r"^拟?[于在待](?:任务下达|立项|获批|签约|揭榜成功)[之以]?后[^，。；]{0,10}?(?:研究|论证|讨论|编制|梳理)$|"
    r"^本(?:[节章栏]|部分)的?(?:内容)?(?:由|请)[^，。；]{2,12}(?:起草|撰写|编[写制]|负责|执笔|提供)$|"
    r"另行(?:告知|通知|报送|补报|补充|补[交齐]|提供|说明|函告|约定|填报|确定|商定|分析|制定|提出|编制|编写|撰写)|^本[节章栏](?:内容)?[待俟][^，。；]{2,16}后$|^本(?:[节章栏]|部分)的?(?:内容)?[^，。；]{0,4}(?:正|[尚仍还])在[^，。；]{0,6}(?:讨论|研究|论证|商[讨议]|编[写制]|撰写|修[改订]|审[核批定])中?$|(?:函告|报备|告知|补报|补填|补交)[。]?$"
    r"|再(?:行|予|议|填报|作说明|说明|提供|商[定议]|补[充报交填])|(?:正在|正与[^，。；]{1,12})(?:办理|开通|洽谈|申请|申领|遴选|协商|搬迁|招聘|物色)|(?:搬迁|变更|洽谈|协商|招聘)中|^(?:评审|申请|申报|办理|审批|公示|聘任|认定)中$"
    r"|(?:尚|还|暂)(?:未|在|待)(?:确定|办妥|议定|落实|选定|约定|明确|测算|统计|开通)|(?:本人|负责人)?[^，。；]{0,6}(?:回国|返回|到岗)后(?:提供|补)"
    r"|待[^，。；]{1,16}?[后时](?:(?:再|由|另行?|方|与)[^，。；]{0,8}(?:定|议|明确|说明|报|填|提供|约|商|补[充报交填])|确定|明确|提供|补[充报交填])"
    # 待入选后由财务部会同各参加单位商量编制; 随任务书一并报送
    r"|[待俟等][^，。；]{1,16}?[后时][^，。；]{2,24}?(?:商[量议定]|研究)?(?:编[制报写列]|制[定订]|商[定议量]|拟[定订]|敲定)$"
    r"|^(?:随|与|同)[^，。；]{2,10}(?:一并|一同|同时|一起)(?:报送|提交|上报|报出|补[报交充]|提供|印发)$"
)
# 涉及商业秘密，此处从略; 个人号码不便公开
_KEPT_BACK = re.compile(
    r"(?:涉及?|属于?|系|因)[^，。；]{0,4}(?:商业|技术|公司)(?:秘密|机密)(?=[，,。；]|$)|不便[^，。；]{0,4}(?:公开|透露|披露|说明|填写|提供|展示)|不予(?:公开|提供|披露|说明)(?!的)"
    r"|防止[^，。；]{0,6}(?:外泄|泄[露密漏])(?=[，,]|$)|从略|此处(?:略|不[另再](?:写|述|列|行?赘述))|恕不|(?<!当)面谈(?!妥)|(?:考察|汇报|答辩|验收)时(?:再|当面|由)[^，。；]{0,10}(?:说明|介绍|汇报|提供|展示)"
    r"|不在(?:书面|本|申报)[^，。；]{0,4}(?:材料|文本|表)[^，。；]{0,4}(?:中|里)?(?:展开|说明|列出|体现|介绍)|^[（(]?略[）)]?[。]?$"
)
# 国内外同行都在开展此类研究，情况众所周知，本项目不再比较; 本次未作测算
_NOT_SAID = re.compile(
    r"(?:立项|[入中]榜|获批|批复)后[^，。；]{0,10}(?:商定|发文|明确|确定)|众所周知|不再(?:赘述|比较|论述)|(?:本次|暂|均)?[不未]作(?:测算|统计|分析|说明|比较|评估|估算|预测)|视届?时?[^，。；]{2,16}(?:再|后)(?:填|定|议|报)"
)
_CUES = (_ELSEWHERE, _FOLLOWS, _KEPT_BACK, _NOT_SAID)
_IN_BRACKETS = re.compile(r"^[（(【\[](?P<said>[^（）()【】\[\]]*)[)）】\]]$")  # （本章由合作单位起草，…）
_PIECES = re.compile(r"[，,。；;]")
_AS_ABOVE = re.compile(r"同[上前]|略")
_FIGURE = re.compile(r"(?<!第)\d(?!\d{3}年)|[一二三四五六七八九十百千]{1,4}(?:[个名项台套万]|年以上)")
_YEAR = re.compile(r"20\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?")


def evades(text: str, longest: int) -> bool:
    """The text, of at most so many characters, answers nothing by its own words: from the first on, or most of them."""
    words = _IN_BRACKETS.sub(r"\g<said>", squeeze(text)).strip("。；;")
    if not words or len(words) > longest or _FIGURE.search(_YEAR.sub("", words)) is not None:
        return False
    pieces = [any(cue.search(piece) for cue in _CUES) for piece in _PIECES.split(words) if piece]
    whole = any(cue.search(words) for cue in _CUES)
    return 2 * sum(pieces) > len(pieces) or (
        whole and (len(pieces) == 1 or _NOT_SAID.search(words) is not None or (bool(pieces) and pieces[0]))
    )


def says_nothing(text: str, longest: int) -> bool:
    """:func:`evades`, or 同上, 略, or words that say nothing (公司高度重视，一贯优先支持)."""
    words = squeeze(text).strip("。；;")
    return (
        _AS_ABOVE.fullmatch(words) is not None
        or evades(words, longest)
        or (len(words) <= longest and is_empty_talk(words))
    )
