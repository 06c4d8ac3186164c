"""Sums that an English sentence tells: `12 sessions, 5 in Taipei and 7 abroad`; `5 in May and 7 in June, 12 in all`."""

from collections.abc import Iterator, Sequence

from hansa.figures.checking.arithmetic import comes_out
from hansa.figures.checking.numbers import Number
from hansa.reading.patterns import regex

Told = tuple[Number, list[Number]]
"""A total and its parts."""

_PARTED = regex(
    r"(?:\s[\w'’-]+){0,8}?\s?(?:[,:;(]|[—–])\s?"
    r"(?:of (?:which|them|these),? |comprising |made up of |consisting of |namely )?"
)
_AND = regex(r"[^,;.:()—–]{0,80}?(?P<comma>,\s|;\s)?(?P<and>and )?(?:another |the other )?")
_TO_TOTAL = regex(r"[^;.:()—–]{0,80}?,\s(?:and )?(?:making |for |giving |or )?(?:a (?:grand )?total of )?")
_TOTAL_BEFORE = regex(r"\ba (?:grand )?total of $")
_TOTAL_BEHIND = regex(r"(?:\s[\w'’-]+){0,3}?\s(?:in total|in all|altogether|all told|combined)\b")
_PART = regex(
    r"\s(?:in|at|from|with|for|to|on|by|of (?:them|these|which)|abroad|online|overseas|domestic|foreign|inbound"
    r"|outbound|local|international|were|was|went|came)\b"
)
_ANOTHER = regex(r"\b(?:another|a further|the other) $")
_OF_MORE = regex(r"(?<!total )\b(?:[Oo]f|[Aa]mong|[Ii]ncluding|[Oo]nly|[Oo]ut of)(?: the| its| these| those| all)? $")
_PLURAL = regex(r"\b[a-z]{2,}(?<!ss)s\b")
_FEWEST = 2


def sums_in_english(numbers: Sequence[Number]) -> Iterator[Told]:
    """The totals of a sentence with their parts; only where each part is told as one, and the last after `and`."""
    text = numbers[0].text
    for at, total in enumerate(numbers):
        if not _OF_MORE.search(text, 0, total.start):
            told = _parts_behind(text, total, numbers[at + 1 :]) or _parts_before(text, total, numbers[:at])
            if told:
                yield total, told


def _parts_behind(text: str, total: Number, numbers: Sequence[Number]) -> list[Number]:
    if not numbers or _PART.match(text, total.end) or not _PARTED.fullmatch(text, total.end, numbers[0].start):
        return []
    parts: list[Number] = []
    ended = False
    for number in numbers:
        between = _AND.fullmatch(text, parts[-1].end, number.start) if parts else None
        if (
            ended
            or (parts and not (between and (between["comma"] or between["and"])))
            or not _is_part(number, total, total)
        ):
            break
        parts.append(number)
        ended = bool(between and between["and"])
    return parts if ended and len(parts) >= _FEWEST else []


def _parts_before(text: str, total: Number, numbers: Sequence[Number]) -> list[Number]:
    if not (_TOTAL_BEFORE.search(text, 0, total.start) or _TOTAL_BEHIND.match(text, total.end)):
        return []
    first = next((number for number in numbers if _PLURAL.search(number.noun)), total)
    parts = [number for number in numbers if _is_part(number, total, first)]
    if len(parts) < _FEWEST or len(parts) < len(numbers) or not _TO_TOTAL.fullmatch(text, parts[-1].end, total.start):
        return []
    told = " and " in text[parts[-2].end : parts[-1].start] or comes_out(total, parts)
    return parts if told else []


def _is_part(number: Number, total: Number, named: Number) -> bool:
    """Whether a number counts what the total counts, which `named` names: it says so, or leaves it to be understood."""
    if number.ordinal or number.unit != total.unit or number.approximate != total.approximate:
        return False
    same = set(_PLURAL.findall(named.noun)) & set(_PLURAL.findall(number.noun))
    understood = _PART.match(number.text, number.end) or _ANOTHER.search(number.text, 0, number.start)
    return bool(same or number.unit or understood)
