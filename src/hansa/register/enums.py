"""Every enumeration of the register, with its labels: importable from anywhere without a cycle."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a user may do; each role may do what those before it may."""

    READER = "reader", _("Reader")
    OFFICER = "officer", _("Officer")
    EDITOR = "editor", _("Editor")
    ADMINISTRATOR = "administrator", _("Administrator")


class PartyKind(TextChoices):
    """What a party is."""

    CITY = "city", _("City")
    REGION = "region", _("Region")
    COUNTRY = "country", _("Country")
    ORGANIZATION = "organization", _("Organization")
    OFFICE = "office", _("Office")
    UNIVERSITY = "university", _("University")
    SCHOOL = "school", _("School")
    PORT = "port", _("Port")
    COMPANY = "company", _("Company")
    ASSOCIATION = "association", _("Association")
    OTHER = "other", _("Other")


class AgreementKind(TextChoices):
    """What was signed."""

    SISTER_CITY = "sister_city", _("Sister city")
    FRIENDSHIP_CITY = "friendship_city", _("Friendship city")
    PARTNERSHIP = "partnership", _("Partnership")
    MOU = "mou", _("Memorandum of understanding")
    LETTER_OF_INTENT = "letter_of_intent", _("Letter of intent")
    DECLARATION = "declaration", _("Declaration")
    SISTER_SCHOOL = "sister_school", _("Sister school")
    SISTER_PORT = "sister_port", _("Sister port")
    OTHER = "other", _("Other agreement")


class StepKind(TextChoices):
    """A dated event in the life of an agreement."""

    APPROACHED = "approached", _("Approached")
    COUNCIL_APPROVED = "council_approved", _("Approved by the council")
    REPORTED = "reported", _("Reported to the central government")
    SIGNED = "signed", _("Signed")
    RENEWED = "renewed", _("Renewed")
    UPGRADED = "upgraded", _("Upgraded")
    SUSPENDED = "suspended", _("Suspended")
    ENDED = "ended", _("Ended")


class ExchangeKind(TextChoices):
    """What was done with parties abroad."""

    INBOUND_VISIT = "inbound_visit", _("Inbound visit")
    OUTBOUND_VISIT = "outbound_visit", _("Outbound visit")
    ONLINE_MEETING = "online_meeting", _("Online meeting")
    EXHIBITION = "exhibition", _("Exhibition")
    DONATION = "donation", _("Donation")
    GREETING = "greeting", _("Greeting")
    EDUCATION_EXCHANGE = "education_exchange", _("Education exchange")
    PERFORMANCE = "performance", _("Performance")
    PROMOTION = "promotion", _("Promotion")
    CEREMONY = "ceremony", _("Ceremony")
    EVENT = "event", _("Event")
    SPORTS = "sports", _("Sports")
    OTHER = "other", _("Other exchange")


class OrganizationKind(TextChoices):
    """What an organization is for."""

    COMPREHENSIVE = "comprehensive", _("Comprehensive")
    THEMATIC = "thematic", _("Thematic")
    NATIONAL = "national", _("National")


class FactType(TextChoices):
    """The types of fact, as the facts room names them."""

    ORGANIZATION = "organization", _("Organization")
    MEMBERSHIP = "membership", _("Membership")
    AGREEMENT = "agreement", _("Agreement")
    EXCHANGE = "exchange", _("Exchange")
    FIGURE = "figure", _("Figure")
    PROJECT = "project", _("Project")


class FactState(TextChoices):
    """What became of a fact that a document states."""

    PROPOSED = "proposed", _("Proposed")
    ADMITTED = "admitted", _("Admitted")
    REFUSED = "refused", _("Refused")


class Hindrance(TextChoices):
    """Why a fact was left for review; `%(about)s` is the name or number that it is about."""

    UNREVIEWED = "unreviewed", _("to be reviewed")
    UNSURE = "unsure", _("not sure enough: its score is %(about)s")
    NO_NAME = "no_name", _("“%(about)s” is no name")
    UNKNOWN_PARTY = "unknown_party", _("nobody knows the party %(about)s")
    UNKNOWN_ORGANIZATION = "unknown_organization", _("nobody knows the organization %(about)s")
    ONE_PARTY = "one_party", _("an agreement needs two parties, and all these names mean one")
    NO_PROJECT = "no_project", _("a project needs a title or a number")
    NO_NUMBER = "no_number", _("%(about)s is no number that can be kept")


class Admit(TextChoices):
    """Which facts of a document are admitted without a person having looked at them."""

    SURE = "sure", _("Sure facts whose names are known")
    ALL = "all", _("All facts that can be admitted")
    NONE = "none", _("None")
