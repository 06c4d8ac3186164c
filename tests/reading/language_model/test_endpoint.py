"""The endpoint: what it is configured with, and how it fails."""

import pytest

from hansa.reading.language_model import Endpoint, EndpointError, configured
from hansa.reading.language_model.endpoint import ask
from tests.reading.language_model.server import Answer, endless, model, says, silent, status, trickling

_HELLO = [{"role": "user", "content": "hello"}]
_SET = {"HANSA_LLM_URL": "http://models.office:8000/v1/", "HANSA_LLM_MODEL": "small"}


def test_configured_takes_the_environment() -> None:
    full = {**_SET, "HANSA_LLM_KEY": " secret ", "HANSA_LLM_SECONDS": "30"}
    assert configured(full) == Endpoint("http://models.office:8000/v1", "small", "secret", 30)


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"HANSA_LLM_URL": ""}, "HANSA_LLM_URL"),
        ({"HANSA_LLM_MODEL": " "}, "HANSA_LLM_MODEL"),
        ({"HANSA_LLM_URL": "models.office"}, "no address"),
        ({"HANSA_LLM_URL": "file:///etc/passwd"}, "no address"),
        ({"HANSA_LLM_URL": "http://[::1"}, "no address"),
        ({"HANSA_LLM_URL": "http://me:secret@models.office"}, "HANSA_LLM_KEY"),
        ({"HANSA_LLM_SECONDS": "long"}, "HANSA_LLM_SECONDS"),
        ({"HANSA_LLM_SECONDS": "0"}, "HANSA_LLM_SECONDS"),
    ],
)
def test_configured_names_what_is_wrong(changed: dict[str, str], named: str) -> None:
    with pytest.raises(EndpointError, match=named) as raised:
        configured({**_SET, **changed})
    assert "secret" not in str(raised.value)


def test_ask_sends_model_key_and_messages() -> None:
    with model(says("good day")) as served:
        assert ask(served.endpoint(key="secret"), _HELLO) == "good day"
    assert served.asked[0]["path"] == "/v1/chat/completions"
    assert served.asked[0]["model"] == "small"
    assert served.asked[0]["messages"] == _HELLO
    assert served.keys == ["Bearer secret"]


def test_ask_asks_a_busy_server_once_more() -> None:
    with model(status(503), says("good day")) as served:
        assert ask(served.endpoint(), _HELLO) == "good day"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (status(401), "refused the key"),
        (status(404), "status 404"),
        (status(429), "status 429"),
        (status(307, Location="http://127.0.0.1:9/elsewhere"), "status 307"),
        (status(200, b"<html>"), "does not speak"),
        (status(200, b"\xff\xfe{"), "does not speak"),
        (status(200, b'{"choices": [{"message": {"content": null}}]}'), "does not speak"),
        (status(200, b'{"choices": []}'), "no answer"),
        (endless, "larger"),
        (trickling, "within 0.5 seconds"),
        (silent, "within 0.5 seconds"),
    ],
)
def test_ask_says_how_the_server_failed(answer: Answer, said: str) -> None:
    with model(answer) as served, pytest.raises(EndpointError, match=said) as raised:
        ask(served.endpoint(key="secret", seconds=0.5), _HELLO)
    assert "secret" not in str(raised.value)


def test_ask_says_that_no_server_is_there() -> None:
    with pytest.raises(EndpointError, match="cannot be reached"):
        ask(Endpoint("http://127.0.0.1:9", "small"), _HELLO)


def test_endpoint_keeps_its_key_out_of_what_is_printed() -> None:
    assert "secret" not in repr(Endpoint("http://models.office", "small", "secret"))
