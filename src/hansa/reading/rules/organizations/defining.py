"""Which organization a sentence defines: it says what it is, when it began, how many belong to it."""

import re

from hansa.reading.patterns import regex
from hansa.reading.rules.covered import BODY, cover_bodies
from hansa.reading.rules.organizations.entries import opens
from hansa.reading.rules.organizations.profile import BEGUN_EN, BEGUN_ZH
from hansa.reading.rules.organizations.telling_english import CAME_TO_BE_EN
from hansa.reading.values.organizations import Body, find_chinese, find_english

_HAN = regex(r"[\u3400-\u9fff]")
NOT_OF_CITIES = regex(r"交流協會|公會|商會|公司|企業|政黨|大學(?!協會)|醫院|銀行|代表團|議員")
"""Bodies that no cities join."""
_NOT_OF_CITIES_EN = regex(
    r"^(?:UNESCO|UNICEF|UNDP|WHO|OECD|ASEAN|NATO|APEC|UN-Habitat|World Health Organi[sz]ation|World Bank)$"
    r"|\b(?:States|Nations|Ministers|Companies|Students)$"
)
_DEFINES_ZH = regex(
    rf"^(?:[」』）)：\s—–－]|一類|之類|則|乃|最初|最早|原先?|前身|肇"
    rf"|即)*(?:(?:係|是|為|於|由|在|自)?\s*(?:(?:民國|西元|公元)?\s*[\d〇○零一二三四五六七八九十]{{2,4}}\s*年"
    rf"|[由係是乃]|為[^期了]|{BEGUN_ZH}|旨在|致力)|以[^，。；]+為|早[一二三四五六七八九十]年"
    rf"|現?有\d[\d,]*\s?[個座]?[\u3400-\u9fff]{{0,4}}(?:加入|參加)"
    rf"|[，,]\s?(?:民國|西元)?\s?\d{{2,4}}\s*年(?=[^，。；]*(?:{BEGUN_ZH}))"
    rf"|[，,](?=[^，。；]*\d{{2,4}}\s*年[^，。；]*(?:{BEGUN_ZH}))"
    r"|(?:現|今|目前|共|計|旗下)*(?:匯集|集結|匯聚|聚集|網羅|囊括|涵括|串[聯連]|結合|代表|橫跨|擁有|有)[^，。；]{0,8}?[\d百千]+[^，。；]{0,8}[國城市會鎮縣]"
    rf"|[之的][^，。；]{{2,8}}[，,](?=[^，。；]*(?:{BEGUN_ZH})))"
)
_ABOUT_ZH = regex(
    rf"{BEGUN_ZH}|加入|加盟|組織|機構|平[台臺]|網絡|會員|聯合體|結盟|合併|旨在|宗旨|職志|設在|前身|總部|[秘祕]書處|更名|改名"
)
# 後改組為X, 催生了X: an organization at its clause's end that came out of something.
_BECOMES_ZH = regex(
    r"[^，。；]{0,40}(?:改組|改制|更名|改名|擴大|合併|整併|擴編|轉型|催生|孕育|發展|演變)(?:成立|而成|成|為|了|出)"
    r"|[^，。；]*?(?:由是|於焉|應運|因此)而?(?:生|誕生|成立)"
)
# 成立於1998年的某協會; 1951年，五十位市長創立某會議（ABC）
_AROSE_ZH = regex(r"[^，。；]{0,4}(?:由是|於焉|應運|因此)而?(?:生|誕生|成立)")
# 首爾促成某組織於2010年問世
_CAUSED_ZH = regex(r"[^，。；]{0,12}(?:促成|推動|催生|促使|帶動|號召)了?[「『]?")
_DATED_ZH = regex(rf"[」』]?[於在]?\s?\d{{2,4}}\s?年[^，。；]{{0,8}}{BEGUN_ZH}")
_FOUNDED_LEAD_ZH = regex(r"(?:[^，。；]*，)?(?:成立|創立|創設|設立|發起)[於在][^，。；]{2,24}[的之]")
_FOUNDED_OBJECT_ZH = regex(r"^(?!.*本[市縣府])[^。；]*年[^。；]*(?:創立|成立|發起|設立|創設|籌組|創辦)了?[「『]?$")
_BECAME_ZH = regex(
    r"(?:改組|改制|更名|改名|擴大|合併|整併|擴編|轉型|催生|孕育|發展|演變)(?:成立|而成|成|為|了|出)+[「『]?$"
)

