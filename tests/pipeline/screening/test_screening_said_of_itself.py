"""What an application says of its applicant and its leader against the conditions of the call."""

from pathlib import Path

import pytest
from written_case import statuses

CALL = (
    "一、申报条件\n1. 申报单位（联合申报的指牵头单位）须为在海岚省境内登记注册、具有独立法人资格的企业。\n"
    "2. 项目负责人须为申报单位在职人员。\n3. 近三年未发生较大及以上生产安全事故，未被列入严重失信主体名单。\n"
    "4. 项目组固定成员不少于10人，其中具有高级职称的不少于3人。\n5. 申报材料不得涉及国家秘密。\n"
    "6. 住所地不限。\n二、申报材料\n申报书。\n三、申报时间\n申报截止时间为2026年6月30日。\n"
    "附件\n海上平台揭榜挂帅申报书\n"
    "单位名称\t\t注册地址\t\n项目负责人\t\t职务\t\n单位简介\t\n项目方案\n（一）现有基础\n（二）组织实施\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t注册地址\t{address}\n项目负责人\t纪闻舟\t职务\t{post}\n"
    "单位简介\t{profile}\n项目方案\n（一）现有基础\n{basis}\n（二）组织实施\n{team}\n"
)
WORDS = {
    "address": "海岚省望澄市听涛街21号",
    "post": "总工程师",
    "profile": "海岚深潜装备有限公司成立于2015年3月，主营水下机器人。",
    "basis": "公司设有湿热试验室。",
    "team": "项目负责人纪闻舟为公司在职总工程师。",
}
PLACE, LEGAL = "申报单位（联合申报的指牵头单位）须为在海岚省境内登记注册", "具有独立法人资格的企业"
LEADER, ACCIDENT = "项目负责人须为申报单位在职人员", "近三年未发生较大及以上生产安全事故"
RECORD, SECRET = "未被列入严重失信主体名单", "申报材料不得涉及国家秘密"
FIXED, SENIOR = "项目组固定成员不少于10人", "具有高级职称的不少于3人"
US = "海岚深潜装备有限公司"
GAPS = ("invalid", "insufficient", "missing")

