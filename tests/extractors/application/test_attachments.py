"""What an application attaches: lists, tables and rows of papers."""

from dataclasses import replace

import pytest
from documents import document
from extracted import COVER, FORM, parts

from extractors.application.attachments import find_attachments
from extractors.application.claims import find_claims
from extractors.application.commitment import find_letters
from pipeline.structure import structure


@pytest.mark.parametrize(
    "lines",
    [
        "陆、提交资料目录\n1.营业执照\n2.演示视频\n",
        "庚 附后证明\n1）营业执照\n2）演示视频\n",
        "肆　附件（均已扫描为PDF上传，复印件加盖公章并注明来源）\n1. 营业执照\n2. 演示视频\n",
        "提交内容（3月9日打包）\n| 序号 | 内容 | 位置 |\n| 1 | 营业执照 | a.pdf |\n| 2 | 演示视频 | b.mp4 |\n",
    ],
)
def test_titles_of_lists(lines: str) -> None:
    assert [a.name for a in find_attachments(*parts(COVER + lines))] == ["营业执照", "演示视频"]


def test_attachments_numbered_as_materials_without_a_title() -> None:
    lines = "随表上传\n材料1　营业执照\n材料2　演示视频.mp4\n材料3　合同\n"
    assert [a.name for a in find_attachments(*parts(COVER + lines))] == ["营业执照", "演示视频.mp4", "合同"]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("E1营业执照\nE2审计报告\n", ["营业执照", "审计报告"]),
        (
            "A营业执照\nB 2025年度审计报告\nC检测报告：海州检测院出具\n",
            ["营业执照", "2025年度审计报告", "检测报告：海州检测院出具"],
        ),
        ("营业执照\nB超检查报告\n发明专利证书\n", ["营业执照", "B超检查报告", "发明专利证书"]),
        ("营业执照\nH13模具钢检测报告\n发明专利证书\n", ["营业执照", "H13模具钢检测报告", "发明专利证书"]),
    ],
)
def test_codes_right_before_the_name(lines: str, names: list[str]) -> None:
    assert [a.name for a in find_attachments(*parts(COVER + "附件清单\n" + lines))] == names


@pytest.mark.parametrize(
    ("title", "lines", "names"),
    [
        (
            "备查件目录（海州仪器有限公司）",
            "A  营业执照复印件………………………第1页\nB  浮标检测报告，编号H-21，\n"
            "   2026年3月出具……………第2—5页\nC  专利证书1件…第6页\n",
            ["营业执照复印件", "浮标检测报告，编号H-21，2026年3月出具", "专利证书1件"],
        ),
        (
            "佐证材料目录",
            "1  营业执照（加盖公章）\n2  2025年度审计报告（海州会计师事务所，2026年3月2日）\n"
            "3  浮标发明专利证书2件\n4  浮标样机检测报告（海洋计量站）\n",
            [
                "营业执照（加盖公章）",
                "2025年度审计报告（海州会计师事务所，2026年3月2日）",
                "浮标发明专利证书2件",
                "浮标样机检测报告（海洋计量站）",
            ],
        ),
    ],
)
def test_entries_one_below_the_other(title: str, lines: str, names: list[str]) -> None:
    read = structure(document(f"{title}\n\n{lines}", hard_wrapped=True))
    assert [a.name for a in find_attachments(*read)] == names


def test_goods_are_no_papers() -> None:
    lines = "主要原材料采购清单\n\n| 序号 | 名称 | 数量 |\n| 1 | 不锈钢板 | 3 |\n| 2 | 超声探头 | 8 |\n"
    assert find_attachments(*parts("申报书\n一、项目概况\n研制浮标。\n" + lines)) == []


def test_a_list_says_whose_it_is() -> None:
    lines = "申报材料附件清单（牵头单位：青屿海洋研究院）\n\n01 事业单位法人证书.pdf\n02 2025年度审计报告.pdf\n"
    assert [a.name for a in find_attachments(*parts(lines))] == ["事业单位法人证书.pdf", "2025年度审计报告.pdf"]


CONTENTS = (
    "目  录\n一、项目申请表……1\n二、营业执照复印件……{}\n三、2025年度审计报告……9\n四、真实性声明……20\n一、项目申请表\n"
)
NAMED = ["营业执照复印件", "2025年度审计报告", "真实性声明"]


