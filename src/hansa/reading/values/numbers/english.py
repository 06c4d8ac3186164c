"""Numbers in English text: 1,234, nearly 150, forty-three, US$20.1 billion, 70 percent, 43rd, 550,000 kroner."""

import re
from collections.abc import Iterator
from decimal import Decimal

from hansa.reading.values.numbers.quantity import Quantity, plain

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINAL_ONES = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
]  # fmt: skip
_SMALL = (
    {word: i for i, word in enumerate(_ONES)}
    | {word: i * 10 for i, word in enumerate(_TENS, 2)}
    | {word: i for i, word in enumerate(_ORDINAL_ONES)}
    | {word[:-1] + "ieth": i * 10 for i, word in enumerate(_TENS, 2)}
)
_LARGE = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9}
_LARGE |= {word + "th": value for word, value in _LARGE.items()}

_SIGN = (
    r"(?:US\$|NT\$|HK\$|A\$|AU\$|C\$|S\$|NZ\$|[A-Z]{2}\$|\$|€|£|¥|₩|(?:USD|EUR|TWD|GBP|JPY|KRW|AUD|CAD|NZD)(?=\s?\d))"
)
_HEDGE = (
    r"(?:nearly|almost|about|around|over|under|more than|less than|fewer than|at least|some|approximately|roughly"
    r"|close to|up to|well over|just over)"
)
_WORD = rf"(?:{'|'.join(sorted((*_SMALL, *_LARGE), key=len, reverse=True))})"
_WORDS = rf"{_WORD}(?:(?:\s(?:and\s)?|-){_WORD})*"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MONEY = (
    r"(?:(?:US|Canadian|Australian|New Zealand|Hong Kong|Singapore|Danish|Swedish|Norwegian|Czech|Swiss|British"
    r"|Japanese|Korean|South African|Polish)\s)?"
    r"(?:dollars?|euros?|pounds?(?: sterling)?|yen|won|kron(?:er|or|e|a)|koruna|francs?|rand|złoty|zloty|yuan|baht"
    r"|rupees?)"
    r"|ECU|EUR|USD"
)
_QUANTITY = re.compile(
    rf"(?<![\w.,$€£#/–-])(?P<hedge>{_HEDGE}\s)?(?P<sign>{_SIGN}\s?)?"
    rf"(?:(?P<digits>{_DIGITS})(?P<nth>st|nd|rd|th)?"
    rf"(?:\s(?P<scale>thousand|million|billion|trillion)|(?P<short>k|mn?|bn)(?=\s|[.,;)]|$))?|(?P<words>{_WORDS}))"
    rf"(?:\s?(?P<percent>%|per ?cent)|\s(?P<money>{_MONEY}))?(?![\w/]|[.,:]\d|-\w|–\d)",
    re.IGNORECASE,
)
_ORDINAL_WORDS = {*_ORDINAL_ONES, *(word[:-1] + "ieth" for word in _TENS), *(w for w in _LARGE if w.endswith("th"))}
_SPLIT = re.compile(r"[\s-]+")


def english_value(words: str) -> Decimal:
    """The value of a number in English words: `forty-third`, `two hundred and five`. Raises KeyError for others."""
    total = section = 0
    for word in _SPLIT.split(words.casefold()):
        if word == "and":
            continue
        if word in _SMALL:
            section += _SMALL[word]
        elif _LARGE[word] == 100:
            section = max(section, 1) * 100
        else:
            total += max(section, 1) * _LARGE[word]
            section = 0
    return Decimal(total + section)


def _scale(match: re.Match[str]) -> int:
    """What the word or letter behind the digits multiplies them by; a bare 5m or 10k may be metres or a run, so that
    letters count behind a currency's sign only."""
    if match["short"]:
        return _SHORT[match["short"].casefold()] if match["sign"] else 1
    return _LARGE.get((match["scale"] or "").casefold(), 1)


def find_english(text: str) -> Iterator[Quantity]:
    """Every number of an English text, in its order; currency or % is the unit, otherwise there is none.

    Years and days look like any number here: what a number counts is for the caller to see.
    """
    for match in _QUANTITY.finditer(text):
        if match["words"]:
            value = english_value(match["words"])
            place = match.span("words")
            ordinal = _SPLIT.split(match["words"].casefold())[-1] in _ORDINAL_WORDS
        else:
            value = Decimal(match["digits"].replace(",", "")) * _scale(match)
            place = match.span("digits")
            ordinal = bool(match["nth"])
        unit = "%" if match["percent"] else (match["money"] or match["sign"] or "").strip()
        hedged = bool(match["hedge"])
        yield Quantity(plain(value), unit, match.start(), match.end(), place, approximate=hedged, ordinal=ordinal)
