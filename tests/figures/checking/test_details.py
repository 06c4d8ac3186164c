"""The details of a sentence that can be wrong."""

from hansa.figures.checking.details import details_of
from hansa.figures.checking.draft import Draft
from hansa.reading.document import Document


def told(text: str) -> list[tuple[str, str]]:
    [read] = Draft(Document(text), "高雄市").readings
    return [(one.matter, text[one.start : one.end]) for one in details_of(read.sentence)]


def test_dates_names_posts_and_numbers_are_told_apart() -> None:
    assert told("2022年7月25日，羅達生副市長在熊本市接待3位市長。") == [
        ("date", "2022年7月25日"),
        ("name", "羅達生"),
        ("post", "副市長"),
        ("name", "熊本市"),
        ("number", "3位"),
        ("post", "市長"),
    ]


def test_english_details_are_told_apart() -> None:
    assert told("On 9 June 2022 Mayor Ron Nirenberg met two guests.") == [
        ("date", "9 June 2022"),
        ("post", "Mayor"),
        ("name", "Ron Nirenberg"),
        ("number", "two"),
    ]
