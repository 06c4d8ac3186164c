"""Organizations that may be the same: one acronym, one website, one name."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from hansa.atlas.directory import find_organization
from hansa.facts import span
from hansa.register.derived import key_of
from hansa.register.domain.admission.likeness import likeness
from hansa.register.domain.queries.duplicates.signs import Key, Likely, differ, keys_of_name, pairs
from hansa.register.models import Organization, OrganizationName

# Words that names of bodies leave out at will.
_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "on", "the", "to"))
_ALIKE = 0.4


def likely_organizations() -> list[Likely]:
    """Pairs of organizations with something in common, compared."""
    bodies = {body.pk: body for body in Organization.objects.filter(merged_into=None)}
    found = pairs(_keys(bodies.values()))
    for pair in found:
        _compare(pair, bodies[pair.one], bodies[pair.other])
    return found


def _keys(bodies: Iterable[Organization]) -> Iterator[tuple[Key, int]]:
    for body in bodies:
        for name in filter(None, (body.name_zh, body.name_en)):
            yield from ((key, body.pk) for key in keys_of_name(key_of(name)))
        for kind, told in (
            ("wikidata", body.wikidata),
            ("acronym", key_of(body.acronym)),
            ("words", _words(body.name_en)),
        ):
            if told:
                yield (kind, told), body.pk
        for website in body.websites:
            if page := _page(website):
                yield ("website", page), body.pk
        known = find_organization(body.name_zh) or find_organization(body.name_en)
        if known:
            yield ("directory", known.key), body.pk
    spelled = OrganizationName.objects.filter(organization__merged_into=None).exclude(folded="")
    for number, folded in spelled.values_list("organization_id", "folded"):
        yield ("name", folded), number


def _words(name: str) -> str:
    return " ".join(sorted(set(key_of(name).split()) - _SMALL))


def _page(website: str) -> str:
    """An address without what it may be written with or without; bodies of one house have pages of one host."""
    address = urlsplit(website if "//" in website else f"//{website}")
    return f"{(address.hostname or '').removeprefix('www.')}{address.path}".rstrip("/")


def _compare(pair: Likely, one: Organization, other: Organization) -> None:
    pair.sign(0.95, _("the same Wikidata id"), when=pair.shares("wikidata"))
    pair.sign(0.85, _("the same body in the directory"), when=pair.shares("directory"))
    pair.sign(0.6, _("the same website"), when=pair.shares("website"))
    pair.sign(0.5, _("the same acronym"), when=pair.shares("acronym"))
    if pair.shares("name"):
        pair.sign(0.7, _("the same name"))
    elif pair.shares("words"):
        pair.sign(0.6, _("names of the same words"))
    else:
        pair.sign(0.45, _("names a letter apart"), when=pair.shares("letter"))
        pair.sign(0.25, _("names a character apart"), when=pair.shares("character"))
    pair.against(0.9, _("different Wikidata ids"), when=differ(one.wikidata, other.wikidata))
    both_named = one.name_en and other.name_en
    pair.against(0.6, _("names unlike each other"), when=both_named and likeness(one.name_en, other.name_en) < _ALIKE)
    if one.founded and other.founded:
        same = span(one.founded).meets(span(other.founded))
        pair.sign(0.2, _("founded in the same year"), when=same)
        pair.against(0.3, _("founded in different years"), when=not same)
