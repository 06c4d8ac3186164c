"""What a sum of money, a share or a weight in an English sentence is for."""

from collections.abc import Sequence

from hansa.reading.patterns import regex
from hansa.reading.rules.figures.english_nouns import Number
from hansa.reading.rules.figures.english_sureness import is_said
from hansa.reading.values.dates import Dated

_CHANGE = regex(r"(?:\w+ )?(?:increase|decrease|rise|fall|drop|growth|change|total|loss|gain)")
_FOR = regex(r"\s(?:from|for|towards?|to|by)\s[^,.;]+")
_END = regex(r"(?:\s(?:was|were|is|are|of|by|at|to|from|about|came to|amounted to|totalled|totalling|reached|worth))+$")
_SUM_OF = regex(r"\b(?:[Aa]n?|[Tt]he) (?P<what>(?:[\w-]+ )?(?!(?:is|was|are|were) )[\w-]+) (?:of|worth) $")
_ARTICLE = regex(r"^(?:The|the|Its|its|Our|our|their|A|a|an|of|and|but|where|which|that|to) ")
_DATE_LEFT = regex(
    r"\s*\b(?:in|on|by|since|at the end of|during|for)\s*$|\s*\b(?:in|on|by|during|at the end of)\s*(?=[.,;]|$)"
)
_CLAUSE_START = regex(
    r"^.*(?:[,;:]\s(?=[a-z])|\band (?=made|spent|received|came|raised|attracted|secured|won|saved|brought))"
)
_BREAK = regex(r"[.;,](?!\d)|\s(?:to|and|from)\s(?=[^\w\s]{0,3}\d)|\sand\s(?=[a-z]+ed\b|made\b)")
_AREA = regex(r"square|hectare|acre|cubic")
_NO_NAME = ("", "to", "at", "by", "from")
_NO_SUM = regex(r"^\s(?:each|apiece|per (?!cent)|(?:bill|note|coin|ticket|fee|stamp)s?\b)")


def sum_for(number: Number, dates: Sequence[Dated]) -> str:
    """The noun that it is a sum of, or the clause around it; empty for a price, a change and what somebody says."""
    after = number.after
    for dated in reversed(dates):
        if dated.start >= number.quantity.end:
            since = number.quantity.end
            after = after[: dated.start - since] + after[dated.end - since :]
    after = _DATE_LEFT.sub("", _BREAK.split(after)[0]).rstrip(" .")
    if is_said(number.text) or _NO_SUM.match(after) or _AREA.search(number.quantity.unit):
        return ""
    noun = _SUM_OF.search(number.before)
    if noun and _CHANGE.fullmatch(noun["what"]):
        return ""
    if noun:
        purpose = _FOR.match(after)
        return f"{noun['what']}{purpose[0] if purpose else ''}"[:100].strip()
    start = _CLAUSE_START.sub("", number.before).strip()
    measure = f"{start}{after}" if after.strip() else _END.sub("", start)
    named = _END.sub("", _ARTICLE.sub("", measure)).strip(' "“”,')[:120]
    return "" if named in _NO_NAME else named
