"""Directions that lines, headings or paragraphs of their own tell."""
