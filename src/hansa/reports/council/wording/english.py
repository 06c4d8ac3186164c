"""The council's slides in English."""

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence

from hansa.atlas.countries import country_name
from hansa.figures.answers import Answer
from hansa.figures.words import Words
from hansa.reports.council.items import CouncilReport, Counted, Happened, Joined, Photograph, Place, Signed, Visitors
from hansa.reports.council.slides import Number
from hansa.reports.council.wording.wording import Titles
from hansa.reports.outline.items import Citation, Named, Participant
from hansa.reports.quantities import grouped
from hansa.reports.wording.dates import english_date
from hansa.reports.wording.wording import quoted

_SIGNED = {
    "sister_city": "Sister city agreement", "friendship_city": "Friendship city agreement",
    "partnership": "Partnership agreement", "mou": "Memorandum of understanding",
    "letter_of_intent": "Letter of intent", "declaration": "Declaration", "sister_school": "Sister school agreement",
    "sister_port": "Sister port agreement", "project_partnership": "Project partnership", "other": "Agreement",
}  # fmt: skip
_DONE = {
    "inbound_visit": "Visit from {}", "outbound_visit": "Visit to {}", "online_meeting": "Online meeting with {}",
    "exhibition": "Exhibition with {}", "donation": "Donation with {}", "greeting": "Greetings with {}",
    "education_exchange": "Education exchange with {}", "performance": "Performance with {}",
    "promotion": "Promotion with {}", "ceremony": "Ceremony with {}", "event": "Event with {}",
    "sports": "Sports exchange with {}", "other": "Exchange with {}",
}  # fmt: skip
_POSTS = {
    "市長": "Mayor", "副市長": "Deputy Mayor", "縣長": "County Magistrate", "省長": "Governor", "州長": "Governor",
    "知事": "Governor", "副知事": "Vice Governor", "總督": "Governor", "議長": "Speaker", "議員": "Councillor",
    "總統": "President", "大使": "Ambassador", "代表": "Representative", "駐台代表": "Representative in Taiwan",
    "處長": "Director-General", "局長": "Director-General", "教育長": "Superintendent of Education",
    "秘書長": "Secretary-General", "校長": "President", "會長": "Chair",
}  # fmt: skip
# The units in which reports from Taiwan count.
_UNITS = {
    "案": "cases", "件": "cases", "人次": "persons", "人": "people", "名": "people", "位": "people",
    "場次": "sessions", "場": "sessions", "次": "times", "國": "countries", "個": "", "項": "items", "期": "issues",
    "間": "rooms", "張": "sheets", "元": "TWD", "車次": "trips", "部": "units", "台": "units", "片": "pieces",
    "份": "copies", "度": "kWh", "％": "%", "所": "schools", "家": "businesses", "單位": "organizations",
}  # fmt: skip
_IN_TITLE = 3
_BAR = " · "


def _is_latin(title: str) -> bool:
    """Whether a title is for readers of English; one in Chinese stands in the notes, in its passage."""
    return bool(title) and sum(character < "\u2e80" for character in title) > len(title) / 2


