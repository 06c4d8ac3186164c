"""Organizations that a document describes or lists: in a row, under a heading, in a sentence that defines it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from msgspec import UNSET

from hansa.atlas import fold
from hansa.facts import Fact, Organization
from hansa.reading.context import Context, Proof
from hansa.reading.document import Block, BlockKind, Stretch
from hansa.reading.rules.organizations.entries import headed, is_evident, line_body, opens, row_entry, under
from hansa.reading.rules.organizations.listed import listed
from hansa.reading.rules.organizations.profile import BEGUN_EN, BEGUN_ZH, Profile, profile
from hansa.reading.structure import sentences
from hansa.reading.values.organizations import Body, find_bracketed, find_named, is_acronym, looks_like_body, title

_KINDS = (
    ("comprehensive", re.compile(r"綜合型|綜合性|\bcomprehensive\b|\bgeneral networks\b", re.IGNORECASE)),
    ("thematic", re.compile(r"主題型|主題性|\bthematic\b", re.IGNORECASE)),
    ("national", re.compile(r"全國型|全國性|\bnational\b(?! day)", re.IGNORECASE)),
)
_KIND_HEAD = re.compile(r"型態|類型|類別|性質|^type|^kind|^category", re.IGNORECASE)
_SHORT_HEAD = re.compile(r"^short name|^acronym|簡稱|縮寫", re.IGNORECASE)
# What follows an organization's name where a sentence defines it: a year or a verb of founding, what it is, its aim.
# Where a text goes over from an organization to the city that tells of it.
_OF_THE_HOME = re.compile(r"(?:本[市縣府]|[市縣]府)(?!.{0,12}(?:加入|會員))|[^，。]{2,8}(?:表示|指出)")
_ENGLISH_HEAD = re.compile(r"[英外原]文|\benglish\b", re.IGNORECASE)
_DEFINES_ZH = re.compile(
    rf"^(?:[」』）)：\s]|一類|之類|則|乃|最初|最早|原先?|前身|肇)*(?:(?:係|是|為|於|由|在|自)?\s*(?:(?:民國|西元|公元)?\s*"
    rf"[\d〇○零一二三四五六七八九十]{{2,4}}\s*年|[由係是乃]|為[^期了]|{BEGUN_ZH}|旨在|致力)|以[^，。；]+為"
    rf"|[之的][^，。；]{{2,8}}[，,](?=[^，。；]*(?:{BEGUN_ZH})))"
)
_ABOUT_ZH = re.compile(rf"{BEGUN_ZH}|組織|機構|平[台臺]|網絡|會員|聯合體|結盟|合併|旨在|宗旨|職志")
_ABOUT_EN = re.compile(
    rf"\b(?:{BEGUN_EN}|networks?|organi[sz]ations?|associations?|alliance|union|league|federation|forum|platform|coalition"
    r"|came into being|came together|body|grouping|club|founded|established"
    r"|set up|created|formed|summit)\b"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_DEFINING = re.compile(
    rf"{BEGUN_ZH}|組織|聯盟|協會|結盟|\b{BEGUN_EN}\b|\bcame (?:into being|together)"
    r"|\b(?:is|was|are)\s(?:an?|the|comprised|made|founded"
    r"|established|set|formed)|, an? (?:\w+ )*(?:network|association|organi[sz]ation|alliance|league|union|forum)\b"
)
_LISTING = re.compile(r"國際組織|城市組織|聯盟|國際網絡|\b(?:[Nn]etworks|[Oo]rgani[sz]ations|[Mm]emberships?)\b")
_NAME_EN = (
    r"(?P<name>[A-Z][\w'’&–-]*(?:(?:\s(?:of|the|for|and|in|on|against|with))*\s(?:[A-Z][\w'’&–-]*|\d{1,2}(?!\d)))*)"
    r"(?:\s\((?P<acronym>[A-Z][\w -]{1,14})\))?"
)
_SUBJECT_EN = re.compile(
    rf"(?:The\s)?{_NAME_EN},?\s(?:(?:is|was|are)\s(?:an?\b|the\b|comprised|made up|composed|{BEGUN_EN})"
    rf"|{BEGUN_EN}|came (?:into being|together)|began|dates from|goes back to)"
)
_AFTER_FOUNDING_EN = re.compile(
    rf"(?:{BEGUN_EN})\b[^,]{{0,60}},\s"
    rf"(?:the\s)?{_NAME_EN}\s(?:is|was|has|brings|unites|counts)\b"
)
_APPOSED_EN = re.compile(
    rf"{_NAME_EN},\s(?:an?|the)\s(?:\w+\s){{0,3}}(?:network|association|organi[sz]ation|alliance|league|union"
    rf"|forum)\s(?:of|founded|set up|that)\b"
)
# What tells of a body of cities whose name does not say so: a year, and cities or mayors.
_OF_CITIES_EN = re.compile(
    r"\b(?:mayors|member cities|cities in \d|local (?:governments|authorities)|municipalities) ?\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_THAT_BODY = re.compile(r"該(?:聯盟|組織|網[絡路]|協會|機構|平[台臺]|會|公約)(?!員|議|長)")
_OF_PERSONS = re.compile(r"個人(?:會員|身[分份]|名義)|\bindividual member", re.IGNORECASE)
_NOT_OF_CITIES = re.compile(r"交流協會|公會|商會|公司|企業|政黨|大學(?!協會)|醫院|銀行|代表團|議員")


def described_in_a_row(block: Block, context: Context) -> Iterator[Fact]:
    """A table's row or a record with labels is about one organization and gives its name, founding, seat, members."""
    entry = row_entry(block, context)
    if entry is None or _repeats(block, context, entry.body) or _OF_PERSONS.search(block.text):
        return
    pieces = [(cell.header, cell.text) for cell in block.cells if cell is not entry.cell]
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
        yield _organization(body, profile(pieces, context.dates), _kind_of_row(block, context), proof)


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
    parts = list(_until_another(body, [part for below in blocks for part in sentences(below)]))
    told = profile([*(("", part.text) for part in parts), ("", block.text)], context.dates)
    proof = _heading_proof(block, parts, told, context)
    if proof:
        yield _organization(body, told, _kind_above(block), proof)


