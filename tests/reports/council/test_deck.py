"""What the slides say."""

import datetime as dt

import pytest

from hansa.register.documents import path_of
from hansa.register.models import Agreement, Exchange, Office
from hansa.reports.blocks import Language
from hansa.reports.council.arranging import arrange
from hansa.reports.council.canvas import OURS
from hansa.reports.council.deck import deck_of
from hansa.reports.council.outline import from_register
from hansa.reports.council.period import Period
from hansa.reports.council.slides import Bullets, Deck, Map, Numbers, PictureBox, Slide
from tests.factories import make_agreement, make_exchange, make_party
from tests.pictures import jpeg, keep_picture
from tests.reports.council.conftest import PERIOD
from tests.reports.council.decks import overflowing


def deck(office: Office, language: Language = "zh-hant", period: Period = PERIOD) -> Deck:
    return deck_of(from_register(period, office, session="第七次定期大會", reporter="林小明"), language)


def slide(deck: Deck, title: str) -> Slide:
    return next(one for one in deck.slides if one.layout == "content" and one.title == title)


def words(one: Slide) -> list[tuple[str, tuple[str, ...]]]:
    return [(point.words, point.lines) for block in one.blocks if isinstance(block, Bullets) for point in block.points]


def test_slides_follow_the_departments_order(office: Office) -> None:
    told = deck(office)

    assert [one.title for one in told.slides if one.layout == "section"] == [
        "拓展城市外交", "國際城市締盟與合作", "國際交流", "本處各項業務",
    ]  # fmt: skip
    assert (told.slides[0].title, told.slides[0].lines) == (
        "國際事務處業務報告",
        ("第七次定期大會", "報告期間：114年7月至115年3月", "報告人：林小明"),
    )
    assert (told.slides[-1].title, told.slides[-1].lines) == ("報告完畢", ("敬請指教",))


def test_partner_has_a_slide_with_what_was_signed_and_what_happened(office: Office) -> None:
    assert words(slide(deck(office), "高雄市 × 波蘭 格丁尼亞市")) == [
        ("姊妹市協定｜2025年9月｜格丁尼亞", ("簽署：羅達生副市長", "合作領域：教育、港口")),
        ("兩市學生交流", ("2025年11月5日｜格丁尼亞市",)),
    ]


def test_parties_of_a_memorandum_are_joined_by_a_cross(office: Office) -> None:
    [(title, _lines)] = words(slide(deck(office), "簽署合作備忘錄及其他協定"))

    assert title == "高雄市 × 日本 熊本縣 × 美國 亞利桑那州"


def test_visitors_are_told_by_period_with_the_count_of_the_register(office: Office) -> None:
    visitors = slide(deck(office), "國際訪賓")

    numbers = [block for block in visitors.blocks if isinstance(block, Numbers)]
    assert [(block.heading, [f"{one.value} {one.unit}" for one in block.numbers]) for block in numbers] == [
        ("2025年1月至12月", ["43 國", "121 場", "1,420 人次"]),
        ("2026年1月至3月", ["15 國", "33 場", "315 人次"]),
    ]
    assert words(visitors) == [("本期登錄紀錄計得 1 國、1 場次、12 人次", ())]
    assert visitors.notes[-1].startswith("公布數係文件所載")


def test_notes_hold_the_sources(office: Office) -> None:
    signed = Agreement.objects.get(signed="2025-09")
    notes = slide(deck(office), "高雄市 × 波蘭 格丁尼亞市").notes

    assert notes[:2] == (
        "資料來源",
        f"{signed.ref}：《議會業務報告》第1頁「羅達生副市長2025年9月於格丁尼亞簽署姊妹市協定」",
    )
    assert notes[2] == f"{Exchange.objects.get(title='兩市學生交流').ref}：登錄紀錄，未附文件"


def test_slides_in_english_are_in_english(office: Office) -> None:
    told = deck(office, "en")

    assert [one.title for one in told.slides if one.layout == "section"] == [
        "City diplomacy", "Partners and agreements", "Exchanges", "The department's other work",
    ]  # fmt: skip
    assert words(slide(told, "Kaohsiung × Gdynia, Poland"))[1] == (
        "Education exchange with Gdynia",
        ("5 November 2025",),
    )
    assert [one.label for one in slide(told, "Consumer protection").blocks[0].numbers][:1] == ["Consumer enquiries"]  # type: ignore[union-attr]


def test_map_names_whom_was_signed_with(office: Office) -> None:
    [drawn] = slide(deck(office), "城市外交版圖").blocks

    assert isinstance(drawn, Map)
    assert (drawn.partners, drawn.others) == (frozenset({"PL", "JP", "US"}), frozenset({"GU"}))
    assert [spot.label for spot in drawn.spots] == ["格丁尼亞市", "熊本縣", "亞利桑那州", ""]


def test_period_without_data_says_so(office: Office) -> None:
    told = deck(office, period=Period(dt.date(1950, 1, 1), dt.date(1950, 12, 31)))

    assert [one.layout for one in told.slides] == ["cover", "content", "closing"]
    assert words(told.slides[1]) == [("報告期間登錄資料中無相關紀錄。", ())]


def test_picture_stands_beside_with_its_credit(office: Office) -> None:
    keep_picture(Agreement.objects.get(signed="2025-09"), credit="新聞局")

    aside = slide(deck(office), "高雄市 × 波蘭 格丁尼亞市").aside
    assert isinstance(aside, PictureBox)
    assert aside.caption == "簽署儀式（照片：新聞局）"


@pytest.mark.parametrize("content", [None, jpeg((800, 600))[:900]])
def test_broken_picture_is_left_out_with_a_word(office: Office, content: bytes | None) -> None:
    picture = keep_picture(Agreement.objects.get(signed="2025-09"), content or b"gone")
    if content is None:
        path_of(picture.sha256).unlink()

    told = deck(office)

    assert slide(told, "高雄市 × 波蘭 格丁尼亞市").aside is None
    assert told.remarks == (f"照片「簽署儀式」（{picture.ref}）檔案無法開啟，未列入",)
    assert told.remarks[0] in slide(told, "高雄市 × 波蘭 格丁尼亞市").notes


@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_five_hundred_partners_fit(office: Office, language: Language) -> None:
    for number in range(500):
        make_agreement(office.home, make_party(f"城市{number}", country="FR"), signed="2025-10-10")

    told = deck(office, language)

    assert list(overflowing(arrange(told, OURS))) == []
    title = "國際城市締盟" if language == "zh-hant" else "New partner cities"
    points = words(slide(told, title))
    assert len(points) == 161
    assert points[-1][0] in ("另有 341 項，詳見登錄系統", "341 more in the register")


@pytest.mark.parametrize("name", ["長" * 300, "Llanfair" * 37, "القاهرة الكبرى", "תל אביב", "a\x00b\u202e\n c"])
def test_names_of_any_length_and_direction_fit(office: Office, name: str) -> None:
    party = make_party(name.replace("\x00", ""), country="EG", latitude=30.0, longitude=31.2)
    make_agreement(office.home, party, signed="2025-10-10", title=name.replace("\x00", "")[:300])
    make_exchange(party, date="2025-12-03", title="", home=office.home)

    assert list(overflowing(arrange(deck(office), OURS))) == []
