"""The styles of an OpenDocument text: its page, its headings with their numbers, its lists, its foot."""

from pathlib import Path
from string import Template

from hansa.reports.blocks import Language, Paper
from hansa.reports.render.opendocument import words
from hansa.reports.render.phrases import PHRASES

_STYLES = Path(__file__).with_name("odt_styles.xml")
# What ODF calls the numerals of Taiwan's outlines, as LibreOffice and Word write them, with what stands around them.
_FORMAL, _PLAIN = "壹, 貳, 參, ...", "一, 二, 三, ..."
_OUTLINE = {
    "zh-hant": (("", _FORMAL, "、", 1), ("", _PLAIN, "、", 1), ("（", _PLAIN, "）", 1)),
    "en": (("", "1", ".", 1), ("", "1", "", 2), ("", "1", "", 3)),
}
_ITEMS = {"zh-hant": (("", "1", "."), ("（", "1", "）")), "en": (("(", "1", ")"), ("(", "a", ")"))}
_LABEL = (
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="{after}" fo:text-indent="-{hang}cm" '
    '{stop}fo:margin-left="{left}cm"/></style:list-level-properties>'
)
_HANG, _LEFT = (1.1, 1.4), (1.1, 2.5)  # cm: room for the number of an item, and where its words begin
_LONG, _SHORT, _MARGIN = 29.7, 21.0, 2.0  # cm


def _outline(language: Language) -> str:
    after = "space" if language == "en" else "nothing"
    return "".join(
        f'<text:outline-level-style text:level="{level}" style:num-prefix="{prefix}" style:num-suffix="{suffix}" '
        f'style:num-format="{form}" text:display-levels="{shown}">'
        f"{_LABEL.format(after=after, hang=0, left=0, stop='')}</text:outline-level-style>"
        for level, (prefix, form, suffix, shown) in enumerate(_OUTLINE[language], 1)
    )


def _items_style(language: Language) -> str:
    return "".join(
        f'<text:list-level-style-number text:level="{level}" style:num-prefix="{prefix}" style:num-suffix="{suffix}" '
        f'style:num-format="{form}">'
        + _LABEL.format(after="listtab", hang=hang, left=left, stop=f'text:list-tab-stop-position="{left}cm" ')
        + "</text:list-level-style-number>"
        for level, ((prefix, form, suffix), hang, left) in enumerate(
            zip(_ITEMS[language], _HANG, _LEFT, strict=True), 1
        )
    )


def page_width(paper: Paper) -> float:
    """The width of the text in centimetres."""
    return (_LONG if paper.landscape else _SHORT) - 2 * _MARGIN


def styles(paper: Paper) -> str:
    """The styles of a paper, its page with its foot among them."""
    before, between, after = PHRASES[paper.language].pages
    width, height = (_LONG, _SHORT) if paper.landscape else (_SHORT, _LONG)
    return Template(_STYLES.read_text(encoding="utf-8")).substitute(
        outline=_outline(paper.language),
        items=_items_style(paper.language),
        notes_title=words(paper.notes_title),
        before=words(before),
        between=words(between),
        after=words(after),
        width=width,
        height=height,
        orientation="landscape" if paper.landscape else "portrait",
        align="start" if paper.language == "en" else "justify",
        first_stop=page_width(paper),
        second_stop=page_width(paper) - 0.8,
    )
