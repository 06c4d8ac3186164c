"""Memberships in Chinese sentences: 甲市於2012年加入, 會員城市有甲、乙、丙, 參加多個國際組織包括…."""

import re
from collections.abc import Iterator

from hansa.facts import Fact
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind, Stretch
from hansa.reading.patterns import regex
from hansa.reading.rules.covered import Covered
from hansa.reading.rules.memberships.chinese.claims import LEFT, MAY_CLAIM, NOT_YET, Claim, find_claims
from hansa.reading.rules.memberships.chinese.details import former_and_latter, in_brackets, respectively, role_of, since
from hansa.reading.rules.memberships.chinese.members import members_of
from hansa.reading.rules.memberships.chinese.several import joined_several
from hansa.reading.rules.memberships.chinese.told import Told
from hansa.reading.rules.memberships.joining import cities_zh, main_name, meant, owned
from hansa.reading.rules.organizations.entries import opens
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import stem
from hansa.reading.values.organizations import Body, find_named

_HAN = regex(r"[\u3400-\u9fff]")
_CLAUSE = regex(r"[^，。；：！？｜|]+")
_THAT = regex(r"該(?P<noun>聯盟|組織|協會|網[絡路]|會議|聯合會|論壇|平[台臺])")
# Bodies that no city joins.
_NOT_JOINED = regex(
    r"^[本該]|籌組|世界貿易|世界衛生組織$|消費|調解|審議|評[審選鑑]|選舉|監督|申訴|仲裁|公會|商會|交流協會|婦女|獅子會|扶輪社|青商|聯合國$|UNESCO$"
)
_SUBJECT = regex(r"(?:\d{4}年)?(?P<city>[\u3400-\u9fff]{2,4}?[市縣])(?!長(?!期)|府|政府|議會)")
_BEGAN = regex(
    r"(?:由|^|[，。；]"
    r"|δ)(?P<who>[\u3400-\u9fff]{2,4}?[市縣鎮鄉](?:[、及與和暨]+[\u3400-\u9fff]{2,4}?[市縣鎮鄉]){1,12}?)等?\s*"
    r"[\d一二三四五六七八九十]*\s*個?(?:縣市|城市|市|縣|鄉鎮|鎮|鄉)?"
    r"(?:[於在自]?δ+)?(?:共同)?(?P<verb>成立|組成|籌組|發起|創立)"
)
_NOT_COUNTED = regex(r"不計入|不列入|未列計|不予列計")
_OWN = regex(r"本[市縣]")
_BRANCH = regex(r"[\u3400-\u9fff]{2,4}分會")
_MEMBER_OF = regex(r"(?P<who>[\u3400-\u9fff]{4,16})以「(?P<of>[^」]{4,30})」之?成員身[分份]")


def joined_in_chinese(block: Block, context: Context) -> Iterator[Fact]:
    """A sentence says that cities joined, belong to, founded or lead an organization; those that left are not told."""
    if block.kind is BlockKind.HEADING or not _HAN.search(block.text) or not MAY_CLAIM.search(block.text):
        return
    body = meant(context) or _spoken_of(context)
    over = main_name(body, context) if body else ""
    for sentence in _sentences(block, context):
        if not _HAN.search(sentence.text):
            continue
        covered = Covered(sentence)
        named = _topic(covered)
        organization = over if body and not named else main_name(named, context) if named else over
        if MAY_CLAIM.search(sentence.text) and (organization or covered.bodies):
            carried = not body and named is None
            yield from _read(Told(covered, organization, _city(sentence, context), context, carried), block)
        if not body:
            over = main_name(covered.bodies[-1], context) if covered.bodies and not named else organization


def _sentences(block: Block, context: Context) -> Iterator[Sentence]:
    if block.kind is not BlockKind.ROW:
        yield from context.sentences()
        return
    for cell in block.cells:
        if len(cell.text) > 12:
            yield from (context.sentence(part) for part in _parts(cell))


def _parts(cell: Stretch) -> Iterator[Stretch]:
    start = 0
    for end in re.finditer(r"[。；]|$", cell.text):
        part = cell.part(start, end.end()).stripped()
        if part.text:
            yield part
        start = end.end()


def _topic(covered: Covered) -> Body | None:
    """The organization that a sentence is about: with whose name it or one of its clauses begins."""
    for body in covered.bodies:
        lead = covered.sentence.text[: body.start]
        clause = lead[max(lead.rfind(stop) for stop in "，；：") + 1 :]
        if (opens(lead) or opens(clause)) and not _BRANCH.fullmatch(body.name):
            return body
    return None


def _spoken_of(context: Context) -> Body | None:
    """The organization with which one of the two paragraphs before begins, under the same heading."""
    for at in range(context.index - 1, max(-1, context.index - 3), -1):
        block = context.blocks[at]
        if block.kind is not BlockKind.PARAGRAPH or block.headings != context.block.headings:
            return None
        for body in find_named(block.text):
            if not block.text[: body.start].strip():
                return body
    return None


