"""Entries that hold words: the question in each database's own language, and the way to its newest answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection

from hansa.register.search.words import LONGEST_WORD, TITLE_MARK, runs

# PostgreSQL looks through so many of the newest entries one by one, before it gathers all hits by its index and sorts
# them: where one in eighty is a hit, fifty are found so; of rarer ones there are few enough to sort.
_WALKED = 4000
_WALKED_FOR_EACH = 20
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
# The sum keeps PostgreSQL from walking by date here, which it does for rare words that it takes for frequent ones.
_GATHER = (
    "SELECT id FROM register_searchentry WHERE {vector} @@ %s::tsquery AND id + 0 >= %s AND id + 0 < %s"
    " ORDER BY id + 0 DESC LIMIT %s OFFSET %s"
)
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

    One query, on PostgreSQL perhaps two.
    """
    if connection.vendor == "sqlite":
        return _ids(_FTS5, question.in_fts5(within), *question.keys, limit, offset)
    vector, asked = _VECTORS[within], question.in_tsquery(within)
    walked = _WALKED + _WALKED_FOR_EACH * offset
    found = _ids(_WALK.format(vector=vector), *question.keys, walked, asked, limit, offset)
    if len(found) == limit:
        return found
    return _ids(_GATHER.format(vector=vector), asked, *question.keys, limit, offset)


def count(question: Question, within: Within = Within.ALL, *, at_most: int) -> int:
    """How many entries answer; of more than `at_most` no more are counted. One query."""
    if connection.vendor == "sqlite":
        return _ids(_FTS5_COUNT, question.in_fts5(within), *question.keys, at_most)[0]
    return _ids(_COUNT.format(vector=_VECTORS[within]), question.in_tsquery(within), *question.keys, at_most)[0]


def _ids(statement: str, *parameters: str | int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [row[0] for row in cursor.fetchall()]
