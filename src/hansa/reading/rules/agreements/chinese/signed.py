"""Agreements told in Chinese prose: 陳其邁市長與熊本縣木村敬知事簽署「經濟交流備忘錄」."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from hansa.facts import Agreement
from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.building import LATE, Found, agreement
from hansa.reading.rules.agreements.chinese.signers import Signers, signers
from hansa.reading.rules.agreements.kinds import Instrument, instruments
from hansa.reading.rules.agreements.subjects import goes_on, subjects_of_title, subjects_zh
from hansa.reading.rules.modality import states
from hansa.reading.sentence import Sentence
from hansa.reading.values.dates import find_anniversaries
from hansa.reading.values.names import PartyKind
from hansa.reading.values.people import Person

GATE = regex(r"簽|締|結|建立|訂|發表|通過|升格|成為|互為|換文|調印|提携")
_VERB = regex(
    # Most characters begin none of them, which one look at them tells.
    r"(?=[簽換締結另再續新訂成互調升建發通])(?:簽署|簽訂|簽定|簽立|簽下|簽過|簽有|簽妥|簽成|簽竣|簽就|簽得|(?<!當[年初時])簽約|換約|換文|締結|締下"
    r"|結下(?=.{0,10}(?:協定|盟約|約定|備忘錄|姊妹|姐妹))|締盟(?!紀念|儀式|簽署|城市|總數|數|概況|情形|關係|對象|一覽|業務|國家|單位|市|成果|後|以來|迄今|案|事宜|程序)|締約(?!方)|[另再續新]結(?=.{0,2}(?:[姊姐姉]妹|友好))|結為|締為|結成|訂立|訂有|簽於(?=[\s\d民])|訂下"
    r"|訂定(?=.{0,12}(?:協定|備忘錄|盟約|約定))|(?:成|互)為(?=.{0,8}(?:[姊姐姉]妹|友好[城都市縣港鄉鎮區町]|夥伴[城市]|友城))|調印|升格為"
    r"|(?<![之的])結盟(?!城市|關係|後)|簽(?=[）)])"
    r"|簽(?=[^署訂定立下過有約證名到收呈核妥成竣就得].{0,16}(?:協定|協議|備忘錄|意向書|宣言|盟約|約定))"
    r"|建立(?=.{0,4}(?:姊妹|姐妹|友好城市|友好關係|夥伴))|(?:發表|通過)(?=.{0,14}(?:宣言|公約|聲明)))"
)
# No sentence of prose has more; what has is a list or a table in one line, of which each verb would be asked for all.
_MOST_VERBS = 24
_BARE = regex(r"締|結盟|簽約|換約")
_CARRIES = regex(r"當場|並|隨後|席間|現場|此行|兩市|雙方|會後|三方|當天|正式|終|同步|期間")
_COUNT = regex(r"\s*(?:\d+|[一二三四五六七八九十兩多數]+)\s*(?:份|項|個|座|件|案)|總數|數量")
_SEVERAL = regex(r"(?:[6-9]|\d{2,}|[六七八九十]+|數十|多)\s*(?:份|項|個|件)[^，。；]{0,8}$")
_COUNTED = 20
# 年底簽正式協議, in a remark: an agreement of which the row tells.
_ANY = ("協議", "協定")
_EACH = regex(r"\s*各[一1]\s*份")
_QUOTE_NEAR = regex(r"\s*(?:中|國|韓|日|美|台|臺|市|兩|該|及|與|的|了|過|[\u3400-\u9fff]){0,8}[「『《]")
# 換文，「友好交流協定」即日生效
_QUOTED_BEHIND = regex(
    r"，(?P<title>[「『《][^「」『』《》]{2,40}[」』》])(?:自?即日|正式|隨即|就此|於焉|當場)?(?:起)?(?:生效|成立|定案|完成|誕生)"
)
_PLACE = regex(r"(?:於|在|假)(?P<place>[^\W與和]{2,20}?)(?=簽|締|共同|舉行|見證|落款|完成|，|正式|進行|代表)")
_MET_AT = regex(r"[於在](?P<place>[^\W與和\d年月日]{2,12}?)(?:會見|會晤|接見|迎接|拜會|接待|設宴)")
_GOING = regex(r"(?:前往|飛往|飛抵|赴|抵達?|轉抵|轉赴|遠赴|親赴)(?:[\u3400-\u9fff]{2,7})?$")
# 締盟，是為姊妹市之始
_SO = regex("，?(?:是為|即為|此為|此即)")
_WITNESS = regex(r"見證")
_REGARDING = regex("就(?![與和跟])")
_SAYS = regex(r"表示|說|指出|認為|提到|強調|回應|期盼|盼|致詞|致辭")


def signings(
    sentence: Sentence, at: int, context: Context, taken: Sequence[tuple[int, int]] = ()
) -> Iterator[Agreement]:
    """What parties sign or conclude in the sentence, but for the parts of it that are `taken` as telling a tie."""
    if not GATE.search(sentence.text):
        return
    reached = 0
    used: set[int] = set()
    told: set[str] = set()
    for verb in islice(_VERB.finditer(sentence.text), _MOST_VERBS):
        if any(start <= verb.start() < end for start, end in taken):
            continue
        signed = [
            item
            for item in _instruments(sentence, verb)
            if item.start not in used and not any(start <= item.start < end for start, end in taken)
        ]
        used.update(item.start for item in signed)
        if not signed and (
            taken
            or not _BARE.match(verb[0])
            or told
            or not (context.block.headings or _SO.match(sentence.text, verb.end()))
        ):
            continue
        if not states(sentence, verb.start(), verb.end()):
            continue
        end = max(verb.end(), *(item.end for item in signed)) if signed else verb.end()
        signed = [item for item in signed if not context.block.cells or item.title not in _ANY]
        for item in signed or [_from_above(context, sentence, verb)]:
            for parties in signers(sentence, at, context, verb, item, reached):
                told.add(item.kind)
                yield from _one(sentence, at, context, verb, item, parties, reached, end)
        reached = end


def _instruments(sentence: Sentence, verb: re.Match[str]) -> list[Instrument]:
    """What is signed: named after the verb in its clause, or in quotation marks beyond it, else before the verb."""
    start, end = sentence.clause(verb.start())
    reach = sentence.text.find("」", verb.end()) + 1 if _QUOTE_NEAR.match(sentence.text, verb.end()) else end
    after = instruments(sentence.text, verb.end(), max(reach, end))
    # 簽署十三份合作備忘錄 is a number of agreements and not one of them.
    after = [
        item for item in after if not _SEVERAL.search(sentence.text, max(verb.end(), item.start - _COUNTED), item.start)
    ]
    after = [
        item for item in after if not _COUNT.match(sentence.text, item.end) or _EACH.match(sentence.text, item.end)
    ]
    if not after:
        quoted = _QUOTED_BEHIND.match(sentence.text, verb.end())
        before = instruments(sentence.text, start, verb.start())[-1:]
        return before or (instruments(sentence.text, quoted.start("title"), quoted.end()) if quoted else [])
    joined = [after[0]]
    for item in after[1:]:
        between = sentence.text[joined[-1].end : item.start]
        if not re.fullmatch(r"\s*(?:及|、|與|和|以及)\s*", between) or not item.title:
            break
        joined.append(item)
    return joined


def _from_above(context: Context, sentence: Sentence, verb: re.Match[str]) -> Instrument:
    """The kind of bond from the words around, or from the headings, where the sentence says only 締盟."""
    for words in (sentence.text, *reversed(context.block.headings)):
        named = instruments(words)
        if named:
            return Instrument(verb.start(), verb.end(), named[0].kind)
    return Instrument(verb.start(), verb.end(), "")


def _one(
    sentence: Sentence,
    at: int,
    context: Context,
    verb: re.Match[str],
    item: Instrument,
    parties: Signers,
    floor: int,
    end: int,
) -> Iterator[Agreement]:
    score = (0.92 if parties.known and len(parties.names) > 1 else 0.8) if parties.sure and item.kind else 0.6
    found = Found(
        rule="agreement_is_signed",
        score=score,
        parties=_bodies(parties, item),
        kind=_kind(parties, item),
        signed=_signed(sentence, at, context, verb, floor),
        title=item.title,
        subjects=_subjects(sentence, at, context, verb, end) or subjects_of_title(item.title, item.kind),
        signatories=_signatories(sentence, verb, floor, end),
        place=_place(sentence, verb),
    )
    start = regex(r"[，、：:\s]*").match(sentence.text, floor)
    stop = min(len(sentence.text), sentence.clause(end - 1)[1])
    yield from agreement(found, context, sentence.stretch, start.end() if start else floor, stop)


def _subjects(sentence: Sentence, at: int, context: Context, verb: re.Match[str], end: int) -> list[str]:
    """The fields of cooperation: after the signing, before it (就觀光及農業簽署), or in the sentence that goes on."""
    rest = sentence.text[end:]
    before = sentence.text[sentence.clause(verb.start())[0] : verb.end()]
    listed = (
        subjects_zh(rest) or _colon_list(rest) or (subjects_zh(before, one=True) if _REGARDING.search(before) else [])
    )
    said = context.sentences()
    following = said[at + 1].text if at + 1 < len(said) else ""
    return listed or (subjects_zh(following) if goes_on(following) else [])


def _kind(parties: Signers, item: Instrument) -> str:
    """The kind by the words, but ports that sign are sister ports, and councils' pacts are none of cities."""
    if parties.kinds == {PartyKind.PORT}:
        return "sister_port"
    if PartyKind.COUNCIL in parties.kinds and item.kind in ("sister_city", "friendship_city", "partnership"):
        return "other"
    if item.kind == "sister_city" and PartyKind.SCHOOL in parties.kinds:
        return "sister_school"
    return item.kind


