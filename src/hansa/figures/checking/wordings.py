"""Whether two wordings of a date, a number, a name or a post say the same, and what should stand in place of one."""

import re
from decimal import Decimal

from hansa.atlas.folding import fold
from hansa.figures.checking.finding import Matter
from hansa.reading.patterns import regex
from hansa.reading.values.dates import chinese_number
from hansa.reading.values.numbers import english_value
from hansa.reading.values.people.posts import POST, POST_EN_ANY

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_ENGLISH = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|first|second|third|fourth|fifth|sixth"
    "|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth"
    "|nineteenth|twentieth|thirtieth|fortieth|fiftieth"
)
_NUMERAL = regex(
    r"\d+(?:,\d{3})*(?:\.\d+)?|[〇○零一二兩三四五六七八九十百]+"
    rf"|\b(?:{_ENGLISH}|{'|'.join(_MONTHS)})\b",
    re.IGNORECASE,
)
_SPACE = regex(r"[\s，,、.．·‧・•()（）]+")
_FIRST_YEAR_OF_THE_REPUBLIC = 1911
_LAST_YEAR_OF_THE_REPUBLIC = 200
_COUNTED = ("date", "number", "order")

# How a city's documents call it, and from how many characters a name may be told in full or in part.
_OURSELVES = ("本市", "本府", "市府")
_LONG = 4


def says_the_same(matter: Matter, draft: str, document: str) -> bool | None:
    """Whether the words of a draft say what those of a document say; None where they cannot be compared.

    Numbers and dates are compared by their values where the words around them are the same, names in any script form,
    posts only with posts.
    """
    if matter in _COUNTED:
        return _same_values(draft, document)
    if fold(draft) == fold(document):
        return True
    if matter == "post":
        return False if _is_post(draft) and _is_post(document) else None
    return None if _may_be_one(draft, document) else False


def _may_be_one(one: str, other: str) -> bool:
    """Whether two names may be those of one: the own city by its name, a longer name that has the shorter in it."""
    shorter, longer = sorted((one, other), key=len)
    return one.startswith(_OURSELVES) or other.startswith(_OURSELVES) or (len(longer) >= _LONG and shorter in longer)


def makes_another(matter: Matter, words: str) -> bool:
    """Whether words are one post or number as a whole."""
    if matter == "post":
        return _is_post(words)
    return matter in ("number", "order") and bool(_NUMERAL.fullmatch(words))


def put_right(matter: Matter, draft: str, document: str) -> str:
    """What the document says, in the draft's own way of writing: a year of the Republic stays one."""
    if matter not in _COUNTED:
        return " ".join(document.split())
    written = iter(_NUMERAL.findall(document))
    values = [_value(one) for one in _NUMERAL.findall(draft)]
    at = iter(range(len(values)))

    def right(number: str) -> str:
        other, value = next(written), values[next(at)]
        told = _value(other)
        if told == value:
            return number
        both_years = value and told and value < _LAST_YEAR_OF_THE_REPUBLIC < _FIRST_YEAR_OF_THE_REPUBLIC < told
        return str(told - _FIRST_YEAR_OF_THE_REPUBLIC) if both_years and told else other

    return _NUMERAL.sub(lambda match: right(match[0]), draft)


def _shape(words: str) -> str:
    return fold(_SPACE.sub("", _NUMERAL.sub("#", words)))


def _value(number: str) -> Decimal | None:
    plain = number.replace(",", "").casefold()
    if plain[0].isdigit():
        return Decimal(plain)
    if plain in _MONTHS:
        return Decimal(_MONTHS.index(plain) + 1)
    if plain.isascii():
        return english_value(plain)
    value = chinese_number(plain)
    return None if value is None else Decimal(value)


def _same_values(draft: str, document: str) -> bool | None:
    shape = _shape(draft)
    if shape != _shape(document):
        return None
    ours = [_value(number) for number in _NUMERAL.findall(draft)]
    theirs = [_value(number) for number in _NUMERAL.findall(document)]
    if len(ours) != len(theirs) or None in ours or None in theirs:
        return None
    return all(_equal(own, their, year=True) for own, their in zip(ours, theirs, strict=True))


def _equal(own: Decimal | None, their: Decimal | None, *, year: bool) -> bool:
    return own == their or (
        year and own is not None and their is not None and abs(own - their) == _FIRST_YEAR_OF_THE_REPUBLIC
    )


def _is_post(words: str) -> bool:
    return bool(POST.fullmatch(words) or POST_EN_ANY.search(words))
