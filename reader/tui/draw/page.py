"""The page: an article laid out in lines of a given width, without a terminal.

Here: what stands where, and which characters of `Article.text` each line shows. Lines come one by one, so that a text
of any size appears at once. Not here: which sentences are marked, colours, scrolling (the widget).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, count, pairwise
from typing import NamedTuple

from reader.article import Article, Paragraph, ParagraphKind, Removed
from reader.links import Link, addresses
from reader.reading_time import reading_minutes
from reader.safety import visible
from reader.tui.draw import wording
from reader.tui.draw.cells import clip, joined, line_of, piece_of, width_of, wrap

Pieces = tuple[tuple[str, str], ...]
"""Parts of a line with the name of the ink each is drawn in."""

_LEADS: dict[ParagraphKind, tuple[str, str]] = {
    "item": ("• ", "  "), "quote": ("┃ ", "┃ "), "code": ("  ", "  "), "row": ("│ ", "│ "),
}  # fmt: skip
"""What stands before the first line of a paragraph of each kind, and before the others."""

MEASURE = 80
"""Longer lines are tiring to read."""


class Line(NamedTuple):
    """A line to be drawn."""

    pieces: Pieces = ()
    start: int = -1
    """The first character of `Article.text` in it, and the one after its last; -1 when it shows none of the text."""
    end: int = -1
    item: int = -1
    """Which item of a list it belongs to, if the lines are those of a list; which piece of an article with its cuts."""
    key: tuple[int, int] = (-1, 0)
    """Which block it is part of and where in it, to find the place again in another width."""
    lead: str = ""
    """What stands before the text and is no part of it: an item's bullet, a quotation's bar."""
    link: int = 0
    """The number of the link whose footnote it is; 0: of none."""


BLANK = Line()
_NARROW = 10
"""Cells of a line at least."""


def lay_out(
    article: Article, width: int, *, cuts: bool = False, standing: Sequence[str] = (), links: Sequence[Link] = ()
) -> Iterator[Line]:
    """All lines of an article. cuts: also what cleaning removed, in its place. standing: more facts about it. links:
    of its text and captions, in order; their addresses follow it, and the lines leave room for their numbers.
    """
    yield from head(article, width, standing)
    width = max(_NARROW, width)
    for number, lines in enumerate(_pieces(article, width, cuts, links)):
        # Only where cuts are shown can a piece be selected.
        yield from (line._replace(item=number) if line.pieces else line for line in lines) if cuts else lines
    if not article.text.strip():
        yield Line((("No article text was found here.", "dim"),))
        if article.removed and not cuts:
            yield Line((("Everything was cut; the cuts can be shown.", "dim"),))
    yield from _footnotes(links, width)


def marked(
    line: Line,
    text: str,
    spans: Sequence[tuple[int, int, str]],
    faded: Sequence[tuple[int, int]],
    links: Sequence[Link],
) -> list[tuple[str, str]]:
    """A line of a text cut where marks begin and end, of `spans` the last on top; links with their numbers."""
    links = [link for link in links if link.start < line.end and line.start < link.end]
    spans = [*((link.start, link.end, "link") for link in links), *spans]
    unmarked = line.pieces[0][1] if line.pieces else "text"
    edges = {line.start, line.end}
    for start, end in (*(span[:2] for span in spans), *faded):
        edges.update(edge for edge in (start, end) if line.start < edge < line.end)
    pieces = []
    for start, end in pairwise(sorted(edges)):
        inks = [ink for a, b, ink in spans if a <= start and end <= b]
        ink = inks[-1] if inks else unmarked
        if inks[:1] == ["link"]:
            ink = "link" if [*inks[1:], unmarked][0] == "text" else f"{inks[-1] if inks[1:] else unmarked}+link"
        if any(a <= start and end <= b for a, b in faded):
            ink = f"seen+{ink}" if inks else "seen"
        pieces.append((piece_of(text[start:end]), ink))
        number = "taken+number" if "taken" in inks else "number"
        pieces += [(link.mark, number) for link in links if link.end == end]
    return pieces


def _footnotes(links: Sequence[Link], width: int) -> Iterator[Line]:
    for link in addresses(links):
        lead = f"{link.mark} "
        for start, end in wrap(link.address, width - len(lead)):
            yield Line(((lead, "mark"), (piece_of(link.address[start:end]), "dim")), link=link.number)
            lead = " " * len(lead)


def head(article: Article, width: int, standing: Sequence[str] = ()) -> Iterator[Line]:
    """The first of them: what is said about the article above its text, as block 0. standing: more of that."""
    width, at = max(_NARROW, width), 0
    for text, ink in _head(article, standing, width):
        if not text:
            yield BLANK
        for start, end in wrap(text, width):
            yield Line(((piece_of(text[start:end]), ink),), key=(0, at + start))
        at += len(text) + 1
    yield BLANK


def _head(article: Article, standing: Sequence[str], width: int) -> Iterator[tuple[str, str]]:
    yield line_of(article.headline or "No headline"), "strong" if article.headline else "italic"
    minutes = reading_minutes(article.text)
    facts = [
        line_of(article.outlet or "outlet unknown"),
        wording.published(article),
        f"{minutes} min" if minutes else "no text",
        *standing,
    ]
    if article.updated is not None:
        changed = article.updated.astimezone()
        facts.append(f"updated {wording.day_and_month(changed.date())} {changed:%H:%M}")
    if article.agency and article.agency != article.outlet:
        facts.insert(1, f"from {line_of(article.agency)}")
    for line in joined(facts, width):
        yield line, "dim"
    if article.published_from == "inferred" and article.published_why:
        yield f"date inferred: {line_of(article.published_why)}", "dim"
    if article.corrected:
        from reader.desk.corrections import by_hand  # few articles are corrected; the first screen needs nothing of it

        yield by_hand(article.corrected), "dim"
    if article.byline:
        yield line_of(article.byline), "dim"
    if article.standfirst:
        yield "", "text"
        yield line_of(article.standfirst), "italic"


def _pieces(article: Article, width: int, cuts: bool, links: Sequence[Link]) -> Iterator[Iterator[Line]]:
    """The lines of each piece in turn, with the blank ones that set it off."""
    at, paragraph, cutting = 0, -1, False
    pieces = pieces_of(article, cuts)
    after = next(pieces, None)
    for number in count(1):
        if after is None:
            return
        piece, after = after, next(pieces, None)
        if isinstance(piece, Removed):
            yield _cut(piece, width, number)
            cutting = True
            continue
        lead = (BLANK,) if cutting else ()
        if cuts and piece.by_hand:
            lead = (*lead, Line((("✓ kept by hand", "mark"),)))
        cutting = False
        paragraph += 1
        begin = article.text.find(piece.text, at) if piece.kind != "caption" else -1
        if begin >= 0:
            at = begin + len(piece.text)
            apart = () if _of_one_list(piece, after) else (BLANK,)
            inside = [link for link in links if link.caption < 0 and begin < link.end <= at]
            yield chain(lead, _running(article.text, begin, at, width, number, piece.kind, inside), apart)
        else:
            yield chain(lead, _beside(piece, width, number, [link for link in links if link.caption == paragraph]))


def _of_one_list(piece: Paragraph, after: Paragraph | Removed | None) -> bool:
    """Whether the next piece is the next item of a list, or the next cell of a table."""
    return isinstance(after, Paragraph) and piece.kind == after.kind and piece.kind in ("item", "row")


def pieces_of(article: Article, cuts: bool) -> Iterator[Paragraph | Removed]:
    """Paragraphs in reading order; cuts: with the removed pieces between them where their lines put them."""
    if not cuts:
        yield from article.paragraphs
        return
    removed = sorted(article.removed, key=lambda r: r.line)
    done = 0
    for paragraph in article.paragraphs:
        while paragraph.line and done < len(removed) and removed[done].line <= paragraph.line:
            yield removed[done]
            done += 1
        yield paragraph
    yield from removed[done:]


def _running(
    text: str, begin: int, end: int, width: int, block: int, kind: ParagraphKind, links: Sequence[Link]
) -> Iterator[Line]:
    ink = "strong" if kind == "subhead" else "text"
    lead, under = _LEADS.get(kind, ("", ""))
    width -= len(lead)
    for start, stop in _with_room(text, width, begin, end, links):
        first = lead if start == begin else under
        yield Line(((text[start:stop], ink),), start, stop, key=(block, start - begin), lead=first)


def _with_room(text: str, width: int, begin: int, end: int, links: Sequence[Link]) -> Iterator[tuple[int, int]]:
    """As `wrap`, with room in each line for the numbers of the links that end in it."""
    if not links:
        yield from wrap(text, width, begin, end)
        return
    while begin < end:
        room = width
        while True:
            start, stop = next(wrap(text, room, begin, end), (end, end))
            marks = sum(len(link.mark) for link in links if start < link.end <= stop)
            over = width_of(text[start:stop]) + marks - width if marks else 0
            if over <= 0 or room <= _NARROW:
                break
            room = max(_NARROW, room - over)
        if start < end:
            yield start, stop
        begin = stop
        while begin < end and text[begin].isspace():
            begin += 1
            if text[begin - 1] == "\n":
                break


def _beside(piece: Paragraph, width: int, block: int, links: Sequence[Link]) -> Iterator[Line]:
    ink, lead = ("strong", "") if piece.kind == "subhead" else ("italic", "▫ " if piece.kind == "caption" else "")
    for start, end in _with_room(piece.text, width - len(lead), 0, len(piece.text), links):
        line = Line((("", ink),), start, end)
        yield Line(((lead, "faint"), *marked(line, piece.text, (), (), links)), key=(block, start))
        lead = " " * len(lead)
    yield BLANK


def _cut(piece: Removed, width: int, block: int) -> Iterator[Line]:
    rule = f"✂ {clip(piece.rule, width // 3)}  "
    lead, ink, text = rule, "rule", visible(piece.text)
    for start, end in wrap(text, width - len(rule)):
        yield Line(((lead, ink), (piece_of(text[start:end]), "cut")), key=(block, start))
        lead = " " * len(rule)
