"""The English verbs of visits: who moved, who received whom, who met, who was there."""

import re
from functools import cache

from hansa.reading.patterns import regex
from hansa.reading.rules.exchanges.english.words import has_any

# Words of the past, words of the present, and what must follow. Chronologies and captions tell in the present.
_Forms = tuple[tuple[str, str, str], ...]
_GROUP = (
    r"(?:delegation|mission|group|party|team|contingent|deputation|convoy|coachload|troupe|visit"
    r"|(?:[Vv]ice[- ])?[Mm]ayor|[Gg]overnor|[Cc]ouncillor|envoy|official|expert)s?"
)
_A_FEW = r"(?:(?!and\b)[\w'’.,-]+ )"

_MOVING: _Forms = (
    ("travelled traveled journeyed sailed cycled trekked", "travels travel journeys sails cycles", ""),
    ("flew flown drove rode went gone", "flies fly drives rides goes go", r" (?:\w+ )?(?:to|for|from|into|via|in)"),
    ("came", "comes come", r" (?:\w+ )?(?:to(?! (?:[A-Z]{0,3}[$€£]|\d|about|nearly|an? |power))|from|by|here|for"
                           r"|on|through|over|calling|down|up)"),
    ("crossed returned headed", "crosses returns heads", r" (?:\w+ ){0,2}(?:to|for|into|from|over)"),
    (
        "headed led took brought accompanied sent guided steered",
        "heads leads takes brings accompanies sends",
        rf" {_A_FEW}{{0,9}}?{_GROUP}",
    ),
    (
        "took brought led accompanied",
        "takes brings leads accompanies",
        rf" (?!part\b|place\b|note\b|office\b|up\b){_A_FEW}{{1,9}}?to",
    ),
    ("been", "", r" to"),
    ("set", "sets set", r" (?:off|out|sail|foot)"),
    ("arrived landed", "arrives lands arrive", ""),
    ("touched pulled put stopped popped passed docked", "touches pulls stops docks", r" (?:down|up|in|by"
        r"|over|off|through|at)"),
    ("stayed lodged lived boarded", "stays stay lodge live", r" (?:with|in|at|on|for|until|there|here|two|three)"),
    ("spent", "spends spend", r" (?!(?:[A-Z]{0,3}[$€£¥]|[\d,.]+ (?:million|euros?|dollars?"
                              r"|pounds?)))[\w'’ -]{2,40}? (?:in|with|at|here|there|as)"),
    ("visited toured inspected", "visits tours inspects visit tour", ""),
    ("called", "calls call", r" (?:on|at|in|again|there|here|round)"),
    ("dropped looked", "drops looks", r" (?:in|by)"),
    (
        "paid made undertook completed embarked enjoyed",
        "pays makes undertakes",
        rf" {_A_FEW}{{0,8}}?(?:visit|call|trip|respects|tour|stopover|stop|journey|mission|crossing|voyage)s?",
    ),
    ("was were", "is are", r" (?:\w+ )?(?:guests?|(?:on an?) [\w ]{0,20}(?:visit|tour|trip|mission))"),
)  # fmt: skip
_RECEIVING: _Forms = (
    ("received welcomed hosted greeted entertained feted", "receives welcomes hosts greets entertains", ""),
    ("played", "plays", r" host"),
    ("shown", "", r" (?:the|a|our|how|what)"),
    ("showed shown took guided walked", "shows takes", rf" {_A_FEW}{{0,8}}?(?:a?round|over)"),
    ("gave laid held threw offered", "gives lays holds", rf" {_A_FEW}{{0,9}}?(?:reception|dinner|lunch|luncheon"
                                                         rf"|banquet|breakfast)"),
    ("opened threw", "opens", r" (?:(?:its|their|the|his|her|our) )?(?:doors?|gates?)"),
    ("had", "has", rf" {_A_FEW}{{1,9}}?(?:as (?:\w+ )?guests?|to (?:lunch|dinner|tea|stay))"),
)  # fmt: skip
_MEETING: _Forms = (
    ("met meeting", "meets meet", ""),
    ("sat got", "sits get", r" (?:down|together|round)"),
    (
        "held had opened conducted resumed",
        "holds have has",
        rf" {_A_FEW}{{0,4}}?(?:talks|discussions|conversations?|consultations|meetings?|lunch|dinner|breakfast|tea)",
    ),
    ("conferred talked lunched dined spoke", "confers talks speaks", r" (?:\w+ )?with"),
    ("exchanged compared shook swapped", "exchanges compares exchange compare", r" (?:\w+ )?(?:views|notes|ideas"
        r"|experiences?|hands|gifts|flags)"),
)  # fmt: skip
_BEING: _Forms = (
    ("was were", "is are", r" (?:also |again |back )?(?:in|at) (?!\w+ \d{4})"),
    ("attended addressed", "attends attend addresses", ""),
    ("joined represented", "joins represents join", ""),
    ("took taking", "takes take", r" (?:\w+ ){0,2}part"),
    ("stood sat", "stands sits", r" (?:in for|on a panel)"),
    (
        "spoke lectured appeared competed exhibited participated presented",
        "speaks appears competes",
        rf" {_A_FEW}{{0,6}}?(?:at|in|to|before|for)",
    ),
    ("opened unveiled inaugurated dedicated rededicated planted christened laid marked celebrated",
     "opens unveils inaugurates dedicates rededicates plants lays signs marks celebrates", ""),
)  # fmt: skip
_NOUNS = (
    r"|(?:[Vv]isits?|[Tt]rips?|[Mm]issions?|[Tt]ours?|[Jj]ourneys?|[Ss]tay|[Ss]topover) (?:to|of|by|from|in)\b"
    r"|[Dd]elegations? (?:from|of|to|led)\b|\bin town\b|[Gg]uests? (?:of|from|in|at|here)\b|\bcourtesy call\b"
)
FORMS = {"moving": _MOVING, "receiving": _RECEIVING, "meeting": _MEETING, "being": _BEING}
NOUN_WORDS = (
    "town visit visits trip trips mission missions tour journey stay stopover delegation delegations guest guests"
)


@cache
def _verb(kind: str, *, present: bool) -> re.Pattern[str]:
    one = []
    for past, now, tail in FORMS[kind]:
        words = past.split() + (now.split() if present else [])
        one.append(rf"(?:{'|'.join(words)}){tail}\b")
    return regex(rf"\b(?:{'|'.join(one)}){_NOUNS if kind == 'moving' else ''}")


@cache
def _words(kind: str) -> frozenset[str]:
    """Every word that the verbs of a kind begin with."""
    verbs = " ".join(f"{past} {now}" for past, now, _ in FORMS[kind])
    return frozenset(f"{verbs} {NOUN_WORDS if kind == 'moving' else ''}".split())


def find_verb(text: str, kind: str, *, present: bool) -> re.Match[str] | None:
    """The first verb of a kind: `moving`, `receiving`, `meeting`, `being`; in the past, or in the present as well."""
    return _verb(kind, present=present).search(text) if has_any(text, _words(kind)) else None


def words_of_visits() -> frozenset[str]:
    """Every word that a verb of a visit begins with: a sentence without any of them tells of no visit."""
    return frozenset().union(*map(_words, FORMS))
