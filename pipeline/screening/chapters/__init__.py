"""Chapters of the task book: which heading answers which section, and what is put off or evaded."""
