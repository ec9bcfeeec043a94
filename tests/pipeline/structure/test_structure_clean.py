from itertools import pairwise

import pytest
from documents import SHARED, document
from hypothesis import given
from hypothesis import strategies as st

from pipeline.structure import structure
from pipeline.structure.clean import clean
from pipeline.structure.page.wrap import _is_next_item
from schemas.document import Cell, Line, Table

WRAPPED = """\
揭榜任务：围绕海洋牧场的养殖环境监测、饵料投喂、病害识别等

需要，攻克低功耗传感、水下通信等关键技术。支持不少于 1

PFLOPS 的算力，与船厂、养殖企业一起研发有高可靠性优势的软

件栈，加大力度突破仿真验证等核心技术。

预期目标：到 2027 年，完成三类海域的示范应用，建成面向行业开



— 7—

放的数据集，形成可以推广的技术方案和标准，带动本地产业发展。

二、申报条件
"""


def paragraphs(text: str, **more: object) -> list[str]:
    cleaned = clean(document(text, **more))
    return [cleaned.clean[b.start : b.end] for b in cleaned.blocks]


def test_few_lines_of_different_length_show_their_margin_by_the_longest() -> None:
    """A one-page letter: header, title and date end near one edge in the middle, which is no margin."""
    rows = [
        ("海岚观测浮标 申报材料", 239, 356),
        ("揭榜承诺书", 254, 342),
        ("我单位自愿申报海岚浮标揭榜项目，郑重承诺如下：", 93, 463),
        ("1.所提交的申报材料真实、准确、完整，浮标归我单位所有。", 93, 498),
        ("2.揭榜后按任务书确定的目标和期限组织实施，于2028年6月30日前完成，自", 93, 522),
        ("筹资金按时足额到位。", 71, 181),
        ("法定代表人（签字）：某某", 269, 412),
        ("单位（盖章）：海岚深潜装备有限公司", 213, 433),
        ("2026年4月17日", 262, 352),
    ]
    text, lines = "\n".join(words for words, _, _ in rows), []
    for index, (words, left, right) in enumerate(rows):
        start = sum(len(row[0]) + 1 for row in rows[:index])
        lines.append(Line(start, start + len(words), 1, (left, 40 + 24 * index, right, 51 + 24 * index)))
    found = paragraphs(text, lines=tuple(lines), hard_wrapped=True)
    assert "揭榜承诺书" in found
    assert any(one.endswith("自筹资金按时足额到位。") for one in found)


def test_a_title_below_an_empty_line_begins_a_paragraph() -> None:
    opinion = (
        "推荐意见：经审核，该单位符合揭榜条件，申报材料属实，同意推荐。推荐单位（盖章）：海岚市海洋局 2026年4月13日"
    )
    assert paragraphs(f"{opinion}\n\n\n揭榜承诺书\n我单位承诺材料真实。\n")[1] == "揭榜承诺书"


def test_a_framed_label_below_an_empty_line_begins_a_paragraph() -> None:
    row = "    传真：0599-69527400        邮箱：xinbaiyang-haizhou@haizhou-instruments.example"
    assert paragraphs(f"【负责人】\n{row}\n\n【联系人】\n    姓名：车远舟\n")[2] == "【联系人】"


def test_hard_wraps_are_joined_and_page_marks_left_out() -> None:
    first, second, third = paragraphs(WRAPPED)
    assert "病害识别等需要" in first
    assert "不少于1 PFLOPS的算力" in first
    assert "软件栈" in first
    assert second.startswith("预期目标：到2027年")
    assert "面向行业开放的数据集" in second
    assert third == "二、申报条件"


RAGGED = """\
申报对象为 2026 年 6 月 1 日以前正式注册的普通高等学校在
校专科生且本科生硕士研究生和博士研究生和全日制职业
教育本科和高职高专在校学生且可用 AI 写 API 和 SDK 与 RAG
及 GPU 的 CLI 或 LLM 的 QA 和 OCR 与 TTS 及 ASR 的 MCP 和 SQL 与 CSV
及 PDF 的 IDE 且跨学校组队的由第一单位申报和盖章并附其
他单位的同意书且说明由谁负责。
二、作品要求
"""


