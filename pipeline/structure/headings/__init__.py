"""Headings inside a division: numbered, lettered, framed, asked, or told by their layout alone."""
