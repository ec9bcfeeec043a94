"""Works that are handed in beside the form (技术报告, 脚本, 演示文稿): what a package lacks, and what a work lacks."""

import re
from collections.abc import Collection, Sequence

from pipeline.screening.application.lines import LONGEST_TITLE, told_under_a_line
from pipeline.screening.application.parts import section_above
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.proofs.proof_names import covered
from schemas.facts import Passage, SectionRecord
from schemas.notice import Obligation
from schemas.outline import Role

# What is told by its words, not by its kind of file, as code, weights and data are.
_WRITTEN = re.compile(r"(?:报告|文档|说明书?|手册|脚本|视频|录像|清单)$")
# 性能测试脚本: a file of that name is one, whatever the list calls it.
_SCRIPT = re.compile(
    r"(?:bench|perf|profil|eval|speed|run|script|性能|评测)[^/]{0,60}\.(?:py|sh|ps1|bat|ipynb|js|lua|pl|m)$",
    re.IGNORECASE,
)
# 演示视频: demo.mp4 is one too, in a list or as a file.
_FILM = re.compile(r"视频|录像|录屏|\.(?:mp4|mov|avi|wmv|mkv|m4v)(?![a-z\d])", re.IGNORECASE)
_FILMS = ("视频", "录像")
_FEWEST_WORKS = 3
_MOST_OF_IT = 0.6
_LATER_ROUND = re.compile(r"决赛|复赛|终审|终评|第二阶段")


def is_of_work(section: SectionRecord) -> bool:
    """A chapter of a work (技术报告) that the call describes; the work's name heads its path."""
    return section.role is Role.OTHER


def holds_work(case: Case) -> bool:
    """The application holds the text of the work: at least half of the chapters that are asked of it."""
    asked = case.of("section")
    there = sum(o.id in case.headings or told_under_a_line(case, o.name) is not None for o in asked)
    return 2 * there >= len(asked)


def spoken_of(case: Case, title: str) -> Passage | None:
    """Where a sentence names the chapter as the call does, or a line has most of its words (算法原理)."""
    name = squeeze(title)
    for passage in case.submission.passages:
        words = squeeze(passage.text)
        if name in words or (len(words) <= LONGEST_TITLE and covered(name, words) >= _MOST_OF_IT):
            return passage
    return None


def works_due(case: Case) -> list[Obligation]:
    """The works asked for; what is only asked of those who reach a later round is none of them."""
    works = (o for o in case.of("proof_material") if o.material is not None and o.material.kind == "other")
    return [one for one in works if not _is_later(case, one)]


def lacks_work(case: Case, obligation: Obligation, works: Sequence[Obligation], given: Collection[str]) -> bool:
    """Whether the package lacks a work: it holds most of the other ``works`` (``given`` by id), and no word of it."""
    there = sum(one.id in given for one in works)
    if obligation not in works or not _WRITTEN.search(obligation.name) or there < _FEWEST_WORKS:
        return False
    return 3 * there >= 2 * (len(works) - 1) and not _is_spoken_of(case, obligation.name)


def _is_later(case: Case, obligation: Obligation) -> bool:
    """It stands below a heading of a later round (（二）决赛阶段)."""
    above = section_above(case.notice.sections, obligation.evidence.start)
    return above is not None and _LATER_ROUND.search(" ".join((*above.path, above.title))) is not None


def _is_spoken_of(case: Case, name: str) -> bool:
    """The work's own word (脚本), or one for the same, stands in the application or among the names of its files."""
    word = squeeze(name)[-2:]
    told = _FILM if word in _FILMS else re.compile(re.escape(word))
    names = [file.path.rpartition("/")[2] for file in case.submission.files]
    for attachment in case.submission.attachments:
        names += [attachment.name, attachment.evidence.file or ""]
    if word == "脚本" and any(_SCRIPT.search(one) for one in names):
        return True
    said = (passage.text for passage in case.submission.passages)
    return any(told.search(words) for words in (*names, *said))
