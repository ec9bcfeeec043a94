"""Whether a notice asks for a letter of commitment (承诺书), or for the commitment in a cell of its form."""

import re

from pipeline.screening.application.labels import alike
from schemas.notice import Notice, Obligation

SAME_CELL = 0.95  # the letter's name is the label of a cell of the form
_PLEDGE = re.compile(r"承诺|声明")
_IN_FORM = re.compile(r"(?:申报|申请|揭榜|报名|登记|推荐)?[书表][^，。；\n]{0,8}(?:[中内里含的]|栏|部分|相应)")
_LETTER = re.compile(r"[书函]$")


def asks_for_letter(notice: Notice, obligation: Obligation) -> bool:
    """Whether an obligation of kind commitment asks for a letter of its own.

    It does not where the notice brings no such letter, and speaks of the commitment in the form (申报表中的承诺) or of
    one that is no letter (单位承诺), or its form has a cell of that very name.
    """
    name = obligation.material.name if obligation.material is not None else obligation.name
    if notice.letters or not any(_PLEDGE.search(field.label or field.name) for field in notice.form_fields):
        return True
    cell = any(alike(name, field.label or field.name) >= SAME_CELL for field in notice.form_fields)
    return not (cell or _IN_FORM.search(obligation.evidence.text) or not _LETTER.search(name))
