"""How many one may apply for (每个单位限报1项): another one of the same call that the application owns up to."""

import re
from collections.abc import Iterator

from extractors.values.han_numerals import han_value
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, conclude, page_of
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Direction, Obligation
from schemas.outline import Role

CAUSE = "also_filed"
# no 报警, 上报, 报送数据, 揭示
_BY_ITSELF = r"揭(?![示开露发])|(?<![上汇通播公预])报(?![警告送文表价关废])"
_APPLIES = rf"(?:牵头|单独|联合)?(?:申报|申请|揭榜|选报|选择|填报|报名|{_BY_ITSELF})"
# 每个单位限牵头申报1项, 只能牵头申报1个项目, 牵头揭榜只限一个方向, 不得同时申报两个方向
_LIMIT = re.compile(
    rf"(?:限|只能|只可|仅能|仅可|最多|至多|不(?:得)?(?:超过|多于)){_APPLIES}?(?:其中)?(?:的)?\s?[1一]\s?[个项](?!月|年|工作)"
    rf"|{_APPLIES}[^，。；]{{0,6}}?(?:只限|限|不超过|最多|仅限)\s?[1一]\s?[个项](?!月|年)"
    rf"|不得(?:同时|重复)?{_APPLIES}[^，。；]{{0,4}}(?:多个|两个|2个|两项|2项|其[他它])[^，。；]{{0,4}}(?:方向|榜单|项目|题目|课题)"
)
# 每个项目只能选择1个方向: told by the boxes; 在研项目不超过1项 is of what one has in hand
_OF_ANOTHER = re.compile(r"每[个一]?[个项份]?(?:项目|课题|申报书)|在研|在手|未结题|未验收")
# 同时另册申报方向2, 除本项目外还牵头申报了JB-04一项, 另有一份揭榜申报书报方向三: what leads to a second one
_BESIDE = r"(?:同时|同期|同批|另外|此外|并且|另册|另行|另有|另|还|又|也|一并|兼)"
_ALSO = re.compile(
    rf"(?:{_BESIDE}|除[^，。；]{{1,16}}?(?:之)?外[，,]?)[^，。；]{{0,8}}?(?P<verb>(?:兼报|兼揭|{_APPLIES}))(?:了|有|过)?(?P<what>[^，。；]{{2,40}})"
)
# 就水下清洗（方向三）也递交了一份申报书
_HANDED_IN = re.compile(
    r"(?:^|(?<=[，,：:]))(?:[我本](?:单位|公司|院|校|所))?(?:本?年度|本批次?|同期|同时|此外|另外)?[，,]?(?:就|围绕|针对|以)?(?P<what>[^，。；：:]{2,40}?)"
    r"(?:方面|一题)?(?:也|还|另|同时|一并|又)(?:另行|单独|已)?(?:递交|提交|报送|送交|上报|报|送|交)(?:了|过|有)?(?:[一1两二2]?[份个项套册])?(?:揭榜|项目)?(?:申报书|申请书|申报材料|揭榜方案|方案书)"
)
_NOT_SO = re.compile(r"[未无没不拟若如曾]|往年|去年|上[一]?年|撤[回销]|放弃|退出")
_OWN_NOTE = re.compile(r"说明|[本我](?:单位|公司|院|校|所|企业)")  # among the proofs, what is no entry
# What it is: a direction by its number or code, one of this call
_NUMBERED = re.compile(
    r"(?P<word>方向|榜单|榜题|题目|课题|任务|需求)(?:第)?\s?(?P<count>\d{1,2}|[一二三四五六七八九十]{1,3})(?!\d|[个项万])"
    r"|第\s?(?P<place>\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:个|号)?(?:方向|榜单|榜题|题)"
    r"|(?P<code>(?<![A-Za-z\d])[A-Z]{1,4}[-—]?\d{1,4}(?:[-—]\d{1,3})?(?![A-Za-z\d]))"
)
_OF_CALL = re.compile(
    r"(?:本|该|同)[一]?(?:批次?|次|专项|榜|榜单|期|年度)[^，。；]{0,8}?(?:另|其[他它])?[^，。；]{0,4}(?:方向|榜单|项目|课题|榜题)"
)
_OTHER_ONE = re.compile(r"(?:另(?:外)?|其[他它])[一1两2]?[个项]?(?:揭榜)?(?:方向|榜单|榜题)")
# 申请了浮标监测平台的发明专利: a right or a paper, and no application of this kind
_OTHER_THING = re.compile(r"专利|著作权|商标|论文|标准|首台|认证|奖|材料|注册|许可")
_DENIED = re.compile(
    r"[未无没不]|拟|若|如|可|能|曾|往年|去年|上[一]?年|禁止|避免|撤回|撤销|放弃|退出|改为|改报|参[与加]$"
)
_OTHERS = re.compile(r"(?:合作|参与|参加|联合|协作|成员|推荐)(?:单位|方|企业)|联合体|其[他它]单位|同行|子公司|母公司")
_SENTENCE = re.compile(r"[。；;\n]")
_ASIDE = frozenset({Role.INSTRUCTIONS, Role.PROOFS})
_CODE = re.compile(r"[A-Za-z]{1,6}[-—–]?\d{1,8}")
_PARTS = frozenset({"课题", "任务"})
_HEAD, _MOST_DIGITS = 20, 2  # characters of a direction where its code would stand, digits of a count
_SHORTEST = 4  # characters of a direction's name


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Invalid where the application says that another one is applied for too; None where it says nothing of it."""
    asked = squeeze(obligation.name)
    told = next(_told(case), None) if _LIMIT.search(asked) and not _OF_ANOTHER.search(asked) else None
    if told is None:
        return None
    words, place = told
    text = f"申报材料写明“{words}”{page_of(place, '申报材料')}，不符合“{obligation.name}”的规定，请核实。"
    return conclude(obligation, "invalid", text, found=place, confidence=0.7, cause=CAUSE)


def _told(case: Case) -> Iterator[tuple[str, Evidence]]:
    for passage in case.submission.passages:
        if passage.role in _ASIDE:
            continue
        for sentence in _SENTENCE.split(passage.text):
            for said in _ALSO.finditer(sentence):
                head = sentence[: said.start("verb")]
                clause = head[max(head.rfind("，"), head.rfind(",")) + 1 :]
                if _DENIED.search(clause.replace("除本项目", "")) or _OTHERS.search(head):
                    continue
                if not _OTHER_THING.search(said["what"]) and _is_another(case, said["what"]):
                    yield said.group().strip(), narrow(passage.evidence, said.group().strip())
    yield from _handed_in(case)


def _handed_in(case: Case) -> Iterator[tuple[str, Evidence]]:
    """A second application by what it is for, in the text or in a note beside the proofs."""
    for passage in case.submission.passages:
        aside = passage.role in _ASIDE and not (passage.role is Role.PROOFS and _OWN_NOTE.search(passage.text))
        for sentence in () if aside else _SENTENCE.split(passage.text):
            for said in _HANDED_IN.finditer(sentence):
                rest = squeeze(said.group())
                for direction in case.notice.directions:
                    rest = rest.replace(squeeze(direction.name), "")
                if not _NOT_SO.search(rest) and not _OTHERS.search(rest) and _is_another(case, said["what"]):
                    yield said.group().strip(), narrow(passage.evidence, said.group().strip())


def _is_another(case: Case, what: str) -> bool:
    """方向2, JB-04, the name of a direction: one of this call that is not the one chosen."""
    if _OF_CALL.search(what) is not None or _OTHER_ONE.search(what) is not None:
        return True
    chosen = case.chosen.number if case.chosen is not None else None
    named = [d for d in case.notice.directions if len(d.name) >= _SHORTEST and squeeze(d.name) in squeeze(what)]
    if named:
        return any(direction.number != chosen for direction in named)
    match = _NUMBERED.match(what.strip('《“"（( ')) or _NUMBERED.search(what)
    number = _number(case, match) if match is not None else None
    return number is not None and number != chosen


def _number(case: Case, match: re.Match[str]) -> int | None:
    """The direction's number by its count or by the code that the notice prints; None for one of another list."""
    said, word = match["count"] or match["place"], match["word"]
    if word in _PARTS and not any(word in squeeze(d.evidence.text)[:_HEAD] for d in case.notice.directions):
        return None  # 课题2 is a part of the work, where the notice does not call its directions so
    if said is not None:
        number = han_value(said)
        return next((d.number for d in case.notice.directions if d.number == number), None)
    directions = case.notice.directions
    printed = next((d.number for d in directions if _prints(d, match["code"])), None)
    if printed is not None or any(_CODE.search(squeeze(d.evidence.text)[:_HEAD]) for d in directions):
        return printed
    count = re.split(r"\D", match["code"])[-1]  # JB-04 is the fourth, where the notice prints no codes
    at_once = match.start() == 0 and "-" in match["code"] and len(count) <= _MOST_DIGITS
    return next((d.number for d in directions if at_once and d.number == int(count)), None)


def _prints(direction: Direction, code: str) -> bool:
    return re.search(rf"{re.escape(code)}(?!\d)", squeeze(direction.evidence.text)) is not None
