"""An HTML page written out as lines of text, each with what the tags say about it.

Here: the walk over the tree. Not here: judging the lines, and the page's metadata (`metadata`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from reader.cleaning.vocabulary import word_set

_SKIPPED = word_set(
    """script style noscript template svg head iframe object embed canvas select option datalist textarea audio video
    math map"""
)
_BLOCKS = word_set(
    """address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol p pre section
    summary table tbody td tfoot th thead tr ul"""
)
_MARKED = word_set(
    """nav aside footer header figure figcaption form button article main li table blockquote a p label time"""
)
_LONGEST_PAGE = 20_000_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the tree a text stands."""

    tag: str = ""
    """The block element that it stands in: `p`, `h2`, `li`, `div`."""
    inside: frozenset[str] = frozenset()
    """The telling elements around it."""
    names: str = ""
    """The classes and ids of the elements around it, innermost first."""
    depth: int = 0
    parents: tuple[int, int, int] = (0, 0, 0)
    """Numbers of the blocks around it, nearest first."""


_NOWHERE = Place()


@dataclass(slots=True)
class PageLine:
    """One block of text of a page."""

    text: str
    linked: int = 0
    """How many of its characters stand in links."""
    place: Place = _NOWHERE


class _Writer:
    """Collects text until a block ends."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._place: Place | None = None

    def add(self, text: str | None, place: Place, linked: bool) -> None:
        if not text:
            return
        self._pieces.append(text)
        if not text.isspace():
            self._place = self._place or place
            if linked:
                self._linked += len(" ".join(text.split()))

    def flush(self) -> None:
        if self._place is not None:
            text = " ".join("".join(self._pieces).split())
            if text:
                self.lines.append(PageLine(text, min(self._linked, len(text)), self._place))
        self._pieces.clear()
        self._linked, self._place = 0, None


def parse(markup: str) -> Any | None:
    """The page's tree (an lxml element), or None when there is no page in it."""
    import lxml.html  # type: ignore[import-untyped]  # slow to load; only pages need it

    markup = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", markup[:_LONGEST_PAGE].replace("\x00", ""))
    if not markup.strip():
        return None
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
        return lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None


def write_out(tree: Any) -> list[PageLine]:
    """The text of the page, one block a line, in reading order. Hidden and machine-read elements are left out."""
    writer = _Writer()
    blocks = 0
    # (element, place of the text after it, whether that is in a link, whether we are leaving it)
    stack: list[tuple[Any, Place, bool, bool]] = [(tree, _NOWHERE, False, False)]
    while stack:
        element, place, linked, leaving = stack.pop()
        tag = element.tag
        if leaving:
            if tag in _BLOCKS:
                writer.flush()
            writer.add(element.tail, place, linked)
            continue
        if not isinstance(tag, str) or tag in _SKIPPED or _hidden(element):
            writer.add(element.tail, place, linked)
            continue
        stack.append((element, place, linked, True))
        if tag in _BLOCKS:
            writer.flush()
            blocks += 1
        inner = _entered(element, tag, place, blocks)
        inner_linked = linked or tag == "a"
        writer.add(element.text, inner, inner_linked)
        stack.extend((child, inner, inner_linked, False) for child in reversed(element))
    writer.flush()
    return writer.lines


def _entered(element: Any, tag: str, place: Place, number: int) -> Place:
    attributes = element.attrib
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}" if attributes else " "
    block = tag in _BLOCKS and tag != "br"
    if not block and named == " " and (tag not in _MARKED or tag in place.inside):
        return place
    inside = place.inside | {tag} if tag in _MARKED and tag not in place.inside else place.inside
    names = place.names if named == " " else f"{named[:150].lower()}\n{place.names}"[:400]
    if not block:
        return Place(place.tag, inside, names, place.depth, place.parents)
    return Place(tag, inside, names, place.depth + 1, (number, place.parents[0], place.parents[1]))


def _hidden(element: Any) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()
