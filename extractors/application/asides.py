"""Figures beside promises (旁注数字): what is bought, what is reckoned with, under what, what is said roughly."""

import re

# 主要元器件要求：…, 外购关键件为…: what is asked of parts that are bought
_BOUGHT = re.compile(
    r"\W{0,4}(?:(?:主要|关键|核心|重要|所用|所需|选用|本?项目)的?){0,2}"
    r"(?:(?:原材料|材料|软硬件|硬件|零部件)[与和及、](?:关键|核心|主要)?){0,2}"
    r"(?:元器件|器件(?=要求)|零部件(?=要求)|(?:外购|采购|选用|配套)的?[^，。：:\d]{0,6}?(?:件|材料|器件|设备|模块)|(?:主要)?(?:原材料|原辅材料|辅料|耗材))"
    r"(?:[与和及、](?:关键|核心|主要)?(?:元器件|软硬件|硬件|零部件|材料)(?=要求|[：:])){0,2}"
    r"(?:方面|选型|中|的?(?:技术|性能)?要求)?(?:主要|均|多)?(?:[，：:,]|[为是]|要求)"
)
_OWN = re.compile(r"自研|自主研|研制|研发|开发|攻克|突破|替代|国产化率")
# 对外购芯片的要求, …模组要求…小于1.2毫米
_ASKED_OF = re.compile(r"对[^，。；]{2,12}(?:件|芯片|材料|器件|设备|模块|模组)的?要求")
# 按每台7万元测算: what a sum is reckoned with
_RECKONED = re.compile(r"(?:按照?|以)[^，。；：\d]{0,8}$")
_RECKONS = re.compile(r"[^，。；\d]{0,6}?(?:测算|估算|计算|核算|推算|折算|[计测](?=[，。；]))")
# 训练70亿参数模型时，…: under what the figure behind holds; 同时, 实时 are words
_WHEN = re.compile(r"[^，,。；;\d]{0,14}(?<![同及实按准延小工随即历当届定临计用耗学课平瓦安])时(?=[，,])")
# 两成机组退出后，…: after what
_AFTER = re.compile(r"[^，,。；;\d]{1,8}(?<![前以之此然今最随其先])后(?=[，,])")
_MADE = re.compile(r"(?:建设|建成|完成|研制|形成|开发|新建|建立)[^，。；]{0,6}$")  # 建设2条示范线后，向全省推广
# 现在的6家是试用, 一处算“用起来”的条件是…: what is there, what is only agreed on
_NOW = re.compile(r"(?:^|[，。；：])(?:现在|如今|眼下|目前|原有)的?$")
_AGREED = re.compile(
    r"(?<![预核测计换结运])算(?![法力子])[^，。；]{0,12}的?(?:条件|标准)[是为：]|(?<!验收)(?<!考核)(?:口径|判据)[是为：]"
    r"|(?<!以)(?:基准|基数)[是为][^，。；：]*$"
)
# 适用于有三类以上设备的机构, 有5台以上机床的工厂: whom it is for
_FOR_WHOM = re.compile(r"(?:适用于|面向|针对)[^，。；：]{0,16}$|(?:^|[，。；：、])(?:装?有|配有)了?$")
_WHOM = re.compile(
    r"[^，。；\d]{0,16}的[^，。；\d]{0,6}?(?:企业|单位|机构|用户|工厂|公司|厂家?|车间|医院|学校|园区|机关|商户|农户)"
)
# 三分之一, 近两成, 不足原来的四成, 两到三天, 几十小时: rough speech
_HAN = "一二两三四五六七八九"
_ROUGH = re.compile(
    rf"[几数][十百千万]|[{_HAN}十]分之[{_HAN}]|(?:近|约|大约|不足|不到)[^，。；\d]{{0,12}}[{_HAN}]成"
    rf"|[{_HAN}](?:到|至|、)?[{_HAN}](?:个?[天日周年月倍成]|小时)"
)
# 同类产品磷含量多在4%~6%: how things commonly are
_COMMONLY = re.compile(r"(?:(?<![更较很之许最])多|大多|普遍|往往|通常|一般)(?:在|为|处于|介于|集中在|落在)约?$")
_CHANGES = re.compile(r"(?:降低|下降|缩短|减少|提高|提升|增加|增长)(?:近|约)?[一二三四五六七八九]成$")
# 每降一个点，一年省4万元: what a step brings, not what is reached
_STEP = re.compile(r"每[^，。；\d]{0,8}(?:[降升增减高低少多][低加长少]?|提[高升])[\d一二两半][^，。；]{0,6}[，,]$")


def promises_nothing(figure: str, sentence: str, *, compared: bool) -> bool:
    """Whether the words of a figure, in their sentence, tell of something else than what is promised.

    ``compared``: a comparing word stands with the figure.
    """
    bare, whole = re.sub(r"\s", "", figure), re.sub(r"\s", "", sentence)
    if (_BOUGHT.match(whole) or _ASKED_OF.match(whole)) and not _OWN.search(whole):
        return True
    if not re.search(r"\d", bare) and _ROUGH.search(bare) and not _CHANGES.search(bare):
        return True
    at = whole.find(bare)
    return at >= 0 and (_AGREED.search(whole[:at] + bare) is not None or _is_aside(bare, whole, at, compared))


def _is_aside(bare: str, whole: str, at: int, compared: bool) -> bool:
    """What stands around the number itself says that it is a premise."""
    number = re.search(r"\d[\d,.，]*[万亿]*|[一二两三四五六七八九十百千]+(?=[^，。；]{0,3}$)", bare)
    begin, end = (at + number.start(), at + number.end()) if number else (at, at + len(bare))
    before, behind = whole[max(0, begin - 24) : begin], whole[end : end + 24]
    reckoned = _RECKONED.search(before) is not None and _RECKONS.match(behind) is not None
    step = _STEP.search(whole[max(0, at - 24) : at]) is not None
    for_whom = _FOR_WHOM.search(before) is not None and _WHOM.match(behind) is not None
    after = _AFTER.match(behind) is not None and _MADE.search(before) is None
    under = not compared and (after or _WHEN.match(behind) is not None)
    there = _NOW.search(before) is not None or _COMMONLY.search(before) is not None
    return reckoned or step or for_whom or under or there
