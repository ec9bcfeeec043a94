"""Chapters with letters for numbers, and page numbers between marks."""

import pytest
from documents import document

from pipeline.structure import structure
from pipeline.structure.page.page_numbers import page_numbers
from schemas.outline import Role

BODY = "海雾遮断岸线，值守靠望远镜，漏看和误看都多，台风季尤其如此，本任务要把它改过来。\n"


def _titles(text: str) -> list[tuple[str | None, str, int]]:
    _, outline = structure(document(text, hard_wrapped=False))
    return [
        (section.number, section.title, section.level)
        for section in outline.sections
        if outline.divisions[section.division].role is Role.TASK_BOOK
    ]


def test_letters_head_chapters_and_their_parts() -> None:
    text = (
        f"揭榜任务书\nA. 任务画像\nA1. 叫什么\n{BODY}A2. 新在哪、难在哪\n{BODY}"
        f"B. 手里有什么\n{BODY}C. 2027年见分晓的数\n{BODY}"
    )
    assert _titles(text) == [
        ("A", "任务画像", 1),
        ("A1", "叫什么", 2),
        ("A2", "新在哪、难在哪", 2),
        ("B", "手里有什么", 1),
        ("C", "2027年见分晓的数", 1),
    ]


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("B. 附图（随纸质件一式伍份，A4双面、胶装成册；另备一份存档备查，不再退还）", True),
        ("B. 附图（A4双面）", True),
        ("B. 附图另备一份；不再退还，请贵局在收到之后妥善保管并在评审之后统一销毁", False),
    ],
)
def test_a_note_behind_a_lettered_title(line: str, heads: bool) -> None:
    text = f"揭榜任务书\nA. 手里有什么\n{BODY}{line}\n{BODY}C. 见分晓的数\n{BODY}"
    assert ([number for number, _, _ in _titles(text)] == ["A", "B", "C"]) is heads


def test_codes_of_rows_head_no_chapter() -> None:
    rows = "".join(f"A{at:02d} 第{at}行 内容甲乙丙\n" for at in range(1, 10)).replace(" 第", "第")
    rows += "A10 营业收入 31,280万元\nA11 研发投入 3,065万元\n"
    text = f"揭榜任务书\nA. 登记信息\n{rows}B. 手里有什么\n{BODY}C. 见分晓的数\n{BODY}"
    assert [number for number, _, _ in _titles(text)] == ["A", "B", "C"]


def test_letters_right_before_the_title() -> None:
    text = f"揭榜任务书\nA 任务画像\n{BODY}X射线检测\nB 手里有什么\n{BODY}B端用户两家\nC 见分晓的数\n{BODY}"
    assert [number for number, _, _ in _titles(text)] == ["A", "B", "C"]


def test_a_chapter_may_hold_a_table_or_items() -> None:
    table = "指标 | 现状 | 目标\n时延 | 3秒 | 1秒\n功耗 | 30W | 20W\n"
    text = f"揭榜任务书\nA. 任务画像\n{BODY}B. 攻关目标\n\n{table}\nC. 怎么打\nA. 功耗不超过20W\n一、算力：够用\n{BODY}"
    assert [(number, level) for number, _, level in _titles(text) if number in ("A", "B", "C")] == [
        ("A", 1),
        ("B", 1),
        ("C", 1),
    ]


@pytest.mark.parametrize(
    "marks",
    [
        "Ⅰ ,Ⅱ ,Ⅲ ",
        "I. ,II. ,III. ",
        "C.1 ,C.2 ,C.3 ",
        "甲、,乙、,丙、",
        "Part 1 ,Part 2 ,Part 3 ",
        "模块一　,模块二　,模块三　",
    ],
)
def test_series_that_head_nothing_else(marks: str) -> None:
    lines = zip(marks.split(","), ("任务画像", "技术方案", "怎么打"), strict=True)
    found = _titles("揭榜任务书\n" + "".join(f"{mark}{title}\n{BODY}" for mark, title in lines))
    assert [title for _, title, _ in found] == ["任务画像", "技术方案", "怎么打"]


