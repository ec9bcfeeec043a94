"""What the applicant's letter leaves out, who signs it, and what the application refuses or counts twice."""

import re
from pathlib import Path

import pytest
from written_case import statuses

from pipeline.screening.clauses.denied import denied

CALL = """\
一、申报材料
申报单位须提交揭榜承诺书。
附件1
揭榜承诺书
我单位承诺如下：
1. 所报数据、图件来源合法，愿接受查验。
2. 海试期间遵守航行警告，保障人员安全。
3. 成果发布前征得渔业主管机构同意。
法定代表人（签字）：
单位（盖章）：
年  月  日
"""
FIRST = "1. 所报数据、图件来源合法，愿接受查验。\n"
REST = "2. 海试期间遵守航行警告，保障人员安全。\n3. 成果发布前征得渔业主管机构同意。\n"
# The same promises in one sentence, as short calls have them.
LISTED = re.sub(r"我单位承诺如下：\n1. (.*)。\n2. (.*)。\n3. (.*)。\n", r"我单位郑重承诺：\1；\2；\3。\n", CALL)
OWN = "我们说到做到：不弄虚作假，出海听从指挥，发文章先打招呼，有问题由我单位承担责任。\n"
FORM = "揭榜申报书\n申报单位：海岚深潜装备有限公司\n法定代表人：辛白杨\n"


def letter(promises: str, signer: str = "辛白杨") -> str:
    return f"揭榜承诺书\n我单位承诺如下：\n{promises}法定代表人（签字）：{signer}\n单位（盖章）：\n2026年5月6日\n"


@pytest.mark.parametrize(
    ("promises", "status"), [(FIRST + REST, "met"), (FIRST, "insufficient"), (OWN, "met"), (REST, "insufficient")]
)
def test_promises_left_out(promises: str, status: str, tmp_path: Path) -> None:
    assert statuses(tmp_path, CALL, FORM + letter(promises))["承诺书"] == status


ASKED = """\
一、申报材料
（1）揭榜申报书；
（2）揭榜承诺书，自拟文本，须包含材料真实、不重复申报、按期完成任务三项内容，由法定代表人签字。
"""
WHOLE = (
    "1. 报送的图件和数据均属实，没有虚构。\n2. 今后也不会以同样内容向其他部门申报经费。\n"
    "3. 保证在2028年3月31日前完成全部海试，接受检查和验收。\n"
)


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        ("", "", "met"),
        ("今后也不会以同样内容向其他部门申报经费", "我单位将积极宣传本次揭榜活动，配合做好报道", "insufficient"),
        ("保证在2028年3月31日前完成全部海试", "保证出海听从指挥", "insufficient"),
        ("报送的图件和数据均属实，没有虚构", "报送的图件和数据如实反映海况", "met"),
        ("今后也不会以同样内容向其他部门申报经费", "本项目未获得过其他资助", "met"),
    ],
)
def test_contents_that_the_call_asks_for_in_words(old: str, new: str, status: str, tmp_path: Path) -> None:
    assert statuses(tmp_path, ASKED, FORM + letter(WHOLE.replace(old, new)))["承诺书"] == status


def test_a_list_of_papers_is_no_list_of_contents(tmp_path: Path) -> None:
    asked = "一、申报材料\n申报材料包括揭榜申报书、知识产权证明、自筹资金证明和揭榜承诺书等内容。\n"
    assert statuses(tmp_path, asked, FORM + letter(WHOLE)).get("承诺书", "met") != "insufficient"


OFFER = """\
一、申报材料
揭榜方须提交揭榜申请表和攻关方案。
附件1
揭榜申请表
揭榜方名称
揭榜报价（万元）
附件2
攻关方案
1.技术路线
写明路线。
2.经费预算
按科目列明，合计应与揭榜报价一致。
"""
BUDGET = (
    "揭榜申请表\n揭榜方名称：海岚公司\n揭榜报价（万元）：{}\n"
    "攻关方案\n1.技术路线\n先试浮标，再试潜器，逐级扩大海区。\n2.经费预算（单位：万元）\n"
)
ITEMS = "科目\t金额\n设备费\t92\n材料费\t31\n测试费\t53\n合计\t176\n"


@pytest.mark.parametrize(("offer", "clash"), [("176", False), ("168", True)])
def test_the_offer_is_the_budgets_total_where_the_call_says_so(offer: str, clash: bool, tmp_path: Path) -> None:
    assert (statuses(tmp_path, OFFER, BUDGET.format(offer) + ITEMS).get("揭榜报价（万元）") == "invalid") is clash
    side = "科目\t设备费\t材料费\t测试费\t合计\n金额（万元）\t92\t31\t53\t176\n合计176万元，不超过榜额200万元。\n"
    assert (statuses(tmp_path, OFFER, BUDGET.format(offer) + side).get("揭榜报价（万元）") == "invalid") is clash
    free = OFFER.replace("，合计应与揭榜报价一致", "")
    assert statuses(tmp_path, free, BUDGET.format(offer) + ITEMS).get("揭榜报价（万元）") == "met"


