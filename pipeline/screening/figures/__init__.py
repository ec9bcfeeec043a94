"""Figures of the notice against figures of the application, and of the application against each other."""
