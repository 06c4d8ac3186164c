"""The question: which records hold these words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from hansa.register.models import SearchEntry
from hansa.register.rules import Somebody, may_read
from hansa.register.search.words import runs

_SNIPPET = 80
# Values go in as parameters; the statements themselves are these.
_MATCH = {
    ("sqlite", True): "SELECT rowid FROM register_search WHERE title_terms MATCH %s",
    ("sqlite", False): "SELECT rowid FROM register_search WHERE register_search MATCH %s",
    ("postgresql", True): "SELECT id FROM register_searchentry WHERE title_vector @@ %s::tsquery",
    ("postgresql", False): "SELECT id FROM register_searchentry WHERE vector @@ %s::tsquery",
}


@dataclass(frozen=True)
class Hit:
    """A record found: `snippet` is a piece of its text, `marks` the (start, end) offsets in it of the words sought."""

    record: str
    kind: str
    title: str
    snippet: str
    marks: tuple[tuple[int, int], ...]


def _question(text: str) -> str:
    """The words sought, all of them needed, in the database's own query language; empty where there are none.

    Words of letters, and a Chinese character alone, are found as beginnings of words.
    """
    asked: dict[str, bool] = {}
    for run in runs(text):
        for word in run.pairs if run.cjk else [run.word]:
            asked[word] = not run.cjk or len(word) == 1
    if connection.vendor == "postgresql":
        return " & ".join(f"'{word}'{':*' if begins else ''}" for word, begins in asked.items())
    return " AND ".join(f'"{word}"{"*" if begins else ""}' for word, begins in asked.items())


def _matching(question: str, *, in_title: bool) -> QuerySet[SearchEntry]:
    ids = RawSQL(_MATCH[connection.vendor, in_title], (question,))  # noqa: S611 - the words are parameters
    return SearchEntry.objects.filter(pk__in=ids).defer("terms", "title_terms").order_by("pk")


def _marks(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words sought stand in a text, in order, those that touch or overlap joined."""
    places: list[tuple[int, int]] = []
    for run in runs(text):
        for word in words:
            at = run.word.find(word) if run.cjk else (0 if run.word.startswith(word) else -1)
            while at >= 0:
                places.append((run.start + at, run.start + at + len(word)))
                at = run.word.find(word, at + 1) if run.cjk else -1
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _hit(entry: SearchEntry, words: Sequence[str]) -> Hit:
    marks = _marks(entry.text, words)
    start = max(0, marks[0][0] - _SNIPPET // 2) if marks else 0
    end = start + 2 * _SNIPPET
    within = tuple((a - start, min(b, end) - start) for a, b in marks if a < end)
    return Hit(entry.record, entry.kind, entry.title, entry.text[start:end], within)


def search(
    text: str, *, user: Somebody | None = None, kinds: Iterable[str] | None = None, limit: int = 50
) -> list[Hit]:
    """The records that hold all the words of `text`, those with them in their title first, at most `limit`.

    Chinese in any script form and width, two characters or one; other words by their beginning. Somebody who may not
    read gets published records only. At most two queries, with the same answer on both databases.
    """
    question = _question(text)
    if not question:
        return []
    seen = {} if may_read(user or AnonymousUser()) else {"published": True}
    wanted = seen if kinds is None else {**seen, "kind__in": list(kinds)}
    found = list(_matching(question, in_title=True).filter(**wanted)[:limit])
    if len(found) < limit:
        others = _matching(question, in_title=False).filter(**wanted).exclude(pk__in=[entry.pk for entry in found])
        found += others[: limit - len(found)]
    words = list(dict.fromkeys(word for run in runs(text) for word in (run.pairs if run.cjk else [run.word])))
    return [_hit(entry, words) for entry in found]
