"""Numbers that English sentences report: 19 sister cities, a grant of €2 million, issued 340 letters, rose to 58."""

import re
from collections.abc import Iterator, Sequence

from msgspec import UNSET

from hansa.facts import Fact, Figure
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind, Stretch
from hansa.reading.rules.figures import periods
from hansa.reading.structure import sentences
from hansa.reading.values.dates import Dated
from hansa.reading.values.numbers import Quantity, find_english

_HAN = re.compile(r"[\u3400-\u9fff]")
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+teenth|twent|thirt|fort|fift|sixt"
    r"|sevent|eight|ninet|hundred|thousand|million|third|fourth|ninth|tenth)",
    re.IGNORECASE,
)
_PARTNERS = re.compile(
    r"\s?(?P<what>(?:\w+ )?(?:sister|friendship|partner|twin|twinned|sister-state)[ -](?:(?:city|town|state|port"
    r"|school)[ -])?"
    r"(?:cities|city|towns?|states?|ports?|schools?|relationships?|agreements?|links|ties|partnerships)"
    r"(?: worldwide| abroad| overseas| in (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?)"
)
_COUNTED = re.compile(r"\s(?P<what>(?:[a-z][\w'’-]*\s){0,4}?[a-z][\w-]*s)\b(?=[\s.,;:)]|$)")
_PEOPLE = re.compile(
    r"\b(?:people|persons|delegates|visitors|guests|participants|officials|students|mayors|councillors|members|pupils"
    r"|athletes|players|teachers|men|women|children|friends|residents|citizens|attendees|envoys|representatives|others"
    r"|years|months|weeks|days|hours|minutes|times|cities|countries|nations|parties|sides|fields|areas|times)$"
)
_WORK = re.compile(
    r"\b(?:handled|answered|received|issued|processed|organi[sz]ed|held|welcomed|registered|published|arranged|served"
    r"|translated|dealt with|recorded|completed|granted|awarded|approved|conducted|delivered|supported|settled|resolved"
    r"|inspected|logged|mediated|closed|hosted|planted|donated|sent|shipped)\s(?:a total of\s)?$"
)
_REACHED = re.compile(
    r"(?P<what>(?:[\w-]+ ){0,3}?[\w-]+) (?:(?:more than |nearly |almost |sharply )?(?:doubled|trebled|tripled"
    r"|halved|jumped"
    r"|soared|declined|shrank)|rose|grew|fell|climbed|went up|increased|dropped|reached|stood|stands"
    r"|amounted"
    r"|totalled|came)(?: to| at)? $"
)
_BEGINS = re.compile(r"(?:US|NT)?[$€£¥]?\d|(?:over|more than|nearly|almost|some)\s\d", re.IGNORECASE)
_SHARE = re.compile(
    r"(?:^|[,;]\s|\band\s|\bof (?:these|them|which),?\s)(?P<who>(?:[Tt]he )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)"
    r"(?: alone)?"
    r" (?:sent|accounted for|made up|provided|contributed|supplied|took|had) $"
)
_OF_WHAT = re.compile(r"\sof\s(?:(?P<them>them|these|those)\b|the\s(?P<what>[a-z][\w-]*(?:\s[a-z][\w-]*){0,2}?s)\b)")
_DONE = re.compile(
    r"\s(?P<what>(?:[a-z][\w-]*\s){0,3}?[a-z][\w-]*s)\s(?:have been|has been|were|are|had been)\s(?:\w+ly\s)?"
    r"(?:handled|answered"
    r"|received|issued|processed|organi[sz]ed|held|welcomed|hosted|registered|published|arranged|served|recorded|completed"
    r"|granted|awarded|approved|conducted|delivered|supported|settled|resolved|established|concluded|signed|formed|entered)\b"
)
# Guests counted over a period: a report's number, where a release would tell of one visit.
_GUESTS = re.compile(
    r"\b(?:visitors|guests|delegates|delegations|visits|groups|officials|participants|students|trainees|journalists|dignitaries)$"
)
_FURTHER = re.compile(r"^\s?(?:from|in|on|of|during|over|across|and|with|,|through)?\s?(?:a total of\s)?$")
_NUMBERED = re.compile(r"^\s(?:in|of|worth of)\s")
_SPAN = re.compile(r"\b(?:between|from)\s", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|says|noted|stressed|added|hoped|explained|recalled)\b|[“”\"][^“”\"]{40,}[“”\"]")
_CHANGE = re.compile(r"(?:\w+ )?(?:increase|decrease|rise|fall|drop|growth|change|total|loss|gain)")
_FOR = re.compile(r"\s(?:from|for|towards?|to|by)\s[^,.;]+")
_END = re.compile(r"(?:\s(?:was|were|is|are|of|by|at|to|from|about|came to|amounted to|totalled|reached|worth))+$")
_SUM_OF = re.compile(r"\b(?:[Aa]n?|[Tt]he) (?P<what>(?:[\w-]+ )?[\w-]+) (?:of|worth) $")
_ARTICLE = re.compile(r"^(?:The|the|Its|its|Our|our|their|A|a|an|of|and|but|where|which|that) ")
_DATE_LEFT = re.compile(
    r"\s*\b(?:in|on|by|since|at the end of|during|for)\s*$|\s*\b(?:in|on|by|during|at the end of)\s*(?=[.,;]|$)"
)
_CLAUSE_START = re.compile(
    r"^.*(?:[,;:]\s(?=[a-z])|\band (?=made|spent|received|came|raised|attracted|secured|won|saved|brought))"
)


