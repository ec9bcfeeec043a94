"""Calls without a form: what the applicant's own form leaves empty, ticks, counts and does not declare."""

from pathlib import Path

import pytest
from documents import document
from written_case import findings, statuses

from pipeline.matching import Matcher
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.screening import screen
from pipeline.structure import structure
from schemas.document import Picture

PAPERS = "四、申报材料\n1.营业执照；\n2.服务台账。\n"
FORM = (
    "奖励申请表\n机构名称\t海岚检测有限公司\t注册资本\t300万元\n单位地址\t海岚市潮汐路8号\t法定代表人\t甲某\n"
    "联系人\t乙某\t职务\t经理\n联系电话\t{}\t电子邮箱\t{}\n"
)
LIST = "附件清单\n1.营业执照\n2.服务台账\n"


@pytest.mark.parametrize(
    ("phone", "mail", "blank"),
    [
        ("0599-5000123", "", "电子邮箱"),
        ("", "a@hailan.example.cn", "联系电话"),
        ("0599-5000123", "a@hailan.example.cn", None),
        ("0599-5000123", "无", None),
    ],
)
def test_how_to_reach_the_applicant(phone: str, mail: str, blank: str | None, tmp_path: Path) -> None:
    found = statuses(tmp_path, PAPERS, FORM.format(phone, mail) + LIST)
    assert {name for name, status in found.items() if status == "missing"} == ({blank} if blank else set())


@pytest.mark.parametrize(
    ("row", "blank"),
    [
        ("通讯地址\t\t邮政编码\t500001", "通讯地址"),
        ("通讯地址\t潮汐路8号\t邮政编码\t", None),  # a code of the post nobody needs
        ("项目负责人每年投入时间\t\t备注\t", "项目负责人每年投入时间"),
        ("项目负责人\t待定（拟从外部引进，到岗后补报）\t备注\t", "项目负责人"),
        ("项目负责人\t待斯年\t备注\t", None),
        ("牵头单位\t本公司\t负责人\t", "负责人"),
        ("项目负责人\t丙某\n牵头单位\t本公司\t负责人\t", None),
        ("联合单位通讯地址\t\t备注\t", None),
        ("通讯地址（选填）\t\t备注\t", None),
    ],
)
def test_what_an_own_form_owes(row: str, blank: str | None, tmp_path: Path) -> None:
    words = FORM.format("0599-5000123", "a@hailan.example.cn") + row + "\n" + LIST
    found = statuses(tmp_path, PAPERS, words)
    assert {name for name, status in found.items() if status == "missing"} == ({blank} if blank else set())


PERSONS = "项目负责人\t丙某\t职务\t总工程师\t手机\t{}\n联系人\t乙某\t固定电话\t0599-5000123\t手机\t{}\n"


@pytest.mark.parametrize(
    ("leader", "contact", "blank"),
    [("13900000001", "", True), ("13900000001", "13900000002", False)],
)
def test_a_mobile_number_beside_a_telephones(leader: str, contact: str, blank: bool, tmp_path: Path) -> None:
    own = FORM.format("0599-5000123", "a@hailan.example.cn").rpartition("联系人\t")[0]
    found = statuses(tmp_path, PAPERS, own + PERSONS.format(leader, contact) + LIST)
    assert (found.get("联系人手机") == "missing") is blank


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("换号中，定后再报", True),
        ("号码办理中", True),
        ("新号开通后另行告知", True),
        ("13900000002（换号中，8月起停用）", False),
    ],
)
def test_a_number_that_is_still_to_come(said: str, wrong: bool, tmp_path: Path) -> None:
    own = FORM.format("0599-5000123", "a@hailan.example.cn").rpartition("联系人\t")[0]
    found = statuses(tmp_path, PAPERS, own + PERSONS.format("13900000001", said) + LIST)
    assert (found.get("联系人手机") in ("missing", "invalid")) is wrong


@pytest.mark.parametrize(
    ("rows", "blank"),
    [
        ("负责人手机\t13900000001\n申报联系人\t乙某\t联系人手机\t\t联系人邮箱\ta@hailan.example.cn\n", True),
        ("负责人手机\t13900000001\n申报联系人\t乙某\t电话\t13900000002\t联系人手机\t\n", False),
        ("负责人手机\t13900000001\n申报联系人\t乙某\t联系人电话\t\t办公电话\t0599-5000123\n", False),
    ],
)
def test_a_label_that_names_the_person(rows: str, blank: bool, tmp_path: Path) -> None:
    own = FORM.format("0599-5000123", "a@hailan.example.cn").rpartition("联系人\t")[0]
    found = statuses(tmp_path, PAPERS, own + "项目负责人\t丙某\t职务\t总工程师\n" + rows + LIST)
    assert [name for name, said in found.items() if said == "missing"] == (["联系人手机"] if blank else [])


