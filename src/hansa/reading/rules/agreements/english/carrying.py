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
_AHEAD = 4
_LIST = 10
_YEAR_FIRST = regex(r"\d{4}\b.{0,80}$")


def ties(context: Context) -> Iterator[tuple[int, list[Tie]]]:
    """The ties that each English sentence of the block tells, with the sentence's number in the block."""
    carried = _spoken_above(context)
    if not carried and not names_kind(context.block.text):
        return
    year, said = _year_of_row(context), context.sentences()
    signs = [Marked("", ()) if sentence.chinese else marked(sentence) for sentence in said]
    for at, (sentence, marks) in enumerate(zip(said, signs, strict=True)):
        if PARTY in marks.text or KIND in marks.text:
            told = Telling(sentence, marks, context, at, carried or _told_after(signs[at + 1 :]), year).ties()
            if told:
                yield at, told
                carried = next((tie.kind for tie in reversed(told) if tie.home), carried)
        else:
            told = []
        carried = _spoken_of(marks) or ("" if _BODY.search(sentence.text) and not told else carried)


def _spoken_of(marks: Marked) -> str:
    """The kind of tie that a sentence speaks of: Birmingham has seven partnerships; '' where it speaks of several."""
    kinds = {sign.kind for _, sign in marks.signs if isinstance(sign, Kind) and sign.kind}
    return kinds.pop() if len(kinds) == 1 else ""


def _told_after(signs: Sequence[Marked]) -> str:
    """The kind that only the sentence after a list tells: These are sister cities."""
    for marks in signs[:_AHEAD]:
        if _THESE.search(marks.text):
            return _spoken_of(marks)
    return ""


def _spoken_above(context: Context) -> str:
    """The kind that the end of the paragraph before, or the heading, speaks of."""
    # A line that begins with a year belongs to a list, whose lead is further up.
    reach = _LIST if _YEAR_FIRST.match(context.block.text) else 1
    for index in range(context.index - 1, max(-1, context.index - 1 - reach), -1):
        before = context.blocks[index]
        if before.headings != context.block.headings or before.cells:
            break
        last = context.sentences(index)[-1:]
        told = last and not last[0].chinese and names_kind(last[0].text)
        spoken = _spoken_of(marked(last[0])) if told else ""
        if spoken:
            return spoken
    return kind_of(context.block.headings[-1]) if context.block.headings else ""


def _year_of_row(context: Context) -> str:
    """The date that a chronology's line begins with, in a cell of its own."""
    cells = context.block.cells
    dates = context.dates(cells[0].text) if cells else []
    return dates[0].edtf if dates else ""
