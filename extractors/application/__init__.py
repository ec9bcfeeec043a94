"""An application (申报材料): who applies, what is claimed, chosen, attached, planned, paid, signed and sealed."""
