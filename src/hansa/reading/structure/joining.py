"""Lines broken at a fixed width joined again: whether one continues another, and with what between them."""

from collections.abc import Sequence
from itertools import pairwise

from hansa.reading.document import Stretch
from hansa.reading.structure.lines import Line, columns

_WINDOW = 6
_NARROWEST_WRAP = 36
_WIDEST_WRAP = 100
_SLACK = 6
# Punctuation, conjunctions and parts of numbers after which no line of its own ends.
_NEVER_LAST = "、，「『（《〈(,與及和或的於由在將並億第約"
_SURE = 3
_LONG = 40
_LONG_PARAGRAPH = 60
_STYLE_SHARE = 0.6
_FEW = 2


class Wrapping:
    """How a document's lines were broken, and so which of them belong together.

    A line was broken by its width where the first word of the next would not have fitted on it. Where sentences end
    with a stop throughout, a line that ends without one has more to come.
    """

    def __init__(self, lines: Sequence[Line], text: str, *, broken: bool) -> None:
        """`broken` tells whether lines are broken at all."""
        self._broken = broken
        self._text = text
        self._widths = {line.start: line.width for line in lines}
        widths = [self._widths[line.start] if "\t" not in line.text else 0 for line in lines]
        self._room: dict[int, int] = {}
        self._full: dict[int, int] = {}
        for at, line in enumerate(lines):
            near = widths[max(0, at - _WINDOW) : at + _WINDOW + 1]
            room = max(near)
            self._room[line.start] = room
            self._full[line.start] = sum([width > room - _SLACK for width in near])
        self._stops = stops_throughout(lines)

    def continues(self, paragraph: Sequence[Line], line: Line, last: dict[str, int]) -> bool:
        """Whether a line goes on with the paragraph of these lines.

        `last` gives the last ordinal of each family of numbers, so that a number in the middle of a sentence that
        comes to stand first is not taken for an item's.
        """
        before = paragraph[-1]
        if line.glued:
            return True
        if not self._broken or line.level or before.level or "\t" in line.text or "\u3000" in line.indent:
            return False
        if line.marker and not self._is_stray(before, line, last):
            return False
        if _starts_date(before, line):
            return False
        if _is_bracket(line) and not before.ends_sentence and line.gap <= 1:
            return True
        if line.gap:
            return self._goes_on_after_gap(before, line)
        if (
            before.ends_sentence
            and before.text[-1] not in "；;"
            and len(paragraph) == 1
            and self._full[before.start] < _SURE
        ):
            return False
        return self._was_broken(before, line) or self._is_open(before)

    def _is_stray(self, before: Line, line: Line, last: dict[str, int]) -> bool:
        marker = line.marker
        if not marker or line.gap or before.ends_sentence or not self._was_broken(before, line):
            return False
        return marker.is_number and marker.ordinal not in (1, last.get(marker.family, 0) + 1)

    def _was_broken(self, before: Line, line: Line) -> bool:
        room = min(self._room[before.start], self._room[line.start])
        if not _NARROWEST_WRAP <= room <= _WIDEST_WRAP:
            return False
        return (
            self._full[before.start] >= (2 if self._stops else _SURE)
            and self._widths[before.start] + _first_word(line.text) > room - _SLACK
        )

    def _is_open(self, before: Line) -> bool:
        if before.text[-1] in _NEVER_LAST:
            return True
        if not self._stops or before.ends_sentence or before.text[-1] in "：:":
            return before.text[-1] == "；" and self._room[before.start] <= _WIDEST_WRAP
        return self._room[before.start] <= _WIDEST_WRAP and "，" in before.text

    def _goes_on_after_gap(self, before: Line, line: Line) -> bool:
        if not self._stops or before.ends_sentence or before.text[-1] in "：:」）)":
            return False
        if not (self._widths[line.start] >= _LONG or line.ends_sentence):
            return False
        room = self._room[before.start]
        if room <= _WIDEST_WRAP:
            return self._widths[before.start] >= room - 2 * _SLACK
        # Columns and pages come in the wrong order at times: the two halves must make a word that the text has.
        return self._widths[before.start] >= _LONG_PARAGRAPH and before.text[-1] + line.text[0] in self._text


def stops_throughout(lines: Sequence[Line]) -> bool:
    """Whether the document's paragraphs end with a stop, as prose does and slides do not."""
    ends = [
        line.ends_sentence
        for line, after in pairwise(lines)
        if (after.gap or after.marker) and not line.marker and "\t" not in line.text and line.width >= _LONG
    ]
    if len(ends) < _FEW:
        return sum(line.ends_sentence for line in lines) >= _FEW
    return sum(ends) / len(ends) >= _STYLE_SHARE


def _is_bracket(line: Line) -> bool:
    """A line that is one bracket, such as the English name below a Chinese one."""
    return line.text[0] in "（(" and line.text[-1] in "）)" and line.text.count("（") + line.text.count("(") == 1


def are_broken(lines: Sequence[Line]) -> bool:
    """Whether the paragraphs of a format that has such are lines in truth, as in text that was pasted into it."""
    prose = [line for line in lines if "\t" not in line.text]
    widest = max((line.width for line in prose), default=0)
    if not _NARROWEST_WRAP <= widest <= _WIDEST_WRAP:
        return False
    open_ends = [line for line in prose if not line.ends_sentence and line.text[-1] not in "：:"]
    full = sum(line.width > widest - _SLACK for line in open_ends)
    return max(full, sum("，" in line.text for line in open_ends)) >= _SURE


def _first_word(text: str) -> int:
    """Columns of the first thing on a line that may not be broken: a Chinese character or a Latin word."""
    if text[0] >= "\u2e80":
        return 2
    word = text.split(maxsplit=1)[0]
    return next((at for at, character in enumerate(word) if character >= "\u2e80"), columns(word))


def _starts_date(before: Line, line: Line) -> bool:
    """Whether a numbered title stands before a line that begins with a year, as reports begin an item's text."""
    if not before.marker or before.ends_sentence or before.text[-1].isdigit():
        return False
    digits = line.text[:4].rstrip("年 ")
    return digits.isdigit() and line.text[len(digits) :].lstrip().startswith("年") and len(digits) > 1


def joined(lines: Sequence[Line]) -> Stretch:
    """The lines' words as one stretch: Chinese without a space between, nor where a number is cut; Latin with one."""
    parts = [line.words() if at == 0 or line.glued else _whole(line) for at, line in enumerate(lines)]
    if len(parts) == 1:
        return parts[0]
    text = parts[0].text
    offsets = list(parts[0].offsets)
    chinese = any(character >= "\u2e80" for line in lines for character in line.text)
    for before, part in zip(lines, parts[1:], strict=False):
        cut = chinese and text[-1:].isdigit() and part.text[:1].isdigit()
        if text and part.text and not cut and _needs_space(text[-1], part.text[0]):
            text += " "
            offsets.append(before.end)
        text += part.text
        offsets.extend(part.offsets)
    return Stretch(text, offsets)


def _whole(line: Line) -> Stretch:
    return Line(line.text, line.start, line.end).words()


def _needs_space(last: str, first: str) -> bool:
    return last < "\u2e80" and first < "\u2e80" and last not in "-–(/“\u3000 " and first not in ")]”"
