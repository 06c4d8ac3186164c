"""Comments in drafts."""
