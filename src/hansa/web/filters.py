"""The filters of the lists: one form per kind of record, which owns how its list is narrowed."""

from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hansa.register import enums
from hansa.register.access import records
from hansa.register.domain.queries.agreements import agreements_in_force
from hansa.register.domain.queries.listing import Narrowing, years_and_countries
from hansa.register.domain.queries.memberships import memberships_current
from hansa.register.domain.standing import OUT_OF_FORCE
from hansa.register.models import User
from hansa.register.models.record import Record
from hansa.register.rules import Somebody
from hansa.register.search import search
from hansa.web.dates import year_words
from hansa.web.listed import ListedExchanges
from hansa.web.names import country_name
from hansa.web.request import home_of

Records = QuerySet[Any]
FOUND_AT_MOST = 1000


class Filter(forms.Form):
    """Narrows a list. What a reader typed that is no choice is passed over, as if nothing had been chosen."""

    kind_of_record: ClassVar[str]

    q = forms.CharField(
        label=_("Words"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"type": "search", "class": "form-control"}),
    )

    def __init__(self, data: Any, records: Records, user: Somebody) -> None:
        super().__init__(data)
        self.records = records
        self.user = user
        for name, choices in self.choices_from_records().items():
            self.fields[name] = choice(self.declared_fields[name].label, choices)
        self.full_clean()

    def choices_from_records(self) -> dict[str, list[tuple[str, str]]]:
        """The choices of those fields that depend on what the register holds."""
        return {}

    def chosen(self, name: str) -> str:
        """What was chosen in a field, empty where nothing was."""
        return str(self.cleaned_data.get(name) or "")

    def narrow(self, records: Records) -> Records:
        """The records that the fields besides the words leave."""
        return records

    def filter(self) -> Records | ListedExchanges:
        """The records that the whole form leaves, as a paginator takes them."""
        records = self.narrow(self.records)
        if not self.chosen("q"):
            return records
        return self.find(records, self.chosen("q"))

    def find(self, records: Records, words: str) -> Records:
        """The records that hold the words."""
        hits = search(words, user=self.user, kinds=[self.kind_of_record], limit=FOUND_AT_MOST)
        return records.filter(pk__in=[hit.record.rpartition("-")[2] for hit in hits])

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was chosen at all."""
        return any(self.chosen(name) for name in self.fields)


def choice(label: Any, choices: Any) -> forms.ChoiceField:
    """A field with a choice or none."""
    select = forms.Select({"class": "form-select", "data-submit": "true"})
    return forms.ChoiceField(label=label, choices=[("", _("all")), *choices], required=False, widget=select)


def _years(records: Records, *fields: str) -> list[tuple[str, str]]:
    """The years in which the records' days fall, the latest first."""
    rows = records.order_by().values_list(*(f"{field}__year" for field in fields)).distinct()
    years = {year for row in rows for year in row if year is not None}
    return [(str(year), year_words(year)) for year in sorted(years, reverse=True)]


class PartyFilter(Filter):
    """By what they are and where."""

    kind_of_record = "party"
    kind = choice(_("Kind"), enums.PartyKind.choices)
    country = choice(_("Country"), [])

    def choices_from_records(self) -> dict[str, list[tuple[str, str]]]:
        """The countries that have parties."""
        codes = self.records.exclude(country="").order_by().values_list("country", flat=True).distinct()
        return {"country": sorted(((code, country_name(code)) for code in codes), key=lambda pair: pair[1])}

    def narrow(self, records: Records) -> Records:
        """By kind and country."""
        chosen = {name: self.chosen(name) for name in ("kind", "country") if self.chosen(name)}
        return records.filter(**chosen)


class AgreementFilter(Filter):
    """By kind, the year of signing and whether they are in force."""

    kind_of_record = "agreement"
    kind = choice(_("Kind"), enums.AgreementKind.choices)
    year = choice(_("Signed in"), [])
    state = choice(_("State"), [("in_force", _("in force")), ("out_of_force", _("suspended or ended"))])

    def choices_from_records(self) -> dict[str, list[tuple[str, str]]]:
        """The years of signing."""
        return {"year": _years(self.records, "signed_first")}

    def narrow(self, records: Records) -> Records:
        """By kind, year and state."""
        if kind := self.chosen("kind"):
            records = records.filter(kind=kind)
        if year := self.chosen("year"):
            records = records.filter(signed_first__year=year)
        if self.chosen("state") == "in_force":
            records = records.filter(pk__in=agreements_in_force().values("pk"))
        elif self.chosen("state"):
            records = records.filter(steps__kind__in=OUT_OF_FORCE).exclude(pk__in=agreements_in_force().values("pk"))
        return records


class MembershipFilter(Filter):
    """By whose they are, and whether they are current."""

    kind_of_record = "membership"
    member = choice(_("Member"), [("own", _("own city only"))])
    state = choice(_("State"), [("current", _("current")), ("past", _("past"))])

    def narrow(self, records: Records) -> Records:
        """By member and state."""
        if self.chosen("member") and isinstance(self.user, User):
            records = records.filter(party=home_of(self.user))
        current = Q(pk__in=memberships_current().values("pk"))
        return {"current": records.filter(current), "past": records.exclude(current)}.get(self.chosen("state"), records)


