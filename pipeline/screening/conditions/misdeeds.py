"""Accidents and bad records that the notice shuts out (近三年未发生较大及以上事故) and the application owns up to."""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from pipeline.screening.application.own_words import named_in_short, of_applicant, of_nobody_else
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, page_of, value_text
from pipeline.screening.conditions.bad_credit import (
    LISTED_OTHERWISE,
    is_of_the_work,
    is_removed,
    names_a_body,
    of_body_in_it,
)
from pipeline.screening.conditions.founded import closing_day
from schemas.evidence import Evidence
from schemas.facts import Passage
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

_GRADE = r"特别重大|重大|较大|一般"
_GRADES = {"一般": 1, "较大": 2, "重大": 3, "特别重大": 4}
_NO = r"(?:未|无|没有|不存在|不得|不曾|从未)"
# 事故, 环境污染事件, 质量安全事件
_EVENT = r"(?:事故|(?:环境|环保|污染|生态|安全|质量|泄漏|辐射)[^，。；、]{0,6}?事件)"
_NO_ACCIDENT = re.compile(rf"{_NO}[^，。；]{{0,40}}{_EVENT}")
_NO_RECORD = re.compile(
    rf"{_NO}[^，。；]{{0,30}}(?:失信|异常名录|违法|违规|处罚|不良(?:信用)?记录|黑名单|不端)|信用(?:记录|状况)?良好"
)
_ACCIDENT = re.compile(
    rf"(?:发生|出现|造成)(?:了|过)?[^，。；]{{0,10}}?[^，。；、]{{0,12}}?{_EVENT}(?!隐患|树|处理|率|风险|预案|类型|场景|时|后立即|的?应急|报告|响应)"
)
# 被认定为较大事故, 一起伤人事故经认定我院负次要责任: told as something that is over, with its year
_FOUND_TO_BE = re.compile(
    rf"(?:被|经)[^，。；]{{0,10}}?(?:认定|定性|判定|核定|评定)[为是]?[^，。；]{{0,8}}?(?:{_GRADE}|责任)[^，。；、]{{0,8}}?{_EVENT}"
    # 碱液外泄一事当时定为较大突发环境事件
    rf"|(?:(?<![未不])(?:定|列|判|算)(?:为|作|成)|属于?|构成)[^，。；]{{0,4}}?(?:{_GRADE})[^，。；、]{{0,8}}?{_EVENT}"
    r"|(?<![未无没])[一二两三1-9]\s?[起次][^，。；、]{0,16}?事故(?!隐患|树|处理|率|风险|预案|类型|场景)"
    r"|事故[^。；]{0,24}?(?:本|我)(?:公司|单位|厂|院|校|所|集团|企业)[^，。；]{0,6}(?:负|承担)[^，。；]{0,8}?责任"
)
# 因数据失实受到三年限制申报的惩戒，现仍在期内; 仍处于科研失信惩戒期
_UNDER_PENALTY = re.compile(
    r"(?:受[到过]?|被|给予)[^，。；]{0,20}?(?:惩戒|限制申[报请]|取消[^，。；]{0,8}资格|禁止申[报请])[^。；]{0,16}?(?:仍|尚|还|现)[^，。；]{0,4}?(?:在|处于|未满|未到期|有效)"
    r"|(?:(?:仍|尚|还|现|正)(?:在|处于)|(?<!不)处于)[^，。；]{0,12}?(?:惩戒|处罚|限制申[报请]|限制)(?:期限?|期间)(?:内|之内)?"
)
_LISTED = re.compile(
    r"(?:被|仍|已(?=列入|被))(?:[^，。；]{0,12}?)(?:列入|列为|纳入|认定为)[^，。；]{0,16}?(?:失信(?:被执行人|主体|联合惩戒|企业|名单)|异常名录|黑名单|违法失信)"
    r"|(?:为|系|属)(?:严重)?失信(?:被执行人|主体)"
    r"|受[到过](?:了|过)?[^，。；]{0,20}?(?:行政|刑事)处罚|被[^，。；]{2,20}?(?:处以|给予|作出)[^，。；]{0,12}?(?:罚款|行政处罚)"
)
# 去年上了名单, 目前仍在失信名单上, 被挂进黑榜, 在失信主体名单内: on it in everyday words
_ON_LIST = re.compile(
    r"(?:(?:登|挂|记|录|拉|划|放|收|归)?[上进入](?:了|过)|被(?:法院|[\u4e00-\u9fff]{0,8})?(?:登|挂|记|录|拉|划|放|收|归|扩?列)[上进入到在]了?"
    r"|(?:仍|还|尚|现|正|至今|目前|依然)然?(?:处?[在于]|挂在|位列|属于?))(?P<which>[^，。；]{0,16}?)(?P<list>名单|名录|黑榜|失信(?:被执行人|主体))"
)
_OF_CREDIT = re.compile(r"失信|异常名录|黑名单|黑榜|惩戒")
# 上了名单, 进了法院的名单; 现在海关高级认证企业名录 is of another kind
_WHICH = re.compile(r"(?:这|该|那|此)?[个份一]*|.{0,16}(?:失信|异常|惩戒|黑|法院|执行).{0,16}")
_WHITE = re.compile(r"白名单|红名单|入围|入选|推荐|公示|获奖|中标|合格|供应商名单|专家名单|[0-9一二三百]强")
# 2025年11月因货款纠纷列入严重失信主体名单: dated, without 被
_DATED_LISTING = re.compile(
    r"20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?[^，。；未不没无把将]{0,16}?(?:列入|纳入|列为)[^，。；未不没无]{0,10}?(?:失信(?:被执行人|主体|联合惩戒|企业|名单)|经营异常|异常名录|黑名单)"
)
_PENALTY = re.compile(r"处罚|罚款")
# 未发生, 如发生, 杜绝发生; 已移出名单
_DENIED = re.compile(
    r"[未无没不]|杜绝|避免|防止|预防|防范|零|如|若|一旦|凡|可能|容易|易|导致|假如|愿|否则|是否|旨在|减少|降低|遏制"
)
_SERIOUS = re.compile(r"重大|严重|较大")
# 近三年安全与信用情况; a chapter on the applicant's record
_ON_RECORD = re.compile(
    r"^[^，。；：]{0,14}(?:安全|信用|诚信|守法|合规|事故|违法|失信|社会责任|自查)[^，。；：]{0,10}(?:情况|记录|说明|声明|状况|承诺)?(?:[；：:]|$)"
)
# 3. 2025年3月被列入…: the clause names nobody, and neither does what stands before it
_NOBODY = re.compile(
    r"(?:但|曾|因[^，。；]{1,20})?(?:于|自)?(?:20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?)?(?:起|以来|曾|已)?"
)
_BODY = re.compile(r"公司|企业|单位|集团|大学|学院|研究院|研究所|(?<!本)人员|法定代表人|股东")
_OWN_BODY = re.compile(r"(?:本|我)(?:公司|单位|企业|集团|学院|研究院|研究所)|(?:申报|牵头|揭榜)(?:单位|企业)")
_ITEM = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.、．])(?!\d{1,2}%)\s*")
_LED_BY = re.compile(r"(?:项目|揭榜|课题|攻关)?负责人")
_SITE = re.compile(
    r"(?:本|我)(?:公司|单位|厂|院|集团)|公司|^(?:20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?)?[，,]?[\u4e00-\u9fff]{0,6}(?:车间|厂区|工厂|生产线|分厂|实验室|施工现场|仓库)"
)
_OTHERS = re.compile(
    r"国[内外]|某|行业|同类|用户|客户|合作|参与|近年来|全[国省市]|各地|子公司|供应商|供货|外协|承包|兄弟单位"
)
_YEAR = re.compile(r"(20\d\d)\s*年")
_WITHIN = re.compile(r"近\s?([一二两三四五1-5])\s?年|(?:过去|最近)([一二两三四五1-5])年")
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_CLAUSE = re.compile(r"[，,]")
_LABEL = re.compile(r"^[\u4e00-\u9fff]{2,12}[：:]")  # 信用情况：
# a line that breaks a sentence (2024年3月 / 装调间失火…); not before a label or a number
_WRAPPED = re.compile(
    r"(?<=[\u4e00-\u9fff，、\d])\n(?=[\u4e00-\u9fff])(?![^\n：:]{0,12}[：:\t]|[一二三四五六七八九十]{1,2}、)"
)
# 现已结案, 致人伤亡: an accident of one's own, told as one that is over
_OVER = re.compile(
    r"结案|伤亡|[致亡伤]\s?[一二两三四五六七八九十\d]\s?人|停产|复产|问责|追责|整改(?:完|到位|验收|合格|结束)|罚款|处罚|赔偿|善后"
)
# 为三起较大事故提供检测服务, 完成两次事故应急演练: a trade, and no accident of one's own
_TRADE = re.compile(r"预警|预测|复盘|演练|提供|协助|救援|分析|研究|课题|识别|模拟|仿真|培训|服务|参与|支撑|案例|还原")
_LESSON = re.compile(r"促使|教训|背景|为此|因此|借鉴|统计|案例|吸取|复盘|启示|推动|典型")


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
    told = (*((one, False) for one in _said(case, _ACCIDENT)), *((one, True) for one in _said(case, _FOUND_TO_BE)))
    for (said, clause, sentence, passage), dated in told:
        grade = re.search(_GRADE, said.group())
        if graded is not None and (grade is None or _GRADES[grade.group()] < _GRADES[graded.group()]):
            continue
        if dated and (_YEAR.search(sentence) is None or _TRADE.search(clause)):
            continue  # 系统能识别被认定为较大事故的…
        own = _on_record(passage, sentence) or of_applicant(case, sentence) or _SITE.search(sentence)
        if not own and not (_tells_of_one(passage, sentence) and of_nobody_else(sentence)):
            continue
        if not _OTHERS.search(sentence + clause) and _recent(case, asked, sentence):
            yield clause, narrow(passage.evidence, clause)


