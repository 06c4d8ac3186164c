"""Numbers in tables: a row that names a thing and gives its number, or one number for each year."""

import re
from collections.abc import Iterator, Sequence

from msgspec import UNSET
from msgspec.structs import replace

from hansa.facts import Fact, Figure
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind, Cell
from hansa.reading.patterns import regex
from hansa.reading.rules.figures import periods
from hansa.reading.rules.figures.business_year import in_months
from hansa.reading.rules.figures.columns import told_below_years
from hansa.reading.rules.figures.records import same_table, told_beside_a_label, told_in_a_record
from hansa.reading.values.dates import find_dates
from hansa.reading.values.numbers import Quantity, chinese_value, whole
from hansa.reading.values.numbers.quantity import plain

_VALUE_HEAD = regex(
    r"\b(?:value|number|count|total|amount|figure|result|quantity|sum|no\. of|actual|achieved|how (?:many|much)|qty)\b"
    r"|數值|數量|數$|次$|件$|金額|總計|合計|人數|成果|績效|實績|實際|統計",
    re.IGNORECASE,
)
_PLAIN_HEAD = regex(
    r"(?i:value|number|total|amount|figure|result|actual|how (?:many|much)|qty)|數值|數量|成果|統計|實際"
)
_PERIOD_HEAD = regex(
    r"\b(?:period|year|date|month|quarter|as of|when)\b|期間|年度|年別|時間|日期|年$|月份|月別|季別|統計期",
    re.IGNORECASE,
)
_UNIT_HEAD = regex(r"^(?:單位|unit)$", re.IGNORECASE)
_UNIT_IN_HEAD = regex(
    r"[（(](?:單位[:：])?(?P<unit>件|場次|場|人次|人|次|元|千元|萬元|國|案|個|%|名|份|團|批|校|張|度|公噸|小時"
    r"|[A-Z]{3}|US\$|€|£)[)）]"
)
_UNIT_ABOVE = regex(r"單位\s?[:：]\s?(?:新?[臺台]幣)?(?P<unit>[百千萬億]*元)")
_MONEY_HEAD = regex(r"預算|決算|金額|經費|支出|收入|數$")
_OTHER_HEAD = regex(
    r"編號|序號|項次|電話|締|簽|日期|國別|人口|面積|加入|成立|^no\.?$|^#$|since|founded|phone|year of|population"
    r"|備註|remark|\barea\b|\bage\b|\bterm\b|distance|target|\bgoal\b|\bplan(?:ned)?\b|目標|預定|joined|signed|\bid\b"
    r"|\bref\b",
    re.IGNORECASE,
)
_COUNT_HEAD = regex(r"(?:[a-z]{3}s|people|visitors|staff)\b")
_ALL = regex(r"^(?:合計|總計|小計|總數|(?i:(?:grand )?total|all|sum))$")
_NUMBER_AND_NOUN = regex(r"(?P<number>(?:\D{0,12}\s)?[\d,.]*\d)\s[a-z]+(?:\s[a-z]+){0,2}")
_BARE = regex(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_YEAR = regex(r"(?:19|20)\d\d|[89]\d|1[0-4]\d")
_WORDS = regex(r"[A-Za-z\u3400-\u9fff]{2}")
_ENOUGH = 2


def reported_in_a_table(block: Block, context: Context) -> Iterator[Fact]:
    """A table's row reports a number: its first cell names the thing, another holds the value and nothing else.

    Where a column is headed by a year, or a cell gives the period, the number is of that period. Lines of labels and
    numbers one below the other are read as such a row each.
    """
    if block.kind is not BlockKind.ROW:
        yield from told_below_years(block, context)
        return
    if len(block.cells) < 2 or not any(c.isdigit() for c in block.text):
        return
    record = list(told_in_a_record(block, context)) or list(told_beside_a_label(block, context))
    if record:
        yield from record
        return
    block = _headed(block, context)
    counted = _columns_of_counts(block, context)
    label = next((c for c in block.cells if _WORDS.search(c.text) and _quantity(c, counted) is None), None)
    if label is None or _is_period(label, context):
        yield from _by_period(block, context)
        return
    for cell in block.cells:
        quantity = None if cell is label else _quantity(cell, counted)
        proof = context.proof(block, "reported_in_a_table", 0.9 if cell.header else 0.85)
        if quantity and proof:
            yield Figure(
                measure=_measure(label, cell),
                value=quantity.value,
                unit=quantity.unit or _unit(block, cell, label) or UNSET,
                period=_period(block, cell, context) or UNSET,
                section=block.headings[-1] if block.headings else UNSET,
                **proof,
            )


def _headed(block: Block, context: Context) -> Block:
    """The row with its table's first row as the heads, where that is words and years over a row of numbers."""
    if any(cell.header for cell in block.cells):
        return block
    first = next((other for other in same_table(block, context) if len(other.cells) == len(block.cells)), block)
    heads = [cell.text.strip() for cell in first.cells]
    words = first is not block and all(_WORDS.search(head) or find_dates(head) for head in heads if head)
    if (
        not words
        or (not _are_years(heads) and any(whole(head) for head in heads))
        or not any(_BARE.fullmatch(c.text.strip()) for c in block.cells)
    ):
        return block
    return replace(block, cells=tuple(replace(c, header=head) for c, head in zip(block.cells, heads, strict=True)))


def _are_years(heads: Sequence[str]) -> bool:
    """Whether all heads but the first, which may be empty, are years or dates."""
    return not find_dates(heads[0]) and all(find_dates(head) for head in heads[1:])


def _columns_of_counts(block: Block, context: Context) -> frozenset[str]:
    """The heads under which the table has nothing but numbers, headed by what they count: Delegations, People."""
    heads = [cell.header for cell in block.cells[1:] if _COUNT_HEAD.search(cell.header)]
    if not heads or _OTHER_HEAD.search(" ".join(heads)):
        return frozenset()
    rows = [other for other in same_table(block, context) if len(other.cells) == len(block.cells)]
    cells = [(cell.header, cell.text.strip()) for row in rows for cell in row.cells[1:] if cell.header in heads]
    wrong = {head for head, text in cells if text and not _is_count(text)}
    return frozenset(heads) - wrong if len(rows) >= _ENOUGH else frozenset()


def _is_count(text: str) -> bool:
    """Whether a cell is a number, and no year, or says that there is none."""
    return (bool(_BARE.fullmatch(text)) and not re.fullmatch(r"(?:18|19|20)\d\d", text)) or text in (
        "-",
        "–",
        "—",
        "n/a",
    )


def _is_period(cell: Cell, context: Context) -> bool:
    """Whether the cell, under a head such as Year or 月份, is a period."""
    if not _PERIOD_HEAD.search(cell.header):
        return False
    return bool(context.dates(cell.text) or _YEAR.fullmatch(cell.text.strip()))


def _by_period(block: Block, context: Context) -> Iterator[Fact]:
    """A row for each year: its first cell is the period, the heads of the others say what they count."""
    first = block.cells[0]
    if not _is_period(first, context):
        return
    dates = context.dates(first.text)
    bare = _YEAR.fullmatch(first.text.strip())
    year = int(bare[0]) if bare else 0
    period = dates[0].edtf if dates else str(year + 1911 if year < 1000 else year)
    for cell in block.cells[1:]:
        text = cell.text.strip()
        head = _UNIT_IN_HEAD.sub("", cell.header).strip()
        found = whole(text) or (_bare(text) if _BARE.fullmatch(text) else None)
        proof = context.proof(block, "reported_in_a_table", 0.8)
        if found and proof and _WORDS.search(head) and not _OTHER_HEAD.search(head):
            yield Figure(
                measure=head,
                value=found.value,
                unit=found.unit or _unit(block, cell, first) or _unit_of_head(head) or UNSET,
                period=in_months(period, context.document.text),
                section=block.headings[-1] if block.headings else UNSET,
                **proof,
            )


def _unit_of_head(head: str) -> str:
    """The measure word with which a head ends: 訪賓人次 counts 人次."""
    found = re.search(r"(?:人次|場次|車次|件|案|場)(?=數?$)", head)
    return found[0] if found else ""


def _bare(text: str) -> Quantity:
    return Quantity(plain(chinese_value(text)), "", 0, len(text), (0, len(text)))


def _quantity(cell: Cell, counted: frozenset[str]) -> Quantity | None:
    """The number that a cell consists of, where its column does not hold dates, ids or the like."""
    text = cell.text.strip()
    if not text or len(text) > 40 or _OTHER_HEAD.search(cell.header):
        return None
    found = whole(text)
    if found and found.unit:
        return found
    if not _VALUE_HEAD.search(cell.header) and cell.header not in counted and not find_dates(cell.header):
        return None
    if found or _BARE.fullmatch(text):
        return found or _bare(text)
    named = _NUMBER_AND_NOUN.fullmatch(text) if _VALUE_HEAD.search(cell.header) else None
    return whole(named["number"]) if named else None


def _measure(label: Cell, cell: Cell) -> str:
    """The label, with the column's head where that says more than `Value` or a year."""
    head, name = _UNIT_IN_HEAD.sub("", cell.header).strip(), label.text.strip()
    plain_head = _PLAIN_HEAD.fullmatch(head)
    if not head or find_dates(head) or plain_head:
        return name
    return f"{name} {head}" if _VALUE_HEAD.search(head) or label.header else name


def _unit(block: Block, cell: Cell, label: Cell) -> str:
    """The unit that the column's head, the label or a cell of its own gives."""
    named = _UNIT_IN_HEAD.search(cell.header) or _UNIT_IN_HEAD.search(label.text)
    if named:
        return named["unit"]
    told = next((other.text.strip() for other in block.cells if _UNIT_HEAD.search(other.header.strip())), "")
    above = _UNIT_ABOVE.search(block.headings[-1]) if block.headings else None
    return told or (above["unit"] if above and _MONEY_HEAD.search(cell.header) else "")


def _period(block: Block, cell: Cell, context: Context) -> str:
    """The period of a cell: its column's head, else the row's cell for it, else the report's; none for a `–`."""
    for dated in find_dates(cell.header):
        return in_months(dated.edtf, context.document.text)
    for other in block.cells:
        if other is not cell and _PERIOD_HEAD.search(other.header) and not find_dates(other.header):
            if _ALL.match(other.text.strip()):
                break
            found = context.dates(other.text)
            return found[0].edtf if found else ""
    for dated in find_dates(block.cells[0].text):
        return dated.edtf
    return periods.fallback(context, standing=False) if context.anchor().year else ""
