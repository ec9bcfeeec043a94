"""What is done in the contrary way, refused under its heading, or need not be told in so many words."""

from pathlib import Path

import pytest
from clause_case import CALL, PART
from written_case import statuses

LOOKED_UP = "布放全程的水温记录须可供养殖用户查询"
WINCH = "收放绞车自主设计"
CHIP = "采集终端的主控芯片采用国产器件"
ATLAS = "建立海况图谱库并向沿海养殖户开放"
TRIAL = "收放试验在应用单位自有场地进行"
WASTE = "妥善回收浮标废旧电池"
NO_REFIT = "布放时不得要求用户改造起吊设备"
SHELL = "在养殖用户处完成浮体外壳试用并取得试用意见"
REMOTE = "收放绞车采用遥控方式作业"
TRACE = "支持漏油事故辅助溯源分析"
NO_FENCE = "养殖作业中不得设置固定围网或拦船浮链等方式"
AT_PORT = "应在东澳渔港三号码头完成收放试验"
TAKES_IN = "吸收沿海养殖户的优良种鱼进入留种群"
OBSERVES = "实现海况观测自动完成"
UNMANNED = "实现浮标无人值守运行"
COUNTS = "实现备件盘点自动完成"
FLOTSAM = "识别海上漂浮垃圾并给出方位"
PROFILES = "采集海流剖面数据并上传"
MOORED = "研制可与现有灯标共址布放的浮标设备"
LISTED = "融合雷达、光电和声呐数据"
MEANS = "完善模型、数据、算力等平台要素"
SPLICED = "突破缆绳自动编接技术"
DRIFTS = "用真实海况数据建立漂移模型，并讲清模型偏移后如何校正"

PUBLISHED = "统一浮标的挂接和供电接口，并向社会公开接口文件"
SELF_SERVED = "浮标的滤网、毛刷等易损件可由养殖户自行更换"
RESENT = "通信恢复后补传断网期间的海况数据"


