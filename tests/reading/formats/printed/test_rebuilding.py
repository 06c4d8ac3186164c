import pytest

from hansa.reading.formats.printed import rebuilding
from hansa.reading.formats.printed.rebuilding import opens_in_time

FILLING = b"%" + b"x" * 78 + b"\n"


def long_file(index_at: int) -> bytes:
    """A long file that says where its index is."""
    body = b"%PDF-1.7\n" + FILLING * 20_000
    return body + b"xref\n0 0\ntrailer\n<<>>\nstartxref\n%d\n%%%%EOF" % (len(body) if index_at < 0 else index_at)


def test_a_file_with_its_index_in_place_is_not_tried_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "_SECONDS", 0)

    assert opens_in_time(long_file(-1))
    assert opens_in_time(b"%PDF-1.7 short")


def test_a_file_that_takes_too_long_is_said_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "_SECONDS", 0.001)

    assert not opens_in_time(long_file(17))


def test_a_file_without_its_index_is_opened_all_the_same() -> None:
    assert opens_in_time(long_file(17))
