"""How fast documents are read: python -m scripts.bench_reading [--rounds N] [--copies N].

Makes its material from the sources of the examples: a long PDF by typst, one by LibreOffice (where it is installed),
and their text. Prints pages and characters a second, in one process and on all cores, beside `pdftotext` and bare
pypdfium2 on the same files, memory while reading 1,000 pages, and the start-up of `hansa read`. The programs take
turns, and the best of all rounds counts, so that whatever else the machine does harms none of them alone.
"""

import html
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import click
import pypdfium2
import typst
from scripts.make_examples import EXAMPLES, FONT, Part, parts

from hansa.reading.document import Document
from hansa.reading.formats import read_document
from hansa.reading.reader import read_facts

HOME = "高雄市"
MANY_PAGES = 1000
_MARKUP = re.compile(r"([\\#$*_`<>@\[\]~=/\"'-])")


@dataclass(frozen=True)
class Timing:
    """Seconds that something took: by the clock, and of processor time."""

    wall: float
    cpu: float


def material(copies: int) -> list[Part]:
    """The parts of the examples' sources, so many times over."""
    sources = [path.read_text(encoding="utf-8") for path in sorted((EXAMPLES / "sources").glob("*.md"))]
    return [part for source in sources for part in parts(source)] * copies


def as_typst(content: Sequence[Part]) -> str:
    """The content as a document for typst, with page numbers and ruled tables."""
    lines = [f'#set text(font: "{FONT}", size: 11pt, lang: "zh", region: "TW")\n#set page(numbering: "1")']
    for width, group in groupby(content, lambda part: len(part.cells)):
        found = list(group)
        if width:
            cells = ", ".join(f"[{_escaped(cell)}]" for part in found for cell in part.cells)
            lines.append(f"#table(columns: {width}, {cells})")
        else:
            lines += [f"{'=' * part.level} {_escaped(part.text)}".strip() for part in found]
    return "\n\n".join(lines)


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def as_html(content: Sequence[Part]) -> str:
    """The content as a web page, for LibreOffice."""
    body: list[str] = []
    for is_table, group in groupby(content, lambda part: bool(part.cells)):
        if is_table:
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in part.cells) for part in group)
            body.append("<table border=1>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            tags = ((f"h{part.level}" if part.level else "p", html.escape(part.text)) for part in group)
            body += [f"<{tag}>{text}</{tag}>" for tag, text in tags]
    return "<!doctype html><meta charset=utf-8><body>" + "".join(body)


def by_typst(content: Sequence[Part], folder: Path, name: str) -> Path:
    """A PDF made by typst."""
    path = folder / f"{name}-typst.pdf"
    path.write_bytes(typst.compile(as_typst(content).encode()))
    return path


def by_libreoffice(content: Sequence[Part], folder: Path, name: str) -> Path:
    """A PDF made by LibreOffice, by way of ODT."""
    path = folder / f"{name}-libreoffice.html"
    path.write_text(as_html(content), encoding="utf-8")
    for form, suffix in (("odt:writer8", ".html"), ("pdf", ".odt")):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        target = [str(path.with_suffix(suffix)), "--outdir", str(folder)]
        _run(["soffice", profile, "--headless", "--writer", "--convert-to", form, *target])
    return path.with_suffix(".pdf")


def bare(path: Path) -> None:
    """All text by pypdfium2 and nothing more."""
    with pypdfium2.PdfDocument(path.read_bytes()) as pdf:
        for page in pdf:
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()


def poppler(path: Path) -> None:
    """All text by `pdftotext`."""
    _run(["pdftotext", str(path), "-"])


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def text_only(path: Path) -> None:
    """The document, without its facts."""
    read_document(path)


def with_facts(path: Path) -> None:
    """The document and its facts."""
    read_facts(read_document(path), HOME)


def timed(function: Callable[[Path], None], path: Path) -> Timing:
    """How long it takes, what it starts included."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    before, began = [resource.getrusage(kind) for kind in kinds], time.perf_counter()
    function(path)
    wall, after = time.perf_counter() - began, [resource.getrusage(kind) for kind in kinds]
    spent = [new.ru_utime + new.ru_stime - old.ru_utime - old.ru_stime for old, new in zip(before, after, strict=True)]
    return Timing(wall, sum(spent))


def compared(functions: Sequence[Callable[[Path], None]], path: Path, rounds: int) -> list[Timing]:
    """The best time of each, taken in turns."""
    found = [[timed(function, path) for function in functions] for _ in range(rounds)]
    columns = list(zip(*found, strict=True))
    return [Timing(min(t.wall for t in column), min(t.cpu for t in column)) for column in columns]


def report_pdf(path: Path, rounds: int) -> Iterator[str]:
    """A PDF's text and facts beside what others do with it."""
    document = read_document(path)
    pages = len(document.pages)
    others = {"pdftotext": poppler, "bare pypdfium2": bare}
    if not shutil.which("pdftotext"):
        del others["pdftotext"]
    ours = {"hansa, text only": text_only, "hansa, with facts": with_facts}
    names = [*others, *ours]
    times = compared([*others.values(), *ours.values()], path, rounds)
    fastest = Timing(min(t.wall for t in times[: len(others)]), min(t.cpu for t in times[: len(others)]))
    yield f"{path.name}: {pages} pages, {len(document.text):,} characters"
    for name, took in zip(names, times, strict=True):
        ratio = f"   {fastest.wall / took.wall:.2f} of the faster (processor {fastest.cpu / took.cpu:.2f})"
        yield f"  {name:20}{pages / took.wall:8.0f} pages/s{ratio if name in ours else ''}"


def report_text(path: Path, rounds: int) -> Iterator[str]:
    """Plain text in this process, and copies of it on all cores."""
    length = len(path.read_text(encoding="utf-8"))
    took = compared([with_facts], path, rounds)[0]
    yield f"plain text, one process: {length / took.wall:,.0f} characters/s (processor {length / took.cpu:,.0f})"


def report_folder(paths: Sequence[Path]) -> Iterator[str]:
    """Many documents, in one process and on all cores."""
    cores = os.cpu_count() or 1
    for words, workers in (("one process", 1), (f"{cores} processes", cores)):
        with ProcessPoolExecutor(workers) as pool:
            list(pool.map(_size, list(paths[:1]) * workers))  # the start-up of the processes does not count
            began = time.perf_counter()
            sizes = list(pool.map(_size, paths, chunksize=1))
            took = time.perf_counter() - began
        pages, characters = (sum(numbers) for numbers in zip(*sizes, strict=True))
        yield (
            f"{len(paths)} documents, {words}: {len(paths) / took:.1f} documents/s, "
            f"{pages / took:.0f} pages/s, {characters / took:,.0f} characters/s"
        )


def _size(path: Path) -> tuple[int, int]:
    """Pages and characters of a document whose facts were read."""
    document: Document = read_document(path)
    read_facts(document, HOME)
    return max(len(document.pages), 1), len(document.text)


def report_memory(path: Path) -> str:
    """The peak of reading a long document, in a process of its own (Linux only)."""
    # Not `ru_maxrss`, which a process takes over from the one that started it.
    code = (
        "import re, sys; from pathlib import Path; from hansa.reading.files import read_file\n"
        f"document, _ = read_file(Path(sys.argv[1]), {HOME!r})\n"
        "status = Path('/proc/self/status').read_text()\n"
        "print(len(document.pages), int(re.search(r'VmHWM:\\s+(\\d+)', status)[1]) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True)
    pages, peak = done.stdout.split()
    return f"memory while reading {path.name}, {int(pages):,} pages: {peak} MB"


def report_start(path: Path, rounds: int) -> str:
    """`hansa read` from its start to its end on a small file."""
    command = [str(Path(sys.executable).with_name("hansa")), "read", str(path), "--home", HOME]
    took = compared([lambda _: _run(command)], path, rounds)[0]
    return f"start-up of hansa read on a small file: {took.wall:.2f} s"


@click.command()
@click.option("--rounds", default=5, show_default=True, help="How often each is measured; the best counts.")
@click.option("--copies", default=8, show_default=True, help="How many times over the examples make a long document.")
def main(rounds: int, copies: int) -> None:
    """Print how fast documents are read."""
    makers = [by_typst, by_libreoffice] if shutil.which("soffice") else [by_typst]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        content = material(copies)
        long = [maker(content, folder, "long") for maker in makers]
        for path in long:
            print(*report_pdf(path, rounds), sep="\n")
        pages = len(read_document(long[0]).pages)
        text = folder / "long.txt"
        text.write_text("\n".join("\t".join(part.cells) or part.text for part in content), encoding="utf-8")
        print(*report_text(text, rounds), sep="\n")
        short = [maker(material(1), folder, "short") for maker in makers]
        examples = sorted(path for path in (EXAMPLES / "kaohsiung").iterdir() if path.is_file())
        print(*report_folder([*examples, *short] * copies), sep="\n")
        thousand = material(copies * MANY_PAGES // pages + 1)
        for maker in makers:
            print(report_memory(maker(thousand, folder, "thousand")))
        print(report_start(examples[-1], rounds))


if __name__ == "__main__":
    main()
