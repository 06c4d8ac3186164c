"""The map of the world."""

import io

import pytest
from PIL import Image

from hansa.reports.council.canvas import COLOURS, Box
from hansa.reports.council.placed import Panel, TextBox
from hansa.reports.council.slides import Map, Spot
from hansa.reports.council.worldmap import draw, labels

ROOM = Box(48, 116, 864, 362)
HOME = Spot(22.6, 120.3, "高雄市")
PLACES = {
    "TW": (23.7, 121.0),
    "PL": (52.0, 19.0),
    "US": (40.0, -100.0),
    "BR": (-10.0, -52.0),
    "AU": (-25.0, 134.0),
    "RU": (62.0, 100.0),
}


def a_map(*spots: Spot, partners: frozenset[str] = frozenset(), home: Spot = HOME) -> Map:
    return Map(partners, frozenset({"AU"}), spots, ("締盟", "交流"), "地圖", home)


@pytest.mark.parametrize("home", [HOME, Spot(50.1, 8.7, "法蘭克福"), Spot(34.0, -118.2, "洛杉磯")])
@pytest.mark.parametrize("code", PLACES)
def test_place_lies_in_its_own_country(code: str, home: Spot) -> None:
    drawing = draw(a_map(partners=frozenset({code}), home=home), ROOM)
    x, y = drawing.spot(Spot(*PLACES[code]))
    image = Image.open(io.BytesIO(drawing.png)).convert("RGB")
    scale = image.width / drawing.box.width

    pixel = image.getpixel((int((x - drawing.box.left) * scale), int((y - drawing.box.top) * scale)))

    assert pixel == tuple(bytes.fromhex(COLOURS["teal"]))


def test_map_is_as_large_as_its_room_allows() -> None:
    box = draw(a_map(), ROOM).box

    assert box.width == pytest.approx(ROOM.width) or box.height == pytest.approx(ROOM.height)
    assert box.bottom <= ROOM.bottom + 1


def test_no_name_covers_another() -> None:
    crowd = [Spot(50 + number / 10, 15 + number / 10, f"城市{number}") for number in range(30)]
    drawing = draw(a_map(*crowd), ROOM)

    pieces = [
        one for one in labels(a_map(*crowd), drawing) if isinstance(one, TextBox) and "城市" in one.paragraphs[0].text
    ]
    boxes = [one.box for one in pieces]

    apart = all(
        a.left >= b.left + b.width or b.left >= a.left + a.width or a.top >= b.bottom or b.top >= a.bottom
        for number, a in enumerate(boxes)
        for b in boxes[:number]
    )
    assert boxes
    assert apart


def test_each_place_has_a_dot() -> None:
    spots = (Spot(54.5, 18.5, "格丁尼亞市"), Spot(13.4, 144.7))
    drawing = draw(a_map(*spots), ROOM)

    dots = [one for one in labels(a_map(*spots), drawing) if isinstance(one, Panel) and one.round]
    assert [one.tone for one in dots] == ["navy", "ochre", "ochre"]
