"""A document that somebody hands over: the field for it, and the file while it is worked on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LARGEST = 50_000_000  # bytes


class DocumentForm(forms.Form):
    """Which document."""

    document = forms.FileField(
        label=gettext_lazy("Document"),
        widget=forms.FileInput({"class": "form-control"}),
        help_text=gettext_lazy(
            "PDF, DOCX, ODT, PPTX, ODP, XLSX, ODS, CSV, HTML, Markdown, e-mail (EML) or plain text, 50 MB at most."
        ),
    )

    def clean_document(self) -> "UploadedFile[Any]":
        """A file that is not too large to be read while somebody waits."""
        file: UploadedFile[Any] = self.cleaned_data["document"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(_("The file is larger than 50 MB."))
        return file


@contextmanager
def as_file(uploaded: "UploadedFile[Any]") -> Iterator[Path]:
    """The document as a file of its own name, which is gone afterwards."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / Path(uploaded.name or "document").name
        with path.open("wb") as copy:
            copy.writelines(uploaded.chunks())
        yield path
