"""Merging two records into one, and undoing it. docs/merging.md has the rules in words."""