_NOUN = (
    r"(?:network|association|organi[sz]ation|alliance|league|union|forum|federation|platform|coalition|body|grouping"
    r"|club|council|partnership|initiative|confederation|assembly|community|consortium|movement)"
)
_COUNTED = (
    r"(?:\d[\d,]*|[Aa]? ?[Hh]undreds?|[Tt]housands?|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen)"
)
_MEMBERS = (
    r"(?:members?|cities|towns|municipalities|governments|authorities|countries|mayors|regions|ports|associations"
    r"|signatories)"
)
_HELD = rf"[^.;]{{0,40}}?\b{_COUNTED}\b[^.;]{{0,40}}?\b{_MEMBERS}\b"
_SEATED = (
    r"(?:(?:[Pp]ermanent|[Gg]eneral|[Tt]echnical)\s)*"
    r"(?:[Ss]eat|[Hh]eadquarters|[Ss]ecretariat|head\soffice|[Oo]ffice|house|home)"
)
_ASIDE = r"(?:\s\([^()]*\))?(?:,[^.;]{3,90}?,|\s–[^–.;]{3,90}?–)?"
_PREDICATE = (
    rf"(?:(?:is|was|were|are|has\sbeen|had\sbeen)\s(?:\w+ly\s|first\s|also\s|now\s)?(?:{BEGUN_EN}|based|headquartered"
    rf"|seated|run\sfrom|made\sup|composed|comprised|housed|hosted|at\shome\sin|an?\s(?:[\w-]+\s){{0,6}}?{_NOUN}"
    rf"|the\s(?:[\w-]+\s){{0,6}}?{_NOUN}|the\swork\sof)|{CAME_TO_BE_EN}"
    rf"|(?:(?:now|today|currently)\s)?(?:has|have|had|counts?|counted|numbers?|numbered|links|unites|groups|gathers"
    rf"|represents|comprises|includes"
    rf"|connects|joins|brings\stogether|brought\stogether|speaks\sfor|assembles|covers|consists\sof|stands\sat"
    rf"|runs\sto|amounts\sto"
    rf"|comes\sto|rallies|pools|spans|has\sgrown\sto|draws|holds){_HELD}"
    rf"|(?:has|had|keeps|maintains)\s(?:its|an?)\s{_SEATED}|aims\sto|seeks\sto"
    r"|exists\sto)\b"
)
_LEAD_EN = r"^(?:[A-Z][^.;]{2,110}?,\s)?(?:[Tt]he\s|[Oo]ur\s)?"
_BRACKET = regex(r"[（(][^（()）]*[)）]")
_PREDICATE_EN = regex(_PREDICATE)
_THE = 4
_SUBJECT = regex(rf"{_LEAD_EN}(?P<body>{BODY}){_ASIDE}\s{_PREDICATE}")
_FOUNDED_FIRST = regex(
    rf"^(?:{BEGUN_EN}|Headquartered|Based|Seated|With\s(?:its\s)?(?:seat|headquarters)"
    rf"|A\s(?:\w+\s)?{_NOUN})\b[^.;]{{2,140}}?,\s(?:the\s)?(?P<body>{BODY})\s(?:is|was|has|had|brings|unites|counts"
    rf"|links|aims|works|dates|began|speaks|today|now)\b"
)
_YEAR = r"\b(?:1[89]|20)\d\d\b"
_FOUNDED_ACTIVE = (
    r"(?:founded|set\sup|established|created|formed|launched|started|called\sinto\s(?:life|being)"
    r"|brought\sinto\sbeing|gave\sbirth\sto)"
)
_MERGED = regex(rf"\bmerged\b[^.;]{{2,160}}?\bto\s(?:form|become|create)\s(?:the\s)?(?P<body>{BODY})")
_ANYWHERE = tuple(
    regex(pattern)
    for pattern in (
        # the League of Towns, a network of 30 towns; (founded 1988); established in 1995
        rf"(?P<body>{BODY}),\s(?:now\s)?(?:an?|the)\s(?:[\w-]+\s){{0,5}}?{_NOUN}\b"
        r"(?=\s(?:of|founded|set|that|with|for|which|to|run|based|created)\b)",
        rf"(?P<body>{BODY})(?:,\s|,\swhich\swas\s|\s\(|:\s|\s[–—-]\s){BEGUN_EN}\b[^.;()]{{0,60}}?\d{{4}}",
        # three cities founded the League in 2002; in 2002 they founded the League
        rf"\b(?:{_FOUNDED_ACTIVE}|[Cc]reation\sof|[Ff]oundation\sof"
        rf"|[Bb]irth\sof)\s(?:the\s)?(?P<body>{BODY})(?=[^.;]*{_YEAR})",
        rf"^[^.;]*{_YEAR}[^.;]*\b{_FOUNDED_ACTIVE}\s(?:the\s)?(?P<body>{BODY})",
        # attended the meeting of the League; the League was founded in 2002
        rf"(?P<body>{BODY})[^;]*;\s(?:it|(?:the|this)\s(?:{_NOUN}|[A-Z][a-z]+))\s{_PREDICATE}",
        # the League, which this city founded in 2002; Metropolis, a club of 30 towns with its house in Barcelona
        rf"(?P<body>{BODY}),\swhich\s[^,.;]{{2,60}}?\s(?:(?:co-)?founded|set\sup|created|launched"
        rf"|started)\b(?=[^.;]*{_YEAR})",
        rf"{_YEAR}[^.;]*\b(?:out\sof\s(?:that|this|it|which)\s(?:came|grew|arose)|gave\srise\sto|led\sto"
        rf"|from\s(?:that|which)\s(?:came|grew|sprang))"
        rf"\s(?:the\s)?(?P<body>{BODY})",
        rf"(?P<body>{BODY}),\swhose\s(?:{_SEATED}|members|founders)\b",
        # CityNet (1987, Nagoya; office in Seoul; 173 members)
        rf"^(?P<body>{BODY})\s\([^()]*{_YEAR}[^()]*;[^()]*\b(?:members|cities|office|seat|secretariat|countries|towns|governments)\b",
        rf"\bwhen\s(?:the\s)?(?P<body>{BODY})\s(?:was|were)\s(?:{BEGUN_EN})\b",
        rf"^The\s(?:aim|goal|purpose|mission|objective)s?\sof\s(?:the\s)?(?P<body>{BODY})",
        rf"\bone\sof\sthe\s(?:\w+\s)?(?:founders|founding\s\w+)\sof\s(?:the\s)?(?P<body>{BODY})(?=[^.;]*{_YEAR})",
    )
)
_MAY_DEFINE_EN = regex(
    rf"\b(?:{BEGUN_EN}|{CAME_TO_BE_EN}|{_NOUN}s?|members?|cities|towns|municipalities|governments|countries|aims?"
    rf"|goal|purpose|mission"
    r"|seat|headquarter\w*|secretariat|office|birth|rise to|out of (?:that|this|it)|founders?|founding|merged|based"
    r"|run from)\b"
)
_MAY_DEFINE_ZH = regex(rf"{BEGUN_ZH}|組織|聯盟|協會|結盟|設在")
_CONTRASTED = regex(r"\b(?:mistaken|confused|unlike|nothing to do with)\b", re.IGNORECASE)
# Of meetings that are called by a name, much is said that sounds like founding.
_EVENT = regex(r"\b(?:Summit|Conference|Congress|Forum|Festival|Week|Day|Expo|Games)$")
_STANDING = regex(
    r"\b(?:members?|network|association|organi[sz]ation|founded|set up|secretariat|seat|cities|towns|governments"
    r"|countries)\b",
    re.IGNORECASE,
)


