"""The ways of the grammar found in a marked sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.english.grammar import ROW, SEPARATOR, WHEN, Side, Way
from hansa.reading.rules.agreements.marks import KIND, Kind, Marked

Span = tuple[int, int]
_WITH_OWN = (
    " with ⌂",
    " to ⌂",
    " of ⌂",
    " and ⌂",
    " with us",
    " of ours",
    " with ours",
    " of the city",
    " with the city",
)
_WITH = (" with ", " of ", " to ")
_TOO = (" too", " as well")


@dataclass(frozen=True)
class Match:
    """One way found: the spans are places in the marked text, from `start` to `end` in all.

    `row` holds the partners, `more` those that follow with a date of their own, `other` whom the tie is with where it
    is not the own city, `when` the date that all of the row share; `link` the words between row and kind.
    """

    way: Way
    start: int
    end: int
    row: Span
    kind: Kind | None = None
    link: str = ""
    own: bool = False
    more: Span | None = None
    other: Span | None = None
    when: Span | None = None


# The end of a row, perhaps with a name that nothing knows: and Hania in Crete (1984).
_ENDS = regex(r"(?:(?:, |,? and )[A-Z][\w'’-]+(?: in ◇)?(?: \([^()◇]*○\))?)?\s*[.;]?\s*")


def matches(way: Way, marks: Marked) -> Iterator[Match]:
    """Where the way is found in the sentence, in order."""
    if way.side is Side.BEFORE:
        yield from _before(way, marks)
    elif way.side is Side.AFTER:
        yield from _after(way, marks)
    else:
        yield from _around(way, marks)


def _before(way: Way, marks: Marked) -> Iterator[Match]:
    for found in way.pattern.finditer(marks.text):
        row = ROW.match(marks.text, found.end())
        if not row or (way.name in ("years", "line") and not _ENDS.fullmatch(marks.text, row.end())):
            continue
        if "◆" in way.pattern.pattern and not row[0].startswith(("◇", "the ", "both ")):
            continue
        other = found.span("other") if way.name == "has" else None
        when = found.span("when") if way.name == "between" and found["when"] else None
        span = _cut(marks.text, row)
        yield Match(way, found.start(), row.end(), span, _kind(marks, found.span()), other=other, when=when)


def _around(way: Way, marks: Marked) -> Iterator[Match]:
    for found in way.pattern.finditer(marks.text):
        groups = {name: found.span(name) for name, value in found.groupdict().items() if value}
        row = groups.get("list") or groups["as"]
        when, other = groups.get("since") or groups.get("when"), groups.get("other")
        yield Match(way, found.start(), found.end(), row, _kind(marks, found.span()), other=other, when=when)


def _after(way: Way, marks: Marked) -> Iterator[Match]:
    text = marks.text
    for row in ROW.finditer(text):
        link = way.pattern.match(text, row.end())
        if not link:
            continue
        end = link.end()
        own = next((words for words in _WITH_OWN if text.startswith(words, end)), "")
        end += len(own)
        lead = next((words for words in _WITH if text.startswith(words, end)), "")
        other = ROW.match(text, end + len(lead)) if lead else None
        end = other.end() if other else end
        too = next((words for words in _TOO if text.startswith(words, end)), "")
        when = WHEN.match(text, end + len(too))
        end = when.end() if when else end + len(too)
        joint = SEPARATOR.match(text, end)
        more = ROW.match(text, joint.end()) if joint else None
        yield Match(
            way,
            row.start(),
            more.end() if more else end,
            row.span(),
            _kind(marks, link.span()),
            link[0],
            own=bool(own or too),
            more=more.span() if more else None,
            other=_cut(text, other) if other else None,
            when=when.span() if when else None,
        )


def _cut(text: str, row: re.Match[str]) -> Span:
    """The row without its last where a tie of that begins: A and B, and C with D."""
    last = row.start() + row[0].rfind("◇")
    return (row.start(), last) if last > row.start() and text.startswith(" with ◇", row.end()) else row.span()


def _kind(marks: Marked, span: Span) -> Kind | None:
    at = marks.text.find(KIND, *span)
    return marks.kind(at) if at >= 0 else None