@pytest.mark.parametrize(
    ("clause", "said", "told"),
    [
        (SELF_SERVED, "滤网和毛刷为整体焊接，养殖户不得自行拆换。", True),
        (SELF_SERVED, "滤网和毛刷磨损以后，须返厂由我公司统一更换。", True),
        (SELF_SERVED, "滤网和毛刷养殖户可自行拆换，电池舱不得自行拆卸。", False),
        (SELF_SERVED, "滤网和毛刷卡扣安装，养殖户五分钟即可换好；声呐须返厂由我公司维修。", False),
        (WINCH, "收放绞车直接采购进口HW-2型成品，到货后装到甲板上。", True),
        (WINCH, "自己设计收放绞车的事，等项目验收以后看行情再作考虑。", True),
        (WINCH, "收放绞车由本公司自主设计，同时采购市售成品两台作对照。", False),
        (WINCH, "收放绞车由本公司自主设计制造；试验水池直接采购成品。", False),
        (WINCH, "收放绞车由我方技术中心出图，不外购成品。", False),
        (WINCH, "收放绞车全部由我方出图，禁止直接采购整机。", False),
        (WINCH, "收放绞车自主设计，等图纸评审以后再投料加工。", False),
        (CHIP, "主控芯片沿用进口型号，国产替换放到项目验收以后再研究。", True),
        (CHIP, "采集终端的主控芯片选用国产器件，不再沿用进口型号。", False),
        (CHIP, "采集终端的主控芯片选用国产器件，国产化率在验收以前达到95%。", False),
        (ATLAS, "海况图谱库只供本公司预报员内部查阅，不对其他养殖户开放。", True),
        (ATLAS, "海况图谱库分两级，原始数据只供内部核验，图谱全部向沿海养殖户开放。", False),
        (ATLAS, "海况图谱库向沿海养殖户开放。原始雷达数据不对外开放。", False),
        (LOOKED_UP, "水温记录传回公司机房留存一年，不对外提供，如有疑问由客服口头答复。", True),
        (LOOKED_UP, "水温记录在公司网页公布，养殖用户扫码即可查询水温。船上水温的原始数据不对外提供。", False),
        (LOOKED_UP, "水温记录由养殖用户在网页查询；用户信息与水温测点位置的对应表不对外提供。", False),
        (TRIAL, "收放试验改在外协船厂的码头上做，由我方派人跟班。", True),
        (TRIAL, "收放试验在应用单位自有场地做，浮体外壳委托外协厂代为加工。", False),
        (NO_REFIT, "浮标上船前，起吊机须由用户自行加装转接梁。", True),
        (NO_REFIT, "起吊机的改造费用约8万元，由用户承担。", True),
        (NO_REFIT, "质保期后备件购置费用由用户承担。", False),  # what use wears out
        (NO_REFIT, "日常使用中由用户负责更换起吊机的易损滤芯。", False),
        (NO_REFIT, "岸上的仓库须由用户自行购置货架。", False),  # another thing
        (NO_REFIT, "起吊机改造费用由我公司承担，用户配合拆装。", False),
        (NO_REFIT, "起吊机无需用户改造。起吊绳须由用户自行更换的情形，只在断裂以后。", False),
        (WASTE, "废旧电池由船员就地掩埋，不再运回。", True),
        (WASTE, "浮标废旧电池严禁就地掩埋，统一运回后交有资质的单位回收。", False),
        ("浮标舱底油污水须全部回收利用，不得外排", "舱底油污水全部回收利用，我方承诺不设外排口。", False),
        (WASTE, "换下的浮标废旧电池随补给船带走，交专业公司处理，值班员不得图省事就地丢弃。", False),
        (WASTE, "禁止船员就地丢弃浮标废旧电池，随补给船带走。", False),
        (WASTE, "浮标废旧电池随补给船带走，任何人不得擅自露天焚烧。", False),
        (WASTE, "浮标废旧电池不再禁止船员就地掩埋。", True),
        (WINCH, "收放绞车由我方出全部图纸并试制样机，绞车用的轴承、电机等标准件直接采购进口产品。", False),
        (WINCH, "收放绞车和电机直接采购进口成品。", True),
        (CHIP, "采集终端的主控芯片选用龙芯系列。采集终端外壳仍用进口铝材。", False),
        (CHIP, "主控芯片选用龙芯系列，采集终端外壳仍用进口铝材。", False),
        (CHIP, "采集终端的主控芯片仍用进口型号。", True),
        (ATLAS, "沿海养殖户用手机号登录就能免费查海况图谱库。图谱库的后台管理接口不对外开放。", False),
        (ATLAS, "海况图谱库和原始数据均不对外开放。", True),
        (OBSERVES, "海况观测不再由值班员人工完成，改由浮标自动观测，结果每小时上传。", False),
        (OBSERVES, "海况观测不再到现场进行，改由浮标自动观测海况，结果每小时上传。", False),
        (COUNTS, "备件盘点不再由库房人员进行，由系统自动完成。", False),
        (UNMANNED, "浮标运行不设值守人员，由岸基系统远程启停。", False),
        (FLOTSAM, "值班员不再凭经验识别海上漂浮垃圾，由摄像机自动判断并报方位。", False),
        (FLOTSAM, "本平台不再识别海上漂浮垃圾的方位。", True),
        (PROFILES, "值班员不再下水采集海流剖面数据，由浮标自动测量并上传。", False),
        (TAKES_IN, "不再从沿海养殖户吸收任何种鱼，改由本场选留。", True),
        (SHELL, "浮体外壳试用这一环不再到养殖用户处进行，由公司水池试验代替。", True),
        (SHELL, "浮体外壳在养殖用户处试用半年，用户出具试用意见。", False),
        (NO_FENCE, "为防渔船误入，在平台四周铺设两道拦船浮链，渔船从外侧绕行。", True),
        (NO_FENCE, "传统平台在四周铺设两道拦船浮链，本平台靠雷达识别来船，不设拦船浮链。", False),
        (NO_FENCE, "平台靠雷达识别来船，取代铺设拦船浮链的做法。", False),
        (AT_PORT, "收放试验安排在公司自有水池内进行，水深相同，不再占用东澳渔港三号码头。", True),
        (AT_PORT, "收放试验夜间进行，不占用东澳渔港三号码头正常作业时间。", False),
        (AT_PORT, "先在公司水池调试，收放试验在东澳渔港三号码头完成，样机撤离后不再占用东澳渔港三号码头。", False),
        (TAKES_IN, "今后种鱼只在本场选留，不再从沿海养殖户吸收任何种鱼。", True),
        (TAKES_IN, "种鱼每年从沿海养殖户吸收两批，带病的种鱼不再留用。", False),
        (DRIFTS, "漂移模型用三年真实海况数据建立。模型偏移以后如何校正，本方案暂不涉及。", True),
        (DRIFTS, "漂移模型用三年真实海况数据建立。模型偏移以后如何校正，见下：每月用浮标轨迹重算一次参数。", False),
        (REMOTE, "收放时甲板操作员全程在绞车旁手动操作，便于观察缆绳。", True),
        (REMOTE, "收放作业由驾驶室遥控；绞车旁设手动操作手柄，检修时由甲板操作员现场操作。", False),
        (REMOTE, "操作员在驾驶室里用手柄操控绞车，人不到甲板。", False),
        (PUBLISHED, "挂接尺寸和供电定义属于本公司商业秘密，不对外公布。", True),
        (PUBLISHED, "挂接尺寸和供电定义在公司官网公布，任何人可以下载；浮标的供电电池成本不对外公布。", False),
        (PUBLISHED, "挂接和供电接口的文件向社会公开。挂接机构的图纸不公开。", False),
        (RESENT, "断网期间的海况数据只存在内存里，通信恢复时清空，不再上传。", True),
        (RESENT, "断网期间的海况数据先存在卡上，通信恢复后补传，重复的海况数据不再上传。", False),
        (RESENT, "断网期间的海况数据先存在卡上，通信恢复后由浮标自动上传。断网期间的重复数据不再上传。", False),
        (SHELL, "浮体外壳试用视养殖用户届时愿不愿意借出海区再决定要不要开展。", True),
        (SHELL, "浮体外壳在养殖用户处试用半年并取得试用意见，视海况再决定要不要加挂沉块。", False),
        (TRACE, "漏油事故的追溯不列入本次任务。", True),
        (MOORED, "浮标较重，须另行选址、单独建站布放，不能装在原来的位置。", True),
        (MOORED, "浮标不能装在灯标上，须在灯标300米以外另行新建独立桩杆和机房。", True),
        (MOORED, "浮标较重，也不与别家设备共址。", True),
        (MOORED, "浮标与灯标共址布放，新增海区须另行选址时先报海事部门。", False),
        (MOORED, "浮标装在灯标旁的同一锚位，供电共用。", False),
        (MOORED, "浮标装在灯标的锚位上，总装车间拟另行选址。", False),
        (MOORED, "浮标装在灯标的锚位上，不与雷达共用频率。", False),
        (MOORED, "支持不同用途的灯标共址布放。", False),
        (LISTED, "融合雷达、光电和声呐数据识别目标。雷达罩不采用金属材料。", False),
        (LISTED, "三类数据融合后识别目标。光电转台不使用液压传动。", False),
        (LISTED, "融合雷达和光电数据识别目标。声呐数据暂不接入平台。", True),
        (LISTED, "融合雷达和声呐数据识别目标，不采用光电数据。", True),
        (MEANS, "平台备有模型、数据和算力三类要素。平台不涉及数据出境。", False),
        (MEANS, "平台备有模型、数据和算力三类要素。数据采集不涉及个人隐私。", False),
        (SPLICED, "缆绳的编接仍由本公司帆缆工手工完成，沿用现有的工序。", True),
        (SPLICED, "缆绳编接由编接机自动完成，接头仍由帆缆工人工复检。", False),
        (SPLICED, "缆绳编接仍以人工为主，效率低，本项目改由编接机完成。", False),
        (SPLICED, "缆绳编接目前仍靠人工，本项目改由编接机完成。", False),
        (TRACE, "漏油事故发生后按漂移轨迹反推来源，辅助溯源分析，半小时内给出结果。", False),
    ],
)
def test_the_contrary_of_what_is_asked(clause: str, said: str, told: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL.format(clause=clause), PART.format(said=said))
    assert (found[clause] == "insufficient") is told


