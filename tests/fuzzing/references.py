"""Files that name what lies elsewhere, in each way that their format has: a reader that fetches it is found out."""

import io
import re
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SENTENCE = "高雄市與熊本市於2017年1月11日簽署友好交流協定。"
_DECLARATION = re.compile(rb"^(?:<\?xml[^>]*>)?")
_ENDS = re.compile(rb"</(?:w:body|office:text|office:presentation|office:spreadsheet|p:spTree|sheetData)>")


def _html(data: bytes, url: str) -> bytes:
    head = (
        f'<base href="{url}/base/"><link rel=stylesheet href="{url}/style"><script src="{url}/script"></script>'
        f'<meta http-equiv=refresh content="0;url={url}/refresh"><style>@import "{url}/import";</style>'
    )
    body = (
        f'<img src="{url}/image"><iframe src="{url}/frame"></iframe><object data="{url}/object"></object>'
        f'<embed src="{url}/embed"><video src="{url}/film"></video><a href="{url}/link">link</a>'
        f'<svg><image href="{url}/drawing"/><use href="{url}/use#a"/></svg>'
    )
    return data.replace(b"<body>", f"{head}<body>{body}".encode())


def _markdown(data: bytes, url: str) -> bytes:
    return data + f'\n\n![image]({url}/image) [link]({url}/link) <img src="{url}/inline">\n'.encode()


def _eml(_: bytes, url: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "列表"
    message["List-Unsubscribe"] = f"<{url}/unsubscribe>"
    message["Content-Location"] = f"{url}/location"
    message.set_content(f"{_SENTENCE}\n{url}/text\n")
    message.add_alternative(_html(f"<html><body><p>{_SENTENCE}".encode(), url).decode(), subtype="html")
    return message.as_bytes()


def _pdf(_: bytes, url: str) -> bytes:
    """One that opens an address, runs a script, and keeps a page's stream elsewhere."""
    written = b"BT /F 12 Tf 20 80 Td (Kaohsiung joined ICLEI in 2006.) Tj ET"
    action = b"<</S/URI/URI(%s/opened)/Next<</S/JavaScript/JS(app.launchURL\\('%s/script'\\))>>>>" % (
        (url.encode(),) * 2
    )
    return (
        b"%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction %s/AA<</WC %s>>>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 99]/AA<</O %s>>/Contents[4 0 R 5 0 R]"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
        b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 99 99]/A %s>>]>>endobj\n"
        b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n"
        b"5 0 obj<</Length 0/F<</Type/Filespec/FS/URL/F(%s/stream)>>>>stream\n\nendstream endobj\n"
        b"trailer<</Root 1 0 R/Size 6>>\n%%%%EOF\n"
    ) % (action, action, action, action, len(written), written, url.encode())


def _csv(data: bytes, url: str) -> bytes:
    return data + f'=WEBSERVICE("{url}/formula"),=HYPERLINK("{url}/link"),=IMAGE("{url}/image")\n'.encode()


def _text(data: bytes, url: str) -> bytes:
    return data + f"\n{url}/link\n<img src={url}/image>\n".encode()


def _packed(data: bytes, url: str) -> bytes:
    """An office document with pictures, sections, templates and relations elsewhere, and a part of macros."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
        for name in archive.namelist():
            changed.writestr(name, _part(name, archive.read(name), url))
        changed.writestr("word/vbaProject.bin", b"Attribute VB_Name")
        changed.writestr("Basic/Standard/script-lb.xml", b"<a/>")
    return out.getvalue()


def _part(name: str, content: bytes, url: str) -> bytes:
    if name.endswith(".rels"):
        kinds = ("image", "attachedTemplate", "hyperlink", "oleObject", "externalLinkPath", "aFChunk")
        relations = "".join(
            f'<Relationship Id="far{kind}" Type="{_RELATIONS}/{kind}" Target="{url}/{kind}" TargetMode="External"/>'
            for kind in kinds
        )
        return content.replace(b"</Relationships>", relations.encode() + b"</Relationships>")
    pieces = (
        '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="farimage"'
        f' xmlns:r="{_RELATIONS}"/>'
        f'<d:image xmlns:d="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:x="http://www.w3.org/1999/xlink"'
        f' x:href="{url}/picture" x:actuate="onLoad"/>'
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{url}/included"/>'
    )
    return _ENDS.sub(lambda end: pieces.encode() + end[0], content)


_WAYS: dict[str, Callable[[bytes, str], bytes]] = {
    ".html": _html, ".md": _markdown, ".eml": _eml, ".pdf": _pdf, ".csv": _csv, ".txt": _text,
}  # fmt: skip


def referring(data: bytes, suffix: str, url: str) -> bytes:
    """The file with references to the address in it."""
    return _WAYS.get(suffix, _packed)(data, url)


def typed(data: bytes, url: str) -> bytes:
    """The packed file with a document type in each of its parts that lies elsewhere, as its entity does."""
    kind = (
        f'<!DOCTYPE a SYSTEM "{url}/type" [<!ENTITY % p SYSTEM "{url}/p"> %p; <!ENTITY e SYSTEM "{url}/e">]>'.encode()
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith((".xml", ".rels")):
                content = _DECLARATION.sub(lambda said: said[0] + kind, content, count=1)
            changed.writestr(name, content)
    return out.getvalue()
