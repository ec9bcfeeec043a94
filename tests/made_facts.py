"""Evidence, a field and a target made by hand, for the pure parts of screening."""

from typing import Any

from schemas.evidence import Evidence
from schemas.facts import FormField, Target
from schemas.outline import Role


def spot(text: str) -> Evidence:
    return Evidence(text=text, start=10, end=10 + len(text))


def field(label: str, group: str | None = None, role: Role = Role.FORM) -> FormField:
    return FormField(name=(group or "") + label, label=label, group=group, role=role, evidence=spot(label))


def target(
    comparator: str,
    value: float,
    unit: str = "个",
    value_max: float | None = None,
    metric: str = "数量",
    words: str = "x",
) -> Target:
    data: dict[str, Any] = {"metric": metric, "comparator": comparator, "value": value, "value_max": value_max}
    data |= {"unit": unit, "canonical_value": value, "canonical_unit": unit, "evidence": spot(words)}
    return Target.model_validate(data)