def test_the_total_of_direct_costs_is_no_offer(tmp_path: Path) -> None:
    items = "科目\t金额\n设备费\t100\n材料费\t50\n测试费\t30\n直接费用合计\t180\n管理费\t20\n总计\t200\n"
    assert statuses(tmp_path, OFFER, BUDGET.format("200") + items).get("揭榜报价（万元）") != "invalid"


@pytest.mark.parametrize("named", ["无", "本单位", "成立登记日期1983年6月12日", "海岚深潜装备有限公司"])
def test_a_label_of_joint_applications_names_no_other(named: str, tmp_path: Path) -> None:
    form = FORM.replace("法定代表人", f"牵头单位：{named}\n法定代表人")
    assert statuses(tmp_path, CALL, form + letter(FIRST + REST)).get("单位名称") != "invalid"


def test_another_company_leads(tmp_path: Path) -> None:
    form = FORM.replace("申报单位", "牵头单位") + letter(FIRST + REST).replace(
        "单位（盖章）：", "牵头单位（盖章）：海岚数科有限公司"
    )
    assert statuses(tmp_path, CALL, form)["单位名称"] == "invalid"


@pytest.mark.parametrize(("promises", "status"), [(FIRST + REST, "met"), (REST, "insufficient")])
def test_promises_listed_in_a_sentence(promises: str, status: str, tmp_path: Path) -> None:
    assert statuses(tmp_path, LISTED, FORM + letter(promises))["承诺书"] == status


@pytest.mark.parametrize(
    ("signer", "status"),
    [
        ("辛白杨", "met"),
        ("卞新雨", "invalid"),
        ("卞新雨（副总经理，代签）", "invalid"),
        ("辛百杨", "invalid"),
        ("卞新雨（授权代表）", "met"),
        ("已签字", "met"),
        ("见扫描件", "met"),
    ],
)
def test_who_signs_for_the_legal_representative(signer: str, status: str, tmp_path: Path) -> None:
    assert statuses(tmp_path, CALL, FORM + letter(FIRST + REST, signer))["承诺书法定代表人签字"] == status


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("数据集按项目交付，不对外开放。", "不对外开放"),
        ("数据集暂不对外开放。", "暂不对外开放"),
        ("数据集对外开放，不得对外转让。", None),
        ("目前数据集不对外开放。", None),  # how things are
        ("数据集对外开放；涉密海图不对外开放。", None),
        ("数据集未对外开放。", None),
        ("数据集本任务期内不安排向社会公众开放。", "不安排向社会公众开放"),
        ("数据集向社会开放。", None),
    ],
)
def test_what_is_asked_and_refused(text: str, words: str | None) -> None:
    assert denied("整合海况数据，并实现对外开放", text) == words
    assert denied("整合海况数据", text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("部件由我公司掌握，不向用户提供备件清单。", "不向用户提供备件清单"),
        ("暂不配备备件清单。", "暂不配备备件清单"),
        ("随机交付备件清单，不向用户提供图纸。", None),
    ],
)
def test_what_is_asked_and_not_given(text: str, words: str | None) -> None:
    assert denied("易损件可自行更换，并提供备件清单", text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("考虑到成本，本方案不采用海洋大模型，各站独立建模。", "本方案不采用海洋大模型"),
        ("各站均以海洋大模型为底座，不采用国外模型。", None),
        ("目前的系统不采用海洋大模型。", None),  # how things are
        ("本方案不采用海洋观测浮标。", None),  # another thing
        ("第一阶段暂不考虑海洋大模型，第二阶段引入。", None),
        ("不采用国外模型，以海洋大模型为底座。", None),
    ],
)
def test_a_thing_that_is_refused(text: str, words: str | None) -> None:
    assert denied("形成海洋大模型与站点模型协同的预报方案", text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("本项目仅在湖上试验，不安排南海海上试验，海上试验留待后续项目。", "不安排南海海上试验"),
        ("完成近海海上试验，不安排远洋海上试验。", None),  # one of two
        ("不安排进口设备海上试验。", None),  # of another kind
        ("海上试验安排在第三年。", None),
    ],
)
def test_a_thing_that_is_refused_or_put_off(text: str, words: str | None) -> None:
    assert denied("完成深水区海上试验验证", text) == words


def test_what_is_to_be_replaced_may_be_refused() -> None:
    assert denied("研制浮标，替代进口芯片", "本方案不采用进口芯片，全部使用国产芯片。") is None


TASK = "一、申报要求\n申报单位须填写申报书，对材料真实性负责。\n"


@pytest.mark.parametrize(
    ("cover", "clash"),
    [
        ("海上平台焊缝巡检装置研制", True),
        ("海上平台缆索巡检装置研制与应用", False),  # words more
        ("海上平台缆素巡检装置研制", True),  # a slip of the pen, which a clerk sends back
        ("____", False),
        ("见任务书", False),
    ],
)
def test_the_work_on_the_cover_and_in_the_form(cover: str, clash: bool, tmp_path: Path) -> None:
    words = (
        f"揭榜挂帅申报书\n项目名称：{cover}\n申报单位：海岚深潜装备有限公司\n申报日期：2026年5月6日\n"
        "揭榜申报表\n项目名称\t海上平台缆索巡检装置研制\n单位名称\t海岚深潜装备有限公司\n"
    )
    assert (statuses(tmp_path, TASK, words).get("项目名称") == "invalid") is clash


