"""Deadlines (时间节点): what is due when, told by who acts and what is done; dates that bind nobody are none."""

import re
from dataclasses import replace

from extractors.deadlines.answers import answers_when, label_above
from extractors.deadlines.days import kind_of_day, kinds_of_range
from extractors.deadlines.kinds import closes_applying, is_idle, is_planned, opens
from extractors.deadlines.periods import is_stage, period_kind
from extractors.deadlines.places import Place, place_of, speaking_blocks
from extractors.deadlines.shared_labels import shared_label
from extractors.deadlines.years import years_said
from extractors.notice.signature import find_signature
from extractors.text.marks import NUMBERED
from extractors.values.dates import Date, DateMention, find_dates, with_year
from extractors.values.durations import find_durations
from schemas.notice import Deadline, DeadlineKind
from schemas.outline import Outline, Role
from schemas.text import Block, Text

# 初赛结果公布：8月5日: a line of a timetable.
_LABEL = re.compile(rf"(?:{NUMBERED})?\s?[\u4e00-\u9fff]{{2,14}}[:：]\s?")
_SYSTEM = re.compile(r"(?:平台|系统|网站|端口)[^，。；]{0,4}\s*$")
_WHAT_THEN = re.compile(r"\s*期间[，,][^，,。；;\n]{2,60}")  # 3月9日至4月24日期间，将申报书报送至…
# 成立3年以上（截至2017年12月31日）: the day that a state is told for.
_SINCE = re.compile(r"自[^，。；：:\d]{2,16}?起[，,]?[至到]\s*$")  # 自合同签订之日起至2027年9月30日前完成
_AS_OF = re.compile(r"(?:以[上下内]|[满超过]\s?[\d一二两三四五]{1,2}\s?[年个])[^，。；（()）]{0,6}[（(]截[至止]$")
# 截至2026年6月30日，牵头单位注册满2年: the day that a state is told for
_UP_TO = re.compile(r"(?:截至|截止到?|至)\s*$")
_STATE_THEN = re.compile(
    r"\s?[，,]?[^，。；]{0,14}(?:注册|成立|登记|设立|经营|运营|年龄|从业|工作)[^，。；]{0,8}(?:满|超过|不少于|不超过|不足|以上|以下|周岁)"
    r"|\s?[，,]?(?:仍)?(?:未满|不满|已?满|超过|不超过|不到)\s?\d{1,2}\s?周?岁"
)
_WAS_DUE = re.compile(r"原(?:定|为|通知|[“\"「]|截止|申报|报名)[^，。；]{0,40}$|(?:[由从]|将[^，。；]{0,16})\s*$")
_NOW_DUE = re.compile(
    r"(?:[^。；\n]{0,40}?[，,、”\"」])?\s?(?:现|统一|均)?(?:延长|延期|顺延|调整|更改|更正|变更|推迟|改)(?:至|到|为|成)"
)
_MONTHS_OF_APPLYING = re.compile(r"(?:报名|申报|申请|受理|征集)[（(]$")  # 报名（2026年5月至6月）
# 9月底（9月30日）; 年底，即2027年12月31日
_DAY_BEHIND = re.compile(r"\s?(?:[（(](?:即)?|[，,]?\s?即(?:20\d\d年)?)(?P<month>\d{1,2})月(?P<day>\d{1,2})日[)）]?")
_APPLYING_SINCE = re.compile(r"(?:报名|申报|申请|受理|征集|揭榜|收件)(?:时间|工作)?[自从]$")  # 报名自7月1日起
# 自2026年5月6日起开放网上申报; 自2026年9月起，各船东可登录系统…: since when one applies, a month alone too
_APPLYING_OPENS = re.compile(
    r"\s*起[，,]?\s?(?:正式)?(?:开通|开放|开始|启动|受理|接受)[^，。；\n]{0,8}(?:申报|报名|申请|填报)(?!截止)"
    r"|\s*起[，,][^，。；\n]{0,30}可(?:以|随时)?(?:通过[^，。；\n]{2,24})?(?:登[录陆]|申报|报名|在[线网])"
)
# Not where the date is all that stands behind the label.
_LEADING = re.compile(r"[^，。；：:\n\t\d]{0,3}\d{0,2}[^，。；：:\n\t\d]{2,14}[：:](?=\s*[^\s：:自从于在请]{2})")
_NEAR = 240  # characters on either side of a date that say what it is for
_SENT_BACK = re.compile(r".{0,24}?(?:退回|驳回|不齐|不全|不完整|不符合|未通过|有误|补正|补充|修改).{0,8}的")
_CLOCK = re.compile(r"\d[:：]\d|\d\s?[时点]")  # 9月1日9:00: the day's time is told
_YEARS_AGO = 2
_LONGEST_WINDOW = 10  # months
_OF_PERIOD = re.compile(r"期限|周期|期[:：]")


