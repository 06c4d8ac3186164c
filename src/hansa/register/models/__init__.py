"""The records, one file per kind."""

from hansa.register.models.agreement import (
    Agreement,
    AgreementField,
    AgreementParty,
    AgreementText,
    Clause,
    Signatory,
    SignedName,
    Step,
)
from hansa.register.models.commitment import Commitment
from hansa.register.models.exchange import CostLine, Exchange, ExchangeField, Participant, ProgrammeItem
from hansa.register.models.figure import Figure
from hansa.register.models.gift import Gift
from hansa.register.models.history import HistoryEntry, HistoryHead
from hansa.register.models.merge import Distinction, Merge
from hansa.register.models.office import Office, Unit, User
from hansa.register.models.organization import Membership, Organization, OrganizationName, Project, Seat
from hansa.register.models.party import Party, PartyName
from hansa.register.models.person import Person
from hansa.register.models.picture import Picture
from hansa.register.models.question import Question, QuestionCitation
from hansa.register.models.revision import Revision
from hansa.register.models.rule import CountingRule
from hansa.register.models.search import SearchEntry, Tally
from hansa.register.models.source import Conflict, Fact, Passage, Source
from hansa.register.models.template import Template

RECORD_KINDS = {
    model.kind_of_record: model
    for model in (
        Party, Person, Organization, Agreement, Membership, Exchange, Project, Commitment, Gift, CountingRule, Figure,
        Source, Fact, Question, Picture, Revision, Template,
    )
}  # fmt: skip

__all__ = [
    "RECORD_KINDS",
    "Agreement",
    "AgreementField",
    "AgreementParty",
    "AgreementText",
    "Clause",
    "Commitment",
    "Conflict",
    "CostLine",
    "CountingRule",
    "Distinction",
    "Exchange",
    "ExchangeField",
    "Fact",
    "Figure",
    "Gift",
    "HistoryEntry",
    "HistoryHead",
    "Membership",
    "Merge",
    "Office",
    "Organization",
    "OrganizationName",
    "Participant",
    "Party",
    "PartyName",
    "Passage",
    "Person",
    "Picture",
    "ProgrammeItem",
    "Project",
    "Question",
    "QuestionCitation",
    "Revision",
    "SearchEntry",
    "Seat",
    "Signatory",
    "SignedName",
    "Source",
    "Step",
    "Tally",
    "Template",
    "Unit",
    "User",
]  # fmt: skip
