"""One thing told twice with two values."""
