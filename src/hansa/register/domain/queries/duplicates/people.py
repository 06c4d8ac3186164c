"""People who may be the same: one name, or one post told once in Chinese and once in Latin letters."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from django.utils.translation import gettext as _

from hansa.register.derived import key_of
from hansa.register.domain.queries.duplicates.signs import Key, Likely, differ, pairs
from hansa.register.models import Participant, Person, Signatory


def likely_people() -> list[Likely]:
    """Pairs of people with a name or a post in common, compared."""
    people = {person.pk: person for person in Person.objects.filter(merged_into=None)}
    found = pairs([*_names(people.values()), *_posts()])
    together = _named_together(found)
    for pair in found:
        _compare(pair, people[pair.one], people[pair.other])
        pair.against(0.9, _("both are named in one record"), when=frozenset((pair.one, pair.other)) in together)
    return found


def _words(name: str) -> str:
    """The words of a Latin name in no order: CHEN Chi-mai and Chi-Mai Chen are one."""
    return " ".join(sorted(key_of(name).split()))


def _names(people: Iterable[Person]) -> Iterator[tuple[Key, int]]:
    for person in people:
        for kind, key in (("chinese", key_of(person.name_zh)), ("latin", _words(person.name_en))):
            if key:
                yield (kind, key), person.pk


def _posts() -> Iterator[tuple[Key, int]]:
    for model in (Signatory, Participant):
        roles = model.objects.filter(person__merged_into=None).exclude(post="").exclude(of="")
        for person, post, of in roles.values_list("person_id", "post", "of").distinct():
            yield ("post", f"{key_of(of)} {key_of(post)}"), person


def _compare(pair: Likely, one: Person, other: Person) -> None:
    named = pair.shares("chinese", "latin")
    pair.sign(0.6, _("the same name in Chinese"), when=pair.shares("chinese"))
    pair.sign(0.7, _("the same name in Latin letters"), when=pair.shares("latin"))
    pair.sign(0.45, _("the same post at the same body"), when=pair.shares("post"))
    pair.against(0.9, _("different names in Chinese"), when=differ(key_of(one.name_zh), key_of(other.name_zh)))
    latin = differ(_words(one.name_en), _words(other.name_en))
    pair.against(0.5 if named else 0.9, _("different names in Latin letters"), when=latin)


def _named_together(found: Iterable[Likely]) -> set[frozenset[int]]:
    """The pairs of people that one agreement or exchange names both."""
    numbers = {number for pair in found for number in (pair.one, pair.other)}
    together: set[frozenset[int]] = set()
    for model, record in ((Signatory, "agreement_id"), (Participant, "exchange_id")):
        named: dict[int, set[int]] = {}
        for held, person in model.objects.values_list(record, "person_id").iterator():
            if person in numbers:
                named.setdefault(held, set()).add(person)
        for people in named.values():
            together |= set(map(frozenset, combinations(people, 2)))
    return together
