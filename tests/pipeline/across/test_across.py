"""Across submissions: copies found wherever they stand, none where notice and template explain the words."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import NOTICE, NOW, screening, submission, submission_text

from pipeline.across import Paper, compare
from pipeline.across.copies import shared_passages
from pipeline.reports import gap_report, write_report
from pipeline.run import screen
from pipeline.store import Store
from schemas.facts import Contact
from schemas.peers import PeerFinding

HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]


def prose(seed: int, length: int) -> str:
    """Characters that no other seed writes in this order."""
    return "".join(random.Random(seed).choices(HAN, k=length))


COPY = prose(1, 80)


@pytest.mark.parametrize(
    ("one", "other", "explained", "count"),
    [
        (prose(2, 300) + COPY, COPY + prose(3, 300), "", 1),
        (COPY, COPY, "", 1),
        (prose(2, 400), prose(3, 400), "", 0),
        ("", COPY, "", 0),
        (COPY[:30], COPY[:30], "", 0),  # too short to tell
        (COPY, "\n　".join(COPY), "", 1),  # other layout
        (COPY + "abcＡＢＣ", COPY + "ABCabc", "", 1),  # other widths and cases
        (COPY, COPY, prose(4, 90) + COPY, 0),  # the notice's own words
        (COPY, COPY, COPY[:45], 0),  # what is left is too short
        (COPY[:40] + "，甲，" + COPY[40:], COPY[:40] + "，乙，" + COPY[40:], "", 2),
        (COPY + prose(5, 50) + prose(6, 70), prose(6, 70) + prose(7, 50) + COPY, "", 2),
        (COPY * 5, COPY * 5, "", 1),
    ],
)
def test_copies(one: str, other: str, explained: str, count: int) -> None:
    found = shared_passages([one, other], [0, 1], [explained])
    assert sum(map(len, found.values())) == count
    for passage in found.get((0, 1), []):
        left, right = one[slice(*passage.one)], other[slice(*passage.other)]
        assert "".join(left.split()) != ""
        assert len(left) >= passage.own
        assert [c for c in left.lower() if c.isalnum()][:5] == [c for c in right.lower() if c.isalnum()][:5]


@given(st.integers(0, 400), st.integers(0, 400), st.integers(45, 200))
def test_every_copy_is_found_and_nothing_else(before: int, after: int, length: int) -> None:
    copy = prose(9, length)
    one = prose(10, before) + "a" + copy + "b" + prose(11, after)
    other = prose(12, after) + "c" + copy + "d" + prose(13, before)
    ((pair, passages),) = shared_passages([one, prose(14, 300), other], [0, 1, 2], []).items()
    assert pair == (0, 2)
    assert [one[slice(*p.one)] for p in passages] == [copy]
    assert [other[slice(*p.other)] for p in passages] == [copy]


def test_files_of_one_application_and_a_form_that_most_use_are_no_copies() -> None:
    assert shared_passages([COPY, COPY], [0, 0], []) == {}
    texts = [COPY + prose(number, 200) for number in range(20, 32)]
    assert shared_passages(texts, list(range(12)), []) == {}


def paper(name: str, digit: str, text: str = "", **changes: object) -> Paper:
    made = submission(name, digit).model_copy(update=changes)
    made = made.model_copy(update={"files": (made.source,)})
    return Paper(made, {made.source.sha256: submission_text(name, 240) + text})


def contact(phone: str = "", email: str = "", person: str | None = None) -> tuple[Contact, ...]:
    evidence = NOTICE.contacts[0].evidence
    phones, emails = (phone,) if phone else (), (email,) if email else ()
    return (Contact(person=person, role="联系人", phones=phones, emails=emails, evidence=evidence),)


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        (paper("甲公司", "1"), paper("乙公司", "2"), ["shared_code"]),  # both of records.py have one code
        (paper("甲公司", "1"), paper("甲 公司", "2"), ["same_applicant"]),
        (
            paper("甲公司", "1", contacts=contact("0571-1234567")),
            paper("乙公司", "2", contacts=contact("（0571）1234567")),
            ["shared_code", "shared_contact"],
        ),
        (
            paper("甲公司", "1", contacts=contact(email="A@x.example", person="林一")),
            paper("乙公司", "2", contacts=contact(email="a@X.example", person="林一")),
            ["shared_code", "shared_contact", "shared_contact"],
        ),
        (
            paper("甲公司", "1", contacts=NOTICE.contacts),
            paper("乙公司", "2", contacts=NOTICE.contacts),
            ["shared_code"],  # the notice's own contact
        ),
        (
            paper("甲公司", "1", contacts=contact("12345")),
            paper("乙公司", "2", contacts=contact("12345")),
            ["shared_code"],  # an extension
        ),
        (
            paper("甲公司", "1", contacts=contact("0571-1234567")),
            paper("甲公司", "2", contacts=contact("0571-1234567")),
            ["same_applicant"],
        ),
    ],
)
def test_identities(one: Paper, other: Paper, kinds: list[str]) -> None:
    explained = [submission_text("", 240)]
    found = [finding.kind for finding in compare(NOTICE, explained, [one, other])]
    assert found == kinds


def test_a_copy_says_where_and_how_much() -> None:
    found = compare(NOTICE, [submission_text("", 240)], [paper("甲公司", "1", COPY), paper("乙公司", "2", COPY)])
    (copy,) = [each for each in found if each.kind == "copied_passage"]
    assert copy.passages[0].one.text == COPY
    assert "「甲公司」与「乙公司」的申报材料有1处文字相同，共80字" in copy.explanation


def test_reports_put_passages_side_by_side_and_escape_them(tmp_path: Path) -> None:
    words = f"<script>alert(1)</script>{COPY}"
    pair = [paper("甲公司", "1", words), paper("乙公司", "2", words)]
    peers = compare(NOTICE, [], pair)
    made = gap_report(
        NOTICE,
        [each.submission for each in pair],
        [screening(each.submission) for each in pair],
        generated_at=NOW,
        program="jiebang",
        peers=peers,
    )
    page = write_report(made, tmp_path, "html")[0].read_text(encoding="utf-8")
    assert page.count(COPY) == 2
    assert "<script>alert" not in page
    assert COPY in write_report(made, tmp_path, "md")[0].read_text(encoding="utf-8")
    assert {path.name for path in write_report(made, tmp_path, "csv")} >= {"across.csv"}
    assert len(write_report(made, tmp_path, "xlsx")) == 1


@pytest.fixture
def files(tmp_path: Path) -> Callable[[str, str], Path]:
    def write(name: str, words: str) -> Path:
        path = tmp_path / f"{name}.txt"
        path.write_text(f"申报书\n单位名称：{name}\n项目名称：{name}的项目\n{words}\n", encoding="utf-8")
        return path

    return write


def test_a_run_compares_with_those_in_the_database(tmp_path: Path, files: Callable[[str, str], Path]) -> None:
    notice = tmp_path / "通知.txt"
    notice.write_text("关于组织申报的通知\n各单位：\n现组织开展申报工作，请提交申报书。\n", encoding="utf-8")
    database = tmp_path / "j.duckdb"

    def found() -> list[PeerFinding]:
        with Store(database, read_only=True) as store:
            key = str(store.list_notices().rows[0][0])
            return store.load_peers(key)

    screen(str(notice), [files("东港有限公司", COPY)], database)
    assert found() == []
    screen(str(notice), [files("西港有限公司", prose(3, 50) + COPY)], database)
    assert [each.kind for each in found()] == ["copied_passage"]
    screen(str(notice), [files("西港有限公司", prose(4, 150))], database)  # handed in anew, in other words
    assert found() == []


def test_the_applications_at_hand_share_nothing(shared: Path) -> None:
    from pipeline.reading import read

    for notice, wanted in (("seeds/000_26381c2aab7cebef.txt", "a*"), ("seeds/004_104d2a4255aa958c.txt", "b*")):
        found = sorted((shared / "submissions").glob(wanted))
        paths = [
            p for p in found if p.suffix in (".docx", ".pdf", ".txt") and not p.name.startswith("a5_")
        ]  # a5: a scan
        texts = [read(path, path.name).text for path in paths]
        explained = [read(shared / notice, "notice.txt").text]
        assert shared_passages(texts, list(range(len(texts))), explained) == {}