def test_a_mobile_number_told_as_the_telephones(tmp_path: Path) -> None:
    own = FORM.format("0599-5000123", "a@hailan.example.cn").rpartition("联系人\t")[0]
    persons = PERSONS.format("13900000001", "").replace("0599-5000123", "13900000002")
    assert "missing" not in statuses(tmp_path, PAPERS, own + persons + LIST).values()


@pytest.mark.parametrize(("name", "blank"), [("海岚检测有限公司", True), ("海岚大学", False)])
def test_whose_capital_is_asked_for(name: str, blank: bool, tmp_path: Path) -> None:
    words = FORM.format("0599-5000123", "a@hailan.example.cn").replace("300万元", "").replace("海岚检测有限公司", name)
    assert (statuses(tmp_path, PAPERS, words + LIST).get("注册资本") == "missing") is blank


@pytest.mark.parametrize(("number", "wrong"), [("1390000000123", 1), ("13900000001", 0)])
def test_a_number_beside_a_name_is_judged_once(number: str, wrong: int, tmp_path: Path) -> None:
    own = FORM.format("0599-5000123", "a@hailan.example.cn") + f"项目联络员\t姓名/手机\t丙某/{number}\n"
    found = findings(tmp_path, PAPERS, own + LIST)
    assert sum(one.kind == "identifier" and one.status == "invalid" for one in found) == wrong


KINDS = "四、申报材料\n1.营业执照；\n2.本年度的审计报告（规模奖励类提供）。\n"


@pytest.mark.parametrize(
    ("boxes", "status"),
    [
        ("□资质奖励　√规模奖励", "missing"),
        ("☑资质奖励　□规模奖励", "met"),
        ("□资质奖励　□规模奖励", "unverifiable"),
    ],
)
def test_a_paper_asked_of_one_kind(boxes: str, status: str, tmp_path: Path) -> None:
    words = FORM.format("0599-5000123", "a@hailan.example.cn") + f"申请类别\t{boxes}\n附件清单\n1.营业执照\n"
    assert statuses(tmp_path, KINDS, words)["本年度的审计报告"] == status


COUNTED = "服务船厂清单（2025年度，按区）：\n区\t家数\t主要内容\n南区\t{}\t检测\n北区\t50\t校准\n合计\t{}\t—\n"


@pytest.mark.parametrize(
    ("label", "south", "total", "clash"),
    [
        ("2025年服务本市船厂", 20, 70, True),
        ("2025年服务本市船厂", 26, 76, False),
        ("2025年走访本市渔船", 20, 70, False),
        ("服务船厂总数", 20, 70, True),
        ("服务小微船厂数", 20, 70, False),
        ("2024年服务船厂数", 20, 70, False),
        ("累计服务船厂", 20, 70, False),
    ],
)
def test_a_number_and_the_total_of_its_list(label: str, south: int, total: int, clash: bool, tmp_path: Path) -> None:
    words = FORM.format("0599-5000123", "a@hailan.example.cn") + f"{label}\t76家\t从业人员\t12人\n一、服务业绩\n"
    found = statuses(tmp_path, PAPERS, words + COUNTED.format(south, total) + LIST)
    assert ("invalid" in found.values()) is clash


DECLARED = "五、其他要求\n申报单位除提供佐证材料外，还须声明近三年是否存在违反行政法规的行为记录情况。\n"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("我单位承诺材料真实。", "missing"),
        ("近三年没有违反行政法规的行为记录。", "met"),
        ("我单位近三年守法经营。", "met"),
        ("近三年未受到任何主管部门查处。", "met"),
        ("我单位2024年受到一次行政处罚，已整改。", "met"),
        ("近三年违法违规记录：无", "met"),
        ("系统可识别违规操作，并对无线终端的违规接入告警。", "missing"),
        ("二、有关情况的书面声明\n详见另页。", "met"),
        ("附件清单\n1.信用中国查询报告", "met"),
    ],
)
def test_a_declaration_on_offences(said: str, status: str, tmp_path: Path) -> None:
    words = FORM.format("0599-5000123", "a@hailan.example.cn") + f"一、承诺\n{said}\n" + LIST
    found = statuses(tmp_path, PAPERS + DECLARED, words)
    assert next(one for name, one in found.items() if "声明" in name) == status


