"""Posts compared, in Chinese and English."""

import pytest

from hansa.figures.checking.posts import exclude_each_other, in_words_of, is_former, same_post


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("市長", "市長", True),
        ("新任市長", "市長", True),
        ("都知事", "知事", True),
        ("駐台大使", "大使", True),
        ("Mayor", "市長", True),
        ("Governor", "總督", True),
        ("Deputy Mayor", "副市長", True),
        ("市長", "副市長", False),
        ("Mayor", "副市長", False),
        ("市長", "議長", False),
    ],
)
def test_posts_that_are_one_or_not(one: str, other: str, expected: bool) -> None:
    assert same_post(one, other) is same_post(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("市長", "副市長", True), ("處長", "局長", True), ("市長", "團長", False), ("市長", "市長", False)],
)
def test_posts_that_nobody_holds_at_once(one: str, other: str, expected: bool) -> None:
    assert exclude_each_other(one, other) is expected


def test_former_posts_are_known() -> None:
    assert [is_former(post) for post in ("前市長", "時任處長", "former Mayor", "市長")] == [True, True, True, False]


def test_post_is_told_in_the_language_of_the_draft() -> None:
    assert [in_words_of("副市長", draft) for draft in ("Mayor", "mayor", "市長")] == [
        "Deputy Mayor", "deputy mayor", "副市長",
    ]  # fmt: skip
