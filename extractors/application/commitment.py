"""The letter of commitment (承诺书): is it there, signed, sealed, dated, by whom and for what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.forms.labels.dates import last_date
from extractors.forms.labels.pledges import find_pledges
from extractors.text.blanks import find_blanks
from extractors.text.spans import squeezed, trimmed
from extractors.values.organisations import is_organisation
from schemas.facts import SealPlace
from schemas.outline import Outline, Role
from schemas.submission import Commitment
from schemas.text import Text

_LEGAL = re.compile(r"(?:法定代表人|法人代表)(?!或|及|/|（或)")
_LEAST = 30  # characters without white space: a title alone is no letter
_CHAPTER = re.compile(
    r"(?<!指标)(?<!目标)(?<!服务)(?<!质量)承诺$|(?:承诺[书函]|保证书|声明|军令状)$"
)  # 技术指标承诺: results
_LINE = re.compile(r"[\u4e00-\u9fff]{0,10}(?:承诺|声明)[:：]?")
# A pledge without a title: 承诺：以上内容属实…, 本单位保证以上信息真实…, with the place to sign right under it.
_PLEDGE = re.compile(
    r"(?:(?:本|我)(?:单位|公司|企业|人|院|所|校))?(?:郑重)?(?:承诺|声明)[:：]|(?:本|我)(?:单位|公司|企业|人|院|所|校)(?:郑重)?(?:承诺|保证|声明)"
)
_NEAR = 300
_SIGNING = re.compile(r"签字|签名|签章|盖章|公章|20\d\d\s*年\s*\d{1,2}\s*月")
_PLACE = re.compile(r"签字|签名|签章|盖章|公章")
_TRUTH = re.compile(r"真实|属实|虚假|以上|所填")
_PROMISES = re.compile(r"承诺|保证|负责|责任|声明|立下军令状|自愿承担|(?:材料|资料|内容|情况|信息)[^。；]{0,8}真实")
# 我单位提交了某某任务参评, 申报的《某某》项目; blanks (xxx, ____) name nothing.
_SUBJECT = re.compile(
    r"(?:(?<=[，,位])以(?=[“《])|提交了|提交的|申报了|申报的|申请的|拟揭榜|自愿(?:参加|申报|揭榜))\s*(?:[“《](?P<quoted>[^”》\n]{2,60})[”》]|(?P<plain>[^，。；、\n]{2,60}?))"
    r"\s*(?:(?:任务|内容|项目|课题|产品)?\s*(?:参评|揭榜|的?申报|申请|评选)|(?<!申报)(?:项目|课题|任务)(?=[，,]))"
)
# 承担某某揭榜任务: the work itself, where 自愿参加… only names the call. Not 承担法律责任, 承担相应任务.
_UNDERTAKEN = re.compile(
    r"承担\s*(?:[“《](?P<quoted>[^”》\n]{2,60})[”》]|(?P<plain>(?![相全法一主责本该])[^，。；、\n]{3,60}?))"
    r"\s*(?:(?:揭榜|攻关|创新)(?:任务|项目)|项目|课题)(?=[，,。；]|的)"
)
# 申报项目为“某某”: the work by its name, whatever call is named before
_NAMED_WORK = re.compile(
    r"(?:申报|揭榜|承担|攻关|所报)的?(?:[^，。；“”《》\n]{0,40}(?=项目《|课题《|任务《))?(?:项目|课题|任务|内容)(?:名称)?(?:为|是|系)?"
    r"\s*[“《](?P<quoted>[^”》\n]{4,60})[”》]"
)
# 佐证材料目录及摘录, 六、附送证明文件清单 on a line of its own: what is listed below is none of the letter
_PAPERS = re.compile(
    r"\n[ \t\u3000]{0,8}(?:[（(【]?[一二三四五六七八九十\d]{1,3}[)）】、.．]|第[一二三四五六七八九十]部分)?"
    r"[ \t\u3000]{0,4}(?:相关|所附|附送|随附|申报)?(?:佐证|证明|支撑|附件|附送|随附)(?:材料|文件|资料)"
    r"(?:的?(?:目录|清单|一览表?|明细表?|摘录|索引|汇总))?"
    r"(?:[及和与、][\u4e00-\u9fff]{2,6})?(?:[（(][^（）()\n]{0,16}[)）])?[ \t]{0,4}(?=\n)"
)
_BLANK = re.compile(r"[xX×_\s…]+")
_DAY = re.compile(r"(?:签署|签订|签字|承诺)?\s*日\s*期\s*[:：](?P<day>[^\n]{0,30})")  # later days may be of attachments
_ORGANISATION = re.compile(
    r"(?:^|\n)[^\n：:。]{0,14}(?:单位|公司|企业|承诺人|承诺方|申报[人方]|揭榜[人方])(?:[^\n：:。]{0,8}|[（(][^（）()\n]{0,24}[）)])[:：]\s*"
    r"(?P<name>[\u4e00-\u9fffA-Za-z（）()·]{4,40}?)\s*(?=[（(](?:加?盖|公)?[^\n]{0,6}章|\n|$)"
)
# 我单位（某某有限公司）: who speaks, by name
_SPEAKER = re.compile(
    r"(?:我|本)(?:单位|公司|企业|院|所|校)\s*[（(]\s*(?P<name>[\u4e00-\u9fff（）()·]{4,40}?)\s*[)）]\s*(?=[\u4e00-\u9fff，,])"
)

# ［公章］, 【单位公章已盖】, “公章）” of （单位盖章：公章）: that there is a seal, and no name in it
_MARK = re.compile(
    r"(?:[待未暂]|后)?(?:补|加)?盖(?:章|印)?|[\[［【〔（(]?(?:(?:已?加?盖)?(?:[单本]位|企业|公司|学校|电子)?(?:公章|盖章|印章|签章|章)(?:已?加?盖)?|已加?盖)[\]］】〕）)]?"
)
_NAME_BEFORE = re.compile(r"(?:[\u4e00-\u9fff]{0,6}[:：]\s*)?(?P<name>[\u4e00-\u9fff]{4,40}?)\s*[（(]")


@dataclass(frozen=True, slots=True)
class _Letter:
    """Half-open offsets into ``Text.clean``; the title is ``start:body``."""

    start: int
    body: int
    end: int


def find_letters(text: Text, outline: Outline, seals: Sequence[SealPlace]) -> list[Commitment]:
    """The letters of commitment (真实性声明, 揭榜承诺书), first those that are divisions, then chapters, then lines."""
    found: list[_Letter] = []
    for letter in (_without_papers(text.clean, one) for one in _letters(text, outline)):
        apart = all(letter.end <= other.start or other.end <= letter.start for other in found)
        if apart and _has_body(text.clean[letter.body : letter.end]):
            found.append(letter)
    return [_read(text, letter, seals) for letter in found]


def find_pledge(text: Text, seals: Sequence[SealPlace]) -> Commitment:
    """The commitment in a cell of the form (单位承诺), which is a letter only where none of its own is asked for.

    Its evidence is the whole of it with its places to sign; a letter's is its title.
    """
    cells = (_Letter(label.start, body.start, body.end) for label, body in find_pledges(text))
    found = next((cell for cell in cells if _has_body(text.clean[cell.body : cell.end])), None)
    if found is None:
        return Commitment()
    whole = text.evidence(found.start, found.end)
    return _read(text, found, seals).model_copy(update={"evidence": whole})


def _read(text: Text, letter: _Letter, seals: Sequence[SealPlace]) -> Commitment:
    body = text.clean[letter.body : letter.end]
    start, end = text.raw_span(letter.start, letter.end)
    places = [s for s in seals if start <= s.evidence.start < end]
    labelled = _DAY.search(body)
    date = (last_date(labelled["day"]) if labelled is not None else None) or last_date(body)
    title = trimmed(text.clean, letter.start, max(letter.body, letter.start + 1))
    return Commitment(
        present=True,
        signed=_signed([s for s in places if s.kind == "signature"]),
        sealed=_filled([s for s in places if s.kind == "seal"]),
        dated=date is not None,
        date=date[2] if date else None,
        applicant=_applicant(body, places),
        speaker=_speaker(body),
        subject=_subject(body),
        blanks=find_blanks(body),
        evidence=text.evidence(title.start, title.end),
    )


def _letters(text: Text, outline: Outline) -> list[_Letter]:
    """Divisions, chapters of the application (五、申报单位承诺), and lines with promises under them."""
    found = [_Letter(d.start, d.title_end, d.end) for d in outline.divisions if d.role is Role.COMMITMENT]
    found += [_Letter(s.start, s.heading_end, s.end) for s in outline.sections if _CHAPTER.search(s.title)]
    return found + _under_lines(text, outline)


def _without_papers(clean: str, letter: _Letter) -> _Letter:
    """The letter up to the list of papers that stands below its place to sign."""
    signing = _SIGNING.search(clean, letter.body, letter.end)
    papers = _PAPERS.search(clean, signing.end(), letter.end) if signing is not None else None
    return letter if papers is None else replace(letter, end=papers.start())


def _under_lines(text: Text, outline: Outline) -> list[_Letter]:
    """企业承诺 on a line of its own, with promises under it, and the place to sign or a date behind them."""
    found = []
    for block in text.blocks:
        words = text.clean[block.start : block.end]
        titled = len(words) <= 16 and _LINE.fullmatch(words.strip()) is not None
        if block.table is None and (titled or _PLEDGE.match(words)):
            end = outline.division_at(block.start).end
            chapter = next((s.start for s in outline.sections if block.end <= s.start < end), end)
            # 我单位承诺按期推进, and under it a date of the plan: no letter
            signing = _SIGNING if titled or _TRUTH.search(words) else _PLACE
            if signing.search(text.clean, block.end, min(chapter, block.end + _NEAR)):
                found.append(_Letter(block.start, block.end if titled else block.start, chapter))
    return found


def _has_body(body: str) -> bool:
    return len(re.sub(r"\s", "", body)) >= _LEAST and _PROMISES.search(body) is not None


def _signed(places: Sequence[SealPlace]) -> bool | None:
    """The legal representative's own place decides where it stays empty, whoever else has signed."""
    legal = [place.filled for place in places if _LEGAL.search(place.name)]
    return False if legal and all(filled is False for filled in legal) else _filled(places)


