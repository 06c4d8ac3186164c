"""How English tells of ties, as patterns over marked sentences: ⌂ is ◆ with ◇ (○), ◇ (○) and ◇, since ○."""

import re
from dataclasses import dataclass
from enum import Enum

from hansa.reading.patterns import regex


def _any(words: str) -> str:
    return "(?:" + "|".join(re.escape(word.replace("_", " ")) for word in dict.fromkeys(words.split())) + ")"


# Words that may stand between a partner and the year of its tie: was added in, which goes back to, came next, in.
_FILL = _any("""
    which that was were is are has have had been being also first next last then again too finally formally officially
    since signed sealed concluded established agreed made formed forged entered into added begun began tied twinned
    joined followed came come did so likewise same dates date dated dating going goes go went back to from of in on by
    the year later both all each most recently it suit itself taken accepted admitted adopted inaugurated launched
    ratified linked started starting soon after afterwards with us a as third second fourth fifth sixth list their
    number early late two three four five six years year's already initially originally around about only just twelve
    ten further aboard family fold circle another partner months month decade beginning renewed partnered became become
    bound place force existence follows comes joins signs becomes board one we
""")
_WHEN = (
    r"(?: ?\([^()○◇⌂]{0,24}○[^()◇⌂○]{0,24}\)"
    rf"|,?(?: –)?(?: and(?= (?:dates|goes|began|was|has)\b))? (?:{_FILL},? ){{0,9}}"
    r"(?:(?:in|at) ◇,? (?:on |in |since )?)?○"
    # with Christchurch on water supply dates from July 2020
    r"| on [a-z ]{3,48}? (?:dates (?:from|back to)|was (?:signed|concluded) (?:in|on)) ○)"
)
# Seattle, the second oldest of the former, since 1989
_APPOSED = (
    r"(?:, (?:the|our|its) (?:[a-z]+ ){0,2}(?:oldest|eldest|earliest|first|youngest|newest|latest|last)"
    r"(?: (?:of|among|in) [a-z ]{2,20})?(?=,))?"
)
_ITEM = (
    rf"(?:◇(?:{_APPOSED}{_WHEN}| ?\([^()○◇⌂]{{0,20}}◆\)| ?\((?:again )?(?:in )?the same year[a-z ]{{0,10}}\)"
    r"| (?:in )?the same year| (?:one|two|three|four|five|six|seven|eight|nine|ten) years? (?:on|later))?"
    r"|(?:[Ii]n|[Oo]n|[Ss]ince|[Bb]y) ○,? (?:(?:came|followed|with|it was|the turn of) )*◇)"
)
_SEPARATOR = (
    r"(?:[;,]|,? and,?|,? followed| &| as well as|,? or| /)(?: (?:and|then|also|with|by|to|of|later|finally|both|lastly"
    r"|most recently|followed|as well as|joined|between ⌂ and|the (?:city|cities|town|towns|port|ports) of|that of"
    r"|those of|its|namely|went on|continued))* "
)
_THE = r"(?:the (?:city|town|port|cities|towns|ports) of |both |the )?"

WHEN = regex(_WHEN)
"""The date of what stands before it: (1974), in 1974, which was added in 1974."""
ITEM = regex(_ITEM)
"""A partner with its date, where it has one."""
ROW = regex(rf"{_THE}{_ITEM}(?:{_SEPARATOR}{_THE}{_ITEM})*")
"""Partners in a row, each with its date: A (1974), B in 1980 and C."""
SEPARATOR = regex(_SEPARATOR)


class Side(Enum):
    """Where a way's pattern stands: right before the row of partners, right after it, or around one partner."""

    BEFORE = "before"
    AFTER = "after"
    AROUND = "around"


@dataclass(frozen=True)
class Way:
    """One way to tell ties, and how sure it is.

    The pattern holds the ◆ that tells the kind; one without it carries on the kind that was told before. Groups: `list`
    the partner, for a pattern around it; `other` whom the tie is with where it is not the own city; `when` its date.
    """

    name: str
    side: Side
    pattern: re.Pattern[str]
    score: float = 0.9


