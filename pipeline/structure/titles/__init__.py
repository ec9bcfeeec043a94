"""One line by itself: its number, and whether it is a title."""
