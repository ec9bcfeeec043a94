"""Places for seals and signatures: whose stands there, and whether it is still open."""
