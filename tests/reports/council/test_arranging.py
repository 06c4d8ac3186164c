"""Nothing runs over the edge of a slide, however long or many."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hansa.reports.council.arranging import arrange
from hansa.reports.council.canvas import OURS, Box, Canvas
from hansa.reports.council.placed import TextBox
from hansa.reports.council.slides import Bullet, Bullets, Chart, Number, Numbers
from tests.reports.council.decks import deck_with, overflowing

NARROW = Canvas(
    720,
    540,
    {name: Box(40, 40, 640, 70) for name in OURS.titles},
    {name: Box(40, 130, 640, 330) for name in OURS.bodies},
    Box(40, 500, 400, 20),
    Box(600, 500, 80, 20),
)
POINTS = st.lists(
    st.builds(
        Bullet,
        words=st.text("高雄市姊妹Katowice 國際 交流", min_size=1, max_size=300),
        lines=st.lists(st.text("2025年9月｜Gdynia ", max_size=200), max_size=4).map(tuple),
        strong=st.booleans(),
    ),
    max_size=30,
)
NUMBERS = st.lists(
    st.builds(
        Number,
        value=st.sampled_from(["3", "1,420", "806,487", "139,520,000"]),
        unit=st.sampled_from(["", "國", "人次", "countries"]),
        label=st.text("消費者保護教育宣導 persons", max_size=120),
        aside=st.sampled_from(["", "2025年9月22日至25日"]),
    ),
    min_size=1,
    max_size=30,
)


@settings(max_examples=60)
@given(POINTS, st.integers(1, 2), st.sampled_from([OURS, NARROW]))
def test_points_stay_on_their_slides_and_none_is_lost(points: list[Bullet], columns: int, canvas: Canvas) -> None:
    deck = arrange(deck_with(Bullets(tuple(points), columns)), canvas)

    assert list(overflowing(deck)) == []
    marks = [
        para
        for slide in deck.slides
        for piece in slide.pieces
        if isinstance(piece, TextBox)
        for para in piece.paragraphs
        if para.bullet
    ]
    assert len(marks) == len(points)


@settings(max_examples=60)
@given(NUMBERS, POINTS, st.sampled_from([OURS, NARROW]))
def test_numbers_and_points_stay_on_their_slides(numbers: list[Number], points: list[Bullet], canvas: Canvas) -> None:
    chart = Chart(("9月", "10月"), (("來訪", (1, 2)),), "各月", "長條圖")
    blocks = (Numbers(tuple(numbers), "2025年1月至12月"), Bullets(tuple(points)))

    assert list(overflowing(arrange(deck_with(*blocks), canvas))) == []
    assert list(overflowing(arrange(deck_with(*blocks, aside=chart), canvas))) == []


@given(st.text("締盟城市Administration ", min_size=1, max_size=400))
def test_title_of_any_length_stays_in_its_place(title: str) -> None:
    assert list(overflowing(arrange(deck_with(title=title), OURS))) == []


def test_slide_that_goes_on_says_so_and_keeps_its_notes_once() -> None:
    points = tuple(Bullet("高雄市與國際城市締盟" * 3, ("簽署",), strong=True) for _ in range(12))

    pages = arrange(deck_with(Bullets(points), title="締盟"), OURS).slides[1:]

    assert [page.title for page in pages] == [f"締盟（{number}/{len(pages)}）" for number in range(1, len(pages) + 1)]
    assert [bool(page.notes) for page in pages] == [True, *(False for _ in pages[1:])]


def test_points_are_shared_out_evenly() -> None:
    points = tuple(Bullet(f"第{number}項", ("一", "二"), strong=True) for number in range(5))

    pages = arrange(deck_with(Bullets(points)), OURS).slides[1:]

    shared = [
        sum(para.bullet for piece in page.pieces if isinstance(piece, TextBox) for para in piece.paragraphs)
        for page in pages
    ]
    assert shared == [3, 2]


@pytest.mark.parametrize("number", [1, 4, 11, 12])
def test_figures_of_a_section_stand_on_one_slide(number: int) -> None:
    numbers = tuple(Number("3,485", "件", "消費爭議第一次申訴") for _ in range(number))

    assert len(arrange(deck_with(Numbers(numbers, roomy=True)), OURS).slides) == 2
