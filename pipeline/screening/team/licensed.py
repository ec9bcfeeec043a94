"""How many of a team hold a licence that is still valid (持有效检验人员证的不少于2人): by the lines that name it."""

import re
from datetime import date

from extractors.values.han_numerals import han_value
from extractors.values.person_names import is_name
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, page_of
from pipeline.screening.conditions.founded import closing_day
from pipeline.screening.dates import in_words, last_day
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

# 其中持有效特种设备检验人员证或电梯作业人员证（电梯修理）的不少于2人, 具有潜水员证书的人员至少3名
_ASKED = re.compile(
    r"(?:持(?:有(?!效))?|具(?:有(?!效)|备)|取得|拥有)(?:在有效期内的?|有效期内的?|有效的?)?"
    r"(?P<papers>[\u4e00-\u9fff、（）()]{2,60}?(?:证书?|资格)(?:[（(][^（）()]{1,12}[)）])?)(?:的)?(?:人员|成员|人|(?P<kind>[\u4e00-\u9fff]{2,6}(?:人士|人员|青年|军人|职工|员工)))?"
    r"(?:应|须)?(?:不(?:得|应|能)?(?:少于|低于)|至少(?:有|为)?|达到?)\s?(?P<least>\d{1,2}|[一二两三四五六七八九十]{1,3})\s?[人名位]"
)
_BETWEEN, _BRACKETS = re.compile(r"[、或及]|以及|或者"), re.compile(r"[（(][^（）()]*[)）]")
# 有效期至2025年12月; 检验人员证（检验师），至2028年9月
_UNTIL = re.compile(
    r"(?:有效期限?(?:为|截止)?(?:[至到]|截至|[:：])?|[，,（(/／\s](?:有效)?(?:截?至|到(?:期)?)|届满[:：]?)\s*(?P<year>20\d\d)\s*[年./-]\s*(?P<month>\d{1,2})\s*[月./-]?\s*(?:(?P<day>\d{1,2})\s*日?)?"
)
_NAME = re.compile(
    r"\s*(?:\d{1,2}[\s；、.．]{1,3}|(?:序号：\d{1,2}；)?姓名：)?(?P<name>[\u4e00-\u9fff·]{2,4})(?=[\s；：:，,（(])"
)
# （姓名待定）, 拟于2026年9月面向社会招聘, 尚未到岗: one who is still to come
_TO_COME = re.compile(
    r"(?:姓名|人选)[:：]?待[定聘]|待聘|[拟将计][^，。；]{0,16}(?:招聘|引进|聘[用请任])|[尚还暂]?未(?:到岗|入职|招聘?到|录用)|招聘中"
)
# in a row of the list of persons; 拟再招聘持证人员2人 in a sentence says nothing of who is there
_ROW = re.compile(r"\s*(?:\d{1,2}[\s；、.．]|序号：|姓名：|[（(]?(?:姓名|人选)?待[定聘])")
_LINE, _SHORTEST, _LONGEST = re.compile(r"[^\n。]+"), 3, 160
_NOT_TOLD = frozenset({Role.COMMITMENT, Role.INSTRUCTIONS})


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Met by so many lines each of a person with such a licence; invalid where only those that have run out fill up
    the number, or those who are still to come. None for another condition, or where the lines tell of too few: others
    may hold one too.
    """
    asked = _ASKED.search(obligation.name)
    day = closing_day(case) if asked is not None else None
    if asked is None or day is None:
        return None
    papers = [name for name in _BETWEEN.split(_BRACKETS.sub("", asked["papers"])) if len(name) >= _SHORTEST]
    papers += [asked["kind"]] if asked["kind"] else []
    holders = _holders(case, papers)
    least = int(han_value(asked["least"]) or 0)
    ended = {name: (until, at) for name, (until, at) in holders.items() if until is not None and until < day}
    valid = [name for name in holders if name not in ended]
    if len(valid) >= least > 0:
        found = holders[valid[0]][1]
        text = f"申报材料写明{'、'.join(valid[:4])}等{len(valid)}人持有{page_of(found, '申报材料')}，符合条件。"
        return conclude(obligation, "met", text, found=found, confidence=0.7)
    if not ended and (awaited := _awaited(case, papers, least - len(valid))) is not None:
        text = (
            f"申报材料写明“{awaited.text.strip()[:40]}”{page_of(awaited, '申报材料')}，已有的只有{len(valid)}人，"
            f"不符合“{obligation.name}”的条件。"
        )
        return conclude(obligation, "insufficient", text, found=awaited, confidence=0.7)
    if not ended or len(holders) < least:
        return None
    name, (until, found) = next(iter(ended.items()))
    text = (
        f"{name}所持证件的有效期至{in_words(until)}{page_of(found, '申报材料')}，已过有效期，有效的只有{len(valid)}人，"
        f"不符合“{obligation.name}”的条件。"
    )
    return conclude(obligation, "invalid", text, found=found, confidence=0.7)


def _holders(case: Case, papers: list[str]) -> dict[str, tuple[date | None, Evidence]]:
    """By name: until when the licence is valid (None where that is not said), and where; the latest of several."""
    found: dict[str, tuple[date | None, Evidence]] = {}
    for passage in case.submission.passages:
        if passage.role in _NOT_TOLD or not any(paper in passage.text for paper in papers):
            continue
        for line in _LINE.finditer(passage.text):
            words = line.group()
            named = _NAME.match(words) if len(words) <= _LONGEST and any(one in words for one in papers) else None
            if named is None or not is_name(named["name"], labelled=True) or _TO_COME.search(words) is not None:
                continue
            until = _UNTIL.search(words)
            day = _day(until) if until is not None else None
            known = found.get(named["name"])
            if known is None or (day is not None and (known[0] is None or day > known[0])):
                found[named["name"]] = (day, narrow(passage.evidence, words.strip()))
    return found


def _awaited(case: Case, papers: list[str], lacking: int) -> Evidence | None:
    """The first of the lines of such persons who are still to come, where without these the number is not reached."""
    found: list[Evidence] = []
    for passage in case.submission.passages:
        if passage.role in _NOT_TOLD or _TO_COME.search(passage.text) is None:
            continue
        for line in _LINE.finditer(passage.text):
            words = line.group()
            named = len(words) <= _LONGEST and _ROW.match(words) is not None and any(one in words for one in papers)
            if named and _TO_COME.search(words) is not None:
                found.append(narrow(passage.evidence, words.strip()))
    return found[0] if 0 < lacking <= len(found) else None


def _day(until: re.Match[str]) -> date | None:
    year, month, day = until["year"], until["month"], until["day"]
    return last_day(f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else ""))
