"""The memoranda of a period: how many, with whom, what was promised, what is done."""

from collections.abc import Iterator
from decimal import Decimal

from hansa.figures.words import Words
from hansa.reports.answers.stated import Number, Scope, Section, Statement
from hansa.reports.lists.contents import date_said, joined
from hansa.reports.lists.results import YEARS, Result, commitment_said, results_of

# More than these are named in the list of results, not in an answer.
_NAMED = 30


def memoranda(scope: Scope) -> Iterator[Section]:
    """The memoranda signed in the period, those without a date apart; eight queries."""
    first, last = scope.matter.days(YEARS)
    results = results_of(scope.listed(first, last))
    dated = [one for one in results if one.agreement.signed_first]
    undated = [one for one in results if not one.agreement.signed_first]
    numbers = _numbers(dated, scope)
    statements = [Statement(_sum(dated, scope), tuple(one.agreement.ref for one in dated), _each(dated, scope))]
    if undated:
        statements.append(
            Statement(
                scope.say(
                    f"另有簽署日期尚待查明之合作備忘錄{len(undated)}件，不計入上開件數：",
                    f"{len(undated)} more memoranda, whose date of signing is still to be found, are not counted:",
                ),
                tuple(one.agreement.ref for one in undated),
                _each(undated, scope),
            )
        )
    silent = [one for one in results if one.without_result]
    unknown = []
    if silent:
        names = joined((joined(one.others, scope.language) for one in silent), scope.language)
        unknown.append(
            scope.say(
                f"下列合作備忘錄尚無執行成果或交流之登錄，請主責單位查填：{names}。",
                f"Of these memoranda the register holds no result or exchange; the units are to be asked: {names}.",
            )
        )
    yield Section(
        scope.say("合作備忘錄簽署及執行情形", "Memoranda of understanding and their results"),
        tuple(statements),
        numbers,
        tuple(unknown),
    )


def _numbers(dated: list[Result], scope: Scope) -> tuple[Number, ...]:
    first, last = scope.matter.days(YEARS)
    refs = tuple(one.agreement.ref for one in dated)
    promised = tuple(commitment.ref for one in dated for commitment in one.commitments)
    counts = (
        ("memoranda_signed", Words("簽署合作備忘錄", "Memoranda signed"), len(dated), "備忘錄|memorand", refs),
        (
            "memoranda_promised",
            Words("備忘錄承諾事項", "Promised in them"),
            len(promised),
            "承諾|promis|commit",
            promised,
        ),
        ("memoranda_done", Words("已完成", "Done"), sum(one.done for one in dated), "完成|done|fulfilled", promised),
        ("memoranda_open", Words("未完成", "Open"), sum(one.pending for one in dated), "未完成|open|pending", promised),
    )
    units = {
        "memoranda_signed": (Words("件", "memoranda"), ("件", "份", "項", "memoranda")),
    }
    unit = (Words("項", "commitments"), ("項", "件", "commitments", "promises"))
    return tuple(
        Number(key, label, Decimal(value), *_unit(units.get(key, unit), nouns), first, last, found)
        for key, label, value, nouns, found in counts
    )


def _unit(unit: tuple[Words, tuple[str, ...]], nouns: str) -> tuple[Words, str, tuple[str, ...]]:
    return unit[0], nouns, unit[1]


def _sum(dated: list[Result], scope: Scope) -> str:
    period = scope.period_said(YEARS)
    promised = sum(len(one.commitments) for one in dated)
    done, pending = sum(one.done for one in dated), sum(one.pending for one in dated)
    if not dated:
        return scope.say(
            f"{period}，登錄簿無於期間內簽署合作備忘錄之紀錄。",
            f"{period}: the register holds no memorandum signed in this period.",
        )
    met = sum(len(one.exchanges) for one in dated)
    return scope.say(
        f"{period}，本市計簽署合作備忘錄{len(dated)}件，承諾事項{promised}項，已完成{done}項、未完成{pending}項；"
        f"據以辦理交流{met}場：",
        f"{period}: {len(dated)} memoranda were signed, with {promised} commitments, {done} of them done and {pending} "
        f"open; {met} exchanges were held under them:",
    )


def _each(results: list[Result], scope: Scope) -> tuple[Statement, ...]:
    return tuple(_one(result, scope) for result in results[:_NAMED])


def _one(result: Result, scope: Scope) -> Statement:
    one, language = result.agreement, scope.language
    with_whom, title = joined(result.others, language), one.title or str(one.get_kind_display())
    signed = date_said(one.signed, language)
    promised = "；".join(commitment_said(commitment, language) for commitment in result.commitments)
    met = joined((date_said(met.date, language) for met in result.exchanges), language)
    zh = [
        f"{signed}與{with_whom}簽署「{title.strip('「」')}」"
        if signed
        else f"與{with_whom}簽署「{title.strip('「」')}」",
        f"承諾事項：{promised}" if promised else "",
        f"據以辦理交流{len(result.exchanges)}場（{met}）" if result.exchanges else "",
    ]
    en = [
        f"“{title}” with {with_whom}" + (f", signed {signed}" if signed else ""),
        f"promised: {promised}" if promised else "",
        f"{len(result.exchanges)} exchanges under it ({met})" if result.exchanges else "",
    ]
    refs = (one.ref, *(row.ref for row in result.commitments), *(row.ref for row in result.exchanges))
    return Statement(scope.say("；".join(filter(None, zh)) + "。", "; ".join(filter(None, en)) + "."), refs)
