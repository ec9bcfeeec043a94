"""Mentions -> Notice, Submission: what each document says, put together from the extractors."""
