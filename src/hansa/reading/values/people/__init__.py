"""People with their posts in Chinese and English text."""

from collections.abc import Sequence

from hansa.reading.patterns import regex
from hansa.reading.values.names.party import Party
from hansa.reading.values.people.chinese import find_chinese
from hansa.reading.values.people.english import find_english
from hansa.reading.values.people.person import Person
from hansa.reading.values.people.posts import POST, POST_END

__all__ = ["Person", "find_people", "may_name_people"]

_CHINESE = regex(r"[\u3400-\u9fff]")
_LATIN = regex(r"[A-Z][a-z]")


def may_name_people(text: str) -> bool:
    """Whether looking for people is worth it: the text has a post in Chinese, or a capital letter."""
    if _CHINESE.search(text):
        return POST_END.search(text) is not None and POST.search(text) is not None
    return _LATIN.search(text) is not None


def find_people(text: str, parties: Sequence[Party] = ()) -> list[Person]:
    """The people of the text in order. `parties` are the parties found in it: they bound Chinese names."""
    if _CHINESE.search(text):
        return list(find_chinese(text, parties))
    return list(find_english(text)) if _LATIN.search(text) else []