_SIGNED = (
    r"(?:signed|sealed|concluded|entered into|established|made|agreed|formed|reached|struck|finali[sz]ed|added|inked"
    r"|exchanged)"
)
_OUR = _any("""
    been become now also both all each still today too the a an our its their of them these those two three four
    five six seven eight nine ten first second third sixth oldest newest latest earliest youngest only another as itself
    ⌂'s ⌂’s ⌂ city's city’s town's long other official sole most recent themselves since made declared named ours
    largest so far among such recently once
""")
_ABROAD = (
    r"(?: (?:abroad|overseas|worldwide|today|so far|now|agreements?|exists?|in force|in place|currently|already"
    r"|(?:across|around) the world|in [A-Z]\w+|of ours|of the city|of ⌂|for ⌂|at present|there|it|we|⌂|has|have"
    r"|the city|l(?:ies?|ive)|on (?:two|three|four|five|six|several) continents))*"
)
_ANY = r"(?: (?!not\b|no\b|former|possible|potential|prospective|future|would-be|candidate)[a-z]+(?:-[a-z]+)?)?"
_DID = "met|had|held|was|were|has|have|will|toured|visited|called|flew|went|talked|discussed|spoke|opened|agreed"
# With whom one met or talked is not who signed.
_NO_TIE = r"(?<!met)(?<!talks)(?<!along)(?<!together)(?<!meeting)(?<!spoke)(?<!contacts)(?<!work)(?<!discussions)"

WAYS = (
    # Ningbo (1988, sister city)
    Way("bracket", Side.AROUND, regex(
        rf"(?P<list>◇) ?\((?:(?P<when>○), )?(?:an? |our )?◆(?P<since>,? (?:{_FILL} ){{0,3}}○)?\)"
    )),
    # with which a partnership accord was reached in December 2009
    Way("which", Side.AROUND, regex(
        r"(?P<list>◇),? with (?:which|whom|whose \w+)[^◇;◆]{0,60}?◆(?P<when>[^◇◆;○]{0,40}○)?"
    )),
    # Nagasaki, Saint Paul's sister city since 1955
    Way("whose", Side.AROUND, regex(
        rf"(?P<list>◇), (?P<other>◇)['’]s (?:{_OUR},? ){{0,5}}◆(?P<when>{_WHEN})?"
    )),
    # Today's signing makes Porto our sixth sister city; the Council took Busan as its sister city
    Way("makes", Side.AROUND, regex(rf"(?:ma(?:de|kes?|king) (?P<list>◇)|(?P<as>◇) as)(?: {_OUR},?){{1,6}} ◆")),
    # The Tripartite Agreement of 18 October 2010 between the city, Ulsan and Houston
    Way("between", Side.BEFORE, regex(
        r"◆(?P<when>(?: of| from| signed on)? ○)? (?:between|among|linking|uniting|joining) (?:the )?"
        r"(?:⌂,? (?:and )?)?(?:the )?(?=◇)"
    )),
    # Gdynia was linked to the city by a twinning agreement in 1993
    Way("linked", Side.AFTER, regex(
        r" (?:was|is|were|are|has been|have been) (?:linked|tied|bound|joined|connected) (?:to|with)"
        r" (?:⌂|us|[Tt]he city|ours) (?:by|through|under) (?:an? )?◆"
    )),
    # With Leeds it has been in partnership since 1998
    Way("with", Side.AROUND, regex(
        r"(?:^|[;,] (?:and |while )?)[Ww]ith (?P<list>◇(?:(?:,|,? and) ◇)*),?(?: (?:⌂|[a-z]+)){0,7}? [\"“]?◆"
        rf"(?P<when>{_WHEN})?"
    ), 0.85),
    # Cooperation with A rests on a memorandum of understanding of 19 March 2014
    Way("rests", Side.AROUND, regex(
        r"(?:with|to) (?P<list>◇),? (?:rests?|(?:is|are) (?:based|founded|governed)|builds?|stands?) (?:on|by)"
        rf" (?:an? |the )?(?:\w+ )?◆(?P<when>{_WHEN})?"
    )),
    # Since 2016 a memorandum has linked the city to Recife
    Way("links", Side.BEFORE, regex(
        r"◆[^◇◆;]{0,40}? (?:link(?:s|ed|ing)?|t(?:ies|ied|ying)|b(?:inds?|ound|inding)|connect(?:s|ed|ing)?"
        r"|join(?:s|ed|ing)?|unit(?:es|ed|ing)) (?:⌂|us|it|the [Cc]ity) (?:to|with|and) "
    )),
    # Wellington, our capital, has a sister city in Xiamen (1987)
    Way("has", Side.BEFORE, regex(
        r"(?P<other>◇)(?:, [^,◇;]{3,60},)? (?:has|have|had|keeps?|found|gained)(?: had)?"
        r"(?: (?:a|an|its|one|two|three))? ◆ (?:in|with) "
    )),
    # Leipzig and Baku are sister cities too; A, our sister city since 1975; Oslo has been a sister city of Bonn
    Way("tail", Side.AFTER, regex(
        r"(?:(?:, [^,◇◆⌂;]{3,60},|,| –)?(?: (?:which|who|that|itself|also|too))?"
        rf" (?:is|are|was|were|became|becomes?|has|have|had|remains?|counts?)(?: {_OUR},?){{0,7}}{_ANY}"
        r"| (?:ha(?:s|ve) )?(?:signed up|entered|joined|came in|counts?|ranks?|h[eo]lds? the title|was named)"
        rf" (?:as|of)(?: {_OUR},?){{0,4}}"
        rf"|(?:,|:| –)(?: {_OUR},?){{0,7}}) ◆"
    )),
    # It has been a sister port of A since 1980 and of B since 1986
    Way("lead", Side.BEFORE, regex(
        r"(?:(?:^|: |; )(?:[Ii]t|They|We|The \w+)|⌂)(?: \w+)? (?:has been|have been|is|are|was|became)"
        r"(?: (?:a|an|the|also|now|since))* ◆ (?:of|with|to) "
    )),
    # sister cities include A, B and C; our sister city A; a memorandum is in place with A
    Way("lead", Side.BEFORE, regex(
        rf"◆{_ABROAD}(?:(?:,| –)? (?:(?:(?:have|has|had) (?:been )?|was |were |are |is )?(?:{_SIGNED} )?(?:with|to)"
        r"|include[sd]?|including|among (?:them|which are)|are|is|was|were|namely|like|such as"
        r"|between ⌂ and|of which are|began with)(?: with)?"
        r"|:|,| –|)(?:,|:)?(?: in [a-z ]{5,40}[,:])? (?:both |all )?\(?"
    )),
    # kept the city's ties alive: A (1959); B (1983)
    Way("lead", Side.BEFORE, regex(r"◆(?!.{0,60}\bown\b)[^◇◆;:.]{0,80}: (?:with )?")),
    # a memorandum on trade and tourism was entered into in 2007 with A
    Way("lead", Side.BEFORE, regex(
        rf"◆(?:(?! (?:that|which|who|when|after|led) | and (?:{_DID}) )[^◇◆;:]){{0,90}}?{_NO_TIE},? with "
    )),
)  # fmt: skip

