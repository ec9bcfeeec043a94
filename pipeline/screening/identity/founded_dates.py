"""When the applicant was founded: in the form, its sentences (自2016年公司成立以来), its licence (成立日期：…)."""

import re
from collections.abc import Iterator

from pipeline.screening.application.labels import plain
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, value_text
from pipeline.screening.identity.dated_facts import DatedFact, dated
from pipeline.screening.identity.subjects import is_anothers, is_anothers_field
from schemas.facts import Passage
from schemas.outline import Role

_LABEL = re.compile(r"(?:单位|企业|公司|牵头单位)?(?:注册)?(?:成立|设立)(?:时间|日期|年月|年份)")
_NAME = "\x00"  # stands for the applicant's name, so that the patterns are the same for all
_HAN = "〇○零一二三四五六七八九"
_DAY = (
    rf"(?P<said>(?:19|20)\d\d\s*年(?:\s*\d{{1,2}}\s*月(?:\s*(?:\d{{1,2}}\s*日|底|初|份))?)?|(?:19|20)\d\d[-./]\d{{1,2}}(?:[-./]\d{{1,2}})?(?!\d)"
    rf"|[一二][九〇○零][{_HAN}]{{2}}年(?:[一二三四五六七八九十]{{1,2}}月(?:[一二三四五六七八九十]{{1,3}}日)?)?)"
)
_SUBJECT = (
    rf"(?:{_NAME}(?:[（(][^（()）]{{1,24}}[）)])?"
    r"|(?:我们|[本我]|牵头|申报|揭榜)?(?:公司|单位|企业|集团)|[我本][院校所厂])"
)
_MADE = (
    "(?:(?:正式|核准|登记|依法|工商)*注册(?:成立|设立)?|(?:正式|核准|登记|依法)*(?:成立|设立)|创立|创建|创办|组建|建立)"
)
_PLACE = r"(?:[，,]?[在于][\u4e00-\u9fff]{2,16}?)?"
_END = r"(?=\s*(?:[，,。；;、）)]|以来|至今|迄今|后|时(?!代|期)|之初|起|的|并(?![购入])|$))"
# 公司成立于2018年3月, 自2016年公司成立以来, of nobody but the applicant; each at the head of a clause
_SAID = (
    re.compile(rf"^(?:{_SUBJECT}(?:始|是)?)?(?:{_MADE}|始建|建)(?:于|在)\s*{_DAY}"),
    re.compile(rf"^自?{_SUBJECT}\s*(?:是|于|自|早在)?\s*{_DAY}{_PLACE}{_MADE}{_END}"),
    re.compile(rf"^(?:自从?|从)?\s*{_DAY}\s*起?[，,]?\s*{_SUBJECT}{_PLACE}(?:开始)?{_MADE}{_END}"),
    re.compile(rf"^(?:自从?|从)\s*{_DAY}\s*(?:{_MADE}|建[司厂校院所]|起步)(?=以来|至今|迄今|后|起)"),
    re.compile(rf"^{_DAY}\s*(?:{_MADE})(?=\s*[）)])"),
)
_LABELLED = re.compile(
    rf"(?:(?:注册|登记)?(?:成立|设立|创立|创建)|(?:公司|企业|单位)(?:工商)?(?:注册|登记))(?:日期|时间|年月|年份)\s*(?:[为是在于：:｜|]\s*){{0,2}}{_DAY}(?![\u4e00-\u9fff\d])"
)
_MAY_TELL = re.compile("成立|设立|注册|登记|创[立建办]|[组始建]建")
_MARK = re.compile(r"[，,；;、：:（(\s]|但|而|载明|显示|记载")
_OF_PAPER = re.compile(rf"{_SUBJECT}|执照|法人证书|登记证|公示|章程")
# 前身为1998年成立的…, 2021年成立研发中心, 改制为股份公司: another thing, or another body
_ANOTHER = re.compile(
    r"前身|改制|重组|更名|股份(?:公司|制)|整体变更|合并|党[支组委]|研发中心|实验室|[分子]公司|事业部|团队|工作站|研究院的|产品线"
)
_SENTENCE = re.compile(r"[。；;\n\t]|(?<=简介)：")
_LONGEST = 300  # characters of a sentence


def founded_dates(case: Case) -> Iterator[DatedFact]:
    """The form's date first, then each that text and papers tell, in their order."""
    for field in case.submission.form_fields:
        if _LABEL.fullmatch(plain(field.label or field.name)) and not is_anothers_field(case, field):
            said = dated(value_text(field).strip(), field.value_evidence)
            if said is not None:
                yield said
                break  # further fields are of other people
    for index, passage in enumerate(case.submission.passages):
        if _MAY_TELL.search(passage.text) is None:
            continue
        yield from _labelled(case, index, passage)
        if passage.role is not Role.COMMITMENT:
            yield from _in_sentences(case, index, passage)


def _labelled(case: Case, index: int, passage: Passage) -> Iterator[DatedFact]:
    """成立日期：2018年3月6日, of the licence or wherever it is told."""
    for match in _LABELLED.finditer(passage.text):
        before = _SENTENCE.split(passage.text[max(0, match.start() - _LONGEST) : match.start()])[-1]
        if _ANOTHER.search(before) or is_anothers(case, index, match.start()):
            continue
        said = dated(match["said"], narrow(passage.evidence, match.group()), match.group())
        if said is not None:
            yield said


def _in_sentences(case: Case, index: int, passage: Passage) -> Iterator[DatedFact]:
    whose, at = case.submission.applicant.name or "本单位", 0
    for sentence in _SENTENCE.split(passage.text):
        start = passage.text.find(sentence, at)
        at = start + len(sentence)
        words = sentence.strip()[:_LONGEST].replace(whose, _NAME)
        match = _first(words)
        if match is None or _ANOTHER.search(words[: match.end()]):
            continue
        spoken = match.group().replace(_NAME, whose)
        offset = passage.text.find(spoken, start)
        if offset >= 0 and (_NAME in match.group() or not is_anothers(case, index, offset)):
            said = dated(match["said"], narrow(passage.evidence, spoken), spoken)
            if said is not None:
                yield said


def _first(words: str) -> re.Match[str] | None:
    """The first clause that tells it; （2018年3月成立） behind the name of a licence alone."""
    for start in (0, *(mark.end() for mark in _MARK.finditer(words))):
        for pattern in _SAID:
            found = pattern.match(words[start:])
            if found is not None and (pattern is not _SAID[-1] or _OF_PAPER.search(words[:start])):
                return found
    return None
