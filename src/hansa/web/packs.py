"""What bears on a council question, ready for its page: records by name, passages with their addresses."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from hansa.register.models import Office, Question, User
from hansa.register.models.record import Record
from hansa.reports.answers.bearing import Quoted
from hansa.reports.answers.earlier import Earlier
from hansa.reports.answers.pack import Pack, pack_of, reason_words
from hansa.reports.answers.stated import Number
from hansa.reports.answers.text import draft_text
from hansa.reports.blocks import Language
from hansa.reports.lists.contents import period_said
from hansa.web.held import held
from hansa.web.kinds import BY_NAME, address_of_ref

# So many of the records behind a figure stand on the page of a question.
_ROWS = 30


@dataclass(frozen=True)
class ShownNumber:
    """A figure of the draft with the records behind it."""

    label: str
    said: str
    days: str
    records: Sequence[Record]


@dataclass(frozen=True)
class ShownRecord:
    """A record that bears on the question, and why."""

    record: Record
    reasons: str


@dataclass(frozen=True)
class ShownPassage:
    """A passage that bears on the question, with the address of its place."""

    quoted: Quoted
    address: str
    reason: str


@dataclass(frozen=True)
class ShownEarlier:
    """An earlier question, and why it stands here."""

    earlier: Earlier
    reasons: str


@dataclass(frozen=True)
class ShownPack:
    """A pack as its page shows it."""

    pack: Pack
    draft: str
    numbers: Sequence[ShownNumber]
    records: Sequence[ShownRecord]
    passages: Sequence[ShownPassage]
    earlier: Sequence[ShownEarlier]


def language_read() -> Language:
    """The language of the reader, as reports name it."""
    return "en" if (get_language() or "").startswith("en") else "zh-hant"


def office_of(question: Question, user: User) -> Office | None:
    """The office that answers: the question's own, else the user's."""
    return question.office or user.office


def pack_shown(question: Question, user: User) -> ShownPack | None:
    """The pack of a question in the reader's language; None where no office answers."""
    office = office_of(question, user)
    if office is None:
        return None
    language = language_read()
    pack = pack_of(question, office, language)
    refs = [ref for number in pack.numbers for ref in number.refs[:_ROWS]]
    found = held([*_with_pages(refs), *_with_pages(one.ref for one in pack.records)], user)
    return ShownPack(
        pack=pack,
        draft=question.answer or draft_text(pack),
        numbers=[_number(one, found, language) for one in pack.numbers],
        records=[
            ShownRecord(found[one.ref], reason_words(one.reasons, language)) for one in pack.records if one.ref in found
        ],
        passages=[_passage(one, language) for one in pack.passages],
        earlier=[ShownEarlier(one, reason_words(one.reasons, language)) for one in pack.earlier],
    )


def _with_pages(refs: Iterable[str]) -> Iterable[str]:
    return (ref for ref in refs if ref.rpartition("-")[0] in BY_NAME)


def _number(one: Number, found: Mapping[str, Record], language: Language) -> ShownNumber:
    return ShownNumber(
        label=one.label.say(language),
        said=one.said(language),
        days=period_said(one.first, one.last, language),
        records=[found[ref] for ref in one.refs[:_ROWS] if ref in found],
    )


def _passage(one: Quoted, language: Language) -> ShownPassage:
    return ShownPassage(one, f"{address_of_ref(one.source)}#p-{one.start}", one.reason.say(language))
