"""Exchanges told in Chinese."""

from hansa.reading.rules.exchanges.chinese.telling import exchange_takes_place

__all__ = ["exchange_takes_place"]
