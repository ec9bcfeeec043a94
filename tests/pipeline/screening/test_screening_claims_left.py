"""Which claim answers a metric that it does not name: by a symbol, or as the one that is left in its unit."""

from collections.abc import Callable

import pytest

from schemas.finding import Finding

Found = Callable[..., dict[tuple[str, str], Finding]]
SAID = "整机重量不超过2.6kg，由第三方检测机构称量；力反馈分辨率达到0.08N，用标准测力计测试。"


@pytest.mark.parametrize(
    ("metric", "claim", "status"),
    [
        ("单芯片FP16达到500TFLOPS以上", "半精度浮点（FP16）稠密算力不低于0.52PFLOPS", "met"),
        ("单芯片FP16达到500TFLOPS以上", "半精度浮点（FP16）稠密算力不低于0.4PFLOPS", "insufficient"),
        ("单芯片FP16达到500TFLOPS以上", "整数（INT8）算力不低于0.52PFLOPS，字长可配置（INT4）不低于1PFLOPS", "missing"),
        ("AI训练恢复时间不超过50ms", "AI推理延时低于30ms，AI推理抖动低于5ms", "missing"),
        ("适用温度下限达到-80℃", "最低工作温度可达-85℃", "unverifiable"),  # a person has to look
        ("适用温度下限达到-80℃", "工作温度下限可达-85℃", "met"),
        ("适用温度下限达到-80℃", "工作温度下限可达-75℃", "insufficient"),
        ("功耗降低12%以上", "功耗较改造前下降15%", "met"),
        ("功耗降低12%以上", "功耗下降幅度提高到10%", "insufficient"),
        ("续航时间不少于4小时", "充电时间不超过2小时", "missing"),
        ("断网数据缓存不低于3万条", "终端本地缓存记录2万条", "insufficient"),
        ("断网数据缓存不低于3万条", "终端本地缓存记录3.5万条", "met"),
        (
            "断网数据缓存不低于3万条",
            "终端本地缓存记录2万条，离线缓存病历5万条",
            "missing",
        ),  # which of them nobody can say
        ("断网数据缓存不低于3万条", "形成标准草案2万条", "missing"),  # of another thing
        ("重点语种不少于6个", "覆盖语种26个，其中汉语、英语等六个重点语种处理效果领先", "met"),
        ("重点语种不少于6个", "覆盖语种26个，其中汉语、英语等四个重点语种处理效果领先", "insufficient"),
        ("重点语种不少于6个", "能听会说的语言一共26种，其中七门重点语言处理效果领先", "met"),
        ("覆盖语种超过20个", "语种覆盖：能听会说的语言一共20种", "insufficient"),
        ("覆盖语种超过20个", "语种覆盖：模型覆盖16个语种，外语学院有多语种教师40余人", "insufficient"),
        ("连续作业时间不低于8小时", "果实损伤率控制在1.5%以下，采后48小时检查", "missing"),
        ("片间互联带宽不低于300GB/s", "卡间链路双向带宽≥400GB/s", "met"),
        ("片间互联带宽不低于300GB/s", "卡间链路双向带宽≥200GB/s", "insufficient"),
        ("片间互联带宽不低于300GB/s", "卡间链路双向带宽≥2.2Tb/s", "insufficient"),
        ("片间互联带宽不低于300GB/s", "卡间链路双向带宽≥2.6Tb/s", "met"),
        ("整合不少于3种现有安全系统", "打通五套现有安全系统", "met"),
        ("整合不少于3种现有安全系统", "整合XDR、SIEM、EPP、EDR四类现有安全系统", "met"),
        ("整合不少于3种现有安全系统", "整合现有安全系统2种", "insufficient"),
        ("制定标准不少于2项", "制定团体标准两项", "met"),
        ("制定标准不少于2项", "制定并报批《岸电接插规范》标准一项", "insufficient"),
        ("制定标准不少于2项", "制定推广方案两项", "missing"),
        ("制定标准不少于2项", "第一年制定团体标准一项；第二年制定团体标准一项", "met"),
        ("制定标准不少于2项", "第一年制定团体标准一项；第二年累计制定团体标准一项", "insufficient"),
        ("人工智能安全测评数据集不少于3个", "建成四个测评数据集", "met"),
        ("人工智能安全测评数据集不少于3个", "建成四个检测数据表", "missing"),
        ("覆盖制造企业不少于100家", "覆盖一百二十家制造企业", "met"),
        ("覆盖制造企业不少于100家", "覆盖八十家制造企业", "insufficient"),
        ("覆盖制造企业不少于1000家", "覆盖1,200家制造企业", "met"),
        ("接入设备数量不少于40台", "接入岸桥12台、场桥34台，合计46台", "met"),  # the parts make up the sum
        ("接入设备数量不少于40台", "接入岸桥12台、场桥24台，合计36台", "insufficient"),
        ("接入设备数量不少于40台", "接入岸桥12台，维修工具合计46台", "insufficient"),
        ("单站接入设备数量不少于40台", "单站接入设备12台、二站34台，合计46台", "insufficient"),
        ("近海浮标部署数量不少于30台", "部署近海浮标12台、深海浮标34台，合计46台", "insufficient"),  # of a part
        (
            "近海浮标部署数量不少于30台",
            "近海浮标部署12台、深海浮标部署34台，合计46台",
            "unverifiable",
        ),  # a person has to look
        ("部署近海浮标数量不少于30台", "部署12台近海浮标、34台深海浮标，合计46台", "unverifiable"),
        ("浮标部署数量不少于30台", "部署近海浮标12台、深海浮标34台，合计46台", "met"),
        ("近海浮标和潜标部署数量不少于30台", "部署近海浮标12台、潜标34台，合计46台", "met"),
        ("产线产能不少于500台", "改造现有产线，改造前产线产能200台，改造后产线产能600台", "met"),
        ("续航时间不少于4小时", "电池充电时间（续航）不超过1小时，电池续航时长8小时", "met"),
        ("工作温度不高于80℃", "发电机工作温度不高于75度", "met"),
        ("参数规模不低于1000亿", "参数规模一期100亿，二期1300亿", "missing"),  # which of them counts nobody can say
        ("采样频率不低于5kHz", "数据输出速率为每秒8000次", "met"),
        ("采样频率不低于5kHz", "心跳次数为每秒8000次", "unverifiable"),  # a person has to look
        ("采样频率不低于5kHz", "采样频率为每秒8000次", "met"),
        ("采样频率不低于5kHz", "采样频率为每秒4000次", "insufficient"),
        ("额定负载不低于20kg", "末端持续抓举质量二十五公斤", "met"),
        ("额定负载不低于20kg", "末端持续抓举质量十五公斤", "insufficient"),
        ("额定负载不低于20kg", "整机自重不高于76公斤", "missing"),
        ("维间串扰低于1.5%FS", "各维之间的相互影响（串扰）不高于1.4%FS", "met"),
        ("维间串扰低于1.5%FS", "各维之间的相互影响（串扰）不高于1.6%FS", "insufficient"),
        ("岸电容量不低于5MVA", "单套岸电容量达到6000kVA", "met"),
        ("自动接插完成时间不超过10分钟", "从船舶系泊完毕到自动接插完成，不超过480秒", "met"),
        ("自动接插完成时间不超过10分钟", "从船舶系泊完毕到自动接插完成，不超过780秒", "insufficient"),
        ("年供电量不低于1500万千瓦时", "年供电量达到0.16亿度以上", "met"),
        ("喷嘴清洗周期不少于60天", "投资回收期约2.8年", "missing"),  # of the business
        ("喷嘴清洗周期不少于60天", "整机质保期为3年", "missing"),
        ("后备供电时间不少于72小时", "故障修复时间不超过90小时", "missing"),
        ("后备供电时间不少于72小时", "停电后电池续供可达80小时", "unverifiable"),
        ("后备供电时间不少于72小时", "后备电源供电80小时", "met"),
        ("投资回收期不超过5年", "建成后投资回收期约2.8年", "met"),
        ("故障响应时间不超过2小时", "接到通知后到达现场不超过1小时", "unverifiable"),
        ("年供电量不低于1500万千瓦时", "年供电量达到0.14亿度以上", "insufficient"),
    ],
)
def test_a_claim_under_another_name(found: Found, metric: str, claim: str, status: str) -> None:
    findings = found((SAID, f"{SAID}{claim}。"), metric=metric)
    statuses = {f.status for (kind, name), f in findings.items() if kind == "numeric_target" and name in metric}
    assert statuses == {status}


