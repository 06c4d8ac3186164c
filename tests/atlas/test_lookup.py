import pytest

from hansa.atlas import candidates, lookup, place


def key(name: str, country: str | None = None) -> str | None:
    found = lookup(name, country)
    return found.key if found else None


@pytest.mark.parametrize(
    ("name", "english", "country", "kind"),
    [
        ("高雄市", "Kaohsiung", "TW", "city"),
        ("Kaohsiung City", "Kaohsiung", "TW", "city"),
        ("台中", "Taichung", "TW", "city"),
        ("新竹縣", "Hsinchu County", "TW", "region"),
        ("屏東縣恆春鎮", "Hengchun Township", "TW", "city"),
        ("格丁尼亞市", "Gdynia", "PL", "city"),
        ("波蘭格丁尼亞市", "Gdynia", "PL", "city"),
        ("Gdynia, Poland", "Gdynia", "PL", "city"),
        ("檀香山", "Honolulu", "US", "city"),
        ("聖安東尼市", "San Antonio", "US", "city"),
        ("釜山廣域市", "Busan", "KR", "city"),
        ("京畿道", "Gyeonggi Province", "KR", "region"),
        ("City of Cape Town", "Cape Town", "ZA", "city"),
        ("Miyazaki Prefecture", "Miyazaki Prefecture", "JP", "region"),
        ("八王子市（東京都）", "Hachiōji", "JP", "city"),
        ("ポートランド", "Portland", "US", "city"),
        ("喬治亞州", "Georgia", "US", "region"),
        ("Georgia", "Georgia", "GE", "country"),
        ("帛琉", "Palau", "PW", "country"),
    ],
)
def test_lookup_of_a_name(name: str, english: str, country: str, kind: str) -> None:
    found = lookup(name)
    assert found is not None
    assert (found.name_en, found.country, found.kind) == (english, country, kind)


@pytest.mark.parametrize("stem", ["熊本", "宮崎", "青森", "福岡"])
def test_city_and_prefecture_of_one_name_are_two_places(stem: str) -> None:
    city, prefecture = lookup(f"{stem}市"), lookup(f"{stem}縣")
    assert city is not None
    assert prefecture is not None
    assert (city.kind, prefecture.kind, city.country, prefecture.country) == ("city", "region", "JP", "JP")
    assert lookup(stem) == city


def test_state_behind_a_comma_tells_namesakes_apart() -> None:
    keys = {key("Portland, Oregon"), key("Portland, Maine"), key("Portland, TX")}
    assert None not in keys
    assert len(keys) == 3


def test_state_in_front_tells_the_city() -> None:
    assert key("美國奧勒岡州波特蘭市") == key("奧勒岡州波特蘭市") == key("Portland, OR")


def test_country_is_a_filter() -> None:
    assert key("Hamilton", "NZ") != key("Hamilton", "CA")
    assert key("高雄市", "JP") is None


@pytest.mark.parametrize(
    ("name", "country", "key_of"),
    [
        ("San Juan", "US", ("San Juan", "PR")),
        ("Macau", "CN", ("Macau", "MO")),
        ("Rudong County", "CN", ("Rudong Xian", "CN")),
        ("Setagaya-ku", "JP", ("Setagaya", "JP")),
        ("Budapest District XVI", "HU", ("Budapest XVI. kerület", "HU")),
        ("Metropolitan City of Genoa", "IT", ("Genoa", "IT")),
        ("Viimsi Rural Municipality", "EE", ("Viimsi", "EE")),
        ("Hitachinaka", "JP", ("Hitachi-Naka", "JP")),
        ("Torredelcampo", "ES", ("Torre del Campo", "ES")),
        ("Žodzina", "BY", ("Zhodzina", "BY")),
        ("Yuryev-Polsky", "RU", ("Yur’yev-Pol’skiy", "RU")),
        ("Al-Zabadani", "SY", ("Az Zabadānī", "SY")),
        ("Kish Island", "IR", ("Kīsh", "IR")),
        ("Treptow-Köpenick", "DE", ("Köpenick", "DE")),
        ("Nuneaton and Bedworth", "GB", ("Nuneaton", "GB")),
    ],
)
def test_lookup_knows_how_a_country_writes_its_places(name: str, country: str, key_of: tuple[str, str]) -> None:
    assert key(name, country) == key(*key_of) is not None


