"""What an application keeps out of its work, a lower level than asked, and a proof of less money than it promises."""

from pathlib import Path

import pytest
from written_case import statuses

from pipeline.screening.chapters.deferred import deferred
from pipeline.screening.clauses.levels import lower_level
from pipeline.screening.clauses.still_done import still_done

WORK = (
    "一、申报材料\n申报书。\n附件1\n海上平台揭榜榜单\n方向1：浮标平台\n主要任务：突破锚泊浮标长期值守技术；"
    "支持采集终端与岸基网关的漏洞检测；开展渔民群体使用验证；{}\n考核指标：布放水深不小于500米。\n"
    "方向2：水声通信机\n主要任务：研制水声通信机。\n考核指标：通信距离不小于10公里。\n"
    "附件2\n海上平台揭榜挂帅申报书\n单位名称\t\t揭榜方向\t\n项目方案\n（一）技术路线\n（二）其他事项\n"
)
OFFER = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t揭榜方向\t方向1：浮标平台\n项目方案\n（一）技术路线\n"
    "浮标采用三点锚泊，长期值守靠波浪能补电，布放水深600米。{}\n（二）其他事项\n无\n"
)
CLAUSE = "支持采集终端与岸基网关的漏洞检测"


@pytest.mark.parametrize(
    ("said", "kept_out"),
    [
        ("采集终端只做固件升级；岸基网关的漏洞检测不列入本次任务，由用户另行采购。", True),
        ("关于岸基网关的漏洞检测：考虑到网关由运营商维护，风险可控，本任务不作安排。", True),
        ("岸基网关的漏洞检测难度较大，拟待本任务验收之后的二期工程再行启动。", True),
        ("岸基网关的漏洞检测一项，是否启动，视2027年底经费结余情况再行决定。", True),
        ("岸基网关的漏洞检测是否开展要看船东订单后另行研究。", True),
        ("岸基网关的漏洞检测每月一次；是否启动备用网关，由值班员按流量决定。", False),
        ("岸基网关的漏洞检测由各港口单位日后自行开展。", True),
        ("采集终端与岸基网关只做固件升级，也不组织漏洞检测。", True),
        ("采集终端与岸基网关每日做漏洞检测，不组织停机。", False),
        ("岸基网关的漏洞检测由公司自行开发的扫描引擎每日完成。", False),
        ("岸基网关的漏洞检测，公司将视订单和资金情况考虑是否配备，现阶段不作具体安排。", True),
        ("岸基网关的漏洞（高危、中危）检测不列入本项目研究内容。", True),
        ("岸基网关的漏洞检测涉及网关厂商，协调面广，故不列入本项目工作内容，待验收后视用户要求再定。", True),
        ("采集终端与岸基网关只做固件升级，不设漏洞检测。", True),
        ("采集终端与岸基网关的漏洞检测，因经费所限暂不列入本期，是否开展再议。", True),
        ("至于采集终端和岸基网关的漏洞检测，本平台不做，由用户另行购买。", True),
        ("采集终端与岸基网关每日做漏洞检测，因船期所限，潜标打捞暂不列入本期。", False),
        ("采集终端与岸基网关的漏洞检测每日一次，不设停机时段。", False),
        ("固件沿用旧版，本任务不对岸基网关的漏洞检测开展研究。", True),
        ("采集终端与岸基网关每日做漏洞检测，本任务不对旧浮标打捞开展研究。", False),
        ("采集终端与岸基网关的固件只读不写，检测漏洞不列入本项目研究范围。", True),
        ("采集终端与岸基网关的漏洞检测每日一次，船期不列入本项目研究范围。", False),
        ("岸基网关装好之后漏洞怎么检测，涉及扫描引擎和特征库，本项目期内暂不开展此项研究。", True),
        ("旧浮标的打捞涉及船期和许可，本项目期内暂不开展此项研究。采集终端与岸基网关每日做漏洞检测。", False),
        ("现场视告警等级考虑是否停机；采集终端与岸基网关每日做漏洞检测。", False),
        ("采集终端与岸基网关每日自动做漏洞检测，结果当日推送。", False),
        ("若用户不需要，岸基网关的漏洞检测可不开展；默认每日检测采集终端与岸基网关的漏洞。", False),
        ("目前的网关不支持漏洞检测，本任务为采集终端与岸基网关配备每日漏洞检测。", False),
        (
            "岸基网关的漏洞检测不安排停机，采集终端与岸基网关每日检测漏洞，采集终端与岸基网关的漏洞每日推送，"
            "漏洞检测覆盖采集终端与岸基网关。",
            False,
        ),
        (
            "本方案假定近岸浮标全程正常值守，不考虑缆绳断裂、电池亏电、锚块移位等情形；终端漏洞不在本项目研究范围之内。",
            True,
        ),
        (
            "本方案假定近岸浮标全程正常值守，不考虑缆绳断裂、电池亏电、锚块移位等情形；每日检测采集终端与岸基网关的漏洞。",
            False,
        ),
        ("遇到不支持的终端自动隔离；采集终端与岸基网关每日做漏洞检测。", False),
        ("采集终端与岸基网关的漏洞检测每日一次，越线就降低频次，不再进入。", False),
        ("采集终端与岸基网关的漏洞检测人手不够，不再进入。", True),
    ],
)
def test_what_is_kept_out(said: str, kept_out: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, WORK.format(""), OFFER.format(said))
    assert (found[CLAUSE] == "insufficient") is kept_out


