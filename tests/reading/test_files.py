from pathlib import Path

import pytest

from hansa.facts import Fact
from hansa.reading import files
from hansa.reading.document import Document
from hansa.reading.formats import DocumentError


def test_a_file_gives_its_document_and_its_facts(tmp_path: Path) -> None:
    path = tmp_path / "ties.txt"
    path.write_text("花蓮市於2001年與盛岡市締結友好城市。", encoding="utf-8")

    document, facts = files.read_file(path, "花蓮市")

    assert document.text == "花蓮市於2001年與盛岡市締結友好城市。"
    assert {fact.quote in document.text for fact in facts} == {True}


def test_a_fault_of_our_own_is_said_and_stops_no_other_file(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("奇", encoding="utf-8")

    def trip(document: Document, home: str | None) -> list[Fact]:
        raise KeyError("奇")

    with pytest.raises(DocumentError, match=r"fault in Hansa \(KeyError: '奇'\); please report it"):
        files.read_file(path, reader=trip)
