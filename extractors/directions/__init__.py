"""Directions (揭榜方向) of a notice, in every layout that calls use."""
