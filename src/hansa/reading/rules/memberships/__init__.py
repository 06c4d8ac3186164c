"""Memberships: a city, or one of its bodies, belongs to an organization."""

from hansa.reading.rules.memberships.chinese import joined_in_chinese
from hansa.reading.rules.memberships.english import joined_in_english
from hansa.reading.rules.memberships.rows import joined_in_a_row, leads_in_a_record, listed_as_member

__all__ = ["joined_in_a_row", "joined_in_chinese", "joined_in_english", "leads_in_a_record", "listed_as_member"]
