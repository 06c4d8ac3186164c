"""Papers in offices' templates."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from hansa.reading.formats import read_document
from hansa.register.templates import examine
from hansa.reports.forms import starter
from hansa.reports.render import write
from tests.reports.opendocument import faults
from tests.reports.render.papers import make_full_paper, make_paper
from tests.templates import docx_template


@pytest.mark.parametrize("suffix", [".odt", ".docx"])
def test_our_own_form_is_a_template_to_begin_with(suffix: str, tmp_path: Path) -> None:
    template = starter(suffix, "zh-hant")
    path = tmp_path / f"report{suffix}"

    examine(template, suffix)
    path.write_bytes(write(make_full_paper("合影"), suffix, template))

    text = read_document(path).text
    for words in ("施政報告", "國際處", "112年2月1日", "壹、一般行政", "（一）庶務工作", "合影"):
        assert words in text
    assert "{{" not in text


def test_an_office_s_text_head_and_page_stay() -> None:
    template = docx_template(
        "公文用紙", "{{ title }}／{{publisher}}", "{{ body }}", "此致", header="密件 {{ dateline }}"
    )

    document = Document(io.BytesIO(write(make_paper(), ".docx", template)))

    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[:2] == ["公文用紙", "施政報告／國際處"]
    assert texts.index("一般行政") < texts.index("此致")
    assert document.sections[0].header.paragraphs[0].text == "密件 112年2月1日"
    assert document.sections[0].page_width == Document(io.BytesIO(template)).sections[0].page_width


def test_a_field_parted_among_runs_is_filled() -> None:
    parted = Document(io.BytesIO(docx_template("{{ body }}")))
    paragraph = parted.add_paragraph("案由：{")
    for piece in ("{ ti", "tle", " }}，請查照"):
        paragraph.add_run(piece)
    out = io.BytesIO()
    parted.save(out)

    document = Document(io.BytesIO(write(make_paper(), ".docx", out.getvalue())))

    assert "案由：施政報告，請查照" in [paragraph.text for paragraph in document.paragraphs]


def test_a_missing_style_is_told_and_ours_stands_in(caplog: pytest.LogCaptureFixture) -> None:
    template = Document(io.BytesIO(docx_template("{{ body }}")))
    styles = template.styles.element
    styles.remove(template.styles["Heading 2"].element)
    out = io.BytesIO()
    template.save(out)

    document = Document(io.BytesIO(write(make_paper(), ".docx", out.getvalue())))

    assert "The template has no style heading 2; Hansa's own is used" in caplog.messages
    assert "事務管理" in [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"]


def test_an_odt_template_gives_a_valid_file() -> None:
    content = write(make_full_paper(), ".odt", starter(".odt", "zh-hant"))

    assert faults(content) == []
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert "Pictures/report-1.png" in file.namelist()


def test_words_of_a_field_are_not_taken_for_fields() -> None:
    document = Document(io.BytesIO(write(make_paper("{{ title }}"), ".docx", docx_template("{{ body }}"))))

    assert "{{ title }}" in [paragraph.text for paragraph in document.paragraphs]
