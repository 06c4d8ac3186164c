"""Agreements in tables and registers, one row each: country, city, kind, date of signing, remarks."""

import re
from collections.abc import Iterator, Sequence

from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind, Cell
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.building import Found, agreement, counterpart_name
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.agreements.row_fields import Row, people_in, place_in, signed_in, subjects_in, title_in
from hansa.reading.rules.agreements.subjects import subjects_en
from hansa.reading.rules.modality import heads_plans
from hansa.reading.values.names import Party, PartyKind

_PARTNER = regex(
    r"城市|[對対]象|盟邦|姊妹市|姐妹市|姉妹都市|都市名|締盟市|友市|締[約盟](?:方|單位|對象|城市)|對造|他造|他方|對方|學校|港口|^市$|州|(?i:partner"
    r"|\bcit(?:y|ies)\b|\bname\b|sister|town|municipality|counterpart"
    r"|^with(?: whom)?$|^who$|^other side$|school|port\b)"
)
_COUNTRY = regex(r"國家|國別|国名|國名|洲別|地區|(?i:country|nation|continent|region|state)")
_KIND = regex(
    r"性質|名目|關係|類別|類型|種類|協定|文件|締盟名稱|形式|層級|級別|種別|(?i:type|instrument|relation|agreement"
    r"|kind|form|status|category|document|^what$)"
)
_DATE = regex(
    r"締結|締盟(?!對象|城市|市|國|夥伴|單位|名稱)|(?:簽署|簽訂|簽約)(?!人|代表|者)|締約[日時年]|起算|起始|結盟|提携|結好"
    r"|(?i:since|signed(?! by)|concluded|established|signature|formed|began|twinned|dates? from"
    r"|start|^year|^sealed)"
)
_KIND_HEAD = regex(r"類|性質|關係|名稱|(?i:type|kind)")
_ANY_DATE = regex(r"^[自於]?何[時日]$|^(?i:when)$|日期|時間|年份|年月日|年度|^年$|(?i:date|year)")
# The sort of city by one word, under a head such as Type.
_BARE = {
    "sister": "sister city", "twin": "twin town", "friendship": "friendship city", "friend": "friendship city",
    "partner": "partner city", "姊妹": "姊妹市", "姐妹": "姊妹市", "友好": "友好城市", "友好交流": "友好城市",
    "夥伴": "夥伴城市",
}  # fmt: skip
_SORT = regex(
    r"(?:國際)?(?:[姊姐姉]妹(?:城市|都市|市|縣市|縣)|友好(?:交流)?(?:城市|都市|市)|夥伴城市)|[\u3400-\u9fff]{0,8}(?:備忘錄|意向書|協定書?|宣言)"
    r"|(?i:(?:sister|twin|partner|friendship)[- ](?:city|town|county)(?: agreement)?|(?:twinning|friendship) agreement"
    r"|memorandum(?: of \w+)?|mou"
    r"|letter of intent|declaration(?: of \w+)?)"
)
_SHORT = 40
_PEOPLE = regex(r"簽署人|簽署代表|簽約人|締約代表|雙方代表|代表人|(?i:signator|signed by)")
# What a cell says of an agreement that does not exist yet or any more.
_NONE = regex(
    r"未締|未簽|無\b|（無）|^無$|尚未|洽談|終止|中止|終了|解除|解消|失效|失効|暫停|停止|廢止|撤銷|註銷"
    r"|擱置|婉拒|婉謝|否決|取消|屆滿不續|未續|不續"
    r"|未生效|不生效|未核|未獲|未果|未通過|待簽|待核|待定|研議|評估|審[議查核]中|送審|俟|徵詢|籌備|規劃中|草案|予定|[預擬][定計訂]?[^，；。]{0,12}[簽締]"
    r"|(?i:\bnone\b|not signed|not yet|unsigned|pending|(?<!open-)ended|lapsed|suspended|dormant|inactive|proposed"
    r"|expired|terminated|struck off|cancelled|withdrawn|discontinued|dissolved|revoked|planned|to be signed"
    r"|(?:under|in) (?:discussion|negotiation|consideration|preparation)|\bdraft\b|\btb[acd]\b)"
)
_ADDED = regex(r"\b(?:added|besides|as well|followed|later)\b|另[有簽訂]|增簽|加簽")
_DASHES = ("-", "–", "—", "--")
# Expired: 7 November 2022.
_ENDED = regex(
    r"^(?:屆滿|終止|失效|解除|廢止)[日期時]|(?i:^(?:expired|ended|terminated|cancelled|withdrawn|lapsed|dissolved)\b)"
)
_LAPSED = regex(r"(?:屆期|期滿|到期|屆滿)後?[即已]?[未不]再?[續展]")
_STATE = regex(r"效力|狀態|狀況|現況|有効|效期|(?i:status|^state$|\bstate of|in force|validity)")
_BRACKETS = regex(r"\s*[（(][^（()）]*[)）]")
_ANY_PARTNER = regex(r"(?i:^\W*partners?\b)")


