"""Memberships in English sentences."""

from hansa.reading.rules.memberships.english.telling import joined_in_english

__all__ = ["joined_in_english"]
