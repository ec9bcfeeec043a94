"""The words of ``wordings.toml``, loaded once."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money of which an application has one value; ``annual`` where it belongs to a year."""

    name: str
    pattern: str
    annual: bool


@dataclass(frozen=True, slots=True)
class Count:
    """A number of which an applicant has one: patents, people."""

    name: str
    field: str
    pattern: str
    unit: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that a guidance asks for, what shows that it is answered, and how surely its absence is a gap.

    ``sure`` 0: the absence is only mentioned, for a person to look at.
    """

    name: str
    asked: re.Pattern[str]
    answer: re.Pattern[str]
    lack: str
    sure: float


@dataclass(frozen=True, slots=True)
class Wordings:
    """Compiled lists; ``label_canon`` maps a spelling to the canonical label of its group."""

    label_canon: dict[str, str]
    label_noise: tuple[str, ...]
    placeholder: re.Pattern[str]
    elsewhere: re.Pattern[str]
    nothing: frozenset[str]
    proof_noise: tuple[str, ...]
    proof_groups: tuple[tuple[str, ...], ...]
    amounts: tuple[Amount, ...]
    counts: tuple[Count, ...]
    asks: tuple[Ask, ...]


@cache
def wordings() -> Wordings:
    """The packaged lists."""
    data = tomllib.loads(files("pipeline.screening").joinpath("wordings.toml").read_text(encoding="utf-8"))
    return Wordings(
        label_canon={word: group[0] for group in data["label_groups"] for word in group},
        label_noise=tuple(sorted(data["label_noise"], key=len, reverse=True)),
        placeholder=re.compile("|".join(f"(?:{p})" for p in data["placeholders"])),
        elsewhere=re.compile("(?:" + "|".join(f"(?:{p})" for p in data["elsewhere"]) + ")[。.；;]?"),
        nothing=frozenset(data["nothing"]),
        proof_noise=tuple(sorted(data["proof_noise"], key=len, reverse=True)),
        proof_groups=tuple(tuple(group) for group in data["proof_groups"]),
        amounts=tuple(Amount(a["name"], a["pattern"], a["annual"]) for a in data["amounts"]),
        counts=tuple(Count(**count) for count in data["counts"]),
        asks=tuple(
            Ask(a["name"], re.compile(a["asked"]), re.compile(a["answer"]), a["lack"], a["sure"]) for a in data["asks"]
        ),
    )
