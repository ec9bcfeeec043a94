"""A part that is more than its whole (研发投入2,740万元，其中…3,330万元), and lists that count other than they say."""

import re
from collections.abc import Iterator

from pipeline.screening.amounts.money import AMOUNT, amount
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from schemas.outline import Role

# the name right before the whole, the part right behind it
_MONEY = r"\d[\d,]*(?:\.\d+)?\s?(?:百万|千万|万|亿|千)?元"
_PART_OF = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{2,12}}?)(?:为|共|达到?|约)?\s?(?P<whole>{_MONEY})[，,（(]\s?其中"
    rf"(?P<what>[^，。；\d]{{2,24}}?)(?P<part>{_MONEY})"
)
_OF_WHICH = re.compile(r"^其中[:：]?")
_INCOME = re.compile(r"收入")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
# 识别、合成、检测，共15个语音任务
_LISTED = re.compile(
    r"(?<![^，。；：:\n])(?P<list>(?:[^，。；：:、\n]{2,16}、){3,20}[^，。；：:、\n]{2,16}?)[，,]?\s?(?:共计?|合计)\s?(?P<count>\d{1,2})"
    r"\s?(?P<unit>[个种项类款])(?P<thing>[\u4e00-\u9fff]{2,8})"
)
_SENTENCE = re.compile(r"[。；;\n]")
_FAR = 300  # characters of one sentence before the whole and behind the part
_NOT_ALL = re.compile(r"等|例如|[^在]在|^(?:在|覆盖|面向|涵盖|针对)|[省市县区州]$")
_BETWEEN = 2  # fields between 整体业务收入 and 其中…业务收入
_NEAR = 4  # how far a list that counts wrong is from what it says
_AVERAGE = re.compile(r"[人户亩年]均|平均|最高|单[台件个]|每")
_SLIGHTLY = 1.005
_ASIDE = frozenset({Role.COMMITMENT, Role.INSTRUCTIONS})


def parts_over(case: Case) -> Iterator[Clash]:
    """The first of each in the text, and a field 其中… that is more than the one it is of."""
    yield from _in_fields(case)
    told: set[str] = set()
    for passage in case.submission.passages:
        for found in (*_over(passage.text), *_counted(passage.text)) if passage.role not in _ASIDE else ():
            name, words, text = found
            if name not in told:
                told.add(name)
                place = narrow(passage.evidence, words)
                yield Clash(name, f"{text}{page_of(place, '申报材料')}，请核实。", place, 0.7)


def _over(text: str) -> Iterator[tuple[str, str, str]]:
    for match in _PART_OF.finditer(text) if "其中" in text else ():
        whole, part = (AMOUNT.search(match[name]) for name in ("whole", "part"))
        if whole is None or part is None or _AVERAGE.search(match["name"] + match["what"]):
            continue
        if amount(part) > amount(whole) * _SLIGHTLY and not _of_an_earlier(text, match):
            name = re.sub(r"^.*?(?=研发投入|投入|收入|经费|资金)", "", match["name"])
            said = f"{match['name']}为{match['whole']}，其中“{match['what']}”却为{match['part']}"
            yield name, match.group(), said


def _of_an_earlier(text: str, match: re.Match[str]) -> bool:
    """经费8,200万元：…检测800万元，其中自有资金5,200万元、增资3,000万元: the parts make up what stands first."""
    before = [
        amount(one) for one in AMOUNT.finditer(_SENTENCE.split(text[max(0, match.start() - _FAR) : match.start()])[-1])
    ]
    behind = _SENTENCE.split(text[match.start("what") : match.end() + _FAR])[0]
    parts = sum(amount(one) for one in AMOUNT.finditer(behind))
    return any(abs(whole - parts) <= whole * (_SLIGHTLY - 1) for whole in before)


def _counted(text: str) -> Iterator[tuple[str, str, str]]:
    for match in _LISTED.finditer(text):
        entries = match["list"].split("、")
        items = [item for entry in entries for item in re.split("[和及与]", entry) if item]
        count, least = int(match["count"]), len(entries)
        partial = any(_NOT_ALL.search(entry) for entry in entries)
        if not (least <= count <= len(items) or partial) and abs(count - least) <= _NEAR:
            yield (
                match["thing"],
                match.group(),
                f"「{match['thing']}」写共{count}{match['unit']}，所列为{least}{match['unit']}",
            )


def _in_fields(case: Case) -> Iterator[Clash]:
    before, gap = None, 0
    for field in case.submission.form_fields:
        label = field.label or field.name
        said = _NUMBER.fullmatch(value_text(field).strip())
        number = float(said.group().replace(",", "")) if said is not None else None
        part = number is not None and _OF_WHICH.match(label) is not None and _INCOME.search(label) is not None
        if part and number is not None and before is not None and number > before[1] * _SLIGHTLY:
            text = (
                f"「{field.name}」填写{value_text(field).strip()}，多于「{before[0]}」{before[2]}"
                f"{page_of(field.value_evidence, '申报材料')}，请核实。"
            )
            yield Clash(field.name, text, field.value_evidence, 0.7)
        if not _OF_WHICH.match(label):
            of_income = number is not None and _INCOME.search(label) is not None
            told = (field.name, number, value_text(field).strip()) if of_income and number is not None else None
            before = told or (before if gap < _BETWEEN else None)
            gap = 0 if told is not None else gap + 1
