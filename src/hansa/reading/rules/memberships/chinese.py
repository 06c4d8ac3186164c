"""Memberships in Chinese sentences: 甲市於2012年加入, 會員城市有甲、乙、丙, 參加多個國際組織包括…."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hansa.facts import Fact
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind, Stretch
from hansa.reading.rules.memberships.joining import cities_zh, main_name, meant, memberships, owned, role
from hansa.reading.rules.organizations.entries import opens
from hansa.reading.sentence import Sentence
from hansa.reading.values.organizations import Body, find_named

_RULE = "joined_in_chinese"
_GATE = re.compile(
    r"加入|入會|入列|加盟|會籍|參與其中|會員|成員|會長城市|成員身|領導城市|主席城市|理事|委員|縣市.{0,6}成立|執行局|參加.{0,10}組織|名義，通過"
)
_LEFT = re.compile(r"退[出會]|終止|喪失|除籍|除名|脫離")
_CLAUSE = re.compile(r"[^，。；]+")
_OVER = re.compile(r"未(?:加入|入會|參加)|非[^，。]{0,4}會員|尚未|申請中|爭取加入|擬加入|將加入|盼|希望|預計|考慮|洽談")
_JOINED = re.compile(
    r"(?P<who>[^，。；！？：｜|]*?)(?:(?:申請|獲准|獲邀|應邀|響應|正式|陸續|先後|分別|同年|稍後|隨後|亦|也|則|已|均|起)*)"
    r"(?:加入|入會|入列|加盟|參與其中|(?<=名義，)通過|取得[^，。；]{0,20}?會[員籍]|(?:成為|[為是係])[^，。；]{0,50}?(?:會員|成員))"
)
_IS_MEMBER = re.compile(r"(?<!成)[為是係][^，。；]*(?:會員|成員)$")
_STATE = re.compile(rf"參與其中|{_IS_MEMBER.pattern}")
_LIST_AFTER = re.compile(
    r"(?:(?:正式)?(?:會員|成員)(?:城市|縣市)?|城市會員|(?:正式)?城市會員|會員都市)(?:目前)?(?:計有|有|包括|包含"
    r"|為|：)(?P<who>[^。；]+?)(?=\d+\s*個|等|[。；]|$)"
)
_LIST_BEFORE = re.compile(
    r"(?:擁有|包括|包含|計有|有|以)(?P<who>[^。；]+?)等?\s*\d*\s*個?(?:會員|成員)(?:城市|都市|縣市)"
)
_ORGANIZATIONS = re.compile(
    r"(?:參加|加入|參與|為)(?:了|許)?(?:多個|數個|下列|以下|\d+\s*個|許多|各|重要)*(?:國際)?(?:城市|區域)?"
    r"(?:間)?(?:組織|聯盟|網絡)[^。；]{0,10}?(?:包括|計有|如|有|：)(?P<list>[^。；]+)"
)
_BEGAN = re.compile(r"(?:縣市|市)(?:共同)?(?:成立|發起|創立|組成|發表)")
_FOUNDED = re.compile(
    r"(?P<who>[^。；，]+?(?:、[^。；，]+?)+?)等?\s*\d*\s*個?(?:縣市|城市|市)(?:共同)?(?:成立|發起|創立|組成|發表)"
)
_THROUGH = re.compile(
    r"以「?(?P<through>[\u3400-\u9fff]{4,24}(?:會|協會|聯盟|館|園|大學|公司))」?(?:之|的)?名義?(?=[，、\s]|入|加"
    r"|參|通|成)"
)
_IN_NAME = re.compile(r"以「(?P<name>[^」]{2,24})」(?:之|的)?名義?(?:成為|加入|入會)")
_MEMBER_OF = re.compile(r"以「(?P<of>[^」]{4,30})」之?成員身[分份]")
_ROLE_OF = re.compile(
    r"(?P<who>[\u3400-\u9fff]{2,12}?)(?:更|亦|並|現|也|則)?(?:為|係|是|擔任|出任)(?:該聯盟|該組織|該會|其|聯盟|協會)?"
    r"(?P<role>創始會員|創會會員|[歐亞美非]?洲?領導城市|執行局委員|執行委員"
    r"|(?:共同|副)?(?:主席|會長|理事長|議長)(?:城市)?|(?:常務)?理事(?:城市)?)"
)
_JOINS = re.compile(
    r"(?:加入|參加|加盟|通過|成為|取得|成立「?|參與|為|是|係|入會)(?:[\u3400-\u9fff]{2,10}[（(][^（()）]*[)）])?[「『]?$"
)
_HELD_BY = re.compile(r"」?(?:之|的)?名|」(?:之|的)?(?:身|代)")
_WITHIN = re.compile(r"則以|名義|參與|亦以")
_ALL_ARE = re.compile(
    r"(?P<who>[\u3400-\u9fff、]{2,80}?)(?:均|皆|都|同|先後|陸續|曾|現)*(?:為|是|係)(?:其|該[\u3400-\u9fff]{2,4}(?:之|的)?)?"
    r"(?P<role>[\u3400-\u9fff]{0,4}(?:會員|成員))"
)
_PLAIN = ("會員", "會員城市", "成員")
_OFFICE = re.compile(
    r"(?:由|(?<=[，。；｜|]))(?P<office>(?!並)[\u3400-\u9fff]{2,8}?(?:局|處|公所|委員會))(?:主[責辦政管]|負責|承辦"
    r"|擔任窗口|(?=$|[｜|]))"
)
_UNIT = re.compile(r"[\u3400-\u9fff]{2,8}(?:局|處|委員會)")
_BRANCH = re.compile(r"亞太分會|[\u3400-\u9fff]{2,4}分會")


_SUBJECT = re.compile(r"(?:\d{4}年)?(?P<city>[\u3400-\u9fff]{2,4}?[市縣])(?!長(?!期)|府|政府|議會)")
_POSITION = re.compile(
    r"(?:連任|擔任|現任|獲選|當選|出任)[\s\d－–~～-]*(?P<role>[\u3400-\u9fff]{2,16}(?:委員|理事|主席|會長))"
)


@dataclass(frozen=True)
class Told:
    """A sentence that is being read for memberships, with what it may leave unsaid."""

    sentence: Sentence
    organization: str
    city: str
    context: Context

    @cached_property
    def text(self) -> str:
        """The sentence's words, with a blank for each character of the clauses that tell who left."""
        if not _LEFT.search(self.sentence.text):
            return self.sentence.text
        return _CLAUSE.sub(lambda m: "\u3000" * len(m[0]) if _LEFT.search(m[0]) else m[0], self.sentence.text)

    def _office(self) -> str:
        """The unit of the own city that the words name, or under whose heading they stand."""
        found = _OFFICE.search(self.context.block.text)
        if found:
            return found["office"]
        units = (heading for heading in reversed(self.context.block.headings) if _UNIT.fullmatch(heading))
        return next(units, "")

    def since(self, found: re.Match[str]) -> str:
        """The date of joining that stands beside the words found: the last before their clause's end. What only holds
        takes the date of its own clause."""
        start, end = self.sentence.clause(found.end())
        first = start if _STATE.search(found[0]) else 0
        before = [dated for dated in self.sentence.dates if first <= dated.start < end]
        return before[-1].edtf if before else ""

    def give(self, cities: list[str], organization: str, score: float, **more: str) -> Iterator[Fact]:
        """A membership for each city."""
        named = [owned(city, self.context) for city in cities]
        if named == [self.context.home] and (office := self._office()):
            more.setdefault("office", office)
        stretch: Stretch = self.sentence.stretch
        return memberships(named, organization, stretch, self.context, rule=_RULE, score=score, **more)


