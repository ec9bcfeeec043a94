"""A field left empty in a form of lines, into which the next label with its answer has run."""

from itertools import pairwise

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from schemas.notice import Obligation

_SHORTEST = 3  # characters of a label that hardly begins an answer


def of_next_label(case: Case, obligation: Obligation, value: str) -> bool:
    """协作单位 | 试验场地海岚市三号码头: it begins with the very label that the form asks next, and no field has."""
    asked = [one for one in case.of("form_field") if one.field is not None]
    after = next((b for a, b in pairwise(asked) if a.id == obligation.id), None)
    if after is None or after.field is None or after.id in case.fields:
        return False
    label, said = squeeze(after.field.label or after.field.name), squeeze(value)
    return len(label) >= _SHORTEST and said.startswith(label) and len(said) > len(label)
