"""Numbers of facts as the columns of both databases hold them."""

from decimal import Decimal, InvalidOperation
from typing import Any

from hansa.register.domain.admission.hindrance import Unresolved
from hansa.register.domain.admission.statement import stated
from hansa.register.enums import Hindrance

_LARGEST_COUNT = 2_147_483_647
_LARGEST_VALUE = Decimal(10) ** 20
_PLACES = Decimal("0.0001")


def counted(value: Any) -> int | None:
    """A stated count, None where it is not stated. Raises Unresolved where nobody can have counted so far."""
    count: int | None = stated(value)
    if count is not None and count > _LARGEST_COUNT:
        raise Unresolved(Hindrance.NO_NUMBER, count)
    return count


def measured(value: float) -> Decimal:
    """A stated value to four decimals. Raises Unresolved where it is no number, or has more than twenty digits."""
    try:
        number = Decimal(str(value))
        if abs(number) < _LARGEST_VALUE:
            return number.quantize(_PLACES)
    except InvalidOperation:
        pass
    raise Unresolved(Hindrance.NO_NUMBER, value)
