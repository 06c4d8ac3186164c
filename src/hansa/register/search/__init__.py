"""Search over the records: the words of a text, the index, and the question."""

from hansa.register.search.index import index_dependents, index_records, index_states, rebuild_index
from hansa.register.search.query import Hit, search
from hansa.register.search.words import terms

__all__ = ["Hit", "index_dependents", "index_records", "index_states", "rebuild_index", "search", "terms"]
