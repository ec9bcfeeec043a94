"""One gap planted in a clean application: exactly that gap is found."""

from typing import Any

import pytest
from submission_changes import (
    Change,
    attachment_renamed,
    attachments_but,
    both,
    filed,
    letter_listed_only,
    named_in_words,
    seal_filled,
    with_applicant,
    with_choices,
    with_commitment,
    with_field,
    with_label,
    with_partner,
    with_passage,
    with_row,
    with_second_claim,
    with_section,
    with_target,
    without_field,
)

from schemas.evidence import Evidence
from schemas.outline import Role
from schemas.submission import Submission

PLANTED: list[tuple[str, Change, set[tuple[str, str, str]]]] = [
    ("field empty", with_field("负责人邮箱", None), {("form_field", "负责人邮箱", "missing")}),
    ("field of the other person empty", with_field("联系人手机", None), {("form_field", "联系人手机", "missing")}),
    ("field absent", without_field("邮政编码"), {("form_field", "邮政编码", "missing")}),
    ("placeholder", with_field("联系人姓名", "XXX"), {("form_field", "联系人姓名", "missing")}),
    ("instruction left", with_field("单位简介", "（如实填写）"), {("form_field", "单位简介", "missing")}),
    ("words for a number", with_field("单位人数", "若干人"), {("form_field", "单位人数", "invalid")}),
    ("section absent", with_section("风险与应对", None), {("section", "风险与应对", "missing")}),
    (
        "section absent, its name in a line of the form",
        both(
            with_section("风险与应对", None),
            with_passage("风险与应对：由总工程师牵头，按季度评估风险，备选两家供应商。", Role.FORM),
        ),
        {("section", "风险与应对", "missing")},
    ),
    ("heading only", with_section("组织保障", ""), {("section", "组织保障", "insufficient")}),
    ("points elsewhere", with_section("组织保障", "详见公司制度。"), {("section", "组织保障", "insufficient")}),
    ("see attachment", with_section("组织保障", "具体内容详见附件3。"), {("section", "组织保障", "insufficient")}),
    ("nothing", with_section("组织保障", "无"), {("section", "组织保障", "insufficient")}),
    (
        "guidance copied",
        with_section("组织保障", "攻关团队、组织方式、协调机制等。"),
        {("section", "组织保障", "insufficient")},
    ),
    ("too short", with_section("组织保障", "由总工程师牵头。"), {("section", "组织保障", "insufficient")}),
    (
        "too short beside a picture",
        with_section("组织保障", "由总工程师牵头。", pictured=True),
        {("section", "组织保障", "insufficient")},
    ),
    ("a heading alone", with_section("组织保障", ""), {("section", "组织保障", "insufficient")}),
    ("no picture there", with_section("组织保障", "组织架构如下图所示。"), {("section", "组织保障", "insufficient")}),
    (
        "plan without times",
        with_section("攻关计划", "先做样机，再做示范，最后组织专家开展验收并总结推广。"),
        {("section", "攻关计划", "insufficient")},
    ),
    (
        "field too long",
        with_field("单位简介", "本公司研制灌溉设备。" * 6),
        {("word_limit", "单位简介", "insufficient")},
    ),
    (
        "book too long",
        with_section("组织保障", "由总工程师牵头组织攻关。" * 50),
        {("word_limit", "任务书", "insufficient")},
    ),
    (
        "target too low",
        with_target("灌溉决策准确率", value=94.0, canonical_value=94.0),
        {("numeric_target", "灌溉决策准确率", "insufficient")},
    ),
    (
        "超过 does not include the number",
        with_target("节水率", value=25.0, canonical_value=25.0, comparator="="),
        {("numeric_target", "节水率", "insufficient")},
    ),
    ("target not claimed", with_target("节水率"), {("numeric_target", "节水率", "missing")}),
    (
        "the lower of two values falls short",
        with_second_claim("灌溉决策准确率", 90.0),
        {("numeric_target", "灌溉决策准确率", "insufficient"), ("consistency", "灌溉决策准确率", "invalid")},
    ),
    (
        "two values that both are enough",
        with_second_claim("灌溉决策准确率", 98.0),
        {("consistency", "灌溉决策准确率", "invalid")},
    ),
    (
        "a field's limit, its label in the text of a section",
        lambda s: with_section("任务名称", "单位简介：" + "本公司研制灌溉设备。" * 6)(without_field("单位简介")(s)),
        {("word_limit", "单位简介", "insufficient")},
    ),
    (
        "no agreement of the partner",
        with_partner("云州农科院"),
        {("proof_material", "联合攻关协议", "missing")},
    ),
    ("proof absent", attachments_but("荣誉"), {("proof_material", "相关荣誉证明材料", "missing")}),
    (
        "proof of another year",
        attachment_renamed("2024年度", "2022年度"),
        {("proof_material", "研发投入证明材料", "insufficient")},
    ),
    ("letter undated", with_commitment(dated=False, date=None), {("commitment", "承诺书", "insufficient")}),
    (
        "letter for another work",
        with_commitment(subject="海岛垃圾渗滤液处理装置"),
        {("commitment", "承诺书", "invalid")},
    ),
    ("letter that names the call", with_commitment(subject="2026年度揭榜挂帅专项平台"), set()),
    ("letter unsigned", with_commitment(signed=False), {("commitment", "承诺书", "insufficient")}),
    ("place not signed", seal_filled("signature", False), {("seal_signature", "承诺书法定代表人签字", "missing")}),
    ("place not sealed", seal_filled("seal", False), {("seal_signature", "封面揭榜单位公章", "missing")}),
    ("filed too late", filed("2025-06-21"), {("deadline", "application_closes", "invalid")}),
    ("filed too early", filed("2025-05-31"), {("deadline", "application_opens", "invalid")}),
    (
        "plan too long",
        with_section("攻关计划", "2025年9月至2026年12月完成样机；2027年1月至2028年6月完成示范与验收。"),
        {("deadline", "completion", "insufficient")},
    ),
    (
        "plan too long, its months counted",
        with_section("攻关计划", "签约后第1—12个月完成样机；第13—24个月完成示范；第25—27个月验收总结推广。"),
        {("deadline", "completion", "insufficient")},
    ),
    ("mobile too short", with_field("负责人手机", "1390000123"), {("identifier", "负责人手机", "invalid")}),
    (
        "a telephone for a mail",
        with_field("负责人邮箱", "0599-5000123（办公）"),
        {("identifier", "负责人邮箱", "invalid")},
    ),
    ("mail without domain", with_field("负责人邮箱", "a@qinghe"), {("identifier", "负责人邮箱", "invalid")}),
    ("postcode", with_field("邮政编码", "20003"), {("identifier", "邮政编码", "invalid")}),
    ("words for a postcode", with_field("邮政编码", "云屿市望澄区"), {("form_field", "邮政编码", "invalid")}),
    (
        "a mail address for a place",
        with_field("单位地址", "a@qinghe.example.cn"),
        {("form_field", "单位地址", "invalid")},
    ),
    ("postcode as above", with_field("邮政编码", "同上"), set()),
    (
        "check character",
        with_field("统一社会信用代码", "91310104MA1FR6E709"),
        {("identifier", "统一社会信用代码", "invalid")},
    ),
    (
        "registered elsewhere",
        with_applicant(address="江苏省苏州市某某路3号"),
        {("eligibility", "在上海市注册", "invalid")},
    ),
    (
        "not a legal person",
        with_applicant(name="云州青禾智能科技有限公司第一分公司"),
        {("eligibility", "具有独立法人资格的企事业单位", "invalid")},
    ),
    (
        "another name in the letter",
        with_commitment(applicant="云洲青禾智能科技有限公司"),
        {("consistency", "单位名称", "invalid")},
    ),
    ("two totals", with_passage("本项目总投入为900万元，由公司自筹。"), {("consistency", "项目总投入", "invalid")}),
    (
        "a label with its year behind",
        both(with_label("研发投入（万元）", "研发投入（万元）上一财年"), with_passage("2024年研发投入980万元。")),
        {("consistency", "研发投入", "invalid")},
    ),
    ("two figures of one year", with_passage("2024年研发投入980万元。"), {("consistency", "研发投入", "invalid")}),
    (
        "parts over the whole",
        with_passage("注册资本500万元，其中货币300万元、实物400万元。"),
        {("consistency", "注册资本", "invalid")},
    ),
    (
        "parts over the whole, one after the other",
        with_passage("本项目注册资本500万元，其中货币300万元，占60%；实物150万元，占30%；土地100万元，占20%。"),
        {("consistency", "注册资本", "invalid")},
    ),
    (
        "shares over a hundred",
        with_passage("项目经费的构成为：设备费占45%，人员费占35%，委托试验费占20%，其他费用占10%。"),
        {("consistency", "经费比例", "invalid")},
    ),
    (
        "people in form and text",
        with_passage("公司现有员工92人，其中博士3人。"),
        {("consistency", "单位人数", "invalid")},
    ),
    (
        "the whole institute in the text",
        with_passage("本院设三个中心。全院现有职工92人，其中博士3人。"),
        {("consistency", "单位人数", "invalid")},
    ),
    (
        "patents twice",
        with_passage("公司获授权发明专利12项。截至目前拥有授权发明专利15项。"),
        {("consistency", "授权发明专利", "invalid")},
    ),
    (
        "patents behind what they are part of",
        with_passage("公司获授权发明专利52项。技术积累包括授权发明专利25项、软件著作权31项。"),
        {("consistency", "授权发明专利", "invalid")},
    ),
    (
        "patents and copyrights of a list whose owner stands before it",
        both(
            with_passage("公司是高新技术企业，拥有授权发明专利12项、软件著作权30项。"),
            with_passage("创新能力：发明专利授权12项，软件著作权33项。"),
        ),
        {("consistency", "软件著作权", "invalid")},
    ),
    (
        "valid patents twice",
        with_passage("公司拥有有效发明专利12项。已获有效发明专利9项，均在有效期内。"),
        {("consistency", "有效发明专利", "invalid")},
    ),
    (
        "what the work costs, item by item",
        with_passage("项目总投入5,300万元，其中算力1,400万元、人员1,100万元、芯片流片500万元，均为自有资金。"),
        {("consistency", "项目总投入", "invalid")},
    ),
    ("what the work needs", with_passage("项目共需900万元，由公司自筹。"), {("consistency", "项目总投入", "invalid")}),
    (
        "papers twice",
        both(with_passage("公司发表论文19篇。"), with_passage("获软件著作权8项，论文22篇。")),
        {("consistency", "论文", "invalid")},
    ),
    (
        "people under a label of talent",
        with_passage("人才团队：在职职工92人，其中博士3人。"),
        {("consistency", "单位人数", "invalid")},
    ),
    (
        "a proof that is not made out yet",
        attachment_renamed("研发投入专项审计报告", "研发投入专项审计委托合同（审计报告尚未出具）"),
        {("proof_material", "研发投入证明材料", "missing")},
    ),
    ("more researchers than people", with_field("研发人员人数", "96"), {("consistency", "研发人员人数", "invalid")}),
    ("two boxes", with_choices(1, 2), {("direction", "揭榜方向", "invalid")}),
    ("box not on offer", with_choices(7), {("direction", "揭榜方向", "invalid")}),
    (
        "a code in a sentence",
        with_passage("公司统一社会信用代码为91310104MA1FR6E70A。"),
        {("identifier", "统一社会信用代码", "invalid")},
    ),
    ("a telephone in a sentence", with_passage("联系人丙某，手机：1390000123。"), {("identifier", "手机", "invalid")}),
    (
        "a number beside a name",
        with_field("联系人手机", "乙某，手机：1390000123"),
        {("identifier", "联系人手机", "invalid")},
    ),
    ("a mail address in a sentence", with_passage("邮箱：a.example.cn。"), {("identifier", "电子邮箱", "invalid")}),
]


