"""People in English text: Mayor Ron Nirenberg of San Antonio; Mxolisi Kaunda, mayor of; a delegation led by X."""

from collections.abc import Iterator

from hansa.reading.patterns import regex
from hansa.reading.values.people.person import Person
from hansa.reading.values.people.posts import POST_EN, POST_EN_ANY, POST_EN_HEAD

# The capital letters of the Latin script, those of Polish, Turkish and Vietnamese names included.
_UP = "A-ZÀ-ÖØ-Þ" + "".join(
    map(chr, filter(lambda code: chr(code).isupper(), (*range(0x100, 0x180), *range(0x1EA0, 0x1F00))))
)
_WORD = rf"[{_UP}][\w'’\-]*[\w]"
_INNER = rf"(?:\s+(?:[{_UP}]\.|de|da|das|dos|del|van|von|der|den|la|bin|al|el|{_WORD}))"
NAME = rf"{_WORD}{_INNER}{{0,4}}"
_FULL = rf"{_WORD}{_INNER}{{1,4}}"
_HONOUR = r"(?:(?:Councillor|Cllr|Alderman|Alderwoman|Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Hon)\.?\s+)?"
_FIELD = r"(?:\s+for\s+(?:the\s+)?[A-Z]\w+(?:,?\s+(?:and\s+)?(?:the\s+)?[A-Z]\w+){0,4},)?"
_TITLED = regex(rf"(?:{POST_EN.pattern}){_FIELD}(?:\s+of\s+(?:the\s+)?(?P<of>{NAME}),)?,?\s+{_HONOUR}(?P<name>{NAME})")
_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday"
    "|Wednesday|Thursday|Friday|Saturday|Sunday)"
)
# Tijuana Mayor Montserrat Caballero; Fukuoka's mayor, Sōichirō Takashima
_PLACE_FIRST = regex(
    # `On 11 March Sakai's mayor` is the mayor of Sakai.
    rf"(?P<of>(?!{_MONTH}\s){_WORD}(?:\s{_WORD}){{0,2}}?)"
    r"(?:['’]s?\s+(?P<post>(?:deputy |lord |vice[- ])?(?:mayor|governor|president|ambassador)),?"
    rf"|(?:['’]s?)?\s+(?P<Post>(?:Deputy |Lord |Vice[- ])?(?:Mayor|Governor))),?\s+(?P<name>{_FULL})"
)
# his counterpart from Kyiv, Vitali Klitschko
_PEER = regex(rf"\b(?:colleague|counterpart|peer)\s+(?:from|of|in)\s+(?P<of>{NAME}),\s+(?P<name>{_FULL})")
_SEVERAL = regex(
    rf"\b(?P<post>Councillor|Councilor|Mayor|Governor|Alderman|Commissioner|Senator"
    rf"|Deputy Mayor)s\s+(?P<list>{_FULL}(?:(?:,|\s+and|,\s+and)\s+{_FULL})+)"
)
_ONE = regex(_FULL)
_APPOSED = regex(
    rf"(?P<name>{_FULL}),\s+(?:the\s+)?(?P<post>(?:(?:Acting|Executive|Deputy|Vice|Former|former"
    rf"|then)[- ])?{POST_EN_ANY.pattern})"
    rf"(?:\s+(?:of|for)\s+(?:the\s+)?(?P<of>{NAME}))?"
)
# The cheap tests: each begins with a plain character, which the machine finds at once.
_POST_BEHIND = regex(
    rf",\s+(?:the\s+)?(?:(?:Acting|Executive|Deputy|Vice|Former|former|then)[- ])?{POST_EN_ANY.pattern}"
)
_POST_BEFORE = regex(r"mayor|governor|president|vice-mayor")
_POSTS = regex(r"(?:Councillor|Councilor|Mayor|Governor|Alderman|Commissioner|Senator)s\s")
_POST_COMMA = regex(
    rf"\b[Tt]he\s+(?:then\s+)?(?P<post>mayor|governor|deputy mayor|president"
    rf"|vice-mayor)(?:\s+of\s+(?:the\s+day|(?P<of>{NAME})))?,\s+(?P<name>{_FULL})"
)
_LED = regex(rf"\b(?:led|headed|chaired|fronted)\s+by\s+(?:its\s+)?(?P<name>{_FULL})")
_GROUP = r"(?:delegation|party|group|team|contingent|mission|deputation)"
# A delegation from Yokohama, headed by Mayor Takeharu Yamanaka: whose people the group is, theirs is its head.
_GROUP_OF = regex(
    rf"(?:\b{_GROUP}\s+(?:of\s+[\w-]+\s+)?(?:\w+\s+)?from\s+(?:the\s+)?(?P<of>{NAME}),?"
    rf"|\b[Aa]n?\s+(?P<from>{NAME})\s+{_GROUP},?)\s+"
    r"(?:which\s+was\s+|and\s+)?(?:(?:led|headed|fronted)\s+by|under)\s+(?:its\s+|the\s+)?$"
)
_SIGNED = regex(rf"(?<!\bof\s)(?P<name>{_FULL})(?=\s+(?:signed|co-signed)\b)")
_AND_BEFORE = regex(rf"(?<!\bof\s)(?P<name>{_FULL})(?=\s+and\s+{_FULL}\s+(?:signed|co-signed)\b)")
_FOR = regex(
    rf"(?P<name>{_FULL})(?=\s+for\s+the\s+[a-z ]*(?:city|capital|town|prefecture|state|province"
    rf"|port)\b)"
)
_OF_AFTER = regex(rf"\s+of\s+(?:the\s+)?(?P<of>{NAME})")
_NO_NAME = regex(
    r"^(?:The|This|That|City|Council|In|On|At|Chamber|Office|Board|University|Government|General|Mayor"
    r"|Monday|January|February|March"
    r"|April|May|June|July|August|September|October|November|December|Sister|Affairs|Agreement"
    r"|Memorandum|Today|Both|His|Her|It|He|She)\b"
    r"|\b(?:City|Council|Government|Agreement|University|Prefecture|County|Province|Assembly|Summit"
    r"|Conference|Commerce|Cities|Network|Committee|Administration|Railways?|Authority|Corporation"
    r"|Company|Association|Partnership|Institute|School|Ports?|Department|Ministry|Office|Chamber"
    r"|Foundation|Club|Union|Bank)$"
)
_NO_PLACE = regex(
    r"^(?:The|This|Our|Its|When|On|In|At|And|While|Then|Former|Acting|First|A|An|Last"
    r"|Executive|Deputy|Lord|Vice|Governing|Regional|Interim|Current|New|Senior|Host|Fellow|His|Her|Their|Your)\b"
)