# part of the application, its words, the condition, whether it is not met
CASES = [
    ("address", "海岚省望澄市听涛街21号", PLACE, False),
    ("address", "东溟省岱川市化工大道9号", PLACE, True),
    ("address", "东溟省岱川市化工大道9号（海岚省望澄市设有生产基地）", PLACE, True),
    ("profile", f"{US}成立于2015年3月，在江苏省昆山市登记注册，望澄为租用的办公地点。", PLACE, True),
    ("profile", f"{US}注册于江苏省昆山市，主营水下机器人。", PLACE, True),
    ("profile", f"{US}（注册地：江苏省昆山市）主营水下机器人。", PLACE, True),
    ("profile", f"{US}成立于2015年3月，在海岚省望澄市注册。", PLACE, False),
    ("profile", f"{US}成立于2015年3月，在江苏省昆山市注册子公司1家。", PLACE, False),
    ("basis", "合作单位昆山甲公司在江苏省昆山市注册，负责加工。", PLACE, False),
    ("basis", "公司产品已在江苏省药监局完成注册，取得注册证。", PLACE, False),
    ("profile", f"{US}为东溟控股集团的分公司，不独立核算。", LEGAL, True),
    ("profile", "本单位不具有独立法人资格，对外责任由集团承担。", LEGAL, True),
    ("profile", "本中心系海岚大学的内设机构，我单位尚未取得法人资格。", LEGAL, True),
    ("profile", "公司下设昆山办事处，为公司的分支机构。", LEGAL, False),
    ("basis", "公司的研发中心为非法人机构，由技术部管理。", LEGAL, False),
    ("basis", "公司建有2家分公司，均实行独立核算。", LEGAL, False),
    ("team", "项目负责人纪闻舟为公司外聘总工程师，人事关系在东溟船舶研究所。", LEADER, True),
    ("team", "项目负责人纪闻舟，研究员，任职于东溟大学，在本公司兼职。", LEADER, True),
    ("team", "榜帅编制在东溟大学，按双聘协议每周三天在公司主持工作。", LEADER, True),
    ("team", "领衔人纪闻舟人事关系仍在东溟船舶研究所。", LEADER, True),
    ("team", "榜帅为申报单位全职人员，曾任职于东溟大学。", LEADER, False),
    ("team", "项目负责人由纪闻舟担任，退休后返聘，每周到公司两天。", LEADER, True),
    ("team", "项目负责人纪闻舟，教授，现为东溟工学院船舶工程学院在编教师。", LEADER, True),
    ("team", "项目负责人纪闻舟，教授，受聘担任我公司首席科学家（兼职）。", LEADER, True),
    ("team", "项目负责人纪闻舟为公司在职总工程师，兼任行业协会副会长（兼职）。", LEADER, False),
    ("post", "外聘专家", LEADER, True),
    ("team", "项目负责人纪闻舟为公司在职总工程师，兼任海岚大学兼职教授，曾任职于东溟大学。", LEADER, False),
    ("team", "项目负责人纪闻舟任职于海岚深潜装备有限公司，人事关系在本公司。", LEADER, False),
    ("team", "项目负责人纪闻舟为公司在职总工程师。顾问孟某为外聘专家。", LEADER, False),
    ("basis", "2025年3月公司二车间发生一起较大生产安全事故，已结案整改。", ACCIDENT, True),
    ("basis", "本公司2024年9月发生1起重大安全生产责任事故。", ACCIDENT, True),
    ("basis", "公司近三年未发生较大生产安全事故。", ACCIDENT, False),
    ("basis", "2024年11月厂区酸洗间火灾被认定为较大生产安全事故，已整改结案。", ACCIDENT, True),
    ("basis", "2024年9月一起较大伤人事故经认定我公司负次要责任。", ACCIDENT, True),
    ("basis", "安全记录：2025年2月，一次爆燃经调查认定为较大责任事故。", ACCIDENT, True),
    ("basis", "本平台可把被认定为较大事故的事件自动上报。", ACCIDENT, False),
    ("basis", "2024年某船厂的一起较大事故促使我公司研制预警装置。", ACCIDENT, False),
    ("basis", "2014年6月厂区火灾被认定为较大生产安全事故，已整改结案。", ACCIDENT, False),
    ("basis", "2025年3月被市场监管部门列入严重失信主体名单，移出申请正在办理。", RECORD, True),
    ("basis", "我公司2025年3月被列入严重失信主体名单，尚未移出。", RECORD, True),
    ("basis", "项目负责人2025年5月因数据失实受到三年限制申报的惩戒，现仍在期内。", RECORD, True),
    ("basis", "项目负责人未处于科研失信惩戒期内。", RECORD, False),
    ("basis", "2020年3月被列入经营异常名录，经申请已移出。", RECORD, False),
    ("basis", "供应商甲公司2025年3月被列入严重失信主体名单，已停止合作。", RECORD, False),
    ("post", "原总工程师，2026年1月办结离职，现按次受邀指导", LEADER, True),
    ("post", "技术顾问", LEADER, True),
    ("post", "总工程师（在职），曾任东溟大学兼职教授", LEADER, False),
    ("team", "项目负责人纪闻舟已于2026年1月离职，后续以顾问身份参加。", LEADER, True),
    ("team", "项目负责人纪闻舟从高校离职创办本公司，现为公司在职总工程师。", LEADER, False),
    ("basis", "2025年3月公司二车间发生一起一般事故，无人员伤亡。", ACCIDENT, False),
    ("basis", "近年来国内平台发生多起较大事故，公司产品可提前预警。", ACCIDENT, False),
    ("basis", "公司产品可避免发生重大事故。", ACCIDENT, False),
    ("basis", "2015年5月公司一车间发生一起较大生产安全事故，已整改。", ACCIDENT, False),
    ("basis", "公司2025年6月被列入严重失信主体名单，正在申诉。", RECORD, True),
    ("basis", "公司未被列入严重失信主体名单。", RECORD, False),
    ("basis", "公司曾于2019年被列入经营异常名录，当年已移出。", RECORD, False),
    ("basis", "测点布置图标有“秘密”字样，来不及脱密，随材料报送。", SECRET, True),
    ("basis", "附图含有部分涉密数据，请妥善保管。", SECRET, True),
    ("basis", "材料不含涉密内容，已经脱密审查。", SECRET, False),
    ("basis", "系统可识别标有“秘密”字样的文件。", SECRET, False),
    ("team", "固定成员12人，其中高级职称2人。", SENIOR, True),
    ("team", "固定成员12人，其中高级职称4人。", SENIOR, False),
    ("team", "固定成员12人中，教授1人、高级工程师1人，高级职称合计2人。", SENIOR, True),
    ("team", "固定成员12人中，教授1人、高级工程师1人，其他高级职称合计2人。", SENIOR, False),
    ("team", "固定成员12人，其中高级职称2人，副高级职称6人。", SENIOR, False),
    ("team", "我单位固定成员8人，其中高级职称2人；海岚大学高级职称3人。", SENIOR, False),
    ("team", "项目组设固定成员6人，分三个小组。", FIXED, True),
    ("team", "我单位高级职称2人，海岚大学高级职称2人。", SENIOR, False),
    ("profile", "我公司原注册于东溟省岱川市，2021年迁至海岚省望澄市。", PLACE, False),
    ("basis", "公司的深潜试验基地在东溟省岱川市注册成立。", PLACE, False),
    ("basis", "我公司非独立核算的检验所已通过认可。", LEGAL, False),
    ("team", "项目负责人纪闻舟的社保在望澄市缴纳。", LEADER, False),
    ("team", "项目负责人纪闻舟现任公司总工程师，兼职担任省潜水学会理事。", LEADER, False),
    ("team", "项目负责人纪闻舟带领团队30人，其中返聘专家2人。", LEADER, False),
    ("basis", "我公司提供企业识别服务，系统已将300家企业列入失信企业名单。", RECORD, False),
    ("profile", "海岚海工集团的内设机构，未单独取得法人资格。", LEGAL, True),
    ("profile", "系母公司海岚集团内设的事业部，负责人纪闻舟。", LEGAL, True),
    ("profile", "某上市公司在海岚的分支机构，自身无法人资格。", LEGAL, True),
    ("profile", "2015年3月成立，对外民事责任由总公司承担。", LEGAL, True),
    ("profile", "2015年3月成立，法人登记手续尚未办妥。", LEGAL, True),
    ("profile", "本公司法人资格尚未取得，证照由集团代办。", LEGAL, True),
    ("profile", "成立于2015年3月，下设分公司2家、事业部3个，主营水下机器人。", LEGAL, False),
    ("profile", "具有独立法人资格，2025年变更法人登记。", LEGAL, False),
    ("profile", "本公司对外独立承担民事责任，安全责任由各车间承担。", LEGAL, False),
    ("profile", "在东溟市设有分公司，拥有法人资格。", LEGAL, False),
    ("profile", "无分支机构，独立法人。", LEGAL, False),
    ("basis", "2024年3月装调间失火致人伤亡，经认定属较大生产安全事故，现已结案。", ACCIDENT, True),
    ("basis", "2025年1月喷漆工段爆燃，被认定为较大生产安全责任事故，已缴清罚款。", ACCIDENT, True),
    ("basis", "2025年1月化工园区一起较大事故造成3人伤亡，促使项目组研制预警装置。", ACCIDENT, False),
    ("basis", "2025年1月供应商厂区火灾被认定为较大事故，已结案。", ACCIDENT, False),
    (
        "basis",
        "本单位未列入失信主体名单的历史已有十年；海岚深潜因货款官司去年上了名单，移出手续还没办下来。",
        RECORD,
        True,
    ),
    ("basis", "信用：公司去年因合同纠纷进了失信名单，正在申请修复。", RECORD, True),
    ("basis", "深潜装备目前仍在严重失信主体名单上。", RECORD, True),
    ("basis", "公司至今还在失信被执行人名单内，款项已付一半。", RECORD, True),
    ("basis", "公司不在失信主体名单上。", RECORD, False),
    ("basis", "海岚大学不在失信名单上；公司去年上了专精特新企业推荐名单。", RECORD, False),
    ("basis", "合作的海岚大学去年上了失信名单，已更换。", RECORD, False),
    ("basis", "公司2022年上了失信主体名单，2023年已移出。", RECORD, False),
    ("team", "项目负责人纪闻舟，主职在东溟船舶技师学院任教。", LEADER, True),
    ("team", "项目负责人纪闻舟，教授，每周二、周四到公司上班。", LEADER, True),
    ("team", "项目负责人纪闻舟，每月来公司一次，平时在东溟。", LEADER, True),
    ("team", "项目负责人纪闻舟本职为东溟大学教授。", LEADER, True),
    ("team", "项目负责人纪闻舟每周一到公司主持例会，是公司在职总工程师。", LEADER, False),
    ("team", "项目负责人纪闻舟本职工作是公司总工程师，每周五到车间指导。", LEADER, False),
    ("team", "项目负责人纪闻舟每周一至周五在公司上班。", LEADER, False),
    ("basis", "我公司业务包含涉密信息系统集成，具有甲级资质。", SECRET, False),
    ("basis", "信用情况：公司现在海关高级认证企业名录，无失信记录。", RECORD, False),
    ("basis", "公司建设的信用平台2024年上了省级示范名单，可识别失信主体。", RECORD, False),
    ("basis", "2024年公司为三起平台较大事故提供了检测服务。", ACCIDENT, False),
    ("basis", "2025年公司完成2次平台较大事故应急演练。", ACCIDENT, False),
    ("basis", "发生平台较大事故时，公司立即切断电源并在一小时内报告。", ACCIDENT, False),
    ("profile", "公司前身为海岚海工集团装备事业部，2015年改制为有限公司。", LEGAL, False),
    ("team", "项目负责人纪闻舟，2010年从东溟大学离职后加入本公司，现为在职总工程师。", LEADER, False),
    ("team", "项目负责人纪闻舟为公司正式员工，每月到海试基地一次。", LEADER, False),
    ("team", "项目负责人纪闻舟，公司总工程师，每周一、周三到车间现场办公。", LEADER, False),
    ("team", "项目负责人纪闻舟每月到各参与单位工作一周，协调进度。", LEADER, False),
    ("post", "总工程师，2018年从东溟大学离职后入职", LEADER, False),
    ("basis", "本平台支持密级为秘密的文档管理。", SECRET, False),
    ("basis", "我公司2024年7月的油料泄漏一事当时定为较大生产安全事故，当年销号。", ACCIDENT, True),
    ("basis", "我公司2025年2月吊装坠落属于较大事故，此后太平无事。", ACCIDENT, True),
    ("basis", "2024年7月我公司吊装坠落未定为较大事故。", ACCIDENT, False),
    ("basis", "信用报告载有申报单位2025年11月因货款纠纷列入严重失信主体名单一条，修复申请已递交。", RECORD, True),
    ("basis", "我公司2025年3月列入失信被执行人名单，移出手续正在办。", RECORD, True),
    ("basis", "我公司2025年3月列入失信被执行人名单，同年6月移出。", RECORD, False),  # no years are named
    ("basis", "我公司2025年3月未列入失信被执行人名单。", RECORD, False),
    ("basis", "2025年平台把300家企业列入失信主体名单，供银行查询。", RECORD, False),
    (
        "basis",
        "需要说明，因一笔货款纠纷，公司2025年10月进了严重失信主体名单，修复申请已经交上去，正在等批复。",
        RECORD,
        True,
    ),
    ("basis", "因判决未履行，公司2025年6月成为失信被执行人，款项分期偿还。", RECORD, True),
    ("basis", "公司2025年8月被纳入严重失信主体名单，信用修复公示期未满。", RECORD, True),
    ("basis", "市监部门2025年12月将我公司列入严重失信主体名单，已提起复议。", RECORD, True),
    ("basis", "公司名下现有一条严重失信记录未消除。", RECORD, True),
    ("basis", "公司列入严重失信主体名单一事正在办理信用修复。", RECORD, True),
    ("basis", "严重失信主体名单有记录，公司正在修复。", RECORD, True),
    ("basis", "信用修复尚未完成，公司仍属严重失信主体。", RECORD, True),
    ("basis", "公司背着失信主体的名头，修复报告已上报。", RECORD, True),
    ("basis", "2025年10月起，公司列于严重失信主体名单，修复中。", RECORD, True),
    ("basis", "法院2025年5月对公司作出失信被执行人决定。", RECORD, True),
    ("basis", "公司研制的信用平台可识别进入严重失信主体名单的企业。", RECORD, False),
    ("basis", "信用中国查询结果：严重失信主体名单：0条。", RECORD, False),
    ("basis", "公司严重失信主体名单记录0条，信用状况良好。", RECORD, False),
    ("basis", "公司严重失信主体名单记录1条。", RECORD, True),
    ("basis", "经查，公司及法定代表人均无失信记录，也未进入失信主体名单。", RECORD, False),
    ("basis", "客户一旦进入失信主体名单，公司即停止供货。", RECORD, False),
    ("basis", "公司没有严重失信记录需要修复。", RECORD, False),
    ("basis", "公司2025年6月被列入失信主体名单，2025年9月已完成修复并移出。", RECORD, False),
    ("basis", "公司2025年服务企业300家，帮助其移出失信主体名单。", RECORD, False),
    ("basis", "凡进入失信主体名单的分包商不得参与。", RECORD, False),
    ("basis", "海岚大学2025年成为失信被执行人，双方已终止合作。", RECORD, False),
]


