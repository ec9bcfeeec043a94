"""The words that tell promises from plans and from what there is (``lexicons/claims.toml``)."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def claim_words(name: str) -> tuple[str, ...]:
    """A list of the lexicon by its name, in its order. Raises KeyError for a name that it has not."""
    content = files("extractors").joinpath("lexicons/claims.toml").read_text(encoding="utf-8")
    found: list[str] = tomllib.loads(content)[name]
    return tuple(found)
