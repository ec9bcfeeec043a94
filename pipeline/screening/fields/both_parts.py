"""A label that asks for two things (职工总数及研发人员数, 证书编号及有效期), and an answer that holds one of them."""

import re

from pipeline.screening.application.substance import squeeze

_TWO = re.compile(
    r"(?P<one>(?:20\d\d年?度?)?[\u4e00-\u9fffA-Za-z（）()]{2,16}?)(?:及其?|和|与|[、/／])(?P<two>[\u4e00-\u9fff（）()]{2,14})"
)
_REMARK = re.compile(r"[（(][^（）()]*[)）]")
_COUNT = re.compile(
    r"(?:总数|人数|数量|数|总额|金额|收入|支出|投入|面积|产量|销量|(?:研发|开发|研究|项目|总)(?:费用?|经费)|资金|总投资|利润|纳税额?|产值|资产)$"
)
_SHARE = re.compile(r"(?:占比|比例|比重|强度)$")
_TIME = re.compile(r"(?:有效期限?|有效期至|到期日?|起止(?:时间|年月|日期)|日期|时间|年月)$")
_CODE = re.compile(r"(?:编号|证号|文号|备案号|登记号)$")
# 148, 1,200.5, 三十六 before what it counts
_FIGURE = re.compile(
    r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?|[一二两三四五六七八九十百千]{1,6}(?=[人名项家件个台套万亿])"
)
_DATE = re.compile(
    r"(?<![A-Za-z\d－-])20\d\d\s?(?:年|[-./－]\d{1,2})(?:\s?\d{1,2}\s?月)?(?:[-./－]?\d{1,2}(?:\s?日)?)?度?(?:末|底)?(?![\d号])"
)
_FOR_EVER = re.compile(r"长期|永久|长久|\d\s?年|[一二三四五六七八九十]年|不限")
_WRITTEN = re.compile(r"[A-Za-z0-9]{3,}|\d+号")
# 全部为研发人员, 无研发人员, 均: the second is told without a figure
_TOLD = re.compile(r"[无未没零]|全部|全员|均|都|同[上前]|待|详?见|附")
_AS_SHARE = re.compile(r"[%％]|[一二三四五六七八九]成|分之|(?<!\d)0\.\d")
_LONGEST = 80  # characters: a text tells in its own way


def part_not_told(label: str, value: str) -> str | None:
    """The part of the label that the answer leaves out; None where both are told, or where nobody can say."""
    parts = _TWO.fullmatch(_REMARK.sub("", squeeze(label)))
    said = squeeze(value)
    if parts is None or not said or len(said) > _LONGEST or _TOLD.search(said) is not None:
        return None
    one, two = parts["one"], parts["two"]
    if _COUNT.search(one) and (_COUNT.search(two) or _SHARE.search(two)):
        shared = _SHARE.search(two) is not None and _AS_SHARE.search(said) is not None  # 1565 8.5%
        return two if len(_FIGURE.findall(_DATE.sub("", said))) == 1 and not shared else None
    if _CODE.search(one) and _TIME.search(two):
        return _of_code_and_time(one, two, said)
    return None


def _of_code_and_time(code: str, time: str, said: str) -> str | None:
    if _WRITTEN.search(_DATE.sub("", said)) is None and _DATE.search(said) is not None:
        return code
    return time if _DATE.search(said) is None and _FOR_EVER.search(said) is None else None
