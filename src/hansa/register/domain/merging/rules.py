"""What becomes of every field, part and relation of two records that become one.

docs/merging.md is made from these tables; a test walks the models and fails where something has no rule. Columns that
follow from others (`hansa.register.derived`) have none of their own.
"""

from dataclasses import dataclass
from enum import Enum


class Rule(Enum):
    """What a field holds after merging. Where only one of the two was set by a person, that one goes before."""

    FILL = "the kept record's; where it has none, the other's"
    NAME = "the kept record's; where it has none, the other's; the other's is kept as a spelling"
    DATE = "the more precise of two that share a day, else the kept record's; where it has none, the other's"
    MOVE = "the kept record's; where it has none, the other's; the other gives it up"
    STAY = "the kept record's, even where it has none"
    FOLLOW = "taken together with the field that it goes with"
    UNITE = "both lists, each thing once"
    EITHER = "yes where one of them says yes"
    POINT = "the merged record names the kept one, which answers for it from now on"


_EVERY = {"published": Rule.EITHER, "fixed": Rule.UNITE}
_WORKING = {**_EVERY, "office": Rule.STAY, "unit": Rule.FOLLOW, "merged_into": Rule.POINT}
_NAMED = {**_EVERY, "merged_into": Rule.POINT}
FIELDS: dict[str, dict[str, Rule]] = {
    "party": {
        **_NAMED,
        "kind": Rule.FILL,
        "level": Rule.FILL,
        "name_zh": Rule.NAME,
        "name_en": Rule.NAME,
        "country": Rule.FILL,
        "subdivision": Rule.FOLLOW,
        "parent": Rule.FILL,
        "latitude": Rule.FILL,
        "longitude": Rule.FOLLOW,
        "geonames_id": Rule.FILL,
        "wikidata": Rule.FILL,
        "atlas_key": Rule.FILL,
        "begun": Rule.DATE,
        "ended": Rule.DATE,
        "successor": Rule.FILL,
    },
    "person": {**_NAMED, "name_zh": Rule.FILL, "name_en": Rule.FILL},
    "organization": {
        **_NAMED,
        "name_zh": Rule.NAME,
        "name_en": Rule.NAME,
        "acronym": Rule.NAME,
        "kind": Rule.FILL,
        "founded": Rule.DATE,
        "founded_by": Rule.UNITE,
        "headquarters": Rule.FILL,
        "websites": Rule.UNITE,
        "members": Rule.UNITE,
        "predecessors": Rule.UNITE,
        "purpose": Rule.FILL,
        "wikidata": Rule.FILL,
        "party": Rule.MOVE,
    },
    "agreement": {
        **_WORKING,
        "kind": Rule.FILL,
        "level": Rule.FILL,
        "title": Rule.FILL,
        "signed": Rule.DATE,
        "date_basis": Rule.FOLLOW,
        "until": Rule.DATE,
        "renewal": Rule.FILL,
        "motive": Rule.FILL,
        "summary": Rule.FILL,
        "supersedes": Rule.FILL,
        "upgrades": Rule.FILL,
        "place": Rule.FILL,
        "subjects": Rule.UNITE,
    },
    "membership": {
        **_WORKING,
        "party": Rule.STAY,
        "organization": Rule.STAY,
        "role": Rule.FILL,
        "since": Rule.DATE,
        "until": Rule.DATE,
        "office_name": Rule.FILL,
        "through": Rule.FILL,
        "fee": Rule.FILL,
        "currency": Rule.FOLLOW,
        "renewal": Rule.FILL,
        "renew_by": Rule.FILL,
    },
    "exchange": {
        **_WORKING,
        "home": Rule.FILL,
        "kind": Rule.FILL,
        "title": Rule.FILL,
        "date": Rule.DATE,
        "place": Rule.FILL,
        "summary": Rule.FILL,
        "agreement": Rule.FILL,
        "report_due": Rule.FILL,
        "report_handed_in": Rule.FILL,
        "report_title": Rule.FILL,
        "topics": Rule.UNITE,
        "headcount": Rule.FILL,
        "attendance": Rule.FILL,
    },
}
# The field that a following one goes with: it comes from the same record, or from either where both say the same there.
LEADS = {
    "date_basis": "signed",
    "currency": "fee",
    "longitude": "latitude",
    "subdivision": "country",
    "unit": "office",
}
# Beginnings with their ends: a pair that would end before it begins stays as the kept record has it.
TERMS = {"party": ("begun", "ended"), "agreement": ("signed", "until"), "membership": ("since", "until")}


