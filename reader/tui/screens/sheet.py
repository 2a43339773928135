"""A sheet over the screen with rows to be read: help, problems.

Here: laying rows out in one or two columns. Not here: what they say (dialogues).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from reader.tui.draw.cells import fit, line_of, width_of, wrap
from reader.tui.draw.page import BLANK, Line, Pieces
from reader.tui.keys.keymap import bindings
from reader.tui.screens.moving import BY_PAGES, Moving
from reader.tui.screens.once import Once
from reader.tui.widgets.drawn import Drawn, Items

Row = Sequence[tuple[str, str]]
"""Nothing: a blank line. One cell: a line of its own. Two cells: a short one and what belongs to it."""


class _Rows(Items):
    """The rows in two columns; where there is little room, one below the other."""

    def __init__(self, heading: str, content: Sequence[Row]) -> None:
        super().__init__(id="rows")
        self.heading = line_of(heading)
        self.content = content

    def title(self) -> Pieces:
        return ((f" {self.heading}", "strong"), (f"  {self.hint('leave', 'closes')}", "dim"))

    def item_count(self) -> int:
        return 0

    def move_page(self, pages: float) -> None:
        self.scroll_lines(int(pages * max(1, self.rows - 2)))

    def move_to_end(self, *, first: bool) -> None:
        Drawn.move_to_end(self, first=first)

    def build(self, width: int) -> Sequence[Line]:
        widest = max((width_of(row[0][0]) for row in self.content if len(row) == 2), default=0)
        first = min(widest + 2, 26, max(12, width * 3 // 8))
        lines = [BLANK]
        for row in self.content:
            if len(row) < 2:
                lines += _wrapped(" ", row[0][0], row[0][1], width) if row else [BLANK]
                continue
            (left, left_ink), (right, right_ink) = row
            if width_of(left) > first - 2 or width < first + 24:
                lines += _wrapped(" ", left, left_ink, width) + _wrapped("    ", right, right_ink, width)
                continue
            for number, line in enumerate(_wrapped("", right, right_ink, width - first - 1)):
                lead = fit(left if number == 0 else "", first)
                lines.append(Line(((f" {lead}", left_ink), *line.pieces)))
        return lines


def _wrapped(lead: str, text: str, ink: str, width: int) -> list[Line]:
    text = line_of(text)
    return [Line(((lead + text[a:b], ink),)) for a, b in wrap(text, width - len(lead) - 2)]


class Sheet(Once, Moving, ModalScreen[None]):
    """Rows to be read; any of the keys for leaving closes it."""

    CSS_PATH = "dialogue.tcss"
    closed_beside = True
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        {
            "leave": "close",
            "quit": "close",
            "help": "close",
            "enter": "close",
            "problems": "close",
            "copy": "copy",
            **BY_PAGES,
        }
    )

    def __init__(self, title: str, rows: Sequence[Row]) -> None:
        """title: on the first line."""
        super().__init__()
        self.rows = _Rows(title, rows)

    @property
    def pane(self) -> _Rows:
        """The rows."""
        return self.rows

    def compose(self) -> ComposeResult:
        """The rows."""
        yield self.rows
