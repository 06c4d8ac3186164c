"""What was done on an occasion, told in English: given, shown, played, learnt, promoted, held."""

import re
from functools import cache, lru_cache

from hansa.reading.patterns import regex
from hansa.reading.rules.exchanges.english.words import words_of

_MONEY = (
    r"(?:(?:us|nt|hk|a|c)?[$€£¥₩]\s?\d|\d (?:dollars|euros|pounds|yen|won|rand|kroner|złoty)"
    r"|(?:million|thousand) (?:dollars|euros|pounds|yen|won|rand))"
)
_GOODS = (
    r"masks|books|volumes|ambulances?|fire[- ]?(?:engines?|trucks?)|(?:\w+ )?buses|bus|trams?|supplies|blankets"
    r"|tents|kits|generators?"
    r"|medicines?|vaccines?|doses|tests?|computers|laptops|tablets|instruments|aid|relief|clothing|clothes|food"
    r"|rice|water"
    r"|equipment|uniforms|wheelchairs|bicycles|toys|beds|ventilators|gloves|gowns|hoses|pumps|tonnes|containers?"
    r"|saplings|trees|trucks|lorries|vehicles|stores|(?:bronze |stone )?statues?|sculptures?|bells?"
    r"|fountains?|murals?|pianos?"
)
_GIVING = (
    r"(?:gave|(?:has|had|have) given|sent|shipped|presented|handed over|delivered|wired|transferred"
    r"|collected|raised|contributed|granted"
    r"|voted|provided|dispatched|airlifted|gifted|offered|supplied|forwarded|despatched"
    r"|gives|sends|ships|presents|hands over|delivers|collects|raises|contributes|votes)"
)
_PLAYERS = (
    r"(?:choirs?|orchestras?|bands?|ensembles?|dancers?|troupes?|acrobats|musicians?|singers?|ballet|opera|circus"
    r"|quartet|trio|drummers|pipers|puppeteers|philharmonic|soloists?|percussionists|performers"
    r"|(?:dragon|lion|folk|sword) dances?|dance company"
    r"|theatre company)"
)
_PLAYED = (
    r"(?:performed|sang|danced|played (?:to|at|for|before) (?:an? |the )?(?:\w+ )?(?:full|packed|house|audience"
    r"|crowd|\d)|gave (?:[\w-]+ ){0,3}(?:concerts?|shows?|performances?|recitals?)"
    r"|performs?|sings|dances|gives? (?:[\w-]+ ){0,3}(?:concerts?|shows?|performances?|recitals?))"
)
_YOUNG = (
    r"(?:students?|pupils|schoolchildren|school[- ]children|schoolgirls|schoolboys|teenagers|teachers|apprentices"
    r"|undergraduates|trainees|interns|youngsters|young people|youths|children|cadets|scouts|youth ambassadors)"
)
_ATHLETES = (
    r"(?:footballers|runners|fencers|swimmers|athletes|rowers|cyclists|wrestlers|judoka|boxers|skaters|golfers"
    r"|gymnasts|sailors|cricketers|(?:football|baseball|basketball|hockey|volleyball|rugby|judo|wrestling"
    r"|fencing|rowing|swimming"
    r"|handball|table tennis) (?:team|club|side|squad|players|tournament|match(?:es)?))"
)

