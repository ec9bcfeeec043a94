"""Attachments by another word than 附件, and outlines by what their lines ask, whatever their title says."""

import pytest
from documents import document

from pipeline.structure import structure
from schemas.outline import Role

FORM, BOOK, LETTER, PROOFS, OTHER = Role.FORM, Role.TASK_BOOK, Role.COMMITMENT, Role.PROOFS, Role.OTHER
CALL = (
    "关于发布盐雾监测榜单的通知\n各有关单位：\n现将榜单发布如下。\n"
    "一、条件\n单位具有法人资格。\n海州市盐业协会\n2027年3月1日\n"
)
FIELDS = "项目名称：\n牵头单位：\n联系人：\n手机：\n填报日期：\n"
OUTLINE = "1. 盐雾现状（不超过700字）\n2. 监测方案（写明布点）\n3. 进度\n"
PLEDGE = "我单位承诺材料属实。\n单位（盖章）：\n"
PAPERS = "1. 营业执照\n2. 审计报告\n"


def _annexed(word: str) -> str:
    return (
        f"{CALL}{word}1\n盐雾监测揭榜信息表\n{FIELDS}{word}2 任务书提纲\n{OUTLINE}"
        f"{word}3：诚信承诺书\n{PLEDGE}{word}4 支撑材料\n{PAPERS}"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (_annexed("附件"), [(1, FORM), (2, BOOK), (3, LETTER), (4, PROOFS)]),
        (_annexed("附表"), [(1, FORM), (2, BOOK), (3, LETTER), (4, PROOFS)]),
        (_annexed("样式"), [(1, FORM), (2, BOOK), (3, LETTER), (4, PROOFS)]),
        (_annexed("格式"), [(1, FORM), (2, BOOK), (3, LETTER), (4, PROOFS)]),
        # the list of their names above, and their numbers without a blank behind
        (
            _annexed("附表").replace("海州市盐业协会\n", "附表：\n附表1揭榜信息表\n附表2任务书提纲\n海州市盐业协会\n"),
            [(1, FORM), (2, BOOK), (3, LETTER), (4, PROOFS)],
        ),
        # 附：1 on a line of its own
        (
            f"{CALL}附：1\n揭榜信息表\n{FIELDS}附：2\n任务书提纲\n{OUTLINE}附：3\n承诺书\n{PLEDGE}",
            [(1, FORM), (2, BOOK), (3, LETTER)],
        ),
        # counted otherwise, with any mark before and behind the count
        *(
            (
                f"{CALL}{marks[0]}盐雾监测揭榜信息表\n{FIELDS}{marks[1]}任务书提纲\n{OUTLINE}{marks[2]}诚信承诺书\n{PLEDGE}",
                [(1, FORM), (2, BOOK), (3, LETTER)],
            )
            for marks in (
                ("附甲　", "附乙　", "附丙　"),
                ("附：一、", "附：二、", "附：三、"),
                ("附·壹 ", "附·贰 ", "附·叁 "),
                ("附件子：", "附件丑：", "附件寅："),
                ("〔附Ⅰ〕", "〔附Ⅱ〕", "〔附Ⅲ〕"),
                ("附纸（一）", "附纸（二）", "附纸（三）"),
            )
        ),
        # a sign parts the number from the title, of which not all tell their use
        *(
            (
                f"{CALL}{mark}1{sign}解题人名帖\n{FIELDS}{mark}2{sign}报告怎么写\n{OUTLINE}{mark}3{sign}声明\n{PLEDGE}"
                f"{mark}4{sign}随邮件寄来\n营业执照、检测报告。\n",
                [(1, FORM), (2, BOOK), (3, LETTER), (4, PROOFS)],
            )
            for mark, sign in (("附", " ◆ "), ("附件", "｜"), ("附录", " — "))
        ),
        # half of the titles tell their use, the others do not; a letter is one by what it promises
        (
            f"{CALL}附1 盐雾信息\n{FIELDS}附2任务书\n{OUTLINE}附3 盐田信约\n我们保证数据属实；不转包。\n"
            "船长（签字）：\n附4 证明\n营业执照、审计报告。\n",
            [(1, FORM), (2, BOOK), (3, LETTER), (4, PROOFS)],
        ),
        (f"{CALL}附件1 揭榜信息表\n{FIELDS}附件2 守信办法\n办法共三条。\n盐场（盖章）：\n", [(1, FORM), (2, OTHER)]),
        # how a form is filled in promises nothing, nor does what tells of one's credit or of how to write
        *(
            (f"{CALL}附件1 揭榜信息表\n{FIELDS}附件2 {title}\n{lines}盐场（盖章）：\n", [(1, FORM), (2, OTHER)])
            for title, lines in (
                ("盐场守信说法", "有无欠款记录（不填按无计），\n每格不超过80字，\n不得空项。\n"),
                ("盐场信用情况", "曾否失信（不答的按否计），\n不写的格子划线，\n"),
                ("晒盐诚信情况", "我们保证过的事，\n不曾做到的也写，\n"),
                ("盐质保证措施编写说明", "写明怎样保证纯度，\n不保证的批次另列。\n"),
            )
        ),
        # framed titles over what is to be written; framed sections of rules
        (
            f"{CALL}附件1 揭榜信息表\n{FIELDS}附件2 约定内容\n约定至少写足三节。\n【现状】\n写明布点。\n【方案】\n"
            "逐条作答；这一节不超过900字。\n【用款】\n分年列出。\n",
            [(1, FORM), (2, BOOK)],
        ),
        (
            f"{CALL}附件1 揭榜信息表\n{FIELDS}附件2 管理规定\n【总则】\n盐场负责。\n【经费】\n专款专用。\n【附则】\n"
            "自即日起施行。\n",
            [(1, FORM), (2, OTHER)],
        ),
        # a form that is called as a list of tasks is: nothing but labels with room
        (
            f"{CALL}附件1 揭榜单\n{FIELDS}附件2 任务书提纲\n{OUTLINE}",
            [(1, FORM), (2, BOOK)],
        ),
        (
            f"{CALL}附件1 揭榜榜单\n题目：盐雾监测仪\n误差：不大于1%\n附件2 任务书提纲\n{OUTLINE}",
            [(1, Role.TASK_LIST), (2, BOOK)],
        ),
        # papers by what stands in it: below what leads to them, run on, behind what they are of, with a note below
        *(
            (f"{CALL}附件1 揭榜信息表\n{FIELDS}附件2 {title}\n{lines}", [(1, FORM), (2, role)])
            for title, lines, role in (
                ("上传前自查", "下列各件合成一个文件，备齐的打勾：\n□ 营业执照\n□ 检测报告\n", PROOFS),
                ("随邮件寄来", "营业执照、财务报表、海试记录，缺哪件补哪件。\n", PROOFS),
                ("一并装袋", "营业执照\n检测报告\n与船厂的合作意向书\n海试照片\n说明：复印件加盖公章。\n", PROOFS),
                ("凭据", "身份——营业执照；身份证复印件。\n能力——检测报告；海试合同。\n", PROOFS),
                ("随船须知", "出海穿救生衣、带证件。\n返航后交航海日志，按时填报。\n", OTHER),
                ("答辩评议", "营业执照、财务报表、海试记录\n", OTHER),
            )
        ),
        # a letter below a list of papers is none of them, whether or not the list is numbered
        *(
            (
                f"{CALL}附件1 揭榜信息表\n{FIELDS}附：证明材料目录\n{papers}承诺书\n{PLEDGE}",
                [(1, FORM), (0, PROOFS), (0, LETTER)],
            )
            for papers in (PAPERS, "营业执照\n审计报告\n检测报告\n")
        ),
        # three uses tell, whatever the others are called; a clause behind the title says how it is written
        (
            f"{CALL}附甲 三个题目\n盐雾重。\n附乙 报名表（照着填，填不下另附纸）\n{FIELDS}附丙 任务书，按这个次序写\n"
            f"{OUTLINE}附丁 承诺书\n{PLEDGE}附戊 来前自己打钩\n□ 营业执照复印件\n□ 检测报告\n",
            [(1, OTHER), (2, FORM), (3, BOOK), (4, LETTER), (5, PROOFS)],
        ),
        # the parties of a contract, and what an appendix lists
        (f"{CALL}附则\n甲、乙双方另行约定。\n附注：一、盐雾分三级。\n附注：二、站点十二处。\n", []),
        # boxes that are ticked, and boxes before sentences
        (f"{CALL}附件1 登记表\n{FIELDS}附件2 自查\n□ 站点已巡检。\n□ 仪器已校准。\n", [(1, FORM), (2, OTHER)]),
        # a form called by what it gathers
        (f"{CALL}附件1 揭榜报名资料表（三张小表）\n{FIELDS}附件2 承诺书\n{PLEDGE}", [(1, FORM), (2, LETTER)]),
        # tables of a text, captioned so
        (f"{CALL}二、指标\n附表1 盐雾浓度分级\n一级至三级。\n附表2 站点分布\n共十二处。\n", []),
        # in an attachment, tables of its own
        (
            f"{CALL}附件1 揭榜信息表\n{FIELDS}附表1 设备明细\n填型号。\n附件2 承诺书\n{PLEDGE}",
            [(1, FORM), (2, LETTER)],
        ),
    ],
)
def test_what_attachments_are_called(text: str, found: list[tuple[int, Role]]) -> None:
    _, outline = structure(document(text, hard_wrapped=False))
    assert [(d.attachment, d.role) for d in outline.divisions if d.attachment is not None] == found


