"""Chapters whose titles stand framed on lines of their own."""

import pytest
from documents import document

from pipeline.structure import structure
from schemas.outline import Role

BODY = "海雾遮断岸线，值守靠望远镜，漏看和误看都多，台风季尤其如此，本任务要把它改过来。\n"

# the task book, the titles of its chapters
CASES = [
    (
        f"【现状分析】\n{BODY}【怎么打】\n1）测风。{BODY}【经费安排】（万元）\n合计90万元，其中设备60万元。\n",
        ["现状分析", "怎么打", "经费安排"],
    ),
    (f"〖现状分析〗\n{BODY}〖怎么打〗\n{BODY}〖风险与对策〗\n{BODY}", ["现状分析", "怎么打", "风险与对策"]),
    # parts of numbered chapters
    (f"一、技术方案\n【创新点】\n{BODY}【难点】\n{BODY}【路线】\n{BODY}二、进度安排\n{BODY}", ["技术方案", "进度安排"]),
    # labels that follow each other, and a remark among the text
    (f"【牵头单位】\n【联系人】\n【手机】\n{BODY}", []),
    (
        f"★现状分析\n{BODY}★技术方案\n1）测风。{BODY}★经费安排（万元）\n合计90万元。\n",
        ["现状分析", "技术方案", "经费安排"],
    ),
    (f"§1 现状分析\n{BODY}§2 技术方案\n{BODY}§3 经费安排\n合计90万元。\n", ["现状分析", "技术方案", "经费安排"]),
    # points below a text; points that have nothing below
    (f"{BODY}★创新点\n{BODY}★难点\n{BODY}★路线\n{BODY}", []),
    (f"★测风准\n★看得远\n★成本低\n{BODY}", []),
    (f"{BODY}【说明】\n{BODY}", []),
    # groups of a form; a chapter of labels among others
    (
        "【牵头单位】\n单位名称：海岚深潜装备有限公司\n注册地址：海州市听涛街21号\n"
        f"【项目负责人】\n（1）姓名：孙启明\n（2）职称：研究员\n【单位概况】\n{BODY}",
        [],
    ),
    (
        f"【现状分析】\n{BODY}【联系方式】\n联系人：孙启明\n联系电话：0574-55667788\n【怎么打】\n{BODY}",
        ["现状分析", "联系方式", "怎么打"],
    ),
]


@pytest.mark.parametrize(("words", "wanted"), CASES, ids=[str(at) for at in range(len(CASES))])
def test_framed_lines_head_chapters(words: str, wanted: list[str]) -> None:
    _, outline = structure(document(f"揭榜任务书\n{words}", hard_wrapped=False))
    sections = [s for s in outline.sections if outline.divisions[s.division].role is Role.TASK_BOOK]
    assert [section.title for section in sections] == wanted


CALL = "岛礁供电榜单公告\n各有关单位：\n现公布如下。\n"


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        (  # a chapter of the call on the letter
            f"{CALL}【一】缺什么\n{BODY}【二】谁能来\n{BODY}【三】承诺书\n由法定代表人签字。\n【四】时间\n5月8日前。\n",
            [Role.BODY],
        ),
        (
            f"{CALL}【1】缺什么\n{BODY}【2】谁能来\n{BODY}【3】证明材料\n1.执照；\n2.船证。\n【4】找谁\n电话：0574-55667788\n",
            [Role.BODY],
        ),
        (  # the parts of an application
            f"【一】申报表\n单位名称：海岚\n【二】任务书\n{BODY}【三】证明材料\n1.执照\n【四】承诺书\n本单位承诺真实。\n",
            [Role.FORM, Role.TASK_BOOK, Role.PROOFS, Role.COMMITMENT],
        ),
    ],
)
def test_numbers_in_a_frame(words: str, roles: list[Role]) -> None:
    _, outline = structure(document(words, hard_wrapped=False))
    assert [division.role for division in outline.divisions] == roles
