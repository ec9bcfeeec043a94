"""Topics to choose from under 资助范围 and the like, and kinds of them under 课题类别."""

import pytest
from documents import document

from extractors.directions.directions import find_directions
from pipeline.structure import structure

HEAD = "关于组织申报海洋文化研究课题的通知\n各有关单位：\n现将有关事项通知如下。\n一、指导思想\n服务港口建设。\n"
TAIL = "三、申报条件\n申报人应为在职职工。\n四、联系方式\n联系人：李某\n"

# (what, the text of the second chapter, [(number, name, category)])
LISTS: list[tuple[str, str, list[tuple[int, str, str | None]]]] = [
    (
        "topics below topics, and one without any; they are counted on",
        "二、资助范围\n1.面向船员的教学研究\n（1）以安全为目的，探索课堂教学模式；\n（2）船员培训的激励机制。\n"
        "2.面向船员的管理研究\n（1）船员考核管理水平；\n（2）船员招募的策略与方法。\n"
        "3.其他船员教育中的热点问题。\n以问题为导向，鼓励开展综合类选题。\n",
        [
            (1, "以安全为目的，探索课堂教学模式", "面向船员的教学研究"),
            (2, "船员培训的激励机制", "面向船员的教学研究"),
            (3, "船员考核管理水平", "面向船员的管理研究"),
            (4, "船员招募的策略与方法", "面向船员的管理研究"),
            (5, "其他船员教育中的热点问题", None),
        ],
    ),
    (
        "kinds, with what holds for each in brackets",
        "二、申报课题类别\n1.规划课题（研究周期一般为2年）。\n2.港航专项课题（研究周期一般为2年，仅限港口申报）\n",
        [(1, "规划课题", None), (2, "港航专项课题", None)],
    ),
    ("what a project gets is no topic", "二、课题类别\n1.重点课题\n2.一般课题\n3.青年课题\n", []),
    ("nor is who is in range", "二、资助范围\n1.在本市注册的企业\n2.在本市从事港航研究的高校\n", []),
    ("nor a rule", "二、资助范围\n1.每项资助2万元。\n2.已获资助的课题不再资助。须如实申报。\n", []),
]


@pytest.mark.parametrize(("what", "words", "expected"), LISTS, ids=[case[0] for case in LISTS])
def test_topics(what: str, words: str, expected: list[tuple[int, str, str | None]]) -> None:
    found = find_directions(*structure(document(HEAD + words + TAIL, hard_wrapped=False)))
    assert [(one.number, one.name, one.category) for one in found] == expected, what