def may_define(text: str) -> bool:
    """Whether a text has one of the words without which none defines an organization."""
    return bool((_MAY_DEFINE_ZH if _HAN.search(text) else _MAY_DEFINE_EN).search(text))


def defined(text: str, *, quoted: bool = False) -> Body | None:
    """The organization that a sentence defines, or None; also one founded that has only its name in `quoted` words."""
    return _in_chinese(text, quoted=quoted) if _HAN.search(text) else _in_english(text)


def goes_on_to_define(rest: str, *, chinese: bool) -> bool:
    """Whether the words behind an organization's name, or behind what stands for it, define it."""
    return bool(_DEFINES_ZH.match(rest) and _ABOUT_ZH.search(rest) if chinese else _PREDICATE_EN.match(rest))


def opening(text: str) -> Body | None:
    """The organization with whose name an English sentence begins."""
    bodies = () if _HAN.search(text) else find_english(text)
    leads = bodies and bodies[0].start <= _THE and not _NOT_OF_CITIES_EN.search(bodies[0].name)
    return bodies[0] if leads else None


def becomes(text: str) -> bool:
    """Whether a Chinese clause tells that an organization came out of what the clause before tells."""
    return bool(_BECOMES_ZH.match(_BRACKET.sub("", text)))


def _in_chinese(text: str, *, quoted: bool) -> Body | None:
    for body in find_chinese(text):
        if NOT_OF_CITIES.search(body.name) or _NOT_OF_CITIES_EN.search(body.name):
            continue
        lead, rest = text[: body.start], text[body.end :]
        if opens(lead) and _DEFINES_ZH.match(rest) and _ABOUT_ZH.search(rest):
            return body
        clause = lead[lead.rfind("，") + 1 :]
        if (opens(clause) and _AROSE_ZH.match(rest)) or (_CAUSED_ZH.fullmatch(clause) and _DATED_ZH.match(rest)):
            return body
        if _FOUNDED_LEAD_ZH.fullmatch(lead) or (
            _FOUNDED_OBJECT_ZH.search(lead) and (body.acronym or body.name_en or (quoted and lead[-1] in "「『"))
        ):
            return body
        if _BECAME_ZH.search(lead) and (body.acronym or body.name_en):
            return body
    return None


def _in_english(text: str) -> Body | None:
    if not _MAY_DEFINE_EN.search(text) or _CONTRASTED.search(text):
        return None
    bodies = find_english(text)
    covered = cover_bodies(text, bodies) if bodies else ""
    for pattern in (_MERGED, _FOUNDED_FIRST, _SUBJECT, *_ANYWHERE) if bodies else ():
        for found in pattern.finditer(covered):
            body = next(body for body in bodies if body.start == found.start("body"))
            if not _NOT_OF_CITIES_EN.search(body.name) and not (
                _EVENT.search(body.name) and not _STANDING.search(covered)
            ):
                return body
    return None
