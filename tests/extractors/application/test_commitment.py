"""The letter of commitment: who signs it, when and for what, and what is none."""

import pytest
from extracted import COVER, FORM, parts

from extractors.application.commitment import find_letters, find_pledge
from extractors.application.seals import find_seals


def test_the_legal_representatives_own_place_decides() -> None:
    places = "项目负责人（签字）：李某\n\n法定代表人（签字）：\n\n单位（盖章）：海州仪器有限公司\n\n2026年3月9日\n"
    body = "揭榜军令状\n\n我单位自愿立下军令状，按期完成任务，如有不实愿承担责任，并接受处理。\n\n"
    text, outline = parts(COVER + body + places)
    (letter,) = find_letters(text, outline, find_seals(text, outline))
    assert (letter.present, letter.signed, letter.dated) == (True, False, True)


LETTER = (
    "揭榜任务承诺书\n\n我单位提交了岸基雷达任务参评，现承诺：所报材料真实有效，按期完成任务，如有不实愿承担责任。\n\n"
    "法定代表人：（签字）{}\n\n单位（盖章）：海州仪器有限公司\n\n{}\n"
)


@pytest.mark.parametrize(
    ("name", "day", "signed", "dated", "date"),
    [
        ("李某某", "2026年3月9日", True, True, "2026-03-09"),
        ("", "二〇二六年三月九日", False, True, "2026-03-09"),
        ("李某某", "2026年 月 日", True, False, None),
        ("李某某", "力争于2026年12月31日前完成。\n年 月 日", True, False, None),  # what is promised dates nothing
        ("李某某　王某　赵某某、钱某　孙某某　周某", "2026年3月9日", True, True, "2026-03-09"),
    ],
)
def test_letter(name: str, day: str, signed: bool, dated: bool, date: str | None) -> None:
    text, outline = parts(COVER + LETTER.format(name, day))
    (letter,) = find_letters(text, outline, find_seals(text, outline))
    assert (letter.present, letter.signed, letter.sealed) == (True, signed, None)
    assert (letter.dated, letter.date) == (dated, date)
    assert letter.applicant == "海州仪器有限公司"
    assert letter.subject == "岸基雷达"


@pytest.mark.parametrize(
    "below",
    [
        "佐证材料目录及摘录",
        "五、证明材料清单",
        "第三部分 附送文件",
        "相关证明材料（复印件）",
        "附件材料一览表",
    ],
)
def test_papers_below_a_letter_date_nothing_in_it(below: str) -> None:
    listed = f"{below}\n\n材料1 供应商符合性声明，声明日期2025年9月8日。\n"
    text, outline = parts(COVER + LETTER.format("李某某", "2026年3月9日") + "\n" + listed)
    letters = find_letters(text, outline, find_seals(text, outline))
    assert [letter.date for letter in letters] == ["2026-03-09"]


@pytest.mark.parametrize("title", ["企业承诺", "应榜承诺", "声明"])
def test_a_letter_under_a_line_of_its_own(title: str) -> None:
    words = (
        f"{FORM}单位名称 | 海州仪器有限公司\n\n{title}\n\n本企业对申报内容的真实性负责，如获立项将按计划组织实施，"
        "愿意承担相应责任。\n\n法定代表人签字：李某\n\n2026年4月2日\n"
    )
    text, outline = parts(words)
    (letter,) = find_letters(text, outline, find_seals(text, outline))
    assert (letter.present, letter.signed, letter.date) == (True, True, "2026-04-02")


PLEDGE = "本单位承诺所填信息真实有效，如有虚假，愿承担相应责任，并按期完成揭榜任务。"


PLAN = "本单位承诺性能指标优于国外同类产品，并保证在两年内完成量产，已建成中试线一条，产能充足。"


SIGNED = "法定代表人（签字）：陶一帆 单位（盖章） 2026年5月20日"


# (rows of the form, present, signed, date)
PLEDGES = [
    (f"单位承诺\t{PLEDGE}{SIGNED}", True, True, "2026-05-20"),
    (f"申报单位声明\t{PLEDGE}\n签字\t法定代表人（签字）：陶一帆\n日期\t2026年5月20日", True, True, "2026-05-20"),
    (f"真实性承诺\t{PLEDGE}法定代表人（签字）： 单位（盖章） 年 月 日", True, False, None),
    ("单位承诺\t", False, None, None),
    ("单位承诺\t法定代表人（签字）：陶一帆", False, None, None),
    (f"技术路线\t{PLAN}", False, None, None),
    (f"备注\t{PLEDGE}", False, None, None),
]


@pytest.mark.parametrize(("rows", "present", "signed", "date"), PLEDGES)
def test_a_commitment_in_a_cell_of_the_form(rows: str, present: bool, signed: bool | None, date: str | None) -> None:
    text, outline = parts(f"{FORM}单位名称\t海州仪器有限公司\n联系人\t陶一帆\n{rows}\n")
    seals = find_seals(text, outline)
    found = find_pledge(text, seals)
    assert (found.present, found.signed, found.date) == (present, signed, date)
    assert find_letters(text, outline, seals) == [], "a letter of its own is something else"


