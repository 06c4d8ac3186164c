"""An office's own PPTX template: where its layouts have room for titles and bodies, and the fields that it has."""

import io
from collections.abc import Iterable, Mapping
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Pptx
from pptx.slide import SlideLayout
from pptx.util import Length

from hansa.register.templates import FIELD
from hansa.reports.council.canvas import LAYOUTS, OURS, Box, Canvas

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
BODIES = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.SUBTITLE)
_FOOTERS, _NUMBERS = (PP_PLACEHOLDER.FOOTER,), (PP_PLACEHOLDER.SLIDE_NUMBER,)
# A box lower or narrower than this cannot hold what stands in it.
_LEAST = {"titles": (200.0, 28.0), "bodies": (240.0, 160.0)}


def placeholder(of: Any, kinds: Iterable[PP_PLACEHOLDER]) -> Any:
    """The first placeholder of one of these kinds; None where there is none."""
    return next((one for one in of.placeholders if one.placeholder_format.type in kinds), None)


def layout_for(made: Pptx, name: str) -> SlideLayout:
    """The template's layout for a use: by its name, else by its placeholders, else the first that has a title."""
    layouts = list(made.slide_layouts)
    wanted = [known.casefold() for known in LAYOUTS[name]]
    if found := next((one for one in layouts if one.name.strip().casefold() in wanted), None):
        return found
    has_title = [one for one in layouts if placeholder(one, TITLES) is not None]
    with_body = [one for one in has_title if placeholder(one, BODIES) is not None]
    return next(iter(with_body if name != "closing" else has_title), (has_title or layouts)[0])


def canvas_of(template: bytes) -> Canvas:
    """Where titles and bodies stand on the template's slides; where it has no room for them, where ours do."""
    made = Presentation(io.BytesIO(template))
    width, height = _points(made.slide_width), _points(made.slide_height)
    layouts = {name: layout_for(made, name) for name in LAYOUTS}
    ours = _scaled(width, height)
    titles = {name: _box(one, TITLES, _LEAST["titles"]) or ours.titles[name] for name, one in layouts.items()}
    bodies = {name: _box(one, BODIES, (0, 0)) or ours.bodies[name] for name, one in layouts.items()}
    content = _box(layouts["content"], BODIES, _LEAST["bodies"]) or ours.bodies["content"]
    foot = layouts["content"]
    return Canvas(
        width=width,
        height=height,
        titles=titles,
        bodies=bodies | {"content": content},
        footer=_box(foot, _FOOTERS, (0, 0)) or ours.footer,
        number=_box(foot, _NUMBERS, (0, 0)) or ours.number,
    )


def fill_fields(made: Pptx, values: Mapping[str, str]) -> None:
    """Write the values into the fields of the template's masters and layouts: {{ title }}."""
    for master in made.slide_masters:
        for part in (master, *master.slide_layouts):
            for paragraph in part._element.iter(qn("a:p")):
                _fill(list(paragraph.iter(qn("a:t"))), values)


def _fill(runs: list[Any], values: Mapping[str, str]) -> None:
    """A field's letters may be parted among runs: the first takes all of them."""
    text = "".join(run.text or "" for run in runs)
    if FIELD.search(text):
        runs[0].text = FIELD.sub(lambda field: values.get(field[1], ""), text)
        for run in runs[1:]:
            run.text = ""


def _points(length: Length | int | None) -> float:
    return Length(length or 0).pt


def _box(layout: SlideLayout, kinds: Iterable[PP_PLACEHOLDER], least: tuple[float, float]) -> Box | None:
    holder = placeholder(layout, kinds)
    if holder is None or holder.width is None or holder.height is None:
        return None
    box = Box(_points(holder.left), _points(holder.top), _points(holder.width), _points(holder.height))
    return box if box.width >= least[0] and box.height >= least[1] else None


def _scaled(width: float, height: float) -> Canvas:
    """Our own places on slides of another size."""
    across, down = width / OURS.width, height / OURS.height

    def scaled(box: Box) -> Box:
        return Box(box.left * across, box.top * down, box.width * across, box.height * down)

    return Canvas(
        width=width,
        height=height,
        titles={name: scaled(box) for name, box in OURS.titles.items()},
        bodies={name: scaled(box) for name, box in OURS.bodies.items()},
        footer=scaled(OURS.footer),
        number=scaled(OURS.number),
    )
