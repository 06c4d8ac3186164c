"""What `bench_circle` prints, once the register is there."""

import datetime as dt
import json

from tests.gold.scoring import Score
from tests.reports.circle import closed

from hansa.register.models import Office
from hansa.reports.blocks import Language
from hansa.reports.render import WRITERS

_LANGUAGES: tuple[Language, ...] = ("zh-hant", "en")
_TYPES = ("agreement", "exchange", "figure", "membership", "organization", "project")


def _office() -> Office:
    return Office.objects.select_related("home").order_by("pk")[0]


def measure(year: int) -> None:
    """Print F1 by type, over all, and of the fields of what was found, for each format in both languages."""
    office, made = _office(), dt.date(year + 1, 2, 1)
    print(f"{'report':18}" + "".join(f"{kind:>14}" for kind in _TYPES) + f"{'all':>8}{'P':>8}{'R':>8}{'fields':>8}")
    for language in _LANGUAGES:
        for suffix in WRITERS:
            circle = closed(year, suffix, language, office, made)
            every, within = circle.overall, sum(circle.fields.values(), Score())
            cells = "".join(_cell(circle.facts.get(kind)) for kind in _TYPES)
            numbers = (every.f1, every.precision, every.recall, within.f1)
            print(f"{suffix + ' ' + language:18}{cells}" + "".join(f"{number:8.3f}" for number in numbers))


def _cell(score: Score | None) -> str:
    """F1 of a type; where nothing was told, how many were read in excess."""
    if score is None:
        return f"{'-':>14}"
    return f"{score.f1:14.3f}" if score.gold else f"{score.read:>14}"


def list_misses(year: int, suffix: str, language: Language) -> None:
    """Print what was missed, and what was read in excess, in one format and language."""
    circle = closed(year, suffix, language, _office(), dt.date(year + 1, 2, 1))
    for how, facts in (("missed", circle.missed), ("excess", circle.excess)):
        for fact in facts:
            print(how, json.dumps(fact, ensure_ascii=False))
