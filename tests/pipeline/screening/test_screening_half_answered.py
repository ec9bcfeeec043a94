"""Fields that do not answer, places that say they are open, letters that take back, parts and wholes."""

from pathlib import Path

import pytest
from written_case import statuses

from pipeline.screening.fields.asked_kinds import asked_instead
from pipeline.screening.fields.half_answered import half_answered, without_figure
from schemas.evidence import Evidence
from schemas.facts import FormField
from schemas.outline import Role

HERE = Evidence(text="栏", start=0, end=1)

CALL = (
    "一、申报材料\n申报书、承诺书。\n附件\n海上平台揭榜挂帅申报书\n推荐单位（盖章）：\n"
    "单位名称\t\t通讯地址\t\n职务职称\t\t研发投入（万元）\t\n整体业务收入（万元）\t\t其中海洋业务收入（万元）\t\n"
    "单位性质\t□企业 □高校 □其他（请注明）\t是否上市公司\t□是 □否\n单位简介\t\t参与单位\t\n项目方案\n（一）技术路线\n"
    "承诺书\n我单位对所报材料真实性负责，对违反承诺的后果承担责任。\n法定代表人（签字）：\n单位（盖章）：\n年 月 日\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n推荐单位（盖章）：海州市科技局\n"
    "单位名称\t海岚深潜装备有限公司\t通讯地址\t海州市听涛街21号\n职务职称\t总经理\t研发投入（万元）\t1,200\n"
    "整体业务收入（万元）\t8,000\t其中海洋业务收入（万元）\t3,000\n"
    "单位性质\t☑企业 □高校 □其他（请注明）\t是否上市公司\t□是 ☑否\n"
    "单位简介\t公司主营浮标，2025年研发投入1,200万元，其中海洋方向800万元。\t参与单位\t胶州湾理工大学\n"
    "项目方案\n（一）技术路线\n采用双冗余结构，支持锚泊、补电、通信、测姿，共4项功能，分三步完成样机。\n"
    "承诺书\n我单位对所报材料真实性负责，对违反承诺的后果承担责任。\n法定代表人（签字）：孙启明\n单位（盖章）：海岚深潜装备有限公司\n2026年5月6日\n"
)


@pytest.mark.parametrize(
    ("old", "new", "name", "status"),
    [
        ("海州市听涛街21号", "海州市______路____号", "通讯地址", "missing"),
        ("海州市听涛街21号", "海州市××路××号", "通讯地址", "missing"),
        ("海州市听涛街21号", "办公楼搬迁中，新址确定后函告", "通讯地址", "missing"),
        ("海州市听涛街21号", "详见营业执照", "通讯地址", "missing"),
        ("总经理", "详见简历", "职务职称", "missing"),
        ("整体业务收入（万元）\t8,000", "整体业务收入（万元）\t居同行前列", "整体业务收入（万元）", "invalid"),
        ("总经理", "sunqm@hailan.example.cn", "职务职称", "invalid"),
        ("研发投入（万元）\t1,200", "研发投入（万元）\t占营业收入15%", "研发投入（万元）", "invalid"),
        ("☑企业 □高校 □其他（请注明）", "□企业 □高校 ☑其他（请注明）", "单位性质", "missing"),
        ("□是 ☑否", "☑是 ☑否", "是否上市公司", "invalid"),
        ("胶州湾理工大学", "立项后另行遴选", "参与单位", "missing"),
        ("公司主营浮标，2025年研发投入1,200万元，其中海洋方向800万元。", "详见公司官网", "单位简介", "missing"),
        ("孙启明", "（出差，返回后补签）", "承诺书法定代表人签字", "missing"),
        ("3,000", "9,000", "其中海洋业务收入（万元）", "invalid"),
        ("其中海洋方向800万元", "其中海洋方向1,800万元", "研发投入", "invalid"),
        ("共4项功能", "共6项功能", "功能", "invalid"),
        (
            "承担责任。\n法定代表人（签字）：孙",
            "承担责任，自筹经费视融资进展商定，目前暂不就到位时间作出承诺。\n法定代表人（签字）：孙",
            "承诺书",
            "invalid",
        ),
        (
            "承担责任。\n法定代表人（签字）：孙",
            "承担责任，不对外作出与事实不符的承诺。\n法定代表人（签字）：孙",
            "承诺书",
            "met",
        ),
        (
            "承担责任。\n法定代表人（签字）：孙",
            "承担责任，由合作方提供的部分我单位不承担责任。\n法定代表人（签字）：孙",
            "承诺书",
            "invalid",
        ),
    ],
)
def test_what_does_not_answer(old: str, new: str, name: str, status: str, tmp_path: Path) -> None:
    before, after = (statuses(tmp_path, CALL, words) for words in (PART, PART.replace(old, new)))
    assert before.get(name, "met") not in ("missing", "insufficient", "invalid")
    assert after[name] == status


