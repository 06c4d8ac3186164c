"""Partners that stand on lines of their own under a heading that tells the bond, as in Japanese lists."""

import re
from collections.abc import Iterator, Sequence

from hansa.atlas import country_code
from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.building import Found, agreement, counterpart_name
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.modality import heads_plans
from hansa.reading.values.dates import Dated
from hansa.reading.values.names import PartyKind

# シアトル市（アメリカ合衆国） 昭和32年10月22日提携; 神戸港とシアトル港 1967年; Odesa, Ukraine – since 1944.
_LINE = regex(
    r"(?P<name>[^\W\d_][^\d（(：:,，。；;|｜]{1,40}?)\s*"
    r"(?:(?:[,，]\s*|[（(]\s*)(?P<country>(?![a-z])[^\W\d_][^\d（()）,，|｜]{1,24}?)[)）]?\s*)?"
    r"(?P<rest>(?:[（(：:,，|｜–—-]|\s(?=\S*\d)|\b(?=[Ss]ince\b)).*)?$"
)
# What is left of the line without its date: only words which say that the day is that of the bond.
_CONCLUDED = regex(
    r"[\W_]*(?:(?P<verb>(?:姉妹|友好|都市|港|協定|関係|關係)*(?:提携|調印|締結|締盟|盟約|結盟|簽署|簽訂|簽約|結為|締約)"
    r"|signed|established|concluded|twinned|formali[sz]ed|agreement)|since|in|from|起|より|年|日)?[\W_]*"
)
_PAIR = regex(r"\s*(?:と|與|和|及び|及|×|↔|⇔|－|–|—| and )\s*")
# Position at 19 May, Cairo. Sister city: a label or a sentence, and no name.
_NO_NAME = regex(r"\b(?i:at|of|on|to|in|by|the|from)$|(?<!\bSt)\. |年月日|^国名|^都市名")
# A word in small letters that no name has: Catania's mayor is expected.
_SENTENCE = regex(
    r"(?<![\w'’-])(?!(?:of|and|the|upon|on|de|da|do|del|di|la|le|les|am|an|der|den|sur|en|y)\b)[a-z]{2,}\b"
)
_PARTNER_HEADING = regex(r"都市|城市|[市縣県州港校]$|(?i:cities|towns|links|relation)")
_KIND_BELOW = regex(
    r"(?i:(?:an? |our )?(?:sister|twin|friendship|partner|memorandum|letter of intent|mou\b|declaration|co-?operation))"
)
# 友好城市（2）
_COUNT = regex(r"\s*[（(]\s*\d+\s*[個座]?\s*[)）]\s*$")
_BULLETS = "．‧·・• "
_CLOSES = ("）", ")", " ")
_NO_LABEL = regex(r"[\d，。,.（(]")
_SHORT = 80
_LABEL = 20
_BONDS = ("sister_city", "friendship_city", "partnership")
_PAIRED = ("sister_port", "sister_school")


def _kind_above(context: Context) -> tuple[str, str]:
    """The bond that the nearest label above tells, with its words: a short line without a number, or the heading."""
    for above in reversed(context.blocks[max(0, context.index - _SHORT) : context.index]):
        if above.headings != context.block.headings or above.cells:
            break
        if len(above.text) > 2 * _LABEL:
            continue
        label = _COUNT.sub("", above.text) if above.text.endswith(_CLOSES) else above.text
        if len(label) <= _LABEL and kind_of(label) and not _NO_LABEL.search(label):
            return kind_of(label), label
    heading = context.block.headings[-1] if context.block.headings else ""
    return kind_of(heading), heading