@pytest.mark.parametrize(
    ("words", "role", "titles"),
    [
        (
            "附录B 揭榜申请书写作框架\nA. 怎样理解盐雾 [谈现场，900字以内]\nB. 监测路线 [布点、算法分别说明]\n"
            "C. 进度\n",
            BOOK,
            ["怎样理解盐雾", "监测路线", "进度"],
        ),
        (
            "附件二 答题书写法\n第一部分 盐雾现状\n※ 说说去过哪些海岸，别抄文件。\n第二部分 解题办法\n"
            "※ 写怎样布点。\n第三部分 用钱\n※ 分两栏。\n————————————\n",
            BOOK,
            ["盐雾现状", "解题办法", "用钱"],
        ),
        (  # lines below say what to write; a title in two clauses
            "附件二 要写的任务书，按次序写\nA. 盐雾重在哪儿（600字以内）\nB. 我们的办法\n布点、算法分开讲，1200字以内\n"
            "C. 分几步走，每步交什么\nD. 师傅怎么教\n写清教几个人、教几天\n",
            BOOK,
            ["盐雾重在哪儿", "我们的办法", "分几步走，每步交什么", "师傅怎么教"],
        ),
        (
            "附件二 盐雾解题答卷\n1、盐雾现状：结合现场分析，不超过800字。\n2、解题办法：写明布点，不超过2000字。\n"
            "3、用钱：逐项列出。\n",
            BOOK,
            ["盐雾现状", "解题办法", "用钱"],
        ),
        (  # chapters and nothing else, their lengths by number at the end
            "附件二 研究计划书章目\n第一章 盐雾现状\n第一节 海岸\n第二节 站点\n第二章 解题办法\n第三章 用钱\n"
            "第一章限900字，第二章限3000字。\n",
            BOOK,
            ["盐雾现状", "海岸", "站点", "解题办法", "用钱"],
        ),
        (
            "附件二 任务书\n之一 盐雾从哪来\n之二 怎么测\n之三 用多少钱\n之二写到3000字为止，别的不限。\n",
            BOOK,
            ["盐雾从哪来", "怎么测", "用多少钱"],
        ),
        (
            "附件二 报告怎么写\n报告共三块，顺序照旧：\n《盐雾现状》＜现场数据，别抄书＞\n"
            "《解题办法》＜工艺，2500字以内＞\n《用钱》＜三笔账＞\n",
            BOOK,
            ["盐雾现状", "解题办法", "用钱"],
        ),
        (
            "附件二 盐雾条例\n第一章 总则\n为测盐雾，定此条例。\n第二章 站点\n归协会管。\n第三章 附则\n即日施行。\n",
            OTHER,
            [],
        ),
        # points, the look of papers, tasks: nothing to be written
        (
            "附件二 答辩评议要点\n1、盐雾现状：分析到位，不超过5页，20分。\n2、解题办法：说明清楚，40分。\n"
            "3、用钱：40分。\n",
            OTHER,
            [],
        ),
        (
            "附件二 装订样例\n1、正文：不超过30页，写明页码。\n2、封面：A4纸，字号三号。\n3、附录：逐项列出。\n",
            OTHER,
            [],
        ),
        (
            "附件二 盐雾三题\n1、盐雾监测仪：分析沿海站点的数据。\n2、盐雾除湿机：说明能耗。\n"
            "3、盐雾图谱：逐项入库。\n",
            OTHER,
            [],
        ),
    ],
)
def test_outlines_by_what_their_lines_ask(words: str, role: Role, titles: list[str]) -> None:
    _, outline = structure(document(CALL + words, hard_wrapped=False))
    assert outline.divisions[-1].role is role
    last = len(outline.divisions) - 1
    found = [section.title for section in outline.sections if section.division == last]
    assert role is not BOOK or found == titles


