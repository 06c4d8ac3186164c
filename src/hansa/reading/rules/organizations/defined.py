"""Organizations that sentences define: what it is, when and by whom it was founded, how many belong to it."""

from collections.abc import Iterator, Sequence

from hansa.facts import Fact
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind, Stretch
from hansa.reading.patterns import regex
from hansa.reading.rules.organizations.building import alike, organization
from hansa.reading.rules.organizations.defining import (
    NOT_OF_CITIES,
    becomes,
    defined,
    goes_on_to_define,
    may_define,
    opening,
)
from hansa.reading.rules.organizations.entries import headed, names_body
from hansa.reading.rules.organizations.kinds import kind_above, kind_told
from hansa.reading.rules.organizations.profile import BEGUN_EN, profile
from hansa.reading.structure import sentences
from hansa.reading.values.organizations import ENDS, Body, find_english, find_named

# Where a text goes over from an organization to the city that tells of it.
_OF_THE_HOME = regex(r"(?:本[市縣府鄉鎮]|[市縣]府)(?!.{0,12}(?:加入|會員))|[^，。]{2,8}(?:表示|指出)")
_OVER_TO_HOME = regex(r"(?:另|又|此外，)本[市縣府鄉鎮]")
_THAT_BODY = regex(
    r"(?P<that>該|此|本)?(?P<noun>聯盟|組織|網[絡路]|協會|機構|平[台臺]|論壇|聯合會|理事會|會議|會|公約|盟約)(?!員|議"
    r"|長|城市|成員)"
)
_THE_BODY = regex(
    r"(?:It|The (?P<noun>Network|Association|Organi[sz]ation|Alliance|League|Union|Forum|Federation|Partnership"
    r"|Coalition|Council|Initiative|Platform|Conference|Covenant))\s"
)
_THIS_CITY = regex(
    r"\b(?:[Tt]his|[Oo]ur|[Tt]he)\s(?:city|county)\b(?=\s(?:founded|set up|started|created|launched|has|had|itself))"
    r"|(?<=[由與和、及])本[市縣]"
)
_BEGUN_FIRST = regex(
    rf"{BEGUN_EN}\b|An?\s(?:[\w-]+\s){{0,4}}(?:network|association|alliance|league|club|union|body|forum)\b"
)
# A clause in which an organization could be named: its word, or Latin letters, up to the comma behind.
_NAMES_BODY = regex(rf"[^，]*?(?:{ENDS}|[A-Z])")
_COMMA = regex(r"，(?![^（(]*[)）])")
_HAN = regex(r"[\u3400-\u9fff]")


def defined_in_a_sentence(block: Block, context: Context) -> Iterator[Fact]:
    """A sentence begins with an organization's name and says what it is, or when and by whom it was founded."""
    if block.kind is BlockKind.ROW or not may_define(block.text):
        return
    parts = list(_definitions([sentence.stretch for sentence in context.sentences()]))
    found = [
        (at, body)
        for at in range(len(parts))
        if (body := defined(parts[at].text, quoted=True) or _resumed(parts, at, context))
    ]
    above = headed(context) if found else None
    ends = [*(at for at, _ in found), len(parts)][1:]
    for (at, body), following in zip(found, ends, strict=True):
        quoted = parts[at].text[max(0, body.start - 1) : body.start] in ("「", "『")
        if above and (alike(above, body) or quoted):
            # What a body was first called stands in its own description.
            continue
        own = list(until_another(body, parts[at:following]))
        if following == len(parts) and len(own) == following - at:
            own += until_another(body, _following(context), told_by_home=True)
        told = profile([("", _named_home(part.text, context)) for part in own], context.dates, body.name)
        score = 0.9 if told.fields.get("founded") and (body.acronym or body.name_en) else 0.75
        proof = context.proof(parts[at], "defined_in_a_sentence", score)
        kind = kind_told(" ".join(part.text for part in own), " ".join(part.text for part in parts[:at]))
        if proof:
            yield organization(body, told, kind or kind_above(block), proof)


def _named_home(text: str, context: Context) -> str:
    """The text with the own city's name for `this city` and 本市, as who founds or houses a body is named."""
    return _THIS_CITY.sub(context.home, text) if context.home else text


def until_another(body: Body, parts: Sequence[Stretch], *, told_by_home: bool = False) -> Iterator[Stretch]:
    """The sentences up to the one that goes over to another organization, or to the city that tells of it."""
    for at, part in enumerate(parts):
        other = defined(part.text) or (opening(part.text) if at else None)
        if at and _OVER_TO_HOME.match(part.text):
            return
        if (other and not alike(other, body)) or (told_by_home and _OF_THE_HOME.match(part.text)):
            return
        yield part


def _definitions(said: Sequence[Stretch]) -> Iterator[Stretch]:
    """The sentences of a block, a Chinese one cut before each clause that goes over to another organization."""
    for sentence in said:
        start = 0
        for comma in _COMMA.finditer(sentence.text) if "，" in sentence.text else ():
            rest = sentence.text[comma.end() :]
            if not _NAMES_BODY.match(rest):
                continue
            other = None if becomes(rest) else defined(rest)
            if (
                other
                and "，" not in rest[: other.start]
                and (other.acronym or other.name_en or defined(sentence.text[start : comma.end()]))
            ):
                yield sentence.part(start, comma.end())
                start = comma.end()
        yield sentence.part(start, len(sentence.text))


def _resumed(parts: Sequence[Stretch], at: int, context: Context) -> Body | None:
    """The organization that 該聯盟 or `the Alliance` stands for where its sentence defines it: the last named."""
    text = parts[at].text
    if at == 1 and _BEGUN_FIRST.match(text) and (titled := names_body(parts[0].text.strip(" ."))):
        # Strong Towns Network. Launched in 2015 by 25 cities.
        return titled
    chinese = bool(_HAN.search(text))
    that = (_THAT_BODY if chinese else _THE_BODY).match(text)
    if not that or not goes_on_to_define(text[that.end() :], chinese=chinese):
        return None
    before = parts[at - 1].text if at else context.blocks[context.index - 1].text if context.index else ""
    if not before or defined(before):
        return None
    named = [body for body in (find_named if chinese else find_english)(before) if not NOT_OF_CITIES.search(body.name)]
    noun = that["noun"] or ""
    sure = bool(named) and (noun in named[-1].name or bool(chinese and that["that"]))
    return named[-1] if sure else None


def _following(context: Context) -> list[Stretch]:
    """The sentences of the paragraphs right below under the same heading."""
    found: list[Stretch] = []
    for block in context.blocks[context.index + 1 : context.index + 4]:
        if block.kind is not BlockKind.PARAGRAPH or block.headings != context.block.headings:
            break
        found += sentences(block)
    return found
