"""Offices' templates for tests."""

import io

from docx import Document


def docx_template(*paragraphs: str, header: str = "") -> bytes:
    """A Word document with these paragraphs, in which fields may stand."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
