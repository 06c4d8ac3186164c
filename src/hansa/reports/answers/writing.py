"""An answer from the register to bytes."""

from hansa.register.enums import ReportKind
from hansa.register.models import Office, Question
from hansa.reports.answers.pack import pack_of
from hansa.reports.answers.paper import draft_paper, final_paper
from hansa.reports.blocks import Language
from hansa.reports.forms import in_form_of

ANSWER_SUFFIXES = (".odt", ".docx", ".pdf")


def write_answer(question: Question, suffix: str, language: Language, office: Office, *, draft: bool = False) -> bytes:
    """The answer in the format of the suffix, one of ANSWER_SUFFIXES.

    It has the words entered, or, where there are none or with `draft`, what Hansa drafts. Raises
    `render.pdf.FontMissing` where a PDF lacks its font.
    """
    if question.answer and not draft:
        paper = final_paper(question, office, language)
    else:
        paper = draft_paper(question, pack_of(question, office, language), office)
    return in_form_of(office, ReportKind.ANSWER, paper, suffix)
