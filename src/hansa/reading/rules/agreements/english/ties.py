"""Agreements told in English sentences: sister cities and partners with their years, and what was signed."""

from collections.abc import Iterator

from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.building import Found, agreement
from hansa.reading.rules.agreements.english.carrying import ties
from hansa.reading.rules.agreements.english.signing import place_of, signing, title_of
from hansa.reading.rules.agreements.english.telling import Tie
from hansa.reading.rules.agreements.subjects import subjects_after, subjects_en
from hansa.reading.rules.modality import heads_plans
from hansa.reading.sentence import Sentence

# Each alternative begins with a letter of its own, so that a search skips at once what begins none of them.
_GATE = regex(
    r"sister|Sister|SISTER|twin|Twin|partner|Partner|friend|Friend|greement|emorand|MoU|MOU|ccord|Pact\b|pact\b|harter"
    r"|rotocol|of Intent|of intent|eclaration|rrangement|signed one|joined\b.*\d|followed\b.*\d|follows\b.*\d"
    r"|came\b.*\d|added\b.*\d"
)
_TWO_YEARS, _YEAR_FIRST = regex(r"\d\d{3}\D.*\d{4}"), regex(r"\d{4} [A-Z]")
_INSTRUMENT = regex(
    r"greement|rrangement|emorand|M[oO]U|[Ll]etter of [Ii]ntent|eclaration|[Cc]harter|ccord|[Pp]act\b|[Ss]ister|twin"
    r"|[Pp]artnership|rotocol|signed one"
)
_SIGNED = regex(r"\bsign|concluded|\bput (?:his|her|their)|entered into|ratified|\bseal")
_COVERS = regex(
    r"\b(?:cover(?:s|ing)|such as|in the (?:fields?|areas?) of|includ(?:es|ing)|cooperation (?:in|on)|on)\b"
)
_OVER = regex(
    r"^(?:It|This|That|The (?:agreement|bond|relationship|accord|arrangement|memorandum))\b.{0,40}"
    r"\b(?:lapsed|ended|expired|terminated|cancelled|dissolved|discontinued|suspended)\b"
)


def tie_is_told_in_english(block: Block, context: Context) -> Iterator[Agreement]:
    """English sentences name sister cities, partners and agreements, with the year of each; or somebody signs one."""
    if not _is_prose(block) or not _may_tell(block.text) or heads_plans(block.headings):
        return
    told, last = dict(ties(context)), ""
    for at, sentence in enumerate(context.sentences()):
        if _is_over(at, context):
            continue
        if at in told:
            for tie in told[at]:
                yield from _tie(sentence, tie, len(told[at]) == 1, context)
            last = told[at][-1].kind
        elif not sentence.chinese and _INSTRUMENT.search(sentence.text):
            yield from signing(sentence, at, context, last)


def _may_tell(text: str) -> bool:
    """Whether a text has a word for a tie, or years by which a list may go on with one."""
    return bool(_GATE.search(text) or _YEAR_FIRST.match(text) or _TWO_YEARS.search(text))


def _is_prose(block: Block) -> bool:
    """Whether the block is told in sentences: no row of a table, but a line of a chronology is."""
    return block.kind is not BlockKind.ROW or (len(block.cells) == 2 and not any(cell.header for cell in block.cells))


def _is_over(at: int, context: Context) -> bool:
    """Whether the next sentence says that what was signed has ended: It lapsed in 1999."""
    said = context.sentences()
    return at + 1 < len(said) and bool(_OVER.search(said[at + 1].text))


def _tie(sentence: Sentence, tie: Tie, alone: bool, context: Context) -> Iterator[Agreement]:
    """The agreement; who signed, where and on what are told of it where it is the only one of its sentence."""
    if tie.home and not context.home:
        return
    # A list of names without dates may go on with what is no partner any more.
    score = tie.score if tie.signed else min(tie.score, 0.85)
    found = Found(
        rule="tie_is_told_in_english",
        score=score if tie.known else score - 0.15,
        parties=[*([context.home] if tie.home and context.home else []), *(party.name for party in tie.parties)],
        kind=tie.kind,
        signed=tie.signed,
        title=title_of(tie.words),
    )
    if alone and _SIGNED.search(sentence.text):
        found.signatories, found.place = sentence.people, place_of(sentence)
    if alone:
        found.subjects = _subjects(sentence.text, tie)
    yield from agreement(found, context, sentence.stretch, sentence.clause(tie.start)[0], tie.end)


def _subjects(text: str, tie: Tie) -> list[str]:
    """The fields of cooperation, told after the word for the agreement (on trade and tourism) or at the end."""
    after = subjects_after(text, text.find(tie.words) + len(tie.words)) if tie.words else []
    return after or (subjects_en(text[tie.end :]) if _COVERS.search(text, tie.end) else [])
