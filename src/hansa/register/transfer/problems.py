"""What is wrong with what somebody wants to bring in: all of it, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from hansa.register.errors import RegisterError


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong at a place, such as `sheet 締盟, row 12, column 簽署日期`; the message says what to write."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class NotBroughtIn(RegisterError):
    """Nothing was brought in, because of these problems."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = list(problems)