@pytest.mark.parametrize(
    ("clause", "sentences", "words"),
    [
        ("浮标总体达到世界先进水平", ["浮标总体性能达到省内领先、国内中上游水平"], "达到省内领先、国内中上游水平"),
        ("浮标总体达到世界先进水平", ["浮标总体性能达到国内领先、世界先进水平"], None),
        ("浮标总体达到世界先进水平", ["公司规模处于国内领先水平"], None),  # of the company
        ("浮标总体达到世界先进水平", ["浮标现有性能处于国内平均水平"], None),  # what there is
        ("续航较传统浮标显著提升", ["与传统浮标相比，各项性能保持基本相当即可"], "性能保持基本相当即可"),
        ("研制锚泊浮标", ["浮标总体性能达到省内领先水平"], None),  # no level is asked
    ],
)
def test_a_lower_level(clause: str, sentences: list[str], words: str | None) -> None:
    assert lower_level(clause, sentences) == words


@pytest.mark.parametrize(
    ("asked", "text", "put_off"),
    [
        ("预期目标，给出测试场景及评价方式", "水深600米。测试场景及评价方式待立项后另行制定。", True),
        ("组织保障", "攻关团队和协调机制将在任务获批后另行印发。", False),  # not asked in these words
        ("组织保障，说明攻关团队、协调机制", "攻关团队和协调机制将在任务获批后另行印发。", True),
        ("知识产权归属", "知识产权由双方共同拥有，知识产权许可待验收后另行签订协议约定。", False),
        ("知识产权归属", "知识产权由牵头单位所有，知识产权许可待验收后另行签订协议。", False),
        ("知识产权归属", "知识产权由谁享有，待结题后由双方另行签订协议确定。", True),
        ("知识产权归属", "知识产权归谁所有，待结题后由双方另行签订协议确定。", True),
        ("创新点", "创新点一：锚泊。（此段由结构组撰写，尚未收到，后补）", True),
        ("进度计划", "锚链型号待招标后确定，其余按月推进。", False),  # a purchase
        ("进度计划", "一季度：略；\n二季度：略；\n三季度：略；", True),
        ("预期目标", "水深：600米；\n续航：待定；", False),  # one open cell
        ("重点任务攻关计划", "锚泊方面的攻关待二期工程立项时再行考虑。", False),  # of one of its tasks
        ("重点任务攻关计划", "攻关计划待二期工程立项时再行考虑。", True),
    ],
)
def test_a_part_that_is_put_off(asked: str, text: str, put_off: bool) -> None:
    assert (deferred(asked, text) is not None) is put_off


