"""Chapters whose numbers are skipped, and chapters of an outline that are places to sign."""

from pathlib import Path

import pytest
from documents import document
from written_case import findings

from pipeline.records.submission import build_submission
from pipeline.screening.chapters.other_places import without_other_places
from pipeline.screening.chapters.place_to_sign import place_to_sign
from pipeline.structure import structure
from schemas.evidence import Evidence
from schemas.facts import SectionRecord
from schemas.outline import Role

PAPERS = "四、申报材料\n1.营业执照；\n2.服务台账。\n"
FORM = (
    "奖励申请表\n机构名称\t海岚检测有限公司\t注册资本\t300万元\n单位地址\t海岚市潮汐路8号\t法定代表人\t甲某\n"
    "联系人\t乙某\t职务\t经理\n联系电话\t0599-5000123\t电子邮箱\ta@hailan.example.cn\n"
)
LIST = "附件清单\n1.营业执照\n2.服务台账\n"
TITLES = ("服务方案", "设备条件", "队伍建设", "质量控制", "收费办法", "服务成效", "推广设想")
TEXT = "检测船每周出海三次，报告两日内送达，全年服务船厂八十家，减少停航检修四百余天。"
HAN = "一二三四五六七八九"


def _book(numbers: str, style: str = "{}、") -> str:
    return "".join(f"{style.format(number)}{title}\n{TEXT}\n" for number, title in zip(numbers, TITLES, strict=False))


@pytest.mark.parametrize(
    ("book", "told"),
    [
        (_book("一二三四六七八"), ["第五部分"]),
        (_book("一二四五六七"), ["第三部分"]),
        (_book("一二三四五七"), ["第六部分"]),
        (_book("一二三五六八"), ["第四部分", "第七部分"]),
        (_book("一二三四六七", "第{}章 "), ["第五部分"]),
        (_book("一二三四五六七"), []),
        (_book("一二三四六七") + _book("一二三").replace("方案", "协议"), ["第五部分"]),  # another paper counts anew
        (_book("一二三五"), []),  # too few to be a series
        (_book("二三四五六八"), []),  # does not begin at one
        (_book("一二三四七八九"), []),  # two in a row: counted in another way
        (_book("一二三四六七").replace("六、", "五、收费，见价目表，每次出海两千元起，报告不另收费\n六、", 1), []),
    ],
)
def test_a_number_that_is_skipped(book: str, told: list[str], tmp_path: Path) -> None:
    found = findings(tmp_path, PAPERS, FORM + "服务方案书\n" + book + LIST)
    assert [one.name for one in found if one.kind == "section" and one.counts] == told


OUTLINE = ("海况分析", "机组设计", "实施计划", "安全措施", "推广设想")


@pytest.mark.parametrize(
    ("numbers", "titles", "elsewhere", "answered"),
    [
        ("二三五六", (0, 1, 3, 4), "经费使用计划", False),
        ("二三五六", (0, 1, 3, 4), "年度培训计划", False),
        ("二三五六", (0, 1, 3, 4), "船期计划", False),
        ("二三五六", (0, 1, 3, 4), "实施计划表", True),  # the chapter itself, in another place
        ("二三四五六", (0, 1, 2, 3, 4), "经费使用计划", True),
        ("二三四五", (0, 1, 3, 4), "项目实施计划", True),  # no number is left out
    ],
)
def test_a_like_name_elsewhere_is_no_chapter_left_out(
    numbers: str, titles: tuple[int, ...], elsewhere: str, answered: bool
) -> None:
    asked = [_record(number, title) for number, title in zip("二三四五六", OUTLINE, strict=True)]
    sections = [_record(number, OUTLINE[at]) for number, at in zip(numbers, titles, strict=True)]
    sections.append(_record("一", elsewhere))
    own = {title: at for at, title in enumerate(section.title for section in sections)}
    chosen = [own.get(title, len(sections) - 1) for title in OUTLINE]
    assert (without_other_places(chosen, asked, sections)[2] is not None) is answered


def _record(number: str, title: str) -> SectionRecord:
    spot = Evidence(text=title, page=None, start=0, end=len(title))
    return SectionRecord(
        number=number, title=title, level=1, chars=90, path=(title,), role=Role.TASK_BOOK, evidence=spot
    )


SIGNED = "单位审核意见（负责人签字、盖章）"


@pytest.mark.parametrize(
    ("title", "words", "found"),
    [
        (SIGNED, "申报单位审核意见\n同意申报。\n负责人（签字）：甲某\n", True),
        (SIGNED, "单位审核意见\t同意申报。负责人（签字）：甲某\n", True),
        (SIGNED, "七、审核意见：\n同意申报。（盖章）\n", True),
        (SIGNED, "本单位认真审核了全部材料。\n", False),
        ("专家意见采纳情况", "专家意见采纳情况\n已改用双频探头。\n", False),  # a text, not a place to sign
    ],
)
def test_a_chapter_that_is_a_place_to_sign(title: str, words: str, found: bool) -> None:
    submission = build_submission(
        *structure(document(f"奖励申请书\n一、服务方案\n{TEXT}\n{words}", hard_wrapped=False))
    )
    assert (place_to_sign(submission, title, None) is not None) is found
