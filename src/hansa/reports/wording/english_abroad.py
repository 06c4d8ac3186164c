"""The work abroad in English. What a record does not say is not said: who gave to whom, who received, who led."""

import re

from hansa.reports.outline.items import AgreementItem, Counterpart, ExchangeItem, Named, Participant, PartnerGroup
from hansa.reports.wording.dates import english_date

_KIND = {
    "inbound_visit": "visit", "outbound_visit": "visit abroad", "online_meeting": "online meeting",
    "exhibition": "exhibition", "donation": "donation", "greeting": "greetings",
    "education_exchange": "education exchange", "performance": "performance", "promotion": "promotion",
    "ceremony": "ceremony", "event": "event", "sports": "sports exchange", "other": "exchange",
}  # fmt: skip
# What the city did with others, and where none is named.
_DONE = {
    "exhibition": ("{home} held an exhibition with {others}", "{home} held an international exhibition"),
    "donation": ("a donation was made between {home} and {others}", "{home} took part in a donation abroad"),
    "greeting": ("{home} sent greetings to {others}", "{home} sent greetings abroad"),
    "education_exchange": ("{home} held an education exchange with {others}", "{home} held an education exchange"),
    "performance": ("{home} gave a performance with {others}", "{home} gave an international performance"),
    "promotion": ("{home} held a promotion event with {others}", "{home} held an international promotion event"),
    "ceremony": ("{home} held a ceremony with {others}", "{home} held an international ceremony"),
    "event": ("{home} held an event with {others}", "{home} held an international event"),
    "sports": ("{home} held a sports exchange with {others}", "{home} held a sports exchange"),
    "other": ("{home} held an exchange with {others}", "{home} held an international exchange"),
    "inbound_visit": ("a delegation from {others} visited {home}", "international guests visited {home}"),
    "outbound_visit": ("a delegation from {home} visited {others}", "a delegation from {home} travelled abroad"),
    "online_meeting": ("{home} held an online meeting with {others}", "{home} held an online meeting"),
}
_TALKS = ("inbound_visit", "outbound_visit", "online_meeting")
SIGNED = {
    "sister_city": "a sister city agreement",
    "friendship_city": "a friendship city agreement",
    "partnership": "a partnership agreement",
    "mou": "a memorandum of understanding",
    "letter_of_intent": "a letter of intent",
    "declaration": "a declaration",
    "sister_school": "a sister school agreement",
    "sister_port": "a sister port agreement",
    "project_partnership": "a project partnership",
}
_POSTS = {
    "市長": "Mayor", "副市長": "Deputy Mayor", "縣長": "County Magistrate", "省長": "Governor", "州長": "Governor",
    "知事": "Governor", "都知事": "Governor", "副知事": "Deputy Governor", "總督": "Governor", "議長": "Speaker",
    "議員": "Councillor", "總統": "President", "總理": "Prime Minister", "大使": "Ambassador",
    "代表": "Representative", "處長": "Director", "局長": "Director", "所長": "Director",
    "秘書長": "Secretary-General", "副秘書長": "Deputy Secretary-General", "校長": "President", "會長": "Chair",
    "館長": "Director",
}  # fmt: skip
_CHINESE = re.compile(r"[\u3400-\u9fff]")
# How many parties the title of an item names.
_IN_TITLE = 3


def is_chinese(words: str) -> bool:
    """Whether there is a Chinese character among the words."""
    return bool(_CHINESE.search(words))


def listed(words: list[str]) -> str:
    """A, B and C, each once."""
    once = list(dict.fromkeys(word for word in words if word))
    return ", ".join(once[:-1]) + f" and {once[-1]}" if len(once) > 1 else "".join(once)


def some(words: list[str]) -> str:
    """The first of them, for a title."""
    return listed(words) if len(words) <= _IN_TITLE else ", ".join(words[:_IN_TITLE]) + " and others"


def name_of(name: Named) -> str:
    """A name in English, or in Chinese where it has none."""
    return name.en or name.zh


def _names(parties: list[Counterpart]) -> list[str]:
    return [name_of(party.name) for party in parties]


def person(one: Participant) -> str:
    """Mayor Wong of Kumamoto; of ours, the post and name alone."""
    named = " ".join(filter(None, (_POSTS.get(one.post, one.post), name_of(one.name))))
    return named if one.ours or not one.of else f"{named} of {one.of}"


def people(found: list[Participant]) -> str:
    """Mayor A of B and Director C."""
    return listed([person(one) for one in found])


def exchange(item: ExchangeItem, home: Named) -> str:
    """On 14 March 2022, a delegation from … visited Kaohsiung. Taking part were Director … and Mayor …. …

    One short sentence for what happened with whom, and further ones for who took part, where, and on what.
    """
    with_others, alone = _DONE[item.kind]
    others = listed(_names(list(item.parties)))
    done = (with_others if others else alone).format(home=name_of(home), others=others)
    place = "" if item.place in (name_of(home), home.zh, *_names(list(item.parties))) else item.place
    topics = listed(list(item.topics))
    return " ".join(
        filter(
            None,
            (
                _sentence(_when(item.date) + done),
                f"Taking part: {people(list(item.people))}." if item.people else "",
                f"Place: {place}." if place else "",
                f"They exchanged views on {topics}." if topics and item.kind in _TALKS else "",
                f"It was about {topics}." if topics and item.kind not in _TALKS else "",
                f"There were {item.headcount:,} participants." if item.headcount else "",
                f"There were {item.attendance:,} visitors." if item.attendance else "",
                " ".join(item.summary.split()),
            ),
        )
    )


def _when(date: str) -> str:
    """On 14 March 2022, From 24 to 28 July 2022, In March 2022."""
    if not date:
        return ""
    start, _, end = date.partition("/")
    if end and ".." not in (start, end):
        return f"From {english_date(start)} to {english_date(end)}, "
    return f"{'On' if len(start) == len('2022-03-14') else 'In'} {english_date(date)}, "


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def exchange_title(item: ExchangeItem) -> str:
    """Kumamoto: online meeting; the record's own title where it is in Latin letters."""
    made = f"{some(_names(list(item.parties)))}: {_KIND[item.kind]}".lstrip(": ")
    return item.title if item.title and not is_chinese(item.title) else made[:1].upper() + made[1:]


def agreement(item: AgreementItem, home: Named) -> str:
    """On 9 June 2022, Kaohsiung and Bratislava Region signed a partnership agreement. It was signed by …."""
    parties = listed([name_of(home), *_names(list(item.parties))])
    told = (
        _sentence(f"{_when(item.signed)}{parties} signed {SIGNED.get(item.kind, 'an agreement')}"),
        f"Its title is “{item.title}”." if item.title else "",
        f"It was signed by {people(list(item.signatories))}." if item.signatories else "",
        f"Place: {item.place}." if item.place else "",
        f"It is about {listed(list(item.subjects))}." if item.subjects else "",
        " ".join(item.summary.split()),
    )
    return " ".join(filter(None, told))


def agreement_title(item: AgreementItem) -> str:
    """Bratislava Region: partnership agreement."""
    kind = SIGNED.get(item.kind, "an agreement").partition(" ")[2]
    return f"{some(_names(list(item.parties)))}: {kind}"


def group_title(group: PartnerGroup) -> str:
    """The signing, if there was one; else Exchanges with Kumamoto."""
    signed = next((item for item in group.items if isinstance(item, AgreementItem)), None)
    if signed:
        return agreement_title(signed)
    return f"Exchanges with {some(_names(list(group.parties)))}"
