"""A commitment in a cell of the form is the letter where the notice asks for none of its own."""

import pytest
from documents import document

from pipeline.matching import Matcher
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.screening import screen
from pipeline.screening.kinds.commitment import PLEDGE as OPEN
from pipeline.structure import structure
from schemas.evidence import Evidence
from schemas.notice import Notice
from schemas.submission import Submission

NOTICE = """云屿市科学技术局

关于发布2026年度潮汐能揭榜挂帅榜单的通知

各有关单位：

一、揭榜条件
揭榜单位须具有独立法人资格。
二、申报材料
{asked}
三、申报时间
揭榜单位于2026年5月6日至2026年6月5日登录系统提交申报材料。
云屿市科学技术局
2026年4月28日
附件1
云屿市揭榜挂帅项目申报表

单位名称\t
联系人\t
{cell}

{letter}"""
APPLICATION = "云屿市揭榜挂帅项目申报表\n\n单位名称\t青屿工坊有限公司\n联系人\t陶一帆\n{}\n"
PLEDGE = (
    "单位承诺\t本单位承诺所填信息真实有效，如有虚假，愿承担相应责任，并按期完成揭榜任务。"
    "法定代表人（签字）：{} 单位（盖章） {}"
)
SIGNED, UNSIGNED = PLEDGE.format("陶一帆", "2026年5月20日"), PLEDGE.format("", " 年 月 日")
LETTER = (
    "附件2\n揭榜任务承诺书\n我单位承诺所报材料真实有效，按期完成任务。\n法定代表人：（签字）\n单位（盖章）\n年 月 日\n"
)
LIST = "申报材料包括：（1）申报表；（2）营业执照；（3）{}。"

CASES = [
    (LIST.format("单位承诺"), UNSIGNED, "", SIGNED, {"承诺书": "met"}),
    (LIST.format("单位承诺"), UNSIGNED, "", UNSIGNED, {"承诺书": "insufficient"}),
    (LIST.format("单位承诺"), UNSIGNED, "", "备注\t", {"承诺书": "missing"}),
    (LIST.format("承诺书"), UNSIGNED, "", SIGNED, {"承诺书": "missing"}),
    (LIST.format("承诺书"), UNSIGNED.replace("单位承诺", "承诺书"), "", SIGNED, {"承诺书": "met"}),
    (LIST.format("科研诚信承诺书"), UNSIGNED, "", SIGNED, {"承诺书": "missing"}),
    ("申报单位须在申报表中作出承诺。", UNSIGNED, "", SIGNED, {}),
    ("申报单位须在申报表中作出承诺。", UNSIGNED, LETTER, SIGNED, {"承诺书": "missing"}),
]


@pytest.mark.parametrize(("asked", "cell", "letter", "answer", "wanted"), CASES)
def test_a_commitment_in_the_form(asked: str, cell: str, letter: str, answer: str, wanted: dict[str, str]) -> None:
    notice = build_notice(*structure(document(NOTICE.format(asked=asked, cell=cell, letter=letter))))
    submission = build_submission(*structure(document(APPLICATION.format(answer))))
    findings = screen(notice, submission, Matcher(notice)).findings
    assert {f.name: f.status for f in findings if f.kind == "commitment"} == wanted


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (SIGNED, "met"),
        (PLEDGE.format("陶一帆", " 年 月 日"), "insufficient"),
        (PLEDGE.format("陶一帆", "2026年 月 日"), "insufficient"),
        (PLEDGE.format("陶一帆", "2026.5.20"), "met"),
    ],
)
def test_the_day_of_a_commitment_in_the_form(answer: str, status: str) -> None:
    notice = build_notice(*structure(document(NOTICE.format(asked=LIST.format("审计报告"), cell=UNSIGNED, letter=""))))
    submission = build_submission(*structure(document(APPLICATION.format(answer))))
    findings = screen(notice, submission, Matcher(notice)).findings
    assert [f.status for f in findings if f.kind == "form_field" and f.name == "单位承诺"] == [status]


def test_a_pledge_left_open_is_one_gap() -> None:
    notice = build_notice(*structure(document(NOTICE.format(asked=LIST.format("单位承诺"), cell=UNSIGNED, letter=""))))
    submission = build_submission(*structure(document(APPLICATION.format(UNSIGNED))))
    findings = screen(notice, submission, Matcher(notice)).findings
    open_ = {f.kind: f.cause for f in findings if f.counts and "承诺" in f.name}
    assert open_ == {"form_field": OPEN, "commitment": OPEN, "seal_signature": OPEN}


# (where the second letter is not asked for, the address, what is attached, what is said of that letter)
SEVERAL = [
    ("临海新区", "上海市徐汇区青禾路8号", None, "missing"),
    ("临海新区", "上海市临海新区青禾路8号", None, "unverifiable"),
    ("临海新区", "上海市徐汇区青禾路8号", "关于项目落地临海新区的承诺函", "unverifiable"),
    ("临海新区", "上海市徐汇区青禾路8号", "有关落地的函", "missing"),
    ("本市", "江苏省苏州市吴中区青禾路8号", None, "missing"),
    ("本市", "上海市徐汇区青禾路8号", None, "unverifiable"),
]


@pytest.mark.parametrize(("place", "address", "listed", "status"), SEVERAL)
def test_a_letter_does_not_answer_for_another(
    notice: Notice, submission: Submission, place: str, address: str, listed: str | None, status: str
) -> None:
    letter = next(o for o in notice.obligations if o.kind == "commitment")
    first = letter.model_copy(update={"name": "信用承诺函"})
    condition = f"揭榜单位注册地不在{place}"
    second = letter.model_copy(update={"id": "c-2", "name": "项目落地承诺函", "condition": condition, "material": None})
    rest = [o for o in notice.obligations if o.kind != "commitment"]
    changed = notice.model_copy(update={"obligations": (*rest, first, second)})
    where = Evidence(text="信用承诺函", start=0, end=5)
    more = (submission.attachments[0].model_copy(update={"name": listed}),) if listed else ()
    handed = submission.model_copy(
        update={
            "applicant": submission.applicant.model_copy(update={"address": address}),
            "commitment": submission.commitment.model_copy(update={"evidence": where}),
            "attachments": (*submission.attachments, *more),
        }
    )
    found = {f.name: f.status for f in screen(changed, handed, Matcher(changed)).findings}
    assert (found["信用承诺函"], found["项目落地承诺函"]) == ("met", status)
