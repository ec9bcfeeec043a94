"""What the command line says beside its answer: on standard error, so that the answer stays what it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from schemas.finding import Failure


def tell(failures: "Sequence[Failure]") -> None:
    """A line for each input that was not read, with the reason and what to do."""
    for failure in failures:
        complain(f"{failure.path}: {failure.error} [{failure.reason}]")


def complain(words: str) -> None:
    """One line for the person at the terminal."""
    from pipeline.printing import visible

    typer.echo(f"jiebang: {visible(words)}", err=True)
