"""Items that tell the papers they stand for: 资格证明：营业执照；职称证书；近三年的合同（至少2份）。"""

import re
from dataclasses import replace

from extractors.materials.found import FoundMaterial, named_by
from extractors.materials.lists import is_thing
from extractors.materials.names import condition_of
from extractors.text.spans import Span, split_outside_brackets
from schemas.text import Text

# 资质证明材料：…; the words are those of a heading, no paper's own name (审计报告：2024年度).
_HEAD = re.compile(
    r"[^，。；：:、]{0,10}(?:材料|资料|证明|文件|证照|证件|附件|要件|佐证|类|方面)(?:包括|包含|为)?\s?[:：]\s{0,4}"
)
# 如专利、检测报告等: examples, of which any will do; 成果来源可从专利、立项证明等方面说明: where they may come from.
_EXAMPLES = re.compile(
    r"^(?:例?如|包括但不限于)|等[。；;]?$|等(?:相关|有关|证明|其他|材料|佐证)"
    r"|可以?(?:从|由|通过|以)[^；;。]{2,60}(?:方面|角度|途径|形式)"
)
_BETWEEN = (re.compile("[；;]"), re.compile("[，,]"), re.compile("、"))
_OR = re.compile(r"\s*或(?!有)")  # 营业执照、法人证书，或身份证: one of them will do
_FEWEST, _LONGEST = 2, 60


def told_papers(text: Text, material: FoundMaterial) -> list[FoundMaterial]:
    """Each paper of such an item by itself; the item alone where it names one, or only gives examples."""
    head = _HEAD.search(text.clean, material.span.start, material.span.end)
    if head is None or material.name not in head.group():
        return [material]
    return told_in(text, material.span) or [material]


def told_in(text: Text, span: Span) -> list[FoundMaterial]:
    """The papers, two or more, behind the label in an item (证明材料：营业执照、审计报告); [] for any other words."""
    clean = text.clean
    head = _HEAD.search(clean, span.start, span.end)
    if head is None or _EXAMPLES.search(clean[head.end() : span.end]):
        return []
    pieces: list[Span] = []
    for mark in _BETWEEN:  # and last 单位提供执照，团队提供身份证
        pieces = split_outside_brackets(clean, head.end(), span.end, mark)
        if len(pieces) >= _FEWEST:
            break
    if any(_OR.match(piece.of(clean)) for piece in pieces):
        return []
    common = condition_of(clean[span.start : head.start()])
    papers = [paper for piece in pieces if (paper := _paper(text, piece, common)) is not None]
    return papers if len(papers) == len(pieces) >= _FEWEST else []


def _paper(text: Text, piece: Span, common: str | None) -> FoundMaterial | None:
    found = named_by(text, piece)
    if found is None or piece.end - piece.start > _LONGEST or not is_thing(found.name):
        return None
    return replace(found, condition=found.condition or common)
