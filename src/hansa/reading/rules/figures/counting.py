"""The numbers of a Chinese sentence, each with the words that belong to it."""

from collections.abc import Iterator

from msgspec import Struct

from hansa.reading.patterns import regex
from hansa.reading.values.numbers import Quantity, find_chinese

CLAUSE = regex(r"[，；。！？｜|,;](?!(?<=,)\d)")
_APART = regex(r"[、及與和暨]")
PARTNERS = regex(r"(?:國際)?(?:姊妹|姐妹|友好|友誼|夥伴|締盟|結盟|締約|盟[友市]|友城)")

DOCUMENTS = regex(r"(?:國際|城市|合作|友好|交流|姊妹)*(?:備忘錄|協定|協議|意向書|宣言|盟約|締盟)(?!會議|書面)")


class Counted(Struct, frozen=True):
    """A quantity with the words before and after it that belong to it, and its clause's place in the sentence.

    `follows` says that another quantity stands before it in the clause.
    """

    quantity: Quantity
    before: str
    after: str
    start: int
    end: int
    follows: bool


def counted(text: str) -> Iterator[Counted]:
    """The quantities of a sentence, each with the words that belong to it."""
    quantities = [q for q in find_chinese(text) if not q.ordinal or _states_total(q, text)]
    edges = [match.start() for match in CLAUSE.finditer(text)]
    for index, quantity in enumerate(quantities):
        start = max((edge + 1 for edge in edges if edge < quantity.start), default=0)
        end = min((edge for edge in edges if edge >= quantity.end), default=len(text))
        earlier = [other.end for other in quantities[:index] if other.end > start]
        before = text[earlier[-1] if earlier else start : quantity.start]
        if earlier and (parts := _APART.split(before, maxsplit=1))[1:]:
            before = parts[1]
        later = [other.start for other in quantities[index + 1 :] if other.start < end]
        after = _APART.split(text[quantity.end : later[0]])[0] if later else text[quantity.end : end]
        yield Counted(quantity, before, after, start, end, bool(earlier))


def _states_total(quantity: Quantity, text: str) -> bool:
    """Whether an ordinal tells how many there are: 第36個姊妹市, 第3份備忘錄."""
    after = text[quantity.end :].lstrip()
    return bool(PARTNERS.match(after) or DOCUMENTS.match(after))