def agreement_stands_in_row(block: Block, context: Context) -> Iterator[Agreement]:
    """A row of a table of agreements names a partner, the kind of the bond and when it was concluded."""
    if block.kind is not BlockKind.ROW:
        return
    headed = any(cell.header for cell in block.cells)
    row = _read(block) if headed else _by_cells(block, context)
    if row is None or not context.home or heads_plans(block.headings):
        return
    kind_words = _BRACKETS.sub("", row.kind.text).strip() if row.kind else ""
    remarks = " ".join(cell.text for cell in row.rest)
    if _is_not_in_force(block, row):
        return
    kind = kind_of(_BARE.get(kind_words.strip().lower(), kind_words))
    if not kind and not (row.date and _DATE.search(row.date.header)) and not _bond(block, row):
        return
    told = kind_of(_BRACKETS.sub("", remarks)) if not row.kind and _instrument_first(remarks) else ""
    if told and _ADDED.search(remarks):
        yield from _added(block, row, told, context)
        told = ""
    kind = told or kind or _bond(block, row)
    for names, known in _sets(row, kind, context):
        found = Found(
            rule="agreement_stands_in_row",
            score=0.95 if kind and known and headed and (row.kind or row.date) else 0.85,
            parties=names,
            kind=kind,
            signed=signed_in(row, context),
            title=title_in(row, kind_words, kind),
            subjects=subjects_in(row),
            signatories=people_in(row, context),
            place=place_in(row),
        )
        yield from agreement(found, context, block, *_extent(block, row))


def _added(block: Block, row: Row, kind: str, context: Context) -> Iterator[Agreement]:
    """What the remarks add to the bond of the row: a memorandum on film added in November 2014."""
    for cell in row.rest:
        dates = context.dates(cell.text)
        for names, known in _sets(row, kind, context) if dates and kind_of(cell.text) == kind else ():
            subjects = subjects_en(f"on {cell.text.partition(' on ')[2]}") if cell.text.isascii() else []
            score = 0.9 if known else 0.8
            found = Found("agreement_stands_in_row", score, names, kind, dates[-1].edtf, subjects=subjects)
            yield from agreement(found, context, block, *_extent(block, row))


def _is_not_in_force(block: Block, row: Row) -> bool:
    """Whether the row's state, its date or the beginning of a remark say that nothing is, or is any more, signed."""
    whole = [cell.text.strip() for cell in (row.kind, row.date) if cell]
    whole += [cell.text for cell in row.rest if _STATE.search(cell.header)]
    first = [re.split(r"[；;。]|\.\s", cell.text.strip())[0] for cell in row.rest]
    unsigned = row.kind is not None and row.kind.text.strip() in _DASHES
    ended = any(_ENDED.search(cell.header) and cell.text.strip() not in _DASHES for cell in block.cells)
    return (
        unsigned
        or ended
        or any(_NONE.search(words) for words in (*whole, *first))
        or any(_LAPSED.search(cell.text) for cell in row.rest)
    )


def _read(block: Block) -> Row | None:
    """The row's cells by what their columns' heads say; None where it is no row of partners."""
    partner = _cell(block, _PARTNER, _KIND, _DATE)
    if partner is None or not 1 < len(partner.text.strip()) < 80:
        return None
    kind = _cell(block, _KIND, skip=partner)
    if kind and kind.header.lower() == "what" and not _SORT.fullmatch(kind.text.strip()):
        # A sister city forum is a matter of which a record tells, and no tie.
        kind = None
    date = _cell(block, _DATE, _KIND_HEAD, skip=partner) or (_cell(block, _ANY_DATE, skip=partner) if kind else None)
    people = _cell(block, _PEOPLE)
    used = {id(cell) for cell in (partner, kind, date, people)}
    # State is a place in one register and suspended in another.
    places = {id(cell) for cell in block.cells if _COUNTRY.search(cell.header) and not _NONE.search(cell.text)}
    rest = [cell for cell in block.cells if id(cell) not in used | places]
    return Row(
        partner, kind, date, people, tuple(cell for cell in rest if not re.fullmatch(r"[\d\s.\-–—]*", cell.text))
    )


def _by_cells(block: Block, context: Context) -> Row | None:
    """The row of a table without heads, where one cell is a sort of bond, one a city and perhaps one a date."""
    kinds = [cell for cell in block.cells if _SORT.fullmatch(cell.text.strip())]
    dates = [cell for cell in block.cells if len(cell.text) < _SHORT and context.dates(cell.text)]
    names = [
        cell
        for cell in block.cells
        if len(cell.text) < _SHORT and cell not in (*kinds, *dates) and _names_city(cell.text, context)
    ]
    if len(kinds) != 1 or len(names) != 1 or len(dates) > 1:
        return None
    used = (*kinds, *names, *dates)
    return Row(names[0], kinds[0], dates[0] if dates else None, None, tuple(c for c in block.cells if c not in used))


def _names_city(text: str, context: Context) -> bool:
    return any(party.kind is PartyKind.CITY and party.known and not party.own for party in context.parties(text))


