"""Chapters of the applicant's own, in a call without an outline: what their titles announce."""

from pathlib import Path

import pytest
from written_case import findings

from extractors.notice.asked_chapters import asked_chapters
from pipeline.reading import DEFAULT_OPTIONS, read
from pipeline.screening.chapters.asks import unanswered
from pipeline.screening.chapters.evasions import evades
from pipeline.screening.chapters.lacks import short_of
from pipeline.structure import structure

PAPERS = "四、申报材料\n1.营业执照；\n2.服务台账。\n"
FORM = (
    "奖励申请表\n机构名称\t海岚检测有限公司\t注册资本\t300万元\n单位地址\t海岚市潮汐路8号\t法定代表人\t甲某\n"
    "联系人\t乙某\t职务\t经理\n联系电话\t0599-5000123\t电子邮箱\ta@hailan.example.cn\n"
)
LIST = "附件清单\n1.营业执照\n2.服务台账\n"
RISKS = "技术上，声呐在浑水里回波弱；市场上，船东付款慢；人员上，潜员流动大。"


@pytest.mark.parametrize(
    ("title", "words", "lacks"),
    [
        ("风险与应对", f"{RISKS}以上情况客观存在，各方均已知悉。", True),
        ("可能遇到的困难和办法", f"{RISKS}这些困难目前都还没有想到办法。", True),
        ("风险与对策", "任何检测都有风险，我们将未雨绸缪、精心组织，遇到什么问题就解决什么问题，确保万无一失。", True),
        ("风险与应对", "声呐在浑水里回波弱，改用双频探头；船东付款慢，先收三成定金。", False),
        ("风险分析", RISKS, False),
        ("风险与应对措施", "声呐回波弱：换双频探头。潜员流动大：签三年合同。", False),
        ("进度", "前期：改装探头。\n中期：试航。\n后期：送检、交付。\n各期起止视上一期情况再商定，不预设年月。", True),
        ("进度安排", "第一阶段（资金到位后启动）改装探头；第二阶段（接上阶段，时长待议）试航；最后交付。", True),
        ("进度", "前期（三个月）改装探头；中期到明年底试航；后期送检、交付。", False),
        ("技术路线与进度", "第一季度改装探头，其后试航，入冬前交付给船厂使用。", False),
        ("实施进度", "T+1改装探头，T+5试航，T+9交付给船厂使用并培训潜员。", False),
        ("时间与分工", "2026年6月前改装探头 乙某\n2026年12月前试航、送检、交付 丙某", False),
        ("经费", "各科目如何开支，待入选后由财务部会同各参加单位商量编制，随任务书一并报送。", True),
        ("经费", "探头60万元，租船40万元，检测20万元，由财务部按季度编制用款计划。", False),
        ("工作基础", "略，请见公司网站。", True),
        ("工作基础", "已检测船底七百余次，方法登在公司网站上，船东可查。", False),
        ("应用前景", "本项目意义深远，前景十分广阔，必将有力促进提质增效，可复制、可推广，值得大力支持。", True),
        ("应用前景", "东海沿岸有船坞两百余座，验收后先在其中八十座推广。", False),
        ("推荐意见", "同意推荐，值得大力支持，前景广阔。", False),
    ],
)
def test_what_a_chapter_of_ones_own_lacks(title: str, words: str, lacks: bool, tmp_path: Path) -> None:
    plan = f"一、服务方案\n检测船每周出海三次，报告两日内送达。\n二、{title}\n{words}\n"
    plan += "三、效益\n年服务船厂八十家，减少停航检修四百余天。\n"
    found = findings(tmp_path, PAPERS, FORM + plan + LIST)
    told = [one for one in found if one.kind == "section" and one.status in ("missing", "insufficient")]
    assert [one.name for one in told] == ([title] if lacks else [])


@pytest.mark.parametrize(
    ("title", "guidance", "text", "lack"),
    [
        (
            "进度安排",
            "按阶段列出起止时间",
            "1；立项后启动；总体设计\n2；视首笔资金到账情况；试制\n3；接上一阶段；示范",
            True,
        ),
        ("进度安排", "按阶段列出起止时间", "1；第1—3个月；总体设计\n2；其后半年；试制\n3；采茶季；示范", False),
        ("攻关计划", "时间进度、阶段性任务", "第一阶段（春季）完成样机，第二阶段（秋季）上船试用。", False),
        (
            "攻关计划",
            "时间进度、阶段性任务",
            "第一阶段完成样机，深度不低于2025米；上一期成果移交；投入1200万元。",
            True,
        ),
        ("相关进展", "现有技术水平（对比国际先进水平）", "近两年接待参观六十余批次，承办沙龙四场，口碑良好。", True),
        (
            "相关进展",
            "现有技术水平（对比国际先进水平）",
            "挪威同类装置作业水深六百米，我们已到四百米，差两百米。",
            False,
        ),
    ],
)
def test_what_a_section_leaves_unanswered(title: str, guidance: str, text: str, lack: bool) -> None:
    assert bool(short_of(title, guidance, text)[0]) is lack
    assert any(ask.sure for ask in unanswered(title, guidance, text)) is lack


@pytest.mark.parametrize(
    ("words", "evasive"),
    [
        ("各科目如何开支，待入选后由财务部会同各参加单位商量编制，随任务书一并报送。", True),
        ("科目明细待入围后与合作方商议。", True),
        ("等入围以后请会计师事务所帮我们编制。", True),
        ("资金到位后由财务部编制月度用款计划，报领导小组审批。", False),
        ("样品待冷却至室温后由检验员编号。", False),
        ("探头与电池同时送检。", False),
    ],
)
def test_what_is_drawn_up_later(words: str, evasive: bool) -> None:
    assert evades(words, 60) is evasive


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("申报书载明所选方向、单位名称、统一社会信用代码、注册地址、法定代表人。", []),
        ("申报书写明单位名称、联系人、联系电话、邮箱。", []),
        ("申报书写明项目背景、技术路线、进度安排、经费预算。", ["项目背景", "技术路线", "进度安排", "经费预算"]),
        (
            "申报书应当包括单位概况、技术路线、项目负责人及团队、经费预算。",
            ["单位概况", "技术路线", "项目负责人及团队", "经费预算"],
        ),
    ],
)
def test_labels_of_a_form_are_no_chapters(words: str, titles: list[str], tmp_path: Path) -> None:
    path = tmp_path / "call.txt"
    path.write_text(f"海岚市揭榜挂帅通知\n各有关单位：\n三、申报材料\n{words}\n", encoding="utf-8")
    made = structure(read(path, options=DEFAULT_OPTIONS))
    assert [one.title for one in asked_chapters(*made)] == titles


def test_a_list_of_papers_below_is_no_part_of_the_chapter(tmp_path: Path) -> None:
    words = f"一、风险与应对\n{RISKS}以上情况客观存在。\n丁、附件\n附件1 审计报告，拟于装订时列入，另备一份\n"
    found = findings(tmp_path, PAPERS, FORM + words)
    assert [one.name for one in found if one.kind == "section" and one.status == "insufficient"] == ["风险与应对"]
