"""The computed measures: what is counted from the register's records, each with its definition, rule and rows."""

from hansa.figures.computed import commitments, costs, exchanges, gifts, memberships, partners

COMPUTED = (
    *partners.MEASURES,
    *exchanges.MEASURES,
    *costs.MEASURES,
    *memberships.MEASURES,
    *gifts.MEASURES,
    *commitments.MEASURES,
)
