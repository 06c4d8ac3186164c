"""What a number in an English sentence measures, for each of the ways in which a report or a release tells it."""

import re

from hansa.reading.patterns import regex
from hansa.reading.rules.figures.english_nouns import COUNTED, Number, thing
from hansa.reading.rules.figures.english_scene import Scene
from hansa.reading.rules.figures.english_sureness import counts_bodies
from hansa.reading.values.numbers import find_english

_REACHED = regex(
    r"(?P<what>(?:[\w'’-]+ ){0,3}?[\w-]+) (?:(?:has|have|had|now|which) ){0,2}(?:(?:more than |nearly |almost "
    r"|sharply )?(?:doubled|trebled|tripled|halved|jumped|soared|declined|shrank)|rose|rises|risen|grew|grows|grown"
    r"|fell|falls|fallen|climbed|climbs|went up|goes up|increased|increases|dropped|drops|reached|reaches|stood|stands"
    r"|amounted|amounts|totalled|totals|came|comes|remains?|remained|numbers?|numbered)(?: to| at"
    r"| by)? (?:a total of |no fewer than )?$"
)
_GREW = regex(r"^[^.;]*\b(?:grew|rose|fell|climbed|went up|increased|shrank|swelled) to\b")
_BROUGHT = regex(
    r"\b(?:[Bb]ring|brought|tak|took|push|lift|rais)(?:ing|e|es|ed|s)?\s(?:its|our|the|their)\s(?:total\s)?"
    r"(?:(?:number|count|list|family|total)(?:\sof\s(?P<what>[\w -]{3,40}?))?"
    r"|(?P<named>[a-z][\w -]{3,30}?))\s(?:up )?to\s$"
)
_UP_TO = regex(r"\b(?:to|at|reached|totalled|totals)\s")
_BROUGHT_TO = regex(r"^\s(?:the|its|our) (?:total )?(?:number|count|total) of (?P<what>[\w’' -]{3,50})")
_SHARE = regex(
    r"(?:^|[,;]\s|\band\s|\bof (?:these|them|which),?\s)(?P<who>(?:[Tt]he )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)"
    r"(?: alone)? (?:sent|accounted for|made up|provided|contributed|supplied|took|had) $"
)
_OF_WHAT = regex(r"\sof\s(?:(?P<them>them|these|those)\b|(?:the|all)\s(?P<what>[a-z][\w-]*(?:\s[a-z][\w-]*){0,2}?s)\b)")
_ALSO_SENT = regex(r"(?:followed by|,|\band)\s(?P<who>(?:the )?[A-Z]\w+(?: [A-Z]\w+)*)\s(?:with|at)\s$")
_OF_THEM = regex(r"^\sof (?:them|these|those)(?P<where>(?:\s[\w-]+){0,4})")
_PART_OF = regex(r"\b(?:of which|of whom|of these|of those|of them|among them|among which)\s(?:some\s|about\s)?$")
_GIVEN = regex(
    r"\b(?:donat(?:ed|es|ing|ion of)|gave|gives|given|gift of|sent|sends|shipped|ships|delivered|handed over"
    r"|contributed|supplied|presented|provided|dispatched|collected|consignment of"
    r"|consisting of|(?:gift|donation|consignment|shipment|convoy|aid) (?:consists"
    r"|consisted) of)\s(?:[\w’' ]{0,24}\s)?(?:a total of\s|another\s|some\s)?$"
)
_WENT_OFF = regex(
    r"(?:\sof\s\w+)?(?:,\s[\w ]{2,30}|\sand\s[\w ]{2,30}){0,3}(?:,\s[a-z][^,.;]{3,60},)?"
    r"\s(?:(?:was|were|has been|have been)\s(?:sent|shipped|donated|delivered|handed over|dispatched|given)"
    r"|went off|went to|left for)\b"
)
_AGAINST = regex(r"\b(?:against|compared (?:with|to)|(?:up|down) from)\s$")
_BRACKET = regex(r"\s[(][^()]{1,40}[)]")
_IN_BRACKETS = regex(r"[(]\s?(?:19|20)\d\d:\s$")
_CHANGED = regex(r"[(,]\s?(?P<way>up|down|plus|minus)\s(?:by\s)?$")
_NOT_GIVEN = regex(
    r"\b(?:people|persons|pupils|students|teachers|doctors|nurses|firefighters|experts|engineers|staff|officials|men"
    r"|women|children|players|athletes|artists|dancers|musicians|volunteers|workers|rescuers|representatives|delegates"
    r"|councillors|envoys|officers|trainees|delegations|groups|teams|letters|invitations|messages|signatures|votes"
    r"|shows|concerts|talks"
    r"|lectures|performances|times|cities|countries|members|firms|companies)$"
)
_WORK = regex(
    r"\b(?:handled|answered|received|issued|processed|organi[sz]ed|held|welcomed|registered|published|arranged|served"
    r"|translated|dealt with|recorded|completed|granted|awarded|approved|conducted|delivered|supported|settled"
    r"|resolved|inspected|logged|mediated|closed|hosted|planted|donated|sent|shipped|helped|assisted|trained|advised"
    r"|counted|opened|funded|financed|placed|employs?|employed|produced|created|attracted|signed|concluded|ran|taught"
    r"|interpreted|involved|reached)(?:\sout)?\s(?:a total of\s|in all\s)?$"
)
_GUESTS = regex(
    r"\b(?:visitors|guests|delegates|delegations|visits|groups|officials|participants|students|trainees|journalists"
    r"|dignitaries|ambassadors|consuls|pupils|interns|entrepreneurs|staff|officers|people|passengers|tourists)$"
)
_DONE = regex(
    r"\s(?:in (?:19|20)\d\d\s)?(?P<verb>have been|has been|were|are|had been)\s(?:\w+ly\s)?(?P<done>handled|answered"
    r"|received|issued|processed|organi[sz]ed|held|welcomed|hosted|registered|published|arranged|served|recorded"
    r"|completed|granted|awarded|approved|conducted|delivered|supported|settled|resolved|established|concluded|signed"
    r"|formed|entered|shown|given|placed|translated|trained|sent|made|planted|created|funded|inherited|opened|run"
    r"|staged|inspected)\b"
)
_CASES = regex(
    r"\b(?:delegations|groups|visits|missions|requests|enquiries|inquiries|applications|receptions|exhibitions|events"
    r"|letters|cases|complaints|courses|permits|certificates|publications|enquirers|calls|e-mails|emails|times|trips"
    r"|bookings)$"
)

