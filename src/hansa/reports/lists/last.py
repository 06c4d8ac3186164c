"""The last exchange that there was with each party, up to a day."""

import datetime as dt
from collections.abc import Mapping

from hansa.register.models import Exchange, Party


def last_exchanges(home: Party, on: dt.date) -> Mapping[int, Exchange]:
    """The city's latest dated exchange with each party until the day, by the party's number; two queries."""
    through = Exchange.parties.through._default_manager
    pairs = through.filter(exchange__home=home, exchange__merged_into=None, exchange__first__lte=on)
    ordered = pairs.order_by("exchange__first", "exchange_id").values_list("party_id", "exchange_id")
    latest = dict(ordered)
    found = {
        exchange.pk: exchange
        for exchange in Exchange.objects.filter(home=home, merged_into=None, first__lte=on).only(
            "pk", "kind", "title", "date", "first"
        )
    }
    return {party: found[exchange] for party, exchange in latest.items()}
