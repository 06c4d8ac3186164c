"""A Chinese sentence that is being read for memberships, with what was said so far."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hansa.facts import Membership
from hansa.reading.context import Context
from hansa.reading.document import Stretch
from hansa.reading.patterns import regex
from hansa.reading.rules.covered import Covered
from hansa.reading.rules.memberships.joining import memberships, owned

_RULE = "joined_in_chinese"
_OFFICE = regex(
    r"(?:由|(?<=[，。；｜|]))(?P<office>(?!並|本)[\u3400-\u9fff]{2,8}?(?:局|處|署|公所|委員會|課|科|室|中心))(?:主[責辦政管]|負責"
    r"|承辦|辦理|擔任(?:聯絡)?窗口|為窗口|(?=$|[｜|]))"
)
_UNIT = regex(r"[\u3400-\u9fff]{2,8}(?:局|處|委員會)")


@dataclass
class Told:
    """A sentence being read: its clauses, the organization spoken of, the cities that its clauses were about so far."""

    covered: Covered
    organization: str
    city: str
    context: Context
    carried: bool = False
    """Whether the organization was only named in a sentence before."""
    who: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The sentence's words with names and dates covered."""
        return self.covered.text

    def give(self, cities: Sequence[str], organization: str, score: float, **more: str) -> Iterator[Membership]:
        """A membership for each city."""
        named = [owned(city, self.context) for city in cities]
        if named == [self.context.home] and (office := office_zh(self.context)):
            more.setdefault("office", office)
        stretch: Stretch = self.covered.sentence.stretch
        return memberships(named, organization, stretch, self.context, rule=_RULE, score=score, **more)


def office_zh(context: Context) -> str:
    """The unit of the own city that the words name, or under whose heading they stand."""
    found = _OFFICE.search(context.block.text)
    if found:
        return found["office"]
    units = (heading for heading in reversed(context.block.headings[1:]) if _UNIT.fullmatch(heading))
    return next(units, "")
