"""Budgets whose items do not make up their total."""

import pytest
from documents import document

from extractors.application.funds import find_funds
from pipeline.screening.amounts.sums import budget_total, wrong_lists, wrong_totals
from pipeline.structure import structure

HEAD = "项目申报书\n一、经费预算\n"
# (what it shows, the table, the total printed and the sum, in 万元)
CASES = [
    (
        "a column of the province's money beside the own one",
        "科目（万元）\t总投入\t省级资金\t自筹资金\n设备费\t120\t60\t60\n材料费\t80\t40\t40\n测试费\t46\t20\t26\n"
        "合计\t246\t120\t126",
        [],
    ),
    ("a wrong total", "项目\t金额（万元）\n设备费\t120\n软件费\t80\n测试费\t46\n合计\t286", [(286, 246)]),
    ("a right total", "项目\t金额（万元）\n设备费\t120\n软件费\t80\n测试费\t46\n合计\t246", []),
    ("rounded", "项目\t金额（万元）\n设备费\t120.4\n软件费\t80.3\n测试费\t46.1\n合计\t247", []),
    (
        "间接费用 beside the others is one item more",
        "项目\t金额（万元）\n设备费\t120\n业务费\t80\n间接费用\t46\n合计\t286",
        [(286, 246)],
    ),
    (
        "a drawn border between the unit and the table",
        "经费预算（单位：万元）：\n+------+-----+\n| 科目 | 金额 |\n+------+-----+\n| 设备 | 120 |\n| 材料 | 80 |\n"
        "| 测试 | 46 |\n| 合计 | 286 |\n+------+-----+",
        [(286, 246)],
    ),
    ("things bought", "传感器采购   120万元\n打样   80万元\n测试   46万元\n人员   30万元\n合计   276万元", []),
    ("things bought, wrong", "传感器采购   120万元\n打样   80万元\n测试   46万元\n合计   286万元", [(286, 246)]),
    (
        "what was bought before",
        "公司已采购传感器   90万元\n材料   120万元\n打样   80万元\n测试   46万元\n合计   246万元",
        [],
    ),
    ("a head that is the unit", "科目\t万元\n设备\t120\n材料\t80\n测试\t46\n合计\t286", [(286, 246)]),
    (
        "lines set with blanks",
        "支出如下（单位：万元）：\n　　设备费    120\n　　材料费    80\n　　测试费    46  送检\n　　合计    286",
        [(286, 246)],
    ),
    (
        "lines of three columns",
        "科目  合计（万元）  财政（万元）  自筹（万元）\n设备费  120  60  60\n材料费  80  40  40\n"
        "测试费  46  20  26\n合计  286  120  126",
        [(286, 246)],
    ),
    (
        "lines of columns of which none is the whole",
        "科目    财政（万元）    自筹（万元）\n设备费  60  60\n材料费  40  40\n测试费  20  26\n合计  286  126",
        [],
    ),
    (
        "a line that does not read among them",
        "单位：万元\n设备费  120\n材料费  80\n测试费46\n劳务费  20\n业务费  10\n会议费  10\n合计  286",
        [],
    ),
    (
        "a word that holds 元 is no unit",
        "元器件与单元测试等支出如下：\n设备费    120\n材料费    80\n测试费    46\n合计    286",
        [],
    ),
    (
        "lines in thousands",
        "单位：千元\n设备费    1200\n材料费    800\n测试费    460\n合计    2860",
        [(286, 246)],
    ),
    (
        "the unit below the table",
        "科目\t经费\n设备\t120\n材料\t80\n测试\t46\n合计\t286\n注：以上金额单位均为万元。",
        [(286, 246)],
    ),
    ("lines without a unit", "支出如下：\n设备费    120\n材料费    80\n测试费    46\n合计    286", []),
    ("two levels", "项目\t金额（万元）\n直接费用\t200\n设备费\t120\n测试费\t80\n间接费用\t46\n合计\t246", []),
    ("sources among the items", "项目\t金额（万元）\n设备费\t120\n软件费\t80\n测试费\t46\n单位自筹\t40\n合计\t286", []),
    ("two items are no list", "项目\t金额（万元）\n设备费\t120\n测试费\t80\n合计\t286", []),
    (
        "a column of sums beside its parts",
        "科目\t金额（万元）\t引导资金\t其他\n设备费\t60\t40\t20\n材料费\t40\t30\t10\n测试费\t20\t10\t10\n合计\t120\t80\t40",
        [],
    ),
    (
        "each column for itself",
        "项目\t财政资金（万元）\t自筹资金（万元）\n设备费\t60\t60\n材料费\t40\t40\n测试费\t20\t30\n合计\t120\t150",
        [(150, 130)],
    ),
    (
        "what is paid out to persons comes from nobody",
        "科目\t财政（万元）\t自筹（万元）\t小计（万元）\n设备\t20\t26\t46\n差旅与野外补助\t22\t30\t52\n测评\t5\t6\t11\n合计\t47\t62\t109",
        [],
    ),
    (
        "what is paid out to persons, and a wrong total",
        "科目\t财政（万元）\t自筹（万元）\t小计（万元）\n设备\t20\t26\t46\n差旅与野外补助\t22\t30\t52\n测评\t5\t6\t11\n合计\t47\t62\t129",
        [(129, 109)],
    ),
    (
        "only the total says the unit",
        "科目\t补助\t自筹\t小计\n设备\t20\t26\t46\n软件\t22\t30\t52\n测评\t5\t6\t11\n合计（万元）\t47\t62\t109",
        [],
    ),
]

