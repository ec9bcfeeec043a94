"""One file a kind of obligation: its check, with 依据, 判定, 补救 in the docstring."""
