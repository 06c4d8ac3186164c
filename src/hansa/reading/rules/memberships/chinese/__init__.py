"""Memberships in Chinese sentences."""

from hansa.reading.rules.memberships.chinese.telling import joined_in_chinese

__all__ = ["joined_in_chinese"]
