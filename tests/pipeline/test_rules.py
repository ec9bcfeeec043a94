"""An office's rules: what the file may say, what it changes, and one clear line where it is wrong."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.rules import load_rules
from pipeline.screening import Rules, Settings
from pipeline.screening.application.labels import alike
from pipeline.screening.application.substance import is_nothing, is_placeholder, points_elsewhere
from pipeline.screening.rules import OfficeWords
from pipeline.screening.wordings import office_words
from schemas.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def loaded(tmp_path: Path) -> Callable[[str], Rules]:
    def load(content: str) -> Rules:
        path = tmp_path / "rules.toml"
        path.write_text(content, encoding="utf-8")
        return load_rules(None, tmp_path / "jiebang.duckdb", Settings())

    return load


def test_the_example_of_the_documentation(loaded: Any) -> None:
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    rules = loaded("\n".join(re.findall(r"```toml\n(.*?)```", text, re.S)))
    assert rules.off == {"consistency"}
    assert rules.settings(Settings()).confident == 0.7
    assert rules.severity_of("form_field", "申报联系人传真") == "note"
    assert rules.severity_of("form_field", "单位名称") == "gap"
    assert [one.name for one in rules.obligation] == ["安全生产责任", "数据来源合法", "不得出现涉密字样"]
    assert len({one.id for one in rules.obligation}) == 3


def test_without_a_file_nothing_changes(tmp_path: Path) -> None:
    assert load_rules(None, tmp_path / "jiebang.duckdb", Settings()) == Rules()


def test_rules_over_settings(loaded: Any) -> None:
    base = Settings(off=frozenset({"identifier"}), doubtful=0.3)
    merged = loaded('off = ["section"]\n[thresholds]\nconfident = 0.9\n').settings(base)
    assert (merged.off, merged.confident, merged.doubtful) == ({"identifier", "section"}, 0.9, 0.3)


WRONG = [
    ("off = [1", "not valid TOML"),
    ('off = ["sections"]', r"off\[1\]: input should be 'direction', 'form_field'"),
    ("words = 1", r"words: no such key; there are obligation, off, severity, thresholds, wordings"),
    (
        "[thresholds]\nconfidence = 1",
        r"\[thresholds\] confidence: no such key; there are absent, clause_doubt, .*confident",
    ),
    ("[thresholds]\nconfident = 2", r"\[thresholds\] confident: input should be less than or equal to 1"),
    ('[severity]\nsection = "low"', r"severity.section: input should be 'gap', 'review' or 'note'"),
    ('[severity]\nfax = "note"', "fax: no such kind; there are direction"),
    ("[wordings]\nnothing = [1]", r"wordings.nothing\[1\]: input should be a valid string"),
    ("[wordings]\nlabels = []", "wordings.labels: no such key; there are elsewhere, label_groups"),
    ('[[obligation]]\nname = "a"', "give either pattern .* or text"),
    ('[[obligation]]\nname = "a"\ntext = "数据"\nforbidden = true', "forbidden goes with pattern only"),
    ('[[obligation]]\nname = "a"\npattern = "("', r"obligation\[1\].pattern: no regular expression"),
    ('[[obligation]]\nname = "a"\ntext = "数据"\nsort = "b"', r"obligation\[1\].sort: no such key; .*kind"),
    ('[[obligation]]\nname = "a"\ntext = "数据"\nkind = "fax"', r"obligation\[1\].kind: input should be"),
]


@pytest.mark.parametrize(("content", "message"), WRONG, ids=[w[0][-24:] for w in WRONG])
def test_a_mistake_is_one_line(content: str, message: str, loaded: Any) -> None:
    with pytest.raises(UsageError, match=message) as raised:
        loaded(content)
    assert "rules.toml: " in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_named_file_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such rules file"):
        load_rules(tmp_path / "office.toml", tmp_path / "jiebang.duckdb", Settings())


def test_words_are_in_force_inside_only() -> None:
    words = OfficeWords(
        label_groups=(("单位名称", "牵头承担机构"),),
        placeholders=("按实际情况填（必填）",),
        elsewhere=("见光盘",),
        nothing=("无此事项",),
    )
    inside = [
        lambda: alike("牵头承担机构", "企业名称") > 0.9,
        lambda: is_placeholder("按实际情况填（必填）"),
        lambda: points_elsewhere("见光盘。"),
        lambda: is_nothing("无此事项"),
    ]
    assert not any(check() for check in inside)
    with office_words(words):
        assert all(check() for check in inside)
        assert is_placeholder("待定")
    assert not any(check() for check in inside)
