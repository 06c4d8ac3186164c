"""Notes and their marks are no part of what a document reports."""

from hansa.reading.document import Document
from hansa.reading.structure import restore


def _read(text: str) -> list[str]:
    return [block.text for block in restore(Document(text))]


def test_notes_and_their_marks_are_left_out() -> None:
    text = (
        "一、訪賓\n111年度國際訪賓計33案[1]、220人次[2]。\n\n註\n[1] 《年報》第1頁：「共33案」\n\n[2] 《年報》第2頁\n"
    )

    assert _read(text) == ["訪賓", "111年度國際訪賓計33案、220人次。", "註"]


def test_what_stands_under_a_later_heading_is_read() -> None:
    text = "一、訪賓\n接待訪賓33案[1]。\n[1] 《年報》第1頁\n\n二、出訪\n出訪2次。\n"

    assert _read(text) == ["訪賓", "接待訪賓33案。", "出訪", "出訪2次。"]


def test_brackets_without_a_note_stay() -> None:
    assert _read("接待訪賓33案[1]。\n共220人次[2]。\n") == ["接待訪賓33案[1]。", "共220人次[2]。"]


def test_a_place_is_still_known_behind_a_mark_that_was_left_out() -> None:
    text = "接待訪賓33案[1]、220人次。\n\n[1] 《年報》第1頁\n"
    document = Document(text)

    (block,) = restore(document)
    at = block.text.index("220")

    assert text[block.offsets[at] :].startswith("220人次")
