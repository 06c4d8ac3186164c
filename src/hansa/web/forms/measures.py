"""What the pages of measures are asked: a period and words, two sides to compare, a counting rule's new version."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from hansa.figures.measure import Measure
from hansa.figures.rules import CountingRule
from hansa.figures.words import Words
from hansa.register.enums import AgreementKind, AgreementState, Counted, ExchangeKind, PartyKind
from hansa.register.models import Figure
from hansa.web.dates import date_words

EARLIEST, LATEST = 1900, 2999
_KINDS = {Counted.EXCHANGES.value: ExchangeKind.choices, Counted.MEMBERSHIPS.value: []}


def _say(words: Words) -> str:
    return words.say(get_language() or "")


def _select(label: Any, choices: Iterable[Any], **told: Any) -> forms.ChoiceField:
    widget = forms.Select({"class": "form-select"})
    return forms.ChoiceField(label=label, choices=list(choices), widget=widget, required=False, **told)


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput({"class": "form-control", "type": "date"}, "%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget)


class PeriodForm(forms.Form):
    """For which days measures are asked: a year, or the days from one to another."""

    q = forms.CharField(
        label=gettext_lazy("Words"),
        required=False,
        max_length=100,
        widget=forms.TextInput({"type": "search", "class": "form-control"}),
    )
    year = forms.IntegerField(
        label=gettext_lazy("Year"),
        min_value=EARLIEST,
        max_value=LATEST,
        required=False,
        widget=forms.NumberInput({"class": "form-control"}),
    )
    first = _day(gettext_lazy("or from"))
    last = _day(pgettext_lazy("date", "to"))

    def __init__(self, data: Any, latest: int) -> None:
        asked = {name: data[name] for name in ("q", "year", "first", "last") if data.get(name)}
        if not asked.keys() & {"year", "first", "last"}:
            asked["year"] = latest
        super().__init__(asked)
        self._latest = latest
        self.full_clean()

    def clean(self) -> dict[str, Any]:
        """The days in order, where they are given."""
        told = super().clean() or {}
        first, last = told.get("first"), told.get("last")
        if first and last and first > last:
            self.add_error("last", _("The period ends before it begins."))
        return told

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The days asked; the latest known year where none or nonsense was asked."""
        told = self.cleaned_data if self.is_valid() else {}
        if told.get("first") and told.get("last"):
            return told["first"], told["last"]
        year = told.get("year") or self._latest
        return dt.date(year, 1, 1), dt.date(year, 12, 31)

    @property
    def words(self) -> str:
        """The words that measures are narrowed by, in small letters."""
        return str(self.cleaned_data.get("q") or "").strip().lower()


