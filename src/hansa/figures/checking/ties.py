"""Holds what a draft says of its city's ties against the agreements of the register: since when, and of what kind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding, Matter, Verdict
from hansa.figures.checking.held import Held
from hansa.figures.checking.known_ties import LASTING, Tie, Ties
from hansa.figures.checking.parties import Numbers, named_in
from hansa.figures.checking.readings import Read
from hansa.figures.checking.rewriting import put_date, said_in_chinese, said_in_english
from hansa.figures.words import Words
from hansa.reading.dating import usual_year
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.values.dates import Dated, find_anniversaries
from hansa.reading.values.names import PartyKind
from hansa.register.domain.admission.likeness import likeness

# What says that a tie began on a date: a bare 姊妹市 stands beside the dates of visits as well.
_BEGAN = regex(
    r"締結|締盟|結盟|結為|結成|締約|始於|始自|建立於|簽署|簽訂|簽下|簽定|簽立|簽有|另簽|再簽|簽約|簽妥|成為|(?:以來|起)[^，。；]{0,6}(?:姊妹|友好|夥伴)"
    r"|年的?(?:姊妹|友好)|即為"
    r"|\b(?:sign(?:ed|ing|s)?|became|becoming|established|concluded|entered into|twinned|formalis?z?ed"
    r"|(?:sister|friendship|partner|twin)[- ](?:cit(?:y|ies)|state|county|region|prefecture|province)[^.;]{0,20} since"
    r"|(?:sister|friendship|partner|twin)[- ]\w+(?: \w+){0,3} since|since \d{4}|(?:sister|twin) cit(?:y|ies) in)\b"
)
_TIED = regex(
    r"締盟|締結|結盟|結為|姊妹|姐妹|友好|夥伴|友誼|情誼|交情"
    r"|\b(?i:sister|twin|friendship|partner|ties|twinning)"
)
_OF_SOMETHING_ELSE = regex(
    r"逢[一二三四五六七八九十逢、]*$|(?:建市|開埠|獨立|建國|建校|創校|成立|創立|建港|出道|開館|通車|光復|誕生|逝世|復交|設處|設立|開幕|創刊|啟用|立市|設市|設縣)[^，。]{0,6}$"
    r"|\b(?i:founding|independence|foundation|incorporation|opening|birth)\b[^.,]{0,30}$"
)
_LATE = regex(r"延期|延後|延至|延到|補辦|順延|\b(?:postponed|delayed|belated)\b")
_MORE_THAN = regex(
    r"(?P<over>超過|已?逾|超越|more than |over )\s*(?P<n>\d{1,3})\s*(?:多|餘)?\s*(?:個?年|years)(?!前|內|度)"
    r"|(?P<nth>第)\s*(?P<m>\d{1,3})\s*年(?!度)"
)
_CLAUSE = regex(r"[，；。！？,;]")
_POINTING = regex(
    r"^(?:(?i:in|on|since|by|from)\s[^,]{1,30},\s)?"
    r"(?i:it|its|they|their|both|the (?:two|cit(?:y|ies)|ties?|agreement))\b"
)
_ALIKE = 0.5
_RIGHT_BEHIND = 8
_LATER, _NEAR = 2, 10
_NUMERAL = regex(r"\d+|[一二三四五六七八九十百]+")
_SINCE, _ON = regex(r"(?:自|從|\bsince )$"), regex(r"(?:起|以來)")
_KIND_WORDS = regex(
    r"(?P<sister_city>[姊姐]妹[市縣州省]|\bsister (?:city|state|county|prefecture|province|region)\b)"
    r"|(?P<friendship_city>友好城市|友誼市|\bfriendship city\b)"
)
_BECOMES = regex(r"結為|締結|成為|簽署|\b(?i:became|becomes|is an?|signed|has been an?)\b")
_NOT_YET = regex(r"盼|希望|擬|規劃|將|升格|尚未|計畫|\b(?i:will|hope|plan|would|may|upgrade)\w*")
_BESIDE = 4
_LABELS = {
    "sister_city": ("姊妹市", "sister city"),
    "friendship_city": ("友好城市", "friendship city"),
    "partnership": ("夥伴城市", "partner city"),
}


def ties_are_held(draft: Draft, held: Held) -> Iterator[Finding]:
    """Dates of signing, anniversaries and kinds of the ties of the draft's city, and of those between others."""
    numbers = Numbers(draft)
    for read in draft.readings:
        text = read.sentence.text
        if not _TIED.search(text) and not _BEGAN.search(text):
            continue
        draft.context.enter(read.index)
        checked = _Checked(draft, read, held.ties, numbers)
        yield from checked.dates()
        yield from checked.anniversaries()
        yield from checked.kinds()


