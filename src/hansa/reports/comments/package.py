"""A packed document with some of its parts exchanged, the others byte for byte as they were."""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree


def exchanged(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive with these parts in place of those of their names, or beside them; order and packing are kept."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part, parts.get(part.filename, old.read(part)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return out.getvalue()


def as_xml(root: etree._Element) -> bytes:
    """A part as it is written."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
