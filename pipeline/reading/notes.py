"""What a person should know of how a file was read: the 读取提示 of reports and of the database."""

from collections.abc import Iterable

from schemas.document import Document

SURE = 0.9  # mean confidence of a recognised page below which a person should look at it
_LISTED = 5  # names or pages that a note lists


def reading_notes(document: Document) -> tuple[str, ...]:
    """Chinese sentences, none for a file that was read without reservations."""
    notes = [_recognised(document), _hidden(document), _embedded(document), _comments(document)]
    lost = document.text.count("\ufffd")
    if lost:
        notes.append(f"有 {lost} 个字符无法识别，文中以 \ufffd 表示")
    return (*(note for note in notes if note), *document.warnings)


def _recognised(document: Document) -> str:
    pages = [page for page in document.pages if page.confidence is not None]
    if not pages:
        return ""
    note = f"第 {_numbers(page.number for page in pages)} 页由图像识别而来"
    doubtful = [page for page in pages if page.confidence is not None and page.confidence < SURE]
    if doubtful:
        note += f"，其中第 {_numbers(page.number for page in doubtful)} 页识别把握不足 {SURE:.0%}，请对照原件核对"
    return note


def _hidden(document: Document) -> str:
    if not document.hidden:
        return ""
    where = _numbers(page for index in document.hidden if (page := document.lines[index].page) is not None)
    place = f"（第 {where} 页）" if where else ""
    return f"有 {len(document.hidden)} 行看不见的文字{place}，未计入正文"


def _embedded(document: Document) -> str:
    names = [file.name for file in document.embedded]
    return f"文件内嵌有 {len(names)} 个文件，未打开：{_list(names)}" if names else ""


def _comments(document: Document) -> str:
    return f"有 {len(document.comments)} 条批注，未计入正文" if document.comments else ""


def _numbers(values: Iterable[int]) -> str:
    """1至3、5: page numbers in order, runs of them drawn together."""
    runs: list[list[int]] = []
    for value in sorted(set(values)):
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    return _list([str(run[0]) if len(run) == 1 else f"{run[0]}至{run[-1]}" for run in runs])


def _list(names: list[str]) -> str:
    return "、".join(names[:_LISTED]) + ("等" if len(names) > _LISTED else "")
