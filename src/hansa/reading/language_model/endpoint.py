"""The office's own language model: where it is, and one question asked of it and answered.

The protocol is that of chat completions (`POST …/chat/completions` with `model` and `messages`), which llama.cpp,
vLLM, Ollama and most servers of models speak.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import httpx
import msgspec

from hansa.reading.formats import DocumentError

LARGEST_ANSWER = 1_000_000
_TRIES = 2
_PAUSE = 1.0
_BUSY = (429, 502, 503, 504)


class EndpointError(DocumentError):
    """The model cannot be asked, or gave no answer; the message says why and what to do. It never holds the key."""


@dataclass(frozen=True)
class Endpoint:
    """Where the model is asked: the protocol's base address (`http://models.office:8000/v1`), and the model's name.

    `seconds` is how long one answer may take in all.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 120.0


class _Message(msgspec.Struct):
    content: str


class _Choice(msgspec.Struct):
    message: _Message


class _Completion(msgspec.Struct):
    choices: list[_Choice]


def configured(environment: Mapping[str, str]) -> Endpoint:
    """The endpoint that HANSA_LLM_URL, _MODEL, _KEY and _SECONDS name. Raises EndpointError where they do not."""
    url, model = environment.get("HANSA_LLM_URL", "").strip(), environment.get("HANSA_LLM_MODEL", "").strip()
    if not url or not model:
        raise EndpointError("no language model is configured; set HANSA_LLM_URL and HANSA_LLM_MODEL")
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise EndpointError("HANSA_LLM_URL is no address; write it like http://models.office:8000/v1") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise EndpointError("HANSA_LLM_URL is no address; write it like http://models.office:8000/v1")
    if parsed.userinfo or parsed.query:
        raise EndpointError("HANSA_LLM_URL holds more than an address; put the key into HANSA_LLM_KEY")
    try:
        seconds = float(environment.get("HANSA_LLM_SECONDS") or Endpoint.seconds)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 3600:
        raise EndpointError("HANSA_LLM_SECONDS is no number of seconds from 1 to 3600")
    return Endpoint(url.rstrip("/"), model, environment.get("HANSA_LLM_KEY", "").strip(), seconds)


def ask(endpoint: Endpoint, messages: Sequence[Mapping[str, str]]) -> str:
    """The model's answer to the messages (`role` and `content` each).

    A server that is busy is asked once more. Proxies of the environment are not used and redirections not followed:
    the document goes where the office sends it, and nowhere else. Raises EndpointError.
    """
    request = {"model": endpoint.model, "messages": list(messages), "temperature": 0, "stream": False}
    for attempt in range(_TRIES):
        status, body = _posted(endpoint, request)
        if status not in _BUSY:
            break
        if attempt + 1 < _TRIES:
            time.sleep(_PAUSE)
    if status in (401, 403):
        raise EndpointError(
            "the language model's server refused the key ({status}); look at HANSA_LLM_KEY", status=status
        )
    if status != httpx.codes.OK:
        raise EndpointError("the language model's server answered with status {status}; look at its log", status=status)
    try:
        completion = msgspec.json.decode(body, type=_Completion)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise EndpointError(
            "the language model's server does not speak chat completions; look at HANSA_LLM_URL"
        ) from error
    if not completion.choices:
        raise EndpointError("the language model's server gave no answer; look at its log")
    return completion.choices[0].message.content


def _posted(endpoint: Endpoint, request: Mapping[str, object]) -> tuple[int, bytes]:
    """Status and body of the server's answer."""
    headers = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    # A limit on each wait does not stop a server that sends a byte a second: the whole has a limit of its own.
    deadline = time.monotonic() + endpoint.seconds
    body = bytearray()
    try:
        with (
            httpx.Client(timeout=endpoint.seconds, trust_env=False, follow_redirects=False) as client,
            client.stream("POST", f"{endpoint.url}/chat/completions", json=request, headers=headers) as response,
        ):
            for piece in response.iter_bytes():
                body += piece
                if len(body) > LARGEST_ANSWER:
                    raise EndpointError("the language model's answer is larger than any list of facts; look at its log")
                if time.monotonic() > deadline:
                    raise httpx.ReadTimeout("the whole answer took too long")
    except httpx.TimeoutException as error:
        raise EndpointError(
            "the language model did not answer within {seconds} seconds; set HANSA_LLM_SECONDS higher",
            seconds=f"{endpoint.seconds:g}",
        ) from error
    except httpx.HTTPError as error:
        raise EndpointError(
            "the language model's server cannot be reached ({kind}); look at HANSA_LLM_URL", kind=type(error).__name__
        ) from error
    return response.status_code, bytes(body)
