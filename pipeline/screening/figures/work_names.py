"""One work under two names: the cover calls it otherwise than the form does."""

import re
from collections.abc import Iterator
from itertools import takewhile

from pipeline.screening.answers.labels import canonical
from pipeline.screening.answers.substance import is_placeholder
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.figures.people_and_money import Clash
from schemas.facts import FormField
from schemas.outline import Role

_LABEL = re.compile(r"(?:项目|课题|任务|内容|产品|成果|作品)名称$")
_NOISE = re.compile(r"[（(][^（）()]*[)）]|[\W_]|的|与|及|和")
_POINTS = re.compile(r"^[（(]?(?:详?见|同)|[□☐☑☒■√✓]")  # 同封面, 见任务书, ☑专题2
_HAN, _SHORTEST = re.compile(r"[\u4e00-\u9fff]"), 6  # characters of a name
_SURE = 0.7
_A_WORD = 2  # characters


def work_clashes(case: Case) -> Iterator[Clash]:
    """The first label whose first value in the form is another than that of the cover, neither a part of the other."""
    seen: set[str] = set()
    for field in case.submission.form_fields:
        if field.role is Role.FORM and _is_name(field) and canonical(_label(field)) not in seen:
            seen.add(canonical(_label(field)))
            other = next((one for one in case.submission.form_fields if _is_same(one, field)), None)
            if other is not None and _differ(value_text(field), value_text(other)):
                yield _clash(field, other)
                return


def _is_name(field: FormField) -> bool:
    named = field.group is None and _LABEL.search(_label(field)) is not None
    value = value_text(field)
    told = _POINTS.search(value) is None and len(_HAN.findall(value)) >= _SHORTEST
    return named and not is_placeholder(value) and told


def _is_same(one: FormField, field: FormField) -> bool:
    """The field of the cover that asks for the same."""
    return one.role is Role.COVER and _is_name(one) and canonical(_label(one)) == canonical(_label(field))


def _differ(form: str, cover: str) -> bool:
    """Between what both begin and end with stand other words: not a word more, not a slip of one character."""
    one, other = (_NOISE.sub("", words) for words in (form, cover))
    one, other = _without_head(one, other)
    one, other = _without_head(one[::-1], other[::-1])
    shared = len(set(one) & set(other))
    return min(len(one), len(other)) >= _A_WORD and 2 * shared < min(len(set(one)), len(set(other)))


def _without_head(one: str, other: str) -> tuple[str, str]:
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one[same:], other[same:]


def _label(field: FormField) -> str:
    return re.sub(r"\s", "", field.label or field.name)


def _clash(field: FormField, other: FormField) -> Clash:
    text = (
        f"{_label(field)}前后不一致：申报表为“{value_text(field).strip()}”{page_of(field.value_evidence, '申报材料')}，"
        f"封面为“{value_text(other).strip()}”。"
    )
    return Clash(_label(field), text, field.value_evidence, _SURE)
