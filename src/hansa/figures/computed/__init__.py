"""The computed measures: what is counted from the register's records, each with its definition, rule and rows."""

from hansa.figures.computed import exchanges, memberships, partners

COMPUTED = (*partners.MEASURES, *exchanges.MEASURES, *memberships.MEASURES)
