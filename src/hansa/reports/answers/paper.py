"""An answer as a document: the question, the answer, what is to be confirmed, earlier answers, and the sources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hansa.register.models import Office, Question
from hansa.reports.answers.bearing import Quoted, first_passages
from hansa.reports.answers.earlier import Checked, Earlier, Verdict
from hansa.reports.answers.pack import Pack
from hansa.reports.answers.stated import Section, Statement
from hansa.reports.answers.text import blocks_of
from hansa.reports.blocks import (
    Block,
    Heading,
    Item,
    Items,
    Language,
    Line,
    Mark,
    Note,
    Paper,
    Paragraph,
    Run,
    Table,
)
from hansa.reports.lists.contents import day_said

_MARKS = 3
_VERDICTS: Mapping[Verdict, tuple[str, str]] = {
    "agrees": ("相符", "stands"),
    "differs": ("與登錄不符", "not what the register gives"),
    "changed": ("其後有變動", "changed since"),
}


class Notes:
    """Numbers the passages in the order in which they are first cited."""

    def __init__(self, passages: Mapping[str, Quoted]) -> None:
        self.passages = passages
        self.numbers: dict[tuple[str, int], int] = {}
        self.cited: list[Quoted] = []

    def marks(self, refs: Iterable[str]) -> Line:
        """A mark for the first passage of each of the first records."""
        marks: list[Mark] = []
        for ref in refs:
            passage = self.passages.get(ref)
            if passage is None or len(marks) == _MARKS:
                continue
            place = (passage.source, passage.start)
            first = place not in self.numbers
            number = self.numbers.setdefault(place, len(self.numbers) + 1)
            if first:
                self.cited.append(passage)
            if number not in (mark.note for mark in marks):
                marks.append(Mark(number, first))
        return tuple(marks)


def draft_paper(question: Question, pack: Pack, office: Office) -> Paper:
    """The draft: each sentence with marks that lead to its sources, what is to be confirmed in boxes."""
    language = pack.language
    notes = Notes(first_passages(pack.refs))
    answer = [block for section in pack.sections for block in _section(section, notes)]
    remarks = [Paragraph((Run(words),), "remark", _say(language, "待確認", "To be confirmed")) for words in pack.open]
    blocks = (*_question(question, language), _heading(language), *answer, *remarks, *_earlier(pack, language))
    return Paper(
        language=language,
        title=_title(question, office, language, draft=True),
        publisher=_publisher(office, language),
        dateline=_asked(question, language),
        contents_title="",
        notes_title=_say(language, "資料來源", "Sources"),
        blocks=blocks,
        notes=tuple(Note(number, _note(one, language)) for number, one in enumerate(notes.cited, start=1)),
    )


def final_paper(question: Question, office: Office, language: Language) -> Paper:
    """The words that were entered as the answer, and the sources of the records that it cites."""
    refs = [citation.record for citation in question.citations.all()]
    unique = {(one.source, one.start): one for one in first_passages(refs).values()}
    sources = [Item(((Run(_note(one, language)),),)) for one in unique.values()]
    listed: tuple[Block, ...] = ()
    if sources:
        listed = (Heading(1, _say(language, "資料來源", "Sources")), Items(tuple(sources)))
    return Paper(
        language=language,
        title=_title(question, office, language, draft=question.answered is None),
        publisher=_publisher(office, language),
        dateline=_asked(question, language),
        contents_title="",
        notes_title="",
        blocks=(*_question(question, language), _heading(language), *blocks_of(question.answer, language), *listed),
    )


def _say(language: Language, zh: str, en: str) -> str:
    return en if language == "en" else zh


def _title(question: Question, office: Office, language: Language, *, draft: bool) -> str:
    home = office.home
    zh = f"{home.name_zh or home}議會{question.session}質詢答復{'（擬稿）' if draft else ''}"
    session = f", {question.session}" if question.session else ""
    return _say(language, zh, f"{home.name_en or home} City Council{session}: answer{' (draft)' if draft else ''}")


def _publisher(office: Office, language: Language) -> str:
    return _say(language, office.name_zh, office.name_en or office.name_zh)


def _asked(question: Question, language: Language) -> str:
    said = _say(language, "質詢日期：", "Asked on ") + day_said(question.date, language)
    if question.answered:
        said += _say(language, "；答復日期：", "; answered on ") + day_said(question.answered, language)
    return said


def _question(question: Question, language: Language) -> Iterator[Block]:
    yield Heading(1, _say(language, "質詢事項", "Question"))
    yield Paragraph((Run(_say(language, "質詢議員：", "Councillor: "), bold=True), Run(question.councillor)))
    for line in question.words.splitlines():
        if line.strip():
            yield Paragraph((Run(line.strip()),))


def _heading(language: Language) -> Heading:
    return Heading(1, _say(language, "答復", "Answer"))


def _section(section: Section, notes: Notes) -> Iterator[Block]:
    yield Heading(2, section.title)
    yield Items(tuple(_item(statement, notes) for statement in section.statements))


def _item(statement: Statement, notes: Notes) -> Item:
    # What stands below brings its own marks.
    refs = () if statement.below else statement.refs
    return Item(((Run(statement.text), *notes.marks(refs)),), tuple(_item(one, notes) for one in statement.below))


def _earlier(pack: Pack, language: Language) -> Iterator[Block]:
    """Earlier answers on the same matter with the numbers that do not stand, for whoever edits the draft."""
    if not pack.earlier:
        return
    yield Heading(1, _say(language, "前次答復核對（供承辦參考，提送前刪除）", "Earlier answers (to be taken out)"))
    words = (("質詢", "Question"), ("當時答復", "Answered then"), ("核對", "Checked"))
    head = tuple(_say(language, zh, en) for zh, en in words)
    yield Table(head, tuple(row for one in pack.earlier for row in _rows(one, language)), (4, 6, 4))


def _rows(one: Earlier, language: Language) -> Sequence[tuple[Line, ...]]:
    question = one.question
    asked = f"{question.ref} {day_said(question.date, language)} {question.words[:60]}"
    if not one.checked:
        told = _say(language, "無可核對之數字", "no number that can be checked")
        words = question.answer[:120] or _say(language, "尚未答復", "not answered yet")
        return [((Run(asked),), (Run(words),), (Run(told),))]
    return [
        ((Run("" if place else asked),), (Run(checked.sentence),), (Run(_told(checked, language)),))
        for place, checked in enumerate(one.checked)
    ]


def _told(checked: Checked, language: Language) -> str:
    words = _say(language, *_VERDICTS[checked.verdict])
    if checked.verdict == "agrees":
        return f"{checked.said} {words}"
    return f"{checked.said} → {checked.now}{_say(language, '：', ': ')}{words}"


def _note(one: Quoted, language: Language) -> str:
    return _say(
        language, f"《{one.title}》第{one.page}頁：「{one.quote}」", f"{one.title}, page {one.page}: “{one.quote}”"
    )
