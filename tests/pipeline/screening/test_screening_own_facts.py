"""What an application says of its applicant and its leader twice: in the form, in sentences and in its papers."""

from pathlib import Path

import pytest
from written_case import findings

CALL = (
    "一、申报材料\n申报书及证明材料。\n二、申报时间\n申报截止时间为2026年6月30日。\n"
    "附件\n海上平台揭榜挂帅申报书\n"
    "单位名称\t\t统一社会信用代码\t\n注册地址\t\n法定代表人\t\t注册资本（万元）\t\n揭榜负责人\t\t职务\t\n参与单位\t\n"
    "单位简介\t\n项目方案\n（一）现有基础\n（二）组织实施\n证明材料\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t统一社会信用代码\t91310104MA1FR6E70E\n"
    "注册地址\t海岚省望澄市听涛街21号\n法定代表人\t纪闻舟\t注册资本（万元）\t3000\n揭榜负责人\t纪闻舟\t职务\t总工程师\n"
    "参与单位\t{partners}\n"
    "单位简介\t海岚深潜装备有限公司成立于2015年3月，主营水下机器人。\n项目方案\n（一）现有基础\n公司设有湿热试验室。{basis}\n"
    "（二）组织实施\n项目分三个阶段推进，按月检查。{team}\n证明材料\n1. 高新技术企业证书\n2. {papers}\n"
)
CAPITAL, FOUNDED, LEGAL = "注册资本", "成立时间", "法定代表人"
CODE, PLACE, LEADER = "统一社会信用代码", "注册地址", "项目负责人"


