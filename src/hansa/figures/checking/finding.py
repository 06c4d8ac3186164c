"""What checking says of one place in a draft."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hansa.figures.words import Words

if TYPE_CHECKING:
    from hansa.figures.checking.draft import Draft
    from hansa.figures.checking.held import Held

Verdict = Literal["agrees", "differs", "ambiguous", "unknown"]
Matter = Literal["number", "date", "name", "post", "order", "sum", "share"]


@dataclass(frozen=True)
class Finding:
    """One place in a draft and what came of checking it.

    `start` and `end` are characters of the draft's text, `quote` the words between them as they stand there (white
    space folded): the number with its unit, the date, the name, the post; `sentence` is what it stands in. `found` is
    what the draft says and `expected` what it should say, both in the draft's own way of writing; `expected` is empty
    where nothing is known. `measure` is the key of the measure that a number is of. `records` are the refs that it
    rests on: records, figures, sources. `reason` says in a sentence why the verdict was given. `checker` names the
    function that found it.
    """

    start: int
    end: int
    quote: str
    sentence: str
    verdict: Verdict
    matter: Matter
    found: str
    expected: str = ""
    measure: str = ""
    records: tuple[str, ...] = ()
    reason: Words | None = None
    checker: str = ""


Checker = Callable[["Draft", "Held"], Iterator[Finding]]
"""A checker goes through the draft once and gives what it finds; the same place may be found by several."""
