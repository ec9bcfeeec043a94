"""Papers that the call and its template both list: asked for once."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from extractors.text.spans import bare
from schemas.notice import Material
from schemas.outline import Outline, Role

_TEMPLATE = frozenset({Role.PROOFS, Role.FORM, Role.TASK_BOOK, Role.COVER, Role.INSTRUCTIONS})
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_ANOTHER = ("联合", "专项", "环境", "授权", "人员", "实用", "合作单位")  # 研发专项审计报告 is not the 审计报告
_LEAST = 4  # characters of a name that another may hold


def without_repeated(
    materials: Sequence[Material], clean_starts: Sequence[int], outline: Outline
) -> tuple[Material, ...]:
    """The materials, those of a template's list left out that the call's own list asks for in other words.

    ``clean_starts`` are where they stand in ``Text.clean``, in order. 2024年度审计报告 in the template is the call's
    2024年度财务审计报告, 自筹资金承诺函 the same whatever kind of paper each list takes it for.
    """
    asked = [
        (material, outline.division_at(start).role in _TEMPLATE)
        for material, start in zip(materials, clean_starts, strict=True)
    ]
    own = [material.name for material, of_template in asked if not of_template]
    return tuple(
        material
        for material, of_template in asked
        if not (of_template and any(is_same_paper(material.name, name) for name in own))
    )


def _core(name: str) -> str:
    return bare(_BRACKETS.sub("", name))


def is_same_paper(one: str, other: str) -> bool:
    """The shorter name's words stand in the longer, in order, in runs of two characters and more, brackets aside."""
    short, long = sorted((_core(one), _core(other)), key=len)
    if len(short) < _LEAST or any(word in long and word not in short for word in _ANOTHER):
        return short == long
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) == len(short)