@pytest.mark.parametrize(
    ("metric", "first", "second", "status"),
    [
        ("心率监测误差不超过2次", "心率误差不超过1.5次", "心率误差控制在2.5次以内", "insufficient"),
        ("心率监测误差不超过2次", "心率误差不超过1.5次", "心率误差控制在1.6次以内", "met"),  # both will do
        (
            "任务调度时延不超过50毫秒",
            "任务调度时延不超过45毫秒",
            "从提交到下发的任务调度时延不超过80毫秒",
            "insufficient",
        ),
        ("任务调度时延不超过50毫秒", "任务调度时延不超过45毫秒", "从提交到下发的人工审批时延不超过80毫秒", "met"),
        ("体重估测误差不超过5%", "体重估测误差控制在4%以内", "体重估测误差6.8%", "insufficient"),
        ("产线能耗下降不低于12%", "产线能耗下降幅度达到13%", "产线能耗下降7%", "insufficient"),
        ("室内重建精度不超过2厘米", "室内重建精度达到1.5厘米", "室内重建精度不超过2.5厘米", "insufficient"),
        ("风机安装不少于20台", "首批完成风机安装4台", "其余风机安装20台", "met"),
        # of which of the two is it?
        ("病害识别准确率不低于95%；虫害识别准确率不低于80%", "识别准确率不低于96%", "识别准确率不低于85%", "met"),
    ],
)
def test_the_applicants_own_name_with_two_values(
    found: Found, metric: str, first: str, second: str, status: str
) -> None:
    findings = found(
        (SAID, f"{SAID}{first}。"), ("附件清单\n", f"（三）预期成果\n{second}。\n附件清单\n"), metric=metric
    )
    told = [f.status for (kind, name), f in findings.items() if kind == "numeric_target" and metric.startswith(name)]
    assert told == [status]


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("建成4个测评数据集共30万条", "测评数据集4个", False),  # two counts of one thing
        ("建成测评数据集30万条", "测评数据集24万条", True),
    ],
)
def test_two_counts_of_one_thing_contradict_nothing(found: Found, first: str, second: str, wrong: bool) -> None:
    changes = (SAID, f"{SAID}{first}。"), ("附件清单\n", f"（三）预期成果\n{second}。\n附件清单\n")
    findings = found(*changes, metric="测评数据集不少于20万条")
    assert any(kind == "consistency" and "测评数据集" in name for kind, name in findings) is wrong
