"""One finding for each place of a draft: which verdict stands where several checkers found the same place."""

from collections.abc import Iterable

from hansa.figures.checking.finding import Finding

# What arithmetic finds wrong is wrong whatever the register holds.
_ARITHMETIC = frozenset(("sum", "share"))
_VERDICTS = {"differs": 1, "agrees": 2, "ambiguous": 3, "unknown": 4}


def _precedence(finding: Finding) -> tuple[int, int, int]:
    rank = 0 if finding.verdict == "differs" and finding.matter in _ARITHMETIC else _VERDICTS[finding.verdict]
    return rank, finding.end - finding.start, finding.start


def combined(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order in which they stand in the draft, each place once.

    Places that overlap are one. The order of precedence is that of docs/checking.md: a sum or share that does not come
    out, what differs, what agrees, what is ambiguous, what is not known; of equal verdicts the shortest place.
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=_precedence):
        if all(finding.end <= other.start or other.end <= finding.start for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda finding: (finding.start, finding.end))