_NTH = (
    r"(?:very first|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|newest|oldest"
    r"|most recent|youngest|eldest|earliest|longest-standing|next|others?|two others|rest|pioneer|further)"
)
CARRYING = (
    # They were joined by Chicago in 1996
    Way("joined", Side.BEFORE, regex(r"(?:^|; )[A-Z][^◇;○]{1,40}? (?:joined|followed)(?: \w+){0,2}? by "), 0.85),
    # The latter include Oslo and Turin
    Way("nth", Side.BEFORE, regex(
        r"(?:^|[;,] )[Tt]he (?:former|latter) (?:are|include[sd]?|comprise|being|is) "
    ), 0.85),
    # The oldest is with Lyon and dates from 1951; The first of them was Osaka, in 1978
    Way("nth", Side.BEFORE, regex(
        rf"(?:^|; )(?:(?:And|But|Then|Finally),? )?(?:[Tt]he|[Ii]ts|[Oo]ur|⌂['’]s) {_NTH}(?: (?:one|of (?:them|these"
        r"|those|its kind|the \w+)|to \w+|addition|partner|member|city|in \w+))*,?"
        r"(?: (?:was|is|are|were|came|being|with|made|concluded|signed|that|to be))* "
    ), 0.85),
    # A fourth, Antwerp, followed in 2014; A second, with Surabaya, came two years later, in June 2018
    Way("nth", Side.BEFORE, regex(
        rf"(?:^|[;,] (?:and )?)(?:[Aa] {_NTH}|[Aa]nother(?: {_NTH})?)(?: one)?,?"
        r" (?:with |came with |links us to |is )*"
    ), 0.85),
    # makes Porto our sixth sister city, after Seville (1989) and Cork (1991)
    Way("rest", Side.BEFORE, regex(
        r"(?<=◆),? (?:after|following|joining|alongside|besides|next to|in addition to) "
    ), 0.85),
    # With Seville we signed in 2002, with Vilnius in 1993
    Way("with", Side.BEFORE, regex(r"^With (?=◇)"), 0.85),
    # that with Bursa dates from 2006
    Way("that", Side.BEFORE, regex(
        r"(?:[Tt]hat|[Tt]he (?:one|ones|other)|[Tt]hose|[Oo]ne|[Aa]nother) with "
    ), 0.85),
    # and two in Europe (Łódź and Plzeň)
    Way("rest", Side.BEFORE, regex(
        r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Tt]he rest|[Oo]thers?)(?: (?:are|is|lie|lies|more))*"
        r" in [A-Z]\w+ \("
    ), 0.85),
    # Frankfurt came next, in 1966, followed by Milan in 1974; Next came Oslo, in 1980
    Way("came", Side.BEFORE, regex(
        r"^(?:(?:(?:Then|Next|Later|Finally|After that|Last),? )?(?:came|followed) |(?:(?:Then|Next|Later|Finally), )?"
        r"(?=◇[^◇;]{0,24}? (?:joined|joins?|follow(?:ed|s)|came|comes?|added|first|next|did|was the|signed|twinned|went"
        r"|goes|dates|accepted|admitted)\b)"
        r"|(?=[IO]n ○,? (?:came |followed )?◇ (?:was|were|joined|followed|came|became)\b))"
    ), 0.85),
    # Seattle, the oldest of the former, has been aboard since 1989
    Way("apposed", Side.BEFORE, regex(rf"(?:^|[;,] (?:and )?)(?=◇{_APPOSED[:-1]},)"), 0.8),
    # Guadalajara, Chennai and Wuxi belong to the circle as well
    Way("complete", Side.AFTER, regex(
        r" (?:also )?(?:completes?|rounds? (?:out|off)|makes? up|belongs? to|are (?:also )?(?:in|on|part of))"
        r" (?:the|our|this|its) (?:\w+ )?(?:list|family|circle|picture|set|number|group|roll|company|row)\b"
    ), 0.85),
    # In the line of a chronology: 1979 Taipei, Taiwan.
    Way("line", Side.BEFORE, regex(r"^(?=◇\.?$)"), 0.85),
    # 1984  Houston, on 16 November, and Rhodes, 19 November
    Way("years", Side.BEFORE, regex(r"^○ +(?=◇)"), 0.85),
    # With the year of each and nothing more: Bergen in 1980, Aalborg in 1981.
    Way("years", Side.BEFORE, regex(r"^(?:and |[^◇○]{3,60}: |(?:They|These) (?:are|include) )?(?=◇)"), 0.8),
)  # fmt: skip

