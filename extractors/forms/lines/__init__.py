"""Forms laid out as lines: labels, the text below them, the lines that head others."""
