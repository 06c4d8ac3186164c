"""The ties of a paragraph: what one sentence speaks of, the next goes on with."""

import re
from collections.abc import Iterator, Sequence

from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.english.marks import marked, names_kind
from hansa.reading.rules.agreements.english.telling import Telling, Tie
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.agreements.marks import KIND, PARTY, Kind, Marked

_THESE = regex(r"^(?:These|Those|They|All|Both|Each|The \w+)\b[^.◇]{0,40}\b(?:are|is|were|remain)\b[^◇]*◆")
_BODY = regex(r"\b(?:member|membership|network|forum|association|alliance)s?\b", re.IGNORECASE)
_OF_TWO = regex(r"(?<=[Tt]he )(?:former|latter)\b(?=[,.;]| (?:are|were|is|was|include)\b)")
_AHEAD = 4
_LIST = 10
_YEAR_FIRST = regex(r"\d{4}\b.{0,80}$")


def ties(context: Context) -> Iterator[tuple[int, list[Tie]]]:
    """The ties that each English sentence of the block tells, with the sentence's number in the block."""
    carried, pair = _spoken_above(context), ("", "")
    if not carried and not names_kind(context.block.text):
        return
    year, said = _year_of_row(context), context.sentences()
    signs = [Marked("", ()) if sentence.chinese else marked(sentence) for sentence in said]
    for at, (sentence, marks) in enumerate(zip(said, signs, strict=True)):
        one = _OF_TWO.search(sentence.text) if any(pair) else None
        carried = pair[one[0] == "latter"] if one else carried
        if PARTY in marks.text or KIND in marks.text:
            told = Telling(sentence, marks, context, at, carried or _told_after(signs[at + 1 :]), year).ties()
            if told:
                yield at, told
                carried = next((tie.kind for tie in reversed(told) if tie.home), carried)
        else:
            told = []
        pair = _two_spoken_of(marks) or pair
        carried = _spoken_of(marks) or ("" if _BODY.search(sentence.text) and not told else carried)


def _spoken_of(marks: Marked) -> str:
    """The kind of tie that a sentence speaks of: Birmingham has seven partnerships; '' where it speaks of several."""
    kinds = {sign.kind for _, sign in marks.signs if isinstance(sign, Kind) and sign.kind}
    return kinds.pop() if len(kinds) == 1 else ""


def _two_spoken_of(marks: Marked) -> tuple[str, str] | None:
    """The two kinds of which the next sentence says the former and the latter; None where it speaks of no two."""
    kinds = list(dict.fromkeys(sign.kind for _, sign in marks.signs if isinstance(sign, Kind) and sign.kind))
    return (kinds[0], kinds[1]) if len(kinds) == 2 else None


def _told_after(signs: Sequence[Marked]) -> str:
    """The kind that only the sentence after a list tells: These are sister cities."""
    for marks in signs[:_AHEAD]:
        if _THESE.search(marks.text):
            return _spoken_of(marks)
    return ""


def _spoken_above(context: Context) -> str:
    """The kind that the end of the paragraph before, or the heading, speaks of."""
    # A line that begins with a year belongs to a list, whose lead is further up and counts before its other lines.
    listed = bool(_YEAR_FIRST.match(context.block.text))
    reach, of_line, headings = _LIST if listed else 1, "", context.block.headings
    for index in range(context.index - 1, max(-1, context.index - 1 - reach), -1):
        before = context.blocks[index]
        if listed and headings and before.text == headings[-1] and before.text.endswith(":"):
            # The lead itself, taken for a heading: what it goes on with stands before it.
            headings = before.headings
        if before.headings != headings or before.cells:
            break
        last = context.sentences(index)[-1:]
        told = last and not last[0].chinese and names_kind(last[0].text)
        spoken = _spoken_of(marked(last[0])) if told else ""
        if spoken and not (listed and _YEAR_FIRST.match(before.text)):
            return spoken
        of_line = of_line or spoken
    headed = kind_of(context.block.headings[-1]) if context.block.headings else ""
    return of_line if of_line and headed in ("", "other") else headed


def _year_of_row(context: Context) -> str:
    """The date that a chronology's line begins with, in a cell of its own."""
    cells = context.block.cells
    dates = context.dates(cells[0].text) if cells else []
    return dates[0].edtf if dates else ""
