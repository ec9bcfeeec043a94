"""Deadlines (时间节点): what is due when, told by who acts and what is done; dates that bind nobody are none."""

import re
from dataclasses import replace

from extractors.deadlines.kinds import (
    closes,
    closes_applying,
    ends_work,
    is_application,
    is_binding,
    is_idle,
    is_planned,
    is_scheduled,
    names_application,
    opens,
    opens_in_table,
    specific_kind,
)
from extractors.deadlines.periods import is_stage, period_kind
from extractors.deadlines.places import Place, asks_on_the_day, place_of, speaking_blocks
from extractors.notice.signature import find_signature
from extractors.values.dates import Date, DateMention, find_dates, with_year
from extractors.values.durations import find_durations
from schemas.notice import Deadline, DeadlineKind
from schemas.outline import Outline, Role
from schemas.text import Block, Text

# 初赛结果公布：8月5日: a line of a timetable.
_LABEL = re.compile(r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）.、．])?\s?[\u4e00-\u9fff]{2,14}[:：]\s?")
_DONE = re.compile(r"\s*(?:[之以]?前)?(?:全部|全面)?完成[。；]?$")  # 2027年10月31日前完成。, 最迟…完成 of a task
_ENDS = re.compile(r"\s*(?:全部)?(?:结束|终止|止|为止)[。；]?$")
# 项目自7月1日起实施，须于…前完成; 至…结束
_CARRIED_OUT = re.compile(
    r"(?:项目|任务|课题|攻关)[^。；]{0,16}(?:起|开始|启动)(?:实施|执行|攻关|建设|研究|研发)?[，,；]"
)
_OF_WORK = re.compile(r"(?:研究|实施|执行|建设|攻关|项目|任务)(?:期限|周期|期)(?!满)")
_SYSTEM = re.compile(r"(?:平台|系统|网站|端口)[^，。；]{0,4}\s*$")
_PAPERS = re.compile(r"纸质|书面(?:材料|申报)|纸件")
# 4月13日至5月15日期间将申报材料报送…: when one applies. Papers have a day by which they are due, or are named.
_APPLYING = re.compile(r"申[报请](?:材料|资料|书|表|文件)|揭榜(?:材料|文件|书)")
# 形式审查 | 6月15日前 | 申报书电子版提交至…: a step of a review that begins with what the applicants hand in.
_HANDED_IN = re.compile(r"申[报请](?:书|材料|资料|表|文件)[^，。；]{0,10}(?:提交|上传|报送|交|送)[至到]")
_DELIVERED = re.compile(r"纸质|书面|纸件|寄|快递|邮戳|光盘|送达|送交|盖章|一式|打印|装订|推荐|汇总")
# 5月至9月，参赛团队开展攻关: while a contest's work is done.
_AT_WORK = re.compile(
    r"(?:参赛|揭榜)(?:团队|选手|队伍|者)[^。；]{0,24}(?:开展|进行)[^，。；]{0,6}(?:攻关|研发|研制|创作)"
)
_WHAT_THEN = re.compile(r"\s*期间[，,][^，,。；;\n]{2,60}")  # 3月9日至4月24日期间，将申报书报送至…
_DURING = re.compile(r"\d[日号](?:期间|之间|内)")
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
_DAY_BEHIND = re.compile(r"\s?[（(](?:即)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日[)）]")
_DAY = re.compile(r"\d月\d{1,2}日")
# Not where the date is all that stands behind the label.
_LEADING = re.compile(r"[^，。；：:\n\t\d]{0,3}\d{0,2}[^，。；：:\n\t\d]{2,14}[：:](?=\s*[^\s：:自从于在请]{2})")
_NEAR = 240  # characters on either side of a date that say what it is for
_SENT_BACK = re.compile(r".{0,24}?(?:退回|驳回|不齐|不全|不完整|不符合|未通过|有误|补正|补充|修改).{0,8}的")
_CLOCK = re.compile(r"\d[:：]\d|\d\s?[时点]")  # 9月1日9:00: the day's time is told
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
        for found_date in find_dates(text.clean, block.start, block.end):
            mention = _with_day(text, _at_years_end(text, found_date))
            place = place_of(text, outline, block, mention.start, mention.end)
            found += _of_date(text, outline, block, mention, place, year, issued)
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
    behind = text.clean[mention.end : min(place.clause.end, mention.end + _NEAR)]
    if mention.last is not None and (more := _WHAT_THEN.match(text.clean, mention.end, block.end)) is not None:
        behind = more.group()
    elif (_CLOCK.search(text.clean, mention.start, mention.end) or _SYSTEM.search(before)) and opens("", behind):
        before = before.rstrip().removesuffix("自").removesuffix("从")  # 申报自9月1日9:00开始
    label, before = _split_label(_SINCE.sub("", before))
    told = _UP_TO.search(before) is not None and _STATE_THEN.match(text.clean, mention.end, block.end) is not None
    put_off = _is_put_off(before, text.clean[mention.end : min(block.end, mention.end + _NEAR)])
    if told or put_off or not _is_candidate(outline, block, mention) or is_idle(before, behind):
        return []
    context = place.before.of(text.clean)[-_NEAR:] + label
    if mention.last is not None:
        kinds = _of_range(before + behind, context, place.heading)
        if kinds == ["application_opens", "application_closes"] and _is_long(mention) and _OF_PERIOD.search(before):
            kinds = ["completion"]  # 揭榜期限：2026年11月1日至2028年10月31日
    else:
        lone = block.table is not None or _LABEL.fullmatch(before) is not None
        over = closes_applying(before)
        kind = "application_closes" if over else _of_day(before, behind, context, place.heading, lone=lone)
        kinds = [kind] if kind else []
    monthly = mention.final.day is None and not (len(kinds) == 2 and _MONTHS_OF_APPLYING.search(before))
    if monthly and kinds != ["completion"] and not behind.startswith(("前", "之前", "以前")):
        return []  # a month alone is a phase (2026年10月，…), except for the work itself and for applying
    if _is_past(mention.final, kinds, issued) or (_AS_OF.search(before) and behind.startswith(("）", ")"))):
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


