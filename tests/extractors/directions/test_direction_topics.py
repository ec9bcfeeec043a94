"""Topics to choose from under 资助范围 and the like, and kinds of them under 课题类别."""

import pytest
from documents import document

from extractors.directions.directions import find_directions
from pipeline.reading.loading import read_bytes
from pipeline.structure import structure
from schemas.document import Document

HEAD = "关于组织申报海洋文化研究课题的通知\n各有关单位：\n现将有关事项通知如下。\n一、指导思想\n服务港口建设。\n"
TAIL = "三、申报条件\n申报人应为在职职工。\n四、联系方式\n联系人：李某\n"

# (what, the text of the second chapter, [(number, name, category)])
LISTS: list[tuple[str, str, list[tuple[int, str, str | None]]]] = [
    (
        "names by groups, a line each, and a group that takes whatever there is",
        "二、参赛作品征集内容\n（一）公开组\n航标灯具设计\n救生器材设计\n其他\n（二）船企组\n本组不做具体限制，船用产品均可。\n",
        [
            (1, "航标灯具设计", "公开组"),
            (2, "救生器材设计", "公开组"),
            (3, "其他", "公开组"),
            (4, "船企组", None),
        ],
    ),
    *(
        (
            f"names by {one}",
            f"二、征集内容\n（一）创意{one}\n•航标灯具\n•救生器材\n（二）制造{one}\n1.雷达\n2.浮标\n",
            [
                (1, "航标灯具", f"创意{one}"),
                (2, "救生器材", f"创意{one}"),
                (3, "雷达", f"制造{one}"),
                (4, "浮标", f"制造{one}"),
            ],
        )
        for one in ("赛道", "板块", "单元")
    ),
    *(
        (
            f"groups of {what} are groups alone",
            f"二、征集内容\n（一）公开组\n{lines}（二）船企组\n{lines}",
            [(1, "公开组", None), (2, "船企组", None)],
        )
        for what, lines in (
            ("persons", "在校学生\n航海教师\n"),
            ("rules", "须提交实物\n应在港区测试\n"),
            ("prizes", "一等奖1名\n二等奖3名\n"),
            ("text", "作品以海洋为主题，形式不限。\n"),
            ("references", "详见附件1\n详见附件2\n"),
        )
    ),
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
    (
        "what a fund supports, each by its name",
        "二、支持内容和标准\n1．支持渔船更新改造。对拆旧建新的船东，按吨位给予补助，每艘不超过80万元。\n"
        "2．鼓励发展水产精深加工。新上生产线的，按投资额给予补助。\n",
        [(1, "支持渔船更新改造", None), (2, "鼓励发展水产精深加工", None)],
    ),
    (
        "but not what everybody gets",
        "二、支持政策\n1．支持揭榜单位引才。给予补贴。\n2．加大资金投入。设立专项。\n",
        [],
    ),
    (
        "fields with what is meant by each",
        "二、优先支持方向\n1.发展深远海养殖，拓展海洋牧场，包括网箱、养殖工船等。\n"
        "2.完善渔港服务，包括补给、冷藏。\n3.其他有利于渔业发展的做法。\n",
        [
            (1, "发展深远海养殖，拓展海洋牧场", None),
            (2, "完善渔港服务", None),
            (3, "其他有利于渔业发展的做法", None),
        ],
    ),
    ("rules are no fields", "二、支持方向\n1.项目须在本市实施，包括港区。\n2.不得重复申报，包括往年项目。\n", []),
    (
        "kinds that a lead counts and examples tell of",
        "二、选题内容\n本年度征集以下三类课题：\n一是工艺改进类。包括船体焊接、涂装除锈等。\n"
        "二是装备应用类。包括岸桥、无人艇等。\n三是数据服务类。包括潮位预报等。\n",
        [(1, "工艺改进类", None), (2, "装备应用类", None), (3, "数据服务类", None)],
    ),
    (
        "fields that a prize is given for",
        "二、资助领域：\n1.海流观测的理论与方法；\n2.海冰预报；\n3.潮汐发电的新技术。\n",
        [(1, "海流观测的理论与方法", None), (2, "海冰预报", None), (3, "潮汐发电的新技术", None)],
    ),
    ("rules are no fields of a prize", "二、资助领域\n1.选题须在港口实施；\n2.选题不得与往年重复。\n", []),
    ("what a project gets is no topic", "二、课题类别\n1.重点课题\n2.一般课题\n3.青年课题\n", []),
    ("nor is who is in range", "二、资助范围\n1.在本市注册的企业\n2.在本市从事港航研究的高校\n", []),
    ("nor a rule", "二、资助范围\n1.每项资助2万元。\n2.已获资助的课题不再资助。须如实申报。\n", []),
]

