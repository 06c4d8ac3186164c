"""How the city stands with each party that the question names: ties, exchanges, commitments."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.db.models import F, Q

from hansa.figures.words import Words
from hansa.register.domain.queries.agreements import sides, with_state
from hansa.register.domain.queries.exchanges import exchanges_between
from hansa.register.enums import CommitmentState
from hansa.register.models import Agreement, Commitment, Exchange, Party
from hansa.reports.answers.sections.exchanges import UNITS, kinds_said, one_said
from hansa.reports.answers.stated import Number, Scope, Section, Statement
from hansa.reports.lists.contents import country_said, date_said, joined, party_said, state_said
from hansa.reports.lists.results import commitment_said

YEARS = 3
_PARTIES = 5
_NAMED = 20
_PENDING = (CommitmentState.OPEN, CommitmentState.UNDER_WAY)


def parties(scope: Scope) -> Iterator[Section]:
    """A section for each of the first five parties named; a fixed number of queries for all of them."""
    named = dict.fromkeys(one.ref for one in scope.matter.named if one.ref.startswith("party-"))
    wanted = [int(ref.rpartition("-")[2]) for ref in named][:_PARTIES]
    held = Party.objects.in_bulk(wanted)
    agreements = _agreements(wanted, scope)
    first, last = scope.matter.days(YEARS)
    met = list(exchanges_between(first, last).filter(home=scope.home, parties__in=wanted).distinct())
    of_them = Q(agreement__parties__in=wanted) | Q(exchange__parties__in=wanted) | Q(party__in=wanted)
    promised = list(Commitment.objects.filter(of_them).distinct().order_by("pk"))
    of_commitments = _parties_of(promised)
    for number in wanted:
        if number in held:
            theirs = [one for one in agreements if any(side.party_id == number for side in one.sides.all())]
            exchanges = [one for one in met if any(party.pk == number for party in one.parties.all())]
            commitments = [one for one in promised if number in of_commitments[one.pk]]
            yield _section(held[number], theirs, exchanges, commitments, scope)


def _agreements(wanted: Sequence[int], scope: Scope) -> list[Agreement]:
    found = Agreement.objects.filter(parties=scope.home, merged_into=None)
    found = found.filter(pk__in=Agreement.objects.filter(parties__in=wanted).values("pk"))
    return list(
        with_state(found, scope.on).prefetch_related(sides()).order_by(F("signed_first").asc(nulls_last=True), "pk")
    )


def _parties_of(commitments: Sequence[Commitment]) -> dict[int, set[int | None]]:
    """The numbers of the parties that each commitment concerns."""
    sides = Agreement.parties.through.objects.filter(agreement__in=[one.agreement_id for one in commitments])  # type: ignore[attr-defined]
    by_agreement: dict[int, set[int | None]] = {}
    for agreement, party in sides.values_list("agreement_id", "party_id"):
        by_agreement.setdefault(agreement, set()).add(party)
    through = Exchange.parties.through._default_manager.filter(exchange__in=[one.exchange_id for one in commitments])
    by_exchange: dict[int, set[int | None]] = {}
    for exchange, party in through.values_list("exchange_id", "party_id"):
        by_exchange.setdefault(exchange, set()).add(party)
    return {
        one.pk: {one.party_id}
        | by_agreement.get(one.agreement_id or 0, set())
        | by_exchange.get(one.exchange_id or 0, set())
        for one in commitments
    }


def _section(
    party: Party,
    agreements: Sequence[Agreement],
    exchanges: Sequence[Exchange],
    commitments: Sequence[Commitment],
    scope: Scope,
) -> Section:
    name = party_said(party, scope.language)
    first, last = scope.matter.days(YEARS)
    number = Number(
        f"exchanges_with_{party.pk}", Words(f"與{party}交流", f"Exchanges with {party.name_en or party}"),
        Decimal(len(exchanges)), Words("場", "exchanges"), "交流|exchange", UNITS, first, last,
        tuple(one.ref for one in exchanges),
    )  # fmt: skip
    statements = [_ties(party, agreements, scope), _met(name, exchanges, scope)]
    if commitments:
        statements.append(_promised(commitments, scope))
    unknown = []
    if not agreements:
        unknown.append(
            scope.say(
                f"登錄簿無本市與{name}簽署協定之紀錄。", f"The register holds no agreement of the city with {name}."
            )
        )
    return Section(
        scope.say(f"與{name}交流情形", f"Relations with {name}"), tuple(statements), (number,), tuple(unknown)
    )


def _ties(party: Party, agreements: Sequence[Agreement], scope: Scope) -> Statement:
    name, country = party_said(party, scope.language), country_said(party.country, scope.language)
    where = scope.say(f"{name}（{country}）", f"{name} ({country})") if country else name
    told = [_tie(one, scope) for one in agreements]
    if not told:
        return Statement(
            scope.say(f"{where}與本市尚無締盟或協定之登錄。", f"With {where} no agreement is recorded."), (party.ref,)
        )
    return Statement(
        scope.say(f"{where}與本市之締盟及協定：{'；'.join(told)}。", f"Agreements with {where}: {'; '.join(told)}."),
        tuple(one.ref for one in agreements),
    )


def _tie(one: Agreement, scope: Scope) -> str:
    kind, state = str(one.get_kind_display() or one.title), state_said(one, scope.language)
    signed = date_said(one.signed, scope.language)
    zh = f"{f'{signed}簽署' if signed else '簽署日期不詳'}，{kind}，{state}"
    return scope.say(zh, f"{kind}, {f'signed {signed}' if signed else 'date of signing not known'}, {state.lower()}")


def _met(name: str, exchanges: Sequence[Exchange], scope: Scope) -> Statement:
    period = scope.period_said(YEARS)
    if not exchanges:
        return Statement(
            scope.say(
                f"{period}，登錄簿無與{name}交流之紀錄。", f"{period}: the register holds no exchange with {name}."
            )
        )
    latest = list(reversed(exchanges))[:_NAMED]
    return Statement(
        scope.say(
            f"{period}，登錄與{name}之交流計{len(exchanges)}場（{kinds_said(exchanges, scope)}）：",
            f"{period}: {len(exchanges)} exchanges with {name} ({kinds_said(exchanges, scope)}):",
        ),
        tuple(one.ref for one in exchanges),
        tuple(one_said(one, scope) for one in latest),
    )


def _promised(commitments: Sequence[Commitment], scope: Scope) -> Statement:
    done = sum(one.state == CommitmentState.DONE for one in commitments)
    pending = sum(one.state in _PENDING for one in commitments)
    told = joined((commitment_said(one, scope.language) for one in commitments[:_NAMED]), scope.language)
    return Statement(
        scope.say(
            f"承諾事項計{len(commitments)}項，已完成{done}項、未完成{pending}項：{told}。",
            f"{len(commitments)} commitments, {done} done and {pending} open: {told}.",
        ),
        tuple(one.ref for one in commitments),
    )
