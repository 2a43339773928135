"""An HTML page written out as lines of text, each with what the tags say about it.

Here: the walk over the tree. Not here: classifying the lines, and the page's metadata (`metadata.tags`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reader.cleaning.input.text_lines import LISTED
from reader.cleaning.lexicon.words import word_set

_SKIPPED = word_set(
    """script style noscript template svg title iframe object embed canvas select option datalist textarea audio video
    math map"""
)
BLOCKS = word_set(
    """address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol p pre section
    summary table tbody td tfoot th thead tr ul"""
)
_MARKED = word_set(
    """nav aside footer header figure figcaption form button article main li table blockquote a p label time"""
)
_NAMING = ("class", "id", "itemprop", "role", "data-testid", "data-component")
_LINKED, _BOLD, _SLANTED = 1, 2, 4
_STYLES = {"a": _LINKED, "b": _BOLD, "strong": _BOLD, "i": _SLANTED, "em": _SLANTED}
_APART = frozenset({"span", "a", "time"})
"""Elements in the middle of a line that styles may set apart."""
_HEADED = frozenset({"h1", "h2", "h3"})
_SHOWN_AT_ONCE = word_set("p span li h2 h3 h4 h5 h6 a blockquote td")
"""Elements that stay invisible if they are so at first; whole pages are hidden until their programs have run."""
_UNSEEN = re.compile(
    r"(?<!\S)(?:sr-only|visually-?hidden|u-visually-hidden|screen-reader-text|assistive-text|"
    r"(?:tool-?tip|pop-?over|rollover|hover-?card)s?[-_]{0,2}(?:block|box|content|text|body|inner))(?!\S)"
)
"""Classes of what only screen readers are told and of what opens over a word: none of it is seen in the text."""
_STREAMED = re.compile(r"S:[0-9a-f]+")
"""What React calls a piece of a page that comes hidden, after its place, and is moved there and shown by a program."""
_MAYBE_UNSEEN = ("sr-only", "hidden", "screen-reader", "assistive", "tip", "over")
"""One of these is in each of them, and in few others."""
LONGEST_PAGE = 20_000_000
"""Characters of a page that are read."""
_LONGEST_VALUE = 20_000
"""Characters of the longest attribute that is read: what is longer are pictures and programs, or a trap."""
_ENDLESS_TAG = re.compile(rf"(<[a-zA-Z][\w-]{{0,30}})([^<>]{{{_LONGEST_VALUE},}})")
_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_AFTER_END = 300
"""Characters behind the page's end from which on there may be more of the page."""
_FEWEST_LINES = 4
"""Lines of a page that stands in `noscript` whole."""
_MOST_ATTRIBUTES = 1_000
"""So many attributes of an element are read at most: the parser compares each with all before it."""
_ENDLESS_VALUES = f"//@*[string-length() > {_LONGEST_VALUE}]/.."


@dataclass(slots=True, eq=False)
class TreePosition:
    """Where in the tree a text stands: one for every element that says something about it, each in an outer one."""

    tag: str = ""
    """The block element that it stands in: `p`, `h2`, `li`, `div`."""
    inside: frozenset[str] = frozenset()
    """The telling elements around it."""
    names: str = ""
    """Classes, id and the like of the nearest element that has any, in lower case."""
    depth: int = 0
    """How many blocks are around it."""
    parents: tuple[int, int, int] = (0, 0, 0)
    """Numbers of the blocks around it, nearest first."""
    outer: TreePosition | None = None
    """The position around it."""


_NOWHERE = TreePosition()


@dataclass(slots=True)
class HtmlLine:
    """One block of text of a page."""

    text: str
    linked: int = 0
    """How many of its characters stand in links."""
    bold: int = 0
    """How many are bold."""
    slanted: int = 0
    """How many are in italics."""
    position: TreePosition = _NOWHERE


class _Writer:
    """Collects text until a block ends."""

    def __init__(self) -> None:
        self.lines: list[HtmlLine] = []
        self.pieces: list[str] = []
        self._styled: list[tuple[int, int]] = []
        self._position: TreePosition | None = None

    def add(self, text: str, position: TreePosition, style: int, *, edge: bool = False) -> None:
        """`edge`: an element begins or ends before the text that may stand apart from what is before it."""
        if edge and self.pieces and _glued(self.pieces[-1], text):
            self.pieces.append(" ")
        self.pieces.append(text)
        if (style or self._position is None) and not text.isspace():
            self._position = self._position or position
            if style:
                self._styled.append((style, len(" ".join(text.split()))))

    def flush(self) -> None:
        if self._position is not None:
            text = " ".join("".join(self.pieces).split())
            if text:
                self.lines.append(HtmlLine(text, *self._share(len(text)), self._position))
            self._styled.clear()
            self._position = None
        self.pieces.clear()

    def _share(self, most: int) -> tuple[int, int, int]:
        if not self._styled:
            return 0, 0, 0
        linked = sum(length for style, length in self._styled if style & _LINKED)
        bold = sum(length for style, length in self._styled if style & _BOLD)
        slanted = sum(length for style, length in self._styled if style & _SLANTED)
        return min(linked, most), min(bold, most), min(slanted, most)


def _glued(before: str, after: str) -> bool:
    """Whether the words of two neighbouring elements would run together, as styles alone hold them apart: `Jane
    Roe`, `Staff Writer`; `2024`, `The`. A single letter may be the beginning of a word that is set large.
    """
    last, first = before[-1], after[0]
    return (
        last.isalnum()
        and before[-2:-1].isalnum()
        and (first.isupper() or (first.isdigit() and last.isalpha()))
        and (not last.isupper() or after[1:2].islower())
    )


