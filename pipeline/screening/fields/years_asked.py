"""A question on several years (2023、2024、2025年研发投入各为多少) that is answered for some of them only."""

import re

from pipeline.screening.application.substance import squeeze

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SEVERAL = re.compile(r"20\d\d年?(?:度)?(?:(?:、|，|,|和|及|与)20\d\d年?(?:度)?)+")
_FIGURE = re.compile(r"(?<![\d.])(?!20\d\d(?:年|[、:：]))(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?")
# 2024年、2025年均为42万元, 2023至2025年合计123万元, 此后两年各42万元: not each year with its own figure
_TOGETHER = re.compile(r"[均各](?=为|是|投入|\d)|各年|每年|都[为是]|年均|平均|三年|20\d\d年?度?[—–~～至到-]{1,2}20\d\d")
# the applicant was not there yet, or had nothing
_NONE = re.compile(r"未(?:成立|设立|发生|开展|投入|开业)|成立于|成立不|新(?:成立|设立)|注册于|不适用|没有|无")
_LEAST = 2


def year_left_out(label: str, value: str) -> str | None:
    """The first year of several in the label for which no figure stands; None where the answer is whole.

    Only of an answer that tells its figures by their years; 1180、1265、1402 stand in the order of the label.
    """
    several = _SEVERAL.search(squeeze(label))
    asked = list(dict.fromkeys(_YEAR.findall(several.group()))) if several is not None else []
    said = squeeze(value)
    told = [year for year in asked if re.search(rf"{year}年?度?[^\d，,；;。、（()）]{{0,10}}\d", said)]
    if len(asked) < _LEAST or not told or len(told) == len(asked) or _NONE.search(said) or _TOGETHER.search(said):
        return None
    return next(y for y in asked if y not in told) if len(_FIGURE.findall(_YEAR.sub("", said))) < len(asked) else None
