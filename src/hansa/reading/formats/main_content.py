"""Which part of a web page is its own text: not the site's menus, bars, banners and feet."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

_MAIN = ("main", "[role=main]", "article", "#main-content", "#main", "#content", "#CenterContent")
_MAIN_SHARE = 0.4
_SILENT = ["script", "style", "noscript", "template", "svg", "iframe", "select", "nav"]
# Marks of notes and the notes themselves, by their DPUB-ARIA roles: in print they stand outside of the text, too.
_MARKS = "[role=doc-noteref], [role=doc-backlink]"
_UNSEEN = "[role=doc-footnote], [role=doc-endnotes], [hidden]"
_ROLES = "navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|menubar"
_BARS = "header, footer, aside, form, button, " + ", ".join(f"[role={role}]" for role in _ROLES.split("|"))
_NAMED_SO = "[class], [id]"
# What builders of sites call such parts in classes and ids.
_NAME = re.compile(
    r"(?:.*[-_])?(?:cookies?|gdpr)(?:[-_].*)?|cookie.*|.*-consent|"
    r"(?:(?:site|global|top|main|left|right|side|bottom|hd|header|sub|mega|mobile)[-_]?)?"
    r"(?:nav|navbar|navigation|menu|footer|sidebar|breadcrumbs?|crumbs?|pagination|pager|toolbar|share|social|sitemap|"
    r"skip(?:[-_]?links?)?|accesskey)(?:[-_]?(?:bar|list|wrap|wrapper|area|block|links?|box|container|top|inner))?",
    re.IGNORECASE,
)
_BAR_SHARE = 0.5
# Each is measured, and they may be nested: more than any page has would take long.
_MOST_BARS = 200


def main_content(tree: LexborHTMLParser, body: LexborNode) -> tuple[LexborNode, set[int]]:
    """The element with the page's own text, and what is to be left out of it, by `mem_id`.

    The element is the first marked as the main one that has much of the text, else the body. What is named or marked
    as a bar is kept all the same where it holds half of the text, as a form around a whole page does.
    """
    tree.strip_tags(_SILENT)
    for mark in tree.css(_MARKS):
        mark.decompose()
    out = {node.mem_id for node in tree.css(_UNSEEN)}
    out |= _bars(body, (node for node in tree.css(_NAMED_SO) if _is_named_as_bar(node)))
    length = _length(body, out)
    for selector in _MAIN:
        found = tree.css_first(selector)
        if found is not None and _length(found, out) >= _MAIN_SHARE * length:
            return found, out
    return body, out | _bars(body, iter(tree.css(_BARS)))


def _is_named_as_bar(node: LexborNode) -> bool:
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".split()
    return node.tag not in ("body", "html", "main", "article") and any(map(_NAME.fullmatch, names))


def _bars(body: LexborNode, found: Iterator[LexborNode]) -> set[int]:
    length = len(body.text())
    candidates = (node for node, _ in zip(found, range(_MOST_BARS), strict=False))
    return {node.mem_id for node in candidates if len(node.text()) < _BAR_SHARE * length}


def _length(root: LexborNode, out: set[int]) -> int:
    """Characters of an element's text without what is left out."""
    length = 0
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.mem_id in out:
            continue
        if node.tag == "-text":
            length += len(node.text_content or "")
        else:
            waiting.extend(node.iter(include_text=True))
    return length