def joined_in_chinese(block: Block, context: Context) -> Iterator[Fact]:
    """A sentence says that cities joined, belong to, founded or lead an organization; those that left are not told."""
    if not _GATE.search(block.text):
        return
    body = meant(context) or _spoken_of(context)
    over = main_name(body, context) if body else ""
    last = ""
    for sentence in _sentences(block, context):
        named = next(iter(_bodies(sentence.text)), None)
        if named and over and named.name.endswith("分會"):
            named = None
        organization = main_name(named, context) if named else last or over
        last = organization if named and not over else last
        if _GATE.search(sentence.text) and not _OVER.search(sentence.text):
            yield from _read(Told(sentence, organization, _city(sentence, context), context), block)


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


def _bodies(text: str) -> Iterator[Body]:
    """The organizations named at a sentence's beginning or as what somebody joins."""
    for body in find_named(text):
        lead, rest = text[: body.start], text[body.end :]
        if _HELD_BY.match(rest) or _WITHIN.search(body.name):
            continue
        if opens(lead) or _JOINS.search(lead):
            yield body


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
    listed = _ORGANIZATIONS.search(told.text)
    if listed:
        yield from _several(told, listed["list"])
        return
    member_of = _MEMBER_OF.search(told.text)
    if member_of:
        who = told.text[: member_of.start()].strip("，、 ")[-20:]
        yield from told.give([who], member_of["of"], 0.7, through=who)
        return
    if not told.organization:
        return
    for pattern in (_LIST_AFTER, _LIST_BEFORE):
        found = pattern.search(told.text)
        cities = cities_zh(found["who"]) if found else []
        if found and cities:
            yield from told.give(cities, told.organization, 0.9, as_role=_listed_role(told.text))
            return
    if _own_line(told):
        yield from _of_own(told)
        return
    yield from _founding(told)
    for found in _ALL_ARE.finditer(told.text):
        given = role(found["role"])
        cities = cities_zh(found["who"])
        if len(cities) > 1 or "為其" in found[0] or "為該" in found[0]:
            yield from told.give(cities, told.organization, 0.85, as_role="" if given in _PLAIN else given)
    yield from _joining(told, block)
    yield from _leading(told)


