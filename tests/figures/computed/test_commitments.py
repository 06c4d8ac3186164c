"""Commitments as of a day."""

import datetime as dt

import pytest

from hansa.figures.measures import answer
from tests.factories import make_agreement, make_commitment, make_party

pytestmark = pytest.mark.django_db
ON = dt.date(2022, 12, 31)


def test_commitments_are_told_apart_by_state_and_time() -> None:
    home, busan = make_party("高雄市"), make_party("釜山市")
    signed = make_agreement(home, busan, signed="2020-01-01")
    late = make_commitment("互設辦公室", signed, due="2021", due_last=dt.date(2021, 12, 31))
    make_commitment("每年互訪", signed, state="under_way", due="2030", due_last=dt.date(2030, 12, 31))
    make_commitment("辦理展覽", signed, state="done")
    make_commitment("停辦之事", signed, state="dropped")
    make_commitment("後來之事", make_agreement(home, busan, signed="2023-01-01"))
    make_commitment("別市之事", make_agreement(make_party("甲市"), make_party("乙市"), signed="2020"))

    values = {key: answer(f"commitments_{key}", home, on=ON).value for key in ("made", "open", "done", "overdue")}

    assert values == {"made": 4, "open": 2, "done": 1, "overdue": 1}
    assert [row.ref for row in answer("commitments_overdue", home, on=ON).rows] == [late.ref]
