"""Which organization a block of the document is about: by its row's cell, its heading, or the sentence itself."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from hansa.atlas import find_organization, lookup
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind, Cell
from hansa.reading.patterns import regex
from hansa.reading.rules.organizations.profile import asked
from hansa.reading.values.organizations import Body, is_coined, looks_like_body, may_be_acronym, title

_BODY_HEAD = regex(
    r"組織|聯盟|協會|機構|團體|\b(?:organi[sz]ation|network|body|association|fact ?sheet|profile)\b", re.IGNORECASE
)
_NAME_HEAD = regex(r"名稱|\bname\b", re.IGNORECASE)
_OTHER_NAME_HEAD = regex(
    r"簡介|概[要況]|成立|加入|縮寫|簡稱|英文|外文|原文|文件|協[定議]|締約|約|活動|計[畫劃]|會議|姓名|人員|城市|都市"
    r"|對象|國[家別]|主[辦政責管]|承辦|權責|\b(?:short|acronym|since|joined|english|local|native|document|agreement"
    r"|title|event|cit(?:y|ies)|towns?|country|partner|contact|person|lead|responsible)\b"
    r"|['’]s (?:place|position|role|part|status|standing|membership|seat)$"
    r"|^(?:our|the city['’]s) (?:place|position|role|part|status|standing)$",
    re.IGNORECASE,
)
_PAPER = regex(
    r"(?:協[定議]|備忘錄|意向書|宣言|聲明|契約|合約|盟書)書?$|\b(?:Agreement|Memorandum|Declaration|Letter of)\b"
)
_EVIDENCE = regex(
    r"成立|設立|創立|創設|發起|會員|加入|總部|秘書處|會址|宗旨|旨在|組成|聯席|結盟|確立|共同聲明"
    r"|\b(?:founded|established|members?|membership|signatories|signed up|headquarter\w*|secretariat|joined|seat"
    r"|set up|created|launched|formed|network of|association of|club of|body of|started|grew out|came into being"
    r"|dates from|goes back|belongs?)\b",
    re.IGNORECASE,
)
_NO_BODY = regex(
    r"在[台臺]協會|交流協會|[台臺]北協會|議員|公會|商會|(?<!國際)姊妹市協會|友好協會|消費者|辦事處|代表處|基金會"
    r"|委員會議|訪團|座談|說明會|研討會|^(?:重要|主要|現有|各|我國|相關|執行|改善|推動|辦理|參加|出訪|拜會|簽署|與"
    r"|致贈|捐贈|接待|出席|應邀)|^(?:Membership|Participation|Overview|List|Report|Our|About"
    r"|International Organi[sz]ations|City Networks)\b|City Council|County Council|Chamber of|Assembly"
    r"|Institute in Taiwan|\bOffice\b|\bMeeting\b|\bAgreement\b|\bVisit\b"
    r"|^(?:NOTES?|BACKGROUND|CONTACTS?|SUMMARY|OVERVIEW|HISTORY|ANNEX|FACTS|NEWS|REMARKS|QUOTES)(?: |$)"
    r"|\b(?:joins?|joined|hosts?|hosted|welcomes?|signs?|becomes?|visits?|meets?|wins?|opens?|is|are|was|were)\b"
)
_RECORD_HEAD = regex(
    r"成立|總部|秘書處|會員|^founded|^established|^headquarters|^secretariat|^members|^seat|^member since",
    re.IGNORECASE,
)


_CAPITALS = regex(
    r"(?!.*\b(?:OUR|WHO|AMONG|CITY|COUNTY)\b)(?:[A-Z’'&-]+\s)+(?:NETWORK|ALLIANCE|ASSOCIATION|LEAGUE|UNION|FEDERATION"
    r"|COALITION)|(?:[A-Z’'&-]+\s){0,3}(?:NETWORK|ALLIANCE|ASSOCIATION|LEAGUE|UNION|FEDERATION|COALITION"
    r"|CONFERENCE)\s(?:OF|FOR)\s[A-Z’'& -]+"
)
_INNER_HEAD = regex(
    r"成立|會員|宗旨|目的|組織|\b(?:growth|members|membership|history|how it works|projects|aims|activities)\b",
    re.IGNORECASE,
)
_PLACE_IN_IT = regex(
    r"['’]s (?:place|position|role|part|status|standing|membership)$|^joined|^member since|加入", re.IGNORECASE
)
_LABEL_WORDS = 6
_OURS = regex(
    r"[本我](?:[市縣鄉鎮區府所會]|公所|[市縣]政?府)(?:[之的]?(?:參與|情形|部分|地位|身[分份]))?"
    r"|[Ww]e|[Oo]ur (?:city|part|side)"
)
_LETTERS = regex(r"[^\W\d]{3}")
_COLUMN = regex(
    r"year|date|month|country|city|partner|name|total|no|indicator|年度|年別|國家|國別|城市|編號|項次|名稱|合計|總計"
    r"|小計|.*(?:數|人次|日期)",
    re.IGNORECASE,
)


# What may stand before the name: 東亞部分， and 英國之, and the words that introduce an example.
_LEAD_ZH = regex(
    r"(?:[\u3400-\u9fff]{2,6}(?:部分|方面|地區)[，,]|[^，。；：]{1,12}：)?(?:[^，。；]{0,8}(?:如|有|以(?![「『])|則為"
    r"|尚有|另有))?(?:[\u3400-\u9fff]{2,5}(?:[之的]|(?=[「『])))?[「『]?"
)


class RowEntry(Struct, frozen=True):
    """A row that is about an organization: its name, and the cell that holds it where the row itself names it."""

    body: Body
    cell: Cell | None


@lru_cache(maxsize=2048)
def names_body(text: str) -> Body | None:
    """The organization that a heading or cell names, where the text is such a name by its words."""
    body = title(text)
    if body is None or _NO_BODY.search(text):
        return None
    words = looks_like_body(body.name) or (body.name_en != body.name and looks_like_body(body.name_en))
    words = words or may_be_acronym(body.name) or is_coined(body.name) or _in_capitals(body.name)
    return body if words or (body.acronym and body.name_en not in ("", body.name)) else None


def _in_capitals(name: str) -> bool:
    """Whether a Latin name, as often in headings, is that of a known body, or in capitals says that it is one."""
    return name[:1].isascii() and bool(_CAPITALS.fullmatch(name) or find_organization(name))


def opens(lead: str) -> bool:
    """Whether the name behind these words is what its Chinese sentence or clause is about."""
    return bool(_LEAD_ZH.fullmatch(lead.strip()))


def row_entry(block: Block, context: Context) -> RowEntry | None:
    """The organization that a table's row or record is about."""
    if block.kind is not BlockKind.ROW:
        return None
    for cell in block.cells:
        head = cell.header
        if not _asks_for_name(head) or is_own_label(head, context):
            continue
        body = _plausible(cell.text)
        if body and (_BODY_HEAD.search(head) or lookup(body.name) is None):
            return RowEntry(body, cell)
    for cell in block.cells[:3]:
        told = (
            is_own_label(cell.header, context)
            or _OTHER_NAME_HEAD.search(cell.header)
            or _RECORD_HEAD.search(cell.header)
        )
        body = None if told else names_body(cell.text)
        if body and (body.acronym or body.name_en not in ("", body.name)):
            return RowEntry(body, cell)
    if sum(_describes(cell.header) for cell in block.cells) >= 2 and block.headings[1:]:
        body = title(block.headings[-1])
        return RowEntry(body, None) if body and not _NO_BODY.search(body.name) else None
    return None


