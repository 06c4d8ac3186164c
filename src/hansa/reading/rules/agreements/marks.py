"""A sentence with what matters for ties put as signs (⌂ twinned with ◇ since ○): patterns read it plainly."""

from collections.abc import Sequence

from msgspec import Struct

from hansa.reading.patterns import regex
from hansa.reading.values.dates import Dated
from hansa.reading.values.names import Party

OWN, PARTY, KIND, DATE, PERSON = "⌂◇◆○☺"
_PLURAL = regex(r"(?i:ies|[^s]s|da|twinned)$")


class Kind(Struct, frozen=True):
    """Words that name a sort of tie; `kind` is '' where they only mean the one spoken of before (the tie with X)."""

    start: int
    end: int
    kind: str
    words: str

    @property
    def plural(self) -> bool:
        """Whether several are meant: sister cities."""
        return bool(_PLURAL.search(self.words))


Sign = Party | Dated | Kind
Span = tuple[int, int, str, Sign | None]


class Marked(Struct, frozen=True):
    """The sentence with one sign for each party, date, kind and person; `signs` gives where each stands in the text."""

    text: str
    signs: tuple[tuple[int, Sign], ...]

    def parties(self, start: int, end: int) -> list[Party]:
        """The parties whose signs stand from `start` up to `end`, but for the own city."""
        return [sign for at, sign in self.signs if start <= at < end and isinstance(sign, Party) and not sign.own]

    def date(self, at: int) -> Dated | None:
        """The date whose sign stands at `at`."""
        return next((sign for place, sign in self.signs if place == at and isinstance(sign, Dated)), None)

    def kind(self, at: int) -> Kind | None:
        """The kind whose sign stands at `at`."""
        return next((sign for place, sign in self.signs if place == at and isinstance(sign, Kind)), None)

    def date_in(self, start: int, end: int) -> str:
        """The first date in a part of the text; '' where it has none."""
        at = self.text.find(DATE, start, end)
        date = self.date(at) if at >= 0 else None
        return date.edtf if date else ""


def put(text: str, spans: Sequence[Span]) -> Marked:
    """The text with the sign of each span in its place; of two that overlap the first and longer one."""
    marked, signs, reached = "", [], 0
    for start, end, char, sign in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < reached:
            continue
        marked += text[reached:start]
        if sign is not None:
            signs.append((len(marked), sign))
        marked += char
        reached = end
    return Marked(marked + text[reached:], tuple(signs))
