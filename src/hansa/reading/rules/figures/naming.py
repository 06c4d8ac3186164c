"""What a number counts, put together from the words around it and what was counted before it."""

import re

from msgspec import Struct

from hansa.reading.document import Block
from hansa.reading.rules.figures import wording
from hansa.reading.rules.figures.counting import CLAUSE, PARTNERS, Counted

_OF_UNIT = {"國": "國家", "國家": "國家", "城市": "城市", "人次": "人次"}


class Named(Struct, frozen=True):
    """What a number counts, what a bare number after it would count, and where its clause ends."""

    measure: str = ""
    base: str = ""
    end: int = -1


def named(found: Counted, text: str, earlier: Named, block: Block) -> Named:
    """What is counted: the words before and after, and where they do not say it, what was counted before."""
    counted = wording.counted(found.after)
    compared = wording.comparison(found.before)
    if compared:
        return Named(earlier.base + compared, earlier.base)
    if wording.sets_against(found.before) and earlier.base:
        return Named(earlier.base + _OF_UNIT.get(found.quantity.unit, ""), earlier.base)
    if found.before.strip(" ，、") in ("占", "佔", "約占", "占比") and earlier.measure:
        return Named(f"{earlier.measure}占比", earlier.base)
    if PARTNERS.match(counted) and (found.quantity.ordinal or wording.is_bare(wording.subject(found.before))):
        return Named(counted, counted)
    subject = wording.resumed(wording.subject(found.before), earlier.measure)
    if found.before.strip(" （(").startswith("其中") and earlier.measure and subject:
        return Named(f"{earlier.measure}（{subject}）", earlier.base)
    if wording.is_bare(subject):
        return _taken_up(found, subject, counted, text, earlier, block)
    whole = counted if len(subject) > wording.LONGEST and len(counted) > 2 else subject + counted
    if wording.is_result(whole):
        base = earlier.base if earlier.measure else wording.activity(_clause_before(found, text))
        return Named(whole if wording.is_bare(base) else base + whole, base)
    return Named(whole, whole)


def _taken_up(found: Counted, subject: str, counted: str, text: str, earlier: Named, block: Block) -> Named:
    """What a number that stands alone counts: the thing counted before it, the clause before it, its heading."""
    if len(counted) >= 4 and not wording.is_result(counted):
        return Named(counted, counted)
    base = earlier.base if found.follows or found.start == earlier.end + 1 else ""
    base = base or wording.activity_ahead(text[found.quantity.end : found.end])
    base = base or _activity_before(found, text) or earlier.base or (block.headings[-1] if block.headings else "")
    label = subject if subject and re.search(r"[次數家市員]$", subject) else ""
    more = counted or label or (_OF_UNIT.get(found.quantity.unit, "") if base else "")
    return Named(base + more, base)


def _activity_before(found: Counted, text: str) -> str:
    words = wording.activity(_clause_before(found, text))
    return "" if wording.is_bare(words) else words


def _clause_before(found: Counted, text: str) -> str:
    return CLAUSE.split(text[: max(found.start - 1, 0)])[-1]
