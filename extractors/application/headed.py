"""Figures called nothing but a promise, named by a label or a line before: 4.1 通道数 over 我方承诺24路."""

import re
from bisect import bisect_left

from schemas.facts import Target
from schemas.text import Block, Text

# 我方承诺, 承诺值, 本项目完成值, 目标为: who promises, and that it is a promise
_PROMISE = re.compile(
    r"(?:(?:我|本)(?:方|们|单位|公司|企业|院|所|校|项目|课题)|(?:揭榜|申报|牵头|承担)(?:方|单位))?的?"
    r"(?:承诺|目标|完成|响应|应答|应诺|申报|揭榜|预期|达到|做到|验收|设计)(?:指标|目标)?(?:数?值|为|到)?"
)
_NUMBER = re.compile(r"^\W*(?:[\d一二三四五六七八九十]{1,2}(?:\.\d{1,2}){0,3}[)）、.．]?\s*)?")
_ITEM = re.compile(
    r"^[\s●■◆▲▪•·◇○▶➢*]*(?:\d{1,2}(?:\.\d{1,2}){1,3}\s*(?=[\u4e00-\u9fff])|[（(]?[\d一二三四五六七八九十]{1,2}(?:[)）、]|[.．](?!\d))\s*|[①-⑳]\s*)?"
)
_NAME = re.compile(r"[^。；，：:、]{2,24}")
# ●无破损时间（喷射速度150米/秒）：申报值…
_LABEL = re.compile(r"(?P<label>[^。；;，,：:\n]{2,40})[:：]\s*$")
_ARROW = re.compile(r"^[\s→⇒>＞-]+")  # 榜单≥18% → 承诺20%


def under_its_heading(target: Target, titles: tuple[str, ...], text: Text, block: Block) -> Target:
    """The target with the label before it, the line above or the deepest title as its metric, its own being none."""
    if _PROMISE.fullmatch(_ARROW.sub("", target.metric)) is None:
        return target
    title = _NUMBER.sub("", titles[-1]).rstrip("：: ") if titles else ""
    title = title if _NAME.fullmatch(title) else ""
    opens = bool(title) and title in text.clean[block.start : _start(target, text, block)]
    name = _before(target, text, block) or (not opens and _above(text, block)) or title
    return target.model_copy(update={"metric": _ITEM.sub("", name)}) if name else target


def _start(target: Target, text: Text, block: Block) -> int:
    """Where the figure's words begin in the cleaned text."""
    return bisect_left(text.offsets, target.evidence.start, block.start, block.end)


def _before(target: Target, text: Text, block: Block) -> str | None:
    """The label that stands right before the figure's words in its own paragraph."""
    label = _LABEL.search(text.clean[block.start : _start(target, text, block)])
    return label["label"].strip() if label is not None else None


def _above(text: Text, block: Block) -> str | None:
    """A short line right above, which is no heading and ends no sentence: 果胶得率（干基）."""
    at = bisect_left(text.blocks, block.start, key=lambda one: one.start) - 1
    before = text.blocks[at] if at >= 0 and text.blocks[at].table is None else None
    words = _ITEM.sub("", text.clean[before.start : before.end].strip()) if before is not None else ""
    return words if _NAME.fullmatch(words) else None
