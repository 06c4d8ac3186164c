"""The files that the register keeps: of sources, pictures and templates."""

from collections.abc import Iterator

from hansa.register.models import Picture, Source, Template


def files_named() -> Iterator[tuple[str, str]]:
    """The name and the SHA-256 of each file that a record has; one query for each kind that has files."""
    for model in (Source, Picture, Template):
        yield from model._default_manager.order_by("pk").values_list("filename", "sha256").iterator()
