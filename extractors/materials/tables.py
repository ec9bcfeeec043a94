"""Materials in tables: 序号 | 材料名称 | 份数 | 备注, one a row."""

import re
from dataclasses import dataclass
from itertools import pairwise

from extractors.materials.copies import count_of
from extractors.materials.lists import is_thing, run_on
from extractors.materials.proof_lists import OPTIONAL, heads_group
from extractors.text.items import find_items
from extractors.text.spans import Span, squeezed, trimmed
from schemas.text import Block, Grid, Text

_NAME = re.compile(
    r".{0,6}(?:材料|资料|文件|证件|证照|凭证|凭据)(?:名称|清单|目录|内容)?|(?:证明|佐证)(?:材料|文件)?名称"
)
# 附件名称 | 说明: so, where most of what stands below are papers
_ATTACHED = re.compile(r".{0,4}附件(?:名称|内容|清单|目录)?")
_COPIES = re.compile(r".{0,4}份数|数量")
_REMARK = re.compile(r"备注|说明|.{0,4}要求|适用.{0,6}|提供.{0,4}")
# 全职引进人员提供, 如有: when the paper is asked for; 核验原件 says how.
_IF = re.compile(r"^[^，。；]{2,30}(?:提供|提交|适用|的)$|^[如若]有[^，。；]{0,8}$|^(?:如|若|仅限|仅)[^，。；]{2,30}$")
# What goes on from the line above: 复印件, 及附件, （含附注）, and no paper's own name.
_REST = re.compile(
    r"(?:[及和与或、，（(]|以及|(?:的|等)?(?:复印|扫描|原)件|(?:等)?(?:证明|证书|材料|文件|说明|资料|合同|协议|报告)(?:材料|文件)?$)"
)
_BARE = re.compile(r"[\d一二三四五六七八九十、.．（()）\s]*")


@dataclass(frozen=True, slots=True)
class ListedMaterial:
    """A row of the table: the name's span, the copies and the condition that other cells give, and the row's words."""

    name: Span
    copies: int | None
    condition: str | None
    words: str
    remark: str | None = None  # of what kind, and made when: 由具备资质的机构于2024年7月1日以后出具


def table_materials(text: Text, grid: Grid, *, proofs: bool = False) -> list[ListedMaterial]:
    """The rows of a table whose head names a column of materials; [] for every other table.

    Of ``proofs`` the column may be called otherwise (核对内容 | 有 | 无): it is that of papers' names.
    """
    cells = [text.blocks[index] for index in grid.cells]
    heads = {c.column: re.sub(r"\s", "", _words(text, c)) for c in cells if c.row == 0}
    name = next((column for column, words in sorted(heads.items()) if _NAME.fullmatch(words)), None)
    attached = [column for column, words in heads.items() if _ATTACHED.fullmatch(words)]
    papers = _column_of_papers(text, cells) if name is None and (proofs or attached) else None
    name = papers if name is None and papers in attached else name
    if proofs and (grouped := _rows_of_groups(text, cells)):
        return grouped
    name = papers if name is None and proofs else name
    if name is None or len(heads) < 2:
        return []
    found = []
    widest = max(line.end - line.start for c in cells if c.column == name for line in _printed(text, c))
    for row in sorted({c.row for c in cells if c.row > 0}):
        own = {c.column: c for c in cells if c.row == row}
        if name in own and not _BARE.fullmatch(_words(text, own[name])):
            several = _several(text, own[name]) or _lines(text, own[name], widest)
            found += several or [_material(text, own, heads, name)]
    return found


def _column_of_papers(text: Text, cells: list[Block]) -> int | None:
    """The first column under whose head two cells and more, and two thirds of them, name a paper."""
    columns: dict[int, list[bool]] = {}
    for cell in cells:
        if cell.row > 0 and (words := _words(text, cell)):
            columns.setdefault(cell.column, []).append(is_thing(words))
    fits = (column for column, named in sorted(columns.items()) if sum(named) >= 2 and sum(named) * 3 >= len(named) * 2)
    return next(fits, None)


