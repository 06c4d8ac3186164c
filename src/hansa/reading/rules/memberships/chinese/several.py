"""參加多個國際組織，包括甲（並為理事）、乙（2011年）…: several memberships told in one list."""

from collections.abc import Iterator

from hansa.reading.patterns import regex
from hansa.reading.rules.covered import Covered
from hansa.reading.rules.memberships.joining import role
from hansa.reading.values.organizations import title

_LIST = regex(
    r"(?:(?:參加|加入|參與|隸屬|所屬)(?:了|許|之|的)?(?:多個|數個|下列|以下|\d+\s*個|許多|各|重要"
    r"|國際性?)*(?:國際)?(?:城市|區域)?(?:間)?(?:組織|聯盟|網[絡路])[^。；Ω（(]{0,10}?(?:包括|包含|計有|如|有|為"
    r"|：)|[為屬係](?:下列|以下|各)[^，。；Ω（(]{0,8}(?:組織|團體)[之的]?(?:成員|會員)：)(?P<list>(?:[^。；]|；(?=[一二三四五六七八九\d（(]))+)"
)
_NUMBER = regex(r"^[（(]?[一二三四五六七八九\d]+[)）、.]\s?")
_SPLIT = regex(r"(?<![一二三四五六七八九；：])、(?![^（(]*[)）])|；|以?及(?![^（(]*[)）])|…")
_BRACKET = regex(r"[（(](?P<inside>[^（()）]*)[)）]")
_NO_NAME = regex(r"[（(][^（()）]*[)）]|等.*$")
_BRANCH = regex(r"亞太分會|[\u3400-\u9fff]{2,4}分會")


def joined_several(covered: Covered, city: str) -> Iterator[tuple[str, str, str]]:
    """Organization, date and role of each entry in the sentence's list of organizations joined."""
    text = covered.sentence.text
    listed = _LIST.search(text)
    if not listed or not city:
        return
    start = listed.start("list")
    for part in _SPLIT.split(listed["list"]):
        at = text.index(part, start)
        plain = _NUMBER.sub("", _NO_NAME.sub("", part).strip(" 。，"))
        bracket = _BRACKET.search(part)
        body = title(plain) if len(plain) > 2 else None
        if body is None:
            continue
        dated = covered.dated(at, at + len(part))
        branch = _BRANCH.search(bracket["inside"]) if bracket else None
        as_role = role(bracket["inside"]) if bracket else ""
        yield body.name, dated.edtf if dated else "", "" if branch else as_role
        if branch:
            yield plain + branch[0].lstrip("為其"), "", as_role
