"""Leaving a screen once, however often it is asked for.

Here: what all screens and dialogues that open over another one share. Not here: what they ask or show.
"""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.message import Message

from reader.tui.widgets.upstream import Layered


class Once(Layered):
    """A screen that is left once. A key may come twice before the first one has closed it, and a list whose row was
    chosen or a timer may still have something to say. Goes before Textual's class.
    """

    _left = False
    closed_beside: ClassVar[bool] = False
    """Whether a click beside it closes it: not where something may have been typed."""

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Give `result` and close; nothing, if this screen has been left, or another one is above it."""
        if self._left or not self.is_active:
            return AwaitComplete()
        self._left = True
        return super().dismiss(result)

    def action_close(self) -> None:
        """Close it without a result."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click that is on nothing of it."""
        if self.closed_beside and not any(one.region.contains(*event.screen_offset) for one in self.children):
            self.action_close()

    async def _on_message(self, message: Message) -> None:
        """Keys, clicks, timers and what widgets say of themselves are nothing once this has been left."""
        late = isinstance(message, (events.InputEvent, events.Timer)) or message.control is not None
        if not (late and self._left):
            await super()._on_message(message)
