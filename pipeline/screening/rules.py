"""The rules of an office (本单位核查规则): checks off, thresholds, severity, wordings, obligations of its own."""

import hashlib
from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, ConfigDict, Field, field_validator, model_validator

from pipeline.screening.settings import Settings
from schemas.finding import Severity
from schemas.notice import FindingKind
from schemas.record import Record

KINDS: tuple[FindingKind, ...] = get_args(FindingKind)
LONGEST_PATTERN = 500  # characters
LONGEST_TEXT = 200


class _Table(Record):
    """A table of the file: no key that is not known, no type that has to be guessed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _tuples(value: object) -> object:
    """TOML's lists as tuples, however deep; the records are frozen."""
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value


Words = Annotated[tuple[Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)], ...], BeforeValidator(_tuples)]
Groups = Annotated[tuple[Words, ...], BeforeValidator(_tuples)]


class OfficeWords(_Table):
    """Words that an office adds to ``wordings.toml``; all of them literal words, none a pattern.

    ``label_groups``: labels that mean the same field, the first the canonical one; ``proof_groups``: other words for
    the same proof; ``placeholders``: a value that is no answer; ``elsewhere``: an answer that only points elsewhere;
    ``nothing``: 无 and the like; ``label_noise``, ``proof_noise``: left out before names are compared.
    """

    label_groups: Groups = ()
    proof_groups: Groups = ()
    placeholders: Words = ()
    elsewhere: Words = ()
    nothing: Words = ()
    label_noise: Words = ()
    proof_noise: Words = ()


class OwnObligation(_Table):
    """An obligation of the office's own: the application holds the pattern, or says the text in its own words.

    ``kind`` is where the finding is filed; ``forbidden`` turns it round (what must not be there); ``direction`` limits
    it to one direction; ``explanation`` is the sentence of the letter where it is not met.
    """

    name: str = Field(min_length=1, max_length=LONGEST_TEXT)
    kind: FindingKind = "section"
    pattern: str | None = Field(default=None, min_length=1, max_length=LONGEST_PATTERN)
    text: str | None = Field(default=None, min_length=2, max_length=LONGEST_TEXT)
    forbidden: bool = False
    direction: int | None = None
    explanation: str | None = Field(default=None, min_length=2, max_length=LONGEST_TEXT)

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str | None) -> str | None:
        if pattern is None:
            return None
        import regex

        try:
            regex.compile(pattern)
        except regex.error as error:
            raise ValueError(f"no regular expression ({error}); mend it, or give words with text = …") from error
        return pattern

    @model_validator(mode="after")
    def _one_of_two(self) -> "OwnObligation":
        if (self.pattern is None) == (self.text is None):
            raise ValueError("give either pattern (a regular expression) or text (words, compared by meaning)")
        if self.forbidden and self.pattern is None:
            raise ValueError("forbidden goes with pattern only; what is forbidden must be found word by word")
        return self

    @property
    def id(self) -> str:
        """Stable for the same rule: ``<kind>-<8 hex of its words>``."""
        words = "\n".join(("office", self.kind, self.name, self.pattern or "", self.text or ""))
        return f"{self.kind}-{hashlib.sha256(words.encode()).hexdigest()[:8]}"


class Rules(_Table):
    """Everything that an office's file may say; the defaults change nothing.

    ``severity`` maps a kind, or ``kind:name`` of one obligation, to gap (counts), review (a person decides) or note
    (shown, not counted). ``thresholds`` are keys of :class:`pipeline.screening.Settings`.
    """

    off: Annotated[frozenset[FindingKind], Field(strict=False)] = frozenset()
    thresholds: dict[str, Any] = Field(default_factory=dict)
    severity: dict[str, Severity] = Field(default_factory=dict)
    wordings: OfficeWords = OfficeWords()
    obligation: Annotated[tuple[OwnObligation, ...], BeforeValidator(_tuples)] = ()

    @field_validator("severity")
    @classmethod
    def _known_kinds(cls, severity: dict[str, Severity]) -> dict[str, Severity]:
        unknown = [key for key in severity if key.split(":", 1)[0] not in KINDS]
        if unknown:
            raise ValueError(f"{'、'.join(unknown)}: no such kind; there are {', '.join(KINDS)}")
        return severity

    def settings(self, base: Settings) -> Settings:
        """The thresholds over those of the settings file, and the checks that are off in either.

        Raises pydantic's ValidationError for a key that is none or a value out of bounds.
        """
        return Settings.model_validate(
            {**base.model_dump(), **self.thresholds, "off": base.off | self.off},
        )

    def severity_of(self, kind: FindingKind, name: str) -> Severity:
        """That of the one obligation, else of its kind, else gap."""
        return self.severity.get(f"{kind}:{name}", self.severity.get(kind, "gap"))
