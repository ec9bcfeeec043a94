"""Entries of the list of proofs that say themselves that the paper is not there, is their own, or is no right yet."""

from pathlib import Path

import pytest
from made_facts import spot
from written_case import statuses

from pipeline.screening.proofs.denied_papers import denied, not_granted, own_writing
from pipeline.screening.proofs.withheld import is_withheld
from schemas.notice import Obligation

BOOKS = "研发投入证明材料（财务会计报表等）"


def _asked(words: str) -> Obligation:
    return Obligation(id="proof", kind="proof_material", name=words.partition("（")[0], evidence=spot(words))


@pytest.mark.parametrize(
    ("asked", "entry", "told"),
    [
        (BOOKS, "研发投入情况一览，没有会计报表", "没有会计报表"),
        ("船舶检测报告", "检测委托合同（尚无检测报告）", "尚无检测报告"),
        ("船舶检测报告", "检测报告（另一艘船没有检测报告）", None),
        ("船舶检测报告", "海试记录；未做检测报告", "未做检测报告"),
        ("联合攻关协议", "会谈纪要；没有签订协议", "没有签订协议"),
        ("联合攻关协议", "联合攻关协议；没有补充合同", None),
        ("负责人职称证书", "职称材料（证书已遗失，没有补办）", "证书已遗失"),
        ("负责人职称证书", "职称材料（证书遗失后已补办）", None),
        ("负责人职称证书", "职称证书；附遗失声明", None),
        ("负责人职称证书", "职称证书遗失，由海州市人社局出具证明", None),
        ("2025年度审计报告", "2025年度审计报告（无保留意见审计报告）", None),
        ("无违法违规证明", "无违法违规证明", None),
        ("信用信息报告", "信用信息报告（无严重失信记录）", None),
    ],
)
def test_papers_that_the_entry_denies(asked: str, entry: str, told: str | None) -> None:
    assert denied(_asked(asked), entry) == told


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("研发投入证明：研发部自拟的2025年度投入情况说明一页", True),
        ("研发投入证明：本公司自行编写的费用清单", True),
        ("研发投入证明：2025年度研发费用辅助账及自行编制的投入情况说明", False),
        ("研发投入证明：自行整理的投入情况表、2025年度审计报告", False),
        ("研发投入证明：2025年度财务会计报表", False),
        ("研发投入证明：财务部编制的资产负债表、利润表", False),
    ],
)
def test_statements_of_ones_own(entry: str, told: bool) -> None:
    assert (own_writing(_asked(BOOKS), entry) is not None) is told