def test_no_paragraph_begins_with_a_bound() -> None:
    line = "技术指标为单位产品能耗降低四分之一以上；轻烧产品活性达到要求；碳捕集率"
    text = f"研究菱镁矿悬浮煅烧与余热利用工艺和装备以及碳捕集的全流程技术。\n{line}\n≥80%；示范装置规模达到要求。\n"
    assert any("碳捕集率≥80%" in one for one in paragraphs(text * 4))


def test_a_figure_that_no_line_end_may_cut_goes_on() -> None:
    full = "到期完成浮标样机、海上试验和岸站建设，各项指标按照下列数值进行考核；"
    short = "布放深度不大于三十米；自采集端到岸站显示端的数据到报率总体达到"
    text = f"{full}\n{full}\n{short}\n96.5%；连续工作不少于九十天。\n"
    assert any("总体达到96.5%" in one for one in paragraphs(text * 3))


def test_bare_items_one_below_the_other_are_lines_of_their_own() -> None:
    item = "审计报告、财务报表和研发投入专项审计报告（经会计师事务所审计并且加盖骑缝章）　→ 证明.docx"
    text = "证明材料　目录\n" + "".join(f"{number}　{item}\n" for number in (1, 2, 3))
    assert len(paragraphs(text)) == 4


def test_blanks_that_a_program_put_in_do_not_make_a_line_full() -> None:
    first, second = paragraphs(RAGGED)
    assert "普通高等学校在校专科生" in first
    assert "第一单位申报和盖章并附其他单位" in first
    assert second == "二、作品要求"


def test_blanks_beside_full_width_marks_do_not_make_a_line_full() -> None:
    lines = [
        "    a.基础能力",
        "学生组： 2026 年 6 月 1 日以前正式注册的国内全日制高等",
        "院校在校专科生、 本科生、 硕士研究生， 以及全日制职业教育本",
        "科在校学生， 以及毕业未满两年的青年， 可通过学生组申报作品参",
        "赛， 并在报名系统填写信息， 逾期不报的， 视为放弃参赛的资格，",
        "作品由组委会（ 秘书处） 统一受理， 并在受理之后组织专家评审",
        "和终审答辩， 最终成绩由初审成绩、 终审成绩按照权重相加得出。",
    ]
    assert [words[:4] for words in paragraphs("\n".join(lines) + "\n")] == ["a.基础", "学生组："]


PAGE = "支持分布式训练与断点续训，完成面向行业的典型示范应用。" * 10


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        (("1", "2", "3"), False),
        (("4", "5", "6", "7"), False),
        (("1", "3", "2"), True),  # no order
        (("1", "2"), True),  # too few
    ],
)
def test_page_numbers_alone_on_their_lines_are_left_out(numbers: tuple[str, ...], kept: bool) -> None:
    text = "".join(f"{PAGE}\n\n{number}\n\n" for number in numbers) + PAGE + "\n"
    assert any(words in numbers for words in paragraphs(text)) is kept


def test_numbers_close_together_are_a_tables() -> None:
    assert "2" in paragraphs("1\n\n祁连\n\n2\n\n柏舟\n\n3\n\n周明\n\n4\n\n吴兰\n")


def test_a_signature_is_no_part_of_the_paragraph_above() -> None:
    above = "请各单位按照要求认真组织申报，并于规定时间之前把全部材料报送到我局产业发展科，逾期不再受理，特此通知"
    text = f"{above}\n\n示例市科学技术局\n2026年3月2日\n"
    assert paragraphs(text)[1:] == ["示例市科学技术局", "2026年3月2日"]


def test_a_labelled_line_below_a_long_one_and_an_empty_line() -> None:
    long = "2025年末资产总额31,500　2025年末负债总额14,805　2025年末所有者权益16,695　资产负债率47.0%"
    assert paragraphs(f"{long}\n\n（项目负责人）\n{long}\n\n联合单位及分工：无\n") == [
        *paragraphs(f"{long}\n"),
        "（项目负责人）",
        *paragraphs(f"{long}\n"),
        "联合单位及分工：无",
    ]


PASTED = "支持分布式训练与断点续训功能并完成面向行业的典型示范应用且形成可复制推广的成套经验做法" * 6
WHOLE = ["支持分布式训练与断点续训功能，并完成面向行业的典型示范应用。"] * 12


