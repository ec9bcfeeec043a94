"""Proposes what belongs together: texts and directions, clauses and passages, templates' and applicants' headings."""

from pipeline.matching.matcher import Matcher

__all__ = ["Matcher"]
