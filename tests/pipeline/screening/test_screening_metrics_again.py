"""A required metric, and a share that the form's figures make, told once more with another value."""

from collections.abc import Callable

import pytest

from schemas.finding import Finding

Found = Callable[..., dict[tuple[str, str], Finding]]
GOALS = "力反馈分辨率达到0.08N，用标准测力计测试。\n"
PLAN = "2026年三季度完成探头和主机，2026年四季度至2027年二季度完成整机、送检与验收。"
METRIC = "回波信号保真率不低于95%"


@pytest.mark.parametrize(
    ("words", "clash"),
    [
        ("按这一结构核算，整机回波信号保真率为94%。", True),
        ("整机回波保真率为94%。", True),  # some characters of its middle are left out
        ("使回波信号保真率保持在93.5%。", True),
        ("预期回波信号保真率可达97.5%。", True),
        ("由此系统回波信号保真率不超过94%。", True),
        ("优化后回波信号保真率仅能做到96.4%。", False),
        ("目前回波信号保真率为91%。", False),
        ("样机实测回波信号保真率97.1%。", False),
        ("检测结论：经检测，样机回波信号保真率为89%。", False),
        ("公司成立以来，探头回波信号保真率为91%。", False),
        ("国外同类产品回波信号保真率98%。", False),
        ("夜间工况下回波信号保真率94%。", False),
        ("2026年底回波信号保真率93%。", False),
        ("双模回波信号保真率94%。", False),  # of another thing
        ("榜单要求回波信号保真率95%。", False),
        ("回波信号保真率90%，优化后96.4%。", False),
        ("回波信号保真率提高2%。", False),
    ],
)
def test_a_metric_in_a_sentence(found: Found, words: str, clash: bool) -> None:
    goals = (GOALS, f"{GOALS}回波信号保真率96.4%，用标准体模测试。\n")
    route = ("（二）进度安排\n", f"（三）技术路线\n{words}\n（二）进度安排\n")
    findings = found(goals, route, metric=METRIC)
    told = [name for (kind, name), f in findings.items() if kind == "consistency" and f.status == "invalid"]
    assert any("保真率" in name for name in told) is clash, told


@pytest.mark.parametrize(
    ("words", "clash"),
    [
        ("受杂波影响，整机回波信号保真率全年只能按93%安排。", True),
        ("投用后回波信号保真率大致会停在92%至94%。", True),
        ("回波信号保真率最多做到94%。", True),
        ("回波信号保真率难以超过94%。", True),
        ("考虑老化，回波信号保真率折算后为93.5%。", True),
        ("我们认为回波信号保真率到94%就很不错了。", True),
        ("交付时回波信号保真率以94%验收。", True),
        ("回波信号保真率有把握的数是94%。", True),
        ("回波信号保真率低于94%时自动报警。", False),
        ("如遇强干扰，回波信号保真率会降到90%，此时切换模式。", False),
        ("首年回波信号保真率预计93%，验收时达到96.4%。", False),
        ("行业内回波信号保真率一般只有90%。", False),
        ("小试回波信号保真率约92%。", False),
        ("调试期回波信号保真率大致在92%。", False),
        ("回波信号保真率预计达到96.8%。", False),
        ("若探头受潮，回波信号保真率只能保持90%。", False),
    ],
)
def test_a_promise_taken_back(found: Found, words: str, clash: bool) -> None:
    goals = (GOALS, f"{GOALS}回波信号保真率不低于96.4%，用标准体模测试。\n")
    route = ("（二）进度安排\n", f"（三）风险及应对\n{words}\n（二）进度安排\n")
    findings = found(goals, route, metric=METRIC)
    told = [name for (kind, name), f in findings.items() if kind == "consistency" and f.status == "invalid"]
    assert any("保真率" in name for name in told) is clash, told


@pytest.mark.parametrize(
    ("words", "clash"),
    [
        ("计划申请发明专利3件。", True),
        ("项目完成后新增发明专利3件。", True),
        ("结题时提交发明专利申请3件。", True),
        ("申请发明专利不少于5件。", True),
        ("计划申请发明专利4件。", False),
        ("申请发明专利不少于3件。", False),
        ("申请发明专利4件，授权1件。", False),
        ("已拥有发明专利12件。", False),
        ("第一年申请发明专利1件。", False),
        ("声瞳公司申请发明专利2件，云屿大学申请发明专利2件。", False),
    ],
)
def test_outcomes_told_twice(found: Found, words: str, clash: bool) -> None:
    goals = (GOALS, f"{GOALS}预期形成发明专利4件、企业标准1项。\n")
    route = ("（二）进度安排\n", f"（三）成果转化\n{words}\n（二）进度安排\n")
    findings = found(goals, route)
    told = [name for (kind, name), f in findings.items() if kind == "consistency" and f.status == "invalid"]
    assert any("发明专利" in name for name in told) is clash, told


