"""What the register holds, told without ids, so that registers made in different orders can be compared."""

import re
from typing import Any

from hansa.register.models import RECORD_KINDS, Conflict, Fact
from hansa.register.states import states_of

_REF = re.compile(r"[a-z]+-\d+")


def snapshot() -> dict[str, list[str]]:
    """All records but merged ones, facts and conflicts by kind, as text: other records by name, names in no order."""
    states = {
        f"{kind}-{number}": state
        for kind, model in RECORD_KINDS.items()
        if kind not in ("source", "fact")
        for number, state in states_of(kind, model._default_manager.values_list("pk", flat=True)).items()
        if "merged_into" not in state
    }
    names = {ref: _name(ref, state) for ref, state in states.items()}
    told: dict[str, list[str]] = {"fact": sorted(map(_fact, Fact.objects.select_related("passage__source")))}
    told["conflict"] = sorted(f"{_fact(one.fact)} {one} {one.reason}" for one in Conflict.objects.all())
    for ref, state in states.items():
        plain = {**state, "names": sorted(map(str, state.get("names", [])))}
        told.setdefault(ref.partition("-")[0], []).append(str(_told(plain, names)))
    return {kind: sorted(records) for kind, records in told.items()}


def _name(ref: str, state: dict[str, Any]) -> str:
    shown = (state.get(name) for name in ("name_zh", "name_en", "title", "measure", "signed", "date"))
    return f"{ref.partition('-')[0]} {next(filter(None, shown), '')}"


def _told(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return sorted((key, _told(one, names)) for key, one in value.items())
    if isinstance(value, list):
        return [_told(one, names) for one in value]
    return names.get(value, value) if isinstance(value, str) and _REF.fullmatch(value) else value


def _fact(fact: Fact) -> str:
    return (
        f"{fact.passage.source.sha256} {fact.passage} {fact.type} {sorted(fact.data.items())} {fact.state} {fact.why}"
    )
