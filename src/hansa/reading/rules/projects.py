"""Joint projects inside an organization, by title or by their number."""

import re
from collections.abc import Iterator

from msgspec import UNSET

from hansa.facts import Fact, Project
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.rules.memberships.joining import cities_en, cities_zh, main_name, meant, owned
from hansa.reading.rules.organizations.entries import opens
from hansa.reading.sentence import Sentence
from hansa.reading.values.numbers import find_quantities
from hansa.reading.values.organizations import find_named

_HAN = re.compile(r"[\u3400-\u9fff]")
_GATE = re.compile(r"計[畫劃]|專案|事業|\b(?:projects?|programmes?|programs?)\b", re.IGNORECASE)
_COUNT_ZH = re.compile(r"共同事業|合作計[畫劃]|聯合計[畫劃]|共同計[畫劃]|項計[畫劃]|個計[畫劃]")
_COUNT_EN = re.compile(r"\s(?:joint|common|shared|cooperation)\s(?:projects|programmes|programs)\b")
_TITLE_ZH = re.compile(
    r"「(?P<title>[^」]{3,30})」(?:[（(][^（()）]*[)）])?(?:行動|合作|聯合|共同|示範)?計[畫劃]|以「"
    r"(?P<example>[^」]{3,30})」為例"
)
_TITLE_EN = re.compile(
    r"[“\"](?P<title>[A-Z][^”\"]{3,80})[”\"](?=\s(?:joint\s)?project)|(?:project|programme)s?\s[“\"]"
    r"(?P<named>[A-Z][^”\"]{3,80})[”\"]"
)
_QUOTED_EN = re.compile(r"[“\"](?P<title>[A-Z][A-Za-z ,&-]{5,80})[”\"]")
_RAN_EN = re.compile(r"\b(?:ran|runs|carried out|launched|conducts?)\s(?:\w+\s){0,3}projects\b")
_ORGANIZING_ZH = re.compile(
    r"由(?P<who>[\u3400-\u9fff]{2,6}?)(?:負責)?(?:主辦|主導|主持|主責|牽頭|統籌|領銜|帶領|承辦|發起|協調|負責)"
)
_PARTICIPATING_ZH = re.compile(
    r"(?P<who>[\u3400-\u9fff、及與和]{2,60}?)(?:等[\u3400-\u9fff\d]{0,4})?(?:均|共同|聯合|一同|配合)*(?:與會|參與|參加|執行|協辦|加入|推動)"
)
_ORGANIZING_EN = re.compile(
    r"(?P<who>[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*)\sis\sthe\s(?:organi[sz]ing|lead|leading|coordinating)\scity"
)
_PARTICIPATING_EN = re.compile(r"with\s(?P<who>[A-Z][^.;]*?)\s(?:as\sparticipating|taking\spart|participating)")
_STRATEGY = re.compile(r"發展策略|施政|預算|建設")


def run_inside_an_organization(block: Block, context: Context) -> Iterator[Fact]:
    """A sentence about an organization names one of its joint projects, or says how many there are."""
    if block.kind in (BlockKind.ROW, BlockKind.HEADING) or not _GATE.search(block.text):
        return
    organization = _organization(block, context)
    ran = False
    for sentence in context.sentences():
        organization = _opening(sentence.text) or organization
        ran = ran or bool(_RAN_EN.search(sentence.text))
        if organization and (ran or _GATE.search(sentence.text) or "為例" in sentence.text):
            yield from _projects(sentence, organization, context, ran)


def _organization(block: Block, context: Context) -> str:
    body = meant(context)
    if body:
        return main_name(body, context)
    if not _HAN.search(block.text):
        return _union(block, context)
    return ""


def _opening(text: str) -> str:
    """The organization that a Chinese sentence is about: 「某機構」係2004年成立."""
    named = next(find_named(text), None) if _HAN.search(text) else None
    return named.name if named and opens(text[: named.start]) else ""


def _union(block: Block, context: Context) -> str:
    """The organization that `the Union` or `the Network` stands for: the heading whose last or first word it is."""
    short = re.search(
        r"\b[Tt]he (?P<noun>Union|Network|Alliance|Association|League|Federation|Organi[sz]ation)\b(?! of)", block.text
    )
    if not short:
        return ""
    for at in context.blocks_with(short["noun"]):
        other = context.blocks[at]
        if at < context.index and other.kind is BlockKind.HEADING and len(other.text) < 80:
            return other.text
    return ""


def _projects(sentence: Sentence, organization: str, context: Context, ran: bool) -> Iterator[Fact]:
    text = sentence.text
    proof = context.proof(sentence.stretch, "run_inside_an_organization", 0.75)
    if proof is None or _STRATEGY.search(text[:20]):
        return
    count = _count(text)
    if count:
        yield Project(organization=organization, count=count, **proof)
    pattern = _TITLE_ZH if _HAN.search(text) else _QUOTED_EN if ran else _TITLE_EN
    for found in pattern.finditer(text):
        title = next(name for name in found.groupdict().values() if name)
        organizing, participating = _cities(text, context)
        yield Project(
            organization=organization,
            title=title,
            organizing=organizing or UNSET,
            participating=participating or UNSET,
            **proof,
        )


def _count(text: str) -> int:
    """The number of joint projects, the last that is told (原有 18 項，整併後為 12 項 gives 12)."""
    counts = [
        quantity.value
        for quantity in find_quantities(text)
        if isinstance(quantity.value, int) and not quantity.ordinal
        and (_COUNT_EN.match(text[quantity.end :]) or (_COUNT_ZH.search(text) and quantity.unit in ("項", "個", "件")))
    ]  # fmt: skip
    return counts[-1] if counts else 0


def _cities(text: str, context: Context) -> tuple[str, list[str]]:
    """The organizing city and the participating ones."""
    chinese = bool(_HAN.search(text))
    organizing = (_ORGANIZING_ZH if chinese else _ORGANIZING_EN).search(text)
    found = (_PARTICIPATING_ZH if chinese else _PARTICIPATING_EN).search(text, organizing.end() if organizing else 0)
    listed = cities_zh if chinese else cities_en
    participating = [owned(city, context) for city in listed(found["who"])] if found and organizing else []
    return owned(organizing["who"], context) if organizing else "", participating


__all__ = ["run_inside_an_organization"]
