"""The list of checks: one file a check; the order is that of the report."""

from collections.abc import Callable, Iterator
from types import ModuleType

from pipeline.screening.case import Case
from pipeline.screening.kinds import (
    commitment,
    consistency,
    deadline,
    direction,
    eligibility,
    form_field,
    identifier,
    numeric_target,
    proof_material,
    seal_signature,
    section,
    task_requirement,
    word_limit,
)
from schemas.finding import Finding
from schemas.notice import FindingKind

Check = Callable[[Case], Iterator[Finding]]

CHECKS: tuple[tuple[FindingKind, ModuleType, Check], ...] = (
    ("direction", direction, direction.check),
    ("eligibility", eligibility, eligibility.check),
    ("deadline", deadline, deadline.check),
    ("form_field", form_field, form_field.check),
    ("identifier", identifier, identifier.check),
    ("section", section, section.check),
    ("word_limit", word_limit, word_limit.check),
    ("numeric_target", numeric_target, numeric_target.check),
    ("task_requirement", task_requirement, task_requirement.check),
    ("proof_material", proof_material, proof_material.check),
    ("commitment", commitment, commitment.check),
    ("seal_signature", seal_signature, seal_signature.check),
    ("consistency", consistency, consistency.check),
)
"""Kind, module (its docstring is the kind's Chinese title) and function of every check."""
