"""A part that is more than its whole (研发投入2,740万元，其中…3,330万元), and lists that count other than they say."""

import re
from collections.abc import Iterator

from pipeline.screening.answers.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.figures.money import AMOUNT, amount
from pipeline.screening.figures.people_and_money import Clash
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
    r"(?P<list>[^，。；：:、\n]{2,16}(?:、[^，。；：:、\n]{2,16}){3,})[，,]?\s?(?:共计?|合计)\s?(?P<count>\d{1,2})\s?[个种项类款]"
    r"(?P<thing>[\u4e00-\u9fff]{2,8})"
)
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
    for match in _PART_OF.finditer(text):
        whole, part = (next(AMOUNT.finditer(match[name])) for name in ("whole", "part"))
        if amount(part) > amount(whole) * _SLIGHTLY:
            name = re.sub(r"^.*?(?=研发投入|投入|收入|经费|资金)", "", match["name"])
            said = f"{match['name']}为{match['whole']}，其中“{match['what']}”却为{match['part']}"
            yield name, match.group(), said


def _counted(text: str) -> Iterator[tuple[str, str, str]]:
    for match in _LISTED.finditer(text):
        items = [item for item in re.split(r"[、和及]", match["list"]) if item]
        least = len(match["list"].split("、"))
        count = int(match["count"])
        if not least <= count <= len(items):
            yield match["thing"], match.group(), f"「{match['thing']}」写共{count}个，所列为{least}个"


def _in_fields(case: Case) -> Iterator[Clash]:
    before = None
    for field in case.submission.form_fields:
        label = field.label or field.name
        said = _NUMBER.fullmatch(value_text(field).strip())
        number = float(said.group().replace(",", "")) if said is not None else None
        if number is not None and before is not None and _OF_WHICH.match(label) and number > before[1] * _SLIGHTLY:
            text = (
                f"「{field.name}」填写{value_text(field).strip()}，多于「{before[0]}」{before[2]}"
                f"{page_of(field.value_evidence, '申报材料')}，请核实。"
            )
            yield Clash(field.name, text, field.value_evidence, 0.7)
        if number is not None and _INCOME.search(label) and not _OF_WHICH.match(label):
            before = (field.name, number, value_text(field).strip())
