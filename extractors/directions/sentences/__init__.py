"""Directions that sentences name: counted, in quotation marks, or one after another."""