def find_deadlines(text: Text, outline: Outline, year: int | None) -> list[Deadline]:
    """The deadlines of a notice, in the order of the text.

    ``year`` is the document's: a date without one gets it (``inferred``), the next year where the date would lie
    more than half a year before the signature. Sources: CONTRACT.md for the kinds; the first kind of
    ``lexicons/deadlines.toml`` whose words stand in the date's clause, in the sentence before it, or in the heading.
    """
    signed = find_signature(text, outline)
    issued = signed.date if signed else None
    found: list[Deadline] = []
    for block in speaking_blocks(text, outline):
        dates = find_dates(text.clean, block.start, block.end)
        for found_date, said in zip(dates, years_said(text.clean, dates), strict=True):
            mention = _with_day(text, _at_years_end(text, found_date))
            place = place_of(text, outline, block, mention.start, mention.end)
            found += _of_date(text, outline, block, mention, place, said or year, issued)
        durations = find_durations(text.clean, block.start, block.end)
        for index, duration in enumerate(durations):
            place = place_of(text, outline, block, duration.start, duration.end)
            kind = period_kind(text.clean, duration, place)
            if kind == "completion" and any(is_stage(text.clean, duration, later) for later in durations[index + 1 :]):
                kind = "other"
            stage = next((d for d in durations[:index] if is_stage(text.clean, d, duration)), None)
            kind = "completion" if kind is None and stage is not None else kind
            if kind is not None:
                first = place_of(text, outline, block, stage.start, stage.end) if stage is not None else place
                evidence = text.evidence(first.clause.start, place.clause.end)
                after = (
                    duration.after
                    or (stage.after if stage is not None else None)
                    or _condition(place.before.of(text.clean))
                )
                found.append(Deadline(kind=kind, duration=duration.iso, after=after, evidence=evidence))
    return _distinct(found)


def _at_years_end(text: Text, mention: DateMention) -> DateMention:
    """2027年底前, 2027年末前: December, since a deadline has a month at least; 到2027年 stays a year."""
    last = mention.final
    if last.month is not None or last.year is None or text.clean[mention.end - 1] not in "底末":
        return mention
    december = replace(last, month=12)
    return replace(mention, first=december) if mention.last is None else replace(mention, last=december)


def _with_day(text: Text, mention: DateMention) -> DateMention:
    """2027年9月底（9月30日）之前: the day that brackets behind the month name."""
    last = mention.final
    told = _DAY_BEHIND.match(text.clean, mention.end) if last.day is None and mention.last is None else None
    if told is None or last.month is None or int(told["month"]) != last.month or not 1 <= int(told["day"]) <= 31:
        return mention
    return replace(mention, first=replace(last, day=int(told["day"])), end=told.end())


def _of_date(
    text: Text, outline: Outline, block: Block, mention: DateMention, place: Place, year: int | None, issued: str | None
) -> list[Deadline]:
    before = text.clean[max(place.clause.start, mention.start - _NEAR) : mention.start]
    if mention.last is not None:
        before = before.rstrip().removesuffix("自").removesuffix("从")  # 自9月1日至8月31日 is a window
    if mention.last is None and (shared := shared_label(text.clean, block.start, mention.start)) is not None:
        before = shared
    behind = text.clean[mention.end : min(place.clause.end, mention.end + _NEAR)]
    if mention.last is not None and (more := _WHAT_THEN.match(text.clean, mention.end, block.end)) is not None:
        behind = more.group()
    elif (
        _CLOCK.search(text.clean, mention.start, mention.end)
        or _SYSTEM.search(before)
        or _APPLYING_SINCE.search(before)
    ) and opens("", behind):
        before = before.rstrip().removesuffix("自").removesuffix("从")  # 申报自9月1日9:00开始
    since = mention.last is None and _APPLYING_OPENS.match(behind) is not None
    before = before.rstrip().removesuffix("自").removesuffix("从") if since else before
    label, before = _split_label(_SINCE.sub("", before))
    told = _UP_TO.search(before) is not None and _STATE_THEN.match(text.clean, mention.end, block.end) is not None
    put_off = _is_put_off(before, text.clean[mention.end : min(block.end, mention.end + _NEAR)])
    if told or put_off or not _is_candidate(outline, block, mention) or is_idle(before, behind):
        return []
    context = place.before.of(text.clean)[-_NEAR:] + label
    if mention.last is not None:
        kinds = kinds_of_range(before, behind, context, place.heading)
        if kinds == ["application_opens", "application_closes"] and _is_long(mention) and _OF_PERIOD.search(before):
            kinds = ["completion"]  # 揭榜期限：2026年11月1日至2028年10月31日
    else:
        lone = block.table is not None or _LABEL.fullmatch(before) is not None
        heading = label_above(text, block, before, behind) or place.heading
        signs = mention.final.iso is not None and mention.final.iso == issued  # below the last answer
        answers = not signs and (heading != place.heading or answers_when(heading, before, behind))
        lone, behind = lone or answers, "" if answers else behind
        over = closes_applying(before)
        kind = "application_closes" if over else kind_of_day(before, behind, context, heading, lone=lone)
        kinds = ["application_opens"] if since else [kind] if kind else []
    monthly = mention.final.day is None and not (len(kinds) == 2 and _MONTHS_OF_APPLYING.search(before))
    planned = kinds == ["announcement"] and is_planned(before, behind)
    # 报名（开始时间） | 2026年3月起: a cell that says nothing but since when
    since = since or (kinds == ["application_opens"] and block.table is not None and behind.strip() == "起")
    if monthly and kinds != ["completion"] and not (planned or since) and not behind.startswith(("前", "之前", "以前")):
        return []  # a month alone is a phase (2026年10月，…), except for the work itself and for applying
    if _is_past(mention.final, kinds, issued, year) or (_AS_OF.search(before) and behind.startswith(("）", ")"))):
        return []
    ends = [mention.first, mention.final][-len(kinds) :] if kinds else []
    return [_deadline(text, place, kind, _full(end, year, issued), end) for kind, end in zip(kinds, ends, strict=True)]


