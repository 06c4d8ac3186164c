"""The bodies that a text names: with their foreign name or acronym in brackets, or by words that say what they are."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from hansa.atlas import find_organization
from hansa.reading.patterns import regex
from hansa.reading.values.organizations.body import (
    ACRONYM,
    BRACKETS,
    ENDS,
    HAN,
    REMEMBERED,
    Body,
    is_acronym,
    is_han,
    looks_like_body,
    may_be_acronym,
    split_bracket,
)
from hansa.reading.values.organizations.english import is_english_body

# What may stand before a name in a sentence and is not part of it; 和, 與, 及 may be (城市與地方政府聯合會).
_LEAD = regex(
    r"^.*?(?:申請加入|共同成立|成立|加入|參加|參與|出席|成為|現為|包括|包含|主辦|承辦|舉辦|辦理|邀請|透過|代表|名為"
    r"|稱為|擔任|當選|獲選為|獲選|取得|簽署|響應|認可|通過|出任|連任|是|同屬|係為|屬於|以(?!色列)|例如|以及|目前|其中"
    r"|催生了|催生|促成了|促成|推動(?!委員會|聯盟|小組)|創立|創設|籌組|為|係|由|之|的)(?=.{4})"
)
_CHINESE_NAMED = regex(rf"(?P<name>[{HAN}A-Za-z0-9–·‧]*?[{HAN}])\s?(?=[（(])")
_CAPITAL = r"(?:[A-Z][\w'’.&–-]*|\d{1,2}(?!\d))"
_JOINT = r"(?:\s(?:of|the|for|and|in|on|against|with|de|des|du|&|to))*"
_ENGLISH_NAMED = regex(rf"(?P<name>[A-Z][\w'’&–-]*(?:{_JOINT}\s{_CAPITAL})*)\s\((?P<acronym>{ACRONYM})\)")


def find_bracketed(text: str) -> Iterator[Body]:
    """The bodies that a sentence names together with their foreign name or acronym in brackets."""
    for bracket in BRACKETS.finditer(text):
        before = text[: bracket.start()].rstrip()
        name_en, acronym = split_bracket(bracket["inside"])
        if not (name_en or acronym) or not before:
            yield from _acronym_first(before, bracket)
            continue
        if _TAIL.match(text[bracket.end() :]):
            continue
        name = _name_before(before)
        if name and (looks_like_body(name) or is_english_body(name_en)):
            yield Body(before.rindex(name), bracket.end(), name, name_en or ("" if is_han(name) else name), acronym)


def _acronym_first(before: str, bracket: re.Match[str]) -> Iterator[Body]:
    """`UCLG（城市與地方政府聯合組織）`: the name is in the bracket."""
    acronym = re.search(rf"(?<![\w-])(?P<acronym>{ACRONYM})$", before)
    name = bracket["inside"]
    if acronym and is_han(name) and looks_like_body(name) and is_acronym(acronym["acronym"]):
        yield Body(acronym.start(), bracket.end(), name, "", acronym["acronym"])


# 世界衛生組織（WHO）西太平洋健康城市聯盟: the bracket is in the middle of the name.
_TAIL = regex(rf"(?![係是為於由則乃在成自])[{HAN}]{{2,12}}?(?:聯盟|協會|聯合會|委員會|分會|網絡)")


_JOINED_BEFORE = regex("^(?:[與及或暨其並]|和(?![平諧]))+")


def _name_before(before: str) -> str:
    """The name at the end of the words before a bracket, without the quotation marks around it."""
    if before.endswith(("」", "』")):
        quoted = re.search(r"[「『](?P<name>[^「『」』]{3,30})[」』]$", before)
        return quoted["name"] if quoted else ""
    run = re.search(rf"[{HAN}A-Za-z0-9–·‧・]*[{HAN}]$", before)
    if run:
        name = _JOINED_BEFORE.sub("", run[0])
        while (shorter := _LEAD.sub("", name, count=1)) != name:
            name = shorter
        return name
    capitals = re.search(rf"[A-Z][\w'’&–-]*(?:{_JOINT}\s{_CAPITAL})*$", before)
    return re.sub(r"^(?:The|In|Of|And)\s", "", capitals[0]) if capitals else ""


_RUN = regex(rf"[{HAN}A-Za-z0-9–]{{4,}}")
# The characters with which the ends of names begin: where none stands, nothing else is tried.
_END = regex(rf"(?=[聯高委理促同協學總分公市首知議組網論會中機盟平ネサ連会都])(?:{ENDS})")
_ENGLISH_LISTED = regex(rf"[A-Z][\w'’&–-]*(?:{_JOINT}\s{_CAPITAL})*")


def find_named(text: str) -> Iterator[Body]:
    """The bodies that a text names by words that say so (聯盟, 協會, Network, Association) or by brackets.

    Meant for texts that are known to list organizations: elsewhere it finds committees and conferences too.
    """
    yield from _named(text)


@lru_cache(maxsize=REMEMBERED)
def _named(text: str) -> tuple[Body, ...]:
    """Several rules ask for the bodies of the same words one after the other."""
    return tuple(_all_named(text))


def _all_named(text: str) -> Iterator[Body]:
    reached = 0
    for body in (*find_bracketed(text),):
        yield from _unbracketed(text, reached, body.start)
        yield body
        reached = body.end
    yield from _unbracketed(text, reached, len(text))


_LATIN = regex(
    rf"(?<![A-Za-z0-9]){ACRONYM}(?![A-Za-z0-9])|(?<![A-Za-z0-9])[A-Z][A-Za-z]{{3,}}(?:\\s[A-Z][A-Za-z]+)*(?![A-Za-z0-9])"
)


# Words that no name contains, and bodies through which a city belongs to another: 某市健康城市促進會.
_NO_NAME = regex(r"(?<!耳)其|^(?:曾|現|兼|續|連)?任|\d{3,4}\s?年|於|(?:促進會|協進會)$")
_HOLDER = regex(r"」?\s?(?:[（(][^（()）]*[)）])?\s?(?:之|的)?(?:名義|名(?=[，\s(（入加參成])|成員身)")
_PARENT = regex(r"聯合國[\u3400-\u9fff]{0,6}|世界衛生組織|世衛組織|歐盟")
_ORGAN = regex(r"(?<=[A-Za-z0-9會盟織構絡網])(?:執行|理事|常務|秘書|指導|技術|政策)(?:委員會|會|處|局)$")


def _without_organ(body: Body) -> Body:
    """UCLG執行委員會 is UCLG."""
    organ = _ORGAN.search(body.name)
    return replace(body, end=body.end - len(organ[0]), name=body.name[: organ.start()]) if organ else body


@lru_cache(maxsize=REMEMBERED)
def find_chinese(text: str) -> tuple[Body, ...]:
    """Every body that a Chinese text names, also by an acronym (UCLG) or in the midst of a clause, in order."""
    found = [
        body
        for body in map(_without_organ, _named(text))
        if not _NO_NAME.search(body.name) and not _HOLDER.match(text, body.end)
    ]
    for latin in _LATIN.finditer(text):
        name = latin[0]
        inside = any(body.start < latin.end() and latin.start() < body.end for body in found)
        if not inside and (may_be_acronym(name) or find_organization(name)):
            found.append(Body(latin.start(), latin.end(), name, "", name if is_acronym(name) else ""))
    return tuple(_joined(sorted(found, key=lambda body: body.start)))


def _joined(found: list[Body]) -> Iterator[Body]:
    """聯合國教科文組織 right before 創意城市網絡 belongs to its name."""
    for at, body in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        before = found[at - 1] if at else None
        if following and following.start == body.end and _PARENT.fullmatch(body.name):
            continue
        if before and before.end == body.start and _PARENT.fullmatch(before.name):
            yield replace(body, start=before.start, name=before.name + body.name)
        else:
            yield body


def _unbracketed(text: str, start: int, end: int) -> Iterator[Body]:
    listed = _chinese_listed if is_han(text) else _english_listed
    for words, reached in listed(text, start, end):
        name = _name_before(words) if is_han(words) else words
        if looks_like_body(name) or is_acronym(name):
            yield Body(reached - len(name), reached, name, "" if is_han(name) else name)


def _chinese_listed(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """What ends as a body's name does, from where its run of characters begins, with its end."""
    if not _END.search(text, start, end):
        return
    for run in _RUN.finditer(text, start, end):
        begun = run.start()
        while ending := _END.search(text, begun + 2, run.end()):
            yield text[begun : ending.end()], ending.end()
            begun = ending.end()


def _english_listed(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    for match in _ENGLISH_LISTED.finditer(text, start, end):
        yield match[0], match.end()
