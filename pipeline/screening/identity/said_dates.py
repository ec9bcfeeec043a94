"""When the applicant was founded and the leader born, said with two dates."""

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.labels import plain
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.identity.dated_facts import DatedFact, dated, differ
from pipeline.screening.identity.founded_dates import founded_dates
from pipeline.screening.identity.persons import leader

_DAY = r"(?P<said>(?:19|20)\d\d\s*年\s*(?:\d{1,2}\s*月\s*)?)(?:\d{1,2}\s*日\s*)?"
_BORN = re.compile(r"(?:.{0,6}负责人)?出生(?:年月日?|日期|时间)?")
_NAME = "\x00"  # stands for the leader's name, so that the pattern is the same for all
# 负责人某某，男，1979年4月生: of the leader by name.
_BORN_IN_TEXT = re.compile(rf"{_NAME}[^。；]{{0,20}}?{_DAY}(?:出生|生)(?=[，,。；;、]|以来|时(?!代|期)|之初|$)")
_SENTENCE = re.compile(r"[。；;\n\t]|(?<=简介)：")
_SURE = 0.65
_LONGEST = 300  # characters of a sentence


def date_clashes(case: Case) -> Iterator[Clash]:
    """The first date of each kind that is of another year, or another month, than the one said first."""
    for name, said in (("成立时间", [*founded_dates(case)]), ("出生年月", [*_births(case)])):
        other = next((one for one in said[1:] if differ(said[0], one)), None)
        if other is not None:
            text = (
                f"{name}前后不一致：一处为“{said[0].words}”{page_of(said[0].evidence, '申报材料')}，"
                f"另一处为“{other.words}”{page_of(other.evidence, '申报材料')}，请核实。"
            )
            yield Clash(name, text, other.evidence, _SURE)


def _births(case: Case) -> Iterator[DatedFact]:
    """The form's first field of that name (further ones are of other people), then what the text says by name."""
    fields = (field for field in case.submission.form_fields if _BORN.fullmatch(plain(field.label or field.name)))
    yield from islice((said for f in fields if (said := dated(value_text(f).strip(), f.value_evidence))), 1)
    named = leader(case)
    for passage in case.submission.passages if named is not None else ():
        for sentence in _SENTENCE.split(passage.text) if "年" in passage.text else ():
            whose = named[0] if named is not None else ""
            found = _BORN_IN_TEXT.search(sentence.strip()[:_LONGEST].replace(whose, _NAME))
            if found is not None:
                words = found.group().replace(_NAME, whose)
                said = dated(found["said"], narrow(passage.evidence, words), words)
                if said is not None:
                    yield said
