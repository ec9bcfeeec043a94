"""Rows of a table as passages: each under the heads of its own columns."""

import pytest
from extracted import FORM, parts

from extractors.application.passages import find_passages

HEADS = "项目负责人 | 出生年月 | 职称\n孟某 | 1978年3月 | 研究员\n"


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("项目联系人 | 手机 | 电子邮箱\n尤某 | 15000000000 | a@b.example\n", "项目联系人：尤某"),
        ("手机 | 电子邮箱 | 在研省级项目数\n15000000000 | a@b.example | 0\n", "手机：15000000000"),
        ("孙某 | 1980年5月 | 工程师\n钱某 | 1981年6月 | 工程师\n", "项目负责人：孙某"),  # a list of them
    ],
)
def test_other_labels_head_the_rows_below(below: str, told: str) -> None:
    passages = [passage.text for passage in find_passages(*parts(FORM + HEADS + below))]
    assert any(passage.startswith(told) for passage in passages), passages
    assert any(passage.startswith("项目负责人：孟某") for passage in passages)


def test_cells_with_labels_of_their_own_head_no_column() -> None:
    rows = "潜深 | 要求：≥800米 | 承诺：900米\n航程 | 要求：≥60公里 | 承诺：90公里\n航速 | 要求：≥6节 | 承诺：8节\n"
    passages = [passage.text for passage in find_passages(*parts(f"揭榜任务书\n{rows}"))]
    assert "潜深；要求：≥800米；承诺：900米" in passages, passages
    assert "航速；要求：≥6节；承诺：8节" in passages
