"""The tables of docs/merging.md, made from the rules themselves."""

from collections.abc import Iterator

from hansa.register.domain.merging.rules import FIELDS, LEADS, PARTS, RELATIONS, Rows, Rule


def _rule(name: str, rule: Rule) -> str:
    return f"goes with `{LEADS[name]}`" if rule is Rule.FOLLOW else rule.value


def _rows(rule: Rows) -> str:
    alike = ", ".join(f"`{column}`" for column in rule.alike)
    dated = (
        f", and their `{rule.dated}` shares a day or is not known: the more precise one stands" if rule.dated else ""
    )
    return f"both records' rows; they are one where {alike} are the same{dated}"


def _table(kind: str) -> Iterator[str]:
    yield f"### {kind}"
    yield ""
    yield "| what | after merging |"
    yield "|---|---|"
    for name, rule in FIELDS[kind].items():
        yield f"| `{name}` | {_rule(name, rule)} |"
    for part, rows in PARTS.get(kind, {}).items():
        yield f"| rows of `{part}` | {_rows(rows)} |"
    for relation, says in RELATIONS[kind].items():
        yield f"| named by `{relation}` | {says} |"
    yield ""


def rules_page() -> str:
    """One table for each kind that can be merged, as the page has them."""
    return "\n".join(line for kind in FIELDS for line in _table(kind)).rstrip() + "\n"
