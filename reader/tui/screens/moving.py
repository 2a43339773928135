"""Moving in the pane that the keys go to: the same on every screen that has panes.

Here: actions, and which commands' keys run them. Not here: what a pane makes of them (widgets).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from textual.screen import Screen

    _Screen = Screen[Any]
else:
    _Screen = object  # as in `upstream`

MOVES = {
    "down": "move(1)",
    "up": "move(-1)",
    "first": "end(True)",
    "last": "end(False)",
    "half-page-down": "page(0.5)",
    "half-page-up": "page(-0.5)",
    "page-down": "page(1)",
    "page-up": "page(-1)",
    "onward": "page(1)",
}
"""The actions below by the names of commands."""
BY_PAGES = MOVES | {"half-page-down": "page(1)", "half-page-up": "page(-1)"}
"""The same where half a page would be too little."""


class Moving(_Screen):
    """A screen whose panes are moved in. Goes before Textual's class."""

    @property
    def pane(self) -> Drawn:
        """The pane that the keys go to."""
        raise NotImplementedError

    def action_move(self, by: int) -> None:
        """Lines or items down or up."""
        self.pane.move(by)

    def action_page(self, pages: float) -> None:
        """Pages down or up."""
        self.pane.move_page(pages)

    def action_end(self, first: bool) -> None:
        """To the first or the last line or item."""
        self.pane.move_to_end(first=first)