def told(folder: Path, **words: str) -> set[str]:
    """The names under which the application contradicts itself."""
    parts = {"partners": "无", "basis": "", "team": "", "papers": "营业执照副本"} | words
    found = findings(folder, CALL, PART.format(**parts))
    return {one.name for one in found if one.kind == "consistency" and one.status == "invalid"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ({"papers": "营业执照副本（注册资本贰仟万元整，法定代表人纪闻舟）"}, CAPITAL),
        ({"papers": "营业执照（注册资本叁仟万元整，法定代表人纪闻舟，成立日期2015年3月9日）"}, None),
        ({"papers": "公司章程，载明注册资金为人民币贰仟伍佰万圆整"}, CAPITAL),
        ({"papers": "企业信用信息公示报告（注册资本2000万人民币）"}, CAPITAL),
        ({"basis": "公司注册资金两千万元。"}, CAPITAL),
        ({"basis": "公司现有注册资本0.2亿元。"}, CAPITAL),
        ({"basis": "公司2022年增资后注册资本金为2000万元。"}, CAPITAL),
        ({"basis": "公司注册资本0.3亿元。"}, None),
        ({"basis": "公司成立时注册资本500万元，现注册资本3000万元。"}, None),
        ({"basis": "公司注册资本500万元，2021年增资至3000万元。"}, None),
        ({"basis": "控股股东海岚海工集团有限公司注册资本贰亿元。"}, None),
        ({"basis": "合作单位注册资本800万元，经营正常。"}, None),
        ({"basis": "公司服务注册资本500万元以上的企业30家。"}, None),
        ({"papers": "合作协议（乙方望澄甲板机械有限公司，注册资本贰佰万元整，法定代表人卞一鸣）"}, None),
        ({"papers": "营业执照副本（成立日期2016年5月9日）"}, FOUNDED),
        ({"papers": "营业执照复印件（2016-05-09成立）"}, FOUNDED),
        ({"basis": "公司有水池2座，自2016年11月公司成立以来积累的图纸有2300张。"}, FOUNDED),
        ({"basis": "自2013年创立以来，公司累计服务客户300家。"}, FOUNDED),
        ({"basis": "公司于二〇一三年四月成立。"}, FOUNDED),
        ({"papers": "营业执照，载明公司成立于2013年4月18日"}, FOUNDED),
        ({"basis": "自2013年5月起，公司正式成立并运营。"}, FOUNDED),
        ({"basis": "我公司始建于2013年，是省内较早的企业。"}, FOUNDED),
        ({"basis": "公司二〇一五年三月注册成立。"}, None),
        ({"basis": "公司2019年成立研究院，前身为2009年成立的维修队。"}, None),
        ({"basis": "海岚大学海洋学院成立于1985年。"}, None),
        ({"basis": "2021年，公司在望澄成立客服中心。"}, None),
        ({"basis": "公司于2022年3月改制成立股份公司。"}, None),
        ({"papers": "分公司营业执照（成立日期2021年5月6日）"}, None),
        ({"papers": "营业执照副本（法定代表人卞一鸣，注册资本叁仟万元整）"}, LEGAL),
        ({"basis": "公司法定代表人卞一鸣，长期从事水下装备研究。"}, LEGAL),
        ({"papers": "法定代表人卞一鸣身份证复印件"}, LEGAL),
        ({"papers": "营业执照（法人：卞一鸣）"}, LEGAL),
        ({"team": "由法定代表人卞一鸣任领导小组组长。"}, LEGAL),
        ({"papers": "营业执照（名称：海岚深海装备有限公司）"}, "单位名称"),
        ({"papers": "营业执照（名称：海岚深潜装备有限公司）"}, None),
        ({"papers": "合作方营业执照（名称：望澄甲板机械有限公司）"}, None),
        ({"basis": "2022年6月法定代表人由卞一鸣变更为纪闻舟。"}, None),
        ({"basis": "法定代表人牵头成立领导小组，亲自督办。"}, None),
        ({"papers": "营业执照（统一社会信用代码91310115MA1K3ABC2C）"}, CODE),
        ({"papers": "协议（乙方望澄松鹤护理院，统一社会信用代码52970311MJ4T61RX0C）"}, None),
        ({"papers": "营业执照（住所：海岚省望澄市观澜路18号）"}, PLACE),
        ({"papers": "营业执照（住所：望澄市听涛街21号3幢）"}, None),
        ({"basis": "公司2023年由观澜路18号迁至现住所。"}, None),
        ({"team": "由揭榜负责人卞一鸣担任组长。"}, LEADER),
        ({"team": "卞一鸣任组长兼揭榜负责人。"}, LEADER),
        ({"team": "本任务的负责人是卞一鸣。"}, LEADER),
        ({"basis": "揭榜负责人资质及工作经验：卞一鸣，副教授，从事深潜研究14年。"}, LEADER),
        ({"papers": "揭榜负责人卞一鸣学历学位证书"}, LEADER),
        ({"team": "揭榜负责人负总责，揭榜负责人章程另定。"}, None),
        ({"team": "原揭榜负责人卞一鸣已退休。"}, None),
        ({"team": "揭榜负责人为第一责任人，技术负责人卞一鸣协助。"}, None),
    ],
)
def test_facts_told_twice(words: dict[str, str], name: str | None, tmp_path: Path) -> None:
    assert told(tmp_path, **words) == ({name} if name else set())


