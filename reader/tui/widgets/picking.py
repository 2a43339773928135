"""Text picked with the mouse or by sentences: which cells, how they are drawn, what stands in them without the margin.

Here: one pane's pick. Not here: which cells of a line are margin (the panes), where it goes (the screens).
"""

from __future__ import annotations

from typing import ClassVar, NamedTuple, cast

from rich.style import Style
from textual import events
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.draw.cells import width_of


class Cell(NamedTuple):
    """A place in a pane: a line of its contents, and a cell of that."""

    row: int
    x: int


class Written(NamedTuple):
    """What one line of a pane says."""

    text: str = ""
    start: int = 0
    """The cell that it begins in, behind the margin."""
    before: str = "\n"
    """What stands between the line above and this one in the text that both are of."""
    whole: bool = False
    """Whether it can only be picked whole: a line from right to left is not read in the order of its cells."""


class Picked(Message):
    """Some text of a pane has been picked."""

    def __init__(self, pane: Pickable) -> None:
        super().__init__()
        self.pane = pane

    @property
    def control(self) -> Pickable:
        """The pane."""
        return self.pane


class Pickable(ScrollView, inherit_bindings=False):
    """A pane of whose text some can be picked, by drawing the mouse over it."""

    picks: ClassVar[bool] = False
    """Whether it can be here; else the mouse only clicks."""
    picked: tuple[Cell, Cell] | None = None
    """The first and the last cell of it."""
    dragged = False
    """Whether the mouse has moved since its button went down: what it does then is no click."""
    _from: Cell | None = None

    def written(self, row: int) -> Written:
        """What a line says."""
        raise NotImplementedError

    def row_at(self, y: int) -> int:
        """The line that stands at this height of the pane; there may be none."""
        raise NotImplementedError

    def limits(self, x: int) -> tuple[int, int]:
        """The first cell of the column of text that a cell is in, and the one behind its last."""
        return 0, self.size.width

    def unpick(self) -> None:
        """Nothing is picked any more."""
        if self.picked is not None:
            self.picked = None
            self.refresh()

    def pick(self, first: Cell, last: Cell) -> None:
        """Pick what stands from one cell to another, in whatever order."""
        self.picked = min(first, last), max(first, last)
        self.refresh()

    @property
    def picked_text(self) -> str:
        """What is picked, lines of one paragraph as one; empty if nothing is."""
        if self.picked is None:
            return ""
        said = ""
        for row in range(max(0, self.picked[0].row), self.picked[1].row + 1):
            line = self.written(row)
            first, last = self._cells(row, line)
            text = line.text if line.whole else _within(line.text, first - line.start, last - line.start)
            said += (line.before if said else "") + text.strip()
        return said.strip()

    def _cells(self, row: int, line: Written) -> tuple[int, int]:
        """The first cell of a line that is picked, and the one behind the last."""
        assert self.picked is not None  # noqa: S101  (asked for only then)
        first, last = self.picked
        begins, ends = self.limits(first.x)
        end = min(ends, line.start + width_of(line.text))
        begin = max(begins, line.start)
        if not first.row <= row <= last.row or line.whole:
            return begin, end if line.whole and first.row <= row <= last.row else begin
        return max(begin, first.x if row == first.row else 0), min(end, last.x + 1) if row == last.row else end

    def lit(self, row: int, strip: Strip) -> Strip:
        """A line as it was drawn, with what is picked of it set off."""
        if self.picked is None:
            return strip
        first, last = self._cells(row, self.written(row))
        if first >= last:
            return strip
        left, middle, right = strip.divide([first, last, max(last, strip.cell_length)])
        segments = [
            # What stands on reversed paper already is set off by the other one.
            segment._replace(style=style + Style(reverse=not style.reverse))
            for segment in middle
            if (style := cast(Style, segment.style))
        ]
        return Strip.join([left, Strip(segments, middle.cell_length), right])

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Here it may begin; whatever was picked on the screen is so no more."""
        for pane in self.screen.query(Pickable):
            pane.unpick()
        at = event.get_content_offset_capture(self)
        self.dragged, self._from = False, Cell(self.row_at(at.y), at.x) if self.picks and event.button == 1 else None
        if self._from:
            self.capture_mouse()  # the first that is heard of its moving may be from beside this

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """As far as here, also beyond the edge: there the pane scrolls along."""
        if self._from is None:
            return
        at = event.get_content_offset_capture(self)
        here = Cell(max(0, self.row_at(at.y)), at.x)
        if not self.dragged and here == self._from:
            return
        self.dragged = True
        if at.y < 0 or at.y >= self.size.height:
            self.scroll_to(y=self.scroll_offset.y + (1 if at.y > 0 else -1), animate=False)
        self.pick(self._from, here)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """That was all; say what can be done with it."""
        if self._from is not None:
            self.release_mouse()
            if self.dragged:
                self.post_message(Picked(self))
        self._from = None


def _within(text: str, first: int, last: int) -> str:
    """The characters of a text that begin in these cells."""
    said: list[str] = []
    cell = 0
    for char in text:
        width = width_of(char)
        if first <= cell < last or (not width and said and cell == last):
            said.append(char)
        cell += width
    return "".join(said)
