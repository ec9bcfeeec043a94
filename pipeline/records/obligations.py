"""Obligations (义务): one for each thing that an application must satisfy, compiled from the parts of a notice."""

import re
from collections.abc import Iterator

from extractors.text.spans import bare
from pipeline.records.direction_dues import due_obligations, owner_of
from pipeline.records.form_obligations import (
    consistency_obligations,
    field_obligations,
    identifier_obligations,
    is_for_others,
    list_obligations,
    stated_obligations,
)
from pipeline.records.obligation_ids import distinct, obligation_id
from pipeline.records.parts import NoticeParts
from schemas.facts import Target
from schemas.notice import Eligibility, Material, Obligation
from schemas.outline import Role

_COPIES = {1: "一", 2: "两", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八", 9: "九", 10: "十"}
_SEAL_ROLES = frozenset({Role.COVER, Role.FORM, Role.TASK_BOOK, Role.COMMITMENT, Role.PROOFS, Role.OTHER})
# Dates that bind an applicant; the issuer's own (review, announcement) do not.
_DEADLINES = ("application_opens", "application_closes", "materials_due", "completion")
_TABLE = re.compile(r"表\s?(?:\d|[一二三四五六七八九十])")  # 表2 经费预算表: the caption of a table
_LIST_ITSELF = re.compile(r"(?:相关|有关)?(?:证明|佐证|支撑|附件)材料[及与和]?(?:清单|目录)")  # whose papers are named
# 揭榜承诺书（应包括下列事项） is 揭榜承诺书
_AS_IT_IS_WRITTEN = re.compile(
    r"[（(](?:应|须|需)?(?:包[括含]|载明|写明|格式|模板|样式|自拟|原件|加盖|签字)[^（）()]*[)）]$"
)
# 自筹资金（自有资金及股东投入，不含银行贷款）占总投资的比例…: a bracket that explains is no part of the name
_WHAT_IS_MEANT = re.compile(r"[（(](?=[^（）()]{8,})[^（）()\d]*(?:不?含|不?包括|以下简称|是指)[^（）()\d]*[）)]")
COMMITMENT = "承诺书"
DIRECTION = "揭榜方向"


def compile_obligations(parts: NoticeParts) -> tuple[Obligation, ...]:
    """All obligations in the order in which an application is read; every one has its words in the notice."""
    return distinct(
        [
            *_direction(parts),
            *field_obligations(parts.form_fields),
            *stated_obligations(parts.stated_fields),
            *list_obligations(parts.lists),
            *_sections(parts),
            *_limits(parts),
            *_targets(parts),
            *_clauses(parts),
            *_materials(parts),
            *_commitments(parts),
            *_seals(parts),
            *_eligibility(parts),
            *_deadlines(parts),
            *due_obligations(parts.directions, parts.targets, parts.deadlines),
            *identifier_obligations(parts.form_fields),
            *consistency_obligations(parts),
        ]
    )


def _direction(parts: NoticeParts) -> Iterator[Obligation]:
    if parts.directions:
        evidence = parts.choice or parts.directions[0].evidence
        yield Obligation(
            id=obligation_id("direction", DIRECTION, "\n".join(d.name for d in parts.directions)),
            kind="direction",
            name=DIRECTION,
            condition=parts.several.text if parts.several is not None else None,
            evidence=evidence,
        )


def _sections(parts: NoticeParts) -> Iterator[Obligation]:
    for section in (leaf for leaf in parts.leaves if not is_for_others(leaf.title) and not _TABLE.match(leaf.title)):
        path = "/".join(section.path)
        yield Obligation(
            id=obligation_id("section", section.title, path),
            kind="section",
            name=section.title,
            section=section,
            evidence=section.evidence,
        )


def _limits(parts: NoticeParts) -> Iterator[Obligation]:
    """Each once, where the call and its form say the same (“企业简介”不超过500字)."""
    said: set[tuple[str, int | None, int | None]] = set()
    for limit in parts.limits:
        key = bare(limit.scope), limit.max_chars, limit.max_pages
        if key in said:
            continue
        said.add(key)
        yield Obligation(
            id=obligation_id("word_limit", limit.scope, limit.evidence.text),
            kind="word_limit",
            name=limit.scope,
            limit=limit,
            evidence=limit.evidence,
        )


def _targets(parts: NoticeParts) -> Iterator[Obligation]:
    for target in parts.targets:
        if target.role == "result":
            words = f"{target.direction}\n{target.evidence.text}\n{target.value}"
            yield Obligation(
                id=obligation_id("numeric_target", target.metric, words),
                kind="numeric_target",
                name=target.metric,
                direction=target.direction,
                condition=target.condition,
                target=target,
                evidence=target.evidence,
            )


def _clauses(parts: NoticeParts) -> Iterator[Obligation]:
    for direction in parts.directions:
        for clause in direction.clauses:
            if not clause.numeric:
                yield Obligation(
                    id=obligation_id("task_requirement", clause.text, str(direction.number)),
                    kind="task_requirement",
                    name=clause.text,
                    direction=direction.number,
                    clause=clause,
                    evidence=clause.evidence,
                )


def _materials(parts: NoticeParts) -> Iterator[Obligation]:
    named: set[tuple[str, str, int | None]] = set()
    for material in (*parts.papers, *parts.handling):
        name = _paper_name(material) if material.kind == "paper_copy" else material.name
        key = (bare(name), material.condition or "", material.direction)
        whole = _LIST_ITSELF.fullmatch(name) is not None and len(parts.papers) > 1
        if material.kind == "commitment" or key in named or whole:
            continue
        named.add(key)
        yield Obligation(
            id=obligation_id("proof_material", name, material.condition or ""),
            kind="proof_material",
            name=name,
            direction=material.direction,
            condition=material.condition,
            material=material,
            evidence=material.evidence,
        )


def _paper_name(material: Material) -> str:
    if material.copies is None:
        return material.name
    return f"{material.name}（一式{_COPIES.get(material.copies, str(material.copies))}份）"


def _commitments(parts: NoticeParts) -> Iterator[Obligation]:
    """One letter is 承诺书 whatever its title; several are told apart by their names."""
    letters: dict[tuple[str, int | None], Material] = {}
    for paper in parts.papers:
        if paper.kind == "commitment":
            letters[bare(_AS_IT_IS_WRITTEN.sub("", paper.name)), paper.direction] = paper
    alone = len({name for name, _ in letters}) == 1
    for material in letters.values():
        name = COMMITMENT if alone else material.name
        yield Obligation(
            id=obligation_id("commitment", name, material.name),
            kind="commitment",
            name=name,
            direction=material.direction,
            condition=material.condition,
            material=material,
            blanks=parts.blanks.get(bare(material.name)) or (next(iter(parts.blanks.values()), ()) if alone else ()),
            evidence=material.evidence,
        )
    for letter in () if letters else parts.letters[:1]:  # 方案书最后附承诺书一页，写明：…
        evidence = letter.evidence
        id_ = obligation_id("commitment", COMMITMENT, evidence.text)
        yield Obligation(id=id_, kind="commitment", name=COMMITMENT, evidence=evidence)


def _seals(parts: NoticeParts) -> Iterator[Obligation]:
    for seal in parts.seals:
        if seal.role in _SEAL_ROLES:
            yield Obligation(
                id=obligation_id("seal_signature", seal.name, seal.evidence.text),
                kind="seal_signature",
                name=seal.name,
                seal=seal,
                evidence=seal.evidence,
            )


def _eligibility(parts: NoticeParts) -> Iterator[Obligation]:
    for condition in parts.conditions:
        target = next((t for t in parts.targets if t.role == "eligibility" and _within(t, condition)), None)
        yield Obligation(
            id=obligation_id("eligibility", condition.text, condition.evidence.text),
            kind="eligibility",
            name=_WHAT_IS_MEANT.sub("", condition.text).removeprefix("其中"),
            direction=condition.direction,
            condition=condition.condition,
            target=target,
            eligibility=condition,
            evidence=condition.evidence,
        )


def _within(inner: Target, outer: Eligibility) -> bool:
    evidence = inner.evidence
    return outer.evidence.start <= evidence.start and evidence.end <= outer.evidence.end


def _deadlines(parts: NoticeParts) -> Iterator[Obligation]:
    for deadline in parts.deadlines:
        if deadline.kind in _DEADLINES:
            words = f"{deadline.on or deadline.month_day or deadline.duration}\n{deadline.evidence.text}"
            yield Obligation(
                id=obligation_id("deadline", deadline.kind, words),
                kind="deadline",
                name=deadline.kind,
                direction=owner_of(deadline, parts.directions),
                deadline=deadline,
                evidence=deadline.evidence,
            )