@pytest.mark.parametrize(
    ("lines", "count"), [([PASTED[at : at + 24] for at in range(0, 264, 24)], 1), (WHOLE, len(WHOLE))]
)
def test_lines_pasted_as_paragraphs_are_joined(lines: list[str], count: int) -> None:
    assert len(paragraphs("\n".join(lines) + "\n", hard_wrapped=False)) == count


@pytest.mark.parametrize("day", ["2026年3月2日", "2026年3月", "签署日期：2026.03.02"])
def test_the_day_at_the_right_edge_ends_its_paragraph(day: str) -> None:
    placed = [("通知正文的第一行写到右边的版心边缘才换到下一行去", 90, 520), ("继续写完这一段。", 90, 300)]
    placed += [("示例市科学技术局", 400, 520), (day, 430, 520), ("打印本页 关闭窗口 返回顶部", 90, 300)]
    text, lines, top = "", [], 100.0
    for words, left, right in placed:
        lines.append(Line(len(text), len(text) + len(words), 1, (left, top, right, top + 12)))
        text, top = f"{text}{words}\n", top + 20
    assert paragraphs(text, lines=tuple(lines), hard_wrapped=True)[-2:] == [
        day,
        "打印本页 关闭窗口 返回顶部",
    ]


@pytest.mark.parametrize(
    ("below", "apart"), [("包件二 异形行李自动识别", True), ("方案二 采用异形行李自动识别，", False)]
)
def test_a_counted_name_in_large_letters_is_a_paragraph(below: str, apart: bool) -> None:
    placed = [
        ("通知正文的第一行写到右边的版心边缘才换到下一行去", 90, 520),
        ("第二行也写到右边的版心边缘，到这里就说完了。", 90, 520),
    ] * 8
    placed += [(below, 90, 370)]
    text, lines, top = "", [], 100.0
    for words, left, right in placed:
        lines.append(Line(len(text), len(text) + len(words), 1, (left, top, right, top + 12)))
        text, top = f"{text}{words}\n", top + 20
    assert (paragraphs(text, lines=tuple(lines), hard_wrapped=True)[-1] == below) is apart


@pytest.mark.parametrize(("left", "apart"), [(300, True), (424, False)])
def test_lines_that_end_at_one_edge_are_paragraphs(left: float, apart: bool) -> None:
    """The signature set flush right; a paragraph set far in begins its lines at one edge, two characters aside."""
    placed = [("承诺书正文的第一行写到右边的版心边缘才换到下一行去", 90, 520), ("继续写完这一段。", 90, 300)] * 12
    placed += [
        ("法定代表人：（签字）岑某", 400, 520),
        ("示例装备有限公司（盖章）", left, 520),
        ("二○二六年三月", 430, 520),
    ]
    text, lines, top = "", [], 100.0
    for words, x0, x1 in placed:
        lines.append(Line(len(text), len(text) + len(words), 1, (x0, top, x1, top + 12)))
        text, top = f"{text}{words}\n", top + 20
    found = paragraphs(text, lines=tuple(lines), hard_wrapped=True)
    assert ("法定代表人：（签字）岑某" in found) is apart


SPACES = [
    ("方向1. 15兆瓦级平台", "方向1. 15兆瓦级平台"),
    ("1. 9月7日前", "1. 9月7日前"),
    ("联 系 人：陶老师", "联系人：陶老师"),
    ("姓名 职务职称", "姓名 职务职称"),
    ("到 2025 年，达到 500 TFLOPS 以上", "到2025年，达到500 TFLOPS以上"),
    ("项目名称　　　负责人", "项目名称 负责人"),
    ("挂 帅 申 报 工 作", "挂帅申报工作"),
    ("１２８ＧＢ", "128GB"),
    ("6 资⾦投⼊与使⽤", "6 资金投入与使用"),
    ("姓 ⾯ 名", "姓面名"),
    ('<input type="checkbox"/> 方向 1: 储能', "□方向1: 储能"),
    ('<input type="checkbox" checked/> 方向 2', "☑方向2"),
]


@pytest.mark.parametrize(("raw", "plain"), SPACES)
def test_white_space(raw: str, plain: str) -> None:
    assert paragraphs(raw) == [plain]


