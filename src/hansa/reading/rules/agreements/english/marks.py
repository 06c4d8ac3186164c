"""An English sentence with what matters for ties put as signs (⌂ twinned with ◇ since ○): patterns read it plainly."""

from collections.abc import Iterator, Sequence

from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.agreements.marks import DATE, KIND, OWN, PARTY, PERSON, Kind, Marked, Span, put
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind

_SORT = r"(?:cit(?:y|ies)|towns?|ports?|states?|count(?:y|ies)|prefectures?|provinces?|regions?|districts?|harbours?)"
_TIE = (
    r"(?:bond|tie|relation|relationship|link|partnership|agreement|affiliation|pact|accord|arrangement|treat(?:y|ie)"
    r"|compact|charter|memorandum|declaration|association)s?"
)
_SISTER_BODY = r"(?:schools?|ports?|universit(?:y|ies)|librar(?:y|ies)|stations?|parks?|zoos?|museums?)"
_NATURE = (
    r"(?:(?:[Ss]ister|[Tt]win(?:ning)?|[Ff]riendship|[Ff]riendly|[Pp]artner(?:ship)?|[Cc]o-?operation|[Cc]ollaboration"
    r"|[Tt]ripartite|[Tt]rilateral|[Bb]ilateral|[Jj]oint|[Ff]ormal|[Ee]conomic|[Tt]rade|[Cc]ultural|[Tt]ourism|[Mm]utual"
    r"|[Ee]xchange|[Cc]it(?:y|ies)|[Ss]tate|[Pp]ort|[Ss]chool|[Uu]niversity|[Ss]tation|[Ll]ibrary|[Cc]limate"
    r"|[Tt]echnical|[Ee]nvironmental|[Rr]econciliation|[Rr]egional|[Cc]ity-to-city|[Ii]nternational|[Ss]trategic"
    r"|[Ee]ducation(?:al)?|[Aa]cademic|[Ff]our-city|[Tt]hree-way|[Tt]hree-city)[- ])*"
)
_PURPOSE = (
    r"(?: (?:of|on) (?:[Uu]nderstanding|[Ee]xchange|[Cc]o-?operation|[Cc]ollaboration|[Aa]greement|[Ff]riendship"
    r"|[Ii]ntent|[Pp]artnership|[Tt]winning|[Ss]isterhood))?"
)
_KIND = regex(
    r"\b(?:(?i:(?:ties|bonds|links) of (?:sisterhood|friendship|twinning)\b)"
    rf"|(?i:(?:sister|twin|friendship|partner)(?:hood)?[- ]{_SORT}(?:[- ]{_TIE})?|sister(?:hood)? {_TIE}"
    rf"|sister[- ]?{_SISTER_BODY}(?:[- ]{_TIE})?|twinnings?(?:[- ]{_TIE})?|twinned|sisterhood|sisters?|twins?"
    rf"|partnerships?(?:[- ]{_TIE})?|partners?)\b"
    r"|friendship(?= with\b)|(?i:ties?|relationships?|relations|links?|bonds?|connections?|alliances?)\b"
    rf"|{_NATURE}(?:[Mm]emorand(?:um|a)|M[oO]Us?|[Ll]etters? of [Ii]ntent|[Aa]greements?|[Aa]ccords?|[Pp]acts?"
    rf"|[Cc]ompacts?|[Cc]harters?|[Dd]eclarations?|[Pp]rotocols?|[Aa]rrangements?|[Tt]reat(?:y|ies)|[Aa]ction [Pp]lan)"
    rf"{_PURPOSE}\b)"
)
# What one of them has in it: most sentences have nothing of the sort.
_ANY_KIND = regex(
    r"ister|SISTER|win|riend|artner|tie|elation|link|bond|onnection|lliance|emorand|MOU|MoU|etter|greement|ccord"
    r"|Pact|pact|harter|eclaration|rotocol|rrangement|reat|Action|action|TWIN|PARTNER|FRIEND"
)
# Bare words for a tie, which take their kind from what was said before.
_PLAIN = regex(
    r"(?i:friendship|ties?|relationships?|relations|links?|bonds?|connections?|agreements?|arrangements?|alliances?)"
)
# Partners of a project are none of the city: the project's partner cities, partners in the programme.
_PROJECT = r"(?:project|programme|program|network|study|consortium|scheme|festival|fair|forum)"
_OF_PROJECT = regex(rf" (?:of|in|on) (?:the|this|an?) (?:\w+ )?{_PROJECT}\b")
_PROJECTS = regex(rf"\b{_PROJECT}['’]s (?:\w+ )?$")
_BARE = {"sister": "sister city", "sisters": "sister city", "partner": "partner city", "partners": "partner city",
         "twin": "twin city", "twins": "twin city", "twinning": "twin city", "twinnings": "twin city"}  # fmt: skip

