"""Blocks of a page that are kept or cut as a whole: tables, links among paragraphs, date lines, asides.

Here: rules that the tags make plain. Not here: lists, comments and whole articles (`html_structure`), the classifier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.cleaning.input.html_lines import HtmlLine, TreePosition
from reader.cleaning.input.text_lines import ends_a_sentence
from reader.cleaning.lexicon.boilerplate import is_furniture
from reader.cleaning.metadata.byline import byline_of
from reader.cleaning.metadata.dates.forms import find_dates, remainder
from reader.language.punctuation import CLOSING_QUOTES, OPENING_QUOTES

HEADINGS = frozenset({"h2", "h3", "h4", "h5"})
_LISTED = HEADINGS | {"li", "dt", "dd"}
"""Elements whose links may be the names of what a text goes through, one after the other."""
_FEWEST_CELLS = 4
_RUNNING = 80
"""Characters from which a line is running text."""
_LETTERS = re.compile(r"[^\W\d_]+")
_SPOKEN_FOR = 2
"""Most words beside the date on a date line."""
_MOSTLY = 0.7
_MARKS = re.compile(r"(?:\b1 2 3 4 5|[★☆]{3,})$")
_LONGEST_QUOTE, _AROUND_QUOTES = 400, f"{OPENING_QUOTES}{CLOSING_QUOTES}‹› .…"
_FEWEST_COMMENTS, _COMMENTS = 2, frozenset({"comment", "reply"})
_PROMOTIONS = frozenset(("promo", "promotion", "newsletter", "podcast", "subscribe", "signup", "donate", "donation"))
_LITTLE, _LONGEST_OFFER = 5, 500
"""So many times as much as such boxes has the text at least; characters of one."""
_HANDLE = re.compile(r"https?:|www\.|@")


def keep_tables(page: Sequence[HtmlLine], body: list[bool]) -> None:
    """A table without links between paragraphs of the text, or under a heading of it, belongs to it whole."""
    start = 0
    while start < len(page):
        table = table_around(page[start].position)
        end = start + 1
        while table and end < len(page) and table_around(page[end].position) == table:
            end += 1
        if end - start >= _FEWEST_CELLS and _between_paragraphs(page, body, start, end):
            cells = page[start:end]
            linked = 4 * sum(cell.linked for cell in cells) >= sum(len(cell.text) for cell in cells)
            if not linked and not any(is_furniture(cell.text) for cell in cells):
                body[start:end] = [True] * (end - start)
        start = end


def keep_code(page: Sequence[HtmlLine], body: list[bool]) -> None:
    """A program, or what one prints, between two lines of the text belongs to it; several of them, too."""
    start = 0
    while start < len(page):
        end = start + 1
        if page[start].position.tag == "pre":
            while end < len(page) and page[end].position.tag == "pre":
                end += 1
            if start > 0 and end < len(page) and body[start - 1] and body[end]:
                body[start:end] = [True] * (end - start)
        start = end


def cut_promotions(page: Sequence[HtmlLine], body: list[bool]) -> None:
    """Boxes between the paragraphs of a text that their class calls an offer of something else, if they hold little."""
    kept = [i for i, yes in enumerate(body) if yes]
    if not kept:
        return
    around = set(_chain(page[max(kept, key=lambda i: len(page[i].text))].position))
    boxes: dict[int, list[int]] = {}
    for i in kept:
        for step in _chain(page[i].position):
            if step in around:
                break
            if step.names and not _PROMOTIONS.isdisjoint(re.split(r"[^a-z]+", step.names)):
                boxes.setdefault(step.parents[0], []).append(i)
                break
    length = sum(len(page[i].text) for i in kept)
    if _LITTLE * sum(len(page[i].text) for box in boxes.values() for i in box) < length:
        for i in (i for box in boxes.values() if sum(len(page[i].text) for i in box) < _LONGEST_OFFER for i in box):
            body[i] = False


def _chain(position: TreePosition) -> Iterator[TreePosition]:
    step: TreePosition | None = position
    while step is not None:
        yield step
        step = step.outer


def table_around(position: TreePosition) -> int:
    """The number of the innermost table around a text; 0 without one."""
    step: TreePosition | None = position if "table" in position.inside else None
    while step is not None and step.tag != "table":
        step = step.outer
    return step.parents[0] if step is not None else 0


def _between_paragraphs(page: Sequence[HtmlLine], body: Sequence[bool], start: int, end: int) -> bool:
    """Whether paragraphs of the text stand on both sides; on the near one headings are passed over."""
    before = next((k for k in range(start - 1, max(-1, start - 4), -1) if page[k].position.tag not in HEADINGS), None)
    after = next((k for k in range(end, min(len(page), end + 3)) if page[k].position.tag not in HEADINGS), None)
    return all(k is not None and body[k] and page[k].position.tag == "p" for k in (before, after))


def cut_links(page: Sequence[HtmlLine], body: list[bool]) -> None:
    """Paragraphs that are hardly more than a link lead to other articles, unless much of the text is made of such."""
    links = [i for i, line in enumerate(page) if body[i] and _a_link(line)]
    if 5 * sum(len(page[i].text) for i in links) < sum(
        len(line.text) for line, yes in zip(page, body, strict=True) if yes
    ):
        for i in links:
            body[i] = False


def _a_link(line: HtmlLine) -> bool:
    text = line.text
    return (
        line.linked >= _MOSTLY * len(text)
        and line.position.tag not in _LISTED
        and "table" not in line.position.inside
        and len(text.split()) > 4
        and not _HANDLE.search(text)
        and (line.linked >= len(text) or not ends_a_sentence(text))
    )


def cut_stamps(page: Sequence[HtmlLine], body: list[bool]) -> None:
    """Date lines and bylines over the first paragraph are cut."""
    for i, line in enumerate(page):
        if body[i]:
            text = line.text
            if len(text) >= _RUNNING:
                return
            stamps = find_dates(text)
            body[i] = not byline_of(text) and not (
                stamps and len(_LETTERS.findall(remainder(text, stamps))) <= _SPOKEN_FOR
            )


def cut_votes(page: Sequence[HtmlLine], body: list[bool]) -> None:
    """Lines that end in the marks a reader may give: `Rate this article: 1 2 3 4 5`."""
    for i, line in enumerate(page):
        if body[i] and len(line.text) < _RUNNING and _MARKS.search(line.text):
            body[i] = False


def cut_asides_under(page: Sequence[HtmlLine], body: list[bool]) -> None:
    """Asides under the last paragraph outside of asides, where most of the text is outside of them."""
    asides = ["aside" in line.position.inside for line in page]
    outside = [i for i, yes in enumerate(body) if yes and not asides[i]]
    inside = [i for i, yes in enumerate(body) if yes and asides[i]]
    if inside and outside and sum(len(page[i].text) for i in outside) > sum(len(page[i].text) for i in inside):
        for i in inside:
            body[i] = i < outside[-1]


def cut_pull_quotes(page: Sequence[HtmlLine], body: list[bool]) -> None:
    """Pieces of the text that stand a second time in an aside, or in what is called a pull quote."""
    for i, line in enumerate(page):
        if body[i] and len(line.text) < _LONGEST_QUOTE and _set_apart(line.position):
            said = line.text.strip(_AROUND_QUOTES)
            body[i] = not any(body[k] and k != i and said in other.text for k, other in enumerate(page))


def _set_apart(position: TreePosition) -> bool:
    return "aside" in position.inside or "pull" in position.names


def cut_discussion(page: Sequence[HtmlLine], body: list[bool]) -> None:
    """Comments of readers under a text, each in an element that says `comment`: what follows the first of several."""
    if not any(body):
        return
    first = body.index(True)
    comments = {i: number for i, line in enumerate(page) if i > first and (number := _comment_around(line.position))}
    inside = [i for i in comments if body[i]]
    if len(set(comments.values())) < _FEWEST_COMMENTS or not inside:
        return
    above = [i for i in range(first, min(comments)) if body[i]]
    if any(ends_a_sentence(page[i].text) and len(page[i].text) >= _RUNNING for i in above):
        for i in inside:
            body[i] = False


def _comment_around(position: TreePosition) -> int:
    """The number of the outermost element around a text whose class is `comment` or `reply`; 0 without one."""
    found = 0
    step: TreePosition | None = position
    while step is not None:
        if ("comment" in step.names or "reply" in step.names) and not _COMMENTS.isdisjoint(step.names.split()):
            found = step.parents[0]
        step = step.outer
    return found