@pytest.mark.parametrize(
    ("asked", "entry", "told"),
    [
        (
            "授权专利证书（不少于2件）",
            "专利材料：“声呐阵”ZL202322817465.3；“耐压舱”受理通知书，申请号202310946128.6",
            True,
        ),
        ("授权专利证书（不少于2件）", "“声呐阵”ZL202322817465.3；“耐压舱”ZL202310946128.6；另有一件在审", False),
        ("授权专利证书（不少于1件）", "“声呐阵”ZL202322817465.3；“耐压舱”现处实质审查阶段", False),
        ("授权发明专利证书", "发明专利：受理通知书3份", True),
        ("授权发明专利证书", "发明专利：专利证书3份、受理通知书1份", False),
        ("专利证书或受理通知书", "发明专利：受理通知书3份", False),
    ],
)
def test_rights_that_are_only_applied_for(asked: str, entry: str, told: bool) -> None:
    assert (not_granted(_asked(asked), entry) is not None) is told


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("科研诚信承诺书（签订任务书时再交）", True),
        ("专利证书存放在银行，立项之后再取出复印补送", True),
        ("与海岚大学的会谈纪要；联合攻关协议待立项后再签", True),
        ("联合攻关协议（中榜后才签）", True),
        ("社保证明（待入职满月后另行办理）", True),
        ("收入证明：2024年度审计报告；2025年度的未附", True),
        ("渔港意向书未签", True),
        ("营业执照（原件评审时再提供）", False),
        ("审计报告（评审时再提供原件）", False),
        ("联合攻关协议（2026年5月协商后签订）", False),
        ("检测报告（整改后再次检测合格）", False),
        ("租赁合同（到期后再签三年）", False),
        ("专利证书：锁在公司档案室，未及复印，等答辩那天带来", True),
        ("联合攻关协议：文本正走校内流程，待中榜后签好补交", True),
        ("检测报告：测试还没排上队，六月份另寄", True),
        ("用户证明：用户那边的章没盖回来", True),
        ("海域使用批文：批文至今没下来", True),
        ("审计报告：事务所尚未定稿，下周补交", True),
        ("科技查新报告：随后补寄", True),
        ("职称证书：来不及扫描", True),
        ("信用报告：平台维护，无法打印", True),
        ("船舶检验证书：容后呈交", True),
        ("资金证明：俟董事会开过后再提供", True),
        ("联合攻关协议：对方用印手续还在走审批程序", True),
        ("专利证书：在代理所手里，回头补", True),
        ("专利证书：扫描件太大，没放进来", True),
        ("资金证明：银行系统升级，暂打不出来", True),
        ("资金证明：已向银行申请，尚在办", True),
        ("联合攻关协议：协议文本起草中", True),
        ("联合攻关协议：学院法务审完就签", True),
        ("专利证书：评审需要时可提供", True),
        ("专利证书；缺；—", True),
        ("专利证书（如需要时可提供原件）", False),
        ("联合攻关协议：办理中的专利归双方共有", False),
        ("检测报告：噪声测不到的按零计", False),
        ("缺陷检测报告：海州院出具", False),
        ("专利证书、登记证书等材料后附", False),
        ("营业执照（2025年6月补办）", False),
        ("检测报告：整改完成后送检，2025年8月出具", False),
        ("职称证书（2024年补发，原证遗失）", False),
        ("审计报告：2026年3月定稿", False),
        ("专利证书（正本随后寄送）", False),
        ("联合攻关协议：双方用印手续已走完流程", False),
        ("用户证明：上次未签好的一份已重签", False),
        ("海试记录：6月底出海", False),
        ("等保测评报告后附", False),
        ("样机照片（装不下的见光盘）", False),
        ("专利证书（原件备查，需要时可提供）", False),
        ("设备清单（下半年再补充2台绞车）", False),
        ("项目负责人聘书（聘期期满后再签）", False),
        ("荣誉证书：获奖证书原件借出未还", True),
        ("荣誉证书：省工程中心批文被集团总部借走，取回后补", True),
        ("专利证书（正本抵押在海州银行）", True),
        ("船舶检验证书：证书已外借", True),
        ("高新技术企业证书正在换发", True),
        ("审计报告（本年度报告尚在出具）", True),
        ("职称证书：仍在评审", True),
        ("批准文件：申请表尚未递交，后续提供", True),
        ("高新技术企业证书（正在换发，附旧证）", False),
        ("专利证书（正本借出已归还）", False),
        ("专利质押登记证明", False),
        ("绞车借用合同", False),
        ("用户意向书（承诺后续提供试验水域）", False),
        ("船舶检验证书（其中一件抵押，附登记簿副本）", False),
    ],
)
def test_papers_that_are_still_to_come(entry: str, said: bool) -> None:
    assert is_withheld(entry) is said


CALL = "一、申报材料\n申报单位须提交以下材料：\n{asked}\n申报时间：2026年4月1日至5月20日。\n"
OFFER = (
    "揭榜申报书\n申报单位：海岚深潜装备有限公司\n法定代表人：辛白杨\n填报日期：2026年5月6日\n"
    "附件清单\n1. 营业执照复印件\n2. {entry}\n3. 场地照片\n"
)


