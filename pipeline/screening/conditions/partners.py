"""How many may apply together (联合体成员不超过5家), told by the names in the form."""

import re

from extractors.values.han_numerals import han_value
from extractors.values.organisations import is_organisation
from pipeline.screening.application.labels import canonical
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import is_nothing
from pipeline.screening.case import Case, conclude, page_of, value_text
from pipeline.screening.claims.compare import spoken
from pipeline.screening.conditions.applies import applies
from schemas.facts import FormField, Target
from schemas.finding import Finding
from schemas.notice import Obligation

# 联合体成员不超过5家, 参与单位不超过3家
_TOGETHER = re.compile(r"联合体|(?:联合|参与|合作|参加|协作)(?:申报|揭榜)?单位")
_LISTED = re.compile(r"[、；;，,\n]")
_NEXT_LABEL = re.compile(r"\n\s*[\u4e00-\u9fff]{3,12}[：:]")
_LEADER = r"牵头(?:单位|方|人|企业)?|(?:申报|揭榜)(?:单位|方|企业)|本单位"
_WITH = re.compile(rf"(?<!不)(?:含|包[含括]|连同)[^，。；）)]{{0,6}}(?:{_LEADER})")
_WITHOUT = re.compile(rf"(?:不(?:含|包[含括]|计)|除)[^，。；）)]{{0,6}}(?:{_LEADER})")
_MEMBERS = re.compile(r"联合体(?:各?成员|各方)")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_NUMBER = re.compile(r"^\s*[（(]?\d{1,2}[)）.、．]\s*")
# ①甲公司，91350200… ②乙大学，12350000…: a new name at each number in a circle, a code behind each
_CIRCLED = re.compile(r"[\u2460-\u2473]")
_IN_ALL = re.compile(
    r"联合体(?:(?:成员)?(?:单位)?(?:总数)?(?:共有?|共计|由|合计|为|有)|[，,]\s?(?:共|共计|合计|总共))\s?(?P<number>\d{1,2}|[二三四五六七八九十]{1,2})\s?家(?:单位|成员)?"
)
# 五家已签联合申报协议: all of them, who leads as well
_SIGNED = re.compile(
    r"(?<![第与和同\d])(?P<number>\d{1,2}|[二三四五六七八九十]{1,2})\s?家(?:成员)?(?:单位)?(?:已经?|均已?|共同)?签[订署]?(?:了|的)?"
    r"[^，。；]{0,4}联合[^，。；]{0,6}协议"
)
# 除牵头单位外，其余6家成员: those beside who leads
_BESIDE_LEADER = re.compile(
    rf"(?<!不)除(?:去|开|了)?[^，。；]{{0,4}}(?:{_LEADER})(?:以外|之外|外)?[，,]?(?:其余|其他|其它|另有?|还有)(?:的)?\s?"
    r"(?P<number>\d{1,2}|[二三四五六七八九十]{1,2})\s?家(?!次)(?:成员|联合|参[与加]|合作)?(?:单位|成员)?"
)
# 联合攻关协议，七方签字盖章: all that signed it
_PARTIES = re.compile(
    r"(?:联合(?:申报|揭榜|攻关|体)[^，。；\n]{0,8}|联合)协议[^。；\n]{0,40}?(?<![第与和同\d])(?P<number>\d{1,2}|[三四五六七八九十]{1,2})\s?(?:方|家)(?:单位)?"
    r"(?:均已?|共同|已经?|全部|都)?(?:签[字订署章]|盖章)"
)
_TOLD = (_IN_ALL, _SIGNED, _PARTIES, _BESIDE_LEADER)
_BODIES = re.compile(r"成员|单位")
# 与乙公司、丙大学组成联合体; 由甲公司牵头，乙公司、丙大学和丁厂组成联合体
_JOINED = re.compile(r"(?P<names>[^，。；]{4,200}?)(?:共同)?(?:组成|组建|成立)(?:了)?联合体")
# 参与单位甲大学、乙公司、丙厂和丁所分别承担…
_AFTER_LABEL = re.compile(
    r"(?:参与|联合|合作|协作|参加)(?:申报|揭榜)?单位(?:为|有|包括|是|：|:)?(?P<names>(?:[^，。；、\s：:和与及]{3,30}[、和与及]){1,9}[^，。；、\s：:]{3,30}?(?:公司|集团|大学|学院|研究院|研究所|医院|中心|厂|院|所))"
)
_AND = re.compile(r"[与和及](?!平|谐|县|顺)|联合(?!大学|学院|实验室|研究)")
_ASIDE = re.compile(r"[（(，,]?[^（()）。；]{0,16}[)）]?")
_ANOTHER, _REACH = re.compile(r"此前|曾|另一|以往|过去"), 16
_SURE, _LEADER_UNSAID = 0.75, 0.5


