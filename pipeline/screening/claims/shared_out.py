"""A number promised of several together where it is asked of each: 8个数据集合计赋能26个 of 各数据集赋能10个."""

import re
from collections.abc import Iterator

from extractors.values.han_numerals import han_value
from pipeline.screening.application.substance import squeeze
from pipeline.screening.claims.around_claims import Around
from pipeline.screening.claims.compare import reaches
from schemas.facts import Target

_MEASURES = "个台套条家类种座款项处所支艘仓户只"
# 各数据集, 每个示范县, 单条产线: what the notice asks of each
_OF_EACH = re.compile(r"(?:[各每]一?|单)(?P<thing>[\u4e00-\u9fff]{2,10})")
# 8个数据集合计赋能, 三个示范县共: before the figure, or in the bracket behind it
_TOGETHER = (
    rf"(?P<count>(?<![\d.])\d{{1,4}}|[两二三四五六七八九十]{{1,3}})\s?(?P<thing>[{_MEASURES}][\u4e00-\u9fff]{{0,10}}?)"
    r"(?:合计|共计|总计|累计|一共|总共|加起来|共(?![同享用建]))"
)
_BEFORE = re.compile(_TOGETHER + r"[^\d，。；：]{0,10}$")
_BEHIND = re.compile(r".{0,2}[（(]" + _TOGETHER + r"[^\d，。；：（）()]{0,4}[）)]")
_CLAUSE_ENDS = re.compile(r"[，。；：\n\t]")
_FIGURE = re.compile(r"\d[\d,.]{0,12}\D{0,8}$")


def of_all_together(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """The words that say so, where the number shared out among them is too low."""
    asked = _OF_EACH.search(squeeze(required.evidence.text))
    if asked is None or required.comparator not in (">=", ">", "=") or claim.canonical_value is None:
        return
    clause = _CLAUSE_ENDS.split(told.sentence[: told.end])[-1]
    figure = _FIGURE.search(clause)
    before = _BEFORE.search(clause[: figure.start()]) if figure is not None else None
    said = before or _BEHIND.match(told.behind)
    if said is None or not _same_thing(asked["thing"], said["thing"]):
        return
    among = max(1.0, float(han_value(said["count"]) or 1))
    share = {"canonical_value": claim.canonical_value / among, "value": claim.value / among}
    if reaches(required, claim.model_copy(update=share)) is False:
        yield said.group().strip("（() ")


def _same_thing(asked: str, said: str) -> bool:
    """示范仓 of 单仓测点数, 数据集 of 各数据集赋能: by its last character, which is not 个."""
    return said[-1] != "个" and said[-1] in asked
