"""What an application promises, what is there already, and the passages that say so."""

import pytest
from extracted import FORM, parts

from extractors.application.claims import Mode, find_claims, mode_of
from extractors.application.passages import find_passages
from pipeline.records.submission import build_submission


@pytest.mark.parametrize(
    ("titles", "mode"),
    [
        (("三、攻关目标及计划", "（一）2027年预期目标"), Mode.PROMISE),
        (("三、攻关目标及计划", "（二）攻关计划"), Mode.PLAN),
        (("任务价值及效益",), Mode.PROMISE),
        (("二、现有基础及相关进展",), Mode.EXISTING),
        (("（四）潜在问题及应对举措",), Mode.SILENT),
        (("单位简介",), Mode.EXISTING),
        (("同类案例",), Mode.EXISTING),
        (("产品概述",), Mode.INTRODUCTION),
        (("一、揭榜任务介绍", "（一）任务名称及简介"), Mode.INTRODUCTION),
        (("一、近三年承担项目概况",), Mode.EXISTING),
        (("一、公司主要产品简介",), Mode.EXISTING),
        (("三 做到什么程度",), Mode.PROMISE),
        (("四 什么时候做",), Mode.PLAN),
        (("三、指标承诺",), Mode.PROMISE),
        (("二、我们承诺做到的数值",), Mode.PROMISE),
        (("（三）怎样算完成",), Mode.PROMISE),
        (("怎么算合格",), Mode.PROMISE),
        (("计算完成情况",), Mode.OPEN),
        (("（二）数值模拟研究",), Mode.OPEN),
        (("（二）完成时间",), Mode.OPEN),
        (("绩效考核制度",), Mode.OPEN),
        (("四、绩效目标",), Mode.PROMISE),
        (("4.考核要点",), Mode.PROMISE),
        (("承诺",), Mode.SILENT),
        (("六、承诺事项",), Mode.SILENT),
        (("五、诚信承诺",), Mode.SILENT),
        (("3.1 2027年成片标准",), Mode.OPEN),  # a number is no part of a title
        (("2027年成片标准",), Mode.PROMISE),
        (("二〇二七年交付线",), Mode.PROMISE),
        (("2024年研发情况",), Mode.OPEN),
        (("2024年主要产品",), Mode.OPEN),
        (("2024年检测结果",), Mode.OPEN),
        (("研究积累",), Mode.EXISTING),
        (("二、攻关目标", "（一）语料积累"), Mode.PROMISE),
        (("二、攻关目标", "（一）无人机盘点"), Mode.PROMISE),
        (("2026年攻关计划",), Mode.PLAN),
        (("家底",), Mode.EXISTING),
        (("做到了哪一步",), Mode.EXISTING),
        ((), Mode.OPEN),
    ],
)
def test_mode_of_a_section(titles: tuple[str, ...], mode: Mode) -> None:
    assert mode_of(titles) is mode


BOOK = (
    "揭榜任务书\n\n一、揭榜任务介绍\n\n（一）任务价值及效益\n\n预计2027年销售雷达不少于60套。\n\n二、现有基础\n\n现有雷达探测距离为120公里。\n\n"
    "三、目标及计划\n\n（一）2027年预期目标\n\n雷达探测距离不低于300公里，定位误差不超过5米。\n\n（二）攻关计划\n\n2026年底探测距离达到200公里。\n"
)


def test_a_plan_promises_what_holds_at_its_end() -> None:
    plan = "揭榜任务书\n\n一、攻关计划\n\n2026年底完成岸站3座。\n\n第一阶段任务完成时岸站共计5座。\n\n"
    plan += "任务结束时岸站共计9座，探测方法不少于4种。\n"
    assert [t.value for t in find_claims(*parts(plan), 2).targets] == [9, 4]


def test_an_introduction_promises_by_its_words_alone() -> None:
    words = "揭榜任务书\n\n一、任务名称及简介\n\n岸站日均接收告警不少于300条。\n\n到2027年建成岸站6座以上。\n"
    assert [t.value for t in find_claims(*parts(words), 2).targets] == [6]