@pytest.mark.parametrize(
    ("second", "clash"),
    [
        ("支持共7项专用工具调用", True),
        ("支持共9项专用工具调用", False),
        ("新增7项专用工具", False),  # a part
        ("支持共7项通用工具调用", False),
        ("二期支持共7项专用工具调用", False),
    ],
)
def test_the_whole_of_one_thing_counted_twice(second: str, clash: bool, tmp_path: Path) -> None:
    words = (
        "揭榜任务书\n申报单位：海岚深潜装备有限公司\n一、预期目标\n到2027年形成由9项专用工具组成的工具集。\n"
        f"二、考核指标\n到2027年{second}。\n"
    )
    assert (statuses(tmp_path, TASK, words).get("专用工具") == "invalid") is clash


def test_a_partners_letter_beside_the_own_one(tmp_path: Path) -> None:
    partners = "揭榜承诺书\n我单位承诺配合实施。\n法定代表人（签字）：卞新雨\n单位（盖章）：海岚大学\n"
    found = statuses(tmp_path, CALL, FORM + partners + letter(FIRST + REST))
    assert found["承诺书法定代表人签字"] == "met"


@pytest.mark.parametrize(
    ("rows", "clash"),
    [
        ("项目总投资\t1800\n", True),  # bare, as forms have it in 万元
        ("年度\t项目总投资\n2026年\t800\n2027年\t1060\n", False),
        ("项目总投资\t1860\n自筹经费\t37.6\n", False),  # a share
    ],
)
def test_bare_sums_of_the_form(rows: str, clash: bool, tmp_path: Path) -> None:
    form = f"揭榜申报表\n单位名称\t海岚深潜装备有限公司\n{rows}"
    words = form + "揭榜任务书\n一、投资\n项目总投资1860万元，其中自筹经费700万元，占比37.6%。\n"
    assert ("invalid" in statuses(tmp_path, TASK, words).values()) is clash


IN_WORDS = (
    "一、揭榜材料\n揭榜方案后附承诺书一页，写明三件事：{promises}。由法定代表人签字。\n"
    "二、申报时间\n申报截止时间为2026年6月30日。\n附件\n揭榜申报书\n申报单位\t\t法定代表人\t\n"
)
THREE = "数据来源合法；接受现场查验；因揭榜方原因海试不成的，退回已拨付的市级资金"
KEPT = "1. 数据来源合法。\n2. 接受现场查验。\n3. 海试不成的，退回已拨付的市级资金。\n"


@pytest.mark.parametrize(
    ("written", "status"),
    [
        (letter(KEPT), "met"),
        (letter(KEPT.replace("退回已拨付的市级资金", "已拨付的市级资金不再退回")), "invalid"),
        (letter(KEPT.replace("退回已拨付的市级资金", "市级资金留作后续试验")), "invalid"),
        (letter(KEPT.replace("退回已拨付的市级资金", "如数退回市级资金")), "met"),
        (letter(OWN), "met"),
        ("", "missing"),
    ],
)
def test_a_letter_that_the_text_alone_asks_for(written: str, status: str, tmp_path: Path) -> None:
    form = "揭榜申报书\n申报单位\t海岚深潜装备有限公司\t法定代表人\t辛白杨\n填报日期：2026年5月6日\n"
    assert statuses(tmp_path, IN_WORDS.format(promises=THREE), form + written)["承诺书"] == status


MADE = "图件来源属实；同一内容没有拿过其他财政经费，也没有重复申报；没有按期完成的，退回市级资金"
GIVEN = "1. 图件来源属实，没有虚构。\n2. 没有按期完成海试的，退回市级资金。\n"
NOR_TWICE = "3. 本项目未获其他经费，今后也不多头报。\n"


@pytest.mark.parametrize(
    "lead",
    [
        "另附承诺书一份，文字自拟，但要写明三层意思：",
        "另附承诺书，应写明以下三层含义：",
        "另附承诺书，请讲清这几点：",
        "另附承诺书，须有三句话：",
        "承诺书格式不限，要说明三点：",
        "承诺书一份，须交代清楚下列几项，即：",
        "承诺书由揭榜方自拟，需体现三方面承诺：",
    ],
)
@pytest.mark.parametrize(("more", "status"), [("", "insufficient"), (NOR_TWICE, "met")])
def test_the_layers_of_meaning_of_a_letter(lead: str, more: str, status: str, tmp_path: Path) -> None:
    asked = IN_WORDS.replace("揭榜方案后附承诺书一页，写明三件事：", lead).format(promises=MADE)
    form = "揭榜申报书\n申报单位\t海岚深潜装备有限公司\t法定代表人\t辛白杨\n填报日期：2026年5月6日\n"
    assert statuses(tmp_path, asked, form + letter(GIVEN + more))["承诺书"] == status
