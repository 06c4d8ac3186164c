"""A finding as a plain object, for JSON."""

from hansa.figures.checking.finding import Finding

Plain = dict[str, object]


def plain_finding(finding: Finding) -> Plain:
    """The finding with the names that its users know; `reason` in both languages."""
    return {
        "quote": finding.quote,
        "start": finding.start,
        "end": finding.end,
        "verdict": finding.verdict,
        "matter": finding.matter,
        "found": finding.found,
        "expected": finding.expected,
        "measure": finding.measure,
        "records": list(finding.records),
        "sentence": finding.sentence,
        "reason": {"zh-hant": finding.reason.zh, "en": finding.reason.en} if finding.reason else None,
        "checker": finding.checker,
    }