@pytest.mark.parametrize(
    ("asked", "entry", "told"),
    [
        ("第三方检测报告", "检测报告：本公司质检部2026年3月出具，编号HL-073", True),
        ("第三方检测报告", "检测报告：质检部门送海州船检院检测，2026年3月出具", False),
        ("第三方检测报告", "检测报告：本公司样品由海州计量院检测", False),
        ("第三方检测报告", "检测报告：海州船检技术有限公司出具", False),
        ("第三方检测报告", "水样数据（本院海洋化学实验室2026年3月采样测定）", True),
        ("具有CMA资质的第三方机构出具的水样检测报告", "水样检测报告（我校分析中心化验）", True),
        ("具有CMA资质的第三方机构出具的水样检测报告", "水样检测报告，自行采样分析，未另行委托", True),
        ("具有CMA资质的第三方机构出具的水样检测报告", "水样检测报告（海州质检院CMA，本公司采样送检）", False),
        ("第三方检测报告", "水样检测报告：委托海州环境监测站测定", False),
        ("2025年度审计报告", "2025年度审计报告（先附2024年度审计报告）", True),
        ("2025年度审计报告", "2025年度审计报告：以2024年度审计报告代替", True),
        ("2025年度审计报告", "2025年度审计报告（暂用2024年度的）", True),
        ("2025年度审计报告", "2025年度审计报告（附2024年度审计报告作对比）", False),
        ("2025年度审计报告", "2025年度审计报告：海州事务所，会计期间2024年1月至12月，新的还在排队", True),
        ("2025年度审计报告", "审计报告（2025年出具，报告期间为2024年度）", True),
        ("2025年度审计报告", "2025年度审计报告（审计期间：2024.1至2024.12）", True),
        ("2025年度审计报告", "2025年度审计报告：海州事务所，会计期间2025年1月至12月", False),
        ("2025年度审计报告", "2025年度审计报告（报告期间2024年1月至2025年12月）", False),
        ("2025年度审计报告", "2025年度审计报告（统计年度为自然年）", False),
        ("有效发明专利不少于2件的证书", "有效发明专利：“浮标锚系”证书，“浮标供电”受理通知书", True),
        ("有效发明专利不少于2件的证书", "有效发明专利：“浮标锚系”证书；“浮标供电”在审", True),
        ("有效发明专利不少于2件的证书", "有效发明专利：“浮标锚系”“浮标供电”证书2件；“浮标回收”受理通知书", False),
        ("有效发明专利不少于2件的证书", "有效发明专利：“浮标锚系”证书，“浮标供电”证书，“浮标回收”受理通知书", False),
        ("海域同意函（盖产权单位公章）", "海域同意函：海州港务公司，盖厂方生产技术部章", True),
        ("海域同意函（盖产权单位公章）", "海域同意函：海州港务公司，加盖调度室业务章", True),
        ("海域同意函（盖产权单位公章）", "海域同意函：海州港务公司，盖合同专用章", True),
        ("海域同意函（盖产权单位公章）", "海域同意函：海州港务公司，已盖公司公章", False),
        ("海域同意函（盖产权单位公章）", "海域同意函：海州港务公司，加盖公章和调度室章", False),
        ("海域同意函（盖产权单位公章）", "海域同意函：海州市水利部门盖章", False),
        ("海域同意函（须签字）", "海域同意函：海州港务公司，盖调度室业务章", False),
        ("2024年度、2025年度审计报告", "2025年度审计报告，以及先行报送的2024年度审计报告", False),
        ("第三方检测报告", "检测报告：海州院为本公司出具", False),
        ("资信证明", "资信证明：海州信用评价公司出具", False),
        ("联合攻关协议", "联合攻关协议：讨论稿修改后已于2026年4月签署", False),
        ("联合攻关协议", "联合攻关协议：未签订保密条款的人员不参加", False),
        ("2024年度、2025年度审计报告", "2024年度、2025年度审计报告：海州事务所；其中2024年度未做审计", True),
        ("2024年度、2025年度审计报告", "2024年度、2025年度审计报告：海州事务所；2026年一季度未经审计的报表", False),
        ("试用意向书", "合作试用意向协议", False),
        ("2025年度审计报告", "2025年度财务报表审计报告（海州事务所，标准无保留意见）", False),
        ("2025年度审计报告", "2025年度审计报告（海州事务所，另附2023年度报告供参考）", False),
        ("2025年度审计报告", "2025年度审计报告（供参考）", True),
        ("银行出具的自筹资金存款证明", "自筹资金来源说明：本公司财务部2026年4月自行出具，写明可动用300万元", True),
        ("自筹资金存款证明", "存款证明：公司财务处开具", True),
        ("银行出具的自筹资金存款证明", "存款证明：海州银行出具，余额300万元", False),
        ("银行出具的自筹资金存款证明", "存款证明：公司财务部到海州银行办理", False),
        ("质量管理体系认证证书", "质量管理体系认证证书：持证单位：海岚重工控股集团有限公司（我公司股东）", True),
        ("质量管理体系认证证书", "质量管理体系认证证书：持证单位：海岚深潜装备有限公司", False),
        ("质量管理体系认证证书", "质量管理体系认证证书：持证单位：海岚深潜（证书用简称）", False),
        ("联合攻关协议", "与海岚大学的联合攻关协议：已口头谈妥", True),
        ("联合攻关协议", "联合攻关协议：与海岚大学签订，有效期至2026年4月10日", True),
        ("联合攻关协议", "联合攻关协议：与海岚大学签订，有效期至2026年5月30日", False),
    ],
)
def test_entries_that_will_not_do(asked: str, entry: str, told: bool, tmp_path: Path) -> None:
    call = CALL.format(asked=f"（1）营业执照复印件；\n（2）{asked}。")
    found = statuses(tmp_path, call, OFFER.format(entry=entry))
    status = next(state for name, state in found.items() if name.startswith(asked[:5]))
    assert (status in ("insufficient", "missing")) is told, found


