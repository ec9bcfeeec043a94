"""What the file of an attachment says of itself: its years, the day it was made, places left open."""

import re
from collections import Counter
from datetime import date

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, filed_on
from pipeline.screening.dates import last_day
from pipeline.screening.proofs.asked_years import noted, too_old, years_in
from pipeline.screening.proofs.proof_names import covered, subject
from pipeline.screening.signing.signing_words import said_open
from schemas.facts import SealPlace
from schemas.notice import Obligation
from schemas.submission import Attachment

_BUSINESS_YEAR = re.compile(r"(20\d\d)年(?:度|12月31日)")  # 2024年度的利润表, not 〔2025〕118号
# When a paper was made, in its own words.
_SIGNED = re.compile(
    r"(?:签发|报告|出具|发布|批准|检[验测]|试验|查询|下载|打印|开具|截图|生成)(?:日期|时间)[:：\s]{0,3}(20\d\d年\d{1,2}月\d{1,2}日)"
)
_CLOSED = re.compile(r"盖章|公章|签章|签字|签名|签署|(?:联合|合作|产学研)[\u4e00-\u9fff]{0,8}(?:协议|合同)")
_BESIDE = re.compile(r"见证|鉴证|经办|审核|审批|备案")  # no party to the paper
_FEWEST = 3  # characters of a file's name that an item cites
SAME_PAPER = 0.9  # how much of an item's subject stands in the name of the file that it names


def of_file(case: Case, attachment: Attachment) -> list[str]:
    """The passages of the file that the attachment is, or that an item of a list of proofs names; else none."""
    file = file_of(case, attachment)
    return [passage.text for passage in case.submission.passages if passage.evidence.file == file] if file else []


def file_of(case: Case, attachment: Attachment) -> str | None:
    """The path of that file; None where the entry stands for no file of its own."""
    file = attachment.evidence.file
    if file is None or attachment.name == _stem(file) or not _lists_proofs(case, file):
        return file
    asked, said = subject(attachment.name), squeeze(attachment.name)
    files = (one.evidence.file for one in case.submission.attachments if one.evidence.file is not None)
    others = [one for one in files if one != file]
    cited = (one for one in others if len(name := squeeze(_stem(one).rpartition("/")[2])) > _FEWEST and name in said)
    named = (one for one in others if covered(asked, squeeze(_stem(one))) >= SAME_PAPER)
    return next(cited, None) or next(named, None)  # 见“证明1_研发投入.txt”


def _lists_proofs(case: Case, file: str) -> bool:
    """The file holds the form (the most fields: 姓名 on an identity card makes none), or names several attachments."""
    named = {one.name for one in case.submission.attachments if one.evidence.file == file} - {_stem(file)}
    fields = Counter(field.evidence.file for field in case.submission.form_fields)
    return len(named) > 1 or fields[file] == max(fields.values(), default=-1)


def _stem(file: str) -> str:
    return file.rsplit(".", 1)[0]


def years_of(case: Case, attachment: Attachment) -> set[int]:
    """The years in its name; of a file whose name tells none those that its text is about, else all in it."""
    named, told = set(years_in(attachment.name)), of_file(case, attachment)
    about = {int(year) for words in told for year in _BUSINESS_YEAR.findall(words)}
    return named or about or {year for words in told for year in years_in(words)}


def made_before(case: Case, obligation: Obligation, attachment: Attachment, text: str) -> tuple[date, date] | None:
    """By the day in the attachment's name, else by the one that its own text gives under a label (签发日期)."""
    asked, closes = obligation.name + noted(obligation), _closes(case)
    issued = last_day(case.notice.issued_on) if case.notice.issued_on else None
    signed = [day for words in (*of_file(case, attachment), text) for day in _SIGNED.findall(words)]
    return too_old(asked, attachment.name, closes, issued) or too_old(asked, "，".join(signed), closes, issued)


def _closes(case: Case) -> date | None:
    """The day of the application, if it was filed in time, else the last day of applying: the earlier is the milder."""
    days = [one.on for one in case.notice.deadlines if one.kind == "application_closes"] + [filed_on(case)]
    return min((day for on in days if on is not None and (day := last_day(on)) is not None), default=None)


def open_place(case: Case, obligation: Obligation, attachment: Attachment) -> SealPlace | None:
    """The first place of a party that is blank, or says so, in the attachment's own file, where it must be closed.

    An agreement is one by its nature (《民法典》第490条: 签名、盖章或者按指印).
    """
    file = file_of(case, attachment)
    if file is None or _CLOSED.search(obligation.name + obligation.evidence.text) is None:
        return None
    places = (place for place in case.submission.seals if place.evidence.file == file)
    open_ = (place for place in places if place.filled is False or said_open(place) is not None)
    return next((place for place in open_ if not _BESIDE.search(place.name)), None)