CALL = (
    "一、申报材料\n须提交下列证明材料：（1）自筹经费银行存款证明，金额不低于自筹经费总额；（2）2023年以来获得授权的专利证书。\n"
    "附件\n海上平台揭榜挂帅申报书\n单位名称\t\t联系人\t\n申请省拨经费（万元）\t\t自筹经费（万元）\t\n项目方案\n（一）技术路线\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t联系人\t吕某某\n"
    "申请省拨经费（万元）\t400\t自筹经费（万元）\t800\n项目方案\n（一）技术路线\n采用双冗余结构，分三步完成样机。\n"
    "证明材料清单\n1. 自筹经费银行存款证明（余额{}万元）\n2. 专利证书（2024年至2026年授权）\n"
)


@pytest.mark.parametrize(("balance", "status"), [("800", "met"), ("1,200", "met"), ("600", "insufficient")])
def test_a_proof_of_own_money_covers_it(balance: str, status: str, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL, PART.format(balance))
    assert [said for name, said in found.items() if "存款证明" in name] == [status]
    assert [said for name, said in found.items() if "专利证书" in name] == ["met"]  # since 2023, not of 2023


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("漏洞检测由用户自行采购软件完成。", True),
        ("终端固件每月升级；漏洞检测仍由值班人员手工抽查。", True),
        ("漏洞检测条件成熟后另行立项。", True),
        ("采集终端与岸基网关的漏洞检测采用市售成熟扫描引擎二次开发完成。", False),
        ("漏洞检测为采集终端与岸基网关预留远程升级接口。", False),
        ("采集终端与岸基网关的漏洞检测时仍由值守人员确认岸基网关告警。", False),
        ("采集终端与岸基网关的漏洞检测不搞一刀切，按终端分级。", False),
        ("平台备有终端和网关，不涉及漏洞披露。", False),
        ("平台备有终端和网关，不涉及漏洞检测。", True),
        ("漏洞检测软件外购成熟产品的接口，采集终端与岸基网关的漏洞每日检测一遍。", False),
        ("某品牌浮标仍由人工做漏洞检测；本任务的采集终端与岸基网关每日自动检测漏洞。", False),
        ("如果用户要求，漏洞检测可由用户自行安排；默认由采集终端与岸基网关每日检测漏洞。", False),
    ],
)
def test_what_is_left_to_others(said: str, left: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, WORK.format(""), OFFER.format(said))
    assert (found[CLAUSE] in ("missing", "insufficient")) is left


@pytest.mark.parametrize(
    ("clause", "sentence", "words"),
    [
        ("全程不添加亚硝酸盐", "投产头半年仍按0.1%添加复合亚硝酸盐，随后减量", "仍按0.1%添加复合亚硝酸盐"),
        ("不得使用有机溶剂", "清洗工段继续使用有机溶剂", "继续使用有机溶剂"),
        ("全程不添加亚硝酸盐", "目前同行仍添加亚硝酸盐，本项目以植物提取物替代", None),  # of others
        ("全程不添加亚硝酸盐", "投产后仍不添加亚硝酸盐", None),
        ("全程不添加亚硝酸盐", "投产后仍添加乳酸菌发酵剂，亚硝酸盐为零", None),  # another thing
        ("添加量可追溯", "仍按0.1%添加复合亚硝酸盐", None),  # nothing is forbidden
    ],
)
def test_what_is_forbidden_and_gone_on_with(clause: str, sentence: str, words: str | None) -> None:
    assert still_done(clause, [sentence]) == words


LISTED = "突破锚链、绞车、电池等核心部件的研制技术"
NAMED = "突破浮标平台的锚泊定位、RAS技术、能源补给等瓶颈"


@pytest.mark.parametrize(
    ("clause", "said", "kept_out"),
    [
        (LISTED, "电池直接向市场采购成品，不纳入本任务的研发内容，也不设指标。锚链、绞车自行研制。", True),
        (LISTED, "电池、锚链、绞车均自行研制，船期不列入考核。", False),
        (LISTED, "电池自行研制，其外壳的颜色不列入考核指标。锚链、绞车自行研制。", False),
        (NAMED, "可靠性、可维护性（RAS）。该项本期不安排研发，待二期经费落实后另行立项。", True),
        (LISTED, "指标名称：锚链、绞车、电池的研制周期；本项目承诺：暂不作具体承诺，不列入考核。", False),
        (NAMED, "浮标可靠性与可维护性（RAS）方面本期不安排攻关，沿用出厂能力。锚泊定位自行研制。", True),
        (NAMED, "浮标可靠性与可维护性（RAS）由双机热备保证，外壳颜色方面不安排攻关。", False),
        (NAMED, "可靠性、可维护性（RAS）。采用双机热备，故障自动切换。", False),
    ],
)
def test_a_part_of_a_list_is_kept_out(clause: str, said: str, kept_out: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, WORK.format(f"{clause}；"), OFFER.format(f"\n{said}\n"))
    assert (found[clause] == "insufficient") is kept_out


