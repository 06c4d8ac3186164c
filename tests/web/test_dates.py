"""Dates in the reader's language."""

import pytest
from django.utils.translation import override

from hansa.web.dates import date_words, year_words

ROWS = [
    ("", "", "", ""),
    ("2022", "2022年", "2022年（民國111年）", "2022"),
    ("2022-06", "2022年6月", "2022年6月（民國111年）", "June 2022"),
    ("2022-06-09", "2022年6月9日", "2022年6月9日（民國111年）", "9 June 2022"),
    ("1911-10-10", "1911年10月10日", "1911年10月10日", "10 October 1911"),
    ("2022-07-24/2022-07-28", "2022年7月24日至28日", "2022年7月24日至28日（民國111年）", "24–28 July 2022"),
    ("2022-07-30/2022-08-03", "2022年7月30日至8月3日", "2022年7月30日至8月3日（民國111年）", "30 July – 3 August 2022"),
    ("2025-01/2025-12", "2025年1月至12月", "2025年1月至12月（民國114年）", "January – December 2025"),
    ("2020/2022", "2020年至2022年", "2020年（民國109年）至2022年（民國111年）", "2020 – 2022"),
    ("2022-05/..", "2022年5月起", "2022年5月（民國111年）起", "from May 2022"),
    ("../2022-05", "至2022年5月止", "至2022年5月（民國111年）止", "until May 2022"),
    ("some time", "some time", "some time", "some time"),
]


@pytest.mark.parametrize(("edtf", "short", "full", "english"), ROWS)
def test_date_is_written_as_its_reader_writes_it(edtf: str, short: str, full: str, english: str) -> None:
    with override("zh-hant"):
        assert (date_words(edtf), date_words(edtf, full=True)) == (short, full)
    with override("en"):
        assert (date_words(edtf), date_words(edtf, full=True)) == (english, english)


def test_year_has_that_of_the_republic_beside_it() -> None:
    with override("zh-hant"):
        assert year_words(2022) == "2022年（民國111年）"