def _cell(block: Block, wanted: re.Pattern[str], *others: re.Pattern[str], skip: Cell | None = None) -> Cell | None:
    for cell in block.cells:
        if cell is not skip and wanted.search(cell.header) and not any(other.search(cell.header) for other in others):
            return cell
    return None


def _bond(block: Block, row: Row) -> str:
    """The kind that the column's head or the table's heading tells: 姊妹市, Our sister cities."""
    header = row.partner.header
    for words in (*block.headings[-1:], "" if _ANY_PARTNER.search(header) else header):
        kind = kind_of(words)
        if kind and kind != "other":
            return kind
    return ""


def _instrument_first(remarks: str) -> bool:
    return bool(
        re.match(
            r"[^,，;；.]{0,40}(?:(?:[Ss]ister|[Ff]riendship|[Pp]artner|[Tt]win)[- ](?:city|town)|[Aa]greement"
            r"|[Mm]emorandum|[Dd]eclaration|協定|備忘錄|意向書|宣言)",
            remarks,
        )
    )


_PAIRWISE = ("sister_city", "friendship_city", "partnership", "sister_port", "sister_school", "")
# 另二方為A、B: who else signed. The Authority is the signatory, not the Council: who signed instead.
_FURTHER = regex(
    r"(?:另[有一二兩三四]?方?|其[他餘]各?[一二兩三四]?(?:方|締約方|簽署方))(?:為|是|：)(?P<zh>[^，。；]{3,60})"
    r"|(?i:(?:other (?:parties|signatories)(?: [a-z ]{2,16})?|also signed by|third part(?:y|ies)):? (?:are |is )?)"
    r"(?P<en>[^.;]{3,80})"
)
_INSTEAD = regex(
    r"(?P<who>[A-Z][\w'’ -]+?) (?:is|was) the (?:signatory|party|signing party),? (?:and )?not the \w+"
    r"|(?P<zh>[\u3400-\u9fff]{3,20})為(?:簽署|締約)(?:方|單位|者|機關)|^(?P<by>[\u3400-\u9fff]{2,9})所(?:締|簽|訂)"
)


def _sets(row: Row, kind: str, context: Context) -> Iterator[tuple[list[str], bool]]:
    """The parties of each agreement of the row: bonds pair by pair, a text of several parties once."""
    remarks = [cell.text for cell in row.rest]
    instead = next(
        (match["who"] or match["zh"] or match["by"] for text in remarks if (match := _INSTEAD.search(text))), ""
    )
    first = instead.strip() or context.home or ""
    further = [name for text in remarks for match in _FURTHER.finditer(text) for name in _names_of(match)]
    partners = list(_partners(row.partner, context))
    if further or (len(partners) > 1 and kind not in _PAIRWISE):
        yield [first, *(name for name, _ in partners), *further], all(known for _, known in partners)
        return
    yield from (([first, name], known) for name, known in partners)


def _names_of(match: re.Match[str]) -> list[str]:
    listed = match["zh"] or re.sub(r"\band\b", ",", match["en"])
    return [name.strip() for name in re.split(r"[、,]|及(?=[\u3400-\u9fff]{3})", listed) if name.strip()]


def _partners(cell: Cell, context: Context) -> Iterator[tuple[str, bool]]:
    text = _BRACKETS.sub("", cell.text).strip()
    parties = context.parties(text)
    named = [party for party in parties if party.kind is not PartyKind.COUNTRY] or parties
    whole = [party for party in named if not party.own]
    if len(whole) == 1 and (len(whole[0].name) * 2 >= len(text) or not named[0].own):
        known = whole[0].known and whole[0].kind is not PartyKind.COUNTRY
        yield _full(whole[0], text, context), known
    elif (
        len(whole) > 1
        and not _are_listed(whole, text)
        and whole[0].start == 0
        and whole[0].known
        and text[whole[0].end :].startswith(",")
    ):
        # Copenhagen, Denmark, through its Administration
        yield whole[0].name, True
    elif len(whole) > 1 and (re.search(r"[、；;×]", text) or _are_listed(whole, text)):
        yield from ((party.name, party.known) for party in whole)
    elif text:
        yield text, False


def _are_listed(parties: Sequence[Party], text: str) -> bool:
    """Whether a text is nothing but the names of cities, parted by commas: Lima, Bogotá and La Paz."""
    named = [text[party.start : party.end] for party in parties if party.kind is PartyKind.CITY and party.known]
    return len(named) > 1 and re.split(r", and |, | and ", text) == named


def _full(party: Party, text: str, context: Context) -> str:
    """The party's name as the cell writes it, without the country before it or after a comma."""
    head = re.split(r",\s*(?=[A-Z])", text)[0].strip()
    if head.isascii():
        return head if party.name in head and len(head) < 60 else party.name
    return party.name if re.search(r"[\sA-Za-z]", text) else counterpart_name(text, context)


def _extent(block: Block, row: Row) -> tuple[int, int | None]:
    """The row from its start to the last cell that the fact rests on."""
    size = len(block.text)
    return 0, size if size <= 300 else 300