def _is_long(mention: DateMention) -> bool:
    """More than a window for applying can be: into another year, ten months and more later."""
    first, last = mention.first, mention.final
    if first.year is None or last.year is None or first.month is None or last.month is None:
        return False
    return (last.year - first.year) * 12 + last.month - first.month >= _LONGEST_WINDOW


def _is_put_off(before: str, behind: str) -> bool:
    """原定6月19日截止，现延长至7月3日: the day that no longer holds."""
    return _NOW_DUE.match(behind) is not None and _WAS_DUE.search(before) is not None


def _is_past(date: Date, kinds: list[DeadlineKind], issued: str | None, year: int | None) -> bool:
    """A day or month before the notice's own, its year printed: when something had to be published or in use.

    Where no day is signed, one of years before the notice's.
    """
    if date.year is None or date.iso is None:
        return False
    if issued is None:
        return year is not None and date.year + _YEARS_AGO <= year
    return date.iso < issued[: len(date.iso)] and kinds != ["application_opens"]


def _split_label(before: str) -> tuple[str, str]:
    """5.审核拨付：县局于 -> what follows the label tells what the date is for; 截止时间：于 stays whole."""
    match = _LEADING.match(before)
    return (match.group(), before[match.end() :]) if match else ("", before)


def _is_candidate(outline: Outline, block: Block, mention: DateMention) -> bool:
    """At least a month is printed; the time limits of directions are theirs, no deadlines."""
    if mention.final.month is None:
        return False
    return block.table is None or outline.division_at(block.start).role is not Role.TASK_LIST


def _full(date: Date, year: int | None, issued: str | None) -> Date:
    return with_year(date, _year_for(date, year, issued))


def _deadline(text: Text, place: Place, kind: DeadlineKind, full: Date, date: Date) -> Deadline:
    return Deadline(
        kind=kind,
        on=full.iso,
        month_day=date.month_day,
        inferred=date.year is None and full.year is not None,
        at=date.at,
        evidence=text.evidence(place.clause.start, place.clause.end),
    )


def _year_for(date: Date, year: int | None, issued: str | None) -> int | None:
    """The document's year; the next where the date would lie more than half a year before the day of issue."""
    if year is None or issued is None or date.month is None or int(issued[:4]) != year:
        return year
    return year + 1 if int(issued[5:7]) - date.month > 6 else year


def _condition(before: str) -> str | None:
    """若网上审核退回修改，…在5天内: the event is the condition before the clause."""
    words = before.rstrip("，, ")
    for opening in ("若", "如果", "如遇", "如"):
        if words.startswith(opening):
            return words[len(opening) :].removesuffix("的").lstrip("被") or None
    return _said_with_de(words)


def _said_with_de(words: str) -> str | None:
    """初审退回修改的，应在5日内…: a condition without 若; only for papers sent back or wanting, not 符合条件的."""
    last = re.split(r"[，,]", words)[-1]
    return last[:-1] if _SENT_BACK.fullmatch(last) else None


def _distinct(found: list[Deadline]) -> list[Deadline]:
    """The same kind on the same day said twice is one deadline, with the time if either prints one."""
    kept: dict[tuple[str | None, ...], Deadline] = {}
    for deadline in found:
        key = (deadline.kind, deadline.on or deadline.month_day, deadline.duration, deadline.after)
        if key not in kept or (kept[key].at is None and deadline.at is not None):
            kept[key] = deadline
    return list(kept.values())
