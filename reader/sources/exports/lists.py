"""Exports that are pages of links: Pocket's, Instapaper's, bookmarks of browsers.

Here: telling such a page from an article, and how many links it holds. They hold no text, so there is nothing to read.
"""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"<!DOCTYPE NETSCAPE-Bookmark-file-1|<title>\s*(?:Pocket Export|Instapaper: Export)\s*</title>", re.IGNORECASE
)
_LINK = re.compile(r"<a\s[^<>]{0,200}?href\s*=\s*[\"']?https?://", re.IGNORECASE)
_HEAD = 2000


def links_in(page: str) -> int | None:
    """How many links an export of links holds; None where a page is none."""
    return len(_LINK.findall(page)) if _OPENING.search(page, 0, _HEAD) else None
