"""Agreements told in Chinese prose: what was signed, and which ties there are."""

from collections.abc import Iterator

from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.document import Block
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.building import Found, agreement
from hansa.reading.rules.agreements.chinese.signed import signings
from hansa.reading.rules.agreements.chinese.ties import Tie, ties
from hansa.reading.rules.modality import heads_plans
from hansa.reading.sentence import Sentence

# Each alternative begins with a character of its own, so that a search skips at once what begins none of them.
_GATE = regex(
    r"簽|締|結|建立|訂|發表|通過|升格|成為|互為|換文|調印|提携|姊妹|姐妹|姉妹|友好|友誼|友城|夥伴|伙伴|備忘錄|市|縣|州|郡|省|町|村"
    r"|鄉|鎮"
)
_NO_BOND = regex(r"[（(]?(?:無|未締結|未簽署|洽談中|終止)[)）]?")


def agreement_is_told(block: Block, context: Context) -> Iterator[Agreement]:
    """A Chinese sentence says that parties signed or concluded an agreement, or names ties that exist."""
    if not _GATE.search(block.text) or heads_plans(block.headings):
        return
    if block.cells and any(_NO_BOND.fullmatch(cell.text.strip()) for cell in block.cells):
        return
    told = ties(context)
    for at, sentence in enumerate(context.sentences()):
        for tie in told.get(at, ()):
            yield from _tie(sentence, tie, context)
        if sentence.chinese:
            taken = [(tie.start, tie.end) for tie in told.get(at, ())]
            yield from signings(sentence, at, context, taken)


def _tie(sentence: Sentence, tie: Tie, context: Context) -> Iterator[Agreement]:
    if tie.home and not context.home:
        return
    known = all(party.known for party in tie.parties)
    # A list of names without dates may go on with what is no partner any more.
    score = tie.score if tie.signed else min(tie.score, 0.85)
    found = Found(
        rule="tie_is_told",
        score=score if known else score - 0.15,
        parties=[*([context.home] if tie.home and context.home else []), *(party.name for party in tie.parties)],
        kind=tie.kind,
        signed=tie.signed,
    )
    yield from agreement(found, context, sentence.stretch, sentence.clause(tie.start)[0], tie.end)
