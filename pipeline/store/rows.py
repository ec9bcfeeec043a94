"""Rows out of records: one dictionary a row, keyed by the table's columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from schemas.evidence import Evidence
from schemas.facts import Contact, FormField, SealPlace, SectionRecord, Target
from schemas.record import Record

Row = dict[str, Any]
Tables = dict[str, list[Row]]


def evidence_columns(evidence: Evidence) -> Row:
    """The columns that every fact carries: the words, the page, offsets and boxes."""
    return {
        "evidence": evidence.text,
        "page": evidence.page,
        "start_char": evidence.start,
        "end_char": evidence.end,
        "boxes": boxes(evidence),
        "file": evidence.file,
    }


def boxes(evidence: Evidence | None) -> list[list[float]]:
    """The boxes as lists of numbers ``[page, x0, top, x1, bottom]``; [] without evidence or pages."""
    return [list(box) for box in evidence.boxes] if evidence else []


def fact_rows(key: Mapping[str, str], records: Sequence[Record], columns: Sequence[str]) -> list[Row]:
    """One row a record: the owner's key, the position, the columns named like the record's own, its evidence."""
    return [
        {**key, "position": position, **{name: getattr(record, name) for name in columns}, **_evidence(record)}
        for position, record in enumerate(records)
    ]


def _evidence(record: Record) -> Row:
    evidence: Evidence = getattr(record, "evidence")  # noqa: B009  every fact has one; Record itself does not
    return evidence_columns(evidence)


def target_columns(target: Target | None) -> Row:
    """What an obligation repeats of its target; all None without one."""
    names = ("metric", "comparator", "value", "value_max", "unit", "canonical_value", "canonical_unit", "due")
    return {name: getattr(target, name) if target else None for name in names}


def shared_rows(
    document_id: str,
    contacts: Sequence[Contact],
    sections: Sequence[SectionRecord],
    form_fields: Sequence[FormField],
    seals: Sequence[SealPlace],
) -> Tables:
    """The facts that notices and submissions have in common."""
    key = {"document_id": document_id}
    contact_columns = ("organization", "organization_kind", "person", "role", "phones", "emails", "address")
    section_columns = ("number", "title", "level", "chars", "guidance", "text", "path", "role")
    field_columns = ("name", "label", "group", "required", "value", "options", "role")
    fields = fact_rows(key, form_fields, field_columns)
    for row in fields:
        if isinstance(row["value"], tuple):
            row["value"] = "、".join(row["value"])
    return {
        "contacts": fact_rows(key, contacts, contact_columns),
        "sections": fact_rows(key, sections, section_columns),
        "form_fields": fields,
        "seals": fact_rows(key, seals, ("name", "kind", "role", "filled", "content")),
    }
