"""The second look, before something is called missing: words that answer it in a place where nobody expects them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.screening.case import Case
from pipeline.screening.labels import SAME_PERSON, alike
from pipeline.screening.parts import narrow
from schemas.evidence import Evidence
from schemas.facts import FormField, Passage
from schemas.outline import Role

SAME_LABEL = 0.85
LONGEST_ITEM = 40  # characters of an item of a list of proofs
_CELL_END = re.compile(r"[；;：:|\t，,。\n]|\s{2,}")  # between label and value, and between the cells of a row
_ITEM_END = re.compile(r"[、；;：:|\t，,。\n①-⑳]")
_NUMBERED = re.compile(r"^[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]\s*")
_LISTS = re.compile(r"附件|附录|附后|随附|另附|后附|证明|佐证|支撑材料|材料清单|材料目录|提交材料|报送材料")
_WITHOUT = re.compile(r"未(?:能)?(?:提供|附|随附|取得)|暂缺|暂无|缺少|待补|后补|[□☐]")
_OF_THE_TEMPLATE = frozenset({Role.INSTRUCTIONS, Role.COMMITMENT})


def field_mention(case: Case, template: FormField) -> Evidence | None:
    """A place where a cell is worded like the label, with something behind it that is no label itself."""
    label = template.label or template.name
    labels = [o.field.label or o.field.name for o in case.of("form_field") if o.field is not None]
    for passage in case.submission.passages:
        if passage.role in _OF_THE_TEMPLATE or not _of_group(passage, template.group):
            continue
        if passage.path and alike(label, passage.path[-1]) >= SAME_LABEL:
            return passage.evidence
        cells = [_NUMBERED.sub("", cell.strip()) for cell in _CELL_END.split(passage.text)]
        for cell, value in pairwise([cell for cell in cells if cell]):
            if alike(label, cell) >= SAME_LABEL and all(alike(value, one) < SAME_LABEL for one in labels):
                return passage.evidence
    return None


def _of_group(passage: Passage, group: str | None) -> bool:
    """The group (项目负责人) stands in the row itself or above it."""
    if group is None:
        return True
    return any(alike(group, part) >= SAME_PERSON for part in (*passage.path, *_CELL_END.split(passage.text)) if part)


def listed(case: Case) -> Iterator[tuple[str, Evidence]]:
    """Short items that may name what is attached, with their evidence.

    They stand where the text speaks of attachments and proofs, or are short numbered items.
    """
    for passage in case.submission.passages:
        if passage.role is Role.INSTRUCTIONS or _WITHOUT.search(passage.text):
            continue
        numbered = _NUMBERED.match(passage.text) is not None and len(passage.text) <= LONGEST_ITEM
        if numbered or passage.role is Role.PROOFS or _LISTS.search("".join((*passage.path, passage.text))):
            for item in _ITEM_END.split(passage.text):
                words = _NUMBERED.sub("", item.strip())
                if 3 <= len(words) <= LONGEST_ITEM:
                    yield words, narrow(passage.evidence, words)
    for section in case.submission.sections:
        if _LISTS.search(section.title) and len(section.title) <= LONGEST_ITEM:
            yield section.title, section.evidence
