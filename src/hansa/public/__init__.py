"""The site for visitors: lists, open data."""
