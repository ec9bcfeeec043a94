"""A metric promised without a figure (含糊承诺): 选取若干典型产品, 吨产品碳排放明显下降, 数值待定型后再商定."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.application.claims import Mode, mode_of
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.claims.metrics import head_of_name, share
from schemas.evidence import Evidence
from schemas.facts import Target
from schemas.outline import Role

_SPEAKING = frozenset({Role.FORM, Role.TASK_BOOK, Role.BODY, Role.OTHER})
_CLAUSE = re.compile(r"[。；;，,\n\t]")
_SOME = re.compile(r"(?:若干|多[个款种项类套家处]|一批|一系列|部分)")
_BETTER = re.compile(
    r"(?:明显|显著|大幅|大大|有所|进一步|较大)(?:幅度)?的?(?:提升|提高|下降|降低|减少|改善|缩短|增强|增加|上升)"
)
_FIGURE = re.compile(r"[\d%％‰]|[一二两三四五六七八九十百千万亿][个款种项类套家处成倍余]|零")
_OF_THEM = re.compile(r"(?:总?共|合计|总计|其中|分别|包[括含]|数量|不[少低]于|[≥>]|达到?|计)")  # 一批标定方法，共12种
_OF_OTHERS = re.compile(r"国[内外]|进口|境外|海外|同行|同类|竞品|目前|现有|以来|传统|已经|已有")
# 预警准确率：待样机定型后视实测情况再商定具体数值: behind the metric's own name, and nothing else said of it
_THEN = r"(?:再|另行?|予以|后|时|以后|之后|届时|结束|出来|完成)"
_SETTLED = (
    r"(?:商[定量议]|确定|议定|明确|约定|补[充报填写]|填[报写上入]?|[提给]出|定(?![型速量性期位点制向])|报(?![告警送])|讨论|测算)"
    r"(?![^。；;，,]{0,2}[过了])"
)
_PUT_OFF = re.compile(
    rf"(?:待|等|俟|视|到|拟?在|至)[^。；;\d]{{0,24}}?{_THEN}[^。；;\d]{{0,12}}?{_SETTLED}"
    rf"|{_THEN}[^。；;\d]{{0,6}}{_SETTLED}|(?:暂|先)(?:空|缺|不[填写定列报])|(?:空|缺)着|留[空白待]|(?:暂|尚)[无未](?:数值|数据|指标值?|目标值?|给出|填|提出|量化)"
    r"|(?:具体)?(?:数值|指标值?)?(?:另行(?:商定|确定|约定|明确)|届时(?:再)?(?:商定|确定|明确)|(?:尚|暂)?待(?:定|商定|确定)|(?:暂|尚)未确定)"
)
_YEAR = re.compile(r"20\d\d年(?:\d{1,2}月)?|第?[一二三四]季度|\d{1,2}月份?")  # 待2027年摸底后: a time is no figure
_NAMED = re.compile(
    r"\s{0,4}(?:[（(]?[\d一二三四五六七八九十①-⑳]{1,2}[）)、.．]?\s{0,4})?(?P<name>[^：:；;。\n]{2,30})[：:](?P<said>[^；;。\n]{2,60})"
)
_SAID, _ALL = 0.7, 0.9  # shares of the metric's words
_BEHIND = 4  # characters between such a word and the name


@dataclass(frozen=True, slots=True)
class _Vague:
    """What a passage promises without a figure, whatever the metric: rows put off, clauses with a vague word.

    ``rows`` are (name, what is said of it), ``clauses`` (the one before, the clause, the one behind).
    """

    evidence: Evidence
    rows: tuple[tuple[str, str], ...]
    clauses: tuple[tuple[str, str, str], ...]


def promised_without_figure(case: Case, required: Target) -> Evidence | None:
    """Where the metric is promised in such words and no figure stands beside them; None where it is not."""
    name = head_of_name(required.metric) or required.metric
    for vague in _all_vague(case):
        for label, said in vague.rows:
            if share(name, label) >= _ALL:
                return narrow(vague.evidence, said)
        for before, clause, behind in vague.clauses:
            figure_behind = _FIGURE.search(behind) is not None
            improved = _BETTER.search(clause) is not None and share(required.metric, before + clause) >= _SAID
            some = _of_some(clause, name) and not (figure_behind and _OF_THEM.match(behind))
            if some or (improved and not figure_behind):
                return narrow(vague.evidence, clause)
    return None


def _all_vague(case: Case) -> Sequence[_Vague]:
    """Found once: each indicator asks."""
    return case.once("promises without a figure", lambda: [*_found(case)])


def _found(case: Case) -> Iterator[_Vague]:
    for passage in case.submission.passages:
        if passage.role not in _SPEAKING or mode_of(passage.path) is Mode.EXISTING:
            continue
        rows, clauses = tuple(_put_off(passage.text)), tuple(_vague_clauses(passage.text))
        if rows or clauses:
            yield _Vague(passage.evidence, rows, clauses)


def _vague_clauses(text: str) -> Iterator[tuple[str, str, str]]:
    clauses = [part.strip() for part in _CLAUSE.split(text)]
    for before, clause, behind in zip(["", *clauses], clauses, [*clauses[1:], ""], strict=False):
        vague = _SOME.search(clause) or _BETTER.search(clause)
        if vague and _FIGURE.search(clause) is None and _OF_OTHERS.search(clause) is None:
            yield before, clause, behind


def _put_off(text: str) -> Iterator[tuple[str, str]]:
    """Names whose own row or line leaves the figure to a later time, with what stands behind them."""
    for row in _NAMED.finditer(text):
        said = row["said"].strip()
        said_of_it = _YEAR.sub("", said)
        if _FIGURE.search(said_of_it) is None and _PUT_OFF.match(said_of_it):
            yield row["name"], said


def promised_of_some(case: Case, required: Target) -> Evidence | None:
    """若干动态视觉任务: where the very thing that is counted is promised without a number."""
    found = promised_without_figure(case, required)
    name = head_of_name(required.metric) or required.metric
    return found if found is not None and _of_some(found.text, name) else None


def _of_some(clause: str, name: str) -> bool:
    """一批检测与防御方法: so many of what is counted, right behind."""
    behind = (clause[some.end() : some.end() + _BEHIND + len(name)] for some in _SOME.finditer(clause))
    return any(share(name, words) >= _ALL for words in behind)
