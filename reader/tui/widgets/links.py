"""The links of a text under the mouse. Not here: how they are drawn (page), opening them (the screens)."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from reader.links import Link
from reader.tui.draw.bidi import has_rtl
from reader.tui.draw.cells import width_of
from reader.tui.draw.page import Line


class LinkClicked(Message):
    """A link was clicked."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address


def link_at(line: Line, pieces: Sequence[tuple[str, str]], cell: int, links: Sequence[Link]) -> Link | None:
    """The link whose footnote a line is, or that stands in that cell of it, with its number.

    pieces: the line as it is marked. In one that is written from right to left no place is known. In a caption a link
    is known by the number behind it.
    """
    if line.link:
        return next(link for link in links if link.number == line.link)
    if any(has_rtl(text) for text, _ in pieces):
        return None
    cell, place = cell - width_of(line.lead), line.start
    for at, (text, ink) in enumerate(pieces):
        number = ink.endswith("number")
        if 0 <= cell < width_of(text):
            if line.start < 0 and ink.endswith(("number", "link")):
                mark = next((text for text, ink in pieces[at:] if ink == "number"), "")
                return next((one for one in links if one.mark == mark), None)
            inside = (one for one in links if one.caption < 0 and one.start <= place - number < one.end)
            return next(inside, None) if line.start >= 0 else None
        cell -= width_of(text)
        place += 0 if number else len(text)
    return None
