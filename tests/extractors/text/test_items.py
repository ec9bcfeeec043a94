import itertools

import pytest
from documents import document
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.items import find_items
from extractors.text.spans import sentences, squeezed, unbalanced, without_brackets
from pipeline.structure import structure

# text, items
CASES = [
    ("包括：（1）申报书；（2）审计报告。", ["申报书；", "审计报告。"]),
    ("1.申报书\n2.审计报告\n以上各一份。", ["申报书", "审计报告"]),
    ("1.2025年审计报告；2.纳税证明", ["2025年审计报告；", "纳税证明"]),
    ("效率1.25，表2.1，第3、4项", []),
    ("3.1 申报书\n3.2审计报告\n", ["申报书", "审计报告"]),
    ("3.1项目合同\n3.2 年度报告\n3.3公司章程\n", ["项目合同", "年度报告", "公司章程"]),
    ("3.1项工作\n3.3公里处\n", []),
    ("B1 营业执照\nB2　2025年度审计报告\n", ["营业执照", "2025年度审计报告"]),
    ("3.5万元以内。\n2.1 米深处。\n见3.1 节。", []),
    ("（a）潜水证；（b）体检表，代办的另附委托；（c）船检。", ["潜水证；", "体检表，代办的另附委托；", "船检。"]),
    ("A.潜水证；B.体检表；C.船检报告。", ["潜水证；", "体检表；", "船检报告。"]),
    ("A、B、C三类证件", ["B、C三类证件"]),
    ("甲组（A）与乙组（B）对照", []),
    ("1.证明材料（财务会\n计报表等）\n2.其他", ["证明材料（财务会计报表等）", "其他"]),
]


@pytest.mark.parametrize(("words", "wanted"), CASES)
def test_items(words: str, wanted: list[str]) -> None:
    text, _ = structure(document(words, hard_wrapped=False))
    found = find_items(text, 0, len(text.clean))
    assert [squeezed(text.clean[item.body : item.end]) for item in found] == wanted


def test_small_words() -> None:
    assert squeezed(" 智能 芯片\n FP16 GPU ") == "智能芯片FP16 GPU"
    assert without_brackets("审计报告（含（附注）表）复印件") == "审计报告复印件"
    assert unbalanced("证明（财务")
    assert not unbalanced("证明（财务）")


@given(st.text(alphabet="甲乙，。；（）《》“”\n\t 1", max_size=80))
def test_sentences_cover_all_words(words: str) -> None:
    found = sentences(words, 0, len(words))
    kept = "".join(words[s.start : s.end] for s in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert [c for c in words if c in "甲乙1"] == [c for c in kept if c in "甲乙1"]
