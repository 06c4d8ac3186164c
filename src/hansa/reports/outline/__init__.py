"""Outlines: what a report says, as plain values. All queries are here; how it looks is not."""
