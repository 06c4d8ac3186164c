"""The forms of pictures: the file, and what is told of it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hansa.register.pictures import LARGEST, MEDIA_TYPES
from hansa.web.forms.values import DateField


class CaptionForm(forms.Form):
    """What a picture shows, whose it is, and when it was taken."""

    title = forms.CharField(
        label=gettext_lazy("What it shows"),
        max_length=300,
        widget=forms.TextInput({"class": "form-control"}),
        help_text=gettext_lazy("The caption on the council's slides."),
    )
    credit = forms.CharField(
        label=gettext_lazy("Credit"),
        max_length=300,
        required=False,
        widget=forms.TextInput({"class": "form-control"}),
        help_text=gettext_lazy("Who took it or gave it."),
    )
    date = DateField(
        label=gettext_lazy("Date"),
        max_length=50,
        required=False,
        widget=forms.TextInput({"class": "form-control"}),
        help_text=gettext_lazy("When it was taken: 2026, 2026-03 or 2026-03-18."),
    )

    @property
    def told(self) -> dict[str, Any]:
        """What the person told of the picture."""
        return {name: self.cleaned_data.get(name) or "" for name in ("title", "credit", "date")}

    def refuse(self, error: ValidationError) -> None:
        """Show what the register found wrong, at its fields."""
        for name, sentences in error.message_dict.items():
            self.add_error(name if name in self.fields else None, sentences)


class PictureForm(CaptionForm):
    """A picture's file with what is told of it."""

    picture = forms.FileField(
        label=gettext_lazy("Picture"),
        widget=forms.FileInput({"class": "form-control", "accept": ",".join(MEDIA_TYPES.values())}),
        help_text=gettext_lazy("JPEG, PNG, WebP or TIFF, 30 MB at most. What the camera wrote into it is not shown."),
    )
    field_order = ("picture", "title", "credit", "date")

    def clean_picture(self) -> "UploadedFile[Any]":
        """A file that is not too large to be looked at while somebody waits."""
        file: UploadedFile[Any] = self.cleaned_data["picture"]
        if (file.size or 0) > LARGEST:
            raise ValidationError(_("The picture has more than %(limit)s MB; save it smaller.") % {"limit": 30})
        return file