def defined_in_a_sentence(block: Block, context: Context) -> Iterator[Fact]:
    """A sentence begins with an organization's name and says what it is, or when and by whom it was founded."""
    if block.kind is BlockKind.ROW or not _DEFINING.search(block.text):
        return
    parts = list(_definitions(block))
    defined = [
        (at, body) for at in range(len(parts)) if (body := _defined(parts[at].text) or _resumed(parts, at, context))
    ]
    above = headed(context) if defined else None
    ends = [*(at for at, _ in defined), len(parts)][1:]
    for (at, body), following in zip(defined, ends, strict=True):
        if above and _alike(above, body):
            continue
        own = parts[at:following]
        if following == len(parts):
            own += _until_another(body, _following(context))
        told = profile([("", part.text) for part in own], context.dates)
        score = 0.9 if told.fields.get("founded") and body.acronym else 0.75
        proof = context.proof(parts[at], "defined_in_a_sentence", score)
        if proof:
            yield _organization(body, told, _kind_above(block), proof)


def listed_by_name(block: Block, context: Context) -> Iterator[Fact]:
    """A line in a list of memberships names an organization."""
    entry = listed(block)
    proof = context.proof(block, "listed_by_name", 0.75) if entry else None
    if entry and proof:
        yield _organization(entry.body, profile([("", entry.rest)], context.dates), _kind_above(block), proof)


def _definitions(block: Block) -> Iterator[Stretch]:
    """The block's sentences, a Chinese one cut before each clause that goes over to another organization."""
    for sentence in sentences(block):
        start = 0
        for comma in re.finditer("，", sentence.text):
            other = _defined(sentence.text[comma.end() :])
            if other and (other.acronym or other.name_en or _defined(sentence.text[start : comma.end()])):
                yield sentence.part(start, comma.end())
                start = comma.end()
        yield sentence.part(start, len(sentence.text))


def _resumed(parts: Sequence[Stretch], at: int, context: Context) -> Body | None:
    """The organization that 該聯盟 stands for where its sentence defines it: the last named before it."""
    that = _THAT_BODY.match(parts[at].text)
    if not that or not _DEFINES_ZH.match(parts[at].text[that.end() :]):
        return None
    before = parts[at - 1].text if at else context.blocks[context.index - 1].text if context.index else ""
    if _defined(before):
        return None
    named = [body for body in find_named(before) if not _NOT_OF_CITIES.search(body.name)]
    return named[-1] if named else None


