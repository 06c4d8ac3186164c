"""Entries that hold words: the question in each database's own language, and the way to its newest answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection

from hansa.register.search.words import LONGEST_WORD, TITLE_MARK, runs

# PostgreSQL first looks through the newest entries, ten for each that is wanted. Where these have too few hits, it
# gathers as many as are quickly sorted; where there are more, it looks further, as far as these would be found if they
# were spread over a million entries.
_NEAR = 10
_FEW = 5000
_FAR = 200
_LONGEST_QUESTION = 200


class Within(StrEnum):
    """Where the words are to stand; visitors read no further than OPEN."""

    TITLE = "title"
    OPEN = "open"
    ALL = "all"


_FTS5_COLUMNS = {
    Within.TITLE: "title_terms",
    Within.OPEN: "{title_terms open_terms}",
    Within.ALL: "{title_terms open_terms terms}",
}
_VECTORS = {Within.TITLE: "vector", Within.OPEN: "open_vector", Within.ALL: "vector"}
# The words go in as a parameter; the statements themselves are these.
_FTS5 = (
    "SELECT rowid FROM register_search WHERE register_search MATCH %s AND rowid >= %s AND rowid < %s"
    " ORDER BY rowid DESC LIMIT %s OFFSET %s"
)
_FTS5_COUNT = (
    "SELECT count(*) FROM (SELECT 1 FROM register_search"
    " WHERE register_search MATCH %s AND rowid >= %s AND rowid < %s LIMIT %s)"
)
_WALK = (
    "SELECT id FROM (SELECT id, {vector} AS words FROM register_searchentry WHERE id >= %s AND id < %s"
    " ORDER BY id DESC LIMIT %s) AS newest WHERE words @@ %s::tsquery ORDER BY id DESC LIMIT %s OFFSET %s"
)
# The sums keep PostgreSQL from walking by date here, which it does for rare words that it takes for frequent ones.
_GATHER = "SELECT id FROM register_searchentry WHERE {vector} @@ %s::tsquery AND id + 0 >= %s AND id + 0 < %s LIMIT %s"
_COUNT = (
    "SELECT count(*) FROM (SELECT 1 FROM register_searchentry"
    " WHERE {vector} @@ %s::tsquery AND id >= %s AND id < %s LIMIT %s) AS found"
)


@dataclass(frozen=True)
class Question:
    """What is sought: words, all of them needed, some as beginnings of words; and of each group of facets one.

    `keys` are the first id of an entry that may answer, and the first after them that may not.
    """

    words: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    facets: tuple[tuple[str, ...], ...] = ()
    keys: tuple[int, int] = (0, 1 << 62)

    def in_fts5(self, within: Within) -> str:
        """As SQLite is asked."""
        column = _FTS5_COLUMNS[within]
        words = [f'{column}:"{word}"' for word in self.words]
        beginnings = [f'{column}:"{word}"*' for word in self.beginnings]
        groups = [" OR ".join(f'facets:"{one}"' for one in group) for group in self.facets]
        return " AND ".join([*words, *beginnings, *(f"({group})" for group in groups)])

    def in_tsquery(self, within: Within) -> str:
        """As PostgreSQL is asked."""
        marks = (TITLE_MARK,) if within == Within.TITLE else ("", TITLE_MARK)
        groups = [
            *([f"'{mark}{word}'" for mark in marks] for word in self.words),
            *([f"'{mark}{word}':*" for mark in marks] for word in self.beginnings),
            *([f"'{one}'" for one in group] for group in self.facets),
        ]
        return " & ".join(f"({' | '.join(group)})" for group in groups)


def question_of(text: str, *facets: Iterable[str]) -> Question:
    """What a text asks for: its words, those of letters and a Chinese character alone as beginnings of words.

    A text that goes on and on is cut.
    """
    words: dict[str, None] = {}
    beginnings: dict[str, None] = {}
    for run in runs(text[:_LONGEST_QUESTION]):
        if run.cjk and len(run.word) > 1:
            words |= dict.fromkeys(run.pairs)
        else:
            beginnings[run.word[:LONGEST_WORD]] = None
    return Question(tuple(words), tuple(beginnings), tuple(map(tuple, facets)))


def newest(question: Question, within: Within = Within.ALL, *, limit: int, offset: int = 0) -> list[int]:
    """The ids of the entries that answer, the newest first; in time that does not grow with the number of answers.

    One query, on PostgreSQL at most four.
    """
    if connection.vendor == "sqlite":
        return _ids(_FTS5, question.in_fts5(within), *question.keys, limit, offset)
    wanted = limit + offset
    found = _walked(question, within, _NEAR * wanted, limit, offset)
    if len(found) < limit:
        gathered = _gathered(question, within, _FEW + 1)
        if len(gathered) <= _FEW:
            return sorted(gathered, reverse=True)[offset:wanted]
        found = _walked(question, within, _FAR * wanted, limit, offset)
    return found if len(found) == limit else sorted(_gathered(question, within), reverse=True)[offset:wanted]


def every(question: Question) -> list[int]:
    """The ids of all entries that answer, in no order. One query."""
    if connection.vendor == "sqlite":
        return _ids(_FTS5, question.in_fts5(Within.ALL), *question.keys, -1, 0)
    return _gathered(question, Within.ALL)


def _walked(question: Question, within: Within, entries: int, limit: int, offset: int) -> list[int]:
    asked = question.in_tsquery(within)
    return _ids(_WALK.format(vector=_VECTORS[within]), *question.keys, entries, asked, limit, offset)


def _gathered(question: Question, within: Within, at_most: int | None = None) -> list[int]:
    return _ids(_GATHER.format(vector=_VECTORS[within]), question.in_tsquery(within), *question.keys, at_most)


def count(question: Question, within: Within = Within.ALL, *, at_most: int) -> int:
    """How many entries answer; of more than `at_most` no more are counted. One query."""
    if connection.vendor == "sqlite":
        return _ids(_FTS5_COUNT, question.in_fts5(within), *question.keys, at_most)[0]
    return _ids(_COUNT.format(vector=_VECTORS[within]), question.in_tsquery(within), *question.keys, at_most)[0]


def _ids(statement: str, *parameters: str | int | None) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [row[0] for row in cursor.fetchall()]
