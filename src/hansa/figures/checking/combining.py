"""One finding for each place of a draft: which verdict stands where several checkers found the same place."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Sequence

from hansa.figures.checking.finding import Finding

# What arithmetic finds wrong is wrong whatever the register holds.
_ARITHMETIC = frozenset(("sum", "share"))
# What the wording of another document shows counts where the register knows nothing of the number itself.
_BY_WORDING = frozenset(("repeated_wrongly",))
_COUNTED = frozenset(("number", "order"))
# So many times as many numbers are told alike as are told otherwise by a copy.
_MOSTLY = 4
_VERDICTS = {"differs": 3, "agrees": 4, "ambiguous": 5, "unknown": 6}


def combined(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order in which they stand in the draft, each place once.

    Places that overlap are one; which finding stands is the order of precedence in docs/checking.md.
    """
    found = list(findings)
    copied = _is_copy(found)
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda one: (_rank(one, copied=copied), one.end - one.start, one.start)):
        at = bisect_left(kept, finding.start, key=lambda other: other.end - 1)
        if at == len(kept) or finding.end <= kept[at].start:
            insort(kept, finding, key=lambda other: other.start)
    return kept


def _is_copy(findings: Sequence[Finding]) -> bool:
    """Whether the numbers are those of a kept document but for a few, as they are in no report on another time."""
    told = Counter(one.verdict for one in findings if one.matter == "number" and one.checker in _BY_WORDING)
    return told["agrees"] >= _MOSTLY * told["differs"]


def _rank(finding: Finding, *, copied: bool) -> int:
    if finding.verdict == "differs" and finding.matter in _ARITHMETIC:
        return 0
    # The register knows the number itself, be it for another time only.
    known = finding.matter == "number" and finding.records and finding.checker not in _BY_WORDING
    if known and (finding.verdict in ("differs", "agrees") or (finding.verdict == "unknown" and not copied)):
        return 1
    return _VERDICTS[finding.verdict]