OWN_PAPER = (
    "名称：海岚深潜装备有限公司\n统一社会信用代码：91310104MA1FR6E70E\n类型：有限责任公司\n法定代表人：纪闻舟\n"
    "注册资本：叁仟万元整\n成立日期：2015年3月9日\n住所：望澄市听涛街21号\n登记机关：望澄市市场监督管理局\n"
)
OTHER_PAPER = (
    "名称：泰澜缆索有限公司\n统一社会信用代码：91310115MA1K3ABC2K\n类型：有限责任公司\n法定代表人：卞一鸣\n"
    "注册资本：伍佰万元整\n成立日期：2011年5月19日\n住所：泰澜市观澜路18号\n登记机关：泰澜市场监督管理局\n"
)
CODE_FIRST = "统一社会信用代码：91310115MA1K3ABC2K\n名称：{}\n类型：有限责任公司\n法定代表人：{}\n"
TWO = "合同\n甲方：观澜港务集团\n法定代表人：{}\n统一社会信用代码：{}\n乙方：海岚深潜装备有限公司\n法定代表人：{}"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ({"papers": "营业执照\n附件1 牵头单位\n" + OWN_PAPER + "附件2 联合单位\n" + OTHER_PAPER}, None),
        ({"papers": "营业执照\n" + OTHER_PAPER + OWN_PAPER}, None),
        ({"papers": "营业执照\n" + OTHER_PAPER.replace("\n", "；") + "\n" + OWN_PAPER.replace("\n", "；")}, None),
        ({"papers": "营业执照\n" + OWN_PAPER + CODE_FIRST.format("泰澜缆索有限公司", "卞一鸣")}, None),
        ({"papers": "营业执照\n" + CODE_FIRST.format("海岚深潜装备有限公司", "纪闻舟")}, CODE),
        ({"papers": "营业执照\n" + OWN_PAPER.replace("纪闻舟", "鲁大山") + OTHER_PAPER}, LEGAL),
        ({"papers": "营业执照（登记机关：望澄市市场监督管理局；法定代表人：卞一鸣）"}, LEGAL),
        ({"papers": "法人证书（统一社会信用代码12370000495571303U）"}, None),
        ({"papers": "检测报告，统一社会信用代码91310115MA1K3ABC2K，检验检测专用章"}, None),
        ({"papers": "检测报告（委托单位海岚深潜装备有限公司，统一社会信用代码91310115MA1K3ABC2K）"}, CODE),
        ({"papers": TWO.format("卞一鸣", "91310115MA1K3ABC2K", "纪闻舟")}, None),
        ({"papers": TWO.format("卞一鸣", "91310115MA1K3ABC2K", "鲁大山")}, LEGAL),
        ({"papers": "销售合同，买方法定代表人：卞一鸣，注册资本800万元"}, None),
        ({"basis": "样机在望澄市海洋监测站试用。其法定代表人卞一鸣到场。"}, None),
        ({"basis": "公司由望澄资本参股，该公司注册资本2亿元，法定代表人卞一鸣。"}, None),
        ({"basis": "公司实缴注册资本2000万元。"}, None),
        ({"team": "法定代表人签字：纪闻舟。"}, None),
        ({"team": "法定代表人或授权代表（签字）：卞一鸣"}, None),
    ],
)
def test_whose_a_fact_is(words: dict[str, str], name: str | None, tmp_path: Path) -> None:
    assert told(tmp_path, **words) == ({name} if name else set())


ALONE, PARTNERS = "无", "胶东理工大学、泰澜缆索有限公司"


@pytest.mark.parametrize(
    ("partners", "said", "wrong"),
    [
        (ALONE, "胶东理工大学海洋学院与计算机学院参与本项目。", True),
        (ALONE, "泰澜缆索有限公司参与本任务，承担缆索试制。", True),
        (ALONE, "我公司与胶东理工大学组成联合体。", True),
        (ALONE, "我公司联合泰澜缆索有限公司、胶东理工大学共同申报本项目。", True),
        (ALONE, "本项目由我公司牵头，胶东理工大学参与。", True),
        (ALONE, "联合体成员包括泰澜缆索有限公司。", True),
        (ALONE, "海岚深潜装备有限公司负责整机；泰澜缆索有限公司负责缆索。", True),
        (ALONE, "公司不与其他单位联合申报。", False),
        (ALONE, "公司与胶东理工大学共建海洋工程联合实验室。", False),
        (ALONE, "委托泰澜检测有限公司承担第三方测试。", False),
        (ALONE, "曾与胶东理工大学联合揭榜省级任务。", False),
        (ALONE, "我公司与胶东理工大学联合申报发明专利5项。", False),
        (ALONE, "我公司与胶东理工大学共同承担项目12项。", False),
        (ALONE, "公司长期合作单位包括胶东理工大学、泰澜缆索有限公司。", False),
        (ALONE, "两家试点医院参与本任务的应用验证。", False),
        (ALONE, "公司研发中心、质量部共同参与本任务。", False),
        (ALONE, "望澄分公司参与本任务。", False),
        (PARTNERS, "观澜造船研究院参与本任务。", True),
        (PARTNERS, "胶东理工大学海洋学院参与本任务。", False),
        (PARTNERS, "泰澜公司参与本任务。", False),
        (PARTNERS, "由我公司牵头，胶东理工大学、泰澜缆索有限公司参与。", False),
    ],
)
def test_who_takes_part(partners: str, said: str, wrong: bool, tmp_path: Path) -> None:
    assert told(tmp_path, partners=partners, team=said) == ({"参与单位"} if wrong else set())


