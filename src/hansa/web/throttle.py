"""Slows down whoever guesses passwords: failures are counted per name and address, and per address.

They are kept in files under the data folder, so that every process of an installation counts the same failures.
Two failures at the very same moment may count as one; a guesser gains nothing by that.
"""

from hashlib import sha256

from django.core.cache import caches

WINDOW = 15 * 60  # seconds
FAILURES_PER_NAME = 5
FAILURES_PER_ADDRESS = 30


def _limits(username: str, address: str) -> dict[str, int]:
    """How many failures each key allows. Names are hashed: people type passwords into the wrong field."""
    name = sha256(username.strip().casefold().encode()).hexdigest()
    return {f"login {address} {name}": FAILURES_PER_NAME, f"login {address}": FAILURES_PER_ADDRESS}


def _key(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def is_throttled(username: str, address: str) -> bool:
    """Whether so many attempts failed in the last 15 minutes that the next one is not even looked at."""
    failures = caches["failures"]
    return any(failures.get(_key(key), 0) >= limit for key, limit in _limits(username, address).items())


def note_failure(username: str, address: str) -> None:
    """Count a failed attempt for the next 15 minutes."""
    failures = caches["failures"]
    for key in _limits(username, address):
        failures.set(_key(key), failures.get(_key(key), 0) + 1, WINDOW)


def forget_failures(username: str, address: str) -> None:
    """Somebody logged in: their name starts afresh, the address does not."""
    key = next(iter(_limits(username, address)))
    caches["failures"].delete(_key(key))
