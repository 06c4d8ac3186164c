"""What English sentences tell of the organization that they are about: founded when and by whom, seat, members, aim."""

import re
from collections.abc import Sequence
from typing import Any, Protocol

from hansa.reading.patterns import regex
from hansa.reading.rules.organizations.counts import count_members
from hansa.reading.values.dates import Dated
from hansa.reading.values.organizations import find_english

BEGUN_EN = (
    r"(?:[Ff]ounded|[Ee]stablished|[Cc]reated|[Ss]et up|[Ff]ormed|[Ll]aunched|[Ii]ncorporated|[Ii]nitiated|[Ss]tarted"
    r"|[Bb]orn|[Bb]egun|[Cc]onceived|[Ii]naugurated|[Cc]onstituted|[Oo]rgani[sz]ed|[Cc]alled into (?:life|being)"
    r"|[Bb]rought (?:in)?to (?:life|being)|[Gg]ot (?:going|under way|off the ground|together|started)|[Pp]ut together"
    r"|(?:[Pp]ut|[Ss]et) (?:on its feet|in motion|going)|[Tt]hought up|[Dd]reamt? up|[Kk]icked off|[Ff]ormally opened"
    r"|[Cc]hartered|[Dd]evised)"
)
"""How English says that an organization came to be: the participle."""
CAME_TO_BE_EN = (
    r"(?:came into being|came together|came into existence|began|started|dates (?:back )?(?:to|from)|goes back to"
    r"|went back to|saw the light(?: of day)?|got going|got under way|was the (?:idea|work|brainchild|invention"
    r"|doing) of|grew out of|emerged|originated|arose|sprang from|has existed|exists since|took shape"
    r"|has its (?:roots|origins?) in)"
)
"""The same, said by a verb that stands alone."""
_FOUNDED = regex(
    rf"(?:\b{BEGUN_EN}|\b{CAME_TO_BE_EN}|brought [^.;]{{2,50}} together|[Ff]oundation|[Cc]reation|[Bb]irth"
    rf"|found(?:ers?|ing \w+) of|(?:network|association|alliance|league|union|body|It) is(?=\sof\s$))\b"
    r"(?P<between>[^.;]{0,90}?)\s*(?:[:,]|\b(?:in|on|of|since|from))?\s?(?:the\s)?$"
)
_LEADING_DATE = regex(rf"\s?,?[^.;]{{0,90}}?\b(?:{BEGUN_EN}|gave birth to|{CAME_TO_BE_EN})\b")
_AND_FOUNDED = regex(r"\s(?:[^.;,]{0,30}\s)?and\s(?:founded|set up|created|launched)\sit\b")
_GAVE_RISE = regex(
    r"[^.;]{0,60}?\b(?:out of (?:that|this|it|which) (?:came|grew|arose)|gave rise to|led to (?:the|a)|from (?:that"
    r"|which) (?:came|grew|sprang))\b"
)
_BARE_YEAR = regex(rf"\b{BEGUN_EN}:?\s(?P<year>(?:1[89]|20)\d\d)\b")
# CityNet (1987, Nagoya; office in Seoul; 173 members)
_YEAR_FIRST = regex(r"[A-Z][^().;]{1,70}\s\((?:[A-Z][\w-]+,\s)?(?P<year>(?:1[89]|20)\d\d)(?:,\s[A-Z][\w -]+)?;")
_OTHER_EVENT = regex(
    r"\b(?:join(?:ed|s)?|member since|moved|renamed|elected|hosted|admitted|met|held its|reached|rose|grew to|until"
    r"|now)\b"
)
# Whatever else may be founded: a secretariat, a branch, a fund.
_OTHER_SUBJECT = regex(
    r"^(?:The|Its|A|An|This|In|That)\s(?:[\w-]+\s){0,2}(?:secretariat|office|headquarters|branch|section|committee"
    r"|fund|prize|award|chapter|cent(?:re|er)|academy|website|magazine|working group|task force|programme|project)\b"
)
_CAPITAL = r"(?:St\. )?[A-ZÀ-Ž](?:[\w’'-]|\.(?=\w))*"
_PLACE = rf"(?P<place>(?:The )?{_CAPITAL}(?:\s(?:(?:de|of|am)\s)?{_CAPITAL}){{0,3}})"
_SEAT_NOUN = (
    r"(?:(?:[Pp]ermanent |[Gg]eneral |[Tt]echnical |[Ee]xecutive |[Cc]entral )*"
    r"(?:[Hh]ead ?office|[Mm]ain office|[Hh]ead ?quarters|[Ss]ecretariat|[Ss]eat|[Oo]ffices?|[Bb]ase|[Dd]esk))"
)
_MOVED = regex(rf"\bmoved\s(?:[^.;]{{0,30}}?\s)?to\s{_PLACE}")
_SEAT = regex(
    rf"(?:{_SEAT_NOUN}(?:\sof\s[^,.;]{{2,40}})?\s(?:is|are|has\sbeen|lies|sits)?\s?(?:now\s|still\s|today\s)?"
    r"(?:located\s|situated\s|based\s|housed\s)?(?:in|at|within)"
    rf"|\b(?:[Hh]eadquartered|[Bb]ased|[Ss]eated|domiciled|run)\s(?:in|at|from)"
    rf"|(?:with|has|had|have|keeps?|maintains?|runs)\s(?:its|their|an?|the)?\s?(?:{_SEAT_NOUN}|house|home)\s(?:in|at)"
    r"|\b(?:[Ii]t|[Nn]etwork|[Aa]ssociation|[Oo]rgani[sz]ation|[Aa]lliance|[Ll]eague|[Uu]nion|[Ff]orum|[Pp]artnership)"
    r"\s(?:sits|works|operates|is\shoused|is\sat\shome|is\srun|resides)\s(?:in|out\sof|from)"
    rf"|whose\s(?:{_SEAT_NOUN}|house|home)\s(?:is|stands|lies|sits)\s(?:in|at)"
    rf"|{_SEAT_NOUN}[:,]?(?=\s[A-ZÀ-Ž]))\s(?:the\s)?{_PLACE}"
)
_KEEPS = regex(
    rf"{_PLACE}\s(?:keeps|hosts|houses|has|runs|is\shome\sto)\s(?:the|its)\s{_SEAT_NOUN}\b"
    rf"|whose\s{_SEAT_NOUN}\s(?P<host>{_CAPITAL})\s(?:has\s)?(?:hous|host|keep|kept|had|r[ua]n)"
    rf"|which\s(?P<founder>{_CAPITAL})\s(?:founded|started|set\sup|created)\b[^.;]*\bwhose\s{_SEAT_NOUN}\sit\b"
)
_BY = regex(
    rf"(?:{BEGUN_EN}|called|convened|proposed)\b(?:(?!\s(?:signed|joined)\b)[^.;]){{0,40}}?"
    r"\s(?:by|via the advocacy of|at the initiative of"
    rf"|on the initiative of"
    r"|at the suggestion of|at the call of|at the instance of"
    r"|at the invitation of)\s(?:the\s)?(?P<who>[^.;]{3,110}?)(?=,?\s(?:in|on|at|with|under|as"
    r"|and\s(?:is|has|was|now))\b|[.;]|,\s(?:a|it|its|the)\s|$)"
)
_SUGGESTED = regex(
    r"\b(?:at|on|via|through) the (?:advocacy|initiative|suggestion|proposal|invitation|call"
    r"|instance) of (?:the )?(?P<who>[^.;]{3,80}?)(?=[.;]|,?\s(?:in|on|at)\s|$)"
    r"|\bwas the (?:idea|work|brainchild|invention|doing) of (?:the )?(?P<author>[^.;]{3,80}?)(?=[.;]|,?\s(?:in|on"
    r"|at|of)\s|$)"
)
_NAMES = r"[A-ZÀ-Ž][\w’'.-]*(?:\s[A-ZÀ-Ž][\w’'.-]*)*"
_ACTIVE = regex(
    rf"(?P<who>(?:[Mm]ayor\s|[Gg]overnor\s)?{_NAMES}(?:,\s[a-z][^,.;]{{3,40}},"
    rf"|(?:,\s(?:and\s)?{_NAMES})*(?:\sand\s{_NAMES})?)?)"
    r"(?:\s[–—]|\sof\s[A-Z]\w+)?\s(?:(?:co-?founded|founded|set up|created|launched|established|initiated"
    r"|started)\b(?!\s(?:in|by|on|at|with|to)\s)|had\staken\sthe\sinitiative|brought\s[^.;]{2,50}\stogether)\b"
)
_WHICH = regex(
    rf"\bwhich\s(?:the\s)?(?P<who>{_NAMES}(?:(?:,\s(?:and\s)?|\sand\s){_NAMES})*)"
    r"\s(?:co-?founded|founded|set up|created|launched|established|initiated|started|brought into being"
    r"|called into (?:life|being))\b"
)
# The mayors of Milan and Rotterdam stand for their cities.
_OF_CITIES = regex(r"^(?:mayors|leaders|cities|towns|councils|governments|municipalities) of (?=[A-ZÀ-Ž])")
_MERGED = regex(
    r"(?:merger of|merging of|merged from|union of)\s(?:(?:the\s)?\w+\s[^.;–—:]{0,30}?\s?[–—:]\s)?(?:the\s)?"
    r"(?P<who>[^.;]{5,240}?)"
    r"(?=\s(?:in|on)\s(?:\d|[A-Z]\w+\s\d)|\s?[–—.;]|$)"
)
_MERGED_WITH = regex(r"\bmerged\swith\b.{3,120}\bto\s(?:form|become|create)\b")
_PURPOSE = regex(
    r"(?:[Tt]he (?:goal|aim|purpose|mission|objective)s? of [^.;]{2,80}? (?:is|are) to|aims? (?:to|at)"
    r"|[Ii]ts (?:goal|aim|purpose|mission)s? (?:is|are) to|seeks to|works (?:to|for)|exists to|helps (?=\w+ to)"
    r"|which (?:together )?(?=undertake)|(?:[Ii]t|which|[Nn]etwork|[Aa]ssociation) (?=serves as)"
    r"|, to (?=\w))\s?(?P<what>(?:[^.;]|\.(?=\w)){8,160})"
)
_OF_MEMBERS = regex(
    r"\b(?:stands? behind|pay|take part|belong|sit in|are in it|stands at|runs? to|amounts? to|gather(?:s|ed)?"
    r"|number(?:s"
    r"|ed|ing)?|signed up|belong to|represents?|members?|membership"
    r"|compris(?:ed|es|ing)|made up of|unites|brings together|in this network|consists? of|counts?|has|had|have"
    r"|network of|association of|links|groups|connects|joins|speaks for|grouping|club of|league of|alliance of"
    r"|assembly for|there (?:are|were)|today|participants|body of)\b",
    re.IGNORECASE,
)
_PERSON = regex(r"[Mm]ayor|[Gg]overnor|[Pp]resident|[Ll]ord")


