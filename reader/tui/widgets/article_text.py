"""The full text of an article, with the sentences that the summary took marked in it, and signs in the margin.

Here: laying out in pieces (a text of any size appears at once), marks, keeping the place.
Not here: what a line says (page).
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.timer import Timer

from reader.article import Article, Paragraph, Removed
from reader.config.settings import LINE_LENGTH
from reader.tui.draw.bidi import RTL_LANGUAGES, has_rtl, starts_rtl, turned
from reader.tui.draw.cells import fit, width_of
from reader.tui.draw.margin import NO_SIGN, SIGNS, Margin, Span, overlapping
from reader.tui.draw.page import BLANK, Line, head, lay_out, marked, pieces_of
from reader.tui.widgets.drawn import Looks, seen
from reader.tui.widgets.links import LinkClicked, link_at
from reader.tui.widgets.text_picking import LEFT, MARGIN, PickableText

if TYPE_CHECKING:
    from reader.comparison import Passages
    from reader.links import Link

_PATIENCE = 0.006
"""Seconds of laying out at a time: no key waits longer for it."""
_SOME = 200
_AHEAD = 20_000
"""Lines laid out beyond what is seen; those of a text of megabytes are made when the reader comes near them."""


class ArticleText(PickableText):
    """One article. Places in it are characters of `Article.text`, so that they hold in any width."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name for it)
        """id: for the stylesheet."""
        super().__init__(id=id)
        self.article: Article | None = None
        self.cuts = False
        """Whether what cleaning removed is shown; then a cursor goes from piece to piece."""
        self.cursor = 0
        self.taken: Sequence[Span] = ()
        """The sentences of the summary."""
        self.sought: Span | None = None
        """The sentence that was jumped to."""
        self.margin = Margin()
        """Where else its passages stand."""
        self.fading = True
        """Whether passages that were already read elsewhere are faded."""
        self.line_length = LINE_LENGTH.default
        """Cells of a line, where there is room for so many."""
        self.empty_note: Sequence[str] = ()
        self._standing: Sequence[str] = ()
        self.found: Sequence[Span] = ()
        """The words that were searched for."""
        self.here: int | None = None
        """Which of them one is at, if words are found one after the other."""
        self.links: Sequence[Link] = ()
        """Where it leads to on the web, in order."""
        self._lines: list[Line] = []
        self._rest: Iterator[Line] | None = None
        self._growing: Timer | None = None
        self._width = 0
        self._waiting: int | None = None

    # ---------------------------------------------------------------- contents

    def show(self, article: Article | None, *, standing: Sequence[str] = (), place: int = 0) -> None:
        """Show an article (None: nothing) from a place on. standing: more for the line of facts."""
        again = self.article is not None and article is not None and self.article.id == article.id
        line, top = self.piece.line if self.piece else 0, self.top
        self.article, self._standing = article, standing
        self.taken, self.found, self.here, self.sought, self.margin = (), (), None, None, Margin()
        self.links = self.links if again else ()
        self._lay_out()
        if again and self.cuts:
            self.cursor = next((n for n, piece in enumerate(self._pieces_shown()) if piece.line >= line > 0), 0)
            self._grow(rows=top + 2 * self.rows)
            self.scroll_to(y=top, animate=False, force=True)
            self._show_cursor()
        else:
            self.go_to(place)
            self._bring_cursor()
        # While the pane is not seen it cannot be scrolled: that is made up for when it is.
        self._waiting = None if self.display else place

    def restate(self, standing: Sequence[str]) -> None:
        """Say other facts, at the same place of the text."""
        if standing == self._standing or not self._lines or self.article is None:
            self._standing = standing
            return
        top, before = self.top, sum(1 for _ in head(self.article, self._room, self._standing))
        self._grow(rows=before)  # in a pane that was just resized the end of a long one may still be to come
        said = list(head(self.article, self._room, standing))
        self._lines[:before], self._standing = said, standing
        if self.picked:
            self.pick(*(cell._replace(row=cell.row + len(said) - before) for cell in self.picked))
        self.set_height(len(self._lines) + 1)
        if top >= before:
            self.scroll_to(y=top + len(said) - before, animate=False, force=True)
        self.refresh()

    def mark(self, taken: Sequence[Span]) -> None:
        """Mark the sentences of a summary."""
        if (taken := tuple(sorted(taken))) != self.taken:
            self.taken = taken
            self.refresh()

    def mark_passages(self, passages: Passages | None) -> None:
        """Show where else the passages stand, and which were read there."""
        margin = Margin(passages, self.article.text if self.article else "")
        if margin.marks != self.margin.marks:
            self.refresh()
        self.margin = margin

    def mark_found(self, found: Sequence[Span], first: int | None = None, here: int | None = None) -> None:
        """Mark the words that were searched for, in order. first: the number of the one to bring into view, if any.
        here: of the one that one is at.
        """
        if (tuple(found), here) != (tuple(self.found), self.here):
            self.refresh()
        self.found, self.here = found, here
        if first is not None and first < len(found):
            if self.display and self._waiting is None:
                self.reach(found[first][0], stay=here is not None)
            else:
                self._waiting = found[first][0]

    def mark_links(self, links: Sequence[Link]) -> None:
        """Number the links, with their addresses below the text; the line at the top stays there."""
        if links != self.links:
            self.links = links
            self._lay_out_again()

    def show_cuts(self, cuts: bool) -> None:
        """Show or hide what cleaning removed, at the same place of the text."""
        place = self.place
        self.cuts = cuts
        self._lay_out()
        self.go_to(place)
        self._bring_cursor()

    # ------------------------------------------- the cursor, while cuts are shown

    @property
    def piece(self) -> Paragraph | Removed | None:
        """The paragraph or cut line that is selected; None while cuts are not shown."""
        shown = self._pieces_shown()
        return shown[min(self.cursor, len(shown) - 1)] if shown else None

    def _pieces_shown(self) -> Sequence[Paragraph | Removed]:
        return tuple(pieces_of(self.article, cuts=True)) if self.cuts and self.article else ()

    def move(self, by: int) -> None:
        """Scroll; while cuts are shown, select another piece, once the end of this one is seen."""
        rows = self._rows_of(self.cursor) if self.cuts else range(0)
        beyond = rows and (rows[-1] >= self.top + self.rows if by > 0 else rows[0] < self.top)
        if not rows or beyond:
            super().move(by)
            return
        self.cursor = max(0, min(self.cursor + by, len(self._pieces_shown()) - 1))
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Scroll so that the selected piece is seen: its beginning, if it is longer than the pane."""
        if rows := self._rows_of(self.cursor):
            first = 0 if self.cursor == 0 else rows[0]
            height = min(rows[-1] - first + 1, self.rows)
            self.scroll_to_region(Region(0, first, 1, height), animate=False, x_axis=False, force=True)
        self.refresh()

    def _rows_of(self, piece: int) -> range:
        """Where a piece stands, laid out so far if need be."""
        while self._rest is not None and (not self._lines or self._lines[-1].item <= piece):
            self._grow(rows=len(self._lines) + _SOME)
        rows = [row for row, line in enumerate(self._lines) if line.item == piece]
        return range(rows[0], rows[-1] + 1) if rows else range(0)

    def on_click(self, event: events.Click) -> None:
        """Open the link under the mouse; while cuts are shown, select the piece."""
        if self.dragged:
            return
        at = event.get_content_offset_capture(self)
        row = self.top + at.y  # above all lines, where the pane has moved since
        line = self._lines[row] if 0 <= row < len(self._lines) else BLANK
        cell = at.x - LEFT - self._indent
        if link := link_at(line, self._pieces(line) if line.start >= 0 else line.pieces, cell, self.links):
            self.post_message(LinkClicked(link.address))
        elif self.cuts and line.item >= 0:
            self.cursor = line.item
            self.refresh()

    def _bring_cursor(self) -> None:
        """Select the first piece that is seen."""
        if self.cuts:
            seen = self._lines[self.top : self.top + self.rows]
            self.cursor = next((line.item for line in seen if line.item >= 0), self.cursor)
            self.refresh()

    def move_page(self, pages: float) -> None:
        """Pages down or up; the cursor comes along."""
        super().move_page(pages)
        self._bring_cursor()

    def move_to_end(self, *, first: bool) -> None:
        """To the first or the last."""
        super().move_to_end(first=first)
        if self.cuts:
            self.cursor = 0 if first else max(0, len(self._pieces_shown()) - 1)

    # ------------------------------------------------------------------ places

    @property
    def place(self) -> int:
        """The first character of the text that is seen; 0 at the top."""
        if not self.top:
            return 0
        return next((line.start for line in self._lines[self.top :] if line.start >= 0), 0)

    @property
    def at_end(self) -> bool:
        """Whether the last line is seen."""
        return self._rest is None and self.top >= self.max_scroll_y

    def go_to(self, place: int, *, middle: bool = False) -> None:
        """Scroll to a character of the text. middle: with some lines before it."""
        self._grow(until=place)
        row = self._row_of(place) if place > 0 else 0
        self._grow(rows=row + self.rows)  # below which there has to be something
        self.scroll_to(y=max(0, row - self.rows // 3) if middle else row, animate=False, force=True)
        self.refresh()

    def reach(self, place: int, *, stay: bool = True) -> None:
        """Bring a character into view. stay: do not scroll where it is seen already."""
        if stay:
            self._grow(until=place)
        if not stay or not self.top <= self._row_of(place) < self.top + self.rows:
            self.go_to(place, middle=True)

    def seek(self, sentence: Span) -> None:
        """Bring a sentence into view and set it off."""
        self.sought = sentence
        self.go_to(sentence[0], middle=True)

    def _row_of(self, place: int) -> int:
        for row, line in enumerate(self._lines):
            if line.start >= 0 and line.end > place:
                return row
        return len(self._lines)

    # -------------------------------------------------------------- laying out

    def set_line_length(self, cells: int) -> None:
        """Lay out in lines of that length, at the same place of the text."""
        place, self.line_length = self.place, cells
        self._lay_out()
        self.go_to(place)

    @property
    def _room(self) -> int:
        """Cells of a line."""
        return max(0, min(self.columns - MARGIN, self.line_length))

    def _lay_out(self) -> None:
        self._width = self.columns
        self._lines = []
        self.unpick()
        self._rest = None
        if self.article is not None and self._width > MARGIN + 2:
            self._rest = lay_out(self.article, self._room, cuts=self.cuts, standing=self._standing, links=self.links)
        self._grow(rows=2 * self.rows)
        self.refresh()

    def _grow(self, *, rows: int = 0, until: int = -1, seconds: float = 0) -> None:
        """Lay out so many lines in all, up to a place, or what time allows; the rest follows, some at a time."""
        before, stop = len(self._lines), time.perf_counter() + seconds
        reach = next((line.end for line in reversed(self._lines) if line.end >= 0), 0)
        while self._rest is not None and (len(self._lines) < rows or reach <= until or time.perf_counter() < stop):
            if (line := next(self._rest, None)) is None:
                self._rest = None
            else:
                self._lines.append(line)
                reach = max(reach, line.end)
        if self._rest is not None and self._growing is None and len(self._lines) < self.top + _AHEAD:
            self._growing = self.set_timer(_PATIENCE, self._grow_on)
        self.set_height(len(self._lines) + 1)
        if before < self.top + self.rows:
            self.refresh()

    def _grow_on(self) -> None:
        self._growing = None
        self._grow(seconds=_PATIENCE)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolled: more lines may be wanted."""
        super().watch_scroll_y(old_value, new_value)
        if self._rest is not None and new_value + _AHEAD / 2 > len(self._lines):
            self._grow()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out in the new width; the line at the top stays there."""
        if self.article is None:
            return
        if self._waiting is not None:
            place, self._waiting = self._waiting, None
            self._lay_out()
            self.go_to(place, middle=any(start == place for start, _ in self.found))
            return
        if self.columns != self._width:
            self._lay_out_again()

    def _lay_out_again(self) -> None:
        """Lay out what is shown otherwise now; the line at the top stays there."""
        key = self._lines[self.top].key if self.top < len(self._lines) and self.top else (-1, 0)
        place = self.place
        self._lay_out()
        if place:
            self._grow(until=place)
            row = max((r for r, line in enumerate(self._lines) if (-1, 0) < line.key <= key), default=0)
            self._grow(rows=row + self.rows)
            self.scroll_to(y=row, animate=False, force=True)

    # ----------------------------------------------------------------- drawing

    def render_line(self, y: int) -> Strip:
        """The line that is scrolled to this row."""
        row = self.top + y
        if self.article is None:
            note = self.empty_note[y - 1] if 0 < y <= len(self.empty_note) else ""
            return self.draw((("  " + note, "strong" if y == 1 else "dim"),))
        if row >= len(self._lines):
            return self.draw(())
        line = self._lines[row]
        chosen = self.cuts and self.has_focus and 0 <= line.item == self.cursor
        sign, ink = self._sign(row, line) if line.start >= 0 else NO_SIGN
        mark = "▎" if line.start >= 0 and self._is_taken(line) else " "
        gutter = (
            (" " * self._indent, "text"),
            (fit(sign, SIGNS), ink),
            (mark, "mark"),
            ("▌" if chosen else " ", "unread"),
        )
        pieces = ((line.lead, "faint"), *self._pieces(line)) if line.start >= 0 else line.pieces
        drawn = self.draw((*gutter, *self._seen(pieces)), "cursor" if chosen else "page", as_seen=True)
        return self.lit(row, drawn)

    @property
    def _indent(self) -> int:
        """Cells before the margin."""
        return max(0, (self.columns - MARGIN - self.line_length) // 2) if self.has_class("-centred") else 0

    def _seen(self, pieces: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
        """A line in the order in which it is seen; one from right to left stands at the right."""
        text = "".join(piece for piece, _ in pieces)
        if not has_rtl(text) or not cast(Looks, self.app).turns_text:
            return pieces
        assert self.article is not None  # noqa: S101  (lines come from it)
        if all(ink == "dim" for piece, ink in pieces if piece):  # facts
            return [one for piece in pieces for one in seen(piece)]
        rtl = self.article.language in RTL_LANGUAGES or starts_rtl(text)
        blank = " " * max(0, self._room - width_of(text)) if rtl else ""
        return ((blank, "text"), *turned(pieces, rtl=rtl))

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor shows only where keys go."""
        super().watch_has_focus(has_focus)
        if self.cuts:
            self.refresh()

    def _sign(self, row: int, line: Line) -> tuple[str, str]:
        """What stands in the margin beside a line of the text."""
        if line.start == line.end:
            return NO_SIGN
        above = self._lines[row - 1] if row else line
        return self.margin.sign((line.start, line.end), (above.start, above.end))

    def _is_taken(self, line: Line) -> bool:
        near = overlapping(self.taken, line.start, line.end)
        return any(start < line.end and line.start < end for start, end in near)

    def _pieces(self, line: Line) -> list[tuple[str, str]]:
        """The line cut where marks begin and end."""
        assert self.article is not None  # noqa: S101  (lines come from it)
        spans = [(a, b, "taken") for a, b in overlapping(self.taken, line.start, line.end)]
        if self.sought:
            spans.append((*self.sought, "sought"))
        spans.extend((a, b, "found") for a, b in overlapping(self.found, line.start, line.end))
        if self.here is not None:
            spans.append((*self.found[self.here], "here"))
        faded = overlapping(self.margin.faded, line.start, line.end) if self.fading else ()
        return marked(line, self.article.text, spans, faded, [link for link in self.links if link.caption < 0])