LED_CALL = CALL + "附件1\n揭榜项目申报表\n\n单位名称\t\t法定代表人\t\n项目负责人\t\t联系人\t\n"
WITH_LEADER = (
    "揭榜项目申报表\n\n单位名称\t海岚深潜装备有限公司\t法定代表人\t辛白杨\n项目负责人\t车远舟\t联系人\t尤若溪\n"
    "填报日期：2026年5月6日\n附件清单\n1. 营业执照复印件\n2. {entry}\n3. 场地照片\n"
)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("职称证书：柳青川，高级工程师证书", True),
        ("职称证书：柳青川高级工程师证书", True),
        ("职称证书：车远舟，高级工程师证书", False),
        ("职称证书：高级，工程师证书", False),
        ("职称证书；学位证原件存于老家，不另附", False),  # one of the two will do
        ("学位证书；职称证暂缺，不另附", False),
        ("职称证书、学位证书均不另附", True),
    ],
)
def test_either_of_the_leaders_papers(entry: str, told: bool, tmp_path: Path) -> None:
    call = LED_CALL.format(asked="（1）营业执照复印件；\n（2）项目负责人职称证书或学位证书。")
    found = statuses(tmp_path, call, WITH_LEADER.format(entry=entry))
    status = next(state for name, state in found.items() if name.startswith("项目负责人职称"))
    assert (status in ("insufficient", "missing")) is told, found


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("项目负责人职称证书，2025年10月至12月缴纳社会保险的证明", True),
        ("项目负责人职称证书，2025年12月参保证明", True),
        ("项目负责人职称证书，2026年1月至3月缴纳社会保险的证明", False),
        ("项目负责人职称证书（2019年12月取得），社会保险缴纳证明", False),
        ("项目负责人职称证书，2025年12月至2026年3月社保证明", False),
    ],
)
def test_the_months_of_what_is_joined(entry: str, told: bool, tmp_path: Path) -> None:
    asked = "项目负责人职称证书或工作经历证明，以及2026年1月至3月在申报单位缴纳社会保险的证明"
    call = LED_CALL.format(asked=f"（1）营业执照复印件；\n（2）{asked}。")
    found = statuses(tmp_path, call, WITH_LEADER.format(entry=entry))
    status = next(state for name, state in found.items() if name.startswith("项目负责人职称"))
    assert (status == "insufficient") is told, found
