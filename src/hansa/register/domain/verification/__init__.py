"""Proof that nothing was altered behind the register's back, and that what it holds fits together.

One file a sort of check. Each gives one sentence for each thing that is wrong: what, where, and what it means. Nothing
is changed. Rows are read in batches, so that the number of queries grows with the batches only.
"""

from collections.abc import Iterator

from hansa.register.domain.history import broken_links
from hansa.register.domain.verification.columns import wrong_columns
from hansa.register.domain.verification.documents import facts_hashes, stray_documents, text_hash, wrong_documents
from hansa.register.domain.verification.index import wrong_entries
from hansa.register.domain.verification.installed import missing_guards
from hansa.register.domain.verification.links import broken_rules, dangling_links
from hansa.register.domain.verification.replays import altered_records

__all__ = ["CHECKS", "facts_hashes", "problems", "stray_documents", "text_hash"]

CHECKS = {
    "the database's own guards": missing_guards,
    "the chain of the history": broken_links,
    "records against their history": altered_records,
    "documents, texts and quotes": wrong_documents,
    "what records name": dangling_links,
    "rules": broken_rules,
    "columns that follow from others": wrong_columns,
    "the search index": wrong_entries,
}


def problems() -> Iterator[str]:
    """A sentence for each thing that is not as it should be: what is wrong, where, and what it means."""
    for check in CHECKS.values():
        yield from check()
