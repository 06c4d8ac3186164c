"""Why a fact cannot be admitted as it stands."""

from hansa.register.enums import Hindrance
from hansa.register.errors import RegisterError


class Unresolved(RegisterError):
    """A fact that cannot be admitted as it stands; the message is the reason that the reviewer reads."""

    def __init__(self, hindrance: Hindrance, about: object = "") -> None:
        self.hindrance, self.about = hindrance, str(about)[:300]
        super().__init__(str(hindrance.label) % {"about": self.about})
