"""Contacts in tables: a row a contact, told by the heads of the columns (单位 | 联系人 | 联系电话)."""

import re
from itertools import groupby, pairwise

from extractors.values.organisations import is_organisation, kind_of
from extractors.values.person_names import is_name
from extractors.values.phones import find_emails, find_phones
from schemas.facts import Contact
from schemas.outline import Outline, Role
from schemas.text import Block, Grid, Text

_HEADS = {
    "person": re.compile(r"联\s*系\s*人|姓\s*名|联络人|对\s*接\s*人|负责人|收件人"),
    "phone": re.compile(r"电\s*话|手\s*机|联系方式|传真"),
    "email": re.compile(r"邮\s*箱|邮件|[Ee]-?[Mm]ail"),
    "address": re.compile(r"地\s*址|地\s*点"),
    "organization": re.compile(
        r"单\s*位|部\s*门|机\s*构|科\s*室|处\s*室|区\s*县|镇\s*街|地\s*区|园\s*区|企\s*业|公\s*司"
    ),
}


_UNIT_LABEL = re.compile(r"(?:单位|部门|机构|科室|处室|企业|公司)(?:名称)?$")  # 需求单位, not 企业现有基础
# 0599-5500 2131, 139 0000 0000: the blanks of one number; not of 转801 8022
_SET_APART = re.compile(r"(?<![\d转])(\d{3,4}) (?=\d{4}(?!\d))")
# ky@hail an- / edu.example: an address whose part behind the @ the cell's edge cuts, twice at most
_MAIL_CUT = re.compile(
    r"([\w.+-]{1,40}@[\w-]{1,40})\s(?=[\w-]{1,40}(?:\s[\w-]{1,40})?(?:\.[\w-]{1,20}){1,4}(?![\w@]))", re.ASCII
)
_NUMBER = re.compile(r"[\d\s()（）、,，/;；转－-]{7,60}")


def rows_of_contacts(text: Text, outline: Outline, skipped: frozenset[Role]) -> list[Contact]:
    """The contacts of the tables whose first row heads a column of telephones or mailboxes."""
    found: list[Contact] = []
    for grid in text.tables:
        if outline.division_at(grid.start).role not in skipped:
            found += _rows(text, grid)
    return found


def _rows(text: Text, grid: Grid) -> list[Contact]:
    cells = [text.blocks[index] for index in grid.cells]
    columns = {cell.column: kind for cell in cells if cell.row == 0 and (kind := _kind(_words(text, cell)))}
    first = 1
    if not {"phone", "email"} & set(columns.values()) and (told := _told_by_rows(text, cells)):
        columns, first = told, 0
    both = any(
        _HEADS["phone"].search(_words(text, c)) and _HEADS["person"].search(_words(text, c))
        for c in cells
        if c.row == 0
    )
    both = both or any(kind == "person" and _reaches(text, cells, column) for column, kind in columns.items())
    if not both and not {"phone", "email"} & set(columns.values()):
        return _beside_labels(text, cells)
    found = []
    last = max(cell.row for cell in cells)
    by_row: list[dict[str, Block]] = [{} for _ in range(last + 1)]
    for cell in cells:
        for row in range(cell.row, min(cell.row + cell.row_span, last + 1)) if cell.column in columns else ():
            by_row[row][columns[cell.column]] = cell
    for here in by_row[first:]:
        contact = _contact(text, here)
        found += [contact] if contact is not None else []
    return found


def _beside_labels(text: Text, cells: list[Block]) -> list[Contact]:
    """企业联系人 | 雷某 | 联系电话 | 0599-…: labels and values side by side, in one row or in rows one below the other.

    The unit is the last that a label above names (需求单位 | 某某公司); the number may stand in the name's own cell.
    """
    found: list[Contact] = []
    unit: Block | None = None
    here: dict[str, Block] = {}
    for kind, value in _labelled(text, cells):
        if kind == "organization":
            unit = value
        elif kind in here or (kind == "person" and here):
            found += _told(text, here, unit)
            here = {kind: value}
        else:
            here[kind] = value
    return found + _told(text, here, unit)


def _labelled(text: Text, cells: list[Block]) -> list[tuple[str, Block]]:
    """What stands right of short labels that name a part of a contact, in reading order."""
    found = []
    by_row = groupby(sorted(cells, key=lambda cell: (cell.row, cell.column)), key=lambda cell: cell.row)
    for _, line in by_row:
        for label, value in pairwise(line):
            words = _words(text, label)
            kind = _kind(words) if len(words) <= 8 else None
            if kind == "organization" and _UNIT_LABEL.search(words) is None:
                kind = None
            if kind in ("person", "phone", "email", "organization"):
                found.append((kind, value))
    return found


