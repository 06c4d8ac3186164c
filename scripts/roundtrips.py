"""Read the gold documents again out of other formats: python -m scripts.roundtrips [--only NAME] [--misses].

LibreOffice makes PDF, DOCX, ODT and HTML of each text, each is read, and the F1 of its facts against those of the text
is printed, the documents under 0.95 by name. The shared documents count where they lie beside the checkout.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from tests.gold.scoring import Score, pairs
from tests.gold.sets import own_sets, shared_sets

from hansa.facts import encode_fact
from hansa.reading.files import read_file

ROOT = Path(__file__).parents[1]
FORMATS = ("pdf", "docx", "odt", "html")
ENOUGH = 0.95


def documents() -> Iterator[tuple[Path, str | None]]:
    """The texts with each one's own city."""
    for gold in (*shared_sets(), *own_sets()):
        homes = json.loads(gold.homes.read_text(encoding="utf-8"))
        for path in sorted(path for folder in gold.documents for path in folder.glob("*.txt")):
            yield path, homes.get(path.stem.split("_")[0])
    for path in sorted((ROOT / "examples/kaohsiung").glob("*.txt")):
        yield path, "高雄市"


def convert(texts: list[Path], form: str, folder: Path) -> None:
    """One file of the format of each text, in the folder. Raises CalledProcessError where LibreOffice fails."""
    office = shutil.which("soffice")
    if office is None:
        raise click.ClickException("LibreOffice is not installed (soffice); install it and try again.")
    command = [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--infilter=Text (encoded):UTF8",
        "--convert-to",
        form,
        "--outdir",
        str(folder),
        *map(str, texts),
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def facts_of(path: Path, home: str | None) -> list[dict[str, Any]]:
    """What is read of a file."""
    return [json.loads(encode_fact(fact)) for fact in read_file(path, home)[1]]


def differences(ours: list[dict[str, Any]], theirs: list[dict[str, Any]]) -> Iterator[str]:
    """The facts of one of the two only, by type and quote."""
    keys = [[json.dumps({**fact, "page": 0, "start": 0, "end": 0}, ensure_ascii=False) for fact in facts]
            for facts in (ours, theirs)]  # fmt: skip
    for mark, these, those in (("-", *keys), ("+", *reversed(keys))):
        for key in these:
            if key not in those:
                yield f"  {mark} {key}"


@click.command()
@click.option("--only", default="", help="Only the documents whose name begins so.")
@click.option("--misses", is_flag=True, help="Print the facts that differ.")
def main(only: str, misses: bool) -> None:
    """Print the F1 of each format; exit with 1 where one is under 0.95."""
    texts = [(path, home) for path, home in documents() if path.name.startswith(only)]
    expected = {path: facts_of(path, home) for path, home in texts}
    failed = False
    with tempfile.TemporaryDirectory() as made:
        # Documents of several sets may have one name.
        copies = {path: Path(made) / f"{at}_{path.name}" for at, path in enumerate(expected)}
        for path, copy in copies.items():
            shutil.copy(path, copy)
        for form in FORMATS:
            convert(list(copies.values()), form, Path(made))
            reached = Score()
            for path, home in texts:
                found = facts_of(copies[path].with_suffix(f".{form}"), home)
                one = Score(len(expected[path]), len(found), len(pairs(expected[path], found)))
                reached += one
                if one.f1 < ENOUGH:
                    print(f"  {path.stem}.{form}: {one.f1:.3f}")
                if misses:
                    print("\n".join(differences(expected[path], found)))
            print(f"{form:5} F1 {reached.f1:.3f} against the text's facts ({reached.gold} in {len(texts)} documents)")
            failed = failed or reached.f1 < ENOUGH
    sys.exit(failed)


if __name__ == "__main__":
    main()
