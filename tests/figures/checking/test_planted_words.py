"""Errors of words planted in copies of whole documents: dates, names, posts, orders and numbers, drawn by chance."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytest_django import Settings

from hansa.figures.checking.checking import check
from hansa.figures.checking.details import Detail, details_of
from hansa.figures.checking.draft import Draft
from hansa.reading.document import Document
from hansa.reading.files import read_file
from hansa.register.documents import sha256_of
from hansa.register.domain.installation import resolve_home
from hansa.register.domain.loading import load
from hansa.register.domain.sources import Reading
from hansa.register.enums import Admit
from hansa.register.models import Party
from tests.factories import make_user

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[3]
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
# Those beside the checkout, or the example city's, which tell much the same in other words.
DOCUMENTS = SEEDS or sorted((ROOT / "examples" / "kaohsiung").iterdir())
PLANTED, COPIES = 72, 2
# More of the example city's short documents is names in lists and headings, where no sentence proves a slip.
LEAST = 0.95 if SEEDS else 0.85
POSTS = {"市長": "副市長", "副市長": "市長", "處長": "局長", "大使": "代表", "總理": "總統", "知事": "副知事"}
Place = tuple[int, int, str]


@pytest.fixture
def texts(tmp_path: Path, settings: Settings) -> tuple[Party, list[str]]:
    """The city, and the texts of the documents that its register has been filled from."""
    settings.HANSA_DOCUMENTS = tmp_path
    home = resolve_home("高雄市")
    readings = [Reading(path, sha256_of(path), path.stat().st_size, *read_file(path, str(home))) for path in DOCUMENTS]
    load(by=make_user(), readings=readings, home=home, admit=Admit.ALL)
    return home, [reading.document.text for reading in readings]


def spoiled(text: str, detail: Detail, words: str, chance: random.Random) -> str:
    """Other words in the place of a detail; the same where none are known."""
    if detail.matter == "post":
        return POSTS.get(words, words)
    if detail.matter == "name":
        at = chance.randrange(len(words))
        return (
            words[:at] + chance.choice("宏秉達亞") + words[at + 1 :]
            if len(words) > 2 and not words.isascii()
            else words
        )
    digits = [at for at, letter in enumerate(words) if letter.isdecimal()]
    if not digits:
        return words
    at = digits[-1]
    return words[:at] + str((int(words[at]) + chance.randint(1, 8)) % 10) + words[at + 1 :]


def places(text: str, home: Party, chance: random.Random) -> Iterator[Place]:
    """Where an error may stand, at most one in a sentence, and what stands there then."""
    for read in Draft(Document(text), str(home)).readings:
        details = details_of(read.sentence)
        chance.shuffle(details)
        for detail in details:
            start, end = read.place(detail.start, detail.end)
            now = spoiled(text, detail, text[start:end], chance)
            if now != text[start:end] and "\n" not in text[start:end]:
                yield start, end, now
                break


def planted(text: str, chosen: Sequence[Place]) -> tuple[str, list[tuple[int, int]]]:
    """The text with the errors in it, and where they stand now."""
    pieces, stand, at, length = [], [], 0, 0
    for start, end, now in sorted(chosen):
        pieces += [text[at:start], now]
        length += start - at
        stand.append((length, length + len(now)))
        length, at = length + len(now), end
    return "".join([*pieces, text[at:]]), stand


def test_planted_errors_of_words_are_found_and_nothing_else(texts: tuple[Party, list[str]]) -> None:
    home, documents = texts
    chance = random.Random(5)  # noqa: S311 - to be drawn again
    found, all_errors = 0, 0
    for text in documents:
        unspoiled = check(Draft(Document(text), str(home)), home)
        assert [one for one in unspoiled if one.verdict == "differs"] == []

        able = list(places(text, home, chance))
        chosen = chance.sample(able, min(len(able), PLANTED // len(documents) + 1))
        for first in range(COPIES):
            copy, stand = planted(text, chosen[first::COPIES])
            wrong = [one for one in check(Draft(Document(copy), str(home)), home) if one.verdict == "differs"]
            found += sum(any(one.start < end and start < one.end for one in wrong) for start, end in stand)
            all_errors += len(stand)

    assert all_errors >= 60
    assert found >= LEAST * all_errors
