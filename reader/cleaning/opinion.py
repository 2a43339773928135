"""A second opinion on a page: what trafilatura would keep of it.

Here: the call, and nothing that it may do to a broken page gets out. Not here: what is made of the opinion
(`page_features`).
"""

from __future__ import annotations

from typing import Any

_DEEPEST = 400
"""It looks through a nested page once for every level; nobody's article is nested as deep as this."""


def second_opinion(tree: Any, deepest: int = 0) -> list[str]:
    """The lines that trafilatura keeps of the page (an lxml tree, which is used up); empty when it finds nothing or
    fails. `deepest`: how deep the blocks of the page are nested; of a bottomless one it is not asked.
    """
    if deepest > _DEEPEST:
        return []
    import trafilatura  # slow to load; only pages need it

    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False, fast=True)
    except Exception:  # whatever a broken page does to it, the page is still judged by its own lines
        return []
    text = getattr(found, "text", None) or ""
    return [line.lstrip("-| ") for line in text.split("\n") if line.strip()]
