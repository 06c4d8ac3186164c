"""What comes of reading one damaged file, in a process of its own that is watched."""

import os
import resource
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal

from hansa.facts import Fact, quoted
from hansa.reading.document import Document
from hansa.reading.files import read_file
from hansa.reading.formats import DocumentError
from tests.fuzzing.mutations import mutated

MOST_SECONDS = 30
MOST_MEMORY = 1_000_000_000
_FAULT = "fault in Hansa"
_FOREIGN = "root:x:0"
"""What the file holds that the entities of `bomb` name."""
Result = Literal["facts", "refused", "fault", "hang", "memory", "crash", "noise"]


@dataclass(frozen=True)
class Outcome:
    """What came of a seed's file: facts and refusals are as they should be. Seconds, and bytes of memory at most."""

    seed: int
    result: Result
    said: str = ""
    seconds: float = 0.0
    memory: int = 0


class Watched:
    """A process that reads the files of seeds one after another, ended and begun anew where it hangs or dies."""

    def __init__(self, samples: dict[str, bytes]) -> None:
        self._samples = samples
        self._folder = tempfile.TemporaryDirectory()
        self._begin()

    def _begin(self) -> None:
        # Not a fork of a process that may hold much memory already.
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._folder.name), daemon=True)
        self._process.start()
        theirs.close()

    def read(self, suffix: str, seed: int) -> Outcome:
        """What comes of the file that the seed makes of the good one with that suffix."""
        data, name = mutated(self._samples[suffix], suffix, seed)
        path = Path(self._folder.name) / f"file{name}"
        path.write_bytes(data)
        started = time.monotonic()
        self._pipe.send((path, seed))
        try:
            if self._pipe.poll(MOST_SECONDS + 5):
                outcome: Outcome = self._pipe.recv()
                if outcome.result == "memory":
                    self._renew()
                return outcome
            result: Result = "hang"
        except EOFError:
            result = "crash"
        self._renew()
        return Outcome(seed, result, seconds=time.monotonic() - started)

    def _renew(self) -> None:
        self._end()
        self._begin()

    def _end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def close(self) -> None:
        """End the process."""
        self._end()
        self._folder.cleanup()


def _work(pipe: Connection, folder: str) -> None:
    with (Path(folder) / "noise").open("w+", encoding="utf-8") as noise:
        # What libraries, in C as well, write to standard error would stand before the user.
        os.dup2(noise.fileno(), 2)
        sys.stderr = noise
        while True:
            path, seed = pipe.recv()
            outcome = _outcome(path, seed)
            noise.flush()
            noise.seek(0)
            heard = noise.read()
            noise.seek(0)
            noise.truncate()
            if heard and outcome.result in ("facts", "refused"):
                outcome = replace(outcome, result="noise", said=heard[:300])
            pipe.send(outcome)


def _outcome(path: Path, seed: int) -> Outcome:
    started = time.monotonic()
    result: Result = "facts"
    said = ""
    try:
        document, facts = read_file(path, "高雄市")
        if not all(_stands_in(document, fact) for fact in facts):
            result, said = "fault", "a quote that is not in the document"
        if _FOREIGN in document.text:
            result, said = "fault", "a file that an entity names was read"
    except DocumentError as error:
        said = str(error)
        result = "fault" if _FAULT in said or "\n" in said or len(said) > 400 else "refused"
    # Whatever else is raised is a traceback that a user would see.
    except BaseException as error:
        result, said = "fault", f"{type(error).__name__}: {error}"
    seconds = time.monotonic() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    if result in ("facts", "refused") and seconds > MOST_SECONDS:
        result = "hang"
    elif result in ("facts", "refused") and memory > MOST_MEMORY:
        result = "memory"
    return Outcome(seed, result, said[:300], seconds, memory)


def _stands_in(document: Document, fact: Fact) -> bool:
    """Whether the fact's quote is the document's own words at its place."""
    if not isinstance(fact.start, int) or not isinstance(fact.end, int):
        return False
    return quoted(document.text[fact.start : fact.end]).startswith(fact.quote)
