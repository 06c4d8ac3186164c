"""What a Chinese sentence tells of: which way a visit went, or what else was done, and with whom."""

from functools import lru_cache

from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.exchanges.building import abroad
from hansa.reading.rules.exchanges.chinese.details import DID
from hansa.reading.rules.exchanges.chinese.direction import GOES, direction, heads_abroad, is_hosted
from hansa.reading.rules.exchanges.chinese.kinds import is_visit, theme_at, theme_zh
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party

_NO_OCCASION = regex(
    r"簽|締|結盟|結為|成立|創立|設立|加入|入會|會員|成員|總部|秘書處|當選|參選|接任|擔任|連任|任期|卸任|過世|逝世|就任|上任|出口|進口|億元|預算|統計|百分|％|%|條例|議決|通過|發起|改名|更名|函|經費|節省|依據|規定|委員會|要點"
)
_CHAPTER = 16
_CHAPTER_IN = regex(r"來訪|訪賓|外賓|接待|貴賓|蒞訪")
_CHAPTER_OUT = regex(r"出訪|出國|訪外|赴外|海外參訪")
_COMPANY = regex(r"團|隊|代表|議員|學生|市民|選手|師生|一行|等\d*人|\d+\s*[名人位]|官員|職員|業者")
_WITNESS = regex(r"見證")
_THAT_BODY = regex(r"該(?:組織|會|聯盟|協會)")
# What the guests went to see, and where something was shown: no parties.
_SEEN = regex(r"(?:走訪|參觀|造訪|參訪|訪視|遊覽|前往|視察|轉往|至|到|在|於)[\u3400-\u9fff]{0,2}$")
_SITE = regex(r"(?:送往|運往|運抵|在|於|假)[\u3400-\u9fff]{0,2}$")
_NEAR = 8
_ONWARDS = ("轉", "出發", "搭", "飛", "專程", "啟程", "抵", "經")
_TRAVEL = regex(r"率團|率領|來訪|出訪|訪團|拜會|再訪|回訪|親訪|一行")
# What is easily said on a visit without being what the visit was for.
_YIELDING = ("donation", "greeting", "event", "ceremony", "exhibition", "sports")
_ON_JOURNEYS = ("ceremony", "event", "promotion", "exhibition", "greeting")
_LED = regex(r"[長事席使統]\w{0,8}(?:率團|率領|率\d|一行)")
_SHOWN = regex(r"演出|物產展|推介會|設攤")


def kind_of(sentence: Sentence, at: int, context: Context) -> tuple[str, list[Party]]:
    """What kind of exchange the sentence tells of, or '', and the parties abroad that it names."""
    text = sentence.text
    home = context.visits_home.search(text) is not None
    theme = _theme_of(sentence, at, context)
    visit = (not theme or _travels(text, theme, home=home)) and (
        home or is_visit(text) or _goes_abroad(sentence, context)
    )
    if theme and not visit:
        parties = _counterparts(sentence, context)
        return theme, [party for party in parties if not _SITE.search(_before(text, party))] or parties
    if not visit:
        way = _way_without_words(sentence, context)
        return way, _counterparts(sentence, context) if way else []
    way = direction(sentence, context)
    parties = [party for party in _counterparts(sentence, context) if not _is_way_point(sentence, party)]
    if way == "inbound_visit":
        parties = [party for party in parties if not _SEEN.search(_before(text, party))] or parties
    if way == "outbound_visit" and _THAT_BODY.search(text):
        parties = context.body_before(at) or parties
    return way or theme, parties


def _theme_of(sentence: Sentence, at: int, context: Context) -> str:
    """What was done besides travelling: by the words of a sentence, or of the heading above the first."""
    text = sentence.text
    theme = theme_zh(text)
    if not theme:
        return theme_zh(heading_of(context)) if at == 0 else ""
    yields = theme in _YIELDING or (theme == "performance" and _LED.search(text) is not None)
    return "" if yields and _visits_before(sentence, theme, context) else theme