class Told(Protocol):
    """What is being put together of an organization (`Profile`)."""

    fields: dict[str, Any]

    def tell(self, name: str, value: Any) -> None:
        """Keep the first value of a field."""

    def add(self, name: str, values: Sequence[Any]) -> None:
        """Add to a field of several values."""


def tell_in_english(told: Told, text: str, dates: Sequence[Dated]) -> None:
    """Add what a sentence about the organization tells."""
    predecessors = _predecessors(text)
    told.add("predecessors", predecessors)
    other = bool(_OTHER_SUBJECT.match(text))
    if "founded" not in told.fields and not other:
        told.tell("founded", _founded(text, dates))
        if not predecessors and told.fields.get("founded"):
            told.tell("founded_by", _founders(text))
    seat = _MOVED.search(text) if re.search(_SEAT_NOUN, text) else None
    seat = seat or _SEAT.search(text) or _KEEPS.search(text)
    told.tell("headquarters", next(filter(None, seat.groups())).strip(" .") if seat else "")
    if _OF_MEMBERS.search(text) and not other:
        told.add("members", list(count_members(text, dates)))
    purpose = _PURPOSE.search(text)
    told.tell("purpose", purpose["what"].strip(" ,") if purpose else "")


def _founded(text: str, dates: Sequence[Dated]) -> str:
    if _MERGED_WITH.search(text) and dates:
        return dates[-1].edtf
    for dated in dates:
        if "/" in dated.edtf:
            continue
        found = _FOUNDED.search(text[: dated.start])
        if found and not _OTHER_EVENT.search(found["between"]):
            return dated.edtf
        if _AND_FOUNDED.match(text, dated.end) or _GAVE_RISE.match(text, dated.end):
            return dated.edtf
        leads = re.fullmatch(r"(?:It was )?(?:[Ii]n|[Oo]n|[Ss]ince)\s(?:the\s)?", text[: dated.start])
        behind = _LEADING_DATE.match(text, dated.end) if leads else None
        if behind and not _OTHER_EVENT.search(behind[0]):
            return dated.edtf
    bare = _BARE_YEAR.search(text) or _YEAR_FIRST.match(text)
    return bare["year"] if bare else ""