_DOES = "组织船员开展宣讲，服务渔村。"
ALIKE: list[tuple[str, str, list[str]]] = [
    (
        "teams with what each does; the last ends where the others would",
        f"三、实践内容\n1.海图宣讲团。{_DOES}\n2.渔村—支教服务团。{_DOES}\n3.灯塔调研实践团\n{_DOES}\n"
        "各团可同步参加海岸清洁。\n四、报名办法\n填写报名表。\n",
        ["海图宣讲团", "渔村—支教服务团", "灯塔调研实践团"],
    ),
    ("not what is done", f"三、活动内容\n1.海图宣讲。{_DOES}\n2.渔村支教。{_DOES}\n3.灯塔调研。{_DOES}\n", []),
    ("nor chapters on how", f"三、活动组织\n1.组建服务团。{_DOES}\n2.培训服务团。{_DOES}\n3.评选服务团。{_DOES}\n", []),
]
KINDS: list[tuple[str, str, list[str]]] = [
    (
        "chapters that each begin with conditions of their own",
        "一、领航船长工作组成员\n1、选拔条件：持证满五年的船长。\n2、每组不设副职。\n"
        "二、轮机师徒班学员\n1、选拔条件：在岗的轮机员。\n2、学员随船学习。\n三、报名办法\n1、填写报名表。\n",
        ["领航船长工作组成员", "轮机师徒班学员"],
    ),
    (
        "nor tiers of one thing, nor one chapter alone",
        "一、重点项目\n1、申报条件：具有副高级职称。\n二、一般项目\n1、申报条件：具有中级职称。\n三、其他\n1、填写申报表。\n",
        [],
    ),
]


@pytest.mark.parametrize(("what", "words", "expected"), KINDS, ids=[case[0] for case in KINDS])
def test_kinds_with_conditions(what: str, words: str, expected: list[str]) -> None:
    found = find_directions(
        *structure(document("关于选拔船长工作组成员的通知\n各船队：\n" + words, hard_wrapped=False))
    )
    assert [one.name for one in found] == expected, what
    assert not any(one.tasks or one.goals for one in found), what


@pytest.mark.parametrize(("what", "words", "expected"), ALIKE, ids=[case[0] for case in ALIKE])
def test_teams_named_alike(what: str, words: str, expected: list[str]) -> None:
    found = find_directions(*structure(document("关于开展船员社会实践的通知\n各船队：\n" + words, hard_wrapped=False)))
    assert [one.name for one in found] == expected, what
    assert all(len(one.tasks) == 1 for one in found), what


@pytest.mark.parametrize(("what", "words", "expected"), LISTS, ids=[case[0] for case in LISTS])
def test_topics(what: str, words: str, expected: list[tuple[int, str, str | None]]) -> None:
    found = find_directions(*structure(document(HEAD + words + TAIL, hard_wrapped=False)))
    assert [(one.number, one.name, one.category) for one in found] == expected, what


def _coded(title: str, *lines: str) -> Document:
    """A call in Markdown whose last chapter lists such headings, each over a text."""
    head = "# 启航基金\n现将有关事项通知如下。\n# 1. 申请流程\n请提交申请书。\n"
    body = f"# 2. {title}\n" + "".join(f"{line}\n按图施工，逐项验证。\n" for line in lines)
    return read_bytes((head + body).encode(), "call.md")


CODES = (
    "## 2.1 研究类",
    "### R1. 潮位反演",
    "### R2. SAR影像解译",
    "## 2.2 开发类",
    "### D1. 航迹接口",
    "### D1. 船位接口",
)


def test_headings_that_a_letter_and_a_count_head() -> None:
    found = find_directions(*structure(_coded("选题列表", *CODES)))
    assert [(d.number, d.name, d.category) for d in found] == [
        (1, "潮位反演", "研究类"),
        (2, "SAR影像解译", "研究类"),
        (3, "航迹接口", "开发类"),
        (4, "船位接口", "开发类"),
    ]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("申报材料", CODES),  # nothing to choose from
        ("选题列表", ("## R1. 潮位反演", "## R3. 影像解译", "## R4. 航迹接口")),  # a gap
        ("选题列表", ("## R1. 申报条件", "## R2. 评审办法", "## R3. 联系方式")),  # the procedure
    ],
)
def test_coded_headings_that_are_no_directions(title: str, lines: tuple[str, ...]) -> None:
    assert find_directions(*structure(_coded(title, *lines))) == []


def test_a_list_that_counts_without_marks() -> None:
    rows = ("1“海洋+”渔业，包括养殖、捕捞等", "2“海洋+”装备，包括船舶、平台等", "3“海洋+”公益")
    text = HEAD.replace("一、指导思想", "大赛简介") + "参赛项目类型\n" + "\n".join(rows) + "\n参赛要求\n真实。\n"
    found = find_directions(*structure(document(text, hard_wrapped=False)))
    assert [(d.number, d.name) for d in found] == [(1, "“海洋+”渔业"), (2, "“海洋+”装备"), (3, "“海洋+”公益")]
    other = find_directions(*structure(document(text.replace("2“", "5“"), hard_wrapped=False)))
    assert other == []
