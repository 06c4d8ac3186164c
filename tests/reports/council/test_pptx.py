"""Slides as PPTX, opened again."""

import io
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from hansa.register.models import Agreement, Office
from hansa.reports.blocks import Language
from hansa.reports.council.arranging import arrange
from hansa.reports.council.canvas import LAYOUTS, OURS
from hansa.reports.council.deck import deck_of
from hansa.reports.council.outline import from_register
from hansa.reports.council.pptx import TEMPLATE, render, render_in
from hansa.reports.council.slides import Bullet, Bullets, Deck
from hansa.reports.render.text import isolated
from tests.pictures import keep_picture
from tests.reports.council.conftest import PERIOD
from tests.reports.council.decks import deck_with

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def told(office: Office, language: Language = "zh-hant") -> Deck:
    return deck_of(from_register(PERIOD, office), language)


def opened(deck: Deck) -> Any:
    return Presentation(io.BytesIO(render(arrange(deck, OURS))))


def slide(made: Any, title: str) -> Any:
    return next(one for one in made.slides if one.shapes.title.text_frame.text == title)


def test_titles_and_bodies_stand_in_their_placeholders(office: Office) -> None:
    made = opened(told(office))

    assert all(one.shapes.title.text_frame.text for one in made.slides)
    partner = slide(made, "高雄市 × 波蘭 格丁尼亞市")
    assert [one.placeholder_format.type for one in partner.placeholders] == [
        PP_PLACEHOLDER.TITLE,
        PP_PLACEHOLDER.OBJECT,
    ]
    assert partner.placeholders[1].text_frame.paragraphs[0].text == "姊妹市協定｜2025年9月｜格丁尼亞"


def test_title_is_read_first_and_the_number_last(office: Office) -> None:
    partner = slide(opened(told(office)), "高雄市 × 波蘭 格丁尼亞市")

    assert partner.shapes[0] == partner.shapes.title
    assert partner.shapes[-1]._element.find(f".//{A}fld").get("type") == "slidenum"


def test_charts_can_be_edited(office: Office) -> None:
    [chart] = [one.chart for one in slide(opened(told(office)), "國際訪賓").shapes if one.has_chart]

    assert next(iter(chart.plots[0].categories)) == "114/7"
    assert [series.name for series in chart.plots[0].series] == ["來訪", "出訪"]
    assert chart.part.chart_workbook.xlsx_part is not None


def test_pictures_charts_and_maps_say_what_they_show(office: Office) -> None:
    keep_picture(Agreement.objects.get(signed="2025-09"))
    made = opened(told(office))

    told_of = [
        shape._element.find(".//{*}cNvPr").get("descr")
        for one in made.slides
        for shape in one.shapes
        if shape.shape_type is not None and (shape.has_chart or hasattr(shape, "image"))
    ]
    assert [words.split("：")[0] for words in told_of] == [
        "城市外交版圖", "長條圖「各月訪問場次（登錄紀錄）」", "長條圖「交流對象國家」", "簽署儀式",
    ]  # fmt: skip


def test_notes_hold_the_sources(office: Office) -> None:
    notes = slide(opened(told(office)), "高雄市 × 波蘭 格丁尼亞市").notes_slide.notes_text_frame.text

    assert "《議會業務報告》第1頁「羅達生副市長2025年9月於格丁尼亞簽署姊妹市協定」" in notes


def test_chinese_has_a_font_and_its_language() -> None:
    made = opened(deck_with(Bullets((Bullet("締盟"),))))
    theme = next(rel.target_part for rel in made.slide_master.part.rels.values() if rel.reltype.endswith("/theme"))

    assert b'<a:ea typeface="Microsoft JhengHei"/>' in theme.blob
    assert {run.get("lang") for one in made.slides for run in one._element.iter(f"{A}rPr")} == {"zh-TW"}


def test_our_template_has_its_places_where_ours_are() -> None:
    layouts: dict[str, Any] = {layout.name: layout for layout in Presentation(str(TEMPLATE)).slide_layouts}

    for name, (ours, *_) in LAYOUTS.items():
        title = next(one for one in layouts[ours].placeholders if one.placeholder_format.idx == 0)
        box = OURS.titles[name]
        assert (title.left.pt, title.top.pt, title.width.pt, title.height.pt) == (
            box.left,
            box.top,
            box.width,
            box.height,
        )


def foreign(**names: str) -> bytes:
    """A template of another size, its layouts renamed, with a field in its master."""
    made = Presentation()
    for layout in made.slide_layouts:
        layout.name = names.get(layout.name.replace(" ", "_"), layout.name)
    made.slide_master.placeholders[0].text_frame.text = "{{ title }}"
    made.slides.add_slide(made.slide_layouts[0])
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def test_offices_template_gives_its_layouts_by_their_names(office: Office) -> None:
    template = foreign(Title_and_Content="標題及物件", Title_Slide="封面")

    made: Any = Presentation(io.BytesIO(render_in(told(office), template)))

    assert made.slide_width == Presentation().slide_width
    assert [one.slide_layout.name for one in made.slides][:3] == ["封面", "標題及物件", "Section Header"]
    assert made.slide_master.placeholders[0].text_frame.text == "國際事務處業務報告"


def test_unknown_layouts_are_found_by_their_placeholders(office: Office) -> None:
    names = ("Title_Slide", "Section_Header", "Title_and_Content", "Title_Only")
    template = foreign(**{name: f"甲{number}" for number, name in enumerate(names)})

    made: Any = Presentation(io.BytesIO(render_in(told(office), template)))

    assert all(one.shapes.title.text_frame.text for one in made.slides)


@pytest.mark.parametrize("text", ["<&>\"'", "\u200f\u05d0", "𠮷野家", "👍🏽"])
def test_any_text_is_written(text: str) -> None:
    made = opened(deck_with(Bullets((Bullet(text),)), title=text))

    assert made.slides[1].shapes.title.text_frame.text == isolated(text)
