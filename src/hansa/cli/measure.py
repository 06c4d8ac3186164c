"""`hansa measure`: the measures, and what they say."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

import click
from django.utils import translation

from hansa.cli.installation import ensure_installed
from hansa.cli.measuring import Days, day, measure_asked, moment, year
from hansa.cli.refusal import Refusal
from hansa.cli.reporting import BadOption, home_option, office_of
from hansa.cli.tables import shortened, table
from hansa.figures.answers import Answer, Asked
from hansa.figures.breakdowns import BY, Part, breakdown
from hansa.figures.gathered import Gathered
from hansa.figures.measure import Measure
from hansa.figures.measures import all_measures, answer, measure_named
from hansa.figures.recognition import Recognition
from hansa.figures.words import Words
from hansa.register.errors import RegisterError
from hansa.register.models import Figure, Party
from hansa.register.plain import plain_number

_COLUMNS = 60
_SHOWN = 50


def _both(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}


def _found(words: str) -> Iterator[Measure]:
    for measure in all_measures():
        text = f"{measure.key} {measure.label.zh} {measure.label.en} {measure.section} {measure.unit.zh}"
        if words.lower() in text.lower():
            yield measure


def _plain_measure(measure: Measure) -> dict[str, Any]:
    return {
        "key": measure.key,
        "name": _both(measure.label),
        "unit": _both(measure.unit),
        "definition": _both(measure.definition),
        "section": measure.section,
        "as_of": measure.moment,
        "reported": measure.is_reported,
        "summed_over": list(measure.summed_over),
        "rule": measure.rule.name if measure.rule else None,
    }


def _list(measures: Iterable[Measure], as_json: bool) -> None:
    if as_json:
        click.echo("\n".join(json.dumps(_plain_measure(one), ensure_ascii=False) for one in measures))
        return
    rows = [
        (
            one.key,
            shortened(one.label.zh, 40),
            shortened(one.label.en, 40),
            one.unit.zh,
            one.section,
            "reported" if one.is_reported else "computed",
        )
        for one in measures
    ]
    click.echo(table(("key", "name", "in English", "unit", "section", ""), rows))


def plain_answer(found: Answer) -> dict[str, Any]:
    """An answer with all its rows, as JSON has it."""
    return {
        "measure": found.key,
        "name": _both(found.label),
        "unit": _both(found.unit),
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "value": (plain_number(found.value) if not isinstance(found.value, int) else found.value)
        if found.is_known
        else None,
        "rule": {"name": found.rule.name, "version": found.rule.version, "id": found.rule.ref} if found.rule else None,
        "silent": found.silent,
        "missing": [{"from": gap.first.isoformat(), "to": gap.last.isoformat()} for gap in found.missing],
        "rows": [{"id": row.ref, "name": row.label, "amount": row.amount, "note": row.note} for row in found.rows],
        "published": [
            {"id": one.ref, "value": plain_number(one.value), "unit": one.unit, "period": one.period}
            for one in found.published
        ],
    }


def _tell(found: Answer, shown: int) -> None:
    value = f"{found.value:,}" if found.is_known else "not published"
    days = f"{found.first}" if found.first == found.last else f"{found.first} to {found.last}"
    click.echo(f"{found.label.zh} · {found.label.en}: {value} {found.unit.zh}, {days}")
    if found.rule:
        click.echo(f"counted by {found.rule.name}, {found.rule.version}: {found.rule.moment.en}")
    if found.silent:
        click.echo(f"{found.silent:,} of the records say nothing on the matter and add nothing")
    for gap in found.missing:
        click.echo(f"nothing was published for {gap.first} to {gap.last}")
    if found.published:
        rows = [(one.ref, f"{one.value.normalize():,f}", one.unit, one.period, one.measure) for one in found.published]
        click.echo("\n" + table(("published", "value", "unit", "period", "in these words"), rows))
    if found.rule and len(found.rows):
        records = [
            (row.ref, shortened(row.label, _COLUMNS), "-" if row.amount is None else f"{row.amount:,}", row.note)
            for row in found.rows[:shown]
        ]
        click.echo("\n" + table(("counted", "record", "adds", ""), records))
        if len(found.rows) > shown:
            click.echo(f"and {len(found.rows) - shown:,} more; --rows shows more of them")


def _parts(found: Answer, home: Party, gathered: Gathered, by: str) -> list[Part]:
    """The parts of an answer. Raises Refusal where the measure is not parted so, or is reported."""
    asked = Asked(home, found.first, found.last, gathered)
    try:
        if found.rule is None:
            raise RegisterError(f"{found.key} is reported; it has no records to tell by {by}")
        return breakdown(measure_named(found.key), found.rule, asked, by)
    except RegisterError as error:
        raise Refusal(str(error)) from error


def _tell_parts(parts: list[Part]) -> None:
    if parts:
        rows = [(part.key or "-", part.label.zh, part.label.en, f"{part.value:,}") for part in parts]
        click.echo("\n" + table(("part", "name", "in English", "number"), rows))


def _unknown(home: Party) -> None:
    """The figures of which nobody knows the measure; the exit status tells whether there are any."""
    figures = list(Figure.objects.filter(home=home).order_by("pk"))
    recognition = Recognition(figures)
    rows = [
        (one.ref, one.measure, f"{one.value.normalize():,f}", one.unit, one.section)
        for one in figures
        if recognition.measure_of(one) is None
    ]
    click.echo(f"{len(figures)} figures, {len(rows)} of them of no measure", err=True)
    if rows:
        click.echo(table(("id", "what is counted", "value", "unit", "heading"), rows))


def _asked(
    measure: Measure, of_year: Days | None, on: Days | None, begin: Days | None, end: Days | None
) -> dict[str, dt.date]:
    """The days as a measure takes them: `on`, or `first` and `last`."""
    if sum(one is not None for one in (of_year, on, begin or end)) != 1:
        raise BadOption("write one of --year, --on, or --from with --to")
    if of_year:
        return {"first": of_year[0], "last": of_year[1]}
    if on:
        return {"on": on[1]} if measure.moment == "day" else {"first": on[0], "last": on[1]}
    if begin is None or end is None or begin[0] > end[1]:
        raise BadOption("write a period that ends after it begins: --from 2022-01-01 --to 2022-12-31")
    return {"first": begin[0], "last": end[1]}


@click.command(epilog="Example: hansa measure partners_total --on 2022-12-31 --rule partners")
@click.argument("key", required=False)
@click.option("--year", "of_year", metavar="YEAR", callback=year, help="A year; one of the Republic, 111, too.")
@click.option("--on", metavar="DAY", callback=day, help="As of a day; a month or year stands for its last day.")
@click.option("--from", "begin", metavar="DAY", callback=day, help="The first day of a period.")
@click.option("--to", "end", metavar="DAY", callback=day, help="The last day of a period.")
@click.option("--rule", metavar="NAME", help="Count by this rule, or this version of it: NAME@2026-01-01.")
@click.option("--known", metavar="MOMENT", callback=moment, help="As the register was known then: a day, or a moment.")
@click.option("--by", type=click.Choice(tuple(BY)), help="Tell its parts: visits by country, exchanges by field …")
@click.option("--search", metavar="WORDS", default="", help="List the measures with these words only.")
@click.option("--unknown", is_flag=True, help="List the published figures of which no measure is known.")
@click.option("--rows", type=click.IntRange(0), default=_SHOWN, show_default=True, help="How many records to show.")
@click.option("--json", "as_json", is_flag=True, help="JSON: the answer with all its records, or a measure a line.")
@home_option
@translation.override("en")
def command(
    *,
    key: str | None,
    of_year: Days | None,
    on: Days | None,
    begin: Days | None,
    end: Days | None,
    rule: str | None,
    known: dt.datetime | None,
    by: str | None,
    search: str,
    unknown: bool,
    rows: int,
    as_json: bool,
    home: str | None,
) -> None:
    """List the measures; or tell one of them, KEY, with the records counted and what was published."""
    if key is None and not unknown:
        _list(_found(search), as_json)
        return
    ensure_installed()
    city = office_of(home).home
    if key is None:
        _unknown(city)
        return
    asked = _asked(measure_asked(key), of_year, on, begin, end)
    gathered = Gathered(known)
    try:
        used = gathered.rulebook.named(rule, asked.get("on") or asked["last"]) if rule else None
        found = answer(key, city, gathered=gathered, rule=used, **asked)
    except (RegisterError, ValueError) as error:
        raise Refusal(str(error)) from error
    parts = _parts(found, city, gathered, by) if by else []
    if as_json:
        told = [{"key": part.key, "name": _both(part.label), "value": part.value} for part in parts]
        click.echo(json.dumps(plain_answer(found) | ({"by": by, "parts": told} if by else {}), ensure_ascii=False))
    else:
        _tell(found, rows)
        _tell_parts(parts)
