"""E-mails: subject, people and date as lines, the body, then each attachment that is read as further pages.

Remote pictures and links are never fetched, and what is attached in an archive is not unpacked.
"""

import re
from email import message_from_bytes
from email.message import MIMEPart
from email.policy import EmailPolicy, Policy
from email.utils import parsedate_to_datetime
from itertools import islice
from pathlib import PurePath
from typing import cast

from hansa.reading.document import Document
from hansa.reading.formats.composing import Composer
from hansa.reading.formats.dispatching import read_bytes
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.loading import TOO_LONG
from hansa.reading.formats.recognition import EML, HTML, TEXT, recognise
from hansa.reading.formats.text import decode, wider

_DEEPEST = 3
_PART = re.compile(rb"^--", re.MULTILINE)
# The parser takes a third of a millisecond for each, and no message has a hundred.
_MOST_PARTS = 2000
_MOST_ATTACHMENTS = 30
# The parser of headers takes time with the square of their length.
_LONGEST_HEADER = 5000
_PEOPLE = ("From", "To", "Cc")


class _Policy(EmailPolicy):
    """Headers as the standard has them, a huge one empty."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value if len(value) <= _LONGEST_HEADER else ""


# The types of the standard library tell no message of a policy of one's own.
_POLICY = cast("Policy[MIMEPart]", _Policy())


def read(data: bytes) -> Document:
    """The document in an e-mail. Raises DocumentError where it holds no text."""
    if len(_PART.findall(data)) > _MOST_PARTS:
        raise DocumentError(TOO_LONG)
    message = message_from_bytes(data, policy=_POLICY)
    out = Composer("message/rfc822")
    _write(message, out, depth=1)
    return out.document(_header(message, "Subject"))


def _write(message: MIMEPart, out: Composer, depth: int) -> None:
    out.line(_header(message, "Subject"), 1)
    for name in _PEOPLE:
        people = _header(message, name)
        if people:
            out.line(f"{name}: {people}")
    day = _day(message)
    if day:
        out.line(f"Date: {day}")
    out.blank()
    body = _best_body(message)
    if body is not None:
        out.whole(body)
    else:
        out.end_page()
    attached = message.iter_attachments() if message.is_multipart() else iter(())
    for part in islice(attached, _MOST_ATTACHMENTS):
        _attach(part, out, depth)


def _header(message: MIMEPart, name: str) -> str:
    """A header's words, with those decoded that were sent in eight bits; empty where there is none, or a huge one."""
    raw = next((str(value) for key, value in message.raw_items() if key.casefold() == name.casefold()), "")
    if raw.isascii():
        return " ".join(str(message[name] or "").split())
    return " ".join(decode(raw.encode("utf-8", "surrogateescape")).split())


def _day(message: MIMEPart) -> str:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except ValueError:
        return ""


def _best_body(message: MIMEPart) -> Document | None:
    """The body as a page where that says something, since plain text is often broken by the sender's program."""
    for kind, form in (("html", HTML), ("plain", TEXT)):
        part = message.get_body((kind,))
        try:
            if part is not None:
                return read_bytes(_content(part), form)
        except DocumentError:
            continue
    return None


def _content(part: MIMEPart) -> bytes:
    """A part's bytes; those of text, as UTF-8 where the encoding that it names takes them."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if part.get_content_maintype() != "text" or not charset:
        return data
    try:
        return data.decode(wider(charset)).encode("utf-8-sig")
    except (LookupError, ValueError):
        return data


def _attach(part: MIMEPart, out: Composer, depth: int) -> None:
    """An attachment under its name, where it is a document that can be read."""
    name = part.get_filename() or ""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_content()
        if isinstance(inner, MIMEPart) and depth < _DEEPEST:
            _write(inner, out, depth + 1)
        return
    data = _content(part)
    try:
        kind = recognise(data, PurePath(name).suffix)
        if kind == EML and depth < _DEEPEST:
            _write(message_from_bytes(data, policy=_POLICY), out, depth + 1)
        elif kind != EML and data.strip():
            document = read_bytes(data, kind)
            out.line(name, 1)
            out.whole(document)
    except DocumentError:
        # A picture, an archive or a damaged file among the attachments does not keep the message from being read.
        return
