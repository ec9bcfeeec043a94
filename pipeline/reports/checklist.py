"""The checklist of a notice's obligations (核对清单): for an applicant before a word is written, and for a clerk."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.reports.csv_tables import csv_text
from pipeline.reports.demands import demand
from pipeline.reports.files import write
from pipeline.reports.markdown import escaped
from pipeline.reports.quoting import flow
from pipeline.reports.tables import Table, Value
from pipeline.reports.wording import KINDS, direction_name, obligation_name
from schemas.errors import UsageError
from schemas.notice import Notice, Obligation

COLUMNS = ("类别", "编号", "揭榜方向", "义务", "要求", "通知页码", "通知原文")
LONGEST = 240  # characters of a quote on paper; a workbook has all of it


@dataclass(frozen=True, slots=True)
class Item:
    """One obligation as the checklist shows it; ``quote`` are the notice's words on one line."""

    id: str
    direction: str
    name: str
    demand: str
    page: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class Group:
    """The obligations of one kind, in the notice's order; ``title`` is the kind's name."""

    kind: str
    title: str
    items: tuple[Item, ...]


def checklist(notice: Notice, direction: int | None = None) -> list[Group]:
    """The obligations by kind, in the order of a report; ``direction`` leaves out those of the other directions.

    Raises :class:`schemas.errors.UsageError` where the notice has no such direction.
    """
    names = {d.number: d.name for d in notice.directions}
    if direction is not None and direction not in names:
        offered = "、".join(str(number) for number in names) or "none"
        raise UsageError(f"--direction {direction}: the notice has no such direction; it offers {offered}.")
    groups = []
    for kind, title in KINDS.items():
        items = [_item(o, notice, names) for o in notice.obligations if o.kind == kind and _binds(o, direction)]
        if items:
            groups.append(Group(kind, title, tuple(items)))
    return groups


def _binds(obligation: Obligation, direction: int | None) -> bool:
    return direction is None or obligation.direction in (None, direction)


def _item(obligation: Obligation, notice: Notice, names: dict[int, str]) -> Item:
    number = obligation.direction
    evidence = obligation.evidence
    return Item(
        id=obligation.id,
        direction=direction_name(number, names.get(number)) if number is not None else "",
        name=obligation_name(obligation.kind, obligation.name),
        demand=demand(obligation, notice),
        page=evidence.page,
        quote=flow(evidence.text).strip(),
    )


def table(groups: Sequence[Group]) -> Table:
    """One row an obligation."""
    rows: list[tuple[Value, ...]] = [
        (group.title, item.id, item.direction, item.name, item.demand, item.page, item.quote)
        for group in groups
        for item in group.items
    ]
    return COLUMNS, rows


def markdown(notice: Notice, groups: Sequence[Group]) -> str:
    """A chapter a kind, a box to tick a line, the notice's words under it."""
    lines = [f"# 申报义务清单：{escaped(notice.title or notice.source.path)}", ""]
    lines += [f"共{sum(len(group.items) for group in groups)}项。"]
    for group in groups:
        lines += ["", f"## {group.title}（{len(group.items)}项）", ""]
        lines += [line for item in group.items for line in _entry(item)]
    return "\n".join(lines) + "\n"


def _entry(item: Item) -> Iterator[str]:
    where = f"{escaped(item.direction)}　" if item.direction else ""
    asks = f"：{escaped(item.demand)}" if item.demand else ""
    yield f"- [ ] {where}**{escaped(item.name)}**{asks}"
    quote = item.quote if len(item.quote) <= LONGEST else item.quote[:LONGEST] + "…"
    page = f"通知第{item.page}页" if item.page is not None else "通知"
    yield f"  {page}：“{escaped(quote)}”　`{item.id}`"


def workbook(notice: Notice, groups: Sequence[Group]) -> bytes:
    """The table as an XLSX file with a column to tick; words of the notice are text and never a formula."""
    import xlsxwriter

    from pipeline.reports.xlsx import add_sheet

    columns, rows = table(groups)
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": notice.title or ""})
        add_sheet(book, "申报义务清单", ((*columns, "已完成"), [(*row, None) for row in rows]))
    return stream.getvalue()


def write_checklist(path: Path, notice: Notice, groups: Sequence[Group], output: str) -> Path:
    """Writes the checklist as ``md``, ``csv``, ``xlsx`` or ``json``; UsageError where the file cannot be written."""
    try:
        if output == "xlsx":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(workbook(notice, groups))
            return path
        return write(path, as_text(notice, groups, output))
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}); close it where it is open.") from error


def as_text(notice: Notice, groups: Sequence[Group], output: str) -> str:
    """The checklist as Markdown, CSV or JSON (one object an obligation)."""
    if output == "md":
        return markdown(notice, groups)
    if output == "csv":
        return "\ufeff" + csv_text(table(groups))
    import json

    found = [
        {
            "id": item.id,
            "kind": group.kind,
            "direction": item.direction or None,
            "name": item.name,
            "demand": item.demand,
            "page": item.page,
            "quote": item.quote,
        }
        for group in groups
        for item in group.items
    ]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
