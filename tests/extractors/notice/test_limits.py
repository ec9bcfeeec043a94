import pytest
from documents import document, table

from extractors.notice.limits import find_limits
from extractors.notice.quoted_chapters import quoted_subject
from pipeline.structure import structure
from schemas.document import Cell, Table

HEAD = "关于开展潮汐能揭榜挂帅的通知\n一、材料要求\n"
# words, [(scope, characters, pages)]
CASES = [
    (  # what the limit is called, before it
        "附件1\n任务书目录\n第一部分 海况调查\n第二部分 机组设计（字数上限2500字）\n第三部分 团队（篇幅上限：2页）\n",
        [("机组设计", 2500, None), ("团队", None, 2)],
    ),
    ("技术方案篇幅最长不得少于2500字。", []),
    (
        "附件1\n任务书章目\nⅠ 海况调查\nⅡ 机组设计（不超过两页）\nⅢ 团队\n",
        [("机组设计", None, 2)],
    ),
    (  # an item that a paper's name heads
        "航行报告。航行报告以见闻为主（内容含船名、航线；正文含海图，总字数在7000字以内，存为纯文本）；\n"
        "航行纪实材料。纪实以照片为主，逐张注明日期，（照片至少6张，按航次排列，文字不超过900字）。\n",
        [("航行报告", 7000, None), ("航行纪实材料", 900, None)],
    ),
    ("航行报告。附航行摘要，摘要不超过300字。", [("摘要", 300, None)]),
    (  # how it is written is no subject
        "船长填写《航海日志申报书》（附件1），须重点突出，言简意赅，单面打印，不得超过25个页码。",
        [("《航海日志申报书》", None, 25)],
    ),
    ("申报书须条理清楚，总体方案不超过12页。", [("总体方案", None, 12)]),
    (
        "任务书依次写四个部分：“海况分析”讲清成因和现状，不超过500字；“机组设计”一章逐条作答，控制在2000字以内；"
        "“团队组成”列出成员，负责人简历不超过200字；“风险”不超过300字。",
        [("海况分析", 500, None), ("机组设计", 2000, None), ("负责人简历", 200, None), ("风险", 300, None)],
    ),
    ("面向“揭榜挂帅”项目，技术方案不超过20页。", [("技术方案", None, 20)]),
    ("申报单位自行编写任务书，任务书应包括海况、机组等部分，全文不超过8000字。", [("任务书", 8000, None)]),
    ("附件1\n揭榜申报表\n13. 方案要点（以900字为限）：\n____\n", [("方案要点", 900, None)]),
    ("附件1\n揭榜申报表\n◆ 海况\n（本栏不超过700字）\n◆ 站位\n", [("海况", 700, None)]),
    ("技术方案画图列表都可以，文字不要超过1500字。", [("技术方案画图列表都可以", 1500, None)]),
    ("2位专家推荐意见不超过500字。", [("2位专家推荐意见", 500, None)]),
    ("附件1\n揭榜申报表\n打算怎么做：（一千字以内）\n", [("打算怎么做", 1000, None)]),
    ("每题写三四字段名称，十二字节以内。", []),
    (
        "2 技术路线（不超过1500字）：说明路线。\n第一部分　立项背景（800字内）\n",
        [("技术路线", 1500, None), ("立项背景", 800, None)],
    ),
    (
        "任务书写四段：难点分析（400字以内）、分选方案（1500字以内）、进度安排、费用测算（300字以内）。",
        [("难点分析", 400, None), ("分选方案", 1500, None), ("费用测算", 300, None)],
    ),
    ("第七章 报价明细　本章不超过两页。", [("报价明细", None, 2)]),
    ("研究基础（800字内），数据库内容300字段。", [("研究基础", 800, None)]),
    ("二、申报书用A4纸打印，正文字体为仿宋四号，总页数不超过50页。", [("申报书", None, 50)]),
    ("项目摘要不超过800字，可行性报告正文不超过1.2万字。", [("项目摘要", 800, None), ("可行性报告正文", 12000, None)]),
    (
        "（一）申报书一式五份；正文不超过8000字，其中单位简介限400字以内。",
        [("申报书", 8000, None), ("单位简介", 400, None)],
    ),
    ("注：任务书不宜过长，一般不超过5000字。", [("任务书", 5000, None)]),
    ("任务书应简明扼要，一般不超过5000字。", [("任务书", 5000, None)]),
    ("可行性报告要突出重点，原则上不超过20页。", [("可行性报告", None, 20)]),
    (
        "传真 邮箱\n单位简介 包括成立时间、主营业务等基本情况（本部分内容不超过500字）。",
        [("单位简介", 500, None)],
    ),
    ("项目简介宜简短，不超过300字。", [("项目简介", 300, None)]),
    ("附件1\n揭榜申报表\nA1 单位名称：\nA19 项目摘要（200字以内）：\n", [("项目摘要", 200, None)]),
    ("附件1\n揭榜申报表\n表5　项目摘要\n（不超过300字）\n", [("项目摘要", 300, None)]),
    ("技术方案须重点突出、条理清楚，不超过30页。", [("技术方案", None, 30)]),
    ("需求概要不超过300字，应用前景不超过500字。", [("需求概要", 300, None), ("应用前景", 500, None)]),
    ("申报单位须提交的技术报告不超过20页。", [("申报单位须提交的技术报告", None, 20)]),
    ("产业链供应链现状不超过600字。", [("产业链供应链现状", 600, None)]),
    ("1.技术方案（PDF格式，不超过30页）；", [("技术方案", None, 30)]),
    ("（2）应榜方案，按附件2大纲编写，总篇幅不超过50页；", [("应榜方案", None, 50)]),
    ("登录小程序提交《揭榜方案》（PPT或PDF，不超过30页）。", [("《揭榜方案》", None, 30)]),
    ("揭榜书由正文和附件组成，正文篇幅以三万字为上限。", [("揭榜书", 30000, None)]),
    ("提交：①设计报告（PDF，正文不超过30页）；", [("设计报告", None, 30)]),
    (
        "参赛作品包括：（1）设计说明，正文不超过30页；（2）作品概要，500字以内。",
        [("设计说明", None, 30), ("作品概要", 500, None)],
    ),
    ("“企业简介”不超过500字。", [("企业简介", 500, None)]),
    ("技术报告不超过二十页。", [("技术报告", None, 20)]),
    ("技术路线图（不超过两页），单位简介（限1页）。", [("技术路线图", None, 2), ("单位简介", None, 1)]),
    ("附件1\n揭榜申报表\n【攻关思路】〔字数不超过900字〕\n", [("攻关思路", 900, None)]),
    ("附件1\n揭榜申报表\n表2-5　技术思路（不超过700字）\n", [("技术思路", 700, None)]),
    ("技术分析报告不超过20页。", [("技术分析报告", None, 20)]),
    ("技术报告控制在20页以内。", [("技术报告", None, 20)]),
    ("项目简介不少于500字。数据不超过800字节。", []),
    ("联合体成员不超过5家。", []),
]


