"""Records written as one `Key: value` a line."""

from collections.abc import Sequence

from msgspec.structs import replace

from hansa.reading.document import Cell
from hansa.reading.patterns import regex
from hansa.reading.structure.joining import joined
from hansa.reading.structure.lines import Line
from hansa.reading.structure.outline import Piece
from hansa.reading.structure.tables import row_text

# Instrument: …; with: Kraków; for Quito: …; 締結日：…; 都市名　佐野市, where only what ends like a label is one.
_KEY = regex(
    r"(?P<key>[A-Z][^:：.。;，、\t]{1,44}?|[\u4e00-\u9fff][^:：。，；、\t0-9「」]{1,9}?)(?:\s*[:：]\s*|\s{2,})(?=\S)"
    r"|(?P<small>[a-z]{2,14}(?: [A-Za-zÀ-ž]{2,14}){0,2}): (?=\S)"
    r"|(?P<wide>[\u4e00-\u9fff]{0,7}(?:名[称稱]?|日|年月|時期|[内內]容|備[考註]|概要|[経經][緯過]|分野|[種類國国]別|区分"
    r"|[対對]象|場所|地點|所在地|人口|面積|代表者))\u3000(?=[^\s\u3000])"
)
_WIDE = regex(r"\S\s{2,}\S")
_LONGEST_KEY_WORDS = 7


def is_record_line(line: Line) -> bool:
    """Whether a line has the form of a key and its value."""
    if line.marker or line.level or "\t" in line.text:
        return False
    match = _KEY.match(line.text)
    if match is None or "//" in line.text[: match.end() + 2] or _WIDE.search(line.text, match.end()):
        return False
    words = (match["key"] or "").partition(",")[0].split()
    return len(words) <= _LONGEST_KEY_WORDS and not any(word[0].isupper() for word in words[1:])


def records(paragraphs: Sequence[Sequence[Line]], *, parted_by_gaps: bool) -> list[list[Sequence[Line]]]:
    """Paragraphs that look like keys and values, as one list a record: a key that comes again begins the next one.

    `parted_by_gaps` tells whether a blank line parts records, as it does in plain text.
    """
    found: list[list[Sequence[Line]]] = [[]]
    keys: set[str] = set()
    for paragraph in paragraphs:
        key = _key(paragraph[0])
        if found[-1] and (key in keys or (parted_by_gaps and paragraph[0].gap)):
            found.append([])
            keys = set()
        keys.add(key)
        found[-1].append(paragraph)
    return found


def record(paragraphs: Sequence[Sequence[Line]], number: int) -> Piece:
    """Keys and values as one row, whose cells have the keys for heads."""
    cells = [_cell(paragraph) for paragraph in paragraphs]
    return Piece(row_text(cells), gap=paragraphs[0][0].gap, cells=tuple(cells), table=number)


def _cell(paragraph: Sequence[Line]) -> Cell:
    first = paragraph[0]
    match = _KEY.match(first.text)
    end = match.end() if match else 0
    value = joined([replace(first, text=first.text[end:], start=first.start + end), *paragraph[1:]])
    return Cell(value.text, value.offsets, _key(first))


def _key(line: Line) -> str:
    match = _KEY.match(line.text)
    return (match["key"] or match["small"] or match["wide"]).strip() if match else ""
