"""Beside a figure that is high enough: a poorer one for another case, a condition, others' figures, a mere wish."""

from collections.abc import Callable
from pathlib import Path

import pytest
from written_case import statuses

from schemas.finding import GAP_STATUSES

CALL = (
    "海州市科学技术局\n关于发布海洋装备揭榜榜单的通知\n一、申报材料\n证明材料：1.营业执照复印件。\n海州市科学技术局\n2026年3月2日\n"
    "附件1\n海洋装备揭榜榜单\n方向1：浮标平台\n主要任务：研制长期值守的锚泊浮标。\n"
    "考核指标：年产能达到40台；定位误差不超过3米；续航距离不小于500公里；数据回传率不低于95%；回传时延低于20毫秒；整机重量不超过60千克。\n"
    "方向2：水声通信机\n主要任务：研制水声通信机。\n考核指标：通信距离不小于10公里。\n"
    "附件2\n海洋装备揭榜挂帅申报书\n单位名称\t\t揭榜方向\t\n项目负责人姓名\t\t项目方案\t\n一、预期目标\n二、证明材料清单\n"
)
HEAD = (
    "海洋装备揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t揭榜方向\t方向1：浮标平台\n项目负责人姓名\t孙启明\t项目方案\t锚泊浮标值守\n"
    "一、预期目标\n"
)
TAIL = "研制长期值守的锚泊浮标，三点锚泊。\n二、证明材料清单\n1.营业执照复印件\n"
VALUES = {
    "年产能": "45台",
    "定位误差": "≤2米",
    "续航距离": "≥600公里",
    "数据回传率": "96%以上",
    "回传时延": "不高于15毫秒",
    "整机重量": "55千克以内",
}
AS_TABLE = HEAD + "指标\t榜单值\t目标值\t测试方法\n{}" + TAIL
ASKED = ("40台", "≤3米", "≥500公里", "≥95%", "＜20毫秒", "≤60千克")


def _table(told: dict[str, str]) -> str:
    rows = zip(told.items(), ASKED, strict=True)
    return AS_TABLE.format("".join(f"{name}\t{asked}\t{said}\t海试记录\n" for (name, said), asked in rows))


def _lines(told: dict[str, str]) -> str:
    return HEAD + "".join(f"● {name}：{said}。由省海洋计量站见证。\n" for name, said in told.items()) + TAIL


CASES = [
    # the metric, what is told of it, whether it falls short
    ("回传时延", "空载不高于15毫秒，忙时不高于40毫秒", True),
    ("回传时延", "空载不高于15毫秒，忙时不高于18毫秒", False),
    ("回传时延", "不高于0.03秒", True),
    ("数据回传率", "近岸浮标96%以上，外海和极区浮标80%以上", True),
    ("数据回传率", "晴好白天96.5%，夜间和雨雾天85%", True),
    ("数据回传率", "最好海域96%，全部海域合计91%", True),
    ("数据回传率", "96%以上，误码率2%", False),
    ("数据回传率", "96%以上，断电后变化不超过3%", False),
    ("数据回传率", "96%以上，同类产品90%", False),
    ("数据回传率", "96%以上，中期检查时90%", False),
    ("续航距离", "空走（不采数）600公里以上，采集数据时300公里", True),
    ("续航距离", "顺流600公里以上，逆流时可达520公里", False),
    ("续航距离", "两船接力合计600公里，单独一船350公里", True),
    ("续航距离", "600公里以上，岸基站间距80公里", False),
    ("整机重量", "空壳机架55千克以内；装上电池后的工作状态为78千克", True),
    ("整机重量", "空壳机架45千克以内；装上电池后的工作状态为58千克", False),
    ("整机重量", "不超过55000克（含电池，不含锚链；锚链另重180千克，放在船上）", False),
    ("整机重量", "不超过55千克（含电池，不含锚链；锚链180千克）", False),
    ("整机重量", "不超过55千克，锚链另重180千克", False),
    ("定位误差", "180次平均2米，其中约四分之一在4米至5米之间", True),
    ("定位误差", "180次平均2米，其中约四分之一在2.2米至2.5米之间", False),
    ("定位误差", "≤2米（未加装天线的对照浮标实测为7米，仅作比较）", False),
    ("定位误差", "≤2米（每季靠港检修约8米，与值守无关，不计在内）", False),
    ("整机重量", "55千克，配套锚链全套120千克", False),
    ("整机重量", "55千克（含支架；运输包装箱整体重90千克）", False),
    ("续航距离", "≥600公里，航线最远端距岸80公里", False),
    ("续航距离", "600公里（他人样机公布的数据为450公里）", False),
    ("续航距离", "由第三方按公开数据格式给出600公里", False),
    # shares of the whole, and what it is made of
    ("数据回传率", "不低于96%，其中卫星通道承担30%", False),
    ("数据回传率", "96%以上，夏季占全年数据量的40%", False),
    ("数据回传率", "96%，其中北斗通道60%，蜂窝通道36%", False),
    ("数据回传率", "96%，余下4%为校验丢弃", False),
    # a condition that others have to fulfil
    ("年产能", "自有产线30台；若银行贷款获批且订单充足，再扩至45台", True),
    ("年产能", "若市财政追加资金，达到45台", True),
    ("年产能", "45台，以订单充足为前提", True),
    ("年产能", "如用地获批则45台", True),
    ("年产能", "45台，若遇台风顺延一个月", False),
    ("年产能", "在保证质量的前提下达到45台", False),
    ("年产能", "如期达到45台", False),
    ("续航距离", "船东若准许加装电池则600公里，不准许则400公里", True),
    # others' figures, and what is only wished for
    ("定位误差", "据文献，德国同类浮标已做到≤2米，本项目以其为学习方向，不设数值", True),
    ("定位误差", "外省某厂同类浮标公开数据为2米，本项目予以引用，不另设数值", True),
    ("定位误差", "国外同类产品资料为2米", True),
    ("定位误差", "优于国外同类产品已达到的2.5米", False),
    ("定位误差", "≤2米，国外同类产品已做到2.5米", False),
    ("定位误差", "与进口产品一致（≤2米）", False),
    ("续航距离", "希望逐步接近500公里，仅作努力方向", True),
    ("续航距离", "争取向500公里靠拢", True),
    ("续航距离", "接近600公里", False),
    ("续航距离", "≥600公里，暂不提出考核要求", True),
    ("续航距离", "≥600公里，不设其他要求", False),
]


