"""Organizations that a document describes or lists: in a row, under a heading, in a line of a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hansa.facts import Fact
from hansa.reading.context import Context, Proof
from hansa.reading.document import Block, Stretch
from hansa.reading.patterns import regex
from hansa.reading.rules.organizations.building import organization
from hansa.reading.rules.organizations.defined import until_another
from hansa.reading.rules.organizations.entries import is_evident, line_body, row_entry, under
from hansa.reading.rules.organizations.kinds import kind_above, kind_of_row, kind_told
from hansa.reading.rules.organizations.listed import listed
from hansa.reading.rules.organizations.profile import Profile, asked, profile
from hansa.reading.structure import sentences
from hansa.reading.values.organizations import Body, title

_SHORT_HEAD = regex(r"^short name|^acronym|簡稱|縮寫", re.IGNORECASE)
_ENGLISH_HEAD = regex(r"[英外原]文|\benglish\b", re.IGNORECASE)
# In a table of memberships, Since is when the own city joined.
_SINCE_HEAD = regex(r"since|from|year|date", re.IGNORECASE)
_MEMBERSHIP_HEAD = regex(
    r"^(?:our )?(?:role|status|capacity|unit|office|position|department|bureau|responsible|contact|lead)\b",
    re.IGNORECASE,
)
_LABEL = regex(r"(?P<label>[\u3400-\u9fff]{2,6}|[A-Z][a-z]+(?: [a-z]+){0,2})[：:]\s?")
_SENTENCE = regex(r"(?<=\w{2}[.])\s|(?<=[)])\.\s|。")
_LISTING = regex(r"國際組織|城市組織|聯盟|國際網絡|\b(?:[Nn]etworks|[Oo]rgani[sz]ations|[Mm]emberships?)\b")
# A row that says of itself that its body is none of those listed.
_NOT_COUNTED = regex(
    r"不在本表|不列入|不計入|不予列計|未列計|僅供參考|not counted|for information only|個人(?:會員|身[分份]|名義)"
    r"|\bindividual member",
    re.IGNORECASE,
)


def described_in_a_row(block: Block, context: Context) -> Iterator[Fact]:
    """A table's row or a record with labels is about one organization and gives its name, founding, seat, members."""
    entry = row_entry(block, context)
    if entry is None or _repeats(block, context, entry.body) or _NOT_COUNTED.search(block.text):
        return
    joins = any(_MEMBERSHIP_HEAD.search(cell.header) for cell in block.cells)
    pieces = [
        (cell.header, cell.text)
        for cell in block.cells
        if cell is not entry.cell and not (joins and _SINCE_HEAD.fullmatch(cell.header.strip()))
    ]
    if entry.cell:
        pieces.append(("", entry.cell.text))
    short = next((cell.text for cell in block.cells if _SHORT_HEAD.search(cell.header)), "")
    body = entry.body if entry.body.acronym or not short else replace(entry.body, acronym=short)
    english = next(
        (named for cell in block.cells if _ENGLISH_HEAD.search(cell.header) and (named := title(cell.text))), None
    )
    if english and not body.name_en:
        body = replace(body, name_en=english.name_en or english.name, acronym=body.acronym or english.acronym)
    proof = context.proof(block, "described_in_a_row", 0.9 if entry.cell else 0.85)
    if proof:
        yield organization(body, profile(pieces, context.dates, body.name), kind_of_row(block, context), proof)


def described_under_a_heading(block: Block, context: Context) -> Iterator[Fact]:
    """A heading or list item is an organization's name, and what stands under it tells of it."""
    body = line_body(block)
    if body is None:
        return
    blocks = [below for _, below in under(context)]
    if any(row_entry(below, context) for below in blocks):
        return
    text = " ".join(below.text for below in blocks)
    listed = any(_LISTING.search(heading) for heading in block.headings[-2:])
    if not is_evident(text) and not (listed and body.acronym):
        return
    parts = list(until_another(body, [part for below in blocks for part in sentences(below)], told_by_home=True))
    told = profile([*(_labelled(part.text) for part in parts), ("", block.text)], context.dates, body.name)
    proof = _heading_proof(block, parts, told, context)
    if proof:
        yield organization(body, told, kind_above(block) or kind_told(text, ""), proof)


def _labelled(text: str) -> tuple[str, str]:
    """A line `規模：33國297城鎮` as its label and what it says; a sentence has no label."""
    label = _LABEL.match(text)
    return (label["label"], text[label.end() :].rstrip("。")) if label and asked(label["label"]) else ("", text)


def listed_by_name(block: Block, context: Context) -> Iterator[Fact]:
    """A line in a list of memberships names an organization; sentences behind the name must tell of it."""
    entry = listed(context)
    proof = context.proof(block, "listed_by_name", 0.75) if entry else None
    if entry and proof:
        said = [part for part in _SENTENCE.split(entry.rest) if part] or [""]
        told = profile([("", sentence) for sentence in said], context.dates)
        if told.fields or (len(said) == 1 and not entry.rest.endswith(".")):
            yield organization(entry.body, told, kind_above(block), proof)


def _repeats(block: Block, context: Context, body: Body) -> bool:
    """Whether the row goes on about the organization of the row before it."""
    if not context.index:
        return False
    before = context.blocks[context.index - 1]
    earlier = row_entry(before, context) if before.table == block.table else None
    return bool(earlier and earlier.body.names == body.names and earlier.cell and earlier.cell.offsets == _name(block))


def _name(block: Block) -> Sequence[int]:
    return next((cell.offsets for cell in block.cells), ())


def _heading_proof(block: Block, parts: Sequence[Stretch], told: Profile, context: Context) -> Proof | None:
    """The sentence under the heading that tells of the organization, else the heading itself."""
    told_of = told.fields.get("founded") or told.fields.get("members")
    best = next((part for part in parts if is_evident(part.text)), block)
    return context.proof(best, "described_under_a_heading", 0.9 if told_of else 0.7)