def _tells_of_one(passage: Passage, sentence: str) -> bool:
    """2024年3月装调间失火，经认定属较大事故，现已结案: dated, over, of no other body, and no reason for the work."""
    whole = next((one for one in re.split("[。；;]", _WRAPPED.sub("", passage.text)) if sentence in one), sentence)
    told = _YEAR.search(sentence) is not None and _OVER.search(whole) is not None
    return told and _LESSON.search(whole) is None and _BODY.search(_OWN_BODY.sub("", sentence)) is None


def _on_record(passage: Passage, sentence: str) -> bool:
    """What the passage, its chapter or the sentence's own label is about: 信用与安全：…"""
    about = (passage.text, sentence, *passage.path[-1:])
    return any(_ON_RECORD.search(_ITEM.sub("", words)) for words in about)


def _records(case: Case, asked: str) -> Iterator[tuple[str, Evidence]]:
    yield from _on_list(case, asked)
    of_credit = re.search(r"惩戒|失信|诚信|信用", asked) is not None
    cues = (_LISTED, _DATED_LISTING, LISTED_OTHERWISE, _UNDER_PENALTY) if of_credit else (_LISTED,)
    for said, clause, sentence, passage in (one for cue in cues for one in _said(case, cue)):
        penalty = said.re is _LISTED and _PENALTY.search(said.group()) is not None
        if penalty and (not re.search(r"处罚|违法|违规", asked) or _SERIOUS.search(asked)):
            continue
        on_record = _on_record(passage, sentence) and not names_a_body(sentence)
        own = on_record or of_applicant(case, sentence) or _is_of_nobody_else(sentence, said)
        own = own or (said.re is _UNDER_PENALTY and _LED_BY.search(sentence) is not None)
        own = own or (said.re is _DATED_LISTING and _OWN_BODY.search(sentence) is not None)
        own = own or _of_own_clause(case, sentence) or _of_own_clause(case, sentence[: -len(said.group())])
        own = own and not (said.re is LISTED_OTHERWISE and is_of_the_work(clause))
        lifted = _is_lifted(case, asked, sentence, passage)
        if own and not lifted and not _OTHERS.search(sentence) and (not penalty or _recent(case, asked, sentence)):
            yield clause, narrow(passage.evidence, clause)


