"""A field that is filled in and yet does not answer: blanks left in it, 其他 unexplained, both of 是 and 否."""

import re

from extractors.forms.labels.words import ASKS_TEXT
from pipeline.screening.application.labels import canonical
from pipeline.screening.application.substance import is_left_blank, points_elsewhere, squeeze
from pipeline.screening.case import value_text
from pipeline.screening.chapters.asks import unanswered
from pipeline.screening.chapters.bare_cells import is_left_open
from pipeline.screening.chapters.evasions import evades
from pipeline.screening.fields.asked_kinds import says_none
from pipeline.screening.fields.both_parts import part_not_told
from pipeline.screening.fields.years_asked import year_left_out
from schemas.facts import FormField
from schemas.finding import Status

_OF_FIELDS = frozenset({"预期成果", "应对措施", "与现有做法的比较", "保密措施"})  # what a short text tells in words too
_SHORT = 60  # characters: a text may have such marks of its own
_SIGNED = re.compile(r"意见|承诺|声明|签字|盖章")
# 2026年7月至  年  月: one end of the time is left open
_OPEN_END = re.compile(r"(?:[至到—－~～]|\d-)(?:20)?年月?日?止?$|^自?(?:20)?年月?日?起?[至到—－~～-]")
# 2026年7月开始, where both ends are asked for
_ONLY_FROM, _BOTH_ENDS = (
    re.compile(r"^自?20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:开始|启动|起)$"),
    re.compile(r"起止|期限|周期"),
)
# 材料已收悉，推荐与否另行出具意见
_OPINION = re.compile(r"(?:推荐|审核|初审|主管)[\u4e00-\u9fff]{0,8}意见")
_NOT_YET = re.compile(r"暂缓|不予推荐|不(?:同意|宜)推荐|另行出具|再行?(?:出具|推荐|研究)|后再报|推荐与否")
# What nobody tells without a figure; 邮箱 aside, which may be 无.
_IN_FIGURES = re.compile(
    r"(?:手机|电话|传真|[账帐]号|[账帐]户)(?:号码?)?$|^(?:邮政编码|出生年月)$"
)  # 法定代表人电话 too
_DATED = re.compile(r"起止(?:时间|年月|日期)")
_UNIT = re.compile(r"[（(](?:[百千]?万?亿?元|[人名项件个%％])[）)]")
_SAYS_NONE = re.compile(r"同上|无|没有|未设|[/／—-]+")
# 同上, for what no field above can have said: not an address or a telephone
_AS_ABOVE = re.compile(r"[（(]?同[上前]栏?[）)]?")
_MAY_REPEAT = re.compile(r"地址|住所|邮编|邮政|电话|手机|传真|邮箱|单位|地点")
# 主要研究内容摘要, answered with 2023年获金奖，产品畅销六省
_ON_WORK = re.compile(
    r"(?:研究|攻关|建设|技术|项目|任务|揭榜|实施|主要)(?:研究|建设|攻关)?(?:内容|方案|任务|项目)?[^，。；]{0,4}(?:摘要|概述|简述|简介|要点)$"
    r"|(?:研究|攻关|建设)内容$|技术(?:路线|方案)$"
)
_HONOURS = re.compile(
    r"荣获|获[^，。；]{0,14}?[奖杯]|荣誉|称号|评为|授予|龙头|纳税|信赖|好评|口碑|知名|畅销|远销|销往|诚信|文明单位|先进单位|领先企业|百强"
)
_DOES = re.compile(
    r"研究|研制|研发|开发|攻关|设计|试制|试验|实验|建[立设成]|改造|采用|突破|解决|实现|优化|集成|提出|形成|构建|验证|制备|算法|工艺|方法|检测|数据|系统|平台|架构|模型|规则|指标|部署|应用|装置"
)
_NAMED_TOO = re.compile(r"(?:姓名|名称)[、，/和及]")
_SEVERAL = 2  # honours of different kinds
_PIECES = re.compile(r"[，,。；;、（）()/／\s]+")
_UNSETTLED = re.compile(
    r"(?P<part>[\u4e00-\u9fff]{2,8}?)(?:尚|还|暂|均)?(?:待定|待确定|待补充?|待明确|待落实|未定|未确定|未落实|暂缺|空缺)"
)
_REST = re.compile(r"^(?:其余|其[他它]|另(?:外|一家?|两家?)|剩余|余下|还有)的?(?=.{2})")  # 其余场景单位待定
_OTHER_UNSAID = re.compile(r"其[他它](?:[（(]请?(?:注明|说明|填写)[^（）()]{0,6}[）)])?[:：]?[_＿]*")


def half_answered(template: FormField, filled: FormField) -> tuple[Status, str, float] | None:
    """The status, what is wrong in words for behind the field's name, and how sure that is; None where nothing is."""
    value = value_text(filled)
    return _left_open(template, filled, value) or _beside_the_point(template, filled, value)


