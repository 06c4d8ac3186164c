"""What the register holds that a draft is checked against, read once for all checkers."""

from dataclasses import dataclass, field

from hansa.figures.gathered import Gathered
from hansa.register.models import Party


@dataclass
class Held:
    """The register as a check asks it: of the city `home`. Checkers add cached properties for what they ask of it."""

    home: Party
    gathered: Gathered = field(default_factory=Gathered)
