"""Fields that only head others, and answers in a table with a column of the field's name."""

from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.screening.fields.told_in_parts import told_in_list, told_in_parts
from schemas.evidence import Evidence
from schemas.facts import FormField, ListTable
from schemas.outline import Role


def _at(text: str, start: int) -> Evidence:
    return Evidence(text=text, start=start, end=start + len(text))


def _fields(row: str) -> list[FormField]:
    """A row of the form: the first cell is a label alone, then label and answer in turn, with their places."""
    head, *cells = row.split("|")
    found = [FormField(name=head, label=head, role=Role.FORM, evidence=_at(head, 0))]
    start = len(head) + 1
    for label, value in zip(cells[::2], cells[1::2], strict=True):
        answer = _at(value, start + len(label) + 1) if value else None
        where = _at(label or " ", start)
        field = FormField(name=label, label=label, value=value or None, role=Role.FORM, evidence=where)
        found += [field.model_copy(update={"value_evidence": answer})] if label else []
        start += len(label) + len(value) + 2
    return found


def _case(fields: list[FormField], lists: tuple[ListTable, ...] = (), passages: tuple[Any, ...] = ()) -> Any:
    return SimpleNamespace(submission=SimpleNamespace(form_fields=fields, lists=lists, passages=passages), fields={})


@pytest.mark.parametrize(
    ("row", "guidance", "told"),
    [
        ("2025年经营情况（万元）|营业收入|8000|资产总额|9500", None, True),
        ("2025年经营情况（万元）|营业收入||资产总额|9500", None, False),
        ("2025年经营情况（万元）|||营业收入|8000", None, False),  # its own cell is empty
        ("手机|电子邮箱|a@hailan.example.cn", None, False),
        ("浮标产品概述|产品简介|锚泊浮标|应用情况|12座", "包括产品简介、投资概况、应用情况等", True),
        ("浮标产品概述|产品简介|锚泊浮标|合作单位|某港", "包括产品简介、投资概况、应用情况等", False),
        ("浮标产品概述|产品简介||应用情况|12座", "包括产品简介、投资概况、应用情况等", False),
    ],
)
def test_a_field_that_heads_others(row: str, guidance: str | None, told: bool) -> None:
    fields = _fields(row)
    template = fields[0].model_copy(update={"guidance": guidance})
    assert (told_in_parts(_case(fields), template, fields[0]) is not None) is told


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((("孙启明", "海洋技术"),), True),
        ((("孙启明", ""),), False),
        ((("孙启明", "海洋技术"), ("车远舟", "机械")), False),
    ],
)
def test_a_table_that_answers(rows: tuple[tuple[str, ...], ...], told: bool) -> None:
    table = ListTable(name="项目负责人", columns=("姓名", "所学专业"), rows=rows, evidence=_at("姓名", 0))
    template = FormField(name="所学专业", label="所学专业", role=Role.FORM, evidence=_at("所学专业", 0))
    assert (told_in_list(_case([], (table,)), template) is not None) is told


@pytest.mark.parametrize(
    ("head", "row", "line", "told"),
    [
        ("主要指标承诺", "主要指标承诺|定位误差|3厘米|连续工作时间|72小时", "主要指标承诺：", True),
        ("主要指标承诺", "主要指标承诺|定位误差||连续工作时间|72小时", "主要指标承诺：", False),
        ("主要指标承诺", "主要指标承诺|定位误差|3厘米|连续工作时间|72小时", "主要指标承诺\t", False),  # an empty cell
        ("主要指标承诺", "主要指标承诺|联系人|辛白杨|电子邮箱|a@hailan.example.cn", "主要指标承诺：", False),
        ("注册资本", "注册资本|定位误差|3厘米|连续工作时间|72小时", "注册资本：", False),  # asks for no text
    ],
)
def test_a_label_over_lines_of_its_own(head: str, row: str, line: str, told: bool) -> None:
    fields = _fields(row)
    below = SimpleNamespace(text="定位误差：3厘米", evidence=_at("定位误差：3厘米", 60))
    passages = (SimpleNamespace(text=line, evidence=_at(line, 0)), below)
    case = _case(fields, passages=passages)
    assert (told_in_parts(case, fields[0], fields[0]) is not None) is told