def test_who_signs_a_letter_and_when_whatever_papers_follow() -> None:
    words = (
        "第四部分 承诺书\n本揭榜方已阅知公告全部要求，承诺申报内容真实完整，不存在夸大和虚构，愿承担相应责任。\n"
        "揭榜方（单位盖章；团队由全体成员签名）：海州仪器有限公司\n负责人签名：林某\n签署日期：2026年4月15日\n"
        "所附文件\n某某研究院审查意见，2026年4月2日\n"
    )
    text, outline = parts(COVER + words)
    (letter,) = find_letters(text, outline, find_seals(text, outline))
    assert (letter.applicant, letter.date) == ("海州仪器有限公司", "2026-04-15")


def test_no_letter() -> None:
    text, outline = parts(COVER + "揭榜任务承诺书\n")
    assert find_letters(text, outline, ()) == []


def test_a_promise_in_a_plan_is_no_letter() -> None:
    plan = "我单位承诺按期推进各项工作，确保本项目的研发、试制和验证任务如期完成。\n2026年7月完成样机。\n"
    text, outline = parts("项目申报书\n一、进度安排\n" + plan)
    assert find_letters(text, outline, ()) == []


def test_a_chapter_of_promised_results_is_no_letter() -> None:
    words = "四、技术指标承诺\n气孔率不高于百分之一，单件修复时间不超过八分钟，疲劳寿命不低于五十万次。\n"
    assert find_letters(*parts("揭榜书\n" + words), ()) == []


def test_a_signature_in_the_cell_behind_its_place() -> None:
    letter = (
        "承诺书\n\n我单位承诺所报材料真实有效，按期完成任务，如有不实愿意承担全部责任。\n\n"
        "法定代表人（签字） | {} | 单位（盖章） | 海州仪器有限公司\n\n2026年3月9日\n"
    )
    for name, signed in (("李某某", True), ("", False)):
        text, outline = parts(letter.format(name))
        (found,) = find_letters(text, outline, find_seals(text, outline))
        assert (found.signed, found.applicant) == (signed, "海州仪器有限公司")


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        ("我单位申报的海洋浮标项目，材料真实可靠，如有不实愿意承担全部责任，特此承诺。", "海洋浮标"),
        ("按通知要求，我单位以“岸基雷达”内容参评，材料真实可靠，如有不实愿意承担全部责任，特此承诺。", "岸基雷达"),
        (
            "我单位自愿参加2026年度海洋装备揭榜挂帅，申报项目为“岸基雷达研制”，材料真实可靠，愿意承担全部责任，特此承诺。",
            "岸基雷达研制",
        ),
        (
            "我单位申报2026年海洋装备揭榜挂帅项目《岸基雷达研制》，材料真实可靠，愿意承担全部责任，特此承诺。",
            "岸基雷达研制",
        ),
        ("我单位承诺申报材料真实可靠，按规定使用项目，如有不实愿意承担全部责任。", None),
        (
            "我单位自愿申报2026年海洋装备“揭榜挂帅”项目（HZ-03 岸基雷达），材料真实可靠，愿意承担全部责任，特此承诺。",
            None,  # the call
        ),
    ],
)
def test_what_a_letter_is_for(body: str, subject: str | None) -> None:
    assert find_letters(*parts(f"诚信承诺书\n\n{body}\n"), ())[0].subject == subject


def test_a_letter_without_a_word_for_a_promise() -> None:
    body = (
        "承诺书\n\n海州市科技局：\n\n我单位申报的浮标项目，所提交材料真实、准确、完整。如有虚假，自愿承担相应后果。\n\n"
    )
    text, outline = parts(COVER + body + "法定代表人（签字）：李某某\n\n2026年3月9日\n")
    (letter,) = find_letters(text, outline, find_seals(text, outline))
    assert (letter.present, letter.signed, letter.date) == (True, True, "2026-03-09")


def test_a_declaration_and_a_letter_are_two() -> None:
    declared = (
        "三、真实性声明\n\n本申报表所填内容真实、准确，如有不实，愿承担全部相应责任，特此声明。\n\n"
        "负责人（签字）：李某某\n\n"
    )
    letter = (
        "揭榜承诺书\n\n我单位郑重承诺按任务书组织实施，按期完成全部考核指标。\n\n法定代表人（签字）：\n\n2026年3月9日\n"
    )
    text, outline = parts(f"揭榜单位申报表\n\n{declared}{letter}")
    found = find_letters(text, outline, find_seals(text, outline))
    assert {(one.evidence.text, one.signed) for one in found if one.evidence is not None} == {
        ("三、真实性声明", True),
        ("揭榜承诺书", False),
    }


@pytest.mark.parametrize(
    ("line", "applicant"),
    [
        ("海州仪器有限公司（企业盖章）[公章]", "海州仪器有限公司"),
        ("海州仪器有限公司（单位盖章）【单位公章已盖】", "海州仪器有限公司"),
        ("单位：海州仪器有限公司（盖章）［公章］", "海州仪器有限公司"),
        ("单位（盖章）：［公章］", None),
        ("单位（盖章）：海洋学院公章研究所", "海洋学院公章研究所"),
    ],
)
def test_the_mark_of_a_seal_is_no_name(line: str, applicant: str | None) -> None:
    words = LETTER.replace("单位（盖章）：海州仪器有限公司", line).format("李某某", "2026年3月9日")
    text, outline = parts(COVER + words)
    (letter,) = find_letters(text, outline, find_seals(text, outline))
    assert letter.applicant == applicant