@lru_cache(maxsize=512)
def _asks_for_name(head: str) -> bool:
    """Whether the head of a column, or a label, asks for the name of an organization."""
    return bool(_BODY_HEAD.search(head) or _NAME_HEAD.search(head)) and not _OTHER_NAME_HEAD.search(head)


def is_own_label(label: str, context: Context) -> bool:
    """Whether a label asks for the own city's part: `Busan`, `Ghent in it`, `Ghent a member since`."""
    return _is_own(label.strip(), context.own_names)


@lru_cache(maxsize=1024)
def _is_own(label: str, own_names: frozenset[str]) -> bool:
    if label in own_names or _OURS.fullmatch(label):
        return True
    words = label.split(" ", _LABEL_WORDS)
    return words[0].removesuffix("'s").removesuffix("’s") in own_names and len(words) < _LABEL_WORDS


def _describes(label: str) -> bool:
    """Whether the label of a field asks for what is told of organizations."""
    return bool(_RECORD_HEAD.search(label) or _PLACE_IN_IT.search(label) or asked(label))


def _plausible(text: str) -> Body | None:
    """The body that a cell in a column of names gives; none for a number, or for the head of another table."""
    body = title(text)
    named = body and (_LETTERS.search(body.name) or may_be_acronym(body.name))
    if body is None or not named or _COLUMN.fullmatch(body.name) or _PAPER.search(body.name):
        return None
    return body


def headed(context: Context) -> Body | None:
    """The organization that the heading, item or short line above the block being read names."""
    block = context.block
    for at in range(context.index - 1, max(-1, context.index - 6), -1):
        other = context.blocks[at]
        if other.headings != block.headings:
            break
        if body := line_body(other):
            return body
        if other.kind in (BlockKind.ITEM, BlockKind.HEADING):
            break
    for depth, heading in reversed(list(enumerate(block.headings))):
        body = names_body(heading)
        if body and (depth or body.acronym):
            return body
        if not _INNER_HEAD.search(heading):
            break
    return None


def line_body(block: Block) -> Body | None:
    """The organization that a heading, an item or a short line by itself names."""
    alone = block.kind is BlockKind.PARAGRAPH and len(block.text) < 90 and not block.text.endswith((".", "。"))
    return names_body(block.text) if alone or block.kind in (BlockKind.HEADING, BlockKind.ITEM) else None


def under(context: Context) -> Iterator[tuple[int, Block]]:
    """The blocks under the heading or item being read, up to the next of its level, eight at most, with their index."""
    top = context.block
    for at in range(context.index + 1, min(len(context.blocks), context.index + 9)):
        block = context.blocks[at]
        below = block.headings[: len(top.headings)] == top.headings
        if not below or (block.level and block.level <= top.level) or names_body(block.text):
            return
        yield at, block


def is_evident(text: str) -> bool:
    """Whether a text tells of an organization's founding, seat, members or aims."""
    return bool(_EVIDENCE.search(text))
