"""Joint projects inside an organization, by title or by their number."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import UNSET

from hansa.facts import Fact, Project
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.memberships.joining import cities_en, cities_zh, main_name, meant, owned, spoken_of
from hansa.reading.rules.organizations.entries import opens
from hansa.reading.sentence import Sentence
from hansa.reading.values.numbers import find_quantities
from hansa.reading.values.organizations import find_chinese

_HAN = regex(r"[\u3400-\u9fff]")
_GATE = regex(
    # Each alternative begins with a character of its own, so that a search skips at once what begins none of them.
    r"計[畫劃]|專案|事業|行動|為例|「[^」]{2,30}」(?:一項|一案)?[，即則]?由|共有\s?\d+\s?[群組項案個]"
    r"|Pro(?:ject|gram(?:me)?)s?\b|pro(?:ject|gram(?:me)?)s?\b|“[A-Z][^”\"]{2,80}[”\"]|\"[A-Z][^”\"]{2,80}[”\"]"
)
_COUNT_ZH = regex(r"共同事業|合作計[畫劃]|聯合計[畫劃]|共同計[畫劃]|共同行動|項計[畫劃]|個計[畫劃]|推動合作")
_COUNT_EN = regex(r"\s(?:joint|common|shared|cooperation)\s(?:projects|programmes|programs)\b")
_RUN = r"(?:主辦|主導|主持|主責|牽頭|統籌|領銜|帶領|承辦|發起|協調|負責|召集|領軍|擔任召集)"
_TITLE_ZH = regex(
    r"「(?P<title>[^」]{2,30})」(?:[（(][^（()）]*[)）])?(?:(?:行動|合作|聯合|共同|示範)?(?:計[畫劃]|專案)"
    rf"|(?=(?:一項|一案|則|即|，)*由[^，。；]{{2,12}}{_RUN}))|以「(?P<example>[^」]{{3,30}})」為例"
)
_TITLE_EN = regex(
    r"[“\"](?P<title>[A-Z][^”\"]{3,80})[”\"](?=\s(?:joint\s)?project)"
    r"|(?:project|programme)s?\s[“\"](?P<named>[A-Z][^”\"]{3,80})[”\"]"
)
_QUOTED_EN = regex(r"[“\"](?P<title>[A-Z][\w ,&'’-]{2,80})[”\"]")
# What introduces joint projects: a sentence, or the heading over them.
_RAN_EN = regex(r"\b(?:ran|runs|carried out|launched|conducts?)\b[^.;]{0,40}\bprojects\b")
_OVER_PROJECTS = regex(r"\b(?:projects|programmes|work)\b|計[畫劃]|合作事項", re.IGNORECASE)
_NOT_RUN = regex(
    r"\b(?:not taken up|turned down|rejected|refused|proposed|proposal|planned|not carried out|abandoned"
    r"|came to nothing|fell through)\b|未付諸|未實施|未獲|規劃中|研議|胎死腹中|未能"
)
_ORGANIZING_ZH = regex(rf"由(?P<who>[\u3400-\u9fff]{{2,8}}?)(?:負責)?{_RUN}")
_PARTICIPATING_ZH = regex(
    r"(?P<who>[\u3400-\u9fff、及與和]{2,60}?)(?:等[\u3400-\u9fff\d]{0,4})?(?:均|共同|聯合|一同|配合)*(?:與會|參與"
    r"|參加|執行|協辦|加入|推動)"
)
_NAME = r"[A-ZÀ-Ž][\w'’-]*(?:\s[A-ZÀ-Ž][\w'’-]*)*"
_NAMES = rf"{_NAME}(?:(?:,\s(?:and\s)?|\sand\s){_NAME})*"
_ORGANIZING_EN = regex(
    rf"(?P<who>{_NAME})\s(?:is|was|being)\sthe\s(?:organi[sz]ing|lead|leading|coordinating)\scity"
    rf"|(?P<lead>{_NAME})\sin\sthe\slead|(?P<active>{_NAME})\s(?:coordinated|coordinates|led|leads|headed|heads|ran"
    rf"|runs|steered|steers|managed)\sit|\b(?:led|coordinated|run|headed|steered|managed"
    rf"|organi[sz]ed)\sby\s(?P<by>{_NAME})"
)
_PARTICIPATING_EN = regex(
    rf"with\s(?P<who>{_NAMES})\s(?:as\sparticipating|taking\spart|participating|as\spartners)"
    rf"|(?P<part>{_NAMES})\s(?:take|took)\spart|\bfor\s(?P<beneficiaries>{_NAMES})(?=[;.]|,\s[a-z])"
    rf"|(?P<joined>{_NAMES})\s(?:are|were)\sits\spartners"
)
_TITLED = regex(r"[“\"「]")
_COUNTED_ZH = regex(r"共有?\s?(?P<count>\d+)\s?[群組項案個]")
_UNITS = ("項", "個", "件", "群", "組", "案")
_STRATEGY = regex(r"發展策略|施政|預算|建設")


def run_inside_an_organization(block: Block, context: Context) -> Iterator[Fact]:
    """A sentence about an organization names one of its joint projects, or says how many there are."""
    if block.kind in (BlockKind.ROW, BlockKind.HEADING) or not _GATE.search(block.text):
        return
    organization = _organization(block, context)
    ran = _is_list_of_projects(block, context)
    said = context.sentences()
    for at, sentence in enumerate(said):
        organization = _opening(sentence.text) or organization
        ran = ran or bool(_RAN_EN.search(sentence.text))
        if organization and not _NOT_RUN.search(sentence.text) and (ran or _GATE.search(sentence.text)):
            yield from _projects(sentence, organization, context, ran, _told_on(said, at))


def _told_on(said: Sequence[Sentence], at: int) -> str:
    """A sentence with those behind it that go on about the same project: up to the next title."""
    following = takewhile(lambda sentence: not _TITLED.search(sentence.text), said[at + 1 : at + 3])
    return " ".join([said[at].text, *(sentence.text for sentence in following)])


def _is_list_of_projects(block: Block, context: Context) -> bool:
    """Whether the block stands under a heading for projects, or is an item under a line that introduces them."""
    for at in range(context.index - 1, max(-1, context.index - 8), -1):
        before = context.blocks[at]
        if before.kind is not BlockKind.ITEM:
            led = before.text.rstrip().endswith((":", "：")) and bool(_OVER_PROJECTS.search(before.text))
            if block.kind is BlockKind.ITEM and led:
                return True
            break
    return bool(block.headings[1:]) and bool(_OVER_PROJECTS.search(block.headings[-1]))


def _organization(block: Block, context: Context) -> str:
    body = meant(context)
    if body:
        return main_name(body, context)
    if not _HAN.search(block.text):
        return _union(block, context) or spoken_of(context)
    return ""


def _opening(text: str) -> str:
    """The organization that a Chinese sentence is about: 「某機構」係2004年成立."""
    named = next(iter(find_chinese(text)), None) if _HAN.search(text) else None
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


def _projects(sentence: Sentence, organization: str, context: Context, ran: bool, told_on: str) -> Iterator[Fact]:
    """The projects that a sentence names or counts; `told_on` is the sentence with those that go on about it."""
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
        organizing, participating = _cities(told_on, context)
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
        if isinstance(quantity.value, int)
        and not quantity.ordinal
        and (_COUNT_EN.match(text[quantity.end :]) or (_COUNT_ZH.search(text) and quantity.unit in _UNITS))
    ]
    counted = _COUNTED_ZH.search(text) if _COUNT_ZH.search(text) else None
    last = counts[-1] if counts else int(counted["count"]) if counted else 0
    return last if last > 1 else 0


def _cities(text: str, context: Context) -> tuple[str, list[str]]:
    """The organizing city and the participating ones."""
    chinese = bool(_HAN.search(text))
    organizing = (_ORGANIZING_ZH if chinese else _ORGANIZING_EN).search(text)
    start = organizing.end() if organizing and chinese else 0
    found = (_PARTICIPATING_ZH if chinese else _PARTICIPATING_EN).search(text, start)
    listed = cities_zh if chinese else cities_en
    who = next(filter(None, organizing.groups())) if organizing else ""
    others = listed(next(filter(None, found.groups()))) if found and organizing else []
    return owned(who, context) if who else "", [owned(city, context) for city in others]


__all__ = ["run_inside_an_organization"]
