"""The applicant's people whom its sentences name (联系人陶一帆，电话…), where the form has no field for them."""

import re
from collections.abc import Iterator

from pipeline.screening.application.labels import canonical
from pipeline.screening.case import Case
from schemas.evidence import Evidence
from schemas.facts import Contact, FormField

_CONTACT = re.compile(r"联系|联络|经办")
# What a field asks of a contact, by its canonical label; 法定代表人电话 asks for another's.
_NAME = re.compile(r"联系人(?:姓名)?|姓名")
_PHONE = re.compile(r"(?:联系人)?(?:及|和|与)?(?:电话|联系电话|手机|手机号码|联系方式)")
_MAIL = re.compile(r"(?:联系人)?(?:电子)?邮箱")


def _stated_people(case: Case) -> Iterator[Contact]:
    """Those out of running text: what the form says of people has a field of its own as evidence."""
    fields = {f.value_evidence.start for f in case.submission.form_fields if f.value_evidence is not None}
    return (one for one in case.submission.contacts if one.evidence.start not in fields)


def stated(case: Case, template: FormField) -> Evidence | None:
    """Where a sentence says what the form's field asks of the contact; None for fields of other people and things."""
    label = canonical(template.label or template.name)
    if template.group and not _CONTACT.search(template.group):
        return None
    for one in _stated_people(case):
        if not _CONTACT.search(one.role or ""):
            continue
        named = _NAME.fullmatch(label) and (template.group or label != "姓名") and one.person
        reached = (_PHONE.fullmatch(label) and one.phones) or (_MAIL.fullmatch(label) and one.emails)
        if named or reached:
            return one.evidence
    return None
