"""Measures, counting rules, and the rows behind every number."""