def judge_partners(case: Case, obligation: Obligation, required: Target) -> Finding | None:
    """Met or insufficient by the number of names; None for other conditions, and where no names are given.

    Where the notice says whether the leader counts (含牵头单位), it is counted so. Where it does not, and only the
    leader would be too much, the applicant has the benefit of the doubt, and a person is told.
    """
    together = _TOGETHER.search(required.metric) is not None
    # 以联合体申报的，成员总数最多4家
    together = together or (
        "联合" in obligation.name and required.unit == "家" and bool(_BODIES.search(required.metric))
    )
    if not together or required.comparator not in ("<=", "<"):
        return None
    fields = [f for f in case.submission.form_fields if f.value and _is_partners(f)]
    if any(is_nothing(value_text(f)) for f in fields):
        told = _said_in_words(case, obligation, required) or _named_in_words(case, obligation, required)
        if told is not None and told.status == "insufficient":
            return told
        text = f"申报材料没有参与单位{page_of(fields[0].value_evidence, '申报材料')}，达到{spoken(required)}的条件。"
        return conclude(obligation, "met", text, found=fields[0].value_evidence, confidence=_SURE)
    names = list(dict.fromkeys(name for f in fields for name in _names(value_text(f))))
    if not names and applies(case, "联合申报") is False:
        text = f"申报材料为独立申报，没有参与单位，达到{spoken(required)}的条件。"
        return conclude(obligation, "met", text, confidence=_SURE)
    if not names:
        return _said_in_words(case, obligation, required) or _named_in_words(case, obligation, required)
    own = case.submission.applicant.name
    others = sum(own is None or own not in name for name in names)
    leads = _leader_counts(required, obligation.name, fields)
    found, unit = fields[0].value_evidence, required.unit or "家"
    count = others + (leads is True)
    said = f"申报材料所填为{count}{unit}{page_of(found, '申报材料')}"
    if not _within(count, required):
        text = f"{said}，不符合“{obligation.name}”的条件。"
        return conclude(obligation, "insufficient", text, found=found, confidence=_SURE)
    if leads is None and not _within(count + 1, required):
        text = f"{said}，未超过{required.value:g}{unit}；牵头单位是否计入，通知没有写明，请人工核对。"
        return conclude(obligation, "met", text, found=found, confidence=_LEADER_UNSAID)
    text = f"{said}，达到{spoken(required)}的条件。"
    return conclude(obligation, "met", text, found=found, confidence=_SURE)


def _said_in_words(case: Case, obligation: Obligation, required: Target) -> Finding | None:
    """联合体成员单位共6家（不含牵头单位）: more than are allowed; a number that is allowed may not be that of all.

    Who leads is in the number of a 联合体, unless it says 成员 or that she is not; against a limit that leaves her out,
    or does not say, she is taken off.
    """
    for passage in case.submission.passages:
        said = next((one for told in _TOLD if (one := told.search(passage.text)) is not None), None)
        if said is None or _ANOTHER.search(passage.text[max(0, said.start() - _REACH) : said.start()]):
            continue
        around = said.group() + (_ASIDE.match(passage.text, said.end()) or [""])[0]
        of_all = _WITH.search(around) or said.re in (_SIGNED, _PARTIES)
        without = _WITHOUT.search(around) or said.re is _BESIDE_LEADER or ("成员" in said.group() and not of_all)
        count = int(han_value(said["number"]) or 0)
        count -= not without and _leader_counts(required, obligation.name, []) is not True
        if not _within(count, required):
            found = narrow(passage.evidence, said.group())
            text = f"申报材料写明“{said.group()}”{page_of(found, '申报材料')}，不符合“{obligation.name}”的条件。"
            return conclude(obligation, "insufficient", text, found=found, confidence=_SURE)
    return None


def _named_in_words(case: Case, obligation: Obligation, required: Target) -> Finding | None:
    """由甲公司牵头，与乙公司、丙大学组成联合体: those who are named, the leader aside."""
    own = case.submission.applicant.name
    for passage in case.submission.passages:
        said = _JOINED.search(passage.text) or _AFTER_LABEL.search(passage.text)
        if said is None or _ANOTHER.search(passage.text[max(0, said.start() - _REACH) : said.end()]):
            continue
        names = [name for name in _names(_AND.sub("、", said["names"])) if own is None or own not in name]
        if not names:
            continue
        found = narrow(passage.evidence, said.group())
        count = len(names) + (_leader_counts(required, obligation.name, []) is True)
        told = f"申报材料所写为{count}家{page_of(found, '申报材料')}"
        if _within(count, required):
            text = f"{told}，达到{spoken(required)}的条件。"
            return conclude(obligation, "met", text, found=found, confidence=_SURE)
        text = f"{told}，不符合“{obligation.name}”的条件。"
        return conclude(obligation, "insufficient", text, found=found, confidence=_SURE)
    return None


def _names(value: str) -> list[str]:
    """The organisations in a list; what each does (甲大学（负责算法，承担测试）) is none."""
    value = _CIRCLED.sub("\n", _NEXT_LABEL.split(value)[0])  # 甲大学、乙公司 / 单位情况综述：公司成立于…
    said = (_NUMBER.sub("", name).strip() for name in _LISTED.split(_BRACKETS.sub("", value)))
    return [name for name in said if is_organisation(name)]


def _within(count: int, required: Target) -> bool:
    return count < required.value or (count == required.value and required.comparator == "<=")


def _is_partners(field: FormField) -> bool:
    label = field.label or field.name
    return canonical(label) == "参与单位" or _MEMBERS.search(label) is not None


def _leader_counts(required: Target, words: str, fields: list[FormField]) -> bool | None:
    """Whether who leads is one of those counted; None where 联合体成员 may mean either."""
    if _WITHOUT.search(words):
        return False
    if _WITH.search(words):
        return True
    named = "成员" not in required.metric or any(_MEMBERS.search(f.label or f.name) for f in fields)
    return False if named else None
