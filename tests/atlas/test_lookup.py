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


@pytest.mark.parametrize("name", ["", "市", "Xyzzyville", "中正區", "國際事務科", "Kaohsung"])
def test_lookup_gives_none_rather_than_a_guess(name: str) -> None:
    assert lookup(name) is None


def test_candidates_of_a_misspelt_name() -> None:
    assert "Kaohsiung" in [found.name_en for found in candidates("Kaohsung")]


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
