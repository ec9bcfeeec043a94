"""People of one kind whom the text counts (高级职称2人, 固定成员12人), where they are fewer than asked."""

import re

from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.team.members import PEOPLE
from schemas.evidence import Evidence
from schemas.facts import Target
from schemas.notice import Obligation
from schemas.outline import Role

_BEHIND = (
    r"(?:人员|人数|者|成员|的)*(?:共计?|合计|总计|有|为|达|仅|只有|约|[：:])*\s?"
    r"(?P<number>\d{1,4})\s?[人名位](?!次|月|年|/|以上)"
)
# What is asked, and how a text counts it; 副高级 is more than 高级 says, and is looked at by a person.
_KINDS: tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"(?<![正副])高级(?:以上)?(?:专业)?(?:技术)?(?:职称|职务|资格)"),
        re.compile(rf"(?<![正副])高级(?:及以上|以上)?(?:专业)?(?:技术)?(?:职称|职务){_BEHIND}"),
        re.compile(
            r"(?:正高|副高|教授|研究员|高级工程师|高工)[^，。；\d]{0,10}[\d一二两三四五六七八九十]{1,3}\s?[人名位]"
        ),
    ),
    (
        re.compile(r"博士(?:学位|研究生|学历)?"),
        re.compile(rf"(?<![\u4e00-\u9fff硕])博士(?:学位|研究生|学历)?{_BEHIND}"),
        re.compile(r"硕博|博士(?:后|及)|博士以上"),
    ),
    (
        re.compile(r"固定(?:研发|研究|科研|技术|团队)?(?:人员|成员)"),
        re.compile(rf"固定(?:研发|研究|科研|技术|团队)?(?:人员|成员){_BEHIND}"),
        re.compile(r"其他固定|另有固定|新增固定"),
    ),
    (
        re.compile(r"专职(?:研发|研究|科研|技术)?人员"),
        re.compile(rf"专职(?:研发|研究|科研|技术)?人员{_BEHIND}"),
        re.compile(r"其他专职|另有专职|新增专职"),
    ),
    (
        re.compile(r"核心(?:团队)?(?:成员|人员|骨干)|团队核心成员"),
        re.compile(rf"核心(?:团队)?(?:成员|人员|骨干){_BEHIND}"),
        re.compile(r"另有核心"),
    ),
)
# 教授1人、高级工程师2人，高级职称合计3人: the ones before are the parts of the sum
_SUM = re.compile(r"[，,](?!其他|其余|另)[^，,。；;\n]{0,16}(?:合计|共计|总计)\s?\d{1,4}\s?[人名位]")
_SENTENCES = re.compile(r"[。；;\n]")
_WHOSE = 6  # characters before a number, which say whose people it counts


def fewer(case: Case, obligation: Obligation, required: Target) -> tuple[float, Evidence | None] | None:
    """All whom the text counts together, where they do not reach what is asked; None where nobody can say.

    Several numbers may be of several units, so that they are added up; one of another name (副高级3人) may hold more.
    """
    if required.unit not in PEOPLE or required.comparator not in (">=", ">"):
        return None
    for asked, counted, more in _KINDS:
        if not asked.search(required.metric + obligation.name):
            continue
        found: dict[tuple[str, str], Evidence] = {}
        for passage in case.submission.passages:
            if passage.role is Role.INSTRUCTIONS:
                continue
            for said in counted.finditer(passage.text):
                before = passage.text[max(0, said.start() - _WHOSE) : said.start()]
                found.setdefault((said["number"], before), narrow(passage.evidence, said.group()))
            if more.search(_without_parts(passage.text)):
                return None
        total = sum(int(number) for number, _ in found)
        return (float(total), next(iter(found.values()))) if found and total < required.value else None
    return None


def _without_parts(text: str) -> str:
    """The text without what a sentence sums up at its end."""
    sentences = _SENTENCES.split(text)
    sums = [next(_SUM.finditer(sentence), None) for sentence in sentences]
    return "。".join(one if at is None else one[at.start() :] for one, at in zip(sentences, sums, strict=True))
