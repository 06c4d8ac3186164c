"""The search index: rows of folded words for each record, kept beside the records, and how many there are of what."""

from django.db import models


class SearchEntry(models.Model):
    """A record, or a page of a source, as search finds it: what is shown of it, and the words that `terms` made.

    Its id is in the order of the answers: by day, newest last. `open_text` is what visitors may read too, where it is
    published; `facets` are words for what it can be narrowed by. Rows are written and taken out, never changed: the
    database keeps the index of their words and the tally by triggers, as the migration tells it to.
    """

    id = models.BigIntegerField(primary_key=True)
    record = models.CharField(max_length=50, db_index=True)
    kind = models.CharField(max_length=20)
    page = models.PositiveIntegerField(default=0)
    start = models.PositiveIntegerField(default=0)
    subkind = models.CharField(max_length=20, blank=True)
    home = models.BigIntegerField(default=0)
    published = models.BooleanField(default=False)
    years = models.JSONField(default=list)
    countries = models.JSONField(default=list)
    title = models.CharField(max_length=300)
    open_text = models.TextField()
    text = models.TextField()
    title_terms = models.TextField()
    open_terms = models.TextField()
    terms = models.TextField()
    facets = models.TextField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title


class Tally(models.Model):
    """How many records there are of a kind, for each year, country, kind of theirs, home city, and seen by whom.

    Year 0 stands for all years, an empty country for all countries: there each record counts once, while one of several
    years or countries counts in each of them. The database keeps the tally by triggers on the search entries.
    """

    pk = models.CompositePrimaryKey("kind", "year", "country", "subkind", "home", "published")
    kind = models.CharField(max_length=20)
    year = models.IntegerField()
    country = models.CharField(max_length=2, blank=True)
    subkind = models.CharField(max_length=20, blank=True)
    home = models.BigIntegerField()
    published = models.BooleanField()
    number = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.kind} {self.year} {self.country} {self.subkind}: {self.number}"
