"""Characters a CPU second: each extractor and all together, over the seeds and over hostile text, ten times as long."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from extractors.application.seals import find_seals
from extractors.contacts.contacts import find_contacts
from extractors.deadlines.deadlines import find_deadlines
from extractors.forms.forms import find_fields
from extractors.materials.materials import find_materials
from extractors.notice.eligibility import find_eligibility
from extractors.notice.limits import find_limits
from extractors.targets.targets import find_targets
from extractors.values.addresses import region_of_address
from extractors.values.dates import find_dates
from extractors.values.durations import find_durations
from extractors.values.identifiers import find_identifiers
from extractors.values.numerals import find_numbers
from extractors.values.phones import find_emails, find_phones
from extractors.values.quantities import find_quantities
from pipeline.records.notice import build_notice
from pipeline.structure import structure
from schemas.document import Document, Line, SourceFile
from schemas.outline import Outline
from schemas.text import Text

Subject = tuple[Text, Outline]
Finder = Callable[[Text, Outline], object]

EXTRACTORS: dict[str, Finder] = {
    "numbers": lambda text, _: list(find_numbers(text.clean)),
    "quantities": lambda text, _: find_quantities(text.clean),
    "dates": lambda text, _: find_dates(text.clean),
    "durations": lambda text, _: find_durations(text.clean),
    "telephones": lambda text, _: find_phones(text.clean),
    "identifiers": lambda text, _: list(find_identifiers(text.clean)),
    "e-mails": lambda text, _: find_emails(text.clean),
    "addresses": lambda text, _: [region_of_address(text.clean[b.start : b.end]) for b in text.blocks],
    "targets": lambda text, outline: find_targets(text, outline, 0, len(text.clean)),
    "deadlines": lambda text, outline: find_deadlines(text, outline, 2026),
    "contacts": find_contacts,
    "eligibility": find_eligibility,
    "materials": find_materials,
    "limits": find_limits,
    "fields": find_fields,
    "seals": find_seals,
    "a whole notice": build_notice,
}

HOSTILE = {
    "one endless line": "推动新一代人工智能技术与产业深度融合发展加快形成新质生产力",
    "digits": "123456789",
    "numerals": "一二三四五六七八九十",
    "open brackets": "（",
    "quantities": "达到不少于超过3万亿个GB，",
    "dates": "2026年4月18日-",
    "telephones": "021-",
    "labels": "单位名称：",
    "contacts": "联系人：王老师 ",
    "commas": "，",
    "letters": "abc ",
    "leads of lists": "应提交下列文件：\n",
}


def speed_rows(shared: Path) -> Iterator[tuple[str, list[list[object]]]]:
    """The tables: by extractor over the seeds, and a whole notice over the seeds and over hostile text."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    alone = [prepared(text) for text in seeds]
    once, ten = prepared("\n".join(seeds * 4)), prepared("\n".join(seeds * 40))
    rows = [_row(name, find, once, ten, alone) for name, find in EXTRACTORS.items()]
    yield (
        "| extractor | characters | a CPU second, each seed | a CPU second, seeds forty times | ten times the text |",
        rows,
    )
    hostile = []
    for name, piece in HOSTILE.items():
        short, long = (prepared(piece * (count // len(piece))) for count in (20_000, 200_000))
        hostile.append(_row(name, build_notice, short, long))
    endless = prepared(HOSTILE["one endless line"] * (800_000 // len(HOSTILE["one endless line"])))
    seconds = _seconds(build_notice, endless)
    hostile.append(["one endless line of 800,000", len(endless[0].clean), _rate(endless, seconds), f"{seconds:.1f} s"])
    yield (
        "| a whole notice, over hostile text | characters | characters a CPU second | ten times the text takes |",
        hostile,
    )


def prepared(text: str) -> Subject:
    """Text and outline of plain text: what the extractors are given."""
    lines = []
    at = 0
    for line in text.split("\n"):
        lines.append(Line(at, at + len(line)))
        at += len(line) + 1
    source = SourceFile(path="text", sha256="0" * 64, media_type="text/plain", parser="benchmark")
    return structure(Document(source=source, text=text, lines=tuple(lines)))


def _row(name: str, find: Finder, short: Subject, long: Subject, alone: Sequence[Subject] = ()) -> list[object]:
    find(*prepared("关于申报的通知\n达到3个以上"))  # loads what is loaded once
    one, ten = _seconds(find, short), _seconds(find, long)
    seconds = sum(_seconds(find, subject) for subject in alone)
    each = [f"{sum(len(subject[0].clean) for subject in alone) / max(seconds, 1e-6):,.0f}"] if alone else []
    return [name, f"{len(long[0].clean):,}", *each, _rate(long, ten), f"{ten / max(one, 1e-6):.1f} times"]


def _rate(subject: Subject, seconds: float) -> str:
    return f"{len(subject[0].clean) / max(seconds, 1e-6):,.0f}"


def _seconds(find: Finder, subject: Subject) -> float:
    """CPU seconds, the best of three: what the extractor needs, not what the machine is busy with."""
    best = float("inf")
    for _ in range(3):
        find_quantities.cache_clear()
        started = time.process_time()
        find(*subject)
        best = min(best, time.process_time() - started)
    return best
