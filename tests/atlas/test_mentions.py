import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.atlas import Mention, find_places, lookup


def texts(text: str) -> list[str]:
    return [mention.text for mention in find_places(text)]


def only(text: str) -> Mention:
    (mention,) = find_places(text)
    return mention


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("高雄市與日本熊本市、熊本縣締結姊妹市", ["高雄市", "日本", "熊本市", "熊本縣"]),
        ("拜會格丁尼亞市長", ["格丁尼亞市"]),
        ("釜山廣域市及京畿道", ["釜山廣域市", "京畿道"]),
        ("密西根州底特律市", ["密西根州", "底特律市"]),
        ("東京市場", ["東京"]),
        ("高雄市市長", ["高雄市"]),
        ("熊本県熊本市", ["熊本県", "熊本市"]),
        ("Kaohsiung City and Kumamoto Prefecture, Japan", ["Kaohsiung City", "Kumamoto Prefecture", "Japan"]),
        ("TAIPEI and São Paulo", ["TAIPEI", "São Paulo"]),
        ("UCLG與宜可城的會員", ["UCLG", "宜可城"]),
        ("健康城市聯盟（AFHC）", ["健康城市聯盟", "AFHC"]),
    ],
)
def test_names_in_running_text(text: str, found: list[str]) -> None:
    assert texts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "今日本市召開會議",
        "沿海地區",
        "平台中央",
        "隆重慶祝",
        "其中國家級的",
        "優美國家公園",
        "和平與太平",
        "Reading a nice report in March, they gave us most of it",
        "Mr. Houston spoke",
        "Hannoversche and Taipeians",
        "a new mobile phone of the metropolis",
    ],
)
def test_words_that_look_like_names_are_none(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("日本日光", "日光"),
        ("日光市", "日光市"),
        ("the City of Reading", "Reading"),
        ("Nice, France", "Nice"),
        ("臺南市東區", "東區"),
        ("日本熊本市、日光", "日光"),
    ],
)
def test_weak_name_counts_beside_a_witness(text: str, found: str) -> None:
    assert found in texts(text)


def test_mention_refers_to_its_place() -> None:
    mention, city = only("本團訪格丁尼亞市。"), lookup("Gdynia")
    assert city is not None
    assert mention == Mention(3, 8, "格丁尼亞市", "place", ("PL",), city.key)


def test_state_behind_the_name_tells_the_place() -> None:
    city = lookup("Portland, Maine")
    assert city is not None
    assert find_places("a visit to Portland, Maine, in June")[0].key == city.key


def test_another_ending_makes_another_place() -> None:
    assert only("布爾諾縣").key == ""


def test_country_and_organization_kinds() -> None:
    found = {mention.text: (mention.kind, mention.key) for mention in find_places("越南與C40")}
    assert found == {"越南": ("country", "VN"), "C40": ("organization", "c40")}


@given(st.text(st.sampled_from("高雄市日本熊縣臺中台 Paris,of、（）UCLGüλ\n🙂"), max_size=60))
def test_mentions_are_words_of_the_text_in_order_without_overlap(text: str) -> None:
    end = 0
    for mention in find_places(text):
        assert mention.text == text[mention.start : mention.end] != ""
        assert mention.start >= end
        end = mention.end


def test_district_is_that_of_the_city_in_front() -> None:
    keys = [mention.key for mention in find_places("臺北市大安區與臺中市大安區")]
    assert len(set(keys)) == 4


def test_name_that_several_places_bear_with_equal_right_has_no_key() -> None:
    assert only("a delegation from Orange County.").key == ""
    assert find_places("a delegation from Orange County, Florida")[0].key.startswith("US:12")
