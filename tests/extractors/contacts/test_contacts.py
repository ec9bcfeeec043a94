from itertools import pairwise

import pytest
from documents import document, table

from extractors.contacts.contacts import find_contacts
from pipeline.structure import structure
from schemas.document import Cell, Table
from schemas.facts import Contact

HEAD = "关于组织开展2026年潮汐能装备揭榜挂帅工作的通知\n各有关单位：\n"


def contacts(words: str) -> list[Contact]:
    return find_contacts(*structure(document(HEAD + words + "\n特此通知。\n", hard_wrapped=False)))


# words, [(organization, person, phones, emails)]
CASES = [
    (  # how it arrives is no label of a mailbox
        "以邮戳或电子邮件到达时间为准，材料发送至keji@hailan.example.cn。",
        [(None, None, [], ["keji@hailan.example.cn"])],
    ),
    *(  # an office and who sits in it, to whom the papers go
        (f"上述材料于4月8日{sent}，联系电话：0574-80112233。", [(to, who, ["0574-80112233"], [])])
        for sent, to, who in (
            ("寄至海岚市引航中心鲁平老师", "海岚市引航中心", "鲁平老师"),
            ("送至海岚市港务局引航科鲁老师处", "海岚市港务局引航科", "鲁老师"),
            ("报送到海岚市航海学会秘书处单平女士", "海岚市航海学会秘书处", "单平女士"),
            ("交给海岚航海学院科研处鲁平先生", "海岚航海学院科研处", "鲁平先生"),
            ("邮寄到海岚市海事局办公室单平同志收", "海岚市海事局办公室", "单平同志"),
            ("送至海岚市港务局引航科鲁平收", "海岚市港务局引航科", "鲁平"),
            # no person behind the office
            ("寄至海岚市引航中心高新处", "海岚市引航中心高新处", None),
            ("寄至海岚市引航中心", "海岚市引航中心", None),
        )
    ),
    ("请将鲁平老师的材料寄至海岚市引航中心，联系电话：80112233。", [("海岚市引航中心", None, ["80112233"], [])]),
    (  # qualities in a list, one of which sounds like a name; kinds of firms
        "需求务必迫切、真实、有效，规模以上船企以及部分港口企业均可上报；\n联系人：祁连 13900001111",
        [(None, "祁连", ["13900001111"], [])],
    ),
    ("未尽事宜，可以直接联系课题组长祁连：qilian@example.edu.cn。", [(None, "祁连", [], ["qilian@example.edu.cn"])]),
    (  # whom the call is sent to, and why it is made, are nobody to ask
        "各市交通局，海岚市港务发展局，省直有关单位：\n为贯彻落实省委、省政府要求，组织申报。\n联系人：祁连，联系电话：80112233",
        [(None, "祁连", ["80112233"], [])],
    ),
    (  # a room, and a number for messages
        "航海学院联系人：祁连 办公地点：实验楼317室\n联系电话：80112233　邮箱：qilian@example.edu.cn",
        [("航海学院", "祁连", ["80112233"], ["qilian@example.edu.cn"])],
    ),
    (
        "系统故障请联系：0599-80112233，短信号码：13900001111。",
        [(None, None, ["0599-80112233", "13900001111"], [])],
    ),
    (  # an office apart from its number's label, below somebody else's number
        "四、联系方式\n创新科 祁连 2805179，柏舟 2865300\n系统支持 电话：0599-80112233",
        [
            ("创新科", "祁连", ["2805179"], []),
            ("创新科", "柏舟", ["2865300"], []),
            (None, None, ["0599-80112233"], []),
        ],
    ),
    (  # who put the page up, what a sentence names in brackets, and who has been asked already
        "发布人：柏舟\n发布日期：2026-02-05\n三、学校将通知申请人登录海岚市市场监督管理局(知识产权局)官网在线填写。\n"
        "备注：学校已专门电话咨询海岚市市场监督管理局，回复说正在研究，请通过学校申报并关注后续通知的要求。\n"
        "联系人：祁连\n联系方式：80112233",
        [(None, "祁连", ["80112233"], [])],
    ),
    (  # what not to fill in is no office
        "请填写其本人的手机号码，不要填写办公室电话号码，以便及时联系。\n联系人：祁连 0599-80112233",
        [(None, "祁连", ["0599-80112233"], [])],
    ),
    (
        "【场景投资】约680万元　【联系人】皮先生，0731-80112233",
        [(None, "皮先生", ["0731-80112233"], [])],
    ),
    (
        "联系人：重大办　柏老师（榜单一、三）　　80112233\n　　　　　龚老师（榜单二）　　　　80112244",
        [("重大办", "柏老师", ["80112233"], []), ("重大办", "龚老师", ["80112244"], [])],
    ),
    (
        "规划科技处 屈原野 0599-80112233；系统运维 0599-80112299。",
        [("规划科技处", "屈原野", ["0599-80112233"], []), (None, None, ["0599-80112299"], [])],
    ),
    (
        "平台技术支持：0599-8810000转2（工作日9:00—17:30）　邮箱：help@haizhou.example",
        [(None, None, ["0599-8810000转2"], ["help@haizhou.example"])],
    ),
    (
        "联系人：市科技局社发科 祁连 0599-8812233；系统支持：0599-8810000转2。",
        [("市科技局社发科", "祁连", ["0599-8812233"], []), (None, None, ["0599-8810000转2"], [])],
    ),
    (  # what a site says of itself
        "一、报送\n材料请报送某科。\n联系人：祁连，电话：0599-8812233\n版权声明：以上信息来源于网络，仅供参考。\n0599-80112244\n在线咨询\n",
        [(None, "祁连", ["0599-8812233"], [])],
    ),
    ("咨询电话：专项办公室 0599-5000234，张晓、林可", [("专项办公室", "张晓、林可", ["0599-5000234"], [])]),
    ("揭榜材料须密封并盖章。\n第五部分 联系我们\n商务：曾女士 0599-5000234", [(None, "曾女士", ["0599-5000234"], [])]),
    ("联 系 人：张明、李晓  联系电话：0599-2200810、2200811", [(None, "张明、李晓", ["0599-2200810", "2200811"], [])]),
    (
        "联系人：王刚 0599-82000234，刘芳 0599-82000678",
        [(None, "王刚", ["0599-82000234"], []), (None, "刘芳", ["0599-82000678"], [])],
    ),
    ("政策咨询：市科技局高新科张伟，0599-22000234", [("市科技局高新科", "张伟", ["0599-22000234"], [])]),
    (
        "市科技局高新技术处：洪川，电话：0599-5500213转605，电子邮箱：gx@example.cn",
        [("市科技局高新技术处", "洪川", ["0599-5500213转605"], ["gx@example.cn"])],
    ),
    ("商务联系人：王刚（某某代理公司），电话：0599-82000234", [("某某代理公司", "王刚", ["0599-82000234"], [])]),
    ("系统技术支持：400-000-6620", [(None, None, ["400-000-6620"], [])]),
    ("请联系科技处。\n联系电话：2200805。", [("科技处", None, ["2200805"], [])]),
    (
        "技术顾问：石老师，联系电话：13800000000\n赛务专员：柳老师，联系电话：13900000000",
        [(None, "石老师", ["13800000000"], []), (None, "柳老师", ["13900000000"], [])],
    ),
    (
        "省工业和信息化厅\n联系人：赵强\n电 话：0599-51000234\n省财政厅\n联系人：孙丽\n电 话：0599-51000678",
        [("省工业和信息化厅", "赵强", ["0599-51000234"], []), ("省财政厅", "孙丽", ["0599-51000678"], [])],
    ),
    ("咨询电话：0599-5000234（周工）", [(None, "周工", ["0599-5000234"], [])]),
    (
        "统一送到市机器人产业促进会（地址：某区望江路9号，联系电话：22000408、22000438）。",
        [("市机器人产业促进会", None, ["22000408", "22000438"], [])],
    ),
    ("科技处    白音查干    0599-6500011", [("科技处", "白音查干", ["0599-6500011"], [])]),
    ("农业农村局科教科 老单 0599-80000123", [("农业农村局科教科", "老单", ["0599-80000123"], [])]),
    (
        "尼玛次仁：13900000000；桑吉 13800000000",
        [(None, "尼玛次仁", ["13900000000"], []), (None, "桑吉", ["13800000000"], [])],
    ),
    ("会务组：13900000000", [("会务组", None, ["13900000000"], [])]),
    ("赛事咨询 13900000000", [(None, None, ["13900000000"], [])]),
    ("联系人:祁连  电话:0599-\n80112233", [(None, "祁连", ["0599-80112233"], [])]),
    ("科技处    业务咨询    0599-6500011", [("科技处", None, ["0599-6500011"], [])]),
    ("压缩后提交至邮箱：works@example.com。", [(None, None, [], ["works@example.com"])]),
    (
        "王刚 电话：0599-65500011\n监督电话：0599-65500001（机关纪委）",
        [(None, "王刚", ["0599-65500011"], []), ("机关纪委", None, ["0599-65500001"], [])],
    ),
    (
        "咨询电话：6688-1023、6688-1025（伍小姐、农先生）",
        [(None, "伍小姐、农先生", ["6688-1023", "6688-1025"], [])],
    ),
    ("技术问题请与科技处左丘先生联系，13900000083。", [("科技处", "左丘先生", ["13900000083"], [])]),
    ("商务 单女士 0599-65500001", [(None, "单女士", ["0599-65500001"], [])]),
    (
        "联络人：苗青 手机：13900000017 座机：0599-65500011",
        [(None, "苗青", ["13900000017", "0599-65500011"], [])],
    ),
    (
        "姓名：苗青 职务：科长 电话：0599-65500011 邮箱：a@b.example.cn",
        [(None, "苗青", ["0599-65500011"], ["a@b.example.cn"])],
    ),
    (
        "秘书处 蓝岚 邬工\nT: 0599-6512 0033 / 6512 0034   F: 0599-6512 0035\nM: xh@paper.example.org",
        [("秘书处", "蓝岚、邬工", ["0599-65120033", "65120034", "0599-65120035"], ["xh@paper.example.org"])],
    ),
    (
        "纸质作品寄至：海岚市船政路66号海岚研究院科技部 魏工收，电话：13800000000。",
        [("海岚研究院科技部", "魏工", ["13800000000"], [])],
    ),
    (
        "⑤申请表;⑥信用承诺书。\n县农业农村局科教股 苟老师 0599-24220019",
        [("县农业农村局科教股", "苟老师", ["0599-24220019"], [])],
    ),
    (  # a room is no office
        "请将纸质材料邮寄至某市云台区文成路300号1206室。\n收件人：苗老师 65500011",
        [(None, "苗老师", ["65500011"], [])],
    ),
    ("市工信局中小企业处：刀玉珍，0599-2039911", [("市工信局中小企业处", "刀玉珍", ["0599-2039911"], [])]),
    (
        "咨询电话：5877-1102（农先生）、5877-1103（覃小姐）",
        [(None, "农先生", ["5877-1102"], []), (None, "覃小姐", ["5877-1103"], [])],
    ),
    (
        "联 系 人：凌云峰（县经委） 鲍 敏（县财政局）\n电   话：0599-6512208      6513316",
        [("县经委、县财政局", "凌云峰、鲍敏", ["0599-6512208", "6513316"], [])],
    ),
    (  # an office that warns of agents offers nothing; no line of dates is a role
        "报名时间：2026年7月1日—7月31日。\n我局从未委托任何机构代办，县科技局创新股：0599-5000789",
        [("县科技局创新股", None, ["0599-5000789"], [])],
    ),
    (
        "T：0599-6000123  联系人：科技部 孟工\n纪检监督：0599-6000456",
        [  # behind its number
            ("科技部", "孟工", ["0599-6000123"], []),
            (None, None, ["0599-6000456"], []),
        ],
    ),
    (
        "寄送至某市人民路88号某市工信局创新科（辛白杨收），电话0599-5000123。",
        [("某市工信局创新科", "辛白杨", ["0599-5000123"], [])],
    ),
    ("平台技术：400 826 0000", [(None, None, ["4008260000"], [])]),
    (  # a mailbox below a hotline is not the hotline's
        "平台客服：4008-110-226\n邮箱：kj@example.cn",
        [(None, None, ["4008-110-226"], []), (None, None, [], ["kj@example.cn"])],
    ),
    (  # a family name of no list, joined to one
        "业务咨询：市科技局农村科，祁连、海若，电话：0599-65500011",
        [("市科技局农村科", "祁连、海若", ["0599-65500011"], [])],
    ),
    (  # one behind the other, and what stands between is no second person
        "联系方式：市人才办，吴某列  85140001    楼外柳 85140002",
        [("市人才办", "吴某列", ["85140001"], []), ("市人才办", "楼外柳", ["85140002"], [])],
    ),
    ("联系方式：市人才办，吴某列  85140001    夜间 85140002", [("市人才办", "吴某列", ["85140001", "85140002"], [])]),
    (  # a stage that begins like a name, and what goes to an office
        "1.材料汇总后上报我院科研中心。高中段：骆新老师（电话：85140001）；义教段：褚岩老师（电话：85140002）。",
        [("我院科研中心", "骆新老师", ["85140001"], []), (None, "褚岩老师", ["85140002"], [])],
    ),
    (  # names in one line, whose number in brackets in the next
        "联系人：褚岩（项目管理） 水知秋（伦理）\n电话：0599-65500011（褚） 0599-65500012（水）",
        [(None, "褚岩", ["0599-65500011"], []), (None, "水知秋", ["0599-65500012"], [])],
    ),
]
NONE = [
    "专业代办专利资助，免费评估请致电400-820-0000 王经理。",
    "联系人：____ 联系电话：____",
    "联系方式见附件。",
    "命名为“申报人-作品名称-联系电话”。",
    "业务咨询请联系市科技局高新科。",
]


