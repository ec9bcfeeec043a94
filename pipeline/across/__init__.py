"""Across submissions: passages that applications share, one applicant twice, one contact or code under two names."""

from pipeline.across.comparing import Paper, compare

__all__ = ["Paper", "compare"]
