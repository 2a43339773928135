"""Moving in the pane that the keys go to: the same on every screen that has panes.

Here: actions, and which commands' keys run them. Not here: what a pane makes of them (widgets).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.tui.actions.outside import count_of_words
from reader.tui.widgets.drawn import Drawn, Items
from reader.tui.widgets.picking import Pickable

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

    # ----------------------------------------------------- what is selected to be copied

    def say(self, note: str, *, alarming: bool = False) -> None:
        """Show a note, where the screen has a line for that."""

    @property
    def pane_picked(self) -> Pickable | None:
        """The pane of which something is selected to be copied."""
        return next((pane for pane in self.query(Pickable) if pane.picked and pane.display), None)

    def on_picked(self) -> None:
        """Text was selected with the mouse: say what to do with it."""
        if (pane := self.pane_picked) and pane.picked_text:
            self.say(f"{count_of_words(pane.picked_text)} selected · {self.pane.hint('copy', 'copies')}")

    def copy_picked(self) -> bool:
        """Copy it; False: nothing is selected."""
        pane = self.pane_picked
        if pane is None or not (text := pane.picked_text):
            return False
        self.app.copy_to_clipboard(text)
        pane.unpick()
        self.say(f"{count_of_words(text)} copied")
        return True

    def action_copy(self) -> None:
        """What is selected with the mouse, else the words of the row that the cursor is on."""
        pane = self.pane
        if not self.copy_picked() and isinstance(pane, Items) and (text := pane.item_text):
            self.app.copy_to_clipboard(text)
            self.say(f"{count_of_words(text)} copied")