def find_english(text: str) -> Iterator[Person]:
    """The people that stand beside a post, lead a delegation or sign, in the order of the text."""
    found: dict[int, Person] = {}
    for person in (*_beside_place(text), *_titled(text), *_apposed(text), *_several(text), *_acting(text)):
        if not _NO_NAME.search(person.name) and not POST_EN.match(person.name):
            found.setdefault(_at(text, person), person)
    yield from (found[at] for at in sorted(found))


def _at(text: str, person: Person) -> int:
    return text.index(person.name, person.start)


def _beside_place(text: str) -> Iterator[Person]:
    """Those whose place stands before their post, or who are called somebody's colleague from a place."""
    if "ayor" in text or "overnor" in text or "resident" in text or "mbassador" in text:
        for match in _PLACE_FIRST.finditer(text):
            of = match["of"]
            if not POST_EN.search(of) and not _NO_PLACE.search(of):
                yield Person(match.start(), match.end(), match["name"], match["post"] or match["Post"], of)
    if "colleague" in text or "counterpart" in text or "peer" in text:
        for match in _PEER.finditer(text):
            yield Person(match.start("name"), match.end(), match["name"], "", match["of"])


def _titled(text: str) -> Iterator[Person]:
    if not POST_EN_HEAD.search(text):
        return
    for match in _TITLED.finditer(text):
        post = POST_EN.match(text, match.start())
        if post:
            name = match["name"]
            of = match["of"] or _of_after(text, match.end()) or _of_group(text, match.start())
            yield Person(match.start(), match.end(), name, post[0], of, "", " " not in name)


def _apposed(text: str) -> Iterator[Person]:
    behind_name = _APPOSED.finditer(text) if _POST_BEHIND.search(text) else ()
    before_name = _POST_COMMA.finditer(text) if _POST_BEFORE.search(text) else ()
    for match in (*behind_name, *before_name):
        yield Person(match.start("name"), match.end("name"), match["name"], match["post"], match["of"] or "")


def _several(text: str) -> Iterator[Person]:
    """Several with one post: Councillors Ann Lee and Bo Chan."""
    for match in _SEVERAL.finditer(text) if _POSTS.search(text) else ():
        for one in _ONE.finditer(text, match.start("list"), match.end("list")):
            yield Person(one.start(), one.end(), one[0], match["post"])


def _acting(text: str) -> Iterator[Person]:
    for sign, pattern in (("by ", _LED), ("signed", _SIGNED), ("signed", _AND_BEFORE), (" for the ", _FOR)):
        for match in pattern.finditer(text) if sign in text else ():
            of = _of_group(text, match.start("name")) if pattern is _LED else ""
            yield Person(match.start("name"), match.end("name"), match["name"], "", of)


def _of_group(text: str, at: int) -> str:
    group = _GROUP_OF.search(text, 0, at)
    return (group["of"] or group["from"]) if group else ""


def _of_after(text: str, at: int) -> str:
    match = _OF_AFTER.match(text, at)
    return match["of"] if match else ""
