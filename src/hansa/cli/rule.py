"""`hansa rule`: the counting rules, and new versions of them."""

import json
from dataclasses import asdict, replace
from typing import Any

import click
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from hansa.cli.acting import admitting_by, by_option
from hansa.cli.installation import ensure_installed
from hansa.cli.measuring import Days, day
from hansa.cli.refusal import Refusal
from hansa.cli.tables import shortened, table
from hansa.figures.rulebook import Rulebook, keep_version
from hansa.figures.rules import CountingRule
from hansa.figures.words import Words
from hansa.register.enums import Counted
from hansa.register.errors import RegisterError


def _plain(rule: CountingRule) -> dict[str, Any]:
    plain = asdict(rule)
    return plain | {"as_of": rule.as_of.isoformat() if rule.as_of else None, "moment": asdict(rule.moment)}


def _show(rules: list[CountingRule], as_json: bool) -> None:
    if as_json:
        click.echo("\n".join(json.dumps(_plain(rule), ensure_ascii=False) for rule in rules))
        return
    rows = [
        (
            rule.name,
            rule.version,
            rule.ref or "built in",
            rule.counts,
            shortened(", ".join(rule.kinds) or "all", 40),
            shortened(", ".join(rule.levels) or "all", 30),
            rule.label.zh,
        )
        for rule in rules
    ]
    click.echo(table(("name", "version", "id", "counts", "kinds", "levels", "label"), rows))


@click.group()
def command() -> None:
    """The rules by which measures count, with their versions."""


@command.command("list", epilog="Example: hansa rule list partners")
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
@translation.override("en")
def list_rules(name: str | None, *, as_json: bool) -> None:
    """List the newest version of each rule; or all versions of the rule NAME, oldest first."""
    ensure_installed()
    try:
        rules = Rulebook().versions(name) if name else Rulebook().latest()
    except RegisterError as error:
        raise Refusal(str(error)) from error
    _show(rules, as_json)


def _listed(_context: click.Context, _option: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    return None if value is None else tuple(word.strip() for word in value.split(",") if word.strip())


@command.command(epilog="Example: hansa rule keep partners --version 2027-01-01 --levels city --note 市長指示")
@click.argument("name")
@click.option("--version", metavar="DAY", callback=day, help="The day from which it holds; today, if not given.")
@click.option("--counts", type=click.Choice(Counted.values), help="What a rule of a new name counts.")
@click.option("--label", help="Its name in Chinese.")
@click.option("--english", help="Its name in English.")
@click.option("--kinds", metavar="KIND,…", callback=_listed, help="The kinds that count; empty for all.")
@click.option("--levels", metavar="KIND,…", callback=_listed, help="The kinds of party that count; empty for all.")
@click.option("--states", metavar="STATE,…", callback=_listed, help="The states of agreements that count.")
@click.option("--as-of", metavar="DAY", callback=day, help="A fixed day as of which is counted.")
@click.option("--undated/--no-undated", default=None, help="Whether those without a date count.")
@click.option("--abroad/--everywhere", default=None, help="Whether only parties abroad count.")
@click.option("--note", help="Why it is so.")
@by_option
@translation.override("en")
def keep(
    name: str,
    *,
    version: Days | None,
    counts: str | None,
    label: str | None,
    english: str | None,
    as_of: Days | None,
    by: str | None,
    **changed: Any,
) -> None:
    """Keep a new version of the rule NAME, or a rule of that name: what is not given stays as it was."""
    ensure_installed()
    rule = _before(name, counts)
    rule = replace(
        rule,
        version=(version[1] if version else timezone.localdate()).isoformat(),
        label=Words(label or rule.label.zh, english or rule.label.en),
        as_of=as_of[1] if as_of else rule.as_of,
        **{field: value for field, value in changed.items() if value is not None},
    )
    try:
        kept = keep_version(by=admitting_by(by), rule=rule, reason=changed["note"] or "")
    except ValidationError as error:
        told = (f"{field}: {' '.join(messages)}" for field, messages in error.message_dict.items())
        raise Refusal("; ".join(told)) from error
    click.echo(f"{kept.ref}: {kept.name}, {kept.version}", err=True)


def _before(name: str, counts: str | None) -> CountingRule:
    """The newest version of the rule, or a new one of this name."""
    rulebook = Rulebook()
    if name in rulebook.names():
        return rulebook.versions(name)[-1]
    if counts is None:
        raise Refusal(f"{name}: there is no such rule; for a new one say what it counts, --counts parties")
    return CountingRule(name, timezone.localdate().isoformat(), counts, Words(name, name))
