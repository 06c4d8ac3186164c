"""Who it is that a Chinese claim is about: the cities before or behind it, those of the clause before, the own city."""

import re

from hansa.reading.document import Block, BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.memberships.chinese.claims import Claim
from hansa.reading.rules.memberships.chinese.told import Told
from hansa.reading.rules.memberships.joining import cities_zh

_OWN = regex(r"本[市縣府鄉鎮區]|本所(?!在)|我[市縣鄉鎮]|[市縣]府|[市鄉鎮]公所")
_OWN_BODY = regex(
    r"(?:本[市縣]|[\u3400-\u9fff]{2}[市縣])(?P<body>(?:[市縣]立)?[\u3400-\u9fff]{0,8}(?:圖書館|動物園|博物館|美術館"
    r"|大學|港|協會|促進會|協進會|聯盟))"
)
_HELD = regex(r"以「?(?P<through>[\u3400-\u9fff．·]{3,24}?)」?(?:之|的)?名義?(?=[，、\s]|入|加|參|通|成|申|\()")
_BODY_END = regex(r"(?:會|盟|館|園|大學|公司|港|院|處|局)$")
_MAYOR = regex(r"(?P<city>[\u3400-\u9fff．·]{1,8}?)(?P<kind>[市縣]?)長(?!期|年|崎|沙)(?:[\u3400-\u9fff．·]{2,8})?$")
_BEFORE = regex(
    r"^本[市縣](?=[\u3400-\u9fff]{1,3}[鎮鄉區市]$)|^[起間至]?(?:且|並|而|其中|由|但|惟|另外?|又|其後|此後|之後|嗣後"
    r"|隨後|後來|[台臺]灣的|我國[的之]?(?=.)|國內的?|轄內的?|所轄|[縣市]內的?|[\u3400-\u9fff]{2}的|目前|迄今)*"
)
# 縣內以鳳林鎮取得認證
_PART = regex(r"以(?P<part>[\u3400-\u9fff]{1,3}[鎮鄉區市])(?=取得|獲|通過)")
_NOBODY = regex(
    r"[台臺]灣六都|各國|各地|世界|全球|全國|其他|許多|多數|城市$|[百千餘][多餘]?[個座]?[城市縣國鎮鄉]$|凡|雙方|兩市|^[個座]"
)


def members_of(told: Told, claim: Claim, words: str, block: Block) -> tuple[list[str], str]:
    """The cities that a claim is about, and the body through which they belong."""
    held = _HELD.search(words) or _HELD.search(told.text)
    through = held["through"] if held and _BODY_END.search(held["through"]) else ""
    who = re.sub(r"[（(][^（()）]*[)）]|δ+|[ωΩ]+|\s", "", claim.who)
    who = re.sub(r"以「?[^」]*」?(?:之|的)?(?:名義?|身[分份])?$", "", who).strip("，、於在自「」")
    who = _BEFORE.sub("", who)
    if claim.listed or claim.role:
        who = _MAYOR.sub(lambda m: m["city"] + m["kind"] if len(m["city"]) > 1 else "本市", who)
    own_body = _OWN_BODY.fullmatch(who)
    if own_body and told.context.home and not cities_zh(who):
        return [told.context.home], own_body["body"]
    part = _PART.search(words)
    if part:
        return [part["part"]], through
    if _NOBODY.search(who):
        return [], ""
    cities = cities_zh(who)
    if not cities and _OWN.match(who):
        cities = [told.context.home or ""]
    if not cities and not claim.listed and (_is_left_out(who) or through):
        cities = told.who or _left_out(told, block)
    return [city for city in cities if city], through


def _is_left_out(who: str) -> bool:
    return len(re.sub(r"同年|其|亦|並|且|更|同時|嗣|此後|該[市縣]|目前|迄今|現|已|也|[後起]|遂|爰|業", "", who)) == 0


def _left_out(told: Told, block: Block) -> list[str]:
    """The city that belongs where the clause names none: that of the sentence, else the own city if spoken of."""
    cities = cities_zh(re.sub(r"δ+", "", re.split(r"[，則亦]|於|以", told.text)[0]).strip("於在自"))
    if cities:
        return cities
    short = len(block.text) < 70 or block.kind is BlockKind.ROW
    return [told.context.home] if told.context.home and (short or _OWN.search(told.text)) else []
