"""One process of those that work in a register at once; `bench_concurrency` starts them."""

import json
import sys
import tempfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from django.db import transaction

from hansa.cli.installation import create_register  # before anything of the register: it sets Django up
from hansa.facts import Figure
from hansa.reading.document import Document
from hansa.register.documents import sha256_of
from hansa.register.domain.facts import admit_fact
from hansa.register.domain.history import changing, enter, lock_history
from hansa.register.domain.installation import home_of_office
from hansa.register.domain.loading import load
from hansa.register.domain.sources import Reading
from hansa.register.domain.users import system_user
from hansa.register.domain.verification import problems
from hansa.register.enums import Admit, FactState
from hansa.register.errors import RegisterError
from hansa.register.models import Exchange, Fact, HistoryEntry
from hansa.register.models import Figure as FigureRecord
from hansa.register.states import state_of


def prepare(facts: str) -> dict[str, int]:
    """Make the register, an exchange to edit and facts to admit."""
    create_register(home="高雄市")
    home, by = home_of_office(), system_user()
    exchange = Exchange.objects.create(home=home, kind="event", title="來訪", headcount=0)
    enter(by=by, action="add", record=exchange, after=state_of(exchange))
    lines = [f"第{number}項{number}件" for number in range(int(facts))]
    text = "\n".join(lines)
    stated = [
        Figure(measure=f"第{number}項", value=number, unit="件", period="2022", quote=line, score=0.9)
        for number, line in enumerate(lines)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facts.txt"
        path.write_text(text, encoding="utf-8")
        reading = Reading(path, sha256_of(path), path.stat().st_size, Document(text), stated)
        load(by=by, readings=[reading], home=home, admit=Admit.NONE)
    return {"facts": Fact.objects.count()}


def work(number: str, operations: str, every: str) -> dict[str, int]:
    """Edit, and admit a fact in one of so many turns."""
    came = {"edited": 0, "admitted": 0, "refused": 0}
    facts = list(Fact.objects.order_by("pk"))
    for turn in range(int(operations)):
        fact, rest = divmod(turn + 1, int(every))
        came[_edit(f"{number}-{turn}") if rest else _admit(facts[fact - 1])] += 1
    return came


def _edit(topic: str) -> str:
    with transaction.atomic():
        lock_history()
        exchange = Exchange.objects.get()
        with changing(by=system_user(), action="edit", record=exchange):
            exchange.headcount = (exchange.headcount or 0) + 1
            exchange.topics = [topic]
            exchange.save()
    return "edited"


def _admit(fact: Fact) -> str:
    try:
        admit_fact(by=system_user(), fact=fact)
    except RegisterError:
        return "refused"
    return "admitted"


def look() -> dict[str, object]:
    """What the register holds afterwards, and what verification says of it."""
    exchange = Exchange.objects.get()
    told = HistoryEntry.objects.filter(record=exchange.ref, action="edit").values_list("after__topics", flat=True)
    return {
        "headcount": exchange.headcount,
        "topics": len({topic for topics in told for topic in topics}),
        "records": FigureRecord.objects.count(),
        "facts_admitted": Fact.objects.filter(state=FactState.ADMITTED).count(),
        "entries": HistoryEntry.objects.count(),
        "problems": list(islice(problems(), 20)),
    }


if __name__ == "__main__":
    parts: dict[str, Callable[..., object]] = {"prepare": prepare, "work": work, "look": look}
    print(json.dumps(parts[sys.argv[1]](*sys.argv[2:]), ensure_ascii=False))