def test_joint_name_of_towns_far_apart_is_no_place() -> None:
    assert key("Hamburg-München", "DE") is None


def test_namesakes_of_like_size_in_one_country_are_shown_and_not_chosen() -> None:
    assert key("Salisbury", "US") is None
    assert {p.admin1 for p in candidates("Salisbury", "US")} >= {"MD", "NC"}


def test_town_that_geonames_has_twice_is_one() -> None:
    found = lookup("La Ceiba", "HN")
    assert found is not None
    assert found.country == "HN"


@pytest.mark.parametrize(
    ("name", "country", "subdivision"),
    [
        ("Gdynia", "PL", "PL-22"), ("Portland, Oregon", "US", "US-OR"), ("熊本市", "JP", "JP-43"),
        ("熊本縣", "JP", "JP-43"), ("高雄市", "TW", "TW-KHH"), ("臺中市大安區", "TW", "TW-TXG"),
        ("Lyon", "FR", "FR-ARA"), ("Umbria", "IT", "IT-55"), ("Quezon City", "PH", "PH-00"), ("Singapore", "SG", ""),
    ],
)  # fmt: skip
def test_place_knows_its_first_level_region(name: str, country: str, subdivision: str) -> None:
    found = lookup(name, country)
    assert found is not None
    assert (found.country, found.subdivision) == (country, subdivision)


def test_countries_and_cities_have_their_geonames_ids() -> None:
    assert [found and found.geonames_id for found in (lookup("Poland"), lookup("Gdynia"))] == [798544, 3099424]


def test_a_region_lies_in_its_middle() -> None:
    ohio, columbus = lookup("Ohio", "US"), lookup("Columbus, Ohio", "US")
    assert ohio is not None
    assert columbus is not None
    assert ohio.latitude == pytest.approx(40.3, abs=0.3)
    assert ohio.longitude == pytest.approx(-82.7, abs=0.3)


@pytest.mark.parametrize("name", ["", "市", "Xyzzyville", "中正區", "國際事務科", "Kaohsung"])
def test_lookup_gives_none_rather_than_a_guess(name: str) -> None:
    assert lookup(name) is None


def test_candidates_of_a_misspelt_name() -> None:
    assert "Kaohsiung" in [found.name_en for found in candidates("Kaohsung")]


@pytest.mark.parametrize(
    ("name", "country", "english"),
    [
        ("Słubice County", "PL", "Słubice"),
        ("Ciutadella de Menorca", "ES", "Ciutadella"),
        ("Faaborg-Midtfyn Municipality", "DK", "Faaborg"),
    ],
)
def test_candidates_of_a_name_that_says_more_or_less(name: str, country: str, english: str) -> None:
    found = candidates(name, country)
    assert english in [p.name_en for p in found]
    assert len(found) <= 5


def test_candidates_begin_with_the_answer() -> None:
    assert candidates("Setagaya-ku", "JP")[0] == lookup("Setagaya-ku", "JP")


def test_candidates_of_namesakes_in_order_of_weight() -> None:
    found = candidates("Portland", limit=3)
    assert [p.name_en for p in found] == ["Portland"] * 3
    assert found[0] == lookup("Portland")


def test_place_by_its_key() -> None:
    kumamoto = lookup("熊本縣")
    assert kumamoto is not None
    assert place(kumamoto.key) == kumamoto
    assert place("g0") is None


def test_name_in_each_language() -> None:
    gdynia, small = lookup("Gdynia"), lookup("Nichinan", "JP")
    assert gdynia is not None
    assert small is not None
    assert (gdynia.name("zh-hant"), gdynia.name("en")) == ("格丁尼亞", "Gdynia")
    assert small.name("en") == "Nichinan"


def test_ward_behind_its_city() -> None:
    ward, district = lookup("東京都港區"), lookup("臺中市大安區")
    assert ward is not None
    assert district is not None
    assert (ward.country, district.parent) == ("JP", key("臺中市"))


def test_distance_between_two_places() -> None:
    taipei, kaohsiung, nowhere = lookup("臺北市"), lookup("高雄市"), lookup("臺北市大安區")
    assert taipei is not None
    assert kaohsiung is not None
    assert nowhere is not None
    assert taipei.distance(kaohsiung) == pytest.approx(297, abs=5)
    assert taipei.distance(nowhere) is None