SPLIT = (
    "总投资246万元，其中海州公司出资200万元，岛城学院出资46万元。"
    "支出为设备费120万元、软件费80万元、测试费{}万元，合计246万元。"
)
CASES += [
    ("parted by who pays, then by costs", SPLIT.format(46), []),
    ("parted twice, the costs wrong", SPLIT.format(16), [(246, 462)]),
    ("side by side", "设备费\t材料费\t人员费\t合计\n120\t80\t46\t246\n单位为万元。", []),
    ("side by side, wrong", "设备费\t材料费\t人员费\t合计\n120\t80\t46\t266\n单位为万元。", [(266, 246)]),
]


@pytest.mark.parametrize(("table", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_totals(table: str, wanted: list[tuple[int, int]]) -> None:
    funds = find_funds(*structure(document(f"{HEAD}{table}\n二、其他\n无\n")))
    assert [(item.amount / 1e4, total / 1e4) for item, total in wrong_totals(funds)] == wanted


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("设备费100万元\n材料费30万元\n元器件费50万元\n测试费20万元\n合计200万元", []),
        ("设备费\n100万元，材料费80万元，其他费用20\n万元，合计200万元", []),  # full lines go on below
        ("总投入200万元，申请奖补80万元，设备费120万元，材料费80万元，合计200万元", []),
        ("设备费100万元\n材料费30万元\n元器件费50万元\n测试费10万元\n合计200万元", [(200, 190)]),
        *(
            (f"设备费100万元\n材料费30万元\n元器件费50万元\n测试费10万元\n{words}。", [(200, 190)])
            for words in (
                "以上各科目支出合计200万元",
                "以上费用共计200万元",
                "上述各项经费总计为200万元",
                "上表所列各项之和为200万元",
                "前述各项费用加总为200万元",
                "上列支出合计金额200万元",
            )
        ),
        *(
            (f"设备费100万元\n材料费30万元\n元器件费50万元\n测试费10万元\n{words}。", [])
            for words in (
                "以上各科目支出合计190万元",
                "以上设备费合计200万元",
                "以上费用不含已投入的200万元",
                "以上各项由自筹解决的合计120万元",
                "以上经费预计带动投资合计200万元",
            )
        ),
    ],
)
def test_sums_in_lines(lines: str, wanted: list[tuple[int, int]]) -> None:
    funds = find_funds(*structure(document(f"{HEAD}{lines}\n二、其他\n无\n")))
    assert [(item.amount / 1e4, total / 1e4) for item, total in wrong_totals(funds)] == wanted


BUDGET = "项目\t金额（万元）\n设备费\t120\n材料费\t80\n测试费\t46\n合计\t246"
# (what it shows, the text, the total of the project's budget in 万元)
TOTALS = [
    ("all costs", BUDGET, 246),
    (
        "purchases are no budget",
        BUDGET.replace("设备费", "工控机").replace("材料费", "相机").replace("测试费", "光源"),
        None,
    ),
    ("a total that is not the sum", BUDGET.replace("246", "286"), None),
    (
        "columns by source, the costs called by what is bought",
        "科目（万元）\t自筹\t市级补助\t合计\n工控机\t72\t48\t120\n相机改装\t50\t30\t80\n光源\t26\t20\t46\n合计\t148\t98\t246",
        246,
    ),
    ("the budget of one source", "资金来源\t金额（万元）\n申请财政资金\t246\n" + BUDGET, None),
]


@pytest.mark.parametrize(("table", "total"), [case[1:] for case in TOTALS], ids=[case[0] for case in TOTALS])
def test_the_total_of_the_budget(table: str, total: int | None) -> None:
    found = budget_total(find_funds(*structure(document(f"{HEAD}{table}\n二、其他\n无\n"))))
    assert (found and found.amount / 1e4) == total


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("合计268万元：设备费92万元，材料费58万元，试验费64万元，人员费64万元。", [(268, 278)]),
        ("合计278万元：设备费92万元，材料费58万元，试验费64万元，人员费64万元。", []),
        ("总投入300万元：其中设备费92万元，材料费58万元，试验费64万元。", []),
        ("总投入300万元，设备费92万元，材料费58万元，试验费64万元。", []),  # may go on elsewhere
        ("合计200万元：设备费92万元、材料费58万元。", []),
        ("总投资300万元，其中自筹200万元（甲公司120万元，乙大学80万元），申请补助100万元。", []),
        ("合计150万元：省拨50万元，自筹100万元（甲公司60万元、乙大学40万元），设备费按年列支。", []),
    ],
)
def test_a_total_before_its_list(words: str, wanted: list[tuple[int, int]]) -> None:
    assert [(stated / 1e4, total / 1e4) for _, stated, total in wrong_lists(words)] == wanted
