"""Every word that the register uses for a kind, a state or a right is explained on the page of words."""

from pathlib import Path

import pytest
from django.db.models import TextChoices

from hansa.register.enums import (
    AgreementKind,
    AgreementState,
    CommitmentState,
    DateBasis,
    ExchangeKind,
    FactState,
    Field,
    ParticipantRole,
    PartyLevel,
    Role,
    StepKind,
)
from hansa.register.models import RECORD_KINDS

PAGE = (Path(__file__).parents[2] / "docs" / "words.md").read_text(encoding="utf-8")


CHOICES = [
    AgreementKind, AgreementState, CommitmentState, DateBasis, ExchangeKind, FactState, Field, ParticipantRole,
    PartyLevel, Role, StepKind,
]  # fmt: skip


@pytest.mark.parametrize("choices", CHOICES)
def test_every_choice_is_explained(choices: type[TextChoices]) -> None:
    assert [value for value in choices.values if f"`{value}`" not in PAGE] == []


def test_every_kind_of_record_is_explained() -> None:
    kinds = [kind.__name__ for kind in RECORD_KINDS.values()]
    assert kinds and [kind for kind in kinds if f"`{kind}`" not in PAGE] == []
