import pytest

from extractors.values.durations import find_durations

# text, words, ISO 8601, the event it counts from
DURATIONS = [
    ("在2年内完成任务", "2年内", "P2Y", None),
    ("实施周期不超过24个月。", "24个月", "P24M", None),
    ("申报单位应在系统受理后5天内打印", "5天内", "P5D", "系统受理"),
    ("自公告发布之日起十五日内", "十五日内", "P15D", "公告发布"),
    ("于收到通知后3个工作日内", "3个工作日内", "P3D", "收到通知"),
    ("合同签订后18个月", "18个月", "P18M", "合同签订"),
    ("公示结束后1个季度内", "1个季度内", "P3M", "公示结束"),
    ("2.立项后24个月内完成", "24个月内", "P24M", "立项"),
    ("（3）签约后10个工作日内", "10个工作日内", "P10D", "签约"),
    ("半年内", "半年内", "P6M", None),
    ("实施期不超过2年6个月，最迟于年底", "2年6个月", "P2Y6M", None),
    ("签约后一年三个月内", "一年三个月内", "P1Y3M", "签约"),
    ("连续运行48小时以内", "48小时以内", "PT48H", None),
    ("签约后一年半内", "一年半内", "P18M", "签约"),
    ("90分钟以内", "90分钟以内", "PT90M", None),
    ("半小时内响应", "半小时内", "PT30M", None),
    ("连续运行10000小时", "10000小时", "PT10000H", None),
    ("自收到通知书之日起30个自然日内", "30个自然日内", "P30D", "收到通知书"),
]
NONE = ["2008 年", "二〇〇六年", "15年3月2日", "2025年4月1日", "近5年以来", "第3年", "2025年度", "每月5日"]


@pytest.mark.parametrize(("text", "words", "iso", "after"), DURATIONS)
def test_duration(text: str, words: str, iso: str, after: str | None) -> None:
    [found] = find_durations(text)
    assert (text[found.start : found.end], found.iso, found.after) == (words, iso, after)


@pytest.mark.parametrize("text", NONE)
def test_no_duration(text: str) -> None:
    assert find_durations(text) == []
