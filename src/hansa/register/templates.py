"""The files of offices' templates: what is taken in, and the fields that the writers fill.

A field stands in double braces: {{ title }}. Word processors part a field's letters among runs as they please, so a
paragraph's text is looked at as a whole.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from lxml import etree

from hansa.reading.formats.archive import check_parts, part_names
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.markup import read_xml
from hansa.register.errors import RegisterError

LARGEST = 20_000_000  # bytes
FIELD = re.compile(r"\{\{\s*(.*?)\s*\}\}")
# What stands within a line, and what stands on a line of its own and becomes blocks.
WORDS = ("title", "publisher", "dateline", "year")
BLOCKS = ("body", "contents")
# Parts of a file that hold the paragraphs that are filled, and the part that holds the text itself.
_PARTS = {
    ".docx": re.compile(r"word/(document|header\d*|footer\d*)\.xml"),
    ".odt": re.compile(r"(content|styles)\.xml"),
    ".pptx": re.compile(r"ppt/(slideLayouts|slideMasters)/[^/]+\.xml"),
}
_TEXT = {".docx": "word/document.xml", ".odt": "content.xml"}
_OFFICIAL = {".docx": "word/document.xml", ".odt": "content.xml", ".pptx": "ppt/presentation.xml"}
_PARAGRAPHS = {"p", "h"}
_PROGRAM = re.compile(r"vbaProject\.bin$|^Basic/|^Scripts/", re.IGNORECASE)


class TemplateError(RegisterError):
    """A template that is not taken in; the message is for the user, in the user's language."""


def examine(content: bytes, suffix: str) -> None:
    """See that a file can be a template of this suffix. Raises TemplateError, which names what is wrong in it."""
    if len(content) > LARGEST:
        raise TemplateError(_("The file has more than %(limit)s MB.") % {"limit": LARGEST // 10**6})
    try:
        check_parts(content)
        names = part_names(content)
        found = dict(_fields(content, suffix, names))
    except DocumentError as error:
        reason = _(error.template).format(**error.values)
        raise TemplateError(_("The file cannot be used: it %(reason)s.") % {"reason": reason}) from error
    if _OFFICIAL[suffix] not in names:
        raise TemplateError(_("The file is no %(suffix)s document.") % {"suffix": suffix})
    if any(_PROGRAM.search(name) for name in names):
        raise TemplateError(_("The file holds macros; save it without them."))
    _check_fields(found, suffix)


def _check_fields(found: dict[str, bool], suffix: str) -> None:
    known = ", ".join(f"{{{{ {name} }}}}" for name in (*WORDS, *BLOCKS))
    for name in found:
        if name not in WORDS + BLOCKS:
            values = {"name": f"{{{{ {name} }}}}", "known": known}
            raise TemplateError(
                _("The template has a field that is not known: %(name)s. Known are %(known)s.") % values
            )
        if name in BLOCKS and not found[name]:
            raise TemplateError(
                _("The field %(name)s must stand alone in a paragraph of the text.") % {"name": f"{{{{ {name} }}}}"}
            )
    if suffix in _TEXT and "body" not in found:
        raise TemplateError(
            _("The template has no {{ body }}: write it on a line of its own, where the report is to be.")
        )


def _fields(content: bytes, suffix: str, names: set[str]) -> Iterator[tuple[str, bool]]:
    """The fields, and whether each stands alone in a paragraph of the text, at its top."""
    for part in sorted(name for name in names if _PARTS[suffix].fullmatch(name)):
        root = read_xml(content, part)
        for paragraph in root.iter() if root is not None else ():
            if isinstance(paragraph.tag, str) and etree.QName(paragraph).localname in _PARAGRAPHS:
                text = "".join(str(piece) for piece in paragraph.itertext())
                for field in FIELD.finditer(text):
                    parent = paragraph.getparent()
                    top = parent is not None and etree.QName(parent).localname in ("body", "text")
                    yield field[1], top and part == _TEXT.get(suffix) and field[0] == text.strip()
