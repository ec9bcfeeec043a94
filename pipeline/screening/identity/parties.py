"""The sides of a contract or an agreement (甲方、乙方): who each is, as the same paper says."""

import re

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case

_SIDE = r"(?:[甲乙丙丁戊己庚]|委托|受托|承包|发包|承揽|定作|承租|出租|[供需买卖])方"
_NAMED = re.compile(
    rf"(?P<side>{_SIDE})\s?(?:[（(][^（()）]{{1,12}}[)）])?\s?(?:名称|单位)?\s?[为是:：；|｜]\s?(?P<name>[\u4e00-\u9fff（）()]{{4,40}})"
    rf"|(?P<called>[\u4e00-\u9fff]{{4,40}})\s?[（(](?:以下)?(?:简?称)?[“”\"]?(?P<short>{_SIDE})[“”\"]?[)）]"
)
_NEAR = 80  # passages on either side


def party_name(case: Case, index: int, side: str) -> str | None:
    """The name of the side in the paper that the passage is of; None where it tells none."""
    return _sides(case, index).get(side)


def _sides(case: Case, index: int) -> dict[str, str]:
    """Each side by the place that names it nearest; above before below."""
    known: dict[int, dict[str, str]] = case.once("sides of papers", dict)
    if index not in known:
        passages, here = case.submission.passages, case.submission.passages[index]
        near = list(range(max(0, index - _NEAR), min(len(passages), index + _NEAR)))
        near.sort(key=lambda at: (at > index, abs(at - index)))
        sides: dict[str, str] = {}
        for at in near:
            text = passages[at].text
            if passages[at].evidence.file != here.evidence.file or "方" not in text:
                continue
            for match in _NAMED.finditer(text):
                sides.setdefault(match["side"] or match["short"], squeeze(match["name"] or match["called"]))
        known[index] = sides
    return known[index]
