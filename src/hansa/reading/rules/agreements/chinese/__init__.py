"""Agreements told in Chinese: who signed what, and ties told without a word for signing."""

from hansa.reading.rules.agreements.chinese.told import agreement_is_told

__all__ = ["agreement_is_told"]
