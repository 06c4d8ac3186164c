"""The records, one file per kind."""

from hansa.register.models.agreement import Agreement, AgreementParty, Signatory, Step
from hansa.register.models.exchange import Exchange, Participant
from hansa.register.models.figure import Figure
from hansa.register.models.history import HistoryEntry, HistoryHead
from hansa.register.models.office import Office, Unit, User
from hansa.register.models.organization import Membership, Organization, OrganizationName, Project
from hansa.register.models.party import Party, PartyName
from hansa.register.models.person import Person
from hansa.register.models.search import SearchEntry
from hansa.register.models.source import Conflict, Fact, Passage, Source

RECORD_KINDS = {
    model.kind_of_record: model
    for model in (Party, Person, Organization, Agreement, Membership, Exchange, Project, Figure, Source, Fact)
}

__all__ = [
    "RECORD_KINDS", "Agreement", "AgreementParty", "Conflict", "Exchange", "Fact", "Figure", "HistoryEntry",
    "HistoryHead", "Membership", "Office", "Organization", "OrganizationName", "Participant", "Party", "PartyName",
    "Passage", "Person", "Project", "SearchEntry", "Signatory", "Source", "Step", "Unit", "User",
]  # fmt: skip
