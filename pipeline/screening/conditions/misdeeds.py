"""Accidents and bad records that the notice shuts out (近三年未发生较大及以上事故) and the application owns up to."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.screening.application.own_words import of_applicant
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, page_of
from pipeline.screening.conditions.founded import closing_day
from schemas.evidence import Evidence
from schemas.facts import Passage
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

_GRADE = r"特别重大|重大|较大|一般"
_GRADES = {"一般": 1, "较大": 2, "重大": 3, "特别重大": 4}
_NO = r"(?:未|无|没有|不存在|不得|不曾|从未)"
_NO_ACCIDENT = re.compile(rf"{_NO}[^，。；]{{0,40}}事故")
_NO_RECORD = re.compile(
    rf"{_NO}[^，。；]{{0,30}}(?:失信|异常名录|违法|违规|处罚|不良(?:信用)?记录|黑名单|不端)|信用(?:记录|状况)?良好"
)
_ACCIDENT = re.compile(
    r"(?:发生|出现|造成)(?:了|过)?[^，。；]{0,10}?[^，。；、]{0,12}?事故(?!隐患|树|处理|率|风险|预案|类型|场景)"
)
_LISTED = re.compile(
    r"(?:被|仍|已(?=列入|被))(?:[^，。；]{0,12}?)(?:列入|列为|纳入|认定为)[^，。；]{0,16}?(?:失信(?:被执行人|主体|联合惩戒|企业|名单)|异常名录|黑名单|违法失信)"
    r"|(?:为|系|属)(?:严重)?失信(?:被执行人|主体)"
    r"|受[到过](?:了|过)?[^，。；]{0,20}?(?:行政|刑事)处罚|被[^，。；]{2,20}?(?:处以|给予|作出)[^，。；]{0,12}?(?:罚款|行政处罚)"
)
_PENALTY = re.compile(r"处罚|罚款")
# 未发生, 如发生, 杜绝发生; 已移出名单
_DENIED = re.compile(
    r"[未无没不]|杜绝|避免|防止|预防|防范|零|如|若|一旦|凡|可能|容易|易|导致|假如|愿|否则|是否|旨在|减少|降低|遏制"
)
_REMOVED = re.compile(r"移出|移除|修复|解除|撤销|退出名单|删除")
_SERIOUS = re.compile(r"重大|严重|较大")
# 近三年安全与信用情况; a chapter on the applicant's record
_ON_RECORD = re.compile(
    r"^[^，。；：]{0,14}(?:安全|信用|诚信|守法|合规|事故|违法|失信|社会责任)[^，。；：]{0,10}(?:情况|记录|说明|声明|状况|承诺)?(?:[；：:]|$)"
)
_SITE = re.compile(
    r"(?:本|我)(?:公司|单位|厂|院|集团)|公司|^(?:20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?)?[，,]?[\u4e00-\u9fff]{0,6}(?:车间|厂区|工厂|生产线|分厂|实验室|施工现场|仓库)"
)
_OTHERS = re.compile(r"国[内外]|某|行业|同类|用户|客户|合作|参与|近年来|全[国省市]|各地|子公司")
_YEAR = re.compile(r"(20\d\d)\s*年")
_WITHIN = re.compile(r"近\s?([一二两三四五1-5])\s?年|(?:过去|最近)([一二两三四五1-5])年")
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_CLAUSE = re.compile(r"[，,]")


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Invalid where the application says of itself what the condition shuts out; None where it says nothing."""
    name = obligation.name
    told = None
    if _NO_ACCIDENT.search(name):
        told = next(_accidents(case, name), None)
    if told is None and _NO_RECORD.search(name):
        told = next(_records(case, name), None)
    if told is None:
        return None
    words, place = told
    text = f"申报材料写明“{words}”{page_of(place, '申报材料')}，不符合“{name}”的条件，请核实。"
    return conclude(obligation, "invalid", text, found=place, confidence=0.7)


def _accidents(case: Case, asked: str) -> Iterator[tuple[str, Evidence]]:
    graded = re.search(_GRADE, asked)
    for said, clause, sentence, passage in _said(case, _ACCIDENT):
        grade = re.search(_GRADE, said.group())
        if graded is not None and (grade is None or _GRADES[grade.group()] < _GRADES[graded.group()]):
            continue
        about = _ON_RECORD.search(passage.text) or any(_ON_RECORD.search(title) for title in passage.path[-1:])
        own = about or of_applicant(case, sentence) or _SITE.search(sentence)
        if own and not _OTHERS.search(sentence + clause) and _recent(case, asked, sentence):
            yield clause, narrow(passage.evidence, clause)


def _records(case: Case, asked: str) -> Iterator[tuple[str, Evidence]]:
    for said, clause, sentence, passage in _said(case, _LISTED):
        penalty = _PENALTY.search(said.group()) is not None
        if penalty and (not re.search(r"处罚|违法|违规", asked) or _SERIOUS.search(asked)):
            continue
        about = _ON_RECORD.search(passage.text) or any(_ON_RECORD.search(title) for title in passage.path[-1:])
        own = about or of_applicant(case, sentence)
        lifted = _REMOVED.search(passage.text) is not None
        if own and not lifted and not _OTHERS.search(sentence) and (not penalty or _recent(case, asked, sentence)):
            yield clause, narrow(passage.evidence, clause)


def _said(case: Case, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], str, str, Passage]]:
    """Each statement that its clause does not deny: the match, its clause, the sentence so far, the passage."""
    for passage in case.submission.passages:
        if passage.role in (Role.INSTRUCTIONS, Role.COMMITMENT):
            continue
        for sentence in re.split(r"[。；;\n]", passage.text):
            for said in pattern.finditer(sentence):
                start = max((m.end() for m in _CLAUSE.finditer(sentence, 0, said.start())), default=0)
                rest = _CLAUSE.split(sentence[said.end() :])[0]
                if not _DENIED.search(sentence[start : said.start()]) and not _DENIED.search(said.group()):
                    yield said, (sentence[start : said.end()] + rest).strip(), sentence[: said.end()], passage


def _recent(case: Case, asked: str, sentence: str) -> bool:
    """Not what was before the years that the condition names (近三年)."""
    within, closing = _WITHIN.search(asked), closing_day(case)
    years = _YEAR.findall(sentence)
    if within is None or not years:
        return True
    if closing is None:
        return False
    digit = within.group(1) or within.group(2)
    span = _NUMBERS[digit] if digit in _NUMBERS else int(digit)
    return date(int(years[-1]), 12, 31) >= date(closing.year - span, closing.month, 1)
