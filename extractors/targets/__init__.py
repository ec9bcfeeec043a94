"""Targets (指标): what a figure measures, how it bounds, by when; clauses without figures."""
