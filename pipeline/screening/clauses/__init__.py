"""Clauses without a number: answered, refused, turned into the contrary, left to others."""
