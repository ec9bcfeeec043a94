"""Records of applications: several files as one, and the gold of ../shared."""

import json
from functools import cache
from pathlib import Path

import pytest
from documents import SHARED, document

from pipeline.reading import read
from pipeline.records.submission import build_submission, merge_submissions
from pipeline.structure import structure
from schemas.document import SourceFile
from schemas.submission import Submission

COVER = (
    "海洋装备揭榜挂帅\n申报材料\n\n揭榜方向：方向2：岸基雷达\n\n揭榜单位：海州仪器有限公司\n\n申报日期：2026年3月9日\n"
)
LETTER = (
    "承诺书\n\n我单位承诺所报材料真实有效，按期完成任务，如有不实愿意承担全部责任。\n\n"
    "法定代表人：（签字）李某某\n\n2026年3月9日\n"
)
FOLDER = SourceFile(path="海州仪器", sha256="1" * 64, media_type="inode/directory", parser="folder")
SEED_READABLE = ("a1_", "a2_", "a3_", "a4_", "b1_", "b2_", "b3_")


def _part(name: str, words: str) -> Submission:
    made = document(words)
    source = made.source.model_copy(update={"path": name})
    return build_submission(*structure(document(words))).model_copy(update={"source": source, "files": (source,)})


def test_merged_files() -> None:
    merged = merge_submissions([_part("a/封面.txt", COVER), _part("a/承诺书.txt", LETTER)], FOLDER)
    assert merged.source == FOLDER
    assert [file.path for file in merged.files] == ["a/封面.txt", "a/承诺书.txt"]
    assert merged.applicant.name == "海州仪器有限公司"
    assert merged.directions_selected == (2,)
    assert merged.filed_on == "2026-03-09"
    assert merged.commitment.present
    assert merged.commitment.evidence is not None
    assert merged.commitment.evidence.file == "承诺书.txt"
    assert [a.name for a in merged.attachments] == ["封面", "承诺书"]
    assert {field.evidence.file for field in merged.form_fields} == {"封面.txt"}


def test_the_letter_is_a_file_of_its_own() -> None:
    """申报声明 at the end of the form is none beside a file that is the 承诺书."""
    form = (
        COVER + "\n申报书正文\n\n一、概述\n\n研制岸基雷达。\n\n二、申报声明\n\n"
        "本单位仅申报本项目一项，所填内容真实有效，如有不实愿意承担全部责任。\n"
    )
    merged = merge_submissions([_part("a/申报书.txt", form), _part("a/承诺书.txt", LETTER)], FOLDER)
    assert _part("a/申报书.txt", form).commitment.present
    assert merged.commitment.signed
    assert merged.commitment.date == "2026-03-09"


def test_nothing_to_merge() -> None:
    assert merge_submissions([], FOLDER).applicant.name is None


def _gold() -> list[Path]:
    folder = SHARED / "submissions" / "gold"
    return sorted(p for p in folder.glob("*.json") if p.name.startswith(SEED_READABLE)) if folder.is_dir() else []


@cache
def _read(path: Path) -> tuple[dict[str, object], Submission]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    return gold, build_submission(*structure(read(SHARED / gold["file"])))


@pytest.mark.parametrize("path", _gold() or [None], ids=lambda p: p.stem if p else "absent")
def test_gold(path: Path | None, shared: Path) -> None:
    assert path is not None
    gold, found = _read(path)
    assert found.applicant.name == gold["applicant"]
    assert found.applicant.credit_code == gold["credit_code"]
    assert found.applicant.legal_representative == gold["legal_representative"]
    assert list(found.directions_selected) == gold["directions_selected"]
    letter = gold["commitment"]
    assert isinstance(letter, dict)
    assert found.commitment.present == letter["present"]
    if letter["present"]:
        assert found.commitment.signed == letter["signed"]
        assert found.commitment.date == letter["date"]
    attachments, sections = gold["attachments"], gold["sections"]
    assert isinstance(attachments, list)
    assert isinstance(sections, list)
    assert len(found.attachments) == len(attachments)
    assert [s.number for s in found.sections] == [s["number"] for s in sections]


@pytest.mark.parametrize("path", _gold() or [None], ids=lambda p: p.stem if p else "absent")
def test_gold_fields(path: Path | None, shared: Path) -> None:
    assert path is not None
    gold, found = _read(path)
    wanted = gold["form_fields"]
    assert isinstance(wanted, list)
    labels = [field["label"] for field in wanted]
    assert [field.label for field in found.form_fields] == labels
    empty = [field["name"] for field in wanted if field["value"] is None]
    assert [field.name for field in found.form_fields if field.value is None] == empty
