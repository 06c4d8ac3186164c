"""What a number in a text is: its value, its unit and where it stands."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Quantity:
    """A number with its unit, in a text: `start` and `end` are offsets that include number and unit.

    `unit` is the document's measure word (`件`, `人次`, `元`, `%`, `US$`), empty where there is none. `approximate`
    says that the text hedges it (約, 逾, nearly); the value is then the plain one. `ordinal` marks 第36個 and 43rd.
    `digits` is the number's own place, without hedge and unit.
    """

    value: int | float
    unit: str
    start: int
    end: int
    digits: tuple[int, int]
    approximate: bool = False
    ordinal: bool = False


def plain(value: Decimal) -> int | float:
    """A whole number as int, any other as float."""
    return int(value) if value == value.to_integral_value() else float(value)
