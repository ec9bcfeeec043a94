"""Review and acceptance (评审、验收): how applications are judged, the work is accepted, and who watches it."""

import re

from extractors.notice.statements import find_statements
from extractors.text.spans import Span, squeezed
from schemas.outline import Outline, Role
from schemas.provisions import ReviewKind, ReviewRule
from schemas.text import Block, Grid, Text

_TITLE = re.compile(r"评审|评选|遴选|验收|评价|评估|考核(?!指标)|监督|过程管理|项目管理|实施管理|立项程序|工作程序")
_SIGNAL = re.compile(
    r"评审|评选|遴选|答辩|论证|专家|验收|结题|中期|评估|评价|考核|检查|监督|审核|审查|终止|撤销|追[责回究]|整改|公示|立项|优胜|择优|考察|测试|比选|抽查|备案|责任"
)
_ELSEWHERE = re.compile(
    r"(?:组织|邀请|委托|采取|采用|通过|经|进行)[^，。；\n]{0,14}(?:专家|评审|答辩|评议|论证|遴选|考察|比选|评测|第三方)"
    r"|(?:组织|进行|开展|通过|申请|完成|接受)[^，。；\n]{0,10}(?:验收|结题|中期检查|中期评估|绩效评价)|评审(?:按|实行|采用|得分|标准)"
    r"|(?:低于|不足|未达)\s*\d{2}\s*分|验收(?:不合格|不通过|未通过|结论)|择优(?:确定|立项|支持|遴选|认定)"
)
_ACCEPTANCE = re.compile(r"验收|结题|终验|优胜单位|成效评估|建设成效|绩效评价")
_SUPERVISION = re.compile(r"监督|中期|过程管理|终止|撤销|追[回究责]|整改|抽查|年度报告|调整|变更|阶段(?:检查|评估)")
# 技术先进性（30分）, 创新性占40%, 团队权重25%. The criterion is what stands right before its weight.
_WEIGHTED = re.compile(
    r"(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff、与和及]{1,14}?)(?:[（(:：]?\s*(?:满分|分值|权重)?(?:占比?|为|各占)?\s*)"
    r"(?P<weight>\d{1,3}(?:\.\d)?)\s*(?P<unit>分(?![钟之级])|[%％])"
)
_NO_CRITERION = re.compile(r"低于|达到|不足|以上|得分|总分|满分|平均|高于|前$|超过|百分制")
_PASS = re.compile(
    r"(?:低于|不足|未达到?|低于总分)\s*(\d{2}(?:\.\d)?)\s*分|(\d{2})\s*分(?:\s*[（(]含[）)])?\s*(?:及)?以上"
)
_CRITERION_HEAD = re.compile(r"指标|内容|要素|标准|因素|项目|维度|评[审分价]")
_WEIGHT_HEAD = re.compile(r"分值|权重|满分|分数|标准分")
_JUDGED_HEAD = re.compile(r"评[审分价选]|打分|分值|权重")
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d)?)\s*([分%％]?)")
# 经征集、论证，现启动…: what was done before the call.
_BEFOREHAND = re.compile(r"现(?:启动|发布|予以|就|将|面向|公开|组织|开展)|^(?:根据|按照|为)[^。]{0,60}(?:现|特)")
_SKIPPED = frozenset({Role.FORM, Role.COVER, Role.TASK_BOOK, Role.PROOFS, Role.COMMITMENT})


def find_reviews(text: Text, outline: Outline) -> list[ReviewRule]:
    """The rules in order; a rule that names criteria with weights is followed by one record a criterion."""
    found: list[ReviewRule] = []
    for span in find_statements(text, outline, _TITLE, _SIGNAL, elsewhere=_ELSEWHERE):
        if _BEFOREHAND.search(span.of(text.clean)):
            continue
        found.append(_rule(text, outline, span))
        found += _criteria(text, span)
    for grid in text.tables:
        if outline.division_at(grid.start).role not in _SKIPPED:
            found += _rows(text, grid)
    return found


def _rule(text: Text, outline: Outline, span: Span) -> ReviewRule:
    words = span.of(text.clean)
    mark = _PASS.search(words)
    return ReviewRule(
        text=squeezed(words),
        kind=_kind(words, outline.path(outline.section_at(span.start))),
        pass_mark=float(mark.group(1) or mark.group(2)) if mark else None,
        evidence=text.evidence(span.start, span.end),
    )


def _kind(words: str, titles: tuple[str, ...]) -> ReviewKind:
    """By the sentence's own words, else by the heading above that says something."""
    for said in (words, *reversed(titles)):
        if _ACCEPTANCE.search(said):
            return "acceptance"
        if _SUPERVISION.search(said):
            return "supervision"
        if re.search(r"评审|评选|遴选|答辩|论证|择优", said):
            return "review"
    return "review"


def _criteria(text: Text, span: Span) -> list[ReviewRule]:
    words = span.of(text.clean)
    if "评" not in words and "遴选" not in words and "答辩" not in words:
        return []
    matches = [m for m in _WEIGHTED.finditer(words) if not _NO_CRITERION.search(m["name"])]
    return [
        _criterion(text, Span(span.start + m.start(), span.start + m.end()), m["name"], float(m["weight"]), m["unit"])
        for m in matches
    ]


def _criterion(text: Text, span: Span, name: str, weight: float, unit: str) -> ReviewRule:
    return ReviewRule(
        text=squeezed(span.of(text.clean)),
        kind="review",
        criterion=squeezed(name),
        weight=weight,
        unit="%" if unit in ("%", "％") else "分",
        evidence=text.evidence(span.start, span.end),
    )


def _rows(text: Text, grid: Grid) -> list[ReviewRule]:
    """The rows of a table of criteria: 评审指标 | 评审内容 | 分值."""
    rows = text.rows_of(text.tables.index(grid))
    head = rows.get(0, [])
    weight = next((c for c in head if _WEIGHT_HEAD.search(_words(text, c))), None)
    name = next((c for c in head if c is not weight and _CRITERION_HEAD.search(_words(text, c))), None)
    if weight is None or name is None or not any(_JUDGED_HEAD.search(_words(text, c)) for c in head):
        return []
    unit = "%" if re.search(r"[%％]|权重", _words(text, weight)) else "分"
    found = []
    for cells in (cells for row, cells in rows.items() if row):
        at = {cell.column: cell for cell in cells}
        number = _NUMBER.fullmatch(_words(text, at.get(weight.column)))
        label = _words(text, at.get(name.column))
        if number and label and not re.search(r"合计|总[分计]", label):
            span = Span(at[name.column].start, at[weight.column].end)
            found.append(_criterion(text, span, label, float(number.group(1)), number.group(2) or unit))
    return found


def _words(text: Text, cell: Block | None) -> str:
    return squeezed(text.clean[cell.start : cell.end].replace("\n", "")) if cell else ""