# The first that matches tells the kind.
_THEMES: tuple[tuple[str, str], ...] = (
    ("donation", rf"\b(?:donat(?:ed|es|ions? (?:of|from|to)|ion was made between)\b|{_GIVING}\b(?:(?! for (?:his|her"
                 rf"|their) )[^.;]){{0,60}}?(?:{_MONEY}|\b(?:{_GOODS})\b)"
                 rf"|{_MONEY}[^.;]{{0,60}}?\b(?:sent|given|handed|wired|transferred|donated) (?:over )?to"
                 rf"|(?:gift|grant|donation) of [^.;]{{0,30}}?(?:{_MONEY}|\b(?:{_GOODS})\b)"
                 rf"|\b(?:{_GOODS})\b[^.;]{{0,20}}? (?:reached|arrived)|humanitarian aid"
                 r"|relief (?:goods|supplies|fund))"),
    ("online_meeting", r"(?:\b(?:online|virtual(?:ly)?|remotely|(?:by|via|over|on a) (?:video|zoom|teams|webex"
                       r"|satellite)"
                       r"|on (?:zoom|teams|screen)|video ?(?:link|conferenc\w+|call|meeting)|teleconference)\b)"),
    ("greeting", r"\b(?:letters? of (?:congratulations?|encouragement|sympathy|condolences?|support|friendship"
                 r"|thanks)"
                 r"|(?:greetings?|new year|christmas)(?:['’]s)? cards?|(?:sent|sends|conveyed|wrote|exchanged"
                 r"|addressed) (?:[\w'’]+ ){0,5}(?:greetings|congratulations"
                 r"|condolences|good wishes|best wishes|sympathy|message|telegram)|wrote to\b|greetings (?:were"
                 r"|went)\b|exchanged (?:\w+ ){0,3}greetings)"),
    ("exhibition", r"\b(?:exhibitions?\b(?! (?:centre|center|hall))|exhibited|exhibits|(?:put |went |goes |were "
                   r"|was |is |are )?on (?:show|display|view)\b"
                   r"|could be (?:admired|seen)|photo display|(?:were|was|are) displayed"
                   r"|showcased)"),
    ("performance", rf"\b(?:{_PLAYERS}\b|{_PLAYED}\b|concerts?\b(?= (?:by|of|with|was|were|took)))"),
    ("sports", rf"\b(?:(?:lost|won|drew|beaten) \d|{_ATHLETES}\b|championships?\b|tournament\b"
               rf"|marathon\b|friendly match|regatta\b"
               rf"|cup\b(?= [a-z]|[,.]|$)|games\b|sports exchange\b)"),
    ("education_exchange", rf"\b{_YOUNG}\b(?! of)|\b(?:student|school|youth|pupil|teacher) (?:exchange|trip|camp"
                           rf"|party|delegation|group)|education(?:al)? exchange|summer (?:camp|school)"),
    ("promotion", r"\b(?:trade (?:fair|show)|promotion(?:al)? (?:event|week|fair)|investment (?:seminar|forum"
                  r"|fair)|tourism (?:fair|expo|seminar)"
                  r"|travel (?:fair|mart|show)|roadshow|expo\b|business (?:matching|seminar)|(?:food|product) fair"
                  r"|(?:had|manned|staffed|ran|put up|set up|took) (?:an? )?(?:\w+ )?(?:booth|stand|stall"
                  r"|pavilion))"),
)  # fmt: skip
_CEREMONY = (
    r"\b(?:unveil\w*|inaugurat\w*|(?:re)?dedicat(?:ed|es|ion)|wreath|cut (?:the|a) ribbon|cuts the ribbon"
    r"|ribbon[- ]cutting"
    r"|lit up|illuminated|planted|plants an?|flag[- ]raising|(?:raised|raises|hoisted) the flag|commemorat\w+"
    r"|ceremony"
    r"|(?:opened|opens|was opened|named)(?: [\w'’-]+){1,6}? (?:garden|square|street|park|monument|bridge|avenue"
    r"|pavilion|gate|fountain))\b"
)
_EVENT = regex(
    r"\b(?:[Cc]onference|[Ss]ummit|[Ff]orum|[Gg]eneral [Aa]ssembly|[Cc]ongress|[Ff]estival|[Aa]nnual [Mm]eeting"
    r"|[Ss]ymposium"
    r"|(?:[Aa]nnual|[Yy]early|[Ww]orking|[Gg]roup|[Gg]eneral) [Mm]eeting|[Ss]eminar|[Rr]ound[- ]?table"
    r"|[Ww]orkshop|[Cc]arnival|Fair|[Hh]ackathon|[Cc]onvention|[Aa]ssembly|[Gg]ala|[Cc]elebrations?"
    r"|(?:[A-Z][\w'’.-]+ )+(?:Day|Days|Week|Night|Market|Parade|Fair|Biennale|Games))\b"
)
_TAKES_PLACE = regex(
    r"\b(?:held|took place|hosted|co-?hosted|hosting|host to|convened|(?:co-?)?organi[sz]ed|attended?|gathered"
    r"|staged|drew|joined"
    r"|brought together|came together|had an audience|attracted|took part|taking part|spoke|speaks|addressed"
    r"|represented"
    r"|participated|stood in"
    r"|guest (?:at|of)|met in|was in|were in|invited|opened|holds|hosts|stages|attends|joins|sat on|marched"
    r"|parade[ds])\b"
)
# Who sits on an organization's forum is at no event.
_SEAT = regex(r"\b(?:sits|sat|seat|seats|serves|served|member|chairs) (?:on|of|in) (?:[\w'’]+ ){1,4}$")
# Words without one of which nothing of a kind is told: the cheap test.
_HINTS = {
    "donation": """
        donated donates donation donations gave given sent shipped presented handed delivered wired transferred
        collected raised contributed granted voted provided dispatched airlifted gifted offered supplied
        forwarded despatched gives sends ships presents hands delivers collects raises contributes votes gift
        grant reached arrived aid relief
    """,
    "online_meeting": """
        online virtual virtually remotely video zoom teams webex satellite screen teleconference videolink
        videocall videoconference videoconferences videoconferencing
    """,
    "greeting": """
        letter letters card cards greetings congratulations condolences wishes sympathy message messages
        telegram telegrams wrote
    """,
    "exhibition": """
        exhibition exhibitions exhibited exhibits show display view admired seen displayed showcased
    """,
    "performance": """
        choir choirs orchestra orchestras band bands ensemble ensembles dancers troupe troupes acrobats musician
        musicians singer singers ballet opera circus quartet trio drummers pipers puppeteers philharmonic
        soloist soloists percussionists performers dance dances theatre performed performs perform sang sings
        sing danced played concert concerts show shows performance performances recital recitals
    """,
    "sports": """
        lost won drew beaten footballers runners fencers swimmers athletes rowers cyclists wrestlers judoka
        boxers skaters golfers gymnasts sailors cricketers team club side squad players tournament match matches
        championship championships marathon regatta cup games sports
    """,
    "education_exchange": """
        student students pupil pupils teacher teachers school schoolchildren schoolgirls schoolboys teenagers
        apprentices undergraduates trainees interns youngsters young youth youths children cadets scouts summer
        education educational
    """,
    "promotion": """
        trade promotion promotional investment tourism travel roadshow roadshows expo business food product had
        manned staffed ran put set took
    """,
    "ceremony": """
        unveil unveils unveiled unveiling inaugurate inaugurates inaugurated inaugurating inauguration dedicated
        dedicates dedication rededicated rededicates rededication wreath ribbon lit illuminated planted plants
        flag commemorate commemorates commemorated commemorating commemoration commemorative ceremony opened
        opens named
    """,
    "event": """
        conference summit forum assembly congress festival meeting symposium seminar round roundtable workshop
        carnival fair hackathon convention gala celebration celebrations day days week night market parade
        biennale games
    """,
}
_WORDS = {kind: frozenset(words.split()) for kind, words in _HINTS.items()}
WORDS = frozenset().union(*_WORDS.values())
"""The words without any of which no theme is told."""


@cache
def _compiled() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    return tuple((kind, _WORDS[kind], regex(words)) for kind, words in (*_THEMES, ("ceremony", _CEREMONY)))


@lru_cache(maxsize=1024)
def theme(text: str) -> tuple[str, int]:
    """The kind that a text tells by what was done, and where it says so; ('', end of the text) for none."""
    words, low = words_of(text), text.lower()
    for kind, hints, pattern in _compiled():
        match = None if hints.isdisjoint(words) else pattern.search(low)
        if match:
            return kind, match.start()
    event = None if _WORDS["event"].isdisjoint(words) else _EVENT.search(text)
    if event and _TAKES_PLACE.search(text) and not _SEAT.search(text, 0, event.start()):
        return "event", event.start()
    return "", len(text)
