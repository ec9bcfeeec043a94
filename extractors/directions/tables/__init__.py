"""Directions and their indicators in tables."""