def test_pipe_table_with_a_cell_of_several_lines() -> None:
    cleaned = clean(
        document("单位名称 | 示例公司\n方向 | 核心\n    （√）方向1：储能\n    （ ）方向2：氢能\n\n参与单位：无\n")
    )
    cells = [(b.row, b.column, cleaned.clean[b.start : b.end]) for b in cleaned.blocks if b.table == 0]
    assert cells == [
        (0, 0, "单位名称"),
        (0, 1, "示例公司"),
        (1, 0, "方向"),
        (1, 1, "核心\n（√）方向1：储能\n（）方向2：氢能"),
    ]


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        ("预警提前时\n间≥6小\n时\n，AUC≥0.\n92，验证医\n院≥5家。", "预警提前时间≥6小时，AUC≥0.92，验证医院≥5家。"),
        ("入组患者\n3000\n例，病死\n率下降。", "入组患者3000例，病死率下降。"),
        ("焊缝跟踪精度\n±0.3mm；编程\n不超10分\n钟/件。", "焊缝跟踪精度±0.3mm；编程不超10分钟/件。"),
        (
            "检测直径范围\n80~200 mm；示\n范桥梁不少于2座；编制标准1项；授权专利不少于2件",
            "检测直径范围\n80~200 mm；示范桥梁不少于2座；编制标准1项；授权专利不少于2件",
        ),
        (
            "负责人：李某；职务：经理\n单位（盖章）：海州仪器有限公司",
            "负责人：李某；职务：经理\n单位（盖章）：海州仪器有限公司",
        ),
        ("指标名称与要求\n≥60\n≥80", "指标名称与要求≥60\n≥80"),
        ("责任单位\n信息中心与名称科", "责任单位\n信息中心与名称科"),
    ],
)
def test_lines_of_a_narrow_cell(cell: str, plain: str) -> None:
    table = Table(cells=(Cell(row=0, column=0, start=0, end=len(cell)),), start=0, end=len(cell))
    text = clean(document(cell, tables=(table,), hard_wrapped=True))
    assert text.clean.strip("\n") == plain


def test_cells_of_a_reader_keep_their_place() -> None:
    text = "前文\n姓名\t张工\n电话\t\n后文"
    cells = (Cell(3, 5, 0, 0), Cell(6, 8, 0, 1), Cell(9, 11, 1, 0), Cell(12, 12, 1, 1))
    cleaned = clean(document(text, tables=(Table(3, 12, cells),), hard_wrapped=False))
    assert [cleaned.clean[b.start : b.end] for b in cleaned.blocks] == ["前文", "姓名", "张工", "电话", "", "后文"]
    assert cleaned.evidence(cleaned.blocks[2].start, cleaned.blocks[2].end).text == "张工"


words = st.text(alphabet="揭榜任务，。：一二（）1.２3 \n\t|　－—年GB%￥<>\u2f64\u200b", max_size=300)


@given(words)
def test_every_character_comes_from_where_the_map_says(raw: str) -> None:
    cleaned = clean(document(raw))
    assert len(cleaned.offsets) == len(cleaned.clean)
    assert list(cleaned.offsets) == sorted(cleaned.offsets)
    for block in cleaned.blocks:
        evidence = cleaned.evidence(block.start, block.end)
        assert raw[evidence.start : evidence.end] == evidence.text
    ends = [(b.start, b.end) for b in cleaned.blocks]
    assert all(a[1] <= b[0] for a, b in pairwise(ends))


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is absent: the gold tests need it")
def test_no_word_of_the_seeds_is_lost() -> None:
    for path in (SHARED / "seeds").glob("*.txt"):
        raw = path.read_text(encoding="utf-8")
        cleaned = clean(document(raw)).clean
        kept = [c for c in raw if "\u4e00" <= c <= "\u9fff"]
        assert [c for c in cleaned if "\u4e00" <= c <= "\u9fff"] == kept


