import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.targets.clauses import find_clauses
from extractors.text.spans import Span

# words, clauses
CASES = [
    ("建立数据追溯机制，做到一批一码。榜额900万元。", ["建立数据追溯机制，做到一批一码"]),
    ("建设潮汐语料库，加强观测数据的清洗。", ["建设潮汐语料库", "加强观测数据的清洗"]),
    # with what there is, in an item of a list; too short to stand alone
    ("（1）只读采集现有浮标数据；（2）结果与现有工单系统对接。", ["只读采集现有浮标数据", "结果与现有工单系统对接"]),
    ("（1）海区现有手段单一；（2）研制双向浮标。", ["研制双向浮标"]),
    ("海图数据在岸基内网处理，不得出网。", ["海图数据在岸基内网处理，不得出网"]),
    ("另外，方案书要回答：断缆时怎样保护；家里怎么用。", ["断缆时怎样保护", "家里怎么用"]),
    # a frame goes with what is asked for
    ("围绕深海作业等场景，打造训练基础设施。", ["围绕深海作业等场景，打造训练基础设施"]),
    ("通过主动降噪等技术，提升通信机的可靠性。", ["通过主动降噪等技术，提升通信机的可靠性"]),
    # so does the case in which it is asked for, and what must not happen in that case
    ("断缆时，浮标要保持定位，不得漂出警戒区。", ["断缆时，浮标要保持定位，不得漂出警戒区"]),
    ("布放完成后，自动上传校准数据。", ["布放完成后，自动上传校准数据"]),
    ("数据上传延迟不超过2小时，浮标要保持定位。", ["数据上传延迟不超过2小时", "浮标要保持定位"]),
    ("浮标要保持定位，不得使用含汞电池。", ["浮标要保持定位", "不得使用含汞电池"]),
    # 不依赖 is asked for, 依赖 is how things are
    ("不依赖岸基信号即可完成组网；支持远程布放。", ["不依赖岸基信号即可完成组网", "支持远程布放"]),
    ("核心器件依赖进口；支持远程布放。", ["支持远程布放"]),
    # what goes on with 并, 提升 is one with what is before
    (
        "探索通过智能算法增强海况模拟等方法，对近海潮汐进行预测。",
        ["探索通过智能算法增强海况模拟等方法，对近海潮汐进行预测"],
    ),
    ("发挥海岛风光资源优势，研制浮式制氢平台。", ["发挥海岛风光资源优势，研制浮式制氢平台"]),
    ("汇聚权威的观测数据资源，赋能行业发展。", ["汇聚权威的观测数据资源"]),
    ("整合声学与光学数据，并实现对外开放。", ["整合声学与光学数据，并实现对外开放"]),
    # 突破 and 满足 ask for something of their own
    ("实现装备智能化改造，满足高海况作业需求。", ["实现装备智能化改造", "满足高海况作业需求"]),
    # the year is not part of a clause, a vague one is none
    ("到2027年，支持断电后自动续传；赋能行业发展。", ["支持断电后自动续传"]),
    ("到2028年6月，应达到以下要求：\n（1）支持断电后自动续传；", ["支持断电后自动续传"]),
    ("拓展智能装备在典型场景下的规模化应用；研制声学模块。", ["研制声学模块"]),
    # how things are is said before what is asked for
    (
        "集团现有管道大部分建成较早，停水代价大。要求研制检测机器人；能够识别漏点。",
        ["要求研制检测机器人", "能够识别漏点"],
    ),
    (
        "市区管段老旧，现有手段难以发现微小渗漏。需研制在线监测终端，在市区成片部署。",
        ["需研制在线监测终端", "在市区成片部署"],
    ),
    ("路面塌陷时有发生，误报频繁。需构建预警平台。", ["需构建预警平台"]),
    (
        "突破水下成像技术。研制声学成像样机。需研制判读软件。",
        ["突破水下成像技术", "研制声学成像样机", "需研制判读软件"],
    ),
    # a wrap inside a cell does not cut, the number of an item does
    ("1.支持远程\n布放；\n2.兼容现有母船", ["支持远程\n布放", "兼容现有母船"]),
    (
        "研制布放装备。装备应采用天然工质；数据须接入平台；须编制维护规程。",
        ["研制布放装备", "装备应采用天然工质", "数据须接入平台", "须编制维护规程"],
    ),
    (
        "海域浮标维护不便，电耗居高不下。面向近海养殖，研制自供能浮标。",
        ["面向近海养殖，研制自供能浮标"],
    ),
    (
        "面向近海养殖，研制浮标。建设任务包括：（a）研制自供能浮标；（b）打通数据交换。",
        ["面向近海养殖，研制浮标", "研制自供能浮标", "打通数据交换"],
    ),
    ("a) 支持远程布放；\nb) 兼容现有母船。", ["支持远程布放", "兼容现有母船"]),
    ("具体要求：（1）支持远程布放；（2）兼容现有母船。", ["支持远程布放", "兼容现有母船"]),
    ("一是支持远程布放；二是兼容现有母船。", ["支持远程布放", "兼容现有母船"]),
    ("涉及航道占用的，先报海事部门许可，不得先布放后报批。", ["涉及航道占用的，先报海事部门许可，不得先布放后报批"]),
    # of what there is, and asked for
    ("不中断现有控制系统；断网后数据自动补传。", ["不中断现有控制系统", "断网后数据自动补传"]),
    ("兼容现有母船；支持远程布放。", ["兼容现有母船", "支持远程布放"]),
    # what is asked behind a sentence that tells how things are; not behind an item of the same list
    ("每年弃置的浮标堆在港区，占用岸线。承担方应建成拆解线。", ["承担方应建成拆解线"]),
    ("浮标出水后长期存放，锈蚀严重。盼有一台除锈机。", ["盼有一台除锈机"]),
    ("操作界面使用中文；承担方应开展培训。", ["操作界面使用中文", "承担方应开展培训"]),
    # items behind bullets and numbers of several figures; a dash inside a word parts nothing
    ("◆浮标可回收\n◆壳体颜色稳定", ["浮标可回收", "壳体颜色稳定"]),
    ("1.2.1 能由渔船运载\n1.2.2 戴手套可操作", ["能由渔船运载", "戴手套可操作"]),
    ("——臭气须收集处理；\n——低温下可启动。", ["臭气须收集处理", "低温下可启动"]),
    # numbers within a line; a reference is none
    ("（1）不得损伤网衣 （2）图像可回放", ["不得损伤网衣", "图像可回放"]),
    ("①不得损伤网衣②图像可回放", ["不得损伤网衣", "图像可回放"]),
    ("支持条款（2）所列接口", ["支持条款（2）所列接口"]),
    # a comma inside brackets does not cut
    ("研制多种接口（串口，网口）的节点", ["研制多种接口（串口，网口）的节点"]),
]


@pytest.mark.parametrize(("words", "clauses"), CASES)
def test_clauses(words: str, clauses: list[str]) -> None:
    assert [words[c.start : c.end] for c in find_clauses(words, Span(0, len(words)))] == clauses


def test_numeric_clauses_stand_alone() -> None:
    words = "研制通信机，支持声学、光学、电磁等不少于5项链路，与主流母船完成适配"
    at = words.index("不少于5项链路")
    found = find_clauses(words, Span(0, len(words)), [Span(at, at + 7)])
    assert [(words[c.start : c.end], c.numeric) for c in found] == [
        ("研制通信机", False),
        ("支持声学、光学、电磁等不少于5项链路", True),
        ("与主流母船完成适配", False),
    ]


@given(st.text(alphabet="研制围绕通过，。；（）《》“”\n 1.2、等", max_size=60))
def test_clauses_lie_inside_and_in_order(words: str) -> None:
    found = find_clauses(words, Span(0, len(words)))
    assert all(0 <= c.start < c.end <= len(words) for c in found)
    assert [c.start for c in found] == sorted(c.start for c in found)
