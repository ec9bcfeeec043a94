"""Whose date, whose year: of the letter, of the notice, of the file that an attachment is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from written_case import findings

from schemas.evidence import Evidence
from schemas.notice import Notice
from schemas.submission import Attachment, Submission
from schemas.undertaking import FundItem


def test_an_application_and_its_letter_older_than_the_notice(
    notice: Notice, submission: Submission, gaps_of: Callable[..., set[tuple[str, str, str]]]
) -> None:
    """One date under both: told by the letter where the notice names no day on which applying begins."""
    old = submission.commitment.model_copy(update={"date": "2024-06-10"})
    old_submission = submission.model_copy(update={"filed_on": "2024-06-10", "commitment": old})
    kept = tuple(one for one in notice.deadlines if one.kind != "application_opens")
    asked = tuple(o for o in notice.obligations if o.deadline is None or o.deadline.kind != "application_opens")
    changed = notice.model_copy(update={"deadlines": kept, "obligations": asked})
    assert "commitment" in {kind for kind, _, _ in gaps_of(old_submission, changed)}


def test_an_item_of_the_list_is_not_the_file_it_stands_in(
    notice: Notice, submission: Submission, gaps_of: Callable[..., set[tuple[str, str, str]]]
) -> None:
    """2022年度 somewhere in the application is no year of the audit that its list names without one."""
    file = "申报书.docx"

    def in_file(text: str) -> Evidence:
        return Evidence(text=text, start=0, end=len(text), file=file)

    item = Attachment(name="研发投入专项审计报告", evidence=in_file("研发投入专项审计报告"))
    whole = Attachment(name="申报书", evidence=in_file("申报书"))
    fields = tuple(
        one.model_copy(update={"evidence": one.evidence.model_copy(update={"file": file})})
        for one in submission.form_fields
    )
    told = submission.passages[0].model_copy(
        update={"text": "公司2022年度营业收入增长。", "evidence": in_file("公司2022年度")}
    )
    changed = submission.model_copy(
        update={
            "attachments": (item, whole, *submission.attachments[1:]),
            "form_fields": fields,
            "passages": (*submission.passages, told),
        }
    )
    asked = tuple(
        one.model_copy(update={"name": "2024年度研发投入证明材料"}) if one.name == "研发投入证明材料" else one
        for one in notice.obligations
    )
    assert not [
        gap
        for gap in gaps_of(changed, notice.model_copy(update={"obligations": asked}))
        if gap[1] == "2024年度研发投入证明材料"
    ]


def test_the_name_on_a_card_makes_its_file_no_form(
    notice: Notice, submission: Submission, gaps_of: Callable[..., set[tuple[str, str, str]]]
) -> None:
    """证件.pdf holds the card that it is named by and the certificate behind it, and a field 姓名 is read from it."""
    file = "证件.pdf"

    def in_file(text: str) -> Evidence:
        return Evidence(text=text, start=0, end=len(text), file=file)

    card = Attachment(name="居民身份证", evidence=in_file("居民身份证"))
    field = submission.form_fields[0].model_copy(update={"label": "姓名", "name": "姓名", "evidence": in_file("姓名")})
    told = submission.passages[0].model_copy(
        update={"text": "高级工程师职称证书", "evidence": in_file("高级工程师职称证书")}
    )
    changed = submission.model_copy(
        update={
            "attachments": (card, *submission.attachments[1:]),
            "form_fields": (*submission.form_fields, field),
            "passages": (*submission.passages, told),
        }
    )
    both = "项目负责人身份证及职称证书"
    asked = tuple(
        one.model_copy(update={"name": both}) if one.name == "研发投入证明材料" else one for one in notice.obligations
    )
    assert not [gap for gap in gaps_of(changed, notice.model_copy(update={"obligations": asked})) if gap[1] == both]


def test_the_total_of_a_table_of_prices_beside_another_file(
    notice: Notice, submission: Submission, gaps_of: Callable[..., set[tuple[str, str, str]]]
) -> None:
    """Offsets count in each file: a chapter at 150 of 正文.docx does not end the table at 100 of 报价.docx."""

    def at(start: int, file: str, text: str) -> Evidence:
        return Evidence(text=text, start=start, end=start + len(text), file=file)

    section = submission.sections[0]
    prices = section.model_copy(update={"title": "报价表", "evidence": at(100, "报价.docx", "报价表")})
    other = section.model_copy(update={"title": "技术方案", "evidence": at(150, "正文.docx", "技术方案")})
    total = FundItem(kind="total", name="合计", amount=4.62e6, evidence=at(200, "报价.docx", "462"))
    said = submission.passages[0].model_copy(
        update={"text": "本项目总报价为426万元。", "evidence": at(9, "报价.docx", "总报价为426万元")}
    )
    changed = submission.model_copy(
        update={
            "sections": (*submission.sections, prices, other),
            "funds": (total,),
            "passages": (*submission.passages, said),
        }
    )
    assert ("consistency", "总报价", "invalid") in gaps_of(changed, notice)


OPINION_CALL = (
    "二、申报材料\n申报书、营业执照复印件。\n三、申报时间\n请于2026年6月30日前将申报书报送至市科技局。\n"
    "附件\n海上平台揭榜挂帅申报书\n单位名称\t\t联系人\t\n申报单位意见\t\n参与单位意见\t\n附件2\n揭榜承诺书\n我单位承诺材料属实。\n"
    "法定代表人（签字）：\n年  月  日\n"
)
OPINIONS = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t联系人\t车远舟\n申报单位意见\t同意申报。{own}\n"
    "参与单位意见\t同意参与。{partner}\n附件2\n揭榜承诺书\n我单位承诺材料属实。\n法定代表人（签字）：辛白杨\n2026年6月20日\n"
)


@pytest.mark.parametrize(
    ("own", "partner", "late"),
    [
        ("2026年6月20日", "2026年6月18日", False),
        ("2026年7月3日", "2026年6月18日", True),
        ("2026年6月30日", "2026年6月18日", False),
        ("2026年6月20日", "2026年7月3日", False),  # a partner's word
    ],
)
def test_the_day_under_the_applicants_opinion(own: str, partner: str, late: bool, tmp_path: Path) -> None:
    told = [
        f for f in findings(tmp_path, OPINION_CALL, OPINIONS.format(own=own, partner=partner)) if f.kind == "deadline"
    ]
    assert told
    assert any(f.status == "invalid" for f in told) is late


CALL = (
    "一、申报时间\n申报截止时间为2026年6月30日。主管部门于2026年7月10日前出具推荐意见。\n"
    "附件1\n揭榜申报书\n单位名称\t\t项目名称\t\n填报日期\t\t推荐单位\t\n推荐日期\t\t推荐单位意见\t\n项目方案\n（一）现有基础\n"
)


@pytest.mark.parametrize(
    ("filed", "recommended", "opinion", "late"),
    [
        ("2026年6月8日", "2026年7月8日", "同意推荐", set()),
        ("2026年6月8日", "2026年7月18日", "同意推荐", {"推荐截止时间"}),
        ("2026年6月8日", "", "同意推荐。2026年7月18日", {"推荐截止时间"}),
        ("2026年6月8日", "", "同意推荐，2026年7月18日评审。", set()),
        ("2026年6月8日", "", "同意推荐。2026年7月10日", set()),
        ("2026年4月8日", "2026年7月8日", "同意推荐", {"申报截止时间"}),
        ("2026年4月20日", "2026年7月8日", "同意推荐", set()),
    ],
)
def test_days_before_the_call_and_after_the_recommendation(
    filed: str, recommended: str, opinion: str, late: set[str], tmp_path: Path
) -> None:
    call = f"{CALL.partition('附件1')[0]}海岚省科学技术厅\n2026年4月20日\n附件1{CALL.partition('附件1')[2]}"
    part = (
        f"揭榜申报书\n单位名称\t海岚公司\t项目名称\t锚泊浮标\n填报日期\t{filed}\t推荐单位\t望澄市科技局\n"
        f"推荐日期\t{recommended}\t推荐单位意见\t{opinion}\n项目方案\n（一）现有基础\n公司设有湿热试验室。\n"
    )
    told = [f for f in findings(tmp_path, call, part) if f.kind == "deadline" and f.status == "invalid"]
    assert len(told) == len(late)