TIERS = (
    "二、奖励方式\n（一）资质奖励。具有国家级资质的机构奖励20万元。\n（二）规模奖励。按两个档次给予奖励。\n"
    "1、服务船厂200家以上，且收入比上年度增加20%的检测机构，给予10万元的奖励；\n"
    "2、服务船厂100家以上，且收入比上年度增加20%的检测机构，给予5万元的奖励。\n"
)


@pytest.mark.parametrize(
    ("box", "growth", "status"),
    [
        ("□资质奖励　√规模奖励", "17.6%", "insufficient"),
        ("□资质奖励　√规模奖励", "21%", "met"),
        ("√资质奖励　□规模奖励", "17.6%", None),
    ],
)
def test_what_every_tier_of_an_award_asks(box: str, growth: str, status: str | None, tmp_path: Path) -> None:
    words = FORM.format("0599-5000123", "a@hailan.example.cn")
    words += f"申请类别\t{box}\n收入比上年度增加\t{growth}\t服务船厂\t90家\n" + LIST
    found = statuses(tmp_path, TIERS + PAPERS, words)
    assert next((one for name, one in found.items() if "比上年度增加20%" in name), None) == status
    assert "100家以上" not in "".join(found)


@pytest.mark.parametrize(
    ("phone", "status"),
    [
        ("0571-5000123", "unverifiable"),  # the area's numbers have eight digits, old ones and some networks' seven
        ("0571-50001234", "met"),
        ("0571-500012", "invalid"),
    ],
)
def test_a_digit_less_than_the_area_has(phone: str, status: str, tmp_path: Path) -> None:
    words = FORM.format(phone, "a@hailan.example.cn") + LIST
    found = {(one.kind, one.name): one.status for one in findings(tmp_path, PAPERS, words)}
    assert found["identifier", "联系电话"] == status


@pytest.mark.parametrize(
    ("words", "open_"),
    [
        ("（待补充）", True),
        ("（略）", True),
        ("（备用航次见上图）", False),
        ("本节内容待与保险公司沟通后另行补充。", True),
        ("台风季停工十二天，备用航次已与船东谈妥。", False),
        ("本节内容正在内部讨论，另行报送。", True),
        ("备用航次正在内部讨论，船东两日内答复。", False),
        ("（本章由保险公司起草，定稿后另行补交。）", True),
        ("（本章由保险公司起草，定稿后另行补交。）\n【C】附送资料", True),
        ("（台风季停工十二天）\n【C】附送资料", False),
        ("无", False),
        ("详见附表风险对策表", False),
        ("详见公司官网", True),
    ],
)
def test_a_chapter_of_ones_own_left_open(words: str, open_: bool, tmp_path: Path) -> None:
    plan = f"一、服务方案\n检测船每周出海三次，报告两日内送达。\n二、风险与对策\n{words}\n"
    plan += "三、效益\n年服务船厂八十家。\n"
    found = findings(tmp_path, PAPERS, FORM.format("0599-5000123", "a@hailan.example.cn") + plan + LIST)
    assert any(one.kind == "section" and one.status == "missing" for one in found) is open_


@pytest.mark.parametrize(
    ("heading", "below", "empty"),
    [
        ("二、风险与对策", "", True),
        ("二、风险与对策", "台风季停工十二天，备用航次已与船东谈妥。\n", False),
        ("二、风险与对策", "（一）台风\n台风季停工十二天，备用航次已与船东谈妥。\n", False),
        ("二、风险与对策", "风险\t对策\n台风\t停工十二天\n", False),
        ("二、检测航线示意图", "", False),  # a picture
    ],
)
def test_a_chapter_of_ones_own_with_nothing_in_it(heading: str, below: str, empty: bool, tmp_path: Path) -> None:
    plan = f"一、服务方案\n检测船每周出海三次，每次两日内送达检测报告，全年不间断。\n{heading}\n{below}"
    plan += "三、预期效益\n年服务船厂八十家，减少停航检修四百余天，节约费用两千万元。\n"
    found = findings(tmp_path, PAPERS, FORM.format("0599-5000123", "a@hailan.example.cn") + plan + LIST)
    assert any(one.kind == "section" and one.status == "missing" for one in found) is empty


