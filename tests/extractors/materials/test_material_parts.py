"""What a work is made of, where the notice counts it."""

import pytest
from documents import document

from extractors.materials.names import kind_of
from extractors.materials.parts import counted_parts
from pipeline.structure import structure

# words, names
CASES = [
    ("作品形式包括技术文档与可运行平台两部分，须能完整演示。", ["技术文档", "可运行平台"]),
    (
        "作品形式应包括如下两部分内容：\nPPT方案介绍+作品\n仿真模型或代码，方案中请提供视频。",
        ["PPT方案介绍", "作品仿真模型或代码"],
    ),
    ("参赛材料由报名表、设计方案和演示视频三部分组成。", ["报名表", "设计方案", "演示视频"]),
    ("作品包括技术文档与可运行平台三部分。", []),  # the numbers differ
    ("作品包括理论部分和实践部分两部分。", []),
    ("作品成绩由初评和终评两部分组成。", []),
    ("申报书包括基本信息和项目方案两部分。", []),
]


@pytest.mark.parametrize(("words", "names"), CASES)
def test_counted_parts(words: str, names: list[str]) -> None:
    text, _ = structure(document(f"潮汐能装备比赛方案\n三、作品形式\n{words}\n", hard_wrapped=False))
    found = counted_parts(text, 0, len(text.clean))
    assert [one.name for one in found] == names
    assert all(one.span.of(text.clean).replace("\n", "") == one.name for one in found)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("渔场出具的试用意向函", "proof"), ("用户意向书", "proof"), ("诚信承诺函", "commitment"), ("海试方案", "other")],
)
def test_kinds_of_papers(name: str, kind: str) -> None:
    assert kind_of(name, name) == kind
