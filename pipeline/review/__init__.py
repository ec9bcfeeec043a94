"""People decide: a clerk's decisions on findings, kept beside what the machine said."""

from pipeline.review.outcome import gaps_of, reviewed

__all__ = ["gaps_of", "reviewed"]
