"""The blocks of a document put back together: paragraphs, headings with their tree, items, table rows."""

from hansa.reading.structure.restoring import restore
from hansa.reading.structure.sentences import sentences

__all__ = ["restore", "sentences"]
