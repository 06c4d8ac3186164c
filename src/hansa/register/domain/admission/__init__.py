"""Admitting facts: for each type of fact, which record it belongs to. docs/admission.md has the rule in words."""
