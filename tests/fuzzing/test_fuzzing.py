"""A sample of damaged files of each format; `make fuzz` reads many more."""

from collections.abc import Iterator

import pytest

from tests.fuzzing.mutations import mutated
from tests.fuzzing.outcomes import Watched
from tests.fuzzing.samples import samples

_FILES = 30
_SAMPLES = samples()


@pytest.fixture(scope="module")
def watched() -> Iterator[Watched]:
    process = Watched(_SAMPLES)
    yield process
    process.close()


@pytest.mark.parametrize("suffix", _SAMPLES)
def test_damaged_file_ends_in_facts_or_a_sentence(suffix: str, watched: Watched) -> None:
    outcomes = [watched.read(suffix, seed) for seed in range(_FILES)]
    wrong = [outcome for outcome in outcomes if outcome.result not in ("facts", "refused")]
    assert wrong == []
    assert {outcome.result for outcome in outcomes} == {"facts", "refused"}


@pytest.mark.parametrize("suffix", _SAMPLES)
def test_seed_tells_the_file(suffix: str) -> None:
    assert mutated(_SAMPLES[suffix], suffix, 7) == mutated(_SAMPLES[suffix], suffix, 7)
