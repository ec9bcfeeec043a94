"""Parts of a promised number that do not hold: 其余9台于2028年, 其中1家完成，另2家为意向."""

import re
from collections.abc import Iterator

from extractors.values.quantities import find_quantities
from pipeline.screening.claims.around_claims import Around
from pipeline.screening.claims.compare import canonical_pair, reaches
from pipeline.screening.claims.named_values import as_claim
from pipeline.screening.dates import last_day
from schemas.facts import Target

# 余下9台安排在2028年秋收季, 其余45 km列入二期; 其中9个语种于2026年秋季开通
_REST = re.compile(
    r"(?:其余|余下|剩余|另外|另有|其他|其中|含)的?(?P<words>[^，。；）)\d]{0,10})"
    r"(?P<number>\d{1,6}(?:\.\d{1,2})?)\s?(?P<unit>万?[\u4e00-\u9fff]|[A-Za-z]{1,8})"
    r"(?P<behind>[^，。；）)\d]{0,24}(?:20\d\d\s?年(?:\s?\d{1,2}\s?月|[上下]半年|[春夏秋冬][^，。；）)]{0,3}|[年初中末底]+)?)?[^，。；）)\d]{0,8})"
)
_BEFORE_REST = re.compile(
    r"含[^，。；）)\d]{0,4}(?P<due>20\d\d\s?年)[^，。；）)\d]{0,12}(?P<number>\d{1,6}(?:\.\d{1,2})?)\s?(?P<unit>[A-Za-z\u4e00-\u9fff]{1,8})"
)
_YEAR = re.compile(r"(?P<year>20\d\d)\s?年(?:\s?(?P<month>\d{1,2})\s?月)?")
_NEXT_PHASE = re.compile(
    r"(?:列入|放[在到入]|留[在到待]|纳入|安排[在到]|于|由)(?:[^，。；）)\d]{0,4})(?:二期|三期|后续|以后|下一[期阶]|远期)|另行(?:建设|安排|实施)"
)
_SOON = 12  # characters behind what comes later, in which its day may stand
# 其中1家完成装车验证，另2家签订试装意向; 其中已签合同、准备上线的8个；另4个为意向客户
_DONE_OF = re.compile(
    r"其中[^，。；）\d]{0,16}(?P<done>\d{1,6}(?:\.\d+)?\s?[\u4e00-\u9fffA-Za-z]{1,3})[^，。；）\d]{0,12}"
    r"[，,；;、][^。]{0,10}(?:另|其余|余下|剩余)[^。；）]{0,24}?(?:意向|意愿|备选|洽谈|待定)"
)
# 含只登记意愿、尚未装机的约900户
_NOT_YET = re.compile(
    r"含[^，。；）\d]{0,20}(?:尚?未|意向|意愿|拟)[^，。；）\d]{0,12}?(?P<more>\d{1,7}(?:\.\d+)?\s?[\u4e00-\u9fffA-Za-z]{1,3})"
)
# 主控板58克，不含天线；单机整套86克: what a part weighs, and the whole behind it
_OF_WHOLE = re.compile(
    r"[，,（(](?:不含|不包[含括]|未[计含]|不计)[^。；;，,（）()\d]{2,24}[）)；;，,][^。；;，,\d]{0,8}"
    r"(?:整[套机体台]|全[套机]|总重|总计|合计)[^。；;，,\d]{0,8}(?P<whole>\d{1,6}(?:\.\d{1,4})?\s?[\u4e00-\u9fffA-Za-zμ℃%]{1,6})"
)
# 640支（上机420支，入库备换220支）: what lies in store is in no use
_PARTED = re.compile(r"\s?[（(](?P<parts>[^（）()\n]{4,60})[)）]")
_SPARE = re.compile(r"备[用换件品份]|后备|储备|库存|入库|在库|库房|仓库|待装|未装|未投|闲置|机动|周转|封存")
_IN_USE = re.compile(r"应用|装[机车船]|安装|投[运用产]|部署|使用|运行|示范|接入|上线|落地|布设|挂网|在用")
_OF_WHICH = re.compile(
    r"(?:其中|含|内含|包括|另有)[^，。；（）()\d]{0,10}?(?P<part>[^，。；（）()\d]{0,8}\d{1,6}\s?[\u4e00-\u9fff][^，。；（）()\d]{0,10})"
)


def parts_left(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """The words after which less than is required is left of the claim."""
    if required.comparator in ("<=", "<"):
        whole = _OF_WHOLE.match(told.behind)
        times = _share(claim, whole["whole"]) if whole is not None else 0.0
        if whole is not None and times > 1 and reaches(required, _times(claim, times)) is False:
            yield whole.group().lstrip("，,（(")
    if required.comparator not in (">=", ">", "="):
        return
    row = told.behind
    yield from _in_store(required, claim, row)
    if (done := _DONE_OF.search(row)) is not None and _is_short(required, claim, _share(claim, done["done"])):
        yield done.group()
    if (more := _NOT_YET.search(row)) is not None and _is_short(required, claim, 1 - _share(claim, more["more"])):
        yield more.group()
    for rest in (*_REST.finditer(row), *_BEFORE_REST.finditer(row)):
        late = _comes_late(required, rest, row)
        if late and _is_short(required, claim, 1 - _share(claim, f"{rest['number']}{rest['unit']}")):
            yield rest.group()


def _in_store(required: Target, claim: Target, row: str) -> Iterator[str]:
    """Of what is to be in use, the parts that only lie ready."""
    if _IN_USE.search(required.metric) is None or _SPARE.search(required.metric) is not None:
        return
    parted = _PARTED.match(row)
    parts = re.split(r"[，,、；;]", parted["parts"]) if parted is not None else []
    parts += [match["part"] for match in _OF_WHICH.finditer(row.split("；")[0])] if parted is None else []
    spare = sum(_share(claim, part) for part in parts if _SPARE.search(part))
    if 0 < spare < 1 and _is_short(required, claim, 1 - spare):
        yield parted.group().strip(" （()）") if parted is not None else next(filter(_SPARE.search, parts))


def _comes_late(required: Target, rest: re.Match[str], row: str) -> bool:
    """In a later year than is asked for, or in a second phase with no day near it (于后续阶段（2027年10月）)."""
    told = rest.groupdict()
    wanted = last_day(required.due) if required.due else None
    when = _YEAR.search(f"{told.get('words') or ''}{told.get('behind') or ''}{told.get('due') or ''}")
    if when is not None:
        due = last_day(f"{when['year']}-{int(when['month'] or 12):02d}")
        return due is not None and wanted is not None and due > wanted
    soon = _YEAR.search(row, rest.end(), rest.end() + _SOON)
    return soon is None and _NEXT_PHASE.search(told.get("behind") or "") is not None


def _share(claim: Target, figure: str) -> float:
    """What part of the claim the figure is; 0 where the two cannot be compared."""
    said = next(iter(find_quantities(figure)), None)
    pair = canonical_pair(claim, as_claim(said, claim, claim.evidence)) if said is not None else None
    return pair[1] / pair[0] if pair is not None and pair[0] > 0 else 0.0


def _is_short(required: Target, claim: Target, share: float) -> bool:
    """That share of the claim, more than nothing and less than all, does not reach what is required."""
    if not 0 < share < 1:
        return False
    return reaches(required, _times(claim, share)) is False


def _times(claim: Target, share: float) -> Target:
    canonical = claim.canonical_value * share if claim.canonical_value is not None else None
    return claim.model_copy(update={"value": claim.value * share, "canonical_value": canonical})
