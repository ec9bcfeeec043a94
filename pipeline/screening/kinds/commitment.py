"""承诺书."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.screening.application.labels import alike
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, conclude, page_of
from pipeline.screening.causes import LETTER
from pipeline.screening.conditions.places import lies_in, required_place
from pipeline.screening.dates import in_words, last_day
from pipeline.screening.pledge.letter_call import names_another_call
from pipeline.screening.pledge.promises import lacks_contents, lacks_listed, left_out
from pipeline.screening.pledge.weakened import term_left_open, weakened
from pipeline.screening.proofs.entries import in_full
from pipeline.screening.proofs.proof_names import in_one_word
from pipeline.screening.proofs.withheld import is_withheld
from pipeline.screening.said_twice.work_names import pledged_for_another
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role
from schemas.submission import Attachment, Commitment

PLEDGE = "pledge"  # the cause: what is left open in the form's own commitment
_LETTER = re.compile(r"承诺[书函]|军令状|保证书|声明")
_PART = re.compile(
    r"^(?:第[一二三四五六七八九十\d]{1,3}(?:部分|[章编篇])|附件?[一二三四五六七八九十\d]{1,3})[:：、.．]?"
)
_CAPTION = re.compile(r"^附?表(?:\d{1,2}|[一二三四五六七八九十]{1,2})[:：、.．]?")
_ABOUT = re.compile(r"^(?:关于|就)|的$")
_NOT_IN = re.compile(r"(?<=注册地)(?:址|点)?不(?=在)")
LONG = 4  # letters: 关于项目落地某开发区的承诺函 is 项目落地承诺函
_OURS = r"(?:我|本)(?:单位|公司|企业|方|院|所|校)?"
_IN_QUOTES = re.compile(r"“([^”]{4,})”")
_TAKES_BACK = re.compile(
    rf"(?:{_OURS}[^，。；]{{0,16}}|(?<![\u4e00-\u9fff]))(?:不(?:承担|负)[^，。；]{{0,6}}责任|不(?:作|能|予)(?:任何)?保证|尽量保证)"
    # 暂不就到位金额和时间作出承诺; not 不对外作出与事实不符的承诺
    rf"|(?:暂时?|目前|概|恕)不[就对](?!外)[^，。；]{{2,20}}[作做]出?(?:任何|具体|书面)?(?:承诺|保证)"
    # not 贵局对此不承担责任
    rf"|(?<![局厅委门府])(?<![贵甲榜求]方)(?<![贵榜]单位)对[^，。；]{{1,20}}不(?:承担|负)[^，。；]{{0,6}}责任|未经{_OURS}[^，。；]{{0,8}}审核(?!同意|批准|通过)"
)
_MONTHS = 183  # days between the application and a letter of an earlier one
_QUOTED = 30  # characters of a promise in the sentence
SAME_NAME = 0.75  # two names of one letter


def check(case: Case) -> Iterator[Finding]:
    """Whether the letter of commitment is there, filled in for this work, signed and dated.

    依据：填报须知中签署承诺书的要求，通知所附承诺书模板。
    判定：没有承诺书为缺失（只列入附件清单的，无法核实；通知只要求在申报表中承诺的，看申报表的承诺栏）；
    有承诺书而空格未填、签字处或日期空白，或照模板书写而缺少其中承诺事项的，为不完整；落款日期早于通知印发日期或晚于申报
    截止日期的，所承诺的项目在申报材料中从未提及的，所写编号、年度属于其他批次的，对承诺事项附加条件、限额、除外情形或推后时间而较模板减弱的，
    为错误。印章由“签字盖章”一项，单位名称和所承诺的揭榜方向由“前后一致”一项另行核对。
    补救：按模板出具承诺书，填写空格，由法定代表人签字、加盖公章并填写日期。
    """
    for obligation in case.of("commitment"):
        yield _judge(case, obligation)


def _judge(case: Case, obligation: Obligation) -> Finding:
    letter = _letter_of(case, obligation)
    name = f"《{obligation.name}》" if obligation.name.endswith(("书", "函")) else obligation.name
    another = letter.present and _is_of_another(case, obligation, letter)
    listed = listed_letter(case, obligation) if another or not letter.present else None
    entry = in_full(case, listed) if listed is not None else ""
    if listed is not None and is_withheld(entry):
        text = f"{name}在附件清单中注明“{entry.strip()[:_QUOTED]}”{page_of(listed.evidence, '申报材料')}，请补交。"
        return conclude(obligation, "missing", text, found=listed.evidence, cause=LETTER)
    if listed is not None:
        text = f"{name}已列入附件清单{page_of(listed.evidence, '申报材料')}，内容和签署无法从本文件判断。"
        return conclude(obligation, "unverifiable", text, found=listed.evidence, confidence=0.6)
    if another and obligation.condition and not _lies_elsewhere(case, obligation.condition):
        text = f"{name}仅在“{obligation.condition}”时需要，申报材料中没有，是否适用请核对。"
        return conclude(obligation, "unverifiable", text, confidence=0.6)
    if (title := _in_form(case, obligation) if another or not letter.present else None) is not None:
        text = f"{name}已在申报表中{page_of(title, '申报材料')}，签署情况由“签字盖章”一项核对。"
        return conclude(obligation, "met", text, found=title, confidence=0.6)
    if not letter.present or another:
        text = f"申报材料没有{name}{page_of(obligation.evidence, '通知')}，请补交。"
        return conclude(obligation, "missing", text, cause=LETTER)
    where = page_of(letter.evidence, "申报材料")
    lacks = [*_blanks(letter), *_open_ends(letter)]
    if lacks:
        text = f"{name}{'、'.join(lacks)}{where}，请补全。"
        cause = PLEDGE if letter is case.submission.pledge else LETTER
        return conclude(obligation, "insufficient", text, found=letter.evidence, cause=cause)
    wrong = (
        _no_day(case, letter.date)
        or _wrong_date(case, letter)
        or _another_work(case, letter)
        or _takes_back(case, letter)
    )
    wrong = wrong or _weakened(case, letter)
    if wrong:
        text = f"{name}{wrong}{where}，请更正。"
        return conclude(obligation, "invalid", text, found=_quoted(case, wrong) or letter.evidence, confidence=0.7)
    lacking = left_out(case) if letter is case.submission.commitment else []
    if lacking:
        named = "”“".join(words if len(words) <= _QUOTED else words[:_QUOTED] + "…" for words in lacking)
        text = f"{name}与通知所附模板相比缺少承诺事项“{named}”{where}，请按模板补全。"
        return conclude(obligation, "insufficient", text, found=letter.evidence, confidence=0.65)
    if letter is case.letter and (without := lacks_contents(case, obligation) or lacks_listed(case)):
        text = f"{name}应写明“{'”“'.join(without)}”{page_of(obligation.evidence, '通知')}，其中没有{where}，请补充。"
        return conclude(obligation, "insufficient", text, found=letter.evidence, confidence=0.65)
    unsure = letter.signed is None or letter.dated is None
    text = f"已提交{name}" + ("，签字或日期无法从本文件判断。" if unsure else "，已签署并注明日期。")
    return conclude(obligation, "met", text, found=letter.evidence, confidence=0.7 if unsure else 0.9)


def _in_form(case: Case, obligation: Obligation) -> Evidence | None:
    """表6 揭榜单位声明 with words under it: a part of the form, read as no letter of its own."""
    passages = case.submission.passages
    for title, below in pairwise(passages):
        named = _CAPTION.sub("", squeeze(title.text)) == squeeze(obligation.name)
        if named and below.role is title.role and below.evidence.file == title.evidence.file:
            return title.evidence
    return None


def _another_work(case: Case, letter: Commitment) -> str | None:
    work = pledged_for_another(case) if letter is case.letter else None
    return f"所承诺的“{work}”与本次申报的内容不符" if work is not None else None


def _takes_back(case: Case, letter: Commitment) -> str | None:
    """对其中由合作方提供的部分不承担责任, 未经我单位审核: what is promised is taken back in the letter itself."""
    if letter is not case.letter:
        return None
    for passage in case.submission.passages:
        said = _TAKES_BACK.search(squeeze(passage.text)) if passage.role is Role.COMMITMENT else None
        if said is not None:
            return f"中“{said.group()[:_QUOTED]}”与应承诺的内容相反"
    return None


def _quoted(case: Case, wrong: str) -> Evidence | None:
    """Where the application's own words stand that are quoted last, in the letter or elsewhere in its text."""
    said = _IN_QUOTES.findall(wrong)
    words = squeeze(said[-1]).rstrip("…") if said else ""
    holding = sorted(
        (passage for passage in case.submission.passages if words and words in squeeze(passage.text)),
        key=lambda passage: passage.role is not Role.COMMITMENT,
    )
    return narrow(holding[0].evidence, words) if holding else None


