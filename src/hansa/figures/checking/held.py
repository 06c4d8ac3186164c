"""What the register holds that a draft is checked against, read once for all checkers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from hansa.figures.checking.likeness import weights
from hansa.figures.checking.published import Reported, reported_of
from hansa.figures.gathered import Gathered
from hansa.register.models import Party


@dataclass
class Held:
    """The register as a check asks it: of the city `home`. Checkers add cached properties for what they ask of it."""

    home: Party
    gathered: Gathered = field(default_factory=Gathered)

    @cached_property
    def reported(self) -> list[Reported]:
        """The figures of the home city with the words in which documents report them; two queries."""
        return reported_of(self.home)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How much each gram tells of what is counted, by how few of those figures have it."""
        return weights(figure.own for figure in self.reported)
