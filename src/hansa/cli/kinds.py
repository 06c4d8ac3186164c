"""The kinds of record as commands take them: in the plural or the singular."""

from hansa.cli.refusal import Refusal

PLURALS = {
    "agreements": "agreement",
    "commitments": "commitment",
    "exchanges": "exchange",
    "facts": "fact",
    "figures": "figure",
    "gifts": "gift",
    "memberships": "membership",
    "organizations": "organization",
    "parties": "party",
    "people": "person",
    "pictures": "picture",
    "projects": "project",
    "questions": "question",
    "revisions": "revision",
    "rules": "rule",
    "sources": "source",
    "templates": "template",
}


def kind_named(word: str) -> str:
    """The kind of record that a word names; a refusal that lists the kinds where there is none."""
    kind = PLURALS.get(word.lower(), word.lower())
    if kind not in PLURALS.values():
        raise Refusal(f"{word}: no kind of record; write one of {', '.join(PLURALS)}")
    return kind


def ref_parts(ref: str) -> tuple[str, int]:
    """The kind and number of an id such as `agreement-12`; a refusal where it is not one."""
    word, _, number = ref.rpartition("-")
    if not word or not (number.isascii() and number.isdigit()) or len(number) > 18:
        raise Refusal(f"{ref}: no id; write a kind and a number, such as agreement-12")
    return kind_named(word), int(number)
