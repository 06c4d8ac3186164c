"""The whole form of a record: its own fields, and a table of rows for each of its parts."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.formsets import BaseFormSet, formset_factory
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hansa.register.derived import derived_columns
from hansa.register.domain.editing import fields_edited
from hansa.register.enums import Field
from hansa.register.models import Passage, Unit, User
from hansa.register.models.record import Record
from hansa.register.states import Part, parts_of_kind
from hansa.web.forms.fields import form_field
from hansa.web.forms.values import PassagesField, RecordField, UnitField
from hansa.web.names import PART_HEADINGS

_ROW = re.compile(r"(?P<part>[a-z_]+)-(?P<number>\d+)-(?P<field>[a-z_]+)")
_MOST_ROWS = 1000
# Empty rows that are added at once.
MORE_ROWS = 3


class Rows(BaseFormSet):  # type: ignore[type-arg]
    """The rows of a part; those that are empty or struck out are not there."""

    part: Part
    heading: str | Promise

    @property
    def is_open(self) -> bool:
        """Whether there is something to see: rows, or what was sent."""
        sent = self.is_bound and (any(form.has_changed() for form in self.forms) or self.non_form_errors())
        return bool(self.initial or sent)

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """A box to strike the row out, where it is there already."""
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["class"] = "form-check-input"

    @property
    def given(self) -> list[tuple[int, dict[str, Any]]]:
        """What each row says, with its number on the page."""
        rows = [(number, form) for number, form in enumerate(self.forms) if not form.cleaned_data.get("DELETE")]
        return [(number, said) for number, form in rows if (said := _said(form))]


def _short(field: forms.Field) -> forms.Field:
    """A field of a row, where there is no room for help below it."""
    if field.help_text and isinstance(field.widget, forms.TextInput):
        field.widget.attrs["placeholder"] = field.help_text
    field.help_text = ""
    return field


def _said(form: forms.Form) -> dict[str, Any]:
    """What a row says; nothing where each of its fields is empty or as it was offered."""
    said = {name: value for name, value in form.cleaned_data.items() if name != "DELETE"}
    filled = any(value not in (None, "", [], form.fields[name].initial) for name, value in said.items())
    return said if filled else {}


def _named(own: type[forms.Form], initial: Mapping[str, Any]) -> dict[str, Any]:
    """What an address fills in, records instead of their refs; what names none is passed over."""
    found: dict[str, Any] = {}
    for name, field in own.base_fields.items():
        if name in initial:
            with suppress(ValidationError):
                found[name] = field.clean(initial[name]) if isinstance(field, RecordField) else initial[name]
    return found


class RecordForm:
    """A record's fields and parts as somebody fills them in; a new one where there is no record.

    `data` is what was sent. On a page, a fixed number of queries, however many rows there are.
    """

    def __init__(
        self,
        kind: str,
        user: User,
        record: Record | None = None,
        data: QueryDict | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        self.kind, self.user, self.record = kind, user, record
        parts = {part.name: part for part in parts_of_kind(kind)}
        self._vocabularies = [name for name in ("fields", "passages") if name in parts]
        own = self._own_form()
        self.own = own(data, initial={**self._held(), **_named(own, initial or {})})
        if isinstance(unit := self.own.fields.get("unit"), UnitField):
            unit.queryset = self._units()
        self.rows = [self._rows(part, data) for name, part in parts.items() if name not in self._vocabularies]

    def _own_form(self) -> type[forms.Form]:
        made = {field.name: form_field(field, self.user) for field in fields_edited(self.kind)}
        if "fields" in self._vocabularies:
            made["fields"] = forms.MultipleChoiceField(
                label=_("Fields of cooperation"),
                choices=Field.choices,
                required=False,
                widget=forms.CheckboxSelectMultiple({"class": "form-check-input"}),
            )
        if "passages" in self._vocabularies:
            made["passages"] = PassagesField(
                self._passages(),
                label=_("Evidence"),
                required=False,
                widget=forms.CheckboxSelectMultiple({"class": "form-check-input"}),
            )
        return type("OwnForm", (forms.Form,), made)

    def _units(self) -> "models.QuerySet[Unit]":
        """The units of the user's office, and the one responsible now."""
        now = getattr(self.record, "unit_id", None)
        return Unit.objects.filter(models.Q(office=self.user.office_id) | models.Q(pk=now))

    def _passages(self) -> "models.QuerySet[Passage]":
        """The passages that speak of what a commitment comes from, and those chosen already."""
        record: Any = self.record
        if record is None:
            return Passage.objects.none()
        of_agreement = models.Q(facts__agreement=record.agreement_id) if record.agreement_id else models.Q(pk__in=())
        of_exchange = models.Q(facts__exchange=record.exchange_id) if record.exchange_id else models.Q(pk__in=())
        return (
            Passage.objects.filter(of_agreement | of_exchange | models.Q(commitments=record))
            .select_related("source")
            .defer("source__text")
            .distinct()
        )

    def _held(self) -> dict[str, Any]:
        if self.record is None:
            return {}
        held = {field.name: getattr(self.record, field.name) for field in fields_edited(self.kind)}
        for name in self._vocabularies:
            rows = getattr(self.record, name).all()
            held[name] = [row.field for row in rows] if name == "fields" else list(rows)
        return held

    def _rows(self, part: Part, data: QueryDict | None) -> Rows:
        fields = [field for field in part.fields if field.name not in derived_columns(part.model)]
        row = type("Row", (forms.Form,), {field.name: _short(form_field(field, self.user)) for field in fields})
        held = getattr(self.record, part.name).all() if self.record else ()
        initial = [
            {part.single.name: one} if part.single else {f.name: getattr(one, f.name) for f in fields} for one in held
        ]
        made = formset_factory(
            row,
            Rows,
            extra=1,
            can_delete=True,
            can_delete_extra=False,
            max_num=_MOST_ROWS,
            absolute_max=_MOST_ROWS,
        )
        rows: Any = made(data, prefix=part.name, initial=initial)
        rows.part, rows.heading = part, PART_HEADINGS[part.name]
        return rows  # type: ignore[no-any-return]

    @property
    def kinds_named(self) -> list[str]:
        """The kinds of other records that are named in the form, for which suggestions are made."""
        fields = [
            *self.own.fields.values(),
            *(field for rows in self.rows for field in rows.empty_form.fields.values()),
        ]
        return sorted({field.kind for field in fields if isinstance(field, RecordField)})

    def is_valid(self) -> bool:
        """Whether every field holds a value of its sort; whether these go together, the register says."""
        return all([self.own.is_valid(), *(rows.is_valid() for rows in self.rows)])

    @property
    def values(self) -> dict[str, Any]:
        """The values of the record's own fields."""
        return {name: value for name, value in self.own.cleaned_data.items() if name not in self._vocabularies}

    @property
    def parts(self) -> dict[str, Sequence[models.Model]]:
        """The rows of every part, made anew, without their owner."""
        made: dict[str, Sequence[models.Model]] = {}
        for rows in self.rows:
            said = [row for _number, row in rows.given]
            single = rows.part.single
            made[rows.part.name] = (
                [row[single.name] for row in said] if single else [rows.part.model(**row) for row in said]
            )
        for part in parts_of_kind(self.kind):
            if part.name == "fields":
                made["fields"] = [part.model(field=field) for field in self.own.cleaned_data["fields"]]
            elif part.name == "passages":
                made["passages"] = list(self.own.cleaned_data["passages"])
        return made

    def refuse(self, error: ValidationError) -> None:
        """Show what the register finds wrong, at the fields where it is."""
        for key, errors in error.error_dict.items():
            row = _ROW.fullmatch(key)
            rows = {rows.part.name: rows for rows in self.rows}
            if row and row["part"] in rows:
                number, _said = rows[row["part"]].given[int(row["number"])]
                form = rows[row["part"]].forms[number]
                form.add_error(row["field"] if row["field"] in form.fields else None, errors)
            elif key in rows:
                rows[key].non_form_errors().extend(errors)
            else:
                self.own.add_error(key if key in self.own.fields else None, errors)
