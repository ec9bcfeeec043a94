"""Contests for students: who may take part, when they signed up, what is sealed, which works and chapters are due."""

from pathlib import Path

import pytest
from written_case import statuses

STUDENTS = "一、参赛对象\n全日制普通高校在校本科生、研究生（不含在职研究生）可组队参赛。\n"
TEAM = (
    "参赛报名表\n作品名称\t浮标集群\t参赛学校\t海岚大学\n团队成员\n姓名\t学校\t学历\t学习形式\t入学时间\t联系电话\n"
    "殷月\t海岚大学\t硕士生\t全日制\t2024年9月\t13900000001\n伍开泰\t海岚大学\t硕士生\t{}\t2024年9月\t13900000002\n"
)


@pytest.mark.parametrize(
    ("how", "notice", "status"),
    [
        ("非全日制（在职）", STUDENTS, "invalid"),
        ("在职研究生", STUDENTS, "invalid"),
        ("全日制", STUDENTS, "unverifiable"),
        ("全日制（非在职）", STUDENTS, "unverifiable"),
        ("非全日制", STUDENTS.replace("（不含在职研究生）", "（全日制、非全日制均可）"), "unverifiable"),
    ],
)
def test_who_studies_beside_the_work(how: str, notice: str, status: str, tmp_path: Path) -> None:
    found = statuses(tmp_path, notice, TEAM.format(how))
    assert next(one for name, one in found.items() if "在校本科生" in name) == status


ROSTER = (
    "参赛报名表\n作品名称\t浮标集群\t参赛学校\t海岚大学\n团队成员\n姓名\t角色\t学历\t{}\t院系\n"
    "殷月\t{}\t硕士\t{}\t船舶学院\n伍开泰\t{}\t硕士\t{}\t船舶学院\n{}"
)
LEADER = "一、参赛条件\n项目负责人应为全日制在校研究生（不含在职研究生）。\n"
DEGREE = "一、申报条件\n项目负责人应当具有全日制硕士研究生及以上学历。\n"


@pytest.mark.parametrize(
    ("notice", "words", "status"),
    [
        (DEGREE, ROSTER.format("人员状态", "负责人", "在职", "骨干", "在职", ""), "unverifiable"),
        (STUDENTS, ROSTER.format("人员状态", "队长", "在职", "队员", "在校", ""), "unverifiable"),
        (STUDENTS, ROSTER.format("学习形式", "队长", "全日制", "队员", "在职", ""), "invalid"),
        (LEADER, ROSTER.format("学习形式", "负责人", "全日制", "骨干", "在职", ""), "unverifiable"),
        (LEADER, ROSTER.format("学习形式", "负责人", "在职", "骨干", "全日制", ""), "invalid"),
        (
            STUDENTS,
            ROSTER.format("学习形式", "队长", "全日制", "队员", "全日制", "指导教师学历\t在职博士\t职称\t教授\n"),
            "unverifiable",
        ),
    ],
)
def test_whose_studies_count(notice: str, words: str, status: str, tmp_path: Path) -> None:
    found = statuses(tmp_path, notice, words)
    assert next(one for name, one in found.items() if "研究生" in name) == status


DATES = "三、报名\n系统开放报名时间为2026年5月6日—6月5日。\n四、作品提交\n2026年9月1日前，各参赛团队完成作品提交。\n"


@pytest.mark.parametrize(
    ("label", "day", "status"),
    [
        ("报名日期", "2026年6月8日", "invalid"),
        ("报名提交日期", "2026年6月3日", "met"),
        ("填表（系统提交报名）日期", "2026年6月8日", "invalid"),
        ("填表日期", "2026年8月20日", "unverifiable"),  # the work's: nothing on the signing up
    ],
)
def test_the_day_of_signing_up(label: str, day: str, status: str, tmp_path: Path) -> None:
    found = statuses(
        tmp_path, DATES, f"参赛报名表\n作品名称\t浮标集群\t参赛学校\t海岚大学\n{label}\t{day}\t专业\t船舶\n"
    )
    assert found["application_closes"] == status


def test_the_seal_of_the_school(tmp_path: Path) -> None:
    notice = "三、报名\n申报人在报名表对应位置加盖所在学校或所在单位公章。\n"
    found = statuses(tmp_path, notice, TEAM.format("全日制") + "学校意见\t同意参赛。（加盖学校公章）\n")
    assert found["报名表所在学校或所在单位公章"] == "unverifiable"  # plain text shows no seals


REPORT = "五、作品要求\n参赛作品包含技术报告。\n技术报告：包含算法原理、数据处理说明、结果分析、能耗分析。\n"
CHAPTER = "单元之间按预先约定的时隙通信，时隙由主控单元统一分配，冲突时退避重发，丢包时重传两次。"


@pytest.mark.parametrize(
    ("chapters", "status"),
    [
        (("算法原理", "数据处理说明", "结果分析"), "missing"),
        (("算法原理", "数据处理说明", "结果分析", "能耗分析"), "met"),
        (("算法原理", "数据处理说明", "团队介绍"), "missing"),
        (("团队介绍",), "unverifiable"),  # the report is handed in apart
    ],
)
def test_a_chapter_that_a_report_is_to_hold(chapters: tuple[str, ...], status: str, tmp_path: Path) -> None:
    text = "".join(f"第{at}章 {title}\n{CHAPTER}\n" for at, title in enumerate(chapters, start=1))
    found = statuses(tmp_path, REPORT, f"技术报告\n参赛单位：海岚大学\n{text}")
    assert found["能耗分析"] == status


WORKS = "五、作品提交\n提交作品的源码、测试框架、性能测试脚本、性能报告、演示视频和技术文档。\n"
LISTED = (
    "作品说明\n申报单位：海岚大学\n提交内容\n序号\t内容\t位置\n1\t算法源码\tsrc\n2\t测试框架\ttests\n3\t性能报告\tdoc\n"
    "4\t演示视频\tdemo\n5\t技术文档\tdoc\n{}"
)


@pytest.mark.parametrize(("more", "status"), [("", "missing"), ("6\t性能测试脚本\tbench\n", "met")])
def test_a_work_that_the_list_lacks(more: str, status: str, tmp_path: Path) -> None:
    assert statuses(tmp_path, WORKS, LISTED.format(more))["性能测试脚本"] == status


FILMED = "五、作品提交\n提交作品的源代码、模型权重说明、设计文档、技术报告和演示视频。\n"
RECORDED = (
    "作品说明\n申报单位：海岚大学\n提交内容\n序号\t内容\t位置\n1\t源代码\tsrc\n2\t模型权重说明\tweights\n"
    "3\t设计文档\tdoc\n4\t技术报告\tdoc\n{}"
)


@pytest.mark.parametrize(
    ("more", "status"),
    [("", "missing"), ("5\t现场实录\tdemo.mp4\n", "unverifiable"), ("5\t系统运行录像\tmedia\n", "unverifiable")],
)
def test_a_film_by_another_word(more: str, status: str, tmp_path: Path) -> None:
    assert statuses(tmp_path, FILMED, RECORDED.format(more))["演示视频"] == status
