"""The rows of a table of proofs: which cell names the paper, and what the other cells say of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from extractors.application.contents_papers import PAPER
from extractors.text.spans import Span, squeezed
from schemas.text import Block, Grid, Text

HEADS = re.compile(
    r"序号|编号|(?:附件|证明|佐证)?(?:材料|文件)?名称|附件|材料|文件|内容|位置|说明|页码|起止页|备注|份数|类型|类别|(?:是否|有无)(?:提供|提交|附)?"
    r"|(?:出具|发证|颁发|签发|开具|签订)(?:单位|机构|机关|部门|日期|时间)|日期|有效期限?"
)
_NAMES = re.compile(r"(?:附件|证明|佐证)?(?:材料|文件)?名称|附件|材料|文件|内容")
_REMARK = re.compile(r"[（(][^（）()]*[）)]")  # 说明（出具单位、日期）
# 是否提供：□是 ☑否; what a portal writes where nothing was handed in
_REFUSED = re.compile(r"[☑☒■√✓✔]\s?(?:否|无|未提供|不适用)|^\s*(?:未上传|未提交|待上传|待补充|[（(]空[）)])\s*$")
_NOTHING = re.compile(r"[\s—–\-/]*|无")
_FILES = re.compile(r"(?:上传)?(?:附件)?文件(?:名称?)?|上传情况")
# When the paper was made, how long it holds, what it amounts to and whose it is: 有效期三年, 余额640万元, 户名某某
_TELLS = re.compile(r"(?:19|20)\d\d\s?(?:年|[./-]\d{1,2}(?!\d))|有效期|户名|\d\s?[万亿]元")
_NOT_IN_NAME = str.maketrans({"（": "，", "(": "，", "）": "", ")": ""})
_NUMBER_AND_NAME = 2  # cells
_LONGEST = 120  # characters of such a cell


@dataclass(frozen=True, slots=True)
class ProofRow:
    """The cell that names the paper, and those that tell when and by whom it was made."""

    name: Span
    told: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From the first of these cells to the end of the last."""
        spans = (self.name, *self.told)
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    def remark(self, clean: str) -> str:
        """What the other cells tell, in a bracket for behind the name （2024年3月12日）; empty for nothing."""
        said = [squeezed(span.of(clean)).translate(_NOT_IN_NAME).strip("，。；") for span in self.told]
        return f"（{'，'.join(said)}）" if said else ""


def proof_rows(text: Text, stretch: Span) -> list[ProofRow]:
    """The papers that the tables within ``stretch`` name, one a row.

    A row whose box says that it is not handed in (是否提供：☑否) names none.
    """
    return [row for grid in text.tables if stretch.start <= grid.start < stretch.end for row in _of_table(text, grid)]


def _row_of(cell: Block) -> int:
    return cell.row


def _of_table(text: Text, grid: Grid) -> list[ProofRow]:
    """The cell under 材料名称, else the longest that reads as a paper, names the material."""
    found: list[ProofRow] = []
    open_: list[Block] = []  # 2 | 审计报告：某字第3号， | (empty): a row that the next one, without a number, ends
    cells, named, uploaded = sorted((text.blocks[index] for index in grid.cells), key=_row_of), None, None
    for _, row in groupby(cells, key=_row_of):
        words = [(text.clean[c.start : c.end], c) for c in row if c.end > c.start]
        if _is_head([w for w, _ in words]):
            named = next((c.column for w, c in words if _NAMES.fullmatch(_bare(w))), named)
            uploaded = next((c.column for w, c in words if _FILES.fullmatch(w.strip()) and c.column != named), None)
            continue
        if uploaded is not None and not any(c.column == uploaded and not _NOTHING.fullmatch(w) for w, c in words):
            continue
        if any(_REFUSED.search(w) for w, _ in words):
            continue
        cell = next((c for _, c in words if c.column == named), None) or _naming(words)
        if text.clean[cell.start : cell.end].strip().isdigit():
            continue
        told = tuple(Span(c.start, c.end) for w, c in words if c is not cell and _tells(w))
        numbered = words[0][0].strip().isdigit()
        if open_ and not numbered and cell.column == open_[0].column:
            found[-1] = ProofRow(Span(found[-1].name.start, cell.end), (*found[-1].told, *told))
        else:
            found.append(ProofRow(Span(cell.start, cell.end), told))
        open_ = [cell] if numbered and len(words) == _NUMBER_AND_NAME else []
    return found


def _is_head(words: Sequence[str]) -> bool:
    return sum(HEADS.fullmatch(_bare(each)) is not None for each in words) >= min(2, len(words))


def _bare(words: str) -> str:
    return _REMARK.sub("", words).strip()


def _naming(words: Sequence[tuple[str, Block]]) -> Block:
    """The longest cell that reads as a paper; where none does, the longest."""
    papers = [pair for pair in words if PAPER.search(pair[0])]
    return max(papers or words, key=lambda pair: len(pair[0]))[1]


def _tells(words: str) -> bool:
    return len(words) <= _LONGEST and _TELLS.search(words) is not None