@pytest.mark.parametrize(
    ("unit", "heads"),
    [
        ("1.单位全称：海岚深潜装备有限公司\n2.注册地址：海州市听涛街21号\n", False),
        ("\n1.单位全称 | 海岚深潜装备有限公司\n2.注册地址 | 海州市听涛街21号\n\n", False),
        ("海岚深潜装备有限公司在海州市听涛街21号，做锚泊浮标二十年，有试验水池一座。\n", True),
    ],
)
def test_groups_of_a_form_are_no_chapters(unit: str, heads: bool) -> None:
    person = "3.项目负责人姓名：孙启明\n4.项目负责人职称：研究员\n" if not heads else BODY
    found = _titles(f"揭榜任务书\n甲、牵头单位\n{unit}乙、项目人员\n{person}丙、怎么打\n{BODY}")
    assert [number for number, _, _ in found if number in ("甲", "乙", "丙")] == (["甲", "乙", "丙"] if heads else [])


def test_parts_of_a_chapter_of_a_series() -> None:
    text = f"揭榜任务书\nC.1 任务画像\n{BODY}C.2 怎么打\nC.2.1 路线\n{BODY}C.2.2 站位\n{BODY}C.3 花费\n{BODY}"
    assert [(number, level) for number, _, level in _titles(text)] == [
        ("C.1", 1),
        ("C.2", 1),
        ("C.2.1", 2),
        ("C.2.2", 2),
        ("C.3", 1),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        f"一、任务画像\n{BODY}Ⅰ 海况\n{BODY}Ⅱ 机组\n{BODY}Ⅲ 花费\n{BODY}",  # below a numbered chapter
        f"Ⅰ 海况\nⅡ 机组\nⅢ 花费\n{BODY}",  # nothing between them
        f"Ⅰ 海况\n{BODY}Ⅲ 机组\n{BODY}Ⅳ 花费\n{BODY}",  # not in order
    ],
)
def test_other_series_head_none(lines: str) -> None:
    assert not any(number in ("Ⅰ", "Ⅱ", "Ⅲ") for number, _, _ in _titles(f"揭榜任务书\n{lines}"))


@pytest.mark.parametrize(
    "lines",
    [
        f"一、证明材料\nA. 营业执照\nB. 审计报告\nC. 检测报告\n{BODY}",  # items below a numbered chapter
        f"A. 营业执照\nB. 审计报告\nC. 检测报告\n{BODY}",  # nothing between them
        f"A. 任务画像\n{BODY}B. 手里有什么\n{BODY}",  # too few
        f"A. 任务画像\n{BODY}C. 手里有什么\n{BODY}D. 怎么打\n{BODY}",  # not in order
        f"A. 任务画像。\n{BODY}B. 手里有什么。\n{BODY}C. 怎么打。\n{BODY}",  # sentences
        f"3. 攻关目标\nA. 算法积累\n{BODY}B. 产线改造\n{BODY}C. 良率方面\n{BODY}",  # items below a title
    ],
)
def test_other_letters_head_none(lines: str) -> None:
    assert not any(number in ("A", "B", "C") for number, _, _ in _titles(f"揭榜任务书\n{lines}"))


@pytest.mark.parametrize(
    ("form", "count"), [("{}", 3), ("~ {} ~", 3), ("— {} —", 3), ("~ {}", 0), ("第{}项", 0), ("~ {} -", 0)]
)
def test_page_numbers_between_marks(form: str, count: int) -> None:
    page = f"{BODY * 6}\n\n"
    text = "".join(f"{page}{form.format(number)}\n\n" for number in (1, 2, 3))
    found = page_numbers(document(text))
    assert [text[line.start : line.end] for line in found] == [form.format(n) for n in (1, 2, 3)][:count]
