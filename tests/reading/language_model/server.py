"""A small server that speaks chat completions, and misbehaves where a test wants it to."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from hansa.reading.language_model import Endpoint

Answer = Callable[[BaseHTTPRequestHandler, str], None]
"""Writes the answer to a request whose last message is given."""


@dataclass
class Model:
    """The server: where it is, and the requests that it got."""

    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)

    def endpoint(self, key: str = "", seconds: float = 10) -> Endpoint:
        """It as the configuration would name it."""
        return Endpoint(self.url, "small", key, seconds)


@contextmanager
def model(*answers: Answer) -> Iterator[Model]:
    """A server that gives the answers in order, and the last one from then on."""
    served = Model()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answer = answers[min(len(served.asked), len(answers) - 1)]
            served.asked.append({"path": self.path, **request})
            served.keys.append(self.headers["Authorization"])
            try:
                answer(self, request["messages"][-1]["content"])
            except ConnectionError:
                # The reader had enough of it.
                return

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    served.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield served
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def status(code: int, body: bytes = b"", **headers: str) -> Answer:
    """An answer of HTTP alone."""

    def answer(handler: BaseHTTPRequestHandler, _question: str) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def says(content: str) -> Answer:
    """An answer of the model."""
    return status(200, json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode())


def gives(*facts: dict[str, Any]) -> Answer:
    """The facts, in the form asked for."""
    return says(json.dumps({"facts": facts}, ensure_ascii=False))


def endless(handler: BaseHTTPRequestHandler, _question: str) -> None:
    """Bytes without an end."""
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b" " * 100_000)


def trickling(handler: BaseHTTPRequestHandler, _question: str) -> None:
    """A byte now and then, each in time."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" ")
        time.sleep(0.05)


def silent(_handler: BaseHTTPRequestHandler, _question: str) -> None:
    """No answer in time."""
    time.sleep(1)
