"""Ways in which a file goes wrong, each chosen and done by a seeded generator, so that a seed tells the file."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

Mutation = Callable[[bytes, Random], bytes]
SUFFIXES = (
    ".txt", ".pdf", ".docx", ".odt", ".pptx", ".odp", ".xlsx", ".ods", ".csv", ".html", ".md", ".eml", ".jpg", "",
    ".docm", ".xlsm", ".pptm", ".tsv", ".htm", ".zip", ".doc",
)  # fmt: skip
_LONG_LINE = 10_000_000
_MARKS = "\u202e\u202d\u200f\u061c\u2066\u2069\ufeff\u200b\ufffe\x00\x0b\x1b\x85\u2028"
_LONE_SURROGATES = (b"\xed\xa0\x80", b"&#xD800;", b"&#55296;", b"\xff\xfe\x00\xd8")
_BOMB = (
    b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;">'
    b"<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
)
_TEXT_PARTS = re.compile(r"\.xml$|\.rels$|mimetype$")


def flip(data: bytes, random: Random) -> bytes:
    """Some bits turned over."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 8, 64, 512))):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut(data: bytes, random: Random) -> bytes:
    """The end missing, or the beginning."""
    at = random.randrange(len(data) + 1)
    return data[:at] if random.random() < 0.8 else data[at:]


def shuffle(data: bytes, random: Random) -> bytes:
    """A piece taken out, or put in again elsewhere, or many times."""
    start = random.randrange(len(data) + 1)
    piece = data[start : start + random.choice((1, 16, 256, 4096))]
    at = random.randrange(len(data) + 1)
    return random.choice((
        data[:start] + data[start + len(piece) :],
        data[:at] + piece + data[at:],
        data[:at] + piece * random.choice((2, 100, 1000)) + data[at:],
    ))  # fmt: skip


def mark(data: bytes, random: Random) -> bytes:
    """Marks that turn the direction of writing, control characters and halves of characters strewn in."""
    changed = data
    for _ in range(random.choice((1, 10, 100))):
        at = random.randrange(len(changed) + 1)
        piece = random.choice((random.choice(_MARKS).encode(), random.choice(_LONE_SURROGATES)))
        changed = changed[:at] + piece + changed[at:]
    return changed


def bomb(data: bytes, random: Random) -> bytes:
    """A document type with entities that multiply, and one that names a file."""
    text = re.sub(rb"<!DOCTYPE[^>]*>", b"", data, flags=re.IGNORECASE)
    head = text.find(b"?>") + 2 if text.startswith(b"<?xml") else 0
    at = random.choice([m.end() for m in re.finditer(rb">", text[head:])] or [0]) + head
    return text[:head] + _BOMB + text[head:at] + b"&d;&e;" + text[at:]


def deepen(data: bytes, random: Random) -> bytes:
    """An element inside itself thousands of times."""
    tags = re.findall(rb"<([a-zA-Z][\w:.-]*)[^<>]*>", data) or [b"div"]
    tag, times = random.choice(tags), random.choice((100, 3000, 30_000))
    at = random.choice([m.end() for m in re.finditer(rb">", data)] or [0])
    return data[:at] + b"<%s>" % tag * times + b"x" + b"</%s>" % tag * times + data[at:]


def lengthen(data: bytes, random: Random) -> bytes:
    """One line of ten megabytes, of one sort of character or of pieces of the file."""
    at = random.randrange(len(data) + 1)
    piece = random.choice((
        b"a", b"1", b" ", b"\t", "市".encode(), "、".encode(), b"(", b"1,", "一".encode(), b"|", "高雄市與".encode(),
        b"Kaohsiung and ", b"1999-", "114年".encode(), b"&amp;", b"<td>", b"- ", data[at : at + 60] or b"x",
    ))  # fmt: skip
    return data[:at] + (piece * (_LONG_LINE // len(piece) + 1))[:_LONG_LINE] + data[at:]


def repeat(data: bytes, random: Random) -> bytes:
    """A piece, such as a table's row, repeated thousands of times."""
    starts = [m.start() for m in re.finditer(rb"<[a-z]+:?(?:row|tr|p|c|table-row)\b|\n", data)] or [0]
    start = random.choice(starts)
    end = random.choice([s for s in starts if s > start] or [len(data)])
    return data[:start] + data[start:end] * min(50_000, 3_000_000 // max(1, end - start)) + data[end:]


def claim(data: bytes, random: Random) -> bytes:
    """A number in the file made very large: a count of columns, a length, an offset."""
    numbers = list(re.finditer(rb"\d+", data))
    if not numbers:
        return data
    found = random.choice(numbers)
    return data[: found.start()] + random.choice((b"0", b"-1", b"1048576", b"999999999999")) + data[found.end() :]


def nest(data: bytes, random: Random) -> bytes:
    """The file inside an archive, inside an archive, … beside what its name would need."""
    for _ in range(random.choice((1, 3, 40))):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(random.choice(("word/document.xml", "content.xml", "a.zip", "xl/workbook.xml")), data)
        data = out.getvalue()
    return data


_INSIDE: tuple[Mutation, ...] = (flip, cut, shuffle, mark, bomb, deepen, repeat, claim)
# Those that make large files are rare, so that a run has time for the many small ones.
_OUTSIDE: tuple[Mutation, ...] = (flip, cut, shuffle, mark, bomb, deepen, claim, nest) * 6 + (repeat, lengthen)


def within(data: bytes, random: Random) -> bytes:
    """A part of a packed document changed and packed again, so that its check sum holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
        # Damaged, or said to be encrypted, by a mutation before this one.
        return flip(data, random)
    names = [name for name in parts if _TEXT_PARTS.search(name)] or sorted(parts)
    if not names:
        return flip(data, random)
    # Mostly the part that holds the text.
    name = max(names, key=lambda n: len(parts[n])) if random.random() < 0.5 else random.choice(names)
    parts[name] = random.choice(_INSIDE)(parts[name], random)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return out.getvalue()


def mutated(data: bytes, suffix: str, seed: int) -> tuple[bytes, str]:
    """The file that a seed makes of a good one: its bytes, and its suffix, now and then the wrong one."""
    random = Random(seed)
    times = random.choice((1, 1, 1, 2, 4))
    for _ in range(times):
        packed = data.startswith(b"PK") and random.random() < 0.7
        data = within(data, random) if packed else random.choice(_OUTSIDE)(data, random)
    return data, random.choice(SUFFIXES) if random.random() < 0.05 else suffix