MONEY_CALL = CALL.replace(
    "参与单位\t\t\n", "单位人数\t\t研发人员人数\t\n整体业务收入（万元）\t\t研发投入（万元）\t\n自筹资金（万元）\t\n"
)
MONEY_PART = PART.replace(
    "参与单位\t{partners}\n",
    "单位人数\t204\t研发人员人数\t74\n整体业务收入（万元）\t6420.50（2025年度，证明见附件1）\t研发投入（万元）\t812.60\n自筹资金（万元）\t600\n",
).replace("海上平台揭榜挂帅申报书\n", "海上平台揭榜挂帅申报书\n申报日期：2026年5月20日\n", 1)
INCOME, SPENT, OWN = "整体业务收入", "研发投入", "自筹资金"
RATE = "声呐定位误差"


@pytest.mark.parametrize(
    ("papers", "name"),
    [
        ("2025年度审计报告（海会审字〔2026〕第052号），营业收入6024.50万元", INCOME),
        ("2025年度财务报表，营业收入为64,205,000元", None),
        ("2024年度审计报告，营业收入5100万元；2025年度审计报告，营业收入6420.5万元", None),
        ("2025年度审计报告，营业收入6420.5万元，其中声呐业务收入900万元", None),
        ("2025年度利润表（单位：万元）\n项目\t2025年度\n营业收入\t6240.50\n营业成本\t4100", INCOME),
        ("2025年度利润表（单位：万元）\n项目\t2025年度\t2024年度\n营业收入\t6420.50\t5100", None),
        ("海岚海工集团有限公司2025年度利润表（单位：万元）\n项目\t2025年度\n营业收入\t86420", None),
        ("研发费用审计报告\n研发费用项目\t2025年度（万元）\n人员人工\t400\n合计\t712.60", SPENT),
        ("2025年研发费用辅助账；汇总表及明细，合计712.6万元", SPENT),
        ("2025年度研发投入台账，总额812.60万元", None),
        ("2025年研发费用辅助账；声呐项目明细，其中材料费合计112.6万元", None),
        ("集团2025年度合并审计报告，营业收入86420万元", None),
        ("2025年度研发费用专项审计报告（海会专字〔2026〕第18号，712.60万元）", SPENT),
        ("2025年度研发费用专项审计报告，审定研发费用912.6万元", SPENT),
        ("2025年度研发费用专项审计报告，声呐研发投入300万元", None),
        ("研发人员名册（57人）", "研发人员人数"),
        ("2026年3月参保人数证明（141人）、研发人员名单（74人）", "单位人数"),
        ("2026年3月社保缴纳人数证明（204人）", None),
        ("2026年3月社保缴纳人数证明（190人，另有退休返聘14人）", None),
        ("项目组研发人员名单（22人）", None),
        ("自筹资金来源证明：从存款中划出460万元作为榜题一的全部自筹资金", OWN),
        ("自筹资金承诺函（承诺投入自筹资金560万元）", OWN),
        ("出资说明：安排600万元用于本项目自筹经费", None),
        ("银行存款证明，余额1735万元", None),
        ("自筹资金证明：首期划出150万元作为本项目自筹资金", None),
        ("声呐样机检测报告（编号SN-12），结论为声呐定位误差3.4米", RATE),
        ("声呐样机测试报告（声呐定位误差：2.8米）", RATE),
        ("声呐样机检测报告，测得声呐定位误差为1.38米", None),
        ("声呐样机检测报告（标准要求声呐定位误差不大于3米，合格）", None),
        ("声呐样机检测报告（强流条件下声呐定位误差2.9米）", None),
        ("竞品对照测试：声呐定位误差2.6米", None),
    ],
)
def test_papers_against_form_and_text(papers: str, name: str | None, tmp_path: Path) -> None:
    basis = "目前声呐定位误差1.4米。"
    part = MONEY_PART.format(basis=basis, team="", papers=papers)
    found = findings(tmp_path, MONEY_CALL, part)
    clashes = {one.name for one in found if one.kind == "consistency" and one.status == "invalid"}
    assert clashes == ({name} if name else set())