@pytest.mark.parametrize(("words", "wanted"), CASES)
def test_contacts(words: str, wanted: list[tuple[str | None, str | None, list[str], list[str]]]) -> None:
    found = [(c.organization, c.person, list(c.phones), list(c.emails)) for c in contacts(words)]
    assert found == wanted


@pytest.mark.parametrize("words", NONE)
def test_no_contacts(words: str) -> None:
    assert contacts(words) == []


def test_address_and_role() -> None:
    [found] = contacts(
        "材料受理：某市中小企业服务中心，收件人：韩文，电话：0599-8800433，地址：某市云台区文成路6号B座412室。"
    )
    assert (found.role, found.address) == ("收件人", "某市云台区文成路6号B座412室")


def test_a_room_in_brackets_is_an_address() -> None:
    [found] = contacts("联系方式：\n重点研发计划：祁连(南苑图书馆315) 80112233，13900000000，QQ：900000001；\n")
    assert (found.person, found.role, found.address) == ("祁连", "重点研发计划", "南苑图书馆315")
    assert found.phones == ("80112233", "13900000000")


def test_the_words_of_dialling_are_no_role() -> None:
    [found] = contacts("如遇系统技术问题，请打业务咨询电话：0599-80112233。\n")
    assert (found.role, found.phones) == ("业务咨询", ("0599-80112233",))


