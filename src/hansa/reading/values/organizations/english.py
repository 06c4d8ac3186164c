"""Every body of cities that an English text names: by its words, as an acronym, as a coined word, or by the atlas."""

from collections.abc import Iterator
from functools import lru_cache

from hansa.atlas import find_organization
from hansa.reading.patterns import regex
from hansa.reading.values.organizations.body import (
    ACRONYM,
    REMEMBERED,
    Body,
    is_acronym,
    is_coined,
    looks_like_body,
    may_be_acronym,
    says_body,
)

_MONTH = r"(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October"
_WORD = r"[A-ZÀ-Ž](?:[\w'’&+/–-]|\.(?=\w))*"
_JOINT = rf"(?:\s(?:of|the|for|and|in|on|against|with|de|des|du|&|to|–|-)(?!\s(?:{_MONTH})\b))*"
_RUN = regex(rf"{_WORD}(?:{_JOINT}\s{_WORD}|(?<!in)(?<!on)\s\d{{1,4}}(?!\d|[,.]\d))*")
_BRACKET = regex(rf"\s\((?P<acronym>{ACRONYM})\)")
# A name that a common noun completes: the Core Towns group, the Délice network.
_NOUN = regex(
    r"\s(?:group|network|alliance|association|league|forum|partnership|coalition|federation|platform|union|club)\b"
)
# What stands before a name in the same run of capitals.
_BEFORE = regex(
    r"(?:The|Our|Its|Their|In|As|Since|Through|Via|By|With|At|From|For|Under|Within|When|While|If|Like|And|But|Both"
    r"|Besides|Of|To|On|Among|Inside|Unlike)\s(?:the\s)?"
)
# The words between an office and its body: President of the League, Ghent in ICLEI.
_WITHIN = regex(r"\s(?:of|in|with|to|on|from)\s(?:the\s)?")
_ORGAN = regex(r"(?:^|\s)(?:Executive|World|Governing|Steering|General|Policy) (?:Council|Congress|Conference)$")
_AND = regex(r"(?:\sand|,|\s&)\s(?:the\s)?")
_AT_END = regex(r"(?:['’]s?|\.)$")
_CITIES = r"(?:Cit(?:y|ies)|County|Town|Borough|Municipal|Parish|District|Village|Student)"
# Bodies of one city, of states, of business, and meetings.
_NO_BODY = regex(
    rf"\b{_CITIES} (?:Council|Hall|Government|Assembly|Board)\b|\bChamber of|Security Council|Council House"
    r"|^(?:European|African|Soviet|Western) Union$|^Council of (?:the )?(?:Europe|European Union|Ministers)"
    r"|\bUniversity\b|\bBank\b|\bCongress Cent|\bConference Cent|^(?:Sister|Twin|Partner|Host|Member|Capital) Cities$"
    r"|^(?:Lord )?Mayors\b(?! for)|^(?:Ministry|Department|Office|Bureau|Faculty|Institute) of"
    r"|^(?:Network|Association|Organi[sz]ation|Council|Alliance|Union|League|Federation|Summit|Forum|Conference"
    r"|Partnership|Congress|Community|Cities|Mayors|Initiative|Institute)$"
)


@lru_cache(maxsize=REMEMBERED)
def find_english(text: str) -> tuple[Body, ...]:
    """The bodies of cities named in an English text, in order; `name` is without the acronym behind it."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Body]:
    reached = 0
    for run in _RUN.finditer(text):
        for start, end in _parts(run[0]) if run.start() >= reached else ():
            body = _body(text, run.start() + start, run.start() + end)
            if body:
                reached = body.end
                yield body


def _body(text: str, start: int, end: int) -> Body | None:
    name = text[start:end]
    bracket, noun = _BRACKET.match(text, end), _NOUN.match(text, end)
    acronym = bracket["acronym"] if bracket else name if is_acronym(name) else ""
    if is_english_body(name) or (bracket and may_be_acronym(acronym) and " " in name):
        behind = bracket or noun
        return Body(start, behind.end() if behind else end, name, name, acronym)
    if noun and " " in name and not _NO_BODY.search(name):
        return Body(start, noun.end(), name + noun[0], name + noun[0])
    return None


def _parts(run: str) -> Iterator[tuple[int, int]]:
    """The names in a run of capitals, as start and end: `Lyon and the League of Towns` has two."""
    start, end = 0, len(_AT_END.sub("", run))
    while lead := _BEFORE.match(run, start, end):
        start = lead.end()
    if find_organization(run[start:end]):
        yield start, end
        return
    for joint in _AND.finditer(run, start, end):
        first, second = run[start : joint.start()], run[joint.end() : end]
        both = is_english_body(second) and (is_english_body(first) or joint[0].endswith("the "))
        if both or find_organization(first):
            yield from ((start + a, start + b) for a, b in _parts(first))
            yield from ((joint.end() + a, joint.end() + b) for a, b in _parts(second))
            return
    for within in _WITHIN.finditer(run, start, end):
        first = run[start : within.start()]
        if is_english_body(run[within.end() : end]) and (not says_body(first) or _ORGAN.search(first)):
            yield within.end(), end
            return
    yield start, end


def is_english_body(name: str) -> bool:
    """Whether a Latin name is that of a body of cities, by the atlas or by its words."""
    if find_organization(name):
        return True
    return not _NO_BODY.search(name) and (looks_like_body(name) or may_be_acronym(name) or is_coined(name))
