"""What the program does: reading, structure, records, matching, screening, store, reports."""

__version__ = "0.1.0"