def _rows_of_groups(text: Text, cells: list[Block]) -> list[ListedMaterial]:
    """必交 | 营业执照 | 审计报告 over 选交 | 检测报告: rows of papers behind the group they are of; [] for others."""
    heads = [c for c in cells if c.column == 0]
    papers = [c for c in cells if c.column > 0 and _words(text, c)]
    if len(papers) < 2 or not all(heads_group(_words(text, head)) for head in heads):
        return []
    found: list[ListedMaterial] = []
    for head in heads:
        said = _words(text, head) if OPTIONAL.search(_words(text, head)) else None
        for cell in (c for c in papers if c.row == head.row):
            spans = [trimmed(text.clean, s.start, s.end, "。；;、") for s in run_on(text, cell.start, cell.end)]
            named = [span for span in spans if is_thing(squeezed(span.of(text.clean)))]
            several = named if len(named) > 1 and len(named) == len(spans) else []
            for span in several or [trimmed(text.clean, cell.start, cell.end, "。；;、")]:
                words = squeezed(span.of(text.clean))
                found.append(ListedMaterial(span, count_of(words), said, words))
    named_so = sum(is_thing(one.words) for one in found)
    return found if 3 * named_so >= 2 * len(found) else []


def _several(text: Text, cell: Block) -> list[ListedMaterial]:
    """The items of a cell that lists more than one: ①证书复印件；②认定批文."""
    items = find_items(text, cell.start, cell.end)
    spans = [trimmed(text.clean, item.body, item.end, "。；;") for item in items]
    words = [squeezed(span.of(text.clean)) for span in spans]
    listed = [ListedMaterial(span, count_of(said), None, said) for span, said in zip(spans, words, strict=True)]
    return listed if len(listed) >= 2 and all(words) else []


def _lines(text: Text, cell: Block, widest: int) -> list[ListedMaterial]:
    """The papers of a cell that names one a line; [] where a line may only be full (技术合同 above 登记证明)."""
    lines = [trimmed(text.clean, line.start, line.end, "。；;、") for line in _printed(text, cell)]
    words = [squeezed(line.of(text.clean)) for line in lines]
    broken = text.document.source.pages is None or all(len(said) + 1 < widest for said in words[:-1])
    if len(lines) < 2 or not broken or not all(is_thing(said) and not _REST.match(said) for said in words):
        return []
    return [ListedMaterial(line, count_of(said), None, said) for line, said in zip(lines, words, strict=True)]


def _printed(text: Text, cell: Block) -> list[Span]:
    """The lines of a cell as the page has them, those that the cleaning has joined too."""
    breaks = [
        at
        for at in range(cell.start + 1, cell.end)
        if text.clean[at] == "\n" or "\n" in text.document.text[text.offsets[at - 1] + 1 : text.offsets[at]]
    ]
    edges = [cell.start, *breaks, cell.end]
    lines = (trimmed(text.clean, start, end) for start, end in pairwise(edges))
    return [line for line in lines if line.end > line.start]


def _material(text: Text, own: dict[int, Block], heads: dict[int, str], name: int) -> ListedMaterial:
    said = {heads.get(column, ""): _words(text, cell) for column, cell in own.items()}
    count = next((words for head, words in said.items() if _COPIES.fullmatch(head)), "")
    remarks = [words for head, words in said.items() if _REMARK.fullmatch(head)]
    firsts = [re.split("[，；。]", remark)[0] for remark in remarks]  # 联合揭榜的提供，各方盖章
    words = squeezed(" ".join(said.values()))
    return ListedMaterial(
        name=trimmed(text.clean, own[name].start, own[name].end, "。；;"),
        copies=int(count) if re.fullmatch(r"\d{1,2}", count) else count_of(count) or count_of(words),
        condition=next((first.removesuffix("的") for first in firsts if _IF.match(first)), None),
        words=words,
        remark="；".join(filter(None, remarks)) or None,
    )


def _words(text: Text, cell: Block) -> str:
    return squeezed(text.clean[cell.start : cell.end])