TELLS, TRIED = "区分感染海豹与免疫海豹等动物并给出判定规则", "完成海豹等动物的感染试验"
BURNT, LIVE = "控制浮标舱内的燃烧与爆炸风险", "适用于活体动物的现场采样"


@pytest.mark.parametrize(
    ("clause", "said", "kept_out"),
    [
        # dangers that are kept away from refuse nothing that is asked
        (TELLS, "病原分离在已备案的实验室内进行，不开展动物感染试验。", False),
        (TELLS, "只使用减毒株，不开展动物攻毒感染实验。", False),
        (TELLS, "操作人员持证上岗，项目不安排感染动物的解剖操作。", False),
        (BURNT, "舱体在防爆车间试制，不开展燃烧爆炸试验。", False),
        (LIVE, "采样遵循减少痛苦的原则，不进行活体动物试验。", False),
        # a test that is asked for, the very thing, another act than a test
        (TRIED, "病原分离在已备案的实验室内进行，不开展动物感染试验。", True),
        (TRIED, "只使用减毒株，本任务不安排海豹的感染试验。", True),
        (TELLS, "感染海豹与免疫海豹等动物的区分，本任务不作安排。", True),
        (TELLS, "本任务不开展感染动物与免疫动物的区分。", True),
        (LIVE, "本任务不开展活体动物的现场采样。", True),
        (BURNT, "浮标舱内的燃烧与爆炸风险控制不列入本项目研究内容。", True),
    ],
)
def test_dangers_kept_away_from(clause: str, said: str, kept_out: bool, tmp_path: Path) -> None:
    beside = "感染海豹与免疫海豹由双孔判定规则区分，舱内燃烧由泄压阀控制，现场采样用活体针。\n" if not kept_out else ""
    found = statuses(tmp_path, WORK.format(f"{clause}；"), OFFER.format(f"\n{beside}{said}\n"))
    assert (found[clause] == "insufficient") is kept_out


LISTS = "融合雷达、声呐和航行计划数据"


@pytest.mark.parametrize(
    ("said", "left_out"),
    [
        ("声呐阵列和固定水听器的信号暂不接入，本项目不采用声呐数据。", True),
        ("本项目不使用声呐数据，只用雷达和航行计划两类数据。", True),
        ("声呐数据每秒一帧，与雷达、航行计划数据对齐后融合。", False),
        ("声呐不采用拖曳式，选用舷侧阵，与雷达、航行计划数据融合。声呐每秒一帧。声呐数据先去混响。", False),
        ("以往的系统不采用声呐数据，本项目把声呐与雷达、航行计划数据融合。", False),
    ],
)
def test_one_part_of_a_list_is_left_out(said: str, left_out: bool, tmp_path: Path) -> None:
    work = WORK.replace("支持采集终端与岸基网关的漏洞检测", LISTS).format("")
    assert (statuses(tmp_path, work, OFFER.format(said))[LISTS] == "insufficient") is left_out


@pytest.mark.parametrize(
    ("told", "put_off"),
    [
        ("网关对海上作业很重要。关于检测的品种、频次以及工具的来源，目前尚未确定，拟待项目立项之后再行研究。", True),
        ("漏洞检测用自研引擎每日扫描终端与网关，结果当日推送给值守人员。工具采购目前尚未确定。", False),
    ],
)
def test_what_a_heading_names_and_its_text_puts_off(told: str, put_off: bool, tmp_path: Path) -> None:
    words = OFFER.format("").replace("（二）其他事项", f"（二）终端与网关的漏洞检测\n{told}\n（三）其他事项")
    assert (statuses(tmp_path, WORK.format(""), words)[CLAUSE] == "insufficient") is put_off
