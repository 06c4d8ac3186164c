"""The form with which a template is brought in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hansa.register.domain.templates import FORMATS
from hansa.register.enums import ReportKind
from hansa.register.templates import LARGEST

_ENDINGS = ",".join(sorted({suffix for formats in FORMATS.values() for suffix in formats}))


class TemplateForm(forms.Form):
    """For which report, and the file."""

    report = forms.ChoiceField(
        label=gettext_lazy("Report"),
        choices=[(kind.value, kind.label) for kind in ReportKind],
        widget=forms.Select({"class": "form-select"}),
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        widget=forms.FileInput({"class": "form-control", "accept": _ENDINGS}),
        help_text=gettext_lazy("ODT or DOCX with the fields named here; PPTX for the report to the council."),
    )
    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=300,
        required=False,
        widget=forms.TextInput({"class": "form-control"}),
        help_text=gettext_lazy("By default the name of the file."),
    )

    def clean_file(self) -> "UploadedFile[Any]":
        """A file that is not too large to be looked at while somebody waits."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise ValidationError(_("The file has more than %(limit)s MB.") % {"limit": LARGEST // 10**6})
        return file
