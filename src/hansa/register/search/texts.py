"""What search knows of a record: its title, its words, its days, and what it can be narrowed by.

Everything is told from what the record holds, as `states` gives it, and from the names of those whom it names.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import translation

from hansa.atlas.countries import country_name
from hansa.register.models import RECORD_KINDS, Organization, Party, Person
from hansa.register.states import State, fields_of_kind, parts_of_kind

# Those whose names the words of other records hold.
NAMED: dict[str, type[Party] | type[Person] | type[Organization]] = {
    "party": Party,
    "person": Person,
    "organization": Organization,
}
# The columns with the first and the last day of a record.
DAYS = {
    "agreement": ("signed_first", "signed_last"),
    "membership": ("since_first", "since_first"),
    "exchange": ("first", "last"),
    "project": ("since_first", "since_first"),
    "commitment": ("due_last", "due_last"),
    "gift": ("first", "last"),
    "figure": ("first", "last"),
    "question": ("date", "date"),
}


@dataclass(frozen=True)
class Name:
    """Whom a record names: the name shown, all names in the order of their weight, the country, who may see it."""

    shown: str
    names: tuple[str, ...] = ()
    country: str = ""
    published: bool = False


Names = Mapping[str, Name]


@dataclass
class Text:
    """The words of a record: its title, what visitors may read too once it is published, and what the office reads.

    What the office reads of a party, person or organization are the names that other records have for it. `published`
    is false where the title itself names somebody whom visitors do not see.
    """

    title: str = ""
    open: list[str] = field(default_factory=list)
    inner: list[str] = field(default_factory=list)
    published: bool = True

    def name(self, *named: Name | None) -> None:
        """Add the names of others, to what visitors may read only if they see those others."""
        for one in named:
            if one:
                (self.open if one.published else self.inner).extend(one.names)

    def entitle(self, title: str, *named: Name | None) -> None:
        """Set a title that names others."""
        self.title = title
        self.name(*named)
        self.published = self.published and all(one.published for one in named if one)


@cache
def labels(kind: str, name: str, value: str) -> tuple[str, ...]:
    """The label of a choice in each language, Chinese first, so that 姊妹市 finds the sister cities."""
    label = dict(RECORD_KINDS[kind]._meta.get_field(name).flatchoices).get(value)  # type: ignore[union-attr]
    found = []
    for code, _ in settings.LANGUAGES if label else ():
        with translation.override(code):
            found.append(str(label))
    return tuple(found)


def _kind(kind: str, state: State) -> tuple[str, ...]:
    return labels(kind, "kind", state.get("kind", ""))


def _some(state: State, *names: str) -> list[str]:
    return [state[name] for name in names if name in state]


def _people(text: Text, roles: Iterable[State], names: Names) -> None:
    for role in roles:
        text.inner.append(f"{role.get('of', '')}{role.get('post', '')}")
        text.name(names.get(role["person"]))


def _party(state: State, names: Names) -> Text:
    own = _some(state, "name_zh", "name_en")
    where = [country_name(state["country"], code) for code, _ in settings.LANGUAGES] if "country" in state else []
    spellings = (one["name"] for one in state.get("names", ()))
    return Text(own[0], [*own, *spellings, *_kind("party", state), *where], own)


def _person(state: State, names: Names) -> Text:
    own = _some(state, "name_zh", "name_en")
    return Text(own[0] if own else "", own, own)


def _organization(state: State, names: Names) -> Text:
    spellings = (one["name"] for one in state.get("names", ()))
    own = _some(state, "name_zh", "name_en", "acronym")
    told = [*_some(state, "headquarters", "purpose"), *state.get("predecessors", ()), *_kind("organization", state)]
    return Text(shown_organization(state), [*own, *spellings, *told], own)


def shown_organization(state: Mapping[str, Any]) -> str:
    """An organization's name with its acronym, as its records have it for a title."""
    name, acronym = state.get("name_zh") or state.get("name_en") or "", state.get("acronym")
    return f"{name} ({acronym})" if acronym and acronym != name else name


def _agreement(state: State, names: Names) -> Text:
    text = Text()
    sides = [(side, names[side["party"]]) for side in state.get("sides", ())]
    kinds = _kind("agreement", state)
    own = state.get("title") or next(iter(kinds), "")
    text.entitle(f"{' × '.join(name.shown for _, name in sides)} {own}".strip(), *(name for _, name in sides))
    text.open += [*_some(state, "title", "signed", "place"), *state.get("subjects", ()), *kinds]
    text.open += [side["name_as_signed"] for side, _ in sides if "name_as_signed" in side]
    text.open += [version["title"] for version in state.get("texts", ()) if "title" in version]
    text.open += [signed["name"] for signed in state.get("signed_names", ())]
    _people(text, state.get("signatories", ()), names)
    text.inner += [*_some(state, "motive", "summary"), *(clause["text"] for clause in state.get("clauses", ()))]
    return text


def _membership(state: State, names: Names) -> Text:
    text = Text()
    party, body = names[state["party"]], names[state["organization"]]
    text.entitle(f"{party.shown} – {body.shown}", party, body)
    text.open += _some(state, "role", "since")
    text.inner += _some(state, "office_name", "through")
    return text