def _organization(body: Body, told: Profile, kind: str, proof: Proof) -> Organization:
    return Organization(
        name=body.name,
        name_en=body.name_en or UNSET,
        acronym=body.acronym or UNSET,
        kind=kind or UNSET,
        **told.fields,
        **proof,
    )


def _repeats(block: Block, context: Context, body: Body) -> bool:
    """Whether the row goes on about the organization of the row before it."""
    if not context.index:
        return False
    before = context.blocks[context.index - 1]
    earlier = row_entry(before, context) if before.table == block.table else None
    return bool(earlier and earlier.body.names == body.names and earlier.cell and earlier.cell.offsets == _name(block))


def _name(block: Block) -> Sequence[int]:
    return next((cell.offsets for cell in block.cells), ())


def _kind_of_row(block: Block, context: Context) -> str:
    """The kind in the row's cell for it; an empty cell goes on with the kind of the row above."""
    for at in range(context.index, -1, -1):
        row = context.blocks[at]
        if row.kind is not BlockKind.ROW and at < context.index - 60:
            break
        for cell in row.cells:
            if _KIND_HEAD.search(cell.header) and cell.text.strip():
                return _kind(cell.text)
    return _kind_above(block)


def _kind_above(block: Block) -> str:
    return next((kind for heading in reversed(block.headings[1:]) if (kind := _kind(heading))), "")


def _kind(text: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), "")


def _until_another(body: Body, parts: Sequence[Stretch]) -> Iterator[Stretch]:
    """The sentences up to the one that goes over to another organization."""
    for part in parts:
        other = _defined(part.text)
        if (other and not _alike(other, body)) or _OF_THE_HOME.match(part.text):
            return
        yield part


def _heading_proof(block: Block, parts: Sequence[Stretch], told: Profile, context: Context) -> Proof | None:
    """The sentence under the heading that tells of the organization, else the heading itself."""
    told_of = told.fields.get("founded") or told.fields.get("members")
    best = next((part for part in parts if is_evident(part.text)), block)
    return context.proof(best, "described_under_a_heading", 0.9 if told_of else 0.7)


def _following(context: Context) -> list[Stretch]:
    """The sentences of the paragraphs right below under the same heading."""
    found: list[Stretch] = []
    for block in context.blocks[context.index + 1 : context.index + 4]:
        if block.kind is not BlockKind.PARAGRAPH or block.headings != context.block.headings:
            break
        found += sentences(block)
    return found


def _defined(text: str) -> Body | None:
    """The organization that a sentence defines."""
    if _HAN.search(text):
        return _defined_in_chinese(text)
    if _NOT_OF_CITIES.search(text[:60]):
        return None
    for pattern in (_SUBJECT_EN, _AFTER_FOUNDING_EN, _APPOSED_EN):
        match = pattern.search(text) if pattern is _APPOSED_EN else pattern.match(text)
        if match and _ABOUT_EN.search(text):
            name = re.sub(r"^[Tt]he\s", "", match["name"])
            acronym = match["acronym"] or (name if is_acronym(name) or name.isupper() else "")
            if looks_like_body(name) or acronym or (_OF_CITIES_EN.search(text) and _YEAR.search(text)):
                return Body(match.start("name"), match.end(), name, name, acronym)
    return None


def _defined_in_chinese(text: str) -> Body | None:
    for body in (*find_bracketed(text), *find_named(text)):
        if (
            opens(text[: body.start])
            and not _NOT_OF_CITIES.search(body.name)
            and _DEFINES_ZH.match(text[body.end :])
            and _ABOUT_ZH.search(text[body.end :])
        ):
            return body
    return None


def _alike(one: Body, other: Body) -> bool:
    """Whether two bodies share a name, or the name of one is most of the other's."""
    ours, theirs = [fold(name) for name in one.names], [fold(name) for name in other.names]
    return any(a == b or (len(a) > 9 and len(b) > 9 and (a in b or b in a)) for a in ours for b in theirs)
