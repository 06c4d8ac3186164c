"""Agreements in tables and registers, one row each: country, city, kind, date of signing, remarks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind, Cell
from hansa.reading.rules.agreements.building import Found, agreement, subjects_en
from hansa.reading.rules.agreements.kinds import instruments, kind_of
from hansa.reading.rules.modality import heads_plans
from hansa.reading.values.dates import Anchor, Point, find_dates
from hansa.reading.values.names import Party, PartyKind
from hansa.reading.values.people import Person

_PARTNER = re.compile(
    r"城市|對象|姊妹市|姐妹市|姉妹都市|都市名|締盟市|友市|締約方|對方|學校|港口|^市$|州|(?i:partner"
    r"|\bcit(?:y|ies)\b|\bname\b|sister|town|municipality|counterpart|school|port\b)"
)
_COUNTRY = re.compile(r"國家|國別|国名|國名|洲別|地區|(?i:country|nation|continent|region|state)")
_KIND = re.compile(
    r"性質|關係|類別|類型|種類|協定|文件|締盟名稱|形式|種別|(?i:type|instrument|relation|agreement"
    r"|kind|form|status|category|document)"
)
_DATE = re.compile(
    r"締結|締盟|簽署|簽訂|簽約|結盟|提携|(?i:since|signed|concluded|established|signature|formed|began"
    r"|twinned|start|^year)"
)
_KIND_HEAD = re.compile(r"類|性質|關係|名稱|(?i:type|kind)")
_ANY_DATE = re.compile(r"日期|時間|年份|年月日|年度|^年$|(?i:date|year)")
_PEOPLE = re.compile(r"簽署人|簽署代表|簽約人|代表人|(?i:signator|signed by)")
_SUBJECTS = re.compile(r"合作|領域|內容|(?i:in brief|subject|field|scope|content|purpose|focus|area)")
_NONE = re.compile(
    r"未締|未簽|無\b|（無）|^無$|尚未|洽談|終止|解除|失效|暫停|(?i:\bnone\b|not signed|pending|ended"
    r"|lapsed|suspended|dormant|inactive|proposed|expired|terminated)|^[-–—]$"
)
_BRACKETS = re.compile(r"\s*[（(][^（()）]*[)）]")
_ANY_PARTNER = re.compile(r"(?i:^\W*partners?\b)")
_SIGNED_AT = re.compile(r"簽於(?P<zh>[\u3400-\u9fff\w]{2,20})|\bin (?P<en>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)")


@dataclass(frozen=True)
class _Row:
    partner: Cell
    kind: Cell | None
    date: Cell | None
    people: Cell | None
    rest: tuple[Cell, ...]


def agreement_stands_in_row(block: Block, context: Context) -> Iterator[Agreement]:
    """A row of a table of agreements names a partner, the kind of the bond and when it was concluded."""
    row = _read(block) if block.kind is BlockKind.ROW else None
    if row is None or not context.home or heads_plans(block.headings):
        return
    kind_words = _BRACKETS.sub("", row.kind.text) if row.kind else ""
    remarks = " ".join(cell.text for cell in row.rest)
    if _NONE.search(row.kind.text.strip() if row.kind else "") or _NONE.search(_first(remarks)):
        return
    kind = kind_of(kind_words)
    if not kind and not (row.date and _DATE.search(row.date.header)) and not _bond(block, row):
        return
    told = kind_of(_BRACKETS.sub("", remarks)) if not row.kind and _instrument_first(remarks) else ""
    kind = told or kind or _bond(block, row)
    for name, known in _partners(row.partner, context):
        found = Found(
            rule="agreement_stands_in_row",
            score=0.95 if kind and known else 0.85,
            parties=[context.home, name],
            kind=kind,
            signed=_signed(row),
            title=_title(kind_words, remarks, kind),
            subjects=_subjects(row),
            signatories=_people(row, context),
            place=_place(row),
        )
        yield from agreement(found, context, block, *_extent(block, row))


def _first(text: str) -> str:
    return re.split(r"[；;。]", text)[0]


def _read(block: Block) -> _Row | None:
    """The row's cells by what their columns' heads say; None where it is no row of partners."""
    partner = _cell(block, _PARTNER, _KIND, _DATE)
    if partner is None or not 1 < len(partner.text.strip()) < 80:
        return None
    kind = _cell(block, _KIND, skip=partner)
    date = _cell(block, _DATE, _KIND_HEAD, skip=partner) or (_cell(block, _ANY_DATE, skip=partner) if kind else None)
    people = _cell(block, _PEOPLE)
    used = {id(cell) for cell in (partner, kind, date, people)}
    rest = [cell for cell in block.cells if id(cell) not in used and not _COUNTRY.search(cell.header)]
    return _Row(
        partner, kind, date, people, tuple(cell for cell in rest if not re.fullmatch(r"[\d\s.\-–—]*", cell.text))
    )


def _cell(block: Block, wanted: re.Pattern[str], *others: re.Pattern[str], skip: Cell | None = None) -> Cell | None:
    for cell in block.cells:
        if cell is not skip and wanted.search(cell.header) and not any(other.search(cell.header) for other in others):
            return cell
    return None


def _bond(block: Block, row: _Row) -> str:
    """The kind that the column's head or the table's heading tells: 姊妹市, Our sister cities."""
    header = row.partner.header
    for words in (*block.headings[-1:], "" if _ANY_PARTNER.search(header) else header):
        kind = kind_of(words)
        if kind and kind != "other":
            return kind
    return ""


def _instrument_first(remarks: str) -> bool:
    return bool(
        re.match(r"[^,，;；.]{0,40}(?:[Aa]greement|[Mm]emorandum|[Dd]eclaration|協定|備忘錄|意向書|宣言)", remarks)
    )


def _partners(cell: Cell, context: Context) -> Iterator[tuple[str, bool]]:
    text = _BRACKETS.sub("", cell.text).strip()
    parties = context.parties(text)
    named = [party for party in parties if party.kind is not PartyKind.COUNTRY] or parties
    whole = [party for party in named if not party.own]
    if len(whole) == 1 and (len(whole[0].name) * 2 >= len(text) or not named[0].own):
        yield _full(whole[0], text), whole[0].known
    elif len(whole) > 1 and re.search(r"[、；;×]", text):
        yield from ((party.name, party.known) for party in whole)
    elif text:
        yield text, False


def _full(party: Party, text: str) -> str:
    """The party's name as the cell writes it, without the country after a comma."""
    head = re.split(r",\s*(?=[A-Z])", text)[0].strip()
    return head if head.isascii() and party.name in head and len(head) < 60 else party.name


