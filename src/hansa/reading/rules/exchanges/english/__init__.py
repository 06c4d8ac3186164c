"""Exchanges told in English."""

from hansa.reading.rules.exchanges.english.telling import exchange_takes_place_in_english

__all__ = ["exchange_takes_place_in_english"]
