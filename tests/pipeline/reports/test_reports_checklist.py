"""The checklist of obligations: grouped, with page and quote, in every format."""

import csv
import io
import json
from pathlib import Path

import pytest

from pipeline.reading import read
from pipeline.records.notice import build_notice
from pipeline.reports.checklist import Item, as_text, checklist, workbook, write_checklist
from pipeline.structure import structure
from schemas.errors import UsageError
from schemas.notice import Notice

SAMPLES = Path(__file__).resolve().parents[3] / "data" / "samples"


@pytest.fixture(scope="module")
def notice() -> Notice:
    return build_notice(*structure(read(SAMPLES / "notices" / "storage_and_vehicles.pdf")))


def items(notice: Notice, direction: int | None = None) -> dict[tuple[str, str], Item]:
    return {(g.kind, i.name): i for g in checklist(notice, direction) for i in g.items}


DEMANDS = [
    ("numeric_target", "循环寿命", "＞ 1.5万次，到2027年"),
    ("word_limit", "单位简介", "不超过300字"),
    ("section", "进度安排", "应写明：时间进度；时间进度、阶段性任务、细化目标等"),
    ("section", "风险与应对", "应写明：应对措施；可能出现的技术、市场等风险及应对措施"),
    ("proof_material", "上一年度研发投入证明材料", "应为2025年度"),
    ("commitment", "承诺书", "按模板出具，填写揭榜任务、联系人、联系电话；签字、盖章并注明日期"),
    ("deadline", "申报截止", "2026年4月17日"),
    ("deadline", "材料送达", "2026年4月30日 17:00"),
    ("eligibility", "研发人员不少于20人", "研发人员 ≥ 20人"),
    ("form_field", "单位性质", "必填；勾选：国有企业、民营企业、外资企业、事业单位"),
    ("identifier", "揭榜负责人手机", "11位手机号码"),
]


@pytest.mark.parametrize(("kind", "name", "words"), DEMANDS, ids=[d[1] for d in DEMANDS])
def test_demand_in_words(kind: str, name: str, words: str, notice: Notice) -> None:
    assert items(notice)[kind, name].demand == words


def test_every_obligation_once_with_page_and_quote(notice: Notice) -> None:
    found = [item for group in checklist(notice) for item in group.items]
    assert sorted(i.id for i in found) == sorted(o.id for o in notice.obligations)
    assert all(item.page and item.quote for item in found)


def test_one_direction_leaves_out_the_others(notice: Notice) -> None:
    kept = items(notice, 2)
    assert ("numeric_target", "误报率") in kept
    assert ("numeric_target", "循环寿命") not in kept
    assert ("form_field", "单位名称") in kept
    with pytest.raises(UsageError, match="offers 1、2、3、4"):
        checklist(notice, 9)


def test_formats_hold_the_same_obligations(notice: Notice, tmp_path: Path) -> None:
    import openpyxl

    groups = checklist(notice)
    ids = [item.id for group in groups for item in group.items]
    assert [each["id"] for each in json.loads(as_text(notice, groups, "json"))] == ids
    assert [row[1] for row in csv.reader(io.StringIO(as_text(notice, groups, "csv")))][1:] == ids
    page = as_text(notice, groups, "md")
    assert all(f"`{id_}`" in page for id_ in ids)
    assert page.count("- [ ]") == len(ids)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(notice, groups))).active
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == ids
    written = write_checklist(tmp_path / "new" / "list.md", notice, groups, "md")
    assert written.read_text(encoding="utf-8") == page


def test_a_folder_is_no_file(notice: Notice, tmp_path: Path) -> None:
    for output in ("md", "xlsx"):
        with pytest.raises(UsageError, match="cannot be written"):
            write_checklist(tmp_path, notice, checklist(notice), output)
