"""Names of parties."""

from dataclasses import dataclass

OWN_WORDS = frozenset(("本市", "本府", "市府", "本縣", "縣府", "本公所", "公所", "本所", "本區", "我市"))


@dataclass(frozen=True)
class Party:
    """A party named in a text: its place there, the name as written without the country before it."""

    start: int
    end: int
    name: str


def spellings(home: str) -> frozenset[str]:
    """The spellings under which a text may name the city."""
    return frozenset((home,))