@pytest.mark.parametrize(
    ("basis", "name"),
    [
        ("人才与团队：公司现有员工204人，其中研发人员47人，博士3人。", "研发人员人数"),
        ("公司拥有一支47人的研发队伍。", "研发人员人数"),
        ("公司科研人员47人，其中博士3人。", "研发人员人数"),
        ("公司现有职工204名，其中从事研发工作的47名。", "研发人员人数"),
        ("团队基础：我公司有研发人员47名。", "研发人员人数"),
        ("公司现有在职职工240余人。", "单位人数"),
        ("公司现有在职职工200余人。", None),
        ("攻关团队：公司研发人员12人、大学教师3人。", None),
        ("声呐组研发人员16人，结构组研发人员18人。", None),
        ("研发人员74人中，47人具有硕士以上学历。", None),
        ("公司现有员工204人，其中生产人员130人、研发人员74人。", None),
    ],
)
def test_people_in_form_and_text(basis: str, name: str | None, tmp_path: Path) -> None:
    found = findings(tmp_path, MONEY_CALL, MONEY_PART.format(basis=basis, team="", papers="营业执照"))
    clashes = {one.name for one in found if one.kind == "consistency" and one.status == "invalid"}
    assert clashes == ({name} if name else set())


PRICED_CALL = (
    "一、申报材料\n应征方案。\n二、申报时间\n截止时间为2026年6月30日。\n附件\n应征方案\n应征单位全称\t\n含税报价总额\t\n"
    "法定代表人\t\n一、思路\n二、费用与报价明细\n三、其他\n"
)
PRICED = (
    "海况监测应征方案\n应征单位全称：海岚深潜装备有限公司\n含税报价总额：{price}\n法定代表人：纪闻舟\n一、思路\n先布放浮标，后接入平台。\n"
    "二、{title}\n序号 | 项目 | 金额（万元）\n1 | 浮标 | 88\n2 | 平台 | 60\n3 | 安装 | 40\n"
    " | {total} | 188\n三、其他\n{more}\n"
)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ({"price": "198万元"}, True),
        ({"price": "1980000元", "title": "报价及费用构成"}, True),
        ({"price": "198万元", "title": "分项价格表", "total": "总计"}, True),
        ({"price": "198万元", "title": "费用明细"}, True),
        ({"more": "以上合计198万元，为含税总报价。"}, True),
        ({}, False),
        ({"more": "备件报价另计12万元，不含在总价内。"}, False),
        ({"more": "同类产品市场报价260万元。"}, False),
    ],
)
def test_price_against_its_parts(words: dict[str, str], wrong: bool, tmp_path: Path) -> None:
    parts = {"price": "188万元", "title": "费用与报价明细", "total": "合计（含税）", "more": "无。"} | words
    found = findings(tmp_path, PRICED_CALL, PRICED.format(**parts))
    assert any(one.kind == "consistency" and one.status == "invalid" for one in found) is wrong
