"""Paragraphs of a PPTX, written as XML: one by one through python-pptx they take ten times as long."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from hansa.reports.blocks import Language
from hansa.reports.council.canvas import Tone
from hansa.reports.council.fitting import LINE
from hansa.reports.council.placed import UNIT_SHARE, Para, TextBox
from hansa.reports.render.text import isolated

# Colours are those of the theme, so that an office's template brings its own.
SCHEME: dict[Tone, str] = {
    "ink": "tx1",
    "navy": "tx2",
    "teal": "accent1",
    "ochre": "accent2",
    "sky": "accent3",
    "grey": "accent5",
    "mist": "bg2",
    "paper": "bg1",
}
_LANGUAGES: dict[Language, str] = {"zh-hant": 'lang="zh-TW" altLang="en-US"', "en": 'lang="en-US" altLang="zh-TW"'}
_ALIGNS = {"left": "l", "center": "ctr", "right": "r"}
_MARK, _HANG = "▪", Pt(18)
_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


def paragraphs(piece: TextBox, language: Language, *, coloured: bool = True) -> list[etree._Element]:
    """The paragraphs of a text, each with lines of a fixed height, so that it takes the room that was measured.

    Without colours of their own they have those of their placeholder.
    """
    written = (
        _paragraph(para, piece, _Look(language, coloured), before=para.before if number else 0)
        for number, para in enumerate(piece.paragraphs)
    )
    return list(parse_xml(f"<p:txBody {nsdecls('p', 'a')}>{''.join(written)}</p:txBody>"))


@dataclass(frozen=True)
class _Look:
    """What all paragraphs of a text share."""

    language: Language
    coloured: bool


def _paragraph(para: Para, piece: TextBox, look: _Look, before: float) -> str:
    hang = -_HANG if para.bullet else 0
    mark = (
        f'<a:buClr><a:schemeClr val="{SCHEME["ochre"]}"/></a:buClr><a:buSzPct val="100000"/>'
        f'<a:buFont typeface="Arial"/><a:buChar char="{_MARK}"/>'
        if para.bullet
        else "<a:buNone/>"
    )
    properties = (
        f'<a:pPr marL="{Pt(para.indent)}" indent="{hang}" algn="{_ALIGNS[piece.align]}">'
        f"<a:lnSpc>{_points(para.size * LINE)}</a:lnSpc><a:spcBef>{_points(before)}</a:spcBef>"
        f"<a:spcAft>{_points(0)}</a:spcAft>{mark}</a:pPr>"
    )
    inside = _inside(para.text, round(para.size * 100), para, look)
    if piece.role == "number":
        # The number follows when slides are moved.
        return f'<a:p>{properties}<a:fld id="{_NUMBER}" type="slidenum">{inside}</a:fld></a:p>'
    unit = round(para.size * UNIT_SHARE * 100)
    small = f"<a:r>{_inside(f' {para.unit}', unit, para, look)}</a:r>" if para.unit else ""
    return f"<a:p>{properties}<a:r>{inside}</a:r>{small}</a:p>"


def _points(points: float) -> str:
    return f'<a:spcPts val="{round(points * 100)}"/>'


def _inside(text: str, hundredths: int, para: Para, look: _Look) -> str:
    """Words of one look; letters come from the theme, which names a font for Chinese."""
    fill = f'<a:solidFill><a:schemeClr val="{SCHEME[para.tone]}"/></a:solidFill>' if look.coloured else ""
    return (
        f'<a:rPr {_LANGUAGES[look.language]} sz="{hundredths}" b="{int(para.bold)}" dirty="0">{fill}</a:rPr>'
        f"<a:t>{escape(isolated(text))}</a:t>"
    )