class CompareForm(forms.Form):
    """Two numbers of a measure: each a published figure, or what the register gives for days, by a rule, as known."""

    def __init__(
        self, data: Any, measures: Sequence[Measure], measure: Measure, figures: Sequence[Figure], rules: Sequence[str]
    ) -> None:
        super().__init__(data)
        fields = self.fields
        fields["measure"] = _select(gettext_lazy("Measure"), [(one.key, _say(one.label)) for one in measures])
        published = [("", _("the register's own count")), *((one.ref, figure_words(one)) for one in figures)]
        named = [("", _("the measure's own rule")), *((name, name) for name in rules)]
        for side in ("one", "other"):
            fields[side] = _select(pgettext_lazy("of a measure", "Number"), published)
            if measure.moment == "period":
                fields[f"{side}_first"] = _day(gettext_lazy("From"))
            fields[f"{side}_last"] = _day(gettext_lazy("As of") if measure.moment == "day" else gettext_lazy("To"))
            if measure.rule:
                fields[f"{side}_rule"] = _select(gettext_lazy("Counting rule"), named)
                fields[f"{side}_known"] = _day(gettext_lazy("As known on"))

    def side(self, side: str) -> list[forms.BoundField]:
        """The fields of one of the numbers."""
        return [self[name] for name in self.fields if name == side or name.startswith(f"{side}_")]

    @property
    def sides(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields of both, each with its heading."""
        return [(_("First number"), self.side("one")), (_("Second number"), self.side("other"))]


def figure_words(figure: Figure) -> str:
    """A figure in a list of figures: its number, unit and period, and what it counts."""
    return f"{str(figure).removeprefix(figure.measure).strip()} · {date_words(figure.period)} · {figure.measure}"


class RuleForm(forms.Form):
    """A new version of a counting rule, or a new rule."""

    name = forms.RegexField(
        r"^[a-z0-9]+([-_][a-z0-9]+)*$",
        label=gettext_lazy("name"),
        max_length=100,
        help_text=gettext_lazy("Lower-case letters and hyphens: partners-all."),
        widget=forms.TextInput({"class": "form-control"}),
    )
    version = forms.DateField(
        label=gettext_lazy("version"),
        help_text=gettext_lazy("The day from which the rule holds as it is."),
        widget=forms.DateInput({"class": "form-control", "type": "date"}, "%Y-%m-%d"),
    )
    label_zh = forms.CharField(
        label=gettext_lazy("name in Chinese"), max_length=300, widget=forms.TextInput({"class": "form-control"})
    )
    label_en = forms.CharField(
        label=gettext_lazy("name in English"),
        max_length=300,
        required=False,
        widget=forms.TextInput({"class": "form-control"}),
    )
    as_of = forms.DateField(
        label=gettext_lazy("as of"),
        required=False,
        help_text=gettext_lazy("A fixed day; without one, the day that is asked for."),
        widget=forms.DateInput({"class": "form-control", "type": "date"}, "%Y-%m-%d"),
    )
    undated = forms.BooleanField(
        label=gettext_lazy("those without a date count"),
        required=False,
        widget=forms.CheckboxInput({"class": "form-check-input"}),
    )
    abroad = forms.BooleanField(
        label=gettext_lazy("parties abroad only"),
        required=False,
        widget=forms.CheckboxInput({"class": "form-check-input"}),
    )
    note = forms.CharField(
        label=gettext_lazy("note"), required=False, widget=forms.Textarea({"class": "form-control", "rows": 2})
    )

    def __init__(self, rule: CountingRule, data: Any = None, *, is_new: bool = False) -> None:
        self.rule = rule
        super().__init__(data, initial=_initial(rule))
        if not is_new:
            self.fields["name"].disabled = True
        self._several("kinds", gettext_lazy("kinds"), _KINDS.get(rule.counts, AgreementKind.choices))
        self._several("levels", gettext_lazy("levels"), PartyKind.choices)
        if rule.counts in (Counted.PARTIES, Counted.AGREEMENTS):
            self._several("states", gettext_lazy("states"), AgreementState.choices)
        self.order_fields(["name", "version", "label_zh", "label_en", "kinds", "levels", "states"])

    def _several(self, name: str, label: Any, choices: Sequence[Any]) -> None:
        if choices:
            self.fields[name] = forms.MultipleChoiceField(
                label=label,
                choices=choices,
                required=False,
                help_text=gettext_lazy("None ticked leaves out nothing.")
                if name != "states"
                else gettext_lazy("None ticked counts what is in force."),
                widget=forms.CheckboxSelectMultiple({"class": "form-check-input"}),
            )

    @property
    def given(self) -> CountingRule:
        """The rule as it was filled in."""
        told = self.cleaned_data
        return replace(
            self.rule,
            name=told["name"],
            version=told["version"].isoformat(),
            label=Words(told["label_zh"], told["label_en"] or told["label_zh"]),
            kinds=tuple(told.get("kinds", ())),
            levels=tuple(told["levels"]),
            states=tuple(told.get("states", ())),
            as_of=told["as_of"],
            undated=told["undated"],
            abroad=told["abroad"],
            note=told["note"],
        )


def _initial(rule: CountingRule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "version": timezone.localdate(),
        "label_zh": rule.label.zh,
        "label_en": rule.label.en,
        "kinds": list(rule.kinds),
        "levels": list(rule.levels),
        "states": list(rule.states),
        "as_of": rule.as_of,
        "undated": rule.undated,
        "abroad": rule.abroad,
    }
