"""Whom a team has to be made of."""

import pytest
from documents import document

from extractors.targets.members import team_members
from pipeline.structure import structure

# text, [(metric, value, unit)]
CASES = [
    ("值班团队须由3名引航员和8名缆工组成，可以轮换。", [("引航员", 3, "名"), ("缆工", 8, "名")]),
    ("每个小组须由两名船长、两位轮机长共同组成。", [("船长", 2, "名"), ("轮机长", 2, "位")]),
    ("团队由3～5名船员组成。", []),
    ("评审小组由船长、轮机长等组成。", []),
    ("船队由1名船长负责。", []),
]


@pytest.mark.parametrize(("words", "wanted"), CASES)
def test_team_members(words: str, wanted: list[tuple[str, int, str]]) -> None:
    text, _ = structure(document(words))
    found = list(team_members(text, 0, len(text.clean), None))
    assert [(one.metric, one.value, one.unit) for one in found] == wanted
    assert all((one.comparator, one.role) == ("=", "eligibility") for one in found)
