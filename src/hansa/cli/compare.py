"""`hansa compare`: two numbers side by side, and what lies between them."""

import datetime as dt
import json
from typing import Any

import click
from django.utils import timezone, translation

from hansa.cli.installation import ensure_installed
from hansa.cli.kinds import ref_parts
from hansa.cli.measuring import Days, day, measure_asked, moment
from hansa.cli.refusal import Refusal
from hansa.cli.reporting import BadOption, home_option, office_of
from hansa.cli.tables import shortened, table
from hansa.figures.answers import Number
from hansa.figures.comparing import Comparison, Side, Told, compare, side, side_of
from hansa.register.errors import RegisterError
from hansa.register.models import Figure
from hansa.register.plain import plain_number

_COLUMNS = 50


def _number(value: Number | None) -> int | float | None:
    return value if value is None or isinstance(value, int) else plain_number(value)


def _plain_side(told: Told) -> dict[str, Any]:
    one = told.side
    return {
        "from": one.first.isoformat(),
        "to": one.last.isoformat(),
        "rule": {"name": one.rule.name, "version": one.rule.version, "id": one.rule.ref} if one.rule else None,
        "known": one.known.isoformat() if one.known else None,
        "figure": one.figure.ref if one.figure else None,
        "value": _number(told.value),
        "counted": _number(told.counted),
    }


def plain_comparison(found: Comparison) -> dict[str, Any]:
    """A comparison as JSON has it."""
    return {
        "measure": found.measure.key,
        "one": _plain_side(found.one),
        "other": _plain_side(found.other),
        "difference": _number(found.difference),
        "explained": _number(found.explained),
        "unexplained": _number(found.unexplained),
        "items": [
            {
                "id": item.ref,
                "name": item.label,
                "change": _number(item.change),
                "reason": item.reason.code,
                "words": {"zh": item.reason.words.zh, "en": item.reason.words.en},
            }
            for item in found.items
        ],
    }


def _side_words(told: Told) -> tuple[str, ...]:
    one = told.side
    days = str(one.last) if one.first == one.last else f"{one.first} to {one.last}"
    rule = f"{one.rule.name}, {one.rule.version}" if one.rule else "reported"
    counted = "" if told.counted is None else f"{told.counted:,}"
    published = f"{told.value:,}" if one.figure else ""
    return one.figure.ref if one.figure else "register", days, rule, published, counted


def _tell(found: Comparison) -> None:
    click.echo(f"{found.measure.label.zh} · {found.measure.label.en}")
    click.echo(
        table(("", "days", "rule", "published", "counted"), [_side_words(told) for told in (found.one, found.other)])
    )
    click.echo(f"\ndifference: {found.difference:+,}")
    if found.items:
        rows = [
            (item.ref, shortened(item.label, _COLUMNS), f"{item.change:+,}", item.reason.words.en)
            for item in found.items
        ]
        click.echo(table(("", "record", "change", "why"), rows))
    if found.unexplained:
        click.echo(f"the records of the register do not explain {found.unexplained:+,}")


def _figure(ref: str) -> Figure:
    kind, number = ref_parts(ref)
    figure = Figure.objects.filter(pk=number).select_related("rule", "home").first() if kind == "figure" else None
    if figure is None:
        raise Refusal(f"{ref}: there is no such figure; see hansa list figures")
    return figure


def _of_figures(figures: tuple[str, ...], rules: list[str], known: list[dt.datetime | None]) -> tuple[Side, Side]:
    sides = [side_of(_figure(ref), rule=rules[place], known=known[place]) for place, ref in enumerate(figures)]
    if len(sides) == 2:
        return sides[0], sides[1]
    one = sides[0]
    if one.measure.moment == "day":
        return one, side(one.measure.key, on=timezone.localdate(), rule=rules[1], known=known[1])
    return one, side(one.measure.key, first=one.first, last=one.last, rule=rules[1], known=known[1])


def _of_days(key: str, days: tuple[Days, ...], rules: list[str], known: list[dt.datetime | None]) -> tuple[Side, Side]:
    measure = measure_asked(key)
    one, other = (
        side(key, rule=rules[place], known=known[place], **_asked(measure.moment, days[min(place, len(days) - 1)]))
        for place in (0, 1)
    )
    return one, other


def _asked(of: str, days: Days) -> Any:
    return {"on": days[1]} if of == "day" else {"first": days[0], "last": days[1]}


def _pair(given: tuple[Any, ...], nothing: Any) -> list[Any]:
    """What was given for both sides: one for both, two for one each."""
    return [nothing, nothing] if not given else [given[0], given[-1]]


@click.command(
    epilog="Example: hansa compare figure-12 figure-40, or hansa compare --measure partners_total --on 2025-09"
    " --on 2025-12"
)
@click.argument("figures", metavar="[FIGURE [FIGURE]]", nargs=-1)
@click.option("--measure", "key", metavar="KEY", help="Compare what this measure says.")
@click.option("--on", "days", metavar="DAY", multiple=True, callback=day, help="A day, month or year; once or twice.")
@click.option("--rule", "rules", metavar="NAME", multiple=True, help="The rule to count by; once, or one for each.")
@click.option("--known", metavar="MOMENT", multiple=True, callback=moment, help="As the register was known then.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@home_option
@translation.override("en")
def command(
    *,
    figures: tuple[str, ...],
    key: str | None,
    days: tuple[Days, ...],
    rules: tuple[str, ...],
    known: tuple[dt.datetime, ...],
    as_json: bool,
    home: str | None,
) -> None:
    """Lay two numbers side by side: published figures, or what a measure says on two days or by two rules.

    One FIGURE is laid beside what the register gives: today for a state, for its own period else. What one side counts
    and the other does not is listed with the reason, and what no record explains is said.
    """
    ensure_installed()
    if bool(figures) == bool(key) or len(figures) > 2 or len(days) > 2 or (key and not days):
        raise BadOption("write one or two figures, or --measure KEY with --on DAY once or twice")
    city = office_of(home).home
    asked = _pair(rules, ""), _pair(known, None)
    try:
        sides = _of_days(key, days, *asked) if key else _of_figures(figures, *asked)
        found = compare(city, *sides)
    except (RegisterError, ValueError) as error:
        raise Refusal(str(error)) from error
    if as_json:
        click.echo(json.dumps(plain_comparison(found), ensure_ascii=False))
    else:
        _tell(found)
