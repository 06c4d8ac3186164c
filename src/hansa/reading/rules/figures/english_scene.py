"""A sentence with what is known of it while its numbers are read one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from hansa.reading.patterns import regex
from hansa.reading.rules.figures.english_nouns import Number
from hansa.reading.rules.figures.questions import Asked
from hansa.reading.values.dates import Dated

_YEAR_FIRST = regex(r"In (?:19|20)\d\d,? ")
_AND_ALSO = regex(r"(?:\sof\s[\w ]+?)?(?:,|\s?,?\s(?:and|plus|as well as|along with))\s(?:another\s|some\s)?")


@dataclass
class Scene:
    """A sentence with what is known of it; `earlier` is what it measured last, of which `noun` it counted,
    up to `reach`; `asked` the question before it; `before` is the block's text before it.

    `report` says that the document reports on a year, `lasting` that the sentence tells of a longer time by its own
    words, `yearly` that it names a year, `occasion` that it tells of one visit or event.
    """

    text: str
    before: str
    dates: Sequence[Dated]
    report: bool
    lasting: bool
    yearly: bool
    occasion: bool
    earlier: str = ""
    first: str = ""
    noun: str = ""
    reach: int = 0
    asked: Asked | None = None

    @property
    def summary(self) -> bool:
        """Whether its numbers are of a longer time and not of one occasion."""
        opens = _YEAR_FIRST.match(self.text) is not None
        return (self.report or self.lasting or opens) and not self.occasion

    def goes_on(self, number: Number) -> bool:
        """Whether the number only goes on with a list: `12 buses and 3,000 blankets`."""
        return bool(self.earlier and _AND_ALSO.fullmatch(number.text[self.reach : number.quantity.start]))
