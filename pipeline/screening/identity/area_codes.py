"""How long the telephone numbers of an area are, as the notice prints its own."""

import re

from pipeline.screening.case import Case
from pipeline.screening.identity.shapes import TOO_SHORT

_NUMBER = re.compile(r"[（(]?(?:\+?86)?(?P<area>0\d{3})[\s\-—–－）)]{0,3}(?P<local>\d{7,8})(?!\d)")


def is_usual_here(case: Case, value: str, wrong: str) -> bool:
    """Seven digits behind an area code are too few, but not where the issuing office has seven there as well."""
    if wrong != TOO_SHORT or (own := _NUMBER.search(value)) is None:
        return False
    phones = (phone for contact in case.notice.contacts for phone in contact.phones)
    told = [(match["area"], len(match["local"])) for phone in phones if (match := _NUMBER.match(phone)) is not None]
    return (own["area"], len(own["local"])) in told
