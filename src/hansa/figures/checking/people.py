"""Holds the people of a draft against the register and its documents: their names, in both scripts, and their posts."""

from collections.abc import Iterator, Sequence
from functools import partial

from hansa.atlas.folding import fold
from hansa.figures.checking.details import post_of
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding, Verdict
from hansa.figures.checking.held import Held
from hansa.figures.checking.known_people import Mention, People, last_part
from hansa.figures.checking.posts import exclude_each_other, in_words_of, is_former, same_post
from hansa.figures.checking.readings import Read
from hansa.figures.words import Words
from hansa.reading.patterns import regex
from hansa.reading.values.people import Person
from hansa.reading.values.people.posts import POST

# So many years after the last document that names somebody, they may have another post.
_SAME_TERM = 1
_SHORTEST = 2
_HAN = "\u3040-\u30ff\u3400-\u9fff"
_RUN, _RUN_BEFORE = regex(rf"[{_HAN}·．‧・]{{2,12}}"), regex(rf"[{_HAN}·．‧・]{{2,12}}$")
# How long a name may be, the likeliest first.
_SIZES = (3, 4, 2, 5, 6, 7, 8)


def people_are_held(draft: Draft, held: Held) -> Iterator[Finding]:
    """Names and posts of people, as far as the register or a document knows those who are named."""
    naming = [read for read in draft.readings if read.sentence.people or POST.search(read.sentence.text)]
    held.people.look_for(name for read in naming for name in _may_be_names(read))
    for read in naming:
        draft.context.enter(read.index)
        for person in _people(draft, read, held.people):
            whole = draft.context.whole_person(person)
            if len(whole.name) >= _SHORTEST:
                yield from _Checked(read, person, whole.name, _year(draft, read), held.people).findings()


def _may_be_names(read: Read) -> Iterator[str]:
    """The names of a sentence, and what stands beside its posts and may be one."""
    for person in read.sentence.people:
        yield from (person.name, person.name[:-1], person.name[1:])
    text = read.sentence.text
    for match in POST.finditer(text):
        behind, before = _RUN.match(text, match.end()), _RUN_BEFORE.search(text, 0, match.start())
        yield from (behind[0][:size] for size in _SIZES if behind)
        yield from (before[0][-size:] for size in _SIZES if before)


def _people(draft: Draft, read: Read, people: People) -> Iterator[Person]:
    """Those whom reading finds, and beside each post that stands without a known name, whoever is known by the name.

    A wrong post may hide from reading who holds it: 佐渡副市長渡邊竜五.
    """
    text, taken = read.sentence.text, 0
    found = {person.start: person for person in read.sentence.people}
    for match in POST.finditer(text):
        over = [person for person in found.values() if person.start <= match.start() < person.end]
        if over and people.named(draft.context.whole_name(over[0])):
            continue
        known = _known_beside(text, match.start(), match.end(), taken, people)
        held = [(one.start, one.end) for one in found.values() if one not in over]
        held += [(one.start, one.end) for one in read.sentence.parties]
        if known and all(known.end <= first or last <= known.start for first, last in held):
            taken = known.end
            for person in over:
                del found[person.start]
            found[known.start] = known
    yield from found.values()


def _known_beside(text: str, start: int, end: int, taken: int, people: People) -> Person | None:
    """The person whose name stands right behind a post, or before it, where one of that name is known."""
    behind, before = _RUN.match(text, end), _RUN_BEFORE.search(text, taken, start)
    run, head = behind[0] if behind else "", before[0] if before else ""
    for size in _SIZES:
        if len(run) >= size and people.named(run[:size]):
            return Person(start, end + size, run[:size], text[start:end])
    for size in _SIZES:
        if len(head) >= size and people.named(head[-size:]):
            return Person(start - size, end, head[-size:], text[start:end])
    return None


def _year(draft: Draft, read: Read) -> int | None:
    """The year of which the sentence tells."""
    told = [dated.point.year for dated in read.sentence.dates if dated.point.year and not dated.aside]
    return told[0] if told else draft.context.current_year()


