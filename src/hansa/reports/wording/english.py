"""Reports in English."""

from decimal import Decimal

from hansa.figures.words import Words
from hansa.reports.outline.items import (
    AgreementItem,
    AnnualReport,
    Citation,
    ExchangeItem,
    FigureItem,
    MembershipItem,
    Named,
    NumberItem,
    Participant,
)
from hansa.reports.quantities import grouped
from hansa.reports.wording.dates import english_date
from hansa.reports.wording.wording import Sentence, Titles, quoted

_KIND = {
    "inbound_visit": "visit", "outbound_visit": "visit abroad", "online_meeting": "online meeting",
    "exhibition": "exhibition", "donation": "donation", "greeting": "greetings",
    "education_exchange": "education exchange", "performance": "performance", "promotion": "promotion",
    "ceremony": "ceremony", "event": "event", "sports": "sports exchange", "other": "exchange",
}  # fmt: skip
# What was done: with counterparts, and where none is named.
_DONE = {
    "inbound_visit": ("a delegation from {others} visited {home}", "international guests visited {home}"),
    "outbound_visit": ("a delegation from {home} visited {others}", "a delegation from {home} travelled abroad"),
    "online_meeting": ("{together} held an online meeting", "{home} held an online meeting"),
    "exhibition": ("{together} held an exhibition", "{home} held an international exhibition"),
    "donation": ("a donation was made between {together}", "{home} took part in a donation"),
    "greeting": ("{together} exchanged greetings", "{home} sent greetings abroad"),
    "education_exchange": ("{together} held an education exchange", "{home} held an education exchange"),
    "performance": ("{together} held a performance", "{home} held an international performance"),
    "promotion": ("{together} held a promotion", "{home} held an international promotion"),
    "ceremony": ("{together} held a ceremony", "{home} held an international ceremony"),
    "event": ("{together} held an event", "{home} held an international event"),
    "sports": ("{together} held a sports exchange", "{home} held a sports exchange"),
    "other": ("{together} held an exchange", "{home} held an international exchange"),
}
_SIGNED = {
    "sister_city": "signed a sister city agreement",
    "friendship_city": "signed a friendship city agreement",
    "partnership": "signed a partnership agreement",
    "mou": "signed a memorandum of understanding",
    "letter_of_intent": "signed a letter of intent",
    "declaration": "signed a declaration",
    "sister_school": "signed a sister school agreement",
    "sister_port": "signed a sister port agreement",
    "project_partnership": "entered a project partnership",
}
# How many parties the title of an item names.
_IN_TITLE = 3
# The units in which reports from Taiwan count.
_UNITS = {
    "案": "case|cases", "件": "case|cases", "人次": "person|persons", "人": "person|people", "名": "person|people",
    "位": "person|people", "場次": "session|sessions", "場": "session|sessions", "次": "time|times",
    "國": "country|countries", "個": "", "項": "item|items", "期": "issue|issues", "間": "room|rooms",
    "張": "sheet|sheets", "元": "TWD", "車次": "trip|trips", "部": "unit|units", "台": "unit|units",
    "片": "piece|pieces", "份": "copy|copies", "度": "kWh", "％": "%", "所": "place|places",
    "家": "business|businesses",
}  # fmt: skip

_POSTS = {
    "市長": "Mayor", "副市長": "Deputy Mayor", "縣長": "County Magistrate", "省長": "Governor", "州長": "Governor",
    "知事": "Governor", "總督": "Governor", "議長": "Speaker", "議員": "Councillor", "總統": "President",
    "總理": "Prime Minister", "大使": "Ambassador", "代表": "Representative", "處長": "Director", "局長": "Director",
    "所長": "Director", "秘書長": "Secretary-General", "副秘書長": "Deputy Secretary-General", "校長": "President",
    "會長": "Chair", "館長": "Director",
}  # fmt: skip


def _list(words: list[str]) -> str:
    once = list(dict.fromkeys(word for word in words if word))
    return ", ".join(once[:-1]) + f" and {once[-1]}" if len(once) > 1 else "".join(once)


def _some(words: list[str]) -> str:
    """The first of them, for a title."""
    return _list(words) if len(words) <= _IN_TITLE else ", ".join(words[:_IN_TITLE]) + " and others"


def _sentence(*clauses: str) -> str:
    text = ", ".join(clause for clause in clauses if clause)
    return text[:1].upper() + text[1:] + "."


