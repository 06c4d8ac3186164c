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


class PartyLevel(TextChoices):
    """The level of public life on which a body stands."""

    NATIONAL = "national", _("National level")
    REGION = "region", _("Regional")
    CITY = "city", _("City level")
    DISTRICT = "district", _("District")
    COUNCIL = "council", _("Council")
    BUREAU = "bureau", _("Bureau")
    SCHOOL = "school", _("School level")
    PORT = "port", _("Port level")
    OTHER = "other", _("Other level")


class NameKind(TextChoices):
    """In what way a party goes by a name."""

    OFFICIAL = "official", _("Official name")
    SHORT = "short", _("Short name")
    FORMER = "former", _("Former name")
    SPELLING = "spelling", _("Spelling in documents")


class Script(TextChoices):
    """The script of a name, as ISO 15924 calls it."""

    HANT = "Hant", _("Traditional Chinese")
    HANS = "Hans", _("Simplified Chinese")
    JPAN = "Jpan", _("Japanese")
    KORE = "Kore", _("Korean")
    LATN = "Latn", _("Latin")
    CYRL = "Cyrl", _("Cyrillic")
    ARAB = "Arab", _("Arabic")
    OTHER = "Zyyy", _("Other script")


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
    PROJECT_PARTNERSHIP = "project_partnership", _("Project partnership for a time")
    OTHER = "other", _("Other agreement")


class DateBasis(TextChoices):
    """What an agreement's date is the date of, as CLAIR's list of Japanese sister cities tells it."""

    SIGNING = "signing", _("Signing")
    EFFECT = "effect", _("Coming into force")
    COUNCIL_APPROVAL = "council_approval", _("Approval by the council")
    LETTERS = "letters", _("Exchange of letters")
    ANNOUNCEMENT = "announcement", _("Announcement")


class Renewal(TextChoices):
    """What happens to an agreement or a membership when its term is over."""

    NONE = "none", _("Ends")
    AUTOMATIC = "automatic", _("Renewed by itself")
    BY_AGREEMENT = "by_agreement", _("Renewed if both sides agree")


class StepKind(TextChoices):
    """A dated event in the life of an agreement."""

    APPROACHED = "approached", _("Approached")
    COUNCIL_APPROVED = "council_approved", _("Approved by the council")
    REPORTED = "reported", _("Reported to the central government")
    NOTIFIED_PROPOSAL = "notified_proposal", _("Proposal notified")
    NOTIFIED_SIGNING = "notified_signing", _("Signing notified")
    SIGNED = "signed", _("Signed")
    RENEWED = "renewed", _("Renewed")
    UPGRADED = "upgraded", _("Upgraded")
    SUSPENDED = "suspended", _("Suspended")
    ENDED = "ended", _("Ended")


class AgreementState(TextChoices):
    """Where an agreement stands on a day; derived from its steps, its term and what came after it, never kept."""

    PROPOSED = "proposed", _("Not signed yet")
    APPROVED = "approved", _("Approved, not signed yet")
    IN_FORCE = "in_force", _("In force")
    SUSPENDED = "suspended", _("Suspended")
    ENDED = "ended", _("Ended")
    EXPIRED = "expired", _("Expired")
    SUPERSEDED = "superseded", _("Superseded")
    UPGRADED = "upgraded", _("Upgraded")


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


class ParticipantRole(TextChoices):
    """What somebody does in an exchange."""

    HEAD = "head", _("Head of the delegation")
    MEMBER = "member", _("Member of the delegation")
    HOST = "host", _("Host")
    GUEST = "guest", _("Guest")
    SPEAKER = "speaker", _("Speaker")


class CommitmentKind(TextChoices):
    """Whether something was promised to a partner or recommended to one's own house after a trip."""

    PROMISE = "promise", _("Promise")
    RECOMMENDATION = "recommendation", _("Recommendation")


class CommitmentState(TextChoices):
    """How far a commitment is."""

    OPEN = "open", _("Open")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Given up")


class GiftDirection(TextChoices):
    """Whether a gift was given or received."""

    GIVEN = "given", _("Given")
    RECEIVED = "received", _("Received")


class Field(TextChoices):
    """Fields of cooperation, as agreements and exchanges are sorted by them; `fields.py` has their SDGs."""

    GOVERNANCE = "governance", _("Public administration")
    ECONOMY = "economy", _("Trade and investment")
    INNOVATION = "innovation", _("Innovation and start-ups")
    SCIENCE = "science", _("Science and technology")
    SMART_CITY = "smart_city", _("Smart city")
    PORT = "port", _("Ports and shipping")
    TRANSPORT = "transport", _("Transport")
    PLANNING = "planning", _("Urban planning and housing")
    TOURISM = "tourism", _("Tourism")
    AGRICULTURE = "agriculture", _("Agriculture and food")
    FISHERIES = "fisheries", _("Fisheries and the ocean")
    CLIMATE = "climate", _("Climate and energy")
    ENVIRONMENT = "environment", _("Environment and waste")
    WATER = "water", _("Water")
    NATURE = "nature", _("Nature and animals")
    RESILIENCE = "resilience", _("Disaster prevention and fire fighting")
    SAFETY = "safety", _("Public safety")
    HEALTH = "health", _("Health")
    WELFARE = "welfare", _("Social welfare")
    EQUALITY = "equality", _("Equality and inclusion")
    LABOUR = "labour", _("Labour and skills")
    EDUCATION = "education", _("Education")
    YOUTH = "youth", _("Youth")
    CULTURE = "culture", _("Culture and the arts")
    HERITAGE = "heritage", _("Heritage, libraries and museums")
    SPORTS = "sports", _("Sports")
    PEACE = "peace", _("Peace and human rights")
    MEDIA = "media", _("Media and city marketing")


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
    SEVERAL_PARTIES = "several_parties", _("several parties go by the name %(about)s")
    UNKNOWN_ORGANIZATION = "unknown_organization", _("nobody knows the organization %(about)s")
    ONE_PARTY = "one_party", _("an agreement needs two parties, and all these names mean one")
    OTHER_TIMES = "other_times", _("%(about)s did not exist at that time")
    NO_PROJECT = "no_project", _("a project needs a title or a number")
    NO_NUMBER = "no_number", _("%(about)s is no number that can be kept")


class Admit(TextChoices):
    """Which facts of a document are admitted without a person having looked at them."""

    SURE = "sure", _("Sure facts whose names are known")
    ALL = "all", _("All facts that can be admitted")
    NONE = "none", _("None")


class Counted(TextChoices):
    """What a counting rule counts."""

    PARTIES = "parties", _("Parties")
    AGREEMENTS = "agreements", _("Agreements")
    EXCHANGES = "exchanges", _("Exchanges")
    MEMBERSHIPS = "memberships", _("Memberships")


class QuestionState(TextChoices):
    """How far a council question is."""

    OPEN = "open", _("To be answered")
    ANSWERED = "answered", _("Answered")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ReportKind(TextChoices):
    """The reports that Hansa writes."""

    ANNUAL = "annual", _("Annual report")
    COUNCIL = "council", _("Council report")
    LIST = "list", _("List")
    ANSWER = "answer", _("Council answer")
