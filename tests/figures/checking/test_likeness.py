"""How alike two wordings are."""

from hypothesis import given
from hypothesis import strategies as st

from hansa.figures.checking.likeness import Weights, grams

MEASURES = ("國際訪賓", "國際訪賓人次", "消費事件諮詢", "消費爭議調解會議", "市政會議", "電子公報出刊")


def test_short_form_is_covered_by_the_whole() -> None:
    weights = Weights(map(grams, MEASURES))

    assert weights.covered(grams("消費諮詢"), grams("消費事件諮詢")) > 0.5
    assert weights.covered(grams("消費諮詢"), grams("市政會議")) == 0


def test_what_few_have_tells_more() -> None:
    weights = Weights(map(grams, MEASURES))

    assert weights.of(grams("公報")) > weights.of(grams("國際"))


def test_words_that_only_say_that_something_was_counted_do_not_count() -> None:
    assert grams("全年辦理共計") == grams("the total of the year") == frozenset()


def test_english_words_are_compared_without_their_endings_and_variants_as_one() -> None:
    assert grams("Countries visited") == grams("country visits")
    assert grams("姐妹市") == grams("姊妹市")


@given(st.text(alphabet="國際訪賓人次市政會議", min_size=1, max_size=12))
def test_wording_covers_itself(text: str) -> None:
    weights = Weights(map(grams, MEASURES))

    assert weights.covered(grams(text), grams(text)) == 1
