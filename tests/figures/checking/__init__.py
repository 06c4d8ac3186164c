"""Checking a draft."""
