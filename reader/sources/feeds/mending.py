"""Feeds that are not XML, although they mean to be: what can be put right in their text.

Here: entities that only HTML knows, bare `&`, characters that XML forbids, an item in whose middle the feed ends. Not
here: tags, which the parser mends.
"""

from __future__ import annotations

import html
import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?\]\]>|&(#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)?", re.DOTALL
)
_OF_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})


_ITEM = re.compile(r"<(/?)(?:[\w-]{1,20}:)?(?:item|entry)(?=[\s>])", re.IGNORECASE)


def mended(text: str) -> str:
    """The text with every reference one that XML knows, without an item that is not all there."""
    items = [(found.start(), bool(found[1])) for found in _ITEM.finditer(text)]
    if items and not items[-1][1]:
        text = text[: items[-1][0]]
    return _AMPERSAND.sub(_reference, _FORBIDDEN.sub("", text))


def _reference(found: re.Match[str]) -> str:
    name = found[1]
    if name is None:
        return found[0] if found[0] != "&" else "&amp;"
    if name in _OF_XML:
        return found[0]
    character = html.unescape(f"&{name}")
    if character == f"&{name}":  # no such entity: what the feed says stays to be seen
        return f"&amp;{name}"
    return html.escape(_FORBIDDEN.sub("", character), quote=False)