@dataclass
class _Checked:
    """A sentence being held against the ties."""

    draft: Draft
    read: Read
    ties: Ties
    numbers: Numbers

    @property
    def text(self) -> str:
        return self.read.sentence.text

    def dates(self) -> Iterator[Finding]:
        for dated in self.read.sentence.dates:
            start, end = self._scene(dated.start, dated.end)
            words = self.text[start:end]
            if "/" in dated.edtf or not _BEGAN.search(words) or self._is_celebrated(dated, start, end):
                continue
            yield from self._date(dated, start, end)

    def _is_celebrated(self, dated: Dated, start: int, end: int) -> bool:
        """Whether the date is that of an anniversary: one is told with it, and no beginning right behind it."""
        told = [one.start for one in find_anniversaries(self.text) if start <= one.start < end]
        began = _BEGAN.search(self.text, dated.end, dated.end + _RIGHT_BEHIND)
        return bool(told) and not (began and all(abs(at - began.end()) > _RIGHT_BEHIND // 2 for at in told))

    def _scene(self, start: int, end: int) -> tuple[int, int]:
        """The clause of a date; where it says nothing of a tie, with those after it, up to the next date."""
        first, last = self.read.sentence.clause(start)
        later = [dated.start for dated in self.read.sentence.dates if dated.start >= end]
        limit = self.read.sentence.clause(later[0])[0] if later else len(self.text)
        while last < limit and not _BEGAN.search(self.text, first, last):
            stop = _CLAUSE.search(self.text, last + 1)
            last = stop.start() if stop else len(self.text)
            if not stop:
                break
        return first, max(end, min(last, limit)) if limit > first else last

    def _date(self, dated: Dated, start: int, end: int) -> Iterator[Finding]:
        kind = kind_of(self.text[start:end]) or kind_of(self.text)
        ties = self._ties(start, end)
        if any(tie.has(dated.edtf) for tie in ties):
            agreeing = [tie for tie in ties if tie.has(dated.edtf)]
            yield self._finding(dated.start, dated.end, "date", "agrees", self.text[dated.start : dated.end], agreeing)
            return
        meant = [tie for tie in ties if tie.signed and self._is_meant(tie, kind, self.text[start:end])]
        if meant:
            words = self.text[dated.start : dated.end]
            right = put_date(words, meant[0].signed)
            if right != words:
                yield self._finding(dated.start, dated.end, "date", "differs", right, meant)

    def _is_meant(self, tie: Tie, kind: str, words: str) -> bool:
        """Whether it is this agreement that the words tell of: the only one of its kind, or one of the same title."""
        if tie.kind != kind or tie.kind in LASTING:
            return tie.kind == kind
        return bool(tie.title) and likeness(tie.title, words) >= _ALIKE

    def _ties(self, start: int, end: int) -> list[Tie]:
        """The agreements with those who are named in a part of the sentence, in the sentence, or before it."""
        every = named_in(self.read.sentence)
        inside = [name for at, name in every if start <= at < end]
        return (
            self._of_parties(inside)
            or self._between(inside)
            or self._of_parties([name for _, name in every])
            or self._of_parties(self._meant())
        )

    def _meant(self) -> list[str]:
        """Who was named last before a sentence that names nobody, or points back to them."""
        if self.read.sentence.cities or not (self.read.sentence.chinese or _POINTING.search(self.text)):
            return []
        return [party.name for party in self.draft.context.partners(self.read.number)]

    def _of_parties(self, names: Sequence[str]) -> list[Tie]:
        known = [number for name in names if (number := self.numbers[name])]
        return list({tie.ref: tie for number in known for tie in self.ties.with_home(number)}.values())

    def _between(self, names: Sequence[str]) -> list[Tie]:
        """The agreements between others: two schools, two cities abroad."""
        known = {number for name in names if (number := self.numbers[name])}
        return sorted(self.ties.between(known), key=lambda tie: len(tie.parties)) if len(known) > 1 else []

    def anniversaries(self) -> Iterator[Finding]:
        told = [
            (match.start(), match.end(), int(match["n"] or match["m"]), 10 if match["over"] else -1)
            for match in _MORE_THAN.finditer(self.text)
        ]
        told += [
            (one.start, one.end, one.years, 0)
            for one in find_anniversaries(self.text)
            if all(one.end <= start or end <= one.start for start, end, _, _ in told)
        ]
        dates = [(dated.start, dated.end) for dated in self.read.sentence.dates]
        # 姊妹市情誼始於1983年 is no 83rd year.
        told = [one for one in told if all(one[1] <= start or end <= one[0] for start, end in dates)]
        for start, end, years, more in told:
            scene = self.read.sentence.clause(start)
            around = f"{self.text} {' '.join(self.read.block.headings[-1:])}"
            if not _TIED.search(around) or _OF_SOMETHING_ELSE.search(self.text, max(0, start - 12), start):
                continue
            yield from self._anniversary((start, end), years, more, scene)

    def _anniversary(self, place: tuple[int, int], years: int, more: int, scene: tuple[int, int]) -> Iterator[Finding]:
        dated = self._year_of(place, scene)
        year = dated.point.year if dated else self.draft.context.current_year()
        kind = kind_of(self.text)
        ties = [tie for tie in self._ties(*scene) if tie.year and tie.kind in LASTING]
        ties = [tie for tie in ties if tie.kind == kind] or ties
        if not year or not ties:
            return
        gone = [year - tie.year for tie in ties if tie.year]
        usual = usual_year(self.draft.text)
        if dated is None and usual and usual != year:
            # The title gives another year than most dates: one of them is wrong.
            return
        if max(gone) <= 0 and not (dated and dated.whole):
            # The year is only taken from what stands around it.
            return
        words = self.text[slice(*place)]
        if any(_fits(one, years, more) for one in gone):
            yield self._finding(*place, "number", "agrees", words, ties)
        elif not (_LATE.search(self.text) and any(_fits(one, years, _LATER) for one in gone)):
            if gone[0] > 0:
                right = _NUMERAL.sub(str(gone[0]), words, count=1)
                yield self._finding(*place, "number", "differs", right, ties)
            near = bool(dated and ties[0].year) and abs(gone[0] - years) <= _NEAR
            if dated and ties[0].year and near and more == 0 and dated.point.year != self.draft.context.year:
                said = self.text[dated.start : dated.end]
                right = put_date(said, str(ties[0].year + years))
                if right != said:
                    yield self._finding(dated.start, dated.end, "date", "differs", right, ties)

    def _year_of(self, place: tuple[int, int], scene: tuple[int, int]) -> Dated | None:
        """The date of an anniversary: in its clause, else the last one before it that is no aside."""
        dates = [dated for dated in self.read.sentence.dates if dated.point.year and not self._is_since(dated)]
        inside = [dated for dated in dates if scene[0] <= dated.start < scene[1]]
        before = [
            dated
            for dated in dates
            if dated.end <= place[0] and not _BEGAN.search(self.text, dated.end, dated.end + _RIGHT_BEHIND)
        ]
        return next(iter((*inside, *before[-1:])), None)

    def _is_since(self, dated: Dated) -> bool:
        """Whether a date is one since when something is, and so not the one of an anniversary."""
        return bool(_SINCE.search(self.text, 0, dated.start) or _ON.match(self.text, dated.end))

    def kinds(self) -> Iterator[Finding]:
        found = list(_KIND_WORDS.finditer(self.text))
        for match in found:
            others = [other.span() for other in found if other is not match]
            # 姊妹市及友好城市 are several.
            several = any(start - match.end() < _BESIDE and match.start() - end < _BESIDE for start, end in others)
            if several or self.text[match.end() : match.end() + 1] in tuple("及與和暨、"):
                continue
            name = self._called(*match.span()) or self._became(found)
            number = self.numbers[name] if name else None
            ties = [tie for tie in self.ties.with_home(number) if tie.kind in _LABELS] if number else []
            same = [tie for tie in ties if tie.kind == match.lastgroup]
            if same:
                yield self._finding(*match.span(), "name", "agrees", match[0], same)
            elif ties:
                right = _LABELS[ties[0].kind][match[0].isascii()]
                yield self._finding(*match.span(), "name", "differs", right, ties)

    def _called(self, start: int, end: int) -> str | None:
        """The one who is called a sister or friendship city: right before or behind the words."""
        for party in self.read.sentence.parties:
            if not party.own and party.kind is not PartyKind.COUNTRY and (party.end == start or party.start == end):
                return party.name
        return None

    def _became(self, found: Sequence[re.Match[str]]) -> str | None:
        """The only partner of a sentence that tells that it became, or is, a city of the only kind named in it."""
        names = {name for _, name in named_in(self.read.sentence)}
        alone = len(found) == 1 and len(names) == 1 and not _NOT_YET.search(self.text)
        return next(iter(names)) if alone and _BECOMES.search(self.text) else None

    def _finding(
        self, start: int, end: int, matter: Matter, verdict: Verdict, right: str, ties: Sequence[Tie]
    ) -> Finding:
        first, last = self.read.place(start, end)
        words = self.text[start:end]
        make = partial(Finding, first, last, words, self.text, verdict, matter, words, right)
        refs = tuple(dict.fromkeys(tie.ref for tie in ties))
        return make(records=refs[:5], reason=_reason(ties[0]), checker="ties_are_held")


def _fits(gone: int, years: int, more: int) -> bool:
    """Whether so many years after its signing a tie has the age that is told; `more` is how much older it may be."""
    return gone in (years, years - 1) if more < 0 else years <= gone <= years + more


def _reason(tie: Tie) -> Words:
    labels = _LABELS.get(tie.kind, ("協定", "agreement"))
    zh = f"{tie.names}之{tie.title or labels[0]}"
    en = f"{tie.title or labels[1]} of {tie.names.replace('、', ', ')}"
    if not tie.signed:
        return Words(f"登錄簿有{zh}。", f"The register has the {en}.")
    return Words(f"{zh}於{said_in_chinese(tie.signed)}簽署。", f"The {en} was signed {said_in_english(tie.signed)}.")
