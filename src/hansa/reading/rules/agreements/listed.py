"""Lines that name a sort of bond and then the partners: 締盟城市 日本：青森縣."""

import re
from collections.abc import Iterator

from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.building import Found, agreement
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.modality import heads_plans
from hansa.reading.values.names import PartyKind

_LABEL = regex(
    r"(?:國際)?(?:締盟城市|姊妹市|姐妹市|友好城市|國際合作備忘錄|合作備忘錄|姊妹縣市|姊妹港|姉妹都市"
    r"|友好都市)\s*[：:|｜ ]"
)
_BESIDE = regex(r"\s*[|｜／/(（:：]?\s*")


def partners_are_listed(block: Block, context: Context) -> Iterator[Agreement]:
    """A line names a sort of bond and then the partners: 締盟城市 波蘭：格丁尼亞市、卡托維茲市.

    Right behind each may stand its day: 姊妹市：日向市 | 101年、知多市 | 104年.
    """
    text = block.text
    label = _LABEL.match(text, len(text) - len(text.lstrip("✓■●- "))) if context.home else None
    if not label or "×" in text or block.kind is BlockKind.ROW or heads_plans(block.headings):
        return
    if re.search(r"[，。]", text) or re.search(r"[個座]", text[:20]):
        return
    sentence = context.sentence(block)
    for party in sentence.cities:
        if party.kind is PartyKind.CITY:
            after = [dated for dated in sentence.dates if dated.start >= party.end]
            behind = (dated.edtf for dated in after if _BESIDE.fullmatch(text[party.end : dated.start]))
            found = Found(
                "partners_are_listed", 0.8, [context.home or "", party.name], kind_of(label[0]), next(behind, "")
            )
            yield from agreement(found, context, block)
