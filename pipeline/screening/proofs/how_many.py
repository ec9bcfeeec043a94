"""How many of a proof are asked for (业绩合同（不少于2份）), and how many the list of proofs counts."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile

from extractors.values.han_numerals import han_value
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.dates import times
from pipeline.screening.proofs.asked_years import noted, since
from schemas.notice import Obligation
from schemas.submission import Attachment

_COUNT = r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,2})\s?(?P<unit>份|项|件|篇|本|张|家|个(?!月))"
_BARE = _COUNT.replace("count", "bare").replace("unit", "of")
_LEAST = re.compile(rf"(?:不[少低]于|至少(?:提供|提交|附)?){_COUNT}|^{_BARE}(?:及)?以上")
# 不少于2件的证书, behind the name of what they show
_LEAST_OF = re.compile(
    rf"(?:不[少低]于|至少(?:提供|提交|附)?){_COUNT}的?(?:有效|相关|授权)?"
    r"(?:证[书明]|(?:证明)?材料|复印件|合同|协议|报告|关键页|文件)?"
)
_COUNTED = re.compile(rf"(?<![第\d]){_COUNT}")
# One of these holds as many as are bound in it: 合同汇编1份.
_VOLUME = re.compile(r"汇编|合订|合集|装订|[册套等]")
_CIRCLED = re.compile(r"\s*[①-⑳]")
_SEVERAL = 2
_PIECE = re.compile(r"[，,；;。]")  # 业绩合同，2023年1月1日以后签订，不少于2份
_BRACKET = re.compile(r"[（(]([^（()）]*)[）)]")


def asked_count(obligation: Obligation) -> tuple[int, str] | None:
    """The least number that the bracket behind the proof's name, or the name, asks for, with its unit; else None."""
    name = _BRACKET.sub("", squeeze(obligation.name))
    _, found, behind = squeeze(obligation.evidence.text).partition(name)
    bracket = _BRACKET.match(behind) if found else None
    pieces = () if bracket is not None else _PIECE.split(behind if found else "")
    beside = next((piece for piece in pieces if _LEAST_OF.fullmatch(piece) or _LEAST.fullmatch(piece)), "")
    remark = squeeze(obligation.material.remark or "") if obligation.material is not None else ""
    for words in (bracket.group(1) if bracket is not None else beside, name, remark):
        if (least := _LEAST.search(words)) is not None:
            return int(han_value(least["count"] or least["bare"]) or 0), least["unit"] or least["of"]
    return None


def too_few_since(case: Case, obligation: Obligation, given: Attachment) -> tuple[date, int, int] | None:
    """The day since which so many must be made, how many are asked for, and how many of those listed are.

    By the days of the entry, or of the parts that stand below it (合同2份：①…，2022年4月签订；②…); None where they tell
    too few days, or enough of them count.
    """
    asked, limit = asked_count(obligation), since(obligation.name + noted(obligation))
    if asked is None or limit is None or asked[0] < _SEVERAL:
        return None
    names = [given.name, *_parts(case, given)]
    days = [span.last for name in names for span in times(name) if span.exact]
    late = sum(day >= limit for day in days)
    return (limit, asked[0], late) if len(days) >= asked[0] > late else None


def _parts(case: Case, head: Attachment) -> Iterator[str]:
    """The entries with circled numbers right below one that ends with a colon."""
    entries = case.submission.attachments
    at = next((at for at, one in enumerate(entries) if one is head), len(entries))
    below = entries[at + 1 :] if head.name.endswith(("：", ":")) else ()
    return (one.name for one in takewhile(lambda one: _CIRCLED.match(one.evidence.text), below))


def counted(names: Iterable[str], unit: str) -> int | None:
    """How many papers the names count together; None where one of them says no number, or one of something else."""
    total = 0
    for name in names:
        counts = list(_COUNTED.finditer(squeeze(name)))
        if not counts or any(match["unit"] != unit for match in counts) or _VOLUME.search(name):
            return None
        total += sum(int(han_value(match["count"]) or 0) for match in counts)
    return total or None