@pytest.mark.parametrize(
    ("mark", "said", "told"),
    [
        ("，", "图谱资源池仅供本公司及子公司内部调用，不向其他单位提供接口。", True),
        ("；", "图谱资源池仅供本公司及子公司内部调用，不向其他单位提供接口。", False),  # another task's
        ("，", "图谱资源池向沿海养殖户开放查询；运维台账仅供本公司内部使用。", False),
        ("，", "试验水池仅供本公司内部使用。", False),
    ],
)
def test_what_is_to_be_opened_is_named_in_the_clause_before(mark: str, said: str, told: bool, tmp_path: Path) -> None:
    clause = "整合雷达、光电和声呐数据集，并实现对外开放"
    both = CALL.format(clause=f"构建标准化图谱资源池{mark}{clause}")
    said = f"整合雷达、光电和声呐三类数据集，统一编号。{said}"
    assert (statuses(tmp_path, both, PART.format(said=said))[clause] == "insufficient") is told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("丁、锚链。\n用旧的锚链每年约一百米，不列入本项目研究和建设内容，仍卖给废品站。", True),
        ("丁、锚链。\n用旧的锚链切段再生后作浮体配重；船期不列入本项目研究和建设内容。", False),
        ("丁、船期。\n用旧的锚链切段再生后作浮体配重。船期每月两次，不列入本项目研究和建设内容。", False),
    ],
)
def test_what_a_title_of_one_word_names_is_out_of_the_work(said: str, told: bool, tmp_path: Path) -> None:
    clause = "同步开展锚链综合利用"
    found = statuses(tmp_path, CALL.format(clause=clause), PART.format(said=f"丙、补电。\n波浪能补电。\n{said}"))
    assert (found[clause] == "insufficient") is told