@pytest.mark.parametrize(
    ("before", "seal", "empty"),
    [
        ("三、预期效益", False, False),  # 二、技术路线 has nothing but the picture
        ("三、预期效益", True, True),
        ("二、技术路线", False, True),  # the picture is of the chapter before
        ("附件清单", False, True),
        ("奖励申请表", False, False),  # nobody knows where it stands
    ],
)
def test_a_chapter_that_is_a_picture(before: str, seal: bool, empty: bool, tmp_path: Path) -> None:
    plan = "一、服务方案\n检测船每周出海三次，每次两日内送达检测报告，全年不间断。\n二、技术路线\n"
    plan += "三、预期效益\n年服务船厂八十家，减少停航检修四百余天，节约费用两千万元。\n"
    words = FORM.format("0599-5000123", "a@hailan.example.cn") + plan + LIST
    picture = Picture(None, None, seal, words.index(before))
    call = structure(document(f"关于发布榜单的通知\n各有关单位：\n{PAPERS}"))
    part = structure(document(words, pictures=(picture,)))
    notice = build_notice(*call)
    found = screen(notice, build_submission(*part), Matcher(notice)).findings
    assert any(one.kind == "section" and one.status == "missing" for one in found) is empty


@pytest.mark.parametrize(
    ("phone", "told"),
    [
        ("详见单位官网", ("form_field", "联系电话", "invalid")),
        ("可查阅公司网站", ("form_field", "联系电话", "invalid")),
        ("0599-5000123（详见官网）", None),
    ],
)
def test_where_to_look_up_a_telephone(phone: str, told: tuple[str, str, str] | None, tmp_path: Path) -> None:
    found = findings(tmp_path, PAPERS, FORM.format(phone, "a@hailan.example.cn") + LIST)
    gaps = {(one.kind, one.name, one.status) for one in found if one.kind == "form_field" and one.counts}
    assert gaps == ({told} if told is not None else set())


@pytest.mark.parametrize(
    ("line", "blank"),
    [
        ("联系人电子邮箱：\n", {"联系人电子邮箱"}),
        ("联系人手机：\n", {"联系人手机"}),
        ("联系人电子邮箱：\na@hailan.example.cn\n", set()),
        ("联系人电子邮箱：b@hailan.example.cn\n", set()),
        ("联系人备用信息：\n", set()),
    ],
)
def test_lines_of_labels_one_of_which_is_open(line: str, blank: set[str], tmp_path: Path) -> None:
    lines = f"项目负责人：丙某\n项目负责人职称：高级工程师\n联系人：乙某\n{line}总投入300万元，自筹100万元\n"
    words = f"申报材料\n1 申报书\n1.1 单位与人员\n{lines}1.2 方案\n检测船每周出海三次，报告两日内送达。\n" + LIST
    found = findings(tmp_path, PAPERS, words)
    assert {one.name for one in found if one.kind == "form_field" and one.status == "missing"} == blank


@pytest.mark.parametrize(
    ("row", "gap"),
    [
        ("项目起止时间\t待立项后再议\t备注\t无", "项目起止时间"),
        ("项目起止时间\t2026年7月至2028年6月\t备注\t待立项后再议", None),
        ("项目负责人每年投入时间\t视单位工作安排而定\t备注\t无", "项目负责人每年投入时间"),
        ("上年度研发费用\t属商业机密，不便填写\t备注\t无", "上年度研发费用"),
        ("上年度研发费用\t无\t备注\t无", None),
        ("项目负责人\t丙某\t手机\t见随附名片", "项目负责人手机"),
        ("项目负责人\t丙某\t手机\t请拨总机转技术部", "项目负责人手机"),
        ("项目负责人\t丙某\t手机\t13900000001（请上午拨打）", None),
        ("项目负责人\t丙某\t邮箱\t暂无", "项目负责人邮箱"),
        ("项目负责人\t丙某\t邮箱\t无", None),
        ("使用地点\t视用户安排而定\t备注\t无", None),  # nobody needs it
    ],
)
def test_words_in_place_of_a_figure(row: str, gap: str | None, tmp_path: Path) -> None:
    words = FORM.format("0599-5000123", "a@hailan.example.cn") + row + "\n" + LIST
    found = findings(tmp_path, PAPERS, words)
    gaps = {one.name for one in found if one.kind == "form_field" and one.status in ("missing", "invalid")}
    assert gaps == ({gap} if gap else set())
