"""Lines of a list of what the own city belongs to: an organization's name, then its role and since when, if at all."""

import re
from dataclasses import dataclass
from functools import lru_cache

from hansa.reading.context import Context
from hansa.reading.document import BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.organizations.entries import names_body
from hansa.reading.rules.organizations.profile import BEGUN_ZH
from hansa.reading.values.organizations import Body, is_acronym, title

# A bare 國際組織 over lines that say who joined when.
_OF_ORGANIZATIONS = regex(
    r"(?:參[與加]|加入)?(?:之|的)?(?:國際|城市|跨國|性|間|及|與|區域|主要)*(?:組織|網[絡路]|聯盟|平[台臺])(?:參與)?"
    r"(?:情形|一覽表?|概況)?"
)
_JOINED = regex(r"加入|入會|會員|退[出會]|簽署|認證|成員")
_OF_MEMBERSHIPS = regex(
    r"(?:加入|參[加與]|所屬|隸屬|加盟|參團|身為)[^，。]{0,10}(?:組織|聯盟|網[絡路]|團體|機[構関關]|平[台臺]|協會)|會員資格"
    r"|會籍|会員|組織[的之]?(?:成員|會員)|加盟[^，。]{0,8}(?:団体|都市|機関|ネットワーク)|\bmemberships?\b"
    r"|\bmember of\b|\bour (?:city )?networks\b|^(?:[\w.]+ )?(?:international |city |global |regional )*networks$"
    r"|\baffiliations?\b|\bseats? (?:held )?(?:in|on) (?:\w+ )?(?:organi[sz]ations|networks|bodies|boards)\b"
    r"|\bbelong|\bjoined$"
    r"|\b(?:networks|organi[sz]ations|bodies|clubs|associations)\b.*\b(?:joined|sits?)\b",
    re.IGNORECASE,
)
_ROLE_OR_TIME = (
    r"(?i:since|from|joined|designated|admitted|signatory|founde[rd]|founding|full|associate|affiliate|executive"
    r"|honorary|observer|ordinary|active|members?|chair|president|partner|lapsed|left|withdr[ae]wn?|suspended|ended"
    r"|former|until|to)\b|(?:19|20)\d\d|民國|平成|昭和|令和|\d{2,3}\s?年|加入|入會|参加|參加|加盟|退[會会出]"
    r"|[正準副當]?然?[會会]員|正式|常務|理事|執行|創始|觀察|申請|尚未|未[加入參]"
    r"|(?i:board|vice-|presidency|invited|applied|signed|(?:since|from) (?:its|the)\b)"
)
_TOLD = regex(
    rf"(?:\s*[（(:：｜|–—－,，]\s*|\s-\s|\s(?=since\b|[^\x00-\x7f\d]|(?:19|20)\d\d(?:\s?年|$)|\d{{2,3}}\s?年))"
    rf"(?P<rest>(?:{_ROLE_OR_TIME}).*)$"
)
# A name with what is told of it behind a colon, or when it was founded.
_LABELLED = regex(r"(?:[：:｜|]|\s[–—-]\s)\s*(?P<rest>\S.*)$")
_FOUNDED = regex(rf"[　（(：:，,–—-]\s*(?P<rest>(?:\d[^　]{{0,12}}(?:{BEGUN_ZH}|設立)|founded|established).*)$")
_BRACKET = regex(r"[（(][^（()）]*[)）]")
_EDGE = " 　–—-．‧・·•▪●"
# 本市 2015 年加入: a sentence, not a name.
_NO_NAME = regex(r"^[本我該其]|[於在自]$")
_LONGEST = 120
_LONGEST_ENTRY = 300
_LONGEST_LIST = 30
_CAPITALS = regex(r"(?:(?:[A-ZÀ-Ž\d(][\w'’&)–-]*|of|the|for|and|in|on|de|des|du|to|group|network|club|&|–)[\s,]*)+")


@dataclass(frozen=True)
class Listed:
    """An organization in a list of memberships, and what the line says behind its name (empty: nothing)."""

    body: Body
    rest: str


def _is_under_memberships(context: Context) -> bool:
    block = context.block
    memberships, organizations = _headed(block.headings[-3:])
    if memberships or (block.kind is BlockKind.ITEM and _heads_memberships(introduced(context))):
        return True
    if not organizations:
        return False
    return bool(_JOINED.search(block.text) or (_TOLD.search(block.text) and not _FOUNDED.search(block.text)))


@lru_cache(maxsize=512)
def _headed(headings: tuple[str, ...]) -> tuple[bool, bool]:
    """Whether the last headings are over memberships, and whether the last is over organizations."""
    return any(map(_heads_memberships, headings[1:][-2:])), any(map(_heads_organizations, headings[-1:]))


def introduced(context: Context) -> str:
    """The line with a colon at its end under which the item being read stands: Bodies to which we belong:"""
    for at in range(context.index - 1, max(-1, context.index - _LONGEST_LIST), -1):
        if context.blocks[at].kind is not BlockKind.ITEM:
            text = context.blocks[at].text
            return text if text.endswith((":", "：")) and len(text) <= _LONGEST else ""
    return ""


@lru_cache(maxsize=512)
def _heads_memberships(heading: str) -> bool:
    return _OF_MEMBERSHIPS.search(heading) is not None


def _heads_organizations(heading: str) -> bool:
    return _OF_ORGANIZATIONS.fullmatch(heading) is not None


def listed(context: Context) -> Listed | None:
    """The organization that the line being read lists under a heading such as Memberships or 加入的國際組織."""
    block = context.block
    if len(block.text) > _LONGEST_ENTRY or not _is_under_memberships(context) or "。" in block.text[:-1]:
        return None
    if any(cell.header for cell in block.cells):
        return None
    text = block.text.replace("\t", "　")
    told = _told(text)
    name = text[: told.start()] if told else text
    if (len(text) > _LONGEST and told is None) or (name.isascii() and not _CAPITALS.fullmatch(name.strip(_EDGE))):
        return None
    body = title(name.strip(_EDGE)) or title(_BRACKET.sub("", name).strip(_EDGE))
    if body is None or not body.name[:1].isalnum() or _NO_NAME.search(body.name):
        return None
    if told:
        return Listed(body, told["rest"])
    by_name = names_body(name) or is_acronym(body.name)
    return Listed(body, "") if by_name and block.kind is not BlockKind.HEADING else None


def _told(text: str) -> re.Match[str] | None:
    """What is told behind the name with which a line begins."""
    found = [match for match in (_TOLD.search(text), _FOUNDED.search(text)) if match]
    labelled = _LABELLED.search(text)
    if labelled and names_body(_BRACKET.sub("", text[: labelled.start()]).strip(_EDGE)):
        found.append(labelled)
    return min(found, key=lambda match: match.start(), default=None)