TOGETHER = "联合沿海养殖企业开展应用验证"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("应用验证要占用养殖档期，本项目期内暂不安排，待结题以后视市场情况再作考虑。", True),
        ("应用验证分春秋两季，在三家企业的网箱上各做一轮，由企业记录并签字确认。", False),
        ("六月台风多，暂不安排，待九月以后进行，在三家企业各做一轮。", False),
        ("养殖企业各有档期，该项视船期择机探索，不列入本任务的交付和验收内容。", True),
        ("应用验证分春秋两季，在三家企业的网箱上各做一轮，由企业记录并签字确认，船期不列入考核。", False),
        ("出海调查在春汛期内暂不安排；应用验证分两季，在三家企业的网箱上各做一轮。", False),
    ],
)
def test_what_its_heading_names_is_refused(said: str, told: bool, tmp_path: Path) -> None:
    part = PART.format(said=f"1. 与养殖企业的应用验证\n{said}\n2. 补电\n波浪能日均补电600瓦时。")
    found = statuses(tmp_path, CALL.format(clause=TOGETHER), part)
    assert (found[TOGETHER] == "insufficient") is told


@pytest.mark.parametrize(
    ("clause", "name", "said", "missing"),
    [
        ("电池舱漏液密闭收集，不造成二次污染", "不造成二次污染", "电池舱漏液用托盘密闭收集。", False),
        ("收放装置实现无人值守，支持不断电条件下更换电池", "支持不断电条件下更换电池", "收放装置实现无人值守。", True),
        ("收放装置实现无人值守，支持断电自锁", "支持断电自锁", "收放装置实现无人值守。", True),
        ("研制样机并开展海上应用", "研制样机并开展海上应用", "第二年做样机两台，放两处网箱对比。", False),
    ],
)
def test_what_need_not_be_told_in_so_many_words(
    clause: str, name: str, said: str, missing: bool, tmp_path: Path
) -> None:
    found = statuses(tmp_path, CALL.format(clause=clause), PART.format(said=said))
    assert (found[name] == "missing") is missing


@pytest.mark.parametrize(
    ("clause", "said", "told"),
    [
        (
            "编写船员照着就能操作的手册",
            "按收、放、检修三个岗位各编一本册子，照着图一页一步操作，船员试做通过后定稿。",
            False,
        ),
        ("编写船员照着就能操作的手册", "船员培训三天后上岗。", True),
        (
            "制定核心知识产权的共享办法",
            "1. 知识产权\n核心专利归公司，围绕锚泊做布局，补电专利两家共有，成员按协议共享使用。\n2. 补电\n略。",
            False,
        ),
    ],
)
def test_a_paper_under_another_name(clause: str, said: str, told: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL.format(clause=clause), PART.format(said=said))
    assert (found[clause] in ("missing", "insufficient")) is told


@pytest.mark.parametrize(
    ("more", "bound"),
    [("，但海况差异较大，本项数值仅供参考，不作为验收考核内容", False), ("，以海试记录为准", True)],
)
def test_a_figure_behind_a_number_and_a_blank_that_binds_nobody(more: str, bound: bool, tmp_path: Path) -> None:
    offer = PART.format(said="收放绞车自主设计制造。").replace("，布放水深600米", "")
    offer = offer.replace(
        "（二）", f"考核指标\n1. 值守时间：不少于200天。\n2. 布放水深（近岸）：力争达到600米{more}。\n（二）"
    )
    found = statuses(tmp_path, CALL.format(clause=WINCH), offer)
    assert (found["布放水深"] == "met") is bound
