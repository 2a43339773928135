"""Articles and stories as a person at a terminal reads them: columns that fit its width, headings, colours.

Here: lines with styles in them, each text of an outlet made plain before. Not here: where they go (pager).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from zlib import crc32

import click

from reader.article import Entry, Grouping, Hit, Story
from reader.cli.output import title_words, when_words
from reader.reports import count_of
from reader.safety import plain_line
from reader.tui.draw import wording
from reader.tui.draw.cells import clip, clip_outlet, fit, piece_of, width_of, wrap

Piece = tuple[str, Mapping[str, Any]]
"""A text and how it is styled."""
_Cell = Callable[[Entry, int, Grouping], list[Piece]]
"""A column of a row, in so many cells."""
_OUTLETS = ("blue", "red", "green", "magenta", "yellow", "cyan")
"""One of them is an outlet's own, the same as on the screens in 16 colours."""
_FAINT = {"dim": True}
_LEAST = 20
"""Cells for a headline; where there are fewer, columns are left out, in this order."""
_LEFT_OUT = ("minutes", "language", "tags", "id", "tellings", "outlet", "date")
_WIDTHS = {"marks": 2, "tellings": 4, "minutes": 6, "language": 2}


def styled(text: str, how: Mapping[str, Any]) -> str:
    """A text in a colour or weight, where the terminal and the person want any (NO_COLOR, TERM=dumb)."""
    if not text.strip() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return click.style(text, **how) if how else text


