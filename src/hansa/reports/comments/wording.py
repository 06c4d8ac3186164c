"""What a comment says: what is wrong, what should stand there, why, and what that rests on."""

import re
from collections import defaultdict
from collections.abc import Sequence

from hansa.figures.checking.finding import Finding
from hansa.figures.words import Words
from hansa.register.domain.queries.records import records_of
from hansa.reports.comments.comment import Comment

_HAN = re.compile(r"[\u3400-\u9fff]")
_MOST_NAMED = 5
_LONGEST_NAME = 60
_SAID = {
    "differs": Words("「{quote}」應為「{expected}」。", "“{quote}” should be “{expected}”."),
    "ambiguous": Words("「{quote}」待釐清。", "“{quote}” is to be looked into."),
    "agrees": Words("「{quote}」相符。", "“{quote}” is right."),
    "unknown": Words("「{quote}」查無資料。", "Nothing is known of “{quote}”."),
}
_DIFFERS = Words("「{quote}」不符。", "“{quote}” does not agree.")
_RESTS_ON = Words("依據：{names}", "Rests on: {names}")
_BETWEEN = Words("、", "; ")


def comments_of(findings: Sequence[Finding]) -> list[Comment]:
    """A comment for each finding, in the language of most of them."""
    language = "zh-hant" if 2 * sum(bool(_HAN.search(one.sentence)) for one in findings) >= len(findings) else "en"
    names = _names({ref for finding in findings for ref in finding.records[:_MOST_NAMED]})
    return [Comment(one.start, one.end, _paragraphs(one, language, names)) for one in findings]


def _paragraphs(finding: Finding, language: str, names: dict[str, str]) -> tuple[str, ...]:
    said = _SAID[finding.verdict] if finding.verdict != "differs" or finding.expected else _DIFFERS
    paragraphs = [said.say(language).format(quote=finding.quote, expected=finding.expected)]
    if finding.reason:
        paragraphs.append(finding.reason.say(language))
    held = [names[ref] for ref in finding.records[:_MOST_NAMED] if ref in names]
    if held:
        paragraphs.append(_RESTS_ON.say(language).format(names=_BETWEEN.say(language).join(held)))
    return tuple(paragraphs)


def _names(refs: set[str]) -> dict[str, str]:
    """How records are called, with their refs; one query for each kind."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for ref in refs:
        kind, _, number = ref.rpartition("-")
        numbers[kind].add(number)
    found = [record for kind, wanted in numbers.items() for record in records_of(kind).filter(pk__in=wanted)]
    return {record.ref: f"{str(record)[:_LONGEST_NAME]} ({record.ref})" for record in found}