def _listed_role(text: str) -> str:
    return "official member" if "正式" in text else ""


def _several(told: Told, words: str) -> Iterator[Fact]:
    """參加多個組織，包括…: one membership in each of them."""
    for part in re.split(r"、(?![^（(]*[)）])|以及|…", words):
        bracket = re.search(r"[（(](?P<inside>[^（()）]*)[)）]", part)
        plain = re.sub(r"[（(][^（()）]*[)）]|等.*$", "", part).strip(" 。")
        if len(plain) >= 4 and told.city:
            yield from told.give(
                [told.city],
                plain,
                0.85,
                as_role=role(bracket["inside"]) if bracket and not _BRANCH.search(bracket[0]) else "",
            )
        branch = _BRANCH.search(bracket["inside"]) if bracket else None
        if branch and told.city and bracket:
            yield from told.give([told.city], plain + branch[0].lstrip("為其"), 0.8, as_role=role(bracket["inside"]))


def _own_line(told: Told) -> bool:
    """Whether a short line under an organization's heading tells of the own city without naming anybody."""
    block = told.context.block
    short = block.kind is not BlockKind.ROW and len(block.text) < 70 and "。" not in block.text
    if not short or not told.context.home or not block.headings[1:]:
        return False
    named = "本市" in told.text or "本縣" in told.text
    return named or all(party.own for party in told.sentence.parties)


def _of_own(told: Told) -> Iterator[Fact]:
    """`2011 年加入，城市會員`: the own city's membership."""
    joined = re.search(r"加入|入會", told.text)
    position = _POSITION.search(told.text)
    given = position["role"] if position else role(told.text)
    dates = [dated.edtf for dated in told.sentence.dates if "/" not in dated.edtf]
    since = told.since(joined) if joined else dates[0] if dates and not position else ""
    if joined or position or given:
        yield from told.give([told.context.home or ""], told.organization, 0.85, since=since, as_role=given)


def _founding(told: Told) -> Iterator[Fact]:
    found = _FOUNDED.search(told.text) if "、" in told.text and _BEGAN.search(told.text) else None
    cities = cities_zh(_undated(found["who"], told)) if found else []
    if found and len(cities) >= 2:
        founded = "" if "發表" in found[0] else "founding member"
        yield from told.give(cities, told.organization, 0.85, since=told.since(found), as_role=founded)


def _joining(told: Told, block: Block) -> Iterator[Fact]:
    """甲市、乙市於某年加入; without a subject under an organization's own heading, it is the own city that joined."""
    through = _THROUGH.search(told.text)
    for found in _JOINED.finditer(told.text):
        if _IS_MEMBER.search(found[0]) and not any(find_named(found[0])):
            # Of what somebody is a member, the rules for lists and roles tell.
            continue
        who = _undated(found["who"], told)
        who = re.split(r"以「?[\u3400-\u9fff．·]{2,24}」?(?:之|的)?名義?", who)[0]
        cities = cities_zh(who)
        if not cities and (who.strip(" ，") in ("", "同年", "亦") or through or _IN_NAME.search(told.text)):
            cities = _subject(told, block)
        if not cities and re.match(r"(?:本市|本縣|本府)", who.strip()):
            cities = [told.context.home or ""]
        if cities and not re.search(r"[台臺]灣六都|各國|各地", who):
            given = role(re.split(r"[，；]其中", told.text[found.start() :])[0])
            given = "" if given == "會員" and "為" not in found[0] else given
            yield from told.give(
                cities,
                told.organization,
                0.85,
                since=told.since(found),
                as_role=given,
                through=through["through"] if through else "",
            )


def _subject(told: Told, block: Block) -> list[str]:
    """The city that joins where the clause names none: the one before it in the sentence, else the own city."""
    head = re.split(r"[，則亦]|於|以", told.text)[0]
    cities = cities_zh(_undated(head, told))
    if cities:
        return cities
    own = told.context.home
    return (
        [own]
        if own
        and (
            told.text.startswith(("本市", "本縣", "同年"))
            or "本縣" in told.text
            or "本市" in told.text
            or len(block.text) < 60
        )
        else []
    )


def _leading(told: Told) -> Iterator[Fact]:
    """甲市更為該聯盟創始會員, 德國乙市為歐洲領導城市."""
    for found in _ROLE_OF.finditer(told.text):
        who = re.sub(r"^(?:且|並|而|其中|由)+", "", found["who"])
        cities = cities_zh(who)
        if cities:
            mapped = role(found["role"])
            yield from told.give(cities, told.organization, 0.8, as_role=mapped or found["role"])


def _undated(words: str, told: Told) -> str:
    """The words without the sentence's dates."""
    for dated in told.sentence.dates:
        words = words.replace(told.text[dated.start : dated.end], "")
    return words.strip("　 ，於在")