def parse(markup: str) -> Any | None:
    """The page's tree (an lxml element), or None when there is no page in it."""
    import lxml.html  # type: ignore[import-untyped]  # slow to load; only pages need it

    markup = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", markup[:LONGEST_PAGE].replace("\x00", ""))
    if _has_endless_tag(markup):
        markup = _ENDLESS_TAG.sub(_bare_if_crowded, markup)
    if not markup or markup.isspace():
        return None
    if 0 <= markup.find("</html") < len(markup) - _AFTER_END:  # what follows would not be read
        markup = _END.sub("", markup)
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
        # all elements alike: asking for the class of each, as lxml.html does for the sake of forms, takes longer
        parser.set_element_class_lookup(lxml.etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement))
        tree = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None
    for element in tree.xpath(_ENDLESS_VALUES):
        for name in [name for name, value in element.items() if len(value) > _LONGEST_VALUE]:
            del element.attrib[name]
    return tree


def _has_endless_tag(markup: str) -> bool:
    """Whether `_ENDLESS_TAG` may match: far fewer steps than there are tags."""
    at = 0
    while at + _LONGEST_VALUE <= len(markup):
        window = at, at + _LONGEST_VALUE
        last = max(markup.rfind("<", *window), markup.rfind(">", *window))
        if last < 0:
            if at and markup[at - 1] == "<":
                return True
            last = min((k for sign in "<>" if (k := markup.find(sign, at)) >= 0), default=len(markup))
        at = last + 1
    return False


def _bare_if_crowded(tag: re.Match[str]) -> str:
    """The tag without its attributes, if it has thousands."""
    return tag[1] if len(tag[2].split(None, _MOST_ATTRIBUTES)) > _MOST_ATTRIBUTES else tag[0]


def html_to_lines(tree: Any) -> list[HtmlLine]:
    """The text of the page, one block a line, in reading order. Hidden and machine-read elements are left out; what is
    for browsers without scripts, too, unless the whole page stands in it: more than a request to switch scripts on.
    """
    if lines := _lines(tree, _SKIPPED):
        return lines
    lines = _lines(tree, _SKIPPED - {"noscript"})
    return lines if len(lines) >= _FEWEST_LINES else []


def _lines(tree: Any, skipped: Collection[str]) -> list[HtmlLine]:
    """The lines of the page without the elements of these names."""
    import lxml.etree  # type: ignore[import-untyped]  # slow to load; only pages need it

    writer = _Writer()
    blocks = 0
    position, style = _NOWHERE, 0
    around: list[
        tuple[TreePosition, int, bool]
    ] = []  # of each element that is open: what is around it, whether it is a block
    walk = lxml.etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            position, style, block = around.pop()
            if block and writer.pieces:
                writer.flush()
            if (text := element.tail) and (writer.pieces or not text.isspace()):
                writer.add(text, position, style, edge=element.tag in _APART)
            continue
        tag = element.tag
        attributes = dict(element.items())
        if tag in skipped or (attributes and _hidden(attributes, tag)):
            around.append((position, style, False))
            walk.skip_subtree()
            continue
        block = tag in BLOCKS or (tag == "span" and "caption" in attributes.get("class", "").lower())
        around.append((position, style, block))
        if block:
            if writer.pieces:
                writer.flush()
            blocks += 1
        if len(writer.lines) >= LISTED:  # the tags of what is so far down are not asked
            position, style = _NOWHERE, 0
        elif block or attributes or tag in _MARKED:
            position = _entered(attributes, tag, position, blocks)
        style |= _STYLES.get(tag, 0)
        if (text := element.text) and (writer.pieces or not text.isspace()):
            writer.add(text, position, style, edge=tag in _APART)
    writer.flush()
    return writer.lines


def _entered(attributes: Mapping[str, str], tag: str, position: TreePosition, number: int) -> TreePosition:
    if len(attributes) == 1:  # mostly the class
        ((name, named),) = attributes.items()
        named = named if name in _NAMING else ""
    else:
        named = " ".join([value for name in _NAMING if (value := attributes.get(name))]) if attributes else ""
    block = tag in BLOCKS and tag != "br"
    if not block and not named and (tag not in _MARKED or tag in position.inside):
        return position
    inside = position.inside | {tag} if tag in _MARKED and tag not in position.inside else position.inside
    names = named[:200].lower() if named else position.names
    if not block:
        return TreePosition(position.tag, inside, names, position.depth, position.parents, position)
    return TreePosition(
        tag, inside, names, position.depth + 1, (number, position.parents[0], position.parents[1]), position
    )


def _hidden(attributes: Mapping[str, str], tag: str) -> bool:
    if "hidden" in attributes and not _STREAMED.fullmatch(attributes.get("id", "")):
        return True
    style = attributes.get("style")
    if style is not None:
        style = style.replace(" ", "").lower()
        if "display:none" in style or ("visibility:hidden" in style and tag in _SHOWN_AT_ONCE):
            return True
    classes = attributes.get("class")
    return classes is not None and _unseen(classes) and tag not in _HEADED


@lru_cache(maxsize=4096)
def _unseen(classes: str) -> bool:
    """Whether classes hide an element; many have the same."""
    return any(word in classes for word in _MAYBE_UNSEEN) and _UNSEEN.search(classes) is not None
