"""The forms of the annual report: which one, an item's words, and where an item of the office's own stands."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from hansa.register.domain.revising import LONGEST
from hansa.reports.annual import YEARS
from hansa.reports.manuscript import Section
from hansa.reports.render import WRITERS

LABELS = {
    ".odt": _("ODT (LibreOffice)"),
    ".docx": _("DOCX (Word)"),
    ".pdf": _("PDF"),
    ".html": _("Web page"),
    ".md": _("Markdown"),
}
LANGUAGES = [("zh-hant", "中文"), ("en", "English")]
_FURTHEST = 9999


class ReportForm(forms.Form):
    """Which report: the year and the language."""

    year = forms.IntegerField(
        label=_("Year"),
        min_value=YEARS[0],
        max_value=YEARS[-1],
        widget=forms.NumberInput({"class": "form-control"}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, widget=forms.Select({"class": "form-select"}))


class FileForm(ReportForm):
    """Which report, and as which file."""

    suffix = forms.ChoiceField(label=_("Format"), choices=[(suffix, LABELS.get(suffix, suffix)) for suffix in WRITERS])


class ItemForm(ReportForm):
    """Which item of which report."""

    item = forms.CharField(max_length=100)


class WordsForm(forms.Form):
    """The words of an item."""

    text = forms.CharField(
        label=_("What the report says"),
        max_length=LONGEST,
        widget=forms.Textarea({"class": "form-control", "rows": 8, "aria-describedby": "id_text_helptext"}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class PlaceForm(forms.Form):
    """Where an item of the office's own stands."""

    section = forms.ChoiceField(label=_("Section"), widget=forms.Select({"class": "form-select"}))
    number = forms.IntegerField(
        label=_("Number"),
        min_value=1,
        max_value=_FURTHEST,
        widget=forms.NumberInput({"class": "form-control", "aria-describedby": "id_number_helptext"}),
        help_text=_("The place in the section at which it stands, counted from 1."),
    )

    def __init__(self, chapters: Iterable[Section], *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        choices = [(key, words) for chapter in chapters for key, words in _paths(chapter, "")]
        self.fields["section"].choices = choices  # type: ignore[attr-defined]


class NewItemForm(WordsForm, PlaceForm):
    """An item of the office's own: its words and its place."""

    field_order = ("text", "section", "number")


def _paths(section: Section, above: str) -> Iterable[tuple[str, str]]:
    """A section and those below it, each with the titles that lead to it."""
    words = f"{above} › {section.title}" if above else section.title
    yield section.key, words
    for below in section.sections:
        yield from _paths(below, words)
