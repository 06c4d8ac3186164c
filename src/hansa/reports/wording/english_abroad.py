"""The work abroad in English. What a record does not say is not said: who gave to whom, who received, who led."""

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
    "exhibition": ("{home} and {others} held an exhibition", "{home} held an international exhibition"),
    "donation": ("{home} took part in a donation together with {others}", "{home} took part in a donation abroad"),
    "greeting": ("{home} sent greetings to {others}", "{home} sent greetings abroad"),
    "education_exchange": ("{home} and {others} held an education exchange", "{home} held an education exchange"),
    "performance": ("{home} and {others} held a performance", "{home} held an international performance"),
    "promotion": ("{home} and {others} held a promotion", "{home} held an international promotion"),
    "ceremony": ("{home} and {others} held a ceremony", "{home} held an international ceremony"),
    "event": ("{home} and {others} held an event", "{home} held an international event"),
    "sports": ("{home} and {others} held a sports exchange", "{home} held a sports exchange"),
    "other": ("{home} and {others} held an exchange", "{home} held an international exchange"),
}
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
_PARTNERS = {"sister_city": "sister city", "friendship_city": "friendship city", "partnership": "partner"}
_POSTS = {
    "市長": "Mayor", "副市長": "Deputy Mayor", "縣長": "County Magistrate", "省長": "Governor", "州長": "Governor",
    "知事": "Governor", "都知事": "Governor", "副知事": "Deputy Governor", "總督": "Governor", "議長": "Speaker",
    "議員": "Councillor", "總統": "President", "總理": "Prime Minister", "大使": "Ambassador",
    "代表": "Representative", "處長": "Director", "局長": "Director", "所長": "Director",
    "秘書長": "Secretary-General", "副秘書長": "Deputy Secretary-General", "校長": "President", "會長": "Chair",
    "館長": "Director",
}  # fmt: skip
# How many parties the title of an item names.
_IN_TITLE = 3


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


def _inbound(item: ExchangeItem, home: str) -> str:
    guests = people([one for one in item.people if one.of and not one.ours])
    hosts = people([one for one in item.people if one.ours])
    others = listed(_names(list(item.parties)))
    who = f"a delegation from {others}" if others else "international guests"
    led = f", {guests} among them," if guests else ""
    return f"{who}{led} visited {home}" + (f" and met {hosts}" if hosts else "")


def _outbound(item: ExchangeItem, home: str) -> str:
    ours = people([one for one in item.people if one.ours])
    guests = people([one for one in item.people if one.of and not one.ours])
    who = ours or f"a delegation from {home}"
    others = listed(_names(list(item.parties)))
    return f"{who} {f'visited {others}' if others else 'travelled abroad'}" + (f" and met {guests}" if guests else "")


def _online(item: ExchangeItem, home: str) -> str:
    ours = people([one for one in item.people if one.ours]) or home
    theirs = people([one for one in item.people if one.of and not one.ours])
    others = listed([*([theirs] if theirs else _names(list(item.parties)))])
    return f"{ours} and {others} held an online meeting" if others else f"{home} held an online meeting"


def _other(item: ExchangeItem, home: str) -> str:
    with_others, alone = _DONE[item.kind]
    others = listed(_names(list(item.parties)))
    return (with_others if others else alone).format(home=home, others=others)


_TOLD = {"inbound_visit": _inbound, "outbound_visit": _outbound, "online_meeting": _online}


def exchange(item: ExchangeItem, home: Named) -> str:
    """On 14 March 2022, a delegation from …, Director … among them, visited Kaohsiung and met Mayor …, …."""
    told = item.kind in _TOLD
    bare = people([one for one in item.people if not told or not (one.of or one.ours)])
    place = "" if not item.place or item.place in (name_of(home), home.zh) else f" at {item.place}"
    return _closed(
        _when(item.date) + _TOLD.get(item.kind, _other)(item, name_of(home)) + place,
        f"with {bare} taking part" if bare else "",
        f"to exchange views on {listed(list(item.topics))}" if item.topics and told else "",
        f"on {listed(list(item.topics))}" if item.topics and not told else "",
        f"with {item.headcount:,} participants" if item.headcount else "",
        f"with {item.attendance:,} visitors" if item.attendance else "",
        more=item.summary,
    )


def _when(date: str) -> str:
    """On 14 March 2022, In March 2022, In 2022, From … to."""
    if not date:
        return ""
    exact = len(date.partition("/")[0]) == len("2022-03-14")
    return f"{'On' if exact else 'In'} {english_date(date)}, "


def _closed(*clauses: str, more: str) -> str:
    text = ", ".join(clause for clause in clauses if clause)
    rest = " ".join(more.split())
    return f"{text[:1].upper()}{text[1:]}.{f' {rest}' if rest else ''}"


def exchange_title(item: ExchangeItem) -> str:
    """The title, or Kumamoto: online meeting."""
    return item.title or f"{some(_names(list(item.parties)))}: {_KIND[item.kind]}".lstrip(": ")


def agreement(item: AgreementItem, home: Named) -> str:
    """On 9 June 2022, Kaohsiung and Bratislava Region signed a partnership agreement, …."""
    parties = listed([name_of(home), *_names(list(item.parties))])
    return _closed(
        f"{_when(item.signed)}{parties} signed {SIGNED.get(item.kind, 'an agreement')}",
        f"“{item.title}”" if item.title else "",
        f"signed by {people(list(item.signatories))}" if item.signatories else "",
        f"at {item.place}" if item.place else "",
        f"on {listed(list(item.subjects))}" if item.subjects else "",
        more=item.summary,
    )


def agreement_title(item: AgreementItem) -> str:
    """Bratislava Region: partnership agreement."""
    kind = SIGNED.get(item.kind, "an agreement").partition(" ")[2]
    return f"{some(_names(list(item.parties)))}: {kind}"


def group_title(group: PartnerGroup) -> str:
    """The signing, if there was one; else Exchanges with the friendship city Kumamoto."""
    signed = next((item for item in group.items if isinstance(item, AgreementItem)), None)
    if signed:
        return agreement_title(signed)
    return "Exchanges with " + some(
        [f"the {_PARTNERS[party.partner]} {name_of(party.name)}" for party in group.parties]
    )
