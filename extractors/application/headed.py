"""Figures called nothing but a promise below a heading that names them: 4.1 通道数 over 我方承诺24路."""

import re

from schemas.facts import Target

# 我方承诺, 承诺值, 本项目完成值, 目标为: who promises, and that it is a promise
_PROMISE = re.compile(
    r"(?:(?:我|本)(?:方|们|单位|公司|企业|院|所|校|项目|课题)|(?:揭榜|申报|牵头|承担)(?:方|单位))?的?"
    r"(?:承诺|目标|完成|响应|应答|应诺|申报|揭榜|预期|达到|做到|验收|设计)(?:指标|目标)?(?:数?值|为|到)?"
)
_NUMBER = re.compile(r"^\W*(?:[\d一二三四五六七八九十]{1,2}(?:\.\d{1,2}){0,3}[)）、.．]?\s*)?")
_NAME = re.compile(r"[^。；，：:、]{2,24}")


def under_its_heading(target: Target, titles: tuple[str, ...]) -> Target:
    """The target with the deepest title as its metric, where its own words are none."""
    if not titles or _PROMISE.fullmatch(target.metric) is None:
        return target
    title = _NUMBER.sub("", titles[-1]).rstrip("：: ")
    return target.model_copy(update={"metric": title}) if _NAME.fullmatch(title) else target
