"""People found with their posts in Chinese and English text."""

import pytest

from hansa.reading.values.names import find_parties
from hansa.reading.values.people import Person, find_people


def people(text: str) -> list[Person]:
    return find_people(text, find_parties(text))


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("王大明市長致詞", "王大明", "市長"),
        ("市長王大明率團", "王大明", "市長"),
        ("副市長林美玲代表出席", "林美玲", "副市長"),
        ("札幌市秋元克廣市長", "秋元克廣", "市長"),
        ("札幌市長秋元克廣一行", "秋元克廣", "市長"),
        ("長野縣阿部守一知事", "阿部守一", "知事"),
        ("文化局長陳怡君帶領", "陳怡君", "局長"),
        ("市長卡洛斯．莫拉雷斯 (Carlos Morales)", "卡洛斯．莫拉雷斯", "市長"),
        ("Peter Novak市長", "Peter Novak", "市長"),
        ("時任縣長李國雄", "李國雄", "縣長"),
        ("會長鈴木和夫拜會", "鈴木和夫", "會長"),
        ("東京都知事小池百合子與來賓", "小池百合子", "都知事"),
        ("奧克蘭市長希伯特率團", "希伯特", "市長"),
        ("副市長林美玲商談合作", "林美玲", "副市長"),
        ("局長陳怡君導覽", "陳怡君", "局長"),
        ("卡本特市長 Ann Carter率十人抵達", "Ann Carter", "市長"),
        ("索波特馬爾科維奇 Jan Malkowicz 市長", "馬爾科維奇", "市長"),
        ("知事指派竹內信義副知事率團", "竹內信義", "副知事"),
        ("日本青森縣弘前市長佐藤誠率團", "佐藤誠", "市長"),
        ("議長松葉進一一行", "松葉進一", "議長"),
        ("縣長林志明由農林部長陪同", "林志明", "縣長"),
    ],
)
def test_chinese_person_with_post(text: str, name: str, post: str) -> None:
    assert [(person.name, person.post) for person in people(text)] == [(name, post)]


def test_chinese_person_knows_the_body() -> None:
    (person,) = people("札幌市秋元克廣市長")
    assert person.of == "札幌市"


def test_latin_form_is_kept_beside_the_name() -> None:
    (person,) = people("處長高明（Thomas Gray）拜會")
    assert (person.name, person.latin) == ("高明", "Thomas Gray")


def test_surname_with_post_is_partial() -> None:
    assert [(person.name, person.partial) for person in people("陳市長向來賓致意")] == [("陳", True)]


@pytest.mark.parametrize("text", ["訪問團代表團員", "市議會委員會", "市長致詞", "各局處長出席"])
def test_post_without_a_person(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "name", "post", "of"),
    [
        ("Mayor Ana Silva opened it", "Ana Silva", "Mayor", ""),
        ("Mayor Ana Silva of Recife opened it", "Ana Silva", "Mayor", "Recife"),
        ("Ana Silva, Mayor of Recife, spoke", "Ana Silva", "Mayor", "Recife"),
        ("Deputy Mayor Lin Mei-ling spoke", "Lin Mei-ling", "Deputy Mayor", ""),
        ("a delegation led by Ana Silva", "Ana Silva", "", ""),
        ("On 11 March Recife's mayor, Ana Silva, came", "Ana Silva", "mayor", "Recife"),
    ],
)
def test_english_person(text: str, name: str, post: str, of: str) -> None:
    assert [(person.name, person.post, person.of) for person in people(text)] == [(name, post, of)]


def test_english_surname_is_partial() -> None:
    assert [(person.name, person.partial) for person in people("Mayor Silva spoke")] == [("Silva", True)]


def test_two_people_who_sign() -> None:
    assert [person.name for person in people("Ana Silva and Per Berg signed it")] == ["Ana Silva", "Per Berg"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tijuana Mayor Ana Silva came", [("Ana Silva", "Tijuana")]),
        ("Fukuoka's mayor, Kizo Ito, and a delegation", [("Kizo Ito", "Fukuoka")]),
        ("welcomed his colleague from Kyiv, Ivan Bondar, to the hall", [("Ivan Bondar", "Kyiv")]),
        ("A party from Yokohama, headed by Mayor Kizo Ito, was here", [("Kizo Ito", "Yokohama")]),
        ("Councillors Ann Lee, Bo Chan and Carl Moe went", [("Ann Lee", ""), ("Bo Chan", ""), ("Carl Moe", "")]),
        ("the Commissioner for the Environment, Ola Ade, spoke", [("Ola Ade", "")]),
        ("Mayor Nguyễn Ngọc Ẩn of Huế", [("Nguyễn Ngọc Ẩn", "Huế")]),
        ("Mayor Łukasz Śmiałek of Łódź", [("Łukasz Śmiałek", "Łódź")]),
        ("The Governor of Ogun State called", []),
    ],
)
def test_english_people_know_their_place(text: str, names: list[tuple[str, str]]) -> None:
    assert [(person.name, person.of) for person in people(text)] == names


@pytest.mark.parametrize(
    "text", ["市長展開韓國行", "福岡市青少棒代表隊", "率鎮民代表一行15人", "組藝術家進駐坑道", "於第三屆市長峰會"]
)
def test_verbs_and_groups_are_no_people(text: str) -> None:
    assert people(text) == []
