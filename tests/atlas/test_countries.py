import pytest

from hansa.atlas import countries, country_code, country_name, fold
from hansa.atlas.countries import territories


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


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Iran (Islamic Republic of)", "IR"), ("Moldova, Republic of", "MD"), ("Republic of Moldova", "MD"),
        ("Korea (Democratic People's Republic of)", "KP"), ("Congo, Democratic Republic of the", "CD"),
        ("Congo", "CG"), ("Hellenic Republic", "GR"), ("Hashemite Kingdom of Jordan", "JO"),
        ("Democratic Socialist Republic of Sri Lanka", "LK"), ("Republic of the Union of Myanmar", "MM"),
        ("Kingdom of the Netherlands", "NL"), ("Grand Duchy of Luxembourg", "LU"), ("Republic of Georgia", "GE"),
        ("Virgin Islands, British", "VG"), ("State of Palestine", "PS"), ("Zaire", "CD"), ("Viet Nam", "VN"),
        ("Republic of China", "TW"), ("大韓民國", "KR"), ("朝鮮民主主義人民共和國", "KP"), ("芬蘭共和國", "FI"),
        ("伊朗伊斯蘭共和國", "IR"), ("剛果民主共和國", "CD"), ("盧森堡大公國", "LU"), ("法兰西共和国", "FR"),
    ],
)  # fmt: skip
def test_country_code_of_an_official_or_inverted_name(name: str, code: str) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize("code", ["US", "FR", "TW"])
def test_a_country_is_the_first_of_its_territories(code: str) -> None:
    assert next(iter(territories(code))) == code


def test_territories_of_a_country() -> None:
    assert {"PR", "GU"} < territories("US").keys()
    assert territories("TW") == {"TW": ()}
    assert "TW" not in territories("CN")


@pytest.mark.parametrize("name", ["", "高雄", "Atlantis", "XX", "us and them", "State of Georgia", "Republic", "王國"])
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
