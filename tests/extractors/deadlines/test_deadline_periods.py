"""Periods (18个月内), stages, and what a timetable tells."""

import pytest
from documents import document
from told_deadlines import deadlines

from extractors.deadlines.deadlines import find_deadlines
from pipeline.structure import structure

PERIODS = [
    ("任务完成后3个月内，由我局委托专业机构开展测评。", "other", "P3M", "任务完成"),
    ("任务完成后3个月内申请验收。", "other", "P3M", "任务完成"),
    ("2.视频答辩后20天给出是否立项的结果。", "announcement", "P20D", "视频答辩"),
    ("签约后15日内，发榜方支付首款；公示无异议后30日内，双方签订任务书。", "other", "P30D", "公示无异议"),
    ("什么时候交：签约后十个月。", "completion", "P10M", "签约"),
    ("入围的揭榜单位应在名单公布后10个工作日内提交任务书一式四份。", "materials_due", "P10D", "名单公布"),
    ("项目自合同签订之日起实施，期限不超过18个月。", "completion", "P18M", "合同签订"),
    ("项目实施期自2026年7月起计算，最长不超过30个月。", "completion", "P30M", None),  # counted from a day
    ("请于收到通知后5个工作日内提交纸质申报书。", "materials_due", "P5D", "收到通知"),
    ("揭榜任务实施周期不超过24个月。", "completion", "P24M", None),
    ("将在申报截止后20个工作日内组织答辩。", "review", "P20D", "申报截止"),
    ("各镇街、园区应在每批截止之日起5个工作日内完成初审。", "review", "P5D", "每批截止"),
    ("市局在受理结束后15个工作日内完成审核，公示后拨付。", "review", "P15D", "受理结束"),
    ("揭榜单位应在2年内完成任务。", "completion", "P2Y", None),
    ("若预审退回修改，申报企业应在5天内重新提交。", "other", "P5D", "预审退回修改"),
    ("若复核后退回修改，申请人应在5天内改正重报。", "other", "P5D", "复核后退回修改"),
    ("初审退回修改的，企业应在5日内重新报送。", "other", "P5D", "初审退回修改"),
    ("材料不齐全的，单位应在3个工作日内补充。", "other", "P3D", "材料不齐全"),
    ("如被驳回的，项目方须在7日内补正后上报。", "other", "P7D", "驳回"),
    ("企业应在网上受理后5天内递交打印的申报书。", "materials_due", "P5D", "网上受理"),
    ("自立项公告发布之日起30日内，项目单位应签订任务书。", "other", "P30D", "立项公告发布"),
    ("自本函发布之日起15日内填写回执。", "application_closes", "P15D", "本函发布"),
    ("揭榜方应当自收到通知之日起15个工作日内签订合同。", "other", "P15D", "收到通知"),
    ("双方在公示期满后20日内签订技术开发合同。", "other", "P20D", "公示期满"),
    ("三、实施期限\n合同签订后3个月内须提交详细设计。", "other", "P3M", "合同签订"),
    ("三、实施周期\n自立项之日起36个月。", "completion", "P36M", "立项"),
    ("任务执行期：两年半，自签约之日算起。", "completion", "P30M", "签约"),
]
STAGES = [
    ("项目立项后12个月内完成样机，30个月内完成示范。", [("other", "P12M"), ("completion", "P30M")]),
    ("揭榜单位应在2年内完成任务。", [("completion", "P2Y")]),
]


@pytest.mark.parametrize(("words", "kind", "duration", "after"), PERIODS)
def test_periods(words: str, kind: str, duration: str, after: str | None) -> None:
    assert [(f.kind, f.duration, f.after) for f in deadlines(words)] == [(kind, duration, after)]


@pytest.mark.parametrize("words", ["项目保护期不超过20年。", "项目寿命期不超过12年。"])
def test_how_long_a_thing_lasts_is_no_period(words: str) -> None:
    assert deadlines(words) == []


@pytest.mark.parametrize(("words", "wanted"), STAGES)
def test_stages(words: str, wanted: list[tuple[str, str]]) -> None:
    assert [(f.kind, f.duration) for f in deadlines(words)] == wanted


def test_steps_of_a_timetable() -> None:
    words = (
        "环节 | 时间 | 要求\n申报意向 | 6月3日前 | 各学院将意向汇总表报科研院，每个学院限推荐2项\n"
        "形式审查 | 6月15日17:00前 | 申报书电子版提交至科研院，过时不再受理\n形式审查 | 6月20日前 | 完成审查\n"
    )
    text, outline = structure(document("海岚大学关于组织申报的通知\n" + words))
    found = find_deadlines(text, outline, 2026)
    assert [(f.kind, f.on) for f in found] == [
        ("recommendation_due", "2026-06-03"),
        ("application_closes", "2026-06-15"),
        ("review", "2026-06-20"),
    ]


def test_a_period_under_the_head_of_its_column() -> None:
    words = "项目名称 | 研究内容 | 指标 | 工期\n检测机器人 | 研制机器人。 | 检出率≥99% | 合同签订后14个月\n"
    text, outline = structure(document("某公司揭榜公告\n" + words))
    found = find_deadlines(text, outline, 2026)
    assert [(f.kind, f.duration, f.after) for f in found] == [("completion", "P14M", "合同签订")]


def test_when_applying_begins_in_a_timetable() -> None:
    words = "事项 | 日期\n申报系统开放 | 2026年5月8日\n申报截止 | 2026年6月6日\n"
    text, outline = structure(document("海岚大学关于组织申报的通知\n" + words))
    found = find_deadlines(text, outline, 2026)
    assert [(f.kind, f.on) for f in found] == [
        ("application_opens", "2026-05-08"),
        ("application_closes", "2026-06-06"),
    ]


def test_how_a_day_in_a_row_is_told() -> None:
    words = "条款 | 内容\n完工日 | 2028-11-30，以终验签字日计。\n开工日 | 2027-01-30，以进场签字日计。\n"
    text, outline = structure(document("海岚港揭榜公告\n" + words))
    assert [(f.kind, f.on) for f in find_deadlines(text, outline, 2026)] == [("completion", "2028-11-30")]