@pytest.mark.parametrize(
    ("value", "open_"),
    [
        ("胶州湾理工大学（海工学院，负责人待定）", True),
        ("胶州湾理工大学，高校负责人尚未确定", True),
        ("胶州湾理工大学，负责人车远舟", False),
        ("胶州湾理工大学，负责人车远舟，职称待定", False),  # nobody asks for it
    ],
)
def test_a_part_that_is_left_open(value: str, open_: bool) -> None:
    field = FormField(name="合作高校及高校负责人", label="合作高校及高校负责人", role=Role.FORM, evidence=HERE)
    filled = field.model_copy(update={"value": value, "value_evidence": HERE})
    assert (half_answered(field, filled) is not None) is open_


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        ("无（事业单位，不适用）", False),
        ("本所为事业单位，不适用", False),
        ("无（新设单位）", False),
        ("暂无，以审计报告为准", True),
        ("无（待审计后补充）", True),
        ("良好", True),
    ],
)
def test_no_figure_for_want_of_one(value: str, wrong: bool) -> None:
    label = "2025年营业收入（万元）"
    field = FormField(name=label, label=label, role=Role.FORM, evidence=HERE)
    assert (asked_instead(label, label, value) is not None or without_figure(field, value)) is wrong


@pytest.mark.parametrize(
    ("rows", "missing"),
    [
        ("联系人姓名\t车远舟\n联系人手机\t\n联系人电子邮箱\tche@hailan.example.cn\n", ["联系人手机"]),
        ("联系人姓名\t车远舟\n联系人手机\t13800001111\n联系人电子邮箱\tche@hailan.example.cn\n", []),
        ("联系人\t车远舟 13800001111 che@hailan.example.cn\n", []),
        ("联系人\t车远舟、13800001111\n", ["联系人电子邮箱"]),
    ],
)
def test_parts_asked_of_a_person(rows: str, missing: list[str], tmp_path: Path) -> None:
    call = CALL.replace("单位名称\t\t通讯地址\t\n", "单位名称\t\t通讯地址\t\n联系人\t姓名、手机、电子邮箱\n")
    address = "通讯地址\t海州市听涛街21号\n"
    found = statuses(tmp_path, call, PART.replace(address, address + rows))
    assert [name for name, status in found.items() if name.startswith("联系人") and status != "met"] == missing


@pytest.mark.parametrize(
    ("rows", "missing"),
    [
        ("联系人\t车远舟，海试部经理；手机13800001111；电子邮箱che@hailan.example.cn\n", []),
        ("联系人\t车远舟（总工办主任），手机13800001111，电子邮箱che@hailan.example.cn\n", []),
        ("联系人\t车远舟；手机13800001111；电子邮箱che@hailan.example.cn\n", ["联系人职务"]),
    ],
)
def test_a_post_told_behind_the_name(rows: str, missing: list[str], tmp_path: Path) -> None:
    call = CALL.replace("单位名称\t\t通讯地址\t\n", "单位名称\t\t通讯地址\t\n联系人\t姓名、职务、手机、电子邮箱\n")
    address = "通讯地址\t海州市听涛街21号\n"
    found = statuses(tmp_path, call, PART.replace(address, address + rows))
    assert [name for name, status in found.items() if name.startswith("联系人") and status != "met"] == missing


@pytest.mark.parametrize(("mobile", "status"), [("", "missing"), ("13800001111", "met")])
def test_parts_of_an_answer_with_rows_of_their_own(mobile: str, status: str, tmp_path: Path) -> None:
    call = CALL.replace("单位名称\t\t通讯地址\t\n", "单位名称\t\t通讯地址\t\n联系人\t手机、姓名、电子邮箱\n")
    address = "通讯地址\t海州市听涛街21号\n"
    rows = f"联系人姓名\t车远舟\n联系人手机\t{mobile}\n联系人电子邮箱\tche@hailan.example.cn\n"
    assert statuses(tmp_path, call, PART.replace(address, address + rows))["联系人"] == status