class _Checked:
    """A person of the draft being held against what is known; `name` is the whole name."""

    def __init__(self, read: Read, person: Person, name: str, year: int | None, people: People) -> None:
        self.read, self.person, self.name, self.year, self.people = read, person, name, year, people

    def findings(self) -> Iterator[Finding]:
        known = self.people.named(self.name)
        if not known and not self.name.isascii():
            # Reading may take a word beside the name for a part of it: 大西一史都到場.
            for name in (self.name[:-1], self.name[1:]):
                if len(name) > _SHORTEST and name[0].isalpha() and (known := self.people.named(name)):
                    self.name = name
                    break
        if not known and (known := self.people.named(last_part(self.name))):
            # Somebody from abroad may be known by the last of the names alone: 克魯帕 for 馬欽·克魯帕.
            self.name = last_part(self.name)
        if known:
            yield from self._spelling(known)
            yield from self._post(known)
        elif not self.people.is_named(self.name):
            yield from self._likely_slip()

    def _likely_slip(self) -> Iterator[Finding]:
        like = [one for one in self.people.like(self.name, self.person.post, self.person.of) if self._may_be_of(one)]
        meant = {fold(one.latin if self.name.isascii() and one.latin else one.name) for one in like}
        if len(meant) == 1:
            right = like[0].latin if self.name.isascii() and like[0].latin else like[0].name
            yield self._named("differs", self.name, right, like)

    def _may_be_of(self, mention: Mention) -> bool:
        """Whether the two are not plainly of different bodies."""
        one, other = fold(self.person.of), fold(mention.of)
        return not one or not other or one in other or other in one or one[:2] == other[:2]

    def _spelling(self, known: Sequence[Mention]) -> Iterator[Finding]:
        if not self.person.partial:
            yield self._named("agrees", self.name, self.name, known)
        latin = self.person.latin
        spelled = {fold(one.latin): one.latin for one in known if one.latin}
        if latin and spelled and latin != self.name:
            right = spelled.get(fold(latin)) or min(spelled.values())
            verdict: Verdict = "agrees" if fold(latin) in spelled else "differs"
            yield self._named(verdict, latin, latin if verdict == "agrees" else right, known)

    def _post(self, known: Sequence[Mention]) -> Iterator[Finding]:
        post, place = self.person.post, post_of(self.read.sentence.text, self.person)
        held = [one for one in known if one.post]
        if not post or not place or not held:
            return
        same = [one for one in held if same_post(one.post, post) or self.people.are_written(self.name, post)]
        if same:
            yield self._finding(place, "post", "agrees", post, post, same)
        elif not is_former(self.read.sentence.text[: place[1]][-len(post) - 2 :]) and all(
            exclude_each_other(one.post, post) for one in held
        ):
            right = in_words_of(held[0].post, post)
            verdict: Verdict = "differs" if self._is_of_their_time(held) else "ambiguous"
            yield self._finding(place, "post", verdict, post, right, held)

    def _is_of_their_time(self, known: Sequence[Mention]) -> bool:
        years = [one.years for one in known if one.years]
        if not years or self.year is None:
            return True
        return any(first - _SAME_TERM <= self.year <= last + _SAME_TERM for first, last in years)

    def _named(self, verdict: Verdict, written: str, right: str, known: Sequence[Mention]) -> Finding:
        start = self.read.sentence.text.find(written, self.person.start)
        place = (start, start + len(written)) if start >= 0 else (self.person.start, self.person.end)
        return self._finding(place, "name", verdict, written, right, known)

    def _finding(
        self, place: tuple[int, int], matter: str, verdict: Verdict, found: str, right: str, known: Sequence[Mention]
    ) -> Finding:
        start, end = self.read.place(*place)
        make = partial(Finding, start, end, self.read.sentence.text[slice(*place)], self.read.sentence.text, verdict)
        return make(
            "post" if matter == "post" else "name",
            found,
            right,
            records=tuple(dict.fromkeys(ref for one in known for ref in one.refs))[:5],
            reason=_reason(verdict, matter, right, known[0]),
            checker="people_are_held",
        )


def _reason(verdict: Verdict, matter: str, right: str, known: Mention) -> Words:
    if verdict == "agrees":
        return Words("與紀錄相同。", "As the records have it.")
    if matter == "name":
        return Words(f"紀錄作「{right}」。", f"The records have “{right}”.")
    of = known.of
    return Words(
        f"紀錄中{known.name}為{of}{right}。", f"In the records {known.name} is {right}{' of ' if of else ''}{of}."
    )
