"""Which items of a list under 其他要求 are asked of the work."""

import pytest
from documents import document

from extractors.directions.labels.listed_asks import items_of_work
from extractors.text.spans import Span
from pipeline.structure import structure


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "1.芯片内置加密单元；2.提供底层驱动软件；3.须由整车企业参与验证。",
            ["1.芯片内置加密单元", "2.提供底层驱动软件"],
        ),
        # most are on those who apply, and no list at all
        ("1.须由企业牵头；2.负责人为在职职工；3.提供驱动软件。", []),
        ("须由整车企业参与验证，并提供底层驱动软件。", []),
    ],
)
def test_items_of_the_work(said: str, wanted: list[str]) -> None:
    text, _ = structure(document(said, hard_wrapped=False))
    assert [item.of(text.clean) for item in items_of_work(text, Span(0, len(text.clean)))] == wanted