def _goes_abroad(sentence: Sentence, context: Context) -> bool:
    """Whether somebody named went to a place abroad; the word that leads there is asked for before the names."""
    if not GOES.search(sentence.text):
        return False
    return bool(sentence.people) and heads_abroad(sentence, context)


def _counterparts(sentence: Sentence, context: Context) -> list[Party]:
    return [party for party in abroad(sentence.counterparts, context) if not _witnesses(sentence, party)]


def _way_without_words(sentence: Sentence, context: Context) -> str:
    """Which way a visit went that is told without a word for it: only where it has a day or month of its own."""
    by_roles = _NO_OCCASION.search(sentence.text) is None
    # Under 訪賓接待 too, a bond told without anybody who came or went is none.
    chapter = _way_of_chapter(context) if by_roles or sentence.people else ""
    if not (chapter or by_roles) or not any(dated.sure and dated.point.month for dated in sentence.dates):
        return ""
    if chapter and abroad(sentence.counterparts, context):
        return chapter
    return _way_by_roles(sentence, context) if by_roles else ""


def _way_of_chapter(context: Context) -> str:
    """Which way the visits went that are listed under 來訪 or 出訪, where an item needs no verb."""
    chapters = [parent.text for parent in context.parents() if len(parent.text) <= _CHAPTER]
    return next(filter(None, map(_way_of_heading, (*chapters, *reversed(context.block.headings)))), "")


@lru_cache(maxsize=1024)
def _way_of_heading(heading: str) -> str:
    inward, outward = _CHAPTER_IN.search(heading), _CHAPTER_OUT.search(heading)
    if inward and outward:
        return ""
    return "inbound_visit" if inward else "outbound_visit" if outward else ""


def _way_by_roles(sentence: Sentence, context: Context) -> str:
    """Which way a visit went that is told in words of its own: by guests named with their place, or a goal abroad.

    Only where the sentence tells of no bond, body or sum.
    """
    company = _COMPANY.search(sentence.text) is not None
    if not (company or sentence.people):
        return ""
    named = abroad(sentence.counterparts, context)
    if not named or not (sentence.people or (company and any(party.known for party in named))):
        return ""
    return direction(sentence, context)


def _visits_before(sentence: Sentence, theme: str, context: Context) -> bool:
    """Whether a visit is told in a clause before the words of the theme, which are then only talk on the occasion."""
    start = sentence.clause(theme_at(sentence.text, theme))[0]
    if not start:
        return False
    return bool(context.visits_home.search(sentence.text, 0, start) or is_visit(sentence.text[:start]))


def _witnesses(sentence: Sentence, party: Party) -> bool:
    """Whether the party is only that of somebody who looked on: 駐福岡辦事處處長以視訊見證."""
    start, end = sentence.clause(party.start)
    return bool(_WITNESS.search(sentence.text, party.end, end)) and not DID.search(sentence.text, start, party.start)


def _is_way_point(sentence: Sentence, party: Party) -> bool:
    """Whether the journey only passes there: 由那霸轉赴石垣."""
    text = sentence.text
    return text.endswith(("由", "自", "經", "從"), 0, party.start) and text.startswith(_ONWARDS, party.end)


def _before(text: str, party: Party) -> str:
    """The words right before a party, as many as a pattern may need."""
    return text[max(0, party.start - _NEAR) : party.start]


def _travels(text: str, theme: str, *, home: bool) -> bool:
    """Whether the point of the sentence is the travelling, perhaps to the own city (`home`), and no show of its own."""
    if theme not in _ON_JOURNEYS or _SHOWN.search(text):
        return False
    return (home or _TRAVEL.search(text) is not None) and not is_hosted(text)


def heading_of(context: Context) -> str:
    """The nearest heading, where it is an item's title rather than a chapter's."""
    headings = context.block.headings
    return headings[-1] if len(headings) > 2 and len(headings[-1]) >= 6 else ""