class OrganizationFilter(Filter):
    """By what they are for."""

    kind_of_record = "organization"
    kind = choice(_("Kind"), enums.OrganizationKind.choices)

    def narrow(self, records: Records) -> Records:
        """By kind."""
        return records.filter(kind=self.chosen("kind")) if self.chosen("kind") else records


class ExchangeFilter(Filter):
    """By kind, year and country; by a party, where its page leads here."""

    kind_of_record = "exchange"
    kind = choice(_("Kind"), enums.ExchangeKind.choices)
    year = choice(_("Year"), [])
    country = choice(_("Country"), [])
    party = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def choices_from_records(self) -> dict[str, list[tuple[str, str]]]:
        """The years that have exchanges, and the countries that they were with."""
        years, countries = years_and_countries(self.kind_of_record, self.user)
        return {
            "year": [(str(year), year_words(year)) for year in years],
            "country": sorted(((code, country_name(code)) for code in countries), key=lambda pair: pair[1]),
        }

    @cached_property
    def with_party(self) -> Record | None:
        """The party whose exchanges they are, where one is asked for."""
        number = self.cleaned_data.get("party")
        return records("party", self.user).filter(pk=number).first() if number else None

    def filter(self) -> ListedExchanges:
        """The exchanges that the whole form leaves."""
        year = self.chosen("year")
        narrowing = Narrowing(
            kind=self.chosen("kind"),
            year=int(year) if year else None,
            country=self.chosen("country"),
            party=self.with_party.pk if self.with_party else None,
            words=self.chosen("q"),
        )
        return ListedExchanges(narrowing, self.user)


class CommitmentFilter(Filter):
    """By whether they are promises or recommendations, and how far they are."""

    kind_of_record = "commitment"
    kind = choice(_("Kind"), enums.CommitmentKind.choices)
    state = choice(_("State"), [*enums.CommitmentState.choices, ("overdue", _("overdue"))])

    def narrow(self, records: Records) -> Records:
        """By kind and state; what is overdue is neither done nor given up, and was to be done before today."""
        if kind := self.chosen("kind"):
            records = records.filter(kind=kind)
        if self.chosen("state") == "overdue":
            pending = (enums.CommitmentState.OPEN, enums.CommitmentState.UNDER_WAY)
            return records.filter(state__in=pending, due_last__lt=timezone.localdate())
        return records.filter(state=self.chosen("state")) if self.chosen("state") else records


class GiftFilter(Filter):
    """By whether they were given or received, and by year."""

    kind_of_record = "gift"
    direction = choice(_("Given or received"), enums.GiftDirection.choices)
    year = choice(_("Year"), [])

    def choices_from_records(self) -> dict[str, list[tuple[str, str]]]:
        """The years that have gifts."""
        return {"year": _years(self.records, "first", "last")}

    def narrow(self, records: Records) -> Records:
        """By direction and year."""
        if direction := self.chosen("direction"):
            records = records.filter(direction=direction)
        if year := self.chosen("year"):
            records = records.filter(first__year__lte=year, last__year__gte=year)
        return records


class FigureFilter(Filter):
    """By year and the section that they stand under."""

    kind_of_record = "figure"
    year = choice(_("Year"), [])
    section = choice(_("Section"), [])

    def choices_from_records(self) -> dict[str, list[tuple[str, str]]]:
        """The years and sections that have figures."""
        sections = self.records.exclude(section="").order_by().values_list("section", flat=True).distinct()
        return {
            "year": _years(self.records, "first", "last"),
            "section": [(section, section) for section in sorted(sections)],
        }

    def narrow(self, records: Records) -> Records:
        """By year and section."""
        if year := self.chosen("year"):
            records = records.filter(first__year__lte=year, last__year__gte=year)
        return records.filter(section=self.chosen("section")) if self.chosen("section") else records


class FactFilter(Filter):
    """By type and state."""

    kind_of_record = "fact"
    type = choice(_("Type"), enums.FactType.choices)
    state = choice(_("State"), enums.FactState.choices)

    def narrow(self, records: Records) -> Records:
        """By type and state."""
        chosen = {name: self.chosen(name) for name in ("type", "state") if self.chosen(name)}
        return records.filter(**chosen)

    def find(self, records: Records, words: str) -> Records:
        """Those whose quote holds the words as they are written."""
        return records.filter(passage__quote__icontains=words)


class QuestionFilter(Filter):
    """By how far they are, and the year in which they were asked."""

    kind_of_record = "question"
    state = choice(_("State"), enums.QuestionState.choices)
    year = choice(_("Year"), [])

    def choices_from_records(self) -> dict[str, list[tuple[str, str]]]:
        """The years that have questions."""
        return {"year": _years(self.records, "date")}

    def narrow(self, records: Records) -> Records:
        """By state and year."""
        if state := self.chosen("state"):
            records = records.filter(state=state)
        return records.filter(date__year=self.chosen("year")) if self.chosen("year") else records


class ProjectFilter(Filter):
    """By words."""

    kind_of_record = "project"


class PersonFilter(Filter):
    """By words."""

    kind_of_record = "person"


class SourceFilter(Filter):
    """By words."""

    kind_of_record = "source"


FILTERS: dict[str, type[Filter]] = {
    form.kind_of_record: form
    for form in (
        PartyFilter, AgreementFilter, MembershipFilter, OrganizationFilter, ExchangeFilter, FigureFilter, FactFilter,
        ProjectFilter, PersonFilter, SourceFilter, CommitmentFilter, GiftFilter, QuestionFilter,
    )
}  # fmt: skip