# The outline of a task book: a limit in the guidance is the chapter's, unless its own words name a part of it.
OUTLINES = [
    (  # the whole, in plain words; and what to do in a chapter, which is no part of it
        "任务书不要长，合起来不超过6000字，按下面三块写：\n（甲）海况\n画一张图：站点、航线，不超过800字。\n"
        "（乙）用得起吗\n算一笔账：买多少、省多少，不超过400字。\n（丙）其他\n团队简介：一句话，不超过90字。\n",
        [("任务书", 6000), ("海况", 800), ("用得起吗", 400), ("团队简介", 90)],
    ),
    ("任务书依次写：（1）海况；（2）机组设计，不超过3000字；（3）经费。\n", [("机组设计", 3000)]),
    ("模块一：海况\n模块二：机组设计（2000字内）\n模块三：经费\n", [("机组设计", 2000)]),
    ("— 海况\n— 机组设计，2000字以内\n— 经费\n", [("机组设计", 2000)]),
    (
        "C.1 现状【不超过800字，附图】\nC.2 设计【列参数】\nC.3 预算（含税；不超过300字）\n",
        [("现状", 800), ("预算", 300)],
    ),
    ("A. 海况\nB. 机组设计\nC. 里程碑\n其中B部分不超过5000字，其余不限。\n", [("机组设计", 5000)]),
    ("之一 海况\n之二 机组设计\n之三 里程碑\n之二写到3000字为止，别的不限。\n", [("机组设计", 3000)]),
    (
        "任务书写明“海况”“机组设计”两节。“海况”在600字以内，“机组设计”至多2000字。\n",
        [("海况", 600), ("机组设计", 2000)],
    ),
    ("一、海况（写够意思即可，800字封顶）\n", [("海况", 800)]),
    (
        "第1节 海况\n第2节 机组设计\n第3节 里程碑\n篇幅：第1节不超过700字，第2节的字数应不超过1800字，其余不限。\n",
        [("海况", 700), ("机组设计", 1800)],
    ),
    (
        "一、现状\n结合海域实况，字数800字以内。\n二、机组设计\n叶片、传动、密封三方面展开，不得超过2500字。\n",
        [("现状", 800), ("机组设计", 2500)],
    ),
    (
        "一、现状\n◇ 列出对标机组\n◇ 篇幅：800字以内\n二、机组设计\n→ 叶片、传动与密封，限2000字。\n",
        [("现状", 800), ("机组设计", 2000)],
    ),
    (
        "一、基本情况\n介绍牵头单位与参与单位，全章2000字以内，其中单位简介限400字。\n二、设计\n写明参数。\n",
        [("基本情况", 2000), ("单位简介", 400)],
    ),
    ("（一）海况：写明流速，画出站位，不超过600字。\n（二）设计：列出参数。\n", [("海况", 600)]),
    (
        "壹、海况\n贰、机组设计\n叁、用款\n〔写法〕贰章最要紧，须附布置图，不超过1800字；叁章不超过700字；余章随意。\n",
        [("机组设计", 1800), ("用款", 700)],
    ),
    ("1. 海况（五百字以内，即500字以内）\n2. 机组设计\n3. 用款（六百字封顶）\n", [("海况", 500), ("用款", 600)]),
    ("第一章 海况\n第二章 机组设计 ——本章两千字封顶\n第三章 用款\n", [("机组设计", 2000)]),
    ("【海况】\n写明站位。\n【设计】\n列出参数；这一节不超过800字。\n【用款】\n分年列出。\n", [("设计", 800)]),
    ("A. 海况——流速、站位与底质，不超过600字\nB. 机组设计——参数\n", [("海况", 600)]),
    ("1. 海况【流速、站位，不超过600字】\n2. 机组设计【参数】\n", [("海况", 600)]),
    ("一、海况\n单位简介\n包括成立时间等（本部分内容不超过500字）\n二、设计\n写明参数。\n", [("单位简介", 500)]),
    ("一、海况\n注：任务书篇幅不宜过长，原则上不超过5000字。\n二、设计\n写明参数。\n", [("任务书", 5000)]),
]