def test_promises_and_other_figures() -> None:
    claims = find_claims(*parts(BOOK), 2)
    assert [(t.value, t.comparator, t.due, t.direction) for t in claims.targets] == [
        (60, ">=", "2027", 2),
        (300, ">=", "2027", 2),
        (5, "<=", "2027", 2),
    ]
    assert [(t.value, t.stage) for t in claims.figures] == [(120, "existing"), (200, "milestone")]


@pytest.mark.parametrize("sentence", ["国内厂家探测距离在80～120公里。", "同行的定位误差不超过9米。"])
def test_what_others_have_is_no_promise(sentence: str) -> None:
    claims = find_claims(*parts(f"揭榜任务书\n\n一、立项依据\n\n{sentence}\n"), 2)
    assert claims.targets == ()


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        ("已在三家电厂形成应用案例15个。", []),
        ("公司目前已建成示范线4条。", []),
        ("已有样机基础上，探测距离不低于300公里。", [300]),
        ("前期成果：低慢小目标雷达课题已验收；小模型试用，识别准确率为91%。", []),
        ("建成示范线4条。", [4]),
        ("探测距离为320公里，现有样机为150公里。", [320]),  # behind the comma of what there is
        ("识别目标24类，目前为9类。", [24]),
        ("建成示范线6条，国外同类厂商已有11条。", [6]),  # or of others
        ("探测距离320公里，进口产品为450公里。", [320]),
        ("现有示范线2条，将扩建为6条。", [6]),
        ("截至2026年3月已建成示范线3条。", []),
        ("国外企业客户不少于5家。", [5]),
        ("从公开资料看，境外甲公司的探测距离约为380公里，误差3米。", []),
        ("国内三家以上港口推广，探测距离不低于300公里。", [3, 300]),
        ("国外品牌设备兼容不少于20种。", [20]),
        ("（1）探测距离：现状120公里，到期达到300公里。", [300]),
        ("（1）探测距离：现120公里；目不小于300公里。", [300]),
        ("其四，探测距离。目前签约岸站3座，到期达到300公里以上。", [300]),
        ("COCO公开集上检测精度不低于62%。", [62]),
        ("出料温差：现有机型出料温差为±3.1℃，本项目承诺做到±1.2℃。", [1.2]),
        ("温差波动：现在 ±14%；承诺 控制在8%以内。", [8]),
        ("温差波动：±0.15%（现有水平为±0.5%；连续记录7天）。", [0.15]),
        ("现有样机基础上温差波动降到8%以内，承诺通过验收。", [8]),
        ("面向当前业务场景建成不少于20个智能体，目标用户满意度90%以上。", [20, 90]),
        ("与现有系统对接接口不少于10个，目标准确率≥95%。", [10, 95]),
        ("处理能力：在现有条件下不低于500吨/天，承诺年运行300天以上。", [500, 300]),
        ("冻结：现有机型由15℃降至−18℃需31分钟，本项目承诺缩短到20分30秒以内。", [20.5]),
        ("现有产品功耗为300W，使用寿命2年，本项目承诺做到200W。", [200]),
        ("预警提前时间：现为15分钟左右，承诺40分钟以上。", [40]),
        ("阶段性要求是：2027年底样机转速先达到2万转/分、功率24千瓦。", []),
        ("收到300台意向订单，潜深达到800米。", [300, 800]),
        ("整机不重于430克，测距误差在30厘米以里。", [430, 30]),
    ],
)
def test_what_is_there_among_goals(sentence: str, promised: list[float]) -> None:
    claims = find_claims(*parts(f"揭榜任务书\n\n一、预期目标\n\n{sentence}\n"), 2)
    assert [t.value for t in claims.targets] == promised


