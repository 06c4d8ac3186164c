"""Make `reports/council/slides.pptx` anew: the 16:9 template of the council's slides, from the places of its canvas.

An office can begin its own template with it: layouts are found by their names, title and body by their placeholders.
"""

import io
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Pt

from hansa.reports.council.canvas import COLOURS, LAYOUTS, OURS, Box, Tone

TEMPLATE = Path(__file__).parents[1] / "src/hansa/reports/council/slides.pptx"
# Windows has these wherever offices write Chinese; elsewhere the machine's own stand in for them.
LATIN, CHINESE = "Arial", "Microsoft JhengHei"
_KEPT = {"cover": "Title Slide", "section": "Section Header", "content": "Title and Content", "closing": "Title Only"}
_TONES: dict[str, Tone] = {
    "dk1": "ink", "lt1": "paper", "dk2": "navy", "lt2": "mist", "accent1": "teal", "accent2": "ochre",
    "accent3": "sky", "accent4": "navy", "accent5": "grey", "accent6": "grey", "hlink": "teal", "folHlink": "grey",
}  # fmt: skip
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NOT_OURS = (PP_PLACEHOLDER.DATE,)
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def _put(shape: Any, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = map(Pt, (box.left, box.top, box.width, box.height))
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True


def _dress(layout: Any, name: str) -> None:
    """Put the placeholders of a layout in their places, take away the others; dark ground but for content."""
    layout.name = LAYOUTS[name][0]
    for holder in list(layout.placeholders):
        kind = holder.placeholder_format.type
        if kind == PP_PLACEHOLDER.SLIDE_NUMBER and name == "content":
            _put(holder, OURS.number)
        elif kind == PP_PLACEHOLDER.FOOTER and name == "content":
            _put(holder, OURS.footer)
        elif kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
            _put(holder, OURS.titles[name])
        elif kind in (PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT):
            _put(holder, OURS.bodies[name])
        else:
            holder._element.getparent().remove(holder._element)
    if name == "content":
        return
    layout.background.fill.solid()
    layout.background.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_2
    title = OURS.titles[name]
    bar = layout.shapes._spTree
    bar.append(_bar(Box(title.left - 26, title.top + 8, 5, title.height - 16)))


def _bar(box: Box) -> Any:
    """A thin upright bar, which says nothing."""
    scratch = Presentation()
    shape = scratch.slides.add_slide(scratch.slide_layouts[6]).shapes.add_shape(
        MSO_SHAPE.RECTANGLE, *map(Pt, (box.left, box.top, box.width, box.height))
    )
    shape.fill.solid()
    shape.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_2
    shape.line.fill.background()
    element = shape._element
    element.remove(element.find(qn("p:style")))
    return element


def _theme(xml: bytes) -> bytes:
    """The theme with our colours and fonts."""
    root = etree.fromstring(xml)
    for colour in root.iter(f"{_A}clrScheme"):
        for one in colour:
            one[:] = [etree.Element(f"{_A}srgbClr", val=COLOURS[_TONES[etree.QName(one).localname]])]
    font: Any
    for font in root.iter(f"{_A}majorFont", f"{_A}minorFont"):
        for script in font.findall(f"{_A}font"):
            font.remove(script)
        for kind, name in (("latin", LATIN), ("ea", CHINESE)):
            font.find(f"{_A}{kind}").set("typeface", name)
        etree.SubElement(font, f"{_A}font", script="Hant", typeface=CHINESE)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def main() -> None:
    """Write the template; the same bytes each time."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(OURS.width), Pt(OURS.height)
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    for name, layout in layouts.items():
        if name not in _KEPT.values():
            deck.slide_layouts.remove(layout)
    for holder in deck.slide_master.placeholders:
        kind = holder.placeholder_format.type
        boxes = {
            PP_PLACEHOLDER.TITLE: OURS.titles["content"],
            PP_PLACEHOLDER.BODY: OURS.bodies["content"],
            PP_PLACEHOLDER.FOOTER: OURS.footer,
            PP_PLACEHOLDER.SLIDE_NUMBER: OURS.number,
            PP_PLACEHOLDER.DATE: Box(OURS.footer.left, OURS.height, 10, 10),
        }
        _put(holder, boxes[kind])
    for layout in layouts.values():
        for look in layout._element.iter(f"{_A}defRPr"):
            look.attrib.pop("cap", "")
    for name, kept in _KEPT.items():
        _dress(layouts[kept], name)
    made = io.BytesIO()
    deck.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(TEMPLATE, "w", zipfile.ZIP_DEFLATED) as template:
        for part in parts.namelist():
            content = parts.read(part)
            if part.startswith("ppt/theme/"):
                content = _theme(content)
            if not part.startswith(("ppt/printerSettings", "docProps/thumbnail")):
                template.writestr(zipfile.ZipInfo(part, _EARLIEST), content)


if __name__ == "__main__":
    main()
