"""Who signed: the parties of a signing told in Chinese, from the sentence, its title, or what stands above it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hansa.reading.context import Context
from hansa.reading.document import BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.building import main_partner, one_level
from hansa.reading.rules.agreements.kinds import Instrument
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind
from hansa.reading.values.numbers import chinese_value

BOTH = regex(r"兩市|雙方|兩縣市?|兩地|雙城|三方|三地|三市|雙邊|該市|該縣|該州|兩校|兩港|兩議會|兩會|彼此|貴我|當場")
_NOT_SIGNING = regex(r"(?:於|在|自|從|抵|至|到|赴|轉赴|前往|來自|位於)$")
_THAT = regex(r"(?:與|和|同|跟|偕)該(?P<unit>[市縣省州郡區町村鎮鄉])")
_FROM = regex(r"由$")
_OWN_COUNCIL = regex("本[市縣]議會")
# 兩市漁會簽訂: the bodies of the two have signed, and not the two.
_BODIES_OF_BOTH = regex(
    r"(?:兩[市縣地城]|雙城)(?:的|之)?(?P<body>(?!議會)[\u3400-\u9fff]{1,6}?(?:會|館|園|臺|台|校|學|院|所|中心|公司))(?:也|亦|另|並|則|又|共同|正式)*$"
)
_AGAIN, _LEAD = regex("再|又|另|[加續增]$"), 8
# As long as the longest of them.
_NEAR = 2
_LEAVES = regex(r"(?:轉抵|轉赴|出發|搭機|飛抵|前往|轉往)")
_JOINS_HOME = regex(
    r"(?:^|[，；：、。\s」])(?:[\u3400-\u9fff]{0,6}?)(?:與|和|同|跟|偕同|會同)(?:[\u3400-\u9fff]{2,8})?$"
)
_MANY = regex(r"(?:\d+|[三四五六七八九十多])\s*(?:方|市|縣市|地|國|校|城市)|兩市|雙方")
_NUMBER_OF = regex(r"(?P<n>\d+|[二兩三四五六七八九十]+)\s*[個座]?\s*(?:縣市|市|縣|方|地|校|國|城市)")
_PAIRWISE = ("sister_city", "friendship_city", "sister_port", "partnership")
# 與A、B、C等3縣簽有: with each of them.
_AND_SO_ON = regex(r"等\s*(?:\d+|[二三四五六七八九十]+)?\s*[個座]?(?:縣市|縣|市|城市)簽有")
# 與A、B、C分別簽署: one with each.
_EACH = regex("分別(?:簽|締|結|與)|個別|各自")
_JOINED = regex("[與和同跟及、]|偕")
_TOGETHER = ("與", "和", "同", "跟")
_SCHOOLS = regex(r"\d+\s*所?(?:校|學校)")
_MOST = 12
_LONGEST_BODY = 16
_WITH = regex(r"\s*[與和×][^，。、；與和]{0,8}")
_JOINT = regex(r"\s*(?:[、,，/]|與|和|及|以及|暨|跟)[^，。、；與和及]{0,8}")
_TO_VERB = regex(
    r"(?:等?\s*[\d一二兩三四五六七八九十]*\s*[方個單位機構校]*)?(?:共同|聯合|正式|於[^，]{1,16}|[^，與和及]{0,10}日)?\s*"
)
# 友好城市A、B締盟5周年: the bond is the own city's with each.
_BOND_OF = regex(r"(?:姊妹|姐妹|友好|友誼|夥伴|締盟|結盟)(?:城市|都市|縣市|市|縣|友市)?(?:[^\s，。；]{0,4})$")


@dataclass(frozen=True)
class Signers:
    """The parties' names; `sure` says that the sentence itself names them, `known` that the atlas has them all."""

    names: tuple[str, ...]
    kinds: frozenset[PartyKind]
    sure: bool
    known: bool