@pytest.mark.parametrize(
    "sentence",
    [
        "（1）探测距离：现状120公里，到期达到300公里。",
        "其四，探测距离。目前为120公里，到期提高到300公里以上。",
        "(2) 探测距离：分两期，合计300公里。",
        "（1）探测距离：现120公里；目不小于300公里。",
        " · 探测距离：现在 120 公里；承诺 不小于 300 公里，实测为准。",
        "远程：现有机型探测距离为120公里，本项目承诺做到300公里以上。",
    ],
)
def test_the_label_of_an_item_names_its_figure(sentence: str) -> None:
    claims = find_claims(*parts(f"揭榜任务书\n\n一、预期目标\n\n{sentence}\n"), 2)
    assert [(t.metric, t.value) for t in claims.targets] == [("探测距离", 300)]


def test_passages_quote_the_text() -> None:
    text, outline = parts(BOOK + "\n" + "指标 | 现状 | 目标\n探测距离 | 120公里 | 300公里\n误差 | 9米 | 5米\n")
    passages = find_passages(text, outline)
    for passage in passages:
        evidence = passage.evidence
        assert text.document.text[evidence.start : evidence.end] == evidence.text
    rows = [p.text for p in passages if "目标：" in p.text]
    assert rows == ["指标：探测距离；现状：120公里；目标：300公里", "指标：误差；现状：9米；目标：5米"]
    goal = next(p for p in passages if "300公里，" in p.text)
    assert goal.path == ("目标及计划", "2027年预期目标")


def test_table_cut_by_a_page() -> None:
    table = "序号 | 指标 | 现状 | 2027年目标\n1 | 探测距离 | 120公里 | ≥300公里\n{}2 | 定位误差 | 9米 | ≤5米\n"
    book = "任务书\n\n一、2027年预期目标\n\n技术指标见下表。\n\n"
    whole = build_submission(*parts(book + table.format("")))
    cut = build_submission(*parts(book + table.format("\n                — 3 —\n\n")))
    assert [(t.metric, t.value) for t in whole.targets] == [("探测距离", 300), ("定位误差", 5)]
    assert [(t.metric, t.value) for t in cut.targets] == [(t.metric, t.value) for t in whole.targets]


def test_a_bracket_that_tells_of_others_is_no_baseline() -> None:
    goals = "任务书\n\n一、技术指标\n\n适配功率260马力（国内现有180马力）；现有样机重量90公斤。"
    found = find_claims(*parts(goals), None)
    assert [t.value for t in found.targets if t.metric == "适配功率"] == [260]
    assert 90 not in [t.value for t in found.targets]


def test_among_goals_a_baseline_ends_at_the_semicolon() -> None:
    goals = "（一）2027年预期目标\n\n整合现有岸站，统一编号；支持二十四种浮标协议。"
    claims = find_claims(*parts(f"揭榜任务书\n\n三、目标及计划\n\n{goals}\n"), 2)
    assert [(t.metric, t.value, t.due) for t in claims.targets] == [("浮标协议", 24, "2027")]


def test_what_there_is_may_be_what_is_counted() -> None:
    goals = "（一）2027年预期目标\n\n成功整合2种现有岸站系统；现有浮标12个。"
    claims = find_claims(*parts(f"揭榜任务书\n\n三、目标及计划\n\n{goals}\n"), 2)
    assert [(t.metric, t.value) for t in claims.targets] == [("现有岸站系统", 2)]


def test_indicators_of_a_form_row_by_row() -> None:
    rows = "考核指标 | 探测距离 | ≥300公里 | 第三方检测\n考核指标 | 定位误差 | ≤5米 | 海试\n联系人 | 年龄 | 45岁 | 无\n"
    form = FORM + "单位名称 | 海州仪器有限公司 | 邮政编码 | 315000\n" + rows + "技术指标 | 连续工作不少于200天\n"
    claims = find_claims(*parts(form), None)
    assert [(t.metric, t.comparator, t.value) for t in claims.targets] == [
        ("探测距离", ">=", 300),
        ("定位误差", "<=", 5),
        ("连续工作", ">=", 200),
    ]


