"""Nothing that a file names is fetched: a server waits at the address and is never asked."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from hansa.reading.files import read_file
from hansa.reading.formats import DocumentError
from tests.fuzzing.references import referring, typed
from tests.fuzzing.samples import samples

_SAMPLES = samples()
_PACKED = [suffix for suffix, data in _SAMPLES.items() if data.startswith(b"PK")]


class Server(ThreadingHTTPServer):
    """Answers every address, and keeps those that were asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[str] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as waiting:
        thread = threading.Thread(target=waiting.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield waiting
        waiting.shutdown()
        thread.join()


def test_server_hears_who_asks(server: Server) -> None:
    client = HTTPConnection("127.0.0.1", server.server_port)
    client.request("GET", "/image")
    assert client.getresponse().status == 200
    client.close()
    assert server.asked == ["/image"]


@pytest.mark.parametrize("suffix", _SAMPLES)
def test_what_a_file_refers_to_is_not_fetched(suffix: str, server: Server, tmp_path: Path) -> None:
    path = tmp_path / f"file{suffix}"
    data = referring(_SAMPLES[suffix], suffix, server.url)
    assert data != _SAMPLES[suffix]
    path.write_bytes(data)
    _, facts = read_file(path, "高雄市")
    assert facts
    assert server.asked == []


@pytest.mark.parametrize("suffix", _PACKED)
def test_document_types_that_lie_elsewhere_are_not_fetched(suffix: str, server: Server, tmp_path: Path) -> None:
    path = tmp_path / f"file{suffix}"
    path.write_bytes(typed(_SAMPLES[suffix], server.url))
    with suppress(DocumentError):
        read_file(path, "高雄市")
    assert server.asked == []