@pytest.mark.parametrize(
    ("label", "value", "open_"), [("申报单位意见", "同意申报，材料属实。", False), ("技术方案简介", "详见附件。", True)]
)
def test_an_opinion_may_be_short(label: str, value: str, open_: bool) -> None:
    field = FormField(name=label, label=label, role=Role.FORM, evidence=HERE)
    filled = field.model_copy(update={"value": value, "value_evidence": HERE})
    assert (half_answered(field, filled) is not None) is open_


@pytest.mark.parametrize(
    ("label", "value", "open_"),
    [
        ("预期成果形式", "尚在讨论，评审时一并汇报", True),
        ("预期成果形式", "还在商议之中", True),
        ("试用场景单位（不少于2家）", "海州港务公司，其余场景单位待定", True),
        ("预期成果形式", "内部意见不统一，容后填写", True),
        ("预期成果形式", "由课题组研究后答复", True),
        ("预期成果形式", "目前难以确定", True),
        ("预期成果形式", "未最终敲定", True),
        ("实施地点", "厂址正在比选", True),
        ("联合单位", "还在接触几家，谈妥后报", True),
        ("推荐理由", "会上口头介绍", True),
        ("示范规模", "依场地条件而定", True),
        ("预期成果形式", "在讨论稿基础上形成的企业标准", False),
        ("应用场景", "化工园区，评审时提供视频", False),
        ("技术路线", "先讨论后定型，采用两步法", False),
        ("联合单位", "滨海大学（协议正在用印）", False),
        ("研究内容", "研究灵活调配算法，按需分配算力", False),
    ],
)
def test_a_field_that_is_still_talked_over(label: str, value: str, open_: bool) -> None:
    field = FormField(name=label, label=label, role=Role.FORM, evidence=HERE)
    filled = field.model_copy(update={"value": value, "value_evidence": HERE})
    assert (half_answered(field, filled) is not None) is open_


@pytest.mark.parametrize(
    ("label", "value", "wrong"),
    [
        ("研发人员数", "随项目多少灵活调配", True),
        ("研发人员数", "若干", True),
        ("发明专利数量", "数量较多", True),
        ("设备台数", "陆续添置中", True),
        ("团队人数", "精干队伍", True),
        ("场地面积", "够用", True),
        ("研发人员占比", "符合高企要求", True),
        ("研发人员数", "三十一人", False),
        ("研发人员数", "无（新设机构）", False),
        ("研发人员占比", "过半", False),
        ("研发人员情况", "以材料、机械专业为主", False),
        ("技术参数", "见附表", False),
        ("数据来源", "用户现场采集", False),
        ("注册资本（万元）", "贰仟", False),
        ("研发投入（万元）", "详见2025年度审计报告附注", True),
        ("研发投入（万元）", "见附件3", True),
        ("研发投入（万元）", "以2025年度财务报表为准", True),
        ("主营业务收入（万元）", "见第三册财务报告第12页", True),
        ("主营业务收入（万元）", "待第三方核定", True),
        ("主营业务收入（万元）", "审计中，4月底补报", True),
        ("自筹金额（万元）", "见2024、2025年度决算", True),
        ("自筹金额（万元）", "参见任务书4.2节", True),
        ("自筹金额（万元）", "详见附件之二", True),
        ("研发投入（万元）", "2025年度5186", False),
        ("研发投入（万元）", "约五千万元，见附件3", False),
        ("研发投入（万元）", "860（2025年度审计报告第12页）", False),
        ("主营业务收入（万元）", "2024年4900；2025年5186", False),
        ("主营业务收入（万元）", "第三方审计确认860万元", False),
        ("自筹金额（万元）", "2024", False),
    ],
)
def test_a_count_without_a_figure(label: str, value: str, wrong: bool) -> None:
    field = FormField(name=label, label=label, role=Role.FORM, evidence=HERE)
    assert (asked_instead(label, label, value) is not None or without_figure(field, value)) is wrong


@pytest.mark.parametrize(
    ("label", "wrong"), [("项目负责人姓名、出生年月、手机号码", False), ("项目负责人手机号码", True)]
)
def test_a_name_where_the_label_asks_for_it_too(label: str, wrong: bool) -> None:
    field = FormField(name=label, label=label, role=Role.FORM, evidence=HERE)
    assert without_figure(field, "车远舟") is wrong
