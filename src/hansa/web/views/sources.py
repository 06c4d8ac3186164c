"""The page of a source: the whole document, its passages marked and linked to their records."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hansa.register.access import fetch, records
from hansa.register.enums import FactState
from hansa.register.models import Fact, Source
from hansa.register.models.record import Record
from hansa.register.rules import Somebody, may_publish
from hansa.web.held import held
from hansa.web.histories import history_shown
from hansa.web.kinds import BY_NAME
from hansa.web.passages import mark_passages
from hansa.web.request import OfficeRequest


@dataclass(frozen=True)
class Marked:
    """A passage on the page: where it stands, and the pages it leads to, of records or of facts that wait."""

    start: int
    end: int
    admitted: bool
    leads_to: tuple[Record, ...]


def record_ref(fact: Fact) -> str:
    """The ref of the record that an admitted fact was admitted to, without fetching it."""
    return f"{fact.type}-{getattr(fact, f'{fact.type}_id')}"


def _marked(facts: Iterable[Fact], user: Somebody) -> list[Marked]:
    """The passages of the facts that were admitted or wait for a decision; those that were refused prove nothing."""
    by_passage: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.state != FactState.REFUSED:
            by_passage[fact.passage_id].append(fact)
    refs = {record_ref(fact) for group in by_passage.values() for fact in group if fact.state == FactState.ADMITTED}
    found = held(refs, user)
    marks = []
    for group in by_passage.values():
        admitted = {record_ref(fact) for fact in group if fact.state == FactState.ADMITTED}
        leads_to = [found[ref] for ref in sorted(admitted) if ref in found] or group
        marks.append(Marked(group[0].passage.start, group[0].passage.end, bool(admitted), tuple(leads_to)))
    return marks


@require_safe
def source_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """The document with its passages, and its facts by state."""
    source = cast(Source, fetch("source", pk, request.user))
    facts = list(records("fact", request.user).filter(passage__source=source))
    by_state = [(state, [fact for fact in facts if fact.state == state]) for state in FactState]
    context = {
        "kind": BY_NAME["source"],
        "record": source,
        "may_publish": may_publish(request.user, source),
        "history": history_shown(source, request.user),
        "pages": mark_passages(source.text, source.pages, _marked(facts, request.user)),
        "states": [(state, group) for state, group in by_state if group],
    }
    return render(request, "web/records/source.html", context)