def _is_lifted(case: Case, asked: str, sentence: str, passage: Passage) -> bool:
    """It is off the list again; where the condition is on the last years (近三年未被列入) the year alone counts."""
    dated = _WITHIN.search(asked) is not None and _YEAR.search(sentence) is not None
    if dated and _NO_RECORD.search(asked) is not None and _recent(case, asked, sentence):
        return False
    return is_removed(passage.text)


def _on_list(case: Case, asked: str) -> Iterator[tuple[str, Evidence]]:
    """明隼去年上了名单，移出手续还没办下来: of the applicant by its name, full or short, in a passage on such lists."""
    for said, clause, sentence, passage in _said(case, _ON_LIST):
        bad = said["list"] not in ("名单", "名录") or _WHICH.fullmatch(said["which"]) is not None
        about = bad and _OF_CREDIT.search(passage.text) is not None and _WHITE.search(clause) is None
        words = _LABEL.sub("", sentence)
        own = of_applicant(case, words) or _of_own_clause(case, words)
        lifted = _is_lifted(case, asked, sentence, passage)
        if about and own and not lifted and not _OTHERS.search(sentence):
            yield clause, narrow(passage.evidence, clause)


def _of_own_clause(case: Case, sentence: str) -> bool:
    """因货款纠纷，公司去年进了…, 明隼因…，仍在…: the last clause with a subject is on the applicant."""
    last, *before = reversed(_CLAUSE.split(_LABEL.sub("", sentence)))
    if of_applicant(case, last) or named_in_short(case, last) or of_body_in_it(last):
        return of_nobody_else(last)
    first = before[-1] if before else ""
    return named_in_short(case, first) and _BODY.search(last) is None


