"""Exchanges: what the city did with parties abroad, or took part in, on an occasion."""

from hansa.reading.rules.exchanges.chinese import exchange_takes_place
from hansa.reading.rules.exchanges.english import exchange_takes_place_in_english
from hansa.reading.rules.exchanges.rows import visit_stands_in_row

__all__ = ["exchange_takes_place", "exchange_takes_place_in_english", "visit_stands_in_row"]
