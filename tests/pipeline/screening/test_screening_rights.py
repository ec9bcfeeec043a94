"""Whose the intellectual property is, and how many people do research: what the text says against what is declared."""

from pathlib import Path

import pytest
from written_case import statuses

CALL = (
    "一、申报条件\n1. 申报单位拥有所申报产品的知识产权。\n二、申报材料\n申报书。\n附件\n海上平台揭榜挂帅申报书\n"
    "单位名称\t\t研发人员人数\t\n项目名称\t\t联系电话\t\n项目方案\n（一）现有基础\n（二）其他事项\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t研发人员人数\t96\n项目名称\t浮标平台\t联系电话\t0599-5000123\n"
    "项目方案\n（一）现有基础\n{basis}\n（二）其他事项\n{rights}\n承诺书\n本单位承诺所报材料真实，拥有产品的知识产权。\n"
    "法定代表人（签字）：孙某某\n单位（盖章）\n2026年5月6日\n"
)
BASIS, OWN = "公司设有湿热试验室。", "产品由本公司自主开发，知识产权归公司所有。"


@pytest.mark.parametrize(
    ("rights", "status"),
    [
        (OWN, "met"),
        ("平台的软件著作权归参与单位蓝湾软件有限公司所有，我单位取得非独占使用许可。", "invalid"),
        ("控制核心的专利权属于外方股东，本公司依据协议在境内享有使用权，许可期五年。", "invalid"),
        ("模型主干由境外企业提供，著作权和专利权均归许可方，我公司只有使用权。", "invalid"),
        ("本产品核心专利由海岚大学持有，尚未办理转让。", "invalid"),
        ("产品的著作权及发明专利均登记在海岚大学名下，公司依据许可协议使用。", "invalid"),
        ("平台所用底座来自北方甲公司，底座的著作权和专利均归对方，我公司只取得三年期非独占使用许可。", "invalid"),
        ("平台的知识产权全部归蓝湾软件有限公司所有，我单位仅取得为期三年的使用与集成授权。", "invalid"),
        ("产品所用操作系统来自乙公司，著作权归对方所有，我公司取得使用许可。", "met"),
        ("底座所用的对齐引擎系向境外股东许可使用，著作权归许可方所有，本公司只享有使用权。", "invalid"),
        ("产品所用操作系统由乙公司开发，其著作权归乙公司所有，我单位取得使用许可。", "met"),
        ("产品的著作权归甲方所有，许可各方使用。", "met"),  # a party of the consortium
        ("该产品的专利曾被竞争对手起诉，法院已判决我单位不侵权。", "met"),
        ("项目实施前各方已有的知识产权归各自所有，本任务使用时另行许可。", "met"),
        ("合作单位的背景专利归其所有，本单位获得使用许可。", "met"),
        ("产品的知识产权归海岚深潜所有，许可合作单位使用。", "met"),  # its own short name
        ("产品所用操作系统的著作权归蓝湾公司所有，我单位已取得商业使用许可。", "met"),  # a part that is bought
        ("产品的知识产权由联合体所有，成员单位享有使用权。", "met"),
        ("产品的知识产权归我单位所有，许可高校在教学中使用。", "met"),
        ("系统由许可方提供，本项目中形成的改进成果归许可方所有，我公司对申报产品不拥有知识产权。", "invalid"),
        ("我公司尚未取得该平台的著作权。", "invalid"),
        ("平台由境外公司授权使用，我公司没有该技术的知识产权。", "invalid"),
        ("产品核心算法权属纠纷正在诉讼中，公司目前尚未取得知识产权。", "invalid"),
        ("所申报技术的核心源自境外一家公司，产权在对方手里，我们拿到的是按年续费的使用许可。", "invalid"),
        ("本平台核心算法的专利权人为海岚大学，我公司取得普通使用许可。", "invalid"),
        ("产品底层软件系引进，著作权不归我公司，按年付费使用。", "invalid"),
        ("平台的核心专利掌握在蓝湾公司手中，公司凭授权使用。", "invalid"),
        ("产品核心专利的专利权人均为本公司，已许可合作单位使用。", "met"),
        ("产品的著作权在本公司名下，用户按年付费使用。", "met"),
        ("通信模组向蓝湾公司采购，模组所用协议栈的专利在蓝湾公司手里，已取得使用许可。", "met"),
        ("产品专利不在质押状态，产权在我公司手里，许可合作单位使用。", "met"),
        ("本产品不侵犯他人权利，公司不拥有第三方组件的著作权。", "met"),
        ("如公司不拥有产品的知识产权，愿承担责任。", "met"),
        ("产品所用操作系统为采购所得，公司不拥有产品所用操作系统的著作权。", "met"),
    ],
)
def test_rights_in_the_work(tmp_path: Path, rights: str, status: str) -> None:
    found = statuses(tmp_path, CALL, PART.format(basis=BASIS, rights=rights))
    assert [s for name, s in found.items() if "知识产权" in name] == [status]


@pytest.mark.parametrize(
    ("basis", "clash"),
    [
        (BASIS, False),
        ("公司现有研发人员96人。", False),
        ("公司现有研发人员118人。", True),
        ("公司现有118名研发人员。", True),
        ("在人员投入方面，研究院现有研发人员118人。", True),
        ("全公司241人，研发岗位118人。", True),
        ("团队：研发人员118人，其中博士7人。", True),  # more than the applicant has
        ("团队：研发人员30人，其中博士7人。", False),  # some of them
        ("合作单位团队有研发人员118人。", False),
        ("项目建成后，公司研发人员达到150人。", False),
        ("项目团队由两家单位组成，研发人员共118人。", False),
    ],
)
def test_staff_of_the_form_and_of_the_text(tmp_path: Path, basis: str, clash: bool) -> None:
    found = statuses(tmp_path, CALL, PART.format(basis=basis, rights=OWN))
    assert (found.get("研发人员人数") == "invalid") is clash
