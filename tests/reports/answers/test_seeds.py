"""Questions asked of a register into which a city's real reports were loaded, where these are at hand."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from hansa.reading.formats import read_document
from hansa.reading.reader import read_facts
from hansa.register.domain.installation import resolve_home
from hansa.register.domain.loading import load
from hansa.register.domain.sources import Reading
from hansa.register.domain.users import system_user
from hansa.register.enums import Admit
from hansa.register.models import Office
from hansa.reports.answers.pack import pack_for
from tests.factories import make_office
from tests.reports.answers.conftest import numbers, sentences

SEEDS = sorted((Path(__file__).parents[4] / "shared" / "seeds").glob("00[24]*.txt"))
ASKED = dt.date(2026, 4, 10)
pytestmark = pytest.mark.skipif(not SEEDS, reason="not run: the shared reports are not beside the checkout")


@pytest.fixture
def office(db: None) -> Office:
    """An office whose register was read from the city's reports."""
    office = make_office(resolve_home("高雄市"))
    readings = []
    for path in SEEDS:
        document, content = read_document(path), path.read_bytes()
        facts = list(read_facts(document, "高雄市"))
        readings.append(Reading(path, hashlib.sha256(content).hexdigest(), len(content), document, facts))
    load(by=system_user(), readings=readings, home=office.home, admit=Admit.ALL)
    return office


def test_the_reports_answer_a_council(office: Office) -> None:
    asked = {
        words: pack_for(words, ASKED, office, "zh-hant")
        for words in (
            "請問本市近三年簽署的合作備忘錄執行情形與成果？",
            "為什麼本市姊妹市數量與國際處網站不同？",
            "近五年與釜山市交流情形",
            "請問本屆出訪經費",
        )
    }
    memoranda, difference, busan, costs = asked.values()

    told = " ".join(sentences(memoranda))
    assert [name for name in ("亞利桑那州", "德勒斯登市", "熊本市") if name not in told] == []
    assert memoranda.open and all(pack.passages for pack in asked.values())
    assert any("36個" in words and "依登錄簿計為" in words for words in sentences(difference))
    assert busan.sections[0].title == "與釜山市交流情形" and busan.sections[0].numbers[0].value > 0
    assert numbers(costs)["outbound_visits"] > 0 and "未登錄" in costs.open[0]
