import importlib
import pkgutil
import re

import pytest

import hansa.reading
from hansa.reading.patterns import regex


def test_a_late_pattern_finds_what_the_compiled_one_finds() -> None:
    late, compiled = regex(r"(?P<word>[a-z]+)", re.IGNORECASE), re.compile(r"(?P<word>[a-z]+)", re.IGNORECASE)
    text = "Harbour and 市 Sea"
    assert [match["word"] for match in late.finditer(text)] == [match["word"] for match in compiled.finditer(text)]
    assert (late.sub("", text), late.pattern, late.flags) == (compiled.sub("", text), compiled.pattern, compiled.flags)


def test_an_error_in_a_late_pattern_shows_at_its_first_use() -> None:
    late = regex("(")
    with pytest.raises(re.error):
        late.search("")


def test_every_late_pattern_of_reading_can_be_compiled() -> None:
    for module in pkgutil.walk_packages(hansa.reading.__path__, "hansa.reading."):
        for value in vars(importlib.import_module(module.name)).values():
            if type(value) is type(regex("")):
                assert value.search("") is None or value.pattern
