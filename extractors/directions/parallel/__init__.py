"""Directions by what they are: parallel parts of the call, each with a name of its own and figures to reach."""