def test_marks_of_markdown_in_a_plain_text() -> None:
    text, outline = structure(
        document("# 海洋装备\n## 申报表\n### 一、单位情况\n- 单位名称：海州仪器有限公司\n- [x] 雷达\n")
    )
    assert text.clean.split("\n")[1:4] == ["申报表", "一、单位情况", "单位名称：海州仪器有限公司"]
    assert [d.role.value for d in outline.divisions][-1] == "form"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("原件寄送,逾期不候;附光盘.", "原件寄送，逾期不候；附光盘。"),
        ("一.申报条件", "一.申报条件"),
        ("A.达到1,200个;企业", "A.达到1,200个；企业"),
        ("方案.pdf支持4K,8K", "方案.pdf支持4K,8K"),
    ],
)
def test_half_width_marks_between_chinese_words_are_full(text: str, wanted: str) -> None:
    assert clean(document(text, hard_wrapped=False)).clean.strip() == wanted


def test_a_number_that_the_lines_end_cuts_is_one() -> None:
    line = "攻关任务要求铺放速度不低于每分钟十二米且孔隙率在百分之一以内减重不少于2"
    text = f"{line}\n0%并通过试验验证形成可以推广的技术方案和标准带动本地产业链的发展与壮\n大。\n"
    assert "不少于20%" in clean(document(text, hard_wrapped=True)).clean


def test_a_telephone_that_the_lines_end_cuts_is_one() -> None:
    assert paragraphs("联系电话：0599-50\n00123，传真同号。\n")[0] == "联系电话：0599-5000123，传真同号。"
    assert len(paragraphs("联系电话：0599-5000123\n2026年3月2日\n")) == 2


def test_a_time_of_day_and_a_mailbox_that_the_lines_end_cuts_are_one() -> None:
    assert paragraphs("纸质文件须于2026年5月15日\n16:30前送达。\n")[0] == "纸质文件须于2026年5月15日16:30前送达。"
    lines = "大赛秘书处：祁老师、吴老师，0599-80112233，邮箱：\nhailan_qi@\nkj.example.cn\n网址：见附件\n"
    assert paragraphs(lines)[0].endswith("邮箱：hailan_qi@kj.example.cn")
    assert len(paragraphs("填表日期：2026年5月15日\n16人参加\n")) == 2
    cut = "联系人：祁某  联系人手机：13900000000  电子邮箱：office@hailan-\nqi.example\n网址：见附件\n"
    assert paragraphs(cut)[0].endswith("office@hailan-qi.example")
    assert len(paragraphs(cut.replace("office@hailan-", "qi@a.example"))) == 3


def test_a_date_whose_figures_stand_on_lines_of_their_own_is_one() -> None:
    assert paragraphs("海事局于2026年\n9月\n13日\n发布了《通知》。\n")[0] == "海事局于2026年9月13日发布了《通知》。"
    assert "11月6日前报送纸质材料。" in paragraphs("海事局要求\n11月\n6日前\n报送纸质材料。\n")
    assert "二O二六年十月二日" in paragraphs("请及时联系。\n海务处\n二O\n二六年十月二日\n")
    assert len(paragraphs("2026年\n9月\n试航\n13日\n靠港\n")) == 5  # a calendar


@pytest.mark.parametrize(("above", "apart"), [("年 月 日", True), ("牵头单位（印章）", True)])
def test_an_attachment_below_what_ends_at_the_margin(above: str, apart: bool) -> None:
    full = "浮标长期布放在离岸二十海里的水域里靠波浪能和太阳能补电一年只上船两次"
    words = f"{full}\n{full}\n{full}。\n{'　' * 27}{above}\n附录4\n{full}\n{full}。\n"
    assert (f"{above}附录4" not in clean(document(words, hard_wrapped=True)).clean) is apart
    assert "见附录4" in clean(document(f"{full}\n{full}\n{full[:-1]}见\n附录4\n{full}。\n", hard_wrapped=True)).clean


@pytest.mark.parametrize(("line", "apart"), [("〔项目摘要〕", True), ("其他费用", False)])
def test_a_label_alone_in_brackets_does_not_go_on(line: str, apart: bool) -> None:
    full = "浮标长期布放在离岸二十海里的水域里靠波浪能和太阳能补电一年只上船两次"
    above = "资金预算：设备费二百一十万，材料费二百五十万，试验费一百六"
    words = f"{full}\n{full}\n{full}。\n{above}\n{line}\n{full}\n{full}。\n"
    assert (f"{above}{line}" not in clean(document(words, hard_wrapped=True)).clean) is apart


