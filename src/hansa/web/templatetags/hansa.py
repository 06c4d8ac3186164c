"""`{% load hansa %}`: dates, names and icons in the reader's language."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import template
from django.db.models import QuerySet
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from hansa.figures.measure import Measure
from hansa.figures.recognition import measure_of
from hansa.figures.words import Words
from hansa.register.domain.queries.listing import ListedExchange, ListedParty
from hansa.register.domain.standing import Standing, standing_of
from hansa.register.enums import AgreementKind, CommitmentState, Counted, ExchangeKind, PartyKind
from hansa.register.models import Agreement, Commitment, Conflict, Exchange, Fact, Figure, Party
from hansa.register.models.record import Record
from hansa.web import dates, kinds, names, statements
from hansa.web.menu import menu as groups

register = template.Library()


@register.filter
def date_words(value: str | dt.date | None) -> str:
    """A date in the reader's language: 2022年6月9日, 9 June 2022."""
    return dates.date_words(str(value or ""))


@register.filter
def date_in_full(value: str | dt.date | None) -> str:
    """A date in the reader's language, in Chinese with the year of the Republic."""
    return dates.date_words(str(value or ""), full=True)


@register.filter
def name(record: Record | None) -> str:
    """The record's name in the reader's language; nothing for None."""
    return names.name_of(record) if record else ""


@register.filter
def other_name(record: Any) -> str:
    """The record's name in the other language, where it has one that differs."""
    return names.other_name(record)


@register.filter
def bilingual(named: Any) -> str:
    """The name of an office or unit in the reader's language; nothing for None."""
    return names.bilingual(named) if named else ""


@register.filter
def standing(agreement: Agreement) -> Standing:
    """Where an agreement stands today, and by what."""
    return standing_of(agreement)


@register.filter
def counterparts(exchange: Exchange | ListedExchange) -> QuerySet[Party] | Sequence[ListedParty]:
    """The counterparts of an exchange, be it the record or a row of a list."""
    return exchange.parties.all() if isinstance(exchange, Exchange) else exchange.parties


@register.filter
def country(code: str) -> str:
    """A country's name by its code."""
    return names.country_name(code)


@register.filter
def number(value: Decimal | int | None) -> str:
    """A number with its thousands parted and no empty decimals."""
    if value is None:
        return ""
    plain = Decimal(value)
    return f"{plain:,.0f}" if plain == plain.to_integral_value() else f"{plain.normalize():,f}"


@register.filter
def fact_label(fact: Fact) -> str:
    """What a fact states, in a few words."""
    return names.fact_label(fact)


@register.filter
def address(record: Record) -> str:
    """The address of the record's page."""
    return kinds.address_of(record.kind_of_record, record.pk)


@register.filter
def ref_address(ref: str) -> str:
    """The address of the page of a record by its ref."""
    return kinds.address_of_ref(ref)


@register.filter
def year_words(year: int) -> str:
    """A year in the reader's language, in Chinese with that of the Republic."""
    return dates.year_words(year)


@register.filter
def kind_icon(kind: str) -> SafeString:
    """The icon of a kind of record."""
    return icon(kinds.BY_NAME[kind].icon)


@register.filter
def kind_label(kind: str) -> str:
    """What a kind of record is called."""
    return names.kind_label(kind)


@register.filter
def joined(words: list[str]) -> str:
    """A list in a sentence of the reader's language."""
    return statements.joined([str(word) for word in words])


@register.filter
def plain(value: Any) -> str:
    """A value that a record holds as a list or as counts, in a sentence of the reader's language."""
    return statements.plain(value)


@register.filter
def role_words(role: str) -> str:
    """A role in an organization, in the reader's language."""
    return statements.role_words(role)


@register.filter
def field_label(conflict: Conflict) -> str:
    """What the field in dispute is called."""
    return statements.field_label(conflict.field)


@register.filter
def held_words(conflict: Conflict) -> str:
    """What the record holds in the field in dispute."""
    return statements.field_words(conflict.field, conflict.held)


@register.filter
def stated_words(conflict: Conflict) -> str:
    """What the fact states in the field in dispute."""
    return statements.field_words(conflict.field, conflict.stated)


@register.filter
def passage_address(fact: Fact) -> str:
    """The address of the place in the source where the fact is stated."""
    return f"{kinds.address_of('source', fact.passage.source_id)}#p-{fact.passage.start}"


@register.filter
def web_address(text: str) -> str:
    """The address behind a website as documents write it; nothing for what is no address of the web."""
    address = text if "://" in text else f"https://{text}"
    return address if address.lower().startswith(("http://", "https://")) and " " not in address else ""


@register.filter
def is_overdue(commitment: Commitment) -> bool:
    """Whether something that was promised should be done by today, and is not."""
    pending = commitment.state in (CommitmentState.OPEN, CommitmentState.UNDER_WAY)
    return pending and commitment.due_last is not None and commitment.due_last < timezone.localdate()


@register.filter
def wikidata_address(number: str) -> str:
    """The address of a thing in Wikidata by its id."""
    return f"https://www.wikidata.org/wiki/{number}"


@register.filter
def percent(value: float) -> str:
    """A share of one in per cent."""
    return f"{value:.0%}"


@register.filter
def signed(value: Decimal | int) -> str:
    """A difference with its sign, + or −."""
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return f"{sign}{number(value if value >= 0 else -value)}"


@register.filter
def rule_word(value: str, counts: str) -> str:
    """A kind that a counting rule names, as readers call it: `counts` is what the rule counts, or `levels`."""
    choices = {"levels": PartyKind, Counted.EXCHANGES.value: ExchangeKind}.get(counts, AgreementKind)
    return str(choices(value).label) if value in choices.values else value


@register.filter
def measure(figure: Figure) -> Measure | None:
    """The measure that a published figure is of."""
    return measure_of(figure)


@register.filter
def say(words: Words) -> str:
    """Words that come in both languages, in the reader's."""
    return words.say(get_language() or "")


@register.simple_tag
def icon(symbol: str, classes: str = "") -> SafeString:
    """An icon of the bundle's sprite; it only accompanies words, so it is hidden from screen readers."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        classes,
        static("hansa/bundle/icons.svg"),
        symbol,
    )


@register.simple_tag(takes_context=True)
def menu(context: dict[str, Any]) -> list[Any]:
    """The menu's groups for the page that is shown."""
    return groups(context["request"].path)