def _left_open(template: FormField, filled: FormField, value: str) -> tuple[Status, str, float] | None:
    """Blanks, half a time, and words in place of the answer."""
    said, label = value.strip()[:20], template.label or template.name
    if len(value) <= _SHORT and is_left_blank(value) and not (filled.options or _SIGNED.search(filled.label)):
        return "missing", f"“{said}”中仍留有空白，没有填写完整", 0.8
    half = _ONLY_FROM.search(squeeze(value)) is not None and _BOTH_ENDS.search(label) is not None
    if half or _OPEN_END.search(squeeze(value)):
        return "missing", f"“{said}”起止时间不全，没有填写完整", 0.8
    if (unsettled := _unsettled_part(label, value)) is not None:
        return "insufficient", f"中“{unsettled}”，没有填写完整", 0.75
    if (part := part_not_told(filled.label or filled.name, value)) is not None:
        return "insufficient", f"只写“{said}”，没有写明{part}，没有填写完整", 0.7
    if (year := year_left_out(label, value)) is not None:
        return "insufficient", f"没有写明{year}年的数值，没有填写完整", 0.75
    as_above = _AS_ABOVE.fullmatch(squeeze(value)) is not None and not _MAY_REPEAT.search(label)
    if as_above or (not filled.options and (evades(value, _SHORT) or is_left_open(value))):
        return "missing", f"只写“{said}”，没有填写实际内容", 0.75
    if ASKS_TEXT.search(label) and not _SIGNED.search(label) and points_elsewhere(value):  # 同意申报，材料属实
        return "missing", f"只写“{said}”，没有填写实际内容", 0.75
    return None


def _part_unsaid(template: FormField, value: str) -> str | None:
    """What the guidance of a text asks for and the text has no word of: 写明拟解决的问题、主要技术和预期成果."""
    asked = (template.guidance or "") if ASKS_TEXT.search(template.label or template.name) else ""
    if not asked or len(value) <= _SHORT or _SIGNED.search(template.label or template.name):
        return None
    return next((ask.lack for ask in unanswered("", asked, value) if ask.name in _OF_FIELDS), None)


def _unsettled_part(label: str, value: str) -> str | None:
    """负责人待定 in the answer to 合作高校及高校负责人: a part that the label itself asks for."""
    parts = (part for part in _PIECES.split(squeeze(value)) if len(value) <= _SHORT)
    found = ((part, _UNSETTLED.fullmatch(part)) for part in parts)
    return next(
        (part for part, match in found if match is not None and _REST.sub("", match["part"]) in squeeze(label)), None
    )


def _beside_the_point(template: FormField, filled: FormField, value: str) -> tuple[Status, str, float] | None:
    """其他 unexplained, both of 是 and 否, an opinion that recommends nothing."""
    if _OPINION.search(template.label or template.name) and _NOT_YET.search(value):
        return "insufficient", f"写“{value.strip()[:20]}”，没有同意推荐的意见", 0.7
    if _OTHER_UNSAID.fullmatch(squeeze(value)) and "注明" in f"{value}{filled.options}{template.options}":
        return "missing", "勾选了“其他”而没有注明", 0.7
    if (lack := _part_unsaid(template, value)) is not None:
        return "insufficient", lack, 0.65
    if _ON_WORK.search(template.label or template.name) and _praises(value):
        return "insufficient", f"写的是单位的荣誉和市场（“{value.strip()[:20]}”），没有写所要求的内容", 0.65
    ticked = filled.value if isinstance(filled.value, tuple) else ()
    if {squeeze(one) for one in ticked} == {"是", "否"} and len(filled.options) <= len(ticked):
        return "invalid", "的“是”“否”都已勾选", 0.75
    return None


def _praises(value: str) -> bool:
    """金奖、诚信纳税户、深受信赖, and no word of what is done."""
    return len(set(_HONOURS.findall(value))) >= _SEVERAL and _DOES.search(value) is None


def without_figure(template: FormField, value: str) -> bool:
    """个人号码暂缺 for a telephone: words where there can only be figures."""
    printed = template.label or template.name
    label, counted, dated = canonical(printed), _UNIT.search(printed), _DATED.search(printed)
    none = _SAYS_NONE.fullmatch(squeeze(value)) is not None or says_none(value)
    if none or _NAMED_TOO.search(printed) or not (counted or dated or _IN_FIGURES.search(label)):
        return False  # 项目负责人姓名、出生年月、手机号码: the figures stand in fields of their own
    return re.search(r"\d|[〇零一二三四五六七八九十]{2}|[壹贰叁肆伍陆柒捌玖拾佰仟]", value) is None
