"""Names that no office expects, and a year that holds far more than any: the report is right in every format."""

import re
from pathlib import Path

import pytest

from hansa.reading.formats import read_document
from hansa.register.models import Exchange, Office, Participant
from hansa.reports.annual import manuscript, write
from tests.factories import make_agreement, make_exchange, make_figure, make_office, make_party, make_person
from tests.reports.conftest import MADE

SUFFIXES = [".odt", ".docx", ".pdf", ".html", ".md"]
NAMES = {
    "long": "很長的城市名稱" * 42 + "很長的城市",
    "right to left": "مدينة القدس",
    "mixed directions": "القدس Jerusalem 耶路撒冷",
    "emoji": "港都🚢市",
    "controls": "港\x07都\x1b市",
    "markup": "<b>港&都</b> *市* $x$ #1 \\n {n} {} %s",
    "combining": "Ko\u0308ln a\u030a",
    "rare": "𠮷野町",
}


@pytest.fixture
def home(db: None) -> Office:
    return make_office(make_party("高雄市", name_en="Kaohsiung", country="TW"))


def words_of(document: bytes, suffix: str, folder: Path) -> str:
    path = folder / f"report{suffix}"
    path.write_bytes(document)
    return re.sub(r"\s", "", read_document(path).text)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_report_with_strange_names_is_written(home: Office, tmp_path: Path, suffix: str) -> None:
    for words in NAMES.values():
        party = make_party(words)
        exchange = make_exchange(party, home=home.home, date="2022-03-17", title=words, place=words, topics=[words])
        Participant.objects.create(exchange=exchange, person=make_person(words), post=words, of=words)
        make_agreement(home.home, party, kind="mou", signed="2022-05-01", title=words)
        make_figure(words, 12, "2022", unit="件", section=words, home=home.home)

    text = words_of(write(2022, suffix, "zh-hant", home, MADE), suffix, tmp_path)

    # What stands in a line of right-to-left script may be laid out in pieces.
    plain = ("".join(char for char in words if "\u3400" <= char <= "\u9fff") for words in NAMES.values())
    letters = "".join(char for char in text if char.isalnum())
    assert [words for words in plain if words[:8] not in letters] == []
    assert text.count("111年3月17日") == len(NAMES)


@pytest.mark.parametrize("suffix", [".docx", ".md"])
def test_a_year_of_five_thousand_exchanges_is_written(home: Office, tmp_path: Path, suffix: str) -> None:
    party = make_party("熊本市", country="JP")
    made = Exchange.objects.bulk_create(
        Exchange(
            home=home.home, kind="event", title=f"第{n}次交流", date="2022-05-01", first="2022-05-01", last="2022-05-01"
        )
        for n in range(5000)
    )
    through = Exchange.parties.through
    through.objects.bulk_create(through(exchange=exchange, party=party) for exchange in made)

    text = words_of(write(2022, suffix, "zh-hant", home, MADE), suffix, tmp_path)

    assert "第0次交流" in text
    assert "第4999次交流" in text


def test_an_exchange_that_says_nothing_but_its_day_is_told(home: Office) -> None:
    for kind in ("inbound_visit", "outbound_visit", "online_meeting", "greeting", "other"):
        make_exchange(home=home.home, kind=kind, date="2022", title="")

    told = [entry.text for entry in manuscript(2022, "zh-hant", home, MADE).entries()]
    assert told == [
        "111年，本市舉行國際視訊會議。",
        "111年，本市進行國際交流。",
        "111年，本市向國際友人致意問候。",
        "111年，本市訪團出訪國外。",
        "111年，國際訪賓來訪。",
    ]
