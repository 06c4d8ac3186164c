"""A register of version 0.1 is entered in full once, so that its past can be told and altering it is seen."""

import pytest

from hansa.register.domain.history import enter
from hansa.register.domain.restating import restate_records
from hansa.register.domain.users import system_user
from hansa.register.domain.verification import CHECKS
from hansa.register.models import HistoryEntry, Party, PartyName
from tests.factories import make_agreement, make_party

pytestmark = pytest.mark.django_db


def test_record_of_which_entries_told_less_is_entered_once() -> None:
    busan, home = make_party("釜山", name_en="Busan"), make_party("高雄市")
    PartyName.objects.create(party=busan, name="Busan", folded="busan")
    agreement = make_agreement(home, busan, signed="1966")
    by = system_user()
    enter(by=by, action="add", record=busan, after={"name_zh": "釜山", "names": ["Busan"], "published": False})
    enter(by=by, action="admit", record=agreement, after={"signed": "1966", "parties": [home.ref], "fact": "fact-1"})

    assert (restate_records(), restate_records()) == (3, 0)

    assert list(CHECKS["records against their history"]()) == []
    assert set(HistoryEntry.objects.filter(action="restate").values_list("record", flat=True)) == {
        busan.ref, home.ref, agreement.ref,
    }  # fmt: skip
    Party.objects.filter(pk=busan.pk).update(name_zh="首爾")
    [problem] = CHECKS["records against their history"]()
    assert problem.startswith(f"{busan.ref}: name_zh is not what the history tells")