def signers(
    sentence: Sentence, at: int, context: Context, verb: re.Match[str], item: Instrument, floor: int
) -> list[Signers]:
    """Each set of parties that signed: one, or for bonds of two cities one for each partner named in a row."""
    sets = (
        _from_title(item, context)
        or _with_that(sentence, at, context, verb, floor)
        or _from_sentence(sentence, context, verb, item, floor)
    )
    sets = sets or _from_above(sentence, at, context, item)
    return [found for found in sets if len(found.names) >= (1 if item.title and item.start != item.end else 2)]


def _signers(parties: Sequence[Party], home: str | None, sure: bool) -> Signers:
    names = ([home] if home else []) + [party.name for party in parties]
    return Signers(tuple(dict.fromkeys(names)), frozenset(p.kind for p in parties), sure, all(p.known for p in parties))


def _from_title(item: Instrument, context: Context) -> list[Signers]:
    """The title itself names them: 「高雄市及布拉提斯拉瓦省夥伴協定」."""
    parties = context.parties(item.title) if item.title else []
    others = [party for party in parties if not party.own]
    if not others or len(parties) < 2 or not any(party.own for party in parties):
        return []
    return [_signers(one_level(others, item.kind), context.home, True)]


def _with_that(sentence: Sentence, at: int, context: Context, verb: re.Match[str], floor: int) -> list[Signers]:
    """與該省簽訂, 鹿谷鄉與該町簽署: the party named before is one of them, whatever body of it signs."""
    that = _THAT.search(sentence.text, floor, verb.start())
    if not that:
        return []
    before = [party for party in sentence.cities if party.end < that.start() and party.kind is PartyKind.CITY]
    meant = [party for party in before if party.name.endswith(that["unit"])][-1:] or before[-1:]
    far = meant or [party for party in context.partners(at) if party.kind is PartyKind.CITY][:1]
    beside = [party for party in sentence.counterparts if party.end == that.start() and party not in far]
    return [_signers([*beside, *far], None if beside else context.home, True)] if far else []


def _from_sentence(
    sentence: Sentence, context: Context, verb: re.Match[str], item: Instrument, floor: int
) -> list[Signers]:
    both = _BODIES_OF_BOTH.search(sentence.text, max(0, verb.start() - _LONGEST_BODY), verb.start())
    if both:
        cities = [party for party in sentence.cities if party.kind is PartyKind.CITY and party.end <= verb.start()]
        named = [context.home, cities[0].name] if context.home and cities else []
        return [Signers(tuple(f"{name}{both['body']}" for name in named), frozenset((PartyKind.BODY,)), True, False)]
    inside = _bracket(sentence, verb)
    if inside:
        before = [party for party in sentence.counterparts if party.end <= inside]
        if len(before) > 1 and _WITH.fullmatch(sentence.text[before[-2].end : before[-1].start]):
            return [_signers(before[-2:], None, True)]
        return [_signers(before[-1:], context.home, True)] if before else []
    for start, end in _clauses_back(sentence, verb, floor):
        here = [p for p in sentence.parties if start <= p.start and p.end <= max(end, item.start)]
        if item.kind == "sister_school":
            schools = [p for p in sentence.parties if p.kind is PartyKind.SCHOOL and p.start >= floor]
            here = schools if len(schools) > 1 else here
        here = [p for p in here if not _is_elsewhere(sentence, p) and not _is_quoted(sentence, p)]
        row = _row_to_verb(sentence, here, verb)
        if row and item.kind not in _PAIRWISE:
            own = any(party.own for party in row)
            return [_signers([p for p in row if not p.own], context.home if own else None, True)]
        others = one_level([p for p in here if not p.own], item.kind)
        councils = _councils(sentence, context, others)
        if councils:
            return councils
        if others and not (all(p.kind is PartyKind.COUNTRY for p in others) and not item.title):
            return _arranged(sentence, context, here, others, start, end, item)
    # 於2005年簽訂交流協定，嗣於2016年升格為友好城市，今年再加簽備忘錄: the same parties again.
    again = floor and (
        verb[0] == "升格為" or _AGAIN.search(sentence.text, max(floor, verb.start() - _LEAD), verb.start())
    )
    return _from_sentence(sentence, context, verb, item, 0) if again else []


