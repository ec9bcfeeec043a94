"""Calls that bear the name of what answers them: 某某省揭榜书 over what is wanted, with the form attached."""

from collections.abc import Sequence

from pipeline.structure.titles.titles import title_role
from schemas.outline import Division, Role


def leads_to_forms(found: Sequence[Division]) -> bool:
    """某某揭榜书 over a text, with a form and an outline attached: the call itself is called so."""
    attached = {division.role for division in found[1:] if division.attachment is not None}
    text = found[0].role in (Role.TASK_BOOK, Role.OTHER) and found[0].attachment is None
    return text and title_role(found[0].title) is Role.COVER and {Role.FORM, Role.TASK_BOOK} <= attached