def reported_in_english(block: Block, context: Context) -> Iterator[Fact]:
    """An English sentence reports a number: of partner cities, of work done, a sum, a share, a level reached.

    Left out are the people of a delegation, the cities that sent them, and counts in passing.
    """
    if block.kind is BlockKind.ROW or _HAN.search(block.text) or not _NUMBER.search(block.text):
        return
    for sentence in sentences(block):
        if _NUMBER.search(sentence.text):
            yield from _figures(sentence, block, context)


def _figures(sentence: Stretch, block: Block, context: Context) -> Iterator[Fact]:
    dates = context.dates(sentence.text)
    reach, guests = -1, False
    for quantity in find_english(sentence.text):
        if any(dated.start < quantity.end and quantity.start < dated.end for dated in dates):
            continue
        first = quantity.start == 0 and len(sentence.text) < 90 and _in_a_list(context)
        measure, standing = _measure(quantity, sentence.text, dates, context, listed=first)
        counted = _COUNTED.match(sentence.text, quantity.end)
        further = guests and _FURTHER.match(sentence.text[reach : quantity.start])
        if not measure and counted and (further or _receives_guests(quantity, sentence.text, counted["what"], context)):
            measure = counted["what"]
        guests = bool(measure and counted and (guests or _GUESTS.search(counted["what"])))
        reach = counted.end() if counted else quantity.end
        proof = context.proof(sentence, "reported_in_english", 0.8 if standing else 0.7)
        if measure and proof:
            yield Figure(
                measure=measure,
                value=quantity.value,
                unit=quantity.unit or UNSET,
                period=_period(dates, sentence.text, quantity, context, standing) or UNSET,
                section=block.headings[-1] if block.headings[1:] else UNSET,
                **proof,
            )


def _receives_guests(quantity: Quantity, text: str, what: str, context: Context) -> bool:
    """Whether a report of a year says how many guests were received in it."""
    return bool(context.year and _WORK.search(text[: quantity.start]) and _GUESTS.search(what))


def _share(quantity: Quantity, text: str, context: Context) -> str:
    """`China sent 61 of them`: what the sentence before counted, from China."""
    who, of = _SHARE.search(text[: quantity.start]), _OF_WHAT.match(text, quantity.end)
    if not who or not of:
        return ""
    if of["what"]:
        return f"{of['what']} from {who['who']}"
    earlier = context.block.text.partition(text)[0]
    counted = [found["what"] for number in find_english(earlier) if (found := _COUNTED.match(earlier, number.end))]
    return f"{counted[-1]} from {who['who']}" if counted else ""


def _done(after: str, context: Context) -> str:
    """`Six links have been established`: the links; on one occasion, as a release tells, it is no figure."""
    done = _DONE.match(after)
    return done["what"] if done and (context.year or " been " in done[0]) else ""


def _in_a_list(context: Context) -> bool:
    """Whether the block is one of several list items that begin with a number: the year in figures."""
    around = context.blocks[max(0, context.index - 1) : context.index + 2]
    items = [block for block in around if block.kind is BlockKind.ITEM and _BEGINS.match(block.text)]
    return context.block in items and len(items) > 1


def _measure(
    quantity: Quantity, text: str, dates: Sequence[Dated], context: Context, *, listed: bool
) -> tuple[str, bool]:
    """What the number measures, empty where it is not reported, and whether it is a state rather than a flow."""
    before, after = text[: quantity.start], text[quantity.end :]
    partners = _PARTNERS.match(after)
    if partners:
        return partners["what"].strip(), True
    if quantity.ordinal:
        return "", False
    if listed:
        return _NUMBERED.sub("", after).strip(" .")[:80], False
    if told := _share(quantity, text, context) or _done(after, context):
        return told, False
    if quantity.unit:
        return _sum(before, text, quantity, dates), False
    reached = _REACHED.search(before)
    if reached and not _COUNTED.match(after):
        return re.split(r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|an?)\s", reached["what"])[-1].strip(), True
    counted = _COUNTED.match(after)
    small = quantity.value < 10 and not context.year
    if counted and not small and _WORK.search(before) and not _PEOPLE.search(counted["what"]):
        verb = _WORK.search(before)
        return f"{counted['what']} {verb[0].split()[0] if verb else ''}".strip(), False
    return "", False


def _sum(before: str, text: str, quantity: Quantity, dates: Sequence[Dated]) -> str:
    """What a sum of money or a share is for: the noun it is a sum of, or the clause around it."""
    after = text[quantity.end :]
    for dated in reversed(dates):
        if dated.start >= quantity.end:
            after = after[: dated.start - quantity.end] + after[dated.end - quantity.end :]
    after = _DATE_LEFT.sub("", re.split(r"[.;,]|\sand\s(?=[a-z]+ed\b|made\b)", after)[0]).rstrip(" .")
    if _SAID.search(text) or re.match(r"\s(?:each|apiece|per (?!cent))", after):
        return ""
    noun = _SUM_OF.search(before)
    if noun and _CHANGE.fullmatch(noun["what"]):
        return ""
    if noun:
        purpose = _FOR.match(after)
        return f"{noun['what']}{purpose[0] if purpose else ''}"[:100].strip()
    start = _CLAUSE_START.sub("", before).strip()
    measure = f"{start}{after}" if after.strip() else _END.sub("", start)
    return _END.sub("", _ARTICLE.sub("", measure)).strip(' "“”,')[:120]


def _period(dates: Sequence[Dated], text: str, quantity: Quantity, context: Context, standing: bool) -> str:
    span = _SPAN.search(text)
    if span and not standing and len(dates) == 2 and dates[0].start == span.end():
        return f"{dates[0].edtf}/{dates[1].edtf}"
    return periods.stated(dates, text, quantity.start) or periods.fallback(context, standing=standing)
