import json
from types import FunctionType, SimpleNamespace

import pytest

from hansa.reading.formats import DocumentError, dispatching, recognition


def of_text(monkeypatch: pytest.MonkeyPatch, read: FunctionType, module: str) -> None:
    """Let plain text be read by that function, as if it stood in that module."""
    moved = FunctionType(read.__code__, {**globals(), "__name__": module})
    monkeypatch.setattr(dispatching.importlib, "import_module", lambda name: SimpleNamespace(read=moved))


def slip(data: bytes) -> None:
    {}["missing"]


def parse(data: bytes) -> None:
    json.loads("<a>")


def test_what_a_library_stumbles_over_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    of_text(monkeypatch, slip, "somelibrary.parts")
    with pytest.raises(DocumentError, match="damaged"):
        dispatching.read_bytes(b"", recognition.TEXT)


def test_an_error_of_a_library_s_own_kind_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    of_text(monkeypatch, parse, "hansa.reading.formats.text")
    with pytest.raises(DocumentError, match="damaged"):
        dispatching.read_bytes(b"", recognition.TEXT)


def test_a_slip_in_a_reader_of_ours_is_no_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    of_text(monkeypatch, slip, "hansa.reading.formats.text")
    with pytest.raises(KeyError):
        dispatching.read_bytes(b"", recognition.TEXT)
