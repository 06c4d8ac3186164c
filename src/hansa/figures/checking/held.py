"""What the register holds that a draft is checked against, read once for all checkers."""

from dataclasses import dataclass, field
from functools import cached_property

from hansa.figures.checking.counted import Counts
from hansa.figures.checking.kept import Kept, kept_documents
from hansa.figures.checking.known import Known, known_figures
from hansa.figures.checking.known_events import Events
from hansa.figures.checking.known_names import Names
from hansa.figures.checking.known_organizations import Organizations
from hansa.figures.checking.known_people import People
from hansa.figures.checking.known_ties import Ties
from hansa.figures.checking.likeness import Weights
from hansa.figures.checking.occasions import Occasion, occasions_counted
from hansa.figures.checking.sizes import Sizes, sizes_known
from hansa.figures.gathered import Gathered
from hansa.register.models import Party


@dataclass
class Held:
    """The register as a check asks it: of the city `home`. Checkers add cached properties for what they ask of it."""

    home: Party
    gathered: Gathered = field(default_factory=Gathered)

    @cached_property
    def figures(self) -> list[Known]:
        """The figures of the home city with the words in which documents report them; three queries."""
        return known_figures(self.home)

    @cached_property
    def weights(self) -> Weights:
        """How much each gram tells of what is counted, by how few of those figures have it."""
        return Weights(figure.own for figure in self.figures)

    @cached_property
    def counts(self) -> Counts:
        """What the records count of computed measures; some queries for each measure and period that is asked for."""
        return Counts(self.home, self.gathered)

    @cached_property
    def sizes(self) -> Sizes:
        """How many members organizations have; three queries."""
        return sizes_known()

    @cached_property
    def occasions(self) -> list[Occasion]:
        """The home city's exchanges of which the register knows how many people took part; three queries."""
        return occasions_counted(self.home)

    @cached_property
    def kept(self) -> list[Kept]:
        """The documents kept, with the places of their facts; two queries."""
        return kept_documents()

    @cached_property
    def people(self) -> People:
        """The people whom the register and its documents name; two queries when first asked for one."""
        return People(self.kept)

    @cached_property
    def ties(self) -> Ties:
        """All agreements, of the home city and between others; three queries."""
        return Ties(self.home)

    @cached_property
    def organizations(self) -> Organizations:
        """The organizations by their names, with the memberships in them; three queries."""
        return Organizations()

    @cached_property
    def events(self) -> Events:
        """The dated exchanges and signings; six queries."""
        return Events(self.home)

    @cached_property
    def names(self) -> Names:
        """The names of parties, organizations and countries; three queries."""
        return Names()
