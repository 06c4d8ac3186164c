"""Whether two wordings say the same."""

import pytest

from hansa.figures.checking.wordings import put_right, says_the_same


@pytest.mark.parametrize(
    ("matter", "draft", "document", "expected"),
    [
        ("number", "1,606件", "1606 件", True),
        ("number", "三件", "3件", True),
        ("number", "1,606件", "1,660件", False),
        ("number", "79場次", "79件", None),
        ("date", "111年3月17日", "2022年 3月 17 日", True),
        ("date", "111年3月17日", "2022年3月18日", False),
        ("date", "9 June 2022", "9 July 2022", False),
        ("order", "第二個", "第三個", False),
        ("number", "nine", "two", False),
        ("name", "佐渡市渡邊竜五", "佐渡市渡邊龍五", True),
        ("name", "陳其萬", "陳其邁", False),
        ("post", "市長", "副市長", False),
        ("post", "代表", "感謝", None),
    ],
)
def test_words_that_say_the_same_or_not(matter: str, draft: str, document: str, expected: bool | None) -> None:
    assert says_the_same(matter, draft, document) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("matter", "draft", "document", "expected"),
    [
        ("date", "111年 3月18日", "2022年3月17日", "111年 3月17日"),
        ("date", "112年3月17日", "2022年3月17日", "111年3月17日"),
        ("number", "1,660 件", "1,606件", "1,606 件"),
        ("post", "市長", "副\n市長", "副 市長"),
    ],
)
def test_what_is_put_right_keeps_the_way_of_the_draft(matter: str, draft: str, document: str, expected: str) -> None:
    assert put_right(matter, draft, document) == expected  # type: ignore[arg-type]
