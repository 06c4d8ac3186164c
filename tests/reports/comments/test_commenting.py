"""A draft with comments: the same text in every sample, the comments over their words, other formats refused."""

from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from hansa.figures.checking.finding import Finding
from hansa.reading.formats import DocumentError, read_document
from hansa.reports.comments import FORMATS, CommentError, commented
from tests.factories import make_figure
from tests.reports.comments.drafts import findings_on, parts

SAMPLES = sorted(
    path
    for folder in ("examples", "tests")
    for path in (Path(__file__).parents[3] / folder).rglob("*")
    if path.suffix in FORMATS
)
pytestmark = pytest.mark.django_db
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_there_are_samples_of_both_formats() -> None:
    assert {path.suffix for path in SAMPLES} == {".docx", ".odt"}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_text_and_other_parts_of_a_sample_stay_as_they_are(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / sample.name
    found = findings_on(sample)
    copy.write_bytes(commented(sample, found))
    before, after = parts(sample.read_bytes()), parts(copy.read_bytes())
    changed = {name for name, content in after.items() if before.get(name) != content}
    assert read_document(copy).text == read_document(sample).text
    assert found
    assert changed <= {
        "content.xml", "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml",
    }  # fmt: skip
    assert before.keys() <= after.keys()


@pytest.mark.parametrize("suffix", [".txt", ".html", ".md"])
def test_formats_without_comments_are_refused_with_those_that_have_them(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"draft{suffix}"
    path.write_text("<html><p>33案</p></html>" if suffix == ".html" else "33案", encoding="utf-8")
    with pytest.raises(CommentError, match="DOCX or ODT"):
        commented(path, [])


def test_damaged_draft_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(DocumentError):
        commented(path, [])


def test_only_what_differs_or_is_ambiguous_is_told_unless_everything_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    document = docx.Document()
    document.add_paragraph("33案、220人次、15國、43國")
    document.save(str(path))
    verdicts = ("differs", "agrees", "ambiguous", "unknown")
    found = [
        Finding(one.start, one.end, one.quote, one.sentence, verdict, "number", one.quote)
        for one, verdict in zip(findings_on(path), verdicts, strict=True)
    ]
    assert _quotes(commented(path, found)) == ["「33」不符。", "「15」待釐清。"]
    assert _quotes(commented(path, found, everything=True)) == [
        "「33」不符。", "「220」相符。", "「15」待釐清。", "「43」查無資料。",
    ]  # fmt: skip


def _quotes(data: bytes) -> list[str]:
    root = etree.fromstring(parts(data)["word/comments.xml"])
    return ["".join(text.text or "" for text in comment.iter(f"{W}t")) for comment in root]


def test_comment_tells_reason_and_records_in_the_language_of_the_draft(tmp_path: Path) -> None:
    figure = make_figure()
    path = tmp_path / "draft.docx"
    document = docx.Document()
    document.add_paragraph("There were 33 visits.")
    document.save(str(path))
    (one,) = findings_on(path)
    finding = Finding(
        one.start, one.end, one.quote, one.sentence, "differs", "number", "33", "35", records=(figure.ref, "figure-0"),
        reason=one.reason,
    )  # fmt: skip
    assert _quotes(commented(path, [finding])) == [
        f"“33” should be “35”.reason 0Rests on: {figure} ({figure.ref})",
    ]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.lists(st.text("0123甲乙 a,\t", min_size=1, max_size=6), min_size=1, max_size=5), min_size=1, max_size=4)
)
def test_runs_split_anywhere_keep_their_text(tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]]) -> None:
    path = tmp_path_factory.mktemp("runs") / "draft.docx"
    document = docx.Document()
    document.add_paragraph("首段")
    for runs in texts:
        paragraph = document.add_paragraph()
        for at, run in enumerate(runs):
            paragraph.add_run(run).bold = bool(at % 2)
    document.save(str(path))
    copy = path.with_name("copy.docx")
    copy.write_bytes(commented(path, findings_on(path)))
    assert [p.text for p in docx.Document(str(copy)).paragraphs] == [
        p.text for p in docx.Document(str(path)).paragraphs
    ]
