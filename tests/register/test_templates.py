"""Which files can be templates."""

import io
import zipfile

import pytest

from hansa.register.templates import TemplateError, examine
from tests.templates import docx_template


def with_part(content: bytes, name: str, data: bytes) -> bytes:
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as file:
        file.writestr(name, data)
    return out.getvalue()


def test_a_template_with_known_fields_is_taken() -> None:
    examine(
        docx_template("{{ title }}，{{year}}年", "{{ contents }}", " {{ body }} ", header="{{ publisher }}"), ".docx"
    )


@pytest.mark.parametrize("where", ["body", "header"])
def test_an_unknown_field_is_refused_with_its_name(where: str) -> None:
    fields = {"header": "{{ mayor }}"} if where == "header" else {}
    content = docx_template("{{ body }}", *([] if fields else ["致 {{ mayor }} 鈞鑒"]), **fields)

    with pytest.raises(TemplateError, match=r"not known: \{\{ mayor \}\}\. Known are \{\{ title \}\}, "):
        examine(content, ".docx")


def test_a_field_parted_among_runs_is_found() -> None:
    content = docx_template("{{ body }}", "{{ may~or }}")
    parted = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as file, zipfile.ZipFile(parted, "w") as made:
        for name in file.namelist():
            made.writestr(name, file.read(name).replace(b"~", b"</w:t></w:r><w:r><w:t>"))

    with pytest.raises(TemplateError, match=r"\{\{ mayor \}\}"):
        examine(parted.getvalue(), ".docx")


@pytest.mark.parametrize("text", ["", "前 {{ body }}"])
def test_the_body_stands_on_a_line_of_its_own(text: str) -> None:
    with pytest.raises(TemplateError, match="body"):
        examine(docx_template(text), ".docx")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no archive"])
def test_a_damaged_file_is_refused(content: bytes) -> None:
    with pytest.raises(TemplateError):
        examine(content, ".docx")


def test_another_format_under_the_suffix_is_refused() -> None:
    with pytest.raises(TemplateError, match=r"\.odt"):
        examine(docx_template("{{ body }}"), ".odt")


def test_macros_are_refused() -> None:
    content = with_part(docx_template("{{ body }}"), "word/vbaProject.bin", b"x")

    with pytest.raises(TemplateError, match="macros"):
        examine(content, ".docx")


def test_a_bomb_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b" " * 60_000_000)

    with pytest.raises(TemplateError, match="archive bomb"):
        examine(out.getvalue(), ".docx")