def _bodies(parties: Signers, item: Instrument) -> Sequence[str]:
    if PartyKind.COUNCIL in parties.kinds and "兩議會" in item.title:
        return [name if name.endswith("會") else f"{name}議會" for name in parties.names]
    return parties.names


def _colon_list(rest: str) -> list[str]:
    """The fields after a colon: 簽署友好交流備忘錄：經貿、科技、教育."""
    match = re.match(r"[」』》]?[：:]\s*(?P<list>[\u3400-\u9fff、及與和]{3,60})$", rest)
    parts = re.split(r"[、及與和]", match["list"]) if match else []
    return [part for part in parts if part] if len(parts) > 1 else []


def _signatories(sentence: Sentence, verb: re.Match[str], floor: int, end: int) -> list[Person]:
    """The people named up to the signing, or beside a second word for it; who only looked on is left out."""
    last = max((match.end() for match in re.finditer(r"落款|簽約|簽署|代表簽", sentence.text)), default=end)
    people = []
    for person in sentence.people:
        if not floor <= person.start < max(verb.start(), last):
            continue
        start, stop = sentence.clause(person.start)
        if _SAYS.match(sentence.text, person.end):
            continue
        witness = _WITNESS.search(sentence.text, start, stop)
        if not witness or (witness.start() < person.start and start <= verb.start() < stop):
            people.append(person)
    return people


