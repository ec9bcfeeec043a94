"""The form's own commitment (真实性承诺), asked for besides the letter, of which the application has no word."""

import re

from pipeline.screening.application.labels import SAME_FIELD, alike
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, value_text
from schemas.facts import FormField, Passage
from schemas.outline import Role

_PLEDGE = re.compile(r"承诺|声明|保证")
_TRUE = re.compile(r"真实|属实|如实|准确|不实|虚假|弄虚作假")
# in the form any word of it; in the text 真实场景 and 承诺值 are the work's, and 我方承诺所报材料真实 is the commitment
_ANY = re.compile(r"承诺(?!值|指标|目标)|声明|保证书|属实|不实|虚假|如实|真实(?![场世环数样客用时感工生路道度地影])")
_TOLD = re.compile(
    r"(?:材料|资料|内容|信息|数据|填报|申报|所[填报附])[^。；\n]{0,24}(?:真实|属实|如实)|(?:真实|属实)[^。；\n]{0,12}(?:负责|责任)"
    r"|如有(?:不实|虚假|隐瞒)|弄虚作假|(?:真实性|诚信|信用)(?:承诺|声明|保证)"
)
_FORM = frozenset({Role.FORM, Role.COVER})
_READ = 8  # fields that answer: fewer say little of how the form was read
_SAID = 10  # characters of a promise that the letter may repeat


def is_pledge_left_out(case: Case, template: FormField) -> bool:
    """Where a letter of its own is asked for too, and given, and nothing outside it speaks for the papers' truth.

    Not where one letter keeps the words of both, where there are two letters, or in a scan, which may be misread.
    """
    label, promised = template.label or template.name, squeeze(value_text(template))
    given = case.submission
    of_truth = _PLEDGE.search(label) is not None and (_TRUE.search(promised) or _TRUE.search(label)) is not None
    alone = given.commitment.present and not given.further_letters and not given.pledge.present
    asked = any(letter.promises for letter in case.notice.letters)
    if not (of_truth and alone and asked) or given.recognised or len(case.fields) < _READ:
        return False
    if any(_PLEDGE.search(field.label or field.name) for field in given.form_fields):
        return False
    letter = squeeze("".join(one.text for one in given.passages if one.role is Role.COMMITMENT))
    both = squeeze(label) in letter or any(
        len(part) >= _SAID and part in letter for part in re.split(r"[。；：]", promised)
    )
    listed = any(alike(label, one.name) >= SAME_FIELD for one in given.attachments)
    return not both and not listed and not any(map(_speaks_for_truth, given.passages))


def _speaks_for_truth(passage: Passage) -> bool:
    if passage.role in (Role.COMMITMENT, Role.INSTRUCTIONS):
        return False
    return (_ANY if passage.role in _FORM else _TOLD).search(passage.text) is not None
