"""Places, countries and names of the world, and the directory of city organizations. Knows no Django.

Importing this reads no data; the first call of a function does.
"""

from hansa.atlas.countries import Country, countries, country_code, country_name
from hansa.atlas.directory import KnownOrganization, find_organization, organizations
from hansa.atlas.finder import NameFinder
from hansa.atlas.folding import fold
from hansa.atlas.gazetteer import GazetteerMissing
from hansa.atlas.lookup import candidates, lookup, place
from hansa.atlas.mentions import Mention, MentionKind, find_places
from hansa.atlas.places import Kind, Place

__all__ = [
    "Country", "GazetteerMissing", "Kind", "KnownOrganization", "Mention", "MentionKind", "NameFinder", "Place",
    "candidates", "countries", "country_code", "country_name", "find_organization", "find_places", "fold", "lookup",
    "organizations", "place",
]  # fmt: skip