@pytest.mark.parametrize(
    ("goal", "clash"),
    [
        ("整机重量2.6kg，力反馈分辨率0.08N，回波信号保真率94%", True),
        ("整机重量2.6kg，力反馈分辨率0.08N，回波信号保真率96.4%", False),
        ("整机重量2.9kg，力反馈分辨率0.09N，回波信号保真率94%", False),  # a step on the way
        ("回波信号保真率94%", False),
    ],
)
def test_a_metric_in_a_stage_of_the_plan(found: Found, goal: str, clash: bool) -> None:
    goals = (GOALS, f"{GOALS}回波信号保真率96.4%，用标准体模测试。\n")
    rows = f"时间\t工作\t阶段目标\n2026年7—12月\t探头\t样机1台\n2027年1—3月\t整机\t{goal}\n2027年4—6月\t验收\t报告1份"
    findings = found(goals, (PLAN, rows), metric=METRIC)
    told = [name for (kind, name), f in findings.items() if kind == "consistency" and f.status == "invalid"]
    assert any("保真率" in name for name in told) is clash, told


@pytest.mark.parametrize(
    ("words", "clash"),
    [
        ("2025年研发费用占营业收入9.1%。", True),
        ("2025年度研发投入520万元，占当年营业收入的比例为8.9%。", True),
        ("上年度研发费用占销售收入的比重为6.2%。", True),
        ("2025年研发费用占营业收入7.9%。", False),
        ("2025年度研发费用占营业收入的7.88%。", False),
        ("2024年研发费用占营业收入9.1%。", False),
        ("近三年研发费用占营业收入的比例平均为9.1%。", False),
        ("2025年研发费用占主营业务收入8.5%。", False),
        ("按规定研发费用占营业收入比例不低于5%。", False),
        ("2027年研发费用占营业收入10%。", False),
        ("行业平均研发费用占营业收入4%。", False),
    ],
)
def test_the_share_of_research(found: Found, words: str, clash: bool) -> None:
    findings = found(("（二）进度安排\n", f"（三）技术路线\n{words}\n（二）进度安排\n"))
    told = [name for (kind, name), f in findings.items() if kind == "consistency" and f.status == "invalid"]
    assert ("研发费用占比" in told) is clash, told


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("完成后在松陵县12家医院试用。", "随后在松陵县9家医院（含卫生院4家）装机。", True),
        ("项目在12家医院部署。", "2027年上半年在8家医院部署，派人驻点。", True),
        ("示范期覆盖松陵县十二家医院。", "在松陵县12家医院安装。", False),
        ("在松陵县5座泵站接入。", "面向松陵县7座泵站布点。", True),
        ("选取松陵县3个社区试点。", "试点放在松陵县的2个社区。", True),
        ("在松陵县12家医院试用。", "在云屿市9家医院试用。", False),  # two places
        ("在松陵县12家医院试用。", "首批在松陵县4家医院试用。", False),
        ("在松陵县12家医院试用。", "公司已在松陵县4家医院装机。", False),
        ("2026年在松陵县4家医院试用。", "2027年在松陵县9家医院试用。", False),
        ("在松陵县12家医院试用。", "其中松陵县9家医院为二级以上。", False),
        ("在松陵县12家医院试用。", "在松陵县9家企业推介。", False),  # other places
        ("在松陵县12家医院试用。", "后续推广至松陵县30家医院。", False),
    ],
)
def test_the_places_of_the_work(found: Found, one: str, other: str, clash: bool) -> None:
    findings = found(("（二）进度安排\n", f"（三）技术路线\n{one}\n（四）推广应用\n{other}\n（二）进度安排\n"))
    told = [name for (kind, name), f in findings.items() if kind == "consistency" and f.status == "invalid"]
    assert any(name.endswith("数量") for name in told) is clash, told


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("探头浆料处理能力3吨/日，年运行300天。", "insufficient"),
        ("探头浆料处理能力4吨/日，年运行300天。", "met"),
        ("探头浆料日处理能力3吨，全年工作310天。", "insufficient"),
        ("探头浆料处理能力达到0.2吨/小时，年运行6000小时。", "met"),
        ("探头浆料处理能力达到0.1吨/小时，年运行6000小时。", "insufficient"),
        ("探头浆料处理能力3.5 t/d（300天/年）。", "met"),
        ("探头浆料处理能力3吨/日。", "unverifiable"),  # on how many days
        ("探头浆料处理能力1200吨/年，年运行300天。", "met"),
        ("探头浆料处理能力3吨/日，连续考核30日。", "unverifiable"),
    ],
)
def test_a_yearly_amount_by_the_day(found: Found, words: str, status: str) -> None:
    findings = found((GOALS, f"{GOALS}{words}\n"), metric="探头浆料处理能力不低于1000吨/年")
    told = [f.status for (kind, name), f in findings.items() if kind == "numeric_target" and "浆料" in name]
    assert told == [status]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("压电晶片纯度达到4N3。", "met"),
        ("压电晶片纯度达到4N3（即99.993%）。", "met"),
        ("压电晶片纯度达到5N。", "met"),
        ("压电晶片纯度达到4N。", "met"),
        ("压电晶片纯度达到3N5（即99.95%）。", "insufficient"),
        ("压电晶片纯度达到3N。", "insufficient"),
    ],
)
def test_purity_in_nines(found: Found, words: str, status: str) -> None:
    findings = found((GOALS, f"{GOALS}{words}\n"), metric="压电晶片纯度不低于99.99%")
    told = [f.status for (kind, name), f in findings.items() if kind == "numeric_target" and "纯度" in name]
    assert told == [status]


