"""The form of a list: the filters that it takes, each as a field for its kind of value."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hansa.register.models import Party, Unit, User
from hansa.reports.annual import YEARS
from hansa.reports.lists import ListOf
from hansa.web.names import bilingual, country_name

_MOST_YEARS = 100
_LANGUAGES = [("zh-hant", "中文"), ("en", "English")]


def _day(label: Any) -> forms.Field:
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput({"class": "form-control", "type": "date"}, "%Y-%m-%d")
    )


def _number(label: Any, least: int, most: int) -> forms.Field:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=least,
        max_value=most,
        widget=forms.NumberInput({"class": "form-control"}),
    )


def _choice(label: Any, choices: Any) -> forms.Field:
    return forms.ChoiceField(
        label=label, choices=[("", "—"), *choices], required=False, widget=forms.Select({"class": "form-select"})
    )


def _countries(one: ListOf, user: User) -> forms.Field:
    codes = Party.objects.exclude(country="").order_by().values_list("country", flat=True).distinct()
    choices = sorted(((code, country_name(code)) for code in codes), key=lambda pair: pair[1])
    return _choice(gettext_lazy("Country"), choices)


def _units(one: ListOf, user: User) -> forms.Field:
    units = Unit.objects.filter(office=user.office_id)
    return _choice(gettext_lazy("Unit responsible"), [(f"unit-{unit.pk}", bilingual(unit)) for unit in units])


_FIELDS: dict[str, Callable[[ListOf, User], forms.Field]] = {
    "year": lambda one, user: _number(gettext_lazy("Year"), YEARS[0], YEARS[-1]),
    "from": lambda one, user: _day(gettext_lazy("From")),
    "to": lambda one, user: _day(gettext_lazy("To")),
    "years": lambda one, user: _number(gettext_lazy("Of the last … years"), 1, _MOST_YEARS),
    "on": lambda one, user: _day(gettext_lazy("As it stands on")),
    "country": _countries,
    "kind": lambda one, user: _choice(gettext_lazy("Kind"), (one.kinds or {}).items()),
    "unit": _units,
    "by": lambda one, user: _choice(
        gettext_lazy("Counted by"),
        [
            ("month", gettext_lazy("Month")),
            ("quarter", gettext_lazy("Quarter")),
            ("year", gettext_lazy("Year")),
        ],
    ),
}


class ListForm(forms.Form):
    """What a list is narrowed by, and its language. `given` is what `reports.lists.asking.asked` takes."""

    def __init__(self, one: ListOf, user: User, data: Any, language: str) -> None:
        super().__init__(data if any(name in data for name in ("language", *one.filters)) else {"language": language})
        for name in one.filters:
            self.fields[name] = _FIELDS[name](one, user)
        self.fields["language"] = forms.ChoiceField(
            label=gettext_lazy("Language"), choices=_LANGUAGES, widget=forms.Select({"class": "form-select"})
        )

    def clean(self) -> dict[str, Any]:
        """A year or days, and days in their order."""
        cleaned = self.cleaned_data
        first, last = cleaned.get("from"), cleaned.get("to")
        if cleaned.get("year") and (first or last):
            self.add_error("year", ValidationError(_("Choose a year, or days, not both.")))
        elif first and last and last < first:
            self.add_error("to", ValidationError(_("The end lies before the beginning.")))
        return cleaned

    @property
    def given(self) -> dict[str, str]:
        """The filters as somebody would type them, empty where nothing was chosen."""
        return {name: str(value or "") for name, value in self.cleaned_data.items() if name != "language"}
