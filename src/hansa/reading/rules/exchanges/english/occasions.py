"""The occasion that an English statement tells of, with its date and score."""

import re
from collections.abc import Sequence

from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.exchanges.building import Occasion, is_dated_entry, is_later
from hansa.reading.rules.exchanges.english import details
from hansa.reading.rules.exchanges.english.counterparts import counterparts_of, where
from hansa.reading.rules.exchanges.english.themes import theme
from hansa.reading.rules.exchanges.english.ways import kind_of
from hansa.reading.rules.exchanges.english.words import has_any
from hansa.reading.rules.modality import states
from hansa.reading.sentence import Sentence
from hansa.reading.values.dates import Dated

_GENERAL = regex(
    r"\baccounted for\b|\b(?:number|total|\d+) of (?:the )?(?:\w+ )?(?:delegations|visits|missions|groups)\b"
    r"|\b(?:is|are) (?:\w+ )?(?:held|hosted|organi[sz]ed)\b|biannual|biennial|every (?:two|other|year|second)"
    r"|\bmeets in\b"
    r"|annually|each year|usually|\b(?:received|welcomed|hosted) (?:\w+ )?\d+ (?:\w+ )?(?:delegations|groups|visits)"
    r"|\d+ (?:delegations|groups|missions|visits)\b|grew out of|\bc[ao]mes? into being\b"
)
_GENERAL_WORDS = frozenset((
    "accounted", "delegations", "visits", "missions", "groups", "held", "hosted", "organised", "organized",
    "biannual", "biannually", "biennial", "biennially", "every", "meets", "annually", "each", "usually",
    "grew", "being",
))  # fmt: skip
_CALLED_OFF = regex(
    r"\b(?:called off|due|[Tt]he next|scheduled for|awaits?|pending|in preparation|foreseen"
    r"|(?:was|were|is|are) (?:expected|awaited|to have)"
    r"|without (?:a|any) delegation|sent no|stayed away|cancel\w+|postponed|put off|scrapped|abandoned|fell through"
    r"|did not (?:go|take|happen|come)|never (?:took|went|came)|shelved)\b"
)
_CALLED_OFF_WORDS = frozenset((
    "called", "due", "next", "scheduled", "await", "awaits", "pending", "preparation", "foreseen",
    "expected", "awaited", "have", "without", "sent", "stayed", "cancels", "cancelled", "canceled",
    "cancelling", "canceling", "cancellation", "postponed", "put", "scrapped", "abandoned", "fell", "did",
    "never", "shelved",
))  # fmt: skip
_OTHERS = regex(r"\bit was (?!the turn\b)(?P<who>[^.;]{2,40}?),? (?:however, )?(?:that|who|which)\b", re.IGNORECASE)
# A year in brackets, or after since or a word for making a bond, is that of the tie and not of the occasion.
_OF_BOND = regex(
    r"(?:[(（]|\bsince |\b(?:tied|twinned|signed|sealed|established|founded|formed|concluded|forged|began|begun"
    r"|pledge|accord|agreement"
    r"|sister\w*|partners?|cit(?:y|ies)) (?:in|on|since|from|of) )$"
)
_UNNAMED = regex(r"\bfrom (?:\w+ ){0,3}(?:sister|partner|twin) (?:cities|towns)\b")
_TO_COME = regex(r"\b(?:will|shall|is to|are to|would|may|might|plans?|hopes?)\b")
_BEFORE = 24
_A_DAY = len("2023-05-08")
_OPENING = 3
_VISITS = ("inbound_visit", "outbound_visit")


def occasion_of(sentence: Sentence, at: int, context: Context, said: Sequence[Sentence]) -> Occasion | None:
    text = sentence.text
    if not context.home and theme(text)[0] != "event" and not is_dated_entry(context.block, context):
        # A text without a city of its own tells of much; only an event is an occasion.
        return None
    if _is_no_occasion(text) or _is_of_others(sentence):
        return None
    date, own = date_of(sentence, said, context)
    if len(said) > at and said[-1].dates:
        # What the same sentence has said before its semicolon dates what follows.
        own = own or date
    if not date or is_later(date, context):
        return None
    kind, cue, sure = kind_of(sentence, at, context)
    if not kind or not states(sentence, cue, cue + 4, lasting=False):
        return None
    if not context.home and kind != "event":
        return None
    if not kind.endswith("visit") and _TO_COME.search(text, 0, cue):
        return None
    name = details.title(text, kind)
    parties = counterparts_of(sentence, at, context, kind)
    if not (parties or name or _is_with_partners(text, kind)) or not (sure or own or _goes_on(said, date)):
        return None
    return Occasion(
        rule="exchange_takes_place_in_english",
        score=_score(sentence, kind, own, parties, sure=sure),
        kind=kind,
        date=date,
        title=name,
        parties=parties,
        people=sentence.people,
        place=details.place(text) or where(sentence, kind, parties, context),
        headcount=details.headcount(text),
        attendance=details.attendance(text, kind),
    )


def _is_no_occasion(text: str) -> bool:
    """Whether the words tell of what is done as a rule, of a sum, or of what was called off or is to come."""
    if has_any(text, _GENERAL_WORDS) and _GENERAL.search(text):
        return True
    return has_any(text, _CALLED_OFF_WORDS) and _CALLED_OFF.search(text) is not None


def _goes_on(said: Sequence[Sentence], date: str) -> bool:
    """Whether the sentence right before has the day of what this one tells."""
    return bool(said) and len(date) >= _A_DAY and any(dated.edtf == date for dated in said[-1].dates)


def _is_of_others(sentence: Sentence) -> bool:
    """Whether the sentence says that it was another city that did it."""
    cleft = _OTHERS.search(sentence.text) if "t was " in sentence.text else None
    if cleft is None:
        return False
    who = range(cleft.start("who"), cleft.end("who"))
    return not any(p.own and p.start in who for p in sentence.parties) and not any(
        p.start in who for p in sentence.people
    )


def _is_with_partners(text: str, kind: str) -> bool:
    """Whether pupils, players or artists came from partners that are not named: from seven sister cities."""
    return kind in ("education_exchange", "sports", "performance") and bool(_UNNAMED.search(text))


def _score(sentence: Sentence, kind: str, own: str, parties: Sequence[str], *, sure: bool) -> float:
    score = (
        0.7
        + 0.1 * bool(len(own) > 4)
        + 0.05 * bool(sentence.people)
        + 0.07 * (sure and kind in _VISITS and bool(parties))
    )
    return round(score, 2)


def date_of(sentence: Sentence, said: Sequence[Sentence], context: Context) -> tuple[str, str]:
    """The date of the occasion, and the same where the sentence itself states it."""
    sure = [d for d in sentence.dates if d.sure and not is_of_bond(sentence, d)]
    if sure:
        finest = max(sure, key=lambda d: (len(d.point.edtf), -d.start))
        return finest.edtf, finest.edtf
    for earlier in reversed(said):
        if earlier.headed_year:
            return earlier.dates[0].edtf, earlier.dates[0].edtf
        dates = [d for d in earlier.dates if d.sure and not is_of_bond(earlier, d)]
        if dates:
            return dates[-1].edtf, ""
    opens = len(said) < _OPENING and not context.block.text[:1].isdigit()
    return (context.issued.isoformat() if context.issued and opens else ""), ""


def is_of_bond(sentence: Sentence, dated: Dated) -> bool:
    """Whether the date is a year that the words before it give to a tie: the city, twinned in 1998, sent a choir."""
    if dated.point.month:
        return False
    return _OF_BOND.search(sentence.text[max(0, dated.start - _BEFORE) : dated.start]) is not None
