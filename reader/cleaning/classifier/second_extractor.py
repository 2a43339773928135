"""What another extractor, trafilatura, would keep of a page: a feature of the classifier.

Here: the call; whatever happens in it on a broken page stays here. Not here: the feature (`html_features`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.cleaning.input.html_lines import HtmlLine
from reader.cleaning.input.text_lines import reads_like_text

_DEEPEST, _WIDEST, _MOST = 150, 5_000, 20_000
"""It looks through a nested page once for every level, through an element once for everything right inside it, and
takes minutes for a million lines; nobody's article is nested as deep as this, or as wide, or as long.
"""
_ENDLESS = f"count(//*) > {2 * _MOST} or boolean(//*[*[{_WIDEST + 1}]]) or boolean({'/*' * (_DEEPEST + 1)})"
"""One pass over the page for each; no line need stand where it is too deep."""

_UNREAD = ("style", "link", "meta", "script", "template", "svg", "aside", "footer", "img", "source", "input")
"""It keeps nothing of these and goes past them a dozen times, as it goes past all that is in a `nav`."""


def kept_by_trafilatura(tree: Any, written: Sequence[HtmlLine]) -> list[str]:
    """The lines that trafilatura keeps of the page (an lxml tree, which is used up, and its lines); empty when it
    finds nothing or fails. Of a bottomless page, or an endless one, it is not asked. Where its quick way finds less
    than half of what reads like text, it may take its time.
    """
    if not 0 < len(written) <= _MOST or tree.xpath(_ENDLESS):
        return []
    try:
        _lighten(tree)
        found = _kept(tree, fast=True)
        running = sum(
            len(line.text) for line in written if 2 * line.linked < len(line.text) and reads_like_text(line.text)
        )
        return found if 2 * sum(map(len, found)) >= running else _kept(tree, fast=False)
    except Exception:  # whatever a broken page does to it, the page is still classified by its own lines
        return []


def _kept(tree: Any, *, fast: bool) -> list[str]:
    """The lines that it keeps; not `fast`: by whichever of its ways finds more."""
    import trafilatura  # slow to load; only pages need it

    found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False, fast=fast)
    text = getattr(found, "text", None) or ""
    return [line.lstrip("-| ") for line in text.split("\n") if line.strip()]


def _lighten(tree: Any) -> None:
    """Without what is not read. The text of a menu stays, without its elements: how much text a page has is asked."""
    import lxml.etree  # type: ignore[import-untyped]  # slow to load, too

    lxml.etree.strip_elements(tree, *_UNREAD, with_tail=False)
    for menu in list(tree.iter("nav")):
        text = " ".join(menu.itertext())
        del menu[:]
        menu.text = text