def _weakened(case: Case, letter: Commitment) -> str | None:
    if letter is not case.letter:
        return None
    return names_another_call(case) or weakened(case, letter) or term_left_open(case)


def _letter_of(case: Case, obligation: Obligation) -> Commitment:
    """Of several letters (真实性声明, 揭榜承诺书) the first that is not another one's that is asked for."""
    letters = (case.letter, *case.submission.further_letters)
    return next((one for one in letters if one.present and not _is_of_another(case, obligation, one)), case.letter)


def listed_letter(case: Case, obligation: Obligation) -> Attachment | None:
    """The entry of the list of attachments that names the letter, where its text is not in the application."""
    asked = squeeze(obligation.material.name if obligation.material is not None else obligation.name)
    return next((a for a in case.submission.attachments if _LETTER.search(a.name) and _same(asked, a.name)), None)


def _same(asked: str, listed: str) -> bool:
    """经费自筹承诺函 is that letter alone; 承诺书 without more is any."""
    about = _LETTER.sub("", in_one_word(asked))
    said = _ABOUT.sub("", _LETTER.sub("", in_one_word(squeeze(listed))))
    return not about or alike(about, said) >= SAME_NAME or (len(about) >= LONG and about in said)


def _is_of_another(case: Case, obligation: Obligation, letter: Commitment) -> bool:
    """Several letters are asked for, and by its title this is another of them: 信用承诺函 is no 落地承诺函."""
    title = squeeze(letter.evidence.text.strip().partition("\n")[0]) if letter.evidence is not None else ""
    title = _PART.sub("", title)
    own, of_title = _about(obligation), _LETTER.sub("", title)
    if not own or not of_title or alike(own, of_title) >= SAME_NAME:
        return False
    others = [_about(other) for other in case.of("commitment") if other.id != obligation.id]
    return any(about and alike(about, of_title) >= SAME_NAME for about in others)