def _exchange(state: State, names: Names) -> Text:
    kinds = _kind("exchange", state)
    text = Text(state.get("title") or f"{next(iter(kinds), '')} {state.get('date', '')}".strip())
    text.name(*(names.get(party) for party in state.get("parties", ())))
    text.open += [*_some(state, "date", "place"), *state.get("topics", ()), *kinds]
    _people(text, state.get("people", ()), names)
    text.inner += [*_some(state, "summary", "report_title"), *(item["title"] for item in state.get("programme", ()))]
    return text


def _project(state: State, names: Names) -> Text:
    text = Text()
    body = names[state["organization"]]
    if "title" in state:
        text.title = state["title"]
        text.name(body)
    else:
        text.entitle(f"{body.shown} × {state.get('count', '')}", body)
    text.name(names.get(state.get("organizing", "")), *(names.get(party) for party in state.get("participating", ())))
    return text


def _commitment(state: State, names: Names) -> Text:
    text = Text(state["text"], _some(state, "due"), _some(state, "text", "result"))
    text.open += _kind("commitment", state)
    text.name(names.get(state.get("party", "")))
    return text


def _gift(state: State, names: Names) -> Text:
    text = Text(state["title"], _some(state, "date"), _some(state, "kept_at", "note"))
    text.name(names.get(state.get("party", "")), names.get(state.get("person", "")))
    return text


def _figure(state: State, names: Names) -> Text:
    number = f"{float(state['value']):,.4f}".rstrip("0").rstrip(".")
    return Text(f"{state['measure']} {number} {state.get('unit', '')}".strip(), _some(state, "period", "section"))


def _source(state: State, names: Names) -> Text:
    return Text(state["title"], [], _some(state, "filename"))


def _rule(state: State, names: Names) -> Text:
    return Text(state["label_zh"], _some(state, "label_zh", "label_en", "name", "version"), _some(state, "note"))


def _question(state: State, names: Names) -> Text:
    return Text(state["words"], [], _some(state, "words", "answer", "councillor", "session", "date"))


def _picture(state: State, names: Names) -> Text:
    text = Text(state["title"], _some(state, "title", "credit", "date"), _some(state, "filename"))
    text.name(names.get(state.get("party", "")))
    return text


_TEXTS: dict[str, Callable[[State, Names], Text]] = {
    "party": _party,
    "person": _person,
    "organization": _organization,
    "agreement": _agreement,
    "membership": _membership,
    "exchange": _exchange,
    "project": _project,
    "commitment": _commitment,
    "gift": _gift,
    "figure": _figure,
    "source": _source,
    "rule": _rule,
    "question": _question,
    "picture": _picture,
}
# Kinds that are found themselves; a fact is found by the record that it was admitted to.
INDEXED = tuple(_TEXTS)


def text_of(kind: str, state: State, names: Names) -> Text:
    """The title and the words of a record that holds this; `names` has everybody whom it names."""
    return _TEXTS[kind](state, names)


@cache
def _naming(kind: str) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...], bool], ...]]:
    """The columns of a kind that name somebody, and those of its parts, with whether a row is nothing else."""

    def names_somebody(column: "models.Field[Any, Any]") -> bool:
        return isinstance(column, models.ForeignKey) and column.related_model in NAMED.values()

    own = tuple(column.name for column in fields_of_kind(kind) if names_somebody(column))
    parts = (
        (part.name, tuple(column.name for column in part.fields if names_somebody(column)), part.single is not None)
        for part in parts_of_kind(kind)
    )
    return own, tuple(part for part in parts if part[1])


def named_in(kind: str, state: State) -> Iterator[str]:
    """The refs of those whom a record names; some perhaps twice."""
    own, parts = _naming(kind)
    yield from (state[name] for name in own if name in state)
    for part, names, single in parts:
        for row in state.get(part, ()):
            if single:
                yield row
            else:
                yield from (row[name] for name in names if name in row)


def names_of(refs: Iterable[str]) -> dict[str, Name]:
    """The names of parties, people and organizations; one query for each of these kinds among a thousand."""
    numbers: dict[str, set[int]] = {kind: set() for kind in NAMED}
    for ref in refs:
        kind, _, number = ref.rpartition("-")
        numbers[kind].add(int(number))
    return {
        f"{kind}-{row['pk']}": _name(row)
        for kind, wanted in numbers.items()
        for row in _rows_of_names(kind, sorted(wanted))
    }


def _rows_of_names(kind: str, numbers: list[int]) -> Iterator[dict[str, Any]]:
    own = {"party": ("country",), "organization": ("acronym",)}.get(kind, ())
    for start in range(0, len(numbers), 1000):
        rows = NAMED[kind]._default_manager.filter(pk__in=numbers[start : start + 1000])
        yield from rows.values("pk", "name_zh", "name_en", "published", *own)


def _name(row: Mapping[str, Any]) -> Name:
    names = tuple(filter(None, (row["name_zh"], row["name_en"], row.get("acronym"))))
    return Name(shown_organization(row), names, row.get("country", ""), row["published"])


def composed(text: str) -> str:
    """The text with letters and marks as one character where there is such a one, as search shows it."""
    return unicodedata.normalize("NFC", text)