def test_the_label_of_a_name_is_no_role() -> None:
    assert [(c.person, c.role) for c in contacts("姓名：祁老师，联系电话：0599-80112233")] == [("祁老师", None)]


def test_labels_and_values_side_by_side_in_a_table() -> None:
    rows = [["技术需求名称", "边框焊接", "需求类别", "工艺"], ["企业联系人", "雷某", "联系电话", "0599-1122331"]]
    text, cells = "", []
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            cells.append(Cell(len(text), len(text) + len(words), r, c))
            text += words + ("\t" if c < 3 else "\n")
    made = document(text, tables=(Table(0, len(text), tuple(cells)),), hard_wrapped=False)
    found = find_contacts(*structure(made))
    assert [(c.person, list(c.phones)) for c in found] == [("雷某", ["0599-1122331"])]


def test_a_table_has_one_contact_a_row() -> None:
    rows = ["单位\t联系人\t联系电话", "甲区科技局\t周明\t0599-2200001", "乙县科技局\t吴兰\t2200002"]
    text = HEAD + "\n".join(rows) + "\n"
    at, cells = len(HEAD), []
    for row, line in enumerate(rows):
        edges = [0, *(i + 1 for i, char in enumerate(line) if char == "\t"), len(line) + 1]
        cells += [Cell(at + a, at + b - 1, row, column) for column, (a, b) in enumerate(pairwise(edges))]
        at += len(line) + 1
    made = document(text, hard_wrapped=False, tables=(Table(len(HEAD), at - 1, tuple(cells)),))
    found = [(c.organization, c.person, c.phones) for c in find_contacts(*structure(made))]
    assert found == [("甲区科技局", "周明", ("0599-2200001",)), ("乙县科技局", "吴兰", ("2200002",))]


