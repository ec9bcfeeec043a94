"""Sections, rows and dates that evade what is asked, in whatever words."""

from pathlib import Path

import pytest
from written_case import findings

from pipeline.screening.chapters.lacks import lack_of
from pipeline.screening.chapters.open_rows import open_row
from pipeline.screening.chapters.run_in import run_in
from pipeline.screening.fields.asked_kinds import asked_instead

TEAM = "姓名\t出生年月\t职称\t单位\t分工\n甲某\t1981年3月\t高工\t海岚所\t总体\n{row}\n"


@pytest.mark.parametrize(
    ("row", "open_"),
    [
        ("乙某\t档案存在原单位，不便列示\t工程师\t海岚所\t海试", True),
        ("乙某\t1990年5月\t评聘材料正在走程序，批下来再说\t海岚所\t海试", True),
        ("乙某\t1990年5月\t工程师\t海岚所\t进场后派活", True),
        ("乙某\t1990年5月\t工程师\t海岚所\t开工后再分工", True),
        ("乙某\t1990年5月\t工程师\t海岚所\t签约后另行安排", True),
        ("乙某\t1990年5月\t工程师\t海岚所\t进场后驻守浮标，逐日记录", False),
        ("乙某\t三十六岁\t工程师\t海岚所\t海试", False),
        ("乙某\t1990年5月\t无\t海岚所\t海试", False),
        ("乙某\t1990年5月\t正高级工程师（教授级）\t海岚所\t海试", False),
        ("乙某\t1990年5月\t工程师\t海岚海洋装备检测研究院有限公司\t配合海试、看护", False),
    ],
)
def test_a_row_of_people_left_open(row: str, open_: bool) -> None:
    assert bool(open_row("团队组成\n列出姓名、出生年月、职称、单位和分工", TEAM.format(row=row))) is open_


@pytest.mark.parametrize(
    ("value", "asked"),
    [
        ("年代较久，以法人证书所载为准", "日期"),
        ("见营业执照", "日期"),
        ("以登记机关记载为准", "日期"),
        ("请看登记证", "日期"),
        ("同法人证书", "日期"),
        ("1987年4月（以法人证书为准）", None),
        ("一九八七年", None),
        ("建所之初", None),
        ("无", None),
        ("2001-05-06", None),
    ],
)
def test_a_date_that_is_to_be_looked_up(value: str, asked: str | None) -> None:
    assert asked_instead("成立日期", "成立日期", value) == asked


CHAPTER = "预期目标　定位误差不大于2米。\n组织保障　总工任组长，下设三组。\n问题与对策　{said}\n验收　由海事局组织。\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CHAPTER.format(said="暂未发现明显问题。"), "暂未发现明显问题。"),
        (CHAPTER.replace("　", "：").format(said="暂未发现。"), "暂未发现。"),
        ("（一）预期目标 定位。\n（二）问题与对策 船期紧。\n", "船期紧。"),
        ("1.问题与对策: 船期紧，\n另订备用船。\n2.组织保障: 三组。\n", "船期紧，\n另订备用船。"),
        ("问题与对策　船期紧。", "船期紧。"),
        ("问题与对策见附表。\n", ""),
        ("本节问题与对策 从略。\n", ""),
        ("问题与对策\n", ""),
    ],
)
def test_a_section_at_the_head_of_a_line(text: str, said: str) -> None:
    assert run_in(text, "问题与对策", ["预期目标", "组织保障", "问题与对策", "验收"]) == said


@pytest.mark.parametrize(
    ("title", "guidance", "text", "lacks"),
    [
        ("创新点", "", "海缆检测大家都在做，我们也就是照着做，谈不上有什么新东西，这一节就不勉强写了。", True),
        (
            "组织保障",
            "攻关团队、组织方式",
            "公司上下高度重视，将举全公司之力推进，人财物全力保障，确保万无一失。",
            True,
        ),
        ("推广计划", "", "卖给谁、卖多少现在说什么都早，等做出来看行情再讲吧。", True),
        ("收益分配", "", "几家都是老朋友，分钱的事到时候好商量，不必写在纸上。", True),
        ("研究基础", "", "我们的底子同行都知道，这里就不自夸了。", True),
        (
            "风险与应对措施",
            "",
            "主要风险有：一是船期紧张，试验可能拖后；二是进口接头价格偏高。这些都不是我们能左右的，走一步看一步吧。",
            True,
        ),
        ("对难题的理解", "讲清国内外现状", "海缆年均断4次。至于国外同行做到哪一步，各位专家比我们清楚，从略。", True),
        ("现状", "国内外水平对比", "我们做到12米。别家的装置什么水平，各有各的说法，我们不好评头论足。", True),
        ("团队", "列出成员和分工", "负责人乙某，高工。其余八人待立项文件下来再从各车间抽调，名单届时补报。", True),
        ("创新点", "", "把应变和温度的两路光放在一根缆里解调，省去参考光纤，定位误差减半。", False),
        (
            "组织保障",
            "攻关团队、组织方式",
            "总工任组长，下设光路、结构、海试三组，每周一例会，遇分歧由总工裁定。",
            False,
        ),
        ("推广计划", "", "先在两家海缆运维公司试用，再由省电力公司列入年度采购目录。", False),
        ("收益分配", "", "专利由两家共有，许可收入按出资比例分，论文署名按贡献排序。", False),
        (
            "风险与应对措施",
            "",
            "主要风险有：一是船期紧张，试验可能拖后，已另订备用船；二是进口接头价格偏高，改用国产接头。",
            False,
        ),
        (
            "对难题的理解",
            "讲清国内外现状",
            "海缆年均断4次。国外同行多用声呐巡检，浑水里看不清；国内尚无成熟装备。",
            False,
        ),
        ("团队", "列出成员和分工", "负责人乙某，高工。其余八人均为本所职工，名单见表4，驻船人员由公司派出。", False),
    ],
)
def test_a_section_that_evades_in_whatever_words(title: str, guidance: str, text: str, lacks: bool) -> None:
    assert bool(lack_of(title, guidance, text, 10)[0]) is lacks


LINES = ("申报方向", "单位名称", "协作单位", "试验场地", "申请补助（万元）", "实施期限")
ANSWERS = ("浮标平台", "海岚深潜装备有限公司", "{partner}", "{site}", "180", "2026年8月至2028年1月")
CALL = "一、申报材料\n申报表。\n附件1\n海上平台申报表\n" + "".join(f"{label}\n＿＿＿＿＿＿＿＿\n" for label in LINES)


@pytest.mark.parametrize(
    ("partner", "site", "empty"),
    [
        ("", "海岚市三号码头", {"协作单位"}),
        ("海岚大学", "海岚市三号码头", set()),
        ("无", "海岚市三号码头", set()),
        ("海岚试验场地管理公司", "海岚市三号码头", set()),
    ],
)
def test_an_empty_line_into_which_the_next_label_runs(partner: str, site: str, empty: set[str], tmp_path: Path) -> None:
    answers = [one.format(partner=partner, site=site) for one in ANSWERS]
    lines = (f"{label}\n{answer}\n" if answer else f"{label}\n" for label, answer in zip(LINES, answers, strict=True))
    found = findings(tmp_path, CALL, "海上平台揭榜申报表\n" + "".join(lines))
    assert {one.name for one in found if one.kind == "form_field" and one.counts} == empty
