"""What the text says: pure functions on text and outline. Imports only :mod:`schemas`."""
