"""What the layout of a form says before anybody looks at the words: labels and what stands beside them."""

from dataclasses import dataclass, field

from extractors.spans import Span
from schemas.outline import Role


@dataclass(slots=True)
class RawField:
    """A label and the stretches that answer it, as spans of ``Text.clean``; the values may be empty."""

    label: Span
    role: Role
    group: str | None = None
    values: list[Span] = field(default_factory=list)

    def add(self, span: Span) -> None:
        """One more stretch of the value; an empty one counts only while there is none."""
        if span.end > span.start or not self.values:
            self.values.append(span)
