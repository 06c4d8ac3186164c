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
from hansa.register.models.search import SearchEntry, Tally
from hansa.register.models.source import Conflict, Fact, Passage, Source

RECORD_KINDS = {
    model.kind_of_record: model
    for model in (
        Party, Person, Organization, Agreement, Membership, Exchange, Project, Commitment, Gift, Figure, Source, Fact,
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
    "ProgrammeItem",
    "Project",
    "SearchEntry",
    "Seat",
    "Signatory",
    "SignedName",
    "Source",
    "Step",
    "Tally",
    "Unit",
    "User",
]  # fmt: skip