class Rows:
    """How the rows of one list look: as wide as the terminal, in columns that stay where they are."""

    def __init__(self, columns: Sequence[str], group: Grouping, first: Sequence[Entry], *, newest: int) -> None:
        """columns: by name, from left to right. first: rows that the outlets' column is fitted to.

        newest: the largest number of an article.
        """
        self.width = _terminal_width()
        self._group = group
        names = [width_of(plain_line(entry.outlet or "?")) for entry in first]
        tags = [width_of(_tags(entry)) for entry in first]
        self._widths = {
            **_WIDTHS,
            "id": max(3, len(str(newest))),
            "date": 5 if group == "date" else 10,
            "outlet": min(max(names, default=4), max(4, self.width // 5)),
            "tags": min(max(tags, default=0), self.width // 5),
        }
        shown = list(columns)
        if group == "outlet" and len(shown) > 1 and "outlet" in shown:
            shown.remove("outlet")  # it is the heading
        if not any(tags) and len(shown) > 1 and "tags" in shown:
            shown.remove("tags")
        for name in _LEFT_OUT:
            if len(shown) > 1 and name in shown and self._room(shown) < _LEAST:
                shown.remove(name)
        self._columns = shown

    def _room(self, columns: Sequence[str]) -> int:
        """Cells that are left for the headline."""
        return self.width - 1 - sum(self._widths[name] + 1 for name in columns if name != "headline")

    def heading(self, text: str) -> str:
        """The line above a group."""
        return styled(clip(text, self.width), {"bold": True, "fg": _hue(text) if self._group == "outlet" else None})

    def row(self, entry: Entry) -> str:
        """An article."""
        pieces: list[Piece] = []
        for name in self._columns:
            pieces += [(" ", {}), *_CELLS[name](entry, self._width(name), self._group)]
        while pieces and not pieces[-1][0].strip():
            pieces.pop()
        *before, (text, how) = pieces or [("", {})]
        return "".join(styled(*piece) for piece in before) + styled(text.rstrip(), how)

    def _width(self, name: str) -> int:
        return max(1, self._room(self._columns)) if name == "headline" else self._widths[name]


def _terminal_width() -> int:
    return max(20, shutil.get_terminal_size().columns) - 1


def _tags(entry: Entry) -> str:
    return " ".join(f"#{plain_line(tag)}" for tag in entry.tags)


def _hue(outlet: str) -> str:
    return _OUTLETS[crc32(outlet.casefold().encode("utf-8", "replace")) % len(_OUTLETS)]


def _marks(entry: Entry, width: int, group: Grouping) -> list[Piece]:
    dot: Piece = ("○", _FAINT) if entry.read else ("●", {"fg": "blue"})
    return [dot, ("★" if entry.starred else " ", {"fg": "yellow"})]


def _outlet(entry: Entry, width: int, group: Grouping) -> list[Piece]:
    name = plain_line(entry.outlet or "?")
    return [(fit(clip_outlet(name, width), width), {"fg": _hue(name)} if entry.outlet else _FAINT)]


def _headline(entry: Entry, width: int, group: Grouping) -> list[Piece]:
    gone = "✕ " if entry.gone else ""
    return [(fit(gone + title_words(entry), width), _FAINT if entry.read else {})]


def _faint(text: Callable[[Entry, Grouping], str], *, right: bool = False) -> _Cell:
    return lambda entry, width, group: [(fit(text(entry, group), width, right=right), _FAINT)]


_CELLS: Mapping[str, _Cell] = {
    "id": _faint(lambda entry, group: str(entry.id), right=True),
    "marks": _marks,
    "date": _faint(wording.moment, right=True),
    "outlet": _outlet,
    "headline": _headline,
    "tellings": _faint(lambda entry, group: f"⋯{entry.tellings}" if entry.tellings > 1 and group != "story" else ""),
    "tags": lambda entry, width, group: [(fit(_tags(entry), width), {"fg": "yellow"})],
    "minutes": _faint(lambda entry, group: f"{entry.minutes} min" if entry.minutes else "", right=True),
    "language": _faint(lambda entry, group: entry.language or ""),
}


def snippet_lines(hit: Hit, width: int) -> Iterator[str]:
    """What was found, its words set off, below the row."""
    for start, end in wrap(hit.snippet, max(10, min(88, width) - 6)):
        line, at = "", start
        for a, b in sorted(hit.marks):
            a, b = max(a, at), min(b, end)
            if a < b:
                line += piece_of(hit.snippet[at:a]) + styled(piece_of(hit.snippet[a:b]), {"bold": True, "fg": "yellow"})
                at = b
        yield "      " + line + piece_of(hit.snippet[at:end])


def story_lines(story: Story, tellings: int, facts: str) -> Iterator[str]:
    """A story's headline with how many articles it has, and below it what else is known."""
    width = _terminal_width()
    count = f"⋯{len(story.article_ids)}"
    copies = len(story.article_ids) - tellings
    tail = f"  ({count_of(copies, 'copy', 'copies')})" if copies else ""
    head = f"{story.id:>6}  {count:<4} "
    headline = clip(plain_line(story.headline or "[no headline]"), max(4, width - width_of(head) - width_of(tail)))
    yield styled(head, _FAINT) + styled(headline, {"bold": True}) + styled(tail, _FAINT)
    yield styled(" " * 13 + clip(facts, max(7, width - 13)), _FAINT)


FIELDS = (
    "id", "headline", "title", "outlet", "date", "time", "published", "language", "story", "tellings", "minutes",
    "read", "starred", "tags", "source",
)  # fmt: skip
"""Of an article, for templates."""


def values(entry: Entry) -> dict[str, str]:
    """The fields of an article, for templates; what is not known is empty."""
    when = entry.published
    words = when_words(when, "stated") if when else ""
    return {
        "id": str(entry.id),
        "headline": entry.headline or "",
        "title": title_words(entry),
        "outlet": entry.outlet or "",
        "date": words[:10],
        "time": words[11:],
        "published": when.isoformat() if when else "",
        "language": entry.language or "",
        "story": "" if entry.story is None else str(entry.story),
        "tellings": str(entry.tellings),
        "minutes": str(entry.minutes),
        "read": "read" if entry.read else "unread",
        "starred": "starred" if entry.starred else "",
        "tags": ", ".join(entry.tags),
        "source": entry.source,
    }
