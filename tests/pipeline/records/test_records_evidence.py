"""Every evidence is the exact words of its document, whatever the text is; the map through the cleaning is exact."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from documents import document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from pipeline.reading import ReadingOptions, read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.structure import structure
from pipeline.structure.characters import fold
from schemas.document import Document
from schemas.evidence import Evidence

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ["biomanufacturing_and_marine.html", "storage_and_vehicles.pdf"]
# What notices and forms are made of, in any order: marks, labels, values, boxes, and characters that are folded.
PIECES = st.sampled_from(
    [
        *["一、", "（一）", "1.", "①", "\n", "\n\n", "\t", "，", "。", "；", "：", "（", "）", "《", "》", "□", "☑"],
        *["申报条件", "揭榜任务", "考核指标", "附件1", "附件2", "承诺书", "申报书", "特此通知", "岱州市科技局"],
        *["单位名称：", "联系人：王工", "电话：021-80000000", "test@example.com", "签字：", "（盖章）"],
        *["不低于", "≥", "３0%", "以上", "达到", "500 TFLOPS", "1\n\nPFLOPS", "2.5万元", "十几万", "GB/s", "abc"],
        *["2026年3月9日", "至4月17日", "17:00前", "2年内", "一式三份", "不超过500字", "方向1：智能"],
        *["统一社会信用代码", "91370100587432100X", "应具有独立法人资格", "须提交", "⽤⼀", "\u200b", "\u3000"],
    ]
)
HERE = ReadingOptions(isolate=False, cache=False)


def evidences(record: object) -> Iterator[Evidence]:
    """Every evidence inside a record."""
    if isinstance(record, Evidence):
        yield record
    elif isinstance(record, BaseModel):
        for name in type(record).model_fields:
            yield from evidences(getattr(record, name))
    elif isinstance(record, (list, tuple)):
        for item in record:
            yield from evidences(item)


def assert_exact(read_document: Document) -> int:
    """Checks the map and every evidence of both records; says how many there are."""
    text, outline = structure(read_document)
    source = read_document.text
    for char, offset in zip(text.clean, text.offsets, strict=True):
        # a box of the markup (<input type="checkbox">) is one character of the cleaned text
        assert (
            char in (fold(source[offset]), source[offset])
            or char in "\n\t "
            or (char in "□☑" and source[offset] == "<")
        )
    found = [*evidences(build_notice(text, outline)), *evidences(build_submission(text, outline))]
    for evidence in found:
        assert source[evidence.start : evidence.end] == evidence.text
        assert evidence.text
    return len(found)


@pytest.mark.parametrize("name", SAMPLES)
def test_evidence_of_the_samples_is_exact(name: str) -> None:
    path = ROOT / "data" / "samples" / "notices" / name
    assert assert_exact(read(path, name, HERE)) > 50


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=60).map("".join))
def test_evidence_of_random_text_is_exact(text: str) -> None:
    assert_exact(document(text))


def test_evidence_of_the_seeds_is_exact(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        assert assert_exact(read(path, path.name, HERE)) > 20