def _filled(places: Sequence[SealPlace]) -> bool | None:
    """True where one is filled, False where a place stays empty, None where none can be told."""
    told = [place.filled for place in places if place.filled is not None]
    return any(told) if told else None


def _applicant(body: str, places: Sequence[SealPlace]) -> str | None:
    """The name at the seal's place, else before the mark of a seal alone, else behind 承诺单位：."""
    for place in (p for p in places if p.kind == "seal" and p.content):
        said = squeezed(place.content or "")
        if _MARK.fullmatch(said) is None:
            return said
        before = _NAME_BEFORE.match(squeezed(place.evidence.text))
        if before is not None and is_organisation(before["name"]):
            return before["name"]
    match = _ORGANISATION.search(body)
    return squeezed(match.group("name")) if match else None


def _speaker(body: str) -> str | None:
    match = _SPEAKER.search(body)
    name = squeezed(match["name"]) if match is not None else ""
    return name if is_organisation(name) and not name.startswith(("含", "及", "包括", "以下", "简称")) else None


def _subject(body: str) -> str | None:
    match = _NAMED_WORK.search(body) or _UNDERTAKEN.search(body) or _SUBJECT.search(body)
    if match is None:
        return None
    words = (match["quoted"] or match["plain"]).strip()
    names_call = words.endswith(("“", "「", '"'))  # 自愿申报2026年膜材料“揭榜挂帅”项目: what stands before the motto
    return None if names_call or _BLANK.fullmatch(words) else words
