"""Who may apply: kind, place, age, partners, sums and conditions in numbers."""
