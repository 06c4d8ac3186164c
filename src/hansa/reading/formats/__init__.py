"""One file a format: a file in, a Document out."""
