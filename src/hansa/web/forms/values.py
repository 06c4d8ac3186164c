"""One field of a form for one kind of value; whether it may be what was typed, the register's validators say."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hansa.register.access import records
from hansa.register.derived import key_of
from hansa.register.domain.recognition import is_latin
from hansa.register.models import Person
from hansa.register.models.record import Record
from hansa.register.rules import Somebody
from hansa.register.transfer.dates import edtf_in
from hansa.register.validators import broken
from hansa.web.names import bilingual, name_of

_REF = re.compile(r"(?:^|\s)(?P<kind>[a-z]+)-(?P<number>[0-9]{1,18})$", re.ASCII)
_COUNT = re.compile(r"(?P<count>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})\s+(?P<of>.+)", re.ASCII)
# How each kind of record is found by a whole name.
_BY_NAME = {
    "party": "names__folded",
    "organization": "names__folded",
    "person": "folded",
    "agreement": "title",
    "exchange": "title",
}
_TOLD = 5


class DateField(forms.CharField):
    """A date as people write it, 2022-06-09 or 民國111年6月9日, kept in EDTF."""

    def clean(self, value: Any) -> str:
        """The date in EDTF; what is none is left to the validators."""
        text = str(super().clean(value))
        return edtf_in(text) or text


class LinesField(forms.CharField):
    """A list of words, one on each line."""

    widget = forms.Textarea({"rows": 3, "class": "form-control"})

    def prepare_value(self, value: Any) -> Any:
        """The words as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[Any]:
        """The lines that hold something."""
        return [line.strip() for line in str(super().clean(value)).splitlines() if line.strip()]


class CountsField(LinesField):
    """Counts with what they count, one on each line: 33 cities."""

    def prepare_value(self, value: Any) -> Any:
        """The counts as lines."""
        if not isinstance(value, list):
            return value
        return "\n".join(f"{count['count']} {count['of']}" for count in value)

    def clean(self, value: Any) -> list[Any]:
        """The counts, as the register keeps them."""
        found = [_COUNT.fullmatch(line) for line in super().clean(value)]
        if not all(found):
            raise broken("counts_of_members")
        return [{"count": int(one["count"].replace(",", "")), "of": one["of"]} for one in found if one]


class UnitField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A unit of the office, in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        """The unit's name."""
        return bilingual(obj)


class PassagesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Passages of documents, each with its source."""

    def label_from_instance(self, obj: Any) -> str:
        """The words and where they stand."""
        return f"{obj.quote} — {obj.source.title}"


class RecordField(forms.CharField):
    """Another record, named by its name or by its ref, `釜山市 party-12`; suggestions come while one types.

    `adds` lets an unknown name stand for somebody new, who is then entered with the record.
    """

    def __init__(self, kind: str, user: Somebody, adds: bool = False, **kwargs: Any) -> None:
        suggested = {
            "class": "form-control",
            "list": f"choices-{kind}",
            "autocomplete": "off",
            "hx-get": reverse("web:choices", args=[kind]),
            "hx-trigger": "input changed delay:200ms",
            "hx-target": f"#choices-{kind}",
            "hx-params": "*",
        }
        super().__init__(widget=forms.TextInput(suggested), **kwargs)
        self.kind, self.user, self.adds = kind, user, adds

    def prepare_value(self, value: Any) -> Any:
        """The record's name and ref."""
        return record_words(value) if isinstance(value, Record) else value

    def clean(self, value: Any) -> Any:
        """The record that is meant, None where nothing is named."""
        text = str(super().clean(value))
        if not text:
            return None
        found = self._found(text)
        if len(found) == 1:
            return found[0]
        if not found and self.adds and not _REF.search(text):
            latin = is_latin(text)
            return Person(name_zh="" if latin else text, name_en=text if latin else "")
        raise ValidationError(self._say(found, text), code="unknown_record")

    def _found(self, text: str) -> Sequence[Record]:
        held = records(self.kind, self.user)
        if ref := _REF.search(text):
            return list(held.filter(pk=ref["number"])) if ref["kind"] == self.kind else []
        column = _BY_NAME[self.kind]
        wanted = text if column == "title" else key_of(text)
        return list(held.filter(**{column: wanted}).distinct()[: _TOLD + 1]) if wanted else []

    def _say(self, found: Sequence[Record], text: str) -> Any:
        if not found:
            return _("The register has nothing of this name: choose one that is suggested, or enter it first.")
        return _("There are several of this name; write one of these: %(names)s") % {
            "names": "; ".join(record_words(record) for record in found[:_TOLD])
        }


def record_words(record: Record) -> str:
    """A record as one types it: its name and its ref."""
    return f"{name_of(record)} {record.ref}"