def test_a_bracket_that_the_next_line_closes_goes_on() -> None:
    placed = [("一、咨询方式是本段的标题，这一行写到右边的版心边缘才换到下一行去", 90, 520), ("继续写完。", 90, 160)]
    placed += [("电话：0599-80112233（中继", 90, 330), ("线），qi@example.cn。", 90, 290), ("二、其他", 90, 150)]
    text, lines, top = "", [], 100.0
    for words, left, right in placed:
        lines.append(Line(len(text), len(text) + len(words), 1, (left, top, right, top + 12)))
        text, top = f"{text}{words}\n", top + 16
    assert "电话：0599-80112233（中继线），qi@example.cn。" in paragraphs(text, lines=tuple(lines), hard_wrapped=True)


@pytest.mark.parametrize(
    ("before", "after", "item"),
    [
        ("附5 两家机床公司出具的应用意向书", "附6 信用查询报告", True),
        ("附5 两家机床公司出具的应用意向书", "附6 “海晏9”船东合作意向书", True),
        ("附5 两家机床公司出具的应用意向书", "附7 信用查询报告", False),
        ("附5 两家机床公司出具的应用意向书", "6 信用查询报告", False),
        ("A. 审计报告（海信审字〔2026〕6号）………………… 1–44", "B. 知识产权证明", True),
        ("A. 审计报告（海信审字〔2026〕6号）和第1–44", "页所附的其他表格", False),
        ("整机重量不超过一百公斤。", "榜题四（XF-04）大流量排水抢险车", True),
        ("整机重量不超过一百公斤。", "方向四、大流量排水抢险车", True),
        ("整机重量不超过一百公斤，达到", "榜题四（XF-04）大流量排水抢险车", False),
        ("整机重量不超过一百公斤。", "榜题四（XF-04）的要求，另见附件。", False),
        ("_" * 70, "拟采用的技术路线（800字以内）", True),
        ("拟采用的技术路线和现有基础", "_" * 70, True),
        ("兹委托____", "前往办理。", False),
    ],
)
def test_an_item_below_a_full_line_begins_its_own_paragraph(before: str, after: str, item: bool) -> None:
    assert _is_next_item(before, after) is item


@pytest.mark.parametrize(
    ("above", "whole"),
    [
        ("换锚链仍沿用现有吊机，每次约需两日，本项目不对锚链", True),
        ("换锚链仍沿用现有的老吊机，每次都约需要两日的时间。", False),
        ("海岚深潜装备有限公司与海岚大学海洋工程研究院联合体", False),  # a name: no sentence broken off
    ],
)
def test_a_paragraph_that_is_set_in_as_a_whole(above: str, whole: bool) -> None:
    body = "　　浮标自出坞以来一直在近岸值守，每两月由渔船换一次电池\n"
    body += "池，检修一次锚链与缆绳，记录当日水深、流速、风向与浪高。\n"
    text = body * 6 + f"研究内容\n    {above}\n    吊装的方法开展研究。\n"
    assert (f"{above}吊装的方法开展研究。" in paragraphs(text, hard_wrapped=True)) is whole


@pytest.mark.parametrize(("right", "whole"), [(279, True), (200, False)])
def test_a_line_that_fills_its_column_goes_on(right: float, whole: bool) -> None:
    """Down the left column and down the right one: each has a margin of its own."""
    cut = ("方向一 岸基雷达与海洋浮标协同观测技", 60, right), ("术", 60, 72)
    left = [*cut, *((f"①指标{index}不低于8；", 82, 200) for index in range(8))]
    left += [("研制样机并完成海上试验以及各项", 60, 281), ("验收工作，并提交研究报告。", 60, 281)]
    behind = [(f"②误差{index}不大于3；", 332, 432) for index in range(9)]
    text, lines = "", []
    for column in (left, [("研制另一台样机并完成海上的各项试验", 312, 531), *behind]):
        for row, (words, x0, x1) in enumerate(column):
            top = 100.0 + 16 * row
            lines.append(Line(len(text), len(text) + len(words), 1, (x0, top, x1, top + 12)))
            text += f"{words}\n"
    assert ("方向一 岸基雷达与海洋浮标协同观测技术" in paragraphs(text, lines=tuple(lines), hard_wrapped=True)) is whole