def test_blanks_in_numbers_and_mailboxes_that_the_cells_edge_cuts() -> None:
    rows = [
        ["单位", "联系人", "电话", "邮箱"],
        ["甲区科技局", "祁连", "0599-8000 0021 / 8000 0022", "qilian@hail an-\nkj.example.cn"],
        ["乙县科技局", "吴兰", "139 0000 0071", "a@kj.example.cn\nb@kj.example.cn"],
    ]
    found = [(c.person, c.phones, c.emails) for c in find_contacts(*structure(table(rows, HEAD)))]
    assert found == [
        ("祁连", ("0599-80000021", "80000022"), ("qilian@hailan-kj.example.cn",)),
        ("吴兰", ("13900000071",), ("a@kj.example.cn", "b@kj.example.cn")),
    ]
    rows = [["需求单位", "需求单位及联系人"], ["海岚仪器公司", "祁经理 139 0000 0071"]]
    [found_one] = find_contacts(*structure(table(rows, HEAD)))
    assert (found_one.person, found_one.phones) == ("祁经理", ("13900000071",))


def test_a_list_without_heads_is_told_by_its_rows() -> None:
    words = "联系方式：\n市人社局能力建设处\t祝强\t3023467\n某县人社局\t毛卫\t4033218\n"
    found = [(c.organization, c.person, c.phones) for c in contacts(words)]
    assert found == [("市人社局能力建设处", "祝强", ("3023467",)), ("某县人社局", "毛卫", ("4033218",))]


