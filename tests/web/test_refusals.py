"""What reading says of a document that it cannot read, said in the reader's language."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.utils.translation import override

import hansa.reading
from hansa.reading.formats import DocumentError, recognition
from hansa.web.refusals import SENTENCES, WORDS, reason_of

READING = Path(hansa.reading.__file__).parent


def raised() -> Iterator[str]:
    """The sentences that reading gives a DocumentError, as literals or as constants of the module."""
    for path in READING.rglob("*.py"):
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        for call in calls:
            if isinstance(call.func, ast.Name) and call.func.id == "DocumentError":
                yield sentence(call.args[0], path)


def sentence(node: ast.expr, path: Path) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    assert isinstance(node, ast.Name), f"{path}:{node.lineno}: give DocumentError a sentence that can be translated"
    module = ".".join(path.relative_to(READING.parents[1]).with_suffix("").parts)
    return str(getattr(import_module(module), node.id))


def test_sentences_are_those_that_reading_raises() -> None:
    assert set(SENTENCES) == set(raised())


def test_words_are_those_of_the_files_that_are_not_read() -> None:
    images = [what for _magic, what in recognition.NO_DOCUMENTS]
    others = [*recognition.OTHER_OFFICE.values(), recognition.READ, recognition.XML, recognition.ARCHIVE]
    old = [recognition.OLD, *(what for _stream, what, _formats in recognition.OLD_OFFICE)]

    assert set(WORDS) == {*images, *others, *old}


@pytest.mark.parametrize("template", SENTENCES)
def test_sentence_is_said_in_both_languages(template: str) -> None:
    values = {"error": "x", "kind": "x", "format": "PDF", "what": "an icon", "formats": "y", "languages": "z"}
    error = DocumentError(template, size=60, limit=50, pages="1–3", **values)

    with override("zh-hant"):
        assert any(character > "\u3000" for character in reason_of(error))
    with override("en"):
        assert reason_of(error) == str(error)


def test_reason_names_the_kind_of_file_in_the_readers_language() -> None:
    error = DocumentError("is {what}, which is not read; save it as {formats}", what="a program", formats="TXT")

    with override("zh-hant"):
        assert reason_of(error) == "不支援此類檔案（程式），請另存為TXT後再試"
