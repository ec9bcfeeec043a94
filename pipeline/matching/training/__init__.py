"""The program that makes the embedded model: ``python -m pipeline.matching.training --data DIR --out DIR``."""
