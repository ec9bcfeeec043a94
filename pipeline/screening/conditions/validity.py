"""Until when a licence has to be valid (许可证有效期截止日不得早于某日), told by the last day that is written of it."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, page_of, value_text
from pipeline.screening.conditions.founded import closing_day
from pipeline.screening.dates import in_words, last_day
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation

_DAY = r"(?P<year>20\d\d)\s*[年./-]\s*(?P<month>\d{1,2})\s*[月./-]?\s*(?:(?P<day>\d{1,2})\s*日?)?"
_PAPER = re.compile(r"许可证|资质证书?|资格证书?|认证证书|合格证书?|证书|执照|许可|资质|证件|批件")
_VALID = r"(?:有效期限?|有效期间)(?:的)?(?:截止|届满|到期|终止)?(?:日期?|时间)?"
# 有效期不得早于某日, 有效期应至少到某日, 有效期须在某日以后; a stretch of years (有效期不少于一年) names no day.
_ASKED = (
    re.compile(
        rf"{_VALID}[^，。；\d]{{0,6}}?(?:不(?:得|应|能|可)?(?:早于|先于)|(?:须|应|需)?晚于|至少[至到])\s*{_DAY}"
    ),
    re.compile(rf"{_VALID}[^，。；\d不]{{0,6}}?{_DAY}\s*(?:[（(]含[^）)]{{0,4}}[)）])?(?:及其?|或)?(?:以后|之后)"),
)
# 证书在揭榜截止日处于有效期内, 持有有效期内的证书: valid on the last day of applying
_ON_CLOSING = re.compile(
    r"(?:截止|申报|揭榜|递交|提交|投标|开标|报名)[^，。；]{0,8}?(?:时|日|之日|日期|时间|期间)[^，。；]{0,8}?有效(?![性果率])"
    r"|(?:处?[在于])?有效期限?(?:之内|以内|内)"
)
_SPAN = (
    r"(?:自?\s?20\d\d[^，。；:：至到—～~]{2,14}?起?\s?(?:至|到|[-—–～~]{1,2})\s?)?"  # 2024年9月12日至…: its first day
)
_TOLD = (
    re.compile(
        rf"{_VALID}[^，。；\d不年（(]{{0,4}}?[:：]?\s*(?:自[^，。；至]{{4,14}}|{_SPAN})?(?:至|到|截至|截止)?[:：]?\s*{_DAY}"
    ),
    re.compile(rf"(?:[至到]\s?{_DAY}(?:前|止|以前)?(?:内|均|仍|一直|持续|保持|为)*有效(?!期))"),  # 至2027年9月11日有效
    re.compile(rf"有效[至到]\s?{_DAY}"),
)
# 高新技术企业 of 申报单位所持高新技术企业证书: of which kind it is
_LEAD = re.compile(r"^.*(?:单位|企业方|负责人|持有?的?|具有|取得|的|须|应|其)(?=[\u4e00-\u9fff]*$)")
_KIND = 4  # characters of it, the last ones
_OF_UNTIL = re.compile(r"有效期")
# the first day of the time, or when it was given, not its last
_STARTS = re.compile(r"\s*(?:起|开始|至|到|[-—–~～]|取得|发证|颁发|核发|签发)")
_FIRST = re.compile(rf"^\s*{_DAY.replace('?P<', '?P<x')}\s*(?:至|到|[-—–~～]+)\s*")
_ANOTHER, _CLAUSE = re.compile(r"同类|其[他它]|另"), re.compile("[，。；,;]")  # 同类认证证书有效期至…
_BEFORE = 60  # characters in which the licence is named


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Invalid where the licence ends earlier than the condition allows, met where it does not; None where not told."""
    least = asked_until(obligation.name) or _on_closing(case, obligation.name)
    paper = _PAPER.search(obligation.name)
    told = (
        [*_told(case, _kind(obligation.name[: paper.start()]), paper.group())]
        if least is not None and paper is not None
        else []
    )
    if not told or least is None:
        return None
    ends, place = max(told, key=lambda pair: pair[0])
    said = f"申报材料所写有效期至{in_words(ends)}{page_of(place, '申报材料')}，"
    if ends >= least:
        return conclude(obligation, "met", f"{said}符合“{obligation.name}”的条件。", found=place, confidence=0.75)
    text = f"{said}早于{in_words(least)}，不符合“{obligation.name}”的条件。"
    return conclude(obligation, "invalid", text, found=place, confidence=0.75)


def asked_until(words: str) -> date | None:
    """The day until which they want something to be valid at least; None where they name none."""
    asked = next((found for pattern in _ASKED if (found := pattern.search(words)) is not None), None)
    return _day(asked) if asked is not None else None


def _on_closing(case: Case, words: str) -> date | None:
    """The last day of applying, where the condition asks for what is valid then, or valid at all."""
    return closing_day(case) if _ON_CLOSING.search(words) is not None else None


def _kind(lead: str) -> str:
    """The words between who has it and the paper's name; empty where it is named by itself."""
    words = re.split(r"[，,。；;、（）()]", lead)[-1]
    return _LEAD.sub("", words)[-_KIND:]


def _told(case: Case, kind: str, paper: str) -> Iterator[tuple[date, Evidence | None]]:
    """The last days of validity of such a licence, in fields of the form and in sentences that name it before."""
    for field in case.submission.form_fields:
        label = field.label or field.name
        if _OF_UNTIL.search(label) and kind in label and _same_paper(paper, label):
            whole = value_text(field).strip()
            value = _FIRST.sub("", whole)
            day = re.match(_DAY, value)
            begins = day is not None and _STARTS.match(value, day.end()) is not None
            if day is not None and not begins and (ends := _day(day)) is not None:
                yield ends, field.value_evidence
            elif day is None:  # 06924Q30517R2M，有效期2024年9月12日至2027年9月11日
                yield from ((end, field.value_evidence) for end in _ends(whole))
    for passage in case.submission.passages:
        for said in _said(passage.text):
            before = passage.text[max(0, said.start() - _BEFORE) : said.start()]
            named = paper in before and kind in before and not _ANOTHER.search(_CLAUSE.split(before)[-1])
            begins = _STARTS.match(passage.text, said.end()) is not None
            if named and not begins and (ends := _day(said)) is not None:
                yield ends, narrow(passage.evidence, said.group())


def _same_paper(paper: str, label: str) -> bool:
    """证书 in a label is 认证证书 too; one that names none is of what the kind says."""
    named = _PAPER.findall(label)
    return not named or any(paper.endswith(one) or one.endswith(paper) for one in named)


def _said(words: str) -> Iterator[re.Match[str]]:
    for pattern in _TOLD:
        yield from pattern.finditer(words)


def _ends(words: str) -> Iterator[date]:
    """The last days of validity that an answer tells beside other things."""
    for said in _said(words):
        begins = _STARTS.match(words, said.end()) is not None
        if not begins and (ends := _day(said)) is not None:
            yield ends


def _day(match: re.Match[str]) -> date | None:
    year, month, day = match["year"], match["month"], match["day"]
    return last_day(f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else ""))
