"""One finding for each place of a draft: which verdict stands where several checkers found the same place."""

from bisect import bisect_left, insort
from collections.abc import Iterable

from hansa.figures.checking.finding import Finding

# What arithmetic finds wrong is wrong whatever the register holds.
_ARITHMETIC = frozenset(("sum", "share"))
# What the wording of another document shows counts where the register knows nothing of the number itself.
_BY_WORDING = frozenset(("repeated_wrongly",))
_COUNTED = frozenset(("number", "order"))
_VERDICTS = {"differs": 3, "agrees": 4, "ambiguous": 5, "unknown": 6}


def combined(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order in which they stand in the draft, each place once.

    Places that overlap are one; which finding stands is the order of precedence in docs/checking.md.
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=_precedence):
        at = bisect_left(kept, finding.start, key=lambda other: other.end - 1)
        if at == len(kept) or finding.end <= kept[at].start:
            insort(kept, finding, key=lambda other: other.start)
    return kept


def _precedence(finding: Finding) -> tuple[int, int, int]:
    return _rank(finding), finding.end - finding.start, finding.start


def _rank(finding: Finding) -> int:
    if finding.verdict == "differs" and finding.matter in _ARITHMETIC:
        return 0
    known = finding.matter in _COUNTED and finding.records and finding.checker not in _BY_WORDING
    if known and finding.verdict != "ambiguous":
        # The register knows the number itself, or knows it for another time only.
        return 2 if finding.verdict == "unknown" else 1
    return _VERDICTS[finding.verdict]
