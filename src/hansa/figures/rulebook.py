"""The rules in use: those that come with Hansa, and the versions and rules that people keep in the register.

A rule of the register with the name of one that comes with Hansa takes its place from the day of its version; a rule
with a name of its own stands beside them, to be named when something is counted or compared.
"""

import datetime as dt
from collections.abc import Iterable
from typing import cast

from hansa.figures.rules import CountingRule, built_in
from hansa.figures.words import Words
from hansa.register import models
from hansa.register.domain.editing import add_record
from hansa.register.errors import RegisterError

_BUILT_IN = {rule.name: rule for rule in built_in()}


class UnknownRule(RegisterError):
    """There is no counting rule of that name; the message lists those that there are."""

    def __init__(self, name: str, names: Iterable[str]) -> None:
        super().__init__(f"no counting rule is called {name!r}; there are {', '.join(sorted(names))}")


def as_counted(record: models.CountingRule) -> CountingRule:
    """The register's record as the rule that counting takes."""
    return CountingRule(
        name=record.name,
        version=record.version.isoformat(),
        counts=record.counts,
        label=Words(record.label_zh or record.label_en, record.label_en or record.label_zh),
        kinds=tuple(record.kinds),
        levels=tuple(record.levels),
        states=tuple(record.states),
        as_of=record.as_of,
        undated=record.undated,
        abroad=record.abroad,
        note=record.note,
        ref=record.ref,
    )


class Rulebook:
    """All rules with all their versions, read once: one query, when it is first asked."""

    def __init__(self) -> None:
        self._versions: dict[str, list[CountingRule]] | None = None

    def _all(self) -> dict[str, list[CountingRule]]:
        if self._versions is None:
            self._versions = {name: [rule] for name, rule in _BUILT_IN.items()}
            for record in models.CountingRule.objects.order_by("name", "version"):
                self._versions.setdefault(record.name, []).append(as_counted(record))
        return self._versions

    def names(self) -> list[str]:
        """The names of all rules, those that come with Hansa first."""
        return list(self._all())

    def versions(self, name: str) -> list[CountingRule]:
        """The versions of a rule, oldest first; the one that comes with Hansa, if any, is the oldest."""
        try:
            return self._all()[name]
        except KeyError:
            raise UnknownRule(name, self._all()) from None

    def rule(self, name: str, on: dt.date) -> CountingRule:
        """The version of a rule that holds on a day: the latest kept by then, else the oldest. Raises UnknownRule."""
        oldest, *later = self.versions(name)
        return next((rule for rule in reversed(later) if rule.version <= on.isoformat()), oldest)

    def latest(self) -> list[CountingRule]:
        """The newest version of each rule."""
        return [versions[-1] for versions in self._all().values()]

    def named(self, words: str, on: dt.date) -> CountingRule:
        """The rule that somebody names: NAME, for the version that holds on the day, or NAME@VERSION for that one."""
        name, _, version = words.partition("@")
        if not version:
            return self.rule(name, on)
        found = [rule for rule in self.versions(name) if rule.version == version]
        if not found:
            held = ", ".join(rule.version for rule in self.versions(name))
            raise RegisterError(f"the rule {name} has no version {version}; it has {held}")
        return found[-1]


def keep_version(*, by: models.User, rule: CountingRule, reason: str = "") -> models.CountingRule:
    """Keep a rule, or a new version of one, in the register; one history entry.

    Raises PermissionDenied, and ValidationError with every field that is wrong: a version that there is already, a
    kind that its records do not have.
    """
    values = {
        "name": rule.name,
        "version": dt.date.fromisoformat(rule.version),
        "label_zh": rule.label.zh,
        "label_en": rule.label.en,
        "counts": rule.counts,
        "kinds": list(rule.kinds),
        "levels": list(rule.levels),
        "states": list(rule.states),
        "as_of": rule.as_of,
        "undated": rule.undated,
        "abroad": rule.abroad,
        "note": rule.note,
    }
    return cast(models.CountingRule, add_record(by=by, kind="rule", values=values, reason=reason))
