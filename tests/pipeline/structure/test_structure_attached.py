"""Attachments as numbered items of a chapter 附件: 5. 附件 / 5.1 揭榜申报表 / 5.2 任务书提纲 / 5.3 承诺书."""

import pytest
from documents import document

from pipeline.structure import structure
from schemas.outline import Role

CALL = (
    "关于发布榜单的通知\n各有关单位：\n现将榜单发布如下。\n1. 榜单\n1.1 任务一：盐雾监测仪\n"
    "2. 条件\n2.1 单位具有法人资格。\n3. 附件\n"
)
HAN = "关于发布榜单的通知\n各有关单位：\n一、榜单\n（一）盐雾监测仪\n二、条件\n（一）单位具有法人资格。\n三、附件\n"
FORM = "项目名称：\n牵头单位：\n联系人：\n填报日期：\n"
LETTER = "我单位承诺如下：\n(1) 材料真实；\n单位（盖章）：      日期：\n"
FOOT = "海州市盐业协会\n2027年3月1日\n"
ALL = [Role.FORM, Role.TASK_BOOK, Role.COMMITMENT, Role.PROOFS]


LINKED = (
    "关于开展“最美引航员”选树活动的通知\n各船队：\n为褒扬先进，决定开展选树活动。\n一、选树范围\n在港引航员。\n"
    "二、其他\n请于5月6日前报送材料。\n"
)


@pytest.mark.parametrize(
    ("foot", "roles"),
    [
        # a web page sets a link below each name
        ("附件1.最美引航员申报表\n20270301081.docx\n2.最美船队申报表\n20270301082.docx\n" + FOOT, []),
        ("附件：1.引航员申报表\n20270301081.docx\n2.船队申报表\n20270301082.docx\n" + FOOT, []),
        ("附件1：引航员申报表\n引航员申报表.doc（下载）\n附件2：承诺书\n承诺书.pdf\n" + FOOT, []),
        ("附件1 引航员申报表\n【申报表.xls】\n" + FOOT, []),
        ("附件\n1. 引航员申报表\nbiao.docx 25KB\n2. 承诺书\nshu.zip 点击下载\n" + FOOT, []),
        ("附件：引航员申报表\n20270301081.wps\n" + FOOT, []),
        # the form itself stands below, with or without the link
        (f"{FOOT}附件1\n引航员申报表\n{FORM}", [Role.FORM]),
        (f"{FOOT}附件1 引航员申报表\n{FORM}附件2 承诺书\n{LETTER}", [Role.FORM, Role.COMMITMENT]),
        (f"{FOOT}附件1 引航员申报表\n20270301081.docx\n{FORM}附件2 承诺书\n{LETTER}", [Role.FORM, Role.COMMITMENT]),
        (f"附件：1.引航员申报表\na.docx\n2.承诺书\nb.docx\n{FOOT}附件1\n引航员申报表\n{FORM}", [Role.FORM]),
        (f"{FOOT}附件2 承诺书\n见网站www.port.example.cn。\n{LETTER}", [Role.COMMITMENT]),
    ],
)
def test_links_of_a_web_page(foot: str, roles: list[Role]) -> None:
    _, outline = structure(document(LINKED + foot, hard_wrapped=False))
    assert [division.role for division in outline.divisions if division.attachment is not None] == roles
    assert all("申报表" not in section.title for section in outline.sections)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            f"{CALL}3.1 揭榜申报表（各项均须填写）\n{FORM}3.2 任务书提纲\n3.2.1 需求。写明难点。\n3.2.2 方案。\n"
            f"3.3 承诺书（格式）\n{LETTER}3.4 证明材料\n(1) 营业执照；\n(2) 审计报告。\n{FOOT}",
            ALL,
        ),
        (f"{HAN}（一）揭榜申报表\n{FORM}（二）承诺书\n{LETTER}{FOOT}", [Role.FORM, Role.COMMITMENT]),
        # a list of names, one below the other
        (f"{CALL}3.1 揭榜申报表\n3.2 任务书提纲\n3.3 承诺书\n{FOOT}", []),
        (f"{HAN}（一）揭榜申报表\n（二）承诺书\n{FOOT}", []),
        # a word on each of them, and the call goes on
        (f"{CALL}3.1 申报表\n每项都要填。\n3.2 承诺书\n要盖章。\n4. 联系\n4.1 电话：0574。\n{FOOT}", []),
        (f"{HAN}（一）申报表\n每项都要填。\n（二）承诺书\n要盖章。\n四、时间\n4月1日前。\n{FOOT}", []),
        # another chapter's item, and sentences
        (CALL.replace("3. 附件", "3. 报送") + f"3.1 揭榜申报表\n{FORM}3.2 承诺书\n{LETTER}{FOOT}", []),
        (f"{CALL}3.1 揭榜申报表由牵头单位填写，一式两份。\n见网站。\n3.2 承诺书须盖章。\n{FOOT}", []),
    ],
)
def test_attachments_below_their_chapter(text: str, roles: list[Role]) -> None:
    _, outline = structure(document(text, hard_wrapped=False))
    found = [division.role for division in outline.divisions if division.attachment is not None]
    assert found == roles


@pytest.mark.parametrize(
    ("heads", "titles"),
    [
        (("附件1", "附件1-1", "附件2"), ["揭榜申请表", "任务书编写说明", "承诺书"]),
        (("附件1", "附件1—1：", "附件2"), ["揭榜申请表", "任务书编写说明", "承诺书"]),
        (("附件1", "附件1-1表", "附件2"), ["揭榜申请表", "承诺书"]),  # no number of an attachment
    ],
)
def test_attachments_numbered_below_another(heads: tuple[str, str, str], titles: list[str]) -> None:
    call = "关于发布榜单的通知\n各有关单位：\n"
    call += "现将榜单发布如下。\n附件1：揭榜申请表\n附件1-1：任务书编写说明\n附件2：承诺书\n"
    book = "任务书按下列三节写。\n1. 盐田条件【现场看过再写】\n2. 机具方案【不超过1800字】\n3. 收尾【写明人员】\n"
    text = f"{call}{FOOT}{heads[0]}\n揭榜申请表\n{FORM}{heads[1]}\n任务书编写说明\n{book}{heads[2]}\n承诺书\n{LETTER}"
    _, outline = structure(document(text, hard_wrapped=False))
    named = [division.title for division in outline.divisions if division.attachment is not None]
    assert [title for title in named if title in titles] == titles
    chapters = [section.title for section in outline.sections if section.number in ("1", "2", "3", "1.", "2.", "3.")]
    assert ("机具方案" in chapters) is (len(titles) == 3)


@pytest.mark.parametrize(
    ("first", "roles"),
    [
        ("附件A　任务及指标", [Role.OTHER, Role.FORM]),
        ("附件A 　任务及指标", [Role.OTHER, Role.FORM]),
        ("附件A　任务及其他", [Role.FORM]),  # not the one that the list names
    ],
)
def test_the_first_attachment_right_below_the_list(first: str, roles: list[Role]) -> None:
    listed = "三、联系\n电话：0574。\n附件A 任务及指标\n附件B 揭榜申报表\n"
    text = f"{HAN.split('三、')[0]}{listed}{first}\n【YW-01】盐雾监测仪\n"
    _, outline = structure(document(f"{text}附件B　揭榜申报表\n{FORM}", hard_wrapped=False))
    assert [division.role for division in outline.divisions if division.attachment is not None] == roles
