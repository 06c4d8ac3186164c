"""A paper in an office's ODT template: its page, its styles, its head and foot, our text."""

import io
import logging
import re
import zipfile

from lxml import etree

from hansa.reports.blocks import Paper
from hansa.reports.render.filling import Slot, fill, mark_blocks, values_of, with_blocks
from hansa.reports.render.odt_body import Body, contents
from hansa.reports.render.odt_styles import styles
from hansa.reports.render.opendocument import NAMESPACES, document, meta

_LOG = logging.getLogger(__name__)
_OFFICE, _STYLE, _TEXT = (f"{{{NAMESPACES[prefix]}}}" for prefix in ("office", "style", "text"))
_FO = f"{{{NAMESPACES['fo']}}}"
_MANIFEST = "META-INF/manifest.xml"
# Styles that an office would give a report; of the others nobody is told.
_EXPECTED = {"Heading_20_1", "Heading_20_2", "Heading_20_3", "Text_20_body"}
_OURS_ALWAYS = {f"{_TEXT}outline-style", f"{_TEXT}notes-configuration"}
_NOTES_PAGE = "Endnote"
_LENGTH = re.compile(r"([\d.]+)(cm|mm|in|pt)")
_IN_CM = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72}
_USUAL_WIDTH = 17.0  # cm
# What an office's file may leave out.
_LEFT_OUT = {"content.xml", "styles.xml", "meta.xml", _MANIFEST, "Thumbnails/thumbnail.png"}


def filled(template: bytes, paper: Paper) -> bytes:
    """The template with its fields filled and the paper's blocks in their place."""
    with zipfile.ZipFile(io.BytesIO(template)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    content, look = (etree.fromstring(parts[name]) for name in ("content.xml", "styles.xml"))
    for root in (content, look):
        for paragraph in root.iter(f"{_TEXT}p", f"{_TEXT}h"):
            fill(_slots(paragraph), values_of(paper))
    paragraphs = (paragraph for text in content.iter(f"{_OFFICE}text") for paragraph in text.findall(f"{_TEXT}p"))
    mark_blocks((paragraph, "".join(map(str, paragraph.itertext()))) for paragraph in paragraphs)
    body = Body(paper, _width(look), contents=False)
    blocks = {"body": body.blocks(), "contents": contents(paper)}
    _merge(look, paper)
    _add_automatic(content, body)
    files = {name: data for name, data in parts.items() if name not in _LEFT_OUT}
    files["content.xml"] = with_blocks(content, blocks, NAMESPACES).encode()
    files["styles.xml"] = etree.tostring(look, xml_declaration=True, encoding="UTF-8")
    files["meta.xml"] = document("meta", meta(paper.title, paper.publisher, paper.language)).encode()
    files |= {path: data for path, (data, _) in body.pictures.items()}
    files[_MANIFEST] = _manifest(parts[_MANIFEST], body)
    return _zipped(files)


def _slots(paragraph: etree._Element) -> list[Slot]:
    slots: list[Slot] = [(paragraph, "text")]
    for element in paragraph.iterdescendants():
        slots += [(element, "text"), (element, "tail")]
    return slots


def _width(look: etree._Element) -> float:
    """The width of the text on the template's first page, in centimetres."""
    layout = next(look.iter(f"{_STYLE}page-layout-properties"), None)
    if layout is None:
        return _USUAL_WIDTH
    around = layout.get(f"{_FO}margin", "2cm")
    sides = (layout.get(f"{_FO}margin-{side}", around) for side in ("left", "right"))
    return _cm(layout.get(f"{_FO}page-width", "21cm")) - sum(map(_cm, sides))


def _cm(length: str) -> float:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _IN_CM[found[2]] if found else 0.0


def _merge(look: etree._Element, paper: Paper) -> None:
    """Give the template the styles that it lacks, and our numbers of headings and notes."""
    ours = etree.fromstring(document("styles", styles(paper)).encode())
    for group in ("font-face-decls", "styles", "automatic-styles", "master-styles"):
        into, source = look.find(f"{_OFFICE}{group}"), ours.find(f"{_OFFICE}{group}")
        if into is None or source is None:
            continue
        held = {_key(style) for style in into}
        for style in list(source):
            if style.tag in _OURS_ALWAYS or style.get(f"{_STYLE}name") == _NOTES_PAGE:
                _replace(into, style)
            elif style.tag != f"{_STYLE}default-style" and _key(style) not in held:
                _tell(style)
                into.append(style)


def _key(style: etree._Element) -> tuple[object, ...]:
    return style.tag, style.get(f"{_STYLE}name"), style.get(f"{_STYLE}family")


def _replace(into: etree._Element, ours: etree._Element) -> None:
    """One of a sort: the outline, the notes of one class, the page of notes with its title."""
    same = (f"{_TEXT}note-class", f"{_STYLE}name")
    for theirs in into.findall(str(ours.tag)):
        if all(theirs.get(name) == ours.get(name) for name in same):
            into.remove(theirs)
    into.append(ours)


def _tell(style: etree._Element) -> None:
    name = str(style.get(f"{_STYLE}name"))
    if name in _EXPECTED:
        _LOG.warning("The template has no style %s; Hansa's own is used", name.replace("_20_", " "))


def _add_automatic(content: etree._Element, body: Body) -> None:
    inside = f"<office:automatic-styles>{body.automatic}</office:automatic-styles>"
    made = etree.fromstring(document("content", inside).encode())
    automatic = content.find(f"{_OFFICE}automatic-styles")
    if automatic is None:
        automatic = etree.Element(f"{_OFFICE}automatic-styles")
        content.find(f"{_OFFICE}body").addprevious(automatic)  # type: ignore[union-attr] # the template was examined
    automatic.extend(made[0])


def _manifest(manifest: bytes, body: Body) -> bytes:
    root = etree.fromstring(manifest)
    name = f"{{{root.nsmap['manifest']}}}"
    for entry in list(root):
        if entry.get(f"{name}full-path") in _LEFT_OUT - {"content.xml", "styles.xml", "meta.xml"}:
            root.remove(entry)
    listed = {entry.get(f"{name}full-path") for entry in root}
    for path, media_type in [("meta.xml", "text/xml"), *((path, kind) for path, (_, kind) in body.pictures.items())]:
        if path not in listed:
            etree.SubElement(root, f"{name}file-entry", {f"{name}full-path": path, f"{name}media-type": media_type})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", files.pop("mimetype"), zipfile.ZIP_STORED)
        for name, data in files.items():
            if not name.endswith("/"):
                file.writestr(name, data)
    return out.getvalue()