def _signed(row: _Row) -> str:
    if row.date is None:
        return ""
    dates = find_dates(row.date.text) or find_dates(f"民國{row.date.text.strip()}年")
    if not dates:
        return ""
    signed = dates[0]
    if signed.point.day or not signed.point.year:
        return signed.edtf
    for cell in row.rest:
        # The table gives the year, the remarks the day: signed by the mayors on 4 April.
        if re.search(r"簽|締|(?i:signed|concluded)", cell.text):
            days = [d for d in find_dates(cell.text, Anchor(said=Point(signed.point.year))) if d.point.day]
            if days and days[0].point.year == signed.point.year:
                return days[0].edtf
    return signed.edtf


def _title(kind_words: str, remarks: str, kind: str) -> str:
    for words in (kind_words, remarks):
        named = [item for item in instruments(words) if item.title]
        if named and named[0].kind == kind:
            return named[0].title
        english = re.search(
            r"[A-Z][\w -]*(?:Agreement|Arrangement|Memorandum(?: of \w+)?|Declaration(?: of \w+)?|Charter"
            r"|Letter of Intent)",
            words,
        )
        if english:
            return english[0].strip()
    return ""


def _subjects(row: _Row) -> list[str]:
    for cell in row.rest:
        if _SUBJECTS.search(cell.header) or re.search(r"備註|說明|(?i:remark|note)", cell.header):
            listed = subjects_en(cell.text) if cell.text.isascii() else []
            if listed:
                return listed
    return []


def _people(row: _Row, context: Context) -> list[Person]:
    cells = (
        [row.people] if row.people else [cell for cell in row.rest if re.search(r"簽署|簽訂|簽約|代表簽", cell.text)]
    )
    people: list[Person] = []
    for cell in cells:
        # Each part by itself: semicolons part people in a cell.
        for sentence in re.split(r"[;；]", cell.text):
            people += context.sentence(cell.part(0, 0)).find_people(sentence, context.parties(sentence))
    return people


def _place(row: _Row) -> str:
    for cell in (*row.rest, row.date):
        match = _SIGNED_AT.search(cell.text) if cell and (cell is row.date or "簽於" in cell.text) else None
        if match:
            return match["zh"] or match["en"]
    return ""


def _extent(block: Block, row: _Row) -> tuple[int, int | None]:
    """The row from its start to the last cell that the fact rests on."""
    size = len(block.text)
    return 0, size if size <= 300 else 300
