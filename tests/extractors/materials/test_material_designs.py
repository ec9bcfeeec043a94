"""What a work consists of, papers that go to 我局, and loose leaves counted beside the form."""

import pytest
from documents import document

from extractors.materials.materials import find_materials
from pipeline.structure import structure

HEAD = "关于征集作品的通知\n各单位：\n现将有关事项通知如下。\n一、投稿要求\n1."
TAIL = "\n2.来稿恕不退还。\n"

# words, [(name, copies)]
DESIGNS: list[tuple[str, list[tuple[str, int | None]]]] = [
    (
        "设计方案须提供A4黑白稿、A4彩色稿(注明色值)及电子版(矢量格式，小于5M；或者位图)，并附以创意说明或内涵注释(500字以内)。",
        [("A4黑白稿", None), ("A4彩色稿", None), ("电子版", None), ("创意说明或内涵注释", None)],
    ),
    (
        "应征作品应提交手绘稿、彩色效果图和源文件，另附创意说明。",
        [("手绘稿", None), ("彩色效果图", None), ("源文件", None), ("创意说明", None)],
    ),
    ("参赛作品须包括设计图、实物照片及设计说明。", [("设计图", None), ("实物照片", None), ("设计说明", None)]),
    ("投稿作品请提供电子版（分辨率300dpi以上）和文字说明。", [("电子版", None), ("文字说明", None)]),
    ("来稿须同时提交纸质稿和电子文件。", [("纸质稿", None), ("电子文件", None)]),
    ("作品由展板、模型照片及制作说明组成。", [("展板", None), ("模型照片", None), ("制作说明", None)]),
    # how a work is to be, and what a text tells
    ("作品应主题鲜明，设计新颖，色彩明快。", []),
    ("标识设计应构思精巧、内涵丰富、寓意深刻。", []),
    ("技术方案应包括结构图、设计说明和进度安排。", []),
    ("系统设计应包括示意图、应用图及说明。", []),
    ("作品须附说明。", []),
    ("设计方案须提供给评委审阅。", []),
    # what goes to an office, and how many of each
    (
        "请于3月20日前将加盖申报单位公章的申报大纲和承诺书转报我委（一式三份）。",
        [("申报大纲", 3), ("承诺书", 3)],
    ),
    ("请将申报书、推荐函报我局（一式两份）。", [("申报书", 2), ("推荐函", 2)]),
    ("请将经所在部门审核的推荐函、申报书上报市科协，一式两份。", [("推荐函", 2), ("申报书", 2)]),
    ("各单位将有关情况报我局。", []),
    ("将评审意见报我局备案。", []),
    ("登录科研系统，在系统提交项目信息和项目论证活页。", [("项目论证活页", None)]),
    ("我局将组织专家对申报材料和现场进行评审，经汇总相关材料一并报送省厅。", []),
    ("我委将把申报书、推荐函汇总后报送省厅。", []),
]


@pytest.mark.parametrize(("words", "wanted"), DESIGNS)
def test_designs(words: str, wanted: list[tuple[str, int | None]]) -> None:
    found = find_materials(*structure(document(HEAD + words + TAIL, hard_wrapped=False)))
    assert sorted((one.name, str(one.copies)) for one in found) == sorted((name, str(count)) for name, count in wanted)


LEAVES = [
    ("《申请书》一式2份（原件1份，复印件1份），活页6份。", ("活页", 6)),
    ("申请书一式3份，论证活页5份。", ("论证活页", 5)),
    ("申请书一式三份，另附评审活页一式七份。", ("评审活页", 7)),
    ("申请书一式三份，活页不装订。", None),
    ("申请书一式三份，活页请勿署名。", None),
]


@pytest.mark.parametrize(("words", "wanted"), LEAVES)
def test_leaves_beside_the_form(words: str, wanted: tuple[str, int] | None) -> None:
    text = f"关于申报课题的通知\n一、报送材料包括：\n（1）{words}\n（2）推荐表1份。\n"
    found = find_materials(*structure(document(text, hard_wrapped=False)))
    leaves = [(one.name, one.copies) for one in found if "活页" in one.name and one.kind == "form"]
    assert leaves == ([wanted] if wanted else [])
