"""The files of the sources, each kept under the SHA-256 of its content in the data folder."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from hansa.register.errors import RegisterError

_HALF = ".part"


def path_of(sha256: str) -> Path:
    """Where the file with this content is kept."""
    return Path(settings.HANSA_DOCUMENTS) / sha256


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file's content, as hexadecimal. Raises OSError where it cannot be read."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _keep(file: Path, sha256: str) -> None:
    target = path_of(sha256)
    target.parent.mkdir(parents=True, exist_ok=True)
    # A name of its own until it is whole, so that a crash never leaves half a document under a full name.
    part = target.with_suffix(f".{os.getpid()}{_HALF}")
    try:
        with file.open("rb") as content, part.open("wb") as copy:
            shutil.copyfileobj(content, copy)
            copy.flush()
            os.fsync(copy.fileno())
        if sha256_of(part) != sha256:
            raise RegisterError("the file changed while it was read; try again")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def files_kept() -> Iterator[Path]:
    """Every file in the folder, whole or not."""
    folder = Path(settings.HANSA_DOCUMENTS)
    yield from sorted(folder.iterdir()) if folder.is_dir() else ()


def remove_halves() -> None:
    """Remove what copying left half done when its process was killed. For whoever holds the history's lock.

    Whole files that belong to no source stay: they cost nothing but room, and are taken over when they are loaded.
    """
    for file in files_kept():
        if file.suffix == _HALF:
            file.unlink()


@contextmanager
def keeping() -> Iterator[Callable[[Path, str], None]]:
    """Gives a function that keeps a file; if the block fails, the files that it kept are taken away again.

    Open it inside the transaction that writes the sources and holds the history's lock: so the files are taken away
    before another load can find them there and rely on them.
    """
    kept: list[Path] = []

    def keep(file: Path, sha256: str) -> None:
        target = path_of(sha256)
        if not target.exists() or sha256_of(target) != sha256:
            _keep(file, sha256)
            kept.append(target)

    try:
        yield keep
    except BaseException:
        for path in kept:
            path.unlink(missing_ok=True)
        raise
