"""The search index: one row of folded words per record, kept beside the records."""

from django.db import models


class SearchEntry(models.Model):
    """A record as search finds it: its ref, kind and title, and the folded words that `search.terms` made of it.

    The database indexes `title_terms` and `terms` by itself, as the migration tells it to: SQLite in an FTS5 table
    that triggers keep, PostgreSQL in generated columns.
    """

    record = models.CharField(max_length=50, unique=True)
    kind = models.CharField(max_length=20, db_index=True)
    published = models.BooleanField(default=False)
    title = models.CharField(max_length=300)
    text = models.TextField()
    title_terms = models.TextField()
    terms = models.TextField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title