@dataclass(frozen=True)
class Rows:
    """How two records' rows become one list: rows alike in all columns of `alike` are one row.

    The kept record's columns stand, empty ones are filled from the other row. Where `dated` names a date, rows are one
    only if their dates share a day or one has none, and the more precise date stands.
    """

    alike: tuple[str, ...]
    dated: str = ""


PARTS: dict[str, dict[str, Rows]] = {
    "party": {"names": Rows(("name",))},
    "organization": {"names": Rows(("name",))},
    "agreement": {
        "sides": Rows(("party",)),
        "texts": Rows(("language",)),
        "signed_names": Rows(("party", "language")),
        "fields": Rows(("field",)),
        "signatories": Rows(("person",)),
        "steps": Rows(("kind", "party"), dated="date"),
        "clauses": Rows(("number", "language", "text")),
    },
    "membership": {"seats": Rows(("body", "post", "since"))},
    "exchange": {
        "parties": Rows(("party",)),
        "people": Rows(("person",)),
        "fields": Rows(("field",)),
        "programme": Rows(("day", "time", "title")),
        "costs": Rows(("item", "amount", "currency", "budget")),
    },
    "project": {"participating": Rows(("party",))},
}

_POINTS = "names the kept record"
# What names a record from elsewhere, as KIND.FIELD or KIND.PART.COLUMN, by the kind that is named.
RELATIONS: dict[str, dict[str, str]] = {
    "party": {
        "party.parent": _POINTS,
        "party.successor": _POINTS,
        "party.merged_into": "names the kept record, so that every old id is one step away",
        "office.home": _POINTS,
        "organization.party": "names the kept record; refused where both parties are organizations of their own",
        "agreement.sides.party": "names the kept record; two sides become one; refused where only one would be left",
        "agreement.signed_names.party": "names the kept record; two names in one language: the kept record's stands",
        "agreement.steps.party": _POINTS,
        "membership.party": "names the kept record; two memberships in one organization become one, by these rules",
        "exchange.home": _POINTS,
        "exchange.parties.party": "names the kept record, once; nobody is a counterpart of itself",
        "exchange.people.party": _POINTS,
        "exchange.programme.party": _POINTS,
        "project.organizing": _POINTS,
        "project.participating.party": "names the kept record, once",
        "commitment.party": _POINTS,
        "gift.party": _POINTS,
        "figure.home": _POINTS,
        "source.home": _POINTS,
        "picture.party": _POINTS,
    },
    "person": {
        "person.merged_into": "names the kept record, so that every old id is one step away",
        "agreement.signatories.person": "names the kept record; two signatures become one",
        "exchange.people.person": "names the kept record; two participants become one",
        "gift.person": _POINTS,
    },
    "organization": {
        "organization.merged_into": "names the kept record, so that every old id is one step away",
        "membership.organization": "names the kept record; two memberships of one party become one, by these rules",
        "project.organization": _POINTS,
        "fact.organization": "belongs to the kept record, as a person decided",
    },
    "agreement": {
        "agreement.supersedes": _POINTS,
        "agreement.upgrades": _POINTS,
        "agreement.merged_into": "names the kept record, so that every old id is one step away",
        "exchange.agreement": _POINTS,
        "commitment.agreement": _POINTS,
        "picture.agreement": _POINTS,
        "fact.agreement": "belongs to the kept record, as a person decided",
    },
    "membership": {
        "membership.merged_into": "names the kept record, so that every old id is one step away",
        "fact.membership": "belongs to the kept record, as a person decided",
    },
    "exchange": {
        "exchange.merged_into": "names the kept record, so that every old id is one step away",
        "commitment.exchange": _POINTS,
        "picture.exchange": _POINTS,
        "gift.exchange": _POINTS,
        "fact.exchange": "belongs to the kept record, as a person decided",
    },
}
# Kinds that a person merges; memberships follow their parties and organizations.
MERGEABLE = ("party", "person", "organization", "agreement", "exchange")