def partner_stands_on_line(block: Block, context: Context) -> Iterator[Agreement]:
    """A line under a heading such as 姉妹都市 is a partner with its country and the bond's day, before or after."""
    if not context.home or block.kind is BlockKind.HEADING or heads_plans(block.headings):
        return
    if any(cell.header for cell in block.cells):
        yield from _by_labels(block, context)
        return
    if len(block.text) >= _SHORT or "。" in block.text:
        return
    kind, heading = _kind_above(context)
    if kind not in (*_BONDS, *_PAIRED) and (kind or not _PARTNER_HEADING.search(heading)):
        return
    lead, line = _lead(block.text.lstrip(_BULLETS), context)
    match = _LINE.match(line)
    if not match:
        return
    if _is_told_below(context):
        return
    dates = [*lead, *context.dates(line)]
    left = match["rest"] or ""
    if dates and not lead:
        at = match.start("rest")
        left = line[at : dates[0].start] + line[dates[0].end :] if dates[0].start >= at >= 0 else "\0"
    concluded = _CONCLUDED.fullmatch(left)
    names = _names(match["name"], context)
    if not concluded or not names or not _is_partner(kind, dates, match, concluded, context):
        return
    known = any(party.known and party.name == names[-1] for party in context.parties(names[-1]))
    signed = dates[0].edtf if dates else ""
    found = Found("partner_stands_on_line", 0.9 if known and kind else 0.8, names, kind, signed)
    yield from agreement(found, context, block)


def _by_labels(block: Block, context: Context) -> Iterator[Agreement]:
    """Partners with their years on lines that look like those of a record: `Florence: 1964`, `Xi'an: 1985`."""
    kind, _ = _kind_above(context)
    for cell in block.cells if kind in _BONDS else ():
        for label, _, told in (part.partition(":") for part in f"{cell.header}:{cell.text}".split(";")):
            dates, party = context.dates(told.strip()), next(iter(context.parties(label.strip())), None)
            if dates and not dates[0].start and party and party.known and not party.own and party.name == label.strip():
                found = Found("partner_stands_on_line", 0.9, [context.home or "", party.name], kind, dates[0].edtf)
                yield from agreement(found, context, context.with_label(cell))


def _is_told_below(context: Context) -> bool:
    """Whether the next line says what ties the partner to the city: Sister city since 1983."""
    below = context.blocks[context.index + 1 : context.index + 2]
    if not below or below[0].kind is BlockKind.HEADING:
        return False
    return bool(not below[0].cells and _KIND_BELOW.match(below[0].text))


def _lead(text: str, context: Context) -> tuple[list[Dated], str]:
    """The date that a line begins with, as in a chronology, and the line without it: 1979 Osaka, Japan."""
    first = context.dates(text)[:1] if text[:1].isdigit() else []
    if not first or first[0].start > 0:
        return [], text
    return first, text[first[0].end :].lstrip(" \t:：–—-").rstrip(".。 ")


def _names(written: str, context: Context) -> list[str]:
    """Both parties of a pair (神戸港とシアトル港), else the own city and the partner."""
    pair = _PAIR.split(written.strip())
    if len(pair) == 2 and all(len(name) > 1 for name in pair):
        return pair
    whole = counterpart_name(_without_region(written.strip()), context)
    return [] if _NO_NAME.search(whole) or _SENTENCE.search(whole) or kind_of(whole) else [context.home or "", whole]


def _without_region(written: str) -> str:
    """A name without the region and country that stand behind it, parted by a space: 宮古島市　沖縄県."""
    name, *rest = re.split(r"[\s\u3000]+", written)
    behind = all(country_code(part) or part[-1] in "県縣州省道府" for part in rest if part)
    return name if rest and behind and not name.isascii() else written


def _is_partner(
    kind: str,
    dates: Sequence[Dated],
    match: re.Match[str],
    concluded: re.Match[str],
    context: Context,
) -> bool:
    """Whether heading and line together make a bond: a kind, and a day, a country or a name that the atlas knows."""
    country = country_code(match["country"].strip()) if match["country"] else ""
    if match["country"] and not country and match["name"].isascii() and not concluded["verb"]:
        return any(party.known and not party.own for party in context.parties(match["name"])) and bool(dates and kind)
    if kind in _PAIRED:
        return bool(dates) and len(_PAIR.split(match["name"].strip())) == 2
    if kind not in _BONDS:
        # 親善協力都市: no kind of the list, but the line says that it was concluded.
        return bool(dates and concluded["verb"])
    if dates:
        return True
    return bool(country) or any(
        party.known and party.kind is PartyKind.CITY and not party.own and party.name == match["name"].strip()
        for party in context.parties(match["name"].strip())
    )
