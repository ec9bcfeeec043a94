"""What tells a form from a text: labels in lines, groups of labels, headings still to be answered."""