@pytest.mark.parametrize(("words", "wanted"), OUTLINES)
def test_limits_in_an_outline(words: str, wanted: list[tuple[str, int]]) -> None:
    text = HEAD + "1.任务书。\n附件1\n任务书提纲\n" + words
    found = find_limits(*structure(document(text, hard_wrapped=False)))
    assert [(x.scope, x.max_chars) for x in found] == wanted


@pytest.mark.parametrize(
    ("head", "wanted"),
    [("篇幅", ["海况", "机组设计"]), ("字数要求", ["海况", "机组设计"]), ("说明", ["流速、站位", "参数"])],
)
def test_a_column_of_lengths_limits_the_chapters(head: str, wanted: list[str]) -> None:
    rows = f"章节\t写些什么\t{head}\n海况\t流速、站位\t500字以内\n机组设计\t参数\t2000字以内\n验收\t写明谁来测\t不限\n"
    found = find_limits(*structure(document(HEAD + "附件1\n任务书提纲\n" + rows)))
    assert [x.scope for x in found] == wanted


@pytest.mark.parametrize(("words", "wanted"), CASES)
def test_limits(words: str, wanted: list[tuple[str, int | None, int | None]]) -> None:
    found = find_limits(*structure(document(HEAD + words, hard_wrapped=False)))
    assert [(x.scope, x.max_chars, x.max_pages) for x in found] == wanted


def test_a_cell_is_limited_under_its_label() -> None:
    label, guidance = "项目概述", "简述研究内容、创新点和前景（不超过600字）"
    start = len("申报表\n")
    text = f"申报表\n{label}\t{guidance}\n"
    at = start + len(label) + 1
    cells = (Cell(start, start + len(label), 0, 0), Cell(at, at + len(guidance), 0, 1))
    doc = document(text, tables=(Table(start, len(text), cells),), hard_wrapped=False)
    assert [(x.scope, x.max_chars) for x in find_limits(*structure(doc))] == [("项目概述", 600)]


def test_a_limit_in_brackets_below_its_label() -> None:
    label = "单位简介\n（限400字以内）"
    start = len("申报表\n")
    text = f"申报表\n{label}\t\n"
    cells = (Cell(start, start + len(label), 0, 0), Cell(start + len(label) + 1, start + len(label) + 1, 0, 1))
    doc = document(text, tables=(Table(start, len(text), cells),), hard_wrapped=False)
    assert [(x.scope, x.max_chars) for x in find_limits(*structure(doc))] == [("单位简介", 400)]


def test_words_that_limit_over_and_over_take_no_time() -> None:
    assert quoted_subject("“海况”要写明，" + "总篇幅" * 100 + "甲") is None


def test_a_label_of_many_words_is_limited_in_its_own_cell() -> None:
    label = "2020年以来船队科研成果、著作论文和各类荣誉情况的概述"
    rows = [["姓名", ""], [f"{label}（限500字内）\n个人签名", "<"]]
    made = table(rows, "关于选拔船长的通知\n请报名。\n附件1\n船长申报表\n")
    assert [(x.scope, x.max_chars) for x in find_limits(*structure(made))] == [(label, 500)]


def test_a_label_with_room_beside_it_is_limited_itself() -> None:
    rows = [["四、方案", "海试摘要（控制在1000字以内）", ""], ["五、简介", "写明船队沿革（300字以内）", "见说明"]]
    made = table(rows, "关于选拔船长的通知\n请报名。\n附件1\n船长申报表\n")
    assert [(x.scope, x.max_chars) for x in find_limits(*structure(made))] == [("海试摘要", 1000), ("五、简介", 300)]
