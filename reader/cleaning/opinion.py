"""A second opinion on a page: what trafilatura would keep of it.

Here: the call, and nothing that it may do to a broken page gets out. Not here: what is made of the opinion
(`page_features`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.cleaning.page import PageLine

_DEEPEST, _MOST = 400, 20_000
"""It looks through a nested page once for every level, and takes a minute for a million lines; nobody's article is
nested as deep as this, or as long.
"""


_UNREAD = ("style", "link", "meta")
"""It reads none of these and goes past them a dozen times."""


def second_opinion(tree: Any, written: Sequence[PageLine]) -> list[str]:
    """The lines that trafilatura keeps of the page (an lxml tree, which is used up, and its lines); empty when it
    finds nothing or fails. Of a bottomless page, or an endless one, it is not asked.
    """
    if len(written) > _MOST or any(line.place.depth > _DEEPEST for line in written):
        return []
    import lxml.etree  # type: ignore[import-untyped]  # slow to load, as the next one; only pages need them
    import trafilatura

    try:
        lxml.etree.strip_elements(tree, *_UNREAD, with_tail=False)
        found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False, fast=True)
    except Exception:  # whatever a broken page does to it, the page is still judged by its own lines
        return []
    text = getattr(found, "text", None) or ""
    return [line.lstrip("-| ") for line in text.split("\n") if line.strip()]
