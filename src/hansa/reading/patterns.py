"""Regular expressions that are compiled when they are first asked for.

Reading knows about a thousand of them, and compiling them all takes longer than reading a press release, which needs
a third.
"""

import re
from typing import Any, cast

_TAKEN_OVER = (
    "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "flags", "groups", "groupindex",
)  # fmt: skip


class _Late:
    """Stands for a compiled expression. After the first use its methods are those of the compiled one themselves."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there yet: compiles."""
        compiled = re.compile(self.pattern, self._flags)
        for taken in _TAKEN_OVER:
            setattr(self, taken, getattr(compiled, taken))
        return getattr(compiled, name)

    def __eq__(self, other: object) -> bool:
        """Whether the other is the same expression, compiled or not: `match.re == _NAME`."""
        if isinstance(other, re.Pattern | _Late):
            return (self.pattern, self.flags) == (other.pattern, other.flags)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.pattern)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled at its first use; an error in it shows only then.

    It equals what `match.re` gives, but is not it, and the functions of `re` do not take it.
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
