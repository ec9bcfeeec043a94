"""Who applies: kind, place, age, partners, people, conditions in numbers, shapes of codes."""
