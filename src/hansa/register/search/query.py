"""The question: which records hold these words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from hansa.register.models import SearchEntry
from hansa.register.rules import Somebody, may_read
from hansa.register.search.entries import facet
from hansa.register.search.marks import snippet
from hansa.register.search.matching import Question, Within, newest, question_of
from hansa.register.search.texts import INDEXED

PUBLISHED = "=published"
_MOST_HITS = 1000
_SHOWN = ("record", "kind", "page", "start", "title", "open_text")


@dataclass(frozen=True)
class Hit:
    """A record found, or a page of a source; `start` is where the page's piece begins in the source's text.

    `snippet` is a piece of the text, `marks` the (start, end) offsets in it of the words sought.
    """

    record: str
    kind: str
    title: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    page: int = 0
    start: int = 0


def search(
    text: str, *, user: Somebody | None = None, kinds: Iterable[str] | None = None, limit: int = 50
) -> list[Hit]:
    """The records that hold all the words of `text`, at most `limit`: those with them in their title first.

    Within these, parties, people and organizations, then the newest. Chinese in any script form and width, two
    characters or one; other words by their beginning. Somebody who may not read gets published records only, found by
    what visitors see of them. A fixed number of queries, with the same answer on both databases.
    """
    office = may_read(user or AnonymousUser())
    wanted = INDEXED if kinds is None else list(kinds)
    groups = [[facet("of", kind) for kind in wanted]] if kinds is not None else []
    question = question_of(text, *groups, *([] if office else [[PUBLISHED]]))
    if not wanted or not (question.words or question.beginnings):
        return []
    ids = _ids(question, Within.ALL if office else Within.OPEN, min(limit, _MOST_HITS))
    shown = (*_SHOWN, "text") if office else _SHOWN
    entries = SearchEntry.objects.only(*shown).in_bulk(ids)
    return [_hit(entries[number], question, office=office) for number in ids if number in entries]


def _ids(question: Question, within: Within, limit: int) -> list[int]:
    found = newest(question, Within.TITLE, limit=limit)
    if len(found) < limit:
        others = newest(question, within, limit=limit + len(found))
        found += [number for number in others if number not in set(found)]
    return found[:limit]


def _hit(entry: SearchEntry, question: Question, *, office: bool) -> Hit:
    if entry.page:
        text = entry.text
    else:
        words = [entry.title, *entry.open_text.split("\n"), *(entry.text.split("\n") if office else ())]
        text = "\n".join(dict.fromkeys(filter(None, words)))
    piece, marks = snippet(text, question)
    return Hit(entry.record, entry.kind, entry.title, piece, marks, entry.page, entry.start)
