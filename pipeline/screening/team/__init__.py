"""Conditions on the people who work: employed, titled, under way elsewhere, how many."""
