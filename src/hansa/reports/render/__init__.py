"""An outline in, the bytes of a document out: one writer a format."""
