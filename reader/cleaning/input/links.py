"""Which addresses an article's own text leads to, and where in it.

Here: the anchors of a page that stand in the text that was kept, and addresses that are written out in it. Not here:
which lines are text (the rooms above), opening an address (the screens).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import Any, NamedTuple
from urllib.parse import urldefrag, urljoin

from reader.article import Article, RawDocument
from reader.cleaning.input.html_lines import BLOCKS, parse
from reader.links import Link
from reader.safety import is_web_address

_MOST = 500
"""Links of an article; what has more of them is a catalogue."""
_LONGEST_TEXT = 1_000_000
_LONGEST = 2_000
"""Characters of an address."""
_NEAR = 24
"""Characters on either side of an anchor by which its place is told where its paragraph was not kept whole."""
_WRITTEN = re.compile(rf"https?://[^\s<>\"'“”„«»|\\^`{{}}]{{3,{_LONGEST}}}", re.IGNORECASE)
_BEHIND = ".,;:!?…*_~"
"""What ends the sentence, not the address; so does a bracket that was opened before it."""


class _Anchor(NamedTuple):
    """An anchor in its stretch of text; places count characters other than white space."""

    stretch: str
    start: int
    end: int
    address: str


def links(document: RawDocument, article: Article) -> tuple[Link, ...]:
    """The links of an article's text and captions to pages of http and https, in reading order; document: that it was
    made of, with its text. Never raises on any document.
    """
    text, stretches = _with_captions(article)
    text = text[:_LONGEST_TEXT]
    places = list(_written_out(text))
    if document.kind == "html" and (tree := parse(document.text)) is not None:
        anchored = list(_anchored(tree, article.url or document.url or "", text))
        places = [one for one in places if not any(a < one[1] and one[0] < b for a, b, _ in anchored)] + anchored
    numbers: dict[str, int] = {}
    found = []
    for start, end, address in sorted(places)[:_MOST]:
        place, own, caption = stretches[bisect_right(stretches, start, key=itemgetter(0)) - 1]
        number = numbers.setdefault(address, len(numbers) + 1)
        found.append(Link(number, start - place + own, end - place + own, address, caption))
    return tuple(found)


def _with_captions(article: Article) -> tuple[str, list[tuple[int, int, int]]]:
    """The text with the captions where they stand. Of each stretch of it: its place there, its place in the text of its
    own, and which paragraph that is, if a caption.
    """
    pieces: list[str] = []
    stretches = []
    length = done = at = 0

    def put(text: str, own: int, caption: int) -> None:
        nonlocal length
        stretches.append((length, own, caption))
        pieces.append(text)
        length += len(text)

    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.kind == "caption":
            put(article.text[done:at], done, -1)
            put(f"\n\n{paragraph.text}\n\n", -2, number)
            done = at
        elif (begin := article.text.find(paragraph.text, at)) >= 0:
            at = begin + len(paragraph.text)
    put(article.text[done:], done, -1)
    return "".join(pieces), stretches


def _written_out(text: str) -> Iterator[tuple[int, int, str]]:
    """Addresses that stand in the text as such, in the way of Markdown or bare."""
    for found in _WRITTEN.finditer(text):
        address = found[0].rstrip(_BEHIND)
        for opening, closing in ("()", "[]"):
            if (at := address.find(closing)) >= 0 and opening not in address[:at]:
                address = address[:at]
        address = address.rstrip(_BEHIND)
        if is_web_address(address):
            yield found.start(), found.start() + len(address), address


def _anchored(tree: Any, address: str, text: str) -> Iterator[tuple[int, int, str]]:
    """The anchors of a page that stand in the text. Anchors of menus may say the same as a word of it: the words around
    it, or the ends of its paragraph, tell them apart.
    """
    kept = [index for index, sign in enumerate(text) if not sign.isspace()]
    squeezed = "".join(map(text.__getitem__, kept))
    at, ends = 0, -1
    for anchor in _anchors(tree, _base(tree, address)):
        where = squeezed.find(anchor.stretch, at)
        where = squeezed.find(anchor.stretch) if where < 0 else where
        if where >= 0 and len(anchor.stretch) - (anchor.end - anchor.start) < _NEAR:
            last = where + len(anchor.stretch)
            before, after = text[: kept[where]], text[kept[last - 1] + 1 :]
            where = where if before[-1:] in ("", "\n") and after[:1] in ("", "\n") else -1
        begin = where + anchor.start
        if where < 0:
            if (begin := _by_what_is_near(anchor, squeezed)) < 0:
                continue
        else:
            at = where
        if begin >= ends:  # an anchor in an anchor is none
            ends = begin + anchor.end - anchor.start
            yield kept[begin], kept[ends - 1] + 1, anchor.address


def _by_what_is_near(anchor: _Anchor, text: str) -> int:
    """The place of an anchor by the words on both its sides, or on one; -1: there is none."""
    for before, after in ((_NEAR, _NEAR), (0, _NEAR), (_NEAR, 0)):
        first = max(0, anchor.start - before)
        near = anchor.stretch[first : anchor.end + after]
        if len(near) - (anchor.end - anchor.start) >= _NEAR and (where := text.find(near)) >= 0:
            return where + anchor.start - first
    return -1


def _base(tree: Any, address: str) -> str:
    """What relative addresses of a page are relative to."""
    said = str(next(iter(tree.xpath("//base/@href")), ""))
    try:
        return urljoin(address, said)
    except ValueError:
        return address


def _anchors(tree: Any, base: str) -> Iterator[_Anchor]:
    """The anchors with the stretch of text around each, up to the blocks before and behind it."""
    own = urldefrag(base)[0]
    for block in _blocks_with_anchors(tree):
        pieces: list[str] = []
        length = 0
        spots: list[tuple[int, int, str]] = []
        for text, href in _runs(block):
            piece = "".join(text.split())
            if piece and href:
                begin = spots.pop()[0] if spots and spots[-1][1:] == (length, href) else length
                spots.append((begin, length + len(piece), href))
            pieces.append(piece)
            length += len(piece)
        stretch = "".join(pieces)
        for start, end, href in spots:
            try:
                address = urljoin(base, href.strip())
            except ValueError:
                continue
            if len(address) <= _LONGEST and is_web_address(address) and urldefrag(address)[0] != own:
                yield _Anchor(stretch, start, end, address)


def _blocks_with_anchors(tree: Any) -> Iterator[Any]:
    """The blocks that anchors stand in, each once."""
    seen = set()
    for anchor in tree.iter("a"):
        block = anchor.getparent()
        while block is not None and block.tag not in BLOCKS:
            block = block.getparent()
        if block is not None and block not in seen:
            seen.add(block)
            yield block


def _runs(block: Any) -> Iterator[tuple[str, str]]:
    """The texts of a block and of what stands in its lines, each with the address that it leads to; blocks inside it
    are left out.
    """
    waiting: list[tuple[Any, str, bool]] = [(block, "", False)]
    while waiting:
        element, href, done = waiting.pop()
        if done:
            yield element.tail or "", href
            continue
        if element is not block:
            waiting.append((element, href, True))
            if element.tag in BLOCKS or element.tag in ("script", "style"):
                continue
        inside = element.get("href", "") if element.tag == "a" else href
        yield element.text or "", inside
        waiting += [(child, inside, False) for child in reversed(element)]