@pytest.mark.parametrize(
    ("words", "clash"),
    [
        ("压电晶片纯度达到4N。\n压电晶片纯度不低于99.995%。", False),
        ("压电晶片纯度达到5N。\n压电晶片纯度不低于99.995%。", True),
    ],
)
def test_nines_beside_a_percentage(found: Found, words: str, clash: bool) -> None:
    findings = found((GOALS, f"{GOALS}{words}\n"), metric="压电晶片纯度不低于99.99%")
    told = [name for (kind, name), f in findings.items() if kind == "consistency" and f.status == "invalid"]
    assert any("纯度" in name for name in told) is clash, told


@pytest.mark.parametrize(
    ("cell", "coarse", "fine"),
    [
        ("采煤时≥92%，掘进时≥90%", "met", "met"),
        ("采煤时≥92%，掘进时≥84%", "met", "insufficient"),
    ],
)
def test_cases_of_the_metric_that_the_row_names(found: Found, cell: str, coarse: str, fine: str) -> None:
    rows = (
        "指标\t榜单要求\t承诺\n总粉尘除尘效率\t≥95%\t≥96.5%\n"
        f"呼吸性粉尘除尘效率\t≥88%\t{cell}\n示值误差\t不超过15%\t不超过12%\n"
    )
    metric = "总粉尘除尘效率不低于95%；呼吸性粉尘除尘效率不低于88%"
    findings = found((GOALS, f"{GOALS}{rows}"), metric=metric)
    told = {name: f.status for (kind, name), f in findings.items() if kind == "numeric_target" and "粉尘" in name}
    assert told == {"总粉尘除尘效率": coarse, "呼吸性粉尘除尘效率": fine}


@pytest.mark.parametrize(
    ("words", "clash"),
    [
        ("三家医院各至少2个", False),
        ("每家医院2个", False),
        ("三家医院分别不少于2个", False),
        ("单个院区不少于2个", False),
        ("任一院区不少于2个", False),
        ("不少于2个", True),
        ("2个", True),
    ],
)
def test_a_count_of_each_of_several(found: Found, words: str, clash: bool) -> None:
    head = "（零）项目概述\n2028年预期将建成6个专病示范诊室。\n"
    goals = f"{GOALS}指标名称\t目标值\t检验方法\n专病示范诊室\t6个，{words}\t现场查看\n"
    plain = f"{GOALS}指标名称\t目标值\t检验方法\n专病示范诊室\t{words}\t现场查看\n"
    findings = found((GOALS, plain if clash else goals), ("二、项目方案\n", f"二、项目方案\n{head}"))
    told = [name for (kind, name), f in findings.items() if kind == "consistency" and f.status == "invalid"]
    assert any("诊室" in name for name in told) is clash, told