# The memorandum of 2012 was upgraded to a sister-city agreement on 9 October 2019.
RAISED = regex(
    r"(?:raised|upgraded|elevated|promoted|converted|turned|grew|grown|developed|deepened|transformed|widened)\b"
    r"[^◇◆;]{0,24} (?:to|into) (?:the \w+ of )?(?:an? |the )?◆"
)
BEFORE_RAISED = regex(r"◆(?:[^◇◆;○]{0,40} )?○|began with (?:an? )?◆")
# Nanjing, upgraded from the accord of friendship of 1998
RAISED_FROM = regex(
    r"(?:raised|upgraded|elevated|promoted|converted) from (?:the |an? |its |our )?◆(?:[^◇◆;○]{0,20}○)?"
)
# The cities became sisters in 2003; the sister-city affiliation between the two ports.
MUTUAL = regex(
    r"(?:[Tt]he (?:two|pair|cities|two \w+)|[Tt]hey|[Bb]oth(?: \w+)?)"
    r" (?:have been|are|were|became|become)(?: (?:also|now|still))? ◆"
    r"|◆ (?:between|of|linking|that links|uniting) (?:the|our|these|both)(?: two)? (?:\w+ )?"
    r"(?:cit|port|town|sid|part)\w+"
)
# Who else concluded the tie than the own city: Oslo has concluded an agreement with …
SUBJECT = regex(
    r"◇(?:,[^,◇⌂☺;]{3,50},)?(?: (?:too|also|itself|for its part|has|have|had|is|was|since|once|in turn),?){0,4},?"
    r" (?:signed|concluded|entered|made|reached|struck|keeps?|maintains?|sealed|has|have|had|is|are|was|were|became"
    r"|established|formed|agreed|forged|inked)\b[^◇⌂☺;]*$"
)
# It was Oslo, not our city, that signed …
CLEFT = regex(r"[Ii]t (?:was|is) ◇(?:,? (?:and )?not ⌂)?,? (?:that|which|who) [^◇]*$")
# Durham, which twinned with Tübingen …
WHICH = regex(r"◇(?:,? (?:which|that))?(?: (?:itself|also|has|is|was|had|been))* $")
IT = regex(r"(?:It|The (?:prefecture|province|county|region|company|port|university|school))\b")
# Its agreement dates from 2011; It was signed in 2011.
TOLD_LATER = regex(rf"(?:^|[;,] (?:and )?)(?:[Ii]ts?|[Tt]he|[Tt]heir|[Tt]his|[Tt]hat)(?: (?:◆|tie|two|mayors))?{_WHEN}")
LEADING_DATE = regex(r"(?:^|[;,] |\. |It was )(?:[Ii]n|[Oo]n|[Ss]ince|[Ee]arly in|[Ll]ate in) ○")
# Since when, of the tie and of nothing else that a city has: with us since 1961, but not has had a tram since.
_EVER_SINCE = r"(?:^|[◇◆⌂,)]|been|is|are|ours|was|were) ?(?:(?!had\b|has\b|have\b)\w+ ){0,3}[Ss]ince\b"
MADE = regex(
    rf"\b(?:{_SIGNED}|became|joined|twinned|put|affixed|appended|ratified|sign(?:s|ing)|linked|tied|adopted|welcomed)\b"
    rf"|{_EVER_SINCE}"
)