# A bare year in brackets of its own: (both 1965).
_YEAR_ALONE = regex(r".*(?:\([a-z ]{0,12}\d{4}\)|[a-z], \d{4}[.;])$")
# A name that neither the atlas nor a suffix tells, where only a partner can stand: Salo (1970), a pact with Salo.
_NAME = r"[A-ZÀ-ÖØ-ÞŁŚŻŽČŠĐ][\w'’-]+"
# A partner no more: Asmara (suspended), Colombo (lapsed in 2005).
_OVER = regex(
    r" ?\((?:since )?(?:suspended|dormant|inactive|lapsed|ended|expired|terminated|on hold|frozen|discontinued"
    r"|paused)\b[^()]*\)"
)
_STRANGER = regex(rf"\b{_NAME}(?:(?: (?:da|de|do|del|di|la|el|upon|am|an der|sur))? {_NAME}){{0,3}}")
_UNSURE = "◈"
_PARTNER = regex(
    r"◈(?= \([a-z ]{0,12}○|, with wh|,? (?:which )?(?:joined|followed|came|was added)\b[^◇;]{0,24}○"
    r"| (?:is|was|became|has been)(?: \w+){0,3} ◆)"
    r"|◆[^;.]*: [^;.]*◇(?: \(○\))?(?:,|,? and) (?P<last>◈)(?=[.,;])"
    r"|◆ of (?P<of>◈)(?=,? (?:in|since)\b)"
    r"|(?:◆(?: \w+){0,3} (?:with|to)|◇(?: \(○\))?(?:,|,? and)) (?P<after>◈)"
    r"(?=(?:,? (?:in|on|since|signed in|signed on|from))? \(?○)"
)
_NEVER = regex(r"(?:The|This|That|In|On|It|Its|Our|A|An|Mayor|Lord|Council|Councillor|City|Hall|Town|Both|All|With)\b")


def names_kind(text: str) -> bool:
    """Whether a text may name a tie."""
    return _ANY_KIND.search(text) is not None


def marked(sentence: Sentence) -> Marked:
    """The sentence with its parties, dates, kinds of tie and people put as signs."""
    spans = list(_spans(sentence))
    marks = put(sentence.text, spans)
    if KIND not in marks.text and PARTY not in marks.text:
        return marks
    strangers = _strangers(sentence.text, spans)
    return put(sentence.text, [*spans, *strangers]) if strangers else marks


def _spans(sentence: Sentence) -> Iterator[Span]:
    for party in sentence.parties:
        over = _OVER.match(sentence.text, party.end)
        if over:
            lead = 2 * sentence.text.endswith(", ", 0, party.start)
            yield party.start - lead, over.end(), "", None
            continue
        if party.own or party.kind is not PartyKind.COUNTRY:
            named = sentence.text[party.start : party.end]
            end = party.end
            if "(" in named:
                # Syracuse (USA) is all one; of Syracuse (USA, 1998) what is in brackets stays to be read.
                closes = sentence.text.startswith(")", end)
                end = end + 1 if closes else party.start + len(named.partition("(")[0].rstrip())
            yield party.start, end, OWN if party.own else PARTY, party
    for dated in sentence.dates:
        if dated.sure or _YEAR_ALONE.match(sentence.text[max(0, dated.start - 14) : dated.end + 1]):
            yield dated.start, dated.end, DATE, dated
    for person in sentence.people:
        words = sentence.text[person.start : person.end].split(" of ")[0].rstrip(",")
        yield person.start, person.start + len(words), PERSON, None
    for match in _KIND.finditer(sentence.text) if names_kind(sentence.text) else ():
        if _OF_PROJECT.match(sentence.text, match.end()) or _PROJECTS.search(sentence.text, 0, match.start()):
            continue
        words = _BARE.get(match[0].lower(), match[0])
        kind = "" if _PLAIN.fullmatch(match[0]) else kind_of(words)
        yield match.start(), match.end(), KIND, Kind(match.start(), match.end(), kind, match[0])


def _strangers(text: str, spans: Sequence[Span]) -> list[Span]:
    """Names that nothing else knows and that stand where only a partner can."""
    taken = [(start, end) for start, end, _, _ in spans]
    free = [
        Party(match.start(), match.end(), match[0])
        for match in _STRANGER.finditer(text)
        if not _NEVER.match(match[0]) and not any(match.start() < end and start < match.end() for start, end in taken)
    ]
    if not free:
        return []
    tried = put(text, [*spans, *((party.start, party.end, _UNSURE, party) for party in free)])
    places = {
        max(found.start(), *(found.start(name) for name in ("after", "of", "last")))
        for found in _PARTNER.finditer(tried.text)
    }
    return [(p.start, p.end, PARTY, p) for at, p in tried.signs if at in places and isinstance(p, Party)]
