"""What a reader of a format says where a file cannot be read."""


class DocumentError(ValueError):
    """A file that is no readable document; the message is one sentence for the user: the reason and what to do."""