COUNTED = [
    ("第一块 ", "第二块 ", "第三块 "),
    ("第1段：", "第2段：", "第3段："),
    ("问题1：", "问题2：", "问题3："),
    ("其一，", "其二，", "其三，"),
    ("之一 ", "之二 ", "之三 "),
    ("<1> ", "<2> ", "<3> "),
    ("No.1 ", "No.2 ", "No.3 "),
    ("1/ ", "2/ ", "3/ "),
    ("a. ", "b. ", "c. "),
    ("①、", "②、", "③、"),
    ("☆ ", "☆ ", "☆ "),
    ("", "", ""),
]


@pytest.mark.parametrize("counts", COUNTED)
@pytest.mark.parametrize("below", ["（说清去过哪里，不超过700字）", "\n※ 说清去过哪里，不超过700字。"])
def test_outlines_however_they_count_their_lines(counts: tuple[str, ...], below: str) -> None:
    titles = ["盐雾现状", "解题办法", "费用安排"]
    lines = "".join(f"{count}{title}{below}\n" for count, title in zip(counts, titles, strict=True))
    _, outline = structure(document(f"{CALL}附件2 解题提纲\n{lines}", hard_wrapped=False))
    assert outline.divisions[-1].role is BOOK
    last = len(outline.divisions) - 1
    assert [section.title for section in outline.sections if section.division == last] == titles