def _is_of_nobody_else(sentence: str, said: re.Match[str]) -> bool:
    """2025年3月被列入…: the clause has no subject, and the sentence before it names no other body."""
    head = _CLAUSE.split(_ITEM.sub("", sentence[: -len(said.group())]))
    return _NOBODY.fullmatch(head[-1].strip()) is not None and _BODY.search(_OWN_BODY.sub("", "".join(head))) is None


def _said(case: Case, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], str, str, Passage]]:
    """Each statement that its clause does not deny: the match, its clause, the sentence so far, the passage."""
    for passage in (*case.submission.passages, *_fields_on_record(case)):
        if passage.role is Role.INSTRUCTIONS:
            continue
        for sentence in map(partial(_ITEM.sub, ""), re.split(r"[。；;\n]", _WRAPPED.sub("", passage.text))):
            for said in pattern.finditer(sentence):
                start = max((m.end() for m in _CLAUSE.finditer(sentence, 0, said.start())), default=0)
                rest = _CLAUSE.split(sentence[said.end() :])[0]
                promised = passage.role is Role.COMMITMENT and _YEAR.search(sentence) is None  # 如被列入…
                if (
                    not promised
                    and not _DENIED.search(sentence[start : said.start()])
                    and not _DENIED.search(said.group())
                ):
                    yield said, (sentence[start : said.end()] + rest).strip(), sentence[: said.end()], passage


def _fields_on_record(case: Case) -> Iterator[Passage]:
    """信用与安全 | 2024年9月一起伤人事故…: what the form asks on the applicant's record, as a passage of its own."""
    for field in case.submission.form_fields:
        label, told = field.label or field.name, field.value_evidence
        if told is not None and _ON_RECORD.search(f"{label}："):
            yield Passage(text=f"{label}：{value_text(field)}", role=field.role, evidence=told)


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
