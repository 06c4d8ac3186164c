"""Exchanges: what the city did with parties abroad, or took part in, on an occasion."""

from hansa.reading.rules.exchanges.chinese import exchange_takes_place, visit_stands_in_row
from hansa.reading.rules.exchanges.english import exchange_takes_place_in_english

__all__ = ["exchange_takes_place", "exchange_takes_place_in_english", "visit_stands_in_row"]
