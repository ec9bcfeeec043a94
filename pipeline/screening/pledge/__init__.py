"""The letter of commitment: its call, its promises, and what takes them back."""