def _signed(sentence: Sentence, at: int, context: Context, verb: re.Match[str], floor: int) -> str:
    """The date of signing: stated before the verb, else after it in the clause; the year that an anniversary tells."""
    start, end = sentence.clause(verb.start())
    years = next((found.years for found in find_anniversaries(sentence.text) if start <= found.start < end), 0)
    before = [d for d in sentence.dates if d.end <= verb.start() + 1 and (d.start >= floor or not floor)]
    if years and LATE.search(sentence.text):
        # Celebrated later than it should have been: the year of the feast tells nothing.
        return ""
    if years and not (before and sentence.text[before[-1].end : verb.start()].strip() in ("", "起", "即")):
        told = before[-1].point.year if before else context.current_year()
        return str(told - years) if told else ""
    if before:
        return before[-1].edtf
    after = [d for d in sentence.dates if verb.end() <= d.start < end]
    if after:
        return after[0].edtf
    if at and _CARRIES.search(sentence.text[start : verb.start() + 1]):
        earlier = context.sentences()[at - 1].dates
        return earlier[-1].edtf if earlier else ""
    return context.before.edtf if context.before and not at and _CARRIES.match(sentence.text) else ""


def _place(sentence: Sentence, verb: re.Match[str]) -> str:
    start, end = sentence.clause(verb.start())
    match = _PLACE.search(sentence.text, start, end)
    if match and not re.search(r"[年月日]|\d", match["place"]):
        return match["place"].strip()
    met = _MET_AT.search(sentence.text, 0, verb.start())
    if met:
        return met["place"]
    # 前往岐阜縣飛驒市，與市長簽約
    going = [party for party in sentence.cities if _GOING.search(sentence.text, 0, party.start) and party.end < start]
    return going[-1].name if going else ""