def _told(text: Text, here: dict[str, Block], unit: Block | None) -> list[Contact]:
    """The contact of a person with a number."""
    if "person" not in here:
        return []
    contact = _contact(text, here if unit is None else {**here, "organization": unit})
    return [contact] if contact is not None and contact.phones else []


def _reaches(text: Text, cells: list[Block], column: int) -> bool:
    """企业及对接人: every cell of the names' column below the head holds a number."""
    below = [_words(text, cell) for cell in cells if cell.column == column and cell.row > 0]
    return bool(below) and all(find_phones(words) for words in below)


def _told_by_rows(text: Text, cells: list[Block]) -> dict[int, str]:
    """The columns of a list without heads (单位 姓名 电话), told by all cells of each; {} for no such list."""
    by_column: dict[int, list[str]] = {}
    for cell in cells:
        by_column.setdefault(cell.column, []).append(_words(text, cell))
    found = {column: kind for column, words in by_column.items() if (kind := _kind_of_all(words))}
    return found if "phone" in found.values() and {"person", "organization"} & set(found.values()) else {}


def _kind_of_all(words: list[str]) -> str | None:
    if all(_NUMBER.fullmatch(word) and find_phones(f"电话：{word}") for word in words):
        return "phone"
    if all(is_name(word, labelled=True) for word in words):
        return "person"
    return "organization" if all(is_organisation(word) for word in words) else None


def _kind(head: str) -> str | None:
    return next((kind for kind, pattern in _HEADS.items() if pattern.search(head)), None)


def _contact(text: Text, here: dict[str, Block]) -> Contact | None:
    phones = [phone for kind in ("phone", "person") for phone in _phones(text, here.get(kind))]
    emails = [m.value for cell in here.values() for m in find_emails(_with_whole_mails(_words(text, cell)))]
    if not phones and not emails:
        return None
    said = {kind: _SET_APART.sub(r"\1", _name_words(text, cell)) for kind, cell in here.items()}
    words = {kind: re.sub(r"\s+", "、", _squeezed_name(name)) or None for kind, name in said.items()}
    unit, person = _unit_and_person(re.sub(r"[、]?[\d()（）\-－]{4,}.*", "", words.get("person") or ""))
    organization = words.get("organization") or unit
    return Contact(
        organization=organization,
        organization_kind=kind_of(organization),
        person=person,
        phones=tuple(dict.fromkeys(phones)),
        emails=tuple(dict.fromkeys(emails)),
        address=words.get("address"),
        evidence=text.evidence(min(c.start for c in here.values()), max(c.end for c in here.values())),
    )


def _unit_and_person(words: str) -> tuple[str | None, str | None]:
    """市信息中心 汤明 in the cell of the name: the unit stands before it."""
    first, _, rest = words.partition("、")
    unit = is_organisation(first) or (len(first) > 4 and is_name(rest))  # 绫州雪驼绒业 付厂长
    return (first, rest) if rest and unit else (None, words or None)


def _name_words(text: Text, cell: Block) -> str:
    """The words of a cell; a name that the cell's edge cuts (山海精密铸 / 造有限公司) is one."""
    lines = _words(text, cell).split("\n")
    whole = "".join(lines)
    return whole if is_organisation(whole) and not any(map(is_organisation, lines[:-1])) else "\n".join(lines)


def _with_whole_mails(words: str) -> str:
    return _MAIL_CUT.sub(r"\1", _MAIL_CUT.sub(r"\1", words))


def _squeezed_name(words: str) -> str:
    """王 芳 is one name: single characters that a blank holds apart are joined."""
    return re.sub(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s+([\u4e00-\u9fff])(?![\u4e00-\u9fff])", r"\1\2", words)


def _phones(text: Text, cell: Block | None) -> list[str]:
    """The telephones of a cell, those without an area code too: the column's head is their label."""
    if cell is None:
        return []
    whole = re.sub(r"(?<=\d[-－])\s+(?=\d)|(?<=\d)\s+(?=转\s?\d)", "", _words(text, cell))  # cut by the cell's edge
    line = "电话：" + re.sub(r"\s+", "、", _SET_APART.sub(r"\1", whole))
    return [phone.value for phone in find_phones(line)]


def _words(text: Text, cell: Block) -> str:
    return text.clean[cell.start : cell.end].strip()
