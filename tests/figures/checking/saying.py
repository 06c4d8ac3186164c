"""What a checker that asks nothing of the register says of a text."""

from typing import cast

from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Checker
from hansa.figures.checking.held import Held
from hansa.reading.document import Document


def said(checker: Checker, text: str) -> list[tuple[str, str, str]]:
    """Each finding's verdict, the words of the text at its place, and what is expected there."""
    draft = Draft(Document(text), "高雄市")
    findings = checker(draft, cast(Held, None))
    return [(one.verdict, draft.text[one.start : one.end], one.expected) for one in findings]
