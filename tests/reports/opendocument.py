"""OpenDocument files held against the OASIS schema, version 1.3."""

import io
import zipfile
from functools import cache
from pathlib import Path

from lxml import etree

SCHEMAS = Path(__file__).with_name("schemas")
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_UNLISTED = {"mimetype", "META-INF/manifest.xml"}
PARTS = ("content.xml", "styles.xml", "meta.xml", "settings.xml")


@cache
def _schema(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMAS / name))


def _faults(schema: etree.RelaxNG, document: etree._Element, part: str) -> list[str]:
    schema.validate(document)
    return [f"{part}:{fault.line}: {fault.message}" for fault in schema.error_log]


def part_faults(document: etree._Element, part: str) -> list[str]:
    """What the schema finds wrong in one part, such as a chart within a presentation."""
    return _faults(_schema("OpenDocument-v1.3-schema.rng"), document, part)


def faults(content: bytes) -> list[str]:
    """What the schema finds wrong in a file's parts and in its list of them; nothing for a valid file.

    Also told: a version other than 1.3, a type that does not come first and unpacked, a file that the list leaves out.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names = file.namelist()
        parts = {name: etree.fromstring(file.read(name)) for name in PARTS if name in names}
        manifest = file.read("META-INF/manifest.xml")
        first = file.infolist()[0]
    found = [] if (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED) else ["mimetype: not first"]
    for name, document in parts.items():
        version = document.get("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}version")
        found += [] if version == "1.3" else [f"{name}: version {version}"]
        found += _faults(_schema("OpenDocument-v1.3-schema.rng"), document, name)
    # The schema at hand is that of 1.2, which differs in this number.
    listed = etree.fromstring(manifest.replace(b'version="1.3"', b'version="1.2"'))
    found += _faults(_schema("OpenDocument-v1.2-os-manifest-schema.rng"), listed, "manifest.xml")
    paths = {str(entry.get(f"{_MANIFEST}full-path")) for entry in listed}
    return found + [f"manifest.xml: {name} is not listed" for name in {*names} - paths - _UNLISTED]
