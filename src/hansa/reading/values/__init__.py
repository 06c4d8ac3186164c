"""One kind of value a file: how it is found in text, and what it means."""
