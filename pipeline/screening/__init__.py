"""Screening (核查): obligations on one side, an application on the other; the checks decide."""

from pipeline.screening.case import Case, MatcherLike
from pipeline.screening.rules import Rules
from pipeline.screening.screen import screen
from pipeline.screening.settings import Settings

__all__ = ["Case", "MatcherLike", "Rules", "Settings", "screen"]