class English:
    """English; the words of documents stay in their own language where no translation is recorded."""

    titles = Titles(
        contents="Outline",
        diplomacy="City diplomacy",
        overview="City diplomacy at a glance",
        map="Where the city was active",
        map_legend=("Agreements signed", "Other exchanges"),
        visitors="International visitors",
        visitors_computed="Counted from the register",
        months="Visits by month (register)",
        series=("Inbound", "Outbound"),
        countries="Exchanges by country",
        countries_series="Exchanges (register)",
        agreements="Partners and agreements",
        exchanges="Exchanges",
        partners="New partner cities",
        partners_signed="Partners signed",
        memoranda="Memoranda and other agreements",
        undated="Other partners named in documents, date of signing not stated",
        figures="The department's other work",
        organizations="International organizations",
        members="Memberships held",
        joined="Joined in the period",
        exchanges_total="Exchanges",
        agreements_total="Memoranda and other agreements",
        nothing="The register holds nothing on this period.",
        closing="Thank you",
        closing_lines=("We welcome your questions",),
        sources="Sources",
        notes="Notes and sources",
        no_source="{}: record without a document",
        more="{} more in the register",
        further="{} more on the slides that follow",
        parted="; ",
        continued=" ({page}/{pages})",
        broken_picture="The picture “{}” ({}) cannot be opened and was left out",
        groups=(
            ("Education, culture and youth", ("education_exchange", "performance", "exhibition", "sports")),
            ("Visitors received", ("inbound_visit",)),
            ("Visits abroad and online meetings", ("outbound_visit", "online_meeting")),
            ("Events and city marketing", ("event", "ceremony", "promotion")),
            ("Other cooperation", ("donation", "greeting", "other")),
        ),
    )

    def words(self, words: Words) -> str:
        """Fixed words in English."""
        return words.en

    def name(self, name: Named) -> str:
        """A name in Latin letters, or in Chinese where it has none."""
        return name.en or name.zh

    def country(self, code: str) -> str:
        """Poland."""
        return country_name(code, "en")

    def listed(self, words: Sequence[str]) -> str:
        """Gdynia, Katowice."""
        return ", ".join(dict.fromkeys(word for word in words if word))

    def title(self, report: CouncilReport) -> str:
        """Business report of the Department of International Affairs."""
        return f"Business report: {self.name(report.office)}"

    def cover(self, report: CouncilReport) -> tuple[str, ...]:
        """The period and who reports."""
        reporter = (f"Reported by {report.reporter}",) if report.reporter else ()
        return (f"Period reported: {self.period(report.first, report.last)}", *reporter)

    def period(self, first: dt.date, last: dt.date) -> str:
        """July 2025 – March 2026."""
        whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        cut = len("2025-07") if whole else len("2025-07-01")
        return english_date(f"{first.isoformat()[:cut]}/{last.isoformat()[:cut]}")

    def date(self, date: str) -> str:
        """September 2025."""
        return english_date(date) if date else ""

    def month(self, month: str, *, first: bool) -> str:
        """Jul 2025 for the first and for each January, else Aug."""
        name, _, year = english_date(month).partition(" ")
        return f"{name[:3]} {year}" if first or month.endswith("-01") else name[:3]

    def signed(self, kind: str) -> str:
        """Sister city agreement."""
        return _SIGNED.get(kind, "Agreement")

    def crossed(self, parties: Sequence[Place], home: Place) -> str:
        """Kaohsiung × Arizona, United States × Kumamoto, Japan."""
        return " × ".join(self._with_country(party, home) for party in parties)

    def _with_country(self, party: Place, home: Place) -> str:
        name, country = self.name(party.name), self.country(party.country) if party.country else ""
        return name if party.country == home.country or not country or country in name else f"{name}, {country}"

    def _person(self, person: Participant) -> str:
        name, post = self.name(person.name), _POSTS.get(person.post, person.post)
        body = "" if person.ours else person.of
        return f"{post} {name}".strip() + (f" ({body})" if body else "")

    def _people(self, people: Sequence[Participant]) -> str:
        return self.listed([self._person(person) for person in people])

    def agreement(self, one: Signed) -> tuple[str, ...]:
        """Sister city agreement · September 2025 · Gdynia."""
        lines = [_BAR.join(filter(None, (self.signed(one.kind), self.date(one.date), one.place)))]
        if _is_latin(one.title):
            lines.append(one.title)
        if one.people:
            lines.append(f"Signed by {self._people(one.people)}")
        if one.subjects:
            lines.append(f"Fields: {self.listed(one.subjects)}")
        if one.motive:
            lines.append(quoted(one.motive))
        return tuple(lines)

    def exchange_title(self, one: Happened) -> str:
        """The title where it is in Latin letters, or Visit from Guam."""
        if _is_latin(one.title):
            return one.title
        names = [self.name(party.name) for party in one.parties]
        others = self.listed(names[:_IN_TITLE]) + (" and others" if len(names) > _IN_TITLE else "")
        return _DONE[one.kind].format(others or "partners abroad")

    def exchange(self, one: Happened, home: Place) -> tuple[str, ...]:
        """September 2025 · Gdynia · Mayor Aleksandra Kosiorek."""
        title, people = self.exchange_title(one), self._people(one.people)
        others = [name for party in one.parties if (name := self.name(party.name)) not in title + people]
        place = one.place if one.place not in (home.name.zh, home.name.en) and one.place not in title else ""
        facts = [self.date(one.date), place, self.listed(others), people]
        if one.headcount:
            facts.append(f"{grouped(one.headcount)} took part")
        if one.attendance:
            facts.append(f"{grouped(one.attendance)} visitors")
        lines = [_BAR.join(filter(None, facts))]
        if one.topics:
            lines.append(f"On {self.listed(one.topics)}")
        if one.summary:
            lines.append(quoted(one.summary))
        return tuple(filter(None, lines))

    def joined(self, one: Joined) -> tuple[str, ...]:
        """Kaohsiung · since September 2025 · Environmental Protection Bureau."""
        since = f"since {self.date(one.since)}" if one.since else ""
        return (_BAR.join(filter(None, (self.name(one.member), since, one.responsible))),)

    def number(self, figure: Counted, aside: str = "") -> Number:
        """3,485 cases."""
        return Number(grouped(figure.value), self._unit(figure.unit), figure.label.en, aside)

    def _unit(self, unit: Words) -> str:
        return unit.en or _UNITS.get(unit.zh, unit.zh)

    def computed(self, answers: Sequence[Answer]) -> str:
        """Counted from the register: 2 countries, 3 sessions, 0 persons (3 without a headcount)."""
        numbers = self.listed([f"{grouped(one.value)} {one.unit.en}" for one in answers])
        silent = answers[-1].silent
        return f"Counted from the register for the period: {numbers}" + (
            f" ({silent} without a headcount)" if silent else ""
        )

    def differing(self, visitors: Visitors) -> tuple[str, ...]:
        """The published and the computed numbers, and why they differ."""
        published = (
            f"Published for {self.date(date)}: "
            + self.listed([f"{grouped(one.value)} {self._unit(one.unit)}" for one in figures])
            for date, figures in visitors.published
        )
        why = (
            "Published numbers are those of documents, each for its own period; countries are never summed over "
            "periods. Computed numbers are counted from the inbound visits in the register by the counting rule. "
            "Where they differ, the document counted visits that are not recorded one by one, or another period."
        )
        return (*published, self.computed(visitors.computed), why)

    def caption(self, picture: Photograph) -> str:
        """The Governor of Guam (picture: Information Bureau)."""
        return f"{picture.title} (picture: {picture.credit})" if picture.credit else picture.title

    def citation(self, ref: str, citation: Citation) -> str:
        """agreement-8: Business report, p. 3, “…”."""
        return f"{ref}: {citation.title}, p. {citation.page}, “{quoted(citation.quote)}”"

    def alt(self, title: str, rows: Sequence[tuple[str, Sequence[int]]]) -> str:
        """Bar chart, Visits by month: Sep 25 0, 2; …"""
        return f"Bar chart, {title}: " + "; ".join(f"{name} {', '.join(map(str, values))}" for name, values in rows)