_MANY = 10


def level(number: Number, scene: Scene) -> str:
    """What rose, fell or came to the number: `membership rose to 58`, `bringing the number of sister cities to 11`."""
    brought = _BROUGHT.search(number.near)
    if brought:
        return brought["what"] or brought["named"] or scene.earlier
    turned = _BROUGHT_TO.match(number.after) if number.near.endswith((" to ", "To ")) else None
    if turned:
        return turned["what"]
    if number.near.endswith("From ") and number.what and _GREW.search(number.after):
        return number.what
    reached = _REACHED.search(number.near)
    if not reached or (number.what and (scene.occasion or counts_bodies(number.what))):
        return ""
    if number.what:
        return thing(number) if _UP_TO.search(reached[0]) else ""
    if reached["what"].endswith(("members", "member cities", " as", " the")):
        return ""
    return re.split(r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|an?)\s", reached["what"])[-1].strip()


def share(number: Number, scene: Scene) -> str:
    """Whose part of what was counted before: `China sent 61 of them`, `followed by Korea with 12`, `of which 40 …`."""
    who, of = _SHARE.search(number.near), _OF_WHAT.match(number.after)
    if who and of:
        whole = of["what"] or scene.noun or _counted_last(scene.before)
        return f"{whole} from {who['who']}" if whole else ""
    also = _ALSO_SENT.search(number.near)
    if also and " from " in scene.earlier:
        return f"{scene.earlier.rpartition(' from ')[0]} from {also['who']}"
    if scene.first and is_compared(number, scene):
        return scene.first
    if scene.earlier and (change := _CHANGED.search(number.near)):
        return f"{scene.earlier}, {change['way']}"
    if scene.earlier and scene.summary and (them := _OF_THEM.match(number.after)):
        return f"{scene.noun or scene.earlier}{them['where']}"
    if _PART_OF.search(number.near) and scene.earlier:
        return f"{scene.earlier}:{re.split(r'[.,;]', number.after)[0]}"
    return ""


def is_compared(number: Number, scene: Scene) -> bool:
    """Whether the number is of an earlier time that the text names: `against 44 the year before`, `(2018: 97)`."""
    if _IN_BRACKETS.search(number.near):
        return True
    dated = any(0 < dated.start - behind(number) <= len(" in ") for dated in scene.dates)
    return dated and not number.what and bool(_AGAINST.search(number.near))


def behind(number: Number) -> int:
    """Where the number ends, with what stands in brackets behind it: `18 (121 people)`."""
    bracket = _BRACKET.match(number.text, number.end)
    return bracket.end() if bracket else number.end


def given(number: Number, scene: Scene) -> str:
    """Goods that were sent or donated: 5,000 hygiene kits, 12 tonnes of rice."""
    what = thing(number)
    if not what or _NOT_GIVEN.search(number.what) or (number.quantity.value < 2 and not number.quantity.unit):
        return ""
    further = scene.earlier.endswith(" given") and scene.goes_on(number)
    off = _WENT_OFF.match(number.text, number.end)
    return f"{what} given" if further or off or _GIVEN.search(number.near) else ""


def worked(number: Number, scene: Scene) -> str:
    """Work that was done: `answered 312 enquiries`, `61 delegations were received`, `employs four officers`."""
    if not number.what or counts_bodies(number.what):
        return ""
    long = scene.report or scene.lasting or scene.yearly
    small = number.quantity.value < 10 and not scene.report
    verb = _WORK.search(number.near)
    if verb and verb[0].startswith("employ"):
        return f"{number.what} employed"
    guests = _GUESTS.search(number.what) and not _CASES.search(number.what)
    if verb and not small and not scene.occasion and (long or not guests):
        return f"{thing(number)} {verb[0].split()[0]}"
    done = _DONE.match(number.text, number.end)
    told = done and (long or " been" in done["verb"] or (_CASES.search(number.what) and not small))
    if done and told and not scene.occasion:
        return f"{thing(number)} {done['done']}"
    many = scene.report and not scene.occasion and number.quantity.value >= _MANY
    return thing(number) if many and _CASES.search(number.what) else ""


def summed_up(number: Number, scene: Scene) -> str:
    """What a sentence counts over a longer time (during 2021, 318 volunteers), or beside a figure that it has told:
    64 delegations from 27 countries."""
    if not number.what or not scene.summary or (scene.report and not scene.lasting and not scene.earlier):
        return ""
    if number.quantity.value < 10 and not scene.report:
        return ""
    where = scene.earlier and re.search(r"(?:\b(?:from|in|and|with)|,)\s$", number.near)
    return thing(number) if where or not counts_bodies(number.what) else ""


def _counted_last(text: str) -> str:
    counted = [found["what"] for number in find_english(text) if (found := COUNTED.match(text, number.end))]
    return counted[-1] if counted else ""