def _row_to_verb(sentence: Sentence, here: Sequence[Party], verb: re.Match[str]) -> list[Party]:
    """The parties of different sorts that stand in one row up to the verb: A市、B商會、C大學與D大學簽署."""
    text = sentence.text
    row: list[Party] = []
    for party in reversed([party for party in here if party.end <= verb.start()]):
        if not (_JOINT if row else _TO_VERB).fullmatch(text[party.end : row[0].start if row else verb.start()]):
            break
        row.insert(0, party)
    return row if len(row) > 2 and len({party.kind for party in row}) > 1 else []


def _councils(sentence: Sentence, context: Context, others: Sequence[Party]) -> list[Signers]:
    """市議會 by itself is the own city's; the other council is that of the city that the sentence names."""
    if len(others) == 1 and others[0].kind is PartyKind.COUNCIL and context.home and _OWN_COUNCIL.search(sentence.text):
        return [
            Signers((f"{context.home}議會", others[0].name), frozenset((PartyKind.COUNCIL,)), True, others[0].known)
        ]
    own = [party for party in others if party.name in ("市議會", "縣議會", "議會")]
    if len(own) != 1 or len(others) > 2 or not context.home:
        return []
    if len(others) == 2:
        other = next(party for party in others if party is not own[0])
        return [Signers((f"{context.home}議會", other.name), frozenset((other.kind,)), True, other.known)]
    city = next((party for party in sentence.cities if party.kind is PartyKind.CITY), None)
    if city is None:
        return []
    return [Signers((f"{context.home}議會", f"{city.name}議會"), frozenset((PartyKind.COUNCIL,)), True, city.known)]


def _arranged(
    sentence: Sentence,
    context: Context,
    here: Sequence[Party],
    others: Sequence[Party],
    start: int,
    end: int,
    item: Instrument,
) -> list[Signers]:
    home = _subject(sentence, context) if _home_signs(sentence, start, end, here, others) else None
    subject = sentence.parties[0] if home and len(others) == 1 else None
    if subject and _is_of_others(subject, others[0], sentence, context):
        return [_signers([subject, *others], None, True)]
    if (
        subject
        and _is_local(subject, context)
        and subject is not others[0]
        and sentence.text[start:].startswith(_TOGETHER)
    ):
        return [_signers([subject, *others], None, True)]
    words = sentence.text[start:end] + item.title
    bilateral = item.kind in _PAIRWISE and not _MANY.search(words)
    if (
        bilateral
        or (home and _EACH.search(words))
        or (_AND_SO_ON.search(words) and item.kind in (*_PAIRWISE, "mou") and others[0].kind is PartyKind.CITY)
    ):
        if home and len(others) > 1:
            return [_signers([other], home, True) for other in others]
        if not home and len(others) > 2 and "共同" not in words:
            # Only where they stand says that the first has signed with each of the others.
            return [_signers([others[0], other], None, False) for other in others[1:]]
    return [_signers(others, home, True)]


def _is_of_others(first: Party, other: Party, sentence: Sentence, context: Context) -> bool:
    """Whether a place abroad, of which the sentence tells, has tied itself to another city of the own country."""
    apart = bool(other.country) and other.country == context.home_country != first.country
    own = any(party.own for party in sentence.parties)
    return apart and not own and first.start == 0 and first.kind is other.kind is PartyKind.CITY


def _is_local(party: Party, context: Context) -> bool:
    """Whether the party that a sentence begins with is a township or district that can sign by itself: 綠島鄉公所."""
    home = context.home_country
    return party.start <= 1 and not party.own and party.name[-1] in "鄉鎮區" and party.country in ("", home)


def _subject(sentence: Sentence, context: Context) -> str | None:
    """Who signs with the others where the sentence leaves it out: the own city, else the one told of before it."""
    if context.home:
        return context.home
    said = context.sentences()
    before = said[: said.index(sentence)] if sentence in said else []
    return next((party.name for earlier in reversed(before) for party in earlier.cities[:1]), None)


