"""Why two published counts of partners differ: what each counts, as of when, and what was added in between."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from hansa.figures.answers import Asked
from hansa.figures.measures import measure_named
from hansa.figures.published import of_measure
from hansa.register.domain.queries.agreements import sides
from hansa.register.models import Agreement, Fact, Figure
from hansa.reports.answers.sections.measured import measured
from hansa.reports.answers.sections.partners import partner_numbers
from hansa.reports.answers.stated import Scope, Section, Statement
from hansa.reports.lists.contents import date_said, day_said, joined, party_said
from hansa.reports.quantities import grouped

_MEASURES = ("partners_total", "partners_sister_city", "partners_friendship_city")
_PUBLISHED = 8


def differences(scope: Scope) -> Iterator[Section]:
    """The counts by kind, each published figure beside what the register gives for its day, and what was signed since.

    A fixed number of queries, and a few for each of the eight latest figures.
    """
    numbers = partner_numbers(scope)
    total, _countries, *kinds = numbers
    figures = _published(scope)
    ways = scope.say("、", ", ").join(f"{one.label.say(scope.language)} {grouped(one.value)}" for one in kinds)
    statements = [
        Statement(
            scope.say(
                f"各項公布數因所計種類、基準日及計數規則不同而異。以{day_said(scope.on, 'zh-hant')}為準，"
                f"登錄簿所載有效者：{ways}，合計（兼有數種關係者只計一次）{grouped(total.value)}；合作備忘錄、意向書及宣言不計入。",
                "Published counts differ by the kinds counted, the day and the rule. On "
                f"{day_said(scope.on, 'en')} the register holds in force: {ways}; in all, each party once, "
                f"{grouped(total.value)}. Memoranda, letters of intent and declarations are not counted.",
            ),
            total.refs,
        ),
        *_compared(figures, scope),
    ]
    unknown = []
    if not figures:
        unknown.append(
            scope.say(
                "登錄簿中查無網站或其他文件公布之締盟城市數，無從逐項比對；請提供所指網站數字、所計種類及擷取日期。",
                "The register holds no count of partners published on a website or elsewhere; the number meant, what "
                "it counts and its day are to be given before the two can be compared.",
            )
        )
    yield Section(
        scope.say("公布數不同之原因", "Why published counts differ"), tuple(statements), numbers, tuple(unknown)
    )


def _published(scope: Scope) -> list[Figure]:
    """The figures published for numbers of partners until the day, the latest last."""
    asked = Asked(scope.home, dt.date(1900, 1, 1), scope.on, scope.gathered)
    found = {figure.pk: figure for key in _MEASURES for figure in of_measure(measure_named(key), asked)}
    return sorted(found.values(), key=lambda figure: (str(figure.last), figure.pk))[-_PUBLISHED:]


def _compared(figures: Sequence[Figure], scope: Scope) -> Iterator[Statement]:
    """Each figure with its document, beside the register's number of its day and what was signed after it."""
    sources = _sources(figures)
    for figure in figures:
        day = figure.last or scope.on
        key = next(key for key in _MEASURES if figure in of_measure(measure_named(key), _all(scope)))
        then = measured(key, scope, first=day.replace(month=1, day=1), last=day)
        since = _signed_since(day, scope)
        words = f"{_published_words(figure, sources, scope)}{_held_words(figure.value, then.value, scope)}"
        names = joined((_with(one, scope) for one in since), scope.language)
        more = scope.say(f"其後新簽：{names}。", f" Signed since: {names}.") if names else ""
        yield Statement(words + more, (figure.ref, *(one.ref for one in since)))


def _published_words(figure: Figure, sources: Mapping[int, str], scope: Scope) -> str:
    source, said = sources.get(figure.pk, ""), f"{grouped(figure.value)}{figure.unit}"
    period = date_said(figure.period, scope.language)
    return scope.say(
        f"{f'《{source}》' if source else '文件'}公布{figure.measure}{said}（{period}）；",
        f"{f'“{source}”' if source else 'A document'} has {figure.measure} {said} ({period}); ",
    )


def _held_words(value: Decimal, held: Decimal | int, scope: Scope) -> str:
    apart = grouped(abs(value - Decimal(held)))
    zh, en = ("二者相符", "the same") if apart == "0" else (f"相差{apart}", f"{apart} apart")
    return scope.say(f"同日依登錄簿計為{held}，{zh}。", f"the register gives {held} for that day, {en}.")


def _all(scope: Scope) -> Asked:
    return Asked(scope.home, dt.date(1900, 1, 1), scope.on, scope.gathered)


def _sources(figures: Sequence[Figure]) -> dict[int, str]:
    facts = Fact.objects.filter(figure__in=[figure.pk for figure in figures], state="admitted").order_by("-pk")
    return dict(facts.values_list("figure_id", "passage__source__title"))


def _signed_since(day: dt.date, scope: Scope) -> list[Agreement]:
    held = scope.gathered.once(
        ("partner agreements", scope.home.pk, scope.on),
        lambda: list(
            Agreement.objects.filter(parties=scope.home, merged_into=None, kind__in=_KINDS, signed_last__lte=scope.on)
            .prefetch_related(sides())
            .order_by("signed_first", "pk")
        ),
    )
    return [one for one in held if one.signed_first and one.signed_first > day]


_KINDS = ("sister_city", "friendship_city", "partnership")


def _with(one: Agreement, scope: Scope) -> str:
    others = (side.party for side in one.sides.all() if side.party_id != scope.home.pk)
    name = joined((party_said(party, scope.language) for party in others), scope.language)
    return scope.say(f"{name}（{date_said(one.signed, 'zh-hant')}）", f"{name} ({date_said(one.signed, 'en')})")
