"""Figures: numbers that a document reports for a stated thing and period."""

from hansa.reading.rules.figures.chinese import reported_in_a_sentence
from hansa.reading.rules.figures.english import reported_in_english
from hansa.reading.rules.figures.rows import reported_in_a_table

__all__ = ["reported_in_a_sentence", "reported_in_a_table", "reported_in_english"]