def test_what_the_call_asks_beside_what_is_promised() -> None:
    table = "指标 | 要求 | 承诺\n探测距离 | ≥300公里 | ≥320公里\n定位误差 | ≤5米 | ≤4米\n"
    claims = find_claims(*parts("任务书\n\n一、考核指标\n\n指标如下表。\n\n" + table), None)
    assert [(t.metric, t.value) for t in claims.targets] == [("探测距离", 320), ("定位误差", 4)]


def test_the_rows_of_a_plan_promise_at_its_end_only() -> None:
    first, last = "2026 年 1 月—6 月 | 设计 | 覆盖22个视觉任务", "2026 年 7 月—12 月 | 验收 | 覆盖30个视觉任务"
    rows = f"时间 | 阶段任务 | 细化目标\n{first}\n{last}\n"
    text, outline = parts("项目任务书\n\n3.2 重点任务攻关计划\n\n" + rows)
    claims = find_claims(text, outline, None)
    assert [t.value for t in claims.figures] == [22]
    assert [t.value for t in claims.targets] == [30]


def test_a_row_of_a_plan_whose_time_stands_behind_a_code() -> None:
    plan = (
        "揭榜任务书\n\n一、指标及计划\n\n编号 | 时间 | 内容 | 指标\nM1 | 2024年2月—2024年7月 | 训练 | 吻合率达到88%\n"
        "M2 | 2024年8月—2025年6月 | 验收 | 吻合率达到95%\n"
    )
    claims = find_claims(*parts(plan), 2)
    assert 88 not in [t.value for t in claims.targets]


def test_a_label_that_begins_like_a_way_of_testing() -> None:
    goals = "检测与防御：提出检测、防御方法14种。\n\n检测方法：连续运行7天。"
    claims = find_claims(*parts(f"揭榜任务书\n\n三、目标及计划\n\n（一）预期目标\n\n{goals}\n"), 2)
    assert [(t.metric, t.value) for t in claims.targets] == [("检测、防御方法", 14)]


def test_what_is_counted_when_the_project_is_done_is_promised() -> None:
    said = "项目完成时累计服务渔船2.6万艘，签约港口42家，可持续运营。"
    text, outline = parts(f"揭榜任务书\n\n一、项目摘要\n\n面向近海渔船开展服务。{said}\n")
    claims = find_claims(text, outline, None)
    assert [t.value for t in claims.targets] == [26000, 42]


def test_one_chapter_for_goals_and_plan() -> None:
    goals = "支持28种观测任务，覆盖近海。\n\n2026年6月至12月，支持12种观测任务。"
    claims = find_claims(*parts(f"揭榜任务书\n\n三、攻关目标及计划\n\n{goals}\n"), 2)
    assert [t.value for t in claims.targets] == [28]
    assert [t.value for t in claims.figures] == [12]


def test_a_heading_that_names_the_figure_behind_it() -> None:
    goals = "3.1 探测距离：320公里，海上实测；\n\n3.2 定位误差：不超过4米，海上实测；\n\n3.3 说明：以上由第三方检测。"
    text, outline = parts(f"揭榜任务书\n\n一、现有基础\n\n有样机。\n\n三、考核指标\n\n{goals}\n")
    claims = find_claims(text, outline, None)
    assert [(t.metric, t.value) for t in claims.targets] == [("探测距离", 320), ("定位误差", 4)]


@pytest.mark.parametrize(
    ("said", "metric"),
    [
        ("榜单值≥18路；我方承诺24路；验证：逐路扫描。", "采样通道数"),
        ("本项目完成值：24路。", "采样通道数"),
        ("备份通道不少于24路。", "备份通道"),  # its own words name it
    ],
)
def test_a_bare_promise_is_called_by_its_heading(said: str, metric: str) -> None:
    words = f"揭榜任务书\n\n四、指标响应\n\n4.1 采样通道数\n\n{said}\n"
    assert [t.metric for t in find_claims(*parts(words), 2).targets] == [metric]
