"""The period for which a number holds: stated beside it, else above it, else the report's year."""

import re
from collections.abc import Sequence

from hansa.reading.context import Context
from hansa.reading.values.dates import Dated

_JOINED = re.compile(r"[\s、與及和,，]*(?:[（(][^（()）]{1,8}[)）])?[\s、與及和,，]*(?:and)?\s*")


def period(dates: Sequence[Dated], text: str, at: int, context: Context, *, standing: bool = False) -> str:
    """The period of a number that stands at `at` in the text, as EDTF; empty where nothing tells it.

    The date before the number in its text counts, or the one that follows where none precedes; days named one after
    another (9月1日與9月7日) are an interval. `standing` says that the number is a state (19 sister cities), which holds
    on the day of issue, where a flow belongs to the year.
    """
    dates = [dated for dated in dates if dated.sure or dated.whole]
    before = [dated for dated in dates if dated.end <= at]
    chosen = before or dates[:1]
    if chosen:
        return _together(chosen, text)
    year = context.anchor().year
    if year:
        return str(year)
    if context.issued:
        return context.issued.isoformat() if standing else str(context.issued.year)
    return ""


def _together(dates: Sequence[Dated], text: str) -> str:
    """The last date, joined with those right before it in a list of days."""
    first = last = dates[-1]
    for dated in reversed(dates[:-1]):
        if "/" in dated.edtf + first.edtf or not _JOINED.fullmatch(text[dated.end : first.start]):
            break
        first = dated
    return last.edtf if first is last or first.edtf >= last.edtf else f"{first.edtf}/{last.edtf}"
