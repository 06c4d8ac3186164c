"""A form's field for each field of a record or part, by what the model says of it."""

from collections.abc import Callable
from typing import Any, TypeAlias

from django import forms
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hansa.figures.measures import all_measures
from hansa.register.models import Person, Unit
from hansa.register.models.record import EdtfField, Record
from hansa.register.rules import Somebody
from hansa.web.forms.values import CountsField, DateField, LinesField, RecordField, UnitField

ModelField: TypeAlias = "models.Field[Any, Any]"
Make = Callable[[Any, Somebody, dict[str, Any]], forms.Field]
_DATE_HELP = _("2022, 2022-06, 2022-06-09, 111年6月9日; from one to another: 2022-07-24/2022-07-28")


def form_field(field: ModelField, user: Somebody) -> forms.Field:
    """The field in which a person fills in a field of a record. It requires nothing: the validators do."""
    told = {"label": capfirst(field.verbose_name), "help_text": field.help_text, "required": False}
    make = next(make for model_field, make in _MADE if isinstance(field, model_field))
    if field.name == "measure_key":
        make = _measure
    made = _choice(field, user, told) if field.choices else make(field, user, told)
    made.needed = not field.blank and not field.has_default()  # type: ignore[attr-defined]
    return made


def _measure(field: Any, user: Somebody, told: dict[str, Any]) -> forms.Field:
    language = get_language() or ""
    choices = [(measure.key, measure.label.say(language)) for measure in all_measures()]
    return forms.ChoiceField(choices=[("", "—"), *choices], widget=forms.Select({"class": "form-select"}), **told)


def _text(field: Any, user: Somebody, told: dict[str, Any]) -> forms.Field:
    return forms.CharField(max_length=field.max_length, widget=forms.TextInput({"class": "form-control"}), **told)


def _words(field: Any, user: Somebody, told: dict[str, Any]) -> forms.Field:
    return forms.CharField(widget=forms.Textarea({"rows": 3, "class": "form-control"}), **told)


def _choice(field: Any, user: Somebody, told: dict[str, Any]) -> forms.Field:
    choices = [("", "—"), *field.choices]
    return forms.ChoiceField(
        choices=choices,
        initial=field.get_default(),
        widget=forms.Select({"class": "form-select"}),
        **told,
    )


def _date(field: Any, user: Somebody, told: dict[str, Any]) -> forms.Field:
    return DateField(
        max_length=field.max_length,
        widget=forms.TextInput({"class": "form-control"}),
        **{**told, "help_text": told["help_text"] or _DATE_HELP},
    )


def _day(field: Any, user: Somebody, told: dict[str, Any]) -> forms.Field:
    return forms.DateField(widget=forms.DateInput({"class": "form-control", "type": "date"}, "%Y-%m-%d"), **told)


def _time(field: Any, user: Somebody, told: dict[str, Any]) -> forms.Field:
    return forms.TimeField(widget=forms.TimeInput({"class": "form-control", "type": "time"}, "%H:%M"), **told)


def _amount(field: Any, user: Somebody, told: dict[str, Any]) -> forms.Field:
    return forms.DecimalField(
        max_digits=field.max_digits,
        decimal_places=field.decimal_places,
        widget=forms.NumberInput({"class": "form-control", "step": "any"}),
        **told,
    )


def _number(field: Any, user: Somebody, told: dict[str, Any]) -> forms.Field:
    return forms.IntegerField(widget=forms.NumberInput({"class": "form-control", "min": 0}), **told)


def _measured(field: Any, user: Somebody, told: dict[str, Any]) -> forms.Field:
    return forms.FloatField(widget=forms.NumberInput({"class": "form-control", "step": "any"}), **told)


def _yes_or_no(field: Any, user: Somebody, told: dict[str, Any]) -> forms.Field:
    return forms.BooleanField(
        initial=field.get_default(), widget=forms.CheckboxInput({"class": "form-check-input"}), **told
    )


def _list(field: Any, user: Somebody, told: dict[str, Any]) -> forms.Field:
    made = CountsField if field.name == "members" else LinesField
    return made(**{**told, "help_text": told["help_text"] or _("One on each line.")})


def _link(field: Any, user: Somebody, told: dict[str, Any]) -> forms.Field:
    model: Any = field.related_model
    if model is Unit:
        units = Unit.objects.filter(office=getattr(user, "office_id", None))
        return UnitField(units, empty_label="—", widget=forms.Select({"class": "form-select"}), **told)
    if not issubclass(model, Record):
        raise TypeError(f"there is no field of a form for {field}")
    return RecordField(model.kind_of_record, user, adds=model is Person, **told)


# The first that fits is taken.
_MADE: tuple[tuple[type[ModelField], Make], ...] = (
    (models.ForeignKey, _link),
    (EdtfField, _date),
    (models.CharField, _text),
    (models.TextField, _words),
    (models.DateField, _day),
    (models.TimeField, _time),
    (models.DecimalField, _amount),
    (models.IntegerField, _number),
    (models.FloatField, _measured),
    (models.BooleanField, _yes_or_no),
    (models.JSONField, _list),
)
