"""An HTML page written out as lines of text, each with what the tags say about it.

Here: the walk over the tree. Not here: judging the lines, and the page's metadata (`metadata`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "iframe",
        "object",
        "embed",
        "canvas",
        "select",
        "option",
        "datalist",
        "textarea",
        "audio",
        "video",
        "math",
        "map",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "label",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_MARKED = frozenset(
    [
        "nav",
        "aside",
        "footer",
        "header",
        "figure",
        "figcaption",
        "form",
        "button",
        "article",
        "main",
        "li",
        "table",
        "blockquote",
        "a",
        "p",
        "label",
        "time",
    ]
)
_LONGEST_PAGE = 20_000_000


@dataclass(slots=True)
class PageLine:
    """One block of text of a page."""

    text: str
    linked: int = 0
    """How many of its characters stand in links."""
    tag: str = ""
    """The block element that it stands in: `p`, `h2`, `li`, `div`."""
    inside: frozenset[str] = frozenset()
    """The telling elements around it."""
    names: str = ""
    """The classes and ids of the elements around it, innermost first."""
    depth: int = 0


@dataclass(slots=True)
class _Writer:
    """Collects text until a block ends."""

    lines: list[PageLine] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    place: tuple[str, frozenset[str], str, int] = ("", frozenset(), "", 0)

    def add(self, text: str | None, place: tuple[str, frozenset[str], str, int], linked: bool) -> None:
        if not text:
            return
        if not text.isspace():
            if not any(self.pieces) or not "".join(self.pieces).strip():
                self.place = place
            if linked:
                self.linked += len(" ".join(text.split()))
        self.pieces.append(text)

    def flush(self) -> None:
        text = " ".join("".join(self.pieces).split())
        if text:
            tag, inside, names, depth = self.place
            self.lines.append(PageLine(text, min(self.linked, len(text)), tag, inside, names, depth))
        self.pieces.clear()
        self.linked = 0


def parse(markup: str) -> Any | None:
    """The page's tree (an lxml element), or None when there is no page in it."""
    import lxml.html  # slow to load; only pages need it

    markup = markup[:_LONGEST_PAGE].replace("\x00", "")
    markup = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", markup)
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
    root = ("", frozenset[str](), "", 0)
    stack: list[tuple[Any, tuple[str, frozenset[str], str, int], bool, bool]] = [(tree, root, False, False)]
    while stack:
        element, place, linked, leaving = stack.pop()
        if leaving:
            if element.tag in _BLOCKS:
                writer.flush()
            parent_place, parent_linked = place, linked
            writer.add(element.tail, parent_place, parent_linked)
            continue
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or _hidden(element):
            writer.add(element.tail, place, linked)
            continue
        stack.append((element, place, linked, True))
        if tag in _BLOCKS:
            writer.flush()
        inner, inner_linked = _entered(element, tag, place), linked or tag == "a"
        writer.add(element.text, inner, inner_linked)
        stack.extend((child, inner, inner_linked, False) for child in reversed(element))
    writer.flush()
    return writer.lines


def _entered(
    element: Any, tag: str, place: tuple[str, frozenset[str], str, int]
) -> tuple[str, frozenset[str], str, int]:
    block, inside, names, depth = place
    if tag in _BLOCKS:
        block = tag
    if tag in _MARKED and tag not in inside:
        inside = inside | {tag}
    named = element.get("class", "") + " " + element.get("id", "")
    if named != " ":
        names = f"{named} {names}"[:300]
    return block, inside, names, depth + 1


def _hidden(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and "display:none" in style.replace(" ", "").lower())