@pytest.mark.parametrize(
    ("more", "names"),
    [("", NAMED), ("附件：\n1.营业执照\n2.检测报告\n", ["营业执照", "检测报告"])],
)
def test_papers_in_the_contents_where_no_list_is(more: str, names: list[str]) -> None:
    text, outline = parts(CONTENTS.format(7) + "单位名称：青屿工坊有限公司\n" + more)
    assert [a.name for a in find_attachments(text, outline)] == names


def test_contents_of_chapters_name_no_papers() -> None:
    text, outline = parts("目录\n一、项目概况……1\n二、技术路线……5\n三、证明材料……9\n一、项目概况\n研制浮标。\n")
    assert find_attachments(text, outline) == []


PROOFS = "揭榜单位相关证明材料\n\n"


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("1.上年度审计报告\n\n2.发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("附件一：上年度审计报告\n\n附件二：发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("材料1　上年度审计报告\n\n材料2　发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("序1　上年度审计报告\n\n序2　发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("序号1：上年度审计报告\n\n序号2：发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("上年度审计报告\n\n序言及说明\n", ["上年度审计报告", "序言及说明"]),
        ("附件A　上年度审计报告\n\n附件B　发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("F-1 上年度审计报告\n\nF-2 发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("J-1 发明专利证书\n\nJ-2 2025年度审计报告（摘录）\n", ["发明专利证书", "2025年度审计报告（摘录）"]),
        ("（a）上年度审计报告；\n\n（b）发明专利证书。\n", ["上年度审计报告", "发明专利证书"]),
        ("〔1〕上年度审计报告\n\n〔2〕发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("E-1 2025财年审计报告\n\nE-2 发明专利证书\n", ["2025财年审计报告", "发明专利证书"]),
        ("A. 上年度审计报告\n\nB. 发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("A. 上年度审计报告\n\nB. CMMI证书、认定书\n", ["上年度审计报告", "CMMI证书、认定书"]),
        ("其一，上年度审计报告\n\n其二，发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("甲、上年度审计报告\n\n乙、发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("01 上年度审计报告\n\n02 256卡集群测试报告\n", ["上年度审计报告", "256卡集群测试报告"]),
        ("（1）上年度审计报告；\n\n（2）发明专利证书。\n", ["上年度审计报告", "发明专利证书"]),
        ("1  上年度审计报告\n2  “信用海州”查询报告\n", ["上年度审计报告", "“信用海州”查询报告"]),
        (
            "01 上年度审计报告\n02“信用海州”查询报告\n03 获奖证书\n",
            ["上年度审计报告", "“信用海州”查询报告", "获奖证书"],
        ),
        ("1 上年度审计报告\n2 QS-60第三方检测报告\n", ["上年度审计报告", "QS-60第三方检测报告"]),
        ("上年度审计报告\n\n发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("| 序号 | 材料名称 |\n| 1 | 上年度审计报告 |\n| 2 | 发明专利证书 |\n", ["上年度审计报告", "发明专利证书"]),
        (
            "4.1 上年度审计报告（第4页）\n\n4.2 2024、2025年度财务报表\n",
            ["上年度审计报告（第4页）", "2024、2025年度财务报表"],
        ),
        ("[1] 上年度审计报告\n[2] 发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("证明一 2025年度审计报告\n证明二 研发费用辅助账汇总表\n", ["2025年度审计报告", "研发费用辅助账汇总表"]),
        ("（一）研发费用加计扣除申报表\n（二）测绘资质证书\n", ["研发费用加计扣除申报表", "测绘资质证书"]),
        (
            "3 同类案例证明\n3-1 甲公司安全监测项目合同、验收报告（2025年）\n4 发明专利证书\n",
            ["同类案例证明", "甲公司安全监测项目合同、验收报告（2025年）", "发明专利证书"],
        ),
        ("1 上年度审计报告\n2 C区厂房不动产权证书\n", ["上年度审计报告", "C区厂房不动产权证书"]),
        (
            "E1 营业执照复印件：某市市场监督管理局，统一社会信用代码91330200MA00000001\n"
            "E2 社保缴纳证明：2026年5月至10月，参保单位海州仪器有限公司，2026年11月10日打印\n"
            "E3 2025年度审计报告：海州某会计师事务所，2026年4月10日出具，共两册四十页\n",
            [
                "营业执照复印件：某市市场监督管理局，统一社会信用代码91330200MA00000001",
                "社保缴纳证明：2026年5月至10月，参保单位海州仪器有限公司，2026年11月10日打印",
                "2025年度审计报告：海州某会计师事务所，2026年4月10日出具，共两册四十页",
            ],
        ),
        (
            "其一 项目申报书\n其二 海岚公司2024年度审计报告（海会审〔2025〕7号）\n其三 发明专利证书\n",
            ["项目申报书", "海岚公司2024年度审计报告（海会审〔2025〕7号）", "发明专利证书"],
        ),
        ("1-6月纳税证明\n发明专利证书\n", ["1-6月纳税证明", "发明专利证书"]),
        ("无\n", []),
        (
            "营业执照；上年度审计报告；检测报告（省级机构；2025年）。\n",
            ["营业执照", "上年度审计报告", "检测报告（省级机构；2025年）"],
        ),
        (
            "1.上年度审计报告（财务会\n计报表等）\n\n2.发明专利证书\n",
            ["上年度审计报告（财务会计报表等）", "发明专利证书"],
        ),
    ],
)
def test_attachments(lines: str, names: list[str]) -> None:
    assert [a.name for a in find_attachments(*parts(PROOFS + lines))] == names


def test_attachments_on_numbered_lines_behind_the_letter() -> None:
    letter = "诚信承诺书\n\n我单位承诺材料真实。\n\n单位（公章）：某公司\n\n2026年5月25日\n\n"
    text, outline = parts(letter + "随附材料\n\n附件1　营业执照\n\n附件2　2026年5月8日出具的信用报告\n")
    assert [a.name for a in find_attachments(text, outline)] == ["营业执照", "2026年5月8日出具的信用报告"]
    assert find_letters(text, outline, ())[0].date == "2026-05-25"
    text, outline = parts(letter + "附件\n\n附1：营业执照\n\n附2：数据合作协议\n")
    assert [a.name for a in find_attachments(text, outline)] == ["营业执照", "数据合作协议"]


@pytest.mark.parametrize(
    "title",
    [
        "附 件",
        "所附文件",
        "附件材料",
        "揭榜单位相关证明材料（目录）",
        "2026年智能装备揭榜任务 证明材料清单",
        "第三部分 附件材料",
        "证明材料索引",
        "证明材料（都在后面）",
        "随附证明（目录）",
        "证明清单",
        "随附材料一览",
        "申报材料一览表",
    ],
)
def test_titles_of_lists_without_a_number(title: str) -> None:
    numbers = ("附件（1）：", "附件（2）：") if title.startswith("第") else ("1 ", "2 ")
    lines = "\n".join(n + name for n, name in zip(numbers, ("营业执照", "2025年度审计报告"), strict=True))
    words = f"任务书\n\n一、任务目标\n\n研制雷达。\n\n{title}\n{lines}\n"
    assert [a.name for a in find_attachments(*parts(words))] == ["营业执照", "2025年度审计报告"]


@pytest.mark.parametrize(
    ("lead", "lists"),
    [
        ("证明材料目录：", True),
        ("证明材料如下：", True),
        ("随方案附下列材料：", True),
        ("本方案附证明材料三份：", True),
        ("证明材料（复印件均加盖公章）：", True),
        ("后附证明：", True),
        ("一并提交：", True),
        ("随附材料清单如下", True),
        ("验收时提交：", False),
        ("成果材料：", False),
        ("需要采购的材料：", False),
        ("材料要求：", False),
        ("分三步实施：", False),
    ],
)
def test_leads_of_lists_at_the_end_of_a_chapter(lead: str, lists: bool) -> None:
    names = ["某公司营业执照（复印件，盖章）", "检测报告，2026年5月8日", "数据合作协议"]
    lines = "\n".join(f"{number}.{name}" for number, name in enumerate(names, 1))
    words = (
        f"揭榜方案\n\n一、技术方案\n\n研制雷达。\n\n二、风险与应对\n\n备件不足时启用第二供应商。\n\n{lead}\n\n{lines}\n"
    )
    assert [a.name for a in find_attachments(*parts(words))] == (names if lists else [])


def test_papers_that_stand_below_their_titles() -> None:
    paper = "附件一 2025年度审计报告（摘要）\n\n资产总额4,210万元。\n\n附件二 联合申报协议\n\n甲方负责总体设计。\n"
    words = f"任务书\n\n一、任务目标\n\n研制雷达。\n\n{paper}"
    assert [a.name for a in find_attachments(*parts(words))] == ["2025年度审计报告（摘要）", "联合申报协议"]


def test_a_contents_page_names_papers_beside_those_that_stand_below_their_titles() -> None:
    contents = "目录\n一、技术路线……1\n二、营业执照……2\n三、审计报告……3\n四、专利证书……5\n"
    words = f"海洋装备揭榜项目申报书\n{contents}一、技术路线\n研制雷达。\n\n附件1 技术路线图\n\n图中分三步。\n"
    assert {"营业执照", "审计报告", "专利证书"} < {a.name for a in find_attachments(*parts(words))}


@pytest.mark.parametrize("lead", ["附件：", "附：材料目录", "五 附：附件清单"])
def test_attachments_at_the_end(lead: str) -> None:
    words = f"任务书\n\n一、任务目标\n\n研制雷达。\n\n{lead}\n\n1.营业执照\n\n2.审计报告\n"
    assert [a.name for a in find_attachments(*parts(words))] == ["营业执照", "审计报告"]


@pytest.mark.parametrize("answer", ["暂无", "无。", "详见附件", "备注：均为复印件"])
def test_an_answer_that_names_no_attachment(answer: str) -> None:
    assert find_attachments(*parts(f"揭榜单位申报表\n单位名称 | 海州仪器有限公司\n附件名称 | {answer}\n")) == []


def test_attachments_listed_by_their_numbers_open_none() -> None:
    words = (
        "海洋装备揭榜项目申报书\n一、研究内容\n研制岸基雷达整机并开展海上试验。\n二、考核指标\n探测距离不低于300公里。\n"
        "三、附件\n附件1 可行性研究报告\n附件2 2025年度审计报告\n附件3 诚信承诺书\n"
    )
    text, outline = structure(document(words, hard_wrapped=False))
    found = [a.name for a in find_attachments(text, outline)]
    assert found == ["可行性研究报告", "2025年度审计报告", "诚信承诺书"]
    assert find_letters(text, outline, ()) == []


@pytest.mark.parametrize("title", ["附件清单（随邮件压缩包报送）", "附件目录"])
def test_a_list_that_is_a_file_of_its_own(title: str) -> None:
    words = f"{title}\n①营业执照扫描件\n②同类业绩证明：两份合同的首页\n"
    assert [a.name for a in find_attachments(*parts(words))] == ["营业执照扫描件", "同类业绩证明：两份合同的首页"]


@pytest.mark.parametrize("title", ["附件", "商务文件清单", "【证明材料】", "—— 证明材料 ——", "════ 证明材料 ════"])
def test_a_list_under_its_bare_title(title: str) -> None:
    number = "附件{} " if title == "附件" else "（{}）"
    names = ("营业执照复印件", "审计报告", "专利证书")
    items = "".join(f"{number.format(at)}{name}\n" for at, name in enumerate(names, 1))
    words = f"海洋装备揭榜方案\n一、研究内容\n研制岸基雷达整机并开展海上试验。\n{title}\n{items}"
    text, outline = structure(document(words, hard_wrapped=False))
    assert [a.name for a in find_attachments(text, outline)] == list(names)


def test_numbered_papers_right_under_their_head() -> None:
    listed = (
        "海洋装备揭榜项目申报书\n一、研究内容\n研制岸基雷达。\n二、效益\n节约成本。\n附件\n1、营业执照\n2、检测报告\n"
    )
    text, outline = structure(document(listed, hard_wrapped=False))
    assert [a.name for a in find_attachments(text, outline)] == ["营业执照", "检测报告"]
    template = "某某申报书\n一、研究内容\n研制岸基雷达。\n附件\n1、项目名称\n2、申报单位\n"
    assert find_attachments(*structure(document(template, hard_wrapped=False))) == []


def test_attachments_in_a_row_of_the_form() -> None:
    row = FORM + "单位名称 | 海州仪器有限公司 | 邮编 | 315000\n附件 | 营业执照复印件、审计报告、专利证书\n"
    assert [a.name for a in find_attachments(*parts(row))] == ["营业执照复印件", "审计报告", "专利证书"]
    tail = "某某申报表\n单位名称 | 海州仪器有限公司 | 邮编 | 315000\n附件清单：\n1.营业执照\n2.意向书\n"
    assert [a.name for a in find_attachments(*parts(tail))] == ["营业执照", "意向书"]


def test_years_in_a_list_of_papers_part_nothing() -> None:
    row = FORM + "单位名称 | 海州仪器有限公司 | 邮编 | 315000\n附件清单 | 营业执照；2024、2025年度审计报告；专利证书\n"
    assert [a.name for a in find_attachments(*parts(row))] == ["营业执照", "2024、2025年度审计报告", "专利证书"]


def test_a_table_of_papers_says_which_are_not_handed_in() -> None:
    rows = "1 | 营业执照 | ☑是 □否\n2 | 土地流转合同 | □是 ☑否\n3 | 合作协议 | ☑是 □否\n"
    words = "某某项目申报书\n一、研究内容\n研制雷达。\n附件清单\n序号 | 附件名称 | 是否提供\n" + rows
    assert [a.name for a in find_attachments(*parts(words))] == ["营业执照", "合作协议"]


def test_a_list_in_one_paragraph_under_its_title() -> None:
    words = "某某项目申报书\n一、研究内容\n研制雷达。\n附件\n1.营业执照；2.2025年度审计报告；3.合作协议\n"
    assert [a.name for a in find_attachments(*parts(words))] == ["营业执照", "2025年度审计报告", "合作协议"]


def test_what_a_portal_says_was_not_uploaded() -> None:
    rows = "合作意向书 | 意向书.pdf | 10-26\n代表性成果 | 论文.pdf | 10-27\n推荐意见 | （空） | \n声明 | — | 未上传\n"
    words = "某某项目申报书\n一、研究内容\n研制雷达。\n二、附件\n附件名称 | 文件 | 上传时间\n" + rows
    assert [a.name for a in find_attachments(*parts(words))] == ["合作意向书", "代表性成果"]


def test_goals_and_papers_in_everyday_words() -> None:
    words = (
        "某某项目申报书\n一、要达到的指标\n编号 | 内容 | 要达到的数\n1 | 探测距离 | 320公里\n"
        "二、随申报书提交的材料\n编号 | 材料 | 是否提供\n1 | 营业执照 | 是\n2 | 审计报告 | 是\n"
    )
    text, outline = parts(words)
    assert [(t.metric, t.value) for t in find_claims(text, outline, None).targets] == [("探测距离", 320)]
    assert [a.name for a in find_attachments(text, outline)] == ["营业执照", "审计报告"]


def test_entries_that_read_as_chapters_go_on_with_the_list() -> None:
    lines = "证明材料目录\n\n一  营业执照复印件\n\n二  2025年度审计报告\n\n三  样品检测报告（CMA）\n\n"
    lines += "海岚检测站，2026年1月15日\n"
    names = [a.name for a in find_attachments(*parts(COVER + lines))]
    assert any("样品检测报告" in name for name in names)


@pytest.mark.parametrize(
    "title",
    [
        "随申报书提交的材料（一式两份，A4双面）",
        "【C】附送材料",
        "（三）随表报送的资料",
        "海州海洋检测研究院　揭榜材料总目录（一式三份）",
    ],
)
def test_titles_above_numbered_papers(title: str) -> None:
    read = structure(document(f"{title}\n\nC-1 营业执照\nC-2 审计报告（2025年度）\n", hard_wrapped=False))
    assert [a.name for a in find_attachments(*read)] == ["营业执照", "审计报告（2025年度）"]


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("海州浮标/04_附件目录.txt", ["营业执照", "审计报告（2025年度）"]),
        ("海州浮标/04_设备采购说明.txt", []),
        ("海州浮标/04_实验材料清单.txt", []),
    ],
)
def test_files_that_are_lists_by_their_names(path: str, names: list[str]) -> None:
    list_of = document("海州浮标项目\n\n01  营业执照\n02  审计报告（2025年度）\n", hard_wrapped=False)
    named = replace(list_of, source=list_of.source.model_copy(update={"path": path}))
    assert [a.name for a in find_attachments(*structure(named))] == names