def _founders(text: str) -> list[str]:
    found = _BY.search(text) or _SUGGESTED.search(text) or _WHICH.search(text) or _ACTIVE.search(text)
    if not found:
        return []
    who = next(filter(None, found.groups())).strip(" ,")
    if _PERSON.search(who):
        person = _person(who)
        return [person] if person else []
    who = _OF_CITIES.sub("", who)
    if re.search(r"\d", who) or re.match(r"(?:mayors|cities|a |an |several|some|local)\b", who):
        return []
    names = [re.sub(r"^(?:the|and)\s", "", part.strip()) for part in re.split(r",\s(?:and\s)?|\sand\s", who)]
    if len(names) > 1 and names[1][:1].islower():
        # Jean Marot, an engineer of Lyon
        names = names[:1]
    return [name for name in names if name[:1].isupper() and name not in ("It", "They", "The", "This", "We")]


def _person(who: str) -> str:
    """`former Mayor of Brisbane, Jim Soorley` and `Mayor Jim Soorley of Brisbane` name Jim Soorley."""
    if ", " in who:
        first, _, last = who.rpartition(", ")
        return first if last[:1].islower() else last
    named = re.search(rf"(?:Mayor|Governor|President)\s(?P<name>(?!of\b){_NAMES})", who)
    return named["name"] if named else ""


def _predecessors(text: str) -> list[str]:
    merged = _MERGED.search(text)
    if merged:
        named = [body.name for body in find_english(merged["who"])]
        return named if len(named) > 1 else _split(merged["who"])
    with_other = _MERGED_WITH.search(text)
    if not with_other:
        return []
    form = re.search(r"\bto\s(?:form|become|create)\b", text)
    return [body.name for body in find_english(text) if form and body.end <= form.start()]


def _split(words: str) -> list[str]:
    parts = (re.sub(r"^the\s", "", part.strip()) for part in re.split(r",\s(?:and\s)?|\sand\s", words))
    return [part for part in parts if len(part) > 1]
