"""The outline in words: which reader read which page, the divisions, their sections and tables, and what else."""

from collections.abc import Iterator
from itertools import groupby

from pipeline.structure import structure
from schemas.document import Document, MarkKind, Page
from schemas.outline import Outline, Role, Section
from schemas.text import Grid, Text

_ROLES = {
    Role.BODY: "正文",
    Role.TASK_LIST: "榜单",
    Role.RECOMMENDATION: "推荐表",
    Role.COVER: "封面",
    Role.INSTRUCTIONS: "填报须知",
    Role.FORM: "申报表",
    Role.TASK_BOOK: "任务书",
    Role.PROOFS: "证明材料",
    Role.COMMITMENT: "承诺书",
    Role.OTHER: "其他",
}
_INDENT = "  "


def outline_lines(document: Document) -> Iterator[str]:
    """The lines to print, in the order of the document; nothing in them is shortened."""
    text, outline = structure(document)
    source = document.source
    yield f"{source.path}  ({source.media_type}，{source.parser}，{len(document.text)} 字)"
    if document.title:
        yield f"标题：{document.title}"
    yield from _pages(document)
    yield ""
    for index, division in enumerate(outline.divisions):
        attachment = "" if division.attachment is None else f" 附件{division.attachment or ''}"
        yield f"【{_ROLES[division.role]}】{attachment} {division.title}".rstrip() + _page(text, division.start)
        yield from _inside(text, outline, index)
    yield from _rest(document)


def _pages(document: Document) -> Iterator[str]:
    """Pages that one reader read in one go are one line, unless each has a confidence of its own."""
    for reader, group in groupby(document.pages, key=_reader):
        pages = list(group)
        first, last = pages[0].number, pages[-1].number
        yield f"第 {first} 页：{reader}" if first == last else f"第 {first}–{last} 页：{reader}"


def _reader(page: Page) -> str:
    return page.reader if page.confidence is None else f"{page.reader}（置信度 {page.confidence:.2f}）"


def _inside(text: Text, outline: Outline, index: int) -> Iterator[str]:
    """The sections and tables of a division, by where they begin."""
    division = outline.divisions[index]
    items: list[tuple[int, str]] = [
        (section.start, _section(text, section)) for section in outline.sections if section.division == index
    ]
    for grid in text.tables:
        if division.start <= grid.start < division.end:
            at = outline.section_at(grid.start)
            depth = outline.sections[at].level if at is not None and outline.sections[at].division == index else 0
            items.append((grid.start, f"{_INDENT * (depth + 1)}{_table(text, grid)}{_page(text, grid.start)}"))
    for _, line in sorted(items, key=lambda item: item[0]):
        yield line


def _section(text: Text, section: Section) -> str:
    number = f"{section.number} " if section.number else ""
    own = "".join(text.clean[section.heading_end : section.own_end].split())
    return f"{_INDENT * section.level}{number}{section.title}（{len(own)} 字）{_page(text, section.start)}"


def _table(text: Text, grid: Grid) -> str:
    cells = [text.blocks[index] for index in grid.cells]
    rows = max((cell.row + cell.row_span for cell in cells), default=0)
    columns = max((cell.column + cell.column_span for cell in cells), default=0)
    return f"[表 {rows}×{columns}]"


def _page(text: Text, at: int) -> str:
    page = text.evidence(at, at + 1).page if at < len(text.clean) else None
    return "" if page is None else f"  第 {page} 页"


def _rest(document: Document) -> Iterator[str]:
    """What stands beside the outline: marks, seals, form values, comments, files inside, and what is left out."""
    seals = sum(picture.is_seal is True for picture in document.pictures)
    kinds = [mark.kind for mark in document.marks]
    counts = {
        "已勾选": kinds.count(MarkKind.TICKED),
        "未勾选": kinds.count(MarkKind.EMPTY),
        "已签字": kinds.count(MarkKind.SIGNED),
        "未签字": kinds.count(MarkKind.UNSIGNED),
        "印章": seals,
        "其他图片": len(document.pictures) - seals,
        "页眉页脚行": len(document.margins),
        "不可见的行": len(document.hidden),
    }
    found = "，".join(f"{name} {count}" for name, count in counts.items() if count)
    yield ""
    if found:
        yield found
    yield from (f"表单域 {field.name}：{field.value or '（空）'}" for field in document.form_values)
    yield from (f"批注 {comment.author}：{comment.text}" for comment in document.comments)
    yield from (f"附带文件 {file.name}" for file in document.embedded)
    yield from (f"注意：{warning}" for warning in document.warnings)
