"""A document in, its facts out: restore the blocks, run every rule over each, merge what is said twice, check."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

from hansa.facts import Fact, FactError
from hansa.facts.lines import check_fact
from hansa.reading.context import Context, Rule
from hansa.reading.document import Block, BlockKind, Document, beginning
from hansa.reading.merging import merged
from hansa.reading.patterns import regex
from hansa.reading.rules import agreements, exchanges, figures, memberships, organizations, projects
from hansa.reading.structure import restore

RULES: tuple[Rule, ...] = (
    # agreements
    agreements.agreement_is_told,
    agreements.tie_is_told_in_english,
    agreements.agreement_stands_in_row,
    agreements.partner_heads_item,
    agreements.partner_stands_on_line,
    agreements.partners_are_listed,
    # exchanges
    exchanges.exchange_takes_place,
    exchanges.exchange_takes_place_in_english,
    exchanges.visit_stands_in_row,
    # organizations
    organizations.described_under_a_heading,
    organizations.described_in_a_row,
    organizations.defined_in_a_sentence,
    organizations.listed_by_name,
    # memberships
    memberships.joined_in_a_row,
    memberships.leads_in_a_record,
    memberships.listed_as_member,
    memberships.joined_in_chinese,
    memberships.joined_in_english,
    # projects
    projects.run_inside_an_organization,
    # figures
    figures.reported_in_a_sentence,
    figures.reported_in_a_table,
    figures.reported_in_english,
)
# What is told in a language needs words of it: most documents are in one, and its rules are all that is asked.
_IN_CHINESE = frozenset((
    agreements.agreement_is_told, exchanges.exchange_takes_place, memberships.joined_in_chinese,
    figures.reported_in_a_sentence,
))  # fmt: skip
_IN_ENGLISH = frozenset((
    agreements.tie_is_told_in_english, exchanges.exchange_takes_place_in_english, memberships.joined_in_english,
    figures.reported_in_english,
))  # fmt: skip
# What stands in the cells of a table.
_IN_ROWS = frozenset((
    agreements.agreement_stands_in_row, exchanges.visit_stands_in_row, organizations.described_in_a_row,
    memberships.joined_in_a_row, memberships.leads_in_a_record,
))  # fmt: skip
_CHINESE, _ENGLISH = regex(r"[\u3400-\u9fff]"), regex(r"[A-Za-z]{2}")


def read_facts(document: Document, home: str | None = None) -> list[Fact]:
    """The facts that a document states, in the order in which they stand in it.

    `home` is the name of the document's own city, which it calls 本市 or the City; None where it has none. Each fact
    is valid, carries a quote that is in the document, and stands once.
    """
    return facts_in(Context(document, restore(document), home or None))


def facts_in(context: Context) -> list[Fact]:
    """The facts that a document states, of which the context was made; what it finds on the way it keeps."""
    with _keeping():
        found: list[Fact] = []
        for index in range(len(context.blocks)):
            context.enter(index)
            block = context.block
            for rule in _asked(block):
                for fact in rule(block, context):
                    if _holds(fact, context.document):
                        found.append(fact)
        return merged(found)


@contextmanager
def _keeping() -> Iterator[None]:
    """No search for garbage meanwhile: what reading makes is kept to its end, and each search would go through it."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _asked(block: Block) -> Sequence[Rule]:
    """The rules that a block may answer."""
    return _rules_for(
        chinese=_CHINESE.search(block.text) is not None,
        english=_ENGLISH.search(block.text) is not None,
        row=block.kind is BlockKind.ROW,
    )


@cache
def _rules_for(*, chinese: bool, english: bool, row: bool) -> Sequence[Rule]:
    asked = ((_IN_CHINESE, chinese), (_IN_ENGLISH, english), (_IN_ROWS, row))
    barred = frozenset[Rule]().union(*(rules for rules, may in asked if not may))
    return [rule for rule in RULES if rule not in barred]


def _holds(fact: Fact, document: Document) -> bool:
    """Whether the fact is in the format and its quote in the document; a rule's slip must not stop the reading."""
    try:
        check_fact(fact)
    except FactError:
        return False
    if not isinstance(fact.start, int) or not isinstance(fact.end, int):
        return False
    return beginning(document.text, fact.start, fact.end).startswith(fact.quote)
