import pytest

from hansa.atlas import countries, country_code, country_name, fold


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("寮國", "LA"),
        ("紐西蘭", "NZ"), ("貝里斯", "BZ"), ("帛琉", "PW"), ("義大利", "IT"), ("臺灣", "TW"), ("台灣", "TW"),
        ("日", "JP"), ("美國", "US"), ("美", "US"), ("韓國", "KR"), ("南韓", "KR"), ("大韓民國", "KR"), ("Laos", "LA"),
        ("Polish", "PL"), ("Japanese", "JP"), ("the Netherlands", "NL"), ("United States of America", "US"),
        ("People's Republic of China", "CN"), ("Republic of Ireland", "IE"), ("Türkiye", "TR"), ("PL", "PL"),
    ],
)  # fmt: skip
def test_country_code_of_a_name(name: str, code: str) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize("name", ["", "高雄", "Atlantis", "XX", "us and them"])
def test_country_code_of_what_is_no_country(name: str) -> None:
    assert country_code(name) is None


def test_country_name_in_both_languages() -> None:
    assert (country_name("NZ"), country_name("NZ", "en"), country_name("nz", "zh-hant")) == (
        "紐西蘭",
        "New Zealand",
        "紐西蘭",
    )


def test_country_name_of_an_unknown_code_is_the_code() -> None:
    assert country_name("XX") == "XX"


def test_a_name_stands_for_one_country_only() -> None:
    seen: dict[str, str] = {}
    for country in countries().values():
        for name in {fold(n) for n in (country.name_en, country.name_zh, *country.names, *country.adjectives)}:
            assert seen.setdefault(name, country.code) == country.code, name
