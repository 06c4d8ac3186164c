"""What may not be, rule by rule: the name that a validator and the database call it by, the field, the sentence.

A rule that the database keeps too has there the name that it has here, so that either way the user reads one sentence.
"""

from dataclasses import dataclass
from typing import cast

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Rule:
    """A rule: the field that one mends where it is broken, and what is then said. A rule of values has no field."""

    field: str
    sentence: str | Promise


_NAME = _("A name is needed, in Chinese or in Latin letters.")
_ORDER = _("The end lies before the beginning.")
_PART_OF_ITSELF = _("A body cannot be part of itself, not through others either.")
_OWN_SUCCESSOR = _("A body cannot succeed itself, not through others either.")
_SUPERSEDES_ITSELF = _("An agreement cannot supersede itself, not through others either.")
_UPGRADES_ITSELF = _("An agreement cannot upgrade itself, not through others either.")
_MERGED_INTO_ITSELF = _("A record cannot be merged into itself, not through others either.")
_NOT_THERE = _("One of the parties did not exist yet, or no longer, at that time.")
_CURRENCY = _("An amount needs its currency.")
_NEGATIVE = _("An amount cannot be less than nothing.")
_TWICE = _("This is here twice.")

RULES: dict[str, Rule] = {
    # values
    "value_needed": Rule("", _("Fill this in.")),
    "date_in_edtf": Rule(
        "", _("Write a date such as 2022, 2022-06 or 2022-06-09; from one to another, 2022-07-24/2022-07-28.")
    ),
    "interval_in_order": Rule("", _ORDER),
    "currency_of_iso_4217": Rule("", _("Write the currency's code of three letters, such as TWD or JPY.")),
    "country_of_iso_3166": Rule("", _("Write the country's code of two letters, such as JP.")),
    "subdivision_of_iso_3166": Rule("", _("Write the code of the part of the country, such as JP-40.")),
    "language_tag": Rule("", _("Write the language's tag, such as zh-Hant, en or ja.")),
    "wikidata_id": Rule("", _("Write the id as Wikidata does, such as Q181557.")),
    "latitude_in_degrees": Rule("", _("A latitude lies between -90 and 90 degrees.")),
    "longitude_in_degrees": Rule("", _("A longitude lies between -180 and 180 degrees.")),
    "list_of_words": Rule("", _("Write one word or name on each line.")),
    "counts_of_members": Rule("", _("Write a number and what it counts, such as 33 cities.")),
    # working records
    "unit_of_the_office": Rule("unit", _("This unit belongs to another office.")),
    # parties, organizations, people
    "party_has_a_name": Rule("name_zh", _NAME),
    "party_ends_after_it_began": Rule("ended", _ORDER),
    "party_not_part_of_itself": Rule("parent", _PART_OF_ITSELF),
    "party_parent_not_circular": Rule("parent", _PART_OF_ITSELF),
    "party_not_its_own_successor": Rule("successor", _OWN_SUCCESSOR),
    "party_successor_not_circular": Rule("successor", _OWN_SUCCESSOR),
    "party_merging_not_circular": Rule("merged_into", _MERGED_INTO_ITSELF),
    "party_once_per_place": Rule("atlas_key", _("Another party stands for this place already.")),
    "party_name_once": Rule("names", _TWICE),
    "party_name_ends_after_it_began": Rule("names", _ORDER),
    "party_existed_then": Rule(
        "begun", _("The register holds an agreement, membership or exchange of this party from another time.")
    ),
    "subdivision_in_its_country": Rule("subdivision", _("This is part of another country than the one given.")),
    "person_has_a_name": Rule("name_zh", _NAME),
    "person_merging_not_circular": Rule("merged_into", _MERGED_INTO_ITSELF),
    "organization_has_a_name": Rule("name_zh", _NAME),
    "organization_name_once": Rule("names", _TWICE),
    "organization_merging_not_circular": Rule("merged_into", _MERGED_INTO_ITSELF),
    # agreements
    "agreement_has_two_parties": Rule("sides", _("An agreement needs two different parties.")),
    "agreement_party_once": Rule("sides", _TWICE),
    "agreement_between_existing_parties": Rule("signed", _NOT_THERE),
    "agreement_ends_after_it_was_signed": Rule("until", _ORDER),
    "agreement_does_not_supersede_itself": Rule("supersedes", _SUPERSEDES_ITSELF),
    "agreement_supersedes_not_circular": Rule("supersedes", _SUPERSEDES_ITSELF),
    "agreement_does_not_upgrade_itself": Rule("upgrades", _UPGRADES_ITSELF),
    "agreement_upgrades_not_circular": Rule("upgrades", _UPGRADES_ITSELF),
    "agreement_merging_not_circular": Rule("merged_into", _MERGED_INTO_ITSELF),
    "agreement_text_once": Rule("texts", _TWICE),
    "agreement_field_once": Rule("fields", _TWICE),
    "signed_name_once": Rule("signed_names", _TWICE),
    "signed_name_of_a_party": Rule("signed_names", _("This party is not among those of the agreement.")),
    "signatory_once": Rule("signatories", _TWICE),
    "step_follows_signing": Rule("steps", _("This step cannot come before the signing.")),
    # memberships and projects
    "membership_once": Rule("party", _("The register holds this party's membership already.")),
    "membership_merging_not_circular": Rule("merged_into", _MERGED_INTO_ITSELF),
    "membership_not_in_oneself": Rule("party", _("A body cannot be a member of itself.")),
    "membership_of_an_existing_party": Rule("since", _NOT_THERE),
    "membership_since_it_was_founded": Rule("since", _("The organization was founded only later.")),
    "membership_ends_after_it_began": Rule("until", _ORDER),
    "membership_fee_in_a_currency": Rule("currency", _CURRENCY),
    "membership_fee_not_negative": Rule("fee", _NEGATIVE),
    "seat_ends_after_it_began": Rule("seats", _ORDER),
    "project_has_a_title_or_number": Rule("title", _("A project needs a title or a number.")),
    "project_ends_after_it_began": Rule("until", _ORDER),
    "project_party_once": Rule("participating", _TWICE),
    # exchanges, commitments, gifts, figures
    "exchange_ends_after_it_began": Rule("date", _ORDER),
    "exchange_among_existing_parties": Rule("date", _NOT_THERE),
    "exchange_with_others": Rule("parties", _("The own city is no counterpart of itself.")),
    "exchange_party_once": Rule("parties", _TWICE),
    "exchange_field_once": Rule("fields", _TWICE),
    "exchange_merging_not_circular": Rule("merged_into", _MERGED_INTO_ITSELF),
    "participant_once": Rule("people", _TWICE),
    "programme_within_the_exchange": Rule("programme", _("This day is not one of the exchange's.")),
    "report_follows_the_exchange": Rule("report_handed_in", _("The report cannot be there before the exchange.")),
    "cost_in_a_currency": Rule("costs", _CURRENCY),
    "cost_not_negative": Rule("costs", _NEGATIVE),
    "commitment_from_an_agreement_or_exchange": Rule(
        "agreement", _("A commitment comes from an agreement or an exchange: name one.")
    ),
    "commitment_has_words": Rule("text", _("Say what is to be done.")),
    "commitment_due_after_it_was_made": Rule("due", _("It cannot be due before it was promised.")),
    "commitment_ended_with_a_result": Rule("result", _("Say what came of it.")),
    "commitment_passage_once": Rule("passages", _TWICE),
    "gift_has_a_title": Rule("title", _("Say what the gift is.")),
    "gift_value_in_a_currency": Rule("currency", _CURRENCY),
    "gift_value_not_negative": Rule("value", _NEGATIVE),
    "gift_ends_after_it_began": Rule("date", _ORDER),
    "figure_ends_after_it_began": Rule("period", _ORDER),
    "rule_version_once": Rule("version", _("The rule has a version of this day already.")),
    "rule_has_a_name": Rule("name", _("Give the rule a name.")),
    "rule_counts_kinds_there_are": Rule("kinds", _("What this rule counts has no such kind.")),
    "rule_counts_levels_there_are": Rule("levels", _("No party has such a kind.")),
    "rule_counts_states_there_are": Rule("states", _("What this rule counts has no such state.")),
    "question_has_words": Rule("words", _("Write down what was asked.")),
    "question_answered_after_it_was_asked": Rule("answered", _("It cannot be answered before it was asked.")),
    "question_cites_once": Rule("citations", _TWICE),
    "picture_has_a_title": Rule("title", _("Say what the picture shows.")),
    "revision_once": Rule("item", _("This item of the report has been revised already.")),
    "template_in_use_once": Rule("in_use", _("Another template is in use for this report and format.")),
    "source_once": Rule("sha256", _("This document is kept already.")),
}


def broken(rule: str) -> ValidationError:
    """The error that says that a rule is broken; its code is the rule's name."""
    return ValidationError(cast(str, RULES[rule].sentence), code=rule)
