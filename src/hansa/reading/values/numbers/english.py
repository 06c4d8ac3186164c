"""Numbers in English text: 1,234, nearly 150, forty-three, US$20.1 billion, 70 percent, 43rd, 550,000 kroner."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from hansa.reading.patterns import regex
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
# Numbers that are named as a whole; `a hundred` and `a dozen` need their article, as hundreds and dozens are none.
_NAMED = {"half a million": 500_000, "half a dozen": 6, "half a billion": 500_000_000, "a dozen": 12, "two dozen": 24,
          "three dozen": 36, "four dozen": 48, "a score": 20, "a hundred": 100, "a thousand": 1000,
          "a million": 10**6, "one and a half million": 1_500_000}  # fmt: skip
_LARGE |= {word + "th": value for word, value in _LARGE.items()}

_SIGN = (
    r"(?:US\$|NT\$|HK\$|A\$|AU\$|C\$|CA\$|S\$|NZ\$|R\$|[A-Z]{2}\$|\$|€|£|¥|₩|₹|₱|฿|₫|₺|₦"
    r"|(?:USD|EUR|TWD|NTD|GBP|JPY|KRW|AUD|CAD|NZD|CHF|SEK|DKK|NOK|PLN|CZK|HUF|CNY|RMB|HKD|SGD|INR|ZAR|THB|BRL|MXN|GHS"
    r"|KES|NGN|AED|RM|Rs\.?|R|Rp|GH₵|KSh|kr)(?=\s?\d))"
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
    r"|Japanese|Korean|South African|Polish|Taiwan(?:ese)?|New Taiwan|Chinese|Indian|Mexican|Icelandic)\s)?(?:dollars?"
    r"|euros?|pounds?(?: sterling)?|yen|won|kron(?:er|or|e|a|ur)|koruna|francs?|rand|złoty|zloty|yuan|renminbi|baht"
    r"|rupees?|crowns|ringgit|rupiah|pesos?|reais|lira|forints?|dirhams?|shillings?|naira|cedis?)|ECU|EUR|USD|GBP|CHF|SEK|DKK"
    r"|NOK|PLN|CZK|HUF|CNY|JPY|KRW|TWD|AUD|CAD|ZAR"
)
# What is weighed or measured, whose unit a report gives beside the number.
_MEASURE = (
    r"(?:metric )?ton(?:ne)?s|kilograms?|kilogrammes?|kg|litres?|liters?|hectares?|acres|square (?:metres|meters"
    r"|kilometres|feet)|cubic metres|(?:kilo|mega|giga)watt[ -]?hours|[kMG]Wh|megawatts?|MW"
)
_HEDGED = regex(rf"\b(?i:{_HEDGE})\s$")
_LONGEST_HEDGE = 15
# How a number begins: a figure, a sign, a currency in capitals, or the first letters of a number word.
_BEGIN = (
    r"(?=[\d$€£¥₩₹₱฿₫₺₦]|(?-i:[A-Z]{2}|[A-Z]\$|R[\d\sps]|kr|KS)"
    r"|ze|on|tw|thi|thr|tho|fo|fi|si|se|ei|ni|te|el|hu|mi|bi|tr|a\s|ha)"
)
_QUANTITY = regex(
    rf"(?<![\w.,$€£#/–-]){_BEGIN}(?P<sign>{_SIGN}\s?)?"
    rf"(?:(?P<digits>{_DIGITS})(?P<nth>st|nd|rd|th)?"
    rf"(?:[\s-](?P<scale>thousand|million|billion|trillion)|(?P<short>k|m|\s?(?:mn|bn))(?=\s|[.,;)]|$))?"
    rf"|(?P<named>{'|'.join(_NAMED)})|(?P<words>{_WORDS}))"
    rf"(?:\s?(?P<percent>%|per ?cent)|\s(?P<money>{_MONEY})\b|\s(?P<measure>{_MEASURE})\b)?(?![\w/]|[.,:]\d|-\w|–\d)",
    re.IGNORECASE,
)
_ORDINAL_WORDS = {*_ORDINAL_ONES, *(word[:-1] + "ieth" for word in _TENS), *(w for w in _LARGE if w.endswith("th"))}
_SPLIT = regex(r"[\s-]+")
_COUNTS = regex(r"\s(?!runs\b|races\b|steps\b)[a-z]+s\b")


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


def _is_fraction(words: str) -> bool:
    """Whether the words are a part of one: `one third`, `two fifths`; `twenty-third` is an ordinal."""
    *_, before, last = ["", *_SPLIT.split(words.casefold())]
    return last in _ORDINAL_WORDS and before in _ONES


def _scale(match: re.Match[str]) -> int:
    """What the word or letter behind the digits multiplies them by; a bare 5m or 10k may be metres or a run, so that
    letters count behind a currency's sign and before what is counted only."""
    if match["short"]:
        short = match["short"].strip().casefold()
        counts = match["sign"] or len(short) > 1 or (short == "k" and _COUNTS.match(match.string, match.end()))
        return _SHORT[short] if counts else 1
    return _LARGE.get((match["scale"] or "").casefold(), 1)


def find_english(text: str) -> Iterator[Quantity]:
    """Every number of an English text, in its order; currency, % or what it is weighed in is the unit, if any.

    Years and days look like any number here: what a number counts is for the caller to see.
    """
    yield from _found(text)


@lru_cache(maxsize=2048)
def _found(text: str) -> tuple[Quantity, ...]:
    """Several rules ask for the numbers of the same words one after the other."""
    return tuple(_measured(text))


def _measured(text: str) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        if match["words"] and _is_fraction(match["words"]):
            continue
        if match["words"]:
            value = english_value(match["words"])
            place = match.span("words")
            ordinal = _SPLIT.split(match["words"].casefold())[-1] in _ORDINAL_WORDS
        elif match["named"]:
            value, place, ordinal = Decimal(_NAMED[match["named"].casefold()]), match.span("named"), False
        else:
            value = Decimal(match["digits"].replace(",", "")) * _scale(match)
            place = match.span("digits")
            ordinal = bool(match["nth"])
        unit = "%" if match["percent"] else (match["money"] or match["sign"] or match["measure"] or "").strip()
        hedge = _HEDGED.search(text, max(0, match.start() - _LONGEST_HEDGE), match.start())
        start = hedge.start() if hedge else match.start()
        yield Quantity(plain(value), unit, start, match.end(), place, approximate=bool(hedge), ordinal=ordinal)