Layout = Callable[[dict[str, str]], str]


@pytest.mark.parametrize("layout", [_table, _lines])
@pytest.mark.parametrize(("name", "said", "short"), CASES)
def test_what_is_told_beside_a_figure(name: str, said: str, short: bool, layout: Layout, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL, layout(VALUES | {name: said}))
    assert (found[name] in GAP_STATUSES) is short
    assert not any(found[other] in GAP_STATUSES for other in VALUES if other != name)


def test_the_poorer_case_may_stand_first(tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL, _table(VALUES | {"数据回传率": "外海浮标80%以上，近岸浮标96%以上"}))
    assert found["数据回传率"] in GAP_STATUSES


@pytest.mark.parametrize(
    ("name", "said", "status"),
    [
        ("回传时延", "15毫秒", "met"),
        ("回传时延", "0.03秒", "insufficient"),
        ("回传时延", "空载不高于15毫秒，忙时不高于40毫秒", "insufficient"),
        ("回传时延", "空载不高于15毫秒，忙时不高于18毫秒", "met"),
        ("续航距离", "480,000米", "insufficient"),
        ("续航距离", "620,000米", "met"),
        ("续航距离", "两船接力合计600公里，单独一船350公里", "insufficient"),
        ("数据回传率", "希望能接近榜单值", "missing"),
        ("数据回传率", "—", "missing"),
        ("整机重量", "不高于58千克", "met"),
    ],
)
def test_columns_that_one_blank_parts(name: str, said: str, status: str, tmp_path: Path) -> None:
    rows = zip((VALUES | {name: said}).items(), ASKED, strict=True)
    told = "".join(f"{metric} {asked} {promise} 2027年10月 第三方海试\n" for (metric, promise), asked in rows)
    found = statuses(tmp_path, CALL, HEAD + "考核项 榜单值 承诺值 完成时点 验证\n" + told + TAIL)
    assert found[name] == status
    assert not any(found[other] in GAP_STATUSES for other in VALUES if other != name)


def test_a_promise_that_goes_on_in_the_line_below(tmp_path: Path) -> None:
    rows = "数据回传率 ≥95% 晴好白天96.5%，夜 2027年10月 不少于300次\n指标 间和雨雾天85% 海上统计\n"
    found = statuses(tmp_path, CALL, HEAD + "考核项 榜单值 承诺值 完成时点 验证\n" + rows + TAIL)
    assert found["数据回传率"] == "insufficient"


@pytest.mark.parametrize(("told", "status"), [("授时误差≤30纳秒", "missing"), ("响应时间≤15毫秒", "met")])
def test_a_figure_of_another_size_answers_nothing(told: str, status: str, tmp_path: Path) -> None:
    rows = {name: said for name, said in VALUES.items() if name != "回传时延"}
    words = HEAD + "".join(f"● {name}：{said}。\n" for name, said in rows.items()) + f"● {told}。\n" + TAIL
    assert statuses(tmp_path, CALL, words)["回传时延"] == status


@pytest.mark.parametrize(
    ("name", "said", "short"),
    [
        ("数据回传率", "水温15℃以下≥96%，15℃以上≥90%", True),
        ("数据回传率", "气压90kPa以上≥96%，90kPa以下≥93%", True),
        ("数据回传率", "三次平均≥96%，个别一次不低于92%", True),
        ("数据回传率", "五次平均≥96%，单次不低于91%", True),
        ("数据回传率", "平均≥97%，最低一次不低于90%", True),
        ("数据回传率", "水温15℃以下≥96%，15℃以上≥95%", False),
        ("数据回传率", "三次平均≥97%，个别一次不低于95%", False),
        ("数据回传率", "水温15℃以下≥96%，环境湿度90%以上", False),
        ("数据回传率", "三次平均≥96%，重复三次", False),
        ("数据回传率", "≥96%，水温不高于32℃", False),
    ],
)
def test_a_case_told_by_a_figure(name: str, said: str, short: bool, tmp_path: Path) -> None:
    assert (statuses(tmp_path, CALL, _table(VALUES | {name: said}))[name] in GAP_STATUSES) is short


@pytest.mark.parametrize(
    ("said", "short"),
    [
        ("45台（上机32台，入库备换13台）", True),
        ("45台（投运30台、备用15台）", True),
        ("45台（在线38台；库存周转7台）", True),
        ("45台，其中备用13台", True),
        ("45台，内含待装12台", True),
        ("45台（上机42台，备用3台）", False),
        ("45台（东区32台，西区13台）", False),
        ("45台，另配备用5台", False),
        ("45台（不含备用5台）", False),
        ("45台，每台备用电池2组", False),
    ],
)
def test_what_lies_in_store_is_in_no_use(said: str, short: bool, tmp_path: Path) -> None:
    call = CALL.replace("年产能达到40台", "应用浮标数量不少于40台")
    rows = {"应用浮标数量": said, **{name: value for name, value in VALUES.items() if name != "年产能"}}
    assert (statuses(tmp_path, call, _table(rows))["应用浮标数量"] in GAP_STATUSES) is short