def _is_past(date: Date, kinds: list[DeadlineKind], issued: str | None) -> bool:
    """A day before the notice's own, its year printed: when something had to be published or in use."""
    if date.year is None or date.day is None or date.iso is None or issued is None:
        return False
    return date.iso < issued and kinds != ["application_opens"]


def _split_label(before: str) -> tuple[str, str]:
    """5.审核拨付：县局于 -> what follows the label tells what the date is for; 截止时间：于 stays whole."""
    match = _LEADING.match(before)
    return (match.group(), before[match.end() :]) if match else ("", before)


def _is_candidate(outline: Outline, block: Block, mention: DateMention) -> bool:
    """At least a month is printed; the time limits of directions are theirs, no deadlines."""
    if mention.final.month is None:
        return False
    return block.table is None or outline.division_at(block.start).role is not Role.TASK_LIST


def _of_range(own: str, context: str, heading: str) -> list[DeadlineKind]:
    """A window: for papers, reviews and work its end, for applying both ends."""
    if _AT_WORK.search(own) is not None and not names_application(own.replace("参赛", "")):
        return []
    for words in (own, context, heading):
        kind = specific_kind(words)
        applying = kind == "materials_due" and _is_applying(words)
        if kind is not None and not applying:
            return [kind]
        if applying or is_application(words):
            return ["application_opens", "application_closes"]
    return []


def _is_applying(words: str) -> bool:
    """What is handed in is the application, and nothing says on paper."""
    return _APPLYING.search(words) is not None and _DELIVERED.search(words) is None


def _of_day(before: str, behind: str, context: str, heading: str, *, lone: bool) -> DeadlineKind | None:
    """The kind of a single day, whose row may say that applying begins; the work's end, whoever judges it."""
    if lone and not behind.strip() and opens_in_table(heading):
        return "application_opens"
    if ends_work(before, behind) and not opens(before, behind):
        return "completion"
    return _told_of_day(before, behind, context, heading, lone=lone)


def _told_of_day(before: str, behind: str, context: str, heading: str, *, lone: bool) -> DeadlineKind | None:
    """The kind of a single day; ``lone``: in a cell of a timetable it needs no 前."""
    if opens(before, behind):
        of_work = _OF_WORK.search(context + before) is not None  # 研究期限不超过30个月，起始时间为9月1日
        of_system = _SYSTEM.search(before) is not None and is_application(context)  # 平台自4月15日起开放
        applying = of_system or is_application(before + behind + heading)
        return "application_opens" if not of_work and applying else None
    own = before + behind
    labelled = before.rstrip().endswith(("：", ":"))  # 评审公示：10月底前完成评审
    kind = (specific_kind(behind) if labelled else None) or specific_kind(own)
    papers = _PAPERS.search(context) is not None and _DAY.search(context) is None  # papers with a day of their own
    if kind == "recommendation_due" and papers and "推荐" not in own + context:
        kind = "materials_due"  # 纸质版一式四份，…由学院汇总于1月13日前交至
    planned = kind in ("announcement", "review") and is_planned(before, behind)
    lone = (lone and not behind.strip()) or is_scheduled(before, behind)
    if before.rstrip().endswith("每年") and is_binding(before, behind):
        return "other"  # 每年12月20日前上报总结: again and again
    asked = kind in ("materials_due", "recommendation_due") and asks_on_the_day(before)
    if not (planned or lone or asked or is_binding(before, behind)):
        return None
    if kind is not None:
        return kind
    if names_application(own):
        return "application_closes"
    if (_DONE.match(behind) or _ENDS.match(behind)) and _CARRIED_OUT.search(context):
        return "completion"
    told = _told_around(context) or _told_around(heading)
    if told is not None:
        return told
    if closes(before) or is_application(own + context + heading):
        return "application_closes"
    return "completion" if _DONE.match(behind) else None


def _told_around(words: str) -> DeadlineKind | None:
    """What the words before a date's clause say it is for; …期间将申报材料报送县局，截止时间为5月15日17:30 closes."""
    kind = specific_kind(words)
    if kind == "review" and _HANDED_IN.search(words) is not None and _DELIVERED.search(words) is None:
        return "application_closes"
    window = kind == "materials_due" and _DURING.search(words) is not None and _is_applying(words)
    if kind is not None and not window:
        return kind
    return "application_closes" if window or names_application(words) else None


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
