"""`hansa duplicates`: records that may be the same."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

import click
from django.utils import translation

from hansa.cli.acting import by_option, merging_by, record_of
from hansa.cli.installation import ensure_installed
from hansa.cli.kinds import kind_named
from hansa.cli.refusal import Refusal
from hansa.cli.tables import shortened, table
from hansa.register.domain.merging.distinctions import take_back_distinction, tell_apart
from hansa.register.domain.merging.rules import MERGEABLE
from hansa.register.domain.queries.duplicates import Proposal, duplicates
from hansa.register.errors import RegisterError
from hansa.register.models import Distinction

_HEAD = ("score", "id", "name", "other id", "name", "why")
_NAME, _WHY = 30, 70


def _row(pair: Proposal) -> Sequence[str]:
    names = shortened(pair.one_name, _NAME), shortened(pair.other_name, _NAME)
    return f"{pair.score:.2f}", pair.one, names[0], pair.other, names[1], shortened("; ".join(pair.reasons), _WHY)


def _list(kind: str | None, *, as_json: bool) -> None:
    one = kind_named(kind) if kind else ""
    if one and one not in MERGEABLE:
        raise Refusal(f"{kind}: these are not merged; write one of {', '.join(MERGEABLE)}")
    ensure_installed()
    found = duplicates(one)
    if as_json:
        for pair in found:
            click.echo(json.dumps(asdict(pair), ensure_ascii=False))
    elif found:
        click.echo(table(_HEAD, map(_row, found)))
    else:
        click.echo("No records look the same.", err=True)


def _decide(decide: Callable[..., Distinction], pair: tuple[str, str], reason: str | None, by: str | None) -> None:
    one, other = map(record_of, pair)
    try:
        decide(by=merging_by(by, one, other), one=one, other=other, reason=reason or "")
    except RegisterError as error:
        raise Refusal(str(error)) from error


@click.command(epilog="Example: hansa duplicates parties")
@click.argument("kind", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line, with every reason.")
@click.option("--not-the-same", "apart", nargs=2, metavar="ID ID", help="Propose these two no more.")
@click.option("--maybe-the-same", "together", nargs=2, metavar="ID ID", help="Propose these two again.")
@click.option("--reason", help="Why they are, or are not, the same; others read it.")
@by_option
@translation.override("en")
def command(
    kind: str | None,
    apart: tuple[str, str] | None,
    together: tuple[str, str] | None,
    reason: str | None,
    by: str | None,
    *,
    as_json: bool,
) -> None:
    """List pairs of records that are likely the same, the likeliest first, with what speaks for it and against it.

    KIND is one of parties, people, organizations, agreements, exchanges; all of them if not given. Merge a pair with
    hansa merge, or say that the two are not the same.
    """
    if apart:
        _decide(tell_apart, apart, reason, by)
        click.echo(f"{apart[0]} and {apart[1]} are not the same, and proposed no more.", err=True)
    elif together:
        _decide(take_back_distinction, together, reason, by)
        click.echo(f"{together[0]} and {together[1]} may be the same, and are proposed again.", err=True)
    else:
        _list(kind, as_json=as_json)
