"""People in Chinese text: 陳其邁市長, 市長盧秀燕, 大西一史市長, 朗．尼倫伯格 (Ron Nirenberg), Trenton Brown市長."""

import re
from collections.abc import Iterator, Sequence

from hansa.reading.patterns import regex
from hansa.reading.values.names.party import Party, PartyKind
from hansa.reading.values.names.surnames import COMPOUND_SURNAMES, SURNAMES
from hansa.reading.values.names.words import AFTER_NAME, BODY_SUFFIX, STOP, has_foreign_name, name_follows, name_length
from hansa.reading.values.people.person import Person
from hansa.reading.values.people.posts import POST

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŻŽČŠ][A-Za-zÀ-ɏ'’.\-]*"
_LATIN = rf"{_CAPITAL}(?:\s+(?:{_CAPITAL}|de|da|das|dos|del|van|von|der|la|bin|al)){{0,5}}"
_BRACKET = regex(rf"\s*[（(]\s*(?P<latin>{_LATIN})\s*[)）]\s*")
_BRACKET_BEFORE = regex(rf"[（(]\s*(?P<latin>{_LATIN})\s*[)）]\s*(?:先生|女士|閣下)?$")
_BRACKET_ENDS = (")", "）", "先生", "女士", "閣下")
_LATIN_BEFORE = regex(rf"(?P<latin>{_LATIN})\s*$")
_LATIN_AFTER = regex(rf"\s*(?P<latin>{_LATIN})")
_DOTS = "．·‧・•"
_DOT = regex(f"[{_DOTS}]")
_HAN = r"\u3040-\u30ff\u3400-\u9fff"
_ENDS_HAN = regex(rf"[{_HAN}]\Z")
# Matched against what stands before a post read backwards, so that nothing before the name is looked at.
_RUN_BACKWARDS = regex(rf"(?:[{_HAN}]+\s?[{_DOTS}]\s?)*[{_HAN}々ヶ]+")
_RUN_AFTER = regex(rf"\s?[{_HAN}々ヶ]+(?:\s?[{_DOTS}]\s?[{_HAN}]+)*")
_NOT_NAMES = regex(
    r"^(?:第|本|該|各|兩|新|時|現|前|副|某|兼|其|他|她|我|歷|首|全|多|數|諸|外國|國際|當地|雙方|駐|友|女|男|市府|縣府|聯合|代理|訪團|姊妹|教育|商務|行政|政務|台日|日台|友台|文化|組織|團成員|團員|成員)"
    r"|企業|業者|團體|各界|學界|產業|廠商|^[一二三四五六七八九十百兩數多餘]+[人名位]|[部局處會社團司署院廳科室所組]$|[率赴訪搭舉團隊們款說被並於與]|^[鄉鎮市縣里]民|進駐|[帶著兩]|期間|青少|展開|情誼|代表色|順道|(?:辦理|參加|市政|國會|會議|活動|政府|協會|學校|代表|城市)"
)
# A unit's last character, where a name of two or more characters follows; 阿部 and 渡部 are names themselves.
_UNIT = regex(r"[市縣州省府區處局署會館郡港校院團隊科室](?=.{2})|(?<![阿服渡岡磯矢建園綾田谷])部(?=.{2})")
_FAMILY_SPAN = 5
_LONGEST = 14
# How far before a post its holder's name is looked for, with a Latin form in brackets, and without.
_HEAD, _RUN = 100, 40
# As long as a count that ends in a character of the name's run: 2024年.
_COUNT = 6
# Before these posts stands the name of a unit (農林部長, 矽谷代表) where it is no surname.
_OF_UNITS = regex("(?:部長|處長|局長|課長|科長|組長|司長|署長|廳長|所長|館長|主任|代表|專員|經理)$")
_TERMS = ("時任", "新任", "現任", "前任", "候任")


def _bare(post: str) -> str:
    return post[2:] if post.startswith(_TERMS) else post


def find_chinese(text: str, parties: Sequence[Party]) -> Iterator[Person]:
    """The people that stand beside a post. The parties found in the text tell where a name begins."""
    taken = -1
    for found in POST.finditer(text):
        # 弘前市長 is the mayor of 弘前市, and no former one.
        in_name = any(party.start < found.start() < party.end - 1 for party in parties)
        match = POST.match(text, found.start() + 1) if in_name else found
        person = _around(text, match, parties, taken) if match else None
        if person:
            taken = max(taken, person.end)
            yield person


def _around(text: str, match: re.Match[str], parties: Sequence[Party], taken: int) -> Person | None:
    floor = max(taken, 0)
    place = _place_before(text, match.start(), parties)
    after = _after(text, match, place)
    if after and (place or after.name[0] in SURNAMES or has_foreign_name(text, match.end())):
        return after
    return _before(text, match, parties, floor) or after


def _place_before(text: str, at: int, parties: Sequence[Party]) -> str:
    """The body whose post it is: a party that ends where the post begins, or shares its suffix (臺中市長)."""
    for party in parties:
        if not party.own and party.end <= at and text[party.end : at].strip() in ("", "新任", "時任", "現任", "前任"):
            return party.name
        if party.end == at + 1 or (party.own and party.end in (at, at + 1)):
            return party.name
    return ""


def _before(text: str, match: re.Match[str], parties: Sequence[Party], floor: int) -> Person | None:
    start, post = match.start(), _bare(match[0])
    for party in parties:
        if party.end == start + 1:
            # 曼谷市長: the mayor of a place, without a name.
            return None
    floor = max(floor, start - _HEAD)
    latin, head = "", text[floor:start]
    stripped = head.rstrip()
    bracket = _BRACKET_BEFORE.search(stripped) if stripped.endswith(_BRACKET_ENDS) else None
    if bracket:
        latin, stripped = bracket["latin"], stripped[: bracket.start()].rstrip()
        stripped = re.sub(r"(?:先生|女士|閣下)$", "", stripped)
    elif not _ENDS_HAN.search(stripped):
        bare = _LATIN_BEFORE.search(stripped)
        if bare and len(bare["latin"]) > 2:
            latin, stripped = bare["latin"], stripped[: bare.start()].rstrip()
    run = _RUN_BACKWARDS.match(stripped[: -_RUN - 1 : -1])
    name = _cut_left(stripped, len(stripped) - run.end(), floor, parties, abroad=bool(latin)) if run else ""
    if not name and latin and " " in latin:
        return Person(floor + head.rfind(latin), match.end(), latin, _bare(post), "", latin)
    if not name:
        return None
    begin = floor + len(stripped) - len(name)
    return _named(name, begin, match.end(), post, text, parties, latin)


def _named(
    name: str, begin: int, end: int, post: str, text: str, parties: Sequence[Party], latin: str
) -> Person | None:
    of = ""
    for party in parties:
        if party.end == begin:
            of = party.name
    if len(name) == 1:
        return Person(begin, end, name, post, of, latin, True) if name in SURNAMES else None
    if latin or _is_dotted(name):
        return Person(begin, end, name, post, of, latin)
    name = _trim(name)
    if not name or len(name) > _FAMILY_SPAN + 2:
        return None
    if len(name) == 2 and name[0] not in SURNAMES and not of and _OF_UNITS.search(post):
        return None
    return Person(end - len(post) - len(name) if not latin else begin, end, name, post, of, latin)


def _trim(name: str) -> str:
    """A run before a post without what cannot be the name: a Chinese name is a surname with one or two characters."""
    if len(name) <= 3:
        return name if not _NOT_NAMES.search(name) else ""
    if len(name) == 4 and name[:2] in COMPOUND_SURNAMES:
        return name
    if len(name) > _FAMILY_SPAN:
        for size in (3, 2):
            if name[-size] in SURNAMES:
                return name[-size:]
    return "" if _NOT_NAMES.search(name) else name


def _cut_left(head: str, run_start: int, floor: int, parties: Sequence[Party], *, abroad: bool) -> str:
    """The last piece of the text before a post: after the last stop word, party, unit or other post.

    `abroad` says that the name has a Latin form: 科 and 部 are then sounds of it, as in 科西奧雷克, and no units.
    """
    begin = run_start
    size = len(head)
    for party in parties:
        if run_start + floor < party.end <= floor + size and _ends_before_name(party, head[party.end - floor :]):
            begin = max(begin, party.end - floor)
    for stop in STOP.finditer(head, max(0, run_start - _COUNT)):
        begin = max(begin, stop.end())
    for pattern in (BODY_SUFFIX, POST):
        for stop in pattern.finditer(head, begin):
            if stop.end() < size:
                begin = stop.end()
    for unit in _UNIT.finditer(head, begin):
        if not abroad or unit[0] not in "科部":
            begin = unit.end()
    return head[begin:].strip()


def _ends_before_name(party: Party, rest: str) -> bool:
    """Whether a name can begin where the party ends: not after 高山 in 高山正夫議長, which is the name itself."""
    sure = len(party.name) > 2 or party.own or party.kind is PartyKind.COUNTRY or party.name[-1] in "市縣州省府都道區郡"
    return sure or rest == "" or rest[0] in SURNAMES


def _after(text: str, match: re.Match[str], place: str) -> Person | None:
    """The person whose name follows the post: 市長盧秀燕, 州長凱蒂·霍布斯 Katie Hobbs, 主席 Maria das Dores Meira."""
    if not name_follows(text, match.end()):
        return None
    post = _bare(match[0])
    run = _RUN_AFTER.match(text, match.end())
    if run is None:
        latin = _LATIN_AFTER.match(text, match.end())
        name = latin["latin"].strip() if latin else ""
        return Person(match.start(), latin.end(), name, post, place, name) if latin and " " in name else None
    name = _cut_right(run[0].strip())
    if not _can_be_name(name, place):
        return None
    end = run.end() - len(run[0].lstrip()) + len(name)
    added = _BRACKET.match(text, end) or _LATIN_AFTER.match(text, end)
    return Person(match.start(), added.end() if added else end, name, post, place, added["latin"] if added else "")


def _cut_right(written: str) -> str:
    """The name that a run of characters after a post begins with."""
    if _is_dotted(written):
        last = max(written.rfind(dot) for dot in _DOTS)
        cut = AFTER_NAME.search(written, last + 3)
        return written[: cut.start()] if cut else written
    name = written[: name_length(written)]
    return name[:3] if len(name) > _FAMILY_SPAN and name[0] in SURNAMES and name == written else name


def _is_dotted(name: str) -> bool:
    return _DOT.search(name) is not None


def _can_be_name(name: str, place: str) -> bool:
    if not 2 <= len(name) <= _LONGEST or (len(name) > _FAMILY_SPAN and not place and not _is_dotted(name)):
        return False
    if not place and name[0] not in SURNAMES and len(name) < 3:
        return False
    return not _NOT_NAMES.search(name) and not STOP.search(name.replace("和", ""))
