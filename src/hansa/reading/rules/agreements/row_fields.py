"""What a row of a table or register tells of an agreement besides its parties: date, title, fields, people, place."""

import re
from dataclasses import dataclass

from hansa.reading.context import Context
from hansa.reading.document import Cell
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.kinds import instruments, kind_of
from hansa.reading.rules.agreements.subjects import subjects_en
from hansa.reading.values.dates import Anchor, Point, find_dates
from hansa.reading.values.people import Person

_SUBJECTS = regex(
    r"合作|領域|內容|事項|(?i:in brief|covers?|together|matters|subject|field|scope|content|purpose|focus|area)"
)
_ALONE = regex(r"[A-Z]?[a-z]+(?: [a-z]+){0,4}|[\u4e00-\u9fff]{2,8}")
_SIGNED_AT = regex(
    r"(?:簽於|於)(?P<zh>[\u3400-\u9fff]{2,20}?)(?=簽|，|。|；|$)"
    r"|(?:\bin |(?<=\d) ?/ ?)(?P<en>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
)
# A name with its post in brackets, or alone in a cell of signatories: Herman Mashaba (Executive Mayor).
_BARE_PERSON = regex(
    r"\s*(?P<name>(?:Sir |Dr\.? |Ms\.? |Mr\.? )?[A-ZÀ-Ž][\w.'’-]*(?: [A-ZÀ-Ž][\w.'’-]*){1,4})"
    r"(?:\s*\((?P<post>[^()]{2,40})\))?(?:, for the \w+)?\s*\.?"
)
# A column that gives the names of what was signed, and not their sorts.
_NAMED = regex(r"文件名?|(?i:instrument|document|title)")
_LONGEST_PLACE = 60
_PLACE_HEAD = regex(r"地點|簽[約署訂]地|場所|(?i:^place|venue|location|signed (?:at|in)$)")


@dataclass(frozen=True)
class Row:
    partner: Cell
    kind: Cell | None
    date: Cell | None
    people: Cell | None
    rest: tuple[Cell, ...]


def signed_in(row: Row, context: Context) -> str:
    if row.date is None:
        return ""
    written = re.sub(r"^民國\s*(?=\d+[./])", "", row.date.text.strip())
    dates = find_dates(written, Anchor(month_first=context.month_first)) or find_dates(f"民國{written}年")
    if not dates:
        told = [cell.text for cell in row.rest if re.search("[簽締]|signed", cell.text)]
        said = find_dates(told[0], Anchor(month_first=context.month_first)) if len(told) == 1 else []
        return said[0].edtf if len(said) == 1 else ""
    signed = dates[0]
    if signed.point.day or not signed.point.year:
        return signed.edtf
    for cell in row.rest:
        # The table gives the year, the remarks the day: signed by the mayors on 4 April.
        if re.search(r"簽|締|(?i:signed|concluded)", cell.text):
            days = [d for d in find_dates(cell.text, Anchor(told=Point(signed.point.year))) if d.point.day]
            if days and days[0].point.year == signed.point.year:
                return days[0].edtf
    return signed.edtf


def title_in(row: Row, kind_words: str, kind: str) -> str:
    for words in (kind_words, *(cell.text for cell in row.rest)):
        named = [item for item in instruments(words) if item.title]
        if named and named[0].kind == kind:
            return named[0].title
        if words == kind_words and row.kind and _NAMED.search(row.kind.header) and words[:1].isupper():
            return words
        english = re.search(
            r"[A-Z][\w -]*(?:Agreement|Arrangement|Memorandum(?: of \w+)?|Declaration(?: of \w+)?|Charter"
            r"|Letter of Intent)",
            words,
        )
        if english:
            return english[0].strip()
    return ""


def subjects_in(row: Row) -> list[str]:
    for cell in row.rest:
        if _SUBJECTS.search(cell.header) or re.search(r"備註|說明|(?i:remark|note)", cell.header):
            listed = subjects_en(cell.text) if cell.text.isascii() else _listed_zh(cell.text)
            alone = cell.text.strip().rstrip(".")
            if not listed and _SUBJECTS.search(cell.header) and _ALONE.fullmatch(alone) and not kind_of(alone):
                return [alone]
            if listed:
                return listed
    return []


def _listed_zh(text: str) -> list[str]:
    """The fields that a cell lists and nothing else: 農業、防災."""
    parts = [part.strip() for part in re.split("[、及與和]", text.strip().rstrip("。"))]
    return parts if len(parts) > 1 and all(2 <= len(part) <= 10 and "簽" not in part for part in parts) else []


def people_in(row: Row, context: Context) -> list[Person]:
    cells = (
        [row.people] if row.people else [cell for cell in row.rest if re.search(r"簽署|簽訂|簽約|代表簽", cell.text)]
    )
    people: list[Person] = []
    for cell in cells:
        # Each part by itself: semicolons part people in a cell.
        for sentence in re.split(r"[;；]", cell.text):
            named = context.sentence(cell.part(0, 0)).find_people(sentence, context.parties(sentence))
            bare = _BARE_PERSON.fullmatch(sentence) if cell is row.people and not named else None
            people += [Person(0, 0, bare["name"], bare["post"] or "")] if bare else named
    return people


def place_in(row: Row) -> str:
    for cell in row.rest:
        if _PLACE_HEAD.search(cell.header) and 1 < len(cell.text.strip()) < _LONGEST_PLACE:
            return cell.text.strip()
    for cell in (*row.rest, *((row.date,) if row.date else ())):
        match = _SIGNED_AT.search(cell.text) if cell is row.date or "簽" in cell.text else None
        if match:
            return match["zh"] or match["en"]
    return ""