def _city(sentence: Sentence, context: Context) -> str:
    """The city that a sentence which names none is about: its subject, else the own city."""
    for text in (sentence.text, context.block.text):
        subject = _SUBJECT.match(text)
        if subject:
            return subject["city"]
    return context.home or ""


def _read(told: Told, block: Block) -> Iterator[Fact]:
    several = list(joined_several(told.covered, told.city))
    for name, date, as_role in several:
        yield from told.give([told.city], name, 0.85, since=date, as_role=as_role)
    if several:
        return
    if _NOT_COUNTED.search(told.text):
        return
    yield from _founding(told)
    member_of = _MEMBER_OF.search(told.covered.sentence.text)
    if member_of:
        yield from told.give([member_of["who"]], member_of["of"], 0.7, through=member_of["who"])
    clauses = [found.span() for found in _CLAUSE.finditer(told.text)]
    over = [_who_left(told, start, end) for start, end in clauses if LEFT.search(told.text, start, end)]
    told.left = [stem(city) for cities in over for city in cities]
    # 曾於某年加入，某年退出: the sentence tells of one who is no member any more.
    gone = bool(over) and not told.left
    for at, (start, end) in enumerate(clauses if not gone else ()):
        if LEFT.search(told.text, start, end) or NOT_YET.search(told.text, start, end):
            continue
        rest = told.text[end : clauses[-1][1]]
        if NOT_YET.search(rest[:14]) and "申請" in told.text[start:end]:
            continue
        before = told.text[clauses[at - 1][0] : clauses[at - 1][1]] if at else ""
        for claim in find_claims(told.text[start:end]) if MAY_CLAIM.search(told.text, start, end) else ():
            yield from _claimed(told, claim, (start, end), before, block)


def _who_left(told: Told, start: int, end: int) -> list[str]:
    lead = LEFT.split(told.text[start:end])[0]
    return cities_zh(re.sub(r"δ+|曾|一度|[於在自]|已|後來|其後|目前|[\d年月日代底初]+", "", lead))


def _claimed(told: Told, claim: Claim, span: tuple[int, int], before: str, block: Block) -> Iterator[Fact]:
    start, end = span
    words = told.text[start:end]
    bodies = told.covered.within(start + claim.of[0], start + claim.of[1]) if claim.of else []
    named = [main_name(body, told.context) for body in bodies] or [_unnamed(told, words, start + claim.start)]
    organizations = [name for name in named if name and not _NOT_JOINED.search(name)]
    cities, through = members_of(told, claim, words, block)
    if not cities or not organizations:
        return
    told.who = cities
    told.organization = organizations[-1] if bodies and not told.organization else told.organization
    as_role = role_of(claim, words, told.text[end:], several=len(cities) > 1)
    each = respectively(told, start, end) or (in_brackets(told, start, end, cities) if claim.listed else [])
    for at, organization in enumerate(organizations):
        date = former_and_latter(told, at) if len(organizations) > 1 else ""
        date = date or since(told, claim, span, before)
        own = cities == [told.context.home] and _OWN.search(words)
        score = 0.9 if bodies or claim.listed or own else 0.85
        for index, city in enumerate(cities):
            if stem(city) not in told.left:
                joined = each[index] if len(each) == len(cities) else date
                yield from told.give([city], organization, score, since=joined, as_role=as_role, through=through)


def _unnamed(told: Told, words: str, at: int) -> str:
    """The organization of a claim that names none: what 該聯盟 stands for, the one spoken of, the last before it."""
    earlier = [body for body in told.covered.bodies if body.end <= at]
    that = _THAT.search(words)
    meant_by = [body for body in earlier if that and body.name.endswith(that["noun"])]
    if meant_by or (earlier and (told.carried or not told.organization)):
        return main_name((meant_by or earlier)[-1], told.context)
    return told.organization


def _founding(told: Told) -> Iterator[Fact]:
    """甲縣、乙市共同成立: at home those that found a body belong to it; of one that many 發起, the own city does."""
    for found in _BEGAN.finditer(told.text):
        cities = cities_zh(found["who"])
        if found["verb"] == "發起":
            cities = [city for city in cities if owned(city, told.context) == told.context.home]
        bodies = [body for body in told.covered.bodies if body.start >= found.end() or body.end <= found.start()]
        organization = main_name(bodies[0], told.context) if bodies else told.organization
        dated = told.covered.dated(max(0, found.start() - 14), found.end())
        if len(cities) > 1 or (cities and found["verb"] == "發起"):
            since = dated.edtf if dated else ""
            yield from told.give(
                cities, organization, 0.8, since=since, as_role="" if found["verb"] == "組成" else "founding member"
            )
