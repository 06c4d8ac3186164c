"""Tab stops: where a text with tabs was printed, its cells stand at multiples of one width and not below each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hansa.reading.formats.printed.lines import FIRST_CHINESE, PrintedLine, Word, is_marker
from hansa.reading.formats.printed.paragraphs import hyphenated, pitch, stands_apart

_LEAST_WORDS = 4
_LEAST_LINES = 2
_SHARE = 0.8
_PRESET = (35.45, 36.0)  # 1.25 cm as LibreOffice rounds it, and half an inch
_MANY_STOPS = 4
_NARROWEST = 15.0
_WIDEST = 60.0
_EXACT = 0.8
_PARTS = 10
_SAMPLE = 2000
# A quarter of a Chinese character, which sets it off from figures and Latin letters, as a share of the line's height.
_QUARTER = (0.17, 0.3)


@dataclass(frozen=True)
class TabStops:
    """Stops at each multiple of `width` from `origin`, in points."""

    origin: float
    width: float

    def holds(self, word: Word) -> bool:
        """Whether a word was put at a stop."""
        off = (word.left - self.origin) % self.width
        return word.drawn and min(off, self.width - off) < _EXACT

    def between(self, before: Word, word: Word) -> int:
        """How many tabs lead from the end of one word to the beginning of the next."""
        ended = (before.right - self.origin + _EXACT) // self.width
        return max(round((word.left - self.origin) / self.width - ended), 1)

    def after(self, line: PrintedLine) -> float:
        """The stop after a line's end."""
        return self.origin + ((line.right - self.origin) // self.width + 1) * self.width


def find_tab_stops(pages: Sequence[Sequence[PrintedLine]]) -> TabStops | None:
    """The tab stops of a document, at which nearly all words after a wide gap stand.

    Those that office programs set from the start are believed where all fits; others only where many stops are used.
    """
    lines = [line for lines in pages for line in lines if line.is_parted][:_SAMPLE]
    starts = [word for line in lines for word in line.words[1:] if word.is_apart and word.drawn]
    if len(starts) < _LEAST_WORDS or len(lines) < _LEAST_LINES:
        return None
    origin = min(line.left for lines in pages for line in lines)
    nearest = min(word.left for word in starts) - origin
    others = [nearest / parts for parts in range(1, _PARTS + 1) if _NARROWEST <= nearest / parts <= _WIDEST]
    for width in (*_PRESET, *others):
        stops = TabStops(origin, width)
        held = [word for word in starts if stops.holds(word)]
        used = {round((word.left - origin) / width) for word in held}
        if len(held) >= _SHARE * len(starts) and (width in _PRESET or len(used) >= _MANY_STOPS):
            return stops
    return None


def set_tabs(line: PrintedLine, stops: TabStops | None) -> None:
    """Give the words of a line that stand at tab stops the tabs before them; the one after an item's number is none."""
    if stops is None:
        return
    pairs = [(before, word) for before, word in pairwise(line.words) if stops.holds(word)]
    pairs = [(before, word) for before, word in pairs if not _is_spacing(before, word, line.height)]
    if len(pairs) == 1 and pairs[0][0] is line.words[0] and is_marker(line.words[0].text):
        return
    for before, word in pairs:
        word.joint = "\t" * stops.between(before, word)


def tabbed(
    lines: Sequence[PrintedLine], right: float, stops: TabStops | None
) -> Iterator[tuple[list[list[str]], list[PrintedLine]]]:
    """The lines in runs: (rows, nothing) for those with tabs, (nothing, lines) for those without.

    A line close below one that goes to the `right` margin belongs to that one's row.
    """
    rows: list[list[str]] = []
    plain: list[PrintedLine] = []
    usual = pitch(lines)
    for at, line in enumerate(lines):
        cells = line.text.split("\t")
        before = lines[at - 1]
        close = bool(rows) and not stands_apart(before, line, usual)
        whole = not rows or len(rows[-1]) >= len(rows[0])
        if close and before.right + line.first + line.height > right and not (whole and len(cells) > 1):
            last = rows[-1].pop()
            rows[-1] += [last + (hyphenated(last, cells[0]) if before.hyphen else f"\n{cells[0]}"), *cells[1:]]
        elif close and not whole and stops and stops.after(before) + line.height > right:
            rows[-1] += cells
        elif len(cells) > 1:
            if plain:
                yield [], plain
            plain = []
            rows.append(cells)
        else:
            if rows:
                yield rows, []
            rows = []
            plain.append(line)
    if rows or plain:
        yield rows, plain


def _is_spacing(before: Word, word: Word, height: float) -> bool:
    mixed = (before.text[-1] >= FIRST_CHINESE) != (word.text[0] >= FIRST_CHINESE)
    return mixed and _QUARTER[0] * height < word.gap < _QUARTER[1] * height
