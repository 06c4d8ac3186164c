"""The world's twin cities, as Wikidata has them, into the register: cities as parties, their ties as agreements."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from hansa.atlas import Place, country_code, lookup
from hansa.register.derived import key_of
from hansa.register.domain.bulk import add_all
from hansa.register.domain.history import changing, lock_history
from hansa.register.domain.recognition import official_name
from hansa.register.enums import AgreementKind, PartyKind, PartyLevel
from hansa.register.models import AgreementParty, Party, PartyName, User
from hansa.register.transfer.exporting import Progress
from hansa.register.transfer.problems import NotBroughtIn, Problem
from hansa.register.validators import problems as problems_of

CITIES, RELATIONS = "twin_cities.csv", "twin_relations.csv"
# Within how many kilometres of Wikidata's coordinates the atlas has to place a city for it to be the same.
_SAME_PLACE = 40.0
_REASON = "Wikidata: {file}"
_COLUMNS = {CITIES: ("wikidata", "name", "country", "latitude", "longitude"), RELATIONS: ("wikidata_a", "wikidata_b")}
_TOLD_EVERY = 1000


@dataclass(frozen=True)
class _City:
    """A city of Wikidata's, as a party that is not written yet."""

    row: int
    party: Party


def import_twin_cities(*, by: User, folder: Path, progress: Progress) -> dict[str, int]:
    """Bring in the cities and relations of a folder; how many parties and agreements were added, joined or were there.

    A city is the party with its Wikidata id, else the one of its place in the atlas; what that party does not hold is
    filled in. Two cities have one sister city agreement. A second run changes nothing. All or nothing, one history
    entry for each change. Raises NotBroughtIn with everything that is wrong in the files.
    """
    problems = list[Problem]()
    cities = _cities(list(_rows(folder, CITIES, problems)), problems, progress)
    pairs = _pairs(list(_rows(folder, RELATIONS, problems)), {city.party.wikidata for city in cities}, problems)
    if problems:
        raise NotBroughtIn(problems)
    with transaction.atomic():
        lock_history()
        progress(f"{len(cities)} cities: writing")
        numbers, counts = _write_parties(by, cities)
        progress(f"{len(pairs)} relations: writing")
        added = _write_agreements(by, [(numbers[a], numbers[b]) for a, b in pairs])
    return {**counts, "agreements added": added, "agreements there already": len(pairs) - added}