def _bracket(sentence: Sentence, verb: re.Match[str]) -> int:
    """Where the bracket begins in which the verb stands: 山形市（106年締結）; 0 where it stands in none."""
    opened = max(sentence.text.rfind("（", 0, verb.start()), sentence.text.rfind("(", 0, verb.start()))
    closed = max(sentence.text.rfind("）", 0, verb.start()), sentence.text.rfind(")", 0, verb.start()))
    return opened if opened > closed and opened > 0 else 0


def _is_elsewhere(sentence: Sentence, party: Party) -> bool:
    """Whether the party is only the place: 於布拉格市政廳簽署, 由北海道轉抵."""
    near = max(0, party.start - _NEAR)
    if _FROM.search(sentence.text, near, party.start):
        return bool(_LEAVES.match(sentence.text, party.end))
    return bool(_NOT_SIGNING.search(sentence.text, near, party.start))


def _is_quoted(sentence: Sentence, party: Party) -> bool:
    before = sentence.text[: party.start]
    return before.count("「") > before.count("」") or before.count("《") > before.count("》")


def _clauses_back(sentence: Sentence, verb: re.Match[str], floor: int) -> Iterator[tuple[int, int]]:
    """The clause of the verb, then those before it back to the last event, nearest first."""
    start, end = sentence.clause(verb.start())
    yield max(start, floor), end
    while start > floor + 1:
        end = start - 1
        start = sentence.clause(end - 1)[0]
        yield max(start, floor), end


def _home_signs(sentence: Sentence, start: int, end: int, here: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether the own city is a party: named beside the others, through its officials, or as the subject left out."""
    joined = any(party.own and _JOINED.match(sentence.text, party.end) for party in here)
    if others[0].kind in (PartyKind.SCHOOL, PartyKind.PORT, PartyKind.COUNCIL) and len(others) > 1:
        return joined
    if len(others) == 1:
        return others[0].kind is not PartyKind.SCHOOL
    if any(party.own for party in here) or _BOND_OF.search(sentence.text[start : others[0].start]):
        return True
    if _JOINS_HOME.search(sentence.text[start : others[0].start]):
        return True
    officials = [p for p in sentence.people if start <= p.start < others[0].start and not p.of]
    return bool(officials)


def _guests(sentence: Sentence, context: Context) -> list[Party]:
    """The party whose official the sentence names beside 雙方: 由櫻田市長代表簽署, who is mayor of 弘前市."""
    bodies = [context.whole_person(person).of for person in sentence.people]
    named = [party for body in dict.fromkeys(bodies) if body for party in context.parties(body)]
    return [party for party in named if not party.own and party.kind is not PartyKind.COUNTRY]


def _from_above(sentence: Sentence, at: int, context: Context, item: Instrument) -> list[Signers]:
    """What 雙方, 三方 or nothing at all stands for: the parties in front of it, in a line with ×, or in a heading."""
    crossed = context.crossed()
    if _SCHOOLS.search(sentence.text) and item.kind != "sister_school":
        return []
    if crossed and (
        context.block.kind is not BlockKind.HEADING or BOTH.search(sentence.text) or context.follows_cross()
    ):
        others = [party for party in crossed if not party.own]
        if any(party.own for party in crossed):
            return [_signers(others, context.home, False)]
        return [_signers(others, None, False)]
    if context.block.kind is BlockKind.HEADING and not BOTH.search(sentence.text):
        return []
    near = _guests(sentence, context) if BOTH.search(sentence.text) else []
    near = near or [party for party in context.partners(at) if item.title or party.kind is not PartyKind.COUNTRY]
    if not near and BOTH.search(sentence.text):
        near = main_partner(context)
    above = one_level(near, item.kind)
    if len(above) > 1 and above[0].kind in (PartyKind.PORT, PartyKind.SCHOOL, PartyKind.COUNCIL):
        return [_signers(above, None, True)]
    number = _NUMBER_OF.search(sentence.text)
    many = (chinese_value(number["n"].replace("兩", "二")) or 0) if number else 0
    if many > 2 and len(above) != many - bool(context.home):
        return []
    if not above or len(above) > _MOST:
        return []
    return [_signers(above if many > 2 else above[:1], context.home, len(above) == 1)]