def test_the_clean_application_has_no_gap(gaps_of: Any, submission: Submission) -> None:
    assert gaps_of(submission) == set()


@pytest.mark.parametrize(("change", "expected"), [p[1:] for p in PLANTED], ids=[p[0] for p in PLANTED])
def test_exactly_the_planted_gap(change: Change, expected: set[Any], gaps_of: Any, submission: Submission) -> None:
    assert gaps_of(change(submission)) == expected


CODED = "统一社会信用代码"
BROKEN = "91310104MA1FR6E70 E"

HARMLESS: list[tuple[str, Change]] = [
    ("a section that is a picture", with_section("组织保障", "", pictured=True)),
    ("a section that points to its picture", with_section("组织保障", "组织架构如下图所示。", pictured=True)),
    ("a direction named without its number", named_in_words),
    ("a number broken by its cell", with_field("负责人手机", "139 0000 1234")),
    ("a protocol and a site are no addresses", with_passage("电子邮件SMTP3.0协议，E-mail：www.qinghe.example。")),
    ("a telephone abroad", with_passage("合作方电话：+1-650-253-0000。")),
    ("none as an answer", with_field("联系人传真", "无")),
    ("two numbers in one cell", with_field("负责人手机", "13900001234、13900004321")),
    ("the amount of another year", with_passage("2023年研发投入980万元。")),
    ("the amount of a part", with_passage("2024年智能灌溉方向研发投入300万元。")),
    ("a total said again", with_passage("注册资本500万元，其中货币300万元、实物200万元，合计500万元。")),
    (
        "parts by source, then by use",
        with_passage("项目总投入800万元，其中自筹600万元，财政200万元；设备费300万元，人员费500万元。"),
    ),
    (
        "two ways to part a whole, behind a colon",
        with_passage("项目总投入800万元，其中自筹600万元，财政200万元：设备费300万元，人员费500万元。"),
    ),
    (
        "a plan in counted months",
        with_section("攻关计划", "签约后第1—12个月完成样机；第13—20个月完成示范；第21—24个月验收总结推广。"),
    ),
    (
        "a plan that names years alone",
        with_section("攻关计划", "2025年度完成样机研制；2026年度完成示范应用；2027年度完成验收并总结推广。"),
    ),
    (
        "a figure in columns whose heads are not known",
        with_target(
            "灌溉决策准确率",
            value=94.0,
            canonical_value=94.0,
            evidence=Evidence(text="灌溉决策准确率     94%", start=0, end=15),
        ),
    ),
    (
        "a section below a line of its own in the form",
        both(
            both(with_section("风险与应对", None), with_passage("风险与应对", Role.FORM)),
            with_passage("由总工程师牵头，按季度评估风险，备选两家供应商。", Role.FORM),
        ),
    ),
    ("no partner", with_partner("无")),
    (
        "numbers in sentences",
        with_passage("电话：0551-62901234-8012、(0551)62901234-801，邮箱：E-mail：a@b.cn，信用代码见执照。"),
    ),
    ("a place behind the code", with_field("统一社会信用代码", "91310104MA1FR6E70E登记注册地：云州市")),
    ("words of another cell", with_field("负责人邮箱", "每年工作时间")),
    ("a number cut by its cell", with_passage("电话：0551- 62901234，邮箱：a@qinghe- ai.cn")),
    ("shares of people overlap", with_passage("团队中硕士占70%，女性占40%，青年占60%。")),
    ("shares of a share", with_passage("设备费占60%，其中进口设备费占80%、国产设备费占20%，人员费占40%。")),
    ("a stage's total", with_passage("一期总投资300万元。")),
    ("the same amount in other units", with_passage("2024年研发投入0.125亿元。")),
    ("the short name in the letter", with_commitment(applicant="青禾智能科技有限公司")),
    ("a letter that is listed, its text elsewhere", letter_listed_only),
    ("letter whose date cannot be told", with_commitment(dated=None, signed=None)),
    ("a proof under another name", attachment_renamed("研发投入专项", "研究开发费用专项")),
    ("people of a team", with_passage("团队现有研发人员12人，项目投入研发人员9人。")),
    ("people of some groups", with_passage("成立领导小组，12名研发人员编入底座、适配、应用三个组。")),
    ("a code broken by its cell", both(with_field(CODED, BROKEN), with_passage(f"{CODED}：{BROKEN}"))),
    (
        "copyrights to come, by their label",
        with_row("拟申请知识产权；发明专利3项，软件著作权4项", "公司有软件著作权52项。"),
    ),
    ("patents to come", with_passage("公司获授权发明专利12项，任务期内新增授权发明专利5项。")),
    (
        "patents of one product",
        with_passage("公司拥有发明专利12项。补偿模型在控制器内推理，已获发明专利2项。"),
    ),
    ("patents of two kinds", with_passage("公司拥有发明专利12项。知识产权：授权发明专利9项、实用新型专利4项。")),
    ("patents of a year", with_passage("公司拥有发明专利12项。2025年，公司获得发明专利5项。")),
    ("patents in a field", with_passage("公司拥有发明专利12项。围绕灌溉，公司拥有发明专利6项。")),
    ("patents of a branch", with_passage("公司拥有发明专利12项。上海分公司，拥有发明专利3项。")),
    ("papers in an index", with_passage("公司发表论文19篇。公司发表论文12篇被SCI收录。")),
    ("papers of a person", with_passage("公司发表论文19篇。负责人为教授，主持项目3项，发表论文42篇。")),
    ("patents to come, in a row", with_row("预期成果；发明专利3项", "公司拥有发明专利12项。")),
    ("a better claim", with_target("节水率", value=40.0, canonical_value=40.0)),
    ("filed on the last day", filed("2025-06-20")),
]


@pytest.mark.parametrize("change", [h[1] for h in HARMLESS], ids=[h[0] for h in HARMLESS])
def test_what_is_no_gap(change: Change, gaps_of: Any, submission: Submission) -> None:
    assert gaps_of(change(submission)) == set()
