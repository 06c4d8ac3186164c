"""What the digits of two numbers tell of their being the same one, miswritten or not."""

from collections.abc import Iterable
from decimal import Decimal

# What it tells that numbers of so many digits are equal, or one slip of the pen apart.
_EQUAL = {1: 0.0, 2: 0.1, 3: 0.2}
_SLIP = {1: 0.0, 2: 0.02, 3: 0.1}
_MANY = 3


def digits_tell(one: Decimal, other: Decimal) -> float:
    """How much, from 0 to 0.2: equal numbers of many digits are hardly ever two, those a slip apart seldom."""
    first, second = _digits(one), _digits(other)
    telling = min(len(first), len(second), _MANY)
    if one == other:
        # A round number is written with more digits than tell anything.
        return _EQUAL[min(telling + _is_round(one), _MANY)]
    return _SLIP[telling] if _is_slip(first, second) else 0.0


def is_near(one: Decimal, others: Iterable[Decimal]) -> bool:
    """Whether the number is one of the others, or one of them but for a slip of the pen."""
    return any(one == other or _is_slip(_digits(one), _digits(other)) for other in others)


def _digits(value: Decimal) -> str:
    """The digits that a person writes, without the zeros at the end."""
    return format(value.normalize(), "f").replace(".", "").strip("0") or "0"


def _is_round(value: Decimal) -> bool:
    return value != 0 and value % 10 == 0


def _is_slip(one: str, other: str) -> bool:
    """Whether a digit was changed, left out or added, two were swapped, or zeros or thousands were added."""
    shorter, longer = sorted((one, other), key=len)
    if one == other or (len(shorter) > 1 and longer.endswith(shorter)):
        return True
    if abs(len(one) - len(other)) == 1:
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    if len(one) != len(other):
        return False
    differing = [at for at in range(len(one)) if one[at] != other[at]]
    if len(differing) == 1:
        return True
    return len(differing) == 2 and one[differing[0]] == other[differing[1]] and one[differing[1]] == other[differing[0]]
