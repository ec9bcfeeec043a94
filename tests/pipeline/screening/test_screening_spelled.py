"""Counts written as words, which no figure says; figures that goals need, words for measures against risks."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from written_case import APPLICATION, NOTICE, statuses

from pipeline.screening.chapters.asks import unanswered
from schemas.notice import Notice
from schemas.submission import Submission


@pytest.fixture
def counting(notice: Notice) -> Notice:
    """A notice that wants applications on two installations besides."""
    first = next(o for o in notice.obligations if o.kind == "numeric_target" and o.target is not None)
    assert first.target is not None
    update = {"metric": "装置上应用", "value": 2.0, "unit": "套", "canonical_value": 2.0, "canonical_unit": "个"}
    wanted = first.model_copy(
        update={"id": "count", "name": "装置上应用", "target": first.target.model_copy(update=update)}
    )
    return notice.model_copy(update={"obligations": (*notice.obligations, wanted)})


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("灌溉模型在水厂、泵站两套装置上应用。", set()),
        ("将在三套示范装置上推广。", set()),
        ("将在3套示范装置上推广。", set()),
        ("在一套装置上应用。", {("numeric_target", "装置上应用", "insufficient")}),
        ("目前已在两套装置上应用。", {("numeric_target", "装置上应用", "missing")}),
        ("完成3套示范装置应用。", set()),
        ("累计完成3套示范装置应用。", {("numeric_target", "装置上应用", "missing")}),
        ("编制两套操作规程。", {("numeric_target", "装置上应用", "missing")}),
        ("预留两套装置的余量。", {("numeric_target", "装置上应用", "missing")}),
    ],
)
def test_a_count_in_words(
    text: str, gaps: set[Any], counting: Notice, submission: Submission, gaps_of: Callable[..., set[Any]]
) -> None:
    first = submission.passages[0]
    evidence = first.evidence.model_copy(update={"text": text, "end": len(text)})
    passages = (*submission.passages, first.model_copy(update={"text": text, "evidence": evidence}))
    assert gaps_of(submission.model_copy(update={"passages": passages}), counting) == gaps


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("在二厂开展四个月的现场连续运行。", set()),
        ("现场连续运行120天。", set()),
        ("现场连续运行两个月。", {("numeric_target", "现场连续运行", "insufficient")}),
        ("已现场连续运行四个月。", {("numeric_target", "现场连续运行", "missing")}),
        ("2026年11月完成现场连续运行的试验。", {("numeric_target", "现场连续运行", "missing")}),
        ("6月30日现场连续运行开始。", {("numeric_target", "现场连续运行", "missing")}),
        ("第三年现场连续运行开始。", {("numeric_target", "现场连续运行", "missing")}),
    ],
)
def test_how_long_something_lasts(
    text: str, gaps: set[Any], counting: Notice, submission: Submission, gaps_of: Callable[..., set[Any]]
) -> None:
    *others, count = counting.obligations
    assert count.target is not None
    update = {"metric": "现场连续运行", "value": 3.0, "unit": "个月", "canonical_value": 3.0, "canonical_unit": "个月"}
    lasting = count.model_copy(update={"name": "现场连续运行", "target": count.target.model_copy(update=update)})
    first = submission.passages[0]
    evidence = first.evidence.model_copy(update={"text": text, "end": len(text)})
    passages = (*submission.passages, first.model_copy(update={"text": text, "evidence": evidence}))
    notice = counting.model_copy(update={"obligations": (*others, lasting)})
    assert gaps_of(submission.model_copy(update={"passages": passages}), notice) == gaps


def test_a_count_of_none(counting: Notice, submission: Submission, gaps_of: Callable[..., set[Any]]) -> None:
    *others, count = counting.obligations
    assert count.target is not None
    update = {"comparator": "<=", "value": 0.0, "canonical_value": 0.0}
    none = count.model_copy(update={"target": count.target.model_copy(update=update)})
    notice = counting.model_copy(update={"obligations": (*others, none)})
    first = submission.passages[0].model_copy(update={"text": "在一套装置上应用。"})
    changed = submission.model_copy(update={"passages": (*submission.passages, first)})
    assert gaps_of(changed, notice) == {("numeric_target", "装置上应用", "insufficient")}


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("机理模型失配时自动退回人工；网络按等保三级建设，单向网闸隔离。", True),
        ("数据质量差，先治理三个月再训练。", True),
        ("绿氢价格波动由长协锁价；氢脆风险选用抗氢钢并每季探伤。", True),
        ("数据不足——与有关部门共享数据；停机影响生产——在检修期施工。", True),
        ("R1 站厅信号弱—惯性、磁场、视觉三路互备。R2 骨干流失—关键模块双人管。", True),
        ("主要有数据质量风险、设备故障风险和市场波动风险。", False),
        # a list behind a colon, and a word that 拟 is part of
        ("主要风险包括：海况恶劣、样机受损、进度滞后。", False),
        ("风险包括：数值模拟偏差大；样机受损。", False),
        ("主要风险如下：海况恶劣、样机受损。", False),
        ("风险包括：样机受损，备用整机一台。", True),
        ("模拟与实测偏差较大，拟增加海试航次。", True),
        ("样机受损：另备一台整机。", True),
    ],
)
def test_measures_against_risks(text: str, answered: bool) -> None:
    lacks = [ask.name for ask in unanswered("风险应对", "列出主要风险及措施", text)]
    assert ("应对措施" not in lacks) is answered


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("潜深不低于800米，航程明显增加。", True),
        ("测试场景有三处，分别为近海、港口和外海，潜深明显增加。", False),
        ("面向3处应用场景，潜深明显增加。", False),
        ("测试场景有三处；潜深不低于800米。", True),
        ("潜深不低于800米；测试场景有三处。", True),
        ("按国标测试方法检测，潜深误差≤2%。", True),
        ("在3处示范场景中识别准确率不低于95%。", True),
        ("应用示范场景三处，潜深不低于800米。", True),
        ("建成示范场景不少于3处。", True),
        ("在两个典型场景试用，潜深明显增加。", False),
        ("验证场景共4个，潜深明显增加。", False),
        ("近三年持续增加潜深。", False),
        ("近三年持续攻关，潜深达到八百米。", True),
        ("到2027年潜深明显增加。", False),
        ("潜深提高近一倍。", True),
        ("功耗降低近三成。", True),
    ],
)
def test_figures_of_goals(text: str, answered: bool) -> None:
    """Those that count the places of the test, or years, are none."""
    lacks = [ask.name for ask in unanswered("预期目标", "主要指标的数值、含义", text)]
    assert ("指标数值" not in lacks) is answered


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("样机购置 340（补助120，自筹220）\n模具 100（补助40，自筹60）", True),
        ("样机购置 340\n合计 340", True),
        ("总额440，其中补助160、自筹280。", False),
        ("样机 3 台，测试 28 次。", False),
    ],
)
def test_heads_of_a_budget_with_the_unit_above(text: str, answered: bool) -> None:
    lacks = [ask.name for ask in unanswered("经费安排（单位：万元）", "按支出科目列出", text)]
    assert ("支出科目" not in lacks) is answered


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("公司秉持诚信为先的理念，获评先进集体，设有员工书屋，每年组织两次团建。", False),  # of the company alone
        ("先请省内三家养殖场看船，再以租代售，三年内推广二十套。", True),
        ("验收后为沿海各县培训操作员，由合作社统一布放。", True),
    ],
)
def test_how_results_are_spread(text: str, answered: bool) -> None:
    lacks = [ask.name for ask in unanswered("推广计划", "说明成果推广的对象、步骤和方式", text)]
    assert ("推广安排" not in lacks) is answered


CALL = (
    "附件1\n榜单\n方向1：多语种语音模型\n揭榜任务：研制语音模型。\n"
    "预期目标：覆盖语种超过20个，其中英语、法语等5个以上重点语种的识别效果领先。\n附件2\n申报表\n单位名称：\n揭榜方向：\n"
)
OFFER = "申报表\n单位名称：海岚公司\n揭榜方向：方向1：多语种语音模型\n揭榜任务书\n一、预期目标\n"
OFFER += "（1）语种：覆盖语种24个。\n{}\n"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("（2）重点语种：英语、法语、日语、俄语、汉语、德语6种的错误率低于现有商用引擎。", "met"),
        ("（2）重点语种：英语、法语、日语3种的错误率低于现有商用引擎。", "insufficient"),
        ("（2）重点语种：现有6种，另行扩充。", "missing"),
    ],
)
def test_a_count_in_the_line_that_the_name_heads(line: str, status: str, tmp_path: Path) -> None:
    assert statuses(tmp_path, CALL, OFFER.format(line))["重点语种"] == status


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("14种疾病各有独立的判别头", "met"),
        ("8种疾病各有独立的判别头", "insufficient"),
        ("14种植物各有独立的判别头", "missing"),
    ],
)
def test_kinds_of_what_the_name_says(told: str, status: str, tmp_path: Path) -> None:
    call = NOTICE.format(more="").replace("力反馈分辨率达到0.1N", "覆盖病种不少于12种")
    words = APPLICATION.replace("力反馈分辨率达到0.08N", told)
    assert statuses(tmp_path, call, words)["覆盖病种"] == status