def _about(obligation: Obligation) -> str:
    """信用 of 信用承诺函."""
    return _LETTER.sub("", squeeze(obligation.name))


def _lies_elsewhere(case: Case, condition: str) -> bool:
    """注册地不在本市的, and the applicant is registered elsewhere."""
    applicant = case.submission.applicant
    place = required_place(_NOT_IN.sub("", condition), case.notice.issuers) if _NOT_IN.search(condition) else None
    return place is not None and lies_in(place[0], applicant.address, applicant.credit_code) is False


def _blanks(letter: Commitment) -> list[str]:
    return [f"“{'”“'.join(letter.blanks)}”处未填写"] if letter.blanks else []


def _open_ends(letter: Commitment) -> list[str]:
    ends = ((letter.signed, "签字处空白"), (letter.dated, "落款日期未填写完整"))
    return [words for state, words in ends if state is False]


def _no_day(case: Case, on: str | None) -> str | None:
    """2026年6月31日, as the letter has it; a character of a scan may be misread."""
    day = last_day(on) if on else None
    if on is None or day is None or len(on) < len("2026-06-31") or day.isoformat() == on or case.submission.recognised:
        return None
    year, month, number = (int(part) for part in on.split("-"))
    return f"落款日期{year}年{month}月{number}日不存在"


def _wrong_date(case: Case, letter: Commitment) -> str | None:
    """Dated before the notice was issued, or after the closing while the application itself is in time.

    Of the same day as the application it says nothing of its own where the time for applying tells that gap.
    """
    signed = last_day(letter.date) if letter.date else None
    filed = last_day(case.submission.filed_on) if case.submission.filed_on else None
    told = {d.kind for d in case.notice.deadlines if d.on} if signed == filed else set()
    if signed is None:
        return None
    issued = last_day(case.notice.issued_on) if case.notice.issued_on else None
    if issued is not None and signed < issued and "application_opens" not in told:
        return f"落款日期{in_words(signed)}早于通知印发日期{in_words(issued)}"
    if filed is not None and (filed - signed).days > _MONTHS:
        return f"落款日期{in_words(signed)}比申报日期{in_words(filed)}早半年以上"
    for deadline in case.notice.deadlines:
        closing = last_day(deadline.on) if deadline.kind == "application_closes" and deadline.on else None
        if closing is not None and filed is not None and filed <= closing < signed:
            return f"落款日期{in_words(signed)}晚于申报截止日期{in_words(closing)}"
    return None
