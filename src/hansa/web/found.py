"""What search found, ready for a page: the record's name in the reader's language, the words sought marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from hansa.register.rules import Somebody
from hansa.register.search import Hit
from hansa.web.held import held
from hansa.web.kinds import BY_NAME, Kind, address_of_ref
from hansa.web.names import name_of


@dataclass(frozen=True)
class Found:
    """One hit as a page shows it; `page` is that of a source, 0 where the whole record is found."""

    kind: Kind
    name: str
    address: str
    snippet: SafeString
    page: int


def marked(text: str, marks: Iterable[tuple[int, int]]) -> SafeString:
    """The text, escaped, with the words between each (start, end) in <mark>; marks in order, without overlaps."""
    pieces, at = [], 0
    for start, end in marks:
        pieces.append((text[at:start], text[start:end]))
        at = end
    head = format_html_join("", "{}<mark>{}</mark>", pieces)
    return format_html("{}{}", head, conditional_escape(text[at:]))


def found(hits: Iterable[Hit], user: Somebody) -> list[Found]:
    """The hits in their order; one fetch for each kind among them. A hit whose record is gone meanwhile is left out."""
    hits = list(hits)
    records = held((hit.record for hit in hits), user)
    return [
        Found(
            BY_NAME[hit.kind],
            name_of(records[hit.record]),
            f"{address_of_ref(hit.record)}{f'#page-{hit.page}' if hit.page else ''}",
            marked(hit.snippet, hit.marks),
            hit.page,
        )
        for hit in hits
        if hit.record in records and hit.kind in BY_NAME
    ]
