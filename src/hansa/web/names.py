"""What a record is called in the reader's language."""

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from hansa.atlas.countries import country_name as name_in_atlas
from hansa.register.models import RECORD_KINDS, Fact
from hansa.register.models.record import Record
from hansa.web.dates import date_words, is_chinese

# What the parts of records are called.
PART_HEADINGS: dict[str, str | Promise] = {
    "names": _("Names"),
    "sides": pgettext_lazy("agreement", "Parties"),
    "texts": _("Language versions"),
    "signed_names": _("Names as signed"),
    "signatories": _("Signed by"),
    "steps": _("Steps"),
    "clauses": _("Clauses"),
    "seats": _("Seats"),
    "parties": _("Counterparts"),
    "people": _("People"),
    "programme": _("Programme"),
    "costs": _("Costs"),
    "fields": _("Fields of cooperation"),
    "passages": _("Evidence"),
    "citations": _("Records cited"),
    "participating": _("Participating cities"),
}


def bilingual(named: Any) -> str:
    """The name of a party, person, organization, office or unit; the other language's where there is but one."""
    names = (named.name_zh, named.name_en)
    return next(filter(None, names if is_chinese() else reversed(names)), "")


def other_name(named: Any) -> str:
    """The name in the language that `bilingual` does not show; nothing where there is none or it is the same."""
    both = (named.name_zh, named.name_en)
    return next((name for name in both if name and name != bilingual(named)), "")


def _organization(organization: Any) -> str:
    name, acronym = bilingual(organization), organization.acronym
    if not acronym or acronym in name:
        return name
    return f"{name}（{acronym}）" if is_chinese() else f"{name} ({acronym})"


def _agreement(agreement: Any) -> str:
    parties = " × ".join(bilingual(side.party) for side in agreement.sides.all())
    return f"{parties} {agreement.get_kind_display() or agreement.title}".strip()


def _exchange(exchange: Any) -> str:
    return exchange.title or f"{exchange.get_kind_display()} {date_words(exchange.date)}".strip()


def _membership(membership: Any) -> str:
    return f"{bilingual(membership.party)} – {_organization(membership.organization)}"


def _project(project: Any) -> str:
    return project.title or gettext("%(count)s projects of %(organization)s") % {
        "count": project.count,
        "organization": _organization(project.organization),
    }


def fact_label(fact: Fact) -> str:
    """What a fact states, in a few words: the names and the date in it; its quote where it has none."""
    data = fact.data
    named = data.get("parties") or [data.get(field) for field in ("member", "name", "title", "measure")]
    value = data.get("value")
    counted = f"{value:,} {data.get('unit', '')}".strip() if isinstance(value, int | float) else ""
    words = [word for word in [*named, data.get("organization"), data.get("title"), counted] if word]
    date = next((data[field] for field in ("signed", "since", "date", "period", "founded") if data.get(field)), "")
    return " · ".join([*dict.fromkeys(str(word) for word in words), *filter(None, [date_words(date)])]) or str(fact)


_NAMES: dict[str, Callable[[Any], str]] = {
    "party": bilingual,
    "person": bilingual,
    "organization": _organization,
    "agreement": _agreement,
    "exchange": _exchange,
    "membership": _membership,
    "project": _project,
    "commitment": lambda commitment: Truncator(commitment.text).chars(80),
    "question": lambda question: Truncator(question.words).chars(80),
    "fact": fact_label,
}


def name_of(record: Record) -> str:
    """The record's name in the reader's language."""
    return _NAMES.get(record.kind_of_record, str)(record)


def kind_label(kind: str) -> str:
    """What a kind of record is called: agreement, 締盟."""
    return str(RECORD_KINDS[kind]._meta.verbose_name)


def country_name(code: str) -> str:
    """A country by its ISO 3166-1 code: KR is 韓國, South Korea. The code itself where it is not known."""
    return name_in_atlas(code, get_language() or "")
