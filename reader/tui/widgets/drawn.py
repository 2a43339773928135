"""What all panes have in common: they are drawn line by line, and only the lines that are seen.

Here: strips from pieces of text in named inks, and panes of lines with a pinned title and items that can be selected.
Not here: what the lines say (the panes).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, cast

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.safety import plain
from reader.tui.draw.bidi import has_rtl, starts_rtl, turned
from reader.tui.draw.cells import width_of
from reader.tui.draw.inks import Inks
from reader.tui.draw.page import BLANK, Line, Pieces
from reader.tui.keys.keymap import Keymap, key_shown
from reader.tui.widgets.picking import Pickable, Written
from reader.tui.widgets.upstream import Edges

_REMEMBERED = 160
"""Drawn lines kept; a pane seldom shows more at once."""
_MARGINAL = " ▌▎▸●○★◇≈≠=≡✓"
"""Signs before a line that are no part of what it says."""
_BETWEEN = " · "
"""What stands between facts."""


class Looks(Protocol):
    """What the application gives everything that is drawn."""

    inks: Inks
    """The styles of the present theme."""
    keymap: Keymap
    """The keys as the person set them."""
    turns_text: bool
    """Whether right-to-left text is turned round here, as the terminal does not do it."""


def seen(piece: tuple[str, str]) -> Pieces:
    """A piece of a line as it is seen: each of its facts turned round by itself, blanks behind it where they are."""
    text, ink = piece
    if not has_rtl(text):
        return (piece,)
    facts = (turned([(fact, ink)], rtl=starts_rtl(fact)) for fact in text.rstrip().split(_BETWEEN))
    said = _BETWEEN.join("".join(part for part, _ in fact) for fact in facts)
    return ((said + text[len(text.rstrip()) :], ink),)


def placed(pieces: Pieces, *, turns: bool) -> Pieces:
    """A line as it is seen, what is `flush` in it at the right of its room; turns: else the terminal sees to that."""
    line: list[tuple[str, str]] = []
    flush: list[tuple[str, str]] = []
    room = 0
    for piece in pieces:
        if not piece[0] and piece[1].startswith("flush:"):
            room, flush = int(piece[1][6:]), []
        elif room and not piece[0] and piece[1] == "end":
            blank = (" " * max(0, room - sum(width_of(text) for text, _ in flush)), "text")
            line += [blank, *turned(flush, rtl=True)] if turns else [*flush, blank]
            room = 0
        elif room:
            flush.append(piece)
        else:
            line += seen(piece) if turns else (piece,)
    return tuple(line)


class Drawn(Pickable, can_focus=True, inherit_bindings=False):
    """A pane without key bindings of its own: the commands of the screen move it."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name for it)
        """id: for the stylesheet."""
        super().__init__(id=id)
        self._styles_cache = Edges()
        self._drawn: dict[tuple[str, tuple[tuple[str, str], ...]], Strip] = {}
        """Lines by their paper and pieces: what is drawn again is mostly the same as before."""
        self._drawn_in: tuple[int, Inks | None] = (0, None)
        """How wide these are, and in which inks."""
        self._columns = 0
        """While lines are drawn: cells in each, which takes a while to find out."""

    @property
    def inks(self) -> Inks:
        """The styles of the present theme."""
        return cast(Looks, self.app).inks

    @property
    def columns(self) -> int:
        """Cells in a line."""
        return self._columns or self.scrollable_content_region.width

    @property
    def rows(self) -> int:
        """Lines that are seen at a time."""
        return max(1, self.scrollable_content_region.height)

    @property
    def top(self) -> int:
        """The first line seen."""
        return self.scroll_offset.y

    def hint(self, command: str, does: str) -> str:
        """`esc closes`: what a command's key does here, as the key was set; empty when it has none.

        A key that is no command's is what it is.
        """
        keymap = cast(Looks, self.app).keymap
        keys = keymap.shown(command) if command in keymap.keys else [key_shown(command)]
        return f"{keys[0]} {does}" if keys else ""

    def draw(self, pieces: Iterable[tuple[str, str]], paper: str = "page", *, as_seen: bool = False) -> Strip:
        """A line as wide as the pane. No control character can pass: this is the last place before the terminal.

        as_seen: right-to-left text in it has been turned round; else each piece is, where the terminal does not do it.
        """
        if not as_seen and cast(Looks, self.app).turns_text:
            pieces = [one for piece in pieces for one in seen(piece)]
        key = (paper, tuple(pieces))
        if (strip := self._drawn.get(key)) is None:
            if len(self._drawn) >= _REMEMBERED:
                self._drawn.clear()
            strip = self._drawn[key] = self._strip(key[1], paper)
        return strip

    def _strip(self, pieces: Iterable[tuple[str, str]], paper: str) -> Strip:
        width, inks = self._drawn_in[0], self.inks
        ground = inks["page"] if paper == "page" else inks["page"] + inks[paper]
        segments = [
            Segment(plain(text).replace("\n", " "), ground + inks.on(paper, ink)) for text, ink in pieces if text
        ]
        if (used := sum(segment.cell_length for segment in segments)) > width:
            return Strip(segments, used).adjust_cell_length(width)
        if used < width:
            segments.append(Segment(" " * (width - used), ground))
        return Strip(segments, width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """As wide as the pane, the room for the scroll bar included."""
        if (drawn_in := (self.content_region.width, self.inks)) != self._drawn_in:
            self._drawn_in = drawn_in
            self.clear_drawn()
        self._columns = self.columns
        try:
            return super().render_lines(crop)
        finally:
            self._columns = 0

    def clear_drawn(self) -> None:
        """Forget the drawn lines, of which none is as wide as the pane now, or in these inks."""
        self._drawn.clear()

    def set_height(self, lines: int) -> None:
        """There are so many lines now. The scroll bar has its room anyway, so that nothing is laid out anew."""
        size = Size(0, lines)
        if self.styles.auto_dimensions:
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(ScrollView.virtual_size, size)
            self._scroll_update(size)

    def forget(self) -> None:
        """Draw everything anew, after the theme or the contents changed."""
        self.refresh()

    def scroll_lines(self, lines: int) -> None:
        """Scroll down (up, if negative)."""
        self.scroll_to(y=self.top + lines, animate=False)

    # What every pane does with the keys that move; panes with a cursor do something better.

    def move(self, by: int) -> None:
        """One line or item down or up, or several."""
        self.scroll_lines(by)

    def move_page(self, pages: float) -> None:
        """Pages down or up."""
        step = max(1, int(abs(pages) * (self.rows - 1)))
        self.scroll_lines(step if pages > 0 else -step)

    def move_to_end(self, *, first: bool) -> None:
        """To the first or the last."""
        self.scroll_to(y=0 if first else self.max_scroll_y, animate=False)

    def choose(self) -> bool:
        """Do what enter does here; False when there is nothing to do."""
        return False


class Items(Drawn):
    """Lines under a pinned title, which belong to items that can be selected."""

    class Chosen(Message):
        """An item was chosen with enter or the mouse."""

        def __init__(self, pane: Items, item: int) -> None:
            super().__init__()
            self.pane = pane
            self.item = item

        @property
        def control(self) -> Items:
            """The pane it was chosen in."""
            return self.pane

    picks = True

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name for it)
        """id: for the stylesheet."""
        super().__init__(id=id)
        self.lines: list[Line] = [BLANK]
        self.cursor = 0
        self._width = 0

    def title(self) -> Pieces:
        """What the pinned first line says."""
        raise NotImplementedError

    def build(self, width: int) -> Sequence[Line]:
        """All lines but the title in this width."""
        raise NotImplementedError

    def item_count(self) -> int:
        """How many items can be selected."""
        raise NotImplementedError

    def rebuild(self) -> None:
        """Lay the lines out again, after contents or width changed. Does not draw them."""
        self._width, before = self.columns, self.lines
        self.lines = list(self.build(self._width))
        if self.picked and self.lines != before:
            self.unpick()
        self.cursor = max(0, min(self.cursor, self.item_count() - 1))
        self.set_height(len(self.lines) + 1)

    def on_resize(self, event: events.Resize) -> None:
        """Lines depend on the width."""
        if self.columns != self._width:
            before = self.lines
            self.rebuild()
            if self.lines != before:
                self.refresh()

    def render_line(self, y: int) -> Strip:
        """The title, or the line that is scrolled to this row."""
        if y == 0:
            return self.draw((("▌" if self.has_focus else " ", "unread"), *self.title()))
        index = self.top + y - 1
        if index >= len(self.lines):
            return self.draw(())
        line = self.lines[index]
        chosen = self.has_focus and line.item == self.cursor and line.item >= 0
        pieces = placed(line.pieces, turns=cast(Looks, self.app).turns_text)
        drawn = self.draw((("▌" if chosen else " ", "unread"), *pieces), "cursor" if chosen else "page", as_seen=True)
        return self.lit(index, drawn)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Also the first time, before it is told its size: some tenths of a second would show a frame without lines."""
        if not self._width:
            self.lines = list(self.build(self.columns))
        return super().render_lines(crop)

    def row_at(self, y: int) -> int:
        """The title is none."""
        return self.top + y - 1

    def written(self, row: int) -> Written:
        """A line without the signs before it; lines of one ink that follow each other are of one paragraph."""
        if not 0 <= row < len(self.lines):
            return Written()
        line = self.lines[row]
        text = "".join(piece for piece, _ in line.pieces).rstrip()
        said = text.lstrip(_MARGINAL)
        above = self.lines[row - 1] if row else BLANK
        goes_on = line.item == above.item and bool(above.pieces) and _ink(above) == _ink(line)
        start = 1 + width_of(text[: len(text) - len(said)])
        return Written(said, start, " " if goes_on else "\n", has_rtl(said))

    @property
    def item_text(self) -> str:
        """What the selected item says."""
        rows = [row for row, line in enumerate(self.lines) if line.item == self.cursor and self.item_count()]
        texts = [self.written(row) for row in rows]
        return "".join(line.before * (n > 0) + line.text for n, line in enumerate(texts))

    def selected(self) -> None:
        """Another item is selected, or the cursor has come or gone."""
        self.refresh()

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor shows only where keys go."""
        super().watch_has_focus(has_focus)
        self.selected()

    def move(self, by: int) -> None:
        """Select another item and bring it into view."""
        if not self.item_count():
            self.scroll_lines(by)
            return
        self.cursor = max(0, min(self.cursor + by, self.item_count() - 1))
        self.selected()
        self.show_cursor()
        self.refresh()

    def show_cursor(self) -> None:
        """Scroll so that the selected item is seen."""
        rows = [row for row, line in enumerate(self.lines) if line.item == self.cursor]
        if rows:
            first = 0 if self.cursor == 0 else rows[0]
            self.scroll_to_region(Region(0, first, 1, rows[-1] - first + 2), animate=False, x_axis=False)

    def move_page(self, pages: float) -> None:
        """Some items on."""
        self.move(int(pages * max(2, self.rows // 3)) or (1 if pages > 0 else -1))

    def move_to_end(self, *, first: bool) -> None:
        """The first or the last item."""
        self.move(-self.item_count() if first else self.item_count())

    def choose(self) -> bool:
        """Choose the selected item."""
        if not self.item_count():
            return False
        self.post_message(self.Chosen(self, self.cursor))
        return True

    def on_click(self, event: events.Click) -> None:
        """Choose the item under the mouse."""
        if self.dragged:
            return
        index = self.top + event.get_content_offset_capture(self).y - 1
        if 0 <= index < len(self.lines) and self.lines[index].item >= 0 and event.y > 0:
            self.cursor = self.lines[index].item
            self.choose()
        else:
            self.click_beside(index if event.y else self.top)

    def click_beside(self, line: int) -> None:
        """A line of no item was clicked; for the pinned title, the line that would be behind it."""


def _ink(line: Line) -> str:
    """That of its words."""
    return next((ink for text, ink in reversed(line.pieces) if text.strip()), "")
