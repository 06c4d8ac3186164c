"""Numbers with their units in Chinese and English text, with their places."""

from collections.abc import Iterator

from hansa.reading.patterns import regex
from hansa.reading.values.numbers.chinese import chinese_value, find_chinese
from hansa.reading.values.numbers.english import english_value, find_english
from hansa.reading.values.numbers.quantity import Quantity

__all__ = ["Quantity", "chinese_value", "english_value", "find_chinese", "find_english", "find_quantities", "whole"]

_ABOUT = regex(r"^(?:approx\.?|appr\.|ca?\.|circa|est\.|[~≈><≥])\s*")
_CHINESE = regex(r"[\u3400-\u9fff]")


def find_quantities(text: str) -> Iterator[Quantity]:
    """The numbers of a text that count or measure something; by its script, Chinese or English reading."""
    return find_chinese(text) if _CHINESE.search(text) else find_english(text)


def whole(text: str) -> Quantity | None:
    """The quantity that a text, such as a table's cell, consists of; None where it says anything else besides."""
    text = _ABOUT.sub("", text.strip())
    for found in find_quantities(text):
        rest = text[: found.start] + text[found.end :]
        return found if not rest.strip("()（）以上+＋ 計共") else None
    return None