class English:
    """English."""

    titles = Titles(
        contents="Contents",
        notes="Sources",
        nothing="The register holds nothing on this for the year.",
        international="International affairs",
        partners="Exchanges with sister, friendship and partner cities",
        visitors="Reception of visitors",
        partner_exchanges="Exchanges with partners",
        others_abroad="International activities and relations with representative offices",
        agreements="Agreements signed",
        memberships="Memberships in international organizations",
        numbers="Figures of international affairs",
        numbers_note=(
            "“Computed” is counted from the records in the register by the measure's counting rule, “published” is "
            "what documents state; where they differ, both are shown."
        ),
        others="Other matters",
        membership_head=("Organization", "Member", "Since", "Role", "Unit responsible"),
        number_head=("Measure", "Unit", "Computed", "Published", "Remark"),
        groups=(
            ("Visitors received", ("inbound_visit",)),
            ("Visits abroad", ("outbound_visit",)),
            ("Online meetings", ("online_meeting",)),
            ("Exhibitions, performances and events", ("exhibition", "performance", "ceremony", "event", "promotion")),
            ("Donations and greetings", ("donation", "greeting")),
            ("Education, sports and other exchanges", ("education_exchange", "sports", "other")),
        ),
    )

    def words(self, words: Words) -> str:
        """A heading in English."""
        return words.en

    def name(self, name: Named) -> str:
        """A name in English, or in Chinese where it has none."""
        return name.en or name.zh

    def title(self, report: AnnualReport) -> str:
        """Annual report 2022 of the office."""
        return f"{self.name(report.office)}: Annual Report {report.year}"

    def dateline(self, report: AnnualReport) -> str:
        """Compiled on 1 February 2023."""
        return f"Compiled on {english_date(report.made.isoformat())}"

    def figures(self, group: tuple[FigureItem, ...]) -> Sentence:
        """2022: 國際訪賓 33 cases, 220 persons."""
        sentence: Sentence = []
        before: FigureItem | None = None
        for item in group:
            if before is None or item.period != before.period:
                sentence.append(("; " if before else "") + english_date(item.period) + ": ")
            else:
                sentence.append("; ")
            sentence.append(f"{item.measure} {self._quantity(item.value, item.unit)}")
            sentence.append(item)
            before = item
        return [*sentence, "."]

    def _quantity(self, value: Decimal, unit: str) -> str:
        one, _, many = _UNITS.get(unit, unit).partition("|")
        word = one if value == 1 or not many else many
        return grouped(value) + (word if word == "%" else f" {word}" if word else "")

    def _person(self, person: Participant) -> str:
        name = self.name(person.name)
        held = _POSTS.get(person.post, person.post)
        post = " of ".join(part for part in (held, "" if person.ours else person.of) if part)
        return f"{name} ({post})" if post else name

    def _people(self, people: list[Participant]) -> str:
        return _list([self._person(person) for person in people])

    def exchange_title(self, item: ExchangeItem) -> str:
        """The title, or Kumamoto: online meeting."""
        return item.title or f"{_some([self.name(party) for party in item.parties])}: {_KIND[item.kind]}".lstrip(": ")

    def exchange(self, item: ExchangeItem, home: Named) -> str:
        """17 March 2022: Kaohsiung and Kumamoto held an online meeting, …."""
        with_others, alone = _DONE[item.kind]
        parties = [self.name(party) for party in item.parties]
        together = _list([self.name(home), *parties])
        done = (with_others if parties else alone).format(
            home=self.name(home), others=_list(parties), together=together
        )
        everybody = self._people(list(item.people))
        when = f"{english_date(item.date)}: " if item.date else ""
        return _sentence(
            when + done,
            f"with {everybody} taking part" if everybody else "",
            f"at {item.place}" if item.place else "",
            f"on {_list(list(item.topics))}" if item.topics else "",
            f"with {grouped(item.headcount)} participants" if item.headcount else "",
            f"with {grouped(item.attendance)} visitors" if item.attendance else "",
        )

    def agreement_title(self, item: AgreementItem) -> str:
        """Bratislava Region: partnership agreement."""
        kind = _SIGNED.get(item.kind, "signed an agreement").removeprefix("signed a ").removeprefix("signed an ")
        return f"{_some([self.name(party) for party in item.parties])}: {kind}"

    def agreement(self, item: AgreementItem, home: Named) -> str:
        """9 June 2022: Kaohsiung and Bratislava Region signed a partnership agreement, …."""
        parties = _list([self.name(home), *(self.name(party) for party in item.parties)])
        when = f"{english_date(item.signed)}: " if item.signed else ""
        return _sentence(
            f"{when}{parties} {_SIGNED.get(item.kind, 'signed an agreement')}",
            f"“{item.title}”" if item.title else "",
            f"signed by {self._people(list(item.signatories))}" if item.signatories else "",
            f"at {item.place}" if item.place else "",
            f"on {_list(list(item.subjects))}" if item.subjects else "",
        )

    def membership(self, item: MembershipItem) -> tuple[str, ...]:
        """Organization, member, since, role, unit responsible."""
        since = english_date(item.since) if item.since else "—"
        return (self.name(item.organization), self.name(item.member), since, item.role or "—", item.responsible or "—")

    def computed(self, item: NumberItem) -> tuple[str, str, str]:
        """Inbound visits, sessions, 5."""
        return item.answer.label.en, item.answer.unit.en, grouped(item.answer.value)

    def published(self, item: NumberItem) -> list[str]:
        """33 cases."""
        return [self._quantity(number.value, number.unit) for number in item.published]

    def remark(self, item: NumberItem) -> str:
        """Agrees, or differs by 28."""
        differences = {abs(number.value - item.answer.value) for number in item.published}
        silent = f"not stated in {grouped(item.answer.silent)} records" if item.answer.silent else ""
        return "; ".join(part for part in (self._difference(differences), silent) if part) or "—"

    def _difference(self, differences: set[Decimal]) -> str:
        if not differences:
            return ""
        return "agrees" if differences == {0} else f"differs by {_list([grouped(d) for d in sorted(differences) if d])}"

    def citation(self, citation: Citation) -> str:
        """Performance report, p. 3: “…”."""
        return f"{citation.title}, p. {citation.page}: “{quoted(citation.quote)}”"
