"""From two days to a file."""

import datetime as dt
import io
import re

import pytest
from pptx import Presentation

from hansa.register.documents import path_of
from hansa.register.models import Office
from hansa.reports.council.period import Period
from hansa.reports.council.report import WRITERS, deck, period_from, write
from tests.factories import make_template
from tests.reports.council.conftest import PERIOD
from tests.reports.council.test_pptx import foreign


def test_period_is_two_days() -> None:
    assert period_from("2025-07-01", "2026-03-31") == Period(dt.date(2025, 7, 1), dt.date(2026, 3, 31))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("yesterday", "2026-03-31", "--from: 'yesterday' is no day; write one such as 2026-03-31"),
        ("2025-07-01", "2026-02-30", "--to: '2026-02-30' is no day; write one such as 2026-03-31"),
        ("2026-03-31", "2025-07-01", "the period ends (2025-07-01) before it begins (2026-03-31)"),
    ],
)
def test_what_is_no_period_is_refused_in_one_line(first: str, last: str, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        period_from(first, last)


@pytest.mark.parametrize("suffix", WRITERS)
def test_every_format_is_written(office: Office, suffix: str) -> None:
    assert len(write(deck(PERIOD, "zh-hant", office), suffix, office)) > 1000


def test_offices_template_in_use_takes_the_place_of_ours(office: Office) -> None:
    template = make_template("council", ".pptx", office=office)
    path_of(template.sha256).parent.mkdir(parents=True, exist_ok=True)
    path_of(template.sha256).write_bytes(foreign(Title_Slide="封面"))

    made = Presentation(io.BytesIO(write(deck(PERIOD, "zh-hant", office), ".pptx", office)))

    assert made.slides[0].slide_layout.name == "封面"