@pytest.mark.parametrize(("part", "words", "condition", "gap"), CASES)
def test_what_is_said(tmp_path: Path, part: str, words: str, condition: str, gap: bool) -> None:
    found = statuses(tmp_path, CALL, PART.format(**{**WORDS, part: words}))
    assert condition in found
    assert (found.get(condition) in GAPS) is gap


def test_no_condition_is_what_asks_nothing(tmp_path: Path) -> None:
    assert "住所地不限" not in statuses(tmp_path, CALL, PART.format(**WORDS))


EVENT, LISTED = "近三年未发生较大以上环境污染事件", "近三年未被列入严重失信主体名单"
WITH_EVENTS = CALL.replace(ACCIDENT + "，" + RECORD, f"{EVENT}。\n7. {LISTED}")


@pytest.mark.parametrize(
    ("words", "condition", "gap"),
    [
        ("我公司2024年7月碱液外泄一事当时定为较大突发环境事件，已整改。", EVENT, True),
        ("2025年3月我公司污水站发生较大环境污染事件，已结案。", EVENT, True),
        ("我公司近三年未发生环境污染事件。", EVENT, False),
        ("平台可把污染事件定为较大环境事件后上报。", EVENT, False),
        ("我公司2015年7月碱液外泄定为较大环境事件。", EVENT, False),
        ("我公司2024年11月因合同纠纷进过严重失信主体名单，次年6月移出，此外清白。", LISTED, True),
        ("我公司2025年3月被列入严重失信主体名单，同年移出。", LISTED, True),
        ("我公司2019年被列入严重失信主体名单，当年移出。", LISTED, False),
        ("我公司从未进过失信主体名单。", LISTED, False),
        ("合作单位2024年进过失信主体名单，已移出。", LISTED, False),
    ],
)
def test_events_and_lists_of_the_last_years(tmp_path: Path, words: str, condition: str, gap: bool) -> None:
    found = statuses(tmp_path, WITH_EVENTS, PART.format(**{**WORDS, "basis": words}))
    assert (found[condition] in GAPS) is gap
