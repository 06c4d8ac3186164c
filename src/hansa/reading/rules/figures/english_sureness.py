"""Whether an English sentence reports its numbers or only mentions them: lengths, members and guests, plans."""

from hansa.reading.patterns import regex
from hansa.reading.rules.figures.english_nouns import Number

# What is measured and not counted, and what belongs to an agreement's text or to a place.
_MEASURED = regex(
    r"\b(?:years?|months|weeks|days|nights|minutes|seconds|centuries|decades|generations|kilomet(?:re|er)s|km|miles"
    r"|metres|meters|feet|floors|storeys|stories|stops|inhabitants|souls|fields|areas|sides|parties|parts|pages"
    r"|chapters|articles|points|steps|stages|continents|languages|degrees|themes|priorities|pillars|goals|mayors"
    r"|occasions|halves|thirds|quarters|seats|acts|yearly|hours)$"
)
_WORKED = regex(r"\shours\sof\s(?:\w+\s)?(?:work|service|help|training|teaching|lessons)|hours (?:given|worked|of)\b")
_BODIES = regex(
    r"\b(?:members|cities|countries|nations|towns|governments|municipalities|authorities|states|regions|associations"
    r"|founders|signatories|partners|bodies|communities|counties|provinces|metropolises|megacities|founding members)$"
)
# Who is on the way: people of a visit; and who is named beside others.
_TRAVELLED = regex(
    r"\b(?:(?:delegations?|groups?|part(?:y|ies)|teams?|troupes?|contingents?|bands?|choirs?|missions?|class(?:es)?)\s"
    r"(?:of|with)|led|(?:[a-z,] [A-Z]\w+|[Hh]e|[Ss]he|[Tt]hey|who) (?:had |has |have )?brought|accompanied by|one of"
    r"|joined by|invited|took|head of|some of)\s$"
)
_COUNTED_WITH = regex(r"\b(?:delegations|groups|parties|missions|visits) with\s$")
_BESIDE = regex(r"\b(?:(?<!dealt )with|and|plus|including|among|amongst|before|by|alongside)\s$")
_KNOWN = regex(r"\b(?:[Tt]he|[Bb]oth|[Tt]hese|[Tt]hose)\s$")
_SUPPLIED = regex(r"\b(?:presented|provided|supplied)\s[\w’' ]{0,24}\bwith\s$")
_OCCASION = regex(
    r"\b(?:delegation|party|group|team|troupe|contingent|mission|choir|band)(?:,| of| from| led|\sheaded)|\bled\b"
    r"|\bheaded\b|-strong\b|-member\b|\baccompan|\bat the head of|\bthis (?:morning|afternoon|evening)|\btoday\b"
    r"|\byesterday\b|\bMayor [A-Z]|\bGovernor [A-Z]|\b(?:fair|festival|concert|marathon|parade|gala|summit|congress"
    r"|conference|assembly)\b|\bat (?:an?|the) (?:\w+ )?(?:dinner|reception|banquet|lunch|ceremony|match|game"
    r"|performance|exhibition|meeting|workshop|seminar)\b"
)
_PLANNED = regex(
    r"\b(?:will|would|shall|plans?|planned|hopes?|hoped|aims?|aimed|targets?|goals?|intends?|wants?|wishes|expects?"
    r"|could|may|might|proposed|proposal|next year|is to|are to|was to|were to|up to now planned|foresees?|seeks"
    r"|pledged|undertakes?|undertook|commit(?:s|ted)? (?:themselves |itself )?to|vow(?:s|ed)?)\b"
)
_AT_MOST = regex(
    r"\b(?:no more than|at most|(?<!now )(?<!\bis )(?<!\bare )(?<!stands at )up to|a maximum of"
    r"|limit(?:ed)? (?:of|to))\s[^\w\s]{0,3}$"
)
_PUT_OFF = regex(r"^[^,;]*\b(?:(?:are|is) (?:planned|expected|to be|due|foreseen)|were to|had been planned)\b")
_SAID = regex(r"\b(?:said|says|noted|stressed|added|hoped|explained|recalled)\b|[“”\"][^“”\"]{40,}[“”\"]")
_COMPARED = regex(r"^\s(?:more|less|fewer)\b")
_LONG = regex(
    r"\b(?:[Ii]n total|total of|[Aa]ltogether|[Ii]n all\b|[Aa]ll told|[Ss]o far|to date"
    r"|(?<!town )(?<!city )(?<!partner )(?<!friend )(?<!linked )(?<!twinned )[Ss]ince|[Oo]ver the (?:past"
    r"|last|years)|[Ii]n the \w+ (?:\w+ )?(?:years?|months|half|quarter|decade)\b|[Dd]uring|[Tt]hroughout|[Ee](?:very"
    r"|ach) year|a year\b|per year|annually|[Tt]his year|[Ll]ast year|[Uu]ntil now|the year (?:before|after)"
    r"|[Aa] record"
    r"|[Tt]otalling|have (?:since |now |already )?(?:taken part|visited|benefited|studied|exchanged|spent)"
    r"|[Bb]etween (?:19|20)\d\d and (?:19|20)\d\d|[Ff]rom (?:19|20)\d\d to (?:19|20)\d\d)"
)


def is_lasting(text: str) -> bool:
    """Whether the sentence says that it tells of a longer time: so far, every year, during 2021."""
    return bool(_LONG.search(text))


def is_occasion(text: str) -> bool:
    """Whether the sentence tells of a visit, a meeting or an event, whose numbers are its own."""
    return bool(_OCCASION.search(text))


def is_mentioned_only(number: Number, *, beside: bool) -> bool:
    """Whether the number is a length of time or space, of people on the way, of what is planned or compared; `beside`
    a figure, what is named with it is one too."""
    if _COMPARED.match(number.after) or is_planned(number):
        return True
    if number.quantity.unit:
        return is_limit(number)
    beside = beside or bool(_SUPPLIED.search(number.near))
    counted = beside and _COUNTED_WITH.search(number.near)
    travelled = _TRAVELLED.search(number.near) and not counted
    if _KNOWN.search(number.near) or travelled or (not beside and _BESIDE.search(number.near)):
        return True
    return bool(_MEASURED.search(number.what)) and not _WORKED.match(number.after)


def is_limit(number: Number) -> bool:
    """Whether the number is the most that there may be."""
    return bool(_AT_MOST.search(number.lead))


def is_planned(number: Number) -> bool:
    """Whether what the number counts is still to come."""
    return bool(_PLANNED.search(number.clause) or _PUT_OFF.match(number.after))


def is_said(text: str) -> bool:
    """Whether somebody is quoted, whose numbers the document does not answer for."""
    return bool(_SAID.search(text))


def counts_bodies(what: str) -> bool:
    """Whether the noun is of those that belong to an organization, or from which guests come."""
    return bool(_BODIES.search(what))