def test_labels_one_below_the_other_in_a_table() -> None:
    card = "需求编号 | A1\n需求单位 | 某某仪器公司\n企业现有基础 | 已有产线\n联系人 | 祁连 0599-80112233\n"
    [found] = find_contacts(*structure(document(HEAD + card)))
    assert (found.organization, found.person, found.phones) == ("某某仪器公司", "祁连", ("0599-80112233",))
    [found] = find_contacts(*structure(document(HEAD + "联系人 | 祁连\n联系电话 | 0599-80112299\n备注 | 无\n")))
    assert (found.person, found.phones) == ("祁连", ("0599-80112299",))


def test_names_and_numbers_that_the_cells_edge_cuts() -> None:
    words = "企业名称\t联系人及电话\n山海精密铸\n造有限公司\t祁连 0599-\n8011223\n转6\n"
    spans = [(0, 4), (5, 11), (12, 23), (24, len(words) - 1)]
    cells = tuple(Cell(start, end, at // 2, at % 2) for at, (start, end) in enumerate(spans))
    moved = tuple(Cell(c.start + len(HEAD), c.end + len(HEAD), c.row, c.column) for c in cells)
    grid = Table(len(HEAD), len(HEAD) + len(words), moved)
    [found] = find_contacts(*structure(document(HEAD + words, tables=(grid,), hard_wrapped=True)))
    assert (found.organization, found.person, found.phones) == ("山海精密铸造有限公司", "祁连", ("0599-8011223转6",))


def test_what_a_sentence_names_is_no_contacts_above_a_chapter() -> None:
    words = (
        "2.省级赛道团队，请登录“海岚大学数字智慧平台”上传资料，新用户注册账号时需填写授权码，学校专属授权码为：F5C0。\n"
        "三、联系方式\n组委会 周明 0599-5000123 13800000000\n"
    )
    [found] = find_contacts(*structure(document("关于参赛的通知\n一、参赛要求\n自愿。\n二、提交\n" + words)))
    assert (found.organization, found.person, found.role) == ("组委会", "周明", None)
    assert found.phones == ("0599-5000123", "13800000000")


def test_a_mailbox_alone_that_somebody_has_is_left_out() -> None:
    [found] = contacts("请将材料发至keyan@hailan.example。\n联系人：周明 0599-5000123\n邮箱：keyan@hailan.example\n")
    assert (found.person, found.emails) == ("周明", ("keyan@hailan.example",))


def test_who_sees_to_it_in_the_sentence_and_no_room() -> None:
    words = (
        "申报单位请报送至市交通委（六里桥南大厦B座912室）。\n"
        "科技发展促进中心负责受理申请和咨询，联系人：周明、吴兰，电话：0599-5000123。\n"
    )
    assert [(c.organization, c.person) for c in contacts(words)] == [("科技发展促进中心", "周明、吴兰")]


def test_words_before_a_colon_far_away_are_no_role() -> None:
    words = (
        "证明材料包括但不限于：营业执照、代码证以及备案申请表中的佐证材料，均须加盖公章并装订成册后送审。"
        "请将材料报送至市人社局职称科，联系电话：0599-5000123。\n"
    )
    assert [(c.organization, c.role) for c in contacts(words)] == [("市人社局职称科", None)]


def test_an_address_ends_before_the_attachments() -> None:
    [found] = contacts("联系人：周明 电话：0599-5000123 地址：海岚区金桥大道26号附件：1.申报表\n")
    assert found.address == "海岚区金桥大道26号"


def test_a_bare_number_above_the_text_is_the_pages_own() -> None:
    words = "数据导出\n400-086-0000\n关于申报的通知\n一、申报条件\n在本市注册。\n二、联系方式\n0599-5000123\n"
    assert [c.phones for c in find_contacts(*structure(document(words)))] == [("0599-5000123",)]


def test_labels_that_lost_a_character_and_spoilt_days() -> None:
    words = (
        "各地20261120日前将材料送至联系地址。\n四、联系方式\n人：省工信厅  周明\n联系方式：0599-5000123\n"
        "联系邮箱：a@hailan.example\n"
    )
    [found] = contacts(words)
    assert (found.organization, found.person, found.role) == ("省工信厅", "周明", None)
    assert (found.phones, found.emails) == (("0599-5000123",), ("a@hailan.example",))


def test_who_stands_in_brackets_behind_an_office() -> None:
    words = (
        "由各县（市、区）市场监管局汇总后于6月15日前报送海岚市市场监管局知识产权处（联系人：周明，短号：663136）。\n"
    )
    [found] = contacts(words)
    assert (found.organization, found.person, found.phones) == ("海岚市市场监管局知识产权处", "周明", ("663136",))
