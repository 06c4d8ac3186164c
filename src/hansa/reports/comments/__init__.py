"""A draft with what checking says of it as comments in place; the draft itself stays as it is."""

from hansa.reports.comments.commenting import FORMATS, CommentError, commented

__all__ = ["FORMATS", "CommentError", "commented"]
