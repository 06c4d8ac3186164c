"""Names of bodies that cities join, in Chinese and English, with what stands in brackets after them."""

from hansa.reading.values.organizations.body import (
    ENDS,
    Body,
    is_acronym,
    is_coined,
    looks_like_body,
    may_be_acronym,
    title,
    websites,
)
from hansa.reading.values.organizations.english import find_english
from hansa.reading.values.organizations.finding import find_bracketed, find_chinese, find_named

__all__ = [
    "ENDS",
    "Body",
    "find_bracketed",
    "find_chinese",
    "find_english",
    "find_named",
    "is_acronym",
    "is_coined",
    "looks_like_body",
    "may_be_acronym",
    "title",
    "websites",
]
