"""The pages of the office's staff."""
