"""Checking a draft: each number, date, name, post and order in it is held against the register and against itself."""