@pytest.mark.parametrize(
    "lines", ["其一，盐雾大；\n其三，人手少；\n其四，钱少。\n", "1-2月 选点\n3-4月 布站\n5-6月 验收\n"]
)
def test_other_counts_are_no_outline(lines: str) -> None:
    _, outline = structure(document(f"{CALL}附件2 解题提纲\n{lines}", hard_wrapped=False))
    assert outline.divisions[-1].role is OTHER


PAPERS = "甲类（身份）：法人证书、社保缴纳清单\n乙类（信誉）：财务报表\n"


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        (f"佐证按类装订：\n{PAPERS}", Role.PROOFS),
        (f"随附证明材料：\n{PAPERS}", Role.PROOFS),
        ("盐雾的佐证：\n沿海三站两年的数据须分析到位，并说明与室内试验的差别。\n", BOOK),
        # the papers of a chapter, behind which others come
        ("佐证按类列出：\n1. 监测站证书\n2. 盐雾检测报告\n第四章 风险对策\n", BOOK),
    ],
)
def test_papers_behind_an_outline(behind: str, role: Role) -> None:
    lines = "第一章 盐雾现状\n第二章 解题办法 ——不超过800字\n第三章 费用安排\n"
    _, outline = structure(document(f"{CALL}附件2 任务书框架及其他\n{lines}{behind}", hard_wrapped=False))
    assert outline.divisions[-1].role is role
    if role is Role.PROOFS:
        assert [section.title for section in outline.sections][-3:] == ["盐雾现状", "解题办法", "费用安排"]
