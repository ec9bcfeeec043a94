"""The applicant's own chapters, known by their order: as many as the template's, whatever they are called."""

from collections.abc import Sequence

from schemas.facts import SectionRecord
from schemas.outline import Role

_AGREE = 2  # chapters that are known by their name, or hold a heading that is


def named_by_order(
    sections: Sequence[SectionRecord],
    chapters: Sequence[str],
    chosen: Sequence[int | None],
    asked: Sequence[str | None],
    under: Sequence[str | None],
) -> dict[int, str]:
    """For the headings right below the applicant's chapters the template's chapter at the same place; {} for none.

    ``chapters`` are the template's that have sections, in order; ``chosen`` has for each section of the template the
    index of the heading that is known to answer it, ``asked`` its chapter; ``under`` is the chapter by whose name each
    heading stands. The order tells where both have as many chapters and no name speaks against it, but two for it, or
    headings below them that are known.
    """
    tree = _chapters(sections)
    if len(tree) != len(chapters):
        return {}
    found = {index: chapter for chapter, below in zip(chapters, tree, strict=True) for index in below}
    known = [(found[index], chapter) for index, chapter in zip(chosen, asked, strict=True) if index in found]
    agreeing = [ours for ours, theirs in known if ours == theirs]
    by_name = {under[index] for index in found if under[index] is not None}
    if any(under[index] not in (None, chapter) for index, chapter in found.items()):
        return {}
    return found if len(by_name.union(agreeing)) >= _AGREE and len(agreeing) * 2 > len(known) else {}


def _chapters(sections: Sequence[SectionRecord]) -> list[list[int]]:
    """The headings right below each of the highest headings of the task book that has some."""
    own = [index for index, section in enumerate(sections) if section.role is Role.TASK_BOOK]
    top = min((sections[index].level for index in own), default=0)
    tree: list[list[int]] = []
    for index in own:
        if sections[index].level == top:
            tree.append([])
        elif tree and sections[index].level == top + 1:
            tree[-1].append(index)
    return [below for below in tree if below]