def _rows(folder: Path, name: str, problems: list[Problem]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a file with their line; nothing where it is not what it should be, which is a problem."""
    try:
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            if missing := [column for column in _COLUMNS[name] if column not in (reader.fieldnames or ())]:
                problems.append(Problem(name, f"has no column {', '.join(missing)}"))
                return
            for row in reader:
                yield reader.line_num, row
    except OSError as error:
        problems.append(Problem(name, f"cannot be read: {error.strerror}"))
    except (ValueError, csv.Error) as error:
        problems.append(Problem(name, f"is no CSV in UTF-8: {error}"))


def _cities(rows: Sequence[tuple[int, dict[str, str]]], problems: list[Problem], progress: Progress) -> list[_City]:
    """The cities as parties, each with its place in the atlas, which no two of them share."""
    found: dict[str, _City] = {}
    places = set[str]()
    for count, (row, told) in enumerate(rows, 1):
        if count % _TOLD_EVERY == 0:
            progress(f"{count} of {len(rows)} cities: looked up")
        city = _City(row, _party(told))
        if city.party.atlas_key in places:
            city.party.atlas_key = ""
        wrong = [(field, " ".join(e.messages)) for field, errors in problems_of(city.party).items() for e in errors]
        if not told["wikidata"]:
            wrong.append(("wikidata", "a city needs its id"))
        elif found.setdefault(city.party.wikidata, city) is not city:
            wrong.append(("wikidata", f"{told['wikidata']} has two rows"))
        problems += [Problem(f"{CITIES}, row {row}, column {field}", message) for field, message in wrong]
        places |= {city.party.atlas_key} - {""}
    return list(found.values())


def _party(told: dict[str, str]) -> Party:
    """A city as Wikidata and the atlas know it."""
    name, country = told["name"].strip(), country_code(told["country"].strip()) or ""
    party = Party(kind=PartyKind.CITY, level=PartyLevel.CITY, name_en=name, country=country, wikidata=told["wikidata"])
    # What is no number is left as it is, for the checks to say so.
    party.latitude, party.longitude = (_number(told[column]) for column in ("latitude", "longitude"))
    place = lookup(name, country or None)
    if place and place.kind == "city" and _is_near(place, party):
        party.name_zh = official_name(place.name_zh, name)
        party.geonames_id, party.atlas_key = place.geonames_id, place.key
    return party


def _number(text: str) -> Any:
    try:
        return float(text)
    except ValueError:
        return text or None


def _is_near(place: Place, party: Party) -> bool:
    if not isinstance(party.latitude, float) or not isinstance(party.longitude, float):
        return False
    here = Place("", "", "", "", "city", latitude=party.latitude, longitude=party.longitude)
    kilometres = place.distance(here)
    return kilometres is not None and kilometres <= _SAME_PLACE


def _pairs(
    rows: Sequence[tuple[int, dict[str, str]]], cities: set[str], problems: list[Problem]
) -> list[tuple[str, str]]:
    """The pairs of cities, each once, whichever of the two stands first."""
    pairs: dict[frozenset[str], tuple[str, str]] = {}
    for row, told in rows:
        pair = (told["wikidata_a"], told["wikidata_b"])
        for column, city in zip(_COLUMNS[RELATIONS], pair, strict=True):
            if city not in cities:
                problems.append(Problem(f"{RELATIONS}, row {row}, column {column}", f"{CITIES} has no city {city!r}"))
        if pair[0] == pair[1]:
            problems.append(Problem(f"{RELATIONS}, row {row}", "a city is no twin of itself"))
        pairs.setdefault(frozenset(pair), pair)
    return list(pairs.values())


def _write_parties(by: User, cities: Sequence[_City]) -> tuple[dict[str, int], dict[str, int]]:
    """The numbers of the cities' parties by Wikidata id; how many were added, joined, or held all of it already."""
    held = Party.objects.filter(merged_into=None)
    by_id = {party.wikidata: party for party in held.exclude(wikidata="")}
    by_place = {party.atlas_key: party for party in held.exclude(atlas_key="")}
    spelled = set(PartyName.objects.filter(party__merged_into=None).values_list("party_id", "folded"))
    numbers, new, joined = dict[str, int](), list[Party](), 0
    for city in cities:
        own = by_id.get(city.party.wikidata) or by_place.get(city.party.atlas_key or "-")
        if own is None:
            new.append(city.party)
            continue
        joined += _fill(by, own, city.party, named=(own.pk, key_of(city.party.name_en)) in spelled)
        numbers[city.party.wikidata] = own.pk
    # The place of a party that is there under another id is that party's alone.
    for party in new:
        party.atlas_key = "" if party.atlas_key in by_place else party.atlas_key
    reason = _REASON.format(file=CITIES)
    added = add_all(by=by, kind="party", rows=[_row(party) for party in new], reason=reason)
    numbers |= dict(zip((party.wikidata for party in new), added, strict=True))
    there = len(numbers) - len(added) - joined
    return numbers, {"parties added": len(added), "parties joined": joined, "parties there already": there}


def _row(party: Party) -> dict[str, Any]:
    names = dict.fromkeys(name for name in (party.name_zh, party.name_en) if name)
    fields = (
        "kind", "level", "name_zh", "name_en", "country", "latitude", "longitude", "geonames_id", "wikidata",
        "atlas_key",
    )  # fmt: skip
    return {**{name: getattr(party, name) for name in fields}, "names": [{"name": name} for name in names]}


def _fill(by: User, own: Party, told: Party, *, named: bool) -> bool:
    """Fill in what a party does not hold, and know it by its name there as well; whether anything was missing."""
    fields = ("name_zh", "name_en", "country", "latitude", "longitude", "geonames_id", "wikidata")
    missing = [name for name in fields if _is_missing(own, told, name)]
    if own.wikidata and own.wikidata != told.wikidata:
        missing = []
    if named and not missing:
        return False
    with changing(by=by, action="change", record=own, reason=_REASON.format(file=CITIES)):
        for name in missing:
            setattr(own, name, getattr(told, name))
        own.save(update_fields=[*missing, "changed"])
        if not named:
            PartyName.objects.create(party=own, name=told.name_en, folded=key_of(told.name_en))
    return True


def _is_missing(own: Party, told: Party, name: str) -> bool:
    """Whether a party does not hold what is told of it, nor has a person said that it holds nothing there."""
    return getattr(own, name) in (None, "") and getattr(told, name) not in (None, "") and name not in own.fixed


def _write_agreements(by: User, pairs: Sequence[tuple[int, int]]) -> int:
    """Write the agreements that are not there yet; how many."""
    sides: dict[int, set[int]] = defaultdict(set)
    of_this_kind = AgreementParty.objects.filter(agreement__kind=AgreementKind.SISTER_CITY, agreement__merged_into=None)
    for agreement, party in of_this_kind.values_list("agreement_id", "party_id"):
        sides[agreement].add(party)
    held = {frozenset(parties) for parties in sides.values()}
    rows = [
        {"kind": AgreementKind.SISTER_CITY, "level": PartyLevel.CITY, "sides": [{"party": a}, {"party": b}]}
        for a, b in pairs
        if a != b and frozenset((a, b)) not in held
    ]
    return len(add_all(by=by, kind="agreement", rows=rows, reason=_REASON.format(file=RELATIONS)))
