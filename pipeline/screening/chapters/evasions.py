"""Words that stand where an answer should: where to look it up, that it follows, that it is kept back.

:func:`evades` knows them by their own words; :func:`only_evades` and :func:`without_evading` by how much sentences
evade in whatever words (谈不上有多少新东西，走一步看一步).
"""

import re
from functools import lru_cache

from pipeline.screening.application.evasive import evasiveness
from pipeline.screening.application.substance import is_empty_talk, squeeze

# 详见营业执照, 可登录“信用中国”自行查询
_ELSEWHERE = re.compile(
    r"^[（(]?(?:请|可)?(?:详见|参见|参看|另?见|登录|查阅)[^，。；]{0,24}(?:执照|证书?|名片|简历|材料|附件|网站?|官网|资料|扫描件|原件|表|复印件|身份证|协议|合同|任务书[^，。；]{0,8}|[^，。；]{0,6}(?:部分|[章节页]))[）)。]?$|^[（(]?以[^，。；]{2,20}为准[）)。]?$"
    r"|自行(?:查询|查阅|登录|核对)"
    r"|^(?:内容)?(?:同|沿用|参照)[^，。；]{2,24}(?:申[报请]书|报告|方案|材料)[^，。；]{0,4}(?:章节?|部分|内容|所述)[）)]?$"
)
# 本章由合作单位起草, 新址确定后函告, 企业邮箱正在开通, 选定后报备, 尚无约定
_FOLLOWS = re.compile(
    r"^届时[再另]?[^，。；]{0,4}[议定报补]$|^拟?[于在待](?:任务下达|立项|获批|签约|揭榜成功)[之以]?后[^，。；]{0,10}?(?:研究|论证|讨论|编制|梳理)$|"
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
    r"(?:大家|各位|贵[局司厅委办单][^，。；]{0,2}|评委|专家|业内|行业内?|圈内|本地|县里|市里|领导)[^，。；]{0,6}(?:熟悉|了解|清楚|知道|知晓|认识|熟知|有数)$"
    r"|有目共睹|不必(?:多[说言]|赘述)|毋庸赘述|(?:立项|[入中]榜|获批|批复)后[^，。；]{0,10}(?:商定|发文|明确|确定)|众所周知|不再(?:赘述|比较|论述)|(?:本次|暂|均)?[不未]作(?:测算|统计|分析|说明|比较|评估|估算|预测)|视届?时?[^，。；]{2,16}(?:再|后)(?:填|定|议|报)|^(?:视|根据|按照?|看)[^，。；]{2,16}(?:而定|决定|灵活安排|机动安排|再行?安排)$"
)
# 负责人某某，履历从略: the last words leave out what the first name
_LEFT_OUT = re.compile(
    r"[，,](?:此处|在此|这里|本处|本节|履历|情况|详情|内容)?(?:均|都|也|就)?(?:从略|不再?[另多]?[写述列说]|略去)$"
)
_CUES = (_ELSEWHERE, _FOLLOWS, _KEPT_BACK, _NOT_SAID)
_IN_BRACKETS = re.compile(r"^[（(【\[](?P<said>[^（）()【】\[\]]*)[)）】\]]$")  # （本章由合作单位起草，…）
_PIECES = re.compile(r"[，,。；;]")
_AS_ABOVE = re.compile(r"同[上前]|略")
_FIGURE = re.compile(r"(?<!第)\d(?!\d{3}年)|[一二三四五六七八九十百千]{1,4}(?:[个名项台套万]|年以上)")
_YEAR = re.compile(r"20\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?")

_SENTENCE = re.compile(r"[^。！？\n]+")
# 同行多用环氧漆，我们以树脂复配: what others do is told in words of lack as well
_OTHERS_DO = re.compile(r"国[内外]|同[行类]|竞品|别[人家]|人家|现[有行]|传统|以往|市[场面]|常规")
_A_FIGURE = re.compile(
    r"\d|[一二两三四五六七八九十百千万]{1,4}(?:余|多|几)?(?:[次个家套台米人名项件组年天种处座吨级条道层亩头只份所支艘倍成半]|公里|小时|分钟)|翻番|减半"
)
_LEAST, _LONGEST = 5, 200  # characters of a sentence, and of a section that holds nothing else
_WHOLE, _ONE = 9.0, 11.0  # how much all that a section says has to evade, and how much one sentence among others


def evades(text: str, longest: int) -> bool:
    """The text, of at most so many characters, answers nothing by its own words: from the first on, or most of them."""
    words = _IN_BRACKETS.sub(r"\g<said>", squeeze(text)).strip("。；;")
    if not words or len(words) > longest or _FIGURE.search(_YEAR.sub("", words)) is not None:
        return False
    pieces = [any(cue.search(piece) for cue in _CUES) for piece in _PIECES.split(words) if piece]
    whole = any(cue.search(words) for cue in _CUES)
    ends = _LEFT_OUT.search(words) is not None or any(_NOT_SAID.search(piece) for piece in _PIECES.split(words))
    return 2 * sum(pieces) > len(pieces) or (whole and (len(pieces) == 1 or ends or (bool(pieces) and pieces[0])))


def says_nothing(text: str, longest: int) -> bool:
    """:func:`evades`, or 同上, 略, or words that say nothing (公司高度重视，一贯优先支持)."""
    words = squeeze(text).strip("。；;")
    return (
        _AS_ABOVE.fullmatch(words) is not None
        or evades(words, longest)
        or (len(words) <= longest and is_empty_talk(words))
    )


def only_evades(text: str) -> bool:
    """Every sentence evades, and none has a figure."""
    sentences = [said for said in map(squeeze, _SENTENCE.findall(text)) if len(said) >= _LEAST]
    return (
        bool(sentences)
        and "\t" not in text
        and sum(map(len, sentences)) <= _LONGEST
        and all(_A_FIGURE.search(said) is None and evasiveness(said) >= _WHOLE for said in sentences)
    )


@lru_cache(maxsize=64)  # a section is asked about more than once
def without_evading(text: str) -> str:
    """The text without the sentences that surely evade: 几样都不由我们说了算，走一步看一步 is no measure."""
    return _SENTENCE.sub(lambda said: "" if _surely_evades(said.group()) else said.group(), text)


def _surely_evades(sentence: str) -> bool:
    said = squeeze(sentence)
    plain = len(said) >= _LEAST and "\t" not in sentence and _A_FIGURE.search(said) is None
    return plain and _OTHERS_DO.search(said) is None and evasiveness(said) >= _ONE
