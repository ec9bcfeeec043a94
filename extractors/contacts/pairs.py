"""Which number is whose where names stand in one line and numbers in the next: 0871-…（褚）, 0871-…（水老师）."""

import re
from collections.abc import Mapping, Sequence

_WHOSE = re.compile(
    r"\s?[（(]\s?(?P<name>[\u4e00-\u9fff]{1,4}?)(?:老师|先生|女士|小姐|同志|工|主任|科长|处长|经理)?\s?[）)]"
)


def numbers_of(clean: str, persons: Sequence[str], ends: Mapping[str, int]) -> dict[str, tuple[str, ...]] | None:
    """The numbers of each person, by the name or family name in brackets behind every number; None where any has none.

    ``ends`` has the offset in ``clean`` behind each number.
    """
    found: dict[str, tuple[str, ...]] = {}
    for number, end in ends.items():
        mark = _WHOSE.match(clean, end)
        named = [person for person in persons if mark is not None and person.startswith(mark["name"])]
        if len(named) != 1:
            return None
        found[named[0]] = (*found.get(named[0], ()), number)
    return found if len(found) == len(persons) else None
